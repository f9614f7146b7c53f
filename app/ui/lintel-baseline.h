/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a project is compared with while one works on it: another file or, when none was chosen,
 * the factory default.
 */
#pragma once

#include "lintel/project.h"

G_BEGIN_DECLS

typedef struct _LintelBaseline LintelBaseline;

/* Reads the file at PATH. Fails as lintel_xml_read_file(), and when the file is of another model
 * than PROJECT. */
LintelBaseline *lintel_baseline_open (LintelProject *project, const char *path, GError **error);
void lintel_baseline_free (LintelBaseline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelBaseline, lintel_baseline_free)

const char *lintel_baseline_get_path (LintelBaseline *self);
LintelProject *lintel_baseline_get_project (LintelBaseline *self); /* owned by SELF */
/* Whether PROJECT has something else at PLACE. Of a cell, the values count, not whether they were
 * set by hand. */
gboolean lintel_baseline_differs (LintelBaseline *self, LintelProject *project,
                                  const LintelPlace *place);
/* All such places, LintelPlace; with SELF NULL, the cells that differ from the factory default. */
GArray *lintel_baseline_list (LintelBaseline *self, LintelProject *project);

G_END_DECLS
