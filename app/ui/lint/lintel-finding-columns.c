/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the list of findings. */

#include "config.h"

#include "app/ui/lint/lintel-finding-columns.h"

#include "app/ui/grid/lintel-digits.h"
#include "app/ui/lint/lintel-finding-item.h"
#include "app/ui/lintel-list-cells.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *title;
  const char *property; /* of LintelFindingItem */
  const char *style;    /* of its label, or NULL */
  int width;            /* in characters */
  gboolean expand;      /* takes what is left */
} Column;

static const Column columns[] = {
  { NC_ ("column", "Severity"), "severity", NULL, 9, FALSE },
  { NC_ ("column", "Problem"), "message", NULL, 32, TRUE },
  { NC_ ("column", "Place"), "place", "numeric", 17, FALSE },
};

/* No column is wide enough for more characters, and GTK would lay out all of a label before it cuts
 * it off: some messages name a hundred places. */
#define MAX_SHOWN 250

static gboolean
has_symbol (const Column *column)
{
  return column == &columns[0];
}

/* Asked for when the pointer rests: to give every cell its text as a tooltip would ask the server
 * where the pointer is, once a cell. */
static gboolean
query_tooltip_cb (GtkWidget *box, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip,
                  GtkListItem *list_item)
{
  const Column *column = g_object_get_data (G_OBJECT (list_item), "column");
  GObject *item = gtk_list_item_get_item (list_item);
  g_autofree char *text = NULL;

  if (item == NULL)
    return FALSE;
  g_object_get (item, column->property, &text, NULL);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* The child of a list item is a box: a symbol where the column has one, and the text. */
static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  const Column *column = data;
  GtkWidget *box = lintel_list_cell_new (has_symbol (column), column->width);

  if (column->style != NULL)
    gtk_widget_add_css_class (gtk_widget_get_last_child (box), column->style);
  gtk_widget_set_has_tooltip (box, TRUE);
  g_signal_connect (box, "query-tooltip", G_CALLBACK (query_tooltip_cb), list_item);
  gtk_list_item_set_child (list_item, box);
}

static void
name_row (GtkWidget *cell, LintelFindingItem *item)
{
  g_autofree char *severity = NULL, *message = NULL, *place = NULL, *name = NULL;

  g_object_get (item, "severity", &severity, "message", &message, "place", &place, NULL);
  /* Translators: a problem as it is read aloud: severity, message, place */
  name = g_strdup_printf (_ ("%s: %s (%s)"), severity, message, place);
  lintel_list_cell_set_name (gtk_widget_get_parent (cell), name);
}

static void
set_text (GtkLabel *label, const char *text)
{
  g_autofree char *shown = NULL;

  if (strlen (text) > MAX_SHOWN && g_utf8_strlen (text, -1) > MAX_SHOWN)
    shown = g_utf8_substring (text, 0, MAX_SHOWN);
  lintel_digits_set_label (label, shown != NULL ? shown : text);
}

static void
show_item (LintelFindingItem *item, GtkListItem *list_item, const Column *column)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *label = gtk_widget_get_last_child (box);
  GtkWidget *cell = gtk_widget_get_parent (box);
  g_autofree char *text = NULL;
  g_autofree char *icon = NULL;
  g_auto (GStrv) style = NULL;

  g_object_get (item, column->property, &text, "icon-name", &icon, "style", &style, NULL);
  set_text (GTK_LABEL (label), text);
  if (has_symbol (column))
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (box)), icon);
      gtk_widget_set_css_classes (box, (const char **) style);
    }
  lintel_list_cell_set_name (cell, text);
  if (has_symbol (column))
    name_row (cell, item);
}

/* An item is renewed as a whole, so one of its properties stands for all. */
static void
item_renewed_cb (LintelFindingItem *item, GParamSpec *pspec, GtkListItem *list_item)
{
  show_item (item, list_item, g_object_get_data (G_OBJECT (list_item), "column"));
}

/* Lets go of the item that was shown. */
static void
forget_item (GtkListItem *list_item)
{
  g_autoptr (GObject) shown = g_object_steal_data (G_OBJECT (list_item), "shown");

  if (shown != NULL)
    g_signal_handlers_disconnect_by_data (shown, list_item);
}

/* GTK binds all rows between the first and the last change of a list again, most of them to the
 * item that they show: those have nothing to do, as they follow their item all the time. */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  LintelFindingItem *item = gtk_list_item_get_item (list_item);

  if (g_object_get_data (G_OBJECT (list_item), "shown") == item)
    return;
  forget_item (list_item);
  g_object_set_data (G_OBJECT (list_item), "column", data);
  show_item (item, list_item, data);
  g_signal_connect (item, "notify::message", G_CALLBACK (item_renewed_cb), list_item);
  g_object_set_data_full (G_OBJECT (list_item), "shown", g_object_ref (item), g_object_unref);
}

/* Another cell of the same row has a list item of its own: the data tells the handlers apart. */
static void
teardown_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  forget_item (list_item);
}

static void
add_column (GtkColumnView *view, const Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made =
      gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "column", column->title), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) column);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), (gpointer) column);
  gtk_column_view_column_set_expand (made, column->expand);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_append_column (view, made);
}

void
lintel_finding_columns_add (GtkColumnView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (view, &columns[i]);
  lintel_list_cell_set_name (gtk_widget_get_first_child (GTK_WIDGET (view)),
                             C_ ("screen reader", "Column titles"));
  lintel_list_cell_set_name (gtk_widget_get_last_child (GTK_WIDGET (view)),
                             C_ ("screen reader", "Problems"));
}
