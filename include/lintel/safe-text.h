/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text that strangers have typed, shown to people: in the window, on paper, in a terminal.
 *
 * A control character can drive a terminal and a bidirectional override can make 1234 read as
 * 4321. Both are shown as what they are: "[U+202E]".
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a character acts instead of being seen. */
gboolean lintel_text_is_unsafe (gunichar c);

/* TEXT without anything that acts instead of being seen. Line feeds and tabs are kept if MULTILINE.
 * Bytes that are not UTF-8 are replaced. Transfer full. */
char *lintel_text_make_safe (const char *text, gboolean multiline);

/* The same, with line feeds and tabs, in such a way that lintel_text_restore() gives back any UTF-8
 * text as it was: for files that come back. Transfer full. */
char *lintel_text_encode (const char *text);
char *lintel_text_restore (const char *encoded);

G_END_DECLS
