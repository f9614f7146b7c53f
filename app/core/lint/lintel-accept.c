/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accepting a finding: where the records stand, and what each has to say. */

#include "config.h"

#include "app/core/lint/lintel-acceptances-private.h"
#include "lintel/acceptance.h"

#include <glib/gi18n-lib.h>

const char *
lintel_acceptance_find_gap (const LintelRule *rule, const char *reason, const char *by,
                            const char *until)
{
  const LintelAcceptance acceptance = {
    .rule = rule != NULL ? rule->id : "", .reason = reason, .by = by, .until = until
  };

  if (lintel_text_is_blank (reason))
    return _ ("Write down why this may stay. The reason is printed on the certificate.");
  if (!lintel_acceptance_has_reason (&acceptance))
    return _ ("This check guards against fraud: give a reason of at least 10 characters.");
  if (lintel_text_is_blank (by))
    return _ ("Write down who accepts it.");
  if (!lintel_acceptance_has_date (&acceptance))
    return _ ("Write the last day as year-month-day, for example 2027-01-31, or leave it blank.");
  return NULL;
}

/* The row that place N lies in, if the finding has all cells of that row that exist: one record
 * then says what eight would. */
static gboolean
find_whole_row (LintelProject *project, const LintelPlace *places, guint n_places, guint n,
                LintelPlace *row)
{
  const LintelPlace *place = &places[n];
  guint have = 0, exist = 0;
  int first, last;

  if (place->kind != LINTEL_PLACE_CELL || place->item->n_dimensions < 2
      || place->item->dimension[0].kind == LINTEL_INDEX_TABLE
      || !lintel_item_get_range (place->item, 1, lintel_project_get_model (project),
                                 lintel_project_get_version (project), &first, &last))
    return FALSE;
  for (int j = first; j <= last; j++)
    exist += lintel_project_has_cell (project, place->item, place->index[0], j) ? 1 : 0;
  for (guint i = 0; i < n_places; i++)
    have += places[i].item == place->item && places[i].index[0] == place->index[0] ? 1 : 0;
  if (have < exist)
    return FALSE;
  *row = lintel_place_row (place->program, place->index[0]);
  return TRUE;
}

/* Where the acceptances stand: addresses, each once, in the order of the places. */
static GPtrArray *
list_addresses (LintelProject *project, LintelFinding *finding)
{
  GPtrArray *addresses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);

  for (guint i = 0; i < n; i++)
    {
      LintelPlace row;
      char *address = find_whole_row (project, places, n, i, &row)
                          ? lintel_place_to_string (&row, project)
                          : lintel_finding_get_address (finding, i, project);

      if (g_hash_table_contains (seen, address))
        {
          g_free (address);
          continue;
        }
      g_hash_table_add (seen, address);
      g_ptr_array_add (addresses, address);
    }
  return addresses;
}

static void
add_field (GPtrArray *edits, int id, LintelField field, const char *text)
{
  LintelPlace place = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, id, field);

  if (text[0] != '\0')
    lintel_edits_add (edits, &place, text);
}

GPtrArray *
lintel_acceptance_edits (LintelProject *project, LintelFinding *finding, const char *reason,
                         const char *by, const char *until)
{
  g_autoptr (GPtrArray) addresses = list_addresses (project, finding);
  GPtrArray *edits = lintel_edits_new ();
  int id = lintel_project_next_id (project, LINTEL_PLACE_ACCEPTANCE);

  for (guint i = 0; i < addresses->len; i++, id++)
    {
      add_field (edits, id, LINTEL_FIELD_RULE,
                 lintel_rule_get_id (lintel_finding_get_rule (finding)));
      add_field (edits, id, LINTEL_FIELD_AT, g_ptr_array_index (addresses, i));
      add_field (edits, id, LINTEL_FIELD_REASON, reason);
      add_field (edits, id, LINTEL_FIELD_BY, by);
      add_field (edits, id, LINTEL_FIELD_UNTIL, until);
    }
  return edits;
}

guint
lintel_linter_count_accepted (LintelLinter *linter, guint *n_errors)
{
  GPtrArray *findings = lintel_linter_get_findings (linter);
  guint n_accepted = 0, errors = 0;

  for (guint i = 0; i < findings->len; i++)
    if (lintel_finding_get_acceptance (findings->pdata[i]) != 0)
      {
        n_accepted++;
        errors += lintel_finding_get_severity (findings->pdata[i]) == LINTEL_SEVERITY_ERROR;
      }
  if (n_errors != NULL)
    *n_errors = errors;
  return n_accepted;
}
