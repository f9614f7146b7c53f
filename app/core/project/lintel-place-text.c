/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Places as text for people: one place, and many places in as few words as possible.
 *
 * Both are the same job: a span is a rectangle of places of one kind, and one place is the
 * smallest of them.
 */

#include "config.h"

#include "app/core/project/lintel-project-internal.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* A message that lists more spans than this is not read. */
#define MAX_SPANS 6

typedef struct
{
  LintelPlace first, last;
  guint n_places;
} Span;

const char *
lintel_field_to_id (LintelField field)
{
  static const char *const ids[] = {
    [LINTEL_FIELD_NONE] = "",         [LINTEL_FIELD_NUMBER] = "number",
    [LINTEL_FIELD_KIND] = "kind",     [LINTEL_FIELD_NAME] = "name",
    [LINTEL_FIELD_SITE] = "site",     [LINTEL_FIELD_REFERENCE] = "reference",
    [LINTEL_FIELD_FROM] = "from",     [LINTEL_FIELD_MODE] = "mode",
    [LINTEL_FIELD_EXPECT] = "expect", [LINTEL_FIELD_RULE] = "rule",
    [LINTEL_FIELD_AT] = "at",         [LINTEL_FIELD_REASON] = "reason",
    [LINTEL_FIELD_BY] = "by",         [LINTEL_FIELD_UNTIL] = "until",
    [LINTEL_FIELD_TIME] = "time",     [LINTEL_FIELD_SHA256] = "sha256",
    [LINTEL_FIELD_WORDS] = "words",
  };

  return ids[field];
}

static LintelIndexKind
first_index_kind (const LintelPlace *place)
{
  const LintelItem *item = place->item;

  if (item == NULL && place->program != NULL && place->program->n_items > 0)
    item = place->program->items[0];
  return item != NULL ? item->dimension[0].kind : LINTEL_INDEX_NONE;
}

/* The number of the extension that a place in 21-04 belongs to; NULL when there is none. */
static const char *
extension_number (const LintelPlace *place, LintelProject *project)
{
  const LintelExtension *extension;

  if (project == NULL || first_index_kind (place) != LINTEL_INDEX_EXTENSION)
    return NULL;
  extension = lintel_project_get_extension (project, place->index[0]);
  return extension != NULL ? extension->number : NULL;
}

static char *
first_index_to_string (const LintelPlace *place, LintelProject *project)
{
  const char *number = extension_number (place, project);

  if (place->kind == LINTEL_PLACE_CODE)
    return g_strdup (place->number);
  if (number != NULL)
    return g_strdup (number);
  if (place->kind == LINTEL_PLACE_DIAL_TEST || place->kind == LINTEL_PLACE_ACCEPTANCE)
    return g_strdup_printf ("%d", project != NULL ? lintel_project_id_to_position (
                                      project, place->kind, place->index[0])
                                                  : place->index[0]);
  if (first_index_kind (place) == LINTEL_INDEX_EXTENSION)
    return g_strdup_printf ("port %d", place->index[0]);
  return g_strdup_printf ("%d", place->index[0]);
}

static const char *
head_of (const LintelPlace *place)
{
  switch (place->kind)
    {
    case LINTEL_PLACE_CELL:
    case LINTEL_PLACE_TABLE:
      return lintel_item_get_number (place->item);
    case LINTEL_PLACE_ROW:
      return place->program->number;
    case LINTEL_PLACE_EXTENSION:
      return "extension";
    case LINTEL_PLACE_CODE:
      return "code";
    case LINTEL_PLACE_CUSTOMER:
      return "customer";
    case LINTEL_PLACE_NOTES:
      return "notes";
    case LINTEL_PLACE_DIAL_TEST:
      return "dial-test";
    case LINTEL_PLACE_ACCEPTANCE:
      return "accepted";
    case LINTEL_PLACE_SIGN_OFF:
      return place->index[0] == LINTEL_SIGN_OFF_PREPARED ? "sign-off.prepared"
                                                         : "sign-off.reviewed";
    case LINTEL_PLACE_STRAY:
      return "stray";
    case LINTEL_PLACE_NONE:
    default:
      return "";
    }
}

static gboolean
has_index (const LintelPlace *place)
{
  if (place->kind == LINTEL_PLACE_SIGN_OFF)
    return FALSE;
  return place->index[0] != 0 || place->kind == LINTEL_PLACE_CODE;
}

static void
append_indexes (GString *text, const Span *span, LintelProject *project)
{
  const LintelPlace *first = &span->first, *last = &span->last;
  g_autofree char *from = first_index_to_string (first, project);
  g_autofree char *to = first_index_to_string (last, project);

  g_string_append_printf (text, "[%s", from);
  if (!g_str_equal (from, to))
    g_string_append_printf (text, "-%s", to);
  if (first->kind == LINTEL_PLACE_CELL && first->item->n_dimensions > 1)
    {
      g_string_append_printf (text, ",%d", first->index[1]);
      if (first->index[1] != last->index[1])
        g_string_append_printf (text, "-%d", last->index[1]);
    }
  g_string_append_c (text, ']');
}

static void
append_span (GString *text, const Span *span, LintelProject *project)
{
  g_string_append (text, head_of (&span->first));
  if (has_index (&span->first))
    append_indexes (text, span, project);
  if (span->first.field != LINTEL_FIELD_NONE)
    g_string_append_printf (text, ".%s", lintel_field_to_id (span->first.field));
}

char *
lintel_place_to_string (const LintelPlace *place, LintelProject *project)
{
  Span span = { *place, *place, 1 };
  GString *text = g_string_new (NULL);

  append_span (text, &span, project);
  return g_string_free (text, FALSE);
}

/* Where a place stands in the counting that its reader sees: 128 comes after 127, and extension
 * 228 after extension 227 whatever their ports. */
static int
ordinal (const LintelPlace *place, LintelProject *project)
{
  const char *number =
      place->kind == LINTEL_PLACE_CODE ? place->number : extension_number (place, project);

  return number != NULL ? atoi (number) : place->index[0];
}

static gboolean
are_of_one_kind (const LintelPlace *a, const LintelPlace *b)
{
  return a->kind == b->kind && a->field == b->field && a->program == b->program
         && a->item == b->item && strlen (a->number) == strlen (b->number);
}

/* Puts PLACE to the right of the span. */
static gboolean
extend_row (Span *span, const LintelPlace *place)
{
  if (place->kind != LINTEL_PLACE_CELL || !are_of_one_kind (&span->last, place)
      || span->last.index[0] != place->index[0] || span->last.index[1] + 1 != place->index[1])
    return FALSE;
  span->last = *place;
  span->n_places++;
  return TRUE;
}

/* Puts the span ROW below the span, if they are equally wide. */
static gboolean
extend_down (Span *span, const Span *row, LintelProject *project)
{
  if (!are_of_one_kind (&span->last, &row->first) || span->first.index[1] != row->first.index[1]
      || span->last.index[1] != row->last.index[1]
      || ordinal (&span->last, project) + 1 != ordinal (&row->first, project))
    return FALSE;
  span->last = row->last;
  span->n_places += row->n_places;
  return TRUE;
}

static GArray *
join_rows (const LintelPlace *places, guint n)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint k = 0; k < n; k++)
    {
      Span span = { places[k], places[k], 1 };

      if (k > 0 && lintel_place_equal (&places[k - 1], &places[k]))
        continue;
      if (rows->len == 0 || !extend_row (&g_array_index (rows, Span, rows->len - 1), &places[k]))
        g_array_append_val (rows, span);
    }
  return rows;
}

/* A row of several spans grows several rectangles at once, so earlier ones are tried too; only
 * the last few, since a message does not show more anyway. */
static GArray *
join_spans (const GArray *rows, LintelProject *project)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint k = 0; k < rows->len; k++)
    {
      const Span *row = &g_array_index (rows, Span, k);
      gboolean joined = FALSE;

      for (guint back = 1; back <= MIN (spans->len, 8) && !joined; back++)
        joined = extend_down (&g_array_index (spans, Span, spans->len - back), row, project);
      if (!joined)
        g_array_append_vals (spans, row, 1);
    }
  return spans;
}

static char *
spans_to_string (const GArray *spans, LintelProject *project)
{
  GString *text = g_string_new (NULL);
  guint n_left = 0;

  for (guint k = 0; k < spans->len; k++)
    {
      const Span *span = &g_array_index (spans, Span, k);

      if (k >= MAX_SPANS)
        {
          n_left += span->n_places;
          continue;
        }
      if (k > 0)
        g_string_append (text, ", ");
      append_span (text, span, project);
    }
  if (n_left > 0)
    {
      /* Translators: ends a list of places such as "47-02-01[3], 47-02-01[7]". */
      g_autofree char *more = lintel_locale_format (
          ngettext ("and %u more place", "and %u more places", n_left), n_left);

      g_string_append_c (text, ' ');
      g_string_append (text, more);
    }
  return g_string_free (text, FALSE);
}

char *
lintel_places_summarize (const LintelPlace *places, guint n, LintelProject *project)
{
  g_autofree LintelPlace *sorted = g_memdup2 (places, n * sizeof *places);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) spans = NULL;

  if (n > 1)
    qsort (sorted, n, sizeof *sorted, lintel_place_compare);
  rows = join_rows (sorted, n);
  spans = join_spans (rows, project);
  return spans_to_string (spans, project);
}
