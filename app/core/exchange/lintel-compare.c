/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands elsewhere than before. What has an address is compared there; acceptances, dial
 * tests and what was kept aside are compared as sets of texts, so that one more at the top is not
 * a change of all those below it.
 */

#include "config.h"

#include "app/core/exchange/lintel-compare-private.h"
#include "app/core/exchange/lintel-report-private.h"

#include "lintel/exchange.h"
#include "lintel/lock.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

typedef struct
{
  LintelProject *old, *new;
  LintelAffected *affected;
  GPtrArray *changes;
} Compare;

static void
change_free (LintelChange *change)
{
  g_free (change->address);
  g_free (change->name);
  g_free (change->old_text);
  g_free (change->new_text);
  g_free (change->old_shown);
  g_free (change->new_shown);
  g_free (change->affected);
  g_clear_pointer (&change->extensions, g_ptr_array_unref);
  g_free (change);
}

static const char *
name_field (LintelField field)
{
  switch (field)
    {
    case LINTEL_FIELD_NUMBER:
      return C_ ("place", "Extension number");
    case LINTEL_FIELD_KIND:
      return _ ("Kind of extension");
    case LINTEL_FIELD_SITE:
      return C_ ("place", "Site");
    case LINTEL_FIELD_REFERENCE:
      return C_ ("place", "Reference");
    case LINTEL_FIELD_WORDS:
      return _ ("Not in codes");
    default:
      return C_ ("place", "Name");
    }
}

static const char *
name_place (const LintelPlace *place)
{
  switch (place->kind)
    {
    case LINTEL_PLACE_CELL:
      return lintel_item_get_name (place->item);
    case LINTEL_PLACE_CODE:
      return C_ ("place", "Security code");
    case LINTEL_PLACE_NOTES:
      return C_ ("place", "Notes");
    case LINTEL_PLACE_DIAL_TEST:
      return C_ ("place", "Dial test");
    case LINTEL_PLACE_ACCEPTANCE:
      return C_ ("place", "Acceptance");
    case LINTEL_PLACE_SIGN_OFF:
      return lintel_sign_off_kind_get_title ((LintelSignOffKind) place->index[0]);
    case LINTEL_PLACE_STRAY:
      return _ ("Kept as it was written");
    default:
      return name_field (place->field);
    }
}

static LintelChange *
add_change (Compare *compare, const LintelPlace *place, gboolean in_old, const char *old_text,
            const char *new_text)
{
  LintelProject *project = in_old ? compare->old : compare->new;
  LintelChange *change = g_new0 (LintelChange, 1);

  change->place = *place;
  change->in_old = in_old;
  change->address = lintel_report_format_address (project, place);
  change->name = g_strdup (name_place (place));
  change->old_text = g_strdup (old_text);
  change->new_text = g_strdup (new_text);
  lintel_affected_describe (compare->affected, change);
  g_ptr_array_add (compare->changes, change);
  return change;
}

/* NULL is "nothing there" here, not the factory default: a cell's text is its effective value. */
static char *
show_text (LintelProject *project, const LintelPlace *place, const char *text)
{
  return text != NULL || place->kind == LINTEL_PLACE_CODE
             ? lintel_report_format_value (project, place, text)
             : g_strdup (C_ ("value", "(nothing)"));
}

static void
compare_texts (Compare *compare, const LintelPlace *place, gboolean in_old, const char *old_text,
               const char *new_text)
{
  LintelChange *change;

  if (g_strcmp0 (old_text, new_text) == 0)
    return;
  change = add_change (
      compare, place, in_old,
      old_text != NULL ? lintel_report_peek_value (compare->old, place, old_text) : NULL,
      new_text != NULL ? lintel_report_peek_value (compare->new, place, new_text) : NULL);
  change->old_shown = show_text (compare->old, place, old_text);
  change->new_shown = show_text (compare->new, place, new_text);
}

/* Cells. */

static const char *
get_cell (LintelProject *project, const LintelPlace *place)
{
  return lintel_project_has_cell (project, place->item, place->index[0], place->index[1])
             ? lintel_project_get (project, place->item, place->index[0], place->index[1])
             : NULL;
}

/* A cell that only one project has is worth a line when it is not as the factory leaves it. */
static gboolean
is_factory_alone (Compare *compare, const LintelPlace *place, const char *old_text,
                  const char *new_text)
{
  const char *text = old_text != NULL ? old_text : new_text;

  if (text == NULL || (old_text != NULL && new_text != NULL))
    return FALSE;
  return g_str_equal (text,
                      lintel_item_get_default (place->item, lintel_project_get_model (compare->new),
                                               place->index[0], place->index[1]));
}

static void
compare_item (Compare *compare, const LintelItem *item)
{
  int columns = item->n_dimensions > 1 ? item->dimension[1].capacity : 1;

  for (int i = 1; i <= item->dimension[0].capacity; i++)
    for (int j = 1; j <= columns; j++)
      {
        LintelPlace place = lintel_place_cell (item, i, j);
        const char *old_text = get_cell (compare->old, &place);
        const char *new_text = get_cell (compare->new, &place);

        if (!is_factory_alone (compare, &place, old_text, new_text))
          compare_texts (compare, &place, new_text == NULL, old_text, new_text);
      }
}

static void
compare_cells (Compare *compare)
{
  guint n_programs;
  const LintelProgram *const *programs =
      lintel_catalogue_get_programs (lintel_project_get_catalogue (compare->new), &n_programs);

  for (guint p = 0; p < n_programs; p++)
    for (guint n = 0; n < programs[p]->n_items; n++)
      compare_item (compare, programs[p]->items[n]);
}

/* What has an address and is no cell. */

static void
compare_place (Compare *compare, const LintelPlace *place)
{
  const char *new_text = lintel_project_get_text (compare->new, place);

  compare_texts (compare, place, new_text == NULL, lintel_project_get_text (compare->old, place),
                 new_text);
}

static void
compare_extensions (Compare *compare)
{
  static const LintelField fields[] = { LINTEL_FIELD_NUMBER, LINTEL_FIELD_KIND, LINTEL_FIELD_NAME };

  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    for (guint n = 0; n < G_N_ELEMENTS (fields); n++)
      {
        LintelPlace place = lintel_place_extension (port, fields[n]);

        compare_place (compare, &place);
      }
}

static void
compare_codes_of (Compare *compare, LintelProject *project, gboolean only_new)
{
  g_autoptr (GPtrArray) mailboxes = lintel_project_list_codes (project);

  for (guint n = 0; n < mailboxes->len; n++)
    {
      LintelPlace place = lintel_place_code (g_ptr_array_index (mailboxes, n));

      if (!only_new || lintel_project_get_text (compare->old, &place) == NULL)
        compare_place (compare, &place);
    }
}

/* What is locked is neither gone nor new. */
static void
compare_codes (Compare *compare)
{
  if (lintel_project_get_lock_state (compare->old) == LINTEL_LOCK_LOCKED
      || lintel_project_get_lock_state (compare->new) == LINTEL_LOCK_LOCKED)
    return;
  compare_codes_of (compare, compare->old, FALSE);
  compare_codes_of (compare, compare->new, TRUE);
}

static void
compare_customer (Compare *compare)
{
  static const LintelField fields[] = { LINTEL_FIELD_NAME, LINTEL_FIELD_SITE,
                                        LINTEL_FIELD_REFERENCE, LINTEL_FIELD_WORDS };
  LintelPlace notes = lintel_place_notes ();

  for (guint n = 0; n < G_N_ELEMENTS (fields); n++)
    {
      LintelPlace place = lintel_place_customer (fields[n]);

      compare_place (compare, &place);
    }
  compare_place (compare, &notes);
}

static void
compare_sign_offs (Compare *compare)
{
  static const LintelField fields[] = { LINTEL_FIELD_BY, LINTEL_FIELD_TIME, LINTEL_FIELD_SHA256 };

  for (int kind = 1; kind <= LINTEL_N_SIGN_OFFS; kind++)
    for (guint n = 0; n < G_N_ELEMENTS (fields); n++)
      {
        LintelPlace place = lintel_place_record (LINTEL_PLACE_SIGN_OFF, kind, fields[n]);

        compare_place (compare, &place);
      }
}

/* What the root element says. It comes first. */
static void
compare_root (Compare *compare, const char *address, const char *name, const char *old_text,
              const char *new_text)
{
  const LintelPlace nowhere = { 0 };
  LintelChange *change;

  if (g_str_equal (old_text, new_text))
    return;
  change = add_change (compare, &nowhere, FALSE, old_text, new_text);
  g_free (change->address);
  change->address = g_strdup (address);
  g_free (change->name);
  change->name = g_strdup (name);
  change->old_shown = g_strdup (*old_text != '\0' ? old_text : C_ ("system version", "(newest)"));
  change->new_shown = g_strdup (*new_text != '\0' ? new_text : C_ ("system version", "(newest)"));
}

/* Sets. */

typedef struct
{
  LintelPlace place;
  char *text, *shown; /* for programs and for people */
} Member;

static void
member_clear (gpointer member)
{
  g_free (((Member *) member)->text);
  g_free (((Member *) member)->shown);
}

static void
add_member (GArray *members, LintelPlaceKind kind, int id, char *text, char *shown)
{
  Member member = { lintel_place_record (kind, id, LINTEL_FIELD_NONE), text, shown };

  g_array_append_val (members, member);
}

static void
list_acceptances (GArray *members, LintelProject *project)
{
  g_autoptr (GPtrArray) list = lintel_project_list_acceptances (project);

  for (guint n = 0; n < list->len; n++)
    {
      const LintelAcceptance *a = g_ptr_array_index (list, n);
      g_autofree char *written = lintel_report_write_acceptance (a);
      g_autofree char *shown = lintel_report_show_acceptance (a);

      add_member (members, LINTEL_PLACE_ACCEPTANCE, a->id,
                  g_strdup_printf (C_ ("acceptance", "%s at %s: %s"), a->rule, a->at, written),
                  g_strdup_printf (C_ ("acceptance", "%s at %s: %s"), a->rule, a->at, shown));
    }
}

static void
list_dial_tests (GArray *members, LintelProject *project)
{
  g_autoptr (GPtrArray) list = lintel_project_list_dial_tests (project);

  for (guint n = 0; n < list->len; n++)
    {
      const LintelDialTest *test = g_ptr_array_index (list, n);
      char *text = g_strdup_printf (_ ("%s from extension %s in mode %s: %s"), test->number,
                                    test->from, test->mode, test->expect);

      add_member (members, LINTEL_PLACE_DIAL_TEST, test->id, text, g_strdup (text));
    }
}

/* Comments and other namespaces say nothing about the system. */
static void
list_strays (GArray *members, LintelProject *project)
{
  g_autoptr (GPtrArray) list = lintel_project_list_strays (project);

  for (guint n = 0; n < list->len; n++)
    {
      const LintelStray *stray = g_ptr_array_index (list, n);

      if (stray->kind != LINTEL_STRAY_FOREIGN)
        add_member (members, LINTEL_PLACE_STRAY, stray->id, g_strdup (stray->xml),
                    g_strdup (stray->xml));
    }
}

/* Takes one of the same text out of OTHERS. */
static gboolean
take_same (GArray *others, const char *text)
{
  for (guint n = 0; n < others->len; n++)
    if (g_str_equal (g_array_index (others, Member, n).text, text))
      {
        g_array_remove_index (others, n);
        return TRUE;
      }
  return FALSE;
}

static void
add_member_change (Compare *compare, const Member *member, gboolean in_old)
{
  LintelChange *change = add_change (compare, &member->place, in_old, in_old ? member->text : NULL,
                                     in_old ? NULL : member->text);

  change->old_shown = g_strdup (in_old ? member->shown : C_ ("value", "(nothing)"));
  change->new_shown = g_strdup (in_old ? C_ ("value", "(nothing)") : member->shown);
}

static void
compare_sets (Compare *compare, void (*list) (GArray *members, LintelProject *project))
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (Member));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (Member));

  g_array_set_clear_func (before, member_clear);
  g_array_set_clear_func (after, member_clear);
  list (before, compare->old);
  list (after, compare->new);
  for (guint n = 0; n < before->len; n++)
    if (!take_same (after, g_array_index (before, Member, n).text))
      add_member_change (compare, &g_array_index (before, Member, n), TRUE);
  for (guint n = 0; n < after->len; n++)
    add_member_change (compare, &g_array_index (after, Member, n), FALSE);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const LintelChange *x = *(const LintelChange *const *) a, *y = *(const LintelChange *const *) b;
  gboolean x_is_root = x->place.kind == LINTEL_PLACE_NONE;
  gboolean y_is_root = y->place.kind == LINTEL_PLACE_NONE;
  int order;

  if (x_is_root != y_is_root)
    return x_is_root ? -1 : 1;
  order = lintel_place_compare (&x->place, &y->place);
  if (order == 0)
    order = (int) y->in_old - (int) x->in_old;
  return order != 0 ? order : strcmp (x->address, y->address);
}

GPtrArray *
lintel_compare_places (LintelProject *old, LintelProject *new, GError **error)
{
  g_autoptr (LintelAffected) affected = NULL;
  Compare compare = { .old = old, .new = new };

  if (lintel_project_get_model (old) != lintel_project_get_model (new))
    {
      g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_FORMAT,
                   _ ("the projects are for different models, %s and %s: their cells cannot be "
                      "compared"),
                   lintel_model_get_name (lintel_project_get_model (old)),
                   lintel_model_get_name (lintel_project_get_model (new)));
      return NULL;
    }
  affected = lintel_affected_new (old, new);
  compare.affected = affected;
  compare.changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  compare_root (&compare, "version", C_ ("place", "System version"),
                lintel_project_get_version (old), lintel_project_get_version (new));
  compare_root (&compare, "numbering", C_ ("place", "Numbering plan"),
                lintel_project_get_numbering (old), lintel_project_get_numbering (new));
  compare_cells (&compare);
  compare_extensions (&compare);
  compare_codes (&compare);
  compare_customer (&compare);
  compare_sets (&compare, list_dial_tests);
  compare_sets (&compare, list_acceptances);
  compare_sign_offs (&compare);
  compare_sets (&compare, list_strays);
  g_ptr_array_sort (compare.changes, compare_changes);
  return compare.changes;
}

/* A value of several lines stays on the line of its place. */
static char *
on_one_line (const char *text)
{
  GString *line = g_string_new (text);

  g_string_replace (line, "\n", " ⏎ ", 0);
  return g_string_free (line, FALSE);
}

char *
lintel_change_to_text (const LintelChange *change)
{
  g_autofree char *from = on_one_line (change->old_shown);
  g_autofree char *to = on_one_line (change->new_shown);

  if (change->affected == NULL)
    return g_strdup_printf ("%s %s: %s → %s", change->address, change->name, from, to);
  return g_strdup_printf ("%s %s: %s → %s (%s)", change->address, change->name, from, to,
                          change->affected);
}
