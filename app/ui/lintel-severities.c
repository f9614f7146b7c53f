/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Severities that the user has set for rules. */

#include "config.h"

#include "app/ui/lintel-severities.h"

#include "app/ui/lintel-settings.h"

#define KEY "severities"

/* The settings as pairs; what is no rule, or a severity that it may not have, is passed over. */
static gboolean
parse_pair (const char *pair, const LintelRule **rule, LintelSeverity *severity)
{
  g_auto (GStrv) parts = g_strsplit (pair, "=", 2);

  if (g_strv_length (parts) != 2 || !lintel_severity_from_id (parts[1], severity)
      || !lintel_rules_check_severity (parts[0], *severity, NULL))
    return FALSE;
  *rule = lintel_rules_find (parts[0]);
  return *rule != NULL;
}

gboolean
lintel_severities_get (const LintelRule *rule, LintelSeverity *severity)
{
  g_autofree char *text = lintel_settings_get_string (KEY);
  g_auto (GStrv) pairs = g_strsplit (text, ",", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      const LintelRule *named;

      if (parse_pair (pairs[i], &named, severity) && named == rule)
        return TRUE;
    }
  return FALSE;
}

/* Writes all pairs but RULE's and, with SEVERITY, a new one for it. */
static void
write_pairs (const LintelRule *rule, const LintelSeverity *severity)
{
  g_autofree char *text = lintel_settings_get_string (KEY);
  g_auto (GStrv) pairs = g_strsplit (text, ",", -1);
  g_autoptr (GString) written = g_string_new (NULL);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      const LintelRule *named;
      LintelSeverity level;

      if (parse_pair (pairs[i], &named, &level) && named != rule)
        g_string_append_printf (written, "%s%s", written->len > 0 ? "," : "", pairs[i]);
    }
  if (severity != NULL)
    g_string_append_printf (written, "%s%s=%s", written->len > 0 ? "," : "",
                            lintel_rule_get_id (rule), lintel_severity_to_id (*severity));
  lintel_settings_set_string (KEY, written->str);
}

void
lintel_severities_set (const LintelRule *rule, LintelSeverity severity)
{
  write_pairs (rule, &severity);
}

void
lintel_severities_reset (const LintelRule *rule)
{
  write_pairs (rule, NULL);
}

void
lintel_severities_apply (LintelLinter *linter)
{
  for (guint i = 0; i < lintel_rules_get_n (); i++)
    {
      const LintelRule *rule = lintel_rules_get (i);
      LintelSeverity severity;

      if (!lintel_severities_get (rule, &severity))
        severity = lintel_rule_get_severity (rule);
      lintel_linter_set_severity (linter, lintel_rule_get_id (rule), severity, NULL);
    }
}
