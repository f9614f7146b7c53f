/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The elements of a workbook's parts that hold texts. */

#include "config.h"

#include "app/core/exchange/lintel-xlsx-text-private.h"

#include "lintel/safe-text.h"

#include <math.h>
#include <string.h>

#define MOST_EXACT 999999999999999.0 /* a double has 15 decimal digits */

gboolean
lintel_xlsx_is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name);
}

xmlNode *
lintel_xlsx_find_child (xmlNode *node, const char *name)
{
  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child))
    if (lintel_xlsx_is_element (child, name))
      return child;
  return NULL;
}

static char *
take (xmlChar *text)
{
  char *copy = g_strdup ((const char *) text);

  xmlFree (text);
  return copy;
}

char *
lintel_xlsx_get_attribute (xmlNode *node, const char *name)
{
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (g_str_equal ((const char *) attribute->name, name))
      return take (xmlNodeListGetString (node->doc, attribute->children, 1));
  return NULL;
}

static gboolean
read_escape (const char *text, gunichar *c)
{
  guint value = 0;

  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (guint n = 2; n < 6; n++)
    {
      if (!g_ascii_isxdigit (text[n]))
        return FALSE;
      value = value * 16 + (guint) g_ascii_xdigit_value (text[n]);
    }
  *c = value;
  return text[6] == '_' && value != 0 && g_unichar_validate (value);
}

/* "_x0041_" stands for a character that XML cannot have; "_x005F_" is the low line itself. */
static void
append_unescaped (GString *out, const char *text)
{
  while (*text != '\0')
    {
      gunichar c;

      if (read_escape (text, &c))
        {
          g_string_append_unichar (out, c);
          text += strlen ("_x0041_");
        }
      else
        g_string_append_c (out, *text++);
    }
}

char *
lintel_xlsx_escape_text (const char *text)
{
  GString *out = g_string_new (NULL);

  for (gunichar c; *text != '\0'; text++)
    {
      if (read_escape (text, &c))
        g_string_append (out, "_x005F");
      g_string_append_c (out, *text);
    }
  return g_string_free (out, FALSE);
}

static void
append_runs (GString *out, xmlNode *node)
{
  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child))
    if (lintel_xlsx_is_element (child, "t"))
      {
        g_autofree char *text = take (xmlNodeGetContent (child));

        append_unescaped (out, text != NULL ? text : "");
      }
    else if (lintel_xlsx_is_element (child, "r"))
      append_runs (out, child);
}

char *
lintel_xlsx_read_text (xmlNode *node)
{
  GString *text = g_string_new (NULL);
  g_autofree char *shown = NULL;

  append_runs (text, node);
  shown = g_string_free (text, FALSE);
  return lintel_text_restore (shown);
}

/* 1.9E+3 is 1900. What is no whole number stays as it is, and will be rejected as a value. */
static char *
format_number (const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (*text == '\0' || *end != '\0' || !isfinite (number) || floor (number) < number
      || fabs (number) > MOST_EXACT)
    return g_strdup (text);
  return g_strdup_printf ("%.0f", number);
}

static char *
find_shared (const char *number, GPtrArray *texts)
{
  guint64 n;

  if (texts->len == 0 || !g_ascii_string_to_unsigned (number, 10, 0, texts->len - 1, &n, NULL))
    return NULL;
  return g_strdup (g_ptr_array_index (texts, (guint) n));
}

char *
lintel_xlsx_read_cell (xmlNode *cell, GPtrArray *texts)
{
  g_autofree char *type = lintel_xlsx_get_attribute (cell, "t");
  xmlNode *value = lintel_xlsx_find_child (cell, "v");
  xmlNode *inside = lintel_xlsx_find_child (cell, "is");
  g_autofree char *text = value != NULL ? take (xmlNodeGetContent (value)) : NULL;

  if (g_strcmp0 (type, "inlineStr") == 0 && inside != NULL)
    return lintel_xlsx_read_text (inside);
  if (text == NULL)
    return g_strdup ("");
  if (g_strcmp0 (type, "s") == 0)
    return find_shared (text, texts);
  if (type == NULL || g_str_equal (type, "n"))
    return format_number (text);
  return g_steal_pointer (&text);
}

void
lintel_xlsx_read_column (xmlNode *cell, guint *column)
{
  g_autofree char *reference = lintel_xlsx_get_attribute (cell, "r");
  guint number = 0;

  if (reference == NULL)
    return;
  for (const char *p = reference; g_ascii_isupper (*p) && number < 100000; p++)
    number = number * 26 + (guint) (*p - 'A') + 1;
  if (number > 0)
    *column = number - 1;
}

void
lintel_xlsx_read_row (xmlNode *row, guint *n)
{
  g_autofree char *text = lintel_xlsx_get_attribute (row, "r");
  guint64 number;

  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT32, &number, NULL))
    *n = (guint) number - 1;
}
