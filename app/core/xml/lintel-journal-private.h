/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The records of a journal, as its writer and its reader share them.
 *
 * lintel-journal-record.c  records as lines, edits as variants, edits folded by place
 * lintel-journal.c         the writer
 * lintel-recovery.c        the reader
 *
 * The first record is a dictionary that describes the project and has its base; each other one is
 * (kind, time, edits). A place is written with ports and ids, never with what the user can change:
 * a journal that renumbers an extension means the same before and after.
 */
#pragma once

#include "lintel/journal.h"

G_BEGIN_DECLS

#define LINTEL_JOURNAL_FORMAT 1
#define LINTEL_JOURNAL_PREFIX "journal-"
#define LINTEL_JOURNAL_RECORD_TYPE "(sxa(sssiimsms))"
#define LINTEL_JOURNAL_SAVED "saved" /* part of what the file holds */
#define LINTEL_JOURNAL_EDITS "edits" /* one change since */
/* Without edits, and with the SHA-256 of what was about to be written to the file: it has all the
 * changes before this record. */
#define LINTEL_JOURNAL_WRITING "writing "

/* Adds a record, which must not be floating, to LINES. CHAIN, "" before the first, is the last
 * record's checksum. */
#define LINTEL_JOURNAL_CHECK_LENGTH 16
typedef char LintelJournalChain[LINTEL_JOURNAL_CHECK_LENGTH + 1];
void lintel_journal_append_record (GString *lines, LintelJournalChain chain, GVariant *record);
/* The record at *CURSOR of a text, and *CURSOR put behind it; NULL where the whole ones end. */
GVariant *lintel_journal_next_record (const char **cursor, LintelJournalChain chain,
                                      const GVariantType *type);

/* Edits. */
GVariant *lintel_journal_edits_to_variant (GPtrArray *edits);
/* NULL when a place or a text is none. */
GPtrArray *lintel_journal_edits_from_variant (LintelCatalogue *catalogue, GVariant *variant);

/* A set of edits, at most one for each place. */
typedef struct
{
  GPtrArray *edits;     /* of LintelEdit*, in the order of their first change */
  GHashTable *by_place; /* their places lead to them */
} LintelJournalNet;

void lintel_journal_net_init (LintelJournalNet *net);
void lintel_journal_net_clear (LintelJournalNet *net);
void lintel_journal_net_add (LintelJournalNet *net, GPtrArray *edits);
/* What is left of them when those that came to nothing are gone, in the order in which they can be
 * applied: extensions before their cells, what was kept aside last, the parts of a record together.
 * Transfer full. */
GPtrArray *lintel_journal_net_list (const LintelJournalNet *net);

G_END_DECLS
