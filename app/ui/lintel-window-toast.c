/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Messages at the lower edge of the window. The newest shows at once, in the place of the one
 * before: there is one toast, whose text changes and whose time then starts anew. To dismiss a
 * toast and add another would be the simpler way, but libadwaita 1.2 crashes when one is dismissed
 * while it still moves into view.
 */

#include "config.h"

#include "app/ui/lintel-window-private.h"

/* Seconds to read it; one more as long as the pointer or the keyboard is on it. */
#define READING_TIME 5

static gboolean
is_being_read (LintelWindow *self)
{
  GtkWidget *shown = gtk_widget_get_last_child (GTK_WIDGET (self->toasts));

  return (gtk_widget_get_state_flags (shown)
          & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_WITHIN))
         != 0;
}

static gboolean
reading_time_over_cb (gpointer data)
{
  LintelWindow *self = data;

  self->toast_timer = 0;
  if (is_being_read (self))
    self->toast_timer = g_timeout_add_seconds (1, reading_time_over_cb, self);
  else
    adw_toast_dismiss (self->toast);
  return G_SOURCE_REMOVE;
}

static void
toast_dismissed_cb (AdwToast *toast, LintelWindow *self)
{
  g_clear_handle_id (&self->toast_timer, g_source_remove);
  self->toast = NULL;
}

static void
add_toast (LintelWindow *self)
{
  self->toast = adw_toast_new ("");
  adw_toast_set_timeout (self->toast, 0);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, self->toast);
}

void
lintel_window_toast_while (LintelWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (self->toast == NULL)
    add_toast (self);
  adw_toast_set_title (self->toast, escaped);
  g_clear_handle_id (&self->toast_timer, g_source_remove);
}

void
lintel_window_toast_over (LintelWindow *self)
{
  if (self->toast != NULL && self->toast_timer == 0)
    self->toast_timer = g_timeout_add_seconds (1, reading_time_over_cb, self);
}

void
lintel_window_toast (LintelWindow *self, const char *text)
{
  lintel_window_toast_while (self, text);
  self->toast_timer = g_timeout_add_seconds (READING_TIME, reading_time_over_cb, self);
}

void
lintel_window_toast_from (GtkWidget *widget, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (LINTEL_IS_WINDOW (root))
    lintel_window_toast (LINTEL_WINDOW (root), text);
}
