/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether a text may stand at a place. Refused is only what the project cannot hold or the machine
 * does not have; what is merely wrong (a weak code, a date in the past) is for lint to say.
 */

#include "config.h"

#include "app/core/project/lintel-project-internal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far beyond the last one a new acceptance or dial test may be numbered. */
#define MAX_ID_GAP 4096

static gboolean fail (LintelProject *self, const LintelPlace *place, LintelProjectError code,
                      GError **error, const char *format, ...) G_GNUC_PRINTF (5, 6);

static gboolean
fail (LintelProject *self, const LintelPlace *place, LintelProjectError code, GError **error,
      const char *format, ...)
{
  g_autofree char *address = lintel_place_to_string (place, self);
  g_autofree char *why = NULL;
  va_list args;

  va_start (args, format);
  why = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, LINTEL_PROJECT_ERROR, code, "%s: %s", address, why);
  return FALSE;
}

static gboolean
is_clean_character (gunichar c, gboolean multiline)
{
  if (multiline && (c == '\n' || c == '\t'))
    return TRUE;
  return !g_unichar_iscntrl (c) && c != 0xfffe && c != 0xffff;
}

gboolean
lintel_project_text_is_clean (const char *text, gboolean multiline)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_clean_character (g_utf8_get_char (p), multiline))
      return FALSE;
  return TRUE;
}

static gboolean
check_clean (LintelProject *self, const LintelPlace *place, const char *text, GError **error)
{
  if (lintel_project_text_is_clean (text, place->kind == LINTEL_PLACE_NOTES))
    return TRUE;
  return fail (self, place, LINTEL_PROJECT_ERROR_VALUE, error,
               _ ("the text has characters that cannot be kept; type it again without them"));
}

static gboolean
check_cell_place (LintelProject *self, const LintelPlace *place, GError **error)
{
  const LintelItem *item = place->item;
  int columns = item->n_dimensions > 1 ? item->dimension[1].capacity : 1;

  if (place->index[0] >= 1 && place->index[0] <= item->dimension[0].capacity && place->index[1] >= 1
      && place->index[1] <= columns)
    return TRUE;
  return fail (self, place, LINTEL_PROJECT_ERROR_PLACE, error, _ ("there is no such cell"));
}

static gboolean
check_cell (LintelProject *self, const LintelPlace *place, const char *text, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (text == NULL || lintel_item_check (place->item, self->model, text, &why))
    return TRUE;
  return fail (self, place, LINTEL_PROJECT_ERROR_VALUE, error, "%s", why->message);
}

static gboolean
check_extension (LintelProject *self, const LintelPlace *place, const char *text, GError **error)
{
  LintelExtensionKind kind;

  if (text == NULL)
    return TRUE;
  if (place->field == LINTEL_FIELD_NUMBER && !lintel_number_is_valid (text))
    return fail (self, place, LINTEL_PROJECT_ERROR_VALUE, error,
                 _ ("an extension number has 1 to 8 digits and nothing else"));
  if (place->field == LINTEL_FIELD_KIND && !lintel_extension_kind_from_id (text, &kind))
    return fail (self, place, LINTEL_PROJECT_ERROR_VALUE, error,
                 _ ("the kind is one of telephone, inmail, virtual, pilot, unused"));
  return check_clean (self, place, text, error);
}

static gboolean
check_code (LintelProject *self, const LintelPlace *place, const char *text, GError **error)
{
  if (lintel_project_get_lock_state (self) == LINTEL_LOCK_LOCKED)
    return fail (self, place, LINTEL_PROJECT_ERROR_PLACE, error,
                 _ ("the codes are locked; unlock them with the passphrase first"));
  if (text == NULL)
    return TRUE;
  if (!check_clean (self, place, text, error))
    return FALSE;
  if (g_utf8_strlen (text, -1) > LINTEL_CODE_MAX)
    return fail (self, place, LINTEL_PROJECT_ERROR_VALUE, error,
                 _ ("a code has 4 digits; more than %d characters cannot be kept"),
                 LINTEL_CODE_MAX);
  return TRUE;
}

static gboolean
check_stray (LintelProject *self, const LintelPlace *place, const char *text, GError **error)
{
  const LintelStray *stray = g_ptr_array_index (self->origin->strays, place->index[0] - 1);

  if (text == NULL || g_str_equal (text, stray->xml))
    return TRUE;
  return fail (self, place, LINTEL_PROJECT_ERROR_VALUE, error,
               _ ("what was kept aside can be removed, not changed"));
}

/* A record's id or port, and the field it has. */
static gboolean
check_record_place (LintelProject *self, const LintelPlace *place, int last, GError **error)
{
  const LintelField *fields = lintel_place_kind_get_fields (place->kind);

  while (*fields != place->field && *fields != LINTEL_FIELD_NONE)
    fields++;
  if (place->index[0] >= 1 && place->index[0] <= last && *fields == place->field)
    return TRUE;
  return fail (self, place, LINTEL_PROJECT_ERROR_PLACE, error, _ ("there is no such place"));
}

static gboolean
check_place (LintelProject *self, const LintelPlace *place, GError **error)
{
  LintelPlace one = *place;

  switch (place->kind)
    {
    case LINTEL_PLACE_CELL:
      return check_cell_place (self, place, error);
    case LINTEL_PLACE_EXTENSION:
      return check_record_place (self, place, LINTEL_PORT_LAST, error);
    case LINTEL_PLACE_ACCEPTANCE:
    case LINTEL_PLACE_DIAL_TEST:
      return check_record_place (self, place,
                                 lintel_project_next_id (self, place->kind) + MAX_ID_GAP, error);
    case LINTEL_PLACE_STRAY:
      return check_record_place (self, place, (int) self->stray_is_here->len, error);
    case LINTEL_PLACE_SIGN_OFF:
      return check_record_place (self, place, LINTEL_N_SIGN_OFFS, error);
    case LINTEL_PLACE_CUSTOMER:
      one.index[0] = 1;
      return check_record_place (self, &one, 1, error);
    case LINTEL_PLACE_NOTES:
      return TRUE;
    case LINTEL_PLACE_CODE:
      if (lintel_number_is_valid (place->number))
        return TRUE;
      return fail (self, place, LINTEL_PROJECT_ERROR_PLACE, error,
                   _ ("a mailbox number has 1 to 8 digits and nothing else"));
    default:
      return fail (self, place, LINTEL_PROJECT_ERROR_PLACE, error,
                   _ ("a value belongs to one cell: say which"));
    }
}

static gboolean
check_record_as_a_whole (LintelProject *self, const LintelPlace *place, const char *text,
                         GError **error)
{
  if (text == NULL || place->kind == LINTEL_PLACE_NOTES)
    return TRUE;
  return fail (self, place, LINTEL_PROJECT_ERROR_PLACE, error,
               _ ("say which part of it is meant, such as “.%s”"),
               lintel_field_to_id (lintel_place_kind_get_fields (place->kind)[0]));
}

gboolean
lintel_project_check_text (LintelProject *self, const LintelPlace *place, const char *text,
                           GError **error)
{
  if (!check_place (self, place, error))
    return FALSE;
  switch (place->kind)
    {
    case LINTEL_PLACE_CELL:
      return check_cell (self, place, text, error);
    case LINTEL_PLACE_CODE:
      return check_code (self, place, text, error);
    case LINTEL_PLACE_STRAY:
      return check_stray (self, place, text, error);
    default:
      break;
    }
  if (place->field == LINTEL_FIELD_NONE && !check_record_as_a_whole (self, place, text, error))
    return FALSE;
  if (place->kind == LINTEL_PLACE_EXTENSION)
    return check_extension (self, place, text, error);
  return text == NULL || check_clean (self, place, text, error);
}

static gboolean
check_cell_exists (LintelProject *self, const LintelPlace *place, GError **error)
{
  const LintelItem *item = place->item;
  int i = place->index[0], j = place->index[1];

  if (!lintel_project_is_set (self, item, i, j) || lintel_project_has_cell (self, item, i, j))
    return TRUE;
  if (lintel_item_counts_extensions (item) && lintel_project_get_extension (self, i) == NULL)
    return fail (self, place, LINTEL_PROJECT_ERROR_PLACE, error,
                 _ ("there is no extension at this port; add it on the Extensions tab first"));
  if (lintel_item_counts_extensions (item))
    return fail (self, place, LINTEL_PROJECT_ERROR_PLACE, error,
                 _ ("a pilot number has no toll restriction class"));
  return fail (self, place, LINTEL_PROJECT_ERROR_PLACE, error,
               _ ("there is no such cell on the %s"), lintel_model_get_name (self->model));
}

static gboolean
check_extension_whole (LintelProject *self, const LintelPlace *place, GError **error)
{
  const LintelExtensionSlot *slot = &self->extensions[place->index[0]];

  if (slot->number[0] == '\0')
    {
      if (slot->name == NULL && slot->shown.kind == LINTEL_EXTENSION_TELEPHONE)
        return TRUE;
      return fail (self, place, LINTEL_PROJECT_ERROR_VALUE, error,
                   _ ("this port has no extension number; enter the number first"));
    }
  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    if (port != place->index[0] && strcmp (self->extensions[port].number, slot->number) == 0)
      return fail (self, place, LINTEL_PROJECT_ERROR_VALUE, error,
                   _ ("port %d already has the number %s; every extension has its own"), port,
                   slot->number);
  return TRUE;
}

gboolean
lintel_project_check_whole (LintelProject *self, const LintelPlace *place, GError **error)
{
  if (place->kind == LINTEL_PLACE_CELL)
    return check_cell_exists (self, place, error);
  if (place->kind == LINTEL_PLACE_EXTENSION)
    return check_extension_whole (self, place, error);
  return TRUE;
}
