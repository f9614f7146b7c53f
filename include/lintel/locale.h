/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Counts, days and times as people write them in the user's country.
 *
 * Not for what is dialled, keyed in or has a place in a program: such digits are the same
 * everywhere. Not for files that other programs read either: those have ISO 8601 and plain digits.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* g_strdup_printf() with the digits of each %u in groups: "1,234 rows", « 1 234 rangées ». Numbers
 * that are no count are written with %d or as text, and stay as they are. Transfer full. */
char *lintel_locale_format (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* "31 January 2027" for "2027-01-31"; a text that is no day as it is. Transfer full. */
char *lintel_locale_day (const char *text);

/* For a time as files have it, "2026-11-25T13:32:00Z"; a text that is no time as it is. On the
 * screen by the user's clock: "25 November 2026, 14:32". Transfer full. */
char *lintel_locale_moment (const char *text);
/* On paper and in messages, which are the same wherever they are made: "25 November 2026, 13:32
 * UTC". Transfer full. */
char *lintel_locale_moment_utc (const char *text);

G_END_DECLS
