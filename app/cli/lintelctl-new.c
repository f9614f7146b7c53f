/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl new: starts a project for a customer from a template. */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include "lintel/house-template.h"
#include "lintel/xml.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  char *model, *template_name, *inmail, *output;
  int telephones;
  gboolean force;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->model);
  g_free (options->template_name);
  g_free (options->inmail);
  g_free (options->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *options, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "model", 0, 0, G_OPTION_ARG_STRING, &options->model, N_ ("The model of the system"),
      "sl1100|sl2100" },
    { "template", 0, 0, G_OPTION_ARG_STRING, &options->template_name,
      N_ ("What to start from: the factory state, a hardened system, or a project of your own "
          "without what is its customer’s"),
      "factory|hardened|NAME|FILE" },
    { "telephones", 0, 0, G_OPTION_ARG_INT, &options->telephones,
      N_ ("How many telephones, numbered from 101 on (none unless given)"), N_ ("N") },
    { "inmail", 0, 0, G_OPTION_ARG_STRING, &options->inmail,
      N_ ("The InMail extensions (213-228 on an SL2100 unless given; an SL1100 needs them)"),
      N_ ("FIRST-LAST") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_ ("File to write"),
      N_ ("FILE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options->force, N_ ("Replace a file that exists"), NULL },
    { NULL },
  };

  return lintelctl_parse ("--model MODEL --template TEMPLATE -o FILE",
                          _ ("Starts a project for a customer."), entries, argc, argv);
}

/* "213-216" or "213". */
static gboolean
parse_range (const char *text, int *first, int *last)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", 2);
  guint64 numbers[2];

  for (guint n = 0; n < 2; n++)
    {
      const char *part = n == 0 || parts[1] != NULL ? parts[n] : parts[0];

      if (!g_ascii_string_to_unsigned (part, 10, 1, 99999999, &numbers[n], NULL))
        return FALSE;
    }
  *first = (int) numbers[0];
  *last = (int) numbers[1];
  return TRUE;
}

/* The model and the InMail range; FALSE after saying what is missing. */
static gboolean
check (const Options *options, int argc, LintelModel *model, int *first, int *last)
{
  if (argc != 1 || options->model == NULL || options->template_name == NULL
      || options->output == NULL)
    lintelctl_fail (_ ("new takes --model, --template and -o FILE"));
  else if (!lintel_model_from_id (options->model, model))
    lintelctl_fail (_ ("there is no model “%s”, only sl1100 and sl2100"), options->model);
  else if (options->inmail != NULL && !parse_range (options->inmail, first, last))
    lintelctl_fail (_ ("“%s” is not a range of extensions such as 213-216"), options->inmail);
  else if (options->inmail == NULL && *model == LINTEL_MODEL_SL1100)
    lintelctl_fail (_ ("an SL1100 has no InMail extensions of its own from the factory; say which "
                       "the installer chose with --inmail FIRST-LAST"));
  else if (!options->force && g_file_test (options->output, G_FILE_TEST_EXISTS))
    lintelctl_fail (_ ("%s exists already; choose another name, or replace it with --force"),
                    options->output);
  else
    return TRUE;
  return FALSE;
}

/* A file, or the name of one of the office's own. Transfer full; NULL for what Lintel brings. */
static char *
find_house_template (const Options *options)
{
  const char *name = options->template_name;
  g_autofree char *path = NULL;

  if (name == NULL)
    return NULL;
  if (strchr (name, G_DIR_SEPARATOR) != NULL || g_str_has_suffix (name, ".xml"))
    return g_strdup (name);
  path = lintel_house_template_get_path (name);
  return path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

/* A house template has its model and its extensions already. */
static int
start_from_house_template (const Options *options, const char *path, int argc)
{
  g_autoptr (LintelCatalogue) catalogue = NULL;
  g_autoptr (LintelProject) project = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 1 || options->output == NULL)
    return lintelctl_fail (_ ("new takes --template and -o FILE"));
  if (options->model != NULL || options->telephones != 0 || options->inmail != NULL)
    return lintelctl_fail (
        _ ("model and extensions are those of %s; leave out --model, --telephones and --inmail"),
        options->template_name);
  if (!options->force && g_file_test (options->output, G_FILE_TEST_EXISTS))
    return lintelctl_fail (_ ("%s exists already; choose another name, or replace it with --force"),
                           options->output);
  catalogue = lintelctl_load_catalogue ();
  if (catalogue == NULL)
    return LINTELCTL_FAILED;
  project = lintel_house_template_new (catalogue, path, &error);
  if (project == NULL)
    return lintelctl_fail_error (error);
  return lintelctl_save_project (project, options->output) ? LINTELCTL_FINE : LINTELCTL_FAILED;
}

int
lintelctl_new (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (LintelCatalogue) catalogue = NULL;
  g_autoptr (LintelProject) project = NULL;
  g_autofree char *house = NULL;
  g_autoptr (GError) error = NULL;
  LintelModel model;
  int first = 0, last = 0;

  if (!parse (&options, &argc, &argv))
    return LINTELCTL_FAILED;
  house = find_house_template (&options);
  if (house != NULL)
    return start_from_house_template (&options, house, argc);
  if (!check (&options, argc, &model, &first, &last))
    return LINTELCTL_FAILED;
  catalogue = lintelctl_load_catalogue ();
  if (catalogue == NULL)
    return LINTELCTL_FAILED;
  project = lintel_template_new (catalogue, model, options.template_name, options.telephones, first,
                                 last, &error);
  if (project == NULL)
    return lintelctl_fail_error (error);
  return lintelctl_save_project (project, options.output) ? LINTELCTL_FINE : LINTELCTL_FAILED;
}
