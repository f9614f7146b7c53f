/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A telephone from which an emergency number does not get out, or may not. */

#include "config.h"

#include "app/core/lint/lintel-reach-rules-private.h"
#include "app/core/lint/lintel-table-rules-private.h"
#include "app/core/lint/lintel-trial-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DESTINATION "emergency"

/* The emergency numbers that the class does not let out for certain. Transfer full. */
static GPtrArray *
list_blocked (LintelDialSystem *system, int class)
{
  GPtrArray *numbers = g_ptr_array_new_with_free_func (g_free);
  const LintelDialReach *reach = lintel_dial_system_find_reach (system, class, DESTINATION);
  const LintelDialMatcher *matcher = lintel_dial_system_get_matcher (system, class);

  if (reach == NULL || reach->verdict == LINTEL_DIAL_ALLOWED)
    return numbers;
  for (guint i = 0; i < reach->destination->n_patterns; i++)
    {
      g_autofree char *number = lintel_number_pattern_get_prefix (&reach->destination->patterns[i]);
      LintelDialAnswer answer;

      lintel_dial_evaluate (matcher, number, strlen (number), &answer);
      if (answer.verdict != LINTEL_DIAL_ALLOWED)
        g_ptr_array_add (numbers, g_steal_pointer (&number));
    }
  return numbers;
}

static char *
join (GPtrArray *numbers)
{
  g_ptr_array_add (numbers, NULL);
  return g_strjoinv (", ", (char **) numbers->pdata);
}

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  const LintelReachCase *reach_case = data;
  g_autofree char *who = lintel_reach_name_users (reach_case);
  g_autofree char *class = lintel_reach_name_class (reach_case);
  g_autoptr (GPtrArray) blocked = list_blocked (reach_case->system, reach_case->number);
  g_autofree char *numbers = join (blocked);

  if (reach_case->reach->verdict == LINTEL_DIAL_RESTRICTED)
    return g_strdup_printf (_ ("%s cannot call %s in %s: enter it in the common permit table "
                               "(21-06-04) and assign that table to the class (21-05-05)"),
                            who, numbers, class);
  return g_strdup_printf (_ ("%s may not be able to call %s in %s: the manuals leave open whether "
                             "it gets out. Enter it in the common permit table (21-06-04), assign "
                             "that table to the class (21-05-05), and block nothing that it "
                             "begins with in the international table (21-06-01)"),
                          who, numbers, class);
}

static void
report (LintelCheck *check, int class)
{
  LintelDialSystem *system = lintel_dial_system_of (lintel_check_get_project (check));
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (LintelDialUser));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));
  LintelPlace place =
      lintel_place_row (lintel_check_get_item (check, "21-05", "01")->program, class);
  const LintelClassUsers *users = &lintel_check_get_survey (check)->users[class];
  LintelReachCase reach_case = {
    .system = system,
    .number = class,
    .inmail = nobody,
    .telephones = users->telephones,
    .name = &users->names->telephones,
    .reach = lintel_dial_system_find_reach (system, class, DESTINATION),
  };

  g_array_append_val (places, place);
  lintel_check_add_group (check, places, describe, &reach_case);
  if (reach_case.reach->witness != NULL)
    lintel_check_set_witness (check, reach_case.reach->witness);
}

static void
check_classes (LintelCheck *check)
{
  LintelDialSystem *system = lintel_dial_system_of (lintel_check_get_project (check));

  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    {
      g_autoptr (GPtrArray) blocked = NULL;

      if (lintel_check_get_survey (check)->users[class].telephones->len == 0)
        continue;
      blocked = list_blocked (system, class);
      if (blocked->len > 0)
        report (check, class);
    }
}

/* The row for ENTRY: one that has it, or the first free one; 0 for neither. */
static int
find_row (LintelProject *project, const LintelItem *item, const char *entry)
{
  int free_row = 0;

  for (int row = item->dimension[0].capacity; row >= 1; row--)
    {
      const char *text = lintel_project_get (project, item, row, 1);

      if (g_str_equal (text, entry))
        return row;
      if (*text == '\0')
        free_row = row;
    }
  return free_row;
}

static gboolean
permit (LintelProject *project, int class, LintelDialTable table, GPtrArray *numbers,
        GPtrArray *edits)
{
  const LintelItem *item = lintel_table_get_item (project, table);
  LintelPlace assignment =
      lintel_place_cell (lintel_table_get_assignment (project, table), class, 1);
  g_autoptr (LintelProject) copy = lintel_project_copy (project);

  for (guint i = 0; i < numbers->len; i++)
    {
      LintelPlace place = lintel_place_cell (item, find_row (copy, item, numbers->pdata[i]), 1);

      if (place.index[0] == 0 || !lintel_project_set (copy, "", &place, numbers->pdata[i], NULL))
        return FALSE;
      lintel_edits_add (edits, &place, numbers->pdata[i]);
    }
  lintel_edits_add (edits, &assignment, "1");
  return TRUE;
}

/* Common permit does; where the international table blocks the number, the international permit
 * table has to let it out as well, in case that pair is looked at first. */
static void
fix_class (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  static const LintelDialTable tables[] = { LINTEL_DIAL_COMMON_PERMIT,
                                            LINTEL_DIAL_INTERNATIONAL_PERMIT };
  LintelProject *project = lintel_check_get_project (check);
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  guint n;
  int class = lintel_finding_get_places (finding, &n)[0].index[0];
  g_autoptr (GPtrArray) numbers = list_blocked (lintel_dial_system_of (project), class);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (!permit (project, class, tables[i], numbers, edits))
        return;
      if (lintel_trial_passes (check, finding, edits))
        {
          g_autofree char *list = join (numbers);

          lintel_fixes_add (check, fixes, g_steal_pointer (&edits), _ ("Permit %s in class %d"),
                            list, class);
          return;
        }
    }
}

const LintelRule lintel_rule_emergency_blocked = {
  .id = "emergency-blocked",
  .severity = LINTEL_SEVERITY_ERROR,
  .locked = TRUE,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("An emergency number does not get out of a telephone"),
  .explanation = N_ (
      "911 has to get out of every telephone in every day and night mode, and so has 988, the "
      "crisis lifeline, since 2022. A short entry such as 9 in a restriction table blocks both, "
      "and nobody notices until the day it matters. It is an error too if NEC's manuals leave open "
      "whether the call gets out.\n\n"
      "Enter the numbers in the common permit table (21-06-04) and assign that table to the class "
      "(21-05-05): it beats the restriction tables. An entry in the international table (21-06-01) "
      "that fits 911 is best removed."),
  .check = check_classes,
  .fix = fix_class,
};
