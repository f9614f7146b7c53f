/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the mailbox codes: the sheet with revealing and drawing. */

#include "config.h"

#include "app/ui/pages/lintel-codes-page.h"

#include "app/ui/lint/lintel-fix-dialog.h"
#include "app/ui/lintel-window.h"
#include "app/ui/pages/lintel-codes-model.h"
#include "app/ui/pages/lintel-page-tools.h"

#include <glib/gi18n-lib.h>

static LintelCodesModel *
get_model (LintelSheetPage *page)
{
  return LINTEL_CODES_MODEL (lintel_sheet_page_get_sheet (page));
}

static void
reveal_codes (LintelSheetPage *page)
{
  guint first, last;

  if (lintel_sheet_page_get_rows (page, &first, &last))
    lintel_codes_model_reveal (get_model (page), first, last,
                               !lintel_codes_model_is_revealed (get_model (page), first));
}

static void
reveal_all_toggled_cb (LintelSheetPage *page, GtkToggleButton *button)
{
  lintel_codes_model_reveal_all (get_model (page), gtk_toggle_button_get_active (button));
}

static void
draw_codes (LintelSheetPage *page)
{
  g_autoptr (GError) error = NULL;
  guint first, last;

  if (!lintel_sheet_page_get_rows (page, &first, &last))
    return;
  if (lintel_codes_model_draw (get_model (page), first, last, &error))
    lintel_window_toast_from (GTK_WIDGET (page),
                              _ ("Drawn. They count only after the user has set them at the "
                                 "telephone: 67, then 7."));
  else
    lintel_window_toast_from (GTK_WIDGET (page), error->message);
}

static void
said_cb (const char *sentence, gpointer page)
{
  lintel_window_toast_from (page, sentence);
}

/* What the rules about codes would repair: boxes that nobody uses are switched off instead. */
static void
draw_needed (LintelSheetPage *page)
{
  g_autofree const char **rules = lintel_tip_list_rules (LINTEL_TIP_CODES);
  LintelDocument *document = lintel_sheet_get_document (lintel_sheet_page_get_sheet (page));

  if (!lintel_fix_dialog_present_all (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                      document, rules, _ ("Draw all codes that are needed"),
                                      said_cb, page))
    lintel_window_toast_from (GTK_WIDGET (page), _ ("Every mailbox has a good code already."));
}

static void
clear_codes (LintelSheetPage *page)
{
  g_autoptr (GError) error = NULL;
  guint first, last;

  if (lintel_sheet_page_get_rows (page, &first, &last)
      && !lintel_codes_model_clear (get_model (page), first, last, &error))
    lintel_window_toast_from (GTK_WIDGET (page), error->message);
}

static const LintelPageTool tools[] = {
  { "draw", N_ ("_Draw Codes"), N_ ("Draw a code that is hard to guess for each selected mailbox"),
    "<Alt>Insert", G_CALLBACK (draw_codes) },
  { "draw-needed", N_ ("Draw All _Needed…"),
    N_ ("Draw a code for every mailbox that has none, an unknown or a weak one; all different"),
    "<Shift><Alt>Insert", G_CALLBACK (draw_needed) },
  { "clear", N_ ("C_lear"), N_ ("Forget the codes of the selected mailboxes"), "<Control>Delete",
    G_CALLBACK (clear_codes) },
  { "show", N_ ("S_how"), N_ ("Show or hide the codes of the selected mailboxes"), "<Control>h",
    G_CALLBACK (reveal_codes) },
};

GtkWidget *
lintel_codes_page_new (LintelDocument *document)
{
  g_autoptr (LintelCodesModel) model = lintel_codes_model_new (document);
  GtkWidget *page = lintel_sheet_page_new (LINTEL_SHEET (model), _ ("Mailbox codes"));
  GtkWidget *all = gtk_toggle_button_new_with_mnemonic (_ ("Show A_ll"));
  g_autoptr (GActionMap) map =
      lintel_page_tools_add (LINTEL_SHEET_PAGE (page), page, "codes", NULL, tools,
                             G_N_ELEMENTS (tools), lintel_page_tools_run);

  gtk_widget_set_tooltip_text (all, _ ("Show the codes of all mailboxes"));
  g_signal_connect_object (all, "toggled", G_CALLBACK (reveal_all_toggled_cb), page,
                           G_CONNECT_SWAPPED);
  lintel_sheet_page_add_tool (LINTEL_SHEET_PAGE (page), all);
  return page;
}
