/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the program remembers between runs.
 *
 * The settings schema may be missing (a program run from a copied folder): reading then gives
 * the value that the schema has as its default, and writing does nothing.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

int lintel_settings_get_int (const char *key, int otherwise);
void lintel_settings_set_int (const char *key, int value);
gboolean lintel_settings_get_boolean (const char *key, gboolean otherwise);
void lintel_settings_set_boolean (const char *key, gboolean value);
/* Transfer full; "" when nothing is remembered. */
char *lintel_settings_get_string (const char *key);
void lintel_settings_set_string (const char *key, const char *value);

G_END_DECLS
