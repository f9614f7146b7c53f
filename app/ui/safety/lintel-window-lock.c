/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A window and the lock on the codes.
 *
 * To lock and to take a lock off means to write the file and to read it again: what can be undone,
 * and the journal's base, know the codes as they were. Both are written from a copy, so that the
 * document is as it was when writing fails.
 */

#include "config.h"

#include "app/ui/lintel-window-private.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/safety/lintel-disk.h"
#include "app/ui/safety/lintel-lock-dialog.h"
#include "lintel/lock.h"
#include "lintel/xml.h"

#include <glib/gi18n-lib.h>

static LintelLockState
get_state (LintelWindow *self)
{
  return lintel_project_get_lock_state (lintel_document_get_project (self->document));
}

/* Writes COPY over the document's file and reads that. Nothing may be edited between both, so the
 * window waits: but not for a folder that does not answer. */
static void
replace_file (LintelWindow *self, LintelProject *copy, const char *sentence)
{
  const char *path = lintel_document_get_path (self->document);
  g_autofree char *silence = lintel_disk_explain_silence (path);
  g_autoptr (GError) error = NULL;
  LintelFileStamp now,
      stamp = lintel_safekeeping_get_stamp (lintel_document_get_safekeeping (self->document));

  if (self->saving.path != NULL || !lintel_disk_look (path, &now))
    g_set_error_literal (&error, LINTEL_XML_ERROR, LINTEL_XML_ERROR_IO, silence);
  else if (!lintel_xml_update_file (copy, path, &stamp, &error)
           && g_error_matches (error, LINTEL_XML_ERROR, LINTEL_XML_ERROR_CHANGED))
    {
      g_clear_error (&error);
      g_set_error_literal (&error, LINTEL_XML_ERROR, LINTEL_XML_ERROR_CHANGED,
                           _ ("Somebody else has changed the file. Reload it, or save yours under "
                              "another name, and try again."));
    }
  if (error != NULL)
    lintel_window_show_error (self, _ ("The project was not saved"), error->message);
  else if (lintel_window_reload (self))
    lintel_window_toast (self, sentence);
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
    replace_file (self, copy, _ ("The codes are locked."));
  else
    lintel_window_show_error (self, _ ("The codes cannot be locked"), error->message);
}

static void
lock_again (LintelWindow *self)
{
  g_autoptr (LintelProject) copy = copy_project (self);

  if (copy != NULL)
    replace_file (self, copy, _ ("The codes are locked again."));
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
    replace_file (self, copy, _ ("The codes are not locked any more."));
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
