/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the marks of a cell mean, in words. */
#pragma once

#include "app/ui/lintel-document.h"

G_BEGIN_DECLS

/* Whether the cell at PLACE has another value than the factory gives it. */
gboolean lintel_place_is_changed (LintelProject *project, const LintelPlace *place);

/* What PLACE had from the factory, in the file when it was last saved, and in the file compared
 * with, one a line, as far as it has something else now; NULL when all are the same. Codes stay
 * masked. Transfer full. */
char *lintel_describe_marks (LintelDocument *document, const LintelPlace *place);

G_END_DECLS
