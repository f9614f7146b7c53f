/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The catalogue as an object: built from the embedded files, merged with the user's, then sorted,
 * checked and laid out once. After that it never changes, so it can be shared between threads.
 */

#include "config.h"

#include "app/core/catalogue/lintel-catalogue-private.h"
#include "lintel-core-resources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (lintel_catalogue_error, lintel_catalogue_error)

/* In the order of the tabs and of the files that Lintel writes. */
static const char *const builtin_files[] = {
  "47-02.xml", "47-03.xml", "21-04.xml", "21-05.xml", "21-06.xml",
};

static void
free_item (gpointer data)
{
  LintelItem *item = data;

  for (guint i = 0; i < item->data->defaults->len; i++)
    g_free (g_array_index (item->data->defaults, LintelDefault, i).counted);
  g_array_unref (item->data->defaults);
  g_array_unref (item->data->choices);
  g_array_unref (item->data->ranges[0]);
  g_array_unref (item->data->ranges[1]);
  g_free (item->data);
  g_free (item);
}

static void
free_program (gpointer data)
{
  LintelProgram *program = data;

  g_ptr_array_unref (program->data->items);
  g_free (program->data);
  g_free (program);
}

static LintelCatalogue *
create_catalogue (void)
{
  LintelCatalogue *self = g_atomic_rc_box_new0 (LintelCatalogue);

  self->programs = g_ptr_array_new_with_free_func (free_program);
  self->by_number = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = g_string_chunk_new (4096);
  return self;
}

static void
clear_catalogue (LintelCatalogue *self)
{
  g_hash_table_unref (self->by_number);
  g_ptr_array_unref (self->programs);
  g_string_chunk_free (self->strings);
}

LintelCatalogue *
lintel_catalogue_ref (LintelCatalogue *catalogue)
{
  return g_atomic_rc_box_acquire (catalogue);
}

void
lintel_catalogue_unref (LintelCatalogue *catalogue)
{
  g_atomic_rc_box_release_full (catalogue, (GDestroyNotify) clear_catalogue);
}

const char *
lintel_catalogue_keep (LintelCatalogue *catalogue, const char *text)
{
  return g_string_chunk_insert_const (catalogue->strings, text);
}

/* The same collapsing that xgettext does, so that what it extracts is what is looked up. */
const char *
lintel_catalogue_keep_words (LintelCatalogue *catalogue, const char *text)
{
  g_autoptr (GString) words = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (words, *p);
    else if (words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return lintel_catalogue_keep (catalogue, words->str);
}

LintelProgram *
lintel_catalogue_add_program (LintelCatalogue *catalogue, const char *number)
{
  LintelProgram *program = g_new0 (LintelProgram, 1);

  program->number = lintel_catalogue_keep (catalogue, number);
  program->data = g_new0 (LintelProgramData, 1);
  program->data->items = g_ptr_array_new_with_free_func (free_item);
  g_ptr_array_add (catalogue->programs, program);
  return program;
}

LintelItem *
lintel_catalogue_add_item (LintelCatalogue *catalogue, LintelProgram *program, const char *id)
{
  g_autofree char *number = g_strconcat (program->number, "-", id, NULL);
  LintelItem *item = g_new0 (LintelItem, 1);
  LintelItemData *data = g_new0 (LintelItemData, 1);

  data->number = lintel_catalogue_keep (catalogue, number);
  data->models = LINTEL_ALL_MODELS;
  data->ranges[0] = g_array_new (FALSE, TRUE, sizeof (LintelIndexRange));
  data->ranges[1] = g_array_new (FALSE, TRUE, sizeof (LintelIndexRange));
  data->choices = g_array_new (FALSE, TRUE, sizeof (LintelChoice));
  data->defaults = g_array_new (FALSE, TRUE, sizeof (LintelDefault));
  item->id = lintel_catalogue_keep (catalogue, id);
  item->program = program;
  item->data = data;
  g_ptr_array_add (program->data->items, item);
  g_hash_table_insert (catalogue->by_number, (gpointer) data->number, item);
  return item;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const LintelItem *const *one = a, *const *other = b;

  return strcmp ((*one)->id, (*other)->id);
}

/* A default belongs to indexes that exist and to values that fit: otherwise the first project made
 * from it would be wrong without anybody having touched it. */
static gboolean
check_default (const LintelItem *item, const LintelDefault *value, GError **error)
{
  g_autoptr (GError) problem = NULL;

  for (guint dim = 0; dim < item->n_dimensions; dim++)
    if (value->from[dim] < 1 || value->from[dim] > value->to[dim]
        || value->to[dim] > item->dimension[dim].capacity)
      {
        g_set_error (error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_INVALID,
                     _ ("%s:%d: the default of %s is for %s %d-%d, but the item has 1-%d; correct "
                        "the default's “%s”"),
                     value->file, value->line, item->data->number,
                     lintel_index_kind_to_id (item->dimension[dim].kind), value->from[dim],
                     value->to[dim], item->dimension[dim].capacity,
                     lintel_index_kind_to_id (item->dimension[dim].kind));
        return FALSE;
      }
  for (int i = value->from[0]; i <= (value->counted != NULL ? value->to[0] : value->from[0]); i++)
    {
      const char *text = value->counted != NULL ? value->counted[i - value->from[0]] : value->value;

      if (lintel_item_check (item, LINTEL_MODEL_SL1100, text, &problem))
        continue;
      g_set_error (error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_INVALID,
                   _ ("%s:%d: the default “%s” does not fit %s: %s"), value->file, value->line,
                   text, item->data->number, problem->message);
      return FALSE;
    }
  return TRUE;
}

/* Every cell needs a default, so the first statement has to be about all of them. */
static gboolean
check_item (const LintelItem *item, GError **error)
{
  const GArray *defaults = item->data->defaults;
  const LintelDefault *first = &g_array_index (defaults, LintelDefault, 0);

  if (defaults->len == 0 || first->models != LINTEL_ALL_MODELS || first->from[0] != 1
      || first->to[0] != item->dimension[0].capacity || first->from[1] != 1
      || (item->n_dimensions == 2 && first->to[1] != item->dimension[1].capacity))
    {
      g_set_error (error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_INVALID,
                   _ ("%s:%d: %s has no default for every cell; let its first <default> have no "
                      "model and no index"),
                   item->data->file, item->data->line, item->data->number);
      return FALSE;
    }
  for (guint i = 0; i < defaults->len; i++)
    if (!check_default (item, &g_array_index (defaults, LintelDefault, i), error))
      return FALSE;
  return TRUE;
}

static void
measure_dimension (LintelItem *item, guint dim)
{
  const GArray *ranges = item->data->ranges[dim];

  item->dimension[dim].capacity = 0;
  for (guint i = 0; i < ranges->len; i++)
    item->dimension[dim].capacity =
        MAX (item->dimension[dim].capacity, g_array_index (ranges, LintelIndexRange, i).last);
}

/* A default without an index is about whatever the item turned out to have. */
static void
widen_defaults (LintelItem *item)
{
  for (guint i = 0; i < item->data->defaults->len; i++)
    {
      LintelDefault *value = &g_array_index (item->data->defaults, LintelDefault, i);

      for (guint dim = 0; dim < 2; dim++)
        if (value->from[dim] == 0)
          {
            value->from[dim] = 1;
            value->to[dim] = dim < item->n_dimensions ? item->dimension[dim].capacity : 1;
          }
    }
}

static gboolean
finish_item (LintelCatalogue *self, LintelItem *item, GError **error)
{
  item->n_cells = 1;
  item->dimension[1].capacity = 1;
  for (guint dim = 0; dim < item->n_dimensions; dim++)
    {
      measure_dimension (item, dim);
      item->n_cells *= (gsize) item->dimension[dim].capacity;
    }
  item->first_cell = self->n_cells;
  self->n_cells += item->n_cells;
  widen_defaults (item);
  return check_item (item, error);
}

static gboolean
finish_catalogue (LintelCatalogue *self, GError **error)
{
  for (guint i = 0; i < self->programs->len; i++)
    {
      LintelProgram *program = g_ptr_array_index (self->programs, i);

      g_ptr_array_sort (program->data->items, compare_items);
      program->n_items = program->data->items->len;
      program->items = (const LintelItem *const *) program->data->items->pdata;
      for (guint k = 0; k < program->n_items; k++)
        if (!finish_item (self, g_ptr_array_index (program->data->items, k), error))
          return FALSE;
    }
  return TRUE;
}

/* Asked for by its own name rather than by path alone, so that the linker keeps the resources of
 * a static library. */
static gboolean
read_builtin_file (LintelCatalogue *self, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat ("/app/lintel/core/catalogue/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (lintel_core_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  xmlDoc *document;
  gboolean read;

  if (bytes == NULL)
    return FALSE;
  document = lintel_catalogue_parse_document (bytes, name, FALSE, error);
  if (document == NULL)
    return FALSE;
  read = lintel_catalogue_read_document (self, document, name, error);
  xmlFreeDoc (document);
  return read;
}

static gboolean
read_builtin (LintelCatalogue *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (builtin_files); i++)
    if (!read_builtin_file (self, builtin_files[i], error))
      return FALSE;
  return TRUE;
}

LintelCatalogue *
lintel_catalogue_new (const char *folder, GError **error)
{
  g_autoptr (LintelCatalogue) self = create_catalogue ();

  if (!read_builtin (self, error) || !lintel_catalogue_merge_folder (self, folder, error)
      || !finish_catalogue (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

LintelCatalogue *
lintel_catalogue_new_builtin (void)
{
  g_autoptr (GError) error = NULL;
  LintelCatalogue *self = lintel_catalogue_new (NULL, &error);

  if (self == NULL)
    g_error ("the built-in catalogue is broken: %s", error->message);
  return self;
}

const LintelProgram *const *
lintel_catalogue_get_programs (const LintelCatalogue *catalogue, guint *n_programs)
{
  if (n_programs != NULL)
    *n_programs = catalogue->programs->len;
  return (const LintelProgram *const *) catalogue->programs->pdata;
}

const LintelProgram *
lintel_catalogue_find_program (const LintelCatalogue *catalogue, const char *number)
{
  for (guint i = 0; i < catalogue->programs->len; i++)
    {
      const LintelProgram *program = g_ptr_array_index (catalogue->programs, i);

      if (g_str_equal (program->number, number))
        return program;
    }
  return NULL;
}

const LintelItem *
lintel_catalogue_find_item (const LintelCatalogue *catalogue, const char *program, const char *item)
{
  const LintelProgram *found = lintel_catalogue_find_program (catalogue, program);

  return found != NULL ? lintel_program_find_item (found, item) : NULL;
}

gsize
lintel_catalogue_get_n_cells (const LintelCatalogue *catalogue)
{
  return catalogue->n_cells;
}
