/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A class of InMail ports without the international table. */

#include "config.h"

#include "app/core/lint/lintel-international-private.h"
#include "app/core/lint/lintel-rule-private.h"
#include "app/core/lint/lintel-survey-private.h"
#include "app/core/lint/lintel-trial-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *classes = lintel_words_for_indexes (places, n, 0);

  return g_strdup_printf (
      ngettext ("InMail ports use class %s, which does not have the international call restriction "
                "table assigned: set 21-05-01 to 1",
                "InMail ports use classes %s, which do not have the international call restriction "
                "table assigned: set 21-05-01 to 1",
                n),
      classes);
}

static void
check_classes (LintelCheck *check)
{
  LintelProject *project = lintel_check_get_project (check);
  const LintelSurvey *survey = lintel_check_get_survey (check);
  const LintelItem *item = lintel_check_get_item (check, "21-05", "01");
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    {
      LintelPlace place = lintel_place_cell (item, class, 1);

      if (survey->users[class].inmail->len > 0
          && lintel_project_get_number (project, item, class, 1) == 0)
        g_array_append_val (places, place);
    }
  if (places->len > 0)
    lintel_check_add_group (check, places, describe, NULL);
}

/* The table gets its 011 along with its first class: assigned and empty it would be an error. */
static void
fix_classes (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  LintelProject *project = lintel_check_get_project (check);
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);

  for (guint i = 0; i < n; i++)
    lintel_international_assign_table (project, places[i].index[0], edits);
  if (!lintel_international_enter_prefix (project, edits)
      && !lintel_international_table_is_assigned (project))
    return;
  if (lintel_trial_passes (check, finding, edits))
    lintel_fixes_add (check, fixes, g_steal_pointer (&edits),
                      ngettext ("Assign the international table to %u class",
                                "Assign the international table to %u classes", n),
                      n);
}

const LintelRule lintel_rule_class_lacks_international_table = {
  .id = "class-lacks-international-table",
  .severity = LINTEL_SEVERITY_ERROR,
  .locked = TRUE,
  .tip = LINTEL_TIP_CLASS_TABLE,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("A class that InMail ports use lacks the international table"),
  .explanation =
      N_ ("A toll restriction class restricts only by the tables that are assigned to it. Without "
          "the international call restriction table (21-05-01 = 0) the entries in 21-06-01 mean "
          "nothing for the InMail ports in that class. The classes above 5, class 15 among them, "
          "leave the factory without it.\n\n"
          "Set 21-05-01 of that class to 1, and see that 21-06-01 has 011. Telephones in the same "
          "class are restricted with it; who must call abroad needs a class of his own."),
  .check = check_classes,
  .fix = fix_classes,
};
