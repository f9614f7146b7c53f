/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The extensions of a project as a sheet: port, number, kind, name. */

#include "config.h"

#include "app/ui/pages/lintel-extensions-model.h"

#include "lintel/locale.h"
#include "lintel/renumber.h"

#include <glib/gi18n-lib.h>

static const LintelField fields[] = { LINTEL_FIELD_NUMBER, LINTEL_FIELD_KIND, LINTEL_FIELD_NAME };

struct _LintelExtensionsModel
{
  LintelSheet parent_instance;
};

G_DEFINE_FINAL_TYPE (LintelExtensionsModel, lintel_extensions_model, LINTEL_TYPE_SHEET)

static gboolean
lintel_extensions_model_get_place (LintelSheet *sheet, int key, guint column, LintelPlace *place)
{
  *place = lintel_place_extension (key, fields[column]);
  return TRUE;
}

static gboolean
lintel_extensions_model_get_row_place (LintelSheet *sheet, int key, LintelPlace *place)
{
  *place = lintel_place_extension (key, LINTEL_FIELD_NONE);
  return TRUE;
}

static char *
lintel_extensions_model_get_heading (LintelSheet *sheet, int key)
{
  return g_strdup_printf ("%d", key);
}

static void
lintel_extensions_model_list_keys (LintelSheet *sheet, GArray *keys)
{
  LintelProject *project = lintel_sheet_get_project (sheet);

  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    if (lintel_project_get_extension (project, port) != NULL)
      g_array_append_val (keys, port);
}

static const LintelExtension *
get_extension (LintelSheet *sheet, int key)
{
  return lintel_project_get_extension (lintel_sheet_get_project (sheet), key);
}

static gboolean
lintel_extensions_model_is_used (LintelSheet *sheet, int key)
{
  return get_extension (sheet, key)->kind != LINTEL_EXTENSION_UNUSED;
}

static char *
lintel_extensions_model_get_number (LintelSheet *sheet, int key)
{
  return g_strdup (get_extension (sheet, key)->number);
}

static char *
lintel_extensions_model_get_row_kind (LintelSheet *sheet, int key)
{
  return g_strdup (lintel_extension_kind_get_title (get_extension (sheet, key)->kind));
}

static LintelGridEditorSpec *
lintel_extensions_model_get_editor (LintelSheet *sheet, int key, guint column)
{
  LintelGridEditorSpec *spec;

  if (fields[column] != LINTEL_FIELD_NUMBER)
    return NULL;
  spec = lintel_grid_editor_spec_new (LINTEL_GRID_EDITOR_DIGITS);
  spec->alphabet = g_strdup ("0123456789");
  spec->max_length = LINTEL_NUMBER_SIZE - 1;
  return spec;
}

/* What refers to a number goes along when that is changed in its cell, too. */
static void
lintel_extensions_model_add_implied (LintelSheet *sheet, GPtrArray *edits)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) implied = NULL;

  for (guint i = 0; i < edits->len; i++)
    {
      LintelEdit *edit = g_ptr_array_index (edits, i);

      if (edit->place.field == LINTEL_FIELD_NUMBER && edit->new_text != NULL)
        g_hash_table_insert (numbers, GINT_TO_POINTER (edit->place.index[0]), edit->new_text);
    }
  if (g_hash_table_size (numbers) == 0)
    return;
  implied = lintel_renumber_edits (lintel_sheet_get_project (sheet), numbers);
  g_ptr_array_extend (edits, implied, (GCopyFunc) (void (*) (void)) lintel_edit_copy, NULL);
}

static void
lintel_extensions_model_class_init (LintelExtensionsModelClass *klass)
{
  LintelSheetClass *sheet_class = LINTEL_SHEET_CLASS (klass);

  sheet_class->list_keys = lintel_extensions_model_list_keys;
  sheet_class->get_place = lintel_extensions_model_get_place;
  sheet_class->get_row_place = lintel_extensions_model_get_row_place;
  sheet_class->get_heading = lintel_extensions_model_get_heading;
  sheet_class->row_title = NC_ ("index", "Extension");
  sheet_class->get_number = lintel_extensions_model_get_number;
  sheet_class->is_used = lintel_extensions_model_is_used;
  sheet_class->get_row_kind = lintel_extensions_model_get_row_kind;
  sheet_class->get_editor = lintel_extensions_model_get_editor;
  sheet_class->add_implied = lintel_extensions_model_add_implied;
}

static void
lintel_extensions_model_init (LintelExtensionsModel *self)
{
}

LintelExtensionsModel *
lintel_extensions_model_new (LintelDocument *document)
{
  LintelExtensionsModel *self = g_object_new (LINTEL_TYPE_EXTENSIONS_MODEL, NULL);
  const LintelSheetColumn heading = {
    .title = C_ ("column", "Port"),
    .help = _ ("Where the extension is connected (program 11-02). The numbers after 178 are "
               "Lintel's own, for pilot numbers that have no port."),
    .width = 4,
  };
  const LintelSheetColumn columns[] = {
    { .title = C_ ("column", "Number"), .width = 8, .help = _ ("The number that people dial.") },
    { .title = C_ ("column", "Kind"),
      .width = 14,
      .help = _ ("What is connected there. InMail ports are the ones that a stranger calls out "
                 "through.") },
    { .title = C_ ("column", "Name"),
      .width = 28,
      .help = _ ("For people; it does not go into the system.") },
  };

  lintel_sheet_set_document (LINTEL_SHEET (self), document);
  lintel_sheet_set_heading_column (LINTEL_SHEET (self), &heading);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    lintel_sheet_add_column (LINTEL_SHEET (self), &columns[i]);
  lintel_sheet_set_n_frozen (LINTEL_SHEET (self), 1);
  lintel_sheet_load (LINTEL_SHEET (self));
  return self;
}

static void
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, LINTEL_GRID_ERROR, LINTEL_GRID_ERROR_REFUSED, why);
}

static int
find_free_port (LintelProject *project)
{
  for (int port = 1; port <= LINTEL_PORT_LAST_STATION; port++)
    if (lintel_project_get_extension (project, port) == NULL)
      return port;
  return 0;
}

/* The port's factory number if that is free, otherwise the first free one after it. */
static char *
find_free_number (LintelProject *project, int port)
{
  for (int number = 100 + port;; number++)
    {
      g_autofree char *text = g_strdup_printf ("%d", number);

      if (lintel_project_find_extension (project, text) == NULL)
        return g_steal_pointer (&text);
    }
}

int
lintel_extensions_model_add (LintelExtensionsModel *self, GError **error)
{
  LintelProject *project = lintel_sheet_get_project (LINTEL_SHEET (self));
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  int port = find_free_port (project);
  g_autofree char *number = NULL, *label = NULL;
  LintelPlace place;

  if (port == 0)
    {
      refuse (error, _ ("All 128 ports have an extension. Remove one that is not used."));
      return 0;
    }
  number = find_free_number (project, port);
  place = lintel_place_extension (port, LINTEL_FIELD_NUMBER);
  lintel_edits_add (edits, &place, number);
  place = lintel_place_extension (port, LINTEL_FIELD_KIND);
  lintel_edits_add (edits, &place, lintel_extension_kind_to_id (LINTEL_EXTENSION_TELEPHONE));
  label = g_strdup_printf (C_ ("undo", "Add extension %s"), number);
  return lintel_project_apply (project, label, NULL, edits, error) ? port : 0;
}

/* TEXT into a field of each of the rows, or of the rows as a whole. */
static GPtrArray *
list_row_edits (LintelExtensionsModel *self, guint first, guint last, LintelField field,
                const char *text)
{
  GPtrArray *edits = lintel_edits_new ();

  for (guint row = first; row <= last; row++)
    {
      LintelPlace place =
          lintel_place_extension (lintel_sheet_get_key (LINTEL_SHEET (self), row), field);

      lintel_edits_add (edits, &place, text);
    }
  return edits;
}

gboolean
lintel_extensions_model_remove (LintelExtensionsModel *self, guint first, guint last,
                                GError **error)
{
  LintelProject *project = lintel_sheet_get_project (LINTEL_SHEET (self));
  g_autoptr (GPtrArray) edits = list_row_edits (self, first, last, LINTEL_FIELD_NONE, NULL);
  g_autofree char *label = lintel_locale_format (
      ngettext ("Remove %u extension", "Remove %u extensions", edits->len), edits->len);

  return lintel_project_apply (project, label, NULL, edits, error);
}

gboolean
lintel_extensions_model_mark_unused (LintelExtensionsModel *self, guint first, guint last,
                                     GError **error)
{
  LintelProject *project = lintel_sheet_get_project (LINTEL_SHEET (self));
  g_autoptr (GPtrArray) edits = list_row_edits (
      self, first, last, LINTEL_FIELD_KIND, lintel_extension_kind_to_id (LINTEL_EXTENSION_UNUSED));
  g_autofree char *label = lintel_locale_format (
      ngettext ("Mark %u extension unused", "Mark %u extensions unused", edits->len), edits->len);

  return lintel_project_apply (project, label, NULL, edits, error);
}

/* FIRST and the numbers after it, with as many digits. */
GPtrArray *
lintel_extensions_model_plan_numbers (LintelExtensionsModel *self, guint first, guint last,
                                      const char *number, GError **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  gint64 start;

  if (!g_ascii_string_to_signed (number, 10, 0, 99999999, &start, NULL)
      || strlen (number) >= LINTEL_NUMBER_SIZE)
    {
      refuse (error, _ ("Type the number of the first one, up to eight digits."));
      return NULL;
    }
  for (guint row = first; row <= last; row++)
    g_hash_table_insert (
        numbers, GINT_TO_POINTER (lintel_sheet_get_key (LINTEL_SHEET (self), row)),
        g_strdup_printf ("%0*" G_GINT64_FORMAT, (int) strlen (number), start + (row - first)));
  return lintel_renumber_edits (lintel_sheet_get_project (LINTEL_SHEET (self)), numbers);
}
