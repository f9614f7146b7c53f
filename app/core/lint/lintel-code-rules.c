/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules about mailbox security codes share: see lintel-code-rules-private.h. */

#include "config.h"

#include "app/core/lint/lintel-code-rules-private.h"

#include "lintel/code.h"

#include <glib/gi18n-lib.h>

void
lintel_code_rule_report (LintelCheck *check, LintelCodeTest test, gpointer data,
                         LintelDescribe describe)
{
  const LintelSurvey *survey = lintel_check_get_survey (check);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

  for (guint i = 0; i < survey->codes->len; i++)
    {
      const LintelMailboxCode *code = &g_array_index (survey->codes, LintelMailboxCode, i);
      LintelPlace place = lintel_place_code (code->number);

      if (test (code, data))
        g_array_append_val (places, place);
    }
  if (places->len > 0)
    lintel_check_add_group (check, places, describe, data);
}

/* The boxes with this number, if all of them are idle: such a box is better switched off than
 * given a code that nobody will ever set at a telephone. */
static gboolean
add_switch_off (LintelCheck *check, const char *number, GPtrArray *edits)
{
  const LintelSurvey *survey = lintel_check_get_survey (check);
  const LintelItem *type = lintel_check_get_item (check, "47-02", "01");
  guint n_edits = edits->len;

  for (guint i = 0; i < survey->mailboxes->len; i++)
    {
      const LintelMailbox *mailbox = &g_array_index (survey->mailboxes, LintelMailbox, i);
      LintelPlace place;

      if (!lintel_mailbox_has_code (mailbox) || !g_str_equal (mailbox->number, number))
        continue;
      if (!lintel_mailbox_is_idle (mailbox))
        {
          g_ptr_array_set_size (edits, (gint) n_edits);
          return FALSE;
        }
      place = lintel_place_cell (type, mailbox->index, 1);
      lintel_edits_add (edits, &place, "0");
    }
  return edits->len > n_edits;
}

static gboolean
add_new_code (const LintelPlace *place, LintelCodeSet *taken, GPtrArray *edits)
{
  char code[LINTEL_CODE_LENGTH + 1];

  if (!lintel_code_draw (taken, place->number, NULL, NULL, code))
    return FALSE;
  lintel_edits_add (edits, place, code);
  return TRUE;
}

/* Without numbers: Fix all shows fixes of the same name as one. */
static const char *
get_label (guint n_codes, guint n_off)
{
  if (n_off == 0)
    return _ ("Draw security codes, to be set at the telephone");
  if (n_codes == 0)
    return _ ("Switch unused mailboxes off");
  return _ ("Draw security codes for mailboxes in use, switch unused ones off");
}

void
lintel_code_rule_fix_from (LintelCheck *check, const LintelFinding *finding, guint first,
                           GPtrArray *fixes)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  LintelCodeSet taken = { 0 };
  guint n, n_codes = 0, n_off = 0;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);

  lintel_code_set_add_project (&taken, lintel_check_get_project (check));
  for (guint i = first; i < n; i++)
    if (add_switch_off (check, places[i].number, edits))
      n_off++;
    else if (add_new_code (&places[i], &taken, edits))
      n_codes++;
    else
      return;
  lintel_fixes_add (check, fixes, g_steal_pointer (&edits), "%s", get_label (n_codes, n_off));
}

void
lintel_code_rule_fix (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  lintel_code_rule_fix_from (check, finding, 0, fixes);
}
