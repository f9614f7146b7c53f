/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings: light or dark, the folder of baselines, severities. */

#include "config.h"

#include "app/ui/dialogs/lintel-preferences.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-list-cells.h"
#include "app/ui/lintel-settings.h"
#include "app/ui/lintel-severities.h"
#include "app/ui/lintel-window.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id, *title;
  AdwColorScheme scheme;
} schemes[] = {
  { "system", NC_ ("colours", "As the desktop"), ADW_COLOR_SCHEME_DEFAULT },
  { "light", NC_ ("colours", "Light"), ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", NC_ ("colours", "Dark"), ADW_COLOR_SCHEME_FORCE_DARK },
};

static guint
get_scheme (void)
{
  g_autofree char *id = lintel_settings_get_string ("color-scheme");

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (schemes[i].id, id))
      return i;
  return 0;
}

void
lintel_preferences_apply_color_scheme (void)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[get_scheme ()].scheme);
}

static void
scheme_selected_cb (AdwComboRow *row)
{
  lintel_settings_set_string ("color-scheme", schemes[adw_combo_row_get_selected (row)].id);
  lintel_preferences_apply_color_scheme ();
}

static GtkWidget *
make_scheme_row (void)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    gtk_string_list_append (titles, g_dpgettext2 (GETTEXT_PACKAGE, "colours", schemes[i].title));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), C_ ("field", "Colours"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), get_scheme ());
  g_signal_connect (row, "notify::selected", G_CALLBACK (scheme_selected_cb), NULL);
  return row;
}

static void
show_folder (AdwActionRow *row)
{
  g_autofree char *folder = lintel_settings_get_string ("baseline-folder");
  g_autofree char *name = g_filename_display_name (folder);

  adw_action_row_set_subtitle (row, folder[0] != '\0' ? name : C_ ("folder", "None chosen"));
}

static void
folder_chosen_cb (GtkNativeDialog *dialog, int response, gpointer row)
{
  g_autofree char *path = lintel_chooser_get_path (GTK_FILE_CHOOSER (dialog), response);

  if (path != NULL)
    lintel_settings_set_string ("baseline-folder", path);
  show_folder (row);
  g_object_unref (dialog);
}

static void
choose_folder_cb (AdwActionRow *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Folder of Baselines"), GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
      C_ ("button", "_Choose"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (folder_chosen_cb), row, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static GtkWidget *
make_folder_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (C_ ("button", "_Choose…"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Folder of baselines"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Where “Compare With” begins to look"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_folder_cb), row,
                           G_CONNECT_SWAPPED);
  show_folder (ADW_ACTION_ROW (row));
  return row;
}

static void
lint_all_again (LintelApplication *application)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      LintelDocument *document =
          LINTEL_IS_WINDOW (l->data) ? lintel_window_get_document (l->data) : NULL;

      if (document != NULL)
        lintel_document_use_severities (document);
    }
}

/* Choice 0 is the rule's own severity, then error, warning and, unless locked, note. */
static void
severity_selected_cb (AdwComboRow *row, GParamSpec *pspec, LintelApplication *application)
{
  const LintelRule *rule = g_object_get_data (G_OBJECT (row), "rule");
  guint n = adw_combo_row_get_selected (row);

  if (n == 0)
    lintel_severities_reset (rule);
  else
    lintel_severities_set (rule, (LintelSeverity) (LINTEL_SEVERITY_ERROR - (n - 1)));
  lint_all_again (application);
}

static GtkStringList *
list_choices (const LintelRule *rule)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  /* Translators: a rule's severity unless the user has set another, "Default (Error)" */
  gtk_string_list_take (
      titles, g_strdup_printf (C_ ("severity", "Default (%s)"),
                               lintel_severity_get_title (lintel_rule_get_severity (rule))));
  for (int severity = LINTEL_SEVERITY_ERROR; severity >= LINTEL_SEVERITY_NOTE; severity--)
    if (lintel_rules_check_severity (lintel_rule_get_id (rule), (LintelSeverity) severity, NULL))
      gtk_string_list_append (titles, lintel_severity_get_title ((LintelSeverity) severity));
  return titles;
}

static GtkWidget *
make_rule_row (LintelApplication *application, const LintelRule *rule)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) choices = list_choices (rule);
  LintelSeverity severity;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lintel_rule_get_summary (rule));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), lintel_rule_get_id (rule));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  if (lintel_severities_get (rule, &severity))
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), LINTEL_SEVERITY_ERROR - severity + 1);
  g_object_set_data (G_OBJECT (row), "rule", (gpointer) rule);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (severity_selected_cb), application,
                           0);
  return row;
}

static AdwPreferencesPage *
make_page (const char *title, const char *icon_name, AdwPreferencesGroup *group)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_set_title (page, title);
  adw_preferences_page_set_icon_name (page, icon_name);
  adw_preferences_page_add (page, group);
  return page;
}

static AdwPreferencesPage *
make_general_page (void)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_add (group, make_scheme_row ());
  adw_preferences_group_add (group, make_folder_row ());
  return make_page (C_ ("heading", "General"), "preferences-system-symbolic", group);
}

static AdwPreferencesPage *
make_severities_page (LintelApplication *application)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_description (
      group, _ ("How serious each problem is for your office. An error stops the export. Problems "
                "that open the way to toll fraud cannot become mere notes."));
  for (guint i = 0; i < lintel_rules_get_n (); i++)
    adw_preferences_group_add (group, make_rule_row (application, lintel_rules_get (i)));
  return make_page (C_ ("heading", "Severities"), "dialog-warning-symbolic", group);
}

void
lintel_preferences_present (LintelApplication *application, GtkWindow *parent)
{
  GtkWidget *window = adw_preferences_window_new ();

  gtk_window_set_title (GTK_WINDOW (window), C_ ("window", "Preferences"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), parent != NULL);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), make_general_page ());
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), make_severities_page (application));
  lintel_name_buttons (window);
  gtk_window_present (GTK_WINDOW (window));
}
