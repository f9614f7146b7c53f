/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says at its lower edge: the newest message shows at once. */

#include "config.h"

#include "tests/ui/window-fixture.h"

/* What the toasts say that are there and not about to go, one a line. */
static void
add_shown (GtkWidget *widget, GString *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LABEL (child) && gtk_widget_has_css_class (child, "heading"))
        g_string_append_printf (text, "%s\n", gtk_label_get_label (GTK_LABEL (child)));
      add_shown (child, text);
    }
}

static void
check_shown (const char *expected)
{
  GtkWidget *overlay = GTK_WIDGET (window_fixture_get ()->toasts);
  g_autoptr (GString) text = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_css_name (child), "toast") && gtk_widget_get_can_target (child))
      add_shown (child, text);
  ck_assert_str_eq (text->str, expected);
}

START_TEST (the_newest_message_shows_at_once)
{
  lintel_window_toast (window_fixture_get (), "First & foremost");
  check_shown ("First &amp; foremost\n");
  lintel_window_toast (window_fixture_get (), "Second");
  check_shown ("Second\n");
  window_fixture_settle ();
  check_shown ("Second\n");
}
END_TEST

/* Closed by hand. */
START_TEST (a_message_that_was_closed_makes_room)
{
  LintelWindow *window = window_fixture_get ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (int i = 0; i < 3; i++)
    {
      lintel_window_toast (window, "First");
      window_fixture_settle ();
      adw_toast_dismiss (window->toast);
      ck_assert_ptr_null (window->toast);
      ck_assert_uint_eq (window->toast_timer, 0);
      check_shown ("");
      window_fixture_settle ();
    }
  lintel_window_toast (window, "Second");
  check_shown ("Second\n");
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-enable-animations");
}
END_TEST

START_TEST (a_flood_of_messages_leaves_the_last)
{
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup_printf ("Message %d", i);

      lintel_window_toast (window_fixture_get (), text);
      if (i % 7 == 0)
        window_fixture_settle ();
    }
  check_shown ("Message 199\n");
}
END_TEST

START_TEST (a_message_stays_while_what_it_says_goes_on)
{
  LintelWindow *window = window_fixture_get ();

  lintel_window_toast (window, "First");
  lintel_window_toast_while (window, "Waiting");
  ck_assert_uint_eq (window->toast_timer, 0);
  lintel_window_toast_over (window);
  ck_assert_uint_ne (window->toast_timer, 0);
  while (window->toast != NULL)
    g_main_context_iteration (NULL, TRUE);
  lintel_window_toast_over (window);
  ck_assert_uint_eq (window->toast_timer, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("messages");
  TCase *tcase = tcase_create ("messages");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, the_newest_message_shows_at_once);
  tcase_add_test (tcase, a_message_that_was_closed_makes_room);
  tcase_add_test (tcase, a_flood_of_messages_leaves_the_last);
  tcase_add_test (tcase, a_message_stays_while_what_it_says_goes_on);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
