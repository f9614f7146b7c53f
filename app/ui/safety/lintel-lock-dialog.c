/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passphrase of the codes: a new one, typed twice, or the one that opens them. */

#include "config.h"

#include "app/ui/safety/lintel-lock-dialog.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-large-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define LINTEL_TYPE_LOCK_DIALOG (lintel_lock_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LintelLockDialog, lintel_lock_dialog, LINTEL, LOCK_DIALOG, AdwWindow)

struct _LintelLockDialog
{
  AdwWindow parent_instance;

  GtkLabel *explanation_label, *hint_label;
  AdwPasswordEntryRow *passphrase_row, *again_row;
  GtkButton *lock_button;
  GtkWidget *fields;
  GtkSpinner *spinner;

  LintelSealedCodes *sealed; /* NULL for a new lock */
  LintelLockFunc done;
  GObject *data;
  gboolean working; /* a thread makes the key */
};

G_DEFINE_FINAL_TYPE (LintelLockDialog, lintel_lock_dialog, ADW_TYPE_WINDOW)

/* What the thread works on. */
typedef struct
{
  LintelSealedCodes *sealed;
  char *passphrase;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->sealed, lintel_sealed_codes_unref);
  lintel_wipe_text (job->passphrase);
  g_free (job);
}

static const char *
get_passphrase (AdwPasswordEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
show_hint (LintelLockDialog *self, const char *text)
{
  gtk_label_set_text (self->hint_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), text != NULL);
}

static void
set_working (LintelLockDialog *self, gboolean working)
{
  self->working = working;
  /* An entry that goes insensitive while it has the focus goes on blinking, and GTK complains. */
  if (working)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->fields, !working);
  gtk_widget_set_sensitive (GTK_WIDGET (self->lock_button), !working);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), working);
  gtk_spinner_set_spinning (self->spinner, working);
}

/* What keeps the passphrase from being used, as a sentence; "" while it is being typed. */
static const char *
find_gap (LintelLockDialog *self)
{
  const char *passphrase = get_passphrase (self->passphrase_row);
  const char *again = get_passphrase (self->again_row);

  if (passphrase[0] == '\0')
    return "";
  if (self->sealed != NULL)
    return NULL;
  if (g_utf8_strlen (passphrase, -1) < LINTEL_PASSPHRASE_MIN)
    return _ ("Take at least 8 characters; four words are easy to remember and hard to guess.");
  if (again[0] == '\0')
    return "";
  return g_str_equal (passphrase, again) ? NULL : _ ("The two differ; type both again.");
}

static void
fields_changed_cb (LintelLockDialog *self)
{
  const char *gap = find_gap (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->lock_button), gap == NULL && !self->working);
  show_hint (self, gap != NULL && gap[0] != '\0' ? gap : NULL);
}

static void
clear_fields (LintelLockDialog *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again_row), "");
}

static void
make_key_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  LintelLockKey *key = job->sealed != NULL
                           ? lintel_lock_key_open (job->sealed, job->passphrase, &error)
                           : lintel_lock_key_new (job->passphrase, &error);

  if (key != NULL)
    g_task_return_pointer (task, key, (GDestroyNotify) lintel_lock_key_unref);
  else
    g_task_return_error (task, error);
}

/* The core's sentences go on after a file's name; here they stand for themselves. */
static void
show_error (LintelLockDialog *self, const char *message)
{
  g_autofree char *first = g_utf8_substring (message, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);
  g_autofree char *sentence = g_strconcat (capital, message + strlen (first), ".", NULL);

  show_hint (self, sentence);
}

/* The dialog may have been closed meanwhile: then nobody wants the key any more. */
static void
key_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LintelLockDialog *self = LINTEL_LOCK_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelLockKey) key = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GObject) kept = NULL;

  if (self->data == NULL)
    return;
  set_working (self, FALSE);
  clear_fields (self);
  if (key == NULL)
    {
      show_error (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
      return;
    }
  kept = g_object_ref (self->data);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->done (key, kept);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
lock_clicked_cb (LintelLockDialog *self)
{
  Job *job;
  g_autoptr (GTask) task = NULL;

  if (self->working || find_gap (self) != NULL)
    return;
  job = g_new0 (Job, 1);
  job->sealed = self->sealed != NULL ? lintel_sealed_codes_ref (self->sealed) : NULL;
  job->passphrase = g_strdup (get_passphrase (self->passphrase_row));
  set_working (self, TRUE);
  show_hint (self, NULL);
  task = g_task_new (self, NULL, key_made_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, make_key_in_thread);
}

static void
lintel_lock_dialog_dispose (GObject *object)
{
  LintelLockDialog *self = LINTEL_LOCK_DIALOG (object);

  g_clear_pointer (&self->sealed, lintel_sealed_codes_unref);
  g_clear_object (&self->data);
  G_OBJECT_CLASS (lintel_lock_dialog_parent_class)->dispose (object);
}

static void
lintel_lock_dialog_class_init (LintelLockDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lintel_lock_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/lintel/Lintel/safety/lintel-lock-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LintelLockDialog, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, LintelLockDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, LintelLockDialog, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, LintelLockDialog, again_row);
  gtk_widget_class_bind_template_child (widget_class, LintelLockDialog, lock_button);
  gtk_widget_class_bind_template_child (widget_class, LintelLockDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, LintelLockDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, lock_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lintel_lock_dialog_init (LintelLockDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lintel_grow_dialog (GTK_WINDOW (self));
}

static void
use_for_opening (LintelLockDialog *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Unlock the Codes"));
  gtk_button_set_label (self->lock_button, C_ ("button", "_Unlock"));
  gtk_label_set_text (self->explanation_label,
                      _ ("The codes can be seen and changed until the project is closed or locked "
                         "again. What you change of them is kept by saving only."));
  gtk_widget_set_visible (GTK_WIDGET (self->again_row), FALSE);
}

void
lintel_lock_dialog_present (GtkWindow *parent, LintelSealedCodes *sealed, LintelLockFunc done,
                            gpointer data)
{
  LintelLockDialog *self =
      g_object_new (LINTEL_TYPE_LOCK_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->sealed = sealed != NULL ? lintel_sealed_codes_ref (sealed) : NULL;
  self->done = done;
  self->data = g_object_ref (data);
  if (sealed != NULL)
    use_for_opening (self);
  lintel_name_buttons (GTK_WIDGET (self));
  fields_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase_row));
}
