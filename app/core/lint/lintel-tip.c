/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the steps of the hardening tip are. The window's checklist and the certificate go by it,
 * and what it calls done is what the export asks for. */

#include "config.h"

#include "lintel/lint.h"

void
lintel_tip_state_clear (LintelTipState *step)
{
  g_clear_pointer (&step->open, g_ptr_array_unref);
}

static void
count_finding (LintelTipState *step, LintelFinding *finding)
{
  LintelSeverity severity = lintel_finding_get_severity (finding);

  if (severity == LINTEL_SEVERITY_NOTE)
    return;
  if (lintel_finding_get_acceptance (finding) != 0)
    {
      step->n_accepted++;
      return;
    }
  if (severity == LINTEL_SEVERITY_ERROR)
    step->n_errors++;
  else
    step->n_warnings++;
  g_ptr_array_add (step->open, lintel_finding_ref (finding));
}

LintelTipState
lintel_linter_get_tip_state (LintelLinter *self, LintelTip tip)
{
  GPtrArray *findings = lintel_linter_get_findings (self);
  LintelTipState step = { .open = g_ptr_array_new_with_free_func (
                              (GDestroyNotify) lintel_finding_unref) };

  for (guint i = 0; i < findings->len; i++)
    if (lintel_rule_get_tip (lintel_finding_get_rule (findings->pdata[i])) == tip)
      count_finding (&step, findings->pdata[i]);
  return step;
}

guint
lintel_linter_count_tips_done (LintelLinter *self)
{
  guint n = 0;

  for (int tip = 0; tip < LINTEL_N_TIPS; tip++)
    {
      g_auto (LintelTipState) step = lintel_linter_get_tip_state (self, (LintelTip) tip);

      n += step.n_errors == 0 ? 1 : 0;
    }
  return n;
}

const char **
lintel_tip_list_rules (LintelTip tip)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < lintel_rules_get_n (); i++)
    if (lintel_rule_get_tip (lintel_rules_get (i)) == tip)
      g_ptr_array_add (ids, (gpointer) lintel_rule_get_id (lintel_rules_get (i)));
  g_ptr_array_add (ids, NULL);
  return (const char **) g_ptr_array_free (ids, FALSE);
}
