/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dialled digits as a row of boxes, each with a symbol and a colour for what is decided by then. */
#pragma once

#include "lintel/dial.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_DIGIT_STRIP (lintel_digit_strip_get_type ())
G_DECLARE_FINAL_TYPE (LintelDigitStrip, lintel_digit_strip, LINTEL, DIGIT_STRIP, GtkWidget)

/* STEPS are those of lintel_dial_trace(). */
void lintel_digit_strip_show (LintelDigitStrip *self, GArray *steps);

G_END_DECLS
