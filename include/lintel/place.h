/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Places: the address of everything a project holds.
 *
 *   21-04-01[213,3]  47-02-01[5]  21-06-06[2,17]     a cell
 *   21-04[213]  21-05[2]                             a row
 *   21-06-01  21-06-07[3]                            a table
 *   extension[113]  extension[113].name              an extension, by port
 *   code[101]                                        the code of a mailbox, by mailbox number
 *   customer.name  customer.site  customer.reference  customer.words
 *   notes
 *   accepted[1].reason  dial-test[1].number          by position in the file
 *   sign-off.prepared.by  sign-off.reviewed.time     who prepared and who reviewed the project
 *
 * The extension in 21-04 is written as its number and kept as its port.
 */
#pragma once

#include "lintel/catalogue.h"

G_BEGIN_DECLS

typedef struct _LintelProject LintelProject; /* lintel/project.h */

typedef enum
{
  LINTEL_PLACE_NONE,
  LINTEL_PLACE_CELL,
  LINTEL_PLACE_ROW,
  LINTEL_PLACE_TABLE,
  LINTEL_PLACE_EXTENSION,
  LINTEL_PLACE_CODE,
  LINTEL_PLACE_CUSTOMER,
  LINTEL_PLACE_NOTES,
  LINTEL_PLACE_DIAL_TEST,
  LINTEL_PLACE_ACCEPTANCE,
  LINTEL_PLACE_SIGN_OFF,
  LINTEL_PLACE_STRAY, /* has text only: its own XML; NULL removes it */
} LintelPlaceKind;

/* Which part of a record. NONE is the record as a whole: no text can be set there, except NULL,
 * which removes the record. */
typedef enum
{
  LINTEL_FIELD_NONE,
  LINTEL_FIELD_NUMBER, /* extension, dial test */
  LINTEL_FIELD_KIND,
  LINTEL_FIELD_NAME, /* extension, customer */
  LINTEL_FIELD_SITE,
  LINTEL_FIELD_REFERENCE,
  LINTEL_FIELD_FROM,
  LINTEL_FIELD_MODE,
  LINTEL_FIELD_EXPECT,
  LINTEL_FIELD_RULE,
  LINTEL_FIELD_AT,
  LINTEL_FIELD_REASON,
  LINTEL_FIELD_BY,
  LINTEL_FIELD_UNTIL,
  LINTEL_FIELD_TIME,   /* of a sign-off: 2026-11-24T16:05:00Z */
  LINTEL_FIELD_SHA256, /* … and what was seen */
  LINTEL_FIELD_WORDS,  /* of the customer: what no mailbox code may be made from */
} LintelField;

/* An extension or mailbox number, up to 8 digits, with the end mark. */
#define LINTEL_NUMBER_SIZE 9

/* A plain value: copy it, compare it with lintel_place_equal(). Unused members are 0. */
typedef struct
{
  LintelPlaceKind kind;
  LintelField field;
  const LintelProgram *program; /* CELL, ROW, TABLE */
  const LintelItem *item;       /* CELL, TABLE */
  int index[2]; /* CELL: both indexes (the second 1 if the item has one); ROW: the first; TABLE:
                 * the table or 0; EXTENSION: port; DIAL_TEST, ACCEPTANCE, STRAY: id; SIGN_OFF:
                 * a LintelSignOffKind */
  char number[LINTEL_NUMBER_SIZE]; /* CODE */
} LintelPlace;

LintelPlace lintel_place_cell (const LintelItem *item, int i, int j);
LintelPlace lintel_place_row (const LintelProgram *program, int i);
LintelPlace lintel_place_table (const LintelItem *item, int table);
LintelPlace lintel_place_extension (int port, LintelField field);
LintelPlace lintel_place_code (const char *mailbox);
LintelPlace lintel_place_customer (LintelField field);
LintelPlace lintel_place_notes (void);
LintelPlace lintel_place_record (LintelPlaceKind kind, int id, LintelField field);

gboolean lintel_place_equal (gconstpointer a, gconstpointer b);
guint lintel_place_hash (gconstpointer place);
/* Programs in catalogue order, items, indexes; then extensions, codes, the rest. */
int lintel_place_compare (gconstpointer a, gconstpointer b);
/* Whether A is B or lies within it: a cell in its row or table, a field in its record. */
gboolean lintel_place_is_within (const LintelPlace *a, const LintelPlace *b);

/* Transfer full. */
char *lintel_place_to_string (const LintelPlace *place, LintelProject *project);
/* GError (LINTEL_PROJECT_ERROR_PLACE) says what was expected. */
gboolean lintel_place_parse (const char *text, LintelProject *project, LintelPlace *place,
                             GError **error);

/* Several places in as few words as possible: "21-04-01[213-228,1-8]"; "47-02-01[113-128]". For
 * messages. Transfer full. */
char *lintel_places_summarize (const LintelPlace *places, guint n, LintelProject *project);

G_END_DECLS
