/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Comparing two projects: what stands elsewhere than before, and who can call what since.
 *
 * Cells are compared by the value that they have, so a value that was set by hand and equals the
 * factory's is no difference. Acceptances, dial tests and what was kept aside have no address of
 * their own and are compared as sets. Codes are compared and never shown.
 */
#pragma once

#include "lintel/dial-system.h"
#include "lintel/project.h"

G_BEGIN_DECLS

/* One place with another text than before. */
typedef struct
{
  LintelPlace place; /* in the project that has it, the later one if both do; NONE for what the
                      * file's root says (version, numbering) */
  gboolean in_old;   /* PLACE is one of the earlier project: a record that has gone */
  char *address;     /* "21-04-01[213,3]", "version" */
  char *name;        /* what stands there, in words: "Toll restriction class" */
  char *old_text;  /* stored values, for a cell the effective ones; NULL for nothing there. Of a */
  char *new_text;  /* code "****" */
  char *old_shown; /* the same in words: "0 – None", "(blank)", "(nothing)" */
  char *new_shown;
  char *affected;        /* in words: "extensions 213-228"; NULL when nobody is */
  GPtrArray *extensions; /* the numbers of the extensions among them (strings), in order */
} LintelChange;

/* Who reaches something: an extension and the modes in which it does. */
typedef struct
{
  int port;
  char number[LINTEL_NUMBER_SIZE];
  LintelExtensionKind kind;
  guint modes; /* bit n is set for mode n */
} LintelReachUser;

/* A destination that extensions reach newly (more certainly) or no longer (less certainly), with
 * a number whose verdict has changed. Both can be true of one destination, for different numbers.
 * An extension that is new reached nothing before. */
typedef struct
{
  const LintelDestination *destination;
  gboolean gained;                 /* FALSE: lost */
  gboolean partly;                 /* others of its numbers got out before already, or still do */
  LintelDialVerdict before, after; /* of the number; both UNDECIDED when it was not worked out */
  char *number;                    /* NULL when it was not worked out */
  const LintelNumberPattern *pattern; /* that the number fits; may be NULL */
  GArray *users;                      /* of LintelReachUser, by number */
  guint all_modes;                    /* the bits of all modes that the model has */
} LintelReachChange;

/* By place, in the order of lintel_place_compare(). Elements are LintelChange*. GError
 * (LINTEL_EXCHANGE_ERROR_FORMAT, lintel/exchange.h): the projects are for different models.
 * Transfer full. */
GPtrArray *lintel_compare_places (LintelProject *old, LintelProject *new, GError **error);
/* In the order of the later project's numbering plan, for the same model. Elements are
 * LintelReachChange*. Transfer full. */
GPtrArray *lintel_compare_reach (LintelProject *old, LintelProject *new);

/* Those of a change's users who have it in the same modes. */
typedef struct
{
  guint modes; /* bits */
  int port;    /* of the first of them */
  char *who;   /* in words: "extensions 213-228" */
  char *when;  /* "all modes", "modes 1, 3" */
  char *text;  /* a sentence: "extensions 213-228 in all modes can now call …" */
} LintelReachGroup;

/* In the order of their first extension. Elements are LintelReachGroup*. Transfer full. */
GPtrArray *lintel_reach_change_list_groups (const LintelReachChange *change);
/* The number as it is written: "011 44 20 7946 0123"; NULL when there is none. Transfer full. */
char *lintel_reach_change_format_number (const LintelReachChange *change);
/* '+' gained, '-' lost, '?' not worked out. */
char lintel_reach_change_get_sign (const LintelReachChange *change);

/* One line, the same for the same two projects:
 * "21-04-01[213,3] Toll restriction class: 2 → 15 (extension 213)". Transfer full. */
char *lintel_change_to_text (const LintelChange *change);
/* One or more lines without the last line feed, one for each set of modes: "+ international:
 * extensions 213-228 in all modes can now call the United Kingdom: 011 … gets out". Transfer full.
 */
char *lintel_reach_change_to_text (const LintelReachChange *change);

G_END_DECLS
