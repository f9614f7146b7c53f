/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and pictures, by way of the X server. There is no window manager on the test's display, so
 * the part of one that matters is here: the topmost window of the program has the keyboard. */

#include "config.h"

#include "tests/e2e/e2e-private.h"

#include <X11/XKBlib.h>
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <cairo-xlib.h>
#include <string.h>

/* A window may go between being listed and being asked about. */
static int
ignore_error_cb (Display *display, XErrorEvent *event)
{
  return 0;
}

static Display *
get_display (void)
{
  static Display *display;

  if (display == NULL)
    {
      display = XOpenDisplay (NULL);
      XSetErrorHandler (ignore_error_cb);
    }
  ck_assert_msg (display != NULL, "there is no display; run below tests/support/run-under-xvfb");
  return display;
}

static gboolean
is_window_of_program (Window window, XWindowAttributes *attributes)
{
  XClassHint hint = { NULL, NULL };
  gboolean has_class;

  if (!XGetWindowAttributes (get_display (), window, attributes)
      || attributes->map_state != IsViewable || attributes->override_redirect)
    return FALSE;
  has_class = XGetClassHint (get_display (), window, &hint) != 0;
  g_clear_pointer (&hint.res_name, XFree);
  g_clear_pointer (&hint.res_class, XFree);
  return has_class;
}

static gboolean
has_title (Window window, const char *pattern)
{
  XTextProperty property = { NULL, None, 0, 0 };
  gboolean fits;

  if (pattern == NULL)
    return TRUE;
  XGetTextProperty (get_display (), window, &property,
                    XInternAtom (get_display (), "_NET_WM_NAME", False));
  fits = property.value != NULL && g_pattern_match_simple (pattern, (const char *) property.value);
  g_clear_pointer (&property.value, XFree);
  return fits;
}

/* The server lists them from bottom to top. NULL fits any title. */
static Window
find_top_window (const char *title, XWindowAttributes *attributes)
{
  Window root, parent, *children = NULL, top = None;
  unsigned n = 0;

  XQueryTree (get_display (), DefaultRootWindow (get_display ()), &root, &parent, &children, &n);
  while (n > 0 && top == None)
    if (is_window_of_program (children[--n], attributes) && has_title (children[n], title))
      top = children[n];
  g_clear_pointer (&children, XFree);
  return top;
}

gboolean
e2e_has_window (const char *title)
{
  XWindowAttributes attributes;

  return find_top_window (title, &attributes) != None;
}

static gboolean
focus_top_cb (gpointer data)
{
  XWindowAttributes attributes;
  Window top = find_top_window (NULL, &attributes), focused;
  int revert;

  XGetInputFocus (get_display (), &focused, &revert);
  if (top == None || focused == top)
    return top != None;
  XSetInputFocus (get_display (), top, RevertToParent, CurrentTime);
  XSync (get_display (), False);
  return FALSE;
}

static void
send_key (KeySym keysym, gboolean down)
{
  KeyCode code = XKeysymToKeycode (get_display (), keysym);

  ck_assert_msg (code != 0, "the keyboard has no %s", XKeysymToString (keysym));
  XTestFakeKeyEvent (get_display (), code, down, CurrentTime);
}

static const struct
{
  const char *prefix;
  KeySym keysym;
} modifiers[] = {
  { "<Shift>", XK_Shift_L },
  { "<Control>", XK_Control_L },
  { "<Alt>", XK_Alt_L },
};

static void
press_with_modifiers (const char *accelerator)
{
  for (gsize i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (g_str_has_prefix (accelerator, modifiers[i].prefix))
      {
        send_key (modifiers[i].keysym, TRUE);
        press_with_modifiers (accelerator + strlen (modifiers[i].prefix));
        send_key (modifiers[i].keysym, FALSE);
        return;
      }
  send_key (XStringToKeysym (accelerator), TRUE);
  send_key (XStringToKeysym (accelerator), FALSE);
}

void
e2e_press (const char *accelerator)
{
  e2e_wait (focus_top_cb, NULL, "no window takes the keyboard");
  press_with_modifiers (accelerator);
  XSync (get_display (), False);
}

static void
type_character (char character)
{
  /* Keysyms of Latin-1 are its character codes. */
  KeySym keysym = (KeySym) (guchar) character;
  KeyCode code = XKeysymToKeycode (get_display (), keysym);
  gboolean shifted = XkbKeycodeToKeysym (get_display (), code, 0, 0) != keysym;

  if (shifted)
    send_key (XK_Shift_L, TRUE);
  send_key (keysym, TRUE);
  send_key (keysym, FALSE);
  if (shifted)
    send_key (XK_Shift_L, FALSE);
}

void
e2e_type (const char *text)
{
  e2e_wait (focus_top_cb, NULL, "no window takes the keyboard");
  for (const char *p = text; *p != '\0'; p++)
    type_character (*p);
  XSync (get_display (), False);
}

/* What a program finds on a desktop that draws shadows around its windows: somebody who composes
 * the screen, and a window manager that knows which part of a window is only shadow. */
void
e2e_pretend_compositor (void)
{
  Display *display = get_display ();
  Window root = DefaultRootWindow (display);
  Window manager = XCreateSimpleWindow (display, root, -1, -1, 1, 1, 0, 0, 0);
  Atom check = XInternAtom (display, "_NET_SUPPORTING_WM_CHECK", False);
  Atom supported = XInternAtom (display, "_NET_SUPPORTED", False);
  Atom extents = XInternAtom (display, "_GTK_FRAME_EXTENTS", False);

  XChangeProperty (display, root, check, XA_WINDOW, 32, PropModeReplace, (guchar *) &manager, 1);
  XChangeProperty (display, manager, check, XA_WINDOW, 32, PropModeReplace, (guchar *) &manager, 1);
  XChangeProperty (display, root, supported, XA_ATOM, 32, PropModeReplace, (guchar *) &extents, 1);
  XSetSelectionOwner (display, XInternAtom (display, "_NET_WM_CM_S0", False), manager, CurrentTime);
  XSync (display, False);
}

void
e2e_set_resolution (int dpi)
{
  g_autofree char *resources = g_strdup_printf ("Xft.dpi:\t%d\n", dpi);

  XChangeProperty (get_display (), DefaultRootWindow (get_display ()), XA_RESOURCE_MANAGER,
                   XA_STRING, 8, PropModeReplace, (guchar *) resources, (int) strlen (resources));
  XSync (get_display (), False);
}

typedef struct
{
  long left, right, top, bottom;
} Shadow;

static Shadow
get_shadow (Window window)
{
  Atom extents = XInternAtom (get_display (), "_GTK_FRAME_EXTENTS", False), type;
  unsigned long n_items, rest;
  guchar *data = NULL;
  Shadow shadow = { 0 };
  int format;

  XGetWindowProperty (get_display (), window, extents, 0, 4, False, XA_CARDINAL, &type, &format,
                      &n_items, &rest, &data);
  if (data != NULL && n_items == 4)
    memcpy (&shadow, data, sizeof shadow);
  g_clear_pointer (&data, XFree);
  return shadow;
}

void
e2e_take_picture (const char *path)
{
  XWindowAttributes window;
  Window top = find_top_window (NULL, &window);
  cairo_surface_t *surface, *picture;
  Shadow shadow;

  if (top == None)
    return;
  shadow = get_shadow (top);
  surface =
      cairo_xlib_surface_create (get_display (), top, window.visual, window.width, window.height);
  picture =
      cairo_surface_create_for_rectangle (surface, (double) shadow.left, (double) shadow.top,
                                          (double) (window.width - shadow.left - shadow.right),
                                          (double) (window.height - shadow.top - shadow.bottom));
  ck_assert_int_eq (cairo_surface_write_to_png (picture, path), CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (picture);
  cairo_surface_destroy (surface);
}
