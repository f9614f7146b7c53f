/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A class that blocks international calls, but not behind a service code. */

#include "config.h"

#include "app/core/lint/lintel-reach-rules-private.h"

#include <glib/gi18n-lib.h>

static const LintelReachSubject subject = {
  .destination = "vertical-international",
  .remedy = N_ ("enter *@@01 in the restriction table of the class (21-06-07)"),
  .only_where_abroad_is_blocked = TRUE,
};

const LintelRule lintel_rule_vertical_code_bypass = {
  .id = "vertical-code-bypass",
  .severity = LINTEL_SEVERITY_WARNING,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("A class that blocks 011 lets international calls behind a service code out"),
  .explanation =
      N_ ("Codes such as *67, which withholds the caller's number, are dialed before the number. "
          "The tables compare what is dialed from its first digit on, so that an entry 011 does "
          "not match *67 011 and what follows.\n\nEnter *@@01 in the restriction table of the "
          "class (21-06-07): it blocks 01 and 011 behind every such code and leaves the codes "
          "themselves alone. Classes that may call abroad anyway are not reported."),
  .check = lintel_reach_check,
  .fix = lintel_reach_fix,
  .subject = &subject,
};
