/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A class that blocks direct international calls and lets them out through an operator. */

#include "config.h"

#include "app/core/lint/lintel-reach-rules-private.h"

#include <glib/gi18n-lib.h>

static const LintelReachSubject subject = {
  .destination = "international-operator",
  .remedy = N_ ("enter 01 in the international table (21-06-01)"),
  .only_where_abroad_is_blocked = TRUE,
};

const LintelRule lintel_rule_international_by_operator_reachable = {
  .id = "international-by-operator-reachable",
  .severity = LINTEL_SEVERITY_WARNING,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("A class that blocks 011 lets international calls out through an operator"),
  .explanation =
      N_ ("A call abroad does not have to begin with 011. 01 in front of country code and number "
          "asks an operator to put it through: collect, to a card, or to a third number, which may "
          "be the office's own. An entry 011 does not match such a number.\n\nEnter 01 in the "
          "international table (21-06-01) beside 011. Classes that may call abroad directly are "
          "not reported: an operator is no way around anything for them."),
  .check = lintel_reach_check,
  .fix = lintel_reach_fix,
  .subject = &subject,
};
