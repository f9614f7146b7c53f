/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An InMail port that changes its class with the mode. */

#include "config.h"

#include "app/core/lint/lintel-rule-private.h"
#include "app/core/lint/lintel-survey-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  g_autoptr (GArray) users = lintel_users_of_cells (lintel_check_get_project (check), places, n);
  g_autofree char *ports = lintel_words_for_users (users);

  return g_strdup_printf (
      ngettext ("An InMail port changes its class with the mode: extension %s differs from its "
                "other modes. Give it one class for all modes (21-04-01)",
                "InMail ports change their class with the mode: extensions %s differ from their "
                "other modes. Give each one class for all modes (21-04-01)",
                users->len),
      ports);
}

/* The class that most modes have; of two equally frequent ones the higher. */
static int
find_usual_class (const LintelInMailPort *port, int n_modes)
{
  int counts[LINTEL_N_CLASSES + 1] = { 0 }, usual = 1;

  for (int mode = 1; mode <= n_modes; mode++)
    counts[port->classes[mode]]++;
  for (int class = 2; class <= LINTEL_N_CLASSES; class ++)
    if (counts[class] >= counts[usual])
      usual = class;
  return usual;
}

static void
check_ports (LintelCheck *check)
{
  const LintelSurvey *survey = lintel_check_get_survey (check);
  const LintelItem *item = lintel_check_get_item (check, "21-04", "01");
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

  for (guint i = 0; i < survey->ports->len; i++)
    {
      const LintelInMailPort *port = &g_array_index (survey->ports, LintelInMailPort, i);
      int usual = find_usual_class (port, survey->n_modes);

      for (int mode = 1; mode <= survey->n_modes; mode++)
        {
          LintelPlace place = lintel_place_cell (item, port->extension->port, mode);

          if (port->classes[mode] != usual)
            g_array_append_val (places, place);
        }
    }
  if (places->len > 0)
    lintel_check_add_group (check, places, describe, NULL);
}

const LintelRule lintel_rule_inmail_port_modes_differ = {
  .id = "inmail-port-modes-differ",
  .severity = LINTEL_SEVERITY_WARNING,
  .tip = LINTEL_TIP_INMAIL_CLASS,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("An InMail port is not in the same class in all modes"),
  .explanation =
      N_ ("Voicemail has no reason to be allowed more at night or at lunch than by day, so a class "
          "that changes with the mode is nearly always a mode that was forgotten. Intruders try "
          "all hours and find the mode with the weakest class.\n\n"
          "Set the same class, best class 15, in all modes of the port (21-04-01)."),
  .check = check_ports,
};
