/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Renumbering extensions so that what refers to a number follows: the numbers of their mailboxes
 * (47-02-02, 47-03-02), the list of codes, dial tests and acceptances. Classes of 21-04 belong to
 * the port and need nothing.
 */
#pragma once

#include "lintel/project.h"

G_BEGIN_DECLS

/* The edits that give each port of NUMBERS (GINT_TO_POINTER (port) → char *) its number, and what
 * follows from that; for lintel_project_apply(), which says if two would have the same. Ports
 * without an extension are left out. Numbers may be exchanged among extensions. Transfer full. */
GPtrArray *lintel_renumber_edits (LintelProject *project, GHashTable *numbers);

G_END_DECLS
