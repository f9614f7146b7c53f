/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as a PDF, with what a reader's window shows about it. */

#include "config.h"

#include "app/core/exchange/lintel-export-private.h"
#include "app/core/exchange/lintel-paper-cairo.h"
#include "app/core/exchange/lintel-paper-private.h"

#include <glib/gi18n-lib.h>

static cairo_status_t
write_cb (gpointer data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Without a date of its own every PDF would have that of its making. */
static void
set_metadata (const LintelPaper *self, cairo_surface_t *surface)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (lintel_export_get_time ());
  g_autofree char *stamp = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Lintel " LINTEL_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, stamp);
}

static void
add_outline (const LintelPaper *self, cairo_surface_t *surface)
{
  int section = CAIRO_PDF_OUTLINE_ROOT;

  for (guint n = 0; n < self->outline->len; n++)
    {
      const LintelPaperOutline *entry = &g_array_index (self->outline, LintelPaperOutline, n);
      g_autofree char *target =
          g_strdup_printf ("page=%u pos=[0 %d]", entry->page + 1, (int) entry->y);
      int parent = entry->level == 0 ? CAIRO_PDF_OUTLINE_ROOT : section;
      int id = cairo_pdf_surface_add_outline (surface, parent, entry->title, target,
                                              entry->level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN
                                                                : (cairo_pdf_outline_flags_t) 0);

      if (entry->level == 0)
        section = id;
    }
}

static void
draw_pages (const LintelPaper *self, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  for (guint page = 0; page < lintel_paper_get_n_pages (self); page++)
    {
      lintel_paper_draw_page (self, cr, page);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

GBytes *
lintel_paper_to_pdf (const LintelPaper *self, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (write_cb, bytes, self->width, self->height);
  cairo_status_t status;

  set_metadata (self, surface);
  draw_pages (self, surface);
  add_outline (self, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_IO,
               _ ("the PDF “%s” cannot be made: %s"), self->title, cairo_status_to_string (status));
  return NULL;
}
