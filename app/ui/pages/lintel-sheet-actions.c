/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions of a page with a sheet, and their keys. */

#include "config.h"

#include "app/ui/pages/lintel-sheet-page-private.h"

#include "app/ui/lint/lintel-fix-dialog.h"
#include "app/ui/lintel-window.h"
#include "app/ui/pages/lintel-copy-row-dialog.h"
#include "app/ui/pages/lintel-set-rows-dialog.h"

#include <glib/gi18n-lib.h>

static void
fix_done_cb (const char *sentence, gpointer page)
{
  lintel_window_toast_from (page, sentence);
}

/* All repairs of all problems here: with several the dialog lets the user choose. */
static void
fix_cell (LintelSheetPage *self, guint row, guint column)
{
  LintelDocument *document = lintel_sheet_get_document (self->sheet);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) fixes = g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_fix_free);

  lintel_document_lint_now (document);
  findings = lintel_sheet_list_findings (self->sheet, row, column);
  for (guint i = 0; i < findings->len; i++)
    {
      GPtrArray *own = lintel_finding_get_fixes (g_ptr_array_index (findings, i),
                                                 lintel_document_get_project (document));

      g_ptr_array_extend_and_steal (fixes, own);
    }
  if (fixes->len > 0)
    lintel_fix_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), document,
                               fixes, fix_done_cb, self);
  else if (findings->len > 0)
    lintel_window_toast_from (GTK_WIDGET (self),
                              _ ("Lintel cannot repair this one by itself: correct the value."));
  else
    lintel_window_toast_from (GTK_WIDGET (self),
                              _ ("This cell has no problem. F8 goes to the next one."));
}

static void
set_rows (LintelSheetPage *self, guint row, guint column)
{
  lintel_set_rows_dialog_present (self, row, column);
}

static void
copy_row (LintelSheetPage *self, guint row, guint column)
{
  lintel_copy_row_dialog_present (self, row);
}

static void
sort_by_column (LintelSheetPage *self, guint row, guint column)
{
  lintel_sheet_toggle_sort (self->sheet, column);
}

static void
go_to (LintelSheetPage *self, guint row, guint column)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->go_entry));
}

static const struct
{
  const char *name;
  void (*run) (LintelSheetPage *self, guint row, guint column);
  guint keyval;
  GdkModifierType modifiers;
} actions[] = {
  { "sheet.fix", fix_cell, GDK_KEY_period, GDK_CONTROL_MASK },
  { "sheet.set-rows", set_rows, GDK_KEY_m, GDK_CONTROL_MASK },
  { "sheet.copy-row", copy_row, GDK_KEY_r, GDK_CONTROL_MASK },
  { "sheet.sort", sort_by_column, GDK_KEY_o, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  { "sheet.go-to", go_to, GDK_KEY_g, GDK_CONTROL_MASK },
};

/* A value that is being typed is stored first. */
static void
activate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LintelSheetPage *self = LINTEL_SHEET_PAGE (widget);
  guint row, column;

  if (self->sheet == NULL || !lintel_grid_confirm (self->grid)
      || !lintel_grid_get_cursor (self->grid, &row, &column))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].run (self, row, column);
}

void
lintel_sheet_page_install_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, activate);
      gtk_widget_class_add_binding_action (widget_class, actions[i].keyval, actions[i].modifiers,
                                           actions[i].name, NULL);
    }
}

void
lintel_sheet_page_update_actions (LintelSheetPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.sort",
                                 lintel_sheet_is_sortable (self->sheet));
}
