/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lintelctl catalogue: everything that Lintel knows of the programs and items, for people and for
 * other programs, with the user's own additions.
 */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include "lintel/defaults.h"
#include "lintel/report.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
print_index (const LintelItem *item, LintelModel model)
{
  for (guint dim = 0; dim < item->n_dimensions; dim++)
    {
      int first, last;

      lintel_item_get_range (item, dim, model, "", &first, &last);
      printf ("%s%s %d-%d", dim > 0 ? " × " : "",
              lintel_index_kind_get_title (item->dimension[dim].kind), first, last);
    }
}

static gboolean
are_equally_sure (GArray *runs)
{
  for (guint i = 1; i < runs->len; i++)
    if (g_array_index (runs, LintelDefaultRun, i).confidence
        != g_array_index (runs, LintelDefaultRun, 0).confidence)
      return FALSE;
  return TRUE;
}

/* How sure they are is said once, unless that differs. */
static void
print_defaults (const LintelItem *item, LintelModel model)
{
  g_autoptr (GArray) runs = lintel_item_list_defaults (item, model);
  gboolean once = are_equally_sure (runs);

  for (guint i = 0; i < runs->len; i++)
    {
      const LintelDefaultRun *run = &g_array_index (runs, LintelDefaultRun, i);
      g_autofree char *text = lintel_default_run_describe (item, model, run, runs->len == 1);

      printf ("%s%s", i > 0 ? ", " : "", text);
      if (!once || i + 1 == runs->len)
        printf (" (%s)", lintel_confidence_get_title (run->confidence));
    }
}

static void
print_item_for_model (const LintelItem *item, LintelModel model)
{
  g_autofree char *values = NULL;
  int first, last;

  if (!lintel_item_get_range (item, 0, model, "", &first, &last))
    return;
  values = lintel_item_describe_values (item, model);
  printf ("  %s: ", lintel_model_get_name (model));
  print_index (item, model);
  printf ("; %s; %s ", values, C_ ("catalogue", "default"));
  print_defaults (item, model);
  putchar ('\n');
}

static void
print_item (const LintelItem *item, guint models)
{
  printf ("\n%s %s\n", lintel_item_get_number (item), lintel_item_get_name (item));
  printf ("  %s\n", lintel_item_get_help (item));
  for (LintelModel model = 0; model < LINTEL_N_MODELS; model++)
    if ((models & (1u << model)) != 0)
      print_item_for_model (item, model);
  printf (C_ ("catalogue", "  Source: %s (%s)\n"), item->source,
          lintel_confidence_get_title (item->confidence));
}

/* MODELS are those asked for, as bits. */
static void
print_text (const LintelCatalogue *catalogue, guint models)
{
  guint n_programs;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);

  for (guint i = 0; i < n_programs; i++)
    {
      const LintelProgram *program = programs[i];

      printf ("%s%s %s\n%s\n", i > 0 ? "\n" : "", program->number,
              lintel_program_get_name (program), lintel_program_get_help (program));
      for (guint k = 0; k < program->n_items; k++)
        print_item (program->items[k], models);
    }
}

static void
add_string (JsonBuilder *json, const char *member, const char *value)
{
  json_builder_set_member_name (json, member);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

static void
add_int (JsonBuilder *json, const char *member, int value)
{
  json_builder_set_member_name (json, member);
  json_builder_add_int_value (json, value);
}

static void
add_index (JsonBuilder *json, const LintelItem *item, LintelModel model)
{
  json_builder_set_member_name (json, "index");
  json_builder_begin_array (json);
  for (guint dim = 0; dim < item->n_dimensions; dim++)
    {
      int first, last;

      lintel_item_get_range (item, dim, model, "", &first, &last);
      json_builder_begin_object (json);
      add_string (json, "kind", lintel_index_kind_to_id (item->dimension[dim].kind));
      add_int (json, "first", first);
      add_int (json, "last", last);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_choices (JsonBuilder *json, const LintelItem *item, LintelModel model)
{
  const char *value, *word;

  json_builder_set_member_name (json, "values");
  json_builder_begin_array (json);
  for (guint k = 0; lintel_item_get_choice (item, model, k, &value, &word); k++)
    {
      json_builder_begin_object (json);
      add_string (json, "value", value);
      add_string (json, "word", word);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_cell (JsonBuilder *json, const char *member, const LintelItem *item, const int *index)
{
  json_builder_set_member_name (json, member);
  json_builder_begin_array (json);
  for (guint dim = 0; dim < item->n_dimensions; dim++)
    json_builder_add_int_value (json, index[dim]);
  json_builder_end_array (json);
}

static void
add_defaults (JsonBuilder *json, const LintelItem *item, LintelModel model)
{
  g_autoptr (GArray) runs = lintel_item_list_defaults (item, model);

  json_builder_set_member_name (json, "defaults");
  json_builder_begin_array (json);
  for (guint i = 0; i < runs->len; i++)
    {
      const LintelDefaultRun *run = &g_array_index (runs, LintelDefaultRun, i);

      json_builder_begin_object (json);
      add_cell (json, "from", item, run->from);
      add_cell (json, "to", item, run->to);
      add_string (json, "value", run->value);
      json_builder_set_member_name (json, "counting");
      json_builder_add_boolean_value (json, run->counting);
      add_string (json, "confidence", lintel_confidence_to_id (run->confidence));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_type (JsonBuilder *json, const LintelItem *item)
{
  static const char *const ids[] = { "number", "choice", "flag", "digits" };

  add_string (json, "type", ids[item->type]);
  if (item->type == LINTEL_TYPE_DIGITS)
    {
      add_int (json, "max_length", item->max_length);
      add_string (json, "alphabet", item->alphabet);
      return;
    }
  add_int (json, "minimum", item->minimum);
  add_int (json, "maximum", item->maximum);
}

static void
add_model (JsonBuilder *json, const LintelItem *item, LintelModel model)
{
  int first, last;

  if (!lintel_item_get_range (item, 0, model, "", &first, &last))
    return;
  json_builder_set_member_name (json, lintel_model_to_id (model));
  json_builder_begin_object (json);
  add_index (json, item, model);
  add_choices (json, item, model);
  add_defaults (json, item, model);
  json_builder_end_object (json);
}

static void
add_item (JsonBuilder *json, const LintelItem *item, guint models)
{
  json_builder_begin_object (json);
  add_string (json, "item", lintel_item_get_number (item));
  add_string (json, "name", lintel_item_get_name (item));
  add_string (json, "short_name", lintel_item_get_short_name (item));
  add_string (json, "group", lintel_item_get_group (item));
  add_string (json, "help", lintel_item_get_help (item));
  add_type (json, item);
  add_string (json, "confidence", lintel_confidence_to_id (item->confidence));
  add_string (json, "source", item->source);
  json_builder_set_member_name (json, "models");
  json_builder_begin_object (json);
  for (LintelModel model = 0; model < LINTEL_N_MODELS; model++)
    if ((models & (1u << model)) != 0)
      add_model (json, item, model);
  json_builder_end_object (json);
  json_builder_end_object (json);
}

static void
add_program (JsonBuilder *json, const LintelProgram *program, guint models)
{
  json_builder_begin_object (json);
  add_string (json, "program", program->number);
  add_string (json, "name", lintel_program_get_name (program));
  add_string (json, "help", lintel_program_get_help (program));
  json_builder_set_member_name (json, "items");
  json_builder_begin_array (json);
  for (guint k = 0; k < program->n_items; k++)
    add_item (json, program->items[k], models);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
print_json (const LintelCatalogue *catalogue, guint models)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *text = NULL;
  guint n_programs;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "programs");
  json_builder_begin_array (json);
  for (guint i = 0; i < n_programs; i++)
    add_program (json, programs[i], models);
  json_builder_end_array (json);
  json_builder_end_object (json);
  text = lintel_report_print (json);
  fputs (text, stdout);
}

int
lintelctl_catalogue (int argc, char **argv)
{
  g_autofree char *id = NULL;
  gboolean json = FALSE;
  guint models = (1u << LINTEL_N_MODELS) - 1;
  LintelModel model;
  const GOptionEntry entries[] = {
    { "model", 0, 0, G_OPTION_ARG_STRING, &id, N_ ("Only what this model has: sl1100 or sl2100"),
      N_ ("MODEL") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON instead of text"), NULL },
    { NULL },
  };
  g_autoptr (LintelCatalogue) catalogue = NULL;

  if (!lintelctl_parse (NULL,
                        _ ("Prints the programs and items that Lintel knows: meaning, range, "
                           "factory default, and how sure each is."),
                        entries, &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc > 1)
    return lintelctl_fail (_ ("catalogue takes no arguments, only options"));
  if (id != NULL && !lintel_model_from_id (id, &model))
    return lintelctl_fail (_ ("there is no model “%s”; known are sl1100 and sl2100"), id);
  if (id != NULL)
    models = 1u << model;
  catalogue = lintelctl_load_catalogue ();
  if (catalogue == NULL)
    return LINTELCTL_FAILED;
  if (json)
    print_json (catalogue, models);
  else
    print_text (catalogue, models);
  return LINTELCTL_FINE;
}
