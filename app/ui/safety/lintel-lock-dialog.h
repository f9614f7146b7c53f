/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Asks for the passphrase of the codes and makes the key of it, in a thread of its own, since that
 * takes a second by design.
 */
#pragma once

#include "lintel/lock.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Not called when the dialog is cancelled. */
typedef void (*LintelLockFunc) (LintelLockKey *key, gpointer data);

/* SEALED are the codes to be opened; NULL is for a new lock, and asks twice. DATA is an object, of
 * which a reference is kept meanwhile. */
void lintel_lock_dialog_present (GtkWindow *parent, LintelSealedCodes *sealed, LintelLockFunc done,
                                 gpointer data);

G_END_DECLS
