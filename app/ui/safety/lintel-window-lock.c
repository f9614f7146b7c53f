/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A window and the lock on the codes.
 *
 * To lock and to take a lock off means to write the file and to begin anew with what that holds:
 * what can be undone, and the journal's base, know the codes as they were. Both are written from a
 * copy, so that the document is as it was when writing fails.
 */

#include "config.h"

#include "app/ui/lintel-window-private.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/safety/lintel-lock-dialog.h"
#include "lintel/lock.h"

#include <glib/gi18n-lib.h>

static LintelLockState
get_state (LintelWindow *self)
{
  return lintel_project_get_lock_state (lintel_document_get_project (self->document));
}

/* What is being typed belongs to the project too. */
static LintelProject *
copy_project (LintelWindow *self)
{
  LintelPage *page = lintel_window_get_page (self);

  if (page != NULL && !lintel_page_confirm (page))
    {
      lintel_window_toast (self, _ ("Not saved: the value being typed does not fit its cell."));
      return NULL;
    }
  return lintel_project_copy (lintel_document_get_project (self->document));
}

static void
key_made_cb (LintelLockKey *key, gpointer data)
{
  LintelWindow *self = data;
  g_autoptr (LintelProject) copy = self->document != NULL ? copy_project (self) : NULL;
  g_autoptr (GError) error = NULL;

  if (copy == NULL)
    return;
  if (lintel_project_set_lock (copy, key, &error))
    lintel_window_save_copy (self, copy, _ ("The codes are locked."));
  else
    lintel_window_show_error (self, _ ("The codes cannot be locked"), error->message);
}

static void
lock_again (LintelWindow *self)
{
  g_autoptr (LintelProject) copy = copy_project (self);

  if (copy != NULL)
    lintel_window_save_copy (self, copy, _ ("The codes are locked again."));
}

void
lintel_window_lock_codes (LintelWindow *self)
{
  if (get_state (self) == LINTEL_LOCK_LOCKED)
    return;
  if (lintel_document_get_path (self->document) == NULL)
    lintel_window_save (self, FALSE, lintel_window_lock_codes);
  else if (get_state (self) == LINTEL_LOCK_UNLOCKED)
    lock_again (self);
  else
    lintel_lock_dialog_present (GTK_WINDOW (self), NULL, key_made_cb, self);
}

static void
key_found_cb (LintelLockKey *key, gpointer data)
{
  LintelWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (self->document == NULL)
    return;
  if (!lintel_project_unlock (lintel_document_get_project (self->document), key, &error))
    lintel_window_show_error (self, _ ("The codes cannot be unlocked"), error->message);
}

void
lintel_window_unlock_codes (LintelWindow *self)
{
  g_autoptr (LintelSealedCodes) sealed = NULL;

  if (get_state (self) != LINTEL_LOCK_LOCKED)
    return;
  sealed = lintel_project_get_sealed_codes (lintel_document_get_project (self->document));
  lintel_lock_dialog_present (GTK_WINDOW (self), sealed, key_found_cb, self);
}

static void
remove_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  LintelWindow *self = data;
  g_autoptr (LintelProject) copy = NULL;

  if (!g_str_equal (response, "remove") || self->document == NULL)
    return;
  copy = copy_project (self);
  if (copy != NULL && lintel_project_remove_lock (copy, NULL))
    lintel_window_save_copy (self, copy, _ ("The codes are not locked any more."));
}

void
lintel_window_remove_lock (LintelWindow *self)
{
  GtkWidget *dialog;

  if (get_state (self) != LINTEL_LOCK_UNLOCKED)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Take the lock off the codes?"),
                                   _ ("Whoever opens the file reads the codes then. The project "
                                      "is saved now."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", C_ ("button", "_Cancel"),
                                    "remove", C_ ("button", "_Take Off"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_response_cb), self, 0);
  lintel_name_buttons (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
