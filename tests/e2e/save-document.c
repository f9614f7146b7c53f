/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opens a document as the window does, changes it, and saves it: save-document FILE TEXT. Tells on
 * standard output how far it came, so that whoever kills it knows what must not be lost:
 *
 *   edited   the change is in the journal
 *   saved    the file has it
 *   kept     the file could not be written; the document still has the change, and is unsaved
 */

#include "config.h"

#include "app/ui/lintel-document.h"

#include <stdio.h>
#include <unistd.h>

static void
tell (const char *what)
{
  printf ("%s\n", what);
  fflush (stdout);
}

static int
fail (GError *error)
{
  fprintf (stderr, "%s\n", error->message);
  return 2;
}

static void
failed_cb (LintelSafekeeping *safekeeping, const char *why, gpointer data)
{
  tell ("unsafe");
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

static LintelDocument *
open_document (LintelCatalogue *catalogue, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LintelDiskFile) file = NULL;

  lintel_disk_read_async (path, TRUE, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  file = lintel_disk_read_finish (result, error);
  return file != NULL ? lintel_document_open (catalogue, file, error) : NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (LintelCatalogue) catalogue = lintel_catalogue_new_builtin ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LintelDocument) document = NULL;
  const LintelPlace notes = lintel_place_notes ();
  g_autoptr (GAsyncResult) result = NULL;
  LintelProject *project;

  if (argc != 3)
    return 2;
  document = open_document (catalogue, argv[1], &error);
  if (document == NULL)
    return fail (error);
  g_signal_connect (lintel_document_get_safekeeping (document), "failed", G_CALLBACK (failed_cb),
                    NULL);
  project = lintel_document_get_project (document);
  if (!lintel_project_set (project, "", &notes, argv[2], &error))
    return fail (error);
  lintel_safekeeping_flush (lintel_document_get_safekeeping (document));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  tell ("edited");
  lintel_document_save_async (document, argv[1], FALSE, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (lintel_document_save_finish (document, result, &error))
    {
      tell ("saved");
      return 0;
    }
  if (lintel_document_has_changes (document)
      && g_strcmp0 (lintel_project_get_text (project, &notes), argv[2]) == 0)
    tell ("kept");
  /* Dies with the document open: closing it would give the change up. */
  _exit (fail (error));
}
