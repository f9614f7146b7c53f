/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells when the first window of this program is on the screen, and what memory it took. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A word on standard output as soon as the first frame is drawn, with the processor time until
 * then; once the program has had nothing to do for a while, its peak memory in kB, and it ends. */
void lintel_bench_report_first_frame (GApplication *application);

G_END_DECLS
