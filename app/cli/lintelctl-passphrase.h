/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a passphrase comes from: the terminal, without being shown, or a file, which may be
 * standard input. Never the command line, where every user of the machine can read it.
 */
#pragma once

#include "app/cli/lintelctl-private.h"

G_BEGIN_DECLS

typedef struct
{
  char *file;   /* --passphrase-file */
  gboolean ask; /* --unlock */
  char *text;   /* the passphrase, once it is known */
} LintelctlPassphrase;

void lintelctl_passphrase_clear (LintelctlPassphrase *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LintelctlPassphrase, lintelctl_passphrase_clear)

/* The options of a command that has a use for codes, among its entries. */
#define LINTELCTL_PASSPHRASE_FILE_ENTRY(self)                                                      \
  {                                                                                                \
    "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &(self)->file,                                 \
        N_ ("File whose first line is the passphrase of locked codes; “-” is standard input"),     \
        N_ ("FILE")                                                                                \
  }
#define LINTELCTL_UNLOCK_ENTRY(self)                                                               \
  {                                                                                                \
    "unlock", 0, 0, G_OPTION_ARG_NONE, &(self)->ask,                                               \
        N_ ("Ask for the passphrase of locked codes"), NULL                                        \
  }

/* Reads the file or asks, if the options say so. FALSE after reporting. */
gboolean lintelctl_passphrase_get (LintelctlPassphrase *self);
/* Reads the file if there is one; otherwise asks, twice when TWICE. FALSE after reporting. */
gboolean lintelctl_passphrase_demand (LintelctlPassphrase *self, gboolean twice);
/* Unlocks the project's codes if they are locked and there is a passphrase. PATH is for messages.
 */
gboolean lintelctl_passphrase_use (const LintelctlPassphrase *self, LintelProject *project,
                                   const char *path, GError **error);
/* As lintelctl_load_project(), with the passphrase got and used. */
LintelProject *lintelctl_load_unlocked (LintelCatalogue *catalogue, const char *path,
                                        LintelctlPassphrase *passphrase);

G_END_DECLS
