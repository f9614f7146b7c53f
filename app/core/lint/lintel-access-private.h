/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of the international access assistant: which entries countries take, where there is
 * room for them, one attempt on a copy of the project, and its proof.
 */
#pragma once

#include "lintel/access.h"
#include "lintel/dial-system.h"

G_BEGIN_DECLS

/* One attempt. BEFORE is the project, AFTER the copy that it is made on. */
typedef struct
{
  LintelProject *before, *after;
  const LintelAccessRequest *request;
  GPtrArray *codes;               /* entries for 21-06-02 */
  GPtrArray *permits;             /* entries for 21-06-06 */
  GPtrArray *opened;              /* all that was entered: what the proof lets become reachable */
  GPtrArray *sentences, *reasons; /* of the plan */
  int new_class[LINTEL_DIAL_N_CLASSES + 1]; /* of each class moved from, otherwise 0 */
  LintelDialVerdict worst;                  /* of the numbers that are to get out */
  GPtrArray *open_points;                   /* sentences: why WORST is not "allowed" */
} LintelAccessDraft;

/* A project's items by short names. */
const LintelItem *lintel_access_item (LintelProject *project, const char *program,
                                      const char *item);
void lintel_access_say (GPtrArray *sentences, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* "101, 105 and 106" of strings. Transfer full. */
char *lintel_access_join (GPtrArray *words);

/* Countries. */

/* Adds the starts of what is dialled to reach the country, each once: "01144"; "1876" and
 * "876@@@@@@@". FOR_CODES chooses those that begin with the international prefix, otherwise the
 * others. */
void lintel_access_add_entries (LintelProject *project, const LintelCountry *country,
                                gboolean for_codes, GPtrArray *entries);
/* Adds the numbers there, as a person dials them. */
void lintel_access_add_patterns (LintelProject *project, const LintelCountry *country,
                                 GArray *patterns);
void lintel_access_clear_patterns (GArray *patterns);
/* The countries that an entry opens, "Jersey and United Kingdom"; with CHOSEN only those not in
 * it. NULL for none. Transfer full. */
char *lintel_access_describe_entries (LintelProject *project, GPtrArray *entries,
                                      const char *const *chosen);
/* Replaces entries by what several of them start with until N are left, opening as few other codes
 * as can be. FALSE: not even that helps. */
gboolean lintel_access_shorten (LintelProject *project, GPtrArray *entries, guint n);

/* Tables. */

gboolean lintel_access_is_chosen (const LintelAccessRequest *request, int port, int mode);
/* Bit n is set when class n is that of an extension in a mode which is not to be moved. */
guint lintel_access_get_other_classes (LintelProject *project, const LintelAccessRequest *request);
/* The same for the extensions and modes that are to be moved. */
guint lintel_access_get_old_classes (LintelAccessDraft *draft);
void lintel_access_set_cell (LintelProject *project, const LintelItem *item, int i, int j,
                             const char *text);
/* FALSE after adding a reason. */
gboolean lintel_access_fill_codes (LintelAccessDraft *draft);
/* A table with PERMITS and what the class has already; 0 after adding a reason. */
int lintel_access_fill_permits (LintelAccessDraft *draft, int class_number);
/* A table without entries that no class in use has; 0 when there is none. */
int lintel_access_find_free_table (LintelProject *project, const char *assignment,
                                   const char *item);

/* Attempt and proof. */

LintelAccessDraft *lintel_access_draft_new (LintelProject *project,
                                            const LintelAccessRequest *request);
void lintel_access_draft_free (LintelAccessDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelAccessDraft, lintel_access_draft_free)
/* Makes the changes on the copy; FALSE after adding a reason. */
gboolean lintel_access_draft_build (LintelAccessDraft *draft);
/* FALSE after adding a reason; sets WORST and OPEN_POINTS. */
gboolean lintel_access_draft_prove (LintelAccessDraft *draft);
/* What numbers of the request get in a class of a project, at worst. WITNESS may be NULL. */
LintelDialVerdict lintel_access_get_worst (LintelProject *project,
                                           const LintelAccessRequest *request, int class_number,
                                           char *witness);

G_END_DECLS
