/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A higher class that lets a number out which a lower one blocks. */

#include "config.h"

#include "app/core/lint/lintel-class-order-private.h"
#include "app/core/lint/lintel-reach-rules-private.h"

#include <glib/gi18n-lib.h>

static void
compare (LintelCheck *check, int lower, int higher)
{
  LintelProject *project = lintel_check_get_project (check);
  const char *number = lintel_class_order_find (project, lower, higher);
  LintelPlace place =
      lintel_place_row (lintel_check_get_item (check, "21-05", "01")->program, higher);

  g_autofree char *text = NULL;

  if (number == NULL)
    return;
  text = lintel_reach_format_number (lintel_dial_system_of (project), number);
  lintel_check_add (check, &place,
                    _ ("Class %d lets %s out and class %d blocks it: a call has the higher class "
                       "of extension and trunk, so a higher class should never allow more"),
                    higher, text, lower);
  lintel_check_set_witness (check, number);
}

static void
check_classes (LintelCheck *check)
{
  int lower = 0;

  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    if (lintel_class_is_used (lintel_check_get_survey (check), class))
      {
        if (lower != 0)
          compare (check, lower, class);
        lower = class;
      }
}

const LintelRule lintel_rule_class_not_monotone = {
  .id = "class-not-monotone",
  .severity = LINTEL_SEVERITY_NOTE,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("A higher class allows what a lower one blocks"),
  .explanation = N_ (
      "Extension and trunk each have a class, and the higher number counts. That is meant for "
      "classes that get stricter as they go up. Where a higher class allows more, a trunk in that "
      "class opens a telephone that was restricted. Lintel takes trunks to be in class 1, so this "
      "is a note: it matters once somebody changes 21-21.\n\n"
      "Block the number in the higher class as well, or swap the classes. Each class in use is "
      "compared with the next one in use."),
  .check = check_classes,
};
