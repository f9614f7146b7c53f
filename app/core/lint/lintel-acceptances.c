/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Acceptances as the engine sees them: which places of which rule they cover, and until when.
 *
 * One that names a rule about acceptances covers nothing: whether an acceptance is used would
 * otherwise depend on itself.
 */

#include "config.h"

#include "app/core/lint/lintel-acceptances-private.h"
#include "lintel/acceptance.h"

#include <stdio.h>
#include <string.h>

struct _LintelCovers
{
  GHashTable *by_id;   /* owns them */
  GHashTable *by_rule; /* LintelRule* → GPtrArray of LintelCover*, in the order of the file */
};

static gboolean
parse_iso_date (const char *text, GDate *date)
{
  guint year, month, day;
  char rest;

  if (sscanf (text, "%4u-%2u-%2u%c", &year, &month, &day, &rest) != 3
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

gboolean
lintel_acceptance_is_expired (const LintelAcceptance *acceptance, const GDate *today)
{
  GDate until;

  if (acceptance->until == NULL || acceptance->until[0] == '\0')
    return FALSE;
  g_date_clear (&until, 1);
  return !parse_iso_date (acceptance->until, &until) || g_date_compare (&until, today) < 0;
}

gboolean
lintel_acceptance_has_date (const LintelAcceptance *acceptance)
{
  GDate until;

  g_date_clear (&until, 1);
  return acceptance->until[0] == '\0' || parse_iso_date (acceptance->until, &until);
}

gboolean
lintel_text_is_blank (const char *text)
{
  return text[strspn (text, " \t\n")] == '\0';
}

gboolean
lintel_acceptance_has_reason (const LintelAcceptance *acceptance)
{
  const LintelRule *rule = lintel_rules_find (acceptance->rule);
  g_autofree char *reason = g_strstrip (g_strdup (acceptance->reason));
  const glong least = rule != NULL && rule->locked ? LINTEL_ACCEPTANCE_REASON_LENGTH : 1;

  return g_utf8_strlen (reason, -1) >= least;
}

gboolean
lintel_acceptance_is_signed (const LintelAcceptance *acceptance)
{
  return lintel_acceptance_has_reason (acceptance) && !lintel_text_is_blank (acceptance->by);
}

void
lintel_date_set_today (GDate *date)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static void
free_cover (LintelCover *cover)
{
  g_free (cover->at);
  g_free (cover);
}

static LintelCover *
new_cover (LintelProject *project, const LintelAcceptance *acceptance)
{
  LintelCover *cover = g_new0 (LintelCover, 1);
  const LintelRule *rule = lintel_rules_find (acceptance->rule);

  cover->id = acceptance->id;
  if (rule != NULL && (rule->reads & LINTEL_READS_FINDINGS) == 0)
    cover->rule = rule;
  cover->at = g_strdup (acceptance->at);
  cover->has_place = lintel_place_parse (acceptance->at, project, &cover->place, NULL);
  return cover;
}

static GPtrArray *
list_of_rule (LintelCovers *covers, const LintelRule *rule)
{
  return g_hash_table_lookup (covers->by_rule, rule);
}

static void
add_cover (LintelCovers *covers, LintelCover *cover)
{
  GPtrArray *list = cover->rule != NULL ? list_of_rule (covers, cover->rule) : NULL;

  g_hash_table_insert (covers->by_id, GINT_TO_POINTER (cover->id), cover);
  if (cover->rule == NULL)
    return;
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (covers->by_rule, (gpointer) cover->rule, list);
    }
  g_ptr_array_add (list, cover);
}

LintelCovers *
lintel_covers_new (LintelProject *project, const GDate *today)
{
  LintelCovers *covers = g_new0 (LintelCovers, 1);
  g_autoptr (GPtrArray) acceptances = lintel_project_list_acceptances (project);

  covers->by_id = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) free_cover);
  covers->by_rule = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < acceptances->len; i++)
    {
      const LintelAcceptance *acceptance = acceptances->pdata[i];

      if (lintel_acceptance_is_signed (acceptance)
          && !lintel_acceptance_is_expired (acceptance, today))
        add_cover (covers, new_cover (project, acceptance));
    }
  return covers;
}

void
lintel_covers_free (LintelCovers *covers)
{
  g_hash_table_unref (covers->by_rule);
  g_hash_table_unref (covers->by_id);
  g_free (covers);
}

/* What is kept aside is accepted by the address it was written with, or by where it would go. */
static gboolean
covers_stray (const LintelCover *cover, const LintelStray *stray)
{
  if (stray == NULL)
    return FALSE;
  if (stray->address != NULL && g_str_equal (stray->address, cover->at))
    return TRUE;
  return stray->has_target && cover->has_place
         && lintel_place_is_within (&stray->target, &cover->place);
}

static gboolean
covers_place (const LintelCover *cover, const LintelPlace *place, LintelProject *project)
{
  if (place->kind == LINTEL_PLACE_STRAY)
    return covers_stray (cover, lintel_project_get_stray (project, place->index[0]));
  return cover->has_place && lintel_place_is_within (place, &cover->place);
}

LintelCover *
lintel_covers_find (LintelCovers *covers, const LintelRule *rule, const LintelPlace *place,
                    LintelProject *project)
{
  GPtrArray *list = list_of_rule (covers, rule);
  LintelCover *first = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      LintelCover *cover = list->pdata[i];

      if (!covers_place (cover, place, project))
        continue;
      cover->used = TRUE;
      if (first == NULL)
        first = cover;
    }
  return first;
}

gboolean
lintel_covers_have_rule (LintelCovers *covers, const LintelRule *rule)
{
  return list_of_rule (covers, rule) != NULL;
}

gboolean
lintel_covers_is_used (LintelCovers *covers, int id)
{
  const LintelCover *cover = g_hash_table_lookup (covers->by_id, GINT_TO_POINTER (id));

  return cover != NULL && cover->used;
}

void
lintel_covers_reset (LintelCovers *covers, const LintelRule *rule)
{
  GPtrArray *list = list_of_rule (covers, rule);

  for (guint i = 0; list != NULL && i < list->len; i++)
    ((LintelCover *) list->pdata[i])->used = FALSE;
}

void
lintel_acceptances_add_removal (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes,
                                const char *label)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  guint n_places;
  const LintelPlace *places = lintel_finding_get_places (finding, &n_places);

  lintel_edits_add (edits, &places[0], NULL);
  lintel_fixes_add (check, fixes, g_steal_pointer (&edits), "%s", label);
}
