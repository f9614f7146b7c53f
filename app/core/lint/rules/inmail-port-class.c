/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An InMail port whose class lets international calls out in some mode. */

#include "config.h"

#include "app/core/lint/lintel-international-private.h"
#include "app/core/lint/lintel-reach-rules-private.h"
#include "app/core/lint/lintel-table-rules-private.h"
#include "app/core/lint/lintel-trial-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the class would block with otherwise. */
#define RESTRICT_FLAGS                                                                             \
  (1u << LINTEL_DIAL_COMMON_RESTRICT | 1u << LINTEL_DIAL_RESTRICT                                  \
   | 1u << LINTEL_DIAL_INTERNATIONAL_RESTRICT)

/* The permit entry that lets the number through although something blocks it. */
static gboolean
find_permit (LintelDialSystem *system, int class, const char *number, LintelPlace *place)
{
  LintelDialAnswer answer;

  lintel_dial_evaluate (lintel_dial_system_get_matcher (system, class), number, strlen (number),
                        &answer);
  return answer.decided_by <= LINTEL_DIAL_INTERNATIONAL_PERMIT
         && (answer.flags & RESTRICT_FLAGS) != 0
         && lintel_dial_system_get_place (system, class, &answer, place);
}

static char *
describe_remedy (const LintelReachCase *reach_case)
{
  LintelProject *project = lintel_dial_system_get_project (reach_case->system);
  LintelPlace permit;

  if (find_permit (reach_case->system, reach_case->number, reach_case->reach->witness, &permit))
    {
      g_autofree char *address = lintel_place_to_string (&permit, project);

      return g_strdup_printf (_ ("the permit entry %s in %s opens it, so clear that entry or put "
                                 "the ports in another class"),
                              lintel_table_get_entry (project, &permit), address);
    }
  if (reach_case->number == LINTEL_RESTRICTED_CLASS)
    return g_strdup (_ ("assign the international table to the class (21-05-01) and have 011 in "
                        "that table (21-06-01)"));
  if (lintel_reach_is_blocked (project, LINTEL_RESTRICTED_CLASS, "international"))
    return g_strdup (_ ("put all InMail ports in class 15 in all modes (21-04-01)"));
  return g_strdup (
      _ ("put all InMail ports in class 15 in all modes (21-04-01), and assign the international "
         "table with 011 to class 15 (21-05-01)"));
}

/* How many cells of 21-04 put somebody in the class. */
static guint
count_cells (const GArray *users)
{
  guint n = 0;

  for (guint i = 0; i < users->len; i++)
    n += (guint) __builtin_popcount (g_array_index (users, LintelDialUser, i).modes);
  return n;
}

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  LintelReachCase reach_case = *(const LintelReachCase *) data;
  const LintelClassUsers *all = &lintel_check_get_survey (check)->users[reach_case.number];
  g_autoptr (GArray) users = lintel_users_of_cells (lintel_check_get_project (check), places, n);
  g_autofree char *remedy = describe_remedy (&reach_case);

  reach_case.inmail = users;
  reach_case.remedy = remedy;
  /* Acceptances can divide them. */
  if (n == count_cells (all->inmail))
    reach_case.name = &all->names->inmail;
  return lintel_reach_describe (&reach_case);
}

static void
check_class (LintelCheck *check, LintelReachCase *reach_case)
{
  const LintelItem *item = lintel_check_get_item (check, "21-04", "01");
  const GArray *users = lintel_check_get_survey (check)->users[reach_case->number].inmail;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

  for (guint i = 0; i < users->len; i++)
    for (int mode = 1; mode <= lintel_check_get_survey (check)->n_modes; mode++)
      {
        const LintelDialUser *user = &g_array_index (users, LintelDialUser, i);
        LintelPlace place = lintel_place_cell (item, user->extension->port, mode);

        if ((user->modes >> mode & 1) != 0)
          g_array_append_val (places, place);
      }
  lintel_check_add_group (check, places, describe, reach_case);
  lintel_check_set_witness (check, reach_case->reach->witness);
}

static void
check_ports (LintelCheck *check)
{
  const LintelSurvey *survey = lintel_check_get_survey (check);
  LintelProject *project = lintel_check_get_project (check);
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (LintelDialUser));
  LintelReachCase reach_case = { .system = lintel_dial_system_of (project), .telephones = nobody };

  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    if (survey->users[class].inmail->len > 0 && lintel_reach_is_open_abroad (project, class))
      {
        reach_case.number = class;
        reach_case.reach =
            lintel_dial_system_find_reach (reach_case.system, class, "international");
        check_class (check, &reach_case);
      }
}

static void
fix_ports (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autofree char *class = g_strdup_printf ("%d", LINTEL_RESTRICTED_CLASS);
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);

  for (guint i = 0; i < n; i++)
    lintel_edits_add (edits, &places[i], class);
  if (lintel_international_block (lintel_check_get_project (check), LINTEL_RESTRICTED_CLASS, edits)
      && lintel_trial_passes (check, finding, edits))
    lintel_fixes_add (check, fixes, g_steal_pointer (&edits),
                      _ ("Put InMail ports in class %d and let it block 011"),
                      LINTEL_RESTRICTED_CLASS);
}

const LintelRule lintel_rule_inmail_port_class = {
  .id = "inmail-port-class",
  .severity = LINTEL_SEVERITY_ERROR,
  .locked = TRUE,
  .tip = LINTEL_TIP_INMAIL_CLASS,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("An InMail port's class lets international calls out"),
  .explanation = N_ (
      "An intruder who has taken over a mailbox has the voicemail call abroad for him, through an "
      "InMail port. What stops the call is the toll restriction class of that port: it must "
      "block 011 in every day and night mode, because the intruder comes at night. All "
      "extensions leave the factory in class 2, and the factory tables block no international "
      "call.\n\n"
      "Put all InMail ports in class 15 in all modes (21-04-01), assign the international table to "
      "class 15 (21-05-01) and enter 011 (21-06-01). The number of a class alone proves nothing: "
      "Lintel searches its tables for a number that gets out, and shows it.\n\n"
      "Where NEC's manuals leave open whether anything gets out, international-not-proved says "
      "so instead. Telephones that can call abroad are the matter of international-reachable."),
  .check = check_ports,
  .fix = fix_ports,
};
