/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dial tests: calls whose outcome the project keeps, so that no later change breaks it unnoticed
 * (the rule dial-test-failed). */
#pragma once

#include "lintel/dial.h"
#include "lintel/project.h"

G_BEGIN_DECLS

/* Adds the edits that keep a call as a test, as it comes out now. NUMBER is as sent to the trunk.
 * FALSE: the extension has no class there, or the same call is a test already, in the project or
 * among EDITS. */
gboolean lintel_dial_test_keep (LintelProject *project, int port, int mode, const char *number,
                                GPtrArray *edits);

/* The edits that add sensible tests: emergency numbers from every telephone and the direct
 * international prefix from every InMail port, both in each class that it is in, and one number for
 * each country that a permit table opens (21-06-02, 21-06-06), from a telephone that has the table.
 * The first two expect what should be, whatever is. Transfer full. */
GPtrArray *lintel_dial_test_suggest (LintelProject *project);

/* Whether a test comes out as expected now. */
gboolean lintel_dial_test_passes (LintelProject *project, const LintelDialTest *test);
/* "101 Front desk in mode 1: 011 44 … – Gets out". Transfer full. */
char *lintel_dial_test_describe (LintelProject *project, const LintelDialTest *test);

G_END_DECLS
