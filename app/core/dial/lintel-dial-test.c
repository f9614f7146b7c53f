/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dial tests: keeping one, suggesting those that every system should have, and their outcome. */

#include "config.h"

#include "lintel/dial-test.h"

#include "lintel/dial-system.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_field (GPtrArray *edits, int id, LintelField field, const char *text)
{
  LintelPlace place = lintel_place_record (LINTEL_PLACE_DIAL_TEST, id, field);

  lintel_edits_add (edits, &place, text);
}

/* The next id behind those that EDITS take. */
static int
get_next_id (LintelProject *project, GPtrArray *edits)
{
  int id = lintel_project_next_id (project, LINTEL_PLACE_DIAL_TEST);

  for (guint i = 0; i < edits->len; i++)
    {
      const LintelEdit *edit = edits->pdata[i];

      if (edit->place.kind == LINTEL_PLACE_DIAL_TEST)
        id = MAX (id, edit->place.index[0] + 1);
    }
  return id;
}

static gboolean
is_kept (LintelProject *project, const char *from, const char *mode, const char *number)
{
  g_autoptr (GPtrArray) tests = lintel_project_list_dial_tests (project);

  for (guint i = 0; i < tests->len; i++)
    {
      const LintelDialTest *test = tests->pdata[i];
      g_autofree char *other = g_strdup (test->number);

      lintel_dial_clean (other);
      if (g_str_equal (test->from, from) && g_str_equal (test->mode, mode)
          && g_str_equal (other, number))
        return TRUE;
    }
  return FALSE;
}

/* FALSE: it is a test already. */
static gboolean
add_test (LintelProject *project, int port, int mode, const char *number,
          LintelDialVerdict expected, GPtrArray *edits)
{
  const LintelExtension *extension = lintel_project_get_extension (project, port);
  g_autofree char *mode_text = g_strdup_printf ("%d", mode);
  int id = get_next_id (project, edits);

  if (is_kept (project, extension->number, mode_text, number))
    return FALSE;
  add_field (edits, id, LINTEL_FIELD_FROM, extension->number);
  add_field (edits, id, LINTEL_FIELD_MODE, mode_text);
  add_field (edits, id, LINTEL_FIELD_NUMBER, number);
  add_field (edits, id, LINTEL_FIELD_EXPECT, lintel_dial_verdict_to_id (expected));
  return TRUE;
}

static LintelDialVerdict
find_verdict (LintelProject *project, int class_number, const char *number)
{
  LintelDialAnswer answer;

  lintel_dial_evaluate (
      lintel_dial_system_get_matcher (lintel_dial_system_of (project), class_number), number,
      strlen (number), &answer);
  return answer.verdict;
}

gboolean
lintel_dial_test_keep (LintelProject *project, int port, int mode, const char *number,
                       GPtrArray *edits)
{
  int class_number = lintel_dial_system_get_class (lintel_dial_system_of (project), port, mode);

  return class_number != 0
         && add_test (project, port, mode, number, find_verdict (project, class_number, number),
                      edits);
}

/* Suggestions. */

/* A call abroad that nobody has to make: the plan's own example. */
static char *
make_international (LintelProject *project)
{
  LintelDialSystem *system = lintel_dial_system_of (project);
  const LintelDestination *destination =
      lintel_numbering_plan_find (lintel_dial_system_get_plan (system), "international");
  LintelDialClass open = { 0 };
  g_autoptr (LintelDialMatcher) matcher = lintel_dial_matcher_new (&open);
  LintelDialFound found;

  if (destination == NULL)
    return NULL;
  lintel_dial_search (matcher, lintel_dial_set_of (destination), 0, &found);
  return g_strdup (found.witness[LINTEL_DIAL_ALLOWED]);
}

/* One test for each class that the port is in, in the first mode that has it. */
static void
add_in_each_class (LintelProject *project, int port, const char *number, LintelDialVerdict expected,
                   GPtrArray *edits)
{
  LintelDialSystem *system = lintel_dial_system_of (project);
  guint classes = 0;

  for (int mode = 1; mode <= lintel_dial_system_get_n_modes (system); mode++)
    {
      int class_number = lintel_dial_system_get_class (system, port, mode);

      if (class_number != 0 && (classes >> class_number & 1) == 0)
        add_test (project, port, mode, number, expected, edits);
      classes |= 1u << class_number;
    }
}

/* Emergency numbers are short and stand for themselves. */
static void
add_emergency (LintelProject *project, int port, GPtrArray *edits)
{
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (lintel_dial_system_of (project));
  const LintelDestination *destination = lintel_numbering_plan_find (plan, "emergency");

  for (guint i = 0; destination != NULL && i < destination->n_patterns; i++)
    {
      const LintelNumberPattern *pattern = &destination->patterns[i];

      if (!pattern->except && pattern->more_most == 0
          && strspn (pattern->digits, "0123456789") == strlen (pattern->digits))
        add_in_each_class (project, port, pattern->digits, LINTEL_DIAL_ALLOWED, edits);
    }
}

/* PREFIX with the example's digits behind it. */
static char *
make_number (const char *prefix, const char *example)
{
  g_autofree char *filler = g_strdup (example);
  gsize length = strlen (prefix);

  return length < strlen (filler) ? g_strconcat (prefix, filler + length, NULL) : NULL;
}

/* A code of a country: in the table for them whatever is there, elsewhere what goes on behind the
 * direct international prefix. */
static gboolean
is_country (LintelProject *project, LintelDialTable table, const char *entry)
{
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (lintel_dial_system_of (project));
  const char *prefix = plan->international_prefix;

  if (entry == NULL || *entry == '\0' || strchr (entry, '@') != NULL)
    return FALSE;
  return table == LINTEL_DIAL_INTERNATIONAL_PERMIT
         || (prefix != NULL && *prefix != '\0' && g_str_has_prefix (entry, prefix)
             && strlen (entry) > strlen (prefix));
}

static void
add_countries (LintelProject *project, const LintelDialUser *user, LintelDialTable table,
               const LintelDialTableUse *use, const char *example, GPtrArray *edits)
{
  for (guint i = 0; use->assigned && i < use->n_entries; i++)
    if (is_country (project, table, use->entries[i]))
      {
        g_autofree char *number = make_number (use->entries[i], example);

        if (number != NULL)
          lintel_dial_test_keep (project, user->extension->port, __builtin_ctz (user->modes),
                                 number, edits);
      }
}

/* The countries that are open by a permit table: each code once, from the first telephone that has
 * it. */
static void
add_permitted (LintelProject *project, const char *example, GPtrArray *edits)
{
  static const LintelDialTable tables[] = { LINTEL_DIAL_INTERNATIONAL_PERMIT, LINTEL_DIAL_PERMIT };
  LintelDialSystem *system = lintel_dial_system_of (project);

  for (int n = 1; n <= LINTEL_DIAL_N_CLASSES; n++)
    {
      const LintelDialClass *class_n = lintel_dial_system_get_description (system, n);
      g_autoptr (GArray) users = lintel_dial_system_list_users (system, n);
      const LintelDialUser *user =
          users->len > 0 ? &g_array_index (users, LintelDialUser, 0) : NULL;

      if (user == NULL || user->extension->kind != LINTEL_EXTENSION_TELEPHONE)
        continue;
      for (gsize k = 0; k < G_N_ELEMENTS (tables); k++)
        add_countries (project, user, tables[k], &class_n->table[tables[k]], example, edits);
    }
}

GPtrArray *
lintel_dial_test_suggest (LintelProject *project)
{
  GPtrArray *edits = lintel_edits_new ();
  g_autofree char *number = make_international (project);

  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (project, port);

      if (extension != NULL && extension->kind == LINTEL_EXTENSION_TELEPHONE)
        add_emergency (project, port, edits);
      else if (extension != NULL && extension->kind == LINTEL_EXTENSION_INMAIL && number != NULL)
        add_in_each_class (project, port, number, LINTEL_DIAL_RESTRICTED, edits);
    }
  if (number != NULL)
    add_permitted (project, number, edits);
  return edits;
}

/* Outcome. */

gboolean
lintel_dial_test_passes (LintelProject *project, const LintelDialTest *test)
{
  const LintelExtension *extension = lintel_project_find_extension (project, test->from);
  g_autofree char *number = g_strdup (test->number);
  LintelDialVerdict expected;
  int class_number;

  if (extension == NULL || !lintel_dial_verdict_from_id (test->expect, &expected)
      || !lintel_dial_clean (number))
    return FALSE;
  class_number = lintel_dial_system_get_class (lintel_dial_system_of (project), extension->port,
                                               (int) g_ascii_strtoll (test->mode, NULL, 10));
  return class_number != 0 && find_verdict (project, class_number, number) == expected;
}

char *
lintel_dial_test_describe (LintelProject *project, const LintelDialTest *test)
{
  const LintelExtension *extension = lintel_project_find_extension (project, test->from);
  LintelDialVerdict expected;

  return g_strdup_printf (_ ("Extension %s%s%s in mode %s: %s"), test->from,
                          extension != NULL && *extension->name != '\0' ? " " : "",
                          extension != NULL ? extension->name : "", test->mode,
                          lintel_dial_verdict_from_id (test->expect, &expected)
                              ? lintel_dial_verdict_get_title (expected)
                              : test->expect);
}
