/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The insides of a project, shared by the files of this folder only.
 *
 * lintel-project.c        the object and its getters
 * lintel-project-store.c  reading and writing the text at a place, unchecked
 * lintel-project-check.c  whether a text may stand at a place
 * lintel-project-edit.c   the one mutator: implied edits, all or nothing
 * lintel-history.c        undo steps and the dirty mark
 * lintel-project-load.c   filling from a file
 * lintel-project-lock.c   the lock on the codes; lintel-lock.c its cryptography
 * lintel-sign-off.c       who signed, and for what
 */
#pragma once

#include "app/core/project/lintel-project-private.h"
#include "lintel/lock.h"

G_BEGIN_DECLS

#define LINTEL_CODE_MAX 14 /* characters; a right code has 4 */

enum
{
  LINTEL_CELL_SET = 1 << 0,    /* has a text of its own; otherwise the default */
  LINTEL_CELL_EXISTS = 1 << 1, /* within the range of model and version */
};

typedef struct
{
  char text[LINTEL_VALUE_MAX + 1];
  guint8 flags;
} LintelCell;

typedef struct
{
  LintelExtension shown; /* its pointers lead into this struct */
  char number[LINTEL_NUMBER_SIZE];
  char *name; /* NULL for none */
} LintelExtensionSlot;

typedef struct
{
  char mailbox[LINTEL_NUMBER_SIZE];
  char text[LINTEL_CODE_MAX * 4 + 1];
} LintelCode;

/* An acceptance or a dial test. It is there while any of its texts is. */
#define LINTEL_RECORD_FIELDS 5
typedef struct
{
  char *text[LINTEL_RECORD_FIELDS]; /* in the order of the kind's fields; NULL for none */
  union
  {
    LintelAcceptance acceptance;
    LintelDialTest dial_test;
  } shown;
} LintelRecord;

/* What was read from a file; never changes after loading, so that copies share it. */
typedef struct
{
  GPtrArray *strays;            /* of LintelStray*, by id - 1 */
  GHashTable *strays_by_target; /* LintelPlace → GArray of ids */
  GHashTable *lines;            /* LintelPlace → line */
  GHashTable *program_lines;    /* LintelProgram → line */
} LintelOrigin;

typedef struct
{
  char *label, *merge_key;
  GPtrArray *edits; /* of LintelEdit* */
} LintelStep;

typedef struct
{
  GPtrArray *steps;    /* of LintelStep* */
  guint position;      /* how many of them are done */
  gboolean can_merge;  /* the last step was just made: nothing saved or undone since */
  GHashTable *unsaved; /* LintelPlace → text (or NULL) that the saved state has there */
} LintelHistory;

struct _LintelProject
{
  GObject parent_instance;

  LintelCatalogue *catalogue;
  LintelModel model;
  char *version, *numbering;

  guint generation; /* grows with every stored text */
  gsize n_cells;
  LintelCell *cells; /* by item->first_cell */
  LintelExtensionSlot extensions[LINTEL_PORT_LAST + 1];
  GHashTable *ports; /* number → port; NULL while stale */
  GArray *codes;     /* of LintelCode, by mailbox number; grows in lintel-project-store.c only */
  LintelSealedCodes *sealed; /* as read; with a KEY the codes are here, without they are not */
  LintelLockKey *key;
  char *customer[4], *notes;
  char *sign_offs[LINTEL_N_SIGN_OFFS][3]; /* in the order of the kind's fields */
  GPtrArray *acceptances, *dial_tests;    /* of LintelRecord*, by id - 1; gone ones stay, empty */
  GArray *acceptances_upto, *dial_tests_upto; /* by id: how many are there up to it; NULL = stale */

  LintelOrigin *origin;      /* shared by copies */
  GByteArray *stray_is_here; /* by id - 1 */

  LintelHistory history;
};

/* Places. */
int lintel_number_compare (const char *a, const char *b);
gboolean lintel_number_is_valid (const char *number); /* 1 to 8 digits */
/* The number of an acceptance or dial test among those that are there, from 1, and back (0 when
 * there is none; one past the last is the next id). */
int lintel_project_id_to_position (LintelProject *self, LintelPlaceKind kind, int id);
int lintel_project_position_to_id (LintelProject *self, LintelPlaceKind kind, int position);
void lintel_project_forget_positions (LintelProject *self); /* after a record has come or gone */

/* Cells. The first is for writing, within the item's capacity only; the second is blank outside. */
LintelCell *lintel_project_peek_cell (LintelProject *self, const LintelItem *item, int i, int j);
const LintelCell *lintel_project_look_up_cell (LintelProject *self, const LintelItem *item, int i,
                                               int j);
gboolean lintel_item_counts_extensions (const LintelItem *item);

/* The store: no checks, no history. */
char *lintel_place_normalize (const LintelPlace *place, const char *text);
void lintel_project_store_text (LintelProject *self, const LintelPlace *place, const char *text);
LintelRecord *lintel_project_peek_record (LintelProject *self, LintelPlaceKind kind, int id);
gboolean lintel_record_is_here (const LintelRecord *record);
void lintel_record_free (LintelRecord *record);
LintelRecord *lintel_record_copy (const LintelRecord *record, LintelPlaceKind kind);
guint lintel_project_find_code (LintelProject *self, const char *mailbox, gboolean *found);
/* Lists of codes leave nothing behind in memory, neither when they grow nor when they go. */
GArray *lintel_codes_new (guint room);
GArray *lintel_codes_copy (const GArray *codes);
void lintel_codes_free (GArray *codes);

/* Checks. check_text asks about one place alone; check_whole about what must fit together once a
 * group of edits is done. */
gboolean lintel_project_check_text (LintelProject *self, const LintelPlace *place, const char *text,
                                    GError **error);
gboolean lintel_project_check_whole (LintelProject *self, const LintelPlace *place, GError **error);

/* Edits. The place is an edit's first member, so that an edit can be found by its place. */
G_STATIC_ASSERT (G_STRUCT_OFFSET (LintelEdit, place) == 0);
gboolean lintel_place_texts_equal (const LintelPlace *place, const char *a, const char *b);

/* History. */
void lintel_history_init (LintelHistory *history);
void lintel_history_clear (LintelHistory *history);
/* Notes EDITS, which have been done, as a step of their own or as part of the last. */
void lintel_history_add (LintelProject *self, const char *label, const char *merge_key,
                         GPtrArray *edits);
void lintel_project_emit_changed (LintelProject *self, GPtrArray *edits);
void lintel_project_emit_lock_changed (LintelProject *self);

/* The origin. */
LintelOrigin *lintel_origin_new (void);
LintelOrigin *lintel_origin_ref (LintelOrigin *origin);
void lintel_origin_unref (LintelOrigin *origin);

G_END_DECLS
