/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws its own text instead of holding a label: half the widgets, and no size request that would
 * run through the window whenever a text changes. Marks are style classes. */

#include "config.h"

#include "app/ui/grid/lintel-grid-cell.h"

#include "app/ui/grid/lintel-digits.h"
#include "app/ui/grid/lintel-grid-private.h"

#include <string.h>

#define ICON_GAP 4

struct _LintelGridCell
{
  GtkWidget parent_instance;

  LintelGridCellKind kind;
  guint row;
  guint column;
  char *text;
  gsize title_length; /* of a head: where the second line begins; 0 = all one style */
  gboolean align_end;
  LintelGridMarks marks;
  LintelGridFinding finding;
  gboolean editable;
  gboolean apart;
  gboolean cursor;
  gboolean selected;
  PangoLayout *layout; /* NULL until drawn, and while the text is empty */
  GtkWidget *icon;     /* made for the first finding */
};

G_DEFINE_FINAL_TYPE (LintelGridCell, lintel_grid_cell, GTK_TYPE_WIDGET)

static const struct
{
  const char *css_name;
  GtkAccessibleRole role;
} kinds[] = {
  [LINTEL_GRID_CELL_BODY] = { "gridcell", GTK_ACCESSIBLE_ROLE_GRID_CELL },
  [LINTEL_GRID_CELL_ROW_HEAD] = { "gridhead", GTK_ACCESSIBLE_ROLE_ROW_HEADER },
  [LINTEL_GRID_CELL_COLUMN_HEAD] = { "gridhead", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER },
  [LINTEL_GRID_CELL_GROUP_HEAD] = { "gridhead", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER },
};

/* Severities differ in shape, not only in colour: a disc with a bar, a triangle, a lamp. The
 * classes are not libadwaita's own, which would colour the text too. */
static const struct
{
  const char *css_class;
  const char *icon;
} findings[] = {
  [LINTEL_GRID_FINDING_NOTE] = { "has-note", "dialog-information-symbolic" },
  [LINTEL_GRID_FINDING_WARNING] = { "has-warning", "dialog-warning-symbolic" },
  [LINTEL_GRID_FINDING_ERROR] = { "has-error", "dialog-error-symbolic" },
};

static gboolean
is_wrapped (LintelGridCell *self)
{
  return self->kind == LINTEL_GRID_CELL_COLUMN_HEAD;
}

/* Figures of one width, and the second line of a head smaller and dimmer. */
static PangoAttrList *
create_attributes (gsize title_length)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_font_features_new ("tnum=1"));
  if (title_length > 0)
    {
      PangoAttribute *scale = pango_attr_scale_new (0.85);
      PangoAttribute *alpha = pango_attr_foreground_alpha_new (G_MAXUINT16 / 10 * 7);
      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_NORMAL);

      scale->start_index = alpha->start_index = weight->start_index = (guint) title_length;
      pango_attr_list_insert (list, scale);
      pango_attr_list_insert (list, alpha);
      pango_attr_list_insert (list, weight);
    }
  return list;
}

static PangoLayout *
create_layout (LintelGridCell *self, const char *text, gsize title_length)
{
  g_autofree char *title = g_strndup (text, title_length);
  g_autofree char *first = lintel_digits_keep_order (GTK_WIDGET (self), title);
  g_autofree char *rest = lintel_digits_keep_order (GTK_WIDGET (self), text + title_length);
  g_autofree char *shown = g_strconcat (first, rest, NULL);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), shown);
  PangoAttrList *attributes = create_attributes (strlen (first));

  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static void
ensure_layout (LintelGridCell *self)
{
  if (self->layout == NULL && self->text != NULL && *self->text != '\0')
    self->layout = create_layout (self, self->text, self->title_length);
}

static gboolean
shows_icon (LintelGridCell *self)
{
  return self->icon != NULL && gtk_widget_get_child_visible (self->icon);
}

/* The style gives the symbol its size, in proportion to the text. */
static int
icon_size (LintelGridCell *self)
{
  int size;

  gtk_widget_measure (self->icon, GTK_ORIENTATION_HORIZONTAL, -1, &size, NULL, NULL, NULL);
  return size;
}

static int
text_room (LintelGridCell *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return MAX (0, shows_icon (self) ? width - icon_size (self) - ICON_GAP : width);
}

/* Gives the layout its width and returns the text's size. */
static void
fit_layout (LintelGridCell *self, int *width, int *height)
{
  int room = text_room (self);

  if (is_wrapped (self))
    {
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (self->layout, room * PANGO_SCALE);
      pango_layout_get_pixel_size (self->layout, width, height);
      *width = room;
      return;
    }
  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, width, height);
  if (*width <= room)
    return;
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (self->layout, room * PANGO_SCALE);
  *width = room;
}

/* Text stands at the start, at the end for numbers; the symbol at the end always. */
static int
text_x (LintelGridCell *self, int text_width)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int room = text_room (self);
  int x = self->align_end != rtl ? room - text_width : 0;

  return rtl ? x + gtk_widget_get_width (GTK_WIDGET (self)) - room : x;
}

static void
lintel_grid_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LintelGridCell *self = LINTEL_GRID_CELL (widget);
  int width, height, y;

  ensure_layout (self);
  if (self->layout != NULL)
    {
      fit_layout (self, &width, &height);
      y = (gtk_widget_get_height (widget) - height) / 2;
      if (is_wrapped (self))
        y = gtk_widget_get_height (widget) - height;
      gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget),
                                  text_x (self, width), y, self->layout);
    }
  if (shows_icon (self))
    gtk_widget_snapshot_child (widget, self->icon, snapshot);
}

static void
lintel_grid_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LintelGridCell *self = LINTEL_GRID_CELL (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int size;

  if (!shows_icon (self))
    return;
  size = icon_size (self);
  gtk_widget_size_allocate (
      self->icon, &(GtkAllocation){ rtl ? 0 : width - size, (height - size) / 2, size, size }, -1);
}

/* The grid decides the size, so nothing is asked for; the padding of the style comes on top. */
static void
lintel_grid_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static GtkSizeRequestMode
lintel_grid_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* A screen reader may focus any cell: the cursor goes along. */
static gboolean
lintel_grid_cell_grab_focus (GtkWidget *widget)
{
  LintelGridCell *self = LINTEL_GRID_CELL (widget);
  GtkWidget *grid = gtk_widget_get_ancestor (widget, LINTEL_TYPE_GRID);

  if (grid != NULL && self->kind == LINTEL_GRID_CELL_BODY && !self->cursor)
    lintel_grid_move_cursor (LINTEL_GRID (grid), self->row, self->column, LINTEL_GRID_MOVE);
  return GTK_WIDGET_CLASS (lintel_grid_cell_parent_class)->grab_focus (widget);
}

static void
lintel_grid_cell_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  g_clear_object (&LINTEL_GRID_CELL (widget)->layout);
  GTK_WIDGET_CLASS (lintel_grid_cell_parent_class)->direction_changed (widget, previous);
}

static void
lintel_grid_cell_dispose (GObject *object)
{
  LintelGridCell *self = LINTEL_GRID_CELL (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (lintel_grid_cell_parent_class)->dispose (object);
}

static void
lintel_grid_cell_class_init (LintelGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_grid_cell_dispose;
  widget_class->snapshot = lintel_grid_cell_snapshot;
  widget_class->size_allocate = lintel_grid_cell_size_allocate;
  widget_class->measure = lintel_grid_cell_measure;
  widget_class->get_request_mode = lintel_grid_cell_get_request_mode;
  widget_class->grab_focus = lintel_grid_cell_grab_focus;
  widget_class->direction_changed = lintel_grid_cell_direction_changed;
}

static void
lintel_grid_cell_init (LintelGridCell *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

LintelGridCell *
lintel_grid_cell_new (LintelGridCellKind kind)
{
  LintelGridCell *self =
      g_object_new (LINTEL_TYPE_GRID_CELL, "css-name", kinds[kind].css_name, "accessible-role",
                    kinds[kind].role, "focusable", kind == LINTEL_GRID_CELL_BODY, NULL);

  self->kind = kind;
  if (kind == LINTEL_GRID_CELL_ROW_HEAD)
    gtk_widget_add_css_class (GTK_WIDGET (self), "row-head");
  else if (kind == LINTEL_GRID_CELL_GROUP_HEAD)
    gtk_widget_add_css_class (GTK_WIDGET (self), "group");
  return self;
}

LintelGridCellKind
lintel_grid_cell_get_kind (LintelGridCell *self)
{
  return self->kind;
}

guint
lintel_grid_cell_get_row (LintelGridCell *self)
{
  return self->row;
}

guint
lintel_grid_cell_get_column (LintelGridCell *self)
{
  return self->column;
}

void
lintel_grid_cell_set_position (LintelGridCell *self, guint row, guint column)
{
  self->row = row;
  self->column = column;
}

const char *
lintel_grid_cell_get_text (LintelGridCell *self)
{
  return self->text != NULL ? self->text : "";
}

static void
set_text (LintelGridCell *self, const char *text, gsize title_length, gboolean align_end)
{
  if (g_strcmp0 (self->text, text) == 0 && self->title_length == title_length
      && self->align_end == align_end)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  self->title_length = title_length;
  self->align_end = align_end;
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lintel_grid_cell_set_text (LintelGridCell *self, const char *text, gboolean align_end)
{
  set_text (self, text, 0, align_end);
}

static const char *
get_arrow (const LintelGridColumn *column)
{
  if (column->sorted == 0)
    return "";
  return column->sorted > 0 ? " \u2191" : " \u2193";
}

static char *
join_head (const LintelGridColumn *column, gsize *title_length)
{
  g_autofree char *title = g_strconcat (column->title, get_arrow (column), NULL);

  *title_length = 0;
  if (column->subtitle == NULL)
    return g_steal_pointer (&title);
  *title_length = strlen (title);
  return g_strconcat (title, "\n", column->subtitle, column->doubtful ? " ?" : NULL, NULL);
}

void
lintel_grid_cell_set_head (LintelGridCell *self, const LintelGridColumn *column)
{
  gsize title_length;
  g_autofree char *text = join_head (column, &title_length);

  set_text (self, text, title_length, FALSE);
}

static void
set_class (LintelGridCell *self, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

static void
set_finding (LintelGridCell *self, LintelGridFinding finding)
{
  if (self->finding == finding)
    return;
  if (self->finding != LINTEL_GRID_FINDING_NONE)
    set_class (self, findings[self->finding].css_class, FALSE);
  self->finding = finding;
  if (finding != LINTEL_GRID_FINDING_NONE)
    {
      set_class (self, findings[finding].css_class, TRUE);
      if (self->icon == NULL)
        {
          self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
          gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
        }
      gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), findings[finding].icon);
    }
  if (self->icon != NULL)
    gtk_widget_set_child_visible (self->icon, finding != LINTEL_GRID_FINDING_NONE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
lintel_grid_cell_set_marks (LintelGridCell *self, LintelGridMarks marks, LintelGridFinding finding,
                            gboolean editable)
{
  LintelGridMarks flipped = self->marks ^ marks;

  if ((flipped & LINTEL_GRID_MARK_CHANGED) != 0)
    set_class (self, "changed", (marks & LINTEL_GRID_MARK_CHANGED) != 0);
  if ((flipped & LINTEL_GRID_MARK_UNSAVED) != 0)
    set_class (self, "unsaved", (marks & LINTEL_GRID_MARK_UNSAVED) != 0);
  if ((flipped & LINTEL_GRID_MARK_BASELINE) != 0)
    set_class (self, "baseline", (marks & LINTEL_GRID_MARK_BASELINE) != 0);
  self->marks = marks;
  if (self->editable != editable)
    set_class (self, "editable", editable);
  self->editable = editable;
  set_finding (self, finding);
}

void
lintel_grid_cell_set_apart (LintelGridCell *self, gboolean apart)
{
  if (self->apart != apart)
    set_class (self, "apart", apart);
  self->apart = apart;
}

void
lintel_grid_cell_set_selection (LintelGridCell *self, gboolean cursor, gboolean selected)
{
  if (self->cursor != cursor)
    set_class (self, "cursor", cursor);
  if (self->selected != selected)
    {
      set_class (self, "selected", selected);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected,
                                   -1);
    }
  self->cursor = cursor;
  self->selected = selected;
}

PangoLayout *
lintel_grid_cell_get_layout (LintelGridCell *self)
{
  ensure_layout (self);
  return self->layout;
}

gboolean
lintel_grid_cell_is_cut (LintelGridCell *self)
{
  int width, height;

  ensure_layout (self);
  if (self->layout == NULL || is_wrapped (self))
    return FALSE;
  fit_layout (self, &width, &height);
  return pango_layout_is_ellipsized (self->layout);
}

void
lintel_grid_cell_measure_head (LintelGridCell *self, const LintelGridColumn *column, int width,
                               int *longest_word, int *height)
{
  gsize title_length;
  g_autofree char *text = join_head (column, &title_length);
  g_autoptr (PangoLayout) layout = create_layout (self, text, title_length);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  pango_layout_get_pixel_size (layout, longest_word, NULL);
  pango_layout_set_width (layout, MAX (width, *longest_word) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, height);
}

int
lintel_grid_cell_icon_room (int text_height)
{
  return text_height + ICON_GAP;
}
