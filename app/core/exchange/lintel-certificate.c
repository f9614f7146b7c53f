/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The certificate: the sheet in the box that says how a system left the office, and that somebody
 * signs. This file has its frame: what system it is, the result in one line, and the signatures.
 */

#include "config.h"

#include "app/core/exchange/lintel-certificate-private.h"
#include "app/core/exchange/lintel-export-private.h"
#include "app/core/exchange/lintel-report-private.h"

#include "lintel/locale.h"
#include "lintel/lock.h"
#include "lintel/acceptance.h"
#include "lintel/report.h"
#include "lintel/xml.h"

#include <glib/gi18n-lib.h>

#define BOX_PADDING 7
#define SIGNATURE_HEIGHT 124

static const char *
get_customer (LintelProject *project, LintelField field)
{
  LintelPlace place = lintel_place_customer (field);
  const char *text = lintel_project_get_text (project, &place);

  return text != NULL ? text : "";
}

static char *
hash_file (LintelProject *project, gboolean with_codes)
{
  g_autoptr (GBytes) bytes = lintel_xml_write_bytes (project, with_codes);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static char *
format_date (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (lintel_export_get_time ());
  g_autofree char *text = g_date_time_format_iso8601 (time);

  return lintel_locale_moment_utc (text);
}

/* Every page says whose it is, and of which state. */
static char *
make_footer (LintelProject *project, const char *hash)
{
  const char *name = get_customer (project, LINTEL_FIELD_NAME);
  const char *reference = get_customer (project, LINTEL_FIELD_REFERENCE);
  g_autofree char *short_hash = g_strndup (hash, 16), *isolated = lintel_report_isolate (name);

  return g_strdup_printf ("%s%s%s%sSHA-256 %s…", isolated, *name != '\0' ? "  ·  " : "", reference,
                          *reference != '\0' ? "  ·  " : "", short_hash);
}

static void
add_fact (LintelPaper *paper, const char *name, const char *value)
{
  if (*value != '\0')
    lintel_paper_add_texts (paper, (const char *const[]){ name, value });
}

static char *
describe_counts (LintelLinter *linter)
{
  return lintel_report_format_counts (lintel_linter_count (linter, LINTEL_SEVERITY_ERROR),
                                      lintel_linter_count (linter, LINTEL_SEVERITY_WARNING),
                                      lintel_linter_count (linter, LINTEL_SEVERITY_NOTE),
                                      lintel_linter_count_accepted (linter, NULL));
}

static char *
describe_model (LintelProject *project)
{
  const char *version = lintel_project_get_version (project);

  return g_strdup_printf ("NEC %s%s%s", lintel_model_get_name (lintel_project_get_model (project)),
                          *version != '\0' ? " " : "", version);
}

static char *
describe_codes (LintelProject *project)
{
  g_autoptr (GPtrArray) mailboxes = lintel_project_list_codes (project);
  guint n_set = 0;

  if (lintel_project_get_lock_state (project) == LINTEL_LOCK_LOCKED)
    return g_strdup (_ ("locked with a passphrase, so they have not been judged"));
  for (guint n = 0; n < mailboxes->len; n++)
    {
      const char *code;

      n_set += lintel_project_get_code (project, mailboxes->pdata[n], &code) == LINTEL_CODE_SET;
    }
  return lintel_locale_format (ngettext ("%u on record; this sheet shows none",
                                         "%u on record; this sheet shows none of them", n_set),
                               n_set);
}

static void
add_facts (LintelCertificate *self, const char *hash)
{
  static const LintelPaperColumn columns[] = {
    { .share = 25, .style = LINTEL_TEXT_STRONG },
    { .share = 75, .style = LINTEL_TEXT_BODY },
  };
  LintelProject *project = self->project;
  g_autofree char *model = describe_model (project), *date = format_date ();
  g_autofree char *counts = describe_counts (self->linter), *codes = describe_codes (project);
  g_autofree char *state = lintel_project_compute_hash (project);
  g_autofree char *prepared = lintel_report_format_sign_off (project, LINTEL_SIGN_OFF_PREPARED);
  g_autofree char *reviewed = lintel_report_format_sign_off (project, LINTEL_SIGN_OFF_REVIEWED);

  lintel_paper_begin_table (self->paper, columns, G_N_ELEMENTS (columns));
  add_fact (self->paper, C_ ("fact", "Customer"), get_customer (project, LINTEL_FIELD_NAME));
  add_fact (self->paper, C_ ("fact", "Site"), get_customer (project, LINTEL_FIELD_SITE));
  add_fact (self->paper, C_ ("fact", "Reference"), get_customer (project, LINTEL_FIELD_REFERENCE));
  add_fact (self->paper, C_ ("fact", "Model"), model);
  add_fact (self->paper, C_ ("fact", "Date"), date);
  add_fact (self->paper, C_ ("fact", "Made with"), "Lintel " LINTEL_VERSION);
  add_fact (self->paper, _ ("SHA-256, project.xml"), hash);
  add_fact (self->paper, C_ ("fact", "SHA-256, settings"), state);
  add_fact (self->paper, C_ ("fact", "Findings"), counts);
  add_fact (self->paper, C_ ("fact", "Mailbox codes"), codes);
  add_fact (self->paper, C_ ("fact", "Prepared by"), prepared);
  add_fact (self->paper, C_ ("fact", "Reviewed by"), reviewed);
  lintel_paper_end_table (self->paper);
}

/* The result. */

static gboolean
is_forced (LintelCertificate *self)
{
  return self->options->force && self->options->reason != NULL;
}

static char *
describe_result (LintelCertificate *self)
{
  guint errors = lintel_linter_count (self->linter, LINTEL_SEVERITY_ERROR);
  g_autofree char *counted = NULL;

  if (errors == 0 && lintel_linter_count_accepted (self->linter, NULL) > 0)
    return g_strdup (_ ("PASSED WITH EXCEPTIONS. No error is open; what was accepted is listed "
                        "with reason and name."));
  if (errors == 0)
    return lintel_linter_count (self->linter, LINTEL_SEVERITY_WARNING) > 0
               ? g_strdup (_ ("PASSED. No error is open; the open warnings are listed."))
               : g_strdup (_ ("PASSED. No error and no warning is open."));
  counted = lintel_locale_format (
      ngettext ("NOT PASSED. %u error is open.", "NOT PASSED. %u errors are open.", errors),
      errors);
  if (!is_forced (self))
    return g_steal_pointer (&counted);
  return g_strdup_printf (_ ("%s The files were exported all the same, for this reason:\n%s"),
                          counted, self->options->reason);
}

/* A reason may be longer than a page: then there is no frame around it. */
static void
add_result (LintelCertificate *self)
{
  LintelPaper *paper = self->paper;
  g_autofree char *text = describe_result (self);
  const double width = lintel_paper_get_body_width (paper);
  double used,
      height = lintel_paper_measure (paper, text, LINTEL_TEXT_STRONG, width - 2 * BOX_PADDING);

  lintel_paper_skip (paper, 4);
  if (height + 2 * BOX_PADDING > lintel_paper_get_room (paper))
    {
      lintel_paper_add_text (paper, LINTEL_TEXT_STRONG, text);
      return;
    }
  lintel_paper_add_part (paper, (LintelPaperPart){ .kind = LINTEL_PART_FRAME,
                                                   .x = lintel_paper_get_left (paper),
                                                   .y = paper->y,
                                                   .width = width,
                                                   .height = height + 2 * BOX_PADDING,
                                                   .line = 1.4 });
  lintel_paper_add_lines (paper, text, LINTEL_TEXT_STRONG, PANGO_ALIGN_LEFT,
                          lintel_paper_get_left (paper) + BOX_PADDING, paper->y + BOX_PADDING,
                          width - 2 * BOX_PADDING, height + 1, &used);
  lintel_paper_skip (paper, height + 2 * BOX_PADDING + 4);
}

/* Signatures. */

static void
add_line_to_sign (LintelPaper *paper, double x, double y, double width, const char *below)
{
  double used;

  lintel_paper_add_rule (paper, x, y, width, 0.6);
  lintel_paper_add_lines (paper, below, LINTEL_TEXT_SMALL, PANGO_ALIGN_LEFT, x, y + 2, width, 20,
                          &used);
}

static void
add_signature (LintelCertificate *self, LintelSignOffKind kind, const char *title)
{
  LintelPaper *paper = self->paper;
  const double x = lintel_paper_get_left (paper), width = lintel_paper_get_body_width (paper);
  g_autofree char *sign_off = lintel_report_format_sign_off (self->project, kind);
  double used, line;

  lintel_paper_need (paper, SIGNATURE_HEIGHT / 2.0);
  lintel_paper_add_lines (paper, title, LINTEL_TEXT_STRONG, PANGO_ALIGN_LEFT, x, paper->y,
                          width * 0.2, 30, &used);
  lintel_paper_add_lines (paper, sign_off, LINTEL_TEXT_BODY, PANGO_ALIGN_LEFT, x + width * 0.2,
                          paper->y, width * 0.8, 30, &used);
  line = paper->y + 40;
  add_line_to_sign (paper, x, line, width * 0.34, C_ ("line to sign on", "Name"));
  add_line_to_sign (paper, x + width * 0.37, line, width * 0.4,
                    C_ ("line to sign on", "Signature"));
  add_line_to_sign (paper, x + width * 0.8, line, width * 0.2, C_ ("line to sign on", "Date"));
  lintel_paper_skip (paper, SIGNATURE_HEIGHT / 2.0);
}

static void
add_signatures (LintelCertificate *self)
{
  lintel_paper_need (self->paper, SIGNATURE_HEIGHT + 55);
  lintel_paper_add_heading (self->paper, 0, C_ ("heading", "Signatures"));
  lintel_paper_add_text (self->paper, LINTEL_TEXT_CELL,
                         _ ("They stand for all pages, each of which has the start of the "
                            "SHA-256 of project.xml at its foot."));
  add_signature (self, LINTEL_SIGN_OFF_PREPARED, C_ ("fact", "Prepared by"));
  add_signature (self, LINTEL_SIGN_OFF_REVIEWED, C_ ("fact", "Reviewed by"));
}

LintelPaper *
lintel_certificate_new (LintelLinter *linter, const LintelExportOptions *options, GError **error)
{
  LintelProject *project = lintel_linter_get_project (linter);
  g_autofree char *hash = hash_file (project, options->with_codes);
  g_autofree char *footer = make_footer (project, hash);
  const char *customer = get_customer (project, LINTEL_FIELD_NAME);
  g_autofree char *title = *customer != '\0'
                               ? g_strdup_printf (_ ("Toll fraud certificate: %s"), customer)
                               : g_strdup (_ ("Toll fraud certificate"));
  LintelSignOff prepared = { .by = "" };
  LintelCertificate self = { .linter = linter, .project = project, .options = options };

  lintel_project_get_sign_off (project, LINTEL_SIGN_OFF_PREPARED, &prepared);
  self.system = lintel_dial_system_of (project);
  self.paper = lintel_paper_new (lintel_paper_size_resolve (options->paper, project), title,
                                 _ ("Settings against toll fraud, as shipped"),
                                 *prepared.by != '\0' ? prepared.by : "Lintel", footer, error);
  if (self.paper == NULL)
    return NULL;
  lintel_paper_add_text (self.paper, LINTEL_TEXT_TITLE, _ ("Toll fraud certificate"));
  lintel_paper_add_text (self.paper, LINTEL_TEXT_BODY,
                         _ ("How the settings against toll fraud stood when this telephone system "
                            "was made ready to ship."));
  add_result (&self);
  add_facts (&self, hash);
  lintel_certificate_add_steps (&self);
  add_signatures (&self);
  lintel_certificate_add_reach (&self);
  lintel_certificate_add_findings (&self);
  lintel_certificate_add_changes (&self);
  lintel_certificate_add_extensions (&self);
  lintel_certificate_add_tables (&self);
  lintel_certificate_add_assumptions (&self);
  return self.paper;
}
