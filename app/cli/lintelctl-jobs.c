/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many projects at once: which files, and a thread pool. */

#include "config.h"

#include "app/cli/lintelctl-jobs.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What lies in folders below is no customer's project, but perhaps an export of one. */
static gboolean
add_folder (GPtrArray *files, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    {
      lintelctl_fail_error (error);
      return FALSE;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  if (names->len == 0)
    {
      lintelctl_fail (_ ("%s: there is no project (*.xml) in this folder"), folder);
      return FALSE;
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_extend_and_steal (files, g_steal_pointer (&names));
  return TRUE;
}

GPtrArray *
lintelctl_list_files (char **arguments)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  for (; *arguments != NULL; arguments++)
    if (!g_file_test (*arguments, G_FILE_TEST_IS_DIR))
      g_ptr_array_add (files, g_strdup (*arguments));
    else if (!add_folder (files, *arguments))
      return NULL;
  return g_steal_pointer (&files);
}

/* A single job needs no thread, and a thread costs as much as checking a small project. */
gboolean
lintelctl_run_jobs (GPtrArray *jobs, GFunc func, gpointer data, int n_threads)
{
  g_autoptr (GError) error = NULL;
  GThreadPool *pool;

  if (jobs->len == 1 || n_threads == 1)
    {
      g_ptr_array_foreach (jobs, func, data);
      return TRUE;
    }
  xmlInitParser ();
  pool = g_thread_pool_new (func, data, n_threads > 0 ? n_threads : (int) g_get_num_processors (),
                            FALSE, &error);
  if (pool == NULL)
    {
      lintelctl_fail_error (error);
      return FALSE;
    }
  for (guint n = 0; n < jobs->len; n++)
    g_thread_pool_push (pool, jobs->pdata[n], NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  return TRUE;
}
