/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints a document's papers: see lintel-paper-print.h. */

#include "config.h"

#include "app/ui/paper/lintel-paper-print.h"

#include "app/ui/lintel-button-names.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Letter is 612 points wide and A4 595. */
#define BETWEEN_A4_AND_LETTER 603

typedef struct
{
  LintelDocument *document;
  LintelPaperKind kind;
  LintelPaper *paper; /* from the beginning of printing on */
} Print;

static void
print_free (gpointer data)
{
  Print *print = data;

  g_object_unref (print->document);
  g_clear_pointer (&print->paper, lintel_paper_free);
  g_free (print);
}

/* Other papers than these two get the pages of the one that is nearer, fitted in. */
static LintelPaperSize
choose_size (GtkPrintContext *context)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  double width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  double height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);
  const gboolean is_wide = height / width < 842.0 / BETWEEN_A4_AND_LETTER;

  return is_wide ? LINTEL_PAPER_LETTER : LINTEL_PAPER_A4;
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Print *print)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&print->paper, lintel_paper_free);
  print->paper = lintel_paper_make (print->document, print->kind, choose_size (context), &error);
  if (print->paper == NULL)
    {
      g_object_set_data_full (G_OBJECT (operation), "lintel-error", g_steal_pointer (&error),
                              (GDestroyNotify) g_error_free);
      gtk_print_operation_cancel (operation);
      return;
    }
  gtk_print_operation_set_n_pages (operation, (int) lintel_paper_get_n_pages (print->paper));
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *print)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  lintel_paper_get_size (print->paper, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  /* Not for the rounding of a paper's size in millimetres. */
  if (scale < 0.995 || scale > 1.005)
    cairo_scale (cr, scale, scale);
  lintel_paper_draw_page (print->paper, cr, (guint) page);
}

static GtkPageSetup *
make_page_setup (LintelDocument *document)
{
  LintelPaperSize size =
      lintel_paper_size_resolve (LINTEL_PAPER_DEFAULT, lintel_document_get_project (document));
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper =
      gtk_paper_size_new (size == LINTEL_PAPER_LETTER ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_paper_size_free (paper);
  return setup;
}

GtkPrintOperation *
lintel_paper_print_operation_new (LintelDocument *document, LintelPaperKind kind)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup (document);
  g_autofree char *title = lintel_document_get_title (document);
  Print *print = g_new0 (Print, 1);

  print->document = g_object_ref (document);
  print->kind = kind;
  g_object_set_data_full (G_OBJECT (operation), "lintel-print", print, print_free);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, title);
  /* The pages have margins of their own. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), print);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), print);
  return operation;
}

/* Running it. */

typedef struct
{
  LintelPrintedFunc printed;
  gpointer data;
} Answer;

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Answer *answer)
{
  g_autoptr (GError) error = NULL;
  const GError *own = g_object_get_data (G_OBJECT (operation), "lintel-error");

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (own != NULL || error != NULL)
    answer->printed (own != NULL ? own : error, answer->data);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    answer->printed (NULL, answer->data);
}

void
lintel_paper_print (GtkWindow *parent, LintelDocument *document, LintelPaperKind kind,
                    LintelPrintedFunc printed, gpointer data)
{
  g_autoptr (GtkPrintOperation) operation = lintel_paper_print_operation_new (document, kind);
  Answer *answer = g_new0 (Answer, 1);

  answer->printed = printed;
  answer->data = data;
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), answer,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

/* Codes. */

typedef struct
{
  GtkWindow *parent;
  LintelDocument *document;
  Answer answer;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->document);
  g_free (question);
}

static void
codes_answered_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  if (g_str_equal (response, "print"))
    lintel_paper_print (question->parent, question->document, LINTEL_PAPER_CODE_SHEET,
                        question->answer.printed, question->answer.data);
}

void
lintel_paper_print_codes (GtkWindow *parent, LintelDocument *document, LintelPrintedFunc printed,
                          gpointer data)
{
  GtkWidget *dialog = adw_message_dialog_new (
      parent, _ ("Print the mailbox codes?"),
      _ ("The code sheet shows every code in plain digits, a slip for each mailbox. Whoever takes "
         "it from the printer can open the mailboxes: print it where you stand beside it, hand "
         "each slip to its user and destroy the rest."));
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  Question *question = g_new0 (Question, 1);

  *question = (Question){ parent, g_object_ref (document), { printed, data } };
  adw_message_dialog_add_responses (message, "cancel", C_ ("button", "_Cancel"), "print",
                                    _ ("_Print the Codes…"), NULL);
  adw_message_dialog_set_response_appearance (message, "print", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (message, "cancel");
  adw_message_dialog_set_close_response (message, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (codes_answered_cb), question,
                         question_free, 0);
  lintel_name_buttons (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
