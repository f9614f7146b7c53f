/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A class in use with a table that has no entry. */

#include "config.h"

#include "app/core/lint/lintel-survey-private.h"
#include "app/core/lint/lintel-table-rules-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

/* An empty permit table does no harm beside the restriction table that it belongs to. Alone it
 * leaves open what the class may dial. The international restriction table has a rule of its own.
 */
static const struct
{
  LintelDialTable table, beside;
} cases[] = {
  { LINTEL_DIAL_COMMON_RESTRICT, LINTEL_DIAL_N_TABLES },
  { LINTEL_DIAL_RESTRICT, LINTEL_DIAL_N_TABLES },
  { LINTEL_DIAL_PERMIT, LINTEL_DIAL_RESTRICT },
  { LINTEL_DIAL_INTERNATIONAL_PERMIT, LINTEL_DIAL_INTERNATIONAL_RESTRICT },
};

static gboolean
is_empty (const LintelDialTableUse *use)
{
  for (guint i = 0; i < use->n_entries; i++)
    if (use->entries[i] != NULL && *use->entries[i] != '\0')
      return FALSE;
  return TRUE;
}

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *classes = lintel_words_for_indexes (places, n, 0);

  if (GPOINTER_TO_UINT (data) == LINTEL_DIAL_N_TABLES)
    return g_strdup_printf (
        ngettext ("Class %s has a restriction table that is empty, so it blocks nothing: fill it "
                  "(21-06), or assign another (%s-%s)",
                  "Classes %s have a restriction table that is empty, so it blocks nothing: fill "
                  "it (21-06), or assign another (%s-%s)",
                  n),
        classes, places[0].program->number, places[0].item->id);
  return g_strdup_printf (
      ngettext ("Class %s has an empty permit table and no restriction table beside it, and it is "
                "not known what that blocks: take the permit table away (%s-%s)",
                "Classes %s have an empty permit table and no restriction table beside it, and it "
                "is not known what that blocks: take the permit table away (%s-%s)",
                n),
      classes, places[0].program->number, places[0].item->id);
}

static gboolean
is_wrong (LintelCheck *check, int class, guint nth)
{
  const LintelDialClass *description = lintel_dial_system_get_description (
      lintel_dial_system_of (lintel_check_get_project (check)), class);
  const LintelDialTableUse *use = &description->table[cases[nth].table];

  return use->assigned && is_empty (use)
         && (cases[nth].beside == LINTEL_DIAL_N_TABLES
             || !description->table[cases[nth].beside].assigned);
}

static void
check_case (LintelCheck *check, guint nth)
{
  const LintelItem *item =
      lintel_table_get_assignment (lintel_check_get_project (check), cases[nth].table);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    {
      LintelPlace place = lintel_place_cell (item, class, 1);

      if (lintel_class_is_used (lintel_check_get_survey (check), class)
          && is_wrong (check, class, nth))
        g_array_append_val (places, place);
    }
  if (places->len > 0)
    lintel_check_add_group (check, places, describe, GUINT_TO_POINTER (cases[nth].beside));
}

static void
check_classes (LintelCheck *check)
{
  for (guint nth = 0; nth < G_N_ELEMENTS (cases); nth++)
    check_case (check, nth);
}

const LintelRule lintel_rule_assigned_table_empty = {
  .id = "assigned-table-empty",
  .severity = LINTEL_SEVERITY_WARNING,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("A class in use has a table that is empty"),
  .explanation = N_ (
      "A restriction table without entries blocks nothing: the class looks restricted and is not. "
      "The factory assigns tables 1 to 3 to the classes 3 to 5 and leaves them empty. An empty "
      "permit table is harmless beside a restriction table; without one NEC's manuals leave open "
      "whether the class may dial everything or nothing.\n\n"
      "Fill the table (21-06), or set the assignment in 21-05 to 0. Classes that nobody is in are "
      "not looked at; an empty international table is reported by international-table-empty."),
  .check = check_classes,
};
