/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The elements of a workbook's parts that hold texts, whatever their namespace's prefix. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

gboolean lintel_xlsx_is_element (const xmlNode *node, const char *name);
/* The first child of that name, or NULL. */
xmlNode *lintel_xlsx_find_child (xmlNode *node, const char *name);
/* By its local name; NULL when there is none. Transfer full. */
char *lintel_xlsx_get_attribute (xmlNode *node, const char *name);

/* TEXT as a cell has to hold it: "_x0041_" in it would be read as an escape, and libxlsxwriter
 * leaves that alone. Transfer full. */
char *lintel_xlsx_escape_text (const char *text);

/* The text of an <si> or <is>: its runs one after the other, without reading aids. */
char *lintel_xlsx_read_text (xmlNode *node);
/* What a cell shows, as far as it is text; NULL when it refers to a text that is not there. */
char *lintel_xlsx_read_cell (xmlNode *cell, GPtrArray *texts);

/* Where a cell or row says that it is, counted from 0; left alone if it does not say so. */
void lintel_xlsx_read_column (xmlNode *cell, guint *column);
void lintel_xlsx_read_row (xmlNode *row, guint *n);

G_END_DECLS
