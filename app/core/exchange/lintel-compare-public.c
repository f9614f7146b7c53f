/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a comparison may leave the office. */

#include "config.h"

#include "app/core/exchange/lintel-compare-private.h"

static gboolean
is_about_code (const LintelChange *change, LintelProject *old, LintelProject *new)
{
  LintelPlace at =
      lintel_place_record (LINTEL_PLACE_ACCEPTANCE, change->place.index[0], LINTEL_FIELD_AT);
  const char *address;

  if (change->place.kind != LINTEL_PLACE_ACCEPTANCE)
    return FALSE;
  address = lintel_project_get_text (change->in_old ? old : new, &at);
  return address != NULL && g_str_has_prefix (address, "code[");
}

GPtrArray *
lintel_compare_public_places (LintelProject *old, LintelProject *new)
{
  g_autoptr (GPtrArray) changes = lintel_compare_places (old, new, NULL);

  for (guint n = changes != NULL ? changes->len : 0; n > 0; n--)
    if (is_about_code (g_ptr_array_index (changes, n - 1), old, new))
      g_ptr_array_remove_index (changes, n - 1);
  return g_steal_pointer (&changes);
}
