/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lintelctl diff: what is different in a project, and who can call what since.
 *
 * The text has one line a change, in the order of the places, and says nothing when there is none:
 * git difftool --extcmd='lintelctl diff' shows what a commit means.
 */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include "lintel/report.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
print_text (GPtrArray *changes, GPtrArray *behaviour)
{
  for (guint n = 0; n < changes->len; n++)
    {
      g_autofree char *line = lintel_change_to_text (g_ptr_array_index (changes, n));

      puts (line);
    }
  for (guint n = 0; behaviour != NULL && n < behaviour->len; n++)
    {
      g_autofree char *lines = lintel_reach_change_to_text (g_ptr_array_index (behaviour, n));

      puts (lines);
    }
}

static void
print_json (const char *const files[2], LintelModel model, GPtrArray *changes, GPtrArray *behaviour)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *text = NULL;

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "old");
  json_builder_add_string_value (json, files[0]);
  json_builder_set_member_name (json, "new");
  json_builder_add_string_value (json, files[1]);
  json_builder_set_member_name (json, "model");
  json_builder_add_string_value (json, lintel_model_to_id (model));
  json_builder_set_member_name (json, "changes");
  json_builder_begin_array (json);
  for (guint n = 0; n < changes->len; n++)
    lintel_report_add_change (json, g_ptr_array_index (changes, n));
  json_builder_end_array (json);
  if (behaviour != NULL)
    {
      json_builder_set_member_name (json, "behaviour");
      json_builder_begin_array (json);
      for (guint n = 0; n < behaviour->len; n++)
        lintel_report_add_reach_change (json, g_ptr_array_index (behaviour, n));
      json_builder_end_array (json);
    }
  json_builder_end_object (json);
  text = lintel_report_print (json);
  fputs (text, stdout);
}

static int
compare (const char *const files[2], gboolean json, gboolean with_behaviour)
{
  g_autoptr (LintelCatalogue) catalogue = lintelctl_load_catalogue ();
  g_autoptr (LintelProject) old =
      catalogue != NULL ? lintelctl_load_project (catalogue, files[0]) : NULL;
  g_autoptr (LintelProject) new = old != NULL ? lintelctl_load_project (catalogue, files[1]) : NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) behaviour = NULL;
  g_autoptr (GError) error = NULL;

  if (new == NULL)
    return LINTELCTL_FAILED;
  changes = lintel_compare_places (old, new, &error);
  if (changes == NULL)
    return lintelctl_fail_error (error);
  if (with_behaviour)
    behaviour = lintel_compare_reach (old, new);
  if (json)
    print_json (files, lintel_project_get_model (new), changes, behaviour);
  else
    print_text (changes, behaviour);
  return changes->len > 0 || (behaviour != NULL && behaviour->len > 0) ? LINTELCTL_FOUND
                                                                       : LINTELCTL_FINE;
}

int
lintelctl_diff (int argc, char **argv)
{
  g_autofree char *format = NULL;
  gboolean with_behaviour = FALSE;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text (default) or json"), N_ ("FORMAT") },
    { "behaviour", 0, 0, G_OPTION_ARG_NONE, &with_behaviour,
      N_ ("Also who can call what newly (+) or no longer (-), with a number each"), NULL },
    { NULL },
  };

  if (!lintelctl_parse (_ ("OLD NEW"),
                        _ ("Compares two projects of one model and prints a line for each place "
                           "that is different.\nThe exit status is 0 when they are the same, 1 "
                           "when they differ and 2 when they cannot be compared."),
                        entries, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc != 3)
    return lintelctl_fail (_ ("diff takes two projects, the earlier one first"));
  if (format != NULL && !g_str_equal (format, "text") && !g_str_equal (format, "json"))
    return lintelctl_fail (_ ("there is no format “%s”; known are text and json"), format);
  return compare ((const char *const[]){ argv[1], argv[2] }, g_strcmp0 (format, "json") == 0,
                  with_behaviour);
}
