/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a new window leaves until its first frame is on the screen: all that this frame does not
 * show. The second frame, right after it, has the page of the tab.
 */

#include "config.h"

#include "app/ui/lintel-recent.h"
#include "app/ui/lintel-window-private.h"
#include "app/ui/safety/lintel-window-state.h"

#include <glib/gi18n-lib.h>

/* The menu beside Open. */
static void
show_recent_cb (LintelWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GPtrArray) recent = lintel_recent_list (10);

  for (guint i = 0; i < recent->len; i++)
    {
      const char *path = g_ptr_array_index (recent, i);
      g_autofree char *name = g_filename_display_basename (path);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "app.open-file", "s", path);
      g_menu_append_item (menu, item);
    }
  if (recent->len == 0)
    g_menu_append (menu, _ ("No recent projects"), "app.no-recent");
  adw_split_button_set_menu_model (self->open_button, G_MENU_MODEL (menu));
}

static void
fill_menus (LintelWindow *self)
{
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (self->main_menu));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (show_recent_cb), self, G_CONNECT_SWAPPED);
  show_recent_cb (self);
}

/* Comes before each frame is laid out: when it comes again, the first one is there. */
static gboolean
frame_due_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LintelWindow *self = LINTEL_WINDOW (widget);

  if (self->n_frames++ == 0)
    return G_SOURCE_CONTINUE;
  self->is_shown = TRUE;
  if (self->document != NULL)
    lintel_window_restore_panes (self);
  lintel_window_build_page (self);
  fill_menus (self);
  /* To draw the icon takes a library that nothing else here needs. */
  gtk_window_set_default_icon_name ("app.lintel.Lintel");
  return G_SOURCE_REMOVE;
}

void
lintel_window_complete_later (LintelWindow *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_due_cb, NULL, NULL);
}
