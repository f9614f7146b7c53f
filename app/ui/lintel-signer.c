/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name with which the user signs, remembered for the next time. */

#include "config.h"

#include "app/ui/lintel-signer.h"

#include "app/ui/lintel-settings.h"

char *
lintel_signer_get_name (void)
{
  g_autofree char *name = lintel_settings_get_string ("signer-name");
  const char *real = g_get_real_name ();

  if (name[0] != '\0')
    return g_steal_pointer (&name);
  /* What GLib says where the account has no name. */
  return g_strdup (g_strcmp0 (real, "Unknown") != 0 ? real : "");
}

void
lintel_signer_remember (const char *name)
{
  lintel_settings_set_string ("signer-name", name);
}
