/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mailboxes that have one security code between them. */

#include "config.h"

#include "app/core/lint/lintel-code-rules-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autofree char *numbers = lintel_words_for_codes (places, n);

  return g_strdup_printf (ngettext ("Mailbox %s has the same security code as another: set one of "
                                    "its own at the telephone (67, then 7)",
                                    "Mailboxes %s have the same security code: set one for each at "
                                    "the telephone (67, then 7)",
                                    n),
                          numbers);
}

/* Code → the places that have it. */
static GHashTable *
group_by_code (const LintelSurvey *survey)
{
  GHashTable *groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < survey->codes->len; i++)
    {
      const LintelMailboxCode *code = &g_array_index (survey->codes, LintelMailboxCode, i);
      LintelPlace place = lintel_place_code (code->number);
      GArray *places;

      if (code->state != LINTEL_CODE_SET)
        continue;
      places = g_hash_table_lookup (groups, code->code);
      if (places == NULL)
        {
          places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));
          g_hash_table_insert (groups, (gpointer) code->code, places);
        }
      g_array_append_val (places, place);
    }
  return groups;
}

static void
check_codes (LintelCheck *check)
{
  g_autoptr (GHashTable) groups = group_by_code (lintel_check_get_survey (check));
  GHashTableIter iter;
  gpointer places;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &places))
    if (((GArray *) places)->len > 1)
      lintel_check_add_group (check, places, describe, NULL);
}

static guint
count_mailboxes_with (const LintelSurvey *survey, const char *text)
{
  guint count = 0;

  for (guint i = 0; i < survey->codes->len; i++)
    {
      const LintelMailboxCode *code = &g_array_index (survey->codes, LintelMailboxCode, i);

      count += code->state == LINTEL_CODE_SET && g_str_equal (code->code, text);
    }
  return count;
}

/* The first may keep it, unless a mailbox for which that was accepted has it too. */
static void
fix_codes (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);
  const char *code;
  guint n_users;

  lintel_project_get_code (lintel_check_get_project (check), places[0].number, &code);
  n_users = count_mailboxes_with (lintel_check_get_survey (check), code);
  lintel_code_rule_fix_from (check, finding, n_users > n ? 0 : 1, fixes);
}

const LintelRule lintel_rule_mailbox_code_shared = {
  .id = "mailbox-code-shared",
  .severity = LINTEL_SEVERITY_ERROR,
  .tip = LINTEL_TIP_CODES,
  .reads = LINTEL_READS_CODES | LINTEL_READS_47_02 | LINTEL_READS_47_03,
  .summary = N_ ("Several mailboxes have the same security code"),
  .explanation = N_ ("A code that several mailboxes have was handed out, not chosen: everyone in "
                     "the office knows it, and an intruder who learns it opens all of them.\n\n"
                     "Set a code of its own for each mailbox at the telephone (67, then 7). The "
                     "fix draws codes for all but the first."),
  .check = check_codes,
  .fix = fix_codes,
};
