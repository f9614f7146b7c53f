/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tab's label: its title and, when its page has problems, how many with the worst one's symbol.
 */

#include "config.h"

#include "app/ui/lintel-tab-label.h"

#include "app/ui/lint/lintel-finding-item.h"
#include "app/ui/lintel-button-names.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

struct _LintelTabLabel
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkBox *badge;
  GtkImage *mark;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (LintelTabLabel, lintel_tab_label, GTK_TYPE_WIDGET)

static void
lintel_tab_label_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (lintel_tab_label_parent_class)->dispose (object);
}

static void
lintel_tab_label_class_init (LintelTabLabelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lintel_tab_label_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
lintel_tab_label_init (LintelTabLabel *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->badge = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3));
  self->mark = GTK_IMAGE (gtk_image_new ());
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (self->badge, GTK_WIDGET (self->mark));
  gtk_box_append (self->badge, GTK_WIDGET (self->count));
  gtk_widget_set_parent (GTK_WIDGET (self->title), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->badge), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->badge), FALSE);
}

GtkWidget *
lintel_tab_label_new (const char *title)
{
  LintelTabLabel *self = g_object_new (LINTEL_TYPE_TAB_LABEL, NULL);

  gtk_label_set_text (self->title, title);
  return GTK_WIDGET (self);
}

static void
name_tab (LintelTabLabel *self, guint n)
{
  const char *title = gtk_label_get_text (self->title);
  g_autofree char *problems = lintel_locale_format (ngettext ("%u problem", "%u problems", n), n);
  g_autofree char *name =
      n > 0 ? g_strdup_printf (_ ("%s, %s"), title, problems) : g_strdup (title);
  GtkWidget *tab = gtk_widget_get_parent (GTK_WIDGET (self));

  lintel_set_tooltip (GTK_WIDGET (self), n > 0 ? problems : NULL);
  if (tab != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
lintel_tab_label_set_count (LintelTabLabel *self, guint n, LintelSeverity worst)
{
  const char *classes[] = { lintel_severity_style_class (worst), "lintel-badge", NULL };
  g_autofree char *text = lintel_locale_format ("%u", n);

  gtk_widget_set_visible (GTK_WIDGET (self->badge), n > 0);
  gtk_label_set_text (self->count, text);
  gtk_image_set_from_icon_name (self->mark, lintel_severity_icon_name (worst));
  gtk_widget_set_css_classes (GTK_WIDGET (self->badge), classes);
  name_tab (self, n);
}
