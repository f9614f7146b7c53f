/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the fuzz targets share: every warning of GLib's is a failure, and what is asked of any
 * project, whichever way it came about.
 */

#include "tests/fuzz/fuzz-target.h"

#include "lintel/dial-system.h"
#include "lintel/lint.h"
#include "lintel/xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

gboolean lintel_fuzz_thorough;

void
lintel_fuzz_fail (const char *why, ...)
{
  va_list args;

  va_start (args, why);
  vfprintf (stderr, why, args);
  va_end (args);
  fputc ('\n', stderr);
  abort ();
}

static void
log_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) != 0)
    lintel_fuzz_fail ("%s: %s", domain != NULL ? domain : "", message);
}

/* GLib's own way to make warnings fatal is a trap, which libFuzzer does not catch. */
int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_default_handler (log_cb, NULL);
  return 0;
}

LintelCatalogue *
lintel_fuzz_get_catalogue (void)
{
  static LintelCatalogue *catalogue;

  if (catalogue == NULL)
    catalogue = lintel_catalogue_new_builtin ();
  return catalogue;
}

static void
check_round_trip (LintelProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lintel_xml_write_bytes (project, TRUE);
  g_autoptr (LintelProject) again =
      lintel_xml_read_bytes (lintel_project_get_catalogue (project), bytes, "written", &error);
  g_autoptr (GBytes) rewritten = NULL;
  const char *text = g_bytes_get_data (bytes, NULL);

  if (again == NULL)
    lintel_fuzz_fail ("what was written cannot be read: %s\n%s", error->message, text);
  rewritten = lintel_xml_write_bytes (again, TRUE);
  if (!g_bytes_equal (bytes, rewritten))
    lintel_fuzz_fail ("written:\n%s\nwritten again:\n%s", text,
                      (const char *) g_bytes_get_data (rewritten, NULL));
}

static void
check_fix (LintelProject *project, LintelFinding *finding)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fixes = lintel_finding_get_fixes (finding, project);
  g_autoptr (LintelProject) copy = NULL;
  const LintelFix *fix;

  if (fixes->len == 0)
    return;
  fix = g_ptr_array_index (fixes, 0);
  copy = lintel_project_copy (project);
  if (!lintel_project_apply (copy, fix->label, NULL, fix->edits, &error))
    lintel_fuzz_fail ("“%s” cannot be done: %s", fix->label, error->message);
  check_round_trip (copy);
  if (!lintel_project_undo (copy))
    lintel_fuzz_fail ("“%s” changes nothing", fix->label);
}

/* A number abroad from a class that InMail ports are in. */
static void
check_dialling (LintelProject *project)
{
  LintelDialSystem *system = lintel_dial_system_of (project);
  const char *number = "011442071234567";
  LintelDialAnswer answer;
  LintelPlace place;

  lintel_dial_evaluate (lintel_dial_system_get_matcher (system, LINTEL_DIAL_N_CLASSES), number,
                        strlen (number), &answer);
  if (lintel_dial_system_get_place (system, LINTEL_DIAL_N_CLASSES, &answer, &place))
    g_free (lintel_place_to_string (&place, project));
}

static void
check_findings (LintelProject *project)
{
  g_autoptr (LintelLinter) linter = lintel_linter_new (project);
  GPtrArray *findings = lintel_linter_get_findings (linter);

  check_dialling (project);
  for (guint n = 0; n < findings->len; n++)
    {
      LintelFinding *finding = g_ptr_array_index (findings, n);
      g_autofree char *address = lintel_finding_get_address (finding, 0, project);

      if (address == NULL || *lintel_finding_get_message (finding) == '\0')
        lintel_fuzz_fail ("a finding says nothing");
    }
  /* Fixing is the slow part: any one, which differs from input to input. */
  if (findings->len > 0)
    check_fix (project, findings->pdata[g_str_hash (lintel_finding_get_message (findings->pdata[0]))
                                        % findings->len]);
}

void
lintel_fuzz_exercise (LintelProject *project, size_t size)
{
  check_round_trip (project);
  if (lintel_fuzz_thorough || size % 8 == 0)
    check_findings (project);
}
