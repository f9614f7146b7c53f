/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl explain: why a rule matters and what to do. */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include "lintel/lint.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* The models have different words for the same step. */
static void
print_tip (LintelTip tip)
{
  const char *sl2100 = lintel_tip_get_title (tip, LINTEL_MODEL_SL2100);
  const char *sl1100 = lintel_tip_get_title (tip, LINTEL_MODEL_SL1100);

  if (tip == LINTEL_TIP_NONE)
    return;
  printf (_ ("Step of the hardening tip: %s\n"), sl2100);
  if (!g_str_equal (sl2100, sl1100))
    printf (_ ("The same on an SL1100: %s\n"), sl1100);
}

static void
print_rule (const LintelRule *rule)
{
  printf ("%s: %s\n\n", lintel_rule_get_id (rule), lintel_rule_get_summary (rule));
  printf ("%s\n\n", lintel_rule_get_explanation (rule));
  printf (C_ ("rule", "Severity: %s"), lintel_severity_to_id (lintel_rule_get_severity (rule)));
  if (lintel_rule_is_locked (rule))
    printf ("%s", _ (" (never below warning)"));
  printf ("\n");
  print_tip (lintel_rule_get_tip (rule));
  if (lintel_rule_can_fix (rule))
    printf (_ ("Repair: lintelctl fix --rule %s FILE\n"), lintel_rule_get_id (rule));
  else
    printf (_ ("Repair: by hand\n"));
}

int
lintelctl_explain (int argc, char **argv)
{
  const LintelRule *rule;

  if (!lintelctl_parse (_ ("RULE"), _ ("Says why a rule matters and what to do about it."), NULL,
                        &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc != 2)
    return lintelctl_fail (_ ("explain takes one rule (“lintelctl rules” lists them)"));
  rule = lintel_rules_find (argv[1]);
  if (rule == NULL)
    return lintelctl_fail (_ ("there is no rule “%s” (“lintelctl rules” lists them)"), argv[1]);
  print_rule (rule);
  return LINTELCTL_FINE;
}
