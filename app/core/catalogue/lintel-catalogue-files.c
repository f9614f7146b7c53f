/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Catalogue files: parsing, the check against the schema, and the user's folder. The embedded
 * files are not checked at run time, a test has done that; the user's are, each time.
 */

#include "config.h"

#include "app/core/catalogue/lintel-catalogue-private.h"
#include "lintel/file.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <string.h>

#define SCHEMA_PATH "/app/lintel/core/schema/catalogue.rng"

/* A user's file that is larger than this is not a catalogue. */
#define MAX_FILE_SIZE (4 * 1024 * 1024)

/* The first thing that a validation complained about; what follows is mostly its echo. */
typedef struct
{
  int line;
  char *message;
} Complaint;

static void
keep_first_complaint_cb (void *data, xmlErrorPtr problem)
{
  Complaint *complaint = data;

  if (complaint->message != NULL)
    return;
  complaint->line = problem->line;
  complaint->message = g_strchomp (g_strdup (problem->message));
}

/* libxml2 2.12 made the callback's argument const. */
static void
set_complaint_handler (xmlRelaxNGValidCtxt *context, Complaint *complaint)
{
  xmlRelaxNGSetValidStructuredErrors (context, (xmlStructuredErrorFunc) keep_first_complaint_cb,
                                      complaint);
}

static xmlRelaxNG *
load_schema (void)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (SCHEMA_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  xmlRelaxNGParserCtxt *context = xmlRelaxNGNewMemParserCtxt (text, (int) size);
  xmlRelaxNG *schema = xmlRelaxNGParse (context);

  xmlRelaxNGFreeParserCtxt (context);
  return schema;
}

static gboolean
validate_document (xmlDoc *document, const char *file, GError **error)
{
  Complaint complaint = { 0 };
  xmlRelaxNG *schema = load_schema ();
  xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (schema);
  int result;

  set_complaint_handler (context, &complaint);
  result = xmlRelaxNGValidateDoc (context, document);
  xmlRelaxNGFreeValidCtxt (context);
  xmlRelaxNGFree (schema);
  if (result != 0)
    g_set_error (error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_INVALID,
                 _ ("%s:%d: this does not follow the schema of catalogue files: %s. Correct it, or "
                    "move the file out of the folder."),
                 file, complaint.line, complaint.message != NULL ? complaint.message : "");
  g_free (complaint.message);
  return result == 0;
}

static void
report_not_well_formed (xmlParserCtxt *context, const char *file, GError **error)
{
  const xmlError *problem = xmlCtxtGetLastError (context);
  g_autofree char *message =
      g_strchomp (g_strdup (problem != NULL && problem->message != NULL ? problem->message : ""));

  g_set_error (error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_INVALID,
               _ ("%s:%d:%d: this is not well-formed XML: %s. Correct it, or move the file out of "
                  "the folder."),
               file, problem != NULL ? problem->line : 1, problem != NULL ? problem->int2 : 1,
               message);
}

/* Entities have no use here and are a way to make a small file large. */
static gboolean
check_no_dtd (xmlDoc *document, const char *file, GError **error)
{
  if (document->intSubset == NULL)
    return TRUE;
  g_set_error (
      error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_INVALID,
      _ ("%s:1: a catalogue file has no document type; remove the <!DOCTYPE …> at its top"), file);
  return FALSE;
}

/* Other encodings would need a converter, which tells its problems to standard error. */
static gboolean
check_encoding (const char *text, gsize size, const char *file, GError **error)
{
  if (g_utf8_validate_len (text, size, NULL))
    return TRUE;
  g_set_error (error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_INVALID,
               _ ("%s is not text in UTF-8; save it as UTF-8, or move it out of the folder"), file);
  return FALSE;
}

xmlDoc *
lintel_catalogue_parse_document (GBytes *bytes, const char *file, gboolean validate, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  xmlParserCtxt *context;
  xmlDoc *document;

  if (!check_encoding (text, size, file, error))
    return NULL;
  context = xmlNewParserCtxt ();
  document =
      xmlCtxtReadMemory (context, text, (int) size, file, NULL,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                             | XML_PARSE_COMPACT | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC);
  if (document == NULL)
    report_not_well_formed (context, file, error);
  xmlFreeParserCtxt (context);
  if (document != NULL && validate
      && (!check_no_dtd (document, file, error) || !validate_document (document, file, error)))
    g_clear_pointer (&document, xmlFreeDoc);
  return document;
}

static GBytes *
read_file (const char *path, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) bytes = lintel_file_load (path, MAX_FILE_SIZE, &problem);

  if (bytes == NULL)
    {
      g_set_error (error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_INVALID,
                   _ ("%s cannot be read: %s"), path, problem->message);
      return NULL;
    }
  if (g_bytes_get_size (bytes) <= MAX_FILE_SIZE)
    return g_steal_pointer (&bytes);
  g_set_error (error, LINTEL_CATALOGUE_ERROR, LINTEL_CATALOGUE_ERROR_INVALID,
               _ ("%s is too large for a catalogue file; move it out of the folder"), path);
  return NULL;
}

static gboolean
merge_file (LintelCatalogue *catalogue, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = read_file (path, error);
  xmlDoc *document;
  gboolean merged;

  if (bytes == NULL)
    return FALSE;
  document = lintel_catalogue_parse_document (bytes, path, TRUE, error);
  if (document == NULL)
    return FALSE;
  merged = lintel_catalogue_read_document (catalogue, document, path, error);
  xmlFreeDoc (document);
  return merged;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *const *one = a, *const *other = b;

  return strcmp (*one, *other);
}

static GPtrArray *
list_files (GDir *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (name[0] != '.' && g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

gboolean
lintel_catalogue_merge_folder (LintelCatalogue *catalogue, const char *folder, GError **error)
{
  g_autoptr (GDir) open = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  g_autoptr (GPtrArray) names = NULL;

  if (open == NULL)
    return TRUE;
  names = list_files (open);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      if (!merge_file (catalogue, path, error))
        return FALSE;
    }
  return TRUE;
}

char *
lintel_catalogue_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "lintel", "catalogue", NULL);
}
