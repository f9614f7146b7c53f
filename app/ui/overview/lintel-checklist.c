/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of the hardening tip, each done or with its problems; a click goes to the first, and a
 * button shows the repair of all of them. */

#include "config.h"

#include "app/ui/overview/lintel-checklist.h"

#include "app/ui/lint/lintel-fix-dialog.h"
#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-window.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

/* More of its problems do not help to see what a step is about. */
#define MAX_MESSAGES 3

typedef struct
{
  AdwActionRow *row;
  GtkImage *mark;
  GtkWidget *fix_button;
} Step;

struct _LintelChecklist
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkProgressBar *progress;
  Step steps[LINTEL_N_TIPS]; /* by LintelTip; the first is what the tip does not speak of */

  LintelDocument *document;
};

G_DEFINE_FINAL_TYPE (LintelChecklist, lintel_checklist, ADW_TYPE_BIN)

static LintelLinter *
get_linter (LintelChecklist *self)
{
  return lintel_document_get_linter (self->document);
}

static char *
describe_state (const LintelTipState *step)
{
  if (step->n_errors > 0)
    return lintel_locale_format (
        ngettext ("%u problem to solve", "%u problems to solve", step->open->len), step->open->len);
  if (step->n_warnings > 0)
    return lintel_locale_format (ngettext ("Done, with %u warning left to look at",
                                           "Done, with %u warnings left to look at",
                                           step->n_warnings),
                                 step->n_warnings);
  if (step->n_accepted > 0)
    return lintel_locale_format (ngettext ("Done, with %u accepted exception",
                                           "Done, with %u accepted exceptions", step->n_accepted),
                                 step->n_accepted);
  return g_strdup (C_ ("step", "Done"));
}

/* The state, and the first problems below it. */
static char *
describe_step (const LintelTipState *step)
{
  g_autofree char *state = describe_state (step);
  GString *text = g_string_new (state);

  for (guint i = 0; i < MIN (step->open->len, MAX_MESSAGES); i++)
    /* Translators: a line of a list: one of the problems of a step */
    g_string_append_printf (text, _ ("\n• %s"), lintel_finding_get_message (step->open->pdata[i]));
  if (step->open->len > MAX_MESSAGES)
    g_string_append_printf (
        text, ngettext ("\n• and %u more", "\n• and %u more", step->open->len - MAX_MESSAGES),
        step->open->len - MAX_MESSAGES);
  return g_string_free (text, FALSE);
}

static gboolean
can_fix (const LintelTipState *step)
{
  for (guint i = 0; i < step->open->len; i++)
    if (lintel_rule_can_fix (lintel_finding_get_rule (step->open->pdata[i])))
      return TRUE;
  return FALSE;
}

static void
show_step (LintelChecklist *self, LintelTip tip)
{
  Step *row = &self->steps[tip];
  g_auto (LintelTipState) step = lintel_linter_get_tip_state (get_linter (self), tip);
  LintelSeverity worst = step.n_errors > 0 ? LINTEL_SEVERITY_ERROR : LINTEL_SEVERITY_WARNING;
  g_autofree char *text = describe_step (&step);
  const char *classes[] = { "lintel-done", NULL };

  if (step.open->len > 0)
    classes[0] = lintel_severity_style_class (worst);
  gtk_image_set_from_icon_name (row->mark, step.open->len > 0 ? lintel_severity_icon_name (worst)
                                                              : "emblem-ok-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (row->mark), classes);
  adw_action_row_set_subtitle (row->row, text);
  gtk_widget_set_visible (row->fix_button, can_fix (&step));
}

static void
show_progress (LintelChecklist *self)
{
  guint done = lintel_linter_count_tips_done (get_linter (self));
  g_autofree char *share = g_strdup_printf (_ ("%u %%"), 100 * done / LINTEL_N_TIPS);
  g_autofree char *text =
      done == LINTEL_N_TIPS
          ? g_strdup (_ ("All steps are done: this system may be exported."))
          : g_strdup_printf (_ ("%u of %u steps are done; the export waits for the others. Choose "
                                "a step to go to its first problem."),
                             done, (guint) LINTEL_N_TIPS);

  gtk_progress_bar_set_fraction (self->progress, (double) done / LINTEL_N_TIPS);
  gtk_progress_bar_set_text (self->progress, share);
  adw_preferences_group_set_description (self->group, text);
}

/* Before the first run has ended nothing is known, least of all that a step is done. */
static void
show_steps_cb (LintelChecklist *self)
{
  if (!lintel_document_is_checked (self->document))
    return;
  for (int tip = 0; tip < LINTEL_N_TIPS; tip++)
    show_step (self, (LintelTip) tip);
  show_progress (self);
}

static LintelTip
find_tip (LintelChecklist *self, gpointer widget)
{
  for (int tip = 0; tip < LINTEL_N_TIPS; tip++)
    if (widget == self->steps[tip].row || widget == self->steps[tip].fix_button)
      return (LintelTip) tip;
  g_return_val_if_reached (LINTEL_TIP_NONE);
}

static void
row_activated_cb (LintelChecklist *self, AdwActionRow *row)
{
  g_auto (LintelTipState) step =
      lintel_linter_get_tip_state (get_linter (self), find_tip (self, row));
  const LintelPlace *places;
  guint n;

  if (step.open->len == 0)
    return;
  places = lintel_finding_get_places (step.open->pdata[0], &n);
  if (n > 0)
    lintel_window_jump_from (GTK_WIDGET (self), places);
}

static void
said_cb (const char *sentence, gpointer data)
{
  lintel_window_toast_from (data, sentence);
}

static void
fix_clicked_cb (LintelChecklist *self, GtkWidget *button)
{
  LintelTip tip = find_tip (self, button);
  g_autofree const char **rules = lintel_tip_list_rules (tip);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->steps[tip].row));

  if (!lintel_fix_dialog_present_all (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                      self->document, rules, title, said_cb, self))
    lintel_window_toast_from (GTK_WIDGET (self),
                              _ ("Lintel cannot repair this by itself; choose the step to go to "
                                 "the problem and correct it there."));
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
  gtk_widget_class_bind_template_child (widget_class, LintelChecklist, progress);
}

static void
lintel_checklist_init (LintelChecklist *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_fix_button (LintelChecklist *self, Step *step, const char *title)
{
  g_autofree char *label = g_strdup_printf (C_ ("button", "Fix: %s"), title);

  step->fix_button = gtk_button_new_with_label (C_ ("button", "Fix…"));
  gtk_widget_set_valign (step->fix_button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (step->fix_button, FALSE);
  gtk_widget_set_tooltip_text (step->fix_button, _ ("Show what Lintel would change for this step"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (step->fix_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  g_signal_connect_object (step->fix_button, "clicked", G_CALLBACK (fix_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (step->row, step->fix_button);
}

static void
add_step (LintelChecklist *self, LintelTip tip)
{
  LintelModel model = lintel_project_get_model (lintel_document_get_project (self->document));
  const char *title = tip == LINTEL_TIP_NONE ? _ ("Solve the errors that the tip does not speak of")
                                             : lintel_tip_get_title (tip, model);
  Step *step = &self->steps[tip];

  step->row = ADW_ACTION_ROW (adw_action_row_new ());
  step->mark = GTK_IMAGE (gtk_image_new_from_icon_name ("content-loading-symbolic"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (step->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (step->row), title);
  adw_action_row_set_title_lines (step->row, 0);
  adw_action_row_set_subtitle (step->row, C_ ("step", "Checking…"));
  adw_action_row_set_subtitle_lines (step->row, 0);
  adw_action_row_add_prefix (step->row, GTK_WIDGET (step->mark));
  add_fix_button (self, step, title);
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
  add_step (self, LINTEL_TIP_NONE);
  lintel_name_buttons (GTK_WIDGET (self));
  g_signal_connect_object (document, "linted", G_CALLBACK (show_steps_cb), self, G_CONNECT_SWAPPED);
  show_steps_cb (self);
}
