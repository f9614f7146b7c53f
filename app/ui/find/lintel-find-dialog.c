/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what to find in all tabs. The keyboard stays in the entry: Up and Down choose among the
 * hits, Enter goes to the chosen one. */

#include "config.h"

#include "app/ui/find/lintel-find-dialog.h"

#include "app/ui/find/lintel-find.h"
#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-large-text.h"
#include "app/ui/lintel-list-cells.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

#define LINTEL_TYPE_FIND_DIALOG (lintel_find_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LintelFindDialog, lintel_find_dialog, LINTEL, FIND_DIALOG, AdwWindow)

struct _LintelFindDialog
{
  AdwWindow parent_instance;

  GtkSearchEntry *entry;
  GtkLabel *count_label;
  GtkListView *view;
  GtkStringList *lines;
  GtkSingleSelection *selection;

  LintelWindow *window; /* the one it is transient for */
  GPtrArray *hits;      /* of LintelFindHit*, as in LINES */
};

G_DEFINE_FINAL_TYPE (LintelFindDialog, lintel_find_dialog, ADW_TYPE_WINDOW)

static void
show_count (LintelFindDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *count = NULL;

  if (text[0] == '\0')
    count = g_strdup (_ ("A value, a name, the title of an item, or a place such as 21-06-01[1]. "
                         "Codes are not looked into."));
  else if (self->hits->len == 0)
    count = g_strdup (C_ ("find", "Nothing found."));
  else if (self->hits->len >= LINTEL_FIND_MAX)
    count =
        lintel_locale_format (_ ("The first %u places. Type more to find fewer."), self->hits->len);
  else
    count =
        lintel_locale_format (ngettext ("%u place", "%u places", self->hits->len), self->hits->len);
  gtk_label_set_text (self->count_label, count);
}

static void
find_cb (LintelFindDialog *self)
{
  LintelDocument *document = lintel_window_get_document (self->window);

  g_ptr_array_unref (self->hits);
  self->hits = lintel_find (lintel_document_get_project (document),
                            gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_string_list_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                          NULL);
  for (guint i = 0; i < self->hits->len; i++)
    gtk_string_list_append (self->lines,
                            ((LintelFindHit *) g_ptr_array_index (self->hits, i))->text);
  show_count (self);
}

static void
go_to_hit (LintelFindDialog *self, guint n)
{
  LintelWindow *window = self->window;
  LintelPlace place;

  if (n >= self->hits->len)
    return;
  place = ((LintelFindHit *) g_ptr_array_index (self->hits, n))->place;
  gtk_window_destroy (GTK_WINDOW (self));
  lintel_window_jump (window, &place);
}

/* The entry tells of changes only after a pause: what was typed counts all the same. */
static void
entry_activated_cb (LintelFindDialog *self)
{
  guint n = gtk_single_selection_get_selected (self->selection);
  guint before = self->hits->len;

  find_cb (self);
  go_to_hit (self, before == self->hits->len && n != GTK_INVALID_LIST_POSITION ? n : 0);
}

static void
select_by (LintelFindDialog *self, int direction)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint now = gtk_single_selection_get_selected (self->selection);

  if (n == 0 || (direction < 0 && now == 0) || (direction > 0 && now + 1 >= n))
    return;
  now = direction > 0 ? now + 1 : now - 1;
  gtk_single_selection_set_selected (self->selection, now);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", now);
}

static gboolean
key_pressed_cb (LintelFindDialog *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return FALSE;
  select_by (self, keyval == GDK_KEY_Down ? 1 : -1);
  return TRUE;
}

static void
stopped_cb (LintelFindDialog *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
setup_line_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_line_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);

  lintel_list_line_bind (list_item);
  gtk_widget_set_tooltip_text (label, gtk_label_get_text (GTK_LABEL (label)));
}

static void
lintel_find_dialog_finalize (GObject *object)
{
  LintelFindDialog *self = LINTEL_FIND_DIALOG (object);

  g_ptr_array_unref (self->hits);
  G_OBJECT_CLASS (lintel_find_dialog_parent_class)->finalize (object);
}

static void
lintel_find_dialog_class_init (LintelFindDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lintel_find_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/lintel/Lintel/find/lintel-find-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelFindDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, LintelFindDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, LintelFindDialog, view);
  gtk_widget_class_bind_template_child (widget_class, LintelFindDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, LintelFindDialog, selection);
  gtk_widget_class_bind_template_callback (widget_class, find_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_hit);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_line_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_line_cb);
}

static void
lintel_find_dialog_init (LintelFindDialog *self)
{
  self->hits = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lintel_grow_dialog (GTK_WINDOW (self));
  lintel_name_buttons (GTK_WIDGET (self));
  show_count (self);
}

void
lintel_find_dialog_present (LintelWindow *window)
{
  LintelFindDialog *self =
      g_object_new (LINTEL_TYPE_FIND_DIALOG, "transient-for", window, "modal", TRUE, NULL);

  self->window = window;
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
