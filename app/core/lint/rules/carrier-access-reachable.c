/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A class that blocks international calls, but not other carriers' access codes. */

#include "config.h"

#include "app/core/lint/lintel-reach-rules-private.h"

#include <glib/gi18n-lib.h>

static const LintelReachSubject subject = {
  .destination = "carrier-access",
  .remedy = N_ ("enter 101 in the international table (21-06-01) or in the restriction table of "
                "the class (21-06-07)"),
  .only_where_abroad_is_blocked = TRUE,
};

const LintelRule lintel_rule_carrier_access_reachable = {
  .id = "carrier-access-reachable",
  .severity = LINTEL_SEVERITY_WARNING,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("A class that blocks 011 lets calls through another carrier out"),
  .explanation =
      N_ ("101 and four digits in front of a number send the call through another carrier, who "
          "bills it. The tables compare what is dialed from its first digit on, so that 011, 1900 "
          "or 1876 behind such a code match no entry.\n\nEnter 101 in the international table "
          "(21-06-01) or in the restriction table of the class (21-06-07). Hardly any office dials "
          "such codes today. Classes that may call abroad anyway are not reported."),
  .check = lintel_reach_check,
  .fix = lintel_reach_fix,
  .subject = &subject,
};
