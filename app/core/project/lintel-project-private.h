/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Filling a project from a file: what the reader of the XML uses between lintel_project_new() and
 * lintel_project_end_load().
 *
 * Texts are validated as lintel_project_apply() validates them, but there is no history, no signal
 * and no implied edit. Order matters in two ways: an extension's number comes before its kind and
 * name, and its extension before a cell of 21-04.
 */
#pragma once

#include "lintel/project.h"

G_BEGIN_DECLS

/* Sets TEXT at PLACE and notes the line it was read from (0 = none). "" and NULL are the same
 * except for cells and codes. A place that already has a text is overwritten: who wants to report
 * a duplicate asks lintel_project_get_text() first. On error (LINTEL_PROJECT_ERROR_PLACE or _VALUE,
 * with a sentence for the user) nothing is changed; the caller keeps the text as a stray. */
gboolean lintel_project_load_text (LintelProject *self, const LintelPlace *place, const char *text,
                                   int line, GError **error);

/* Notes the line of a record as a whole (field NONE): its fields without a line of their own have
 * this one. */
void lintel_project_load_line (LintelProject *self, const LintelPlace *place, int line);

/* Notes the line of a <program> element: rows, tables and cells of it that were not read from the
 * file have this one. */
void lintel_project_load_program_line (LintelProject *self, const LintelProgram *program, int line);

/* Takes STRAY (g_new0() and g_strdup()ed members) and returns the id it gave it: 1, 2, … in the
 * order of the calls. A stray with a target goes when that place is edited, even to the value that
 * it has; a target with field NONE means that the stray goes when the record is removed. */
int lintel_project_add_stray (LintelProject *self, LintelStray *stray);

void lintel_project_set_numbering (LintelProject *self, const char *numbering);

/* Ends loading: what has been loaded is the saved state. */
void lintel_project_end_load (LintelProject *self);

/* TRUE if TEXT can be written to an XML file: valid UTF-8 without control characters (line feeds
 * and tabs allowed if MULTILINE). */
gboolean lintel_project_text_is_clean (const char *text, gboolean multiline);

const char *lintel_field_to_id (LintelField field); /* "name" */
/* The fields of a kind of record, ended by LINTEL_FIELD_NONE; empty for what is no record. */
const LintelField *lintel_place_kind_get_fields (LintelPlaceKind kind);

G_END_DECLS
