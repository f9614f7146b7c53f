/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of a report share: the words and the JSON. */
#pragma once

#include "lintel/report.h"

G_BEGIN_DECLS

#define LINTEL_REPORT_HIDDEN_CODE "****"

/* What TEXT means at PLACE: a cell's default for NULL, a code hidden. May be NULL. */
const char *lintel_report_peek_value (LintelProject *project, const LintelPlace *place,
                                      const char *text);
/* A place as it is shown; for something kept aside the address it was written with. */
char *lintel_report_format_address (LintelProject *project, const LintelPlace *place);

/* A member that is null where VALUE is NULL. */
void lintel_report_add_string (JsonBuilder *builder, const char *name, const char *value);

/* By id; NULL for 0. Owned by the project. */
const LintelAcceptance *lintel_report_find_acceptance (LintelProject *project, int id);
/* Where a finding is, in one line; what was kept aside has an address of its own. Transfer full. */
char *lintel_report_name_places (const LintelFinding *finding, LintelProject *project);
/* A name amid other text: marked where it is written from right to left, so that the digits and
 * signs after it stay in their order. Transfer full. */
char *lintel_report_isolate (const char *name);
/* "support line (R. Kay, until 2027-01-31)" for programs, "… until 31 January 2027)" for people.
 * Transfer full. */
char *lintel_report_write_acceptance (const LintelAcceptance *acceptance);
char *lintel_report_show_acceptance (const LintelAcceptance *acceptance);

G_END_DECLS
