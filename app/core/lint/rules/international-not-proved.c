/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A class of which it is not certain that it keeps international calls in. */

#include "config.h"

#include "app/core/lint/lintel-international-private.h"
#include "app/core/lint/lintel-reach-rules-private.h"
#include "app/core/lint/lintel-trial-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The open points that decide about the number, as sentences. */
static char *
describe_open_points (LintelDialSystem *system, int class, const char *number)
{
  LintelDialAnswer answer;
  GString *text = g_string_new (NULL);

  lintel_dial_evaluate (lintel_dial_system_get_matcher (system, class), number, strlen (number),
                        &answer);
  for (guint nth = 0; nth < LINTEL_DIAL_N_SWITCHES; nth++)
    if ((answer.flips >> nth & 1) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              lintel_dial_switch_describe ((LintelDialSwitch) nth));
  g_string_append_printf (text, " %s",
                          _ ("Have 011 in the international table (21-06-01) of the class "
                             "(21-05-01), and permit nothing that fits it"));
  return g_string_free (text, FALSE);
}

static void
check_class (LintelCheck *check, int class)
{
  LintelDialSystem *system = lintel_dial_system_of (lintel_check_get_project (check));
  const LintelDialReach *reach = lintel_dial_system_find_reach (system, class, "international");
  g_autofree char *points = NULL;

  if (reach == NULL
      || (reach->verdict != LINTEL_DIAL_DEPENDS && reach->verdict != LINTEL_DIAL_UNDECIDED))
    return;
  points = reach->witness != NULL ? describe_open_points (system, class, reach->witness)
                                  : g_strdup (_ ("use fewer entries with @ (21-06)"));
  lintel_reach_check_class (check, class, "international", points);
}

static void
check_classes (LintelCheck *check)
{
  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    if (lintel_class_is_used (lintel_check_get_survey (check), class))
      check_class (check, class);
}

static void
move_ports (LintelCheck *check, int class, GPtrArray *edits)
{
  const GArray *ports = lintel_check_get_survey (check)->users[class].inmail;
  const LintelItem *item = lintel_check_get_item (check, "21-04", "01");
  g_autofree char *restricted = g_strdup_printf ("%d", LINTEL_RESTRICTED_CLASS);

  for (guint i = 0; i < ports->len; i++)
    for (int mode = 1; mode <= lintel_check_get_survey (check)->n_modes; mode++)
      {
        const LintelDialUser *user = &g_array_index (ports, LintelDialUser, i);
        LintelPlace place = lintel_place_cell (item, user->extension->port, mode);

        if ((user->modes >> mode & 1) != 0)
          lintel_edits_add (edits, &place, restricted);
      }
}

/* For InMail ports alone: telephones may have a reason. */
static void
fix_class (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  guint n;
  int class = lintel_finding_get_places (finding, &n)[0].index[0];

  if (lintel_check_get_survey (check)->users[class].inmail->len == 0)
    return;
  move_ports (check, class, edits);
  if (lintel_international_block (lintel_check_get_project (check), LINTEL_RESTRICTED_CLASS, edits)
      && lintel_trial_passes (check, finding, edits))
    lintel_fixes_add (check, fixes, g_steal_pointer (&edits),
                      _ ("Put InMail ports in class %d and let it block 011"),
                      LINTEL_RESTRICTED_CLASS);
}

const LintelRule lintel_rule_international_not_proved = {
  .id = "international-not-proved",
  .severity = LINTEL_SEVERITY_ERROR,
  .locked = TRUE,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("It is not certain that a class blocks international calls"),
  .explanation = N_ (
      "NEC publishes no order in which the tables of 21-06 are looked at. In this class it depends "
      "on such an open point whether the number in the finding gets out, so that nobody can say "
      "that the class blocks international calls. For InMail ports that is an error, as they must "
      "be blocked for certain; for telephones it is a note.\n\n"
      "Program the class so that the open point does not matter: 011 in the international table "
      "(21-06-01) that is assigned (21-05-01), no permit entries that fit 011, and a restriction "
      "table beside every permit table. Where tables have so many entries with @ that the search "
      "gives up, that is said here too, and counts as not certain."),
  .check = check_classes,
  .fix = fix_class,
};
