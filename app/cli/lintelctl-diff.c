/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lintelctl diff: what is different in a project, and who can call what since.
 *
 * The text has one line a change, in the order of the places, and says nothing when there is none:
 * git difftool --extcmd='lintelctl diff' shows what a commit means. A template has nothing of a
 * customer's own, so that only the toll restriction is compared with it.
 */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include "lintel/house-template.h"
#include "lintel/lock.h"
#include "lintel/report.h"
#include "lintel/xml.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
print_text (GPtrArray *changes, GPtrArray *behaviour)
{
  for (guint n = 0; n < changes->len; n++)
    {
      g_autofree char *line = lintel_change_to_text (g_ptr_array_index (changes, n));

      lintelctl_print (stdout, "%s\n", line);
    }
  for (guint n = 0; behaviour != NULL && n < behaviour->len; n++)
    {
      g_autofree char *lines = lintel_reach_change_to_text (g_ptr_array_index (behaviour, n));

      lintelctl_print (stdout, "%s\n", lines);
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

/* The project as it would be with the template's toll restriction: what it has of its own beside
 * that is no difference. */
static LintelProject *
make_standard (LintelProject *project, const char *template_name, GError **error)
{
  g_autoptr (LintelProject) house = lintel_house_template_load (project, template_name, error);
  g_autoptr (LintelProject) standard = house != NULL ? lintel_project_copy (project) : NULL;
  g_autoptr (GPtrArray) edits =
      house != NULL ? lintel_house_template_compare (project, house, error) : NULL;

  if (edits == NULL || !lintel_project_apply (standard, "", NULL, edits, error))
    return NULL;
  return g_steal_pointer (&standard);
}

static LintelProject *
load_old (LintelProject *new, const char *file, gboolean is_template)
{
  g_autoptr (GError) error = NULL;
  LintelProject *old;

  if (!is_template)
    return lintelctl_load_project (lintel_project_get_catalogue (new), file);
  old = make_standard (new, file, &error);
  if (old == NULL)
    lintelctl_fail_error (error);
  return old;
}

/* Beside the list, which is for programs too. */
static void
tell_of_lock (LintelProject *old, LintelProject *new)
{
  if (lintel_project_get_lock_state (old) == LINTEL_LOCK_LOCKED
      || lintel_project_get_lock_state (new) == LINTEL_LOCK_LOCKED)
    fputs (_ ("The codes are locked, so they have not been compared.\n"), stderr);
}

/* FILES[0] may be the name of a template. */
static int
compare (const char *const files[2], gboolean is_template, gboolean json, gboolean with_behaviour)
{
  g_autoptr (LintelCatalogue) catalogue = lintelctl_load_catalogue ();
  g_autoptr (LintelProject) new =
      catalogue != NULL ? lintelctl_load_project (catalogue, files[1]) : NULL;
  g_autoptr (LintelProject) old = new != NULL ? load_old (new, files[0], is_template) : NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) behaviour = NULL;
  g_autoptr (GError) error = NULL;

  if (old == NULL)
    return LINTELCTL_FAILED;
  changes = lintel_compare_places (old, new, &error);
  if (changes == NULL)
    return lintelctl_fail_error (error);
  tell_of_lock (old, new);
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
  g_autofree char *template_name = NULL;
  gboolean with_behaviour = FALSE;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text (default) or json"), N_ ("FORMAT") },
    { "behaviour", 0, 0, G_OPTION_ARG_NONE, &with_behaviour,
      N_ ("Also who can call what newly (+) or no longer (-), with a number each"), NULL },
    { "template", 0, 0, G_OPTION_ARG_STRING, &template_name,
      N_ ("Compare one project with a template's toll restriction: programs 21-05 and 21-06, and "
          "21-04 of the InMail ports"),
      "factory|hardened|FILE" },
    { NULL },
  };

  if (!lintelctl_parse (_ ("OLD NEW | --template TEMPLATE FILE"),
                        _ ("Compares two projects of one model and prints a line for each place "
                           "that is different.\nThe exit status is 0 when they are the same, 1 "
                           "when they differ and 2 when they cannot be compared.\n"
                           "With Git: git difftool --extcmd='lintelctl diff' shows what a commit "
                           "means, and\n“lintelctl get FILE” is the text form for a textconv "
                           "driver."),
                        entries, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc != (template_name != NULL ? 2 : 3))
    return lintelctl_fail (_ ("diff takes two projects, the earlier one first, or one and "
                              "--template"));
  if (format != NULL && !g_str_equal (format, "text") && !g_str_equal (format, "json"))
    return lintelctl_fail (_ ("there is no format “%s”; known are text and json"), format);
  return compare (
      (const char *const[]){ template_name != NULL ? template_name : argv[1], argv[argc - 1] },
      template_name != NULL, g_strcmp0 (format, "json") == 0, with_behaviour);
}
