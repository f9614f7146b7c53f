/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading numbering plans: from XML to destinations and their patterns.
 *
 * A destination may leave out the numbers of another one, wherever that stands in the file; so the
 * patterns of all are read first and what is left out is added after that.
 */

#include "config.h"

#include "lintel/numbering.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <stdarg.h>
#include <string.h>

#define NAMESPACE "urn:lintel:numbering:1"

struct _LintelNumberingData
{
  GStringChunk *texts;
  GPtrArray *patterns; /* GArray of LintelNumberPattern for each destination */
  GArray *destinations;
};

typedef struct
{
  LintelNumberingPlan *plan;
  const char *trunk_prefix; /* "1"; NULL when the plan has none */
  const char *file;
  GError **error;
} Reader;

G_GNUC_PRINTF (4, 5)
static gboolean
refuse (Reader *reader, const xmlNode *node, LintelNumberingError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (reader->error, LINTEL_NUMBERING_ERROR, code, "%s:%ld: %s", reader->file,
               xmlGetLineNo (node), message);
  return FALSE;
}

/* The attribute's text, owned by the plan; NULL without it. */
static const char *
get_attribute (Reader *reader, const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  const char *text = NULL;

  if (value != NULL)
    text = g_string_chunk_insert_const (reader->plan->data->texts, (const char *) value);
  xmlFree (value);
  return text;
}

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && g_str_equal ((const char *) node->ns->href, NAMESPACE)
         && g_str_equal ((const char *) node->name, name);
}

/* The text of a child element with its white space made single blanks, so that it is the same
 * however the file is indented. */
static const char *
get_child_text (Reader *reader, const xmlNode *node, const char *name)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_element (child, name))
      {
        xmlChar *content = xmlNodeGetContent (child);
        g_auto (GStrv) words = g_strsplit_set (g_strstrip ((char *) content), " \t\r\n", -1);
        g_autoptr (GString) text = g_string_new (NULL);

        for (guint i = 0; words[i] != NULL; i++)
          if (words[i][0] != '\0')
            g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
        xmlFree (content);
        return g_string_chunk_insert_const (reader->plan->data->texts, text->str);
      }
  return NULL;
}

/* "7-15" or "4". */
static gboolean
read_span (const char *text, int *least, int *most)
{
  guint64 first, last;
  g_auto (GStrv) parts = g_strsplit (text, "-", 2);

  if (parts[0] == NULL /* "" has no parts */
      || !g_ascii_string_to_unsigned (parts[0], 10, 0, LINTEL_NUMBER_LENGTH_MAX, &first, NULL))
    return FALSE;
  last = first;
  if (parts[1] != NULL
      && !g_ascii_string_to_unsigned (parts[1], 10, first, LINTEL_NUMBER_LENGTH_MAX, &last, NULL))
    return FALSE;
  *least = (int) first;
  *most = (int) last;
  return TRUE;
}

static const char *
put_before (Reader *reader, const char *prefix, const char *digits)
{
  g_autofree char *text = g_strconcat (prefix, " ", digits, NULL);

  return g_string_chunk_insert_const (reader->plan->data->texts, text);
}

/* A prefix in front may make a pattern too long, or be no digits. */
static gboolean
keep_pattern (Reader *reader, const xmlNode *node, GArray *patterns, LintelNumberPattern pattern)
{
  g_autoptr (GError) problem = NULL;
  LintelNumberShape shape;

  if (!lintel_number_pattern_read (&pattern, &shape, &problem))
    return refuse (reader, node, LINTEL_NUMBERING_ERROR_PATTERN, "%s", problem->message);
  g_array_append_val (patterns, pattern);
  return TRUE;
}

/* A number that is dialled with the trunk prefix in front, always or where the carrier wants it:
 * the second kind becomes two patterns, the one without being the less usual. */
static gboolean
add_pattern (Reader *reader, const xmlNode *node, GArray *patterns, LintelNumberPattern pattern)
{
  const char *trunk = get_attribute (reader, node, "trunk");
  LintelNumberPattern with = pattern;

  if (trunk == NULL)
    return keep_pattern (reader, node, patterns, pattern);
  if (reader->trunk_prefix == NULL)
    return refuse (reader, node, LINTEL_NUMBERING_ERROR_INVALID,
                   _ ("the plan has no trunk-prefix that could stand in front of “%s”"),
                   pattern.digits);
  with.digits = put_before (reader, reader->trunk_prefix, pattern.digits);
  if (pattern.like != NULL)
    with.like = put_before (reader, reader->trunk_prefix, pattern.like);
  if (!keep_pattern (reader, node, patterns, with))
    return FALSE;
  if (g_str_equal (trunk, "always"))
    return TRUE;
  pattern.rank++;
  return keep_pattern (reader, node, patterns, pattern);
}

static gboolean
read_numbers (Reader *reader, const xmlNode *node, GArray *patterns, gboolean except)
{
  const char *more = get_attribute (reader, node, "more");
  const char *rank = get_attribute (reader, node, "rank");
  LintelNumberPattern pattern = {
    .digits = get_attribute (reader, node, "digits"),
    .like = get_attribute (reader, node, "like"),
    .name = get_attribute (reader, node, "name"),
    .rank = rank != NULL ? rank[0] - '0' : 0,
    .except = except,
  };

  if (pattern.digits == NULL)
    return refuse (reader, node, LINTEL_NUMBERING_ERROR_INVALID, _ ("“digits” is missing"));
  if (more != NULL && !read_span (more, &pattern.more_least, &pattern.more_most))
    return refuse (reader, node, LINTEL_NUMBERING_ERROR_INVALID,
                   _ ("“%s” is not how many more digits there are, such as 7-15"), more);
  if (pattern.rank < 0 || pattern.rank >= LINTEL_NUMBER_RANK_MAX)
    return refuse (reader, node, LINTEL_NUMBERING_ERROR_INVALID, _ ("rank %s is not 0, 1 or 2"),
                   rank);
  return add_pattern (reader, node, patterns, pattern);
}

static gboolean
read_destination (Reader *reader, const xmlNode *node)
{
  struct _LintelNumberingData *data = reader->plan->data;
  GArray *patterns = g_array_new (FALSE, FALSE, sizeof (LintelNumberPattern));
  LintelDestination destination = {
    .id = get_attribute (reader, node, "id"),
    .name = get_child_text (reader, node, "name"),
    .target = get_child_text (reader, node, "target"),
    .help = get_child_text (reader, node, "help"),
    .must_reach = g_strcmp0 (get_attribute (reader, node, "must-reach"), "yes") == 0,
    .costly = g_strcmp0 (get_attribute (reader, node, "costly"), "yes") == 0,
  };

  g_ptr_array_add (data->patterns, patterns);
  if (destination.id == NULL || destination.name == NULL || destination.target == NULL)
    return refuse (reader, node, LINTEL_NUMBERING_ERROR_INVALID,
                   _ ("a destination needs an id, a name and a target"));
  for (guint i = 0; i < data->destinations->len; i++)
    if (g_str_equal (g_array_index (data->destinations, LintelDestination, i).id, destination.id))
      return refuse (reader, node, LINTEL_NUMBERING_ERROR_INVALID,
                     _ ("the destination “%s” is there twice"), destination.id);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_element (child, "numbers") && !read_numbers (reader, child, patterns, FALSE))
      return FALSE;
  if (patterns->len == 0)
    return refuse (reader, node, LINTEL_NUMBERING_ERROR_INVALID,
                   _ ("the destination “%s” has no numbers"), destination.id);
  destination.n_patterns = patterns->len;
  g_array_append_val (data->destinations, destination);
  return TRUE;
}

static gboolean
leave_out_destination (Reader *reader, const xmlNode *node, guint n, const char *id)
{
  struct _LintelNumberingData *data = reader->plan->data;

  for (guint i = 0; i < data->destinations->len; i++)
    {
      const LintelDestination *other = &g_array_index (data->destinations, LintelDestination, i);
      const GArray *patterns = g_ptr_array_index (data->patterns, i);

      if (i == n || !g_str_equal (other->id, id))
        continue;
      /* Only its own numbers: n_patterns was counted before anything was left out. */
      for (guint k = 0; k < other->n_patterns; k++)
        {
          LintelNumberPattern pattern = g_array_index (patterns, LintelNumberPattern, k);

          pattern.except = TRUE;
          g_array_append_val (g_ptr_array_index (data->patterns, n), pattern);
        }
      return TRUE;
    }
  return refuse (reader, node, LINTEL_NUMBERING_ERROR_INVALID,
                 _ ("there is no other destination “%s” to leave out"), id);
}

static gboolean
read_exceptions (Reader *reader, const xmlNode *node, guint n)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const char *id;

      if (!is_element (child, "except"))
        continue;
      id = get_attribute (reader, child, "destination");
      if (id != NULL ? !leave_out_destination (reader, child, n, id)
                     : !read_numbers (reader, child,
                                      g_ptr_array_index (reader->plan->data->patterns, n), TRUE))
        return FALSE;
    }
  return TRUE;
}

/* The arrays do not move any more. */
static void
publish (LintelNumberingPlan *plan)
{
  struct _LintelNumberingData *data = plan->data;

  for (guint i = 0; i < data->destinations->len; i++)
    {
      GArray *patterns = g_ptr_array_index (data->patterns, i);
      LintelDestination *destination = &g_array_index (data->destinations, LintelDestination, i);

      destination->n_patterns = patterns->len;
      destination->patterns = (const LintelNumberPattern *) (void *) patterns->data;
    }
  plan->n_destinations = data->destinations->len;
  plan->destinations = (const LintelDestination *) (void *) data->destinations->data;
}

static gboolean
read_plan (Reader *reader, const xmlNode *root)
{
  LintelNumberingPlan *plan = reader->plan;
  guint n = 0;

  if (root == NULL || !is_element (root, "numbering"))
    {
      g_set_error (reader->error, LINTEL_NUMBERING_ERROR, LINTEL_NUMBERING_ERROR_SYNTAX,
                   _ ("%s: this is not a numbering plan (namespace %s)"), reader->file, NAMESPACE);
      return FALSE;
    }
  plan->id = get_attribute (reader, root, "id");
  plan->international_prefix = get_attribute (reader, root, "international-prefix");
  plan->name = get_child_text (reader, root, "name");
  reader->trunk_prefix = get_attribute (reader, root, "trunk-prefix");
  if (plan->id == NULL || plan->name == NULL || plan->international_prefix == NULL)
    return refuse (reader, root, LINTEL_NUMBERING_ERROR_INVALID,
                   _ ("a plan needs an id, an international-prefix and a name"));
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (is_element (node, "destination") && !read_destination (reader, node))
      return FALSE;
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (is_element (node, "destination") && !read_exceptions (reader, node, n++))
      return FALSE;
  publish (plan);
  return TRUE;
}

static LintelNumberingPlan *
new_plan (void)
{
  LintelNumberingPlan *plan = g_new0 (LintelNumberingPlan, 1);

  plan->data = g_new0 (struct _LintelNumberingData, 1);
  plan->data->texts = g_string_chunk_new (4096);
  plan->data->patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  plan->data->destinations = g_array_new (FALSE, FALSE, sizeof (LintelDestination));
  return plan;
}

void
lintel_numbering_plan_free (LintelNumberingPlan *plan)
{
  if (plan == NULL)
    return;
  g_string_chunk_free (plan->data->texts);
  g_ptr_array_unref (plan->data->patterns);
  g_array_unref (plan->data->destinations);
  g_free (plan->data);
  g_free (plan);
}

/* Other encodings would need a converter, which tells its problems to standard error. */
static gboolean
check_encoding (const char *text, gsize size, const char *name, GError **error)
{
  if (g_utf8_validate_len (text, size, NULL))
    return TRUE;
  g_set_error (error, LINTEL_NUMBERING_ERROR, LINTEL_NUMBERING_ERROR_SYNTAX,
               _ ("%s is not text in UTF-8; save it as UTF-8"), name);
  return FALSE;
}

static xmlDoc *
parse_document (GBytes *bytes, const char *name, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  xmlParserCtxt *context;
  xmlDoc *document;
  const xmlError *problem;

  if (!check_encoding (text, size, name, error))
    return NULL;
  context = xmlNewParserCtxt ();
  document = xmlCtxtReadMemory (context, text, (int) size, name, NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                                    | XML_PARSE_NOBLANKS | XML_PARSE_IGNORE_ENC);
  problem = xmlCtxtGetLastError (context);
  if (document == NULL)
    g_set_error (error, LINTEL_NUMBERING_ERROR, LINTEL_NUMBERING_ERROR_SYNTAX,
                 _ ("%s:%d: this is not well-formed XML: %s"), name,
                 problem != NULL ? problem->line : 1,
                 problem != NULL && problem->message != NULL ? g_strchomp (problem->message) : "");
  xmlFreeParserCtxt (context);
  return document;
}

LintelNumberingPlan *
lintel_numbering_parse (GBytes *bytes, const char *name, GError **error)
{
  xmlDoc *document = parse_document (bytes, name, error);
  g_autoptr (LintelNumberingPlan) plan = NULL;
  Reader reader = { .file = name, .error = error };
  gboolean fine;

  if (document == NULL)
    return NULL;
  plan = new_plan ();
  reader.plan = plan;
  fine = read_plan (&reader, xmlDocGetRootElement (document));
  xmlFreeDoc (document);
  return fine ? g_steal_pointer (&plan) : NULL;
}
