/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How full the tables of 21-06 are, and which classes of 21-05 apply them. */

#include "config.h"

#include "app/ui/pages/lintel-table-use.h"

/* The item of 21-05 that applies each table item of 21-06. */
static const struct
{
  const char *table_item, *class_item;
  gboolean numbered; /* the class names one of several tables; otherwise 1 = applied */
} uses[] = {
  { "01", "01", FALSE }, { "02", "02", FALSE }, { "03", "04", TRUE }, { "04", "05", FALSE },
  { "05", "06", FALSE }, { "06", "07", TRUE },  { "07", "08", TRUE },
};

static gboolean
class_applies (int value, gboolean numbered, int table)
{
  if (numbered && table > 0)
    return value == table;
  return value > 0;
}

char *
lintel_table_use_list_classes (LintelProject *project, const LintelItem *item, int table)
{
  LintelCatalogue *catalogue = lintel_project_get_catalogue (project);

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      const LintelItem *choice =
          lintel_catalogue_find_item (catalogue, "21-05", uses[i].class_item);
      GString *classes;

      if (choice == NULL || !g_str_equal (item->program->number, "21-06")
          || !g_str_equal (uses[i].table_item, item->id))
        continue;
      classes = g_string_new (NULL);
      for (int class = 1; class <= choice->dimension[0].capacity; class ++)
        if (lintel_project_has_cell (project, choice, class, 1)
            && class_applies (lintel_project_get_number (project, choice, class, 1),
                              uses[i].numbered, table))
          g_string_append_printf (classes, "%s%d", classes->len > 0 ? ", " : "", class);
      return g_string_free (classes, FALSE);
    }
  return NULL;
}

void
lintel_table_use_count (LintelProject *project, const LintelItem *item, int table, guint *n_filled,
                        guint *n_entries)
{
  int first, last;

  *n_filled = *n_entries = 0;
  if (!lintel_item_get_range (item, table > 0 ? 1 : 0, lintel_project_get_model (project),
                              lintel_project_get_version (project), &first, &last))
    return;
  for (int entry = first; entry <= last; entry++)
    {
      const char *value = table > 0 ? lintel_project_get (project, item, table, entry)
                                    : lintel_project_get (project, item, entry, 1);

      *n_filled += value[0] != '\0' ? 1 : 0;
      *n_entries += 1;
    }
}
