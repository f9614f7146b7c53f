/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first tab: the customer, the checklist of the hardening, and room for further sections. */

#include "config.h"

#include "app/ui/overview/lintel-overview-page.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-window.h"
#include "app/ui/overview/lintel-checklist.h"
#include "app/ui/overview/lintel-customer-group.h"
#include "app/ui/overview/lintel-dial-tester.h"
#include "app/ui/overview/lintel-reach-picture.h"
#include "app/ui/overview/lintel-record-list.h"
#include "app/ui/overview/lintel-sign-off-group.h"

#include <glib/gi18n-lib.h>

struct _LintelOverviewPage
{
  AdwBin parent_instance;

  LintelCustomerGroup *customer;
  GtkScrolledWindow *scroller;
  LintelChecklist *checklist;
  AdwActionRow *model_row, *extensions_row;
  GtkBox *steps_box, *sections;

  LintelSignOffGroup *sign_off; /* NULL until they are there */
  LintelRecordList *dial_tests, *acceptances;

  LintelDocument *document;
  guint source; /* until the sections below the fold are there */
};

static void page_init (LintelPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LintelOverviewPage, lintel_overview_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (LINTEL_TYPE_PAGE, page_init))

static gboolean
lintel_overview_page_reveal (LintelPage *page, const LintelPlace *place)
{
  LintelOverviewPage *self = LINTEL_OVERVIEW_PAGE (page);

  if (!lintel_customer_group_reveal (self->customer, place)
      && !(self->sign_off != NULL && lintel_sign_off_group_reveal (self->sign_off, place))
      && !(self->dial_tests != NULL && lintel_record_list_reveal (self->dial_tests, place))
      && !(self->acceptances != NULL && lintel_record_list_reveal (self->acceptances, place)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  return TRUE;
}

static void
page_init (LintelPageInterface *iface)
{
  iface->reveal = lintel_overview_page_reveal;
}

static char *
describe_extensions (LintelProject *project)
{
  GString *text = g_string_new (NULL);
  guint n[LINTEL_N_EXTENSION_KINDS] = { 0 };

  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (project, port);

      if (extension != NULL)
        n[extension->kind]++;
    }
  for (int kind = 0; kind < LINTEL_N_EXTENSION_KINDS; kind++)
    if (n[kind] > 0)
      g_string_append_printf (text, _ ("%s%u × %s"), text->len > 0 ? ", " : "", n[kind],
                              lintel_extension_kind_get_title (kind));
  if (text->len == 0)
    g_string_append (text, _ ("None yet: add them on the Extensions tab."));
  return g_string_free (text, FALSE);
}

static void
show_system_cb (LintelOverviewPage *self)
{
  LintelProject *project = lintel_document_get_project (self->document);
  const char *version = lintel_project_get_version (project);
  g_autofree char *extensions = describe_extensions (project);
  g_autofree char *model =
      g_strdup_printf (version[0] != '\0' ? C_ ("system", "%s, version %s") : _ ("%s"),
                       lintel_model_get_name (lintel_project_get_model (project)), version);

  adw_action_row_set_subtitle (self->model_row, model);
  adw_action_row_set_subtitle (self->extensions_row, extensions);
}

static void
add_section (LintelOverviewPage *self, GtkWidget *section)
{
  g_signal_connect_object (section, "show-place", G_CALLBACK (lintel_window_jump_from), self,
                           G_CONNECT_SWAPPED);
  lintel_name_buttons (section);
  lintel_overview_page_add_section (self, section);
}

static LintelRecordList *
add_list (LintelOverviewPage *self, LintelPlaceKind kind)
{
  GtkWidget *list = lintel_record_list_new (self->document, kind);

  lintel_overview_page_add_section (self, list);
  return LINTEL_RECORD_LIST (list);
}

static gboolean
add_sections_cb (gpointer data)
{
  LintelOverviewPage *self = data;
  LintelProject *project = lintel_document_get_project (self->document);

  self->source = 0;
  self->sign_off = LINTEL_SIGN_OFF_GROUP (lintel_sign_off_group_new (self->document));
  gtk_box_append (self->steps_box, GTK_WIDGET (self->sign_off));
  add_section (self, lintel_reach_picture_new (project));
  add_section (self, lintel_dial_tester_new (project));
  self->dial_tests = add_list (self, LINTEL_PLACE_DIAL_TEST);
  self->acceptances = add_list (self, LINTEL_PLACE_ACCEPTANCE);
  return G_SOURCE_REMOVE;
}

/* To the first step; with the heading above it, which GTK would scroll away for a high row. */
static gboolean
lintel_overview_page_grab_focus (GtkWidget *widget)
{
  LintelOverviewPage *self = LINTEL_OVERVIEW_PAGE (widget);
  gboolean focused = gtk_widget_child_focus (GTK_WIDGET (self->checklist), GTK_DIR_TAB_FORWARD);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  return focused;
}

static void
lintel_overview_page_dispose (GObject *object)
{
  LintelOverviewPage *self = LINTEL_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (lintel_overview_page_parent_class)->dispose (object);
}

static void
lintel_overview_page_class_init (LintelOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_overview_page_dispose;
  widget_class->grab_focus = lintel_overview_page_grab_focus;

  g_type_ensure (LINTEL_TYPE_CUSTOMER_GROUP);
  g_type_ensure (LINTEL_TYPE_CHECKLIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/app/lintel/Lintel/overview/lintel-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelOverviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LintelOverviewPage, customer);
  gtk_widget_class_bind_template_child (widget_class, LintelOverviewPage, checklist);
  gtk_widget_class_bind_template_child (widget_class, LintelOverviewPage, model_row);
  gtk_widget_class_bind_template_child (widget_class, LintelOverviewPage, extensions_row);
  gtk_widget_class_bind_template_child (widget_class, LintelOverviewPage, steps_box);
  gtk_widget_class_bind_template_child (widget_class, LintelOverviewPage, sections);
}

static void
lintel_overview_page_init (LintelOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lintel_overview_page_new (LintelDocument *document)
{
  LintelOverviewPage *self = g_object_new (LINTEL_TYPE_OVERVIEW_PAGE, NULL);

  self->document = g_object_ref (document);
  lintel_customer_group_set_document (self->customer, document);
  lintel_checklist_set_document (self->checklist, document);
  g_signal_connect_object (document, "edited", G_CALLBACK (show_system_cb), self,
                           G_CONNECT_SWAPPED);
  show_system_cb (self);
  /* The first frame does not wait for what is below the fold. */
  self->source = g_idle_add_full (G_PRIORITY_LOW, add_sections_cb, self, NULL);
  return GTK_WIDGET (self);
}

void
lintel_overview_page_add_section (LintelOverviewPage *self, GtkWidget *section)
{
  gtk_box_append (self->sections, section);
}
