/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lock of a project: its codes as bytes to be sealed, and back.
 */

#include "config.h"

#include "app/core/project/lintel-lock-private.h"
#include "app/core/project/lintel-project-internal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refuse (GError **error, LintelLockError code, const char *why)
{
  g_set_error_literal (error, LINTEL_LOCK_ERROR, code, why);
  return FALSE;
}

LintelLockState
lintel_project_get_lock_state (LintelProject *self)
{
  if (self->key != NULL)
    return LINTEL_LOCK_UNLOCKED;
  return self->sealed != NULL ? LINTEL_LOCK_LOCKED : LINTEL_LOCK_NONE;
}

LintelLockKey *
lintel_project_peek_key (LintelProject *self)
{
  return self->key;
}

void
lintel_project_load_sealed_codes (LintelProject *self, LintelSealedCodes *sealed)
{
  self->sealed = lintel_sealed_codes_ref (sealed);
}

void
lintel_project_take_sealed_codes (LintelProject *self, LintelProject *from)
{
  if (lintel_project_get_lock_state (self) != LINTEL_LOCK_LOCKED
      || lintel_project_get_lock_state (from) != LINTEL_LOCK_LOCKED)
    return;
  lintel_sealed_codes_unref (self->sealed);
  self->sealed = lintel_sealed_codes_ref (from->sealed);
}

/* Codes as lines. */

static gsize
measure_codes (LintelProject *self)
{
  gsize size = 0;

  for (guint k = 0; k < self->codes->len; k++)
    {
      const LintelCode *code = &g_array_index (self->codes, LintelCode, k);

      size += strlen (code->mailbox) + strlen (code->text) + 2;
    }
  return size;
}

static guchar *
print_codes (LintelProject *self, gsize *size)
{
  guchar *plain, *end;

  *size = measure_codes (self);
  plain = end = lintel_secret_alloc (*size + 1);
  for (guint k = 0; k < self->codes->len; k++)
    {
      const LintelCode *code = &g_array_index (self->codes, LintelCode, k);

      end = (guchar *) g_stpcpy ((char *) end, code->mailbox);
      *end++ = '\t';
      end = (guchar *) g_stpcpy ((char *) end, code->text);
      *end++ = '\n';
    }
  return plain;
}

LintelSealedCodes *
lintel_project_get_sealed_codes (LintelProject *self)
{
  LintelSealedCodes *sealed;
  guchar *plain;
  gsize size;

  if (self->key == NULL)
    return self->sealed != NULL ? lintel_sealed_codes_ref (self->sealed) : NULL;
  plain = print_codes (self, &size);
  sealed = lintel_lock_key_seal (self->key, self->sealed, plain, size);
  sodium_free (plain);
  return sealed;
}

/* One line as an edit; NULL when it is none. Cuts the line. */
static LintelEdit *
parse_line (LintelProject *self, char *line)
{
  char *tab = strchr (line, '\t');
  LintelPlace place;

  if (tab == NULL)
    return NULL;
  *tab = '\0';
  if (!lintel_number_is_valid (line))
    return NULL;
  place = lintel_place_code (line);
  return lintel_project_check_text (self, &place, tab + 1, NULL) ? lintel_edit_new (&place, tab + 1)
                                                                 : NULL;
}

static gboolean
parse_codes (LintelProject *self, char *plain, gsize size, GPtrArray *edits)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (lintel_place_hash, lintel_place_equal);
  char *end;

  for (char *line = plain; line < plain + size; line = end + 1)
    {
      LintelEdit *edit;

      end = memchr (line, '\n', (gsize) (plain + size - line));
      if (end == NULL)
        return FALSE;
      *end = '\0';
      edit = strlen (line) == (gsize) (end - line) ? parse_line (self, line) : NULL;
      if (edit == NULL)
        return FALSE;
      g_ptr_array_add (edits, edit);
      if (!g_hash_table_add (seen, &edit->place))
        return FALSE;
    }
  return TRUE;
}

static void
take_codes (LintelProject *self, GPtrArray *edits)
{
  for (guint k = 0; k < edits->len; k++)
    {
      const LintelEdit *edit = g_ptr_array_index (edits, k);

      lintel_project_store_text (self, &edit->place, edit->new_text);
    }
  self->history.can_merge = FALSE;
  if (edits->len > 0)
    lintel_project_emit_changed (self, edits);
  lintel_project_emit_lock_changed (self);
}

gboolean
lintel_project_unlock (LintelProject *self, LintelLockKey *key, GError **error)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  guchar *plain;
  gsize size;
  gboolean fits;

  if (lintel_project_get_lock_state (self) != LINTEL_LOCK_LOCKED)
    return TRUE;
  plain = lintel_lock_key_unseal (key, self->sealed, &size);
  if (plain == NULL)
    return refuse (error, LINTEL_LOCK_ERROR_PASSPHRASE,
                   _ ("this passphrase belongs to other codes; unlock them again"));
  self->key = lintel_lock_key_ref (key);
  fits = parse_codes (self, (char *) plain, size, edits);
  sodium_free (plain);
  if (fits)
    {
      take_codes (self, edits);
      return TRUE;
    }
  g_clear_pointer (&self->key, lintel_lock_key_unref);
  return refuse (error, LINTEL_LOCK_ERROR_FORMAT,
                 _ ("what is locked is no list of codes that this Lintel understands; open it with "
                    "the Lintel that locked it"));
}

/* What was kept aside among the codes may have one in it, and would stay where it is. */
static const LintelStray *
find_stray_among_codes (LintelProject *self)
{
  g_autoptr (GPtrArray) strays = lintel_project_list_strays (self);

  for (guint k = 0; k < strays->len; k++)
    {
      const LintelStray *stray = g_ptr_array_index (strays, k);

      if (g_str_has_prefix (stray->parent, "/codes/") || g_str_equal (stray->parent, "/codes>"))
        return stray;
    }
  return NULL;
}

gboolean
lintel_project_set_lock (LintelProject *self, LintelLockKey *key, GError **error)
{
  const LintelStray *stray = find_stray_among_codes (self);

  if (lintel_project_get_lock_state (self) != LINTEL_LOCK_NONE)
    return refuse (error, LINTEL_LOCK_ERROR_STATE,
                   _ ("the codes have a lock already; unlock them first to give them another"));
  if (stray != NULL)
    {
      g_set_error (error, LINTEL_LOCK_ERROR, LINTEL_LOCK_ERROR_CONTENT,
                   _ ("line %d of the file has something among the codes that Lintel does not "
                      "understand, and it would stay readable; remove it first"),
                   stray->line);
      return FALSE;
    }
  self->key = lintel_lock_key_ref (key);
  lintel_project_emit_lock_changed (self);
  return TRUE;
}

gboolean
lintel_project_remove_lock (LintelProject *self, GError **error)
{
  LintelLockState state = lintel_project_get_lock_state (self);

  if (state == LINTEL_LOCK_LOCKED)
    return refuse (error, LINTEL_LOCK_ERROR_STATE,
                   _ ("the codes are locked; unlock them with the passphrase first"));
  if (state == LINTEL_LOCK_NONE)
    return refuse (error, LINTEL_LOCK_ERROR_STATE, _ ("the codes have no lock"));
  g_clear_pointer (&self->key, lintel_lock_key_unref);
  g_clear_pointer (&self->sealed, lintel_sealed_codes_unref);
  lintel_project_emit_lock_changed (self);
  return TRUE;
}
