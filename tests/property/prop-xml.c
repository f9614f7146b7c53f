/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What reading and writing promise, for projects and files made at random:
 *
 *   a project comes back as it was, in the same bytes;
 *   a file with anything odd in it settles after one writing, and nothing odd is lost;
 *   after random edits, which take away what something stood before, and let something fit that
 *   did not, it settles after one more.
 */

#include "config.h"

#include "tests/support/test-support.h"

#include "lintel/xml.h"

#include <string.h>

#define N_PROJECTS 60
#define N_FILES 400

static LintelCatalogue *catalogue;
static guint32 seed;

/* Texts with everything that XML has to write in another way. */
static char *
draw_text (GRand *rand, guint max_length)
{
  static const char *const pieces[] = { "a", "7",  "<",   ">",     "&",  "\"",       "'", " ",
                                        "é", "你", "]]>", "&amp;", "--", "<!-- -->", "=", "𝄞" };
  GString *text = g_string_new (NULL);
  int length = g_rand_int_range (rand, 1, (gint32) max_length + 1);

  while (length-- > 0)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static char *
draw_digits (GRand *rand, const char *alphabet, int max_length)
{
  GString *text = g_string_new (NULL);
  int length = g_rand_int_range (rand, 0, max_length + 1);

  while (length-- > 0)
    g_string_append_c (text, alphabet[g_rand_int_range (rand, 0, (gint32) strlen (alphabet))]);
  return g_string_free (text, FALSE);
}

static char *
draw_value (GRand *rand, const LintelItem *item)
{
  const char *value;
  guint n = 0;

  if (item->type == LINTEL_TYPE_DIGITS)
    return draw_digits (rand, item->alphabet, item->max_length);
  if (item->type == LINTEL_TYPE_NUMBER)
    return g_strdup_printf ("%d", g_rand_int_range (rand, item->minimum, item->maximum + 1));
  while (lintel_item_get_choice (item, LINTEL_MODEL_SL2100, n, NULL, NULL))
    n++;
  lintel_item_get_choice (item, LINTEL_MODEL_SL2100, (guint) g_rand_int_range (rand, 0, (gint32) n),
                          &value, NULL);
  return g_strdup (value);
}

/* An edit that does not fit is simply not made: a port without an extension, say. */
static void
try_edit (LintelProject *project, const LintelPlace *place, const char *text)
{
  lintel_project_set (project, "", place, text, NULL);
}

static void
edit_cell (LintelProject *project, GRand *rand)
{
  guint n_programs;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);
  const LintelProgram *program = programs[g_rand_int_range (rand, 0, (gint32) n_programs)];
  const LintelItem *item = program->items[g_rand_int_range (rand, 0, (gint32) program->n_items)];
  int columns = item->n_dimensions > 1 ? item->dimension[1].capacity : 1;
  LintelPlace place =
      lintel_place_cell (item, g_rand_int_range (rand, 1, item->dimension[0].capacity + 1),
                         g_rand_int_range (rand, 1, columns + 1));
  g_autofree char *value = draw_value (rand, item);

  try_edit (project, &place, g_rand_int_range (rand, 0, 4) == 0 ? NULL : value);
}

static void
edit_extension (LintelProject *project, GRand *rand)
{
  int port = g_rand_int_range (rand, 1, LINTEL_PORT_LAST + 1);
  LintelPlace place = lintel_place_extension (port, LINTEL_FIELD_NUMBER);
  g_autofree char *number = draw_digits (rand, "0123456789", 8);
  g_autofree char *name = draw_text (rand, 8);

  if (g_rand_int_range (rand, 0, 4) == 0)
    {
      place.field = LINTEL_FIELD_NONE;
      try_edit (project, &place, NULL);
      return;
    }
  try_edit (project, &place, number);
  place.field = LINTEL_FIELD_KIND;
  try_edit (project, &place,
            lintel_extension_kind_to_id (
                (LintelExtensionKind) g_rand_int_range (rand, 0, LINTEL_N_EXTENSION_KINDS)));
  place.field = LINTEL_FIELD_NAME;
  try_edit (project, &place, name);
}

static void
edit_code (LintelProject *project, GRand *rand)
{
  g_autofree char *mailbox = draw_digits (rand, "0123456789", 8);
  g_autofree char *text = draw_text (rand, 4);
  LintelPlace place = lintel_place_code (mailbox);
  const char *const texts[] = { NULL, "", "4821", text };

  try_edit (project, &place, texts[g_rand_int_range (rand, 0, 4)]);
}

static void
edit_record (LintelProject *project, GRand *rand)
{
  static const LintelField fields[] = { LINTEL_FIELD_RULE, LINTEL_FIELD_AT,   LINTEL_FIELD_REASON,
                                        LINTEL_FIELD_FROM, LINTEL_FIELD_MODE, LINTEL_FIELD_NUMBER,
                                        LINTEL_FIELD_NONE };
  LintelPlaceKind kind = g_rand_boolean (rand) ? LINTEL_PLACE_ACCEPTANCE : LINTEL_PLACE_DIAL_TEST;
  int id = g_rand_int_range (rand, 1, lintel_project_next_id (project, kind) + 1);
  LintelPlace place =
      lintel_place_record (kind, id, fields[g_rand_int_range (rand, 0, G_N_ELEMENTS (fields))]);
  g_autofree char *text = draw_text (rand, 6);

  try_edit (project, &place, place.field == LINTEL_FIELD_NONE ? NULL : text);
}

static void
edit_heading (LintelProject *project, GRand *rand)
{
  const LintelPlace places[] = { lintel_place_customer (LINTEL_FIELD_NAME),
                                 lintel_place_customer (LINTEL_FIELD_SITE),
                                 lintel_place_customer (LINTEL_FIELD_WORDS),
                                 lintel_place_notes () };
  g_autofree char *text = draw_text (rand, 20);
  g_autofree char *lines = g_strconcat (text, "\n\t", text, NULL);
  const LintelPlace *place = &places[g_rand_int_range (rand, 0, G_N_ELEMENTS (places))];

  if (g_rand_int_range (rand, 0, 4) == 0)
    try_edit (project, place, NULL);
  else
    try_edit (project, place, place->kind == LINTEL_PLACE_NOTES ? lines : text);
}

static void
edit (LintelProject *project, GRand *rand, int n_edits)
{
  void (*const edits[]) (LintelProject *, GRand *) = { edit_cell,      edit_cell, edit_cell,
                                                       edit_extension, edit_code, edit_record,
                                                       edit_heading };

  while (n_edits-- > 0)
    edits[g_rand_int_range (rand, 0, G_N_ELEMENTS (edits))](project, rand);
}

static LintelProject *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  LintelProject *project = lintel_xml_read_bytes (catalogue, bytes, "made.xml", &error);

  ck_assert_msg (project != NULL, "%s in\n%s", error != NULL ? error->message : "", text);
  return project;
}

static char *
write_text (LintelProject *project)
{
  g_autoptr (GBytes) bytes = lintel_xml_write_bytes (project, TRUE);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The first line that differs: whole files are too long for a message. */
static char *
first_difference (const char *a, const char *b)
{
  g_auto (GStrv) lines = g_strsplit (a, "\n", -1);
  g_auto (GStrv) others = g_strsplit (b, "\n", -1);
  guint n = 0;

  while (lines[n] != NULL && g_strcmp0 (lines[n], others[n]) == 0)
    n++;
  return g_strdup_printf ("line %u: %.300s\ninstead of: %.300s", n + 1,
                          lines[n] != NULL ? lines[n] : "(end)",
                          n < g_strv_length (others) ? others[n] : "(end)");
}

static void
expect_same (const char *expected, const char *text, const char *file)
{
  g_autofree char *difference = NULL;

  if (g_str_equal (expected, text))
    return;
  difference = first_difference (text, expected);
  ck_abort_msg ("seed %u: %s\nmade from\n%.2500s", seed, difference, file);
}

/* Reads TEXT and writes it again. */
static char *
rewrite (const char *text)
{
  g_autoptr (LintelProject) project = read_text (text);

  return write_text (project);
}

static void
expect_settled (const char *text, const char *file)
{
  g_autofree char *again = rewrite (text);

  expect_same (text, again, file);
}

/* Records are counted anew when one before them is gone; that their bytes come back is enough. */
static gboolean
has_lasting_address (const LintelPlace *place)
{
  return place->kind != LINTEL_PLACE_ACCEPTANCE && place->kind != LINTEL_PLACE_DIAL_TEST;
}

static void
expect_no_edit (GPtrArray *edits, const char *file)
{
  for (guint n = 0; n < edits->len; n++)
    {
      const LintelEdit *edit = g_ptr_array_index (edits, n);
      g_autofree char *place = lintel_place_to_string (&edit->place, NULL);

      ck_assert_msg (!has_lasting_address (&edit->place),
                     "seed %u: %s was %s and is %s, after\n%.2500s", seed, place, edit->old_text,
                     edit->new_text, file);
    }
}

/* What was kept aside may have come to life, but nothing that was there may be gone. */
static void
expect_nothing_lost (LintelProject *project, const char *text)
{
  g_autoptr (LintelProject) back = read_text (text);
  g_autoptr (GPtrArray) edits = lintel_project_diff (project, back);

  for (guint n = 0; n < edits->len; n++)
    {
      const LintelEdit *edit = g_ptr_array_index (edits, n);
      g_autofree char *place = lintel_place_to_string (&edit->place, project);

      ck_assert_msg (edit->old_text == NULL || edit->place.kind == LINTEL_PLACE_STRAY
                         || !has_lasting_address (&edit->place),
                     "seed %u: %s was %s and is %s, after\n%.2500s", seed, place, edit->old_text,
                     edit->new_text, text);
    }
}

START_TEST (test_projects_come_back)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint n = 0; n < lintel_test_share (N_PROJECTS); n++)
    {
      g_autoptr (LintelProject) project = lintel_project_new (
          catalogue, n % 2 == 0 ? LINTEL_MODEL_SL2100 : LINTEL_MODEL_SL1100, "");
      g_autoptr (LintelProject) back = NULL;
      g_autoptr (GPtrArray) strays = NULL, edits = NULL;
      g_autofree char *text = NULL;

      edit (project, rand, g_rand_int_range (rand, 0, 300));
      text = write_text (project);
      expect_settled (text, text);
      back = read_text (text);
      strays = lintel_project_list_strays (back);
      edits = lintel_project_diff (project, back);
      ck_assert_msg (strays->len == 0, "seed %u: something was kept aside", seed);
      expect_no_edit (edits, text);
    }
}
END_TEST

/* Odd things that may stand between elements. */
static const char *const odds[] = {
  "<!-- a comment -->",
  "<?pi some data?>",
  "<x:one xmlns:x=\"urn:x\" x:k=\"1\"><x:two/> text </x:one>",
  "<y:far y:k=\"v\"><bare xmlns=\"\"/></y:far>",
  "<unknown a=\"1\">t</unknown>",
  "<none xmlns=\"\"><deep/></none>",
  "<other xmlns=\"urn:other\"><a/><b xmlns=\"urn:lintel:project:1\"/></other>",
  "loose text",
  "<set item=\"01\" class=\"3\" mailbox=\"4\" entry=\"5\" extension=\"101\" mode=\"6\">1</set>",
  "<set item=\"01\" class=\"3\" mailbox=\"4\" entry=\"5\" extension=\"999\" mode=\"6\">77</set>",
  "<set item=\"98\"/>",
  "<extension port=\"9\" number=\"bad\" kind=\"telephone\"/>",
  "<code mailbox=\"105\" state=\"odd\"/>",
  "<program number=\"12-34\"><set/></program>",
};

static void
append_odds (GString *text, GRand *rand, int max)
{
  int n = g_rand_int_range (rand, 0, max + 1);

  while (n-- > 0)
    {
      g_string_append (text, odds[g_rand_int_range (rand, 0, G_N_ELEMENTS (odds))]);
      if (g_rand_boolean (rand))
        g_string_append (text, "\n   ");
    }
}

static const char *
draw_odd_attribute (GRand *rand)
{
  static const char *const attributes[] = { "",
                                            "",
                                            "",
                                            " y:attr=\"a&#10;b\"",
                                            " colour=\"&quot;red&quot;\"",
                                            " z:a=\"1\" xmlns:z=\"urn:z\" y:b=\"2\"",
                                            " xml:lang=\"en\"" };

  return attributes[g_rand_int_range (rand, 0, G_N_ELEMENTS (attributes))];
}

static void
append_element (GString *text, GRand *rand, const char *name, const char *attributes,
                const char *content)
{
  g_string_append_printf (text, "<%s%s%s>%s", name, attributes, draw_odd_attribute (rand), content);
  if (g_rand_int_range (rand, 0, 6) == 0)
    append_odds (text, rand, 2);
  g_string_append_printf (text, "</%s>\n", name);
}

static void
append_extensions (GString *text, GRand *rand)
{
  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    {
      int port = g_rand_int_range (rand, 1, 5);
      g_autofree char *attributes =
          g_strdup_printf (" number=\"%d\" port=\"%d\" kind=\"telephone\"",
                           100 + g_rand_int_range (rand, 1, 5), port);

      append_element (text, rand, "extension", attributes, "");
      append_odds (text, rand, 1);
    }
}

static void
append_sets (GString *text, GRand *rand)
{
  for (int n = g_rand_int_range (rand, 0, 5); n > 0; n--)
    {
      g_autofree char *attributes = g_strdup_printf (
          " item=\"01\" class=\"%d\" mailbox=\"%d\" entry=\"%d\" extension=\"101\" mode=\"%d\"",
          g_rand_int_range (rand, 1, 4), g_rand_int_range (rand, 1, 4),
          g_rand_int_range (rand, 1, 4), g_rand_int_range (rand, 1, 4));

      append_element (text, rand, "set", attributes, g_rand_boolean (rand) ? "1" : "2");
      append_odds (text, rand, 1);
    }
}

static void
append_codes (GString *text, GRand *rand)
{
  static const char *const states[] = { "set", "none", "unknown" };

  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    {
      const char *state = states[g_rand_int_range (rand, 0, 3)];
      g_autofree char *attributes = g_strdup_printf (" mailbox=\"%d\" state=\"%s\"",
                                                     100 + g_rand_int_range (rand, 1, 4), state);

      append_element (text, rand, "code", attributes, g_str_equal (state, "set") ? "4821" : "");
      append_odds (text, rand, 1);
    }
}

static void
append_accepted (GString *text, GRand *rand)
{
  for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    append_element (text, rand, "accept", " at=\"21-05[2]\" rule=\"table-gap\"", "");
  append_odds (text, rand, 1);
}

static void
append_section (GString *text, GRand *rand)
{
  static const char *const programs[] = { " number=\"47-02\"", " number=\"21-04\"",
                                          " number=\"21-05\"", " number=\"21-06\"" };
  const struct
  {
    const char *name, *attributes;
    void (*append) (GString *, GRand *);
  } sections[] = {
    { "extensions", "", append_extensions },
    { "program", programs[g_rand_int_range (rand, 0, 4)], append_sets },
    { "codes", "", append_codes },
    { "accepted", "", append_accepted },
    { "customer", " name=\"Acme\"", NULL },
    { "notes", "", NULL },
  };
  guint n = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (sections));
  g_autoptr (GString) content = g_string_new (NULL);

  append_odds (content, rand, 1);
  if (sections[n].append != NULL)
    sections[n].append (content, rand);
  append_element (text, rand, sections[n].name, sections[n].attributes, content->str);
}

static char *
draw_file (GRand *rand)
{
  GString *text = g_string_new ("<?xml version=\"1.0\"?>\n");

  g_string_append (text, g_rand_boolean (rand) ? "<!-- top --><?top?>" : "");
  g_string_append_printf (
      text, "<lintel xmlns:y=\"urn:y\" xmlns=\"urn:lintel:project:1\" model=\"sl1100\"%s>",
      draw_odd_attribute (rand));
  for (int n = g_rand_int_range (rand, 0, 9); n > 0; n--)
    {
      append_odds (text, rand, 1);
      append_section (text, rand);
    }
  append_odds (text, rand, 2);
  g_string_append (text, "</lintel>");
  g_string_append (text, g_rand_boolean (rand) ? "<!-- bottom -->" : "");
  return g_string_free (text, FALSE);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What the file keeps aside, in the order of its words; text may grow together. */
static char *
list_kept (LintelProject *project)
{
  g_autoptr (GPtrArray) strays = lintel_project_list_strays (project);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GString *out = g_string_new (NULL);

  for (guint n = 0; n < strays->len; n++)
    {
      const LintelStray *stray = g_ptr_array_index (strays, n);

      if (strstr (stray->xml, "loose text") == NULL)
        g_ptr_array_add (words, stray->xml);
    }
  g_ptr_array_sort (words, compare_words);
  for (guint n = 0; n < words->len; n++)
    g_string_append_printf (out, "%s\n", (const char *) g_ptr_array_index (words, n));
  return g_string_free (out, FALSE);
}

START_TEST (test_files_settle)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint n = 0; n < lintel_test_share (N_FILES); n++)
    {
      g_autofree char *file = draw_file (rand);
      g_autoptr (LintelProject) project = read_text (file);
      g_autofree char *text = write_text (project);
      g_autoptr (LintelProject) back = read_text (text);
      g_autofree char *kept = list_kept (project), *kept_back = list_kept (back);
      g_autoptr (GPtrArray) edits = lintel_project_diff (project, back);
      g_autofree char *edited = NULL, *settled = NULL;

      expect_settled (text, file);
      expect_same (kept, kept_back, file);
      expect_no_edit (edits, file);
      edit (project, rand, 20);
      edited = write_text (project);
      expect_nothing_lost (project, edited);
      settled = rewrite (edited);
      expect_settled (settled, edited);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("xml");
  TCase *tests = tcase_create ("round trips");
  int status;

  seed = lintel_test_seed ();
  catalogue = lintel_catalogue_new_builtin ();
  tcase_set_timeout (tests, 120);
  tcase_add_test (tests, test_projects_come_back);
  tcase_add_test (tests, test_files_settle);
  suite_add_tcase (suite, tests);
  status = lintel_test_run (suite);
  lintel_catalogue_unref (catalogue);
  return status;
}
