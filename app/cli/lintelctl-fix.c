/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl fix: repairs what can be repaired, says what it does, and what is left. */

#include "config.h"

#include "app/cli/lintelctl-findings.h"
#include "app/cli/lintelctl-passphrase.h"

#include <glib/gi18n.h>
#include <stdio.h>

typedef struct
{
  char **rules;
  char *output;
  gboolean dry_run;
  LintelctlPassphrase passphrase;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->rules);
  lintelctl_passphrase_clear (&options->passphrase);
  g_free (options->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "rule", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->rules,
      N_ ("Repair only what this rule finds; may be repeated"), N_ ("RULE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->dry_run,
      N_ ("Show the changes and write nothing"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("File to write instead of the project itself"), N_ ("FILE") },
    LINTELCTL_UNLOCK_ENTRY (&options->passphrase),
    LINTELCTL_PASSPHRASE_FILE_ENTRY (&options->passphrase),
    { NULL },
  };

  return lintelctl_parse (_ ("FILE"),
                          _ ("Repairs what can be repaired, lists each change as “place: old → "
                             "new”, and then what is left.\nAccepted findings are left alone. The "
                             "exit status is 1 while errors are left."),
                          entries, argc, argv);
}

static gboolean
check_rules (char **rules)
{
  for (char **id = rules; id != NULL && *id != NULL; id++)
    {
      const LintelRule *rule = lintel_rules_find (*id);

      if (rule == NULL)
        lintelctl_fail (_ ("there is no rule “%s” (“lintelctl rules” lists them)"), *id);
      else if (!lintel_rule_can_fix (rule))
        lintelctl_fail (_ ("%s cannot be repaired by Lintel (“lintelctl explain %s” says what to "
                           "do)"),
                        *id, *id);
      else
        continue;
      return FALSE;
    }
  return TRUE;
}

static void
print_plan (FILE *stream, GPtrArray *plan, LintelProject *project)
{
  for (guint i = 0; i < plan->len; i++)
    {
      const LintelFix *fix = plan->pdata[i];

      lintelctl_print (stream, "%s\n", fix->label);
      lintelctl_print_edits (stream, "  ", project, fix->edits);
    }
  if (plan->len == 0)
    fprintf (stream, _ ("There is nothing that Lintel can repair.\n"));
}

static gboolean
apply_plan (LintelProject *project, GPtrArray *plan)
{
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < plan->len; i++)
    {
      const LintelFix *fix = plan->pdata[i];

      for (guint k = 0; k < fix->edits->len; k++)
        g_ptr_array_add (edits, lintel_edit_copy (fix->edits->pdata[k]));
    }
  if (lintel_project_apply (project, _ ("Fix all that is safe"), NULL, edits, &error))
    return TRUE;
  lintelctl_fail_error (error);
  return FALSE;
}

/* Codes are hidden in the list of changes, and somebody has to set them at the telephones. */
static void
print_codes_hint (FILE *stream, GPtrArray *plan, const char *target)
{
  for (guint i = 0; i < plan->len; i++)
    {
      const LintelFix *fix = plan->pdata[i];

      for (guint k = 0; k < fix->edits->len; k++)
        {
          const LintelEdit *edit = fix->edits->pdata[k];

          if (edit->place.kind != LINTEL_PLACE_CODE)
            continue;
          fprintf (
              stream,
              _ ("The new codes are in the project; to see one: lintelctl get %s 'code[%s]'\n"),
              target, edit->place.number);
          return;
        }
    }
}

/* Without line numbers: they would be those of the file before it was written. */
static void
print_rest (FILE *stream, LintelLinter *linter, const LintelctlCounts *counts)
{
  GPtrArray *findings = lintel_linter_get_findings (linter);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *summary = lintelctl_counts_format (counts);

  for (guint i = 0; i < findings->len; i++)
    lintelctl_append_finding (text, findings->pdata[i], lintel_linter_get_project (linter));
  fprintf (stream, C_ ("findings", "Left: %s\n"), summary);
  lintelctl_print (stream, "%s", text->str);
}

static int
fix (LintelProject *project, const char *target, const Options *options)
{
  gboolean writes = !options->dry_run;
  FILE *stream = writes && g_str_equal (target, "-") ? stderr : stdout;
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  g_autoptr (GPtrArray) plan =
      lintel_linter_plan_fixes (linter, (const char *const *) options->rules);
  LintelctlCounts counts = { 0 };

  print_plan (stream, plan, project);
  if (!apply_plan (project, plan))
    return LINTELCTL_FAILED;
  /* Nothing to repair leaves the file as it is, but a named output is always written. */
  if (writes && (plan->len > 0 || options->output != NULL || stream == stderr)
      && !lintelctl_save_project (project, target))
    return LINTELCTL_FAILED;
  if (writes && stream == stdout)
    print_codes_hint (stream, plan, target);
  lintelctl_counts_add (&counts, linter);
  print_rest (stream, linter, &counts);
  return counts.open[LINTEL_SEVERITY_ERROR] > 0 ? LINTELCTL_FOUND : LINTELCTL_FINE;
}

int
lintelctl_fix (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (LintelCatalogue) catalogue = NULL;
  g_autoptr (LintelProject) project = NULL;

  if (!parse (&options, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc != 2)
    return lintelctl_fail (_ ("fix takes one project"));
  if (!check_rules (options.rules))
    return LINTELCTL_FAILED;
  catalogue = lintelctl_load_catalogue ();
  project =
      catalogue != NULL ? lintelctl_load_unlocked (catalogue, argv[1], &options.passphrase) : NULL;
  if (project == NULL)
    return LINTELCTL_FAILED;
  return fix (project, options.output != NULL ? options.output : argv[1], &options);
}
