/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the tests of the lock on the codes share: a project that has one. Keys are made as cheaply
 * as Argon2id allows.
 */
#pragma once

#include "app/core/project/lintel-lock-private.h"

#include <check.h>

G_BEGIN_DECLS

#define PASSPHRASE "four brown horses run"

extern LintelCatalogue *catalogue;
extern LintelProject *project; /* some codes, and a lock on them */
extern LintelLockKey *key;     /* of PASSPHRASE, and that of the project */

/* For main(): runs the tests that ADD_TESTS adds, each with a fresh project, and returns the
 * status. */
int lock_fixture_run (const char *name, void (*add_tests) (TCase *tcase));

LintelLockKey *make_key (const char *passphrase);
/* Opens the codes as a program does that has only the file and what was typed. */
gboolean open_with (LintelProject *locked, const char *passphrase, GError **error);
/* NULL while it is not known. */
const char *get_code (LintelProject *which, const char *mailbox);

/* A project's file, codes and all. Transfer full, as of all below. */
char *write_text (LintelProject *which);
LintelProject *read_text (const char *text);
/* The project, as a program that does not know the passphrase reads it. */
LintelProject *read_locked (void);
/* The <locked-codes> element of a file. */
char *find_element (const char *text);

G_END_DECLS
