/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the mailbox codes: the sheet with revealing and drawing. */

#include "config.h"

#include "app/ui/pages/lintel-codes-page.h"

#include "app/ui/lint/lintel-fix-dialog.h"
#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-window.h"
#include "app/ui/pages/lintel-codes-model.h"
#include "app/ui/pages/lintel-page-tools.h"
#include "lintel/lock.h"

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

  if (lintel_project_get_lock_state (lintel_document_get_project (document)) == LINTEL_LOCK_LOCKED)
    lintel_window_toast_from (GTK_WIDGET (page),
                              _ ("The codes are locked: unlock them before drawing others."));
  else if (!lintel_fix_dialog_present_all (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
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

/* Codes go to the clipboard only after a question. */

#define COPY "copy" /* as it is, or… */
#define CUT "cut"

/* What has been put there goes with the page, if it is still there. */
static void
page_destroyed_cb (GtkWidget *page, GdkContentProvider *codes)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (page);

  if (gdk_clipboard_get_content (clipboard) == codes)
    gdk_clipboard_set_content (clipboard, NULL);
}

static void
copy_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  LintelGrid *grid = lintel_sheet_page_get_grid (data);

  if (!g_str_equal (response, COPY) && !g_str_equal (response, CUT))
    return;
  lintel_grid_copy_now (grid, g_str_equal (response, CUT));
  g_signal_connect_object (data, "destroy", G_CALLBACK (page_destroyed_cb),
                           gdk_clipboard_get_content (gtk_widget_get_clipboard (data)), 0);
}

static gboolean
copying_cb (LintelSheetPage *page, gboolean cut, LintelGrid *grid)
{
  LintelGridRange range;
  GtkWidget *dialog;
  const char *yes = cut ? CUT : COPY;

  if (!lintel_grid_get_selection (grid, &range)
      || !lintel_codes_model_shows_code (get_model (page), &range))
    return FALSE;
  dialog = adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), _ ("Copy codes to the clipboard?"),
      _ ("Every program on this computer can read the clipboard, and some keep what was on it. "
         "Lintel takes the codes away from there when the project is closed."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", C_ ("button", "_Cancel"),
                                    yes, cut ? C_ ("button", "Cu_t") : C_ ("button", "_Copy"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), yes);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (copy_response_cb), page, 0);
  lintel_name_buttons (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

/* The bar that tells of the lock, with the button that fits. */

typedef struct
{
  const char *text, *button, *action;
  GtkMessageType type;
} Notice;

static const Notice notices[] = {
  [LINTEL_LOCK_LOCKED] = { N_ ("The codes are locked and have not been judged."),
                           NC_ ("button", "_Unlock…"), "win.unlock-codes", GTK_MESSAGE_WARNING },
  [LINTEL_LOCK_UNLOCKED] = { N_ ("The codes are unlocked. Changes of them are kept by saving "
                                 "only."),
                             NC_ ("button", "_Lock Again"), "win.lock-codes", GTK_MESSAGE_INFO },
};

static void
lock_changed_cb (GtkInfoBar *bar, LintelProject *project)
{
  LintelLockState state = lintel_project_get_lock_state (project);
  GtkWidget *label = g_object_get_data (G_OBJECT (bar), "label");
  GtkWidget *button = g_object_get_data (G_OBJECT (bar), "button");

  gtk_widget_set_visible (GTK_WIDGET (bar), state != LINTEL_LOCK_NONE);
  if (state == LINTEL_LOCK_NONE)
    return;
  gtk_info_bar_set_message_type (bar, notices[state].type);
  gtk_label_set_text (GTK_LABEL (label), _ (notices[state].text));
  gtk_button_set_label (GTK_BUTTON (button),
                        g_dpgettext2 (GETTEXT_PACKAGE, "button", notices[state].button));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), notices[state].action);
  lintel_name_buttons (button);
}

static GtkWidget *
make_lock_bar (LintelProject *project)
{
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_button_set_use_underline (GTK_BUTTON (button), TRUE);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  gtk_info_bar_add_action_widget (GTK_INFO_BAR (bar), button, GTK_RESPONSE_APPLY);
  g_object_set_data (G_OBJECT (bar), "label", label);
  g_object_set_data (G_OBJECT (bar), "button", button);
  g_signal_connect_object (project, "lock-changed", G_CALLBACK (lock_changed_cb), bar,
                           G_CONNECT_SWAPPED);
  lock_changed_cb (GTK_INFO_BAR (bar), project);
  return bar;
}

static const LintelPageTool tools[] = {
  { "draw", NC_ ("button", "_Draw Codes"),
    N_ ("Draw a code that is hard to guess for each selected mailbox"), "<Alt>Insert",
    G_CALLBACK (draw_codes) },
  { "draw-needed", NC_ ("button", "Draw All _Needed…"),
    N_ ("Draw a code for every mailbox that has none, an unknown or a weak one; all different"),
    "<Shift><Alt>Insert", G_CALLBACK (draw_needed) },
  { "clear", NC_ ("button", "C_lear"), N_ ("Forget the codes of the selected mailboxes"),
    "<Control>Delete", G_CALLBACK (clear_codes) },
  { "show", NC_ ("button", "S_how"), N_ ("Show or hide the codes of the selected mailboxes"),
    "<Control>h", G_CALLBACK (reveal_codes) },
};

GtkWidget *
lintel_codes_page_new (LintelDocument *document)
{
  g_autoptr (LintelCodesModel) model = lintel_codes_model_new (document);
  GtkWidget *page =
      lintel_sheet_page_new (LINTEL_SHEET (model), C_ ("screen reader", "Mailbox codes"));
  GtkWidget *all = gtk_toggle_button_new_with_mnemonic (C_ ("button", "Show A_ll"));

  g_object_unref (lintel_page_tools_add (LINTEL_SHEET_PAGE (page), page, "codes", NULL, tools,
                                         G_N_ELEMENTS (tools), lintel_page_tools_run));
  gtk_widget_set_tooltip_text (all, _ ("Show the codes of all mailboxes"));
  g_signal_connect_object (all, "toggled", G_CALLBACK (reveal_all_toggled_cb), page,
                           G_CONNECT_SWAPPED);
  lintel_sheet_page_add_tool (LINTEL_SHEET_PAGE (page), all);
  g_signal_connect_object (lintel_sheet_page_get_grid (LINTEL_SHEET_PAGE (page)), "copying",
                           G_CALLBACK (copying_cb), page, G_CONNECT_SWAPPED);
  lintel_sheet_page_add_bar (LINTEL_SHEET_PAGE (page),
                             make_lock_bar (lintel_document_get_project (document)));
  return page;
}
