/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: its windows, its actions and keys, and the catalogue that all of them share. */

#include "config.h"

#include "app/ui/lintel-application.h"

#include "app/ui/dialogs/lintel-new-dialog.h"
#include "app/ui/dialogs/lintel-preferences.h"
#include "app/ui/lintel-window.h"
#include "app/ui/safety/lintel-opening.h"
#include "lintel/xml.h"

#include <glib/gi18n-lib.h>

struct _LintelApplication
{
  AdwApplication parent_instance;

  LintelCatalogue *catalogue; /* loaded at startup */
  char *catalogue_problem;    /* why the user's files were left out; told once */
};

G_DEFINE_FINAL_TYPE (LintelApplication, lintel_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *keys[4];
} accels[] = {
  { "app.new", { "<Control>n", NULL } },
  { "app.open", { "<Control>o", NULL } },
  { "app.preferences", { "<Control>comma", NULL } },
  { "app.quit", { "<Control>q", NULL } },
  { "win.save", { "<Control>s", NULL } },
  { "win.save-as", { "<Control><Shift>s", NULL } },
  { "win.undo", { "<Control>z", NULL } },
  { "win.redo", { "<Control><Shift>z", "<Control>y", NULL } },
  { "win.export", { "<Control>e", NULL } },
  { "win.preview", { "<Control>p", NULL } },
  { "win.find", { "<Control>f", NULL } },
  { "win.find-everywhere", { "<Control><Shift>f", NULL } },
  { "win.fix-all", { "F9", NULL } },
  { "win.next-problem", { "F8", NULL } },
  { "win.previous-problem", { "<Shift>F8", NULL } },
  { "win.next-difference", { "F7", NULL } },
  { "win.previous-difference", { "<Shift>F7", NULL } },
  { "win.fix", { "<Control>period", NULL } },
  { "win.focus-problems", { "F6", NULL } },
  { "win.help", { "F1", NULL } },
  { "win.show-help-overlay", { "<Control>question", NULL } },
  { "win.page(0)", { "<Alt>1", NULL } },
  { "win.page(1)", { "<Alt>2", NULL } },
  { "win.page(2)", { "<Alt>3", NULL } },
  { "win.page(3)", { "<Alt>4", NULL } },
  { "win.page(4)", { "<Alt>5", NULL } },
  { "win.page(5)", { "<Alt>6", NULL } },
  { "win.page(6)", { "<Alt>7", NULL } },
  { "win.page(7)", { "<Alt>8", NULL } },
  { "win.page(8)", { "<Alt>9", NULL } },
  { "window.close", { "<Control>w", NULL } },
};

static LintelWindow *
get_active_window (LintelApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !LINTEL_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? LINTEL_WINDOW (window) : NULL;
}

GtkWindow *
lintel_application_get_free_window (LintelApplication *self)
{
  LintelWindow *window = get_active_window (self);

  if (window == NULL || lintel_window_get_document (window) != NULL)
    window = lintel_window_new (self);
  return GTK_WINDOW (window);
}

GtkWindow *
lintel_application_find_window (LintelApplication *self, const char *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  g_autofree char *wanted = g_canonicalize_filename (path, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    {
      LintelDocument *document =
          LINTEL_IS_WINDOW (l->data) ? lintel_window_get_document (l->data) : NULL;
      const char *open = document != NULL ? lintel_document_get_path (document) : NULL;
      g_autofree char *absolute = open != NULL ? g_canonicalize_filename (open, NULL) : NULL;

      if (g_strcmp0 (absolute, wanted) == 0)
        return l->data;
    }
  return NULL;
}

static void
new_document_cb (LintelDocument *document, gpointer data)
{
  GtkWindow *window = lintel_application_get_free_window (data);

  lintel_window_set_document (LINTEL_WINDOW (window), document);
  gtk_window_present (window);
}

static void
new_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LintelApplication *self = data;
  LintelWindow *window = get_active_window (self);

  lintel_new_dialog_present (GTK_WINDOW (window), self->catalogue, new_document_cb, self);
}

static void
open_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LintelWindow *window = get_active_window (data);

  if (window != NULL)
    lintel_window_choose_and_open (window);
}

static void
open_file_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lintel_opening_start (data, g_variant_get_string (parameter, NULL));
}

/* Examples are part of the program: they open as a copy without a file. */
static void
open_example_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LintelApplication *self = data;
  g_autofree char *resource = g_strdup_printf ("/app/lintel/Lintel/examples/%s.xml",
                                               g_variant_get_string (parameter, NULL));
  g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, 0, NULL);
  g_autoptr (LintelProject) project = NULL;
  g_autoptr (LintelDocument) document = NULL;

  if (bytes == NULL)
    return;
  project = lintel_xml_read_bytes (self->catalogue, bytes, resource, NULL);
  g_return_if_fail (project != NULL);
  document = lintel_document_new (project);
  new_document_cb (document, self);
}

/* A question that waits for its answer. */
static GtkWindow *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static LintelWindow *
find_unsaved (GList *windows)
{
  for (GList *l = windows; l != NULL; l = l->next)
    {
      LintelDocument *document =
          LINTEL_IS_WINDOW (l->data) ? lintel_window_get_document (l->data) : NULL;

      if (document != NULL && lintel_document_has_changes (document))
        return l->data;
    }
  return NULL;
}

/* Asks about changes in one window after the other, and comes here again each time. Who does not
 * want to lose any stays, with all windows that are left. */
static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));
  GtkWindow *question = find_question ();
  LintelWindow *unsaved = find_unsaved (windows);

  if (question != NULL)
    gtk_window_present (question);
  else if (unsaved != NULL)
    lintel_window_quit (unsaved);
  else
    for (GList *l = windows; l != NULL; l = l->next)
      if (LINTEL_IS_WINDOW (l->data))
        gtk_window_close (l->data);
}

static void
preferences_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lintel_preferences_present (data, GTK_WINDOW (get_active_window (data)));
}

static void
about_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (
      gtk_application_get_active_window (data), "application-name", C_ ("program", "Lintel"),
      "application-icon", "app.lintel.Lintel", "version", LINTEL_VERSION, "license-type",
      GTK_LICENSE_GPL_3_0, "comments",
      _ ("Protects NEC SL1100 and SL2100 systems against toll fraud. Lintel is not affiliated "
         "with NEC."),
      NULL);
}

static const GActionEntry app_actions[] = {
  { "new", new_activated, NULL, NULL, NULL, { 0 } },
  { "open", open_activated, NULL, NULL, NULL, { 0 } },
  { "open-file", open_file_activated, "s", NULL, NULL, { 0 } },
  { "open-example", open_example_activated, "s", NULL, NULL, { 0 } },
  { "quit", quit_activated, NULL, NULL, NULL, { 0 } },
  { "preferences", preferences_activated, NULL, NULL, NULL, { 0 } },
  { "about", about_activated, NULL, NULL, NULL, { 0 } },
};

static void
load_catalogue (LintelApplication *self)
{
  g_autofree char *folder = lintel_catalogue_user_folder ();
  g_autoptr (GError) error = NULL;

  self->catalogue = lintel_catalogue_new (folder, &error);
  if (self->catalogue != NULL)
    return;
  self->catalogue_problem = g_strdup (error->message);
  self->catalogue = lintel_catalogue_new_builtin ();
}

static gboolean
tell_catalogue_problem_cb (gpointer data)
{
  LintelApplication *self = data;
  g_autofree char *problem = g_steal_pointer (&self->catalogue_problem);
  LintelWindow *window = get_active_window (self);

  if (problem != NULL && window != NULL)
    lintel_window_show_error (window, _ ("Your own catalogue files are left out"), problem);
  return G_SOURCE_REMOVE;
}

/* The first one tells it, once it is on the screen. */
static void
lintel_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (lintel_application_parent_class)->window_added (application, window);
  if (LINTEL_APPLICATION (application)->catalogue_problem != NULL)
    g_idle_add_full (G_PRIORITY_LOW, tell_catalogue_problem_cb, g_object_ref (application),
                     g_object_unref);
}

static GtkCssProvider *
add_style (const char *path, guint priority)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style), priority);
  return g_steal_pointer (&style);
}

/* On top of the other style, as long as the desktop asks for it. */
static void
follow_contrast_cb (AdwStyleManager *manager)
{
  static GtkCssProvider *style;

  if (adw_style_manager_get_high_contrast (manager) == (style != NULL))
    return;
  if (style == NULL)
    {
      style = add_style ("/app/lintel/Lintel/style-hc.css",
                         GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
      return;
    }
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (style));
  g_clear_object (&style);
}

/* GTK begins to read the icon theme in a thread, and starts over when a path is added to it later
 * than that. So our path comes at once, and that of libadwaita right after it. By themselves
 * GtkApplication and AdwApplication would add icons and style when all that has long been done. */
static void
load_resources (void)
{
  AdwStyleManager *manager;
  GdkDisplay *display;

  gtk_init ();
  display = gdk_display_get_default ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/app/lintel/Lintel/icons");
  adw_init ();
  g_object_unref (
      add_style ("/app/lintel/Lintel/style.css", GTK_STYLE_PROVIDER_PRIORITY_APPLICATION));
  manager = adw_style_manager_get_default ();
  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (follow_contrast_cb), NULL);
  follow_contrast_cb (manager);
}

static void
lintel_application_startup (GApplication *application)
{
  LintelApplication *self = LINTEL_APPLICATION (application);

  g_application_set_resource_base_path (application, NULL);
  load_resources ();
  G_APPLICATION_CLASS (lintel_application_parent_class)->startup (application);
  g_set_application_name (C_ ("program", "Lintel"));
  lintel_preferences_apply_color_scheme ();
  load_catalogue (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), app_actions, G_N_ELEMENTS (app_actions),
                                   self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           accels[i].keys);
}

static void
lintel_application_activate (GApplication *application)
{
  LintelApplication *self = LINTEL_APPLICATION (application);
  LintelWindow *window = get_active_window (self);

  if (window == NULL)
    window = lintel_window_new (self);
  gtk_window_present (GTK_WINDOW (window));
  if (lintel_window_get_document (window) == NULL)
    lintel_opening_offer_all (self);
}

static void
lintel_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  LintelApplication *self = LINTEL_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        lintel_opening_start (self, path);
    }
  if (get_active_window (self) == NULL && !lintel_opening_is_waiting ())
    g_application_activate (application);
}

static int
lintel_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("lintel %s\n", LINTEL_VERSION);
  return 0;
}

static void
lintel_application_finalize (GObject *object)
{
  LintelApplication *self = LINTEL_APPLICATION (object);

  g_clear_pointer (&self->catalogue, lintel_catalogue_unref);
  g_free (self->catalogue_problem);
  G_OBJECT_CLASS (lintel_application_parent_class)->finalize (object);
}

static void
lintel_application_class_init (LintelApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lintel_application_finalize;
  application_class->startup = lintel_application_startup;
  application_class->activate = lintel_application_activate;
  application_class->open = lintel_application_open;
  application_class->handle_local_options = lintel_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_added = lintel_application_window_added;
}

static void
lintel_application_init (LintelApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option (application, "version", 0, 0, G_OPTION_ARG_NONE,
                                 N_ ("Print the version and exit"), NULL);
  g_application_set_option_context_parameter_string (application,
                                                     C_ ("command line", "[PROJECT…]"));
  g_application_set_option_context_summary (
      application, _ ("Edits and checks the toll-fraud part of NEC SL1100 and SL2100 databases."));
}

LintelApplication *
lintel_application_new (GApplicationFlags flags)
{
  return g_object_new (LINTEL_TYPE_APPLICATION, "application-id", "app.lintel.Lintel", "flags",
                       flags | G_APPLICATION_HANDLES_OPEN, NULL);
}

LintelCatalogue *
lintel_application_get_catalogue (LintelApplication *self)
{
  return self->catalogue;
}
