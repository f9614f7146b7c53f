/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dial tester: an extension, a mode and a number, and what becomes of the call. Everything is
 * worked out anew at each key and after each edit: a trace takes some microseconds a digit. */

#include "config.h"

#include "app/ui/overview/lintel-dial-tester.h"

#include "app/ui/grid/lintel-digits.h"
#include "app/ui/lintel-late-update.h"
#include "app/ui/overview/lintel-call-sentences.h"
#include "app/ui/overview/lintel-call-words.h"
#include "app/ui/overview/lintel-caller-list.h"
#include "app/ui/overview/lintel-digit-strip.h"
#include "app/ui/overview/lintel-wrap-layout.h"
#include "lintel/dial-test.h"

#include <glib/gi18n-lib.h>

struct _LintelDialTester
{
  AdwBin parent_instance;

  GtkDropDown *caller, *mode;
  GtkButton *class_button, *place_button, *keep_button;
  GtkEntry *entry;
  GtkLabel *hint, *verdict, *reason, *assumptions;
  GtkImage *verdict_icon;
  LintelDigitStrip *strip;
  GtkWidget *result;
  GtkBox *examples;

  LintelProject *project;
  LintelDialSystem *system; /* owned by the project */
  LintelCallerList *callers;
  int port;          /* of the chosen extension; kept while the list of extensions changes */
  LintelPlace place; /* what the button under the result goes to */
};

enum
{
  SHOW_PLACE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LintelDialTester, lintel_dial_tester, ADW_TYPE_BIN)

static int
get_mode (LintelDialTester *self)
{
  return (int) gtk_drop_down_get_selected (self->mode) + 1;
}

static int
get_class (LintelDialTester *self)
{
  return self->port != 0 ? lintel_dial_system_get_class (self->system, self->port, get_mode (self))
                         : 0;
}

/* Hints: what is wrong with the number as it was typed. */

static void
show_hint (LintelDialTester *self, const char *text, gboolean is_error)
{
  const char *classes[] = { is_error ? "error" : "dim-label", NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->hint), classes);
  gtk_label_set_text (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), text != NULL);
}

/* The digits to dial; NULL, with the reason shown, when there is nothing to try. */
static char *
read_number (LintelDialTester *self)
{
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (self->system);
  g_autofree char *number = NULL;
  g_autofree char *problem = NULL;

  if (self->port == 0)
    {
      show_hint (self, _ ("No extension can make calls yet. Add some on the Extensions tab."),
                 FALSE);
      return NULL;
    }
  number =
      lintel_call_read_number (plan, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &problem);
  if (problem != NULL)
    show_hint (self, problem, TRUE);
  else if (number != NULL && lintel_call_has_access_digit (plan, number))
    show_hint (self, _ ("If the first 9 is the access digit, leave it out."), FALSE);
  else
    show_hint (self, NULL, FALSE);
  return g_steal_pointer (&number);
}

/* The result. */

static void
show_place (LintelDialTester *self, const LintelDialAnswer *answer)
{
  g_autofree char *address = NULL, *label = NULL;

  self->place = lintel_call_find_place (self->system, get_class (self), answer);
  address = lintel_place_to_string (&self->place, self->project);
  label = g_strdup_printf (C_ ("button", "Go to %s"), address);
  gtk_button_set_label (self->place_button, label);
}

static void
show_result (LintelDialTester *self, const char *number, GArray *steps)
{
  const LintelDialMatcher *matcher =
      lintel_dial_system_get_matcher (self->system, get_class (self));
  const LintelDialAnswer *answer = &g_array_index (steps, LintelDialStep, steps->len - 1).answer;
  static const char *const classes[] = { "out", "cut", "unsure" };
  g_autofree char *verdict = lintel_call_describe_verdict (
      lintel_dial_system_get_plan (self->system), number, answer->verdict);
  g_autofree char *reason = lintel_call_describe_reason (matcher, steps);

  gtk_label_set_text (self->verdict, verdict);
  gtk_label_set_text (self->reason, reason);
  gtk_image_set_from_icon_name (self->verdict_icon, lintel_call_verdict_icon (answer->verdict));
  gtk_widget_set_css_classes (
      self->result, (const char *[]){ "lintel-dial-result", classes[answer->verdict], NULL });
  show_place (self, answer);
}

/* A call that is a test already cannot become one again. */
static void
show_keep (LintelDialTester *self, const char *number)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();

  gtk_widget_set_sensitive (
      GTK_WIDGET (self->keep_button),
      lintel_dial_test_keep (self->project, self->port, get_mode (self), number, edits));
}

static void
show_class (LintelDialTester *self)
{
  g_autofree char *label = g_strdup_printf (C_ ("choice", "Class %d"), get_class (self));

  gtk_button_set_label (self->class_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->class_button), self->port != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->caller), self->port != 0);
}

static void
show_call (LintelDialTester *self)
{
  g_autofree char *number = read_number (self);
  g_autoptr (GArray) steps = NULL;

  show_class (self);
  gtk_widget_set_visible (self->result, number != NULL);
  steps = number != NULL ? lintel_dial_trace (
              lintel_dial_system_get_matcher (self->system, get_class (self)), number)
                         : g_array_new (FALSE, FALSE, sizeof (LintelDialStep));
  lintel_digit_strip_show (self->strip, steps);
  if (number == NULL)
    return;
  show_result (self, number, steps);
  show_keep (self, number);
}

/* What the user and the project do. */

static void
call_changed_cb (LintelDialTester *self)
{
  if (self->callers == NULL)
    return;
  self->port =
      lintel_caller_list_get_port (self->callers, gtk_drop_down_get_selected (self->caller));
  show_call (self);
}

static void
clear_cb (LintelDialTester *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
catch_up (GtkWidget *widget)
{
  LintelDialTester *self = LINTEL_DIAL_TESTER (widget);
  int port = self->port;

  if (lintel_caller_list_update (self->callers))
    gtk_drop_down_set_selected (self->caller, lintel_caller_list_find (self->callers, port));
  call_changed_cb (self);
}

static void
place_clicked_cb (LintelDialTester *self)
{
  g_signal_emit (self, signals[SHOW_PLACE], 0, &self->place);
}

static void
keep_clicked_cb (LintelDialTester *self)
{
  g_autofree char *number = read_number (self);
  g_autoptr (GPtrArray) edits = lintel_edits_new ();

  if (number != NULL
      && lintel_dial_test_keep (self->project, self->port, get_mode (self), number, edits))
    lintel_project_apply (self->project, _ ("Keep a dial test"), NULL, edits, NULL);
}

static void
class_clicked_cb (LintelDialTester *self)
{
  LintelCatalogue *catalogue = lintel_project_get_catalogue (self->project);
  LintelPlace place = lintel_place_cell (lintel_catalogue_find_item (catalogue, "21-04", "01"),
                                         self->port, get_mode (self));

  g_signal_emit (self, signals[SHOW_PLACE], 0, &place);
}

static void
example_clicked_cb (LintelDialTester *self, GtkButton *button)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), gtk_button_get_label (button));
}

/* Setting up. */

static void
add_example (LintelDialTester *self, GtkWidget *box, const LintelDestination *destination)
{
  g_autofree char *number = lintel_call_make_example (destination);
  GtkWidget *button;

  if (number == NULL)
    return;
  button = gtk_button_new_with_label (number);
  /* The groups of a number stand from left to right everywhere. */
  gtk_widget_set_direction (gtk_button_get_child (GTK_BUTTON (button)), GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (button, "lintel-example");
  gtk_widget_set_tooltip_text (button, lintel_destination_get_name (destination));
  g_signal_connect_object (button, "clicked", G_CALLBACK (example_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, box);
}

static void
add_examples (LintelDialTester *self)
{
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (self->system);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, lintel_wrap_layout_new (6, 6));
  for (guint nth = 0; nth < plan->n_destinations; nth++)
    if (plan->destinations[nth].must_reach || plan->destinations[nth].costly)
      add_example (self, box, &plan->destinations[nth]);
  gtk_box_append (self->examples, box);
}

static void
add_modes (LintelDialTester *self)
{
  g_autoptr (GtkStringList) modes = gtk_string_list_new (NULL);

  for (int mode = 1; mode <= lintel_dial_system_get_n_modes (self->system); mode++)
    gtk_string_list_take (modes, g_strdup_printf ("%d", mode));
  gtk_drop_down_set_model (self->mode, G_LIST_MODEL (modes));
}

static void
add_assumptions (LintelDialTester *self)
{
  const char *const *assumptions = lintel_dial_system_get_assumptions (self->system);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; assumptions[i] != NULL; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", assumptions[i]);
  gtk_label_set_text (self->assumptions, text->str);
}

static void
lintel_dial_tester_dispose (GObject *object)
{
  LintelDialTester *self = LINTEL_DIAL_TESTER (object);

  g_clear_object (&self->callers);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (lintel_dial_tester_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LintelDialTester, caller);
  gtk_widget_class_bind_template_child (widget_class, LintelDialTester, mode);
  gtk_widget_class_bind_template_child (widget_class, LintelDialTester, class_button);
  gtk_widget_class_bind_template_child (widget_class, LintelDialTester, place_button);
  gtk_widget_class_bind_template_child (widget_class, LintelDialTester, keep_button);
  gtk_widget_class_bind_template_child (widget_class, LintelDialTester, entry);
  gtk_widget_class_bind_template_child (widget_class, LintelDialTester, hint);
  gtk_widget_class_bind_template_child (widget_class, LintelDialTester, verdict);
  gtk_widget_class_bind_template_child (widget_class, LintelDialTester, reason);
  gtk_widget_class_bind_template_child (widget_class, LintelDialTester, assumptions);
  gtk_widget_class_bind_template_child (widget_class, LintelDialTester, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, LintelDialTester, strip);
  gtk_widget_class_bind_template_child (widget_class, LintelDialTester, result);
  gtk_widget_class_bind_template_child (widget_class, LintelDialTester, examples);
  gtk_widget_class_bind_template_callback (widget_class, call_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, class_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_clicked_cb);
}

static void
lintel_dial_tester_class_init (LintelDialTesterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_dial_tester_dispose;
  g_type_ensure (LINTEL_TYPE_DIGIT_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/lintel/Lintel/overview/lintel-dial-tester.ui");
  bind_children (widget_class);
  signals[SHOW_PLACE] = g_signal_new ("show-place", LINTEL_TYPE_DIAL_TESTER, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
lintel_dial_tester_init (LintelDialTester *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lintel_digits_set_typed (GTK_EDITABLE (self->entry), TRUE);
}

static void
set_up_caller (LintelDialTester *self)
{
  g_autoptr (GtkExpression) text =
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_autoptr (LintelCallerList) callers = lintel_caller_list_new (self->system);

  gtk_drop_down_set_expression (self->caller, text);
  gtk_drop_down_set_model (self->caller, G_LIST_MODEL (callers));
  self->callers = g_steal_pointer (&callers);
}

GtkWidget *
lintel_dial_tester_new (LintelProject *project)
{
  LintelDialTester *self = g_object_new (LINTEL_TYPE_DIAL_TESTER, NULL);

  self->project = g_object_ref (project);
  self->system = lintel_dial_system_of (project);
  add_modes (self);
  set_up_caller (self);
  add_examples (self);
  add_assumptions (self);
  lintel_late_update_init (GTK_WIDGET (self), catch_up);
  g_signal_connect_object (project, "changed", G_CALLBACK (lintel_late_update_queue), self,
                           G_CONNECT_SWAPPED);
  call_changed_cb (self);
  return GTK_WIDGET (self);
}

void
lintel_dial_tester_set_call (LintelDialTester *self, int port, int mode, const char *number)
{
  lintel_late_update_now (GTK_WIDGET (self));
  gtk_drop_down_set_selected (self->caller, lintel_caller_list_find (self->callers, port));
  gtk_drop_down_set_selected (self->mode, (guint) mode - 1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), number);
}
