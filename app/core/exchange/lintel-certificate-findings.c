/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificate's steps of the tip, open findings and acceptances. */

#include "config.h"

#include "app/core/exchange/lintel-certificate-private.h"
#include "app/core/exchange/lintel-report-private.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

/* The rest is under the findings. */
static char *
describe_step (const LintelTipState *step)
{
  const char *first =
      step->open->len > 0 ? lintel_finding_get_public_message (step->open->pdata[0]) : "";

  if (step->open->len > 1)
    return lintel_locale_format (ngettext ("%s (and %u more, see “Open findings”)",
                                           "%s (and %u more, see “Open findings”)",
                                           step->open->len - 1),
                                 first, step->open->len - 1);
  if (step->open->len == 0 && step->n_accepted > 0)
    return lintel_locale_format (ngettext ("%u exception, see “Accepted findings”",
                                           "%u exceptions, see “Accepted findings”",
                                           step->n_accepted),
                                 step->n_accepted);
  return g_strdup (first);
}

static const char *
judge_step (const LintelTipState *step)
{
  if (step->n_errors > 0)
    return C_ ("step", "FAIL");
  if (step->n_warnings > 0)
    return C_ ("step", "WARNING");
  return step->n_accepted > 0 ? C_ ("step", "ACCEPTED") : C_ ("step", "PASS");
}

static void
add_step (LintelCertificate *self, LintelTip tip)
{
  g_auto (LintelTipState) step = lintel_linter_get_tip_state (self->linter, tip);
  g_autofree char *number = g_strdup_printf ("%d", tip);
  g_autofree char *text = describe_step (&step);

  lintel_paper_add_texts (
      self->paper, (const char *const[]){
                       number, lintel_tip_get_title (tip, lintel_project_get_model (self->project)),
                       judge_step (&step), text });
}

void
lintel_certificate_add_steps (LintelCertificate *self)
{
  const LintelPaperColumn columns[] = {
    { C_ ("column", "Step"), 7, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
    { _ ("What the hardening tip asks for"), 38, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
    { C_ ("column", "Result"), 13, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL_STRONG },
    { _ ("What is open"), 42, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
  };

  lintel_paper_add_heading (self->paper, 0, _ ("Steps of the hardening tip"));
  lintel_paper_begin_table (self->paper, columns, G_N_ELEMENTS (columns));
  for (int tip = LINTEL_TIP_NONE + 1; tip < LINTEL_N_TIPS; tip++)
    add_step (self, (LintelTip) tip);
  lintel_paper_end_table (self->paper);
}

static void
add_open (LintelCertificate *self)
{
  const LintelPaperColumn columns[] = {
    { C_ ("column", "Severity"), 12, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL_STRONG },
    { _ ("What is wrong or doubtful"), 56, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
    { C_ ("column", "Where"), 32, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
  };
  GPtrArray *findings = lintel_linter_get_findings (self->linter);
  guint n_open = 0;

  lintel_paper_add_heading (self->paper, 0, C_ ("heading", "Open findings"));
  lintel_paper_begin_table (self->paper, columns, G_N_ELEMENTS (columns));
  for (guint n = 0; n < findings->len; n++)
    {
      const LintelFinding *finding = g_ptr_array_index (findings, n);
      g_autofree char *places = lintel_report_name_places (finding, self->project);

      if (lintel_finding_get_acceptance (finding) != 0)
        continue;
      lintel_paper_add_texts (
          self->paper,
          (const char *const[]){ lintel_severity_get_title (lintel_finding_get_severity (finding)),
                                 lintel_finding_get_public_message (finding), places });
      n_open++;
    }
  if (n_open == 0)
    lintel_paper_add_texts (self->paper, (const char *const[]){ "", C_ ("findings", "None."), "" });
  lintel_paper_end_table (self->paper);
}

static void
add_accepted (LintelCertificate *self)
{
  const LintelPaperColumn columns[] = {
    { _ ("What was accepted"), 38, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
    { C_ ("column", "Reason"), 30, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
    { C_ ("column", "By"), 15, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL_STRONG },
    { C_ ("column", "Until"), 17, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
  };
  GPtrArray *findings = lintel_linter_get_findings (self->linter);
  guint n_accepted = 0;

  lintel_paper_add_heading (self->paper, 0, C_ ("heading", "Accepted findings"));
  lintel_paper_begin_table (self->paper, columns, G_N_ELEMENTS (columns));
  for (guint n = 0; n < findings->len; n++)
    {
      const LintelFinding *finding = g_ptr_array_index (findings, n);
      const LintelAcceptance *acceptance =
          lintel_report_find_acceptance (self->project, lintel_finding_get_acceptance (finding));
      g_autofree char *until = NULL;

      if (acceptance == NULL)
        continue;
      until = lintel_locale_day (acceptance->until);
      lintel_paper_add_texts (
          self->paper, (const char *const[]){
                           lintel_finding_get_public_message (finding), acceptance->reason,
                           acceptance->by, *until != '\0' ? until : C_ ("acceptance", "no end") });
      n_accepted++;
    }
  if (n_accepted == 0)
    lintel_paper_add_texts (self->paper,
                            (const char *const[]){ C_ ("findings", "None."), "", "", "" });
  lintel_paper_end_table (self->paper);
}

void
lintel_certificate_add_findings (LintelCertificate *self)
{
  add_open (self);
  add_accepted (self);
}
