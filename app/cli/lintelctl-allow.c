/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl allow: lets some extensions call abroad, and proves that nobody else can. */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include "lintel/access.h"
#include "lintel/dial-system.h"
#include "lintel/report.h"

#include <glib/gi18n.h>
#include <stdio.h>

typedef struct
{
  char *extensions, *modes, *countries, *way, *output;
  gboolean everywhere, dry_run;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->extensions);
  g_free (options->modes);
  g_free (options->countries);
  g_free (options->way);
  g_free (options->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char *const ways[LINTEL_N_ACCESS_WAYS] = {
  [LINTEL_ACCESS_EXACT] = "exact",
  [LINTEL_ACCESS_SHORTER] = "shorter",
  [LINTEL_ACCESS_PERMIT_TABLE] = "permit-table",
};

static gboolean
parse (Options *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "extensions", 0, 0, G_OPTION_ARG_STRING, &options->extensions,
      N_ ("Who may call abroad: 101,105-107"), N_ ("LIST") },
    { "modes", 0, 0, G_OPTION_ARG_STRING, &options->modes,
      N_ ("In which modes: 1-8 (all unless given)"), N_ ("LIST") },
    { "countries", 0, 0, G_OPTION_ARG_STRING, &options->countries,
      N_ ("Where to, in ISO 3166-1’s two letters: GB,FR"), N_ ("LIST") },
    { "everywhere", 0, 0, G_OPTION_ARG_NONE, &options->everywhere, N_ ("To every country"), NULL },
    { "way", 0, 0, G_OPTION_ARG_STRING, &options->way,
      N_ ("Where the codes are entered (exact unless given)"), "exact|shorter|permit-table" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->dry_run,
      N_ ("Show the changes and write nothing"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("File to write instead of the project itself"), N_ ("FILE") },
    { NULL },
  };

  return lintelctl_parse (
      _ ("FILE --extensions LIST (--countries LIST | --everywhere)"),
      _ ("Moves extensions into a class that lets these countries out and is like their present "
         "one\notherwise. Nothing is written unless it is proved that InMail ports and all other\n"
         "extensions reach nothing new. The exit status is 1 when that cannot be had."),
      entries, argc, argv);
}

/* "3" or "3-5"; FALSE for anything else. */
static gboolean
parse_range (const char *text, guint64 most, guint64 *first, guint64 *last)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", 2);

  if (parts[0] == NULL || !g_ascii_string_to_unsigned (parts[0], 10, 1, most, first, NULL))
    return FALSE;
  *last = *first;
  return parts[1] == NULL || g_ascii_string_to_unsigned (parts[1], 10, *first, most, last, NULL);
}

static gboolean
parse_modes (const char *text, int n_modes, guint *modes)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      guint64 first, last;

      if (!parse_range (*part, (guint64) n_modes, &first, &last))
        {
          lintelctl_fail (_ ("“%s” is no mode from 1 to %d, nor some of them such as 2-4"), *part,
                          n_modes);
          return FALSE;
        }
      for (guint64 mode = first; mode <= last; mode++)
        *modes |= 1u << mode;
    }
  return TRUE;
}

static gboolean
add_extensions (LintelProject *project, const char *part, GArray *ports)
{
  guint64 first, last;
  guint n = ports->len;

  if (!parse_range (part, 99999999, &first, &last))
    {
      lintelctl_fail (_ ("“%s” is no extension, nor some of them such as 101-104"), part);
      return FALSE;
    }
  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (project, port);
      guint64 number;

      if (extension != NULL
          && g_ascii_string_to_unsigned (extension->number, 10, first, last, &number, NULL))
        g_array_append_val (ports, port);
    }
  if (ports->len > n)
    return TRUE;
  lintelctl_fail (_ ("there is no extension %s in this project"), part);
  return FALSE;
}

static gboolean
parse_extensions (LintelProject *project, const char *text, GArray *ports)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (char **part = parts; *part != NULL; part++)
    if (!add_extensions (project, *part, ports))
      return FALSE;
  return TRUE;
}

static gboolean
parse_way (const char *text, LintelAccessWay *way)
{
  for (guint n = 0; n < LINTEL_N_ACCESS_WAYS; n++)
    if (text == NULL || g_str_equal (text, ways[n]))
      {
        *way = n;
        return TRUE;
      }
  lintelctl_fail (_ ("--way is exact, shorter or permit-table, not “%s”"), text);
  return FALSE;
}

static void
print_plan (FILE *stream, LintelProject *project, const LintelAccessPlan *plan)
{
  for (guint i = 0; i < plan->sentences->len; i++)
    lintelctl_print (stream, "%s\n", (const char *) plan->sentences->pdata[i]);
  lintelctl_print_edits (stream, "  ", project, plan->edits);
}

static int
refuse (const LintelAccessPlan *plan)
{
  for (guint i = 0; i < plan->reasons->len; i++)
    lintelctl_fail ("%s", (const char *) plan->reasons->pdata[i]);
  for (guint i = 0; i < plan->offers->len; i++)
    {
      const LintelAccessOffer *offer = plan->offers->pdata[i];

      fprintf (stderr, "  --way %s: %s\n", ways[offer->way], offer->label);
    }
  return LINTELCTL_FOUND;
}

static int
carry_out (LintelProject *project, const LintelAccessRequest *request, const char *target,
           const Options *options)
{
  g_autoptr (LintelAccessPlan) plan = lintel_access_plan_new (project, request);
  FILE *stream = g_str_equal (target, "-") && !options->dry_run ? stderr : stdout;
  g_autoptr (GError) error = NULL;

  if (plan->reasons->len > 0)
    return refuse (plan);
  print_plan (stream, project, plan);
  if (options->dry_run)
    return LINTELCTL_FINE;
  if (!lintel_project_apply (project, C_ ("undo", "International access"), NULL, plan->edits,
                             &error))
    return lintelctl_fail_error (error);
  return lintelctl_save_project (project, target) ? LINTELCTL_FINE : LINTELCTL_FAILED;
}

static int
run (const char *path, const Options *options)
{
  g_autoptr (LintelCatalogue) catalogue = lintelctl_load_catalogue ();
  g_autoptr (LintelProject) project =
      catalogue != NULL ? lintelctl_load_project (catalogue, path) : NULL;
  g_auto (GStrv) countries = NULL;
  g_autoptr (GArray) ports = g_array_new (FALSE, FALSE, sizeof (int));
  LintelAccessRequest request = { 0 };
  int n_modes;

  if (project == NULL)
    return LINTELCTL_FAILED;
  n_modes = lintel_dial_system_get_n_modes (lintel_dial_system_of (project));
  if (options->modes == NULL)
    request.modes = (2u << n_modes) - 2;
  else if (!parse_modes (options->modes, n_modes, &request.modes))
    return LINTELCTL_FAILED;
  if (!parse_extensions (project, options->extensions, ports)
      || !parse_way (options->way, &request.way))
    return LINTELCTL_FAILED;
  if (!options->everywhere)
    countries = g_strsplit (options->countries, ",", -1);
  request.ports = (const int *) (gpointer) ports->data;
  request.n_ports = ports->len;
  request.countries = (const char *const *) countries;
  return carry_out (project, &request, options->output != NULL ? options->output : path, options);
}

int
lintelctl_allow (int argc, char **argv)
{
  g_auto (Options) options = { 0 };

  if (!parse (&options, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc != 2 || options.extensions == NULL)
    return lintelctl_fail (_ ("allow takes one project and --extensions"));
  if (options.everywhere == (options.countries != NULL))
    return lintelctl_fail (_ ("allow takes either --countries or --everywhere"));
  return run (argv[1], &options);
}
