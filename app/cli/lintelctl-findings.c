/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the subcommands that lint name files, levels and findings. */

#include "config.h"

#include "app/cli/lintelctl-findings.h"

#include <glib/gi18n.h>

void
lintelctl_append_finding (GString *text, const LintelFinding *finding, LintelProject *project)
{
  const LintelAcceptance *acceptance =
      lintel_project_get_acceptance (project, lintel_finding_get_acceptance (finding));

  g_string_append_printf (text, "%s: %s",
                          lintel_severity_to_id (lintel_finding_get_severity (finding)),
                          lintel_finding_get_message (finding));
  if (acceptance != NULL)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, C_ ("finding", "(accepted by %s: %s)"), acceptance->by,
                              acceptance->reason);
    }
  g_string_append_printf (text, " [%s]\n", lintel_rule_get_id (lintel_finding_get_rule (finding)));
}

void
lintelctl_counts_add (LintelctlCounts *counts, LintelLinter *linter)
{
  GPtrArray *findings = lintel_linter_get_findings (linter);

  for (guint i = 0; i < findings->len; i++)
    {
      const LintelFinding *finding = findings->pdata[i];

      if (lintel_finding_get_acceptance (finding) != 0)
        counts->accepted++;
      else
        counts->open[lintel_finding_get_severity (finding)]++;
    }
}

char *
lintelctl_counts_format (const LintelctlCounts *counts)
{
  return lintel_report_format_counts (counts->open[LINTEL_SEVERITY_ERROR],
                                      counts->open[LINTEL_SEVERITY_WARNING],
                                      counts->open[LINTEL_SEVERITY_NOTE], counts->accepted);
}
