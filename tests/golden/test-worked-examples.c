/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The forty worked examples of the fact sheet on toll restriction (O1 to O40).
 *
 * The verdict that the sheet expects stands beside each; one that the sheet calls disputed has to
 * come out as "depends". What decides and which open points can change it is in the golden file, as
 * is why an example lies outside of what the tables of a project can tell.
 */

#include "lintel/dial.h"
#include "tests/support/test-support.h"

#include <string.h>

/* SETTINGS: "08={1,1214}" is item 21-05-08 pointing at a table with these entries, "05!={911}" a
 * table that is not assigned, "04=7" a maximum of 7 digits. */
static const struct
{
  const char *id, *settings, *numbers, *expected;
} examples[] = {
  { "O1", "07={1214} 08={1}", "12145551234", "allowed" },
  { "O2", "07={1214} 08={1}", "13125551234", "restricted" },
  { "O3", "07={1214} 08={1}", "5551234", "allowed" },
  { "O4", "06={900,1900,976}", "19005551234 9005551234 9761234", "restricted" },
  { "O5", "06={900,1900,976}", "12125551234 5551234", "allowed" },
  { "O6", "06={900,1900,976}", "011442071234567", "allowed" },
  { "O7", "06={900,1900,976}", "12129761234", "allowed" },
  { "O8", "06={900,1900,976}", "19765551234", "allowed" },
  { "O8", "06={900,1900,976,1976}", "19765551234", "restricted" },
  { "O9", "06!={900,1900,976}", "19005551234", "allowed" },
  { "O10", "07={1809} 08={1809}", "18095551234", "allowed" },
  { "O11", "05={911} 06={911} 08={911}", "911", "allowed" },
  { "O12", "05!={911} 08={9}", "911", "restricted" },
  { "O13", "05={999,112}", "999 112", "allowed" },
  { "O13", "05={999,112} 06={999,112} 08={@}", "999 112", "allowed" },
  { "O14", "06={411}", "411", "restricted" },
  { "O15", "06={411} 07={411}", "411", "depends" },
  { "O16", "08={1900}", "19005551234", "restricted" },
  { "O16", "08={1900}", "12125551234 9005551234 0 011442071234567", "allowed" },
  { "O17", "07={1203}", "12035551234", "allowed" },
  { "O18", "07={1203}", "12125551234", "depends" },
  { "O19", "05={911} 07={1203}", "911", "allowed" },
  { "O20", "07={01203}", "01203555123", "allowed" },
  { "O20", "07={01203}", "02012345678", "depends" },
  { "O21", "07={911} 08={@}", "911", "allowed" },
  { "O22", "07={911} 08={@}", "5551234 0 411 011442071234567", "restricted" },
  { "O23", "07={911} 08={@}", "*67911", "restricted" },
  { "O24", "04=7", "5551234", "allowed" },
  { "O24", "04=7", "55512345", "restricted" },
  { "O25", "04=7 05={1800}", "18005551234", "depends" },
  { "O26", NULL, "the class of extension and trunk is another test's", NULL },
  { "O27", NULL, "the trunk's class (21-21) is not part of a project: assumed to be 1", NULL },
  { "O28", NULL, "the trunk's restriction flag (14-01-08) is not: assumed to be 1", NULL },
  { "O29", NULL, "override codes (21-07) are not: assumed not to be used", NULL },
  { "O30", NULL, "walking classes (21-14) are not: assumed not to be used", NULL },
  { "O31", "01={011}", "011442071234567", "restricted" },
  { "O32", NULL, "21-01-10 is about the talk path and not about what gets out", NULL },
  { "O33", NULL, "21-01-12 is about the access digit, which is not part of a number here", NULL },
  { "O34", NULL, "Dial Block (21-09, 21-10) is not: assumed not to be used", NULL },
  { "O35", NULL, "trunks behind another PBX (14-04) are not: assumed that there are none", NULL },
  { "O36", NULL, "the same", NULL },
  { "O37", "01={011}", "011442071234567", "restricted" },
  { "O37", "01={011}", "01442071234567", "allowed" },
  { "O38", "01={011}", "18765551234", "allowed" },
  { "O39", "08={1242,1876}", "18765551234", "restricted" },
  { "O39", "08={1242,1876}", "8765551234", "allowed" },
  { "O40", "08={011}", "1010288011442071234567", "allowed" },
  { "O40", "08={011,101}", "1010288011442071234567", "restricted" },
};

static LintelDialTable
find_table (const char *item)
{
  static const char *const items[] = { "05", "07", "02", "06", "08", "01" };

  for (guint t = 0; t < G_N_ELEMENTS (items); t++)
    if (g_str_has_prefix (item, items[t]))
      return (LintelDialTable) t;
  ck_abort_msg ("no such setting: %s", item);
}

/* STORE keeps the entries alive. */
static void
apply_setting (const char *setting, LintelDialClass *description, GPtrArray *store)
{
  LintelDialTableUse *use;
  char *entries;
  char **list;

  if (g_str_has_prefix (setting, "04="))
    {
      description->max_table = 1;
      description->max_digits = atoi (setting + 3);
      return;
    }
  use = &description->table[find_table (setting)];
  entries = g_strdup (strchr (setting, '{') + 1);
  entries[strlen (entries) - 1] = '\0';
  list = g_strsplit (entries, ",", -1);
  g_free (entries);
  g_ptr_array_add (store, list);
  use->assigned = strchr (setting, '!') == NULL;
  use->number = g_str_has_prefix (setting, "07") || g_str_has_prefix (setting, "08") ? 1 : 0;
  use->entries = (const char *const *) list;
  use->n_entries = g_strv_length (list);
}

static LintelDialMatcher *
make_matcher (const char *settings)
{
  g_autoptr (GPtrArray) store = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) list = g_strsplit (settings, " ", -1);
  LintelDialClass description = { .international_prefix = "011" };

  for (guint i = 0; list[i] != NULL; i++)
    apply_setting (list[i], &description, store);
  return lintel_dial_matcher_new (&description);
}

static void
answer_number (GString *out, guint nth, const LintelDialMatcher *matcher, const char *number)
{
  g_autofree char *place = NULL;
  g_autofree char *flips = NULL;
  LintelDialAnswer answer;

  lintel_dial_evaluate (matcher, number, strlen (number), &answer);
  place = lintel_dial_answer_get_place (matcher, &answer);
  flips = lintel_dial_answer_get_flips (&answer);
  ck_assert_msg (g_str_equal (lintel_dial_verdict_to_id (answer.verdict), examples[nth].expected),
                 "%s, %s: %s is %s and not %s", examples[nth].id, examples[nth].settings, number,
                 lintel_dial_verdict_to_id (answer.verdict), examples[nth].expected);
  g_string_append_printf (out, "%s\t%s\t%s\t%s\t%s\t%s\n", examples[nth].id, examples[nth].settings,
                          number, examples[nth].expected, place != NULL ? place : "-",
                          flips[0] != '\0' ? flips : "-");
}

START_TEST (come_out_as_the_sheet_says)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *path = lintel_test_data ("dial", "worked-examples.txt", NULL);

  for (guint nth = 0; nth < G_N_ELEMENTS (examples); nth++)
    {
      g_autoptr (LintelDialMatcher) matcher = NULL;
      g_auto (GStrv) numbers = NULL;

      if (examples[nth].settings == NULL)
        {
          g_string_append_printf (out, "%s\toutside: %s\n", examples[nth].id,
                                  examples[nth].numbers);
          continue;
        }
      matcher = make_matcher (examples[nth].settings);
      numbers = g_strsplit (examples[nth].numbers, " ", -1);
      for (guint i = 0; numbers[i] != NULL; i++)
        answer_number (out, nth, matcher, numbers[i]);
    }
  lintel_test_golden (path, out->str);
}
END_TEST

START_TEST (all_forty_are_there)
{
  for (guint n = 1; n <= 40; n++)
    {
      g_autofree char *id = g_strdup_printf ("O%u", n);
      gboolean found = FALSE;

      for (guint nth = 0; nth < G_N_ELEMENTS (examples); nth++)
        found = found || g_str_equal (examples[nth].id, id);
      ck_assert_msg (found, "%s is missing", id);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("worked-examples");
  TCase *tests = tcase_create ("examples");

  tcase_add_test (tests, come_out_as_the_sheet_says);
  tcase_add_test (tests, all_forty_are_there);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
