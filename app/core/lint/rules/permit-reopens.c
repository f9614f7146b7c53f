/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A permit entry that lets out of an InMail port what its restriction tables block. */

#include "config.h"

#include "app/core/lint/lintel-reopen-private.h"
#include "app/core/lint/lintel-survey-private.h"
#include "app/core/lint/lintel-table-rules-private.h"
#include "app/core/lint/lintel-trial-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

/* One entry and the classes that it opens, InMail ports being in each. */
typedef struct
{
  const LintelReopener *reopener;
  GArray *classes; /* of int */
} Case;

static const char *
name_target (const LintelReopener *reopener)
{
  return reopener->pattern->name != NULL ? lintel_number_pattern_get_name (reopener->pattern)
                                         : lintel_destination_get_target (reopener->opens);
}

static char *
list_classes (GArray *classes)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < classes->len; i++)
    g_ptr_array_add (texts, g_strdup_printf ("%d", g_array_index (classes, int, i)));
  return lintel_words_for_numbers ((const char *const *) texts->pdata, texts->len);
}

static void
report (LintelCheck *check, const Case *found)
{
  LintelProject *project = lintel_check_get_project (check);
  const LintelReopener *reopener = found->reopener;
  g_autofree char *number = lintel_number_pattern_format (reopener->pattern, reopener->number);
  g_autofree char *address = lintel_place_to_string (&reopener->place, project);
  g_autofree char *classes = list_classes (found->classes);

  lintel_check_add (check, &reopener->place,
                    /* Translators: entry, its place, classes, where to, a number. */
                    _ ("The permit entry %s in %s opens to InMail ports (class %s) what their "
                       "restriction tables block: they can call %s, %s. Clear the entry, or take "
                       "the table away from the class (21-05)"),
                    lintel_table_get_entry (project, &reopener->place), address, classes,
                    name_target (reopener), number);
  lintel_check_set_witness (check, reopener->number);
}

static Case *
find_case (GArray *cases, const LintelPlace *place)
{
  for (guint i = 0; i < cases->len; i++)
    if (lintel_place_equal (&g_array_index (cases, Case, i).reopener->place, place))
      return &g_array_index (cases, Case, i);
  return NULL;
}

static void
clear_case (gpointer data)
{
  g_array_unref (((Case *) data)->classes);
}

static void
collect (LintelCheck *check, int class, GArray *cases)
{
  const GArray *reopeners = lintel_reopeners_get (lintel_check_get_project (check), class);

  for (guint i = 0; i < reopeners->len; i++)
    {
      const LintelReopener *reopener = &g_array_index (reopeners, LintelReopener, i);
      Case *found = find_case (cases, &reopener->place);

      if (found == NULL)
        {
          Case new_case = { reopener, g_array_new (FALSE, FALSE, sizeof (int)) };

          g_array_append_val (cases, new_case);
          found = &g_array_index (cases, Case, cases->len - 1);
        }
      g_array_append_val (found->classes, class);
    }
}

static void
check_classes (LintelCheck *check)
{
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (Case));

  g_array_set_clear_func (cases, clear_case);
  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    if (lintel_check_get_survey (check)->users[class].inmail->len > 0)
      collect (check, class, cases);
  for (guint i = 0; i < cases->len; i++)
    report (check, &g_array_index (cases, Case, i));
}

/* The assignment that gives a class the table at PLACE, and its value. */
static const LintelItem *
find_assignment (LintelProject *project, const LintelPlace *place, int *value)
{
  *value = place->item->n_dimensions == 2 ? place->index[0] : 1;
  for (guint table = 0; table < LINTEL_DIAL_N_TABLES; table++)
    if (lintel_table_get_item (project, (LintelDialTable) table) == place->item)
      return lintel_table_get_assignment (project, (LintelDialTable) table);
  g_return_val_if_reached (NULL);
}

/* Whether telephones have the table too. */
static gboolean
is_shared (LintelCheck *check, const LintelItem *assignment, int value)
{
  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    if (lintel_check_get_survey (check)->users[class].telephones->len > 0
        && lintel_project_get_number (lintel_check_get_project (check), assignment, class, 1)
               == value)
      return TRUE;
  return FALSE;
}

static void
take_away (LintelCheck *check, const LintelItem *assignment, int value, GPtrArray *edits)
{
  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    {
      LintelPlace place = lintel_place_cell (assignment, class, 1);

      if (lintel_check_get_survey (check)->users[class].inmail->len > 0
          && lintel_project_get_number (lintel_check_get_project (check), assignment, class, 1)
                 == value)
        lintel_edits_add (edits, &place, "0");
    }
}

/* What telephones have as well stays as it is: then the InMail ports lose the table. */
static void
close_entry (LintelCheck *check, const LintelPlace *place, GPtrArray *edits)
{
  int value;
  const LintelItem *assignment = find_assignment (lintel_check_get_project (check), place, &value);

  if (is_shared (check, assignment, value))
    take_away (check, assignment, value, edits);
  else
    lintel_edits_add (edits, place, "");
}

/* Everything that opens the classes of InMail ports. */
static void
close_all (LintelCheck *check, GPtrArray *edits)
{
  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    {
      const GArray *reopeners = lintel_check_get_survey (check)->users[class].inmail->len > 0
                                    ? lintel_reopeners_get (lintel_check_get_project (check), class)
                                    : NULL;

      for (guint i = 0; reopeners != NULL && i < reopeners->len; i++)
        close_entry (check, &g_array_index (reopeners, LintelReopener, i).place, edits);
    }
}

static gboolean
try_edits (LintelCheck *check, const LintelFinding *finding, GPtrArray *edits, GPtrArray *fixes,
           const char *label)
{
  gboolean passes = lintel_trial_passes (check, finding, edits);

  if (passes)
    lintel_fixes_add (check, fixes, edits, "%s", label);
  else
    g_ptr_array_unref (edits);
  return passes;
}

/* Of two entries that open the same, the second can leave it uncertain when the first goes, so
 * that only all of them can go. */
static void
fix_entry (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  guint n;
  const LintelPlace *place = lintel_finding_get_places (finding, &n);
  GPtrArray *edits = lintel_edits_new ();

  close_entry (check, place, edits);
  if (try_edits (check, finding, edits, fixes,
                 _ ("Close what a permit entry opens to InMail ports")))
    return;
  edits = lintel_edits_new ();
  close_all (check, edits);
  if (try_edits (check, finding, edits, fixes,
                 _ ("Close all that permit entries open to InMail ports")))
    return;
  edits = lintel_edits_new ();
  lintel_edits_add (edits, place, "");
  try_edits (check, finding, edits, fixes, _ ("Clear the permit entry"));
}

const LintelRule lintel_rule_permit_reopens = {
  .id = "permit-reopens",
  .severity = LINTEL_SEVERITY_ERROR,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("A permit entry opens to InMail ports what is blocked for them"),
  .explanation = N_ (
      "A permit entry beats the restriction tables, however short it is and however long theirs: a "
      "single stray 0 in a permit table lets every number out that begins with 0, 011 among them. "
      "Reported are entries that let an InMail port call where toll fraud goes: abroad, by "
      "operator or through another carrier, the islands, premium numbers.\n\n"
      "Clear the entry, or make it so long that it fits only the numbers that are meant. If "
      "telephones need it, take the table away from the class of the InMail ports (21-05-02, "
      "21-05-05 or 21-05-07)."),
  .check = check_classes,
  .fix = fix_entry,
};
