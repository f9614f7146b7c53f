/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a row is about, in words: whose mailbox it is, what an extension is, who uses a class.
 * It depends on what counts the rows, not on the program.
 */
#pragma once

#include "lintel/project.h"

G_BEGIN_DECLS

#define LINTEL_MAX_ROW_NOTES 2

/* The titles of the notes for rows counted by KIND; returns how many there are. */
guint lintel_row_note_list_titles (LintelIndexKind kind, const char *titles[LINTEL_MAX_ROW_NOTES]);
/* The width of note N, in digits. */
guint lintel_row_note_get_width (LintelIndexKind kind, guint n);
/* Note N of row INDEX; transfer full. */
char *lintel_row_note_get (LintelProject *project, LintelIndexKind kind, int index, guint n);

/* Whether row INDEX is in use: a mailbox that is not disabled, an extension that is not unused, a
 * class that some extension has. */
gboolean lintel_row_note_is_used (LintelProject *project, LintelIndexKind kind, int index);

/* Who has class CLASS in some mode: "16 InMail, 12 telephones"; transfer full. */
char *lintel_row_note_class_users (LintelProject *project, int class);

G_END_DECLS
