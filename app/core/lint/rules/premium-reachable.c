/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A class that lets premium-rate numbers out. */

#include "config.h"

#include "app/core/lint/lintel-reach-rules-private.h"

#include <glib/gi18n-lib.h>

static const LintelReachSubject subject = {
  .destination = "premium",
  .remedy =
      N_ ("enter 900, 1900, 976 and 1@@@976 in a table that blocks them (21-06-05 or 21-06-07)"),
};

const LintelRule lintel_rule_premium_reachable = {
  .id = "premium-reachable",
  .severity = LINTEL_SEVERITY_WARNING,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("A class lets premium-rate numbers out"),
  .explanation = N_ (
      "Who owns a premium-rate number earns from each minute, so such numbers are called at night "
      "from systems that have been broken into. 900 numbers and the exchange 976 of every area "
      "code are charged that way.\n\n"
      "Enter 900, 1900 and 976 in the Common Restriction Table (21-06-05), where the factory has "
      "them, or in the restriction table of the class (21-06-07), and see that the class has that "
      "table (21-05-06, 21-05-08). 1@@@976 blocks 976 behind an area code. Where ten digits are "
      "dialed without the 1 it takes 2@@976@@@@ to 9@@976@@@@: @@@976 would also block 1 219 765 "
      "0100, and without the @ at the end 555 9761."),
  .check = lintel_reach_check,
  .fix = lintel_reach_fix,
  .subject = &subject,
};
