/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window remembers for each project. */

#include "config.h"

#include "app/ui/safety/lintel-window-state.h"

#include "app/ui/lintel-settings.h"
#include "app/ui/lintel-window-private.h"
#include "app/ui/pages/lintel-sheet-page.h"
#include "app/ui/safety/lintel-disk.h"
#include "app/ui/pages/lintel-tables-page.h"

#include <glib/gstdio.h>

/* Older projects are forgotten. */
#define MAX_PROJECTS 200
#define FILTER_PREFIX "filter-"
#define SORT_PREFIX "sort-"
#define WIDTHS_PREFIX "widths-"
#define PANE_PREFIX "pane-"
#define MAXIMUM_DIGITS 400
#define MINIMUM_SIZE 300
#define MAXIMUM_SIZE 16384

static const char *const filters[] = {
  [LINTEL_SHEET_ALL] = "all",           [LINTEL_SHEET_PROBLEMS] = "problems",
  [LINTEL_SHEET_CHANGED] = "changed",   [LINTEL_SHEET_USED] = "used",
  [LINTEL_SHEET_BASELINE] = "baseline",
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

  /* A window that is shown already stays as it is. */
  if (width > 0 && height > 0 && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_key_file_get_boolean (state, group, "maximized", NULL))
    gtk_window_maximize (GTK_WINDOW (self));
}

static char *
make_key (const char *prefix, const char *page_key)
{
  return g_strconcat (prefix, page_key, NULL);
}

static void
restore_filter (LintelWindow *self, const char *page_key, LintelSheetPage *page, GKeyFile *state,
                const char *group)
{
  g_autofree char *key = make_key (FILTER_PREFIX, page_key);
  g_autofree char *filter = g_key_file_get_string (state, group, key, NULL);

  for (guint n = LINTEL_SHEET_ALL + 1; filter != NULL && n < G_N_ELEMENTS (filters); n++)
    {
      if (!g_str_equal (filters[n], filter))
        continue;
      /* Which rows those are has to be known first. */
      if (n == LINTEL_SHEET_PROBLEMS)
        lintel_document_lint_now (self->document);
      if (n != LINTEL_SHEET_BASELINE || lintel_document_get_baseline (self->document) != NULL)
        lintel_sheet_page_set_filter (page, (LintelSheetFilter) n);
    }
}

/* The number of a column, -1 for the heads, and 1 or -1. */
static void
restore_sort (const char *page_key, LintelSheetPage *page, GKeyFile *state, const char *group)
{
  g_autofree char *key = make_key (SORT_PREFIX, page_key);
  LintelSheet *sheet = lintel_sheet_page_get_sheet (page);
  gsize n;
  g_autofree int *sort = g_key_file_get_integer_list (state, group, key, &n, NULL);
  guint column;

  if (sort == NULL || n != 2 || sort[0] < -1
      || sort[0] >= (int) lintel_grid_model_get_n_columns (LINTEL_GRID_MODEL (sheet)))
    return;
  column = sort[0] < 0 ? LINTEL_SHEET_HEADING : (guint) sort[0];
  lintel_sheet_toggle_sort (sheet, column);
  if (sort[1] < 0)
    lintel_sheet_toggle_sort (sheet, column);
}

/* The grid of a page; NULL when it has none. */
static LintelGrid *
get_grid (GtkWidget *page)
{
  if (LINTEL_IS_TABLES_PAGE (page))
    return lintel_sheet_page_get_grid (
        lintel_tables_page_get_sheet_page (LINTEL_TABLES_PAGE (page)));
  return LINTEL_IS_SHEET_PAGE (page) ? lintel_sheet_page_get_grid (LINTEL_SHEET_PAGE (page)) : NULL;
}

/* By column, 0 for one that has its own. */
static void
restore_widths (const char *page_key, LintelGrid *grid, GKeyFile *state, const char *group)
{
  g_autofree char *key = make_key (WIDTHS_PREFIX, page_key);
  gsize n = 0;
  g_autofree double *widths = g_key_file_get_double_list (state, group, key, &n, NULL);

  for (gsize i = 0; i < n; i++)
    if (widths[i] > 0 && widths[i] <= MAXIMUM_DIGITS)
      lintel_grid_set_width (grid, (guint) i, widths[i]);
}

/* Panes that have a name of their own. */
static char *
get_pane_key (GtkWidget *widget)
{
  const char *name = gtk_widget_get_name (widget);

  if (!GTK_IS_PANED (widget) || g_str_equal (name, G_OBJECT_TYPE_NAME (widget)))
    return NULL;
  return make_key (PANE_PREFIX, name);
}

/* Before it has been laid out a pane is taken to be as wide as its window, like that of the
 * problems. */
static int
get_pane_width (GtkWidget *pane)
{
  GtkRoot *root = gtk_widget_get_root (pane);
  int width = gtk_widget_get_width (pane), height;

  if (gtk_widget_get_mapped (pane) && width > 0)
    return width;
  if (gtk_widget_get_mapped (GTK_WIDGET (root)))
    return gtk_widget_get_width (GTK_WIDGET (root));
  gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  return width;
}

/* What is remembered is the width of the child that keeps it when the window becomes another size:
 * of the first one, or, negative, of the second. */
static void
restore_pane (GtkPaned *pane, int width)
{
  if (width < 0 && width >= -MAXIMUM_SIZE)
    width = MAX (get_pane_width (GTK_WIDGET (pane)) + width, 1);
  if (width > 0 && width <= MAXIMUM_SIZE)
    gtk_paned_set_position (pane, width);
}

static void
restore_panes (GtkWidget *widget, GKeyFile *state, const char *group)
{
  g_autofree char *key = get_pane_key (widget);

  if (key != NULL)
    restore_pane (GTK_PANED (widget), g_key_file_get_integer (state, group, key, NULL));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    restore_panes (child, state, group);
}

static void
restore_lint_pane (LintelWindow *self, GKeyFile *state, const char *group)
{
  int height = g_key_file_get_integer (state, group, "lint-height", NULL);

  if (height > 0 && height <= MAXIMUM_SIZE)
    lintel_window_set_lint_height (self, height);
  restore_panes (GTK_WIDGET (self->lint_pane), state, group);
}

void
lintel_window_restore_panes (LintelWindow *self)
{
  g_autoptr (GKeyFile) state = NULL;
  g_autofree char *group = get_group (self);

  lintel_window_set_lint_height (self, lintel_settings_get_int ("lint-height", 230));
  if (group == NULL)
    return;
  state = load_state ();
  restore_lint_pane (self, state, group);
}

void
lintel_window_restore_page (LintelWindow *self, const char *page_key, GtkWidget *page)
{
  g_autoptr (GKeyFile) state = NULL;
  g_autofree char *group = get_group (self);
  LintelGrid *grid = get_grid (page);

  if (group == NULL)
    return;
  state = load_state ();
  restore_panes (page, state, group);
  if (grid != NULL)
    restore_widths (page_key, grid, state, group);
  if (!LINTEL_IS_SHEET_PAGE (page))
    return;
  restore_filter (self, page_key, LINTEL_SHEET_PAGE (page), state, group);
  restore_sort (page_key, LINTEL_SHEET_PAGE (page), state, group);
}

/* The file may be gone by now, or its folder may not answer. */
static void
restore_baseline (LintelWindow *self, GKeyFile *state, const char *group)
{
  g_autofree char *path = g_key_file_get_string (state, group, "baseline", NULL);
  g_autoptr (GError) error = NULL;
  LintelFileStamp now;

  if (path == NULL)
    return;
  if (!lintel_disk_look (path, &now))
    {
      g_autofree char *silence = lintel_disk_explain_silence (path);

      lintel_window_toast (self, silence);
    }
  else if (!lintel_document_set_baseline (self->document, path, &error))
    lintel_window_toast (self, error->message);
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
  restore_lint_pane (self, state, group);
  restore_baseline (self, state, group);
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
  g_key_file_set_integer (state, group, "lint-height", lintel_window_get_lint_height (self));
}

static void
remember_sort (LintelSheet *sheet, GKeyFile *state, const char *group, const char *page_key)
{
  g_autofree char *key = make_key (SORT_PREFIX, page_key);
  guint column;
  int direction = lintel_sheet_get_sort (sheet, &column);
  int sort[] = { column == LINTEL_SHEET_HEADING ? -1 : (int) column, direction };

  if (direction != 0)
    g_key_file_set_integer_list (state, group, key, sort, G_N_ELEMENTS (sort));
}

static void
remember_widths (LintelGrid *grid, GKeyFile *state, const char *group, const char *page_key)
{
  g_autofree char *key = make_key (WIDTHS_PREFIX, page_key);
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_columns = lintel_grid_model_get_n_columns (lintel_grid_get_model (grid));
  gboolean any = FALSE;

  for (guint column = 0; column < n_columns; column++)
    {
      double width = lintel_grid_get_width (grid, column);

      any = any || width > 0;
      g_array_append_val (widths, width);
    }
  if (any)
    g_key_file_set_double_list (state, group, key, (double *) (void *) widths->data, widths->len);
}

static void
remember_pane (GtkPaned *pane, GKeyFile *state, const char *group, const char *key)
{
  int width = gtk_paned_get_position (pane), room = gtk_widget_get_width (GTK_WIDGET (pane));

  if (!gtk_paned_get_resize_end_child (pane) && room > 0)
    width -= room;
  g_key_file_set_integer (state, group, key, width);
}

static void
remember_panes (GtkWidget *widget, GKeyFile *state, const char *group)
{
  g_autofree char *key = get_pane_key (widget);

  if (key != NULL)
    remember_pane (GTK_PANED (widget), state, group, key);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    remember_panes (child, state, group);
}

/* A page that was not looked at keeps what was remembered of it. */
static void
keep_page (GKeyFile *before, GKeyFile *state, const char *group, const char *page_key)
{
  const char *prefixes[] = { FILTER_PREFIX, SORT_PREFIX, WIDTHS_PREFIX };

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      g_autofree char *key = make_key (prefixes[i], page_key);
      g_autofree char *value = g_key_file_get_value (before, group, key, NULL);

      if (value != NULL)
        g_key_file_set_value (state, group, key, value);
    }
}

/* Those of pages that were not looked at. */
static void
keep_panes (GKeyFile *before, GKeyFile *state, const char *group)
{
  g_auto (GStrv) keys = g_key_file_get_keys (before, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    if (g_str_has_prefix (keys[i], PANE_PREFIX))
      g_key_file_set_integer (state, group, keys[i],
                              g_key_file_get_integer (before, group, keys[i], NULL));
}

static void
remember_page (LintelWindow *self, GKeyFile *before, GKeyFile *state, const char *group, guint n)
{
  GtkWidget *bin = gtk_notebook_get_nth_page (self->notebook, (int) n);
  GtkWidget *page = adw_bin_get_child (ADW_BIN (bin));
  const char *page_key = lintel_window_get_nth_page_key (self, n);
  g_autofree char *key = make_key (FILTER_PREFIX, page_key);

  if (page == NULL)
    keep_page (before, state, group, page_key);
  if (page != NULL && get_grid (page) != NULL)
    remember_widths (get_grid (page), state, group, page_key);
  if (page == NULL || !LINTEL_IS_SHEET_PAGE (page))
    return;
  g_key_file_set_string (state, group, key,
                         filters[lintel_sheet_page_get_filter (LINTEL_SHEET_PAGE (page))]);
  remember_sort (lintel_sheet_page_get_sheet (LINTEL_SHEET_PAGE (page)), state, group, page_key);
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
  g_autoptr (GKeyFile) before = load_state ();
  g_autoptr (GKeyFile) state = load_state ();
  g_autofree char *group = get_group (self);

  if (group == NULL)
    return;
  g_key_file_remove_group (state, group, NULL);
  remember_size (self, state, group);
  g_key_file_set_string (state, group, "page", lintel_window_get_page_key (self));
  keep_panes (before, state, group);
  remember_panes (GTK_WIDGET (self->paned), state, group);
  for (int n = 0; n < gtk_notebook_get_n_pages (self->notebook); n++)
    remember_page (self, before, state, group, (guint) n);
  if (lintel_document_get_baseline_path (self->document) != NULL)
    g_key_file_set_string (state, group, "baseline",
                           lintel_document_get_baseline_path (self->document));
  forget_old (state);
  save_state (state);
}
