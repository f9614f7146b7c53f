/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window with a copy of an example, in this process. */

#include "config.h"

#include "tests/ui/window-fixture.h"

#include "app/ui/pages/lintel-tables-page.h"
#include "app/ui/safety/lintel-opening.h"
#include "lintel/xml.h"

static LintelApplication *application;
static LintelWindow *window;
static char *folder; /* of the test's own */
static char *file;   /* the project in it */

int
window_fixture_run (Suite *suite)
{
  int status;

  application = lintel_application_new (G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;
  /* Keeps the application alive between the windows of two tests. */
  g_application_hold (G_APPLICATION (application));
  status = lintel_test_run (suite);
  g_application_release (G_APPLICATION (application));
  g_object_unref (application);
  return status;
}

void
window_fixture_settle (void)
{
  while (g_main_context_pending (NULL) || lintel_opening_is_waiting ()
         || (window != NULL
             && (window->reloading
                 || (window->saving.path != NULL && window->saving.slow_source != 0))))
    g_main_context_iteration (NULL, TRUE);
}

LintelDocument *
window_fixture_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelDiskFile) read = NULL;
  GBytes *bytes = lintel_xml_load_bytes (path, &error);
  LintelDocument *document;
  LintelFileStamp stamp;

  ck_assert_msg (bytes != NULL, "%s", error != NULL ? error->message : "");
  stamp = lintel_file_stamp_of_bytes (bytes, path);
  read = lintel_disk_file_new (path, bytes, &stamp);
  document = lintel_document_open (lintel_application_get_catalogue (application), read, &error);
  ck_assert_msg (document != NULL, "%s", error != NULL ? error->message : "");
  return document;
}

void
window_fixture_open_text (const char *text)
{
  folder = lintel_test_make_folder ();
  file = g_build_filename (folder, "office.xml", NULL);
  ck_assert (g_file_set_contents (file, text, -1, NULL));
  lintel_opening_start (application, file);
  window_fixture_settle ();
  window = LINTEL_WINDOW (lintel_application_find_window (application, file));
  ck_assert_ptr_nonnull (window);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  /* Frames come when the clock says so, which settling does not wait for. */
  while (!window->is_shown)
    g_main_context_iteration (NULL, TRUE);
  lintel_document_lint_now (lintel_window_get_document (window));
  window_fixture_settle ();
}

void
window_fixture_open_example (const char *name)
{
  g_autofree char *relative = g_strdup_printf ("data/examples/%s.xml", name);
  g_autofree char *source = lintel_test_source (relative);
  g_autofree char *text = lintel_test_read (source);

  window_fixture_open_text (text);
}

void
window_fixture_open (void)
{
  window_fixture_open_example ("dental-office");
}

void
window_fixture_close (void)
{
  if (window != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
  window_fixture_settle ();
  ck_assert_ptr_null (window);
  lintel_test_remove_folder (folder);
  g_clear_pointer (&folder, g_free);
  g_clear_pointer (&file, g_free);
}

LintelWindow *
window_fixture_get (void)
{
  return window;
}

const char *
window_fixture_folder (void)
{
  return folder;
}

const char *
window_fixture_file (void)
{
  return file;
}

LintelApplication *
window_fixture_application (void)
{
  return application;
}

LintelDocument *
window_fixture_document (void)
{
  return lintel_window_get_document (window);
}

LintelProject *
window_fixture_project (void)
{
  return lintel_document_get_project (window_fixture_document ());
}

static LintelSheetPage *
get_sheet_page (GtkWidget *page)
{
  if (LINTEL_IS_TABLES_PAGE (page))
    return lintel_tables_page_get_sheet_page (LINTEL_TABLES_PAGE (page));
  ck_assert (LINTEL_IS_SHEET_PAGE (page));
  return LINTEL_SHEET_PAGE (page);
}

LintelSheetPage *
window_fixture_show (const char *key)
{
  GtkWidget *page = lintel_window_show_page (window, key);

  ck_assert_msg (page != NULL, "there is no tab %s", key);
  window_fixture_settle ();
  return get_sheet_page (page);
}

LintelGridModel *
window_fixture_model (LintelSheetPage *page)
{
  return LINTEL_GRID_MODEL (lintel_sheet_page_get_sheet (page));
}

LintelPlace
window_fixture_place (const char *text)
{
  g_autoptr (GError) error = NULL;
  LintelPlace place;

  ck_assert_msg (lintel_place_parse (text, window_fixture_project (), &place, &error), "%s: %s",
                 text, error != NULL ? error->message : "");
  return place;
}

const char *
window_fixture_value (const char *text)
{
  LintelPlace place = window_fixture_place (text);

  if (place.kind == LINTEL_PLACE_CELL)
    return lintel_project_get (window_fixture_project (), place.item, place.index[0],
                               place.index[1]);
  return lintel_project_get_text (window_fixture_project (), &place);
}

void
window_fixture_set (const char *text, const char *value)
{
  LintelPlace place = window_fixture_place (text);
  g_autoptr (GError) error = NULL;

  ck_assert_msg (lintel_project_set (window_fixture_project (), "test", &place, value, &error),
                 "%s: %s", text, error != NULL ? error->message : "");
}

void
window_fixture_jump (const char *text)
{
  LintelPlace place = window_fixture_place (text);

  lintel_window_jump (window, &place);
  window_fixture_settle ();
}

char *
window_fixture_cursor (void)
{
  LintelSheetPage *page = get_sheet_page (GTK_WIDGET (lintel_window_get_page (window)));
  LintelPlace place;
  guint row, column;

  ck_assert (lintel_grid_get_cursor (lintel_sheet_page_get_grid (page), &row, &column));
  if (!lintel_sheet_get_place_at (lintel_sheet_page_get_sheet (page), row, column, &place))
    return g_strdup ("");
  return lintel_place_to_string (&place, window_fixture_project ());
}

void
window_fixture_activate (const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
  window_fixture_settle ();
}

GtkWindow *
window_fixture_dialog_over (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) candidate = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (candidate) == parent
          && gtk_widget_get_visible (GTK_WIDGET (candidate)))
        return candidate;
    }
  ck_abort_msg ("no dialog is shown");
  return NULL;
}

GtkWindow *
window_fixture_dialog (void)
{
  return window_fixture_dialog_over (GTK_WINDOW (window));
}

void
window_fixture_close_dialogs (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != window)
      gtk_window_destroy (l->data);
  window_fixture_settle ();
}

void
window_fixture_look_at_all (void (*look) (GtkWidget *window))
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (windows, i);

      look (each);
    }
}

void
window_fixture_respond (const char *response)
{
  GtkWindow *dialog = window_fixture_dialog ();

  ck_assert (ADW_IS_MESSAGE_DIALOG (dialog));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  if (dialog != NULL)
    gtk_window_destroy (dialog);
  window_fixture_settle ();
}

/* The first widget inside WIDGET, WIDGET included, that IS_IT says yes to. */
static GtkWidget *
find (GtkWidget *widget, gboolean (*is_it) (GtkWidget *widget, gconstpointer what),
      gconstpointer what)
{
  GtkWidget *found = is_it (widget, what) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, is_it, what);
  return found;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) type);
}

static gboolean
is_row (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static gboolean
is_button (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_BUTTON (widget)
         && (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0
             || g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0);
}

GtkWidget *
window_fixture_find (GtkWidget *widget, GType type)
{
  return find (widget, is_of_type, &type);
}

GtkWidget *
window_fixture_find_row (GtkWidget *widget, const char *title)
{
  return find (widget, is_row, title);
}

GtkWidget *
window_fixture_find_button (GtkWidget *widget, const char *text)
{
  return find (widget, is_button, text);
}

void
window_fixture_click (GtkWidget *button)
{
  ck_assert_ptr_nonnull (button);
  ck_assert (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  window_fixture_settle ();
}
