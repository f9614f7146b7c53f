/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files of the project format share.
 *
 *   lintel-xml-input.c     a file as bytes; what is refused before any parsing
 *   lintel-xml-document.c  bytes as a libxml2 tree with positions, within limits
 *   lintel-xml-reader.c    the tree as a project: root and sections
 *   lintel-xml-record.c    … extensions, codes and other records
 *   lintel-xml-lock.c      … locked codes, both ways
 *   lintel-xml-set.c       … and the cells of its programs
 *   lintel-xml-stray.c     keeps aside what does not fit
 *   lintel-xml-fragment.c  a part of a tree as text that stands for itself
 *   lintel-xml-writer.c    a project as bytes
 *   lintel-xml-save.c      bytes as a file
 *
 * Where a stray stands. Every element that Lintel writes has a key, and a stray's parent is such a
 * key with one character after it:
 *
 *   key of …                      for example
 *   the root                      ""
 *   a section                     "/customer" "/extensions" "/codes" "/locked-codes" "/sign-off"
 *   a program                     "/21-04"
 *   a cell                        "/21-04/01,113,3"  (item and indexes; a port, not its number)
 *   an extension, by port         "/extensions/113"
 *   a code, by mailbox number     "/codes/101"
 *   a record, by id               "/accepted/2" "/dial-tests/1"
 *   a sign-off                    "/sign-off/prepared"
 *   the document                  "^"
 *
 *   character after it
 *   @  an attribute of that element
 *   <  stands before that element; when the element is gone, at the end of what holds it
 *   >  stands inside that element, at its end
 *
 * So a comment stays before the line that it is about, wherever that line goes. What names a place
 * of the project stands at the end of its section.
 */
#pragma once

#include "lintel/xml.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

#define LINTEL_XML_NAMESPACE "urn:lintel:project:1"
#define LINTEL_XML_NAMESPACE_STEM "urn:lintel:project:"
#define LINTEL_XML_FORMAT 1

typedef struct
{
  int line, column; /* from 1; columns count characters */
} LintelXmlPosition;

/* Input. */

/* "NAME:LINE:COLUMN: …", or "NAME: …" when LINE is 0. */
void lintel_xml_set_error (GError **error, LintelXmlError code, const char *name,
                           LintelXmlPosition position, const char *format, ...)
    G_GNUC_PRINTF (5, 6);
/* What can be told without parsing: too large, empty, compressed, a web page, not text, or a tag
 * longer than Lintel reads. */
gboolean lintel_xml_check_bytes (GBytes *bytes, const char *name, GError **error);
/* The position of the byte at OFFSET. */
LintelXmlPosition lintel_xml_locate (const char *text, gsize offset);

/* Documents. */

typedef struct
{
  xmlDoc *tree;
  GArray *positions; /* LintelXmlPosition, where each element starts */
} LintelXmlDocument;

LintelXmlDocument *lintel_xml_document_new (GBytes *bytes, const char *name, GError **error);
void lintel_xml_document_free (LintelXmlDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelXmlDocument, lintel_xml_document_free)
/* Where an element starts; for any other node, where its parent does. */
LintelXmlPosition lintel_xml_document_locate (const LintelXmlDocument *self, const xmlNode *node);

/* Fragments. */

void lintel_xml_append_text (GString *out, const char *text);
void lintel_xml_append_attribute (GString *out, const char *name, const char *value);
/* An element, comment, processing instruction or text with the namespaces that it needs, as it
 * can stand within a <lintel> element. WHOLE = FALSE leaves out what is inside an element. */
char *lintel_xml_fragment_new (xmlNode *node, gboolean whole);
/* One attribute, without a namespace: name="value". */
char *lintel_xml_fragment_new_attribute (const xmlAttr *attribute);
/* All attributes of an element that have a namespace, with their declarations; NULL if none. */
char *lintel_xml_fragment_new_foreign_attributes (const xmlNode *element);

/* Nodes. */

/* The value of an attribute without a namespace, NULL if there is none. Transfer full. */
char *lintel_xml_node_get_attribute (const xmlNode *element, const char *name);
/* The text directly inside. Transfer full. */
char *lintel_xml_node_get_text (const xmlNode *element);
gboolean lintel_xml_node_is_ours (const xmlNode *node);

/* The reader and its parts. */

typedef struct
{
  LintelCatalogue *catalogue;
  LintelProject *project;
  const LintelXmlDocument *document;
  GHashTable *sections; /* keys of sections met so far; with @ of those that have attributes */
  const xmlNode *locked_codes; /* the element that they were read from */
} LintelXmlReader;

/* The children of one element while they are read: strays wait here until it is known before
 * which element they stand. */
typedef struct
{
  LintelXmlReader *reader;
  const char *key;    /* of the element */
  GPtrArray *waiting; /* of LintelStray*, handed on in the end */
} LintelXmlScope;

/* Reads one element of our namespace: calls lintel_xml_scope_pass() when it found its place, or
 * keeps it aside. FALSE: no such element belongs here. */
typedef gboolean (*LintelXmlElementReader) (LintelXmlScope *scope, xmlNode *element,
                                            gconstpointer data);

/* Reads what is inside PARENT, whose key is KEY. */
void lintel_xml_read_children (LintelXmlReader *reader, xmlNode *parent, const char *key,
                               LintelXmlElementReader read, gconstpointer data);
/* An element with the key KEY has been read. */
void lintel_xml_scope_pass (LintelXmlScope *scope, const char *key);
/* Keeps NODE aside. ADDRESS may be NULL: then it is the node's name. WHY is a sentence. */
LintelStray *lintel_xml_scope_keep (LintelXmlScope *scope, xmlNode *node, LintelStrayKind kind,
                                    const char *address, const char *format, ...)
    G_GNUC_PRINTF (5, 6);
/* The kind that fits an error of lintel_project_load_text(). */
void lintel_xml_scope_keep_refused (LintelXmlScope *scope, xmlNode *node, const char *address,
                                    const LintelPlace *target, const GError *refusal);
void lintel_xml_scope_keep_duplicate (LintelXmlScope *scope, xmlNode *node, const char *address,
                                      const LintelPlace *target);
/* Keeps the attributes of an element with the key KEY that are not in KNOWN (NULL-terminated). */
void lintel_xml_keep_attributes (LintelXmlReader *reader, xmlNode *element, const char *key,
                                 const char *const *known);
/* Whether passing this element as a leaf would keep nothing, so that nobody needs its key. */
gboolean lintel_xml_scope_is_plain (const LintelXmlScope *scope, const xmlNode *element,
                                    const char *const *known);
/* For an element that has been read: passes it, and keeps whatever else it has. HAS_VALUE: the
 * text inside has been read too. */
void lintel_xml_scope_pass_leaf (LintelXmlScope *scope, xmlNode *element, const char *key,
                                 const char *const *known, gboolean has_value);
/* Whether an element has nothing but attributes in KNOWN. */
gboolean lintel_xml_node_is_plain (const xmlNode *element, const char *const *known);
/* For an element whose children belong to one section, however often it stands in the file. */
void lintel_xml_scope_pass_section (LintelXmlScope *scope, xmlNode *element, const char *key,
                                    const char *const *known);
/* Comments and processing instructions outside the root element. */
void lintel_xml_keep_around_root (LintelXmlReader *reader);
int lintel_xml_reader_get_line (const LintelXmlReader *reader, const xmlNode *node);

/* What stands inside the sections. */

gboolean lintel_xml_read_extension (LintelXmlScope *scope, xmlNode *element, gconstpointer data);
gboolean lintel_xml_read_code (LintelXmlScope *scope, xmlNode *element, gconstpointer data);
gboolean lintel_xml_read_dial_test (LintelXmlScope *scope, xmlNode *element, gconstpointer data);
gboolean lintel_xml_read_acceptance (LintelXmlScope *scope, xmlNode *element, gconstpointer data);
gboolean lintel_xml_read_sign_off (LintelXmlScope *scope, xmlNode *element, gconstpointer data);
/* <customer> is one record, a section of its own. */
void lintel_xml_read_customer (LintelXmlScope *scope, xmlNode *element);
/* Locked codes are read before everything else, since codes in clear have no place beside them;
 * then their element's turn comes among the others. */
void lintel_xml_read_locked_codes (LintelXmlReader *reader, const xmlNode *root);
void lintel_xml_pass_locked_codes (LintelXmlScope *scope, xmlNode *element);
/* The element's name and attributes, and what is inside it; NULL when the project has no lock.
 * Transfer full. */
GString *lintel_xml_print_locked_codes (LintelProject *project, char **content);
/* <set> elements; DATA is the LintelProgram. */
gboolean lintel_xml_read_set (LintelXmlScope *scope, xmlNode *element, gconstpointer data);

/* Keys, shared by reader and writer. Transfer full. */
char *lintel_xml_key_for_cell (const LintelItem *item, int i, int j);
char *lintel_xml_key_for_program (const LintelProgram *program);

G_END_DECLS
