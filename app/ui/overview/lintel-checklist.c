/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of the hardening tip, each done or with its problems; a click goes to the first. */

#include "config.h"

#include "app/ui/overview/lintel-checklist.h"

#include "app/ui/lintel-window.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AdwActionRow *row;
  GtkImage *mark;
} Step;

struct _LintelChecklist
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  Step steps[LINTEL_N_TIPS]; /* by LintelTip; the first is unused */

  LintelDocument *document;
};

G_DEFINE_FINAL_TYPE (LintelChecklist, lintel_checklist, ADW_TYPE_BIN)

typedef struct
{
  guint n_open, n_accepted;
  LintelFinding *first; /* open; owned by its item */
  LintelSeverity worst; /* of the open ones */
} StepState;

/* Notes do not keep a step from being done. */
static void
count_finding (LintelFindingItem *item, LintelTip tip, StepState *state)
{
  LintelFinding *finding = lintel_finding_item_get_finding (item);
  LintelSeverity severity = lintel_finding_get_severity (finding);

  if (lintel_rule_get_tip (lintel_finding_get_rule (finding)) != tip
      || severity == LINTEL_SEVERITY_NOTE)
    return;
  if (lintel_finding_item_is_accepted (item))
    {
      state->n_accepted++;
      return;
    }
  state->n_open++;
  state->worst = MAX (state->worst, severity);
  if (state->first == NULL)
    state->first = finding;
}

static StepState
get_state (LintelChecklist *self, LintelTip tip)
{
  GListModel *findings = G_LIST_MODEL (lintel_document_get_findings (self->document));
  StepState state = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (LintelFindingItem) item = g_list_model_get_item (findings, i);

      count_finding (item, tip, &state);
    }
  return state;
}

static char *
describe_state (const StepState *state)
{
  if (state->n_open > 0)
    return g_strdup_printf (ngettext ("%u problem to solve", "%u problems to solve", state->n_open),
                            state->n_open);
  if (state->n_accepted > 0)
    return g_strdup_printf (ngettext ("Done, with %u accepted exception",
                                      "Done, with %u accepted exceptions", state->n_accepted),
                            state->n_accepted);
  return g_strdup (_ ("Done"));
}

static void
show_step (LintelChecklist *self, LintelTip tip)
{
  Step *step = &self->steps[tip];
  StepState state = get_state (self, tip);
  g_autofree char *text = describe_state (&state);
  const char *classes[] = { "lintel-done", NULL };

  if (state.n_open > 0)
    classes[0] = lintel_severity_style_class (state.worst);
  gtk_image_set_from_icon_name (step->mark, state.n_open > 0
                                                ? lintel_severity_icon_name (state.worst)
                                                : "emblem-ok-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (step->mark), classes);
  adw_action_row_set_subtitle (step->row, text);
}

static void
show_steps_cb (LintelChecklist *self)
{
  for (int tip = LINTEL_TIP_NONE + 1; tip < LINTEL_N_TIPS; tip++)
    show_step (self, tip);
}

static void
row_activated_cb (LintelChecklist *self, AdwActionRow *row)
{
  for (int tip = LINTEL_TIP_NONE + 1; tip < LINTEL_N_TIPS; tip++)
    {
      StepState state;
      const LintelPlace *places;
      guint n;

      if (self->steps[tip].row != row)
        continue;
      state = get_state (self, tip);
      if (state.first == NULL)
        return;
      places = lintel_finding_get_places (state.first, &n);
      if (n > 0)
        lintel_window_jump_from (GTK_WIDGET (self), places);
    }
}

static void
lintel_checklist_dispose (GObject *object)
{
  LintelChecklist *self = LINTEL_CHECKLIST (object);

  g_clear_object (&self->document);
  G_OBJECT_CLASS (lintel_checklist_parent_class)->dispose (object);
}

static void
lintel_checklist_class_init (LintelChecklistClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_checklist_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/lintel/Lintel/overview/lintel-checklist.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelChecklist, group);
}

static void
lintel_checklist_init (LintelChecklist *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_step (LintelChecklist *self, LintelTip tip)
{
  LintelModel model = lintel_project_get_model (lintel_document_get_project (self->document));
  Step *step = &self->steps[tip];

  step->row = ADW_ACTION_ROW (adw_action_row_new ());
  step->mark = GTK_IMAGE (gtk_image_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (step->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (step->row),
                                 lintel_tip_get_title (tip, model));
  adw_action_row_set_title_lines (step->row, 0);
  adw_action_row_add_prefix (step->row, GTK_WIDGET (step->mark));
  adw_action_row_add_suffix (step->row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (step->row), TRUE);
  g_signal_connect_object (step->row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, GTK_WIDGET (step->row));
}

void
lintel_checklist_set_document (LintelChecklist *self, LintelDocument *document)
{
  g_assert (self->document == NULL);
  self->document = g_object_ref (document);
  for (int tip = LINTEL_TIP_NONE + 1; tip < LINTEL_N_TIPS; tip++)
    add_step (self, tip);
  g_signal_connect_object (document, "linted", G_CALLBACK (show_steps_cb), self, G_CONNECT_SWAPPED);
  show_steps_cb (self);
}
