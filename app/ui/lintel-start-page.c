/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window shows while no project is open: new, open, recent files, the examples. */

#include "config.h"

#include "app/ui/lintel-start-page.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-recent.h"

#include <glib/gi18n-lib.h>

struct _LintelStartPage
{
  AdwBin parent_instance;

  AdwPreferencesGroup *recent_group, *examples_group;
  GPtrArray *recent_rows; /* in recent_group; made anew when the list changes */
};

G_DEFINE_FINAL_TYPE (LintelStartPage, lintel_start_page, ADW_TYPE_BIN)

static const struct
{
  const char *name, *title, *subtitle;
} examples[] = {
  { "dental-office", NC_ ("example", "Dental office"),
    N_ ("SL2100 as it left the factory, weak codes") },
  { "law-office", NC_ ("example", "Law office"), N_ ("SL1100 prepared half way") },
  { "hardened-office", NC_ ("example", "Hardened office"), N_ ("Nothing left to do") },
};

static AdwActionRow *
make_row (const char *title, const char *subtitle, const char *action, const char *target)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
show_recent_cb (LintelStartPage *self)
{
  g_autoptr (GPtrArray) recent = lintel_recent_list (5);

  for (guint i = 0; i < self->recent_rows->len; i++)
    adw_preferences_group_remove (self->recent_group, g_ptr_array_index (self->recent_rows, i));
  g_ptr_array_set_size (self->recent_rows, 0);
  for (guint i = 0; i < recent->len; i++)
    {
      const char *path = g_ptr_array_index (recent, i);
      g_autofree char *name = g_filename_display_basename (path);
      g_autofree char *folder = g_path_get_dirname (path);
      g_autofree char *shown = g_filename_display_name (folder);
      AdwActionRow *row = make_row (name, shown, "app.open-file", path);

      adw_preferences_group_add (self->recent_group, GTK_WIDGET (row));
      g_ptr_array_add (self->recent_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), recent->len > 0);
}

static void
lintel_start_page_dispose (GObject *object)
{
  LintelStartPage *self = LINTEL_START_PAGE (object);

  g_signal_handlers_disconnect_by_data (gtk_recent_manager_get_default (), self);
  g_clear_pointer (&self->recent_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (lintel_start_page_parent_class)->dispose (object);
}

static void
lintel_start_page_class_init (LintelStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_start_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/lintel/Lintel/lintel-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, LintelStartPage, examples_group);
}

static void
lintel_start_page_init (LintelStartPage *self)
{
  self->recent_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lintel_name_buttons (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    adw_preferences_group_add (
        self->examples_group,
        GTK_WIDGET (make_row (g_dpgettext2 (GETTEXT_PACKAGE, "example", examples[i].title),
                              _ (examples[i].subtitle), "app.open-example", examples[i].name)));
  g_signal_connect_swapped (gtk_recent_manager_get_default (), "changed",
                            G_CALLBACK (show_recent_cb), self);
  show_recent_cb (self);
}
