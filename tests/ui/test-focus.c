/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Without a mouse: on every tab the Tab key comes to every control or, where controls stand in a
 * list or a table, to that, in which the arrow keys go on. */

#include "config.h"

#include "tests/ui/window-fixture.h"

#include "app/ui/grid/lintel-grid.h"

/* More than any tab has controls. */
#define MAX_STEPS 200

/* What one walks in with the arrow keys. */
static GtkWidget *
get_container (GtkWidget *widget)
{
  const GType types[] = { LINTEL_TYPE_GRID, GTK_TYPE_LIST_BOX, GTK_TYPE_LIST_VIEW,
                          GTK_TYPE_COLUMN_VIEW };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *container = gtk_widget_get_ancestor (widget, types[i]);

      if (container != NULL)
        return container;
    }
  return NULL;
}

static void
walk (GHashTable *visited)
{
  GtkWindow *window = GTK_WINDOW (window_fixture_get ());

  for (int i = 0; i < MAX_STEPS; i++)
    {
      GtkWidget *focus;

      if (!gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD))
        gtk_window_set_focus (window, NULL);
      focus = gtk_window_get_focus (window);
      if (focus == NULL)
        continue;
      g_hash_table_add (visited, focus);
      if (get_container (focus) != NULL)
        g_hash_table_add (visited, get_container (focus));
    }
}

static gboolean
is_control (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget)
         && gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget);
}

/* The keyboard may be on a part of it, or on what it is a part of: a row that is one button. */
static gboolean
is_reached (GtkWidget *widget, GHashTable *visited)
{
  GtkWidget *container = get_container (widget);

  if (container != NULL && g_hash_table_contains (visited, container))
    return TRUE;
  for (; widget != NULL && !GTK_IS_WINDOW (widget); widget = gtk_widget_get_parent (widget))
    if (g_hash_table_contains (visited, widget))
      return TRUE;
  return FALSE;
}

static guint
check_controls (GtkWidget *widget, GHashTable *visited, const char *tab, GString *missed)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_controls (child, visited, tab, missed);
  /* What holds controls only passes the keyboard on. */
  if (n > 0 || !is_control (widget))
    return n;
  if (!is_reached (widget, visited))
    g_string_append_printf (missed, "%s: %s in %s\n", tab, G_OBJECT_TYPE_NAME (widget),
                            G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  return 1;
}

START_TEST (the_keyboard_comes_everywhere)
{
  GtkNotebook *notebook = window_fixture_get ()->notebook;
  g_autoptr (GString) missed = g_string_new (NULL);

  for (int i = 0; i < gtk_notebook_get_n_pages (notebook); i++)
    {
      const char *key = lintel_window_get_nth_page_key (window_fixture_get (), (guint) i);
      g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);
      GtkWidget *page = lintel_window_show_page (window_fixture_get (), key);

      window_fixture_settle ();
      gtk_widget_grab_focus (page);
      walk (visited);
      ck_assert_msg (check_controls (page, visited, key, missed) > 2, "%s has no controls", key);
      check_controls (GTK_WIDGET (window_fixture_get ()), visited, key, missed);
    }
  ck_assert_msg (missed->len == 0, "not reached:\n%s", missed->str);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("focus");
  TCase *tcase = tcase_create ("focus");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 120);
  tcase_add_test (tcase, the_keyboard_comes_everywhere);
  suite_add_tcase (suite, tcase);
  return window_fixture_run (suite);
}
