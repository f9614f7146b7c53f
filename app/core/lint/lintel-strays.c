/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules about a file's misfits share. */

#include "config.h"

#include "app/core/lint/lintel-strays-private.h"

#include <glib/gi18n-lib.h>

static void
report_stray (LintelCheck *check, const LintelStray *stray)
{
  LintelPlace place = lintel_place_record (LINTEL_PLACE_STRAY, stray->id, LINTEL_FIELD_NONE);

  if (stray->address == NULL)
    lintel_check_add (check, &place, "%s", stray->why);
  else if (stray->value == NULL)
    lintel_check_add (check, &place, "%s: %s", stray->address, stray->why);
  else
    /* Translators: a place, the value written there, why it does not fit. */
    lintel_check_add (check, &place, _ ("%s = “%s”: %s"), stray->address, stray->value, stray->why);
}

void
lintel_strays_report (LintelCheck *check, LintelStrayKind kind)
{
  g_autoptr (GPtrArray) strays = lintel_project_list_strays (lintel_check_get_project (check));

  for (guint i = 0; i < strays->len; i++)
    {
      const LintelStray *stray = strays->pdata[i];

      if (stray->kind == kind)
        report_stray (check, stray);
    }
}

void
lintel_strays_add_removal (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes,
                           const char *label)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  guint n_places;
  const LintelPlace *places = lintel_finding_get_places (finding, &n_places);

  for (guint i = 0; i < n_places; i++)
    lintel_edits_add (edits, &places[i], NULL);
  lintel_fixes_add (check, fixes, g_steal_pointer (&edits), "%s", label);
}
