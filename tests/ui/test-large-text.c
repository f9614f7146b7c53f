/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With text of twice the size, in a window of 1024 × 700. */

#include "config.h"

#include "tests/ui/window-fixture.h"

static GString *cut; /* what was found, a line each */
static guint n_rows; /* that were looked at */
static int usual_resolution;

static void
open_with_large_text (void)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_get (settings, "gtk-xft-dpi", &usual_resolution, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  window_fixture_open ();
  gtk_window_set_default_size (GTK_WINDOW (window_fixture_get ()), 1024, 700);
  cut = g_string_new (NULL);
  n_rows = 0;
}

static void
close_with_usual_text (void)
{
  window_fixture_close ();
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", usual_resolution, NULL);
  g_string_free (cut, TRUE);
}

static void
look_at_title (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    g_string_append_printf (cut, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at_title (child);
}

static void
look_at_rows (GtkWidget *widget)
{
  if (ADW_IS_ENTRY_ROW (widget) && gtk_widget_get_mapped (widget))
    {
      n_rows++;
      look_at_title (widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at_rows (child);
}

/* The title of a field is one line, whatever room it has. */
START_TEST (fields_of_the_overview_show_all_of_their_titles)
{
  look_at_rows (lintel_window_show_page (window_fixture_get (), "overview"));
  ck_assert_uint_ge (n_rows, 4);
  ck_assert_str_eq (cut->str, "");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("large text");
  TCase *tcase = tcase_create ("window");

  tcase_add_checked_fixture (tcase, open_with_large_text, close_with_usual_text);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, fields_of_the_overview_show_all_of_their_titles);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
