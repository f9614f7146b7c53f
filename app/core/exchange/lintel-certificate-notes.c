/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificate's extensions, assumptions and how the files are used. */

#include "config.h"

#include "app/core/exchange/lintel-certificate-private.h"
#include "app/core/exchange/lintel-report-private.h"

#include <glib/gi18n-lib.h>

#define EXTENSION_COLUMNS 4

/* Named ones with their names, the others as numbers only. */
static void
add_named (LintelCertificate *self, GPtrArray *texts)
{
  LintelPaperColumn columns[EXTENSION_COLUMNS];

  if (texts->len == 0)
    return;
  for (guint n = 0; n < EXTENSION_COLUMNS; n++)
    columns[n] = (LintelPaperColumn){ NULL, 1, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL };
  while (texts->len % EXTENSION_COLUMNS != 0)
    g_ptr_array_add (texts, g_strdup (""));
  lintel_paper_begin_table (self->paper, columns, EXTENSION_COLUMNS);
  for (guint n = 0; n < texts->len; n += EXTENSION_COLUMNS)
    lintel_paper_add_texts (self->paper, (const char *const *) texts->pdata + n);
  lintel_paper_end_table (self->paper);
}

static void
add_kind (LintelCertificate *self, LintelExtensionKind kind)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (self->project, port);

      if (extension == NULL || extension->kind != kind)
        continue;
      g_ptr_array_add (numbers, (gpointer) extension->number);
      if (*extension->name != '\0')
        {
          g_autofree char *name = lintel_report_isolate (extension->name);

          g_ptr_array_add (named, g_strdup_printf ("%s  %s", extension->number, name));
        }
    }
  if (numbers->len == 0)
    return;
  list = lintel_certificate_list_numbers ((const char *const *) numbers->pdata, numbers->len);
  lintel_paper_need (self->paper, 30);
  /* Translators: a kind of extension, how many there are, and their numbers */
  lintel_paper_add_textf (self->paper, LINTEL_TEXT_BODY, _ ("%s (%u): %s"),
                          lintel_extension_kind_get_title (kind), numbers->len, list);
  lintel_paper_name_table (self->paper, lintel_extension_kind_get_title (kind));
  add_named (self, named);
}

void
lintel_certificate_add_extensions (LintelCertificate *self)
{
  lintel_paper_add_heading (self->paper, 0, C_ ("heading", "Extensions"));
  for (int kind = 0; kind < LINTEL_N_EXTENSION_KINDS; kind++)
    add_kind (self, (LintelExtensionKind) kind);
}

static void
add_files (LintelCertificate *self)
{
  lintel_paper_add_heading (self->paper, 0, _ ("How the files are used"));
  lintel_paper_add_text (
      self->paper, LINTEL_TEXT_BODY,
      _ ("NEC does not publish the format of the files that PCPro and WebPro load, and these are "
         "none of them. Keep the worksheet (worksheet.pdf, or the workbook database.xlsx) beside "
         "PCPro or WebPro, enter it item by item in program order, and tick each cell. The CSV "
         "files hold every cell of every program. MANIFEST.json has the SHA-256 of each file; "
         "“lintelctl verify” says whether any was changed since."));
  lintel_paper_add_text (
      self->paper, LINTEL_TEXT_BODY,
      _ ("Security codes are set at the telephone: from the mailbox menu dial 67, then 7. The "
         "office hands them out on a sheet of their own."));
  lintel_paper_add_text (self->paper, LINTEL_TEXT_BODY,
                         _ ("Lintel is not affiliated with NEC. NEC, SL1100, SL2100, PCPro and "
                            "WebPro are names of their owner."));
}

void
lintel_certificate_add_assumptions (LintelCertificate *self)
{
  const char *const *assumptions = lintel_dial_system_get_assumptions (self->system);

  lintel_paper_add_heading (self->paper, 0, _ ("Assumptions, and what is not modelled"));
  lintel_paper_add_text (self->paper, LINTEL_TEXT_BODY,
                         _ ("What is said here about calls holds if the following is so. These "
                            "settings are not part of the project: check them at the system."));
  for (guint n = 0; assumptions[n] != NULL; n++)
    lintel_paper_add_point (self->paper, assumptions[n]);
  lintel_paper_add_text (
      self->paper, LINTEL_TEXT_BODY,
      _ ("NEC publishes no order in which the tables of program 21-06 are looked at. “Blocked” "
         "and “Gets out” are said only where every reading of the manuals agrees; otherwise the "
         "result is “Not certain”. What the programs do that are not listed on this sheet is not "
         "modelled."));
  add_files (self);
  if (lintel_paper_lacks_glyphs (self->paper))
    lintel_paper_add_text (self->paper, LINTEL_TEXT_STRONG,
                           _ ("Some characters are shown as boxes with their number in it: the "
                              "machine that made this sheet has no font for them."));
}
