/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The extensions that can make calls, InMail ports first, to choose one from. */

#include "config.h"

#include "app/ui/overview/lintel-caller-list.h"

#include "app/ui/lintel-wording.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

struct _LintelCallerList
{
  GObject parent_instance;

  LintelDialSystem *system; /* owned by its project */
  GArray *ports;            /* int, in the order of the texts */
  GStrv texts;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LintelCallerList, lintel_caller_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
lintel_caller_list_get_item_type (GListModel *model)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
lintel_caller_list_get_n_items (GListModel *model)
{
  return LINTEL_CALLER_LIST (model)->ports->len;
}

static gpointer
lintel_caller_list_get_item (GListModel *model, guint position)
{
  LintelCallerList *self = LINTEL_CALLER_LIST (model);

  return position < self->ports->len ? gtk_string_object_new (self->texts[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lintel_caller_list_get_item_type;
  iface->get_n_items = lintel_caller_list_get_n_items;
  iface->get_item = lintel_caller_list_get_item;
}

static char *
describe_caller (const LintelExtension *extension)
{
  g_autofree char *who = lintel_describe_extension (extension);

  return g_strdup_printf ("%s · %s", who, lintel_extension_kind_get_title (extension->kind));
}

static void
add_callers (LintelCallerList *self, GStrvBuilder *texts, gboolean inmail)
{
  LintelProject *project = lintel_dial_system_get_project (self->system);

  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (project, port);
      g_autofree char *text = NULL;

      if (extension == NULL || extension->kind == LINTEL_EXTENSION_UNUSED
          || (extension->kind == LINTEL_EXTENSION_INMAIL) != inmail
          || lintel_dial_system_get_class (self->system, port, 1) == 0)
        continue;
      text = describe_caller (extension);
      g_strv_builder_add (texts, text);
      g_array_append_val (self->ports, port);
    }
}

/* A drop-down makes a row for each text that it is told of. */
static void
tell_difference (LintelCallerList *self, const char *const *old)
{
  const char *const *new = (const char *const *) self->texts;
  guint n_old = g_strv_length ((GStrv) old), n_new = g_strv_length ((GStrv) new);
  guint head = 0, tail = 0;

  while (head < MIN (n_old, n_new) && g_str_equal (old[head], new[head]))
    head++;
  while (tail < MIN (n_old, n_new) - head
         && g_str_equal (old[n_old - 1 - tail], new[n_new - 1 - tail]))
    tail++;
  g_list_model_items_changed (G_LIST_MODEL (self), head, n_old - head - tail, n_new - head - tail);
}

gboolean
lintel_caller_list_update (LintelCallerList *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) old = g_steal_pointer (&self->texts);

  g_array_set_size (self->ports, 0);
  add_callers (self, builder, TRUE);
  add_callers (self, builder, FALSE);
  self->texts = g_strv_builder_end (builder);
  if (g_strv_equal ((const char *const *) old, (const char *const *) self->texts))
    return FALSE;
  tell_difference (self, (const char *const *) old);
  return TRUE;
}

static void
lintel_caller_list_finalize (GObject *object)
{
  LintelCallerList *self = LINTEL_CALLER_LIST (object);

  g_array_unref (self->ports);
  g_strfreev (self->texts);
  G_OBJECT_CLASS (lintel_caller_list_parent_class)->finalize (object);
}

static void
lintel_caller_list_class_init (LintelCallerListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lintel_caller_list_finalize;
}

static void
lintel_caller_list_init (LintelCallerList *self)
{
  self->ports = g_array_new (FALSE, FALSE, sizeof (int));
  self->texts = g_new0 (char *, 1);
}

LintelCallerList *
lintel_caller_list_new (LintelDialSystem *system)
{
  LintelCallerList *self = g_object_new (LINTEL_TYPE_CALLER_LIST, NULL);

  self->system = system;
  lintel_caller_list_update (self);
  return self;
}

int
lintel_caller_list_get_port (LintelCallerList *self, guint position)
{
  return position < self->ports->len ? g_array_index (self->ports, int, position) : 0;
}

guint
lintel_caller_list_find (LintelCallerList *self, int port)
{
  for (guint i = 0; i < self->ports->len; i++)
    if (g_array_index (self->ports, int, i) == port)
      return i;
  return 0;
}
