/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How places and the texts at them are said to a person. All results are transfer full. */
#pragma once

#include "lintel/project.h"

G_BEGIN_DECLS

/* What stands in for a code that is not to be read over a shoulder. */
#define LINTEL_MASK "••••"

/* "Mailbox type of mailbox 65", "Name of extension 113", "Code of mailbox 101". */
char *lintel_describe_place (LintelProject *project, const LintelPlace *place);
/* "0 – None", "blank", "2 (default)", "no code"; a code as MASK unless REVEAL. */
char *lintel_describe_text (LintelProject *project, const LintelPlace *place, const char *text,
                            gboolean reveal);
/* "47-02-01[13-64], Mailbox type: 1 – Personal (default) → 0 – None": one line for as many EDITS
 * from *I on as change one item in the same way. Sets *I behind them. */
char *lintel_describe_edits (LintelProject *project, GPtrArray *edits, guint *i, gboolean reveal);

/* "101 Front desk", or just the number; "" when there is no such extension. */
char *lintel_describe_extension (const LintelExtension *extension);

/* What counts an index, with the index: "Mailbox 65", "Extension 213". */
char *lintel_describe_index (LintelProject *project, const LintelDimension *dimension, int index);

G_END_DECLS
