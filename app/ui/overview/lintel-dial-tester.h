/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The dial tester: an extension, a mode and a number, and what becomes of the call.
 *
 * Signals
 *   show-place (const LintelPlace *)   the user asks to see what decides
 */
#pragma once

#include "lintel/project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_DIAL_TESTER (lintel_dial_tester_get_type ())
G_DECLARE_FINAL_TYPE (LintelDialTester, lintel_dial_tester, LINTEL, DIAL_TESTER, AdwBin)

/* Follows every change of PROJECT. */
GtkWidget *lintel_dial_tester_new (LintelProject *project);

/* Chooses what to test, as the user would; NUMBER is what a person types. */
void lintel_dial_tester_set_call (LintelDialTester *self, int port, int mode, const char *number);

G_END_DECLS
