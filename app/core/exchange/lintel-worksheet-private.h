/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worksheet: every cell that has to be keyed in, in program order. */
#pragma once

#include "lintel/project.h"

G_BEGIN_DECLS

typedef struct
{
  LintelPlace place;
  char *address;
  const char *name;      /* of the item */
  const char *from, *to; /* stored values; valid as long as the projects do not change */
} LintelWorksheetRow;

/* From BASELINE (NULL = factory state) to PROJECT. Elements are LintelWorksheetRow*. Transfer
 * full. */
GPtrArray *lintel_worksheet_list (LintelProject *project, LintelProject *baseline);

G_END_DECLS
