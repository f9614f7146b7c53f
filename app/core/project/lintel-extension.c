/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of extensions and what counts as an extension's number. */

#include "config.h"

#include "app/core/project/lintel-project-internal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *id, *title;
} kinds[LINTEL_N_EXTENSION_KINDS] = {
  [LINTEL_EXTENSION_TELEPHONE] = { "telephone", NC_ ("kind of extension", "Telephone") },
  [LINTEL_EXTENSION_INMAIL] = { "inmail", NC_ ("kind of extension", "InMail port") },
  [LINTEL_EXTENSION_VIRTUAL] = { "virtual", NC_ ("kind of extension", "Virtual extension") },
  [LINTEL_EXTENSION_PILOT] = { "pilot", NC_ ("kind of extension", "Pilot number") },
  [LINTEL_EXTENSION_UNUSED] = { "unused", NC_ ("kind of extension", "Not used") },
};

const char *
lintel_extension_kind_to_id (LintelExtensionKind kind)
{
  return kinds[kind].id;
}

gboolean
lintel_extension_kind_from_id (const char *id, LintelExtensionKind *kind)
{
  for (int k = 0; k < LINTEL_N_EXTENSION_KINDS; k++)
    if (g_str_equal (kinds[k].id, id))
      {
        *kind = (LintelExtensionKind) k;
        return TRUE;
      }
  return FALSE;
}

const char *
lintel_extension_kind_get_title (LintelExtensionKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "kind of extension", kinds[kind].title);
}

gboolean
lintel_number_is_valid (const char *number)
{
  gsize length = strlen (number);

  return length >= 1 && length < LINTEL_NUMBER_SIZE && strspn (number, "0123456789") == length;
}
