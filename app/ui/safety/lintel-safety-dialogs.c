/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions and lists of opening: what was left over, what did not fit, who has the file. */

#include "config.h"

#include "app/ui/safety/lintel-safety-dialogs.h"

#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-text-list.h"
#include "app/ui/lintel-wording.h"
#include "app/ui/safety/lintel-disk.h"
#include "lintel/locale.h"
#include "lintel/lock.h"
#include "lintel/xml.h"

#include <glib/gi18n-lib.h>

#define LIST_HEIGHT 220

char *
lintel_describe_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  /* Translators: a day and a time: 24 November, 14:32. */
  return time != NULL ? g_date_time_format (time, _ ("%-d %B, %H:%M")) : g_strdup ("?");
}

/* Lists. */

static GtkWidget *
make_list (LintelProject *project, GPtrArray *edits)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *scroller;

  for (guint i = 0; i < edits->len;)
    {
      g_autofree char *line = lintel_describe_edits (project, edits, &i, FALSE);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  scroller = lintel_text_list_new (text->str, -1);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  return scroller;
}

/* What was left over. */

LintelLeftover
lintel_leftover_get_kind (LintelRecovery *recovery)
{
  const char *path = lintel_recovery_get_path (recovery);
  LintelFileStamp now;

  if (path == NULL)
    return LINTEL_LEFTOVER_NEW;
  if (!lintel_disk_look (path, &now))
    return LINTEL_LEFTOVER_SILENT;
  if (!now.exists)
    return LINTEL_LEFTOVER_GONE;
  return lintel_recovery_fits (recovery, &now) ? LINTEL_LEFTOVER_SAME : LINTEL_LEFTOVER_CHANGED;
}

static char *
explain (LintelLeftover kind, const char *path)
{
  LintelFileStamp now;
  g_autofree char *when = NULL;

  switch (kind)
    {
    case LINTEL_LEFTOVER_NEW:
      return g_strdup (_ ("The project had no file yet. Restore opens it, to be saved."));
    case LINTEL_LEFTOVER_GONE:
      return g_strdup (_ ("The file is not there any more. Restore opens the project without a "
                          "file, to be saved again."));
    case LINTEL_LEFTOVER_SILENT:
      return g_strdup (
          _ ("Its folder does not answer. Restore opens the project without a file, to "
             "be saved again."));
    case LINTEL_LEFTOVER_CHANGED:
      if (!lintel_disk_look (path, &now))
        return lintel_disk_explain_silence (path);
      when = lintel_describe_time (now.modified);
      return g_strdup_printf (
          _ ("But the file has been changed by somebody else, on %s. Open Both shows it as it is "
             "now, with those of your changes that still fit, and in a second window the project "
             "as you left it."),
          when);
    case LINTEL_LEFTOVER_SAME:
    default:
      return g_strdup (_ ("Restore opens the file with these changes, as one step that you can "
                          "undo."));
    }
}

static char *
name_project (LintelProject *project, const char *path)
{
  const LintelPlace place = lintel_place_customer (LINTEL_FIELD_NAME);
  const char *customer = lintel_project_get_text (project, &place);
  g_autofree char *file = path != NULL ? g_filename_display_basename (path) : NULL;

  if (customer == NULL || customer[0] == '\0')
    return file != NULL ? g_steal_pointer (&file) : g_strdup (_ ("a new project"));
  return file != NULL ? g_strdup_printf ("%s (%s)", file, customer)
                      : g_strdup_printf (_ ("the new project for %s"), customer);
}

static char *
explain_all (LintelRecovery *recovery, LintelProject *project, const char *path)
{
  g_autofree char *then = explain (lintel_leftover_get_kind (recovery), path);

  if (lintel_project_get_lock_state (project) == LINTEL_LOCK_NONE)
    return g_steal_pointer (&then);
  return g_strconcat (then, " ", _ ("The codes are locked: changes of them are not among these."),
                      NULL);
}

static char *
describe_leftover (LintelRecovery *recovery, LintelProject *project, guint n)
{
  const char *path = lintel_recovery_get_path (recovery);
  guint first = 0;
  g_autoptr (GPtrArray) last =
      lintel_recovery_get_last_edits (recovery, lintel_project_get_catalogue (project));
  g_autofree char *name = name_project (project, path);
  g_autofree char *when = lintel_describe_time (lintel_recovery_get_time (recovery));
  g_autofree char *what =
      last != NULL && last->len > 0 ? lintel_describe_edits (project, last, &first, FALSE) : NULL;
  g_autofree char *then = explain_all (recovery, project, path);
  g_autofree char *count =
      lintel_locale_format (ngettext ("Lintel ended before %u change to %s was saved.",
                                      "Lintel ended before %u changes to %s were saved.", n),
                            n, name);

  return g_strdup_printf (_ ("%s The last was made on %s: %s.\n\n%s"), count, when,
                          what != NULL ? what : "?", then);
}

static GtkWidget *
make_dialog (const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (NULL, heading, body);

  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  return dialog;
}

static GtkWidget *
make_recovery_dialog (const char *body, LintelLeftover kind, gboolean can_restore)
{
  GtkWidget *dialog = make_dialog (_ ("Unsaved changes were found"), body);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  adw_message_dialog_add_responses (message, "later", C_ ("button", "_Not Now"), "discard",
                                    C_ ("button", "_Discard"), NULL);
  adw_message_dialog_set_response_appearance (message, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (message, "later");
  adw_message_dialog_set_default_response (message, "later");
  if (!can_restore)
    return dialog;
  adw_message_dialog_add_response (message, "restore",
                                   kind == LINTEL_LEFTOVER_CHANGED ? C_ ("button", "_Open Both")
                                                                   : C_ ("button", "_Restore"));
  adw_message_dialog_set_response_appearance (message, "restore", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, "restore");
  return dialog;
}

/* A program that died between writing the file and removing its journal. */
static gboolean
file_has_them (LintelRecovery *recovery, LintelProject *project, GPtrArray *edits)
{
  g_autoptr (LintelProject) after = lintel_project_copy (project);
  g_autoptr (GBytes) bytes = NULL;
  LintelFileStamp now, wanted;

  if (lintel_leftover_get_kind (recovery) != LINTEL_LEFTOVER_CHANGED
      || !lintel_project_apply (after, "", NULL, edits, NULL))
    return FALSE;
  bytes = lintel_xml_write_bytes (after, TRUE);
  wanted = lintel_file_stamp_of_bytes (bytes, NULL);
  return lintel_disk_look (lintel_recovery_get_path (recovery), &now)
         && lintel_file_stamp_equal (&now, &wanted);
}

GtkWidget *
lintel_recovery_dialog_new (LintelRecovery *recovery, LintelCatalogue *catalogue)
{
  LintelLeftover kind = lintel_leftover_get_kind (recovery);
  g_autoptr (GPtrArray) saved = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelProject) project =
      lintel_recovery_replay (recovery, catalogue, &saved, &edits, &error);
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (project != NULL && (edits->len == 0 || file_has_them (recovery, project, edits)))
    {
      lintel_recovery_discard (recovery);
      return NULL;
    }
  body = project != NULL ? describe_leftover (recovery, project, edits->len)
                         : g_strdup_printf (_ ("They cannot be restored: %s"), error->message);
  dialog = make_recovery_dialog (body, kind, project != NULL);
  if (project != NULL)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_list (project, edits));
  lintel_name_buttons (dialog);
  return dialog;
}

/* What did not fit. */

void
lintel_left_out_dialog_present (GtkWindow *parent, LintelProject *project, GPtrArray *left_out)
{
  g_autofree char *heading = lintel_locale_format (
      ngettext ("%u change does not fit the file", "%u changes do not fit the file", left_out->len),
      left_out->len);
  GtkWidget *dialog = make_dialog (
      heading, _ ("Somebody else has changed these places too. The list has the file’s value, "
                  "which it keeps, and then yours, which the second window has."));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_list (project, left_out));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", C_ ("button", "_Close"));
  lintel_name_buttons (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Who has the file. */

GtkWidget *
lintel_holder_dialog_new (const char *path, const LintelFileHolder *holder)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *since = lintel_describe_time (holder->since);
  g_autofree char *body = NULL;
  AdwMessageDialog *message;
  GtkWidget *dialog;

  if (holder->user != NULL && holder->host != NULL)
    body = g_strdup_printf (
        _ ("%s has had %s open on %s since %s. If both of you save, one will have to decide whose "
           "changes stay."),
        holder->user, name, holder->host, since);
  else
    body = g_strdup_printf (_ ("Another program has %s open. If both save, one will have to decide "
                               "whose changes stay."),
                            name);
  dialog = make_dialog (_ ("This file is open elsewhere"), body);
  message = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_add_responses (message, "cancel", C_ ("button", "_Cancel"), "open",
                                    C_ ("button", "_Open Anyway"), NULL);
  adw_message_dialog_set_default_response (message, "cancel");
  adw_message_dialog_set_close_response (message, "cancel");
  lintel_name_buttons (dialog);
  return dialog;
}
