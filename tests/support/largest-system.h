/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The largest system there is, for measuring. */
#pragma once

#include "lintel/project.h"

G_BEGIN_DECLS

/* An SL2100 with all it can have: 178 extensions, 128 station and 32 group mailboxes with codes,
 * every cell of every program set, every table of 21-06 full; with acceptances and dial tests. The
 * same SEED gives the same project. Transfer full. */
LintelProject *lintel_test_make_largest_system (LintelCatalogue *catalogue, guint32 seed);

G_END_DECLS
