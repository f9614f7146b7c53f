/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An acceptance past its end date: what it covered is open again. */

#include "config.h"

#include "app/core/lint/lintel-rule-private.h"
#include "app/core/lint/lintel-acceptances-private.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

static void
check_dates (LintelCheck *check)
{
  LintelProject *project = lintel_check_get_project (check);
  g_autoptr (GPtrArray) acceptances = lintel_project_list_acceptances (project);

  for (guint i = 0; i < acceptances->len; i++)
    {
      const LintelAcceptance *acceptance = acceptances->pdata[i];
      LintelPlace place =
          lintel_place_record (LINTEL_PLACE_ACCEPTANCE, acceptance->id, LINTEL_FIELD_NONE);
      g_autofree char *until = lintel_locale_day (acceptance->until);

      if (!lintel_acceptance_has_date (acceptance))
        lintel_check_add (check, &place,
                          _ ("The acceptance of %s at %s ends on “%s”, which is no date, so it "
                             "covers nothing: enter a date such as 2027-01-31, or remove it"),
                          acceptance->rule, acceptance->at, acceptance->until);
      else if (lintel_acceptance_is_expired (acceptance, lintel_check_get_today (check)))
        lintel_check_add (check, &place,
                          _ ("The acceptance of %s at %s ended on %s and covers nothing any more: "
                             "solve the problem, or accept it again with a new date"),
                          acceptance->rule, acceptance->at, until);
    }
}

static void
fix_dates (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  lintel_acceptances_add_removal (check, finding, fixes, _ ("Remove the expired acceptance"));
}

const LintelRule lintel_rule_acceptance_expired = {
  .id = "acceptance-expired",
  .severity = LINTEL_SEVERITY_WARNING,
  .reads = LINTEL_READS_ACCEPTANCES,
  .summary = N_ ("An acceptance is past its end date"),
  .explanation =
      N_ ("The acceptance was given until a date that has passed, so the finding that it covered "
          "counts again. An end date is there to make somebody look once more.\n\n"
          "Solve the problem and remove the acceptance, or accept the finding again with a reason "
          "that holds today and a new date."),
  .check = check_dates,
  .fix = fix_dates,
};
