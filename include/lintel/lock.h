/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lock on a project's mailbox codes.
 *
 * A passphrase becomes a key with Argon2id, and the key seals the list of codes, and nothing else
 * of the project, with libsodium's secretbox. Nobody has a copy of the passphrase: when it is
 * forgotten, the codes are lost.
 *
 * A project that has a lock is read LOCKED: its codes are not there, edits of them are refused, and
 * what is sealed is written back as it was read. Unlocked, it has its codes like any other; they
 * are sealed again when it is written, with a nonce of their own if they have changed and byte for
 * byte as before if not.
 */
#pragma once

#include "lintel/project.h"

G_BEGIN_DECLS

#define LINTEL_LOCK_ERROR (lintel_lock_error_quark ())
GQuark lintel_lock_error_quark (void);
typedef enum
{
  LINTEL_LOCK_ERROR_PASSPHRASE, /* it does not fit, or what is sealed was changed by somebody */
  LINTEL_LOCK_ERROR_SHORT,      /* too short to keep anything safe, or longer than is read */
  LINTEL_LOCK_ERROR_FORMAT,     /* what is sealed is nothing that Lintel seals */
  LINTEL_LOCK_ERROR_MEMORY,     /* not enough memory at the moment */
  LINTEL_LOCK_ERROR_CONTENT,    /* something among the codes would stay readable */
  LINTEL_LOCK_ERROR_STATE,      /* there is a lock already, there is none, or it is locked */
} LintelLockError;

/* Characters of a new passphrase, and bytes of any. */
#define LINTEL_PASSPHRASE_MIN 8
#define LINTEL_PASSPHRASE_MAX_BYTES 1024

typedef enum
{
  LINTEL_LOCK_NONE,
  LINTEL_LOCK_LOCKED,
  LINTEL_LOCK_UNLOCKED, /* has a lock, and its codes are here */
} LintelLockState;

/* Codes as they stand in a file, sealed. Never changes; may be used by several threads. */
typedef struct _LintelSealedCodes LintelSealedCodes;
LintelSealedCodes *lintel_sealed_codes_ref (LintelSealedCodes *sealed);
void lintel_sealed_codes_unref (LintelSealedCodes *sealed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelSealedCodes, lintel_sealed_codes_unref)

/* What a passphrase becomes: kept in memory that is not swapped out where the system allows, and
 * wiped with the last reference. May be used by several threads. */
typedef struct _LintelLockKey LintelLockKey;
LintelLockKey *lintel_lock_key_ref (LintelLockKey *key);
void lintel_lock_key_unref (LintelLockKey *key);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelLockKey, lintel_lock_key_unref)

/* Both take about a second and 256 MB by design, so a window calls them in a thread of its own.
 * A key for a new lock: GError SHORT, MEMORY. */
LintelLockKey *lintel_lock_key_new (const char *passphrase, GError **error);
/* The key that opens SEALED: GError PASSPHRASE, SHORT, MEMORY. */
LintelLockKey *lintel_lock_key_open (LintelSealedCodes *sealed, const char *passphrase,
                                     GError **error);

LintelLockState lintel_project_get_lock_state (LintelProject *self);
/* The key of an UNLOCKED project, to unlock another state of the same one; otherwise NULL. */
LintelLockKey *lintel_project_peek_key (LintelProject *self);
/* What is to be written to a file. NULL without a lock. Transfer full. */
LintelSealedCodes *lintel_project_get_sealed_codes (LintelProject *self);

/* None of these is an edit: they cannot be undone, nor do they make the project dirty. The signal
 * "lock-changed" follows each, after "changed" with the codes that have come.
 *
 * Gives an open project a lock; it stays UNLOCKED. To be locked on disk it must be written, and to
 * be locked in memory read again: what can be undone knows the codes. */
gboolean lintel_project_set_lock (LintelProject *self, LintelLockKey *key, GError **error);
/* Brings the codes back. A project that is not locked is left as it is. */
gboolean lintel_project_unlock (LintelProject *self, LintelLockKey *key, GError **error);
/* Takes what is sealed from FROM, a later state of the same project. Nothing happens unless both
 * are LOCKED. */
void lintel_project_take_sealed_codes (LintelProject *self, LintelProject *from);
/* Takes the lock off an UNLOCKED project, whose codes are then written for all to read. */
gboolean lintel_project_remove_lock (LintelProject *self, GError **error);

/* Overwrites a text before freeing it: for codes and passphrases. NULL is fine. */
void lintel_wipe_text (char *text);
/* g_autoptr (LintelWipedText) is a char * that is wiped when it goes. */
typedef char LintelWipedText;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelWipedText, lintel_wipe_text)

G_END_DECLS
