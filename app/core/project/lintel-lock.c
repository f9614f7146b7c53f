/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A passphrase as a key, and bytes sealed with it. All cryptography is libsodium's; here is only
 * what goes in and comes out.
 */

#include "config.h"

#include "app/core/project/lintel-lock-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PAD_BLOCK 512

struct _LintelLockKey
{
  LintelLockParameters parameters;
  guchar *bytes; /* crypto_secretbox_KEYBYTES, from lintel_secret_alloc() */
  GMutex mutex;
  LintelSealedCodes *latest; /* what was sealed last; guarded by MUTEX */
};

G_DEFINE_QUARK (lintel_lock_error, lintel_lock_error)

void
lintel_wipe_text (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
  g_free (text);
}

static void
start_sodium (void)
{
  static gsize started;

  if (!g_once_init_enter (&started))
    return;
  if (sodium_init () < 0)
    g_error ("libsodium does not start");
  g_once_init_leave (&started, 1);
}

guchar *
lintel_secret_alloc (gsize size)
{
  guchar *secret;

  start_sodium ();
  secret = sodium_malloc (size);
  if (secret == NULL)
    g_error ("out of memory");
  return secret;
}

/* Sealed codes. */

static void
sealed_clear (LintelSealedCodes *self)
{
  g_free (self->box);
}

LintelSealedCodes *
lintel_sealed_codes_ref (LintelSealedCodes *sealed)
{
  return g_atomic_rc_box_acquire (sealed);
}

void
lintel_sealed_codes_unref (LintelSealedCodes *sealed)
{
  g_atomic_rc_box_release_full (sealed, (GDestroyNotify) sealed_clear);
}

void
lintel_sealed_texts_clear (LintelSealedTexts *texts)
{
  g_free (texts->kdf);
  g_free (texts->passes);
  g_free (texts->memory);
  g_free (texts->salt);
  g_free (texts->cipher);
  g_free (texts->nonce);
  g_free (texts->box);
}

static gboolean
refuse (GError **error, LintelLockError code, const char *why)
{
  g_set_error_literal (error, LINTEL_LOCK_ERROR, code, why);
  return FALSE;
}

/* Exactly SIZE bytes in base64; somebody may have broken the lines. */
static gboolean
read_base64 (const char *text, guchar *bytes, gsize size)
{
  gsize length;

  return text != NULL
         && sodium_base642bin (bytes, size, text, strlen (text), " \t\r\n", &length, NULL,
                               sodium_base64_VARIANT_ORIGINAL)
                == 0
         && length == size;
}

static gboolean
read_box (LintelSealedCodes *self, const char *text)
{
  gsize most = text != NULL ? strlen (text) / 4 * 3 : 0;

  if (most <= crypto_secretbox_MACBYTES || most > LINTEL_LOCK_MAX_BYTES)
    return FALSE;
  self->box = g_malloc (most);
  return sodium_base642bin (self->box, most, text, strlen (text), " \t\r\n", &self->size, NULL,
                            sodium_base64_VARIANT_ORIGINAL)
             == 0
         && self->size > crypto_secretbox_MACBYTES;
}

static gboolean
check_scheme (const LintelSealedTexts *texts, GError **error)
{
  if (g_strcmp0 (texts->kdf, LINTEL_LOCK_KDF) == 0
      && g_strcmp0 (texts->cipher, LINTEL_LOCK_CIPHER) == 0)
    return TRUE;
  return refuse (error, LINTEL_LOCK_ERROR_FORMAT,
                 _ ("these codes are locked in a way that this Lintel does not know; open them "
                    "with the Lintel that locked them"));
}

static gboolean
read_parameters (LintelLockParameters *parameters, const LintelSealedTexts *texts, GError **error)
{
  if (texts->passes == NULL || texts->memory == NULL
      || !g_ascii_string_to_unsigned (texts->passes, 10, crypto_pwhash_argon2id_OPSLIMIT_MIN,
                                      LINTEL_LOCK_MAX_PASSES, &parameters->passes, NULL)
      || !g_ascii_string_to_unsigned (texts->memory, 10, crypto_pwhash_argon2id_MEMLIMIT_MIN,
                                      LINTEL_LOCK_MAX_MEMORY, &parameters->memory, NULL))
    return refuse (error, LINTEL_LOCK_ERROR_FORMAT,
                   _ ("opening these locked codes would take more memory or time than Lintel "
                      "allows; take an earlier copy of the file"));
  return TRUE;
}

LintelSealedCodes *
lintel_sealed_codes_parse (const LintelSealedTexts *texts, GError **error)
{
  g_autoptr (LintelSealedCodes) self = g_atomic_rc_box_new0 (LintelSealedCodes);

  start_sodium ();
  if (!check_scheme (texts, error) || !read_parameters (&self->parameters, texts, error))
    return NULL;
  if (read_base64 (texts->salt, self->parameters.salt, sizeof self->parameters.salt)
      && read_base64 (texts->nonce, self->nonce, sizeof self->nonce) && read_box (self, texts->box))
    return g_steal_pointer (&self);
  refuse (error, LINTEL_LOCK_ERROR_FORMAT,
          _ ("these locked codes are damaged; take an earlier copy of the file"));
  return NULL;
}

void
lintel_sealed_codes_print (const LintelSealedCodes *self, LintelSealedTexts *texts)
{
  const LintelLockParameters *parameters = &self->parameters;

  texts->kdf = g_strdup (LINTEL_LOCK_KDF);
  texts->passes = g_strdup_printf ("%" G_GUINT64_FORMAT, parameters->passes);
  texts->memory = g_strdup_printf ("%" G_GUINT64_FORMAT, parameters->memory);
  texts->salt = g_base64_encode (parameters->salt, sizeof parameters->salt);
  texts->cipher = g_strdup (LINTEL_LOCK_CIPHER);
  texts->nonce = g_base64_encode (self->nonce, sizeof self->nonce);
  texts->box = g_base64_encode (self->box, self->size);
}

/* Keys. */

LintelLockKey *
lintel_lock_key_ref (LintelLockKey *key)
{
  return g_atomic_rc_box_acquire (key);
}

static void
key_clear (LintelLockKey *self)
{
  sodium_free (self->bytes);
  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->latest, lintel_sealed_codes_unref);
}

void
lintel_lock_key_unref (LintelLockKey *key)
{
  g_atomic_rc_box_release_full (key, (GDestroyNotify) key_clear);
}

/* An é may be typed as one character or two; both are the same passphrase. */
static gboolean
derive (LintelLockKey *self, const char *passphrase)
{
  char *composed = g_utf8_normalize (passphrase, -1, G_NORMALIZE_NFC);
  const char *used = composed != NULL ? composed : passphrase;
  int failed = crypto_pwhash_argon2id (self->bytes, crypto_secretbox_KEYBYTES, used, strlen (used),
                                       self->parameters.salt, self->parameters.passes,
                                       (gsize) self->parameters.memory,
                                       crypto_pwhash_argon2id_ALG_ARGON2ID13);

  lintel_wipe_text (composed);
  return failed == 0;
}

static LintelLockKey *
make_key (const LintelLockParameters *parameters, const char *passphrase, GError **error)
{
  g_autoptr (LintelLockKey) self = g_atomic_rc_box_new0 (LintelLockKey);
  g_autofree char *why = NULL;

  self->parameters = *parameters;
  self->bytes = lintel_secret_alloc (crypto_secretbox_KEYBYTES);
  g_mutex_init (&self->mutex);
  if (derive (self, passphrase))
    return g_steal_pointer (&self);
  why = g_strdup_printf (_ ("this takes %d MB of memory, which the computer does not have at the "
                            "moment; close other programs and try again"),
                         (int) (parameters->memory / 1024 / 1024));
  refuse (error, LINTEL_LOCK_ERROR_MEMORY, why);
  return NULL;
}

static gboolean
check_length (const char *passphrase, glong least, GError **error)
{
  g_autofree char *why = NULL;

  if (strlen (passphrase) > LINTEL_PASSPHRASE_MAX_BYTES)
    return refuse (error, LINTEL_LOCK_ERROR_SHORT,
                   _ ("this is longer than a passphrase may be; take a shorter one"));
  if (g_utf8_strlen (passphrase, -1) >= least)
    return TRUE;
  why = g_strdup_printf (_ ("a passphrase has at least %d characters; take a longer one, such as "
                            "four words"),
                         LINTEL_PASSPHRASE_MIN);
  return refuse (error, LINTEL_LOCK_ERROR_SHORT, why);
}

LintelLockKey *
lintel_lock_key_new_with (const char *passphrase, guint64 passes, guint64 memory, GError **error)
{
  LintelLockParameters parameters = { .passes = passes, .memory = memory };

  if (!check_length (passphrase, LINTEL_PASSPHRASE_MIN, error))
    return NULL;
  start_sodium ();
  randombytes_buf (parameters.salt, sizeof parameters.salt);
  return make_key (&parameters, passphrase, error);
}

LintelLockKey *
lintel_lock_key_new (const char *passphrase, GError **error)
{
  return lintel_lock_key_new_with (passphrase, LINTEL_LOCK_PASSES, LINTEL_LOCK_MEMORY, error);
}

static gboolean
opens (const LintelLockKey *self, const LintelSealedCodes *sealed)
{
  gsize size;
  guchar *plain = lintel_lock_key_unseal (self, sealed, &size);
  gboolean is_right = plain != NULL;

  sodium_free (plain);
  return is_right;
}

LintelLockKey *
lintel_lock_key_open (LintelSealedCodes *sealed, const char *passphrase, GError **error)
{
  g_autoptr (LintelLockKey) self = NULL;

  if (!check_length (passphrase, 0, error))
    return NULL;
  self = make_key (&sealed->parameters, passphrase, error);
  if (self == NULL)
    return NULL;
  if (opens (self, sealed))
    return g_steal_pointer (&self);
  refuse (error, LINTEL_LOCK_ERROR_PASSPHRASE,
          _ ("this passphrase does not open the codes; type it again with its capital letters and "
             "blanks, or take an earlier copy of the file if it is surely the right one"));
  return NULL;
}

/* Sealing. */

guchar *
lintel_lock_key_unseal (const LintelLockKey *self, const LintelSealedCodes *sealed, gsize *size)
{
  gsize padded = sealed->size - crypto_secretbox_MACBYTES;
  guchar *plain = lintel_secret_alloc (padded);

  if (crypto_secretbox_open_easy (plain, sealed->box, sealed->size, sealed->nonce, self->bytes) == 0
      && sodium_unpad (size, plain, padded, PAD_BLOCK) == 0)
    return plain;
  sodium_free (plain);
  return NULL;
}

static gboolean
holds (const LintelLockKey *self, const LintelSealedCodes *sealed, const guchar *plain, gsize size)
{
  guchar *there;
  gsize there_size;
  gboolean same;

  if (sealed == NULL
      || memcmp (&sealed->parameters, &self->parameters, sizeof self->parameters) != 0)
    return FALSE;
  there = lintel_lock_key_unseal (self, sealed, &there_size);
  same = there != NULL && there_size == size && memcmp (there, plain, size) == 0;
  sodium_free (there);
  return same;
}

static LintelSealedCodes *
seal_anew (const LintelLockKey *self, const guchar *plain, gsize size)
{
  LintelSealedCodes *sealed = g_atomic_rc_box_new0 (LintelSealedCodes);
  gsize room = size + PAD_BLOCK, padded;
  guchar *copy = lintel_secret_alloc (room);

  memcpy (copy, plain, size);
  if (sodium_pad (&padded, copy, size, PAD_BLOCK, room) != 0)
    g_error ("libsodium does not pad");
  sealed->parameters = self->parameters;
  randombytes_buf (sealed->nonce, sizeof sealed->nonce);
  sealed->size = padded + crypto_secretbox_MACBYTES;
  sealed->box = g_malloc (sealed->size);
  crypto_secretbox_easy (sealed->box, copy, padded, sealed->nonce, self->bytes);
  sodium_free (copy);
  return sealed;
}

/* Copies of a project share the key, so that what one of them has sealed (in a thread that saves,
 * for one) is what the other finds unchanged. */
LintelSealedCodes *
lintel_lock_key_seal (LintelLockKey *self, LintelSealedCodes *previous, const guchar *plain,
                      gsize size)
{
  LintelSealedCodes *sealed;

  if (holds (self, previous, plain, size))
    return lintel_sealed_codes_ref (previous);
  g_mutex_lock (&self->mutex);
  if (!holds (self, self->latest, plain, size))
    {
      g_clear_pointer (&self->latest, lintel_sealed_codes_unref);
      self->latest = seal_anew (self, plain, size);
    }
  sealed = lintel_sealed_codes_ref (self->latest);
  g_mutex_unlock (&self->mutex);
  return sealed;
}
