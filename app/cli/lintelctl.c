/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: finds the subcommand, and holds what all of them share. */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include "lintel/file.h"
#include "lintel/language.h"
#include "lintel/report.h"
#include "lintel/safe-text.h"
#include "lintel/xml.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

typedef struct
{
  const char *name;
  LintelctlCommand run;
  const char *summary;
} Command;

static const Command commands[] = {
  { "accept", lintelctl_accept, N_ ("let findings stay, with a reason and a name") },
  { "allow", lintelctl_allow, N_ ("let some extensions call abroad") },
  { "apply", lintelctl_apply, N_ ("bring a project to the house standard") },
  { "catalogue", lintelctl_catalogue, N_ ("print the programs and items that Lintel knows") },
  { "check", lintelctl_check, N_ ("check projects and list what is wrong in them") },
  { "dial", lintelctl_dial, N_ ("say what becomes of dialled numbers") },
  { "diff", lintelctl_diff, N_ ("compare two projects") },
  { "explain", lintelctl_explain, N_ ("say why a rule matters and what to do") },
  { "export", lintelctl_export, N_ ("write the database files of a project") },
  { "fix", lintelctl_fix, N_ ("repair what can be repaired") },
  { "get", lintelctl_get, N_ ("print values of a project") },
  { "import", lintelctl_import, N_ ("read exported tables back into a project") },
  { "lock", lintelctl_lock, N_ ("lock the mailbox codes with a passphrase") },
  { "new", lintelctl_new, N_ ("start a project for a customer") },
  { "reach", lintelctl_reach, N_ ("show what each class in use lets out") },
  { "rules", lintelctl_rules, N_ ("list the rules") },
  { "schema", lintelctl_schema, N_ ("print the schema of project or catalogue files") },
  { "set", lintelctl_set, N_ ("change values of a project") },
  { "sign", lintelctl_sign, N_ ("say who prepared or reviewed a project") },
  { "unlock", lintelctl_unlock, N_ ("take the lock off the mailbox codes") },
  { "verify", lintelctl_verify, N_ ("compare an export with its manifest") },
  { NULL, NULL, NULL },
};

static const Command *
find_command (const char *name)
{
  for (const Command *command = commands; command->name != NULL; command++)
    if (g_str_equal (command->name, name))
      return command;
  return NULL;
}

static void
print_help (FILE *stream)
{
  fprintf (stream, _ ("Usage: lintelctl COMMAND [OPTION…] [ARGUMENT…]\n\n"));
  fprintf (stream,
           _ ("Checks and prepares the toll-fraud part of NEC SL1100 and SL2100 databases.\n"
              "Lintel is not affiliated with NEC.\n\n"));
  for (const Command *command = commands; command->name != NULL; command++)
    fprintf (stream, "  %-10s %s\n", command->name, _ (command->summary));
  fprintf (stream, _ ("\n“lintelctl COMMAND --help” tells more.\n"));
}

static void
print_safely (FILE *stream, const char *text)
{
  g_autofree char *safe = lintel_text_make_safe (text, TRUE);

  fputs (safe, stream);
}

void
lintelctl_print (FILE *stream, const char *format, ...)
{
  va_list args;
  g_autofree char *text = NULL;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  print_safely (stream, text);
}

int
lintelctl_fail (const char *format, ...)
{
  va_list args;
  g_autofree char *message = NULL;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  lintelctl_print (stderr, "lintelctl: %s\n", message);
  return LINTELCTL_FAILED;
}

int
lintelctl_fail_error (const GError *error)
{
  return lintelctl_fail ("%s", error->message);
}

gboolean
lintelctl_parse (const char *usage, const char *summary, const GOptionEntry *entries, int *argc,
                 char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, summary);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  lintelctl_fail (_ ("%s (“%s --help” shows what it takes)"), error->message, g_get_prgname ());
  return FALSE;
}

LintelCatalogue *
lintelctl_load_catalogue (void)
{
  g_autofree char *folder = lintel_catalogue_user_folder ();
  g_autoptr (GError) error = NULL;
  LintelCatalogue *catalogue = lintel_catalogue_new (folder, &error);

  if (catalogue == NULL)
    lintelctl_fail_error (error);
  return catalogue;
}

/* One byte more than a project may have tells that it has too many; the rest is not read. */
GBytes *
lintelctl_read_standard_input (GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autofree char *buffer = g_malloc (LINTEL_XML_MAX_BYTES + 1);
  gsize size;

  if (!g_input_stream_read_all (input, buffer, LINTEL_XML_MAX_BYTES + 1, &size, NULL, error))
    return NULL;
  return g_bytes_new (buffer, size);
}

/* The file that a project was read from, and what it held. */
typedef struct
{
  char *path;
  LintelFileStamp stamp;
} Origin;

#define ORIGIN "lintelctl-origin"

static void
origin_free (gpointer data)
{
  Origin *origin = data;

  g_free (origin->path);
  g_free (origin);
}

static void
remember_origin (LintelProject *project, const char *path, GBytes *bytes)
{
  Origin *origin = g_new0 (Origin, 1);

  origin->path = g_strdup (path);
  origin->stamp = lintel_file_stamp_of_bytes (bytes, path);
  g_object_set_data_full (G_OBJECT (project), ORIGIN, origin, origin_free);
}

LintelProject *
lintelctl_read_project (LintelCatalogue *catalogue, const char *path, GError **error)
{
  gboolean is_input = g_str_equal (path, "-");
  g_autoptr (GBytes) bytes =
      is_input ? lintelctl_read_standard_input (error) : lintel_xml_load_bytes (path, error);
  LintelProject *project =
      bytes != NULL ? lintel_xml_read_bytes (catalogue, bytes, path, error) : NULL;

  if (project != NULL && !is_input)
    remember_origin (project, path, bytes);
  return project;
}

LintelProject *
lintelctl_load_project (LintelCatalogue *catalogue, const char *path)
{
  g_autoptr (GError) error = NULL;
  LintelProject *project = lintelctl_read_project (catalogue, path, &error);

  if (project == NULL)
    lintelctl_fail_error (error);
  return project;
}

/* Two commands at once, or one beside a window: whoever is later would undo the other unseen. */
static gboolean
write_project (LintelProject *project, const char *path, GError **error)
{
  const Origin *origin = g_object_get_data (G_OBJECT (project), ORIGIN);

  if (origin != NULL && g_str_equal (origin->path, path))
    return lintel_xml_update_file (project, path, &origin->stamp, error);
  return lintel_xml_write_file (project, path, error);
}

gboolean
lintelctl_save_project (LintelProject *project, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (path, "-"))
    {
      g_autoptr (GBytes) bytes = lintel_xml_write_bytes (project, TRUE);
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);

      if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
        return TRUE;
      lintelctl_fail (_ ("standard output cannot be written: %s"), g_strerror (errno));
      return FALSE;
    }
  if (write_project (project, path, &error))
    return TRUE;
  lintelctl_fail_error (error);
  return FALSE;
}

void
lintelctl_print_edits (FILE *stream, const char *indent, LintelProject *project, GPtrArray *edits)
{
  for (guint n = 0; n < edits->len; n++)
    {
      g_autofree char *line = lintel_report_format_edit (project, g_ptr_array_index (edits, n));

      lintelctl_print (stream, "%s%s\n", indent, line);
    }
}

/* What was printed may still be in a buffer: a full disk shows only now. */
static int
end_output (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  return lintelctl_fail (_ ("standard output cannot be written: %s"), g_strerror (errno));
}

int
main (int argc, char **argv)
{
  const Command *command;
  g_autofree char *name = NULL;

  lintel_language_start ();
  if (argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      print_help (stdout);
      return LINTELCTL_FINE;
    }
  if (argc > 1 && g_str_equal (argv[1], "--version"))
    {
      printf ("lintelctl %s\n", LINTEL_VERSION);
      return LINTELCTL_FINE;
    }
  if (argc < 2)
    {
      print_help (stderr);
      return LINTELCTL_FAILED;
    }
  command = find_command (argv[1]);
  if (command == NULL)
    return lintelctl_fail (_ ("there is no command “%s” (“lintelctl --help” lists them)"), argv[1]);
  /* What "--help" of the command shows as the way to call it. */
  name = g_strconcat ("lintelctl ", command->name, NULL);
  g_set_prgname (name);
  return end_output (command->run (argc - 1, argv + 1));
}
