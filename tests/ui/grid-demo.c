/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grid in a window, to look at: grid-demo [dark] [rtl] [large]
 * [edit|list|refuse|select|help|end]. */

#include "config.h"

#include "app/ui/grid/lintel-grid.h"
#include "tests/ui/fake-grid-model.h"

#include <adwaita.h>

static const char *const *words;

static gboolean
has_word (const char *word)
{
  return g_strv_contains (words, word);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, "Edit", "grid.edit");
  g_menu_append (menu, "Copy", "grid.copy");
  g_menu_append (menu, "Paste", "grid.paste");
  g_menu_append (menu, "Fill Down", "grid.fill-down");
  g_menu_append (menu, "Back to Default", "grid.reset");
  return G_MENU_MODEL (menu);
}

static void
show_scene (LintelGrid *grid)
{
  lintel_grid_set_cursor (grid, 4, FAKE_NAME_COLUMN);
  lintel_grid_set_selected (grid, "Reception");
  lintel_grid_set_cursor (grid, 6, FAKE_RANGE_COLUMN);
  lintel_grid_set_selected (grid, "7");
  if (has_word ("select"))
    lintel_grid_select (grid, &(LintelGridRange){ 3, 2, 9, 5 });
  if (has_word ("edit"))
    lintel_grid_edit (grid);
  if (has_word ("help"))
    {
      lintel_grid_set_cursor (grid, 3, FAKE_CHOICE_COLUMN);
      gtk_widget_activate_action (GTK_WIDGET (grid), "grid.help", NULL);
    }
  if (has_word ("refuse"))
    {
      lintel_grid_edit (grid);
      gtk_editable_set_text (
          GTK_EDITABLE (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (grid)))), "77");
    }
  if (has_word ("end"))
    lintel_grid_set_cursor (grid, 150, 20);
  if (has_word ("list"))
    {
      lintel_grid_set_cursor (grid, 10, FAKE_CHOICE_COLUMN);
      lintel_grid_edit (grid);
    }
}

static gboolean
show_scene_cb (gpointer grid)
{
  show_scene (grid);
  return G_SOURCE_REMOVE;
}

static void
show_rejects_cb (LintelGrid *grid, GPtrArray *rejects)
{
  for (guint i = 0; i < rejects->len; i++)
    {
      const LintelGridReject *reject = g_ptr_array_index (rejects, i);

      g_print ("row %u column %u: %s\n", reject->row, reject->column, reject->reason);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (FakeGridModel) model = fake_grid_model_new (200, 30);
  g_autoptr (GMenuModel) menu = create_menu ();
  GtkWidget *window, *scrolled, *grid;

  words = (const char *const *) argv;
  adw_init ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      has_word ("dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                        : ADW_COLOR_SCHEME_FORCE_LIGHT);
  if (has_word ("rtl"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (has_word ("large"))
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 600);
  scrolled = gtk_scrolled_window_new ();
  grid = lintel_grid_new (LINTEL_GRID_MODEL (model));
  lintel_grid_set_menu (LINTEL_GRID (grid), menu);
  g_signal_connect (grid, "rejected", G_CALLBACK (show_rejects_cb), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_present (GTK_WINDOW (window));
  g_timeout_add (500, show_scene_cb, grid);
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
