/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window remembers for each project. */

#include "config.h"

#include "app/ui/safety/lintel-window-state.h"

#include "app/ui/lintel-window-private.h"
#include "app/ui/pages/lintel-sheet-page.h"

#include <glib/gstdio.h>

/* Older projects are forgotten. */
#define MAX_PROJECTS 200
#define FILTER_PREFIX "filter-"
#define MINIMUM_SIZE 300
#define MAXIMUM_SIZE 16384

static const char *const filters[] = {
  [LINTEL_SHEET_ALL] = "all",
  [LINTEL_SHEET_PROBLEMS] = "problems",
  [LINTEL_SHEET_CHANGED] = "changed",
  [LINTEL_SHEET_USED] = "used", /* one that needs a second file is not restored */
};

static char *
get_state_file (void)
{
  return g_build_filename (g_get_user_state_dir (), "lintel", "windows.ini", NULL);
}

static GKeyFile *
load_state (void)
{
  g_autofree char *path = get_state_file ();
  GKeyFile *state = g_key_file_new ();

  g_key_file_load_from_file (state, path, G_KEY_FILE_NONE, NULL);
  return state;
}

/* NULL for a project without a file. */
static char *
get_group (LintelWindow *self)
{
  const char *path = self->document != NULL ? lintel_document_get_path (self->document) : NULL;
  g_autofree char *absolute = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  g_autofree char *hash =
      path != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, absolute, -1) : NULL;

  return hash != NULL ? g_strndup (hash, 32) : NULL;
}

/* Restoring. */

static int
get_size (GKeyFile *state, const char *group, const char *key)
{
  int size = g_key_file_get_integer (state, group, key, NULL);

  return size >= MINIMUM_SIZE && size <= MAXIMUM_SIZE ? size : 0;
}

static void
restore_size (LintelWindow *self, GKeyFile *state, const char *group)
{
  int width = get_size (state, group, "width"), height = get_size (state, group, "height");
  int tabs = g_key_file_get_integer (state, group, "tabs-height", NULL);

  /* A window that is shown already stays as it is. */
  if (width > 0 && height > 0 && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (tabs > 0 && tabs <= MAXIMUM_SIZE)
    gtk_paned_set_position (self->paned, tabs);
  if (g_key_file_get_boolean (state, group, "maximized", NULL))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
restore_filter (LintelWindow *self, const char *page_key, const char *filter)
{
  GtkWidget *page;

  for (guint n = LINTEL_SHEET_ALL + 1; n < G_N_ELEMENTS (filters); n++)
    {
      if (!g_str_equal (filters[n], filter))
        continue;
      page = lintel_window_show_page (self, page_key);
      /* Which rows those are has to be known first. */
      if (n == LINTEL_SHEET_PROBLEMS)
        lintel_document_lint_now (self->document);
      if (LINTEL_IS_SHEET_PAGE (page))
        lintel_sheet_page_set_filter (LINTEL_SHEET_PAGE (page), (LintelSheetFilter) n);
    }
}

static void
restore_filters (LintelWindow *self, GKeyFile *state, const char *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (state, group, NULL, NULL);

  for (guint k = 0; keys != NULL && keys[k] != NULL; k++)
    {
      g_autofree char *filter = g_key_file_get_string (state, group, keys[k], NULL);

      if (filter != NULL && g_str_has_prefix (keys[k], FILTER_PREFIX))
        restore_filter (self, keys[k] + strlen (FILTER_PREFIX), filter);
    }
}

gboolean
lintel_window_restore_state (LintelWindow *self)
{
  g_autoptr (GKeyFile) state = load_state ();
  g_autofree char *group = get_group (self);
  g_autofree char *page = NULL;

  if (group == NULL || !g_key_file_has_group (state, group))
    return FALSE;
  restore_size (self, state, group);
  restore_filters (self, state, group);
  page = g_key_file_get_string (state, group, "page", NULL);
  lintel_window_choose_page (self, page != NULL ? page : "overview");
  return TRUE;
}

/* Remembering. */

static void
remember_size (LintelWindow *self, GKeyFile *state, const char *group)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_key_file_set_integer (state, group, "width", width);
  g_key_file_set_integer (state, group, "height", height);
  g_key_file_set_boolean (state, group, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_key_file_set_integer (state, group, "tabs-height", gtk_paned_get_position (self->paned));
}

/* Only pages that were built can have one. */
static void
remember_filter (LintelWindow *self, GKeyFile *state, const char *group, guint n)
{
  GtkWidget *bin = gtk_notebook_get_nth_page (self->notebook, (int) n);
  GtkWidget *page = adw_bin_get_child (ADW_BIN (bin));
  g_autofree char *key =
      g_strconcat (FILTER_PREFIX, lintel_window_get_nth_page_key (self, n), NULL);

  LintelSheetFilter filter;

  if (!LINTEL_IS_SHEET_PAGE (page))
    return;
  filter = lintel_sheet_page_get_filter (LINTEL_SHEET_PAGE (page));
  if (filter < G_N_ELEMENTS (filters))
    g_key_file_set_string (state, group, key, filters[filter]);
}

/* The group that has just been written is the last of the file. */
static void
forget_old (GKeyFile *state)
{
  gsize n;
  g_auto (GStrv) groups = g_key_file_get_groups (state, &n);

  for (gsize k = 0; k + MAX_PROJECTS < n; k++)
    g_key_file_remove_group (state, groups[k], NULL);
}

static void
save_state (GKeyFile *state)
{
  g_autofree char *path = get_state_file ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (state, path, &error))
    g_debug ("%s", error->message);
}

void
lintel_window_remember_state (LintelWindow *self)
{
  g_autoptr (GKeyFile) state = load_state ();
  g_autofree char *group = get_group (self);

  if (group == NULL)
    return;
  g_key_file_remove_group (state, group, NULL);
  remember_size (self, state, group);
  g_key_file_set_string (state, group, "page", lintel_window_get_page_key (self));
  for (int n = 0; n < gtk_notebook_get_n_pages (self->notebook); n++)
    remember_filter (self, state, group, (guint) n);
  forget_old (state);
  save_state (state);
}
