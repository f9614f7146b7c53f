/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of lintelctl share: projects in a folder of their own, and running it. */
#pragma once

#include "tests/support/test-support.h"

G_BEGIN_DECLS

extern char *folder;
extern char *dental;    /* a copy of the example with many errors */
extern char *hardened;  /* … of the one without any finding */
extern char *warned;    /* the latter with one unused acceptance */
extern char *accepting; /* the former with all group mailboxes accepted */

void cli_fixture_setup (void);
void cli_fixture_teardown (void);

/* Runs lintelctl with words up to NULL; OUT and ERR may be NULL. Returns the exit status. */
int run (char **out, char **err, ...);
/* Runs a line of shell in which $0 is lintelctl and $1 is FILE. */
int run_shell (const char *line, const char *file, char **out, char **err);
void assert_says (const char *text, const char *part);

G_END_DECLS
