/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a cell is edited, and the checks that follow from that alone. */

#include "config.h"

#include "app/ui/grid/lintel-grid-model.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

static void
choice_free (LintelGridChoice *choice)
{
  g_free (choice->value);
  g_free (choice->label);
  g_free (choice);
}

LintelGridEditorSpec *
lintel_grid_editor_spec_new (LintelGridEditorKind kind)
{
  LintelGridEditorSpec *spec = g_new0 (LintelGridEditorSpec, 1);

  spec->kind = kind;
  spec->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  return spec;
}

void
lintel_grid_editor_spec_free (LintelGridEditorSpec *spec)
{
  g_ptr_array_unref (spec->choices);
  g_free (spec->alphabet);
  g_free (spec);
}

void
lintel_grid_editor_spec_add_choice (LintelGridEditorSpec *spec, const char *value,
                                    const char *label)
{
  LintelGridChoice *choice = g_new (LintelGridChoice, 1);

  choice->value = g_strdup (value);
  choice->label = g_strdup (label);
  g_ptr_array_add (spec->choices, choice);
}

/* "0-9 * # @" of "0123456789*#@": runs are shortened, single characters spaced. */
static char *
describe_alphabet (const char *alphabet)
{
  GString *text = g_string_new (NULL);

  for (const char *p = alphabet; *p != '\0'; p++)
    {
      const char *end = p;

      while (end[1] == end[0] + 1)
        end++;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, *p);
      if (end - p > 1)
        {
          g_string_append_printf (text, "-%c", *end);
          p = end;
        }
    }
  return g_string_free (text, FALSE);
}

static char *
describe_digits (const LintelGridEditorSpec *spec)
{
  g_autofree char *alphabet = describe_alphabet (spec->alphabet);

  if (spec->max_length == 0)
    return g_steal_pointer (&alphabet);
  return g_strdup_printf (_ ("At most %u of %s"), spec->max_length, alphabet);
}

char *
lintel_grid_editor_spec_describe (const LintelGridEditorSpec *spec)
{
  switch (spec->kind)
    {
    case LINTEL_GRID_EDITOR_NUMBER:
      return g_strdup_printf (C_ ("range", "%" PRId64 " to %" PRId64), spec->minimum,
                              spec->maximum);
    case LINTEL_GRID_EDITOR_DIGITS:
      return describe_digits (spec);
    case LINTEL_GRID_EDITOR_TEXT:
    case LINTEL_GRID_EDITOR_CHOICE:
    case LINTEL_GRID_EDITOR_FLAG:
      break;
    }
  return NULL;
}

static gboolean
check_length (const LintelGridEditorSpec *spec, const char *typed, GError **error)
{
  glong length = g_utf8_strlen (typed, -1);

  if (spec->max_length == 0 || length <= (glong) spec->max_length)
    return TRUE;
  g_set_error (error, LINTEL_GRID_ERROR, LINTEL_GRID_ERROR_REFUSED,
               ngettext ("Only %u character fits here, this has %ld. Shorten it.",
                         "Only %u characters fit here, this has %ld. Shorten it.",
                         spec->max_length),
               spec->max_length, length);
  return FALSE;
}

static gboolean
check_digits (const LintelGridEditorSpec *spec, const char *typed, GError **error)
{
  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    if (strchr (spec->alphabet, *p) == NULL)
      {
        g_autofree char *alphabet = describe_alphabet (spec->alphabet);
        g_autofree char *character = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));

        g_set_error (error, LINTEL_GRID_ERROR, LINTEL_GRID_ERROR_REFUSED,
                     _ ("“%s” cannot stand here. Use only %s."), character, alphabet);
        return FALSE;
      }
  return check_length (spec, typed, error);
}

static gboolean
check_number (const LintelGridEditorSpec *spec, const char *typed, char **canonical, GError **error)
{
  gint64 number;

  if (!g_ascii_string_to_signed (typed, 10, spec->minimum, spec->maximum, &number, NULL))
    {
      g_set_error (error, LINTEL_GRID_ERROR, LINTEL_GRID_ERROR_REFUSED,
                   _ ("Enter a number from %" PRId64 " to %" PRId64 "."), spec->minimum,
                   spec->maximum);
      return FALSE;
    }
  *canonical = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return TRUE;
}

/* Whether a word of LABEL begins with WANTED, both folded: "1 – Personal", "pers". */
static gboolean
has_word_like (const char *label, const char *wanted)
{
  const char *p = label;

  while (p != NULL)
    {
      if (g_str_has_prefix (p, wanted))
        return TRUE;
      p = strchr (p, ' ');
      if (p != NULL)
        p++;
    }
  return FALSE;
}

/* The choice meant by TYPED: its value, its words, or the start of a word that no other has. */
static const LintelGridChoice *
find_choice (const LintelGridEditorSpec *spec, const char *typed)
{
  g_autofree char *wanted = g_utf8_casefold (typed, -1);
  const LintelGridChoice *begins = NULL;
  guint n_begins = 0;

  for (guint i = 0; i < spec->choices->len; i++)
    {
      const LintelGridChoice *choice = g_ptr_array_index (spec->choices, i);
      g_autofree char *label = g_utf8_casefold (choice->label, -1);

      if (g_str_equal (choice->value, typed) || g_str_equal (label, wanted))
        return choice;
      if (*wanted != '\0' && has_word_like (label, wanted))
        {
          begins = choice;
          n_begins++;
        }
    }
  return n_begins == 1 ? begins : NULL;
}

static gboolean
refuse_blank (GError **error)
{
  g_set_error_literal (error, LINTEL_GRID_ERROR, LINTEL_GRID_ERROR_REFUSED,
                       _ ("This cell cannot be empty. Enter a value, or leave with Escape."));
  return FALSE;
}

static gboolean
check_choice (const LintelGridEditorSpec *spec, const char *typed, char **canonical, GError **error)
{
  const LintelGridChoice *choice = find_choice (spec, typed);

  if (choice == NULL)
    {
      g_set_error (error, LINTEL_GRID_ERROR, LINTEL_GRID_ERROR_REFUSED,
                   _ ("“%s” is not one value of the list. Choose one with the arrow keys."), typed);
      return FALSE;
    }
  *canonical = g_strdup (choice->value);
  return TRUE;
}

static gboolean
check_by_kind (const LintelGridEditorSpec *spec, const char *typed, char **canonical,
               GError **error)
{
  switch (spec->kind)
    {
    case LINTEL_GRID_EDITOR_NUMBER:
      return check_number (spec, typed, canonical, error);
    case LINTEL_GRID_EDITOR_CHOICE:
    case LINTEL_GRID_EDITOR_FLAG:
      return check_choice (spec, typed, canonical, error);
    case LINTEL_GRID_EDITOR_DIGITS:
      if (!check_digits (spec, typed, error))
        return FALSE;
      break;
    case LINTEL_GRID_EDITOR_TEXT:
      if (!check_length (spec, typed, error))
        return FALSE;
      break;
    }
  *canonical = g_strdup (typed);
  return TRUE;
}

gboolean
lintel_grid_editor_spec_check (const LintelGridEditorSpec *spec, const char *typed,
                               char **canonical, GError **error)
{
  g_autofree char *stored = NULL;

  if (*typed == '\0' && !spec->blank_allowed)
    return refuse_blank (error);
  if (*typed == '\0')
    stored = g_strdup ("");
  else if (!check_by_kind (spec, typed, &stored, error))
    return FALSE;
  if (canonical != NULL)
    *canonical = g_steal_pointer (&stored);
  return TRUE;
}
