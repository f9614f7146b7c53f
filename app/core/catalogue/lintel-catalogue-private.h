/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of the catalogue share: the insides of an item, and the steps from an XML file to
 * a finished catalogue. Reading (lintel-catalogue-reader.c) fills items in, finishing
 * (lintel-catalogue.c) sorts them, checks them and lays out the cells.
 */
#pragma once

#include "lintel/catalogue.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* The namespace of catalogue files. */
#define LINTEL_CATALOGUE_NAMESPACE "urn:lintel:catalogue:1"

/* The highest index that any item may have, so that a slip of the pen in a user's file cannot ask
 * for gigabytes. */
#define LINTEL_CATALOGUE_MAX_INDEX 1000
/* The highest port that a project knows; LINTEL_PORT_LAST of lintel/project.h, which this layer
 * cannot include. */
#define LINTEL_CATALOGUE_MAX_PORT 228

#define LINTEL_ALL_MODELS ((1u << LINTEL_N_MODELS) - 1)

/* One statement about the range of an index. A later one that applies wins. */
typedef struct
{
  guint models; /* bits */
  int before;   /* applies to versions before this one; 0 = to all */
  int first, last;
} LintelIndexRange;

/* One value with its word on each model. */
typedef struct
{
  const char *stored;
  const char *word[LINTEL_N_MODELS];
} LintelChoice;

/* One statement about the factory default of some cells. A later one that applies wins. */
typedef struct
{
  guint models;
  int from[2], to[2];
  const char *value;
  const char **counted; /* the values by first index when the default counts upwards, or NULL */
  LintelConfidence confidence;
  const char *source;
  const char *file; /* where it stands, for messages */
  int line;
} LintelDefault;

typedef struct _LintelItemData LintelItemData;
typedef struct _LintelProgramData LintelProgramData;

struct _LintelItemData
{
  const char *name, *short_name, *group, *help;
  const char *number; /* "21-06-01" */
  guint models;       /* bits: which have the item */
  GArray *ranges[2];  /* LintelIndexRange */
  GArray *choices;    /* LintelChoice, in the order of their values */
  GArray *defaults;   /* LintelDefault */
  const char *file;   /* where it was last described, for messages */
  int line;
};

struct _LintelProgramData
{
  const char *name, *help;
  GPtrArray *items; /* LintelItem */
};

struct _LintelCatalogue
{
  GPtrArray *programs;   /* LintelProgram */
  GHashTable *by_number; /* "21-06-01" → LintelItem */
  GStringChunk *strings; /* every text that the programs and items point to */
  gsize n_cells;
};

/* Whether a user's file may do what it does: see lintel-catalogue-reader.c. FILE is for messages.
 * On an error the catalogue is half merged and must be dropped. */
gboolean lintel_catalogue_read_document (LintelCatalogue *catalogue, xmlDoc *document,
                                         const char *file, GError **error);
/* Parses one file; VALIDATE checks it against the schema. Transfer full (xmlFreeDoc). */
xmlDoc *lintel_catalogue_parse_document (GBytes *bytes, const char *file, gboolean validate,
                                         GError **error);

/* Merges every *.xml of FOLDER in. A folder that does not exist is fine. */
gboolean lintel_catalogue_merge_folder (LintelCatalogue *catalogue, const char *folder,
                                        GError **error);

/* Adds an empty program or item. */
LintelProgram *lintel_catalogue_add_program (LintelCatalogue *catalogue, const char *number);
LintelItem *lintel_catalogue_add_item (LintelCatalogue *catalogue, LintelProgram *program,
                                       const char *id);

/* TEXT with blanks and line ends inside collapsed, kept as long as the catalogue. */
const char *lintel_catalogue_keep_words (LintelCatalogue *catalogue, const char *text);
const char *lintel_catalogue_keep (LintelCatalogue *catalogue, const char *text);

/* "3.5" or "V3.5" as a number that can be compared; anything else is the newest. */
int lintel_catalogue_parse_version (const char *version);

/* The choice for a stored value, NULL when it has no words. */
const LintelChoice *lintel_item_find_choice (const LintelItem *item, const char *stored);
/* Its word in the user's language. */
const char *lintel_choice_get_word (const LintelChoice *choice, LintelModel model);

G_END_DECLS
