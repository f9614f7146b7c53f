/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The projects that were opened or saved last, shared with the desktop's own list. */

#include "config.h"

#include "app/ui/lintel-recent.h"

#include "app/ui/safety/lintel-disk.h"

#define MIME_TYPE "application/x-lintel+xml"

static int
compare_visited (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *first = *(GtkRecentInfo *const *) a;
  GtkRecentInfo *second = *(GtkRecentInfo *const *) b;

  return g_date_time_compare (gtk_recent_info_get_visited (second),
                              gtk_recent_info_get_visited (first));
}

static GPtrArray *
list_own_items (void)
{
  GPtrArray *infos = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *l = all; l != NULL; l = l->next)
    if (g_str_equal (gtk_recent_info_get_mime_type (l->data), MIME_TYPE)
        && gtk_recent_info_is_local (l->data))
      g_ptr_array_add (infos, l->data);
    else
      gtk_recent_info_unref (l->data);
  g_list_free (all);
  g_ptr_array_sort (infos, compare_visited);
  return infos;
}

GPtrArray *
lintel_recent_list (guint maximum)
{
  g_autoptr (GPtrArray) infos = list_own_items ();
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < infos->len; i++)
    {
      char *path =
          g_filename_from_uri (gtk_recent_info_get_uri (g_ptr_array_index (infos, i)), NULL, NULL);

      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  lintel_disk_keep_existing (paths);
  g_ptr_array_set_size (paths, (int) MIN (paths->len, maximum));
  return paths;
}

void
lintel_recent_add (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);
  GtkRecentData data = {
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) g_get_application_name (),
    .app_exec = (char *) "lintel %f",
  };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
