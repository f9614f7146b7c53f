/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whom a place concerns: a cell of 21-04 its extension, a row of 21-05 those who are in the class,
 * an entry of 21-06 those whose class uses the table. Both projects count: somebody who was in the
 * class before is concerned as well.
 */

#include "config.h"

#include "app/core/exchange/lintel-compare-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LintelAffected
{
  LintelProject *old, *new;
  gboolean is_in[LINTEL_DIAL_N_CLASSES + 1][LINTEL_PORT_LAST + 1];
};

static void
note_users (LintelAffected *self, LintelProject *project)
{
  LintelDialSystem *system = lintel_dial_system_of (project);

  for (int class_number = 1; class_number <= LINTEL_DIAL_N_CLASSES; class_number++)
    {
      g_autoptr (GArray) users = lintel_dial_system_list_users (system, class_number);

      for (guint n = 0; n < users->len; n++)
        self->is_in[class_number][g_array_index (users, LintelDialUser, n).extension->port] = TRUE;
    }
}

LintelAffected *
lintel_affected_new (LintelProject *old, LintelProject *new)
{
  LintelAffected *self = g_new0 (LintelAffected, 1);

  self->old = g_object_ref (old);
  self->new = g_object_ref (new);
  note_users (self, old);
  note_users (self, new);
  return self;
}

void
lintel_affected_free (LintelAffected *self)
{
  g_object_unref (self->old);
  g_object_unref (self->new);
  g_free (self);
}

/* The number of a table counts only where there are several. */
static gboolean
uses_table (const LintelDialClass *class, const LintelPlace *place)
{
  const char *number = lintel_item_get_number (place->item);

  if (g_strcmp0 (number, lintel_dial_table_get_item (LINTEL_DIAL_MAX_DIGITS)) == 0)
    return class->max_table == place->index[0];
  for (guint n = 0; n < LINTEL_DIAL_N_TABLES; n++)
    if (g_strcmp0 (number, lintel_dial_table_get_item ((LintelDialTable) n)) == 0)
      return class->table[n].assigned
             && (place->item->n_dimensions == 1 || class->table[n].number == place->index[0]);
  return FALSE;
}

static gboolean
concerns_class (LintelAffected *self, const LintelPlace *place, int class_number)
{
  LintelProject *projects[] = { self->old, self->new };

  if (place->item->dimension[0].kind == LINTEL_INDEX_CLASS)
    return place->index[0] == class_number;
  for (guint n = 0; n < G_N_ELEMENTS (projects); n++)
    if (uses_table (
            lintel_dial_system_get_description (lintel_dial_system_of (projects[n]), class_number),
            place))
      return TRUE;
  return FALSE;
}

static const LintelExtension *
find_extension (LintelAffected *self, int port)
{
  const LintelExtension *extension = lintel_project_get_extension (self->new, port);

  return extension != NULL ? extension : lintel_project_get_extension (self->old, port);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const char *x = *(const char *const *) a, *y = *(const char *const *) b;
  gsize x_length = strlen (x), y_length = strlen (y);

  if (x_length != y_length)
    return x_length < y_length ? -1 : 1;
  return strcmp (x, y);
}

static void
add_port (LintelAffected *self, GPtrArray *numbers, int port)
{
  const LintelExtension *extension = find_extension (self, port);

  if (extension != NULL)
    g_ptr_array_add (numbers, g_strdup (extension->number));
}

static void
add_users_of_classes (LintelAffected *self, const LintelPlace *place, GPtrArray *numbers)
{
  gboolean concerned[LINTEL_PORT_LAST + 1] = { FALSE };

  for (int class_number = 1; class_number <= LINTEL_DIAL_N_CLASSES; class_number++)
    if (concerns_class (self, place, class_number))
      for (int port = 1; port <= LINTEL_PORT_LAST; port++)
        concerned[port] = concerned[port] || self->is_in[class_number][port];
  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    if (concerned[port])
      add_port (self, numbers, port);
}

/* The item of a program of mailboxes that holds the mailbox's number. */
static const char *
get_mailbox_number (LintelAffected *self, const LintelPlace *place)
{
  const LintelItem *item = lintel_catalogue_find_item (lintel_project_get_catalogue (self->new),
                                                       place->program->number, "02");
  const char *number = item != NULL ? lintel_project_get (self->new, item, place->index[0], 1) : "";

  if (*number == '\0' && item != NULL)
    number = lintel_project_get (self->old, item, place->index[0], 1);
  return number;
}

static void
describe_mailbox (LintelAffected *self, const char *number, LintelChange *change)
{
  const LintelExtension *extension = lintel_project_find_extension (self->new, number);

  if (*number == '\0')
    return;
  change->affected = g_strdup_printf (C_ ("concerns", "mailbox %s"), number);
  if (extension != NULL)
    g_ptr_array_add (change->extensions, g_strdup (extension->number));
}

static void
describe_cell (LintelAffected *self, LintelChange *change)
{
  const LintelPlace *place = &change->place;

  switch (place->item->dimension[0].kind)
    {
    case LINTEL_INDEX_EXTENSION:
      add_port (self, change->extensions, place->index[0]);
      break;
    case LINTEL_INDEX_CLASS:
    case LINTEL_INDEX_TABLE:
    case LINTEL_INDEX_ENTRY:
      add_users_of_classes (self, place, change->extensions);
      break;
    case LINTEL_INDEX_MAILBOX:
    case LINTEL_INDEX_GROUP:
      describe_mailbox (self, get_mailbox_number (self, place), change);
      break;
    default:
      break;
    }
}

char *
lintel_affected_name_extensions (GPtrArray *numbers)
{
  g_autofree char *list =
      lintel_words_for_numbers ((const char *const *) numbers->pdata, numbers->len);

  return g_strdup_printf (ngettext ("extension %s", "extensions %s", numbers->len), list);
}

void
lintel_affected_describe (LintelAffected *self, LintelChange *change)
{
  change->extensions = g_ptr_array_new_with_free_func (g_free);
  if (change->place.kind == LINTEL_PLACE_CELL)
    describe_cell (self, change);
  else if (change->place.kind == LINTEL_PLACE_EXTENSION)
    add_port (self, change->extensions, change->place.index[0]);
  else if (change->place.kind == LINTEL_PLACE_CODE)
    describe_mailbox (self, change->place.number, change);
  g_ptr_array_sort (change->extensions, compare_numbers);
  if (change->affected == NULL && change->extensions->len > 0)
    change->affected = lintel_affected_name_extensions (change->extensions);
}
