/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Projects as tests want them: the examples, and cells by their address. What does not work fails
 * the test. */
#pragma once

#include "lintel/xml.h"

G_BEGIN_DECLS

/* The file of data/examples, "law-office". Transfer full. */
char *lintel_test_example (const char *name);
LintelProject *lintel_test_read_example (LintelCatalogue *catalogue, const char *name);

LintelPlace lintel_test_place (LintelProject *project, const char *address);
/* The text at ADDRESS, NULL for none; valid until the next change. */
const char *lintel_test_get (LintelProject *project, const char *address);
void lintel_test_set (LintelProject *project, const char *address, const char *text);
/* Several at once: "21-05-07[15]=3 21-06-06[3,1]=0". */
void lintel_test_set_cells (LintelProject *project, const char *cells);

G_END_DECLS
