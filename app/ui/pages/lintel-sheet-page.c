/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page with one sheet: a bar with go-to box, row filter and text filter over the grid. */

#include "config.h"

#include "app/ui/pages/lintel-sheet-page-private.h"

#include "app/ui/grid/lintel-digits.h"
#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-window.h"
#include "app/ui/overview/lintel-wrap-layout.h"
#include "app/ui/pages/lintel-legend.h"
#include "app/ui/pages/lintel-rejects-dialog.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

static void page_init (LintelPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LintelSheetPage, lintel_sheet_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LINTEL_TYPE_PAGE, page_init))

static void
show_count (LintelSheetPage *self)
{
  guint rows = lintel_grid_model_get_n_rows (LINTEL_GRID_MODEL (self->sheet));
  guint hidden = lintel_sheet_get_n_hidden (self->sheet);
  g_autofree char *text = NULL;

  if (hidden > 0)
    text = lintel_locale_format (C_ ("filter", "%u of %u rows"), rows, rows + hidden);
  else
    text = lintel_locale_format (ngettext ("%u row", "%u rows", rows), rows);
  gtk_label_set_text (self->count_label, text);
}

static void
filter_changed_cb (LintelSheetPage *self)
{
  if (self->sheet != NULL)
    lintel_sheet_set_filter (self->sheet,
                             (LintelSheetFilter) gtk_drop_down_get_selected (self->filter_choice),
                             gtk_editable_get_text (GTK_EDITABLE (self->filter_entry)));
}

/* A jump to a hidden row drops the sheet's filter: the controls follow. */
static void
clear_filter_controls (LintelSheetPage *self)
{
  if (lintel_sheet_get_n_hidden (self->sheet) > 0)
    return;
  gtk_drop_down_set_selected (self->filter_choice, LINTEL_SHEET_ALL);
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
}

/* A place of this sheet, or one that another tab has. */
static gboolean
go_to_place (LintelSheetPage *self, const char *text)
{
  LintelProject *project = lintel_sheet_get_project (self->sheet);
  LintelPlace place;
  guint row, column;

  if (!lintel_place_parse (text, project, &place, NULL))
    return FALSE;
  if (lintel_sheet_find_place (self->sheet, &place, &row, &column))
    lintel_grid_set_cursor (self->grid, row, column);
  else
    lintel_window_jump_from (GTK_WIDGET (self), &place);
  return TRUE;
}

static guint
go_to_row (LintelSheetPage *self, const char *text)
{
  guint row = 0, column = 0, n;
  int now = lintel_grid_get_cursor (self->grid, NULL, &column) ? self->cursor_key : -1;

  n = lintel_sheet_find_heading (self->sheet, text, now, &row);
  if (n > 0)
    lintel_grid_set_cursor (self->grid, row, column);
  return n;
}

/* The number 101 may be the mailbox of extension 101 and the mailbox 101. */
static void
offer_next_row (LintelSheetPage *self, guint n)
{
  g_autofree char *text =
      lintel_locale_format (_ ("%u rows have this number. Press Enter again for the next one."), n);

  gtk_widget_grab_focus (GTK_WIDGET (self->go_entry));
  lintel_window_toast_from (GTK_WIDGET (self), text);
}

static void
go_activated_cb (LintelSheetPage *self)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->go_entry))));
  guint n = go_to_row (self, text);

  if (n == 0 && !go_to_place (self, text))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->go_entry), "error");
      lintel_window_toast_from (GTK_WIDGET (self),
                                _ ("There is no such row here. Type its number, or a place such as "
                                   "21-06-06[2,17]."));
      return;
    }
  clear_filter_controls (self);
  if (n < 2)
    gtk_editable_set_text (GTK_EDITABLE (self->go_entry), "");
  else
    offer_next_row (self, n);
}

static void
go_changed_cb (LintelSheetPage *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->go_entry), "error");
}

/* Escape goes back to the cells, as from the filter beside it. */
static gboolean
go_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
           LintelSheetPage *self)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->go_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  return TRUE;
}

static void
filter_stopped_cb (LintelSheetPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

void
lintel_sheet_page_show_rejects (LintelSheetPage *self, GPtrArray *rejects)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (rejects->len > 0)
    lintel_rejects_dialog_present (GTK_WINDOW (root), LINTEL_GRID_MODEL (self->sheet), rejects);
}

static void
rejected_cb (LintelSheetPage *self, GPtrArray *rejects)
{
  lintel_sheet_page_show_rejects (self, rejects);
}

static void
cursor_moved_cb (LintelSheetPage *self, guint row)
{
  self->cursor_key = lintel_sheet_get_key (self->sheet, row);
}

/* The rows have come, gone or moved: the cursor stays on its row, if that is still there. */
static void
sheet_reset_cb (LintelSheetPage *self)
{
  guint row, column, now;

  show_count (self);
  if (!lintel_grid_get_cursor (self->grid, &now, &column))
    return;
  if (lintel_sheet_find_key (self->sheet, self->cursor_key, &row))
    {
      if (row != now)
        lintel_grid_select (self->grid, &(LintelGridRange){ row, column, row, column });
    }
  else
    cursor_moved_cb (self, now);
}

static void
head_activated_cb (LintelSheetPage *self, guint column)
{
  lintel_sheet_toggle_sort (self->sheet, column);
}

static gboolean
lintel_sheet_page_reveal (LintelPage *page, const LintelPlace *place)
{
  LintelSheetPage *self = LINTEL_SHEET_PAGE (page);
  guint row, column;

  if (self->sheet == NULL)
    return FALSE;
  /* Shown at last, if not yet drawn. */
  lintel_sheet_set_asleep (self->sheet, FALSE);
  if (!lintel_sheet_find_place (self->sheet, place, &row, &column))
    return FALSE;
  clear_filter_controls (self);
  lintel_grid_set_cursor (self->grid, row, column);
  return TRUE;
}

static gboolean
lintel_sheet_page_confirm (LintelPage *page)
{
  return lintel_grid_confirm (LINTEL_SHEET_PAGE (page)->grid);
}

static gboolean
lintel_sheet_page_focus_search (LintelPage *page)
{
  LintelSheetPage *self = LINTEL_SHEET_PAGE (page);
  GtkWidget *entry = GTK_WIDGET (self->filter_entry);

  if (gtk_widget_has_focus (entry)
      || (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    return FALSE;
  return gtk_widget_grab_focus (entry);
}

static gboolean
lintel_sheet_page_locate (LintelPage *page, const LintelPlace *place, guint64 *position)
{
  LintelSheetPage *self = LINTEL_SHEET_PAGE (page);

  return self->sheet != NULL && lintel_sheet_locate (self->sheet, place, position);
}

static gboolean
lintel_sheet_page_get_position (LintelPage *page, guint64 *position)
{
  LintelSheetPage *self = LINTEL_SHEET_PAGE (page);
  guint row, column;

  if (self->sheet == NULL || !lintel_grid_get_cursor (self->grid, &row, &column))
    return FALSE;
  *position = lintel_sheet_get_position (self->sheet, row, column);
  return TRUE;
}

static void
page_init (LintelPageInterface *iface)
{
  iface->locate = lintel_sheet_page_locate;
  iface->get_position = lintel_sheet_page_get_position;
  iface->reveal = lintel_sheet_page_reveal;
  iface->focus_search = lintel_sheet_page_focus_search;
  iface->confirm = lintel_sheet_page_confirm;
}

static gboolean
lintel_sheet_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LINTEL_SHEET_PAGE (widget)->grid));
}

static void
lintel_sheet_page_map (GtkWidget *widget)
{
  LintelSheetPage *self = LINTEL_SHEET_PAGE (widget);

  if (self->sheet != NULL)
    lintel_sheet_set_asleep (self->sheet, FALSE);
  GTK_WIDGET_CLASS (lintel_sheet_page_parent_class)->map (widget);
}

static void
lintel_sheet_page_unmap (GtkWidget *widget)
{
  LintelSheetPage *self = LINTEL_SHEET_PAGE (widget);

  GTK_WIDGET_CLASS (lintel_sheet_page_parent_class)->unmap (widget);
  if (self->sheet != NULL)
    lintel_sheet_set_asleep (self->sheet, TRUE);
}

static void
lintel_sheet_page_dispose (GObject *object)
{
  LintelSheetPage *self = LINTEL_SHEET_PAGE (object);

  if (self->sheet != NULL)
    g_signal_handlers_disconnect_by_data (self->sheet, self);
  g_clear_object (&self->sheet);
  G_OBJECT_CLASS (lintel_sheet_page_parent_class)->dispose (object);
}

static void
lintel_sheet_page_class_init (LintelSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_sheet_page_dispose;
  widget_class->grab_focus = lintel_sheet_page_grab_focus;
  widget_class->map = lintel_sheet_page_map;
  widget_class->unmap = lintel_sheet_page_unmap;

  g_type_ensure (LINTEL_TYPE_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/lintel/Lintel/pages/lintel-sheet-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelSheetPage, tools);
  gtk_widget_class_bind_template_child (widget_class, LintelSheetPage, go_entry);
  gtk_widget_class_bind_template_child (widget_class, LintelSheetPage, filter_choice);
  gtk_widget_class_bind_template_child (widget_class, LintelSheetPage, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, LintelSheetPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, LintelSheetPage, legend_button);
  gtk_widget_class_bind_template_child (widget_class, LintelSheetPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LintelSheetPage, cell_menu);
  gtk_widget_class_bind_template_child (widget_class, LintelSheetPage, grid);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, rejected_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, head_activated_cb);
  lintel_sheet_page_install_actions (widget_class);
}

static void
make_legend_cb (GtkMenuButton *button, gpointer data)
{
  gtk_menu_button_set_popover (button, lintel_legend_new ());
}

static void
lintel_sheet_page_init (LintelSheetPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lintel_digits_set_typed (GTK_EDITABLE (self->go_entry), TRUE);
  gtk_menu_button_set_create_popup_func (self->legend_button, make_legend_cb, NULL, NULL);
  gtk_widget_set_layout_manager (GTK_WIDGET (self->tools), lintel_wrap_layout_new (6, 6));
  lintel_grid_set_menu (self->grid, G_MENU_MODEL (self->cell_menu));
}

GtkWidget *
lintel_sheet_page_new (LintelSheet *sheet, const char *name)
{
  LintelSheetPage *self = g_object_new (LINTEL_TYPE_SHEET_PAGE, NULL);

  if (sheet != NULL)
    lintel_sheet_page_set_sheet (self, sheet, name);
  return GTK_WIDGET (self);
}

/* "Go to mailbox": the heading column says what the rows are. */
static void
name_go_entry (LintelSheetPage *self)
{
  const LintelGridColumn *heading =
      lintel_grid_model_get_heading_column (LINTEL_GRID_MODEL (self->sheet));
  const char *row_title = LINTEL_SHEET_GET_CLASS (self->sheet)->row_title;
  const char *title =
      row_title != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "index", row_title) : heading->title;
  g_autofree char *folded = g_utf8_strdown (title, -1);
  g_autofree char *text = g_strdup_printf (C_ ("field", "Go to %s"), folded);

  gtk_entry_set_placeholder_text (self->go_entry, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->go_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

/* The first cell that can be edited: frozen notes come before it. */
static void
select_first_cell (LintelSheetPage *self)
{
  LintelGridModel *model = LINTEL_GRID_MODEL (self->sheet);

  if (lintel_grid_model_get_n_rows (model) == 0)
    return;
  for (guint column = 0; column < lintel_grid_model_get_n_columns (model); column++)
    {
      g_auto (LintelGridCellInfo) info = { 0 };
      const LintelGridRange range = { 0, column, 0, column };

      lintel_grid_model_get_cell (model, 0, column, &info);
      if (!info.editable)
        continue;
      lintel_grid_select (self->grid, &range);
      return;
    }
}

void
lintel_sheet_page_set_sheet (LintelSheetPage *self, LintelSheet *sheet, const char *name)
{
  guint row;

  if (self->sheet != NULL)
    g_signal_handlers_disconnect_by_data (self->sheet, self);
  g_set_object (&self->sheet, sheet);
  g_signal_connect_data (sheet, "reset", G_CALLBACK (sheet_reset_cb), self, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  lintel_grid_set_model (self->grid, LINTEL_GRID_MODEL (sheet));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_drop_down_set_selected (self->filter_choice, LINTEL_SHEET_ALL);
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  name_go_entry (self);
  show_count (self);
  select_first_cell (self);
  if (lintel_grid_get_cursor (self->grid, &row, NULL))
    cursor_moved_cb (self, row);
  lintel_sheet_page_update_actions (self);
}

LintelSheet *
lintel_sheet_page_get_sheet (LintelSheetPage *self)
{
  return self->sheet;
}

LintelGrid *
lintel_sheet_page_get_grid (LintelSheetPage *self)
{
  return self->grid;
}

void
lintel_sheet_page_add_tool (LintelSheetPage *self, GtkWidget *tool)
{
  gtk_box_append (self->tools, tool);
  gtk_widget_set_visible (GTK_WIDGET (self->tools), TRUE);
  lintel_name_buttons (tool);
}

void
lintel_sheet_page_add_bar (LintelSheetPage *self, GtkWidget *bar)
{
  gtk_box_prepend (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), bar);
}

void
lintel_sheet_page_add_menu (LintelSheetPage *self, GMenuModel *section)
{
  /* What is this? stays last. */
  g_menu_insert_section (self->cell_menu,
                         g_menu_model_get_n_items (G_MENU_MODEL (self->cell_menu)) - 1, NULL,
                         section);
}

gboolean
lintel_sheet_page_get_rows (LintelSheetPage *self, guint *first, guint *last)
{
  LintelGridRange range;

  if (!lintel_grid_get_selection (self->grid, &range))
    return FALSE;
  *first = range.first_row;
  *last = range.last_row;
  return TRUE;
}

LintelSheetFilter
lintel_sheet_page_get_filter (LintelSheetPage *self)
{
  return (LintelSheetFilter) gtk_drop_down_get_selected (self->filter_choice);
}

void
lintel_sheet_page_set_filter (LintelSheetPage *self, LintelSheetFilter filter)
{
  gtk_drop_down_set_selected (self->filter_choice, filter);
}
