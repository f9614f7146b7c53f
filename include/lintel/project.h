/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A project: one customer's system.
 *
 * Everything a project holds is a text at a place (lintel/place.h), or no text there. For a cell
 * no text means "factory default", "" means blank set by hand. All changes go through
 * lintel_project_apply(): undo, redo, the dirty mark, dry runs and change lists follow from that.
 *
 * Memory holds every cell with its effective value in one flat array, so that reading is an array
 * access and lintel_project_copy() is a memcpy of some 70 KB.
 */
#pragma once

#include "lintel/catalogue.h"
#include "lintel/place.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_PROJECT (lintel_project_get_type ())
G_DECLARE_FINAL_TYPE (LintelProject, lintel_project, LINTEL, PROJECT, GObject)

/* Ports as 11-02 counts them, then numbers of Lintel's own for what has no port at the machine. */
#define LINTEL_PORT_LAST_STATION 128 /* 1-128: telephones and InMail */
#define LINTEL_PORT_LAST_VIRTUAL 178 /* 129-178: the 50 virtual extensions */
#define LINTEL_PORT_LAST 228         /* 179-228: pilot numbers of the department groups 1-50 */

typedef enum
{
  LINTEL_EXTENSION_TELEPHONE,
  LINTEL_EXTENSION_INMAIL,
  LINTEL_EXTENSION_VIRTUAL,
  LINTEL_EXTENSION_PILOT,
  LINTEL_EXTENSION_UNUSED,
} LintelExtensionKind;
#define LINTEL_N_EXTENSION_KINDS 5

typedef struct
{
  int port;
  const char *number; /* up to 8 digits */
  LintelExtensionKind kind;
  const char *name; /* may be "" */
} LintelExtension;

typedef enum
{
  LINTEL_CODE_UNKNOWN, /* nobody wrote down whether there is one */
  LINTEL_CODE_NONE,    /* known to have no code */
  LINTEL_CODE_SET,
} LintelCodeState;

typedef struct
{
  int id;
  const char *rule, *at, *reason, *by, *until; /* until: ISO date or "" */
} LintelAcceptance;

typedef struct
{
  int id;
  const char *from, *mode, *number, *expect;
} LintelDialTest;

/* Who stands for the project as it was then. */
typedef enum
{
  LINTEL_SIGN_OFF_PREPARED = 1,
  LINTEL_SIGN_OFF_REVIEWED,
} LintelSignOffKind;
#define LINTEL_N_SIGN_OFFS 2

typedef struct
{
  const char *by, *time, *sha256; /* "" where the file says nothing */
} LintelSignOff;

/* Something in the file that does not fit, kept as it was written until the user changes that
 * place or removes it. */
typedef enum
{
  LINTEL_STRAY_FOREIGN,         /* another namespace, a comment: kept, never a finding */
  LINTEL_STRAY_UNKNOWN_ELEMENT, /* our namespace, but not in the format */
  LINTEL_STRAY_UNKNOWN_ATTRIBUTE,
  LINTEL_STRAY_UNKNOWN_ITEM,       /* a program or item that the catalogue does not have */
  LINTEL_STRAY_UNKNOWN_INDEX,      /* no such extension, table, entry, … */
  LINTEL_STRAY_INDEX_NOT_ON_MODEL, /* exists, but not on this model or version */
  LINTEL_STRAY_OUT_OF_RANGE,       /* the value does not fit */
  LINTEL_STRAY_DUPLICATE,          /* the same place a second time */
} LintelStrayKind;

typedef struct
{
  int id;
  LintelStrayKind kind;
  char *parent; /* where it stands: see app/core/xml */
  char *xml;    /* what to write back */
  gboolean has_target;
  LintelPlace target; /* the place it would have set; changing that place drops the stray */
  char *address;      /* its place as text, "21-04-01[999,1]" */
  char *value;        /* the value as written, may be NULL */
  char *why;          /* one sentence for the user */
  int line, column;
} LintelStray;

/* One change. NULL = no text there. */
typedef struct
{
  LintelPlace place;
  char *old_text, *new_text;
} LintelEdit;

#define LINTEL_PROJECT_ERROR (lintel_project_error_quark ())
GQuark lintel_project_error_quark (void);
typedef enum
{
  LINTEL_PROJECT_ERROR_PLACE, /* no such place in this project */
  LINTEL_PROJECT_ERROR_VALUE, /* the text does not fit there */
} LintelProjectError;

/* Factory state: no extensions, no codes. */
LintelProject *lintel_project_new (LintelCatalogue *catalogue, LintelModel model,
                                   const char *version);
/* An independent project with the same content and no history. */
LintelProject *lintel_project_copy (LintelProject *self);

LintelCatalogue *lintel_project_get_catalogue (LintelProject *self);
LintelModel lintel_project_get_model (LintelProject *self);
const char *lintel_project_get_version (LintelProject *self);   /* "" = newest */
const char *lintel_project_get_numbering (LintelProject *self); /* "nanp" */

/* Another number after every change, for what keeps results of its own. */
guint lintel_project_get_generation (LintelProject *self);

/* The effective value of a cell (J is 1 for one dimension), "" outside the item's capacity;
 * valid until the next change. */
const char *lintel_project_get (LintelProject *self, const LintelItem *item, int i, int j);
int lintel_project_get_number (LintelProject *self, const LintelItem *item, int i, int j);
gboolean lintel_project_is_set (LintelProject *self, const LintelItem *item, int i, int j);
/* Whether a row's cell exists: within the model's range and, for 21-04, an extension that has a
 * toll restriction class (any but a pilot). */
gboolean lintel_project_has_cell (LintelProject *self, const LintelItem *item, int i, int j);

/* The text at any place, NULL for none; valid until the next change. */
const char *lintel_project_get_text (LintelProject *self, const LintelPlace *place);

/* Extensions, by port. */
const LintelExtension *lintel_project_get_extension (LintelProject *self, int port);
const LintelExtension *lintel_project_find_extension (LintelProject *self, const char *number);

/* Codes, by mailbox number. CODE is "" unless the state is SET. */
LintelCodeState lintel_project_get_code (LintelProject *self, const char *mailbox,
                                         const char **code);
/* All mailbox numbers with a known state, in numeric order. Transfer container. */
GPtrArray *lintel_project_list_codes (LintelProject *self);

/* In the order of the file. Elements are owned by the project. Transfer container. */
GPtrArray *lintel_project_list_acceptances (LintelProject *self);
/* By id; NULL when there is none. */
const LintelAcceptance *lintel_project_get_acceptance (LintelProject *self, int id);
GPtrArray *lintel_project_list_dial_tests (LintelProject *self);
GPtrArray *lintel_project_list_strays (LintelProject *self);
const LintelStray *lintel_project_get_stray (LintelProject *self, int id); /* NULL once removed */
/* The id that a new one of that kind (ACCEPTANCE or DIAL_TEST) takes. */
int lintel_project_next_id (LintelProject *self, LintelPlaceKind kind);

/* FALSE when nobody has signed. Valid until the next change. */
gboolean lintel_project_get_sign_off (LintelProject *self, LintelSignOffKind kind,
                                      LintelSignOff *sign_off);
/* Whether somebody has signed, and not for what the project holds now. */
gboolean lintel_project_is_sign_off_stale (LintelProject *self, LintelSignOffKind kind);
/* The SHA-256, in hexadecimal digits, of all that is set in the project except the sign-offs and
 * the codes: those may be left out of a file that is given away, and its sign-offs still hold.
 * app/core/project/lintel-sign-off.c says what exactly is hashed. Transfer full. */
char *lintel_project_compute_hash (LintelProject *self);
/* The edits by which NAME signs for the project as it is now. TIME is in seconds since 1970. */
void lintel_edits_add_sign_off (GPtrArray *edits, LintelProject *project, LintelSignOffKind kind,
                                const char *name, gint64 time);
const char *lintel_sign_off_kind_to_id (LintelSignOffKind kind);     /* "prepared" */
const char *lintel_sign_off_kind_get_title (LintelSignOffKind kind); /* "Prepared", translated */

/* The line of the file that a place was read from. For a part of a record the record's; for what
 * the file does not set, the <program> element's; 0 if there is none either. */
int lintel_project_get_line (LintelProject *self, const LintelPlace *place);

/* The one mutator. EDITS holds LintelEdit*; only place and new_text matter. Edits that change
 * nothing are dropped; if one does not fit, nothing is applied. One undo step with LABEL, or none
 * when nothing changed. Two steps with the same non-NULL MERGE_KEY become one while nothing was
 * saved or undone between them. Emits "changed" (GPtrArray of LintelEdit* with old and new). */
gboolean lintel_project_apply (LintelProject *self, const char *label, const char *merge_key,
                               GPtrArray *edits, GError **error);
/* One edit, no merge. */
gboolean lintel_project_set (LintelProject *self, const char *label, const LintelPlace *place,
                             const char *text, GError **error);

gboolean lintel_project_undo (LintelProject *self);
gboolean lintel_project_redo (LintelProject *self);
const char *lintel_project_get_undo_label (LintelProject *self); /* NULL when there is none */
const char *lintel_project_get_redo_label (LintelProject *self);

/* Dirty = differs from what the last mark_saved() saw. */
gboolean lintel_project_is_dirty (LintelProject *self);
gboolean lintel_project_is_unsaved (LintelProject *self, const LintelPlace *place); /* that place */
void lintel_project_mark_saved (LintelProject *self);
/* The same for what was saved before the edits SINCE, with old and new, were made. */
void lintel_project_mark_saved_before (LintelProject *self, GPtrArray *since);

/* Edits. */
LintelEdit *lintel_edit_new (const LintelPlace *place, const char *new_text);
LintelEdit *lintel_edit_copy (const LintelEdit *edit);
void lintel_edit_free (LintelEdit *edit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelEdit, lintel_edit_free)
/* An array that frees its edits. */
GPtrArray *lintel_edits_new (void);
void lintel_edits_add (GPtrArray *edits, const LintelPlace *place, const char *new_text);
/* Adds MORE, which came after EDITS: at most one edit for each place and none that changes
 * nothing. */
void lintel_edits_fold (GPtrArray *edits, GPtrArray *more);
/* The edits, with old and new, that would turn FROM into TO (same model); used by compare, import
 * and tests. Strays are compared only between copies of one project. */
GPtrArray *lintel_project_diff (LintelProject *from, LintelProject *to);

const char *lintel_extension_kind_to_id (LintelExtensionKind kind); /* "inmail" */
gboolean lintel_extension_kind_from_id (const char *id, LintelExtensionKind *kind);
const char *lintel_extension_kind_get_title (LintelExtensionKind kind); /* translated */

G_END_DECLS
