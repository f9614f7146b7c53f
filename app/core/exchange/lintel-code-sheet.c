/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The code sheet: a slip for each mailbox that has a code on record, to be cut out and handed to
 * its user. It exists only where codes were asked for.
 */

#include "config.h"

#include "app/core/exchange/lintel-paper-private.h"

#include <glib/gi18n-lib.h>

#define N_ACROSS 2
#define SLIP_HEIGHT 158
#define PADDING 12

/* Adds a text to a slip and returns where the next one goes. */
static double
add_line (LintelPaper *paper, LintelTextStyle style, const char *text, double x, double y,
          double width, double height)
{
  double used;

  lintel_paper_add_lines (paper, text, style, PANGO_ALIGN_LEFT, x, y, width, height, &used);
  return y + used;
}

static void
add_slip (LintelPaper *paper, LintelProject *project, const char *mailbox, double x)
{
  const double width = lintel_paper_get_body_width (paper) / N_ACROSS, inner = width - 2 * PADDING;
  const LintelExtension *extension = lintel_project_find_extension (project, mailbox);
  const char *code, *name = extension != NULL ? extension->name : "";
  g_autofree char *title = g_strdup_printf (C_ ("slip", "Mailbox %s"), mailbox);
  double y = paper->y + PADDING;

  lintel_project_get_code (project, mailbox, &code);
  lintel_paper_add_part (paper, (LintelPaperPart){ .kind = LINTEL_PART_DASHED,
                                                   .x = x,
                                                   .y = paper->y,
                                                   .width = width,
                                                   .height = SLIP_HEIGHT,
                                                   .line = 0.5 });
  x += PADDING;
  y = add_line (paper, LINTEL_TEXT_HEADING, title, x, y, inner, 20);
  /* A long name takes a second line and no more. */
  add_line (paper, LINTEL_TEXT_BODY, name, x, y, inner, 24);
  y = add_line (paper, LINTEL_TEXT_SMALL, C_ ("slip", "Security code"), x, paper->y + 58, inner,
                12);
  y = add_line (paper, LINTEL_TEXT_CODE, code, x, y, inner, 40);
  add_line (paper, LINTEL_TEXT_CELL,
            _ ("To change it: from your mailbox menu dial 67, then 7. It has 4 digits. Choose none "
               "that is easy to guess, such as 1111, 1234 or your extension. Keep it to yourself."),
            x, y + 2, inner, paper->y + SLIP_HEIGHT - y - 4);
}

static void
add_slips (LintelPaper *paper, LintelProject *project, GPtrArray *mailboxes)
{
  const double width = lintel_paper_get_body_width (paper) / N_ACROSS;

  for (guint n = 0; n < mailboxes->len; n++)
    {
      if (n % N_ACROSS == 0)
        lintel_paper_need (paper, SLIP_HEIGHT);
      add_slip (paper, project, mailboxes->pdata[n],
                lintel_paper_get_left (paper) + width * (n % N_ACROSS));
      if (n % N_ACROSS == N_ACROSS - 1 || n == mailboxes->len - 1)
        lintel_paper_skip (paper, SLIP_HEIGHT);
    }
}

static GPtrArray *
list_mailboxes_with_code (LintelProject *project)
{
  GPtrArray *mailboxes = lintel_project_list_codes (project);

  for (guint n = mailboxes->len; n > 0; n--)
    {
      const char *code;

      if (lintel_project_get_code (project, mailboxes->pdata[n - 1], &code) != LINTEL_CODE_SET)
        g_ptr_array_remove_index (mailboxes, n - 1);
    }
  return mailboxes;
}

LintelPaper *
lintel_code_sheet_new (LintelProject *project, const LintelExportOptions *options, GError **error)
{
  g_autoptr (GPtrArray) mailboxes = list_mailboxes_with_code (project);
  LintelPaper *paper =
      lintel_paper_new (lintel_paper_size_resolve (options->paper, project),
                        C_ ("paper", "Mailbox codes"), _ ("One slip a mailbox"), "Lintel",
                        _ ("Confidential: cut along the lines, hand each slip to "
                           "its user, destroy the rest"),
                        error);

  if (paper == NULL)
    return NULL;
  if (mailboxes->len == 0)
    lintel_paper_add_text (paper, LINTEL_TEXT_BODY, _ ("No mailbox has a code on record."));
  add_slips (paper, project, mailboxes);
  return paper;
}
