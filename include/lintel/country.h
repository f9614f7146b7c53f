/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Countries and what their numbers start with (data/numbering/calling-codes.tsv).
 *
 * Names come from the iso-codes package, translated; without it a country is called by its two
 * letters. All of it lives as long as the program.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *id;           /* ISO 3166-1: "GB" */
  const char *name;         /* in the user's language */
  const char *const *codes; /* without any prefix: "44"; "1876" and "1658"; NULL-terminated */
} LintelCountry;

/* All of them, by name. */
const LintelCountry *lintel_countries_get (guint *n_countries);
/* By its two letters, in either case; NULL when there is none. */
const LintelCountry *lintel_country_find (const char *id);

G_END_DECLS
