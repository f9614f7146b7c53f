/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the subcommands of lintelctl share. Each lives in a file of its own, lintelctl-NAME.c, and
 * has one line in the table of lintelctl.c.
 */
#pragma once

#include "lintel/catalogue.h"
#include "lintel/project.h"

#include <stdio.h>

G_BEGIN_DECLS

/* How the program ends: the command line's part of the contract. */
enum
{
  LINTELCTL_FINE = 0,
  LINTELCTL_FOUND = 1,  /* findings at or above the threshold, or a failed verify or diff */
  LINTELCTL_FAILED = 2, /* could not run; one sentence on standard error */
};

/* ARGV[0] is the subcommand's name. Returns the exit status. */
typedef int (*LintelctlCommand) (int argc, char **argv);

int lintelctl_accept (int argc, char **argv);
int lintelctl_allow (int argc, char **argv);
int lintelctl_apply (int argc, char **argv);
int lintelctl_catalogue (int argc, char **argv);
int lintelctl_check (int argc, char **argv);
int lintelctl_dial (int argc, char **argv);
int lintelctl_diff (int argc, char **argv);
int lintelctl_explain (int argc, char **argv);
int lintelctl_export (int argc, char **argv);
int lintelctl_fix (int argc, char **argv);
int lintelctl_get (int argc, char **argv);
int lintelctl_import (int argc, char **argv);
int lintelctl_lock (int argc, char **argv);
int lintelctl_new (int argc, char **argv);
int lintelctl_reach (int argc, char **argv);
int lintelctl_rules (int argc, char **argv);
int lintelctl_schema (int argc, char **argv);
int lintelctl_set (int argc, char **argv);
int lintelctl_sign (int argc, char **argv);
int lintelctl_unlock (int argc, char **argv);
int lintelctl_verify (int argc, char **argv);

/* Parses a subcommand's options. USAGE is what follows the name in its help ("FILE PLACE…"),
 * SUMMARY a sentence. FALSE: wrong usage, already said on standard error. */
gboolean lintelctl_parse (const char *usage, const char *summary, const GOptionEntry *entries,
                          int *argc, char ***argv);

/* "lintelctl: MESSAGE" on standard error; returns LINTELCTL_FAILED. */
int lintelctl_fail (const char *format, ...) G_GNUC_PRINTF (1, 2);
int lintelctl_fail_error (const GError *error);

/* The catalogue with the user's additions; reports and returns NULL when one of those is wrong. */
LintelCatalogue *lintelctl_load_catalogue (void);
/* At most one byte more than a project may have: the rest is not read. */
GBytes *lintelctl_read_standard_input (GError **error);
/* Reads PATH, "-" being standard input. */
LintelProject *lintelctl_read_project (LintelCatalogue *catalogue, const char *path,
                                       GError **error);
/* The same; reports and returns NULL on failure. */
LintelProject *lintelctl_load_project (LintelCatalogue *catalogue, const char *path);
/* Writes to PATH, "-" being standard output; FALSE after reporting. */
gboolean lintelctl_save_project (LintelProject *project, const char *path);

/* Like fprintf(), but what could drive a terminal or mislead a reader is shown instead. */
void lintelctl_print (FILE *stream, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* A line for each of EDITS (LintelEdit*), after INDENT: "place: old → new". */
void lintelctl_print_edits (FILE *stream, const char *indent, LintelProject *project,
                            GPtrArray *edits);

G_END_DECLS
