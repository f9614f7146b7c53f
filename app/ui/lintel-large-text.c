/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sizes for people who read with larger text. */

#include "config.h"

#include "app/ui/lintel-large-text.h"

/* What gtk-xft-dpi is for text as it is. */
#define USUAL_RESOLUTION (96 * 1024)
/* A dialog leaves this much of the screen to its title bar and its shadow. */
#define SCREEN_SHARE 0.9

static int
get_resolution (GtkWidget *widget)
{
  int resolution;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &resolution, NULL);
  return MAX (resolution, USUAL_RESOLUTION);
}

int
lintel_grow_length (GtkWidget *widget, int length)
{
  return (int) ((gint64) length * get_resolution (widget) / USUAL_RESOLUTION);
}

int
lintel_shrink_length (GtkWidget *widget, int length)
{
  return (int) ((gint64) length * USUAL_RESOLUTION / get_resolution (widget));
}

/* Which monitor a dialog will be on is not known yet: the smallest of them. */
static void
find_room (GtkWidget *widget, int *width, int *height)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (widget));

  *width = *height = G_MAXINT;
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle area;

      gdk_monitor_get_geometry (monitor, &area);
      *width = MIN (*width, (int) (area.width * SCREEN_SHARE));
      *height = MIN (*height, (int) (area.height * SCREEN_SHARE));
    }
}

int
lintel_get_screen_width (GtkWidget *widget)
{
  int width, height;

  find_room (widget, &width, &height);
  return width;
}

static int
grow_within (GtkWidget *dialog, int length, int room)
{
  return length > 0 ? MAX (MIN (lintel_grow_length (dialog, length), room), length) : length;
}

void
lintel_grow_message (AdwMessageDialog *dialog)
{
  GtkWidget *child = adw_message_dialog_get_extra_child (dialog);
  int width, height;

  gtk_widget_get_size_request (child, &width, &height);
  gtk_widget_set_size_request (child, grow_within (child, width, lintel_get_screen_width (child)),
                               height);
}

void
lintel_grow_dialog (GtkWindow *dialog)
{
  GtkWidget *widget = GTK_WIDGET (dialog);
  int width, height, room_x, room_y;

  gtk_window_get_default_size (dialog, &width, &height);
  find_room (widget, &room_x, &room_y);
  width = grow_within (widget, width, room_x);
  height = grow_within (widget, height, room_y);
  /* One that cannot be resized is as large as its contents ask for. */
  if (gtk_window_get_resizable (dialog))
    gtk_window_set_default_size (dialog, width, height);
  else
    gtk_widget_set_size_request (widget, width, -1);
}
