/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window with the keyboard shortcuts has every key that an action or a menu has. */

#include "config.h"

#include "tests/ui/window-fixture.h"

#include <string.h>

/* "<Shift><Control>z" and "<Control><Shift>z" are one key. */
static void
add_keys (GHashTable *keys, const char *accelerators)
{
  g_auto (GStrv) words = g_strsplit (accelerators, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      GdkModifierType state;
      guint key;

      if (words[i][0] == '\0')
        continue;
      ck_assert_msg (gtk_accelerator_parse (words[i], &key, &state), "“%s” is no key", words[i]);
      g_hash_table_add (keys, gtk_accelerator_name (key, state));
    }
}

static void
add_listed (GHashTable *keys, GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_listed (keys, child);
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *accelerators = NULL;

      g_object_get (widget, "accelerator", &accelerators, NULL);
      /* As the shortcuts window writes a row of keys. */
      if (g_str_equal (accelerators, "<Alt>1...9"))
        add_keys (keys, "<Alt>1 <Alt>2 <Alt>3 <Alt>4 <Alt>5 <Alt>6 <Alt>7 <Alt>8 <Alt>9");
      else
        add_keys (keys, accelerators);
    }
}

static GHashTable *
list_listed (void)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkShortcutsWindow *overlay;

  window_fixture_activate ("show-help-overlay");
  overlay =
      gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window_fixture_get ()));
  add_listed (keys, GTK_WIDGET (overlay));
  gtk_window_close (GTK_WINDOW (overlay));
  window_fixture_settle ();
  return keys;
}

static void
add_of_application (GHashTable *keys)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window_fixture_get ()));
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accelerators = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint k = 0; accelerators[k] != NULL; k++)
        add_keys (keys, accelerators[k]);
    }
}

static void
add_of_menu (GHashTable *keys, GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autofree char *accelerator = NULL;

      if (g_menu_model_get_item_attribute (menu, i, "accel", "s", &accelerator))
        add_keys (keys, accelerator);
      if (section != NULL)
        add_of_menu (keys, section);
      if (submenu != NULL)
        add_of_menu (keys, submenu);
    }
}

static void
add_of_menus (GHashTable *keys, GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_of_menus (keys, child);
  if (GTK_IS_POPOVER_MENU (widget))
    add_of_menu (keys, gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (widget)));
}

START_TEST (every_key_is_listed)
{
  static const char *const sheets[] = { "47-02", "21-06", "extensions", "codes" };
  g_autoptr (GHashTable) listed = NULL;
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) missing = g_string_new (NULL);
  GHashTableIter iter;
  gpointer key;

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    lintel_window_show_page (window_fixture_get (), sheets[i]);
  add_of_application (used);
  add_of_menus (used, GTK_WIDGET (window_fixture_get ()));
  ck_assert_uint_gt (g_hash_table_size (used), 30);
  listed = list_listed ();
  g_hash_table_iter_init (&iter, used);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (listed, key))
      g_string_append_printf (missing, " %s", (const char *) key);
  ck_assert_msg (missing->len == 0, "not listed:%s", missing->str);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("keys");
  TCase *tcase = tcase_create ("keys");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, every_key_is_listed);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
