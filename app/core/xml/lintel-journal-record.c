/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of a journal: as lines, as edits, and edits folded by place. */

#include "config.h"

#include "app/core/project/lintel-project-private.h"
#include "app/core/xml/lintel-journal-private.h"
#include "lintel/lock.h"

#include <string.h>

/* Lines. */

static void
continue_chain (LintelJournalChain chain, const char *text, gssize length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) chain, -1);
  g_checksum_update (checksum, (const guchar *) text, length);
  g_strlcpy (chain, g_checksum_get_string (checksum), sizeof (LintelJournalChain));
}

void
lintel_journal_append_record (GString *lines, LintelJournalChain chain, GVariant *record)
{
  g_autofree char *text = g_variant_print (record, FALSE);

  continue_chain (chain, text, -1);
  g_string_append_printf (lines, "%s %s\n", chain, text);
}

GVariant *
lintel_journal_next_record (const char **cursor, LintelJournalChain chain, const GVariantType *type)
{
  const char *line = *cursor, *end = strchr (line, '\n');
  const char *text = line + LINTEL_JOURNAL_CHECK_LENGTH + 1;
  LintelJournalChain expected;
  GVariant *record;

  if (end == NULL || end < text)
    return NULL;
  memcpy (expected, chain, sizeof expected);
  continue_chain (expected, text, end - text);
  if (strncmp (expected, line, LINTEL_JOURNAL_CHECK_LENGTH) != 0 || text[-1] != ' ')
    return NULL;
  record = g_variant_parse (type, text, end, NULL, NULL);
  if (record == NULL)
    return NULL;
  memcpy (chain, expected, sizeof expected);
  *cursor = end + 1;
  return record;
}

/* Places. */

/* Without a default, so that the compiler asks for the word of a new kind. */
static const char *
kind_to_id (LintelPlaceKind kind)
{
  switch (kind)
    {
    case LINTEL_PLACE_NONE:
      return "none";
    case LINTEL_PLACE_CELL:
      return "cell";
    case LINTEL_PLACE_ROW:
      return "row";
    case LINTEL_PLACE_TABLE:
      return "table";
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
      return "sign-off";
    case LINTEL_PLACE_STRAY:
      return "stray";
    }
  g_return_val_if_reached ("none");
}

static LintelPlaceKind
find_kind (const char *id)
{
  for (int kind = LINTEL_PLACE_NONE; kind <= LINTEL_PLACE_STRAY; kind++)
    if (g_str_equal (kind_to_id ((LintelPlaceKind) kind), id))
      return (LintelPlaceKind) kind;
  return LINTEL_PLACE_NONE;
}

static gboolean
find_field (LintelPlaceKind kind, const char *id, LintelField *field)
{
  const LintelField *fields = lintel_place_kind_get_fields (kind);

  while (*fields != LINTEL_FIELD_NONE && !g_str_equal (lintel_field_to_id (*fields), id))
    fields++;
  *field = *fields;
  return g_str_equal (lintel_field_to_id (*fields), id);
}

/* Only what a text can stand at. */
static gboolean
make_place (LintelCatalogue *catalogue, const char *kind, const char *name, const char *part, int i,
            int j, LintelPlace *place)
{
  const LintelItem *item;

  *place = (LintelPlace){ .kind = find_kind (kind), .index = { i, j } };
  switch (place->kind)
    {
    case LINTEL_PLACE_NONE:
    case LINTEL_PLACE_ROW:
    case LINTEL_PLACE_TABLE:
      return FALSE;
    case LINTEL_PLACE_CELL:
      item = lintel_catalogue_find_item (catalogue, name, part);
      if (item != NULL)
        *place = lintel_place_cell (item, i, j);
      return item != NULL;
    case LINTEL_PLACE_CODE:
      *place = lintel_place_code (name);
      return TRUE;
    case LINTEL_PLACE_EXTENSION:
    case LINTEL_PLACE_CUSTOMER:
    case LINTEL_PLACE_NOTES:
    case LINTEL_PLACE_DIAL_TEST:
    case LINTEL_PLACE_ACCEPTANCE:
    case LINTEL_PLACE_SIGN_OFF:
    case LINTEL_PLACE_STRAY:
    default:
      return find_field (place->kind, part, &place->field);
    }
}

/* Edits. */

GVariant *
lintel_journal_edits_to_variant (GPtrArray *edits)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sssiimsms)"));
  for (guint k = 0; k < edits->len; k++)
    {
      const LintelEdit *edit = g_ptr_array_index (edits, k);
      const LintelPlace *place = &edit->place;
      gboolean is_cell = place->kind == LINTEL_PLACE_CELL;

      g_variant_builder_add (&builder, "(sssiimsms)", kind_to_id (place->kind),
                             is_cell ? place->program->number : place->number,
                             is_cell ? place->item->id : lintel_field_to_id (place->field),
                             place->index[0], place->index[1], edit->old_text, edit->new_text);
    }
  return g_variant_builder_end (&builder);
}

GPtrArray *
lintel_journal_edits_from_variant (LintelCatalogue *catalogue, GVariant *variant)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  const char *kind, *name, *part, *old_text, *new_text;
  GVariantIter iter;
  int i, j;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_loop (&iter, "(&s&s&siim&sm&s)", &kind, &name, &part, &i, &j, &old_text,
                              &new_text))
    {
      LintelPlace place;
      LintelEdit *edit;

      if (!make_place (catalogue, kind, name, part, i, j, &place))
        return NULL;
      edit = lintel_edit_new (&place, new_text);
      edit->old_text = g_strdup (old_text);
      g_ptr_array_add (edits, edit);
    }
  return g_steal_pointer (&edits);
}

/* Nets. */

void
lintel_journal_net_init (LintelJournalNet *net)
{
  net->edits = lintel_edits_new ();
  net->by_place = g_hash_table_new (lintel_place_hash, lintel_place_equal);
}

void
lintel_journal_net_clear (LintelJournalNet *net)
{
  g_clear_pointer (&net->by_place, g_hash_table_unref);
  g_clear_pointer (&net->edits, g_ptr_array_unref);
}

void
lintel_journal_net_add (LintelJournalNet *net, GPtrArray *edits)
{
  for (guint k = 0; k < edits->len; k++)
    {
      const LintelEdit *edit = g_ptr_array_index (edits, k);
      LintelEdit *known = g_hash_table_lookup (net->by_place, &edit->place);

      if (known == NULL)
        {
          known = lintel_edit_copy (edit);
          g_ptr_array_add (net->edits, known);
          g_hash_table_insert (net->by_place, &known->place, known);
          continue;
        }
      lintel_wipe_text (known->new_text);
      known->new_text = g_strdup (edit->new_text);
    }
}

static int
rank (const LintelPlace *place)
{
  if (place->kind == LINTEL_PLACE_EXTENSION)
    return 0;
  return place->kind == LINTEL_PLACE_STRAY ? 2 : 1;
}

static int
compare_edits (gconstpointer a, gconstpointer b)
{
  const LintelEdit *x = *(LintelEdit *const *) a, *y = *(LintelEdit *const *) b;

  if (rank (&x->place) != rank (&y->place))
    return rank (&x->place) - rank (&y->place);
  return lintel_place_compare (&x->place, &y->place);
}

GPtrArray *
lintel_journal_net_list (const LintelJournalNet *net)
{
  GPtrArray *list = lintel_edits_new ();

  for (guint k = 0; k < net->edits->len; k++)
    {
      const LintelEdit *edit = g_ptr_array_index (net->edits, k);

      if (g_strcmp0 (edit->old_text, edit->new_text) != 0)
        g_ptr_array_add (list, lintel_edit_copy (edit));
    }
  g_ptr_array_sort (list, compare_edits);
  return list;
}
