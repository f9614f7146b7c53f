/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Renumbering extensions, and what refers to their numbers. */

#include "config.h"

#include "lintel/lock.h"
#include "lintel/renumber.h"

typedef struct
{
  LintelProject *project;
  GHashTable *numbers; /* old number → new number */
  GPtrArray *edits;
} Renumbering;

static const char *
look_up (const Renumbering *self, const char *old)
{
  return old != NULL ? g_hash_table_lookup (self->numbers, old) : NULL;
}

static void
change_extensions (Renumbering *self, GHashTable *by_port)
{
  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (self->project, port);
      const char *number = g_hash_table_lookup (by_port, GINT_TO_POINTER (port));
      LintelPlace place = lintel_place_extension (port, LINTEL_FIELD_NUMBER);

      if (extension == NULL || number == NULL)
        continue;
      lintel_edits_add (self->edits, &place, number);
      g_hash_table_insert (self->numbers, g_strdup (extension->number), g_strdup (number));
    }
}

/* The item that holds the numbers of a program's mailboxes. */
static void
change_mailboxes (Renumbering *self, const char *program)
{
  const LintelItem *item =
      lintel_catalogue_find_item (lintel_project_get_catalogue (self->project), program, "02");

  for (int i = 1; item != NULL && i <= item->dimension[0].capacity; i++)
    {
      LintelPlace place = lintel_place_cell (item, i, 1);
      const char *number;

      if (!lintel_project_has_cell (self->project, item, i, 1))
        continue;
      number = look_up (self, lintel_project_get (self->project, item, i, 1));
      if (number != NULL)
        lintel_edits_add (self->edits, &place, number);
    }
}

static gboolean
is_new_number (const Renumbering *self, const char *number)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->numbers);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (g_str_equal (value, number))
      return TRUE;
  return FALSE;
}

/* A code goes to the new number; its old one has none then, unless another code comes there. */
static void
change_codes (Renumbering *self)
{
  g_autoptr (GPtrArray) mailboxes = lintel_project_list_codes (self->project);

  for (guint i = 0; i < mailboxes->len; i++)
    {
      LintelPlace old = lintel_place_code (g_ptr_array_index (mailboxes, i)), place;
      const char *number = look_up (self, old.number);

      if (number == NULL || g_str_equal (number, old.number))
        continue;
      place = lintel_place_code (number);
      lintel_edits_add (self->edits, &place, lintel_project_get_text (self->project, &old));
      if (!is_new_number (self, old.number))
        lintel_edits_add (self->edits, &old, NULL);
    }
}

/* Locked codes cannot go along, so an edit of one has the whole refused until they are unlocked. */
static void
touch_locked_codes (Renumbering *self)
{
  GHashTableIter iter;
  gpointer old, number;

  if (lintel_project_get_lock_state (self->project) != LINTEL_LOCK_LOCKED)
    return;
  g_hash_table_iter_init (&iter, self->numbers);
  while (g_hash_table_iter_next (&iter, &old, &number))
    {
      LintelPlace place = lintel_place_code (old);

      if (!g_str_equal (old, number))
        lintel_edits_add (self->edits, &place, NULL);
    }
}

/* A mailbox without a code of its own must not keep that of the one that had its number before. */
static void
clear_left_codes (Renumbering *self)
{
  GHashTableIter iter;
  gpointer old, number;

  g_hash_table_iter_init (&iter, self->numbers);
  while (g_hash_table_iter_next (&iter, &old, &number))
    {
      LintelPlace from = lintel_place_code (old), to = lintel_place_code (number);

      if (lintel_project_get_text (self->project, &from) == NULL
          && g_hash_table_contains (self->numbers, number))
        lintel_edits_add (self->edits, &to, NULL);
    }
}

static void
change_dial_tests (Renumbering *self)
{
  g_autoptr (GPtrArray) tests = lintel_project_list_dial_tests (self->project);

  for (guint i = 0; i < tests->len; i++)
    {
      const LintelDialTest *test = g_ptr_array_index (tests, i);
      LintelPlace place = lintel_place_record (LINTEL_PLACE_DIAL_TEST, test->id, LINTEL_FIELD_FROM);

      if (look_up (self, test->from) != NULL)
        lintel_edits_add (self->edits, &place, look_up (self, test->from));
    }
}

/* A place is kept by port: written down in the renumbered project it has the new number. */
static char *
rewrite_place (Renumbering *self, LintelProject *renumbered, const char *at)
{
  LintelPlace place;

  if (!lintel_place_parse (at, self->project, &place, NULL))
    return NULL;
  if (place.kind == LINTEL_PLACE_CODE && look_up (self, place.number) != NULL)
    place = lintel_place_code (look_up (self, place.number));
  return lintel_place_to_string (&place, renumbered);
}

static void
change_acceptances (Renumbering *self)
{
  g_autoptr (GPtrArray) acceptances = lintel_project_list_acceptances (self->project);
  g_autoptr (LintelProject) renumbered = lintel_project_copy (self->project);

  if (!lintel_project_apply (renumbered, "", NULL, self->edits, NULL))
    return;
  for (guint i = 0; i < acceptances->len; i++)
    {
      const LintelAcceptance *acceptance = g_ptr_array_index (acceptances, i);
      LintelPlace place =
          lintel_place_record (LINTEL_PLACE_ACCEPTANCE, acceptance->id, LINTEL_FIELD_AT);
      g_autofree char *at = rewrite_place (self, renumbered, acceptance->at);

      if (at != NULL && !g_str_equal (at, acceptance->at))
        lintel_edits_add (self->edits, &place, at);
    }
}

GPtrArray *
lintel_renumber_edits (LintelProject *project, GHashTable *numbers)
{
  Renumbering self = { project, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                       lintel_edits_new () };

  change_extensions (&self, numbers);
  change_mailboxes (&self, "47-02");
  change_mailboxes (&self, "47-03");
  touch_locked_codes (&self);
  clear_left_codes (&self);
  change_codes (&self);
  change_dial_tests (&self);
  change_acceptances (&self);
  g_hash_table_unref (self.numbers);
  return self.edits;
}
