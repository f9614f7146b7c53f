/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A telephone that can call abroad. */

#include "config.h"

#include "app/core/lint/lintel-reach-rules-private.h"

#include <glib/gi18n-lib.h>

static void
check_classes (LintelCheck *check)
{
  const LintelSurvey *survey = lintel_check_get_survey (check);
  LintelProject *project = lintel_check_get_project (check);
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (LintelDialUser));

  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    {
      LintelReachCase reach_case = {
        .system = lintel_dial_system_of (project),
        .number = class,
        .inmail = nobody,
        .telephones = survey->users[class].telephones,
        .name = &survey->users[class].names->telephones,
        .remedy = _ ("if nobody there has to, assign the international table with 011 to the class "
                     "(21-05-01, 21-06-01)"),
      };

      if (reach_case.telephones->len == 0 || !lintel_reach_is_open_abroad (project, class))
        continue;
      reach_case.reach = lintel_dial_system_find_reach (reach_case.system, class, "international");
      lintel_reach_report (check, &reach_case);
    }
}

const LintelRule lintel_rule_international_reachable = {
  .id = "international-reachable",
  .severity = LINTEL_SEVERITY_WARNING,
  .locked = TRUE,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("Telephones can call abroad"),
  .explanation = N_ (
      "Most offices call abroad seldom or never, and then from a few telephones. Every other "
      "telephone that can is a way out for somebody who forwards it, or who finds it unattended. "
      "The number in the finding was searched for in the tables of the class and gets out in "
      "every reading of NEC's manuals.\n\n"
      "Assign the international table (21-05-01) with 011 in it (21-06-01) to the class, and give "
      "those who have to call abroad a class of their own. Accept the finding for that class, with "
      "the reason.\n\n"
      "InMail ports that can call abroad are an error of their own, inmail-port-class, and are not "
      "named here again. What the manuals leave open is international-not-proved."),
  .check = check_classes,
};
