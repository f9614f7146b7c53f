/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What people outside know of an office, and try as a code when they know the extension's number
 * already: the main number, the street number, the postcode. The project holds them as one line
 * (customer.words), an entry after the other.
 */

#include "config.h"

#include "lintel/code.h"

#include <string.h>

/* From so many letters on a word is worth spelling on the keys; "St" or "the" would only refuse
 * codes at random. */
#define MIN_LETTERS 4
/* A word with a digit in it is a part of a postcode: K1A. */
#define MIN_MIXED 3

static void
free_word (gpointer data)
{
  LintelCodeWord *word = data;

  g_free (word->text);
  g_ptr_array_unref (word->numbers);
  g_free (word);
}

static char
get_key (char letter)
{
  static const char keys[] = "22233344455566677778889999";

  return g_ascii_isdigit (letter) ? letter : keys[g_ascii_toupper (letter) - 'A'];
}

static void
add_digits (LintelCodeWord *word, const char *text)
{
  GString *digits = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (g_ascii_isalnum (*text))
      g_string_append_c (digits, get_key (*text));
  if (digits->len > 0)
    g_ptr_array_add (word->numbers, g_string_free (digits, FALSE));
  else
    g_string_free (digits, TRUE);
}

static gboolean
is_worth_spelling (const char *part)
{
  guint n_letters = 0, n_digits = 0;

  for (; *part != '\0'; part++)
    {
      n_letters += g_ascii_isalpha (*part) ? 1 : 0;
      n_digits += g_ascii_isdigit (*part) ? 1 : 0;
    }
  if (n_letters == 0)
    return n_digits > 0;
  return n_digits > 0 ? n_letters + n_digits >= MIN_MIXED : n_letters >= MIN_LETTERS;
}

static gboolean
has_letter (const char *text)
{
  while (*text != '\0' && !g_ascii_isalpha (*text))
    text++;
  return *text != '\0';
}

/* The digits of "(312) 555-0100" are one number; in "1200 Main St" each word is by itself. */
static LintelCodeWord *
read_word (const char *text)
{
  LintelCodeWord *word = g_new0 (LintelCodeWord, 1);
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  word->text = g_strdup (text);
  word->numbers = g_ptr_array_new_with_free_func (g_free);
  if (!has_letter (text))
    add_digits (word, text);
  else
    for (char **part = parts; *part != NULL; part++)
      if (is_worth_spelling (*part))
        add_digits (word, *part);
  return word;
}

GPtrArray *
lintel_code_words_parse (const char *words)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_word);
  g_auto (GStrv) entries = g_strsplit_set (words != NULL ? words : "", ",;\n", -1);

  for (char **entry = entries; *entry != NULL; entry++)
    {
      LintelCodeWord *word = read_word (g_strstrip (*entry));

      if (word->numbers->len > 0)
        g_ptr_array_add (list, word);
      else
        free_word (word);
    }
  return list;
}

gboolean
lintel_code_word_has_code (const LintelCodeWord *word, const char *code)
{
  for (guint i = 0; i < word->numbers->len; i++)
    if (lintel_code_compare (code, word->numbers->pdata[i]) != LINTEL_CODE_KIN_NONE)
      return TRUE;
  return FALSE;
}

GPtrArray *
lintel_code_words_of (LintelProject *project)
{
  LintelPlace place = lintel_place_customer (LINTEL_FIELD_WORDS);

  return lintel_code_words_parse (lintel_project_get_text (project, &place));
}

static void
add_words (LintelCodeSet *set, GPtrArray *words)
{
  for (int value = 0; words->len > 0 && value < LINTEL_N_CODES; value++)
    {
      char code[LINTEL_CODE_LENGTH + 1];

      g_snprintf (code, sizeof code, "%04u", (guint) value % LINTEL_N_CODES);
      for (guint i = 0; i < words->len; i++)
        if (lintel_code_word_has_code (words->pdata[i], code))
          lintel_code_set_add (set, code);
    }
}

void
lintel_code_set_add_project (LintelCodeSet *set, LintelProject *project)
{
  g_autoptr (GPtrArray) numbers = lintel_project_list_codes (project);
  g_autoptr (GPtrArray) words = lintel_code_words_of (project);
  const char *code;

  for (guint i = 0; i < numbers->len; i++)
    if (lintel_project_get_code (project, numbers->pdata[i], &code) == LINTEL_CODE_SET)
      lintel_code_set_add (set, code);
  add_words (set, words);
}
