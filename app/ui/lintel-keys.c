/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window with the keyboard shortcuts. GTK would lay the keys out in columns on pages, which
 * larger text makes larger than the screen. Here they are on one page that scrolls, and the columns
 * come one below the other where there is no room for them side by side. */

#include "config.h"

#include "app/ui/lintel-keys.h"

#include "app/ui/lintel-large-text.h"

/* The page is the last thing in the window, below a search bar. */
static void
let_page_scroll (GtkWindow *keys)
{
  GtkWidget *box = gtk_window_get_child (keys);
  GtkWidget *page = gtk_widget_get_last_child (box);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, "vexpand", TRUE, NULL);

  g_object_ref (page);
  gtk_box_remove (GTK_BOX (box), page);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page);
  gtk_box_append (GTK_BOX (box), scroller);
  g_object_unref (page);
}

static GtkWidget *
find_group (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SHORTCUTS_GROUP (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_group (child);
  return found;
}

/* GTK has made the columns when the window is shown. */
static void
arrange_columns (GtkWidget *keys)
{
  GtkWidget *column = gtk_widget_get_parent (find_group (keys));
  GtkWidget *columns = gtk_widget_get_parent (column);
  int width;

  gtk_widget_measure (columns, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  if (width > lintel_get_screen_width (keys))
    gtk_orientable_set_orientation (GTK_ORIENTABLE (columns), GTK_ORIENTATION_VERTICAL);
}

/* Under the name that GTK would load with every window the keys would cost each start much, for
 * what few starts need. */
void
lintel_keys_present (GtkApplicationWindow *window)
{
  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder =
          gtk_builder_new_from_resource ("/app/lintel/Lintel/lintel-keys.ui");
      GtkShortcutsWindow *keys = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "keys"));

      let_page_scroll (GTK_WINDOW (keys));
      lintel_grow_dialog (GTK_WINDOW (keys));
      gtk_application_window_set_help_overlay (window, keys);
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
  arrange_columns (GTK_WIDGET (gtk_application_window_get_help_overlay (window)));
}
