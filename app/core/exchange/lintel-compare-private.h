/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a comparison share: whom a place concerns. */
#pragma once

#include "lintel/compare.h"

G_BEGIN_DECLS

/* Who is in which class in one of two projects, worked out once for all their differences. */
typedef struct _LintelAffected LintelAffected;

LintelAffected *lintel_affected_new (LintelProject *old, LintelProject *new);
void lintel_affected_free (LintelAffected *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelAffected, lintel_affected_free)

/* Fills in CHANGE's affected and extensions. */
void lintel_affected_describe (LintelAffected *self, LintelChange *change);

/* "extension 213", "extensions 213-228". NUMBERS are in order. Transfer full. */
char *lintel_affected_name_extensions (GPtrArray *numbers);

/* lintel_compare_places() for what leaves the office: without what was accepted of codes, which
 * would narrow them down. NULL when the models differ. */
GPtrArray *lintel_compare_public_places (LintelProject *old, LintelProject *new);

G_END_DECLS
