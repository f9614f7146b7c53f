/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lock's two halves and its reader.
 *
 * lintel-lock.c          passphrase → key, bytes ↔ sealed bytes
 * lintel-project-lock.c  the codes of a project ↔ bytes
 *
 * Sealed are lines of MAILBOX, a tab and the code (empty for a mailbox known to have none), padded
 * so that their size does not tell how many there are.
 */
#pragma once

#include "lintel/lock.h"

#include <sodium.h>

G_BEGIN_DECLS

#define LINTEL_LOCK_KDF "argon2id13"
#define LINTEL_LOCK_CIPHER "xsalsa20poly1305"

/* libsodium's "moderate". What a file asks for may be more, since machines grow, but never so much
 * that opening it fills the memory or stops the program. */
#define LINTEL_LOCK_PASSES crypto_pwhash_argon2id_OPSLIMIT_MODERATE
#define LINTEL_LOCK_MEMORY crypto_pwhash_argon2id_MEMLIMIT_MODERATE
#define LINTEL_LOCK_MAX_PASSES 10
#define LINTEL_LOCK_MAX_MEMORY (512 * 1024 * 1024)
/* A full system has some 2 KB of codes. */
#define LINTEL_LOCK_MAX_BYTES (256 * 1024)

typedef struct
{
  guint64 passes, memory; /* Argon2id's; bytes */
  guchar salt[crypto_pwhash_argon2id_SALTBYTES];
} LintelLockParameters;

struct _LintelSealedCodes
{
  LintelLockParameters parameters;
  guchar nonce[crypto_secretbox_NONCEBYTES];
  guchar *box;
  gsize size;
};

/* From the texts of a file, of which any may be NULL; GError FORMAT, with a sentence. */
typedef struct
{
  char *kdf, *passes, *memory, *salt, *cipher, *nonce, *box;
} LintelSealedTexts;
LintelSealedCodes *lintel_sealed_codes_parse (const LintelSealedTexts *texts, GError **error);
/* And back: salt, nonce and box in base64. Transfer full. */
void lintel_sealed_codes_print (const LintelSealedCodes *self, LintelSealedTexts *texts);
void lintel_sealed_texts_clear (LintelSealedTexts *texts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LintelSealedTexts, lintel_sealed_texts_clear)

/* As lintel_lock_key_new(), but as cheap as a test wants it. */
LintelLockKey *lintel_lock_key_new_with (const char *passphrase, guint64 passes, guint64 memory,
                                         GError **error);

/* Room for secrets, SIZE bytes: not swapped out, guarded, wiped by sodium_free(). */
guchar *lintel_secret_alloc (gsize size);
/* PREVIOUS, or what was sealed last with this key, if that is PLAIN; otherwise PLAIN sealed anew.
 * Transfer full. */
LintelSealedCodes *lintel_lock_key_seal (LintelLockKey *self, LintelSealedCodes *previous,
                                         const guchar *plain, gsize size);
/* What is sealed, to be freed with sodium_free(); NULL when the key is not the one. */
guchar *lintel_lock_key_unseal (const LintelLockKey *self, const LintelSealedCodes *sealed,
                                gsize *size);

/* For the reader of a file: the project is LOCKED from now on. */
void lintel_project_load_sealed_codes (LintelProject *self, LintelSealedCodes *sealed);

G_END_DECLS
