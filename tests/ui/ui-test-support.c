/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events are injected on GDK's own connection: after a round trip they are in its queue, so
 * nothing here waits for time to pass. */

#include "config.h"

#include "tests/ui/ui-test-support.h"

#include <X11/XKBlib.h>
#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>

static Display *
get_x_display (void)
{
  return gdk_x11_display_get_xdisplay (gdk_display_get_default ());
}

static void
run_pending (void)
{
  XSync (get_x_display (), False);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
frame_drawn_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer n_frames)
{
  --*(int *) n_frames;
  return G_SOURCE_CONTINUE;
}

void
ui_test_settle (GtkWidget *widget)
{
  int n_frames = 2;
  guint tick;

  run_pending ();
  tick = gtk_widget_add_tick_callback (widget, frame_drawn_cb, &n_frames, NULL);
  while (n_frames > 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (widget, tick);
  run_pending ();
}

GtkWidget *
ui_test_open (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();
  GdkSurface *surface;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle (window);
  /* There is no window manager that would do it. */
  surface = gtk_native_get_surface (GTK_NATIVE (window));
  XSetInputFocus (get_x_display (), gdk_x11_surface_get_xid (surface), RevertToParent, CurrentTime);
  ui_test_settle (window);
  return window;
}

void
ui_test_close (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  run_pending ();
}

static void
send_key (guint keyval, gboolean down)
{
  KeyCode code = XKeysymToKeycode (get_x_display (), keyval);

  g_assert_cmpuint (code, !=, 0);
  XTestFakeKeyEvent (get_x_display (), code, down, CurrentTime);
}

static void
send_modifiers (GdkModifierType modifiers, gboolean down)
{
  if ((modifiers & GDK_SHIFT_MASK) != 0)
    send_key (GDK_KEY_Shift_L, down);
  if ((modifiers & GDK_CONTROL_MASK) != 0)
    send_key (GDK_KEY_Control_L, down);
  if ((modifiers & GDK_ALT_MASK) != 0)
    send_key (GDK_KEY_Alt_L, down);
}

static void
press_key (guint keyval, GdkModifierType modifiers)
{
  send_modifiers (modifiers, TRUE);
  send_key (keyval, TRUE);
  send_key (keyval, FALSE);
  send_modifiers (modifiers, FALSE);
}

void
ui_test_press (GtkWidget *widget, const char *accelerator)
{
  guint keyval;
  GdkModifierType modifiers;

  g_assert_true (gtk_accelerator_parse (accelerator, &keyval, &modifiers));
  press_key (keyval, modifiers);
  ui_test_settle (widget);
}

void
ui_test_hold (GtkWidget *widget, GdkModifierType modifiers, gboolean down)
{
  send_modifiers (modifiers, down);
  ui_test_settle (widget);
}

void
ui_test_type (GtkWidget *widget, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      guint keyval = gdk_unicode_to_keyval ((guchar) *p);
      KeyCode code = XKeysymToKeycode (get_x_display (), keyval);
      gboolean shifted = XkbKeycodeToKeysym (get_x_display (), code, 0, 0) != keyval;

      press_key (keyval, shifted ? GDK_SHIFT_MASK : 0);
      run_pending ();
    }
  ui_test_settle (widget);
}

void
ui_test_move_pointer (GtkWidget *widget, double x, double y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  Window window = gdk_x11_surface_get_xid (gtk_native_get_surface (native));
  Window child;
  double native_x, native_y;
  int root_x, root_y;

  gtk_native_get_surface_transform (native, &native_x, &native_y);
  g_assert_true (gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &x, &y));
  XTranslateCoordinates (get_x_display (), window, DefaultRootWindow (get_x_display ()),
                         (int) (x + native_x), (int) (y + native_y), &root_x, &root_y, &child);
  XTestFakeMotionEvent (get_x_display (), -1, root_x, root_y, CurrentTime);
  ui_test_settle (widget);
}

void
ui_test_button (GtkWidget *widget, guint button, gboolean down)
{
  XTestFakeButtonEvent (get_x_display (), button, down, CurrentTime);
  ui_test_settle (widget);
}

void
ui_test_click (GtkWidget *widget, double x, double y)
{
  /* GTK gives a press to the widget that the pointer was last seen to move over. A pointer that
   * jumps onto another surface has only entered it. */
  ui_test_move_pointer (widget, x - 2, y - 1);
  ui_test_move_pointer (widget, x, y);
  ui_test_button (widget, GDK_BUTTON_PRIMARY, TRUE);
  ui_test_button (widget, GDK_BUTTON_PRIMARY, FALSE);
}
