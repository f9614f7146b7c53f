/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The international access assistant: choices above, what they come to below, worked out anew at
 * each click. */

#include "config.h"

#include "app/ui/dialogs/lintel-access-dialog.h"

#include "app/ui/grid/lintel-digits.h"
#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-large-text.h"
#include "app/ui/lintel-list-cells.h"
#include "app/ui/lintel-wording.h"
#include "lintel/access.h"
#include "lintel/dial-system.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LINTEL_TYPE_ACCESS_DIALOG (lintel_access_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LintelAccessDialog, lintel_access_dialog, LINTEL, ACCESS_DIALOG, AdwWindow)

struct _LintelAccessDialog
{
  AdwWindow parent_instance;

  GtkListBox *extensions, *countries;
  GtkBox *modes;
  GtkCheckButton *countries_button;
  GtkSearchEntry *search;
  GtkDropDown *way;
  GtkLabel *heading;
  GtkStringList *lines;
  GtkButton *apply_button;

  LintelDocument *document;
  LintelAccessPlan *plan;
  GArray *ports;     /* chosen */
  GPtrArray *chosen; /* ids of countries */
  guint mode_bits;
  LintelDoneFunc done;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (LintelAccessDialog, lintel_access_dialog, ADW_TYPE_WINDOW)

static LintelProject *
get_project (LintelAccessDialog *self)
{
  return lintel_document_get_project (self->document);
}

/* What is chosen. */

static gboolean
is_active (GtkListBoxRow *row)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row)));
}

static void
read_choices (LintelAccessDialog *self)
{
  GtkListBoxRow *row;

  g_array_set_size (self->ports, 0);
  g_ptr_array_set_size (self->chosen, 0);
  self->mode_bits = 0;
  for (int n = 0; (row = gtk_list_box_get_row_at_index (self->extensions, n)) != NULL; n++)
    if (is_active (row))
      {
        int port = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "port"));

        g_array_append_val (self->ports, port);
      }
  for (int n = 0; (row = gtk_list_box_get_row_at_index (self->countries, n)) != NULL; n++)
    if (is_active (row))
      {
        const LintelCountry *country = g_object_get_data (G_OBJECT (row), "country");

        g_ptr_array_add (self->chosen, (gpointer) country->id);
      }
  g_ptr_array_add (self->chosen, NULL);
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->modes)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (GTK_IS_TOGGLE_BUTTON (button) && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
      self->mode_bits |= 1u << GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "mode"));
}

/* What it comes to. */

static void
add_lines (LintelAccessDialog *self, GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    gtk_string_list_append (self->lines, texts->pdata[i]);
}

static void
show_plan (LintelAccessDialog *self)
{
  LintelAccessPlan *plan = self->plan;
  gboolean possible = plan->reasons->len == 0;
  g_autofree char *heading = NULL;

  gtk_string_list_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                          NULL);
  add_lines (self, plan->reasons);
  for (guint i = 0; i < plan->offers->len; i++)
    gtk_string_list_append (self->lines, ((LintelAccessOffer *) plan->offers->pdata[i])->label);
  add_lines (self, plan->sentences);
  for (guint i = 0; i < plan->edits->len;)
    gtk_string_list_take (self->lines,
                          lintel_describe_edits (get_project (self), plan->edits, &i, FALSE));
  if (!possible)
    heading = g_strdup (_ ("Not yet possible"));
  else if (plan->edits->len == 0)
    heading = g_strdup (_ ("Nothing has to change"));
  else
    heading = lintel_locale_format (ngettext ("%u change, one step for Undo",
                                              "%u changes, one step for Undo", plan->edits->len),
                                    plan->edits->len);
  gtk_label_set_text (self->heading, heading);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), possible && plan->edits->len > 0);
}

static void
choice_changed_cb (LintelAccessDialog *self)
{
  gboolean by_country;
  LintelAccessRequest request;

  if (self->document == NULL)
    return;
  by_country = gtk_check_button_get_active (self->countries_button);
  read_choices (self);
  request.ports = (const int *) (gpointer) self->ports->data;
  request.n_ports = self->ports->len;
  request.modes = self->mode_bits;
  request.countries = by_country ? (const char *const *) self->chosen->pdata : NULL;
  request.way = (LintelAccessWay) gtk_drop_down_get_selected (self->way);
  gtk_widget_set_sensitive (GTK_WIDGET (self->countries), by_country);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search), by_country);
  gtk_widget_set_sensitive (GTK_WIDGET (self->way), by_country);
  g_clear_pointer (&self->plan, lintel_access_plan_free);
  self->plan = lintel_access_plan_new (get_project (self), &request);
  show_plan (self);
}

static void
apply_clicked_cb (LintelAccessDialog *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done = lintel_project_apply (get_project (self), C_ ("undo", "International access"),
                                        NULL, self->plan->edits, &error);

  self->done (done ? _ ("The chosen extensions can call abroad now.") : error->message, self->data);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The lists. */

static gboolean
is_shown (GtkListBoxRow *row, gpointer data)
{
  LintelAccessDialog *self = data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  GtkCheckButton *button = GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  g_autofree char *label = g_utf8_casefold (gtk_check_button_get_label (button), -1);

  return gtk_check_button_get_active (button) || strstr (label, wanted) != NULL;
}

static void
search_changed_cb (LintelAccessDialog *self)
{
  gtk_list_box_invalidate_filter (self->countries);
}

/* The row is not a stop of its own for the keyboard: its button is. */
static GtkWidget *
add_row (LintelAccessDialog *self, GtkListBox *list, const char *label)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *shown = lintel_digits_keep_order (GTK_WIDGET (list), label);
  GtkWidget *button = gtk_check_button_new_with_label (shown);

  /* The label inside: a long name must not make the dialog wider than the screen. */
  gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_last_child (button)), TRUE);
  gtk_widget_set_margin_start (button, 6);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (list, row);
  return row;
}

static void
add_extensions (LintelAccessDialog *self)
{
  LintelDialSystem *system = lintel_dial_system_of (get_project (self));

  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (get_project (self), port);
      g_autofree char *label = NULL;

      if (extension == NULL || extension->kind == LINTEL_EXTENSION_INMAIL
          || extension->kind == LINTEL_EXTENSION_UNUSED
          || lintel_dial_system_get_class (system, port, 1) == 0)
        continue;
      label = lintel_describe_extension (extension);
      g_object_set_data (G_OBJECT (add_row (self, self->extensions, label)), "port",
                         GINT_TO_POINTER (port));
    }
}

static void
add_countries (LintelAccessDialog *self)
{
  guint n;
  const LintelCountry *countries = lintel_countries_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *code = NULL;
      g_autofree char *sharers = NULL;
      g_autofree char *label = NULL;
      GtkWidget *row;

      if (!lintel_access_is_abroad (get_project (self), &countries[i]))
        continue;
      code = lintel_access_describe_code (get_project (self), &countries[i]);
      sharers = lintel_access_describe_sharers (&countries[i]);
      label = g_strdup_printf ("%s (%s)", countries[i].name, code);
      row = add_row (self, self->countries, label);
      g_object_set_data (G_OBJECT (row), "country", (gpointer) &countries[i]);
      if (sharers != NULL)
        {
          g_autofree char *tip = g_strdup_printf (_ ("The same code: %s"), sharers);

          gtk_widget_set_tooltip_text (row, tip);
        }
    }
  gtk_list_box_set_filter_func (self->countries, is_shown, self, NULL);
}

static void
add_modes (LintelAccessDialog *self)
{
  LintelDialSystem *system = lintel_dial_system_of (get_project (self));

  for (int mode = 1; mode <= lintel_dial_system_get_n_modes (system); mode++)
    {
      g_autofree char *label = g_strdup_printf ("%d", mode);
      g_autofree char *name = g_strdup_printf (C_ ("choice", "Mode %d"), mode);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_object_set_data (G_OBJECT (button), "mode", GINT_TO_POINTER (mode));
      g_signal_connect_object (button, "toggled", G_CALLBACK (choice_changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->modes, button);
    }
}

static void
setup_line_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_line_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  lintel_list_line_bind (list_item);
}

/* Lifecycle. */

static void
lintel_access_dialog_dispose (GObject *object)
{
  LintelAccessDialog *self = LINTEL_ACCESS_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->plan, lintel_access_plan_free);
  g_clear_pointer (&self->ports, g_array_unref);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  G_OBJECT_CLASS (lintel_access_dialog_parent_class)->dispose (object);
}

static void
lintel_access_dialog_class_init (LintelAccessDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_access_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/lintel/Lintel/dialogs/lintel-access-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelAccessDialog, extensions);
  gtk_widget_class_bind_template_child (widget_class, LintelAccessDialog, countries);
  gtk_widget_class_bind_template_child (widget_class, LintelAccessDialog, modes);
  gtk_widget_class_bind_template_child (widget_class, LintelAccessDialog, countries_button);
  gtk_widget_class_bind_template_child (widget_class, LintelAccessDialog, search);
  gtk_widget_class_bind_template_child (widget_class, LintelAccessDialog, way);
  gtk_widget_class_bind_template_child (widget_class, LintelAccessDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, LintelAccessDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, LintelAccessDialog, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_line_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_line_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lintel_access_dialog_init (LintelAccessDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lintel_grow_dialog (GTK_WINDOW (self));
  self->ports = g_array_new (FALSE, FALSE, sizeof (int));
  self->chosen = g_ptr_array_new ();
}

void
lintel_access_dialog_present (GtkWindow *parent, LintelDocument *document, LintelDoneFunc done,
                              gpointer data)
{
  LintelAccessDialog *self =
      g_object_new (LINTEL_TYPE_ACCESS_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->document = g_object_ref (document);
  self->done = done;
  self->data = data;
  add_extensions (self);
  add_countries (self);
  add_modes (self);
  choice_changed_cb (self);
  lintel_name_buttons (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
