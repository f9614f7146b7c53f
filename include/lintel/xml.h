/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The project file (namespace urn:lintel:project:1).
 *
 * Reading fails (GError) only when there is no project to be had: not well-formed, not a Lintel
 * file, of a later format, too large or too deep. What is wrong in the content is kept aside as
 * strays of the project, which lint reports. Writing is byte-stable.
 */
#pragma once

#include "lintel/file.h"
#include "lintel/project.h"

G_BEGIN_DECLS

#define LINTEL_XML_ERROR (lintel_xml_error_quark ())
GQuark lintel_xml_error_quark (void);
typedef enum
{
  LINTEL_XML_ERROR_IO,      /* cannot read or write; the message has the file and the reason */
  LINTEL_XML_ERROR_SYNTAX,  /* not well-formed, or more than Lintel reads */
  LINTEL_XML_ERROR_FORMAT,  /* well-formed, but not a Lintel project */
  LINTEL_XML_ERROR_VERSION, /* written by a later Lintel */
  LINTEL_XML_ERROR_VERIFY,  /* what was written did not read back the same */
  LINTEL_XML_ERROR_CHANGED, /* somebody else changed the file in the meantime */
} LintelXmlError;

/* No project is larger; a full one with every cell set has under 1 MB. */
#define LINTEL_XML_MAX_BYTES (16 * 1024 * 1024)

/* Messages are "FILE:LINE:COLUMN: what", the position only where there is one. */
LintelProject *lintel_xml_read_file (LintelCatalogue *catalogue, const char *path, GError **error);
/* NAME stands for the file in messages. */
LintelProject *lintel_xml_read_bytes (LintelCatalogue *catalogue, GBytes *bytes, const char *name,
                                      GError **error);

/* The bytes of a file, for who needs them besides the project. Little more than Lintel reads at
 * most, so that no file can fill the memory. */
GBytes *lintel_xml_load_bytes (const char *path, GError **error);

/* Without the codes section, and what was accepted of codes, when WITH_CODES is FALSE. */
GBytes *lintel_xml_write_bytes (LintelProject *project, gboolean with_codes);

/* Atomic and durable: a file beside PATH is written, flushed, read back and compared, then renamed
 * over PATH, keeping its permissions (0600 when new), and the folder is flushed. On any error PATH
 * is as it was; only when that last step fails it is the new file, whole, and a power cut could
 * bring the old one back. Does not mark the project saved: the caller does. */
gboolean lintel_xml_write_file (LintelProject *project, const char *path, GError **error);
/* The same for a file that was read: unless it still holds what it did then, it is left alone
 * (LINTEL_XML_ERROR_CHANGED). */
gboolean lintel_xml_update_file (LintelProject *project, const char *path,
                                 const LintelFileStamp *read, GError **error);

/* A new project from a template: "factory" or "hardened". TELEPHONES is how many of the ports from
 * 1 on are telephones, numbered 101, 102, …; the InMail extensions FIRST_INMAIL to LAST_INMAIL
 * (numbers) may be 0 for the model's default: 213-228 on an SL2100, while an SL1100 has none
 * documented, so that it is an error (LINTEL_PROJECT_ERROR_VALUE). */
LintelProject *lintel_template_new (LintelCatalogue *catalogue, LintelModel model,
                                    const char *template_name, int telephones, int first_inmail,
                                    int last_inmail, GError **error);
/* The same for the model of PROJECT, with the InMail ports from its first to its last one. */
LintelProject *lintel_template_new_like (LintelProject *project, const char *template_name,
                                         GError **error);

G_END_DECLS
