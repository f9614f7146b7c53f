/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a project with all that may have to be asked first. */

#include "config.h"

#include "app/ui/safety/lintel-opening.h"

#include "app/ui/lintel-recent.h"
#include "app/ui/lintel-window.h"
#include "app/ui/safety/lintel-disk.h"
#include "app/ui/safety/lintel-safety-dialogs.h"
#include "lintel/xml.h"

#include <glib/gi18n-lib.h>

/* Counted by the questions that are shown. */
typedef struct
{
  LintelApplication *application;
  char *path;      /* to open in the end; NULL on the start page, and once it has been restored */
  GPtrArray *left; /* of LintelRecovery*, still to be offered; the first is being asked about */
  const char *awaited; /* the file whose folder has not answered yet */
  guint slow_source;   /* until that is slow to answer */
  LintelWindow *told;  /* the window that says so; NULL when it is gone */
  gboolean is_holding; /* the application, which has no window yet */
} Opening;

static void offer_next (Opening *self);

static void
opening_clear (gpointer data)
{
  Opening *self = data;

  g_clear_weak_pointer (&self->told);
  g_object_unref (self->application);
  g_free (self->path);
  g_clear_pointer (&self->left, g_ptr_array_unref);
}

static void
opening_unref (Opening *self)
{
  g_rc_box_release_full (self, opening_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_unref)

static Opening *
opening_new (LintelApplication *application, const char *path)
{
  Opening *self = g_rc_box_new0 (Opening);

  self->application = g_object_ref (application);
  self->path = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  return self;
}

/* For a question: the start page, or whatever window is there. */
static GtkWindow *
get_parent (Opening *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self->application));

  while (window != NULL && !LINTEL_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window == NULL)
    window = lintel_application_get_free_window (self->application);
  gtk_window_present (window);
  return window;
}

static GtkWindow *
show (Opening *self, LintelDocument *document)
{
  GtkWindow *window = lintel_application_get_free_window (self->application);

  lintel_window_set_document (LINTEL_WINDOW (window), document);
  gtk_window_present (window);
  return window;
}

static void
show_error (Opening *self, const char *heading, const GError *error)
{
  lintel_window_show_error (LINTEL_WINDOW (get_parent (self)), heading, error->message);
}

/* Waiting for a folder. */

static GList *waiting; /* of Opening*, until the folder has answered */

gboolean
lintel_opening_is_waiting (void)
{
  return waiting != NULL;
}

static gboolean
is_waiting_for (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  for (GList *l = waiting; l != NULL; l = l->next)
    if (g_str_equal (((Opening *) l->data)->awaited, absolute))
      return TRUE;
  return FALSE;
}

static void
let_application_go (Opening *self)
{
  if (self->is_holding)
    g_application_release (G_APPLICATION (self->application));
  self->is_holding = FALSE;
}

/* From here on there is a window: when the user closes the last one the program ends. */
static gboolean
slow_cb (gpointer data)
{
  Opening *self = data;
  g_autofree char *text = lintel_disk_explain_reading (self->awaited);

  self->slow_source = 0;
  g_set_weak_pointer (&self->told, LINTEL_WINDOW (get_parent (self)));
  lintel_window_toast_while (self->told, text);
  let_application_go (self);
  return G_SOURCE_REMOVE;
}

/* PATH must stay. Returns what the answer comes with. */
static Opening *
begin_waiting (Opening *self, const char *path)
{
  waiting = g_list_prepend (waiting, self);
  g_application_hold (G_APPLICATION (self->application));
  self->is_holding = TRUE;
  self->awaited = path;
  self->slow_source = g_timeout_add (LINTEL_DISK_SLOW, slow_cb, self);
  return g_rc_box_acquire (self);
}

static void
end_waiting (Opening *self)
{
  waiting = g_list_remove (waiting, self);
  g_clear_handle_id (&self->slow_source, g_source_remove);
  if (self->told != NULL)
    lintel_window_toast_over (self->told);
  g_clear_weak_pointer (&self->told);
  let_application_go (self);
}

/* The file that was asked for. */

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelDiskFile) file = lintel_disk_read_finish (result, &error);
  g_autoptr (LintelDocument) document = NULL;

  end_waiting (self);
  if (file != NULL)
    document =
        lintel_document_open (lintel_application_get_catalogue (self->application), file, &error);
  if (document != NULL)
    {
      lintel_recent_add (self->path);
      show (self, document);
    }
  else
    show_error (self, _ ("This file cannot be opened"), error);
}

static void
finish (Opening *self)
{
  GtkWindow *window;

  if (self->path == NULL)
    return;
  window = lintel_application_find_window (self->application, self->path);
  if (window != NULL)
    gtk_window_present (window);
  else
    lintel_disk_read_async (self->path, TRUE, opened_cb, begin_waiting (self, self->path));
}

static void
release_cb (gpointer data, GClosure *closure)
{
  opening_unref (data);
}

static void
ask (Opening *self, GtkWidget *dialog, GCallback answered)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), get_parent (self));
  g_signal_connect_data (dialog, "response", answered, g_rc_box_acquire (self), release_cb, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Restoring. */

/* The left-over journal goes only when the new one has everything. */
static gboolean
restore_alone (Opening *self, LintelRecovery *recovery, LintelDiskFile *file, GError **error)
{
  g_autoptr (LintelDocument) document = lintel_document_restore (
      lintel_application_get_catalogue (self->application), recovery, file, error);

  if (document == NULL)
    return FALSE;
  lintel_safekeeping_flush (lintel_document_get_safekeeping (document));
  lintel_recovery_discard (recovery);
  show (self, document);
  return TRUE;
}

/* The file as it is now with what fits, and beside it the project as it was left. */
static gboolean
restore_both (Opening *self, LintelRecovery *recovery, LintelDiskFile *file, GError **error)
{
  LintelCatalogue *catalogue = lintel_application_get_catalogue (self->application);
  g_autoptr (GPtrArray) left_out = NULL;
  g_autoptr (LintelDocument) mine = lintel_document_restore (catalogue, recovery, NULL, error);
  g_autoptr (LintelDocument) theirs = NULL;
  GtkWindow *window;

  if (mine != NULL)
    theirs = lintel_document_open (catalogue, file, error);
  if (theirs != NULL)
    left_out = lintel_recovery_merge (recovery, lintel_document_get_project (theirs),
                                      C_ ("undo", "Restore changes"), error);
  if (left_out == NULL)
    return FALSE;
  lintel_safekeeping_flush (lintel_document_get_safekeeping (mine));
  lintel_safekeeping_flush (lintel_document_get_safekeeping (theirs));
  lintel_recovery_discard (recovery);
  show (self, mine);
  window = show (self, theirs);
  if (left_out->len > 0)
    lintel_left_out_dialog_present (window, lintel_document_get_project (theirs), left_out);
  return TRUE;
}

static void
go_to_next (Opening *self)
{
  g_ptr_array_remove_index (self->left, 0);
  offer_next (self);
}

/* FILE is NULL where there is none. What it holds counts, not what was said in the question. */
static void
restore (Opening *self, LintelDiskFile *file)
{
  LintelRecovery *recovery = g_ptr_array_index (self->left, 0);
  g_autoptr (GError) error = NULL;
  gboolean is_same = file == NULL || lintel_recovery_fits (recovery, &file->stamp);
  gboolean restored = is_same ? restore_alone (self, recovery, file, &error)
                              : restore_both (self, recovery, file, &error);

  if (!restored)
    show_error (self, _ ("The changes cannot be restored"), error);
  if (!restored || self->path == NULL)
    go_to_next (self);
}

static void
left_over_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelDiskFile) file = lintel_disk_read_finish (result, &error);

  end_waiting (self);
  if (file != NULL)
    restore (self, file);
  else
    {
      show_error (self, _ ("The changes cannot be restored"), error);
      go_to_next (self);
    }
}

static void
begin_restoring (Opening *self)
{
  LintelRecovery *recovery = g_ptr_array_index (self->left, 0);
  const char *path = lintel_recovery_get_path (recovery);

  switch (lintel_leftover_get_kind (recovery))
    {
    case LINTEL_LEFTOVER_CHANGED:
    case LINTEL_LEFTOVER_SAME:
      lintel_disk_read_async (path, TRUE, left_over_read_cb, begin_waiting (self, path));
      break;
    case LINTEL_LEFTOVER_NEW:
    case LINTEL_LEFTOVER_GONE:
    case LINTEL_LEFTOVER_SILENT:
    default:
      restore (self, NULL);
    }
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Opening *self = data;

  if (g_str_equal (response, "restore"))
    {
      begin_restoring (self);
      return;
    }
  if (g_str_equal (response, "discard"))
    lintel_recovery_discard (g_ptr_array_index (self->left, 0));
  go_to_next (self);
}

/* A file that the window has open again already is left for another time. */
static gboolean
is_open (Opening *self, LintelRecovery *recovery)
{
  const char *path = lintel_recovery_get_path (recovery);

  return path != NULL && lintel_application_find_window (self->application, path) != NULL;
}

static void
offer_next (Opening *self)
{
  while (self->left->len > 0)
    {
      LintelRecovery *recovery = g_ptr_array_index (self->left, 0);
      GtkWidget *dialog = NULL;

      if (!is_open (self, recovery))
        dialog = lintel_recovery_dialog_new (recovery,
                                             lintel_application_get_catalogue (self->application));
      if (dialog != NULL)
        {
          ask (self, dialog, G_CALLBACK (answered_cb));
          return;
        }
      g_ptr_array_remove_index (self->left, 0);
    }
  finish (self);
}

/* Those of the file to be opened, or all. */
static void
offer_left_over (Opening *self)
{
  g_autofree char *folder = lintel_journal_folder ();

  self->left = lintel_recovery_list (folder);
  for (guint i = self->left->len; self->path != NULL && i-- > 0;)
    if (g_strcmp0 (lintel_recovery_get_path (g_ptr_array_index (self->left, i)), self->path) != 0)
      g_ptr_array_remove_index (self->left, i);
  offer_next (self);
}

/* Somebody else's file. */

static void
anyway_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  if (g_str_equal (response, "open"))
    offer_left_over (data);
}

static void
holder_known_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) self = data;
  g_autoptr (LintelFileHolder) holder = lintel_disk_ask_holder_finish (result);

  end_waiting (self);
  if (holder == NULL)
    offer_left_over (self);
  else
    ask (self, lintel_holder_dialog_new (self->path, holder), G_CALLBACK (anyway_cb));
}

void
lintel_opening_start (LintelApplication *application, const char *path)
{
  GtkWindow *window = lintel_application_find_window (application, path);
  g_autoptr (Opening) self = NULL;

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }
  if (is_waiting_for (path))
    return;
  self = opening_new (application, path);
  lintel_disk_ask_holder_async (self->path, holder_known_cb, begin_waiting (self, self->path));
}

void
lintel_opening_offer_all (LintelApplication *application)
{
  Opening *self = opening_new (application, NULL);

  offer_left_over (self);
  opening_unref (self);
}
