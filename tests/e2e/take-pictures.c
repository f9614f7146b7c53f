/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Not a test: takes pictures of the window, its tabs and its dialogs with data/examples open.
 *   take-pictures FOLDER STYLE [tabs]
 * writes FOLDER/window-STYLE.png, FOLDER/47-02-STYLE.png and so on, or only those of the tabs;
 * tests/support/take-screenshots runs it in each style. */

#include "config.h"

#include "tests/e2e/e2e-lintel.h"
#include "tests/support/test-support.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

static const char *const tabs[] = {
  "Overview", "47-02", "47-03", "21-04", "21-05", "21-06", "Extensions", "Codes", "Compare",
};

static char **arguments; /* of main(), for the one "test" */
static gboolean only_tabs;

/* Nothing moves any more, scroll bars have faded out, when the picture stays the same for a while.
 */
static void
take (const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, arguments[2]);
  g_autofree char *path = g_build_filename (arguments[1], file, NULL);
  g_autofree char *last = NULL, *now = NULL;
  gsize last_size = 0, now_size = 0;

  for (int same = 0; same < 8;)
    {
      e2e_take_picture (path);
      ck_assert (g_file_get_contents (path, &now, &now_size, NULL));
      same = last_size == now_size && memcmp (last, now, now_size) == 0 ? same + 1 : 0;
      g_free (last);
      last = g_steal_pointer (&now);
      last_size = now_size;
      g_usleep (G_USEC_PER_SEC / 5);
    }
  printf ("%s\n", path);
}

/* F8 from problem to problem, until the cursor is on one at PLACE. */
static void
go_to_problem_at (const char *place)
{
  g_autofree char *name = NULL;

  do
    {
      g_autoptr (AtspiAccessible) focus = NULL;

      e2e_press ("F8");
      g_usleep (G_USEC_PER_SEC / 5);
      focus = e2e_focus ();
      g_free (name);
      name = focus != NULL ? e2e_name (focus) : g_strdup ("");
    }
  while (!g_pattern_match_simple (place, name));
}

static void
take_dialog (const char *key, const char *title, const char *name)
{
  e2e_press (key);
  g_object_unref (e2e_find_window (title));
  take (name);
  e2e_press ("Escape");
  e2e_wait_for_window_gone (title);
}

/* What only a menu has, by the name of its action. */
static void
take_dialog_of (const char *path, const char *action, const char *title, const char *name)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_sync (bus, "app.lintel.Lintel", path, "org.gtk.Actions", "Activate",
                                   g_variant_new ("(sava{sv})", action, NULL, NULL), NULL,
                                   G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  ck_assert_msg (reply != NULL, "%s: %s", action, error != NULL ? error->message : "");
  g_object_unref (e2e_find_window (title));
  take (name);
  e2e_press ("Escape");
  e2e_wait_for_window_gone (title);
}

/* The desktop's own font, which a display without a desktop does not set. */
static void
choose_font (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "gtk-4.0", NULL);
  g_autofree char *path = g_build_filename (folder, "settings.ini", NULL);

  ck_assert_int_eq (g_mkdir_with_parents (folder, 0700), 0);
  ck_assert (g_file_set_contents (path, "[Settings]\ngtk-font-name=Cantarell 11\n", -1, NULL));
}

/* The third in the list of what to compare with: the hardened template. */
static void
compare_with_template (void)
{
  const char *const keys[] = { "space", "Down", "Down", "Return" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      e2e_press (keys[i]);
      g_usleep (G_USEC_PER_SEC / 2);
    }
}

static void
take_tabs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      e2e_show_tab ((int) i + 1, tabs[i]);
      if (g_str_equal (tabs[i], "Compare"))
        compare_with_template ();
      take (tabs[i]);
    }
}

static void
take_start (void)
{
  e2e_start (NULL);
  take ("start");
  take_dialog ("<Control>n", "New Project", "new");
  take_dialog ("<Control>comma", "Preferences", "preferences");
  e2e_press ("<Control>w");
  ck_assert_int_eq (e2e_wait_for_end (), 0);
}

static void
take_menu_dialogs (void)
{
  const char *window = "/app/lintel/Lintel/window/1";

  take_dialog_of (window, "international-access", "International Access*", "access");
  take_dialog_of (window, "house-standard", "House Standard*", "standard");
  take_dialog_of (window, "save-template", "*emplate*", "template");
  take_dialog_of (window, "lock-codes", "Lock*", "lock");
  take_dialog_of (window, "find-everywhere", "Find in all tabs", "find");
  take_dialog_of (window, "show-help-overlay", "*hortcuts", "keys");
  take_dialog_of ("/app/lintel/Lintel", "about", "About*", "about");
  take_dialog_of (window, "preview", "Print Preview", "preview");
}

static void
take_dialogs (void)
{
  take_dialog ("F9", "Fix all that is safe", "fix-all");
  take_dialog ("<Control>e", "Export the Database Files", "export");
  go_to_problem_at ("21-04-01*");
  take ("window");
  e2e_push (e2e_lint_pane (), "*Accept…");
  g_object_unref (e2e_find_window ("Accept*"));
  take ("accept");
  e2e_press ("Escape");
  e2e_wait_for_window_gone ("Accept*");
  e2e_press ("F1");
  take ("help");
  e2e_press ("Escape");
  e2e_type ("15");
  take ("editor");
  e2e_press ("Return");
  e2e_press ("<Control>w");
  g_object_unref (e2e_find_window ("Save the changes?"));
  take ("close");
}

START_TEST (pictures)
{
  g_autofree char *path = e2e_copy_example ("dental-office.xml");

  choose_font ();
  e2e_pretend_compositor ();
  e2e_set_resolution (g_str_equal (arguments[2], "large") ? 192 : 96);
  if (!only_tabs)
    take_start ();
  e2e_start (path);
  if (!only_tabs)
    take_menu_dialogs ();
  take_tabs ();
  if (!only_tabs)
    take_dialogs ();
}
END_TEST

int
main (int argc, char **argv)
{
  Suite *suite = suite_create ("pictures");
  TCase *tests = tcase_create ("window");

  only_tabs = argc == 4 && g_str_equal (argv[3], "tabs");
  if (argc != 3 && !only_tabs)
    {
      fprintf (stderr, "usage: take-pictures FOLDER STYLE [tabs]\n");
      return 2;
    }
  arguments = argv;
  tcase_add_checked_fixture (tests, e2e_begin, e2e_finish);
  tcase_set_timeout (tests, 600);
  tcase_add_test (tests, pictures);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
