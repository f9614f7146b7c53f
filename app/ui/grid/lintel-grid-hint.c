/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The note beside a cell: why a value was refused, what may be typed, or help asked for with F1. */

#include "config.h"

#include "app/ui/grid/lintel-grid-private.h"

#define HINT_CHARS 48
#define HELP_CHARS 80 /* for texts of more than a few lines */
#define HINT_GAP 4

/* When there is something to say for the first time. */
static void
create_hint (LintelGrid *self)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                   "wrap", TRUE, "xalign", 0.0, "yalign", 0.0, NULL);

  self->hint_label = GTK_LABEL (label);
  self->hint =
      g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", label, "hscrollbar-policy", GTK_POLICY_NEVER,
                    "propagate-natural-width", TRUE, "propagate-natural-height", TRUE,
                    "overlay-scrolling", FALSE, "focusable", FALSE, NULL);
  gtk_widget_add_css_class (self->hint, "grid-hint");
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
}

gboolean
lintel_grid_shows_hint (LintelGrid *self)
{
  return self->hint != NULL && gtk_widget_get_child_visible (self->hint);
}

static GtkAdjustment *
get_adjustment (LintelGrid *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->hint));
}

gboolean
lintel_grid_scroll_hint (LintelGrid *self, int direction, gboolean pages)
{
  GtkAdjustment *adjustment;
  double page, step = self->geometry.row_height;

  if (!lintel_grid_shows_hint (self))
    return FALSE;
  adjustment = get_adjustment (self);
  page = gtk_adjustment_get_page_size (adjustment);
  if (gtk_adjustment_get_upper (adjustment) <= page)
    return FALSE;
  if (pages)
    step = MAX (page - step, step);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + direction * step);
  return TRUE;
}

void
lintel_grid_show_hint (LintelGrid *self, const char *text, gboolean refused)
{
  if (self->hint == NULL)
    create_hint (self);
  gtk_label_set_max_width_chars (
      self->hint_label, g_utf8_strlen (text, -1) > 5 * HINT_CHARS ? HELP_CHARS : HINT_CHARS);
  gtk_label_set_text (self->hint_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hint_label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_adjustment_set_value (get_adjustment (self), 0);
  if (refused)
    gtk_widget_add_css_class (self->hint, "refused");
  else
    gtk_widget_remove_css_class (self->hint, "refused");
  gtk_widget_set_child_visible (self->hint, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
lintel_grid_hide_hint (LintelGrid *self)
{
  if (!lintel_grid_shows_hint (self))
    return;
  gtk_widget_set_child_visible (self->hint, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
append_paragraph (GString *text, const char *paragraph)
{
  if (paragraph == NULL || *paragraph == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, paragraph);
}

void
lintel_grid_toggle_help (LintelGrid *self)
{
  g_autofree char *findings = NULL;
  g_autofree char *marks = NULL;
  g_autofree char *name = NULL;
  GString *text;

  if (lintel_grid_shows_hint (self))
    {
      lintel_grid_hide_hint (self);
      return;
    }
  if (!lintel_grid_get_cursor (self, NULL, NULL))
    return;
  text = g_string_new (NULL);
  name = lintel_grid_model_get_name (self->model, self->cursor_row, self->cursor_column);
  findings = lintel_grid_model_get_findings (self->model, self->cursor_row, self->cursor_column);
  marks = lintel_grid_model_get_marks (self->model, self->cursor_row, self->cursor_column);
  append_paragraph (text, name);
  append_paragraph (text, findings);
  append_paragraph (text, marks);
  append_paragraph (text, lintel_grid_model_get_column (self->model, self->cursor_column)->help);
  lintel_grid_show_hint (self, text->str, FALSE);
  g_string_free (text, TRUE);
}

/* Beside the cell, as far up as it takes to be seen whole. */
static void
place_hint_beside (LintelGrid *self, const GdkRectangle *cell, GtkAllocation *area)
{
  int after = cell->x + cell->width + HINT_GAP;
  int before = cell->x - HINT_GAP - area->width;
  gboolean fits_after = after + area->width <= self->geometry.width;
  gboolean goes_before = before >= 0 && (lintel_grid_is_rtl (self) || !fits_after);

  area->height = MIN (area->height, self->geometry.height);
  area->x = goes_before ? before : MIN (after, MAX (self->geometry.width - area->width, 0));
  area->y = MAX (MIN (cell->y, self->geometry.height - area->height), 0);
}

/* Below the cell; above it where there is no room below, or a list of choices hangs there; beside
 * it where neither has room. */
static void
place_hint (LintelGrid *self, const GdkRectangle *cell, GtkAllocation *area)
{
  const LintelGridEditorSpec *spec = lintel_grid_editor_get_spec (self->editor);
  int below = cell->y + cell->height + HINT_GAP;
  int above = cell->y - HINT_GAP - area->height;
  gboolean fits_below = below + area->height <= self->geometry.height;
  gboolean prefers_above = !fits_below || (spec != NULL && spec->choices->len > 0);

  area->x = lintel_grid_is_rtl (self) ? cell->x + cell->width - area->width : cell->x;
  area->x = CLAMP (area->x, 0, MAX (self->geometry.width - area->width, 0));
  area->y = prefers_above && above >= 0 ? above : below;
  if (!fits_below && above < 0)
    place_hint_beside (self, cell, area);
}

/* A scrolled window does not ask how high its text is at a given width, so that is asked here. */
static int
measure_height (LintelGrid *self, int width)
{
  GtkStyleContext *style = gtk_widget_get_style_context (self->hint);
  GtkBorder border, padding;
  int height;

  gtk_style_context_get_border (style, &border);
  gtk_style_context_get_padding (style, &padding);
  width -= border.left + padding.left + padding.right + border.right;
  gtk_widget_measure (GTK_WIDGET (self->hint_label), GTK_ORIENTATION_VERTICAL, width, NULL, &height,
                      NULL, NULL);
  return height + border.top + padding.top + padding.bottom + border.bottom;
}

void
lintel_grid_allocate_hint (LintelGrid *self)
{
  GtkAllocation area;
  GdkRectangle cell;
  int minimum, natural, height;

  if (!lintel_grid_shows_hint (self))
    return;
  lintel_grid_cell_area (self, self->cursor_row, self->cursor_column, &cell);
  gtk_widget_measure (self->hint, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  area.width = MAX (minimum, MIN (natural, self->geometry.width));
  height = measure_height (self, area.width);
  area.height = height;
  place_hint (self, &cell, &area);
  /* A note that is seen whole lets the mouse through to the cells. */
  gtk_widget_set_can_target (self->hint, area.height < height);
  gtk_widget_size_allocate (self->hint, &area, -1);
}
