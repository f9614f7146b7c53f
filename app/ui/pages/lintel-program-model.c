/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program whose items share one index as a sheet, made from the catalogue alone. */

#include "config.h"

#include "app/ui/pages/lintel-program-model.h"

#include "app/ui/pages/lintel-row-note.h"
#include "lintel/defaults.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* What a column holds: a note about the row (item NULL) or an item's value. */
typedef struct
{
  const LintelItem *item;
  int second; /* the second index, 1 where the item has one index */
} Column;

struct _LintelProgramModel
{
  LintelSheet parent_instance;

  const LintelProgram *program;
  LintelIndexKind kind; /* what counts the rows */
  GArray *columns;      /* of Column; notes first */
};

G_DEFINE_FINAL_TYPE (LintelProgramModel, lintel_program_model, LINTEL_TYPE_SHEET)

gboolean
lintel_program_model_fits (const LintelProgram *program)
{
  for (guint i = 0; i < program->n_items; i++)
    {
      LintelIndexKind kind = program->items[i]->dimension[0].kind;

      if (kind == LINTEL_INDEX_TABLE || kind == LINTEL_INDEX_ENTRY
          || kind != program->items[0]->dimension[0].kind)
        return FALSE;
    }
  return program->n_items > 0;
}

gboolean
lintel_item_is_doubtful (const LintelItem *item)
{
  return item->confidence > LINTEL_CONFIDENCE_COMBINED_MANUAL;
}

/* The defaults, and how sure the least sure of them is. */
static char *
describe_defaults (const LintelItem *item, LintelModel model)
{
  g_autoptr (GArray) runs = lintel_item_list_defaults (item, model);
  LintelConfidence confidence = LINTEL_CONFIDENCE_OWN_MANUAL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const LintelDefaultRun *run = &g_array_index (runs, LintelDefaultRun, i);
      g_autofree char *words = lintel_default_run_describe (item, model, run, runs->len == 1);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", words);
      confidence = MAX (confidence, run->confidence);
    }
  g_string_append_printf (text, " (%s)", lintel_confidence_get_title (confidence));
  return g_string_free (text, FALSE);
}

char *
lintel_item_describe (const LintelItem *item, LintelModel model)
{
  g_autofree char *values = lintel_item_describe_values (item, model);
  g_autofree char *defaults = describe_defaults (item, model);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s\n\n%s\n\n", lintel_item_get_number (item),
                          lintel_item_get_name (item), lintel_item_get_help (item));
  g_string_append_printf (text, C_ ("item", "Values: %s"), values);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, C_ ("item", "Factory default: %s"), defaults);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, C_ ("item", "Source: %s"), item->source);
  g_string_append_printf (text, " (%s)", lintel_confidence_get_title (item->confidence));
  return g_string_free (text, FALSE);
}

/* Numbers without words stand one below the other. */
static gboolean
is_plain_number (const LintelItem *item, LintelModel model)
{
  const char *value, *word;

  return item->type == LINTEL_TYPE_NUMBER
         && !lintel_item_get_choice (item, model, 0, &value, &word);
}

/* Longer words are cut in the column; hovering and editing show them whole. */
#define MAXIMUM_WIDTH 20

guint
lintel_item_get_width (const LintelItem *item, LintelModel model)
{
  const char *value, *word;
  guint width = 0;

  if (item->type == LINTEL_TYPE_DIGITS)
    return item->max_length;
  if (item->type == LINTEL_TYPE_NUMBER)
    width = snprintf (NULL, 0, "%d", item->maximum);
  for (guint k = 0; lintel_item_get_choice (item, model, k, &value, &word); k++)
    {
      g_autofree char *label = lintel_item_format (item, model, value);

      width = MAX (width, (guint) g_utf8_strlen (label, -1));
    }
  return MIN (width, MAXIMUM_WIDTH);
}

static const Column *
get_column (LintelProgramModel *self, guint column)
{
  return &g_array_index (self->columns, Column, column);
}

static gboolean
lintel_program_model_get_place (LintelSheet *sheet, int key, guint column, LintelPlace *place)
{
  const Column *content = get_column (LINTEL_PROGRAM_MODEL (sheet), column);

  if (content->item == NULL
      || !lintel_project_has_cell (lintel_sheet_get_project (sheet), content->item, key,
                                   content->second))
    return FALSE;
  *place = lintel_place_cell (content->item, key, content->second);
  return TRUE;
}

static gboolean
lintel_program_model_get_row_place (LintelSheet *sheet, int key, LintelPlace *place)
{
  *place = lintel_place_row (LINTEL_PROGRAM_MODEL (sheet)->program, key);
  return TRUE;
}

static char *
lintel_program_model_get_shown (LintelSheet *sheet, int key, guint column)
{
  LintelProgramModel *self = LINTEL_PROGRAM_MODEL (sheet);

  if (get_column (self, column)->item != NULL)
    return NULL;
  return lintel_row_note_get (lintel_sheet_get_project (sheet), self->kind, key, column);
}

static char *
lintel_program_model_get_heading (LintelSheet *sheet, int key)
{
  LintelProgramModel *self = LINTEL_PROGRAM_MODEL (sheet);

  if (self->kind == LINTEL_INDEX_EXTENSION)
    {
      const LintelExtension *extension =
          lintel_project_get_extension (lintel_sheet_get_project (sheet), key);

      if (extension != NULL)
        return g_strdup (extension->number);
    }
  return g_strdup_printf ("%d", key);
}

/* Mailboxes have a number of their own: the first item of digits. */
static char *
lintel_program_model_get_number (LintelSheet *sheet, int key)
{
  LintelProgramModel *self = LINTEL_PROGRAM_MODEL (sheet);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = get_column (self, i);

      if (column->item != NULL && column->item->type == LINTEL_TYPE_DIGITS)
        return g_strdup (lintel_project_get (lintel_sheet_get_project (sheet), column->item, key,
                                             column->second));
    }
  return NULL;
}

static gboolean
lintel_program_model_is_used (LintelSheet *sheet, int key)
{
  return lintel_row_note_is_used (lintel_sheet_get_project (sheet),
                                  LINTEL_PROGRAM_MODEL (sheet)->kind, key);
}

/* The extension that a row is; NULL when rows are something else. */
static const LintelExtension *
get_extension (LintelSheet *sheet, int key)
{
  if (LINTEL_PROGRAM_MODEL (sheet)->kind != LINTEL_INDEX_EXTENSION)
    return NULL;
  return lintel_project_get_extension (lintel_sheet_get_project (sheet), key);
}

static char *
lintel_program_model_get_row_kind (LintelSheet *sheet, int key)
{
  const LintelExtension *extension = get_extension (sheet, key);

  return g_strdup (extension != NULL ? lintel_extension_kind_get_title (extension->kind) : "");
}

/* The InMail ports: what a stranger in a mailbox calls out through. */
static gboolean
lintel_program_model_is_apart (LintelSheet *sheet, int key)
{
  const LintelExtension *extension = get_extension (sheet, key);

  return extension != NULL && extension->kind == LINTEL_EXTENSION_INMAIL;
}

static gboolean
row_exists (LintelProgramModel *self, LintelProject *project, int key)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = get_column (self, i);

      if (column->item != NULL
          && lintel_project_has_cell (project, column->item, key, column->second))
        return TRUE;
    }
  return FALSE;
}

static void
lintel_program_model_list_keys (LintelSheet *sheet, GArray *keys)
{
  LintelProgramModel *self = LINTEL_PROGRAM_MODEL (sheet);
  LintelProject *project = lintel_sheet_get_project (sheet);

  for (int key = 1; key <= self->program->items[0]->dimension[0].capacity; key++)
    if (row_exists (self, project, key))
      g_array_append_val (keys, key);
}

static void
lintel_program_model_finalize (GObject *object)
{
  g_array_unref (LINTEL_PROGRAM_MODEL (object)->columns);
  G_OBJECT_CLASS (lintel_program_model_parent_class)->finalize (object);
}

static void
lintel_program_model_class_init (LintelProgramModelClass *klass)
{
  LintelSheetClass *sheet_class = LINTEL_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lintel_program_model_finalize;
  sheet_class->list_keys = lintel_program_model_list_keys;
  sheet_class->get_place = lintel_program_model_get_place;
  sheet_class->get_row_place = lintel_program_model_get_row_place;
  sheet_class->get_shown = lintel_program_model_get_shown;
  sheet_class->get_heading = lintel_program_model_get_heading;
  sheet_class->get_number = lintel_program_model_get_number;
  sheet_class->is_used = lintel_program_model_is_used;
  sheet_class->get_row_kind = lintel_program_model_get_row_kind;
  sheet_class->is_apart = lintel_program_model_is_apart;
}

static void
lintel_program_model_init (LintelProgramModel *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
}

static void
add_notes (LintelProgramModel *self)
{
  const char *titles[LINTEL_MAX_ROW_NOTES];
  guint n = lintel_row_note_list_titles (self->kind, titles);

  for (guint i = 0; i < n; i++)
    {
      const LintelSheetColumn column = { .title = titles[i],
                                         .width = lintel_row_note_get_width (self->kind, i) };
      const Column content = { NULL, 0 };

      lintel_sheet_add_column (LINTEL_SHEET (self), &column);
      g_array_append_val (self->columns, content);
    }
  lintel_sheet_set_n_frozen (LINTEL_SHEET (self), n);
}

static void
append_column (LintelProgramModel *self, const LintelSheetColumn *column, const LintelItem *item,
               int second)
{
  const Column content = { item, second };

  lintel_sheet_add_column (LINTEL_SHEET (self), column);
  g_array_append_val (self->columns, content);
}

static void
add_item_column (LintelProgramModel *self, const LintelItem *item, LintelModel model)
{
  g_autofree char *help = lintel_item_describe (item, model);
  const LintelSheetColumn column = {
    .title = lintel_item_get_short_name (item),
    .subtitle = lintel_item_get_number (item),
    .group = lintel_item_get_group (item),
    .help = help,
    .width = lintel_item_get_width (item, model),
    .align_end = is_plain_number (item, model),
    .doubtful = lintel_item_is_doubtful (item),
  };

  append_column (self, &column, item, 1);
}

/* An item with a second index: a group of columns, one for each value of it. */
static void
add_item_group (LintelProgramModel *self, const LintelItem *item, LintelModel model, int first,
                int last)
{
  g_autofree char *help = lintel_item_describe (item, model);
  g_autofree char *group =
      g_strdup_printf ("%s (%s)", lintel_item_get_name (item), lintel_item_get_number (item));

  for (int second = first; second <= last; second++)
    {
      g_autofree char *title =
          g_strdup_printf ("%s %d", lintel_index_kind_get_title (item->dimension[1].kind), second);
      const LintelSheetColumn column = {
        .title = title,
        .group = group,
        .help = help,
        .width = MAX (lintel_item_get_width (item, model), (guint) g_utf8_strlen (title, -1)),
        .align_end = is_plain_number (item, model),
        .doubtful = lintel_item_is_doubtful (item),
      };

      append_column (self, &column, item, second);
    }
}

static void
add_items (LintelProgramModel *self)
{
  LintelProject *project = lintel_sheet_get_project (LINTEL_SHEET (self));
  LintelModel model = lintel_project_get_model (project);
  const char *version = lintel_project_get_version (project);

  for (guint i = 0; i < self->program->n_items; i++)
    {
      const LintelItem *item = self->program->items[i];
      int first, last;

      if (!lintel_item_get_range (item, 0, model, version, &first, &last))
        continue;
      if (item->n_dimensions < 2)
        add_item_column (self, item, model);
      else if (lintel_item_get_range (item, 1, model, version, &first, &last))
        add_item_group (self, item, model, first, last);
    }
}

LintelProgramModel *
lintel_program_model_new (LintelDocument *document, const LintelProgram *program)
{
  LintelProgramModel *self = g_object_new (LINTEL_TYPE_PROGRAM_MODEL, NULL);
  LintelSheetColumn heading = { 0 };

  self->program = program;
  self->kind = program->items[0]->dimension[0].kind;
  heading.title = lintel_index_kind_get_title (self->kind);
  heading.help = lintel_program_get_help (program);
  heading.width = 4;
  lintel_sheet_set_document (LINTEL_SHEET (self), document);
  lintel_sheet_set_heading_column (LINTEL_SHEET (self), &heading);
  add_notes (self);
  add_items (self);
  lintel_sheet_load (LINTEL_SHEET (self));
  return self;
}
