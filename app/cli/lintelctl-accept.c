/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl accept: lets findings stay, with a reason and a name, lists and removes acceptances. */

#include "config.h"

#include "app/cli/lintelctl-findings.h"

#include "lintel/acceptance.h"

#include <glib/gi18n.h>
#include <stdio.h>

typedef struct
{
  char *reason, *by, *until, *output;
  int remove;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->reason);
  g_free (options->by);
  g_free (options->until);
  g_free (options->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options->reason,
      N_ ("Why the finding may stay; printed on the certificate"), N_ ("TEXT") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options->by, N_ ("Who accepts it"), N_ ("NAME") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options->until,
      N_ ("The last day, such as 2027-01-31 (without end unless given)"), N_ ("DATE") },
    { "remove", 0, 0, G_OPTION_ARG_INT, &options->remove,
      N_ ("Remove the acceptance of that number in the list"), N_ ("N") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("Write here instead of into the project itself"), N_ ("FILE") },
    { NULL },
  };

  return lintelctl_parse (_ ("FILE [RULE [PLACE…]]"),
                          _ ("Accepts the open findings of a rule, all of them or those at the "
                             "places. Without a rule\nlists what is accepted. Lasting exceptions "
                             "stay visible in every check and on the certificate."),
                          entries, argc, argv);
}

/* The list. */

static const char *
describe_state (GPtrArray *findings, int id)
{
  for (guint i = 0; i < findings->len; i++)
    if (lintel_finding_get_acceptance (findings->pdata[i]) == id)
      return C_ ("acceptance", "in use");
  return C_ ("acceptance", "covers nothing");
}

static int
list (LintelProject *project)
{
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  g_autoptr (GPtrArray) acceptances = lintel_project_list_acceptances (project);
  GPtrArray *findings = lintel_linter_get_findings (linter);

  for (guint i = 0; i < acceptances->len; i++)
    {
      const LintelAcceptance *acceptance = acceptances->pdata[i];
      const char *until = *acceptance->until != '\0' ? acceptance->until : "-";

      printf ("%u\t%s\t%s\t%s\t%s\t%s\t%s\n", i + 1, acceptance->rule, acceptance->at,
              acceptance->reason, acceptance->by, until, describe_state (findings, acceptance->id));
    }
  if (acceptances->len == 0)
    printf (_ ("Nothing is accepted.\n"));
  return LINTELCTL_FINE;
}

/* Accepting. */

static gboolean
is_at (LintelFinding *finding, LintelProject *project, char **places)
{
  guint n;
  const LintelPlace *own = lintel_finding_get_places (finding, &n);

  if (*places == NULL)
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *address = lintel_finding_get_address (finding, i, project);
      LintelPlace wanted;

      for (char **place = places; *place != NULL; place++)
        if (g_str_equal (*place, address)
            || (lintel_place_parse (*place, project, &wanted, NULL)
                && lintel_place_is_within (&own[i], &wanted)))
          return TRUE;
    }
  return FALSE;
}

static gboolean
accept_finding (LintelProject *project, LintelFinding *finding, const Options *options,
                GError **error)
{
  g_autoptr (GPtrArray) edits = lintel_acceptance_edits (
      project, finding, options->reason, options->by, options->until != NULL ? options->until : "");

  printf ("%s: %s\n", lintel_rule_get_id (lintel_finding_get_rule (finding)),
          lintel_finding_get_message (finding));
  return lintel_project_apply (project, "", NULL, edits, error);
}

/* How many; -1 with GError. */
static int
accept_all (LintelProject *project, const LintelRule *rule, char **places, const Options *options,
            GError **error)
{
  g_autoptr (LintelProject) before = lintel_project_copy (project);
  g_autoptr (LintelLinter) linter = lintel_linter_new (before);
  GPtrArray *findings = lintel_linter_get_findings (linter);
  int n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      LintelFinding *finding = findings->pdata[i];

      if (lintel_finding_get_rule (finding) != rule || lintel_finding_get_acceptance (finding) != 0
          || !is_at (finding, before, places))
        continue;
      if (!accept_finding (project, finding, options, error))
        return -1;
      n++;
    }
  return n;
}

static int
accept (LintelProject *project, const char *id, char **places, const Options *options)
{
  const LintelRule *rule = lintel_rules_find (id);
  const char *gap;
  g_autoptr (GError) error = NULL;
  int n;

  if (rule == NULL)
    return lintelctl_fail (_ ("there is no rule “%s”; lintelctl rules lists them"), id);
  gap = lintel_acceptance_find_gap (rule, options->reason != NULL ? options->reason : "",
                                    options->by != NULL ? options->by : "",
                                    options->until != NULL ? options->until : "");
  if (gap != NULL)
    return lintelctl_fail ("%s", gap);
  n = accept_all (project, rule, places, options, &error);
  if (n < 0)
    return lintelctl_fail_error (error);
  if (n == 0)
    return lintelctl_fail (_ ("%s has no open finding there: nothing to accept"), id);
  return LINTELCTL_FINE;
}

static int
remove_one (LintelProject *project, int n)
{
  g_autoptr (GPtrArray) acceptances = lintel_project_list_acceptances (project);
  g_autoptr (GError) error = NULL;
  LintelPlace place;

  if (n < 1 || (guint) n > acceptances->len)
    return lintelctl_fail (_ ("there is no acceptance %d; without --remove they are listed"), n);
  place = lintel_place_record (LINTEL_PLACE_ACCEPTANCE,
                               ((const LintelAcceptance *) acceptances->pdata[n - 1])->id,
                               LINTEL_FIELD_NONE);
  return lintel_project_set (project, "", &place, NULL, &error) ? LINTELCTL_FINE
                                                                : lintelctl_fail_error (error);
}

int
lintelctl_accept (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (LintelCatalogue) catalogue = NULL;
  g_autoptr (LintelProject) project = NULL;
  int status;

  if (!parse (&options, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc < 2 || (argc > 2 && options.remove != 0))
    return lintelctl_fail (_ ("accept takes one project and either a rule or --remove N"));
  catalogue = lintelctl_load_catalogue ();
  project = catalogue != NULL ? lintelctl_load_project (catalogue, argv[1]) : NULL;
  if (project == NULL)
    return LINTELCTL_FAILED;
  if (argc == 2 && options.remove == 0)
    return list (project);
  status = argc > 2 ? accept (project, argv[2], argv + 3, &options)
                    : remove_one (project, options.remove);
  if (status != LINTELCTL_FINE)
    return status;
  return lintelctl_save_project (project, options.output != NULL ? options.output : argv[1])
             ? LINTELCTL_FINE
             : LINTELCTL_FAILED;
}
