/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How places and the texts at them are said to a person. */

#include "config.h"

#include "app/ui/lintel-wording.h"
#include "lintel/locale.h"
#include "lintel/safe-text.h"

#include <glib/gi18n-lib.h>

char *
lintel_describe_extension (const LintelExtension *extension)
{
  g_autofree char *name = NULL;

  if (extension == NULL)
    return g_strdup ("");
  if (extension->name == NULL || extension->name[0] == '\0')
    return g_strdup (extension->number);
  name = lintel_text_make_safe (extension->name, FALSE);
  return g_strdup_printf ("%s %s", extension->number, name);
}

char *
lintel_describe_index (LintelProject *project, const LintelDimension *dimension, int index)
{
  const char *title = lintel_index_kind_get_title (dimension->kind);

  if (dimension->kind == LINTEL_INDEX_EXTENSION)
    {
      const LintelExtension *extension = lintel_project_get_extension (project, index);
      g_autofree char *name = lintel_describe_extension (extension);

      if (name[0] != '\0')
        return g_strdup_printf ("%s %s", title, name);
    }
  return g_strdup_printf ("%s %d", title, index);
}

static char *
describe_cell (LintelProject *project, const LintelPlace *place)
{
  const LintelItem *item = place->item;
  g_autofree char *first = lintel_describe_index (project, &item->dimension[0], place->index[0]);
  g_autofree char *second = NULL;

  if (item->n_dimensions < 2)
    /* Translators: an item's name, then what it belongs to: "Mailbox Type, Mailbox 65" */
    return g_strdup_printf (_ ("%s, %s"), lintel_item_get_name (item), first);
  second = lintel_describe_index (project, &item->dimension[1], place->index[1]);
  return g_strdup_printf (_ ("%s, %s, %s"), lintel_item_get_name (item), first, second);
}

static const char *
get_field_title (LintelField field)
{
  switch (field)
    {
    case LINTEL_FIELD_NUMBER:
      return C_ ("field", "Number");
    case LINTEL_FIELD_KIND:
      return C_ ("field", "Kind");
    case LINTEL_FIELD_NAME:
      return C_ ("field", "Name");
    case LINTEL_FIELD_SITE:
      return C_ ("field", "Site");
    case LINTEL_FIELD_REFERENCE:
      return C_ ("field", "Reference");
    case LINTEL_FIELD_WORDS:
      return _ ("Not in codes");
    case LINTEL_FIELD_FROM:
      return C_ ("field", "From extension");
    case LINTEL_FIELD_MODE:
      return C_ ("field", "Mode");
    case LINTEL_FIELD_EXPECT:
      return C_ ("field", "Expected result");
    case LINTEL_FIELD_RULE:
      return C_ ("field", "Rule");
    case LINTEL_FIELD_AT:
      return C_ ("field", "Place");
    case LINTEL_FIELD_REASON:
      return C_ ("field", "Reason");
    case LINTEL_FIELD_BY:
      return C_ ("field", "Accepted by");
    case LINTEL_FIELD_UNTIL:
      return C_ ("field", "Until");
    case LINTEL_FIELD_NONE:
    default:
      return C_ ("field", "Whole entry");
    }
}

static char *
describe_extension_place (LintelProject *project, const LintelPlace *place)
{
  const LintelExtension *extension = lintel_project_get_extension (project, place->index[0]);
  g_autofree char *name = lintel_describe_extension (extension);

  if (name[0] == '\0')
    return g_strdup_printf (C_ ("place", "%s, port %d"), get_field_title (place->field),
                            place->index[0]);
  return g_strdup_printf (C_ ("place", "%s, extension %s"), get_field_title (place->field), name);
}

char *
lintel_describe_place (LintelProject *project, const LintelPlace *place)
{
  switch (place->kind)
    {
    case LINTEL_PLACE_CELL:
      return describe_cell (project, place);
    case LINTEL_PLACE_ROW:
      return lintel_describe_index (project, &place->program->items[0]->dimension[0],
                                    place->index[0]);
    case LINTEL_PLACE_TABLE:
      return g_strdup (lintel_item_get_name (place->item));
    case LINTEL_PLACE_EXTENSION:
      return describe_extension_place (project, place);
    case LINTEL_PLACE_CODE:
      return g_strdup_printf (_ ("Code of mailbox %s"), place->number);
    case LINTEL_PLACE_CUSTOMER:
      return g_strdup_printf (C_ ("place", "Customer, %s"), get_field_title (place->field));
    case LINTEL_PLACE_NOTES:
      return g_strdup (C_ ("place", "Notes"));
    case LINTEL_PLACE_DIAL_TEST:
      return g_strdup_printf (C_ ("place", "Dial test, %s"), get_field_title (place->field));
    case LINTEL_PLACE_ACCEPTANCE:
      return g_strdup_printf (C_ ("place", "Acceptance, %s"), get_field_title (place->field));
    case LINTEL_PLACE_SIGN_OFF:
      return g_strdup (lintel_sign_off_kind_get_title ((LintelSignOffKind) place->index[0]));
    case LINTEL_PLACE_STRAY:
      return g_strdup (_ ("Part of the file that does not fit"));
    case LINTEL_PLACE_NONE:
    default:
      return g_strdup ("");
    }
}

static char *
describe_cell_text (LintelProject *project, const LintelPlace *place, const char *text)
{
  const LintelItem *item = place->item;
  LintelModel model = lintel_project_get_model (project);
  const char *value = text;
  g_autofree char *words = NULL;

  if (text == NULL)
    value = lintel_item_get_default (item, model, place->index[0], place->index[1]);
  words =
      value[0] != '\0' ? lintel_item_format (item, model, value) : g_strdup (C_ ("value", "blank"));
  if (text != NULL)
    return g_steal_pointer (&words);
  return g_strdup_printf (C_ ("value", "%s (default)"), words);
}

static char *
describe_code_text (const char *text, gboolean reveal)
{
  if (text == NULL)
    return g_strdup (C_ ("code", "unknown"));
  if (text[0] == '\0')
    return g_strdup (C_ ("code", "no code"));
  return g_strdup (reveal ? text : LINTEL_MASK);
}

char *
lintel_describe_text (LintelProject *project, const LintelPlace *place, const char *text,
                      gboolean reveal)
{
  g_autofree char *shown = NULL;
  LintelExtensionKind kind;

  if (place->kind == LINTEL_PLACE_CELL)
    return describe_cell_text (project, place, text);
  if (place->kind == LINTEL_PLACE_CODE)
    return describe_code_text (text, reveal);
  if (text == NULL)
    return g_strdup (C_ ("value", "nothing"));
  if (place->field == LINTEL_FIELD_KIND && lintel_extension_kind_from_id (text, &kind))
    return g_strdup (lintel_extension_kind_get_title (kind));
  if (place->field == LINTEL_FIELD_UNTIL)
    shown = lintel_locale_day (text);
  else if (place->field == LINTEL_FIELD_TIME)
    shown = lintel_locale_moment (text);
  if (shown != NULL)
    text = shown;
  return text[0] != '\0' ? lintel_text_make_safe (text, TRUE) : g_strdup (C_ ("value", "blank"));
}

/* "1 – Personal (default) → 0 – None" */
static char *
describe_change (LintelProject *project, const LintelEdit *edit, gboolean reveal)
{
  g_autofree char *old = lintel_describe_text (project, &edit->place, edit->old_text, reveal);
  g_autofree char *now = lintel_describe_text (project, &edit->place, edit->new_text, reveal);

  if (edit->place.kind == LINTEL_PLACE_STRAY)
    return g_strdup (_ ("removed from the file"));
  /* Translators: old value, new value */
  return g_strdup_printf (_ ("%s → %s"), old, now);
}

static gboolean
says_the_same (LintelProject *project, const LintelEdit *edit, const LintelEdit *first,
               const char *change, gboolean reveal)
{
  g_autofree char *other = NULL;

  if (first->place.kind != LINTEL_PLACE_CELL || edit->place.kind != LINTEL_PLACE_CELL
      || edit->place.item != first->place.item)
    return FALSE;
  other = describe_change (project, edit, reveal);
  return g_str_equal (other, change);
}

static char *
describe_places (LintelProject *project, GArray *places)
{
  const LintelPlace *first = &g_array_index (places, LintelPlace, 0);
  g_autofree char *text = NULL;

  if (first->kind != LINTEL_PLACE_CELL)
    return lintel_describe_place (project, first);
  text = places->len > 1 ? lintel_places_summarize (first, places->len, project)
                         : lintel_place_to_string (first, project);
  /* Translators: a place and the name of its item: "47-02-01[13-64], Mailbox type" */
  return g_strdup_printf (_ ("%s, %s"), text, lintel_item_get_name (first->item));
}

char *
lintel_describe_edits (LintelProject *project, GPtrArray *edits, guint *i, gboolean reveal)
{
  const LintelEdit *first = g_ptr_array_index (edits, *i);
  g_autofree char *change = describe_change (project, first, reveal);
  g_autofree char *where = NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

  do
    {
      const LintelEdit *edit = g_ptr_array_index (edits, *i);

      g_array_append_val (places, edit->place);
      ++*i;
    }
  while (*i < edits->len
         && says_the_same (project, g_ptr_array_index (edits, *i), first, change, reveal));
  where = describe_places (project, places);
  /* Translators: places, and what changes there */
  return g_strdup_printf (_ ("%s: %s"), where, change);
}
