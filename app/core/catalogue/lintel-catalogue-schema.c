/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of the schema of project files that depends on the catalogue: for every item the
 * indexes that a <set> has and the values that it takes. The schema knows no models, so an index
 * is valid when any model has it; what one model lacks is a finding, not a broken file.
 */

#include "config.h"

#include "app/core/catalogue/lintel-catalogue-private.h"

static const char header[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n"
    "<!--\n"
    "  Made from data/catalogue, do not edit: LINTEL_REGENERATE=1 in the environment of the test\n"
    "  test-catalogue-schema writes it anew. project.rng includes it and defines "
    "foreign-attribute\n"
    "  and foreign-element, what other namespaces may add.\n"
    "-->\n"
    "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" ns=\"urn:lintel:project:1\"\n"
    "         datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n";

static void
write_number (GString *out, const char *indent, int minimum, int maximum)
{
  g_string_append_printf (out,
                          "%s<data type=\"integer\">\n"
                          "%s  <param name=\"pattern\">0|[1-9][0-9]*</param>\n"
                          "%s  <param name=\"minInclusive\">%d</param>\n"
                          "%s  <param name=\"maxInclusive\">%d</param>\n"
                          "%s</data>\n",
                          indent, indent, indent, minimum, indent, maximum, indent);
}

/* An extension is written as its number and checked against the project's own list by Lintel. */
static void
write_index (GString *out, const LintelDimension *dimension)
{
  g_string_append_printf (out, "      <attribute name=\"%s\">\n",
                          lintel_index_kind_to_id (dimension->kind));
  if (dimension->kind == LINTEL_INDEX_EXTENSION)
    g_string_append (
        out, "        <data type=\"string\"><param name=\"pattern\">[0-9]{1,8}</param></data>\n");
  else
    write_number (out, "        ", 1, dimension->capacity);
  g_string_append (out, "      </attribute>\n");
}

static void
write_choices (GString *out, const LintelItem *item)
{
  const char *value;

  g_string_append (out, "      <choice>\n");
  for (guint k = 0; lintel_item_get_choice (item, LINTEL_MODEL_SL2100, k, &value, NULL); k++)
    g_string_append_printf (out, "        <value type=\"string\">%s</value>\n", value);
  g_string_append (out, "      </choice>\n");
}

/* No alphabet holds a character with a meaning inside brackets: catalogue.rng sees to that. */
static void
write_value (GString *out, const LintelItem *item)
{
  switch (item->type)
    {
    case LINTEL_TYPE_NUMBER:
      write_number (out, "      ", item->minimum, item->maximum);
      break;
    case LINTEL_TYPE_CHOICE:
    case LINTEL_TYPE_FLAG:
      write_choices (out, item);
      break;
    case LINTEL_TYPE_DIGITS:
    default:
      g_string_append_printf (
          out, "      <data type=\"string\"><param name=\"pattern\">[%s]{0,%d}</param></data>\n",
          item->alphabet, item->max_length);
      break;
    }
}

static void
write_item (GString *out, const LintelItem *item)
{
  g_string_append_printf (out,
                          "\n  <define name=\"set-%s\">\n"
                          "    <element name=\"set\">\n"
                          "      <attribute name=\"item\">"
                          "<value type=\"string\">%s</value></attribute>\n",
                          lintel_item_get_number (item), item->id);
  for (guint dim = 0; dim < item->n_dimensions; dim++)
    write_index (out, &item->dimension[dim]);
  g_string_append (out, "      <zeroOrMore><ref name=\"foreign-attribute\"/></zeroOrMore>\n");
  write_value (out, item);
  g_string_append (out, "    </element>\n  </define>\n");
}

static void
write_program (GString *out, const LintelProgram *program)
{
  g_string_append_printf (out,
                          "\n  <define name=\"program-%s\">\n"
                          "    <element name=\"program\">\n"
                          "      <attribute name=\"number\">"
                          "<value type=\"string\">%s</value></attribute>\n"
                          "      <zeroOrMore><ref name=\"foreign-attribute\"/></zeroOrMore>\n"
                          "      <zeroOrMore>\n"
                          "        <choice>\n",
                          program->number, program->number);
  for (guint i = 0; i < program->n_items; i++)
    g_string_append_printf (out, "          <ref name=\"set-%s\"/>\n",
                            lintel_item_get_number (program->items[i]));
  g_string_append (out, "          <ref name=\"foreign-element\"/>\n"
                        "        </choice>\n"
                        "      </zeroOrMore>\n"
                        "    </element>\n"
                        "  </define>\n");
  for (guint i = 0; i < program->n_items; i++)
    write_item (out, program->items[i]);
}

char *
lintel_catalogue_write_schema (const LintelCatalogue *catalogue)
{
  g_autoptr (GString) out = g_string_new (header);
  guint n_programs;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);

  g_string_append (out, "  <!-- Any one <program>. -->\n"
                        "  <define name=\"program\">\n"
                        "    <choice>\n");
  for (guint i = 0; i < n_programs; i++)
    g_string_append_printf (out, "      <ref name=\"program-%s\"/>\n", programs[i]->number);
  g_string_append (out, "    </choice>\n  </define>\n");
  for (guint i = 0; i < n_programs; i++)
    write_program (out, programs[i]);
  g_string_append (out, "</grammar>\n");
  return g_string_free (g_steal_pointer (&out), FALSE);
}
