/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lintelctl catalogue: everything that Lintel knows of the programs and items, for people and for
 * other programs, with the user's own additions.
 */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include "lintel/report.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* Neighbouring cells with the same default; COUNTING if each cell's is one more than the last. */
typedef struct
{
  int from[2], to[2];
  const char *value, *last_value;
  LintelConfidence confidence;
  gboolean counting;
} Run;

static gboolean
is_next_number (const char *value, const char *next)
{
  return *value != '\0' && *next != '\0'
         && g_ascii_strtoll (value, NULL, 10) + 1 == g_ascii_strtoll (next, NULL, 10);
}

/* Whether a run goes on with NEXT, and takes it in. Only digits count upwards: three tables in
 * three classes are easier to read apart. */
static gboolean
extend_run (const LintelItem *item, Run *run, const Run *next)
{
  gboolean single = run->from[0] == run->to[0] && run->from[1] == run->to[1];

  if (run->confidence != next->confidence)
    return FALSE;
  if (run->counting || !g_str_equal (run->last_value, next->value))
    {
      if (item->type != LINTEL_TYPE_DIGITS || !(single || run->counting)
          || !is_next_number (run->last_value, next->value))
        return FALSE;
      run->counting = TRUE;
      run->last_value = next->value;
    }
  run->to[0] = next->to[0];
  run->to[1] = next->to[1];
  return TRUE;
}

/* The factory defaults as runs of cells, row by row. */
static GArray *
collect_defaults (const LintelItem *item, LintelModel model)
{
  GArray *runs = g_array_new (FALSE, TRUE, sizeof (Run));
  int last[2] = { 1, 1 };
  int first;

  for (guint dim = 0; dim < item->n_dimensions; dim++)
    lintel_item_get_range (item, dim, model, "", &first, &last[dim]);
  for (int i = 1; i <= last[0]; i++)
    for (int j = 1; j <= last[1]; j++)
      {
        const char *value = lintel_item_get_default (item, model, i, j);
        Run next = {
          .from = { i, j },
          .to = { i, j },
          .value = value,
          .last_value = value,
          .confidence = lintel_item_get_default_confidence (item, model, i, j),
        };

        if (runs->len == 0 || !extend_run (item, &g_array_index (runs, Run, runs->len - 1), &next))
          g_array_append_val (runs, next);
      }
  return runs;
}

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

static void
print_cell (const LintelItem *item, const int *index)
{
  if (item->n_dimensions == 2)
    printf ("%d,%d", index[0], index[1]);
  else
    printf ("%d", index[0]);
}

static void
print_run (const LintelItem *item, LintelModel model, const Run *run, gboolean alone)
{
  g_autofree char *value = lintel_item_format (item, model, run->value);

  if (!alone)
    {
      putchar ('[');
      print_cell (item, run->from);
      if (run->from[0] != run->to[0] || run->from[1] != run->to[1])
        {
          putchar ('-');
          print_cell (item, run->to);
        }
      fputs ("] ", stdout);
    }
  fputs (*value != '\0' ? value : _ ("blank"), stdout);
  if (run->counting)
    printf ("-%s", run->last_value);
  printf (" (%s)", lintel_confidence_to_id (run->confidence));
}

static void
print_values (const LintelItem *item, LintelModel model)
{
  const char *value, *word;

  if (item->type == LINTEL_TYPE_DIGITS)
    {
      printf (ngettext ("up to %d of %s", "up to %d of %s", (gulong) item->max_length),
              item->max_length, item->alphabet);
      return;
    }
  if (item->type == LINTEL_TYPE_NUMBER)
    printf ("%d-%d", item->minimum, item->maximum);
  for (guint k = 0; lintel_item_get_choice (item, model, k, &value, &word); k++)
    printf ("%s%s – %s", k > 0 || item->type == LINTEL_TYPE_NUMBER ? ", " : "", value, word);
}

static void
print_item_for_model (const LintelItem *item, LintelModel model)
{
  g_autoptr (GArray) runs = NULL;
  int first, last;

  if (!lintel_item_get_range (item, 0, model, "", &first, &last))
    return;
  runs = collect_defaults (item, model);
  printf ("  %s: ", lintel_model_get_name (model));
  print_index (item, model);
  fputs ("; ", stdout);
  print_values (item, model);
  printf ("; %s ", _ ("default"));
  for (guint i = 0; i < runs->len; i++)
    {
      fputs (i > 0 ? ", " : "", stdout);
      print_run (item, model, &g_array_index (runs, Run, i), runs->len == 1);
    }
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
  printf (_ ("  Source: %s (%s)\n"), item->source, lintel_confidence_get_title (item->confidence));
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
  g_autoptr (GArray) runs = collect_defaults (item, model);

  json_builder_set_member_name (json, "defaults");
  json_builder_begin_array (json);
  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);

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
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
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
