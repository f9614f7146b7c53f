/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader is told: on every tab, everything that takes the keyboard has a name, and a
 * cell is its place, its value and its findings. */

#include "config.h"

#include "tests/e2e/e2e-lintel.h"
#include "tests/support/test-support.h"

#include <string.h>

static const char *const tabs[] = {
  "Overview", "47-02", "47-03", "21-04", "21-05", "21-06", "Extensions", "Codes", "Compare",
};

/* Boxes that pass the keyboard on, which GTK marks as taking it. */
static gboolean
is_container (AtspiRole role)
{
  switch (role)
    {
    case ATSPI_ROLE_LIST:
    case ATSPI_ROLE_SCROLL_PANE:
    case ATSPI_ROLE_PANEL:
    case ATSPI_ROLE_FILLER:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Without a name GTK says the name of the class. */
static gboolean
is_named (const char *name)
{
  return name[0] != '\0' && !g_str_has_prefix (name, "Gtk") && !g_str_has_prefix (name, "Adw")
         && !g_str_has_prefix (name, "Lintel");
}

/* GTK 4.8 does not tell what is hidden: the entry over a cell until that is edited, and the lists
 * that drop-downs open, which are GTK's own. */
static gboolean
is_hidden_part (const char *parent)
{
  return g_str_equal (parent, "LintelGridEditor") || g_str_equal (parent, "GtkStackPage")
         || g_str_equal (parent, "GtkListView");
}

static void
add_if_nameless (GString *nameless, AtspiAccessible *accessible)
{
  g_autofree char *name = e2e_name (accessible);
  g_autofree char *role = NULL;
  g_autoptr (AtspiAccessible) parent = NULL;
  g_autofree char *place = NULL;

  if (is_named (name) || is_container (atspi_accessible_get_role (accessible, NULL))
      || !e2e_has_state (accessible, ATSPI_STATE_FOCUSABLE))
    return;
  role = atspi_accessible_get_role_name (accessible, NULL);
  parent = atspi_accessible_get_parent (accessible, NULL);
  place = parent != NULL ? e2e_name (parent) : g_strdup ("");
  if (!is_hidden_part (place))
    g_string_append_printf (nameless, "%s “%s” in “%s”\n", role, name, place);
}

static void
check_names_in (AtspiAccessible *within)
{
  g_autoptr (GPtrArray) everything = e2e_find_all (within, E2E_ANY_ROLE, NULL);
  g_autoptr (GString) nameless = g_string_new (NULL);

  for (guint i = 0; i < everything->len; i++)
    add_if_nameless (nameless, g_ptr_array_index (everything, i));
  ck_assert_msg (nameless->len == 0, "%.3000s", nameless->str);
}

START_TEST (whatever_takes_the_keyboard_has_a_name)
{
  g_autofree char *path = e2e_copy_example ("dental-office.xml");

  e2e_start (path);
  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    e2e_show_tab ((int) i + 1, tabs[i]);
  check_names_in (NULL);
}
END_TEST

static void
check_dialog (const char *key, const char *title)
{
  g_autoptr (AtspiAccessible) dialog = NULL;

  e2e_press (key);
  dialog = e2e_find_window (title);
  check_names_in (dialog);
  e2e_press ("Escape");
  e2e_wait_for_window_gone (title);
}

START_TEST (whatever_takes_the_keyboard_in_a_dialog_has_a_name)
{
  g_autofree char *path = e2e_copy_example ("dental-office.xml");

  e2e_start (path);
  check_dialog ("<Control>n", "New Project");
  check_dialog ("<Control>e", "Export the Database Files");
  check_dialog ("<Control>p", "Print Preview");
  check_dialog ("F9", "Fix all that is safe");
}
END_TEST

/* The editor over a cell is called what the cell is called. */
START_TEST (editor_of_a_cell_has_its_name)
{
  g_autofree char *path = e2e_copy_example ("dental-office.xml");
  g_autoptr (AtspiAccessible) entry = NULL;

  e2e_start (path);
  e2e_show_tab (2, "47-02");
  e2e_wait_for_focus ("47-02-01[1]: *");
  e2e_press ("F2");
  entry = e2e_find (NULL, ATSPI_ROLE_TEXT, "47-02-01[1]: *");
}
END_TEST

/* Cells that only explain their row are named after it: "13 Belongs to: Not used". */
#define PLACE "(\\d\\d-\\d\\d-\\d\\d[a-z]?|code|extension)\\[\\d+(,\\d+)?\\](\\.[a-z]+)?"
#define CELL_NAME "^(" PLACE "( [A-Za-z ]+)?|\\d+ [A-Za-z -]+): "

static void
check_cells_of (AtspiAccessible *page, const char *tab)
{
  g_autoptr (AtspiAccessible) table = e2e_find (page, ATSPI_ROLE_TABLE, NULL);
  g_autoptr (GPtrArray) cells = e2e_find_all (table, ATSPI_ROLE_TABLE_CELL, NULL);

  ck_assert_msg (cells->len >= 20, "%s has %u cells in view", tab, cells->len);
  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *name = e2e_name (g_ptr_array_index (cells, i));

      ck_assert_msg (g_regex_match_simple (CELL_NAME, name, 0, 0), "%s: a cell is called “%s”", tab,
                     name);
    }
}

START_TEST (cell_is_named_by_place_and_value)
{
  g_autofree char *path = e2e_copy_example ("dental-office.xml");

  e2e_start (path);
  /* The last tab has lists, not cells. */
  for (gsize i = 1; i + 1 < G_N_ELEMENTS (tabs); i++)
    {
      g_autoptr (AtspiAccessible) page = NULL;
      g_autofree char *pattern = g_strdup_printf ("%s*", tabs[i]);

      e2e_show_tab ((int) i + 1, tabs[i]);
      page = e2e_find (NULL, ATSPI_ROLE_PANEL, pattern);
      check_cells_of (page, tabs[i]);
    }
}
END_TEST

START_TEST (cell_is_described_by_its_findings)
{
  g_autofree char *path = e2e_copy_example ("dental-office.xml");
  g_autoptr (AtspiAccessible) used = NULL, unused = NULL, code = NULL;
  g_autofree char *of_used = NULL, *of_unused = NULL, *of_code = NULL, *name_of_code = NULL;

  e2e_start (path);
  e2e_show_tab (2, "47-02");
  used = e2e_find_cell ("47-02-01[12]");
  of_used = e2e_description (used);
  ck_assert_str_eq (of_used, "");
  unused = e2e_find_cell ("47-02-01[13]");
  of_unused = e2e_description (unused);
  ck_assert_msg (g_str_has_prefix (of_unused, "Error: Station mailboxes 13-64 are switched on"),
                 "%s", of_unused);

  /* A code is not read out before it is asked for. */
  e2e_show_tab (8, "Codes");
  code = e2e_find_cell ("code[102]");
  name_of_code = e2e_name (code);
  ck_assert_str_eq (name_of_code, "code[102]: ••••");
  of_code = e2e_description (code);
  ck_assert_msg (strstr (of_code, "easy to guess") != NULL, "%s", of_code);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("names");
  TCase *tests = tcase_create ("window");

  tcase_add_checked_fixture (tests, e2e_begin, e2e_finish);
  tcase_set_timeout (tests, 90);
  tcase_add_test (tests, whatever_takes_the_keyboard_has_a_name);
  tcase_add_test (tests, whatever_takes_the_keyboard_in_a_dialog_has_a_name);
  tcase_add_test (tests, editor_of_a_cell_has_its_name);
  tcase_add_test (tests, cell_is_named_by_place_and_value);
  tcase_add_test (tests, cell_is_described_by_its_findings);
  suite_add_tcase (suite, tests);
  return lintel_test_run (suite);
}
