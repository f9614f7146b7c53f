/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values and factory defaults of an item, for people to read. */

#include "config.h"

#include "lintel/defaults.h"

#include <glib/gi18n-lib.h>

static gboolean
is_next_number (const char *value, const char *next)
{
  return *value != '\0' && *next != '\0'
         && g_ascii_strtoll (value, NULL, 10) + 1 == g_ascii_strtoll (next, NULL, 10);
}

/* Whether a run goes on with NEXT, and takes it in. Only digits count upwards: three tables in
 * three classes are easier to read apart. */
static gboolean
extend_run (const LintelItem *item, LintelDefaultRun *run, const LintelDefaultRun *next)
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

GArray *
lintel_item_list_defaults (const LintelItem *item, LintelModel model)
{
  GArray *runs = g_array_new (FALSE, TRUE, sizeof (LintelDefaultRun));
  int last[2] = { 1, 1 };
  int first;

  for (guint dim = 0; dim < item->n_dimensions; dim++)
    lintel_item_get_range (item, dim, model, "", &first, &last[dim]);
  for (int i = 1; i <= last[0]; i++)
    for (int j = 1; j <= last[1]; j++)
      {
        const char *value = lintel_item_get_default (item, model, i, j);
        LintelDefaultRun next = {
          .from = { i, j },
          .to = { i, j },
          .value = value,
          .last_value = value,
          .confidence = lintel_item_get_default_confidence (item, model, i, j),
        };

        if (runs->len == 0
            || !extend_run (item, &g_array_index (runs, LintelDefaultRun, runs->len - 1), &next))
          g_array_append_val (runs, next);
      }
  return runs;
}

static void
append_cell (GString *text, const LintelItem *item, const int *index)
{
  g_string_append_printf (text, "%d", index[0]);
  if (item->n_dimensions == 2)
    g_string_append_printf (text, ",%d", index[1]);
}

static void
append_cells (GString *text, const LintelItem *item, const LintelDefaultRun *run)
{
  g_string_append_c (text, '[');
  append_cell (text, item, run->from);
  if (run->from[0] != run->to[0] || run->from[1] != run->to[1])
    {
      g_string_append_c (text, '-');
      append_cell (text, item, run->to);
    }
  g_string_append (text, "] ");
}

char *
lintel_default_run_describe (const LintelItem *item, LintelModel model, const LintelDefaultRun *run,
                             gboolean alone)
{
  g_autofree char *value = lintel_item_format (item, model, run->value);
  GString *text = g_string_new (NULL);

  if (!alone)
    append_cells (text, item, run);
  g_string_append (text, *value != '\0' ? value : C_ ("value", "blank"));
  if (run->counting)
    g_string_append_printf (text, "-%s", run->last_value);
  return g_string_free (text, FALSE);
}

char *
lintel_item_describe_values (const LintelItem *item, LintelModel model)
{
  GString *text;
  const char *value, *word;

  if (item->type == LINTEL_TYPE_DIGITS)
    return g_strdup_printf (
        ngettext ("up to %d of %s", "up to %d of %s", (gulong) item->max_length), item->max_length,
        item->alphabet);
  text = g_string_new (NULL);
  if (item->type == LINTEL_TYPE_NUMBER)
    g_string_append_printf (text, "%d-%d", item->minimum, item->maximum);
  for (guint k = 0; lintel_item_get_choice (item, model, k, &value, &word); k++)
    g_string_append_printf (text, "%s%s – %s", text->len > 0 ? ", " : "", value, word);
  return g_string_free (text, FALSE);
}
