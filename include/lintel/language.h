/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The user's language: both programs start with it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes the locale from the environment and finds the translations that belong to the running
 * program, also where it was installed below another folder (DESTDIR). TEXTDOMAINDIR in the
 * environment names another folder. Call it first in main. */
void lintel_language_start (void);

/* Where the translations of a program in the folder BINARIES are. Newly allocated. */
char *lintel_language_folder (const char *binaries);

G_END_DECLS
