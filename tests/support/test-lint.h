/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of lint share: random projects, and findings as text. */
#pragma once

#include "lintel/lint.h"

G_BEGIN_DECLS

/* A project with a few telephones, InMail ports, codes, misfits of a file and acceptances. */
LintelProject *lintel_test_random_project (GRand *rand, LintelCatalogue *catalogue);
/* Does one random thing to it: cells, extensions, codes, acceptances, dial tests, what is kept
 * aside, customer, undo and redo. Returns what it was, for the message of a failure. Transfer
 * full. */
char *lintel_test_random_edit (GRand *rand, LintelProject *project);

/* A finding in full: line, severity, message, places, witness, acceptance. Transfer full. */
char *lintel_test_format_finding (LintelFinding *finding, LintelProject *project);
/* All findings of one rule (NULL: of all), one a line. Transfer full. */
char *lintel_test_format_findings (LintelLinter *linter, const LintelRule *rule);

G_END_DECLS
