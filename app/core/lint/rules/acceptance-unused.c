/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An acceptance that matches no finding: the problem is gone, or the acceptance never worked. */

#include "config.h"

#include "app/core/lint/lintel-rule-private.h"
#include "app/core/lint/lintel-acceptances-private.h"

#include <glib/gi18n-lib.h>

/* Why it covers nothing, and what to do. Transfer full. */
static char *
describe (const LintelAcceptance *acceptance)
{
  if (acceptance->at[0] == '\0')
    return g_strdup_printf (_ ("An acceptance of %s names no place: enter one, or remove it"),
                            acceptance->rule);
  if (lintel_rules_find (acceptance->rule) == NULL)
    return g_strdup_printf (_ ("The acceptance at %s names “%s”, which is no rule: correct the "
                               "name, or remove it"),
                            acceptance->at, acceptance->rule);
  if (!lintel_text_is_blank (acceptance->reason) && !lintel_acceptance_has_reason (acceptance))
    return g_strdup_printf (_ ("The reason for accepting %s at %s is too short for a check that "
                               "guards against fraud, so it covers nothing: write at least 10 "
                               "characters, or remove it"),
                            acceptance->rule, acceptance->at);
  if (!lintel_acceptance_is_signed (acceptance))
    return g_strdup_printf (_ ("The acceptance of %s at %s lacks a reason or a name, so it covers "
                               "nothing: enter both, or remove it"),
                            acceptance->rule, acceptance->at);
  return g_strdup_printf (_ ("The acceptance of %s at %s matches no finding: remove it, or correct "
                             "its place"),
                          acceptance->rule, acceptance->at);
}

static void
check_use (LintelCheck *check)
{
  LintelProject *project = lintel_check_get_project (check);
  g_autoptr (GPtrArray) acceptances = lintel_project_list_acceptances (project);

  for (guint i = 0; i < acceptances->len; i++)
    {
      const LintelAcceptance *acceptance = acceptances->pdata[i];
      LintelPlace place =
          lintel_place_record (LINTEL_PLACE_ACCEPTANCE, acceptance->id, LINTEL_FIELD_NONE);
      g_autofree char *message = NULL;

      if (lintel_acceptance_is_expired (acceptance, lintel_check_get_today (check))
          || lintel_check_acceptance_is_used (check, acceptance->id))
        continue;
      message = describe (acceptance);
      lintel_check_add (check, &place, "%s", message);
    }
}

static void
fix_use (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  lintel_acceptances_add_removal (check, finding, fixes,
                                  _ ("Remove the acceptance that matches nothing"));
}

const LintelRule lintel_rule_acceptance_unused = {
  .id = "acceptance-unused",
  .severity = LINTEL_SEVERITY_WARNING,
  .reads = LINTEL_READS_ACCEPTANCES | LINTEL_READS_FINDINGS,
  .summary = N_ ("An acceptance matches no finding"),
  .explanation = N_ (
      "Somebody accepted a finding with a written reason, but no finding of that rule is left at "
      "that place. Left in the project, the acceptance would silently hide the next problem that "
      "comes up there. An acceptance without a written reason and a name covers nothing at all.\n\n"
      "Remove it when the problem has been solved. If the problem is still listed, the "
      "acceptance names another place or rule: correct it."),
  .check = check_use,
  .fix = fix_use,
};
