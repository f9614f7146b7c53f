/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Values of items: from what a person types to what is stored, and back. The sentences here are
 * read by people at the moment they mistype, so each says what would be right.
 */

#include "config.h"

#include "app/core/catalogue/lintel-catalogue-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
format_choice (const LintelChoice *choice, LintelModel model)
{
  return g_strdup_printf ("%s – %s", choice->stored, lintel_choice_get_word (choice, model));
}

char *
lintel_item_format (const LintelItem *item, LintelModel model, const char *value)
{
  const LintelChoice *choice = lintel_item_find_choice (item, value);

  return choice != NULL ? format_choice (choice, model) : g_strdup (value);
}

/* "0 – None, 1 – Personal or 2 – Group" would need grammar; a list does not. */
static char *
list_choices (const LintelItem *item, LintelModel model)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < item->data->choices->len; i++)
    {
      g_autofree char *text =
          format_choice (&g_array_index (item->data->choices, LintelChoice, i), model);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", text);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
refuse_choice (const LintelItem *item, LintelModel model, const char *value, GError **error)
{
  g_autofree char *choices = list_choices (item, model);

  if (*value == '\0')
    g_set_error (error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_VALUE,
                 _ ("%s cannot be blank; choose one of: %s"), lintel_item_get_name (item), choices);
  else
    g_set_error (error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_VALUE,
                 _ ("“%s” is not a value of %s; choose one of: %s"), value,
                 lintel_item_get_name (item), choices);
}

static void
refuse_number (const LintelItem *item, const char *value, GError **error)
{
  if (*value == '\0')
    g_set_error (error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_VALUE,
                 _ ("%s cannot be blank; enter a number from %d to %d"),
                 lintel_item_get_name (item), item->minimum, item->maximum);
  else
    g_set_error (error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_VALUE,
                 _ ("“%s” does not fit %s; enter a number from %d to %d"), value,
                 lintel_item_get_name (item), item->minimum, item->maximum);
}

/* A plain number without sign or leading zeros, as it is stored. */
static gboolean
is_stored_number (const char *value, int *number)
{
  gsize length = strlen (value);

  if (length == 0 || length > 9 || strspn (value, "0123456789") != length)
    return FALSE;
  if (value[0] == '0' && length > 1)
    return FALSE;
  *number = (int) g_ascii_strtoll (value, NULL, 10);
  return TRUE;
}

static gboolean
check_number (const LintelItem *item, const char *value, GError **error)
{
  int number;

  if (is_stored_number (value, &number) && number >= item->minimum && number <= item->maximum)
    return TRUE;
  refuse_number (item, value, error);
  return FALSE;
}

static gboolean
check_choice (const LintelItem *item, LintelModel model, const char *value, GError **error)
{
  if (lintel_item_find_choice (item, value) != NULL)
    return TRUE;
  refuse_choice (item, model, value, error);
  return FALSE;
}

/* "0-9 * # @", which reads better than the alphabet written out. */
static char *
describe_alphabet (const LintelItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *rest = item->alphabet;

  if (g_str_has_prefix (rest, "0123456789"))
    {
      g_string_append (text, "0-9");
      rest += 10;
    }
  for (; *rest != '\0'; rest++)
    g_string_append_printf (text, "%s%c", text->len > 0 ? " " : "", *rest);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
check_digits (const LintelItem *item, const char *value, GError **error)
{
  const char *wrong = value + strspn (value, item->alphabet);

  if (*wrong != '\0')
    {
      g_autofree char *alphabet = describe_alphabet (item);
      const char *next = g_utf8_find_next_char (wrong, NULL);
      g_autofree char *character = g_utf8_validate (value, -1, NULL)
                                       ? g_strndup (wrong, (gsize) (next - wrong))
                                       : g_strdup ("?");

      g_set_error (error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_VALUE,
                   _ ("“%s” cannot stand in %s; use only %s"), character,
                   lintel_item_get_name (item), alphabet);
      return FALSE;
    }
  if (strlen (value) <= (gsize) item->max_length)
    return TRUE;
  g_set_error (error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_VALUE,
               ngettext ("“%s” is too long for %s; enter at most %d digit",
                         "“%s” is too long for %s; enter at most %d digits",
                         (gulong) item->max_length),
               value, lintel_item_get_name (item), item->max_length);
  return FALSE;
}

gboolean
lintel_item_check (const LintelItem *item, LintelModel model, const char *value, GError **error)
{
  switch (item->type)
    {
    case LINTEL_TYPE_NUMBER:
      return check_number (item, value, error);
    case LINTEL_TYPE_CHOICE:
    case LINTEL_TYPE_FLAG:
      return check_choice (item, model, value, error);
    case LINTEL_TYPE_DIGITS:
    default:
      return check_digits (item, value, error);
    }
}

static gboolean
equal_words (const char *folded, const char *word)
{
  g_autofree char *other = g_utf8_casefold (word, -1);

  return g_str_equal (folded, other);
}

/* Whether the folded text is how this value is shown, on either model and in either language. */
static gboolean
matches_choice (const LintelChoice *choice, const char *folded)
{
  for (LintelModel model = 0; model < LINTEL_N_MODELS; model++)
    {
      g_autofree char *shown = format_choice (choice, model);

      if (equal_words (folded, choice->word[model]) || equal_words (folded, shown)
          || equal_words (folded, lintel_choice_get_word (choice, model)))
        return TRUE;
    }
  return FALSE;
}

static const char *
find_word (const LintelItem *item, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < item->data->choices->len; i++)
    {
      const LintelChoice *choice = &g_array_index (item->data->choices, LintelChoice, i);

      if (matches_choice (choice, folded))
        return choice->stored;
    }
  return NULL;
}

static const char *
skip_leading_zeros (const char *text)
{
  while (text[0] == '0' && g_ascii_isdigit (text[1]))
    text++;
  return text;
}

gboolean
lintel_item_parse (const LintelItem *item, LintelModel model, const char *typed, char *out,
                   GError **error)
{
  g_autofree char *text = g_utf8_make_valid (typed, -1);
  const char *value = g_strstrip (text);

  if (item->type != LINTEL_TYPE_DIGITS)
    {
      const char *stored = find_word (item, value);

      value = stored != NULL ? stored : skip_leading_zeros (value);
    }
  if (!lintel_item_check (item, model, value, error))
    return FALSE;
  g_strlcpy (out, value, LINTEL_VALUE_MAX + 1);
  return TRUE;
}
