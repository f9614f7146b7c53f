/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fix all: works on a copy, one fix at a time, each in the state that the one before has left,
 * until nothing more can be fixed. What comes out is the difference between copy and project, so
 * that a place which several fixes touched changes once.
 */

#include "config.h"

#include "app/core/lint/lintel-engine-private.h"

#include <glib/gi18n-lib.h>

/* A fix can bring up findings that another rule can fix. The bounds end a quarrel between two
 * rules; honest work stays far below them. The most tries need records that read alike: when the
 * first of them is removed, the next has its number. */
#define MAX_PASSES 16
#define MAX_TRIES 16

typedef struct
{
  LintelProject *copy;
  LintelLinter *linter; /* of the copy */
  GHashTable *tries;    /* finding as text → how often it was fixed */
  GHashTable *failed;   /* findings as text that had no fix in this pass: another fix may help */
  GHashTable *labels;   /* LintelPlace* → label of the fix that changed it last */
  GPtrArray *order;     /* of labels, as they came up: along the tip */
} Repair;

static void
repair_init (Repair *repair, LintelLinter *linter)
{
  repair->copy = lintel_project_copy (lintel_linter_get_project (linter));
  repair->linter = lintel_linter_new (repair->copy);
  lintel_linter_set_today (repair->linter, lintel_linter_get_today (linter));
  repair->tries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  repair->failed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  repair->labels = g_hash_table_new_full (lintel_place_hash, lintel_place_equal, g_free, g_free);
  repair->order = g_ptr_array_new_with_free_func (g_free);
}

static void
repair_clear (Repair *repair)
{
  g_ptr_array_unref (repair->order);
  g_hash_table_unref (repair->labels);
  g_hash_table_unref (repair->failed);
  g_hash_table_unref (repair->tries);
  g_object_unref (repair->linter);
  g_object_unref (repair->copy);
}

/* Transfer full. */
static char *
make_key (Repair *repair, const LintelFinding *finding)
{
  g_autofree char *address = lintel_finding_get_address (finding, 0, repair->copy);

  return g_strdup_printf ("%s %s %u %s", finding->rule->id, address, finding->n_places,
                          finding->message);
}

static gboolean
may_try (Repair *repair, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (repair->tries, key)) < MAX_TRIES
         && !g_hash_table_contains (repair->failed, key);
}

static void
count_try (Repair *repair, const char *key)
{
  guint tries = GPOINTER_TO_UINT (g_hash_table_lookup (repair->tries, key));

  g_hash_table_insert (repair->tries, g_strdup (key), GUINT_TO_POINTER (tries + 1));
}

static gboolean
apply_fix (Repair *repair, const LintelFix *fix)
{
  if (!lintel_project_apply (repair->copy, fix->label, NULL, fix->edits, NULL))
    return FALSE;
  if (!g_ptr_array_find_with_equal_func (repair->order, fix->label, g_str_equal, NULL))
    g_ptr_array_add (repair->order, g_strdup (fix->label));
  for (guint i = 0; i < fix->edits->len; i++)
    {
      const LintelEdit *edit = fix->edits->pdata[i];

      g_hash_table_replace (repair->labels, g_memdup2 (&edit->place, sizeof edit->place),
                            g_strdup (fix->label));
    }
  return TRUE;
}

static gboolean
repair_finding (Repair *repair, const LintelFinding *finding)
{
  LintelCheck check = lintel_linter_begin_fix (repair->linter, finding->rule);
  g_autofree char *key = make_key (repair, finding);
  g_autoptr (GPtrArray) fixes = NULL;

  if (finding->acceptance != 0 || !may_try (repair, key))
    return FALSE;
  fixes = lintel_check_list_fixes (&check, finding);
  for (guint i = 0; i < fixes->len; i++)
    if (apply_fix (repair, fixes->pdata[i]))
      {
        count_try (repair, key);
        return TRUE;
      }
  g_hash_table_add (repair->failed, g_steal_pointer (&key));
  return FALSE;
}

/* Fixes the first finding of RULE that can be. */
static gboolean
repair_first (Repair *repair, const LintelRule *rule)
{
  GPtrArray *findings = lintel_linter_check_rule (repair->linter, rule);

  for (guint i = 0; i < findings->len; i++)
    if (repair_finding (repair, findings->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
repair_pass (Repair *repair, const char *const *ids)
{
  gboolean did = FALSE;

  g_hash_table_remove_all (repair->failed);
  for (guint i = 0; i < lintel_rules_get_n (); i++)
    {
      const LintelRule *rule = lintel_rules_get (i);

      if (rule->fix == NULL || (ids != NULL && !g_strv_contains (ids, rule->id)))
        continue;
      while (repair_first (repair, rule))
        did = TRUE;
    }
  return did;
}

static void
repair_all (Repair *repair, const char *const *ids)
{
  for (guint pass = 0; pass < MAX_PASSES && repair_pass (repair, ids); pass++)
    ;
}

GPtrArray *
lintel_linter_fix_all (LintelLinter *self, const char *const *ids)
{
  Repair repair;
  GPtrArray *edits;

  repair_init (&repair, self);
  repair_all (&repair, ids);
  edits = lintel_project_diff (lintel_linter_get_project (self), repair.copy);
  repair_clear (&repair);
  return edits;
}

/* A record is removed as a whole and comes out of the difference field by field; what was kept
 * aside goes when its place is set. */
static const char *
find_label (Repair *repair, const LintelPlace *place, LintelProject *project)
{
  const char *label = g_hash_table_lookup (repair->labels, place);
  const LintelStray *stray;
  LintelPlace record = *place;

  if (label != NULL)
    return label;
  if (place->kind == LINTEL_PLACE_STRAY)
    {
      stray = lintel_project_get_stray (project, place->index[0]);
      label = stray != NULL && stray->has_target
                  ? g_hash_table_lookup (repair->labels, &stray->target)
                  : NULL;
    }
  else
    {
      record.field = LINTEL_FIELD_NONE;
      label = g_hash_table_lookup (repair->labels, &record);
    }
  return label != NULL ? label : _ ("What follows from the other changes");
}

static LintelFix *
find_group (GPtrArray *groups, const char *label)
{
  LintelFix *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = groups->pdata[i];
      if (g_str_equal (group->label, label))
        return group;
    }
  group = g_new0 (LintelFix, 1);
  group->label = g_strdup (label);
  group->edits = lintel_edits_new ();
  g_ptr_array_add (groups, group);
  return group;
}

static void
drop_empty_groups (GPtrArray *groups)
{
  for (guint i = groups->len; i > 0; i--)
    {
      const LintelFix *group = groups->pdata[i - 1];

      if (group->edits->len == 0)
        g_ptr_array_remove_index (groups, i - 1);
    }
}

GPtrArray *
lintel_linter_plan_fixes (LintelLinter *self, const char *const *ids)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_fix_free);
  g_autoptr (GPtrArray) edits = NULL;
  Repair repair;

  repair_init (&repair, self);
  repair_all (&repair, ids);
  edits = lintel_project_diff (lintel_linter_get_project (self), repair.copy);
  for (guint i = 0; i < repair.order->len; i++)
    find_group (groups, repair.order->pdata[i]);
  for (guint i = 0; i < edits->len; i++)
    {
      const LintelEdit *edit = edits->pdata[i];
      const char *label = find_label (&repair, &edit->place, lintel_linter_get_project (self));

      g_ptr_array_add (find_group (groups, label)->edits, lintel_edit_copy (edit));
    }
  drop_empty_groups (groups);
  repair_clear (&repair);
  return groups;
}
