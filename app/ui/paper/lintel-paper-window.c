/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificate and worksheet as they will be on paper, page by page, and printing them. */

#include "config.h"

#include "app/ui/paper/lintel-paper-window.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/paper/lintel-paper-print.h"

#include <glib/gi18n-lib.h>

static const double zooms[] = { 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3 };

struct _LintelPaperWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkDropDown *kind_drop, *size_drop;
  GtkStack *stack; /* "pages", "busy", or "problem" */
  GtkLabel *problem_label, *glyphs_label;
  LintelPaperView *view;
  GtkButton *smaller_button, *larger_button, *print_button;

  LintelWindow *window;
  LintelDocument *document;
  GCancellable *cancellable; /* while pages are laid out */
};

G_DEFINE_FINAL_TYPE (LintelPaperWindow, lintel_paper_window, ADW_TYPE_WINDOW)

static LintelPaperKind
get_kind (LintelPaperWindow *self)
{
  return (LintelPaperKind) gtk_drop_down_get_selected (self->kind_drop);
}

/* In the order of the list. */
static LintelPaperSize
get_size (LintelPaperWindow *self)
{
  return gtk_drop_down_get_selected (self->size_drop) == 0 ? LINTEL_PAPER_A4 : LINTEL_PAPER_LETTER;
}

static void
page_changed_cb (LintelPaperWindow *self)
{
  LintelPaper *paper = lintel_paper_view_get_paper (self->view);
  g_autofree char *page = NULL;

  if (paper != NULL)
    page =
        g_strdup_printf (C_ ("paper", "Page %u of %u"), lintel_paper_view_get_page (self->view) + 1,
                         lintel_paper_get_n_pages (paper));
  adw_window_title_set_title (self->title, paper != NULL ? lintel_paper_get_title (paper) : "");
  adw_window_title_set_subtitle (self->title, page != NULL ? page : "");
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LintelPaperWindow) self = data;
  g_autoptr (GError) error = NULL;
  LintelPaper *paper = lintel_paper_make_finish (result, &error);

  /* Another choice was made meanwhile, or the window closed. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  lintel_paper_view_take_paper (self->view, paper);
  gtk_widget_set_sensitive (GTK_WIDGET (self->print_button), paper != NULL);
  if (error != NULL)
    gtk_label_set_text (self->problem_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->glyphs_label),
                          paper != NULL && lintel_paper_lacks_glyphs (paper));
  gtk_stack_set_visible_child_name (self->stack, paper != NULL ? "pages" : "problem");
  if (paper != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
cancel (LintelPaperWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
choice_changed_cb (LintelPaperWindow *self)
{
  if (self->document == NULL)
    return;
  cancel (self);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "busy");
  lintel_paper_make_async (self->document, get_kind (self), get_size (self), self->cancellable,
                           made_cb, g_object_ref (self));
}

/* Zoom. */

static guint
find_zoom (LintelPaperWindow *self)
{
  guint n = 0;

  while (n + 1 < G_N_ELEMENTS (zooms) && zooms[n] < lintel_paper_view_get_zoom (self->view))
    n++;
  return n;
}

static void
set_zoom (LintelPaperWindow *self, guint n)
{
  lintel_paper_view_set_zoom (self->view, zooms[n]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.smaller", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.larger", n + 1 < G_N_ELEMENTS (zooms));
}

static void
smaller (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LintelPaperWindow *self = LINTEL_PAPER_WINDOW (widget);

  set_zoom (self, MAX (find_zoom (self), 1) - 1);
}

static void
larger (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LintelPaperWindow *self = LINTEL_PAPER_WINDOW (widget);

  set_zoom (self, MIN (find_zoom (self) + 1, G_N_ELEMENTS (zooms) - 1));
}

static void
own_size (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LintelPaperWindow *self = LINTEL_PAPER_WINDOW (widget);

  lintel_paper_view_set_zoom (self->view, 1);
  set_zoom (self, find_zoom (self));
}

/* Printing. */

static void
printed_cb (const GError *error, gpointer data)
{
  LintelWindow *window = data;

  if (error != NULL)
    lintel_window_show_error (window, _ ("This could not be printed"), error->message);
  else
    lintel_window_toast (window, _ ("Sent to the printer."));
}

void
lintel_paper_window_print (LintelWindow *window, LintelPaperKind kind)
{
  LintelDocument *document = lintel_window_get_document (window);

  if (kind == LINTEL_PAPER_CODE_SHEET)
    lintel_paper_print_codes (GTK_WINDOW (window), document, printed_cb, window);
  else
    lintel_paper_print (GTK_WINDOW (window), document, kind, printed_cb, window);
}

/* The dialog belongs to the main window, which outlives this one. */
static void
print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LintelPaperWindow *self = LINTEL_PAPER_WINDOW (widget);
  g_autoptr (LintelWindow) window = g_object_ref (self->window);
  LintelPaperKind kind = get_kind (self);

  gtk_window_destroy (GTK_WINDOW (self));
  lintel_paper_window_print (window, kind);
}

/* Lifecycle. */

/* A thread that still runs keeps this window, which must not keep the main one. */
static void
let_go (LintelPaperWindow *self)
{
  cancel (self);
  g_clear_object (&self->window);
  g_clear_object (&self->document);
}

static void
lintel_paper_window_unrealize (GtkWidget *widget)
{
  let_go (LINTEL_PAPER_WINDOW (widget));
  GTK_WIDGET_CLASS (lintel_paper_window_parent_class)->unrealize (widget);
}

static void
lintel_paper_window_dispose (GObject *object)
{
  let_go (LINTEL_PAPER_WINDOW (object));
  G_OBJECT_CLASS (lintel_paper_window_parent_class)->dispose (object);
}

static void
add_bindings (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "paper.smaller", NULL, smaller);
  gtk_widget_class_install_action (klass, "paper.larger", NULL, larger);
  gtk_widget_class_install_action (klass, "paper.own-size", NULL, own_size);
  gtk_widget_class_install_action (klass, "paper.print", NULL, print);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_minus, GDK_CONTROL_MASK, "paper.smaller",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_plus, GDK_CONTROL_MASK, "paper.larger", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_equal, GDK_CONTROL_MASK, "paper.larger",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_0, GDK_CONTROL_MASK, "paper.own-size", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "paper.print", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lintel_paper_window_class_init (LintelPaperWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_paper_window_dispose;
  widget_class->unrealize = lintel_paper_window_unrealize;
  g_type_ensure (LINTEL_TYPE_PAPER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/lintel/Lintel/paper/lintel-paper-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelPaperWindow, title);
  gtk_widget_class_bind_template_child (widget_class, LintelPaperWindow, kind_drop);
  gtk_widget_class_bind_template_child (widget_class, LintelPaperWindow, size_drop);
  gtk_widget_class_bind_template_child (widget_class, LintelPaperWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LintelPaperWindow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, LintelPaperWindow, glyphs_label);
  gtk_widget_class_bind_template_child (widget_class, LintelPaperWindow, view);
  gtk_widget_class_bind_template_child (widget_class, LintelPaperWindow, smaller_button);
  gtk_widget_class_bind_template_child (widget_class, LintelPaperWindow, larger_button);
  gtk_widget_class_bind_template_child (widget_class, LintelPaperWindow, print_button);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  add_bindings (widget_class);
}

static void
lintel_paper_window_init (LintelPaperWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lintel_name_buttons (GTK_WIDGET (self));
}

void
lintel_paper_window_present (LintelWindow *window, LintelPaperKind kind)
{
  LintelPaperWindow *self =
      g_object_new (LINTEL_TYPE_PAPER_WINDOW, "transient-for", window, "modal", TRUE, NULL);
  LintelDocument *document = lintel_window_get_document (window);
  LintelPaperSize size =
      lintel_paper_size_resolve (LINTEL_PAPER_DEFAULT, lintel_document_get_project (document));

  self->window = g_object_ref (window);
  gtk_drop_down_set_selected (self->kind_drop, kind);
  gtk_drop_down_set_selected (self->size_drop, size == LINTEL_PAPER_A4 ? 0 : 1);
  self->document = g_object_ref (document);
  gtk_window_present (GTK_WINDOW (self));
  choice_changed_cb (self);
}

LintelPaperView *
lintel_paper_window_get_view (LintelPaperWindow *self)
{
  return self->view;
}

gboolean
lintel_paper_window_is_busy (LintelPaperWindow *self)
{
  return self->cancellable != NULL;
}
