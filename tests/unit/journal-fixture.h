/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the journal share: an open project that has one, and crashing at any time. */
#pragma once

#include "lintel/journal.h"

G_BEGIN_DECLS

extern LintelCatalogue *catalogue;
extern LintelProject *project;
extern LintelJournal *journal; /* of the project, in the folder STATE */
/* The test's own folder; in it the journal's, one for what a crash leaves, and the project. */
extern char *folder, *state, *left, *path;

void journal_fixture_setup (void); /* the law office */
/* A project with nothing in it, for tests that read a journal many hundred times. */
void journal_fixture_setup_small (void);
void journal_fixture_teardown (void);

/* The project as it was when the test began. */
LintelProject *read_base (void);
/* The only file of the state folder; NULL when there is none. */
char *find_journal (void);
/* What a crash now would leave behind: the text of the journal. SIZE may be NULL. */
char *leave (gsize *size);
/* Puts such a text where nobody holds it. */
void put (const char *text, gsize size);
/* Both, and opens it. */
LintelRecovery *crash (void);
/* The project as it was when the program died. */
LintelProject *restore (LintelRecovery *recovery);
void assert_same (LintelProject *a, LintelProject *b);

G_END_DECLS
