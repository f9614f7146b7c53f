/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists: extensions by port, as an export has them; names and kinds by extension number, as people
 * keep them; and values by place, as the worksheet has them.
 */

#include "config.h"

#include "app/core/exchange/lintel-import-private.h"

#include <glib/gi18n-lib.h>

static const char *const port_titles[] = { "port", NULL };
static const char *const number_titles[] = { "number",    "extension", "ext", "ext.",
                                             "telephone", "station",   NULL };
static const char *const kind_titles[] = { "kind", NULL };
static const char *const name_titles[] = { "name", "user", "label", "display name", NULL };
static const char *const place_titles[] = { "place", NULL };
static const char *const value_titles[] = { "to", "value", NULL };

/* Extensions by port. */

static void
read_field (LintelReading *reading, int port, LintelField field, const char *const *titles)
{
  LintelPlace place = lintel_place_extension (port, field);
  guint column;
  const char *typed, *old;

  if (!lintel_reading_find_column (reading, titles, &column))
    return;
  typed = lintel_reading_get_field (reading->row, column);
  old = lintel_project_get_text (reading->onto, &place);
  if (field == LINTEL_FIELD_NUMBER && old != NULL
      && lintel_reading_reject_shortened (reading, column, old))
    return;
  if (*typed == '\0' && field != LINTEL_FIELD_NAME)
    lintel_reading_reject (reading, column,
                           _ ("an extension needs a number and a kind; fill the field in"));
  else if (g_strcmp0 (typed, old != NULL ? old : "") != 0)
    lintel_reading_set (reading, column, &place, *typed != '\0' ? typed : NULL);
}

static void
read_extension_row (LintelReading *reading, gconstpointer data)
{
  guint column = 0;
  guint64 port;

  lintel_reading_find_column (reading, port_titles, &column);
  if (!g_ascii_string_to_unsigned (lintel_reading_get_field (reading->row, column), 10, 1,
                                   LINTEL_PORT_LAST, &port, NULL))
    {
      g_autofree char *why =
          g_strdup_printf (_ ("a port is a number from 1 to %d"), LINTEL_PORT_LAST);

      lintel_reading_reject (reading, column, why);
      return;
    }
  read_field (reading, (int) port, LINTEL_FIELD_NUMBER, number_titles);
  read_field (reading, (int) port, LINTEL_FIELD_KIND, kind_titles);
  read_field (reading, (int) port, LINTEL_FIELD_NAME, name_titles);
}

gboolean
lintel_import_read_extensions (LintelReading *reading, GPtrArray *rows)
{
  guint column;

  if (!lintel_reading_find_column (reading, port_titles, &column))
    return FALSE;
  lintel_reading_foreach_row (reading, rows, 1, read_extension_row, NULL);
  return TRUE;
}

/* Names and kinds by extension number. */

typedef struct
{
  guint number, name; /* columns */
} NameColumns;

static void
read_name_row (LintelReading *reading, gconstpointer data)
{
  const NameColumns *columns = data;
  g_autofree char *number =
      g_strstrip (g_strdup (lintel_reading_get_field (reading->row, columns->number)));
  g_autofree char *name =
      g_strstrip (g_strdup (lintel_reading_get_field (reading->row, columns->name)));
  const LintelExtension *extension = lintel_project_find_extension (reading->copy, number);
  LintelPlace place;

  if (number[0] == '\0' && name[0] == '\0')
    return;
  if (extension == NULL)
    {
      lintel_reading_reject (reading, columns->number,
                             _ ("there is no extension with this number; add it first"));
      return;
    }
  place = lintel_place_extension (extension->port, LINTEL_FIELD_NAME);
  lintel_reading_set (reading, columns->name, &place, name[0] != '\0' ? name : NULL);
  read_field (reading, extension->port, LINTEL_FIELD_KIND, kind_titles);
}

gboolean
lintel_import_read_names (LintelReading *reading, GPtrArray *rows)
{
  NameColumns columns;

  if (!lintel_reading_find_column (reading, number_titles, &columns.number)
      || !lintel_reading_find_column (reading, name_titles, &columns.name))
    return FALSE;
  lintel_reading_foreach_row (reading, rows, 1, read_name_row, &columns);
  return TRUE;
}

void
lintel_import_read_plain_names (LintelReading *reading, GPtrArray *rows)
{
  const NameColumns columns = { 0, 1 };
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  g_ptr_array_add (titles, (gpointer) C_ ("column", "Number"));
  g_ptr_array_add (titles, (gpointer) C_ ("column", "Name"));
  reading->header = titles;
  lintel_reading_foreach_row (reading, rows, 0, read_name_row, &columns);
}

/* Values by place. */

static void
read_place_row (LintelReading *reading, gconstpointer data)
{
  guint value_column = *(const guint *) data;
  const char *typed = lintel_reading_get_field (reading->row, value_column);
  guint column = 0;
  LintelPlace place;
  g_autoptr (GError) error = NULL;

  lintel_reading_find_column (reading, place_titles, &column);
  if (!lintel_place_parse (lintel_reading_get_field (reading->row, column), reading->copy, &place,
                           &error))
    lintel_reading_reject (reading, column, error->message);
  else if (place.kind == LINTEL_PLACE_CELL)
    lintel_reading_set_cell (reading, value_column, &place);
  else
    lintel_reading_set (reading, value_column, &place, *typed != '\0' ? typed : NULL);
}

gboolean
lintel_import_read_places (LintelReading *reading, GPtrArray *rows)
{
  guint place, value;

  if (!lintel_reading_find_column (reading, place_titles, &place)
      || !lintel_reading_find_column (reading, value_titles, &value))
    return FALSE;
  lintel_reading_foreach_row (reading, rows, 1, read_place_row, &value);
  return TRUE;
}
