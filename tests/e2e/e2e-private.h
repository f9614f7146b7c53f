/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the files of the harness. */
#pragma once

#include "tests/e2e/e2e-support.h"

G_BEGIN_DECLS

/* Fails the test with what is on screen. */
void e2e_fail (const char *what) G_GNUC_NORETURN;
/* The program's accessible, whose children are its windows; NULL until there is one. */
AtspiAccessible *e2e_root (void);
/* Whether the X server shows a window of that title, a pattern. */
gboolean e2e_has_window (const char *title);

G_END_DECLS
