/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Programs and items as others see them: their texts in the user's language, their ranges and
 * their factory defaults.
 */

#include "config.h"

#include "app/core/catalogue/lintel-catalogue-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* CONTEXT as data/its gives it to the translators; NULL for sentences, which have none. */
static const char *
translate (const char *context, const char *text)
{
  if (text == NULL || *text == '\0')
    return text;
  return context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, text)
                         : g_dgettext (GETTEXT_PACKAGE, text);
}

const char *
lintel_program_get_name (const LintelProgram *program)
{
  return translate ("program", program->data->name);
}

const char *
lintel_program_get_help (const LintelProgram *program)
{
  return translate (NULL, program->data->help);
}

const LintelItem *
lintel_program_find_item (const LintelProgram *program, const char *id)
{
  for (guint i = 0; i < program->data->items->len; i++)
    {
      const LintelItem *item = g_ptr_array_index (program->data->items, i);

      if (g_str_equal (item->id, id))
        return item;
    }
  return NULL;
}

const char *
lintel_item_get_name (const LintelItem *item)
{
  return translate ("item", item->data->name);
}

const char *
lintel_item_get_short_name (const LintelItem *item)
{
  return translate ("column", item->data->short_name);
}

const char *
lintel_item_get_group (const LintelItem *item)
{
  return translate ("group of columns", item->data->group);
}

const char *
lintel_item_get_help (const LintelItem *item)
{
  return translate (NULL, item->data->help);
}

const char *
lintel_item_get_number (const LintelItem *item)
{
  return item->data->number;
}

/* A thousand minor versions to a major one. */
int
lintel_catalogue_parse_version (const char *version)
{
  int major, minor = 0;

  if (version != NULL && (*version == 'v' || *version == 'V'))
    version++;
  if (version == NULL || sscanf (version, "%4d.%3d", &major, &minor) < 1)
    return G_MAXINT;
  return major * 1000 + minor;
}

gboolean
lintel_item_get_range (const LintelItem *item, guint dim, LintelModel model, const char *version,
                       int *first, int *last)
{
  const GArray *ranges;
  gboolean found = FALSE;

  g_return_val_if_fail (dim < item->n_dimensions, FALSE);

  if ((item->data->models & (1u << model)) == 0)
    return FALSE;
  ranges = item->data->ranges[dim];
  for (guint i = 0; i < ranges->len; i++)
    {
      const LintelIndexRange *range = &g_array_index (ranges, LintelIndexRange, i);

      if ((range->models & (1u << model)) == 0)
        continue;
      if (range->before != 0 && lintel_catalogue_parse_version (version) >= range->before)
        continue;
      *first = range->first;
      *last = range->last;
      found = TRUE;
    }
  return found;
}

gboolean
lintel_item_has_index (const LintelItem *item, LintelModel model, const char *version, int i, int j)
{
  const int index[] = { i, j };

  for (guint dim = 0; dim < MIN (item->n_dimensions, G_N_ELEMENTS (index)); dim++)
    {
      int first, last;

      if (!lintel_item_get_range (item, dim, model, version, &first, &last) || index[dim] < first
          || index[dim] > last)
        return FALSE;
    }
  return item->n_dimensions == 2 || j == 1;
}

static const LintelDefault *
find_default (const LintelItem *item, LintelModel model, int i, int j)
{
  for (guint k = item->data->defaults->len; k-- > 0;)
    {
      const LintelDefault *value = &g_array_index (item->data->defaults, LintelDefault, k);

      if ((value->models & (1u << model)) != 0 && i >= value->from[0] && i <= value->to[0]
          && j >= value->from[1] && j <= value->to[1])
        return value;
    }
  return NULL;
}

const char *
lintel_item_get_default (const LintelItem *item, LintelModel model, int i, int j)
{
  const LintelDefault *value = find_default (item, model, i, j);

  if (value == NULL)
    return NULL;
  return value->counted != NULL ? value->counted[i - value->from[0]] : value->value;
}

LintelConfidence
lintel_item_get_default_confidence (const LintelItem *item, LintelModel model, int i, int j)
{
  const LintelDefault *value = find_default (item, model, i, j);

  return value != NULL ? value->confidence : LINTEL_CONFIDENCE_INFERRED;
}

const LintelChoice *
lintel_item_find_choice (const LintelItem *item, const char *stored)
{
  for (guint i = 0; i < item->data->choices->len; i++)
    {
      const LintelChoice *choice = &g_array_index (item->data->choices, LintelChoice, i);

      if (g_str_equal (choice->stored, stored))
        return choice;
    }
  return NULL;
}

const char *
lintel_choice_get_word (const LintelChoice *choice, LintelModel model)
{
  return translate ("value", choice->word[model]);
}

gboolean
lintel_item_get_choice (const LintelItem *item, LintelModel model, guint k, const char **value,
                        const char **word)
{
  const LintelChoice *choice;

  if (k >= item->data->choices->len)
    return FALSE;
  choice = &g_array_index (item->data->choices, LintelChoice, k);
  if (value != NULL)
    *value = choice->stored;
  if (word != NULL)
    *word = lintel_choice_get_word (choice, model);
  return TRUE;
}
