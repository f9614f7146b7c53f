/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of extensions from a CSV file that anybody may have made, with a column of numbers and
 * one of names. */

#include "config.h"

#include "app/core/exchange/lintel-csv-private.h"

#include "lintel/exchange.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LintelProject *onto;
  LintelProject *copy; /* as it becomes: names are tried on it */
  LintelImport *import;
  char *file;
  guint number_column, name_column;
} Names;

static const char *const number_titles[] = { "number",    "extension", "ext", "ext.",
                                             "telephone", "station",   NULL };
static const char *const name_titles[] = { "name", "user", "label", "display name", NULL };

static const char *
get_cell (GPtrArray *row, guint column)
{
  return column < row->len ? g_ptr_array_index (row, column) : "";
}

static gboolean
find_title (GPtrArray *row, const char *const *titles, guint *column)
{
  for (guint i = 0; i < row->len; i++)
    {
      g_autofree char *folded = g_strstrip (g_utf8_strdown (get_cell (row, i), -1));

      if (!g_strv_contains (titles, folded))
        continue;
      *column = i;
      return TRUE;
    }
  return FALSE;
}

/* Whether the first row is one of titles. */
static gboolean
read_titles (Names *self, GPtrArray *row)
{
  guint number, name;

  self->number_column = 0;
  self->name_column = 1;
  if (!find_title (row, number_titles, &number) || !find_title (row, name_titles, &name))
    return FALSE;
  self->number_column = number;
  self->name_column = name;
  return TRUE;
}

/* Takes WHY. */
static void
reject (Names *self, int row, const char *column, const char *value, char *why)
{
  LintelReject *reject = g_new0 (LintelReject, 1);

  reject->file = g_strdup (self->file);
  reject->row = row;
  reject->column = g_strdup (column);
  reject->value = g_strdup (value);
  reject->why = why;
  g_ptr_array_add (self->import->rejects, reject);
}

static void
read_row (Names *self, GPtrArray *row, int n)
{
  g_autofree char *number = g_strstrip (g_strdup (get_cell (row, self->number_column)));
  g_autofree char *name = g_strstrip (g_strdup (get_cell (row, self->name_column)));
  const LintelExtension *extension = lintel_project_find_extension (self->onto, number);
  g_autoptr (GError) error = NULL;
  LintelPlace place;

  if (number[0] == '\0' && name[0] == '\0')
    return;
  if (extension == NULL)
    {
      reject (self, n, _ ("Number"), number,
              g_strdup (_ ("there is no extension with this number; add it first")));
      return;
    }
  place = lintel_place_extension (extension->port, LINTEL_FIELD_NAME);
  if (!lintel_project_set (self->copy, "", &place, name[0] != '\0' ? name : NULL, &error))
    reject (self, n, _ ("Name"), name, g_strdup (error->message));
}

static LintelImport *
import_new (void)
{
  LintelImport *import = g_new0 (LintelImport, 1);

  import->rejects = g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_reject_free);
  return import;
}

LintelImport *
lintel_import_names (LintelProject *onto, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (LintelProject) copy = NULL;
  g_autofree char *file = g_path_get_basename (path);
  Names self = { .onto = onto, .file = file };
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  rows = lintel_csv_parse (text, length, file, error);
  if (rows == NULL)
    return NULL;
  copy = lintel_project_copy (onto);
  self.copy = copy;
  self.import = import_new ();
  for (guint i = 0; i < rows->len; i++)
    if (i > 0 || !read_titles (&self, g_ptr_array_index (rows, 0)))
      read_row (&self, g_ptr_array_index (rows, i), (int) i + 1);
  self.import->edits = lintel_project_diff (onto, copy);
  return self.import;
}
