/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The registry in its public order, and the words for severities and for the steps of the tip.
 */

#include "config.h"

#include "app/core/lint/lintel-engine-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (lintel_lint_error, lintel_lint_error)

static int
compare_rules (gconstpointer a, gconstpointer b)
{
  const LintelRule *rule_a = *(const LintelRule *const *) a;
  const LintelRule *rule_b = *(const LintelRule *const *) b;
  int step_a = rule_a->tip == LINTEL_TIP_NONE ? LINTEL_N_TIPS : (int) rule_a->tip;
  int step_b = rule_b->tip == LINTEL_TIP_NONE ? LINTEL_N_TIPS : (int) rule_b->tip;

  return step_a != step_b ? step_a - step_b : strcmp (rule_a->id, rule_b->id);
}

/* The build lists the rules by file name; people read them along the tip. */
static const LintelRule *const *
get_sorted (void)
{
  static const LintelRule **sorted;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      sorted = g_new (const LintelRule *, lintel_rule_registry_size + 1);
      for (guint i = 0; i < lintel_rule_registry_size; i++)
        sorted[i] = lintel_rule_registry[i];
      qsort (sorted, lintel_rule_registry_size, sizeof *sorted, compare_rules);
      g_once_init_leave (&ready, 1);
    }
  return sorted;
}

guint
lintel_rules_get_n (void)
{
  return lintel_rule_registry_size;
}

const LintelRule *
lintel_rules_get (guint n)
{
  g_return_val_if_fail (n < lintel_rule_registry_size, NULL);
  return get_sorted ()[n];
}

const LintelRule *
lintel_rules_find (const char *id)
{
  for (guint i = 0; i < lintel_rule_registry_size; i++)
    if (g_str_equal (lintel_rule_registry[i]->id, id))
      return lintel_rule_registry[i];
  return NULL;
}

gboolean
lintel_rules_check_severity (const char *rule, LintelSeverity severity, GError **error)
{
  const LintelRule *found = lintel_rules_find (rule);

  if (found == NULL)
    g_set_error (error, LINTEL_LINT_ERROR, LINTEL_LINT_ERROR_RULE,
                 _ ("there is no rule “%s” (“lintelctl rules” lists them)"), rule);
  else if (found->locked && severity < LINTEL_SEVERITY_WARNING)
    g_set_error (error, LINTEL_LINT_ERROR, LINTEL_LINT_ERROR_LOCKED,
                 _ ("%s guards against toll fraud and cannot go below “warning”; accept single "
                    "findings with a reason instead"),
                 rule);
  else
    return TRUE;
  return FALSE;
}

guint
lintel_rule_get_position (const LintelRule *rule)
{
  const LintelRule *const *sorted = get_sorted ();
  guint n = 0;

  while (sorted[n] != rule)
    n++;
  return n;
}

const char *
lintel_rule_get_id (const LintelRule *rule)
{
  return rule->id;
}

LintelSeverity
lintel_rule_get_severity (const LintelRule *rule)
{
  return rule->severity;
}

gboolean
lintel_rule_is_locked (const LintelRule *rule)
{
  return rule->locked;
}

gboolean
lintel_rule_can_fix (const LintelRule *rule)
{
  return rule->fix != NULL;
}

LintelTip
lintel_rule_get_tip (const LintelRule *rule)
{
  return rule->tip;
}

const char *
lintel_rule_get_summary (const LintelRule *rule)
{
  return _ (rule->summary);
}

const char *
lintel_rule_get_explanation (const LintelRule *rule)
{
  return _ (rule->explanation);
}

static const struct
{
  const char *id, *title;
} severities[LINTEL_N_SEVERITIES] = {
  [LINTEL_SEVERITY_NOTE] = { "note", NC_ ("severity", "Note") },
  [LINTEL_SEVERITY_WARNING] = { "warning", NC_ ("severity", "Warning") },
  [LINTEL_SEVERITY_ERROR] = { "error", NC_ ("severity", "Error") },
};

const char *
lintel_severity_to_id (LintelSeverity severity)
{
  return severities[severity].id;
}

gboolean
lintel_severity_from_id (const char *id, LintelSeverity *severity)
{
  for (guint i = 0; i < LINTEL_N_SEVERITIES; i++)
    if (g_str_equal (severities[i].id, id))
      {
        *severity = (LintelSeverity) i;
        return TRUE;
      }
  return FALSE;
}

const char *
lintel_severity_get_title (LintelSeverity severity)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "severity", severities[severity].title);
}

const char *
lintel_tip_get_title (LintelTip tip, LintelModel model)
{
  gboolean sl1100 = model == LINTEL_MODEL_SL1100;

  switch (tip)
    {
    case LINTEL_TIP_CODES:
      return _ ("Protect every mailbox with a security code that is hard to guess");
    case LINTEL_TIP_STATION_BOXES:
      return sl1100 ? _ ("Set unused station mailboxes to Undefined (47-02)")
                    : _ ("Set unused station mailboxes to None (47-02)");
    case LINTEL_TIP_GROUP_BOXES:
      return sl1100 ? _ ("Set unused group mailboxes to Undefined (47-03)")
                    : _ ("Set unused group mailboxes to None (47-03)");
    case LINTEL_TIP_INMAIL_CLASS:
      return _ ("Put the InMail ports in a restricted class in all modes (21-04)");
    case LINTEL_TIP_CLASS_TABLE:
      return _ ("Assign the international table to that class (21-05)");
    case LINTEL_TIP_TABLE_ENTRIES:
      return _ ("Enter 011 in the international table (21-06)");
    case LINTEL_TIP_NONE:
    default:
      return _ ("Beyond the tip");
    }
}
