/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A class that lets calls to the islands with country code 1 out. */

#include "config.h"

#include "app/core/lint/lintel-block-private.h"
#include "app/core/lint/lintel-reach-rules-private.h"

#include <glib/gi18n-lib.h>

#define DESTINATION "islands"

/* Telephones that may call abroad may call the islands. Nobody means that of an InMail port. */
static gboolean
is_meant_to (LintelProject *project, const LintelSurvey *survey, int class)
{
  return survey->users[class].inmail->len == 0 && lintel_reach_is_open_abroad (project, class);
}

static void
check_classes (LintelCheck *check)
{
  const LintelSurvey *survey = lintel_check_get_survey (check);
  LintelProject *project = lintel_check_get_project (check);

  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    if (!is_meant_to (project, survey, class))
      lintel_reach_check_class (
          check, class, DESTINATION,
          _ ("enter the codes of the islands, each with its 1, in a restriction table and assign "
             "it to the class (21-06-07, 21-05-08)"));
}

static void
fix_class (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  lintel_block_fix (check, finding, DESTINATION, fixes);
}

const LintelRule lintel_rule_islands_reachable = {
  .id = "islands-reachable",
  .severity = LINTEL_SEVERITY_WARNING,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("A class lets calls to islands with country code 1 out"),
  .explanation = N_ (
      "Jamaica, the Dominican Republic and other islands share country code 1 with the United "
      "States. They are dialed like any long-distance call, 1 876 and seven digits, and charged "
      "like a call abroad; an entry 011 does not stop them. Many of the numbers that toll fraud "
      "earns from are there.\n\n"
      "Enter the area codes with their 1 in a restriction table (21-06-07) and assign it to the "
      "class (21-05-08). Carriers that take ten digits put the call through without the 1 too: for "
      "that the fix enters 876@@@@@@@ and the like, which match ten digits and leave a local "
      "exchange 876 alone; an entry 876 would block it. A table that only InMail ports have gets "
      "all that voicemail has no business with: 011, 01, 00, 101, 900, 1900 and 976 as well.\n\n"
      "Telephones in a class that may call abroad directly are not reported here."),
  .check = check_classes,
  .fix = fix_class,
};
