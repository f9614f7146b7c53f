/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl rules: lists what check looks for. */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include "lintel/report.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
print_json (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "rules");
  json_builder_begin_array (builder);
  for (guint i = 0; i < lintel_rules_get_n (); i++)
    lintel_report_add_rule (builder, lintel_rules_get (i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  text = lintel_report_print (builder);
  fputs (text, stdout);
}

static void
print_table (void)
{
  int width = 0;

  for (guint i = 0; i < lintel_rules_get_n (); i++)
    width = MAX (width, (int) strlen (lintel_rule_get_id (lintel_rules_get (i))));
  for (guint i = 0; i < lintel_rules_get_n (); i++)
    {
      const LintelRule *rule = lintel_rules_get (i);

      printf ("%-*s  %-7s  %-3s  %s\n", width, lintel_rule_get_id (rule),
              lintel_severity_to_id (lintel_rule_get_severity (rule)),
              lintel_rule_can_fix (rule) ? "fix" : "-", lintel_rule_get_summary (rule));
    }
}

int
lintelctl_rules (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON instead of text"), NULL },
    { NULL },
  };

  if (!lintelctl_parse (NULL,
                        _ ("Lists the rules along the steps of the hardening tip: id, severity, "
                           "whether it can be repaired, and what it finds."),
                        entries, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc > 1)
    return lintelctl_fail (_ ("rules takes no arguments (“lintelctl explain RULE” tells more)"));
  if (json)
    print_json ();
  else
    print_table ();
  return LINTELCTL_FINE;
}
