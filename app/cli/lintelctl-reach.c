/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl reach: what each class in use lets out, with a number that shows it. */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include "lintel/dial-system.h"
#include "lintel/report.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
add_extensions (JsonBuilder *json, LintelDialSystem *system, int class_number)
{
  g_autoptr (GArray) users = lintel_dial_system_list_users (system, class_number);

  json_builder_set_member_name (json, "extensions");
  json_builder_begin_array (json);
  for (guint i = 0; i < users->len; i++)
    json_builder_add_string_value (json,
                                   g_array_index (users, LintelDialUser, i).extension->number);
  json_builder_end_array (json);
}

static void
add_destinations (JsonBuilder *json, LintelDialSystem *system, int class_number)
{
  guint n = lintel_dial_system_get_plan (system)->n_destinations;

  json_builder_set_member_name (json, "destinations");
  json_builder_begin_array (json);
  for (guint nth = 0; nth < n; nth++)
    {
      const LintelDialReach *reach = lintel_dial_system_get_reach (system, class_number, nth);

      json_builder_begin_object (json);
      json_builder_set_member_name (json, "id");
      json_builder_add_string_value (json, reach->destination->id);
      json_builder_set_member_name (json, "verdict");
      json_builder_add_string_value (json, lintel_dial_verdict_to_id (reach->verdict));
      json_builder_set_member_name (json, "witness");
      if (reach->witness != NULL)
        json_builder_add_string_value (json, reach->witness);
      else
        json_builder_add_null_value (json);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_document (JsonBuilder *json, LintelDialSystem *system, guint classes)
{
  const char *const *assumptions = lintel_dial_system_get_assumptions (system);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "numbering");
  json_builder_add_string_value (json, lintel_dial_system_get_plan (system)->id);
  json_builder_set_member_name (json, "classes");
  json_builder_begin_array (json);
  for (int n = 1; n <= LINTEL_DIAL_N_CLASSES; n++)
    {
      if ((classes >> n & 1) == 0)
        continue;
      json_builder_begin_object (json);
      json_builder_set_member_name (json, "class");
      json_builder_add_int_value (json, n);
      add_extensions (json, system, n);
      add_destinations (json, system, n);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "assumptions");
  json_builder_begin_array (json);
  for (guint i = 0; assumptions[i] != NULL; i++)
    json_builder_add_string_value (json, assumptions[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
print_json (LintelDialSystem *system, guint classes)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *text = NULL;

  add_document (json, system, classes);
  text = lintel_report_print (json);
  fputs (text, stdout);
}

static void
print_users (LintelDialSystem *system, int class_number)
{
  g_autoptr (GArray) users = lintel_dial_system_list_users (system, class_number);

  printf (C_ ("heading", "Class %d:"), class_number);
  for (guint i = 0; i < users->len; i++)
    {
      const LintelExtension *extension = g_array_index (users, LintelDialUser, i).extension;

      printf (" %s", extension->number);
      if (extension->kind != LINTEL_EXTENSION_TELEPHONE)
        printf (" (%s)", lintel_extension_kind_get_title (extension->kind));
    }
  putchar ('\n');
}

static void
print_text (LintelDialSystem *system, guint classes)
{
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (system);
  const char *const *assumptions = lintel_dial_system_get_assumptions (system);

  for (int n = 1; n <= LINTEL_DIAL_N_CLASSES; n++)
    {
      if ((classes >> n & 1) == 0)
        continue;
      print_users (system, n);
      for (guint nth = 0; nth < plan->n_destinations; nth++)
        {
          const LintelDialReach *reach = lintel_dial_system_get_reach (system, n, nth);

          printf ("  %-24s%-12s%s\n", reach->destination->id,
                  lintel_dial_verdict_to_id (reach->verdict),
                  reach->witness != NULL ? reach->witness : "-");
        }
      putchar ('\n');
    }
  puts (_ ("This holds if:"));
  for (guint i = 0; assumptions[i] != NULL; i++)
    printf ("  %s\n", assumptions[i]);
}

int
lintelctl_reach (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("As one JSON document"), NULL },
    { NULL },
  };
  g_autoptr (LintelCatalogue) catalogue = NULL;
  g_autoptr (LintelProject) project = NULL;
  LintelDialSystem *system;
  guint classes;

  if (!lintelctl_parse (
          _ ("FILE"),
          _ ("For each class that somebody is in and each destination: allowed if a number of it "
             "gets out,\ndepends if that is not certain, restricted if none does; with a number "
             "that shows it.\nEmergency counts as restricted if any of its numbers does not get "
             "out."),
          entries, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc != 2)
    return lintelctl_fail (_ ("give one project"));
  catalogue = lintelctl_load_catalogue ();
  project = catalogue != NULL ? lintelctl_load_project (catalogue, argv[1]) : NULL;
  if (project == NULL)
    return LINTELCTL_FAILED;
  system = lintel_dial_system_of (project);
  classes = lintel_dial_system_get_classes_in_use (system, FALSE);
  if (json)
    print_json (system, classes);
  else
    print_text (system, classes);
  return LINTELCTL_FINE;
}
