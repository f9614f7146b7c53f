/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tab that compares: see lintel-compare-page.h. */

#include "config.h"

#include "app/ui/compare/lintel-compare-page.h"

#include "app/ui/compare/lintel-difference-columns.h"
#include "app/ui/compare/lintel-difference.h"
#include "app/ui/lintel-window.h"
#include "app/ui/pages/lintel-page.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

/* One of the two lists. */
typedef struct
{
  GtkColumnView *view;
  GtkStack *stack; /* "list", or "empty" with a sentence */
  GtkLabel *empty_label;
  GtkStackPage *page;
  GtkSingleSelection *selection; /* over what the filter lets through */
} Half;

enum
{
  PLACES,
  REACH,
  N_HALVES
};

struct _LintelComparePage
{
  AdwBin parent_instance;

  GtkDropDown *source_drop;
  GtkSearchEntry *filter_entry;
  GtkStack *halves_stack;
  GtkLabel *status_label;
  GtkSpinner *spinner;
  GtkColumnView *places_view, *reach_view;
  GtkStack *places_stack, *reach_stack;
  GtkLabel *places_empty, *reach_empty;
  GtkStackPage *places_page, *reach_page;

  LintelDocument *document;
  LintelComparer *comparer;
  GtkCustomFilter *filter;
  char *needle; /* casefolded */
  Half half[N_HALVES];
  gboolean showing; /* while the sources are listed anew */
};

static void page_init (LintelPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LintelComparePage, lintel_compare_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LINTEL_TYPE_PAGE, page_init))

static GtkColumnView *
get_shown_view (LintelComparePage *self)
{
  gboolean reach = g_strcmp0 (gtk_stack_get_visible_child_name (self->halves_stack), "reach") == 0;

  return self->half[reach ? REACH : PLACES].view;
}

static gboolean
lintel_compare_page_grab_focus (GtkWidget *widget)
{
  LintelComparePage *self = LINTEL_COMPARE_PAGE (widget);
  GtkWidget *view = GTK_WIDGET (get_shown_view (self));

  return (gtk_widget_get_mapped (view) && gtk_widget_grab_focus (view))
         || gtk_widget_grab_focus (GTK_WIDGET (self->source_drop));
}

static gboolean
lintel_compare_page_reveal (LintelPage *page, const LintelPlace *place)
{
  return FALSE;
}

static gboolean
lintel_compare_page_focus_search (LintelPage *page)
{
  LintelComparePage *self = LINTEL_COMPARE_PAGE (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->filter_entry)))
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->filter_entry));
}

static void
page_init (LintelPageInterface *iface)
{
  iface->reveal = lintel_compare_page_reveal;
  iface->focus_search = lintel_compare_page_focus_search;
}

/* What is shown. */

static guint
count_all (LintelComparePage *self, int half)
{
  return g_list_model_get_n_items (half == PLACES ? lintel_comparer_get_places (self->comparer)
                                                  : lintel_comparer_get_reach (self->comparer));
}

static void
show_half (LintelComparePage *self, int n)
{
  Half *half = &self->half[n];
  const char *problem = lintel_comparer_get_problem (self->comparer);
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (half->selection));
  const char *none = n == PLACES ? _ ("No cell differs.")
                                 : _ ("Everybody reaches what they did before, and no more.");

  gtk_label_set_text (half->empty_label, problem != NULL ? problem
                                         : count_all (self, n) > 0
                                             ? _ ("Nothing matches the filter.")
                                             : none);
  gtk_stack_set_visible_child_name (half->stack, shown > 0 ? "list" : "empty");
}

static char *
describe_result (LintelComparePage *self)
{
  guint cells = count_all (self, PLACES), reach = count_all (self, REACH);
  g_autofree char *places =
      lintel_locale_format (ngettext ("%u place differs", "%u places differ", cells), cells);
  g_autofree char *calls = lintel_locale_format (
      ngettext ("%u change of what can be called", "%u changes of what can be called", reach),
      reach);

  /* Translators: two counts, "3 places differ", "1 change of what can be called" */
  return g_strdup_printf (_ ("%s, %s"), places, calls);
}

static void
set_title (GtkStackPage *page, char *title)
{
  gtk_stack_page_set_title (page, title);
  g_free (title);
}

static void
show_result_cb (LintelComparePage *self)
{
  const char *problem = lintel_comparer_get_problem (self->comparer);
  g_autofree char *result = describe_result (self);

  gtk_spinner_set_spinning (self->spinner, FALSE);
  gtk_label_set_text (self->status_label, problem != NULL ? problem : result);
  set_title (self->half[PLACES].page,
             lintel_locale_format (C_ ("differences", "By cell (%u)"), count_all (self, PLACES)));
  set_title (self->half[REACH].page, lintel_locale_format (C_ ("differences", "By behaviour (%u)"),
                                                           count_all (self, REACH)));
  for (int n = 0; n < N_HALVES; n++)
    show_half (self, n);
}

static void
show_running_cb (LintelComparePage *self)
{
  gtk_spinner_set_spinning (self->spinner, TRUE);
}

/* Which sources there are. The file chosen last is the last of them. */
static void
show_sources_cb (LintelComparePage *self)
{
  const gboolean has_baseline = lintel_document_get_baseline_path (self->document) != NULL;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  LintelCompareSource source = lintel_comparer_get_source (self->comparer);

  for (int n = 0; n < LINTEL_N_COMPARE_SOURCES; n++)
    if (n != LINTEL_COMPARE_BASELINE || has_baseline)
      gtk_string_list_take (
          titles, lintel_compare_source_get_title ((LintelCompareSource) n, self->document));
  if (source == LINTEL_COMPARE_BASELINE && !has_baseline)
    source = LINTEL_COMPARE_SAVED;
  self->showing = TRUE;
  gtk_drop_down_set_model (self->source_drop, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->source_drop, source);
  self->showing = FALSE;
  if (source != lintel_comparer_get_source (self->comparer))
    lintel_comparer_set_source (self->comparer, source);
}

/* Listing them anew at each edit would close the list under the pointer. */
static void
document_edited_cb (LintelComparePage *self)
{
  GListModel *shown = gtk_drop_down_get_model (self->source_drop);
  g_autofree char *title =
      lintel_compare_source_get_title (LINTEL_COMPARE_BASELINE, self->document);
  const char *last = NULL;

  if (g_list_model_get_n_items (shown) == LINTEL_N_COMPARE_SOURCES)
    last = gtk_string_list_get_string (GTK_STRING_LIST (shown), LINTEL_COMPARE_BASELINE);
  if (g_strcmp0 (last != NULL ? last : "", title) != 0)
    show_sources_cb (self);
}

static void
source_chosen_cb (LintelComparePage *self)
{
  guint source = gtk_drop_down_get_selected (self->source_drop);

  if (self->comparer != NULL && !self->showing && source < LINTEL_N_COMPARE_SOURCES)
    lintel_comparer_set_source (self->comparer, (LintelCompareSource) source);
}

/* Filter. */

static gboolean
filter_cb (gpointer item, gpointer data)
{
  LintelComparePage *self = data;

  return self->needle == NULL || *self->needle == '\0'
         || lintel_difference_matches (item, self->needle);
}

static void
filter_changed_cb (LintelComparePage *self)
{
  g_free (self->needle);
  self->needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->filter_entry)), -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  for (int n = 0; n < N_HALVES && self->comparer != NULL; n++)
    show_half (self, n);
}

static void
filter_stopped_cb (LintelComparePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  filter_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The entry tells of changes only after a pause. */
static void
filter_activated_cb (LintelComparePage *self)
{
  filter_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Rows. */

static void
jump (LintelComparePage *self, LintelDifference *difference)
{
  const LintelPlace *place = lintel_difference_get_place (difference);

  if (place != NULL)
    lintel_window_jump_from (GTK_WIDGET (self), place);
  else
    lintel_window_toast_from (GTK_WIDGET (self),
                              _ ("This is no longer there, so there is nothing to go to."));
}

static void
row_activated_cb (LintelComparePage *self, guint position, GtkColumnView *view)
{
  g_autoptr (LintelDifference) difference =
      g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), position);

  if (difference != NULL)
    jump (self, difference);
}

static void
copy (LintelComparePage *self, const char *text, const char *sentence)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  lintel_window_toast_from (GTK_WIDGET (self), sentence);
}

char *
lintel_compare_page_to_text (LintelComparePage *self)
{
  GString *text = g_string_new (NULL);

  for (int half = 0; half < N_HALVES; half++)
    {
      GListModel *rows = G_LIST_MODEL (self->half[half].selection);

      for (guint n = 0; n < g_list_model_get_n_items (rows); n++)
        {
          g_autoptr (LintelDifference) row = g_list_model_get_item (rows, n);

          g_string_append_printf (text, "%s\n", lintel_difference_get_line (row));
        }
    }
  return g_string_free (text, FALSE);
}

static void
copy_all_clicked_cb (LintelComparePage *self)
{
  g_autofree char *text = lintel_compare_page_to_text (self);

  copy (self, text, _ ("The listed differences are on the clipboard, a line each."));
}

static void
copy_row (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LintelComparePage *self = LINTEL_COMPARE_PAGE (widget);
  GtkSingleSelection *selection =
      GTK_SINGLE_SELECTION (gtk_column_view_get_model (get_shown_view (self)));
  LintelDifference *row = gtk_single_selection_get_selected_item (selection);

  if (row != NULL)
    copy (self, lintel_difference_get_line (row), _ ("The difference is on the clipboard."));
}

/* Lifecycle. */

static void
lintel_compare_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lintel_compare_page_parent_class)->map (widget);
  lintel_comparer_set_active (LINTEL_COMPARE_PAGE (widget)->comparer, TRUE);
}

static void
lintel_compare_page_unmap (GtkWidget *widget)
{
  lintel_comparer_set_active (LINTEL_COMPARE_PAGE (widget)->comparer, FALSE);
  GTK_WIDGET_CLASS (lintel_compare_page_parent_class)->unmap (widget);
}

static void
lintel_compare_page_dispose (GObject *object)
{
  LintelComparePage *self = LINTEL_COMPARE_PAGE (object);

  if (self->comparer != NULL)
    g_object_run_dispose (G_OBJECT (self->comparer));
  g_clear_object (&self->comparer);
  g_clear_object (&self->filter);
  for (int n = 0; n < N_HALVES; n++)
    g_clear_object (&self->half[n].selection);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (lintel_compare_page_parent_class)->dispose (object);
}

static void
lintel_compare_page_finalize (GObject *object)
{
  g_free (LINTEL_COMPARE_PAGE (object)->needle);
  G_OBJECT_CLASS (lintel_compare_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, LintelComparePage, source_drop);
  gtk_widget_class_bind_template_child (klass, LintelComparePage, filter_entry);
  gtk_widget_class_bind_template_child (klass, LintelComparePage, halves_stack);
  gtk_widget_class_bind_template_child (klass, LintelComparePage, status_label);
  gtk_widget_class_bind_template_child (klass, LintelComparePage, spinner);
  gtk_widget_class_bind_template_child (klass, LintelComparePage, places_view);
  gtk_widget_class_bind_template_child (klass, LintelComparePage, reach_view);
  gtk_widget_class_bind_template_child (klass, LintelComparePage, places_stack);
  gtk_widget_class_bind_template_child (klass, LintelComparePage, reach_stack);
  gtk_widget_class_bind_template_child (klass, LintelComparePage, places_empty);
  gtk_widget_class_bind_template_child (klass, LintelComparePage, reach_empty);
  gtk_widget_class_bind_template_child (klass, LintelComparePage, places_page);
  gtk_widget_class_bind_template_child (klass, LintelComparePage, reach_page);
}

static void
lintel_compare_page_class_init (LintelComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_compare_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = lintel_compare_page_finalize;
  widget_class->grab_focus = lintel_compare_page_grab_focus;
  widget_class->map = lintel_compare_page_map;
  widget_class->unmap = lintel_compare_page_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/lintel/Lintel/compare/lintel-compare-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, source_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_all_clicked_cb);
  gtk_widget_class_install_action (widget_class, "compare.copy-row", NULL, copy_row);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "compare.copy-row", NULL);
}

static void
lintel_compare_page_init (LintelComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->half[PLACES] =
      (Half){ self->places_view, self->places_stack, self->places_empty, self->places_page, NULL };
  self->half[REACH] =
      (Half){ self->reach_view, self->reach_stack, self->reach_empty, self->reach_page, NULL };
  lintel_difference_columns_add_places (self->places_view);
  lintel_difference_columns_add_reach (self->reach_view);
}

static void
fill_half (LintelComparePage *self, int n, GListModel *rows)
{
  GtkFilterListModel *filtered =
      gtk_filter_list_model_new (g_object_ref (rows), GTK_FILTER (g_object_ref (self->filter)));

  self->half[n].selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_column_view_set_model (self->half[n].view, GTK_SELECTION_MODEL (self->half[n].selection));
}

GtkWidget *
lintel_compare_page_new (LintelDocument *document)
{
  LintelComparePage *self = g_object_new (LINTEL_TYPE_COMPARE_PAGE, NULL);

  self->document = g_object_ref (document);
  self->comparer = lintel_comparer_new (document);
  if (lintel_document_get_baseline_path (document) != NULL)
    lintel_comparer_set_source (self->comparer, LINTEL_COMPARE_BASELINE);
  fill_half (self, PLACES, lintel_comparer_get_places (self->comparer));
  fill_half (self, REACH, lintel_comparer_get_reach (self->comparer));
  g_signal_connect_object (self->comparer, "started", G_CALLBACK (show_running_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparer, "done", G_CALLBACK (show_result_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "edited", G_CALLBACK (document_edited_cb), self,
                           G_CONNECT_SWAPPED);
  show_sources_cb (self);
  return GTK_WIDGET (self);
}

void
lintel_compare_page_set_source (LintelComparePage *self, LintelCompareSource source)
{
  lintel_comparer_set_source (self->comparer, source);
  show_sources_cb (self);
}

LintelComparer *
lintel_compare_page_get_comparer (LintelComparePage *self)
{
  return self->comparer;
}
