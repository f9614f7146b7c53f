/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widgets that follow every edit, but not at once. */

#include "config.h"

#include "app/ui/lintel-late-update.h"

/* After the frame with the edit, and after what a check takes more than one slice for. */
#define PRIORITY (G_PRIORITY_DEFAULT_IDLE + 20)

#define KEY "lintel-late-update"

typedef struct
{
  GtkWidget *widget; /* which owns this */
  LintelUpdateFunc update;
  gboolean is_due;
  guint source; /* while it is due and on the screen */
} LateUpdate;

static void
late_update_free (gpointer data)
{
  LateUpdate *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}

static LateUpdate *
get_late_update (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), KEY);
}

void
lintel_late_update_now (GtkWidget *widget)
{
  LateUpdate *self = get_late_update (widget);

  g_clear_handle_id (&self->source, g_source_remove);
  if (!self->is_due)
    return;
  self->is_due = FALSE;
  self->update (widget);
}

static gboolean
idle_cb (gpointer data)
{
  LateUpdate *self = data;

  self->source = 0;
  lintel_late_update_now (self->widget);
  return G_SOURCE_REMOVE;
}

void
lintel_late_update_queue (GtkWidget *widget)
{
  LateUpdate *self = get_late_update (widget);

  self->is_due = TRUE;
  if (self->source == 0 && gtk_widget_get_mapped (widget))
    self->source = g_idle_add_full (PRIORITY, idle_cb, self, NULL);
}

/* It stays due. */
static void
unmapped_cb (GtkWidget *widget)
{
  g_clear_handle_id (&get_late_update (widget)->source, g_source_remove);
}

void
lintel_late_update_init (GtkWidget *widget, LintelUpdateFunc update)
{
  LateUpdate *self = g_new0 (LateUpdate, 1);

  self->widget = widget;
  self->update = update;
  g_object_set_data_full (G_OBJECT (widget), KEY, self, late_update_free);
  g_signal_connect (widget, "map", G_CALLBACK (lintel_late_update_now), NULL);
  g_signal_connect (widget, "unmap", G_CALLBACK (unmapped_cb), NULL);
}
