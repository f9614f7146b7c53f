/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An example office and a widget that shows what gets out of it, in a window of its own for every
 * test. */

#include "config.h"

#include "tests/ui/dial-fixture.h"

#include "tests/support/test-project.h"

#define WIDTH 1100
#define HEIGHT 800

LintelProject *dial_project;
GtkWidget *dial_window;

static LintelPlace shown_place;

static void
show_place_cb (GtkWidget *widget, const LintelPlace *place)
{
  shown_place = *place;
}

static void
load_style (void)
{
  static GtkCssProvider *provider;

  if (provider != NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/app/lintel/Lintel/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/app/lintel/Lintel/icons");
}

void
dial_open_office (const char *example)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();

  dial_project = lintel_test_read_example (catalogue, example);
}

void
dial_open_empty (void)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();

  dial_project = lintel_project_new (catalogue, LINTEL_MODEL_SL2100, "");
}

void
dial_show (GtkWidget *widget)
{
  load_style ();
  g_signal_connect (widget, "show-place", G_CALLBACK (show_place_cb), NULL);
  dial_window = ui_test_open (widget, WIDTH, HEIGHT);
}

void
dial_close (void)
{
  ui_test_close (dial_window);
  g_assert_finalize_object (dial_project);
  shown_place = (LintelPlace){ 0 };
}

void
dial_set (const char *place, const char *text)
{
  lintel_test_set (dial_project, place, text);
  ui_test_settle (dial_window);
}

gpointer
dial_get_child (gpointer widget, const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  ck_assert_msg (child != NULL, "there is no %s", name);
  return child;
}

static GtkWidget *
find (GtkWidget *widget, const char *style_class, guint *nth)
{
  if (gtk_widget_has_css_class (widget, style_class) && gtk_widget_get_mapped (widget)
      && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, style_class, nth);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
dial_find (GtkWidget *parent, const char *style_class, guint nth)
{
  return find (parent, style_class, &nth);
}

void
dial_assert_name (gpointer widget, const char *name)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                               GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  ck_assert_msg (other == NULL, "the name is %s, not “%s”", other, name);
}

char *
dial_take_place (void)
{
  char *text = shown_place.kind != LINTEL_PLACE_NONE
                   ? lintel_place_to_string (&shown_place, dial_project)
                   : g_strdup ("");

  shown_place = (LintelPlace){ 0 };
  return text;
}
