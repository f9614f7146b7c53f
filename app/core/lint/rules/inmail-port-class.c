/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An InMail port whose class lets international calls out in some mode. */

#include "config.h"

#include "app/core/lint/lintel-international-private.h"
#include "app/core/lint/lintel-rule-private.h"
#include "app/core/lint/lintel-survey-private.h"
#include "app/core/lint/lintel-words-private.h"

#include <glib/gi18n-lib.h>

/* The class that the tip puts all InMail ports in. */
#define RESTRICTED_CLASS 15

static const char *
describe_remedy (LintelCheck *check, int class)
{
  if (class == RESTRICTED_CLASS)
    return _ ("assign the international table to the class (21-05-01), have 011 in that table "
              "(21-06-01), and permit nothing that opens it again");
  if (lintel_check_get_survey (check)->blocks_international[RESTRICTED_CLASS])
    return _ ("put all InMail ports in class 15 in all modes (21-04-01)");
  return _ (
      "put all InMail ports in class 15 in all modes (21-04-01), and assign the international "
      "table with 011 to class 15 (21-05-01)");
}

static char *
describe (LintelCheck *check, const LintelPlace *places, guint n, gpointer data)
{
  int class = GPOINTER_TO_INT (data);
  guint count;
  g_autofree char *ports =
      lintel_words_for_ports (lintel_check_get_project (check), places, n, &count);

  return g_strdup_printf (
      /* Translators: extensions with modes, a class twice, what to do: "Extensions 213-216 (modes
       * 1-8) are InMail ports in class 2, and class 2 lets 011 out: put all …". */
      ngettext ("Extension %s is an InMail port in class %d, and class %d lets 011 out: %s",
                "Extensions %s are InMail ports in class %d, and class %d lets 011 out: %s", count),
      ports, class, class, describe_remedy (check, class));
}

static void
check_class (LintelCheck *check, int class)
{
  const LintelSurvey *survey = lintel_check_get_survey (check);
  const LintelItem *item = lintel_check_get_item (check, "21-04", "01");
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));

  for (guint i = 0; i < survey->ports->len; i++)
    for (int mode = 1; mode <= survey->n_modes; mode++)
      {
        const LintelInMailPort *port = &g_array_index (survey->ports, LintelInMailPort, i);
        LintelPlace place = lintel_place_cell (item, port->extension->port, mode);

        if (port->classes[mode] == class)
          g_array_append_val (places, place);
      }
  if (places->len > 0)
    lintel_check_add_group (check, places, describe, GINT_TO_POINTER (class));
}

static void
check_ports (LintelCheck *check)
{
  const LintelSurvey *survey = lintel_check_get_survey (check);

  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    if (!survey->blocks_international[class])
      check_class (check, class);
}

static void
fix_ports (LintelCheck *check, const LintelFinding *finding, GPtrArray *fixes)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autofree char *class = g_strdup_printf ("%d", RESTRICTED_CLASS);
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);

  for (guint i = 0; i < n; i++)
    lintel_edits_add (edits, &places[i], class);
  if (lintel_international_block (lintel_check_get_project (check), RESTRICTED_CLASS, edits))
    lintel_fixes_add (check, fixes, g_steal_pointer (&edits),
                      _ ("Put InMail ports in class %d and let it block 011"), RESTRICTED_CLASS);
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
      "class 15 (21-05-01) and enter 011 (21-06-01). A class counts as blocking only if its tables "
      "stop every number that starts with 011, and no permit entry of the class fits one; its "
      "number alone proves nothing."),
  .check = check_ports,
  .fix = fix_ports,
};
