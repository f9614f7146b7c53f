/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lint pane: the findings of a document with counts, filters, explanation and repairs. */

#include "config.h"

#include "app/ui/lint/lintel-lint-pane.h"

#include "app/ui/lint/lintel-accept-dialog.h"
#include "app/ui/lint/lintel-finding-columns.h"
#include "app/ui/lint/lintel-fix-dialog.h"
#include "app/ui/lintel-button-names.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

struct _LintelLintPane
{
  AdwBin parent_instance;

  GtkToggleButton *errors_button, *warnings_button, *notes_button, *accepted_button;
  AdwButtonContent *errors_content, *warnings_content, *notes_content, *accepted_content;
  GtkSearchEntry *filter_entry;
  GtkButton *fix_all_button, *go_button, *fix_button, *accept_button;
  GtkStack *stack;
  GtkPaned *paned;
  GtkColumnView *view;
  GtkLabel *summary_label, *message_label, *explanation_label, *rule_label, *empty_label;

  LintelDocument *document;      /* NULL while no project is open */
  GtkCustomFilter *filter;       /* severity buttons and text */
  GtkSingleSelection *selection; /* over the filtered findings */
};

enum
{
  JUMP,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (LintelLintPane, lintel_lint_pane, ADW_TYPE_BIN)

static LintelFindingItem *
get_selected (LintelLintPane *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static gboolean
text_matches (const char *text, const char *folded_needle)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);

  return strstr (folded, folded_needle) != NULL;
}

static gboolean
button_lets_through (LintelLintPane *self, LintelFindingItem *item)
{
  if (lintel_finding_item_is_accepted (item))
    return gtk_toggle_button_get_active (self->accepted_button);
  switch (lintel_finding_get_severity (lintel_finding_item_get_finding (item)))
    {
    case LINTEL_SEVERITY_ERROR:
      return gtk_toggle_button_get_active (self->errors_button);
    case LINTEL_SEVERITY_WARNING:
      return gtk_toggle_button_get_active (self->warnings_button);
    case LINTEL_SEVERITY_NOTE:
    default:
      return gtk_toggle_button_get_active (self->notes_button);
    }
}

static gboolean
filter_item_cb (gpointer object, gpointer data)
{
  LintelLintPane *self = data;
  LintelFindingItem *item = object;
  LintelFinding *finding = lintel_finding_item_get_finding (item);
  g_autofree char *needle =
      g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->filter_entry)), -1);

  if (!button_lets_through (self, item))
    return FALSE;
  return needle[0] == '\0' || text_matches (lintel_finding_get_message (finding), needle)
         || text_matches (lintel_finding_item_get_place (item), needle)
         || text_matches (lintel_rule_get_id (lintel_finding_get_rule (finding)), needle);
}

static void
show_explanation (LintelLintPane *self)
{
  LintelFindingItem *item = get_selected (self);
  const LintelRule *rule;

  gtk_widget_set_sensitive (GTK_WIDGET (self->go_button), item != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept_button),
                            item != NULL && !lintel_finding_item_is_accepted (item));
  gtk_widget_set_sensitive (GTK_WIDGET (self->fix_button), FALSE);
  if (item == NULL)
    {
      gtk_label_set_text (self->summary_label, "");
      gtk_label_set_text (self->message_label, "");
      gtk_label_set_text (self->explanation_label, _ ("Select a problem to read about it."));
      gtk_label_set_text (self->rule_label, "");
      return;
    }
  rule = lintel_finding_get_rule (lintel_finding_item_get_finding (item));
  gtk_label_set_text (self->summary_label, lintel_rule_get_summary (rule));
  gtk_label_set_text (self->message_label,
                      lintel_finding_get_message (lintel_finding_item_get_finding (item)));
  gtk_label_set_text (self->explanation_label, lintel_rule_get_explanation (rule));
  gtk_label_set_text (self->rule_label, lintel_rule_get_id (rule));
  gtk_widget_set_sensitive (GTK_WIDGET (self->fix_button), lintel_rule_can_fix (rule));
}

static const char *
explain_empty_list (LintelLintPane *self)
{
  GListModel *all = G_LIST_MODEL (lintel_document_get_findings (self->document));

  if (!lintel_document_is_checked (self->document))
    return _ ("Checking the project…");
  return g_list_model_get_n_items (all) > 0 ? _ ("No problem matches the filter.")
                                            : _ ("No problems: every check passes.");
}

/* Which page of the stack: the list, or a sentence when there is nothing to list. */
static void
show_list_or_reason (LintelLintPane *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_label_set_text (self->empty_label, explain_empty_list (self));
  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
}

/* Takes LABEL. */
static void
set_count (AdwButtonContent *content, char *label)
{
  adw_button_content_set_label (content, label);
  g_free (label);
}

static void
show_counts (LintelLintPane *self)
{
  GListModel *all = G_LIST_MODEL (lintel_document_get_findings (self->document));
  guint open[LINTEL_N_SEVERITIES] = { 0 }, accepted = 0, fixable = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LintelFindingItem) item = g_list_model_get_item (all, i);
      LintelFinding *finding = lintel_finding_item_get_finding (item);

      if (lintel_finding_item_is_accepted (item))
        accepted++;
      else
        open[lintel_finding_get_severity (finding)]++;
      fixable += lintel_rule_can_fix (lintel_finding_get_rule (finding)) ? 1 : 0;
    }
  set_count (self->errors_content,
             lintel_locale_format (ngettext ("%u error", "%u errors", open[LINTEL_SEVERITY_ERROR]),
                                   open[LINTEL_SEVERITY_ERROR]));
  set_count (self->warnings_content, lintel_locale_format (ngettext ("%u warning", "%u warnings",
                                                                     open[LINTEL_SEVERITY_WARNING]),
                                                           open[LINTEL_SEVERITY_WARNING]));
  set_count (self->notes_content,
             lintel_locale_format (ngettext ("%u note", "%u notes", open[LINTEL_SEVERITY_NOTE]),
                                   open[LINTEL_SEVERITY_NOTE]));
  set_count (self->accepted_content,
             lintel_locale_format (C_ ("findings", "%u accepted"), accepted));
  gtk_widget_set_visible (GTK_WIDGET (self->accepted_button), accepted > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->fix_all_button), fixable > 0);
}

static void
document_linted_cb (LintelLintPane *self)
{
  show_counts (self);
  show_list_or_reason (self);
  show_explanation (self);
}

static void
filter_changed_cb (LintelLintPane *self)
{
  if (self->document == NULL)
    return;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_list_or_reason (self);
}

static void
filter_stopped_cb (LintelLintPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* The entry tells of changes only after a pause: whoever is quicker than that gets the list of what
 * was typed all the same. */
static void
filter_activated_cb (LintelLintPane *self)
{
  filter_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
selection_changed_cb (LintelLintPane *self)
{
  if (self->document != NULL)
    lintel_finding_list_set_current (lintel_document_get_findings (self->document),
                                     get_selected (self));
  show_explanation (self);
}

GtkSingleSelection *
lintel_lint_pane_get_selection (LintelLintPane *self)
{
  return self->selection;
}

void
lintel_lint_pane_jump (LintelLintPane *self, LintelFinding *finding)
{
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);

  if (n > 0)
    g_signal_emit (self, signals[JUMP], 0, places);
}

static void
row_activated_cb (LintelLintPane *self, guint position)
{
  g_autoptr (LintelFindingItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    lintel_lint_pane_jump (self, lintel_finding_item_get_finding (item));
}

static void
go_clicked_cb (LintelLintPane *self)
{
  LintelFindingItem *item = get_selected (self);

  if (item != NULL)
    lintel_lint_pane_jump (self, lintel_finding_item_get_finding (item));
}

static void
fix_applied_cb (const char *sentence, gpointer data)
{
  g_signal_emit (data, signals[DONE], 0, sentence);
}

static void
preview_fixes (LintelLintPane *self, GPtrArray *fixes)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  lintel_fix_dialog_present (GTK_WINDOW (window), self->document, fixes, fix_applied_cb, self);
}

static void
fix_clicked_cb (LintelLintPane *self)
{
  LintelFindingItem *item = get_selected (self);
  g_autoptr (GPtrArray) fixes = NULL;

  if (item == NULL)
    return;
  fixes = lintel_finding_get_fixes (lintel_finding_item_get_finding (item),
                                    lintel_document_get_project (self->document));
  if (fixes->len > 0)
    preview_fixes (self, fixes);
  else
    g_signal_emit (self, signals[DONE], 0,
                   _ ("Lintel cannot repair this one by itself; go to it and correct it there."));
}

void
lintel_lint_pane_fix_all (LintelLintPane *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (!lintel_fix_dialog_present_all (GTK_WINDOW (window), self->document, NULL,
                                      _ ("Fix all that is safe"), fix_applied_cb, self))
    g_signal_emit (self, signals[DONE], 0,
                   _ ("There is nothing that Lintel can repair by itself."));
}

static void
fix_all_clicked_cb (LintelLintPane *self)
{
  lintel_lint_pane_fix_all (self);
}

static void
accept_clicked_cb (LintelLintPane *self)
{
  LintelFindingItem *item = get_selected (self);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (item != NULL)
    lintel_accept_dialog_present (GTK_WINDOW (window), self->document,
                                  lintel_finding_item_get_finding (item), fix_applied_cb, self);
}

static void
select_position (LintelLintPane *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  /* The action belongs to the list inside the view, which is its last child. */
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                              "list.scroll-to-item", "u", position);
}

void
lintel_lint_pane_select (LintelLintPane *self, guint position)
{
  select_position (self, position);
}

void
lintel_lint_pane_fix (LintelLintPane *self)
{
  fix_clicked_cb (self);
}

gboolean
lintel_lint_pane_jump_to_first (LintelLintPane *self, LintelSeverity severity)
{
  guint n;

  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  gtk_toggle_button_set_active (self->errors_button, TRUE);
  filter_changed_cb (self);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LintelFindingItem) item =
          g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (lintel_finding_item_is_accepted (item)
          || lintel_finding_get_severity (lintel_finding_item_get_finding (item)) < severity)
        continue;
      select_position (self, i);
      lintel_lint_pane_jump (self, lintel_finding_item_get_finding (item));
      return TRUE;
    }
  return FALSE;
}

void
lintel_lint_pane_focus_filter (LintelLintPane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->filter_entry));
}

static void
lintel_lint_pane_dispose (GObject *object)
{
  LintelLintPane *self = LINTEL_LINT_PANE (object);

  lintel_lint_pane_set_document (self, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (lintel_lint_pane_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, LintelLintPane, errors_button);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, warnings_button);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, notes_button);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, accepted_button);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, errors_content);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, warnings_content);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, notes_content);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, accepted_content);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, filter_entry);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, fix_all_button);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, go_button);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, fix_button);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, accept_button);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, stack);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, paned);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, view);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, summary_label);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, message_label);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, explanation_label);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, rule_label);
  gtk_widget_class_bind_template_child (klass, LintelLintPane, empty_label);
}

static void
lintel_lint_pane_class_init (LintelLintPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_lint_pane_dispose;

  signals[JUMP] = g_signal_new ("jump", LINTEL_TYPE_LINT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DONE] = g_signal_new ("done", LINTEL_TYPE_LINT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/lintel/Lintel/lint/lintel-lint-pane.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, fix_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, fix_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
}

static void
lintel_lint_pane_init (LintelLintPane *self)
{
  GtkFilterListModel *filtered;

  self->filter = gtk_custom_filter_new (filter_item_cb, self, NULL);
  filtered = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_widget_init_template (GTK_WIDGET (self));
  lintel_name_buttons (GTK_WIDGET (self));
  lintel_finding_columns_add (self->view);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected-item",
                            G_CALLBACK (selection_changed_cb), self);
}

void
lintel_lint_pane_set_document (LintelLintPane *self, LintelDocument *document)
{
  GtkFilterListModel *filtered;

  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (self->selection == NULL)
    return;
  filtered = GTK_FILTER_LIST_MODEL (gtk_single_selection_get_model (self->selection));
  gtk_filter_list_model_set_model (
      filtered, document != NULL ? G_LIST_MODEL (lintel_document_get_findings (document)) : NULL);
  if (document == NULL)
    return;
  g_signal_connect_object (document, "linted", G_CALLBACK (document_linted_cb), self,
                           G_CONNECT_SWAPPED);
  document_linted_cb (self);
}
