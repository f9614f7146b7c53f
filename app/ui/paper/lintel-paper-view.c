/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a document, one below the other: see lintel-paper-view.h. */

#include "config.h"

#include "app/ui/paper/lintel-paper-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 18
#define STEP 60
#define DOTS_PER_POINT (96.0 / 72)
/* More than are in view at the smallest zoom on a large screen. */
#define N_KEPT 12

typedef struct
{
  guint page;
  guint64 used; /* when it was last drawn */
  GdkTexture *texture;
} Picture;

struct _LintelPaperView
{
  GtkWidget parent_instance;

  LintelPaper *paper;
  double zoom;
  GtkAdjustment *adjustment; /* of the scrolled window around; NULL while there is none */
  guint page;                /* in front */
  Picture pictures[N_KEPT];
  guint64 n_draws;
};

enum
{
  PAGE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LintelPaperView, lintel_paper_view, GTK_TYPE_WIDGET)

static void
drop_pictures (LintelPaperView *self)
{
  for (guint n = 0; n < N_KEPT; n++)
    g_clear_object (&self->pictures[n].texture);
}

static guint
get_n_pages (LintelPaperView *self)
{
  return self->paper != NULL ? lintel_paper_get_n_pages (self->paper) : 0;
}

/* Of a page, in the view's own units. */
static void
get_page_size (LintelPaperView *self, double *width, double *height)
{
  *width = *height = 0;
  if (self->paper == NULL)
    return;
  lintel_paper_get_size (self->paper, width, height);
  *width = floor (*width * DOTS_PER_POINT * self->zoom);
  *height = floor (*height * DOTS_PER_POINT * self->zoom);
}

static double
get_page_top (LintelPaperView *self, guint page)
{
  double width, height;

  get_page_size (self, &width, &height);
  return GAP + page * (height + GAP);
}

static void
lintel_paper_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  LintelPaperView *self = LINTEL_PAPER_VIEW (widget);
  double width, height;

  get_page_size (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = (int) width + 2 * GAP;
  else
    *minimum = (int) get_page_top (self, get_n_pages (self));
  *natural = *minimum;
}

/* Drawing. */

static GdkTexture *
draw_page (LintelPaperView *self, guint page)
{
  const int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const double scale = DOTS_PER_POINT * self->zoom * factor;
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;
  g_autoptr (GBytes) bytes = NULL;
  int stride;
  GdkTexture *texture;

  get_page_size (self, &width, &height);
  surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width * factor, (int) height * factor);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  lintel_paper_draw_page (self->paper, cr, page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) (height * factor),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new ((int) width * factor, (int) height * factor, GDK_MEMORY_DEFAULT,
                                    bytes, (gsize) stride);
  return texture;
}

/* The picture of PAGE, in the place of the one that was used longest ago. */
static GdkTexture *
get_picture (LintelPaperView *self, guint page)
{
  Picture *oldest = &self->pictures[0];

  for (guint n = 0; n < N_KEPT; n++)
    {
      Picture *picture = &self->pictures[n];

      if (picture->texture != NULL && picture->page == page)
        {
          picture->used = self->n_draws;
          return picture->texture;
        }
      if (picture->texture == NULL || (oldest->texture != NULL && picture->used < oldest->used))
        oldest = picture;
    }
  g_clear_object (&oldest->texture);
  oldest->page = page;
  oldest->used = self->n_draws;
  oldest->texture = draw_page (self, page);
  return oldest->texture;
}

static void
snapshot_page (LintelPaperView *self, GtkSnapshot *snapshot, guint page)
{
  const GdkRGBA edge = { 0, 0, 0, 0.25f };
  const float line[4] = { 1, 1, 1, 1 };
  const GdkRGBA colors[4] = { edge, edge, edge, edge };
  graphene_rect_t area;
  GskRoundedRect outline;
  double width, height;

  get_page_size (self, &width, &height);
  graphene_rect_init (&area,
                      floorf ((float) (gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2),
                      (float) get_page_top (self, page), (float) width, (float) height);
  gtk_snapshot_append_texture (snapshot, get_picture (self, page), &area);
  graphene_rect_inset (&area, -1, -1);
  gsk_rounded_rect_init_from_rect (&outline, &area, 0);
  gtk_snapshot_append_border (snapshot, &outline, line, colors);
}

/* What of the view can be seen. */
static void
get_visible_range (LintelPaperView *self, double *top, double *bottom)
{
  *top = 0;
  *bottom = gtk_widget_get_height (GTK_WIDGET (self));
  if (self->adjustment == NULL)
    return;
  *top = gtk_adjustment_get_value (self->adjustment);
  *bottom = *top + gtk_adjustment_get_page_size (self->adjustment);
}

static void
lintel_paper_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LintelPaperView *self = LINTEL_PAPER_VIEW (widget);
  double top, bottom, width, height;

  self->n_draws++;
  get_visible_range (self, &top, &bottom);
  get_page_size (self, &width, &height);
  for (guint page = 0; page < get_n_pages (self); page++)
    if (get_page_top (self, page) < bottom && get_page_top (self, page) + height > top)
      snapshot_page (self, snapshot, page);
}

/* The page in front is the one that has the middle of the view or, where whole pages fit, the first
 * of which half or more shows. */
static guint
find_page (LintelPaperView *self)
{
  double top, bottom, width, height;
  const guint n_pages = get_n_pages (self);

  if (n_pages == 0)
    return 0;
  get_visible_range (self, &top, &bottom);
  get_page_size (self, &width, &height);
  /* At the end it is the last one, however much of others shows as well. */
  if (top > 0 && bottom >= gtk_adjustment_get_upper (self->adjustment) - 1)
    return n_pages - 1;
  return (guint) CLAMP ((top + MIN (bottom - top, height) / 2) / (height + GAP), 0, n_pages - 1);
}

static void
tell_page (LintelPaperView *self)
{
  g_autofree char *name = NULL, *text = NULL;

  if (self->paper == NULL)
    return;
  name = g_strdup_printf (C_ ("paper", "Page %u of %u"), self->page + 1, get_n_pages (self));
  text = lintel_paper_get_page_text (self->paper, self->page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
scrolled_cb (LintelPaperView *self)
{
  guint page = find_page (self);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (page == self->page)
    return;
  self->page = page;
  tell_page (self);
  g_signal_emit (self, signals[PAGE_CHANGED], 0);
}

/* Lifecycle. */

static void
forget_adjustment (LintelPaperView *self)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
}

static void
lintel_paper_view_root (GtkWidget *widget)
{
  LintelPaperView *self = LINTEL_PAPER_VIEW (widget);
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  GTK_WIDGET_CLASS (lintel_paper_view_parent_class)->root (widget);
  forget_adjustment (self);
  if (scrolled == NULL)
    return;
  self->adjustment =
      g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)));
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (scrolled_cb), self);
}

static void
lintel_paper_view_unroot (GtkWidget *widget)
{
  forget_adjustment (LINTEL_PAPER_VIEW (widget));
  GTK_WIDGET_CLASS (lintel_paper_view_parent_class)->unroot (widget);
}

/* By keyboard: pages up and down, a little with the arrows. */

static gboolean
turn_page (GtkWidget *widget, GVariant *by, gpointer data)
{
  LintelPaperView *self = LINTEL_PAPER_VIEW (widget);

  lintel_paper_view_go_to_page (self, (int) self->page + g_variant_get_int32 (by));
  return TRUE;
}

static gboolean
scroll (GtkWidget *widget, GVariant *by, gpointer data)
{
  LintelPaperView *self = LINTEL_PAPER_VIEW (widget);

  if (self->adjustment != NULL)
    gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment)
                                                    + g_variant_get_int32 (by));
  return TRUE;
}

static void
add_bindings (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Down, 0, turn_page, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Up, 0, turn_page, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, 0, turn_page, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Home, 0, turn_page, "i", -G_MAXINT16);
  gtk_widget_class_add_binding (klass, GDK_KEY_End, 0, turn_page, "i", G_MAXINT16);
  gtk_widget_class_add_binding (klass, GDK_KEY_Down, 0, scroll, "i", STEP);
  gtk_widget_class_add_binding (klass, GDK_KEY_Up, 0, scroll, "i", -STEP);
}

static void
lintel_paper_view_dispose (GObject *object)
{
  LintelPaperView *self = LINTEL_PAPER_VIEW (object);

  forget_adjustment (self);
  drop_pictures (self);
  g_clear_pointer (&self->paper, lintel_paper_free);
  G_OBJECT_CLASS (lintel_paper_view_parent_class)->dispose (object);
}

static void
lintel_paper_view_class_init (LintelPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_paper_view_dispose;
  widget_class->measure = lintel_paper_view_measure;
  widget_class->snapshot = lintel_paper_view_snapshot;
  widget_class->root = lintel_paper_view_root;
  widget_class->unroot = lintel_paper_view_unroot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  add_bindings (widget_class);

  signals[PAGE_CHANGED] = g_signal_new ("page-changed", LINTEL_TYPE_PAPER_VIEW, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lintel_paper_view_init (LintelPaperView *self)
{
  self->zoom = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (drop_pictures), NULL);
}

void
lintel_paper_view_take_paper (LintelPaperView *self, LintelPaper *paper)
{
  g_clear_pointer (&self->paper, lintel_paper_free);
  self->paper = paper;
  self->page = 0;
  drop_pictures (self);
  if (self->adjustment != NULL)
    gtk_adjustment_set_value (self->adjustment, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  tell_page (self);
  g_signal_emit (self, signals[PAGE_CHANGED], 0);
}

LintelPaper *
lintel_paper_view_get_paper (LintelPaperView *self)
{
  return self->paper;
}

void
lintel_paper_view_set_zoom (LintelPaperView *self, double zoom)
{
  /* The page stays in front. */
  double before = self->zoom, top, bottom;

  if (zoom == before)
    return;
  get_visible_range (self, &top, &bottom);
  self->zoom = zoom;
  drop_pictures (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->adjustment != NULL)
    gtk_adjustment_configure (self->adjustment, top * zoom / before, 0,
                              get_page_top (self, get_n_pages (self)),
                              gtk_adjustment_get_step_increment (self->adjustment),
                              gtk_adjustment_get_page_increment (self->adjustment),
                              gtk_adjustment_get_page_size (self->adjustment));
}

double
lintel_paper_view_get_zoom (LintelPaperView *self)
{
  return self->zoom;
}

guint
lintel_paper_view_get_page (LintelPaperView *self)
{
  return self->page;
}

void
lintel_paper_view_go_to_page (LintelPaperView *self, int page)
{
  const int last = (int) get_n_pages (self) - 1;

  if (self->adjustment != NULL && last >= 0)
    gtk_adjustment_set_value (self->adjustment,
                              get_page_top (self, (guint) CLAMP (page, 0, last)) - GAP);
}
