/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file as bytes, and what is refused before any parsing: the cases in which the parser's own
 * message would not help, or in which it would work too long.
 */

#include "config.h"

#include "app/core/xml/lintel-xml-private.h"
#include "lintel/file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* libxml2 compares every attribute of a tag with every other. */
#define MAX_TAG_BYTES (64 * 1024)

G_DEFINE_QUARK (lintel_xml_error, lintel_xml_error)

static const LintelXmlPosition nowhere = { 0, 0 };

void
lintel_xml_set_error (GError **error, LintelXmlError code, const char *name,
                      LintelXmlPosition position, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  if (position.line > 0)
    g_set_error (error, LINTEL_XML_ERROR, code, "%s:%d:%d: %s", name, position.line,
                 position.column, what);
  else
    g_set_error (error, LINTEL_XML_ERROR, code, "%s: %s", name, what);
}

LintelXmlPosition
lintel_xml_locate (const char *text, gsize offset)
{
  LintelXmlPosition position = { 1, 1 };
  const char *line = text;

  for (const char *end; (end = memchr (line, '\n', offset - (gsize) (line - text))) != NULL;)
    {
      line = end + 1;
      position.line++;
    }
  position.column += (int) g_utf8_strlen (line, (gssize) (offset - (gsize) (line - text)));
  return position;
}

static void
refuse_file (GError **error, const char *path, const GError *problem)
{
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    lintel_xml_set_error (error, LINTEL_XML_ERROR_IO, path, nowhere,
                          _ ("this is a folder; choose a project file in it"));
  else if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE))
    lintel_xml_set_error (error, LINTEL_XML_ERROR_IO, path, nowhere,
                          _ ("this is a device or a pipe; choose a project file"));
  else
    lintel_xml_set_error (error, LINTEL_XML_ERROR_IO, path, nowhere,
                          _ ("the file cannot be opened: %s"), problem->message);
}

GBytes *
lintel_xml_load_bytes (const char *path, GError **error)
{
  g_autoptr (GError) problem = NULL;
  GBytes *bytes = lintel_file_load (path, LINTEL_XML_MAX_BYTES, &problem);

  if (bytes == NULL)
    refuse_file (error, path, problem);
  return bytes;
}

static gboolean
starts_with (const char *text, gsize size, const char *head)
{
  return size >= strlen (head) && g_ascii_strncasecmp (text, head, strlen (head)) == 0;
}

/* What people mistake for a project, by how it starts. */
static const char *
recognize (const char *text, gsize size)
{
  if (starts_with (text, size, "<!doctype html") || starts_with (text, size, "<html"))
    return _ ("this is a web page (HTML), not a Lintel project; choose the project’s own file");
  if (starts_with (text, size, "\x1f\x8b") || starts_with (text, size, "BZh")
      || starts_with (text, size, "\xfd\x37zXZ"))
    return _ ("this is a compressed file; unpack it first");
  if (starts_with (text, size, "PK\x03\x04"))
    return _ ("this is a ZIP archive or a workbook, not a Lintel project; unpack it first, or "
              "choose the project’s own file");
  if (starts_with (text, size, "%PDF"))
    return _ ("this is a PDF document, not a Lintel project; choose the project’s own file");
  if (g_ascii_isprint (*text) && *text != '<')
    return _ ("this is not XML, so it is not a Lintel project; choose a file that Lintel wrote");
  return NULL;
}

/* Where a piece of markup that starts at TEXT ends; NULL when it does not. Attribute values may
 * hold a ">". */
static const char *
find_markup_end (const char *text, const char *end)
{
  static const char *const pairs[][2] = { { "<!--", "-->" },
                                          { "<![CDATA[", "]]>" },
                                          { "<?", "?>" } };
  char quote = '\0';

  for (gsize n = 0; n < G_N_ELEMENTS (pairs); n++)
    if (starts_with (text, (gsize) (end - text), pairs[n][0]))
      return g_strstr_len (text, end - text, pairs[n][1]);
  for (; text < end; text++)
    if (*text == quote)
      quote = '\0';
    else if (quote != '\0')
      continue;
    else if (*text == '"' || *text == '\'')
      quote = *text;
    else if (*text == '>')
      return text;
  return NULL;
}

static const char *
find_long_tag (const char *text, gsize size)
{
  const char *end = text + size;

  for (const char *p = text; (p = memchr (p, '<', (gsize) (end - p))) != NULL;)
    {
      const char *close = find_markup_end (p, end);
      gboolean is_tag = p + 1 < end && p[1] != '!' && p[1] != '?';

      if (is_tag && (close != NULL ? close : end) - p > MAX_TAG_BYTES)
        return p;
      if (close == NULL)
        return NULL;
      p = close;
    }
  return NULL;
}

static gboolean
check_text (const char *text, gsize size, const char *name, GError **error)
{
  const char *problem;

  if (!g_utf8_validate_len (text, size, &problem))
    {
      lintel_xml_set_error (error, LINTEL_XML_ERROR_SYNTAX, name,
                            lintel_xml_locate (text, (gsize) (problem - text)),
                            _ ("this is not text in UTF-8; choose a Lintel project, or save the "
                               "file as UTF-8"));
      return FALSE;
    }
  problem = find_long_tag (text, size);
  if (problem == NULL)
    return TRUE;
  lintel_xml_set_error (error, LINTEL_XML_ERROR_SYNTAX, name,
                        lintel_xml_locate (text, (gsize) (problem - text)),
                        _ ("a tag starts here that is longer than the %d KB that Lintel reads; "
                           "shorten its attributes"),
                        MAX_TAG_BYTES / 1024);
  return FALSE;
}

gboolean
lintel_xml_check_bytes (GBytes *bytes, const char *name, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  gsize head = 0;
  const char *mistaken;

  if (size > LINTEL_XML_MAX_BYTES)
    {
      lintel_xml_set_error (error, LINTEL_XML_ERROR_SYNTAX, name, nowhere,
                            _ ("the file is larger than the %d MB that Lintel reads, so it is not "
                               "a Lintel project"),
                            LINTEL_XML_MAX_BYTES / 1024 / 1024);
      return FALSE;
    }
  if (starts_with (text, size, "\xef\xbb\xbf"))
    head = 3;
  while (head < size && g_ascii_isspace (text[head]))
    head++;
  if (head == size)
    {
      lintel_xml_set_error (error, LINTEL_XML_ERROR_SYNTAX, name, nowhere,
                            _ ("the file is empty; take an earlier copy of it, or start a new "
                               "project"));
      return FALSE;
    }
  mistaken = recognize (text + head, size - head);
  if (mistaken == NULL)
    return check_text (text, size, name, error);
  lintel_xml_set_error (error, LINTEL_XML_ERROR_FORMAT, name, nowhere, "%s", mistaken);
  return FALSE;
}
