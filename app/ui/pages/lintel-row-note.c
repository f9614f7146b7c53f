/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row is about, in words. */

#include "config.h"

#include "app/ui/pages/lintel-row-note.h"
#include "lintel/safe-text.h"

#include <glib/gi18n-lib.h>

guint
lintel_row_note_list_titles (LintelIndexKind kind, const char *titles[LINTEL_MAX_ROW_NOTES])
{
  switch (kind)
    {
    case LINTEL_INDEX_MAILBOX:
    case LINTEL_INDEX_GROUP:
      titles[0] = C_ ("column", "Belongs to");
      return 1;
    case LINTEL_INDEX_EXTENSION:
      titles[0] = C_ ("column", "Kind");
      titles[1] = C_ ("column", "Name");
      return 2;
    case LINTEL_INDEX_CLASS:
      titles[0] = C_ ("column", "Used by");
      return 1;
    case LINTEL_INDEX_NONE:
    case LINTEL_INDEX_MODE:
    case LINTEL_INDEX_TABLE:
    case LINTEL_INDEX_ENTRY:
    default:
      return 0;
    }
}

guint
lintel_row_note_get_width (LintelIndexKind kind, guint n)
{
  if (kind == LINTEL_INDEX_EXTENSION)
    return n == 0 ? 12 : 18;
  return kind == LINTEL_INDEX_CLASS ? 28 : 18;
}

/* The extension that a mailbox or group number names. */
static char *
describe_owner (LintelProject *project, const char *program, int index)
{
  const LintelItem *item =
      lintel_catalogue_find_item (lintel_project_get_catalogue (project), program, "02");
  const LintelExtension *extension;
  const char *number;

  if (item == NULL)
    return g_strdup ("");
  number = lintel_project_get (project, item, index, 1);
  if (number[0] == '\0')
    return g_strdup (C_ ("extension", "nobody"));
  extension = lintel_project_find_extension (project, number);
  if (extension == NULL)
    return g_strdup (_ ("no such extension"));
  if (extension->name != NULL && extension->name[0] != '\0')
    return lintel_text_make_safe (extension->name, FALSE);
  return g_strdup (lintel_extension_kind_get_title (extension->kind));
}

static gboolean
has_class_in_some_mode (LintelProject *project, const LintelItem *item, int port, int class)
{
  int first, last;

  if (!lintel_item_get_range (item, 1, lintel_project_get_model (project),
                              lintel_project_get_version (project), &first, &last))
    return FALSE;
  for (int mode = first; mode <= last; mode++)
    if (lintel_project_has_cell (project, item, port, mode)
        && lintel_project_get_number (project, item, port, mode) == class)
      return TRUE;
  return FALSE;
}

char *
lintel_row_note_class_users (LintelProject *project, int class)
{
  const LintelItem *item =
      lintel_catalogue_find_item (lintel_project_get_catalogue (project), "21-04", "01");
  GString *text = g_string_new (NULL);
  guint users[LINTEL_N_EXTENSION_KINDS] = { 0 };

  for (int port = 1; item != NULL && port <= LINTEL_PORT_LAST; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (project, port);

      if (extension != NULL && has_class_in_some_mode (project, item, port, class))
        users[extension->kind]++;
    }
  for (int kind = 0; kind < LINTEL_N_EXTENSION_KINDS; kind++)
    if (users[kind] > 0 && kind != LINTEL_EXTENSION_UNUSED)
      /* Translators: how many extensions of a kind, "4 × InMail" */
      g_string_append_printf (text, _ ("%s%u × %s"), text->len > 0 ? ", " : "", users[kind],
                              lintel_extension_kind_get_title (kind));
  if (text->len == 0)
    g_string_append (text, C_ ("extension", "nobody"));
  return g_string_free (text, FALSE);
}

static char *
describe_extension (LintelProject *project, int port, guint n)
{
  const LintelExtension *extension = lintel_project_get_extension (project, port);

  if (extension == NULL)
    return g_strdup ("");
  return lintel_text_make_safe (
      n == 0 ? lintel_extension_kind_get_title (extension->kind) : extension->name, FALSE);
}

char *
lintel_row_note_get (LintelProject *project, LintelIndexKind kind, int index, guint n)
{
  switch (kind)
    {
    case LINTEL_INDEX_MAILBOX:
      return describe_owner (project, "47-02", index);
    case LINTEL_INDEX_GROUP:
      return describe_owner (project, "47-03", index);
    case LINTEL_INDEX_EXTENSION:
      return describe_extension (project, index, n);
    case LINTEL_INDEX_CLASS:
      return lintel_row_note_class_users (project, index);
    case LINTEL_INDEX_NONE:
    case LINTEL_INDEX_MODE:
    case LINTEL_INDEX_TABLE:
    case LINTEL_INDEX_ENTRY:
    default:
      return g_strdup ("");
    }
}

/* A mailbox of type 0 is none. */
static gboolean
is_mailbox_used (LintelProject *project, const char *program, const char *type, int index)
{
  const LintelItem *item =
      lintel_catalogue_find_item (lintel_project_get_catalogue (project), program, type);

  return item == NULL || lintel_project_get_number (project, item, index, 1) != 0;
}

static gboolean
is_extension_used (LintelProject *project, int port)
{
  const LintelExtension *extension = lintel_project_get_extension (project, port);

  return extension != NULL && extension->kind != LINTEL_EXTENSION_UNUSED;
}

static gboolean
is_class_used (LintelProject *project, int class)
{
  const LintelItem *item =
      lintel_catalogue_find_item (lintel_project_get_catalogue (project), "21-04", "01");

  for (int port = 1; item != NULL && port <= LINTEL_PORT_LAST; port++)
    if (is_extension_used (project, port) && has_class_in_some_mode (project, item, port, class))
      return TRUE;
  return FALSE;
}

gboolean
lintel_row_note_is_used (LintelProject *project, LintelIndexKind kind, int index)
{
  switch (kind)
    {
    case LINTEL_INDEX_MAILBOX:
      return is_mailbox_used (project, "47-02", "01", index);
    case LINTEL_INDEX_GROUP:
      return is_mailbox_used (project, "47-03", "03", index);
    case LINTEL_INDEX_EXTENSION:
      return is_extension_used (project, index);
    case LINTEL_INDEX_CLASS:
      return is_class_used (project, index);
    case LINTEL_INDEX_NONE:
    case LINTEL_INDEX_MODE:
    case LINTEL_INDEX_TABLE:
    case LINTEL_INDEX_ENTRY:
    default:
      return TRUE;
    }
}
