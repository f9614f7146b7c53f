/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comma-separated text (RFC 4180) out and in, over libcsv. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends one row and its line end. Only fields that need quotes get them. No field acts as a
 * formula or on a terminal; lintel_csv_parse() gives back what was written. */
void lintel_csv_write_row (GString *out, const char *const *fields, guint n_fields);

/* All rows of TEXT; each is a GPtrArray of strings. A comma, semicolon or tab separates, whichever
 * the first line has most of. NULL with GError (LINTEL_EXCHANGE_ERROR_FORMAT) for broken quotes or
 * text that is not UTF-8; NAME stands for the file. */
GPtrArray *lintel_csv_parse (const char *text, gsize length, const char *name, GError **error);

G_END_DECLS
