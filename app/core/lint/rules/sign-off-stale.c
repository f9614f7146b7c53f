/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody signed for the project, and it has been changed since. */

#include "config.h"

#include "app/core/lint/lintel-rule-private.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

static void
report (LintelCheck *check, LintelSignOffKind kind, const LintelSignOff *sign_off)
{
  LintelPlace place = lintel_place_record (LINTEL_PLACE_SIGN_OFF, (int) kind, LINTEL_FIELD_NONE);
  const char *by = *sign_off->by != '\0' ? sign_off->by : C_ ("sign-off", "Somebody");
  g_autofree char *time = lintel_locale_moment_utc (sign_off->time);

  if (kind == LINTEL_SIGN_OFF_PREPARED)
    lintel_check_add (check, &place,
                      _ ("%s signed as the one who prepared this project (%s), and it has been "
                         "changed since: look at the changes and sign again"),
                      by, time);
  else
    lintel_check_add (check, &place,
                      _ ("%s signed as the one who reviewed this project (%s), and it has been "
                         "changed since: have it reviewed again"),
                      by, time);
}

/* The hash covers all of the project, so it is worked out only when there is a use for it. */
static void
check_sign_offs (LintelCheck *check)
{
  LintelProject *project = lintel_check_get_project (check);
  g_autofree char *hash = NULL;

  for (int kind = 1; kind <= LINTEL_N_SIGN_OFFS; kind++)
    {
      LintelSignOff sign_off;

      if (!lintel_project_get_sign_off (project, (LintelSignOffKind) kind, &sign_off))
        continue;
      if (hash == NULL)
        hash = lintel_project_compute_hash (project);
      if (!g_str_equal (hash, sign_off.sha256))
        report (check, (LintelSignOffKind) kind, &sign_off);
    }
}

const LintelRule lintel_rule_sign_off_stale = {
  .id = "sign-off-stale",
  .severity = LINTEL_SEVERITY_WARNING,
  .reads = LINTEL_READS_ALL_PROGRAMS | LINTEL_READS_EXTENSIONS | LINTEL_READS_STRAYS
           | LINTEL_READS_DIAL_TESTS | LINTEL_READS_ACCEPTANCES | LINTEL_READS_CUSTOMER
           | LINTEL_READS_SIGN_OFFS,
  .summary = N_ ("The project has been changed after it was signed"),
  .explanation = N_ (
      "A signature stands for the project as it was at that moment. Something has been changed "
      "since, so nobody has signed for what would ship now. Mailbox codes do not count: users "
      "set them at the telephone.\n\n"
      "The Compare tab and “lintelctl diff” show what is different from a copy of that time. Then "
      "sign again, on the Overview or with “lintelctl sign”."),
  .check = check_sign_offs,
};
