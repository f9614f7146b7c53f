/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lintelctl dial: what becomes of numbers.
 *
 * A stream of numbers is answered at some million a second: lines are read into one buffer, answers
 * are put together from parts prepared once for the class, and nothing is allocated for a line.
 */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include "lintel/dial-system.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define FLUSH_AT 60000

typedef struct
{
  char *from;
  int mode;
  int class_number;
  gboolean json;
} Options;

/* What all answers of a run have in common. */
typedef struct
{
  const LintelDialMatcher *matcher;
  gboolean json;
  GString *out;
  char *before_verdict;                     /* JSON: what stands between number and verdict */
  char *flips[1 << LINTEL_DIAL_N_SWITCHES]; /* as text or as the inside of a JSON list */
  char *place[LINTEL_DIAL_NOTHING];         /* up to the entry: "21-06-06[2," */
  gboolean failed;
} Printer;

static void
options_clear (Options *options)
{
  g_free (options->from);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
printer_clear (Printer *printer)
{
  for (guint i = 0; i < G_N_ELEMENTS (printer->flips); i++)
    g_free (printer->flips[i]);
  for (guint i = 0; i < G_N_ELEMENTS (printer->place); i++)
    g_free (printer->place[i]);
  g_free (printer->before_verdict);
  if (printer->out != NULL)
    g_string_free (printer->out, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Printer, printer_clear)

static char *
make_flips (guint flips, gboolean json)
{
  const LintelDialAnswer answer = { .flips = flips };
  g_autofree char *text = lintel_dial_answer_get_flips (&answer);
  g_auto (GStrv) parts = NULL;
  g_autofree char *inside = NULL;

  if (!json)
    return g_strdup (text[0] != '\0' ? text : "-");
  parts = g_strsplit (text, ",", -1);
  inside = g_strjoinv ("\",\"", parts);
  return text[0] != '\0' ? g_strconcat ("\"", inside, "\"", NULL) : g_strdup ("");
}

static char *
make_place (const LintelDialMatcher *matcher, LintelDialTable table)
{
  int number = lintel_dial_matcher_get_table_number (matcher, table);
  const char *item = lintel_dial_table_get_item (table);

  if (table == LINTEL_DIAL_MAX_DIGITS)
    return g_strdup_printf ("%s[%d", item, number);
  return number != 0 ? g_strdup_printf ("%s[%d,", item, number) : g_strconcat (item, "[", NULL);
}

static void
printer_init (Printer *printer, const LintelDialMatcher *matcher, const Options *options,
              int class_number)
{
  g_autofree char *from = NULL;

  memset (printer, 0, sizeof *printer);
  printer->matcher = matcher;
  printer->json = options->json;
  printer->out = g_string_sized_new (FLUSH_AT + 4096);
  for (guint i = 0; i < G_N_ELEMENTS (printer->flips); i++)
    printer->flips[i] = make_flips (i, options->json);
  for (guint t = 0; t < LINTEL_DIAL_NOTHING; t++)
    printer->place[t] = make_place (matcher, (LintelDialTable) t);
  if (options->from != NULL)
    from = g_strdup_printf ("\"from\":\"%s\",\"mode\":%d,", options->from, options->mode);
  printer->before_verdict =
      g_strdup_printf ("\",%s\"class\":%d,\"verdict\":\"", from != NULL ? from : "", class_number);
}

/* A failure is noted so that a stream ends; main() reports it. */
static void
flush (Printer *printer)
{
  if (fwrite (printer->out->str, 1, printer->out->len, stdout) != printer->out->len)
    printer->failed = TRUE;
  g_string_truncate (printer->out, 0);
}

static void
append (GString *out, const char *text)
{
  g_string_append_len (out, text, (gssize) strlen (text));
}

static void
append_place (Printer *printer, const LintelDialAnswer *answer)
{
  char digits[12];
  guint at = sizeof digits;

  append (printer->out, printer->place[answer->decided_by]);
  for (int rest = answer->entry; rest > 0; rest /= 10)
    digits[--at] = (char) ('0' + rest % 10);
  g_string_append_len (printer->out, digits + at, (gssize) (sizeof digits - at));
  g_string_append_c (printer->out, ']');
}

static void
append_json (Printer *printer, const char *number, const LintelDialAnswer *answer)
{
  GString *out = printer->out;

  append (out, "{\"number\":\"");
  append (out, number);
  append (out, printer->before_verdict);
  append (out, lintel_dial_verdict_to_id (answer->verdict));
  if (answer->decided_by == LINTEL_DIAL_NOTHING)
    append (out, "\",\"decided_by\":null");
  else
    {
      append (out, "\",\"decided_by\":\"");
      append_place (printer, answer);
      g_string_append_c (out, '"');
    }
  append (out, ",\"flips\":[");
  append (out, printer->flips[answer->flips]);
  append (out, "]}\n");
}

static void
append_text (Printer *printer, const char *number, const LintelDialAnswer *answer)
{
  GString *out = printer->out;

  append (out, number);
  g_string_append_c (out, '\t');
  append (out, lintel_dial_verdict_to_id (answer->verdict));
  g_string_append_c (out, '\t');
  if (answer->decided_by == LINTEL_DIAL_NOTHING)
    g_string_append_c (out, '-');
  else
    append_place (printer, answer);
  g_string_append_c (out, '\t');
  append (out, printer->flips[answer->flips]);
  g_string_append_c (out, '\n');
}

/* Answers a number as it was typed; FALSE when it cannot be dialled. */
static gboolean
print_number (Printer *printer, char *number)
{
  LintelDialAnswer answer;

  if (!lintel_dial_clean (number))
    return FALSE;
  lintel_dial_evaluate (printer->matcher, number, strlen (number), &answer);
  if (printer->json)
    append_json (printer, number, &answer);
  else
    append_text (printer, number, &answer);
  if (printer->out->len > FLUSH_AT)
    flush (printer);
  return TRUE;
}

static int
dial_arguments (Printer *printer, int n, char **numbers)
{
  int status = LINTELCTL_FINE;

  for (int i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup (numbers[i]);

      if (!print_number (printer, number))
        status =
            lintelctl_fail (_ ("“%s” cannot be dialled; a number has 0-9, * and #"), numbers[i]);
    }
  return status;
}

/* Lines that are blank are left out, wrong ones reported; the others are answered all the same. */
static int
dial_stream (Printer *printer)
{
  int status = LINTELCTL_FINE;
  guint64 n = 0;
  char *line = NULL;
  gsize size = 0;
  gssize length;

  while ((length = getline (&line, &size, stdin)) >= 0 && !printer->failed)
    {
      n++;
      while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
        line[--length] = '\0';
      if (length == 0)
        continue;
      if (strlen (line) != (gsize) length || !print_number (printer, line))
        status = lintelctl_fail (_ ("-:%" PRIu64 ": this line cannot be dialled; a number "
                                    "has 0-9, * and #"),
                                 n);
    }
  free (line);
  return status;
}

static gboolean
find_caller_class (const Options *options, LintelProject *project, LintelDialSystem *system,
                   int *class_number)
{
  const LintelExtension *extension = lintel_project_find_extension (project, options->from);
  int n_modes = lintel_dial_system_get_n_modes (system);

  if (extension == NULL)
    {
      lintelctl_fail (_ ("the project has no extension %s"), options->from);
      return FALSE;
    }
  if (options->mode < 1 || options->mode > n_modes)
    {
      lintelctl_fail (_ ("--from needs --mode with a day/night mode from 1 to %d"), n_modes);
      return FALSE;
    }
  *class_number = lintel_dial_system_get_class (system, extension->port, options->mode);
  if (*class_number != 0)
    return TRUE;
  lintelctl_fail (_ ("extension %s has no toll restriction class: nobody can dial from it"),
                  options->from);
  return FALSE;
}

static gboolean
find_class (const Options *options, LintelProject *project, LintelDialSystem *system,
            int *class_number)
{
  if ((options->from != NULL) == (options->class_number != 0)
      || (options->from == NULL && options->mode != 0))
    {
      lintelctl_fail (_ ("say who dials: --from EXTENSION --mode N, or --class N"));
      return FALSE;
    }
  if (options->from != NULL)
    return find_caller_class (options, project, system, class_number);
  *class_number = options->class_number;
  if (*class_number >= 1 && *class_number <= LINTEL_DIAL_N_CLASSES)
    return TRUE;
  lintelctl_fail (_ ("--class takes 1 to %d"), LINTEL_DIAL_N_CLASSES);
  return FALSE;
}

static gboolean
parse (Options *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options->from, N_ ("The extension that dials"),
      N_ ("EXTENSION") },
    { "mode", 0, 0, G_OPTION_ARG_INT, &options->mode, N_ ("The day/night mode, with --from"),
      N_ ("N") },
    { "class", 0, 0, G_OPTION_ARG_INT, &options->class_number,
      N_ ("The toll restriction class, instead of an extension"), N_ ("N") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("One JSON object for each number"),
      NULL },
    { NULL },
  };

  return lintelctl_parse (
      _ ("FILE NUMBER…"),
      _ ("Says of each number whether it gets out: NUMBER, allowed, restricted or depends, the "
         "place\nthat decides and the open points that can change it, separated by tabs. Numbers "
         "are as sent\nto the trunk, without the access digit; “-” reads them from standard input, "
         "one a line."),
      entries, argc, argv);
}

int
lintelctl_dial (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (LintelCatalogue) catalogue = NULL;
  g_autoptr (LintelProject) project = NULL;
  LintelDialSystem *system;
  g_auto (Printer) printer = { 0 };
  gboolean stream;
  int class_number, status;

  if (!parse (&options, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc < 3)
    return lintelctl_fail (_ ("give a project and the numbers to dial, or - for standard input"));
  stream = argc == 3 && g_str_equal (argv[2], "-");
  if (stream && g_str_equal (argv[1], "-"))
    return lintelctl_fail (_ ("project and numbers cannot both come from standard input"));
  catalogue = lintelctl_load_catalogue ();
  project = catalogue != NULL ? lintelctl_load_project (catalogue, argv[1]) : NULL;
  if (project == NULL)
    return LINTELCTL_FAILED;
  system = lintel_dial_system_of (project);
  if (!find_class (&options, project, system, &class_number))
    return LINTELCTL_FAILED;
  printer_init (&printer, lintel_dial_system_get_matcher (system, class_number), &options,
                class_number);
  status = stream ? dial_stream (&printer) : dial_arguments (&printer, argc - 2, argv + 2);
  flush (&printer);
  return status;
}
