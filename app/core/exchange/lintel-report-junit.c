/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Findings as JUnit XML, which build servers show as tests: a file is a suite and each rule a test
 * of it. A test fails from a severity on; what is below it is the test's output, and a test whose
 * findings are all accepted is skipped.
 */

#include "config.h"

#include "app/core/exchange/lintel-report-private.h"

#include "lintel/safe-text.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlwriter.h>

/* What one rule found in one file. */
typedef struct
{
  GString *failures, *others, *accepted; /* a line for each finding */
  char *first;                           /* message of the first failure */
} Test;

static void
test_clear (Test *test)
{
  g_string_free (test->failures, TRUE);
  g_string_free (test->others, TRUE);
  g_string_free (test->accepted, TRUE);
  g_free (test->first);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Test, test_clear)

static void
add_attribute (xmlTextWriter *writer, const char *name, const char *value)
{
  g_autofree char *safe = lintel_text_make_safe (value, FALSE);

  xmlTextWriterWriteAttribute (writer, BAD_CAST name, BAD_CAST safe);
}

static void
write_text (xmlTextWriter *writer, const char *text)
{
  g_autofree char *safe = lintel_text_make_safe (text, TRUE);

  xmlTextWriterWriteString (writer, BAD_CAST safe);
}

static void
add_count (xmlTextWriter *writer, const char *name, guint value)
{
  xmlTextWriterWriteFormatAttribute (writer, BAD_CAST name, "%u", value);
}

static void
add_finding (Test *test, const LintelFinding *finding, const char *file, LintelProject *project,
             guint threshold)
{
  const LintelAcceptance *acceptance =
      lintel_report_find_acceptance (project, lintel_finding_get_acceptance (finding));
  const LintelSeverity severity = lintel_finding_get_severity (finding);
  gboolean fails = acceptance == NULL && severity >= threshold;
  GString *lines = acceptance != NULL ? test->accepted : fails ? test->failures : test->others;

  g_string_append_printf (lines, "%s:%d: %s: %s", file, MAX (lintel_finding_get_line (finding), 1),
                          lintel_severity_to_id (severity),
                          lintel_finding_get_public_message (finding));
  if (acceptance != NULL)
    {
      g_autofree char *why = lintel_report_write_acceptance (acceptance);

      g_string_append_printf (lines, " (%s)", why);
    }
  g_string_append_c (lines, '\n');
  if (fails && test->first == NULL)
    test->first = g_strdup (lintel_finding_get_public_message (finding));
}

static void
add_outcome (xmlTextWriter *writer, const char *element, const char *message, const char *type,
             const char *text)
{
  xmlTextWriterStartElement (writer, BAD_CAST element);
  add_attribute (writer, "message", message);
  if (type != NULL)
    add_attribute (writer, "type", type);
  if (text != NULL)
    write_text (writer, text);
  xmlTextWriterEndElement (writer);
}

static void
write_test (xmlTextWriter *writer, const LintelRule *rule, const Test *test)
{
  g_autofree char *output = g_strconcat (test->others->str, test->accepted->str, NULL);
  gboolean is_skipped =
      test->accepted->len > 0 && test->failures->len == 0 && test->others->len == 0;

  xmlTextWriterStartElement (writer, BAD_CAST "testcase");
  add_attribute (writer, "name", lintel_rule_get_id (rule));
  add_attribute (writer, "classname", "lintel");
  if (test->failures->len > 0)
    add_outcome (writer, "failure", test->first, lintel_rule_get_id (rule), test->failures->str);
  if (is_skipped)
    add_outcome (writer, "skipped", C_ ("finding", "accepted"), NULL, NULL);
  if (*output != '\0')
    {
      xmlTextWriterStartElement (writer, BAD_CAST "system-out");
      write_text (writer, output);
      xmlTextWriterEndElement (writer);
    }
  xmlTextWriterEndElement (writer);
}

static void
start_suite (xmlTextWriter *writer, const char *file, guint tests, guint failures, guint errors)
{
  xmlTextWriterStartElement (writer, BAD_CAST "testsuite");
  add_attribute (writer, "name", file);
  add_count (writer, "tests", tests);
  add_count (writer, "failures", failures);
  add_count (writer, "errors", errors);
}

/* Test by test into a buffer, since the suite begins with the number of failures. */
static void
write_tests (xmlTextWriter *writer, const char *file, LintelLinter *linter, guint threshold,
             guint *n_failures)
{
  LintelProject *project = lintel_linter_get_project (linter);
  GPtrArray *findings = lintel_linter_get_findings (linter);

  for (guint n = 0; n < lintel_rules_get_n (); n++)
    {
      g_auto (Test) test = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL), NULL };

      for (guint k = 0; k < findings->len; k++)
        if (lintel_finding_get_rule (g_ptr_array_index (findings, k)) == lintel_rules_get (n))
          add_finding (&test, g_ptr_array_index (findings, k), file, project, threshold);
      *n_failures += test.failures->len > 0;
      write_test (writer, lintel_rules_get (n), &test);
    }
}

static xmlTextWriter *
new_writer (xmlBuffer *buffer)
{
  xmlTextWriter *writer = xmlNewTextWriterMemory (buffer, 0);

  xmlTextWriterSetIndent (writer, 1);
  return writer;
}

static char *
take_text (xmlBuffer *buffer, xmlTextWriter *writer)
{
  char *text;

  xmlFreeTextWriter (writer);
  text = g_strdup ((const char *) xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  return text;
}

LintelReportSuite *
lintel_report_make_junit_suite (const char *file, LintelLinter *linter, guint threshold)
{
  LintelReportSuite *suite = g_new0 (LintelReportSuite, 1);
  xmlBuffer *inner = xmlBufferCreate (), *outer = xmlBufferCreate ();
  xmlTextWriter *writer = new_writer (inner);
  g_autofree char *tests = NULL;

  write_tests (writer, file, linter, threshold, &suite->failures);
  tests = take_text (inner, writer);
  suite->tests = lintel_rules_get_n ();
  writer = new_writer (outer);
  start_suite (writer, file, suite->tests, suite->failures, 0);
  xmlTextWriterWriteRaw (writer, BAD_CAST "\n");
  xmlTextWriterWriteRaw (writer, BAD_CAST tests);
  xmlTextWriterEndElement (writer);
  suite->xml = take_text (outer, writer);
  return suite;
}

LintelReportSuite *
lintel_report_make_junit_failure (const char *file, const char *why)
{
  LintelReportSuite *suite = g_new0 (LintelReportSuite, 1);
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlTextWriter *writer = new_writer (buffer);

  suite->tests = 1;
  suite->errors = 1;
  start_suite (writer, file, 1, 0, 1);
  xmlTextWriterStartElement (writer, BAD_CAST "testcase");
  add_attribute (writer, "name", "read");
  add_attribute (writer, "classname", "lintel");
  add_outcome (writer, "error", why, "read", NULL);
  xmlTextWriterEndElement (writer);
  xmlTextWriterEndElement (writer);
  suite->xml = take_text (buffer, writer);
  return suite;
}

void
lintel_report_suite_free (LintelReportSuite *suite)
{
  g_free (suite->xml);
  g_free (suite);
}

char *
lintel_report_print_junit (GPtrArray *suites)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlTextWriter *writer = new_writer (buffer);
  guint tests = 0, failures = 0, errors = 0;

  for (guint n = 0; n < suites->len; n++)
    {
      const LintelReportSuite *suite = g_ptr_array_index (suites, n);

      tests += suite->tests;
      failures += suite->failures;
      errors += suite->errors;
    }
  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  xmlTextWriterStartElement (writer, BAD_CAST "testsuites");
  add_attribute (writer, "name", "lintel");
  add_count (writer, "tests", tests);
  add_count (writer, "failures", failures);
  add_count (writer, "errors", errors);
  xmlTextWriterWriteRaw (writer, BAD_CAST "\n");
  for (guint n = 0; n < suites->len; n++)
    xmlTextWriterWriteRaw (writer,
                           BAD_CAST ((LintelReportSuite *) g_ptr_array_index (suites, n))->xml);
  xmlTextWriterEndElement (writer);
  xmlTextWriterEndDocument (writer);
  return take_text (buffer, writer);
}
