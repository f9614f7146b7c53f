/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells when the first window of this program is on the screen, when it has its content, and what
 * memory it took. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether all that a window is to show first is in the frame that has just been drawn. */
typedef gboolean (*LintelBenchContentFunc) (GtkWindow *window);

/* A word on standard output as soon as the first frame is drawn, and one for the first with the
 * content, with the processor time until then; once the program has had nothing to do for a while,
 * its peak memory in kB, and it ends. */
void lintel_bench_report_first_frame (GApplication *application, LintelBenchContentFunc func);

G_END_DECLS
