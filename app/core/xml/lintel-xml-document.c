/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes as a libxml2 tree, within limits.
 *
 * libxml2 builds the tree through its SAX interface; the hooks here look over its shoulder. They
 * note where each element starts (libxml2 keeps no columns), refuse a wrong root element before
 * anything else can go wrong in a file that is no project, stop at a DOCTYPE, so that there are no
 * entities at all, and count. The first error is the one that is told: what follows it is noise.
 */

#include "config.h"

#include "app/core/xml/lintel-xml-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#define MAX_DEPTH 64
/* Elements, comments and processing instructions; a full project has some 5000. */
#define MAX_NODES 200000

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define XHTML_NAMESPACE "http://www.w3.org/1999/xhtml"

typedef struct
{
  xmlParserCtxt *context;
  const char *name, *text; /* the file, and what is in it */
  gsize size;
  guint depth, n_nodes;
  GArray *positions;
  gsize offset; /* of the last position that was worked out */
  LintelXmlPosition position;
  GError *error;
} Parse;

static Parse *
get_parse (void *context)
{
  return ((xmlParserCtxt *) context)->_private;
}

/* Like lintel_xml_locate(), but from the last position on: positions only go forward, and a file
 * may be one long line. */
static LintelXmlPosition
locate (Parse *parse, gsize offset)
{
  const char *p = parse->text + parse->offset;
  const char *target = parse->text + offset;

  for (const char *end; target > p && (end = memchr (p, '\n', (gsize) (target - p))) != NULL;)
    {
      p = end + 1;
      parse->position.line++;
      parse->position.column = 1;
    }
  if (target > p)
    parse->position.column += (int) g_utf8_strlen (p, target - p);
  parse->offset = MAX (parse->offset, offset);
  return parse->position;
}

/* How far the parser has read. */
static gsize
get_offset (const Parse *parse)
{
  long consumed = xmlByteConsumed (parse->context);

  return consumed < 0 ? parse->offset : MIN ((gsize) consumed, parse->size);
}

/* Where the markup that has just been read starts: a tag has no other "<" in it. */
static LintelXmlPosition
locate_markup (Parse *parse)
{
  gsize offset = MIN (get_offset (parse), parse->size - 1);

  while (offset > parse->offset && parse->text[offset] != '<')
    offset--;
  return locate (parse, offset);
}

static void stop (Parse *parse, LintelXmlError code, LintelXmlPosition position, const char *format,
                  ...) G_GNUC_PRINTF (4, 5);

static void
stop (Parse *parse, LintelXmlError code, LintelXmlPosition position, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  if (parse->error != NULL)
    return;
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  lintel_xml_set_error (&parse->error, code, parse->name, position, "%s", what);
  xmlStopParser (parse->context);
}

static void
count_node (Parse *parse)
{
  if (++parse->n_nodes > MAX_NODES)
    stop (parse, LINTEL_XML_ERROR_SYNTAX, locate (parse, get_offset (parse)),
          _ ("there are more than %d elements and comments up to here, so this is not a Lintel "
             "project"),
          MAX_NODES);
}

static void
refuse_root (Parse *parse, const char *name, const char *uri, LintelXmlPosition position)
{
  if (g_ascii_strcasecmp (name, "html") == 0 || g_strcmp0 (uri, XHTML_NAMESPACE) == 0)
    stop (parse, LINTEL_XML_ERROR_FORMAT, position,
          _ ("this is a web page (HTML), not a Lintel project; choose the project’s own file"));
  else if (uri == NULL)
    stop (
        parse, LINTEL_XML_ERROR_FORMAT, position,
        _ ("this is not a Lintel project: it starts with <%s> in no namespace instead of <lintel> "
           "in “%s”; choose a file that Lintel wrote"),
        name, LINTEL_XML_NAMESPACE);
  else
    stop (parse, LINTEL_XML_ERROR_FORMAT, position,
          _ ("this is not a Lintel project: it starts with <%s> in the namespace “%s” instead of "
             "<lintel> in “%s”; choose a file that Lintel wrote"),
          name, uri, LINTEL_XML_NAMESPACE);
}

/* The number of a later format, 0 if it is none. */
static guint64
get_later_format (const char *uri)
{
  guint64 format;

  if (uri == NULL || !g_str_has_prefix (uri, LINTEL_XML_NAMESPACE_STEM)
      || !g_ascii_string_to_unsigned (uri + strlen (LINTEL_XML_NAMESPACE_STEM), 10,
                                      LINTEL_XML_FORMAT + 1, G_MAXUINT32, &format, NULL))
    return 0;
  return format;
}

static void
check_root (Parse *parse, const char *name, const char *uri, LintelXmlPosition position)
{
  guint64 later = get_later_format (uri);

  if (g_str_equal (name, "lintel") && later != 0)
    stop (parse, LINTEL_XML_ERROR_VERSION, position,
          _ ("this project was written by a later Lintel (format %" PRIu64
             ", while this one reads format %d); update Lintel to open it"),
          later, LINTEL_XML_FORMAT);
  else if (!g_str_equal (name, "lintel") || g_strcmp0 (uri, LINTEL_XML_NAMESPACE) != 0)
    refuse_root (parse, name, uri, position);
}

static void
element_started_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                    int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
                    const xmlChar **attributes)
{
  Parse *parse = get_parse (context);
  LintelXmlPosition position = locate_markup (parse);

  count_node (parse);
  if (parse->depth == 0)
    check_root (parse, (const char *) name, (const char *) uri, position);
  if (++parse->depth > MAX_DEPTH)
    stop (parse, LINTEL_XML_ERROR_SYNTAX, position,
          _ ("elements are nested more than %d deep here, so this is not a Lintel project"),
          MAX_DEPTH);
  if (parse->error != NULL)
    return;
  xmlSAX2StartElementNs (context, name, prefix, uri, n_namespaces, namespaces, n_attributes,
                         n_defaulted, attributes);
  g_array_append_val (parse->positions, position);
  parse->context->node->_private = GUINT_TO_POINTER (parse->positions->len);
}

static void
element_ended_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  get_parse (context)->depth--;
  xmlSAX2EndElementNs (context, name, prefix, uri);
}

static void
comment_read_cb (void *context, const xmlChar *text)
{
  count_node (get_parse (context));
  xmlSAX2Comment (context, text);
}

static void
instruction_read_cb (void *context, const xmlChar *target, const xmlChar *data)
{
  count_node (get_parse (context));
  xmlSAX2ProcessingInstruction (context, target, data);
}

static void
doctype_read_cb (void *context, const xmlChar *name, const xmlChar *public_id,
                 const xmlChar *system_id)
{
  Parse *parse = get_parse (context);

  stop (parse, LINTEL_XML_ERROR_SYNTAX, locate_markup (parse),
        _ ("a project has no DOCTYPE, and Lintel does not read what one may define; remove it, or "
           "take an earlier copy of the file"));
}

/* Whether nothing but blanks is left. */
static gboolean
is_at_end (const Parse *parse, gsize offset)
{
  while (offset < parse->size && g_ascii_isspace (parse->text[offset]))
    offset++;
  return offset >= parse->size;
}

static void
problem_found_cb (void *context, xmlErrorPtr problem)
{
  Parse *parse = get_parse (context);
  g_autofree char *what = NULL;
  gsize offset;

  if (problem->level < XML_ERR_ERROR || parse->error != NULL)
    return;
  offset = get_offset (parse);
  if (parse->depth > 0 && is_at_end (parse, offset))
    {
      stop (parse, LINTEL_XML_ERROR_SYNTAX, locate (parse, offset),
            _ ("the file is cut off here; take an earlier copy of it"));
      return;
    }
  what = g_strdelimit (g_strstrip (g_strdup (problem->message)), "\n", ' ');
  stop (parse, LINTEL_XML_ERROR_SYNTAX, locate (parse, offset),
        _ ("the XML is not well-formed here (%s); correct it, or take an earlier copy of the file"),
        what);
}

static void
set_hooks (xmlSAXHandler *sax)
{
  sax->startElementNs = element_started_cb;
  sax->endElementNs = element_ended_cb;
  sax->comment = comment_read_cb;
  sax->processingInstruction = instruction_read_cb;
  sax->internalSubset = doctype_read_cb;
  sax->serror = problem_found_cb;
}

static xmlDoc *
run_parser (Parse *parse)
{
  xmlParserCtxt *context = xmlNewParserCtxt ();
  xmlDoc *tree;

  if (context == NULL)
    g_error ("out of memory");
  context->_private = parse;
  parse->context = context;
  set_hooks (context->sax);
  /* The bytes are known to be UTF-8, whatever the declaration says. libxml2 is not told, because
   * it would then convert UTF-8 to UTF-8, and all that is left of it for each xmlByteConsumed(). */
  tree = xmlCtxtReadMemory (context, parse->text, (int) parse->size, NULL, NULL,
                            XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC);
  if (parse->error != NULL || !context->wellFormed)
    g_clear_pointer (&tree, xmlFreeDoc);
  xmlFreeParserCtxt (context);
  return tree;
}

LintelXmlDocument *
lintel_xml_document_new (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (LintelXmlDocument) self = g_new0 (LintelXmlDocument, 1);
  Parse parse = { .name = name, .position = { 1, 1 } };

  self->positions = g_array_new (FALSE, FALSE, sizeof (LintelXmlPosition));
  parse.text = g_bytes_get_data (bytes, &parse.size);
  if (parse.size >= 3 && memcmp (parse.text, BYTE_ORDER_MARK, 3) == 0)
    {
      parse.text += 3;
      parse.size -= 3;
    }
  parse.positions = self->positions;
  self->tree = run_parser (&parse);
  if (self->tree != NULL)
    return g_steal_pointer (&self);
  if (parse.error == NULL)
    lintel_xml_set_error (&parse.error, LINTEL_XML_ERROR_SYNTAX, name, (LintelXmlPosition){ 0, 0 },
                          _ ("the file cannot be read as XML; take an earlier copy of it"));
  g_propagate_error (error, parse.error);
  return NULL;
}

void
lintel_xml_document_free (LintelXmlDocument *self)
{
  g_clear_pointer (&self->tree, xmlFreeDoc);
  g_array_unref (self->positions);
  g_free (self);
}

LintelXmlPosition
lintel_xml_document_locate (const LintelXmlDocument *self, const xmlNode *node)
{
  const xmlNode *element = node->type == XML_ELEMENT_NODE ? node : node->parent;
  guint index;

  if (element == NULL || element->type != XML_ELEMENT_NODE)
    return (LintelXmlPosition){ 1, 1 };
  index = GPOINTER_TO_UINT (element->_private);
  return g_array_index (self->positions, LintelXmlPosition, index - 1);
}
