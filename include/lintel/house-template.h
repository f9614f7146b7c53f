/* SPDX-License-Identifier: GPL-3.0-or-later */
/* House templates: a project of the office's own that others start from, without anything that
 * belongs to one customer. */
#pragma once

#include "lintel/project.h"

G_BEGIN_DECLS

/* Adds the edits that take out what is the customer's: customer, notes, names of extensions,
 * mailbox codes, acceptances, sign-offs, and what was kept aside in the file. */
void lintel_house_template_strip (LintelProject *project, GPtrArray *edits);

/* A new project from a project file: that file without what is its customer's, which is checked.
 * GError as lintel_xml_read_file(). Transfer full. */
LintelProject *lintel_house_template_new (LintelCatalogue *catalogue, const char *path,
                                          GError **error);

/* Writes such a project, made from this one, to PATH, whose folder is made if need be. */
gboolean lintel_house_template_save (LintelProject *project, const char *path, GError **error);

/* The office's own templates, *.xml in the folder "templates" of the user's data: their names,
 * without the ending, in order. Transfer full. */
GPtrArray *lintel_house_templates_list (void);
/* The file of a template by its name, whether it is there or not. NULL for what cannot be a name.
 * Transfer full. */
char *lintel_house_template_get_path (const char *name);

/* What to compare PROJECT with: a file, an office's template by name, or one of those that Lintel
 * brings along ("hardened", "factory") for the project's own model and InMail ports. A template of
 * the office's own comes first. Transfer full. */
LintelProject *lintel_house_template_load (LintelProject *project, const char *name,
                                           GError **error);

/* The edits, with old and new, that bring PROJECT's toll restriction to that of HOUSE: programs
 * 21-05 and 21-06, and 21-04 of what is an InMail port in both, where the values differ. Who is in
 * which class otherwise, mailboxes and codes are the customer's own. NULL with GError when the
 * models differ. */
GPtrArray *lintel_house_template_compare (LintelProject *project, LintelProject *house,
                                          GError **error);

G_END_DECLS
