/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two mailboxes with one number. */

#include "config.h"

#include "app/core/lint/lintel-rule-private.h"
#include "app/core/lint/lintel-survey-private.h"

#include <glib/gi18n-lib.h>

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  LintelProject *project = lintel_check_get_project (check);
  g_autofree char *addresses = lintel_places_summarize (places, n, project);

  return g_strdup_printf (
      _ ("More than one mailbox that is switched on has the number %s: give each "
         "its own, or switch the others off (%s)"),
      (const char *) data, addresses);
}

static GHashTable *
group_by_number (LintelCheck *check)
{
  const LintelSurvey *survey = lintel_check_get_survey (check);
  GHashTable *groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < survey->mailboxes->len; i++)
    {
      const LintelMailbox *mailbox = &g_array_index (survey->mailboxes, LintelMailbox, i);
      LintelPlace place;
      GArray *places;

      if (mailbox->type == 0 || *mailbox->number == '\0')
        continue;
      place = lintel_place_cell (
          lintel_check_get_item (check, mailbox->is_group ? "47-03" : "47-02", "02"),
          mailbox->index, 1);
      places = g_hash_table_lookup (groups, mailbox->number);
      if (places == NULL)
        {
          places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));
          g_hash_table_insert (groups, (gpointer) mailbox->number, places);
        }
      g_array_append_val (places, place);
    }
  return groups;
}

static void
check_mailboxes (LintelCheck *check)
{
  g_autoptr (GHashTable) groups = group_by_number (check);
  GHashTableIter iter;
  gpointer number, places;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &number, &places))
    if (((GArray *) places)->len > 1)
      lintel_check_add_group (check, places, describe, number);
}

const LintelRule lintel_rule_mailbox_number_duplicate = {
  .id = "mailbox-number-duplicate",
  .severity = LINTEL_SEVERITY_WARNING,
  .reads = LINTEL_READS_47_02 | LINTEL_READS_47_03,
  .summary = N_ ("Several mailboxes have the same number"),
  .explanation = N_ (
      "Two mailboxes that are switched on have one number, so it is not certain in which of them a "
      "message lands and whose security code protects it. The other one is easily forgotten.\n\n"
      "Give each mailbox its own number (47-02-02, 47-03-02), or switch off the ones that are not "
      "needed by setting their type to 0."),
  .check = check_mailboxes,
};
