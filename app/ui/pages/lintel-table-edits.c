/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to the order of a table's entries. Each works on a list of the entries, and then writes
 * those that have come out different. */

#include "config.h"

#include "app/ui/pages/lintel-table-edits.h"

#include "lintel/entries.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
lintel_entries_can_reorder (const LintelItem *item)
{
  return item->type == LINTEL_TYPE_DIGITS;
}

LintelPlace
lintel_entries_place (const LintelTableRef *table, int entry)
{
  return table->table > 0 ? lintel_place_cell (table->item, table->table, entry)
                          : lintel_place_cell (table->item, entry, 1);
}

int
lintel_entries_get_size (LintelProject *project, const LintelTableRef *table)
{
  int first, last;

  if (!lintel_item_get_range (table->item, table->table > 0 ? 1 : 0,
                              lintel_project_get_model (project),
                              lintel_project_get_version (project), &first, &last))
    return 0;
  return last;
}

static const char *
get_value (LintelProject *project, const LintelTableRef *table, int entry)
{
  LintelPlace place = lintel_entries_place (table, entry);

  return lintel_project_get (project, place.item, place.index[0], place.index[1]);
}

static gboolean
is_blank (const char *value)
{
  return value[0] == '\0';
}

int
lintel_entries_find_free (LintelProject *project, const LintelTableRef *table)
{
  int size = lintel_entries_get_size (project, table), last = size;

  while (last > 0 && is_blank (get_value (project, table, last)))
    last--;
  if (last < size)
    return last + 1;
  for (int entry = 1; entry <= size; entry++)
    if (is_blank (get_value (project, table, entry)))
      return entry;
  return 0;
}

/* What an entry holds, and where it stood; 0 for one that has come new. */
typedef struct
{
  char *value;
  int from;
} Entry;

static Entry *
make_entry (const char *value, int from)
{
  Entry *entry = g_new (Entry, 1);

  entry->value = g_strdup (value);
  entry->from = from;
  return entry;
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->value);
  g_free (entry);
}

static const char *
get_nth_value (GPtrArray *entries, guint n)
{
  return ((const Entry *) g_ptr_array_index (entries, n))->value;
}

/* All from the first entry to the last. */
static GPtrArray *
read_entries (LintelProject *project, const LintelTableRef *table)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (free_entry);
  int size = lintel_entries_get_size (project, table);

  for (int entry = 1; entry <= size; entry++)
    g_ptr_array_add (entries, make_entry (get_value (project, table, entry), entry));
  return entries;
}

static void
append_blank (GPtrArray *entries, guint size)
{
  while (entries->len < size)
    g_ptr_array_add (entries, make_entry ("", 0));
}

/* A value that is the entry's default is not written down as set by hand. */
static void
add_edit (LintelProject *project, const LintelTableRef *table, int entry, const char *value,
          GPtrArray *edits)
{
  LintelPlace place = lintel_entries_place (table, entry);
  const char *factory = lintel_item_get_default (table->item, lintel_project_get_model (project),
                                                 place.index[0], place.index[1]);

  if (!g_str_equal (get_value (project, table, entry), value))
    lintel_edits_add (edits, &place, g_str_equal (value, factory) ? NULL : value);
}

static void
add_acceptances (LintelProject *project, const LintelTableRef *table, GPtrArray *entries,
                 GPtrArray *edits)
{
  g_autofree int *from = g_new (int, entries->len);

  for (guint i = 0; i < entries->len; i++)
    from[i] = ((const Entry *) g_ptr_array_index (entries, i))->from;
  lintel_entries_add_acceptances (project, table->item, table->table, from, entries->len, edits);
}

static gboolean
write_entries (LintelProject *project, const LintelTableRef *table, GPtrArray *entries,
               const char *format, GError **error)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  LintelPlace place = lintel_place_table (table->item, table->table);
  g_autofree char *where = lintel_place_to_string (&place, project);
  /* The compiler cannot check a translated format that comes as an argument. */
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *label = g_strjoinv (where, parts);

  for (guint i = 0; i < entries->len; i++)
    add_edit (project, table, (int) i + 1, get_nth_value (entries, i), edits);
  add_acceptances (project, table, entries, edits);
  return lintel_project_apply (project, label, NULL, edits, error);
}

static guint
find_blank (GPtrArray *entries, guint from)
{
  while (from < entries->len && !is_blank (get_nth_value (entries, from)))
    from++;
  return from;
}

gboolean
lintel_entries_insert (LintelProject *project, const LintelTableRef *table, int entry,
                       GError **error)
{
  g_autoptr (GPtrArray) entries = read_entries (project, table);
  guint at = (guint) entry - 1, blank = find_blank (entries, at);

  if (blank >= entries->len)
    {
      g_set_error_literal (error, LINTEL_PROJECT_ERROR, LINTEL_PROJECT_ERROR_VALUE,
                           _ ("There is no free entry below this one. Remove an entry or close "
                              "the gaps first."));
      return FALSE;
    }
  g_ptr_array_remove_index (entries, blank);
  g_ptr_array_insert (entries, (int) at, make_entry ("", 0));
  return write_entries (project, table, entries, C_ ("undo", "Insert into %s"), error);
}

gboolean
lintel_entries_remove (LintelProject *project, const LintelTableRef *table, GArray *numbers,
                       GError **error)
{
  g_autoptr (GPtrArray) entries = read_entries (project, table);
  guint size = entries->len;

  for (guint i = numbers->len; i-- > 0;)
    g_ptr_array_remove_index (entries, (guint) g_array_index (numbers, int, i) - 1);
  append_blank (entries, size);
  return write_entries (project, table, entries, C_ ("undo", "Remove from %s"), error);
}

gboolean
lintel_entries_move (LintelProject *project, const LintelTableRef *table, int first, int last,
                     int direction, GError **error)
{
  g_autoptr (GPtrArray) entries = read_entries (project, table);
  int from = direction < 0 ? first - 1 : last + 1;
  Entry *entry;

  if (from < 1 || from > (int) entries->len)
    return FALSE;
  entry = g_ptr_array_steal_index (entries, (guint) from - 1);
  g_ptr_array_insert (entries, direction < 0 ? last - 1 : first - 1, entry);
  return write_entries (project, table, entries,
                        direction < 0 ? _ ("Move up in %s") : _ ("Move down in %s"), error);
}

/* A gap that closes is gone, and what was said about it too. */
static void
pull_together (GPtrArray *entries)
{
  guint size = entries->len;

  for (guint i = entries->len; i-- > 0;)
    if (is_blank (get_nth_value (entries, i)))
      g_ptr_array_remove_index (entries, i);
  append_blank (entries, size);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = *(const Entry *const *) a, *second = *(const Entry *const *) b;

  if (is_blank (first->value) != is_blank (second->value))
    return is_blank (first->value) ? 1 : -1;
  return strcmp (first->value, second->value);
}

gboolean
lintel_entries_sort (LintelProject *project, const LintelTableRef *table, GError **error)
{
  g_autoptr (GPtrArray) entries = read_entries (project, table);

  pull_together (entries);
  g_ptr_array_sort (entries, compare_entries);
  return write_entries (project, table, entries, C_ ("undo", "Sort %s"), error);
}

gboolean
lintel_entries_close_gaps (LintelProject *project, const LintelTableRef *table, GError **error)
{
  g_autoptr (GPtrArray) entries = read_entries (project, table);

  pull_together (entries);
  return write_entries (project, table, entries, _ ("Close gaps in %s"), error);
}

static void
reject_free (LintelTableReject *reject)
{
  g_free (reject->text);
  g_free (reject->reason);
  g_free (reject);
}

static void
add_reject (GPtrArray *rejects, const char *text, const char *reason)
{
  LintelTableReject *reject = g_new0 (LintelTableReject, 1);

  reject->text = g_strdup (text);
  reject->reason = g_strdup (reason);
  g_ptr_array_add (rejects, reject);
}

static gboolean
has_value (GPtrArray *entries, const char *value)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (get_nth_value (entries, i), value))
      return TRUE;
  return FALSE;
}

/* Puts one value behind the last that is filled, or into a gap. */
static gboolean
take_value (LintelProject *project, const LintelTableRef *table, GPtrArray *entries,
            const char *typed, GPtrArray *rejects)
{
  char value[LINTEL_VALUE_MAX + 1];
  g_autoptr (GError) error = NULL;
  guint at = entries->len;
  Entry *entry;

  if (!lintel_item_parse (table->item, lintel_project_get_model (project), typed, value, &error))
    {
      add_reject (rejects, typed, error->message);
      return FALSE;
    }
  if (has_value (entries, value))
    {
      add_reject (rejects, typed, _ ("the table has it already"));
      return FALSE;
    }
  while (at > 0 && is_blank (get_nth_value (entries, at - 1)))
    at--;
  if (at >= entries->len)
    at = find_blank (entries, 0);
  if (at >= entries->len)
    {
      add_reject (rejects, typed, _ ("the table is full"));
      return FALSE;
    }
  entry = g_ptr_array_index (entries, at);
  g_free (entry->value);
  entry->value = g_strdup (value);
  return TRUE;
}

GPtrArray *
lintel_entries_take_column (LintelProject *project, const LintelTableRef *table, const char *text,
                            guint *n_taken)
{
  GPtrArray *rejects = g_ptr_array_new_with_free_func ((GDestroyNotify) reject_free);
  g_autoptr (GPtrArray) entries = read_entries (project, table);
  g_auto (GStrv) words = g_strsplit_set (text, "\t\r\n,;\"", -1);
  g_autoptr (GError) error = NULL;

  *n_taken = 0;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strstrip (words[i])[0] != '\0')
      *n_taken += take_value (project, table, entries, words[i], rejects) ? 1 : 0;
  if (!write_entries (project, table, entries, C_ ("undo", "Paste into %s"), &error))
    {
      *n_taken = 0;
      add_reject (rejects, text, error->message);
    }
  return rejects;
}
