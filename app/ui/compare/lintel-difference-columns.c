/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the two lists of a comparison. */

#include "config.h"

#include "app/ui/compare/lintel-difference-columns.h"

#include "app/ui/grid/lintel-digits.h"
#include "app/ui/compare/lintel-difference.h"
#include "app/ui/lintel-list-cells.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *title;
  guint column;
  int width; /* in characters */
  gboolean expand;
} Column;

static const Column place_columns[] = {
  { NC_ ("column", "Place"), LINTEL_DIFFERENCE_PLACE, 17, FALSE },
  { NC_ ("column", "What stands there"), LINTEL_DIFFERENCE_NAME, 24, TRUE },
  { NC_ ("column", "Before"), LINTEL_DIFFERENCE_OLD, 18, FALSE },
  { NC_ ("column", "Now"), LINTEL_DIFFERENCE_NEW, 18, FALSE },
  { NC_ ("column", "Concerns"), LINTEL_DIFFERENCE_AFFECTED, 24, TRUE },
};

static const Column reach_columns[] = {
  { NC_ ("column", "Change"), LINTEL_DIFFERENCE_CHANGE, 16, FALSE },
  { NC_ ("column", "Destination"), LINTEL_DIFFERENCE_DESTINATION, 24, TRUE },
  { NC_ ("column", "For example"), LINTEL_DIFFERENCE_NUMBER, 22, FALSE },
  { NC_ ("column", "Who"), LINTEL_DIFFERENCE_WHO, 24, TRUE },
  { NC_ ("column", "When"), LINTEL_DIFFERENCE_MODES, 14, FALSE },
};

static gboolean
has_symbol (const Column *column)
{
  return column == &reach_columns[0];
}

/* A symbol says gained or lost as well as the word and the colour. */
static const char *
get_icon (char sign)
{
  return sign == '+'   ? "list-add-symbolic"
         : sign == '-' ? "list-remove-symbolic"
                       : "dialog-question-symbolic";
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  const Column *column = data;

  gtk_list_item_set_child (list_item, lintel_list_cell_new (has_symbol (column), column->width));
}

/* The row reads as a whole; its cells each for themselves. */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  const Column *column = data;
  LintelDifference *difference = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item), *cell = gtk_widget_get_parent (box);
  const char *text = lintel_difference_get_column (difference, column->column);

  lintel_digits_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  gtk_widget_set_tooltip_text (box, *text != '\0' ? text : NULL);
  if (has_symbol (column))
    gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (box)),
                                  get_icon (lintel_difference_get_sign (difference)));
  lintel_list_cell_set_name (cell, text);
  if (cell != NULL && column->column == 0)
    lintel_list_cell_set_name (gtk_widget_get_parent (cell),
                               lintel_difference_get_sentence (difference));
}

static void
add_columns (GtkColumnView *view, const Column *columns, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) made = gtk_column_view_column_new (
          g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[i].title), factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) &columns[i]);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) &columns[i]);
      gtk_column_view_column_set_expand (made, columns[i].expand);
      gtk_column_view_column_set_resizable (made, TRUE);
      gtk_column_view_append_column (view, made);
    }
  lintel_list_cell_set_name (gtk_widget_get_first_child (GTK_WIDGET (view)),
                             C_ ("screen reader", "Column titles"));
}

void
lintel_difference_columns_add_places (GtkColumnView *view)
{
  add_columns (view, place_columns, G_N_ELEMENTS (place_columns));
  lintel_list_cell_set_name (gtk_widget_get_last_child (GTK_WIDGET (view)),
                             _ ("Differences by cell"));
}

void
lintel_difference_columns_add_reach (GtkColumnView *view)
{
  add_columns (view, reach_columns, G_N_ELEMENTS (reach_columns));
  lintel_list_cell_set_name (gtk_widget_get_last_child (GTK_WIDGET (view)),
                             _ ("Differences by behaviour"));
}
