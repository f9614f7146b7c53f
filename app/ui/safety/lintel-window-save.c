/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Saving a window's project. The file is written in a thread, so that one can work on even where
 * the folder does not answer; a bar then says so, from which to save somewhere else. What somebody
 * else did to the file is not overwritten without asking.
 */

#include "config.h"

#include "app/ui/lintel-window-private.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-recent.h"
#include "app/ui/safety/lintel-disk.h"
#include "app/ui/safety/lintel-safety-dialogs.h"
#include "lintel/lock.h"
#include "lintel/xml.h"

#include <glib/gi18n-lib.h>

static void save_to (LintelWindow *self, const char *path, gboolean over, LintelThenFunc then);
static void choose_and_save (LintelWindow *self, LintelThenFunc then);

static AdwMessageDialog *
make_question (LintelWindow *self, const char *heading, const char *body)
{
  AdwMessageDialog *message =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), heading, body));

  adw_message_dialog_add_response (message, "cancel", C_ ("button", "_Cancel"));
  adw_message_dialog_set_close_response (message, "cancel");
  adw_message_dialog_set_default_response (message, "cancel");
  return message;
}

static void
ask (LintelWindow *self, AdwMessageDialog *message, GCallback answered)
{
  g_signal_connect_object (message, "response", answered, self, 0);
  lintel_name_buttons (GTK_WIDGET (message));
  gtk_window_present (GTK_WINDOW (message));
}

/* Somebody else's changes. */

static void
save_under_another_name (LintelWindow *self)
{
  choose_and_save (self, self->then);
}

static void
overwrite_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  LintelWindow *self = data;

  if (g_str_equal (response, "overwrite"))
    save_to (self, lintel_document_get_path (self->document), TRUE, self->then);
  else if (g_str_equal (response, "other"))
    lintel_window_go_on (self, save_under_another_name);
}

static void
ask_to_overwrite (LintelWindow *self, const LintelFileStamp *now, LintelThenFunc then)
{
  g_autofree char *name = g_filename_display_basename (lintel_document_get_path (self->document));
  g_autofree char *when = lintel_describe_time (now->modified);
  g_autofree char *body =
      g_strdup_printf (_ ("Somebody else changed %s on %s. Saving over it removes what they did. "
                          "To keep both, save under another name."),
                       name, when);
  AdwMessageDialog *message =
      make_question (self, _ ("Save over the changes of somebody else?"), body);

  adw_message_dialog_add_responses (message, "overwrite", _ ("Save _Over It"), "other",
                                    C_ ("button", "_Save As…"), NULL);
  adw_message_dialog_set_response_appearance (message, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (message, "other", ADW_RESPONSE_SUGGESTED);
  self->then = then;
  ask (self, message, G_CALLBACK (overwrite_response_cb));
}

static void
save_own (LintelWindow *self, LintelThenFunc then)
{
  LintelFileStamp now;

  if (lintel_safekeeping_file_differs (lintel_document_get_safekeeping (self->document), &now))
    ask_to_overwrite (self, &now, then);
  else
    save_to (self, lintel_document_get_path (self->document), FALSE, then);
}

/* A folder that does not answer. */

static gboolean
is_slow (LintelWindow *self)
{
  return self->saving.path != NULL && self->saving.slow_source == 0;
}

static void
save_elsewhere (LintelWindow *self)
{
  lintel_window_save (self, TRUE, NULL);
}

static void
show_slow_bar_alone (LintelWindow *self)
{
  g_autofree char *folder = g_path_get_dirname (self->saving.path);
  g_autofree char *shown = g_filename_display_name (folder);
  g_autofree char *text =
      g_strdup_printf (_ ("Saving takes long: %s does not answer. Lintel waits for it."), shown);

  lintel_window_show_file_bar (self, text, NULL, NULL, C_ ("button", "_Close"));
}

static void
show_slow_bar (LintelWindow *self)
{
  g_autofree char *folder = g_path_get_dirname (self->saving.path);
  g_autofree char *shown = g_filename_display_name (folder);
  g_autofree char *text = g_strdup_printf (_ ("Saving takes long: %s does not answer. You can work "
                                              "on while Lintel waits for it, or save "
                                              "in another folder."),
                                           shown);

  lintel_window_show_file_bar (self, text, C_ ("button", "_Save As…"), save_elsewhere,
                               C_ ("button", "_Close"));
}

/* The save is still under way, or the question would have gone with it. */
static void
leave_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  LintelWindow *self = data;
  LintelSafekeeping *safekeeping = lintel_document_get_safekeeping (self->document);

  if (g_str_equal (response, "leave"))
    {
      /* The program may be gone before the journal's thread has written the last change. */
      lintel_safekeeping_keep_journal (safekeeping);
      lintel_safekeeping_flush (safekeeping);
      lintel_window_go_on (self, lintel_window_close_for_good);
    }
  else if (!g_str_equal (response, "wait"))
    self->saving.then = NULL;
}

static char *
describe_leaving (LintelWindow *self)
{
  LintelProject *project = lintel_document_get_project (self->document);
  g_autofree char *folder = g_path_get_dirname (self->saving.path);
  g_autofree char *shown = g_filename_display_name (folder);
  g_autofree char *body = g_strdup_printf (_ ("%s does not answer. Without waiting, this computer "
                                              "keeps your changes: Lintel offers them "
                                              "the next time it starts."),
                                           shown);

  if (lintel_project_get_lock_state (project) == LINTEL_LOCK_NONE)
    return g_steal_pointer (&body);
  return g_strconcat (body, " ", _ ("The codes are locked: changes of them are not among these."),
                      NULL);
}

static void
ask_to_leave (LintelWindow *self)
{
  g_autofree char *body = describe_leaving (self);
  AdwMessageDialog *message = make_question (self, _ ("Close before the project is saved?"), body);

  adw_message_dialog_add_responses (message, "leave", C_ ("button", "Close _Now"), "wait",
                                    C_ ("button", "_Wait and Close"), NULL);
  adw_message_dialog_set_response_appearance (message, "leave", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (message, "wait");
  g_set_weak_pointer (&self->saving.question, GTK_WINDOW (message));
  ask (self, message, G_CALLBACK (leave_response_cb));
}

static gboolean
slow_cb (gpointer data)
{
  LintelWindow *self = data;

  self->saving.slow_source = 0;
  if (self->saving.alone)
    show_slow_bar_alone (self);
  else
    show_slow_bar (self);
  if (self->saving.then == lintel_window_close_for_good)
    ask_to_leave (self);
  return G_SOURCE_REMOVE;
}

void
lintel_window_close_after_save (LintelWindow *self)
{
  self->saving.then = lintel_window_close_for_good;
  if (is_slow (self))
    ask_to_leave (self);
}

/* Saving. */

static void
be_alone (LintelWindow *self, gboolean alone)
{
  self->saving.alone = alone;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), !alone);
  lintel_window_update_actions (self);
}

void
lintel_window_forget_save (LintelWindow *self)
{
  GtkWindow *question = self->saving.question;

  g_clear_weak_pointer (&self->saving.question);
  if (question != NULL)
    gtk_window_destroy (question);
  g_clear_handle_id (&self->saving.slow_source, g_source_remove);
  g_clear_pointer (&self->saving.path, g_free);
  self->saving.again = FALSE;
  if (self->saving.alone)
    be_alone (self, FALSE);
}

static void
go_on (LintelWindow *self, gboolean again, LintelThenFunc then)
{
  if (again && lintel_document_has_changes (self->document))
    lintel_window_save (self, FALSE, then);
  else if (then != NULL)
    lintel_window_ask_about_changes (self, then);
}

/* What somebody else did to the file is known by now, or has been undone. */
static void
tell_failure (LintelWindow *self, const GError *error, LintelThenFunc then)
{
  if (g_error_matches (error, LINTEL_XML_ERROR, LINTEL_XML_ERROR_CHANGED))
    save_own (self, then);
  else
    lintel_window_show_error (self, _ ("The project was not saved"), error->message);
}

static void
tell_success (LintelWindow *self)
{
  const char *path = lintel_document_get_path (self->document);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *sentence = g_strdup_printf (C_ ("file", "Saved as %s."), name);

  lintel_window_remove_file_bar (self);
  lintel_recent_add (path);
  lintel_window_toast (self, sentence);
}

/* A folder that does not answer does not keep a window. */
typedef struct
{
  GWeakRef window;
  LintelDocument *document;
  LintelProject *copy; /* that is written instead, or NULL */
  char *sentence;      /* for when that is done */
} Waiting;

static Waiting *
waiting_new (LintelWindow *window)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  g_weak_ref_init (&waiting->window, window);
  waiting->document = g_object_ref (window->document);
  return waiting;
}

static void
waiting_free (Waiting *waiting)
{
  g_weak_ref_clear (&waiting->window);
  g_object_unref (waiting->document);
  g_clear_object (&waiting->copy);
  g_free (waiting->sentence);
  g_free (waiting);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

/* NULL when it was closed, reloaded, or saved elsewhere meanwhile. */
static LintelWindow *
get_window (Waiting *waiting)
{
  g_autoptr (LintelWindow) self = g_weak_ref_get (&waiting->window);

  if (self == NULL || self->document != waiting->document || self->saving.path == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Waiting) waiting = data;
  g_autoptr (LintelWindow) self = get_window (waiting);
  g_autoptr (GError) error = NULL;
  gboolean saved = lintel_document_save_finish (LINTEL_DOCUMENT (source), result, &error);
  gboolean slow, again;
  LintelThenFunc then;

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  slow = is_slow (self);
  again = self->saving.again;
  then = self->saving.then;
  lintel_window_forget_save (self);
  if (saved)
    {
      tell_success (self);
      go_on (self, again, then);
      return;
    }
  if (slow)
    lintel_window_remove_file_bar (self);
  tell_failure (self, error, then);
}

static void
begin_save (LintelWindow *self, const char *path, LintelThenFunc then)
{
  lintel_window_forget_save (self);
  self->saving.path = g_strdup (path);
  self->saving.then = then;
  self->saving.slow_source = g_timeout_add (LINTEL_DISK_SLOW, slow_cb, self);
}

static void
save_to (LintelWindow *self, const char *path, gboolean over, LintelThenFunc then)
{
  begin_save (self, path, then);
  lintel_document_save_async (self->document, path, over, saved_cb, waiting_new (self));
}

/* Saving a copy. */

static LintelDocument *
open_copy (LintelProject *copy, const char *path, const LintelFileStamp *stamp, GError **error)
{
  g_autoptr (LintelDiskFile) file =
      lintel_disk_file_new (path, lintel_xml_write_bytes (copy, TRUE), stamp);

  return lintel_document_open (lintel_project_get_catalogue (copy), file, error);
}

static void
tell_copy_failure (LintelWindow *self, const GError *error)
{
  const char *text = error->message;

  if (g_error_matches (error, LINTEL_XML_ERROR, LINTEL_XML_ERROR_CHANGED))
    text = _ ("Somebody else has changed the file. Reload it, or save yours under another name, "
              "and try again.");
  gtk_widget_grab_focus (GTK_WIDGET (lintel_window_get_page (self)));
  lintel_window_show_error (self, _ ("The project was not saved"), text);
}

static void
copy_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Waiting) waiting = data;
  g_autoptr (LintelWindow) self = get_window (waiting);
  g_autoptr (LintelDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  LintelFileStamp stamp;
  LintelHold none;
  LintelThenFunc then;

  if (lintel_disk_save_finish (result, &stamp, &none, &error) && self != NULL)
    document = open_copy (waiting->copy, self->saving.path, &stamp, &error);
  if (self == NULL)
    return;
  then = self->saving.then;
  if (is_slow (self))
    lintel_window_remove_file_bar (self);
  lintel_window_forget_save (self);
  if (document == NULL)
    {
      tell_copy_failure (self, error);
      return;
    }
  lintel_window_replace_document (self, document);
  lintel_window_toast (self, waiting->sentence);
  if (then != NULL)
    then (self);
}

void
lintel_window_save_copy (LintelWindow *self, LintelProject *copy, const char *sentence)
{
  const char *path = lintel_document_get_path (self->document);
  LintelFileStamp stamp =
      lintel_safekeeping_get_stamp (lintel_document_get_safekeeping (self->document));
  Waiting *waiting;

  if (self->saving.path != NULL)
    {
      g_autofree char *silence = lintel_disk_explain_silence (self->saving.path);

      lintel_window_show_error (self, _ ("The project was not saved"), silence);
      return;
    }
  waiting = waiting_new (self);
  waiting->copy = g_object_ref (copy);
  waiting->sentence = g_strdup (sentence);
  begin_save (self, path, NULL);
  be_alone (self, TRUE);
  lintel_disk_save_async (copy, path, &stamp, FALSE, NULL, copy_saved_cb, waiting);
}

/* The save under way has the project as it was. */
static void
save_again (LintelWindow *self, LintelThenFunc then)
{
  self->saving.again = TRUE;
  if (then != NULL)
    self->saving.then = then;
  if (is_slow (self))
    show_slow_bar (self);
}

static gboolean
is_being_saved_to (LintelWindow *self, const char *path)
{
  g_autofree char *one = g_canonicalize_filename (path, NULL);
  g_autofree char *other =
      self->saving.path != NULL ? g_canonicalize_filename (self->saving.path, NULL) : NULL;

  return g_strcmp0 (one, other) == 0;
}

static void
save_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  LintelWindow *self = data;
  LintelThenFunc then = self->then;
  g_autofree char *path = lintel_window_take_choice (self, response);

  if (path == NULL)
    return;
  if (is_being_saved_to (self, path))
    save_again (self, then);
  else
    save_to (self, path, TRUE, then);
}

/* "Acme Dental.xml", without what a file name cannot have. */
static char *
suggest_name (LintelWindow *self)
{
  const char *path = lintel_document_get_path (self->document);
  g_autofree char *title = NULL;

  if (path != NULL)
    return g_filename_display_basename (path);
  title = lintel_document_get_title (self->document);
  g_strdelimit (title, "/\\:*?\"<>|", '-');
  return g_str_has_suffix (title, ".xml") ? g_steal_pointer (&title)
                                          : g_strconcat (title, ".xml", NULL);
}

static void
choose_and_save (LintelWindow *self, LintelThenFunc then)
{
  const char *path = lintel_document_get_path (self->document);
  GtkFileChooser *chooser = lintel_window_make_chooser (
      self, _ ("Save the Project"), GTK_FILE_CHOOSER_ACTION_SAVE, C_ ("button", "_Save"));

  if (path != NULL && !is_slow (self) && lintel_disk_has (path))
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      gtk_file_chooser_set_file (chooser, file, NULL);
    }
  else
    {
      g_autofree char *name = suggest_name (self);

      gtk_file_chooser_set_current_name (chooser, name);
    }
  self->then = then;
  g_signal_connect (chooser, "response", G_CALLBACK (save_chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
lintel_window_save (LintelWindow *self, gboolean as, LintelThenFunc then)
{
  LintelPage *page = lintel_window_get_page (self);

  if (page != NULL && !lintel_page_confirm (page))
    {
      lintel_window_toast (self, _ ("Not saved: the value being typed does not fit its cell."));
      return;
    }
  if (as)
    choose_and_save (self, then);
  else if (self->saving.path != NULL)
    save_again (self, then);
  else if (lintel_document_get_path (self->document) == NULL)
    choose_and_save (self, then);
  else
    save_own (self, then);
}
