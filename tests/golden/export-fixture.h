/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of papers and of the workbook share: exports in a folder of their own, and PDF
 * files as pdftotext and pdfinfo read them. */
#pragma once

#include "lintel/exchange.h"

#include <check.h>

G_BEGIN_DECLS

extern LintelCatalogue *catalogue;
extern char *folder; /* of the test's own */

void export_fixture_setup (void);
void export_fixture_teardown (void);
/* For main(): runs the tests that ADD_TESTS adds with both, and returns the status. */
int export_fixture_run (const char *name, void (*add_tests) (TCase *tcase));

/* Exports to NAME in the folder, whatever findings are open. */
void export_to (LintelProject *project, const char *name, LintelExportOptions options);

/* All below: transfer full. */
char *read_output (const char *const *argv);
/* Of FILE in the export NAME. Pages are ended by a form feed; LAYOUT keeps what stands side by side
 * in one line. */
char *read_text (const char *name, const char *file, gboolean layout);
/* Words alone: lines break where the paper ends. */
char *read_words (const char *name, const char *file, gboolean layout);
char *read_info (const char *name, const char *file);
GBytes *read_bytes (const char *name, const char *file);

void assert_says (const char *text, const char *part);

G_END_DECLS
