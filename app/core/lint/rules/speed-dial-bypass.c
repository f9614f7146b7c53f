/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A class that blocks international calls, but not those by speed dial. */

#include "config.h"

#include "app/core/lint/lintel-reach-rules-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

static const char *const items[] = { "09", "10" };

static gulong
count_classes (const LintelPlace *places, guint n)
{
  gulong classes = 0;

  for (guint i = 0; i < n; i++)
    classes |= 1ul << places[i].index[0];
  return (gulong) __builtin_popcountl (classes);
}

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *classes = lintel_words_for_indexes (places, n, 0);

  return g_strdup_printf (
      ngettext ("Speed dials get around the toll restriction of class %s: set 21-05-09 and "
                "21-05-10 to 1 if users can program speed dials",
                "Speed dials get around the toll restriction of classes %s: set 21-05-09 and "
                "21-05-10 to 1 if users can program speed dials",
                count_classes (places, n)),
      classes);
}

static void
check_class (LintelCheck *check, int class, GArray *places)
{
  LintelProject *project = lintel_check_get_project (check);

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      const LintelItem *item = lintel_check_get_item (check, "21-05", items[i]);
      LintelPlace place = lintel_place_cell (item, class, 1);

      if (lintel_project_get_number (project, item, class, 1) == 0)
        g_array_append_val (places, place);
    }
}

static void
check_classes (LintelCheck *check)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    if (lintel_class_is_used (lintel_check_get_survey (check), class)
        && lintel_reach_is_blocked (lintel_check_get_project (check), class, "international"))
      check_class (check, class, places);
  if (places->len > 0)
    lintel_check_add_group (check, places, describe, NULL);
}

const LintelRule lintel_rule_speed_dial_bypass = {
  .id = "speed-dial-bypass",
  .severity = LINTEL_SEVERITY_NOTE,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("Speed dials get around a class's toll restriction"),
  .explanation = N_ (
      "With 21-05-09 or 21-05-10 at 0 the numbers of common or group speed dials are not checked "
      "against the tables of the class. That is handy where the office stores its numbers abroad "
      "itself. Where users can program speed dials, anybody can store any number and dial it.\n\n"
      "Set both to 1 for the classes that block international calls, or accept the finding if only "
      "the installer programs speed dials."),
  .check = check_classes,
};
