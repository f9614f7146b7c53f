/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random projects and random edits of them, few places and few texts, so that they meet each other;
 * and the whole content of a project as one text, to compare it by.
 */
#pragma once

#include "app/core/project/lintel-project-private.h"

G_BEGIN_DECLS

extern LintelCatalogue *catalogue;

/* Fixture of a test case: the catalogue, and dice with a seed that is printed. */
void random_project_setup (void);
void random_project_teardown (void);

/* From 0 to N - 1. */
int throw (int n);
const char *pick (const char *const *texts, gsize n);
#define PICK(...)                                                                                  \
  pick ((const char *const[]){ __VA_ARGS__ },                                                      \
        sizeof ((const char *const[]){ __VA_ARGS__ }) / sizeof (const char *))

/* One with an extension, and strays beside places that edits come by. Transfer full. */
LintelProject *new_project (void);
/* Some to be applied as one group; they may be refused. */
GPtrArray *random_edits (LintelProject *project);
/* Applies many such groups. */
void scramble (LintelProject *project);

/* The whole content, through the getters that the rest of Lintel uses. Transfer full. */
char *dump (LintelProject *project);

G_END_DECLS
