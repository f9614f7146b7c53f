/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every word of the window goes through gettext. In the pseudo-locale translated text has no plain
 * letter left; whatever still has some on a tab, in a dialog, a menu or a tooltip, or is only said
 * by a screen reader, must be data or a name. The office of this test has no letters of its own. */

#include "config.h"

#include "tests/ui/pseudo-locale.h"
#include "tests/ui/window-fixture.h"

#include "app/ui/grid/lintel-grid.h"
#include "app/ui/lint/lintel-accept-dialog.h"
#include "app/ui/lint/lintel-finding-item.h"
#include "app/ui/lint/lintel-lint-pane.h"
#include "app/ui/safety/lintel-opening.h"
#include "lintel/country.h"

#include <glib/gstdio.h>

/* Words that may keep their letters, and why. */
static const struct
{
  const char *pattern, *reason;
} kept[] = {
  { "SL", "SL1100 and SL2100 are the names of the models" },
  { "lintel-test-\\w+", "the test's own folder" },
  { "code|extension|number|kind|name", "ids in a place: extension[3].kind" },
  { "capacity|[a-z]+(-[a-z]+)+", "ids of rules, by which documents and commands name them" },
  { "Ctrl|Shift|Alt|Up|Down|Insert|Delete|Escape|Page|Home|End", "keys, which GTK translates" },
  { "kB|bytes", "sizes, which GLib translates" },
};

/* What GTK and libadwaita say on their own, whose translations come with them. */
static const char *const of_toolkit[] = {
  "Tab list",
  "Previous tab",
  "Next tab",
  "Apply",
  "(None)",
  "Search…",
  "Clear entry",
  "Search",
  "Shortcuts",
  "Search Shortcuts",
  "Search Results",
  "Show All",
  "_Show All",
  "No Results Found",
  "Try a different search",
  "Try a different search.",
};

static GString *plain;    /* what was found, a line each */
static GHashTable *known; /* each once */
static GRegex *allowed;
static GPtrArray *own_names;
static const char *where;
static char *office;

static GRegex *
compile_allowed (void)
{
  g_autoptr (GString) pattern = g_string_new ("^(");
  g_autoptr (GError) error = NULL;
  GRegex *regex;

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    g_string_append_printf (pattern, "%s%s", i > 0 ? "|" : "", kept[i].pattern);
  g_string_append (pattern, ")$");
  regex = g_regex_new (pattern->str, 0, 0, &error);
  ck_assert_msg (regex != NULL, "%s", error != NULL ? error->message : "");
  return regex;
}

static gboolean
is_of_toolkit (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (of_toolkit); i++)
    if (g_str_equal (of_toolkit[i], text))
      return TRUE;
  return FALSE;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  return (int) strlen (*(const char *const *) b) - (int) strlen (*(const char *const *) a);
}

/* Names that are not Lintel's to translate: of folders, of who uses the machine, and of countries,
 * which iso-codes translates. Longer ones come first: Nigeria before Niger. */
static GPtrArray *
list_names (void)
{
  GPtrArray *names = g_ptr_array_new ();
  guint n_countries;
  const LintelCountry *countries = lintel_countries_get (&n_countries);

  for (guint i = 0; i < n_countries; i++)
    g_ptr_array_add (names, (gpointer) countries[i].name);
  g_ptr_array_sort (names, compare_lengths);
  g_ptr_array_insert (names, 0, (gpointer) g_get_tmp_dir ());
  g_ptr_array_add (names, (gpointer) g_get_real_name ());
  g_ptr_array_add (names, (gpointer) g_get_user_name ());
  return names;
}

/* TEXT without such names, names of files, and the manual that an item comes from: "P21 p.471". */
static char *
leave_out_names (const char *text)
{
  static const char pattern[] =
      "[\\w-]+\\.(xml|csv|pdf|xlsx|json)|: [^\\n]*(\\bp\\.\\d|\\(SL\\d)[^\\n]*";
  g_autoptr (GRegex) others = g_regex_new (pattern, 0, 0, NULL);
  g_autofree char *rest = g_regex_replace_literal (others, text, -1, 0, "", 0, NULL);
  g_autoptr (GString) result = g_string_new (rest);

  for (guint i = 0; i < own_names->len; i++)
    g_string_replace (result, g_ptr_array_index (own_names, i), "", 0);
  return g_string_free (g_steal_pointer (&result), FALSE);
}

static void
check_text (GtkWidget *widget, const char *what, const char *text)
{
  g_autofree char *rest = NULL;

  g_autoptr (GRegex) words =
      g_regex_new ("(?<![\\w-])[A-Za-z][A-Za-z-]*[A-Za-z](?![a-z])", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (text == NULL || is_of_toolkit (text))
    return;
  rest = leave_out_names (text);
  for (g_regex_match (words, rest, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 0);
      g_autofree char *line = NULL;

      if (g_regex_match (allowed, word, 0, NULL))
        continue;
      line = g_strdup_printf ("%s of a %s: “%s” in “%s”", what, G_OBJECT_TYPE_NAME (widget), word,
                              text);
      if (!g_hash_table_add (known, g_strdup (line)))
        continue;
      g_string_append_printf (plain, "%s: %s\n", where, line);
    }
}

/* GTK has no getter for these; a check that fails tells the value. */
static void
check_accessible (GtkWidget *widget)
{
  static const struct
  {
    GtkAccessibleProperty property;
    const char *name;
  } properties[] = {
    { GTK_ACCESSIBLE_PROPERTY_LABEL, "name" },
    { GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "description" },
    { GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION, "role" },
    { GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "value" },
    { GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, "placeholder" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *value = NULL;

      if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), properties[i].property))
        continue;
      value = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), properties[i].property,
                                                  "no such text");
      check_text (widget, properties[i].name, value);
    }
}

/* GTK's own parts have its own words, and they have their own translations. */
static gboolean
is_of_gtk (GtkWidget *widget)
{
  return GTK_IS_WINDOW_CONTROLS (widget) || GTK_IS_FILE_CHOOSER (widget)
         || GTK_IS_EMOJI_CHOOSER (widget);
}

static void
check_widget (GtkWidget *widget)
{
  if (is_of_gtk (widget))
    return;
  if (GTK_IS_LABEL (widget))
    check_text (widget, "text", gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_INSCRIPTION (widget))
    check_text (widget, "text", gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  else if (GTK_IS_TEXT (widget))
    {
      check_text (widget, "text", gtk_editable_get_text (GTK_EDITABLE (widget)));
      check_text (widget, "placeholder", gtk_text_get_placeholder_text (GTK_TEXT (widget)));
    }
  else if (GTK_IS_WINDOW (widget))
    check_text (widget, "title", gtk_window_get_title (GTK_WINDOW (widget)));
  check_text (widget, "tooltip", gtk_widget_get_tooltip_text (widget));
  check_accessible (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_widget (child);
}

/* All windows of the program, among them the dialog over this one. */
static void
check_all (const char *name)
{
  where = name;
  window_fixture_settle ();
  window_fixture_look_at_all (check_widget);
}

static void
expect_nothing_plain (void)
{
  /* Too much for a message of check's. */
  g_printerr ("%s", plain->str);
  ck_assert_msg (plain->len == 0, "the words above do not go through gettext");
}

static void
begin (void)
{
  plain = g_string_new (NULL);
  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  allowed = compile_allowed ();
  own_names = list_names ();
  window_fixture_open_text (office);
  gtk_window_set_default_size (GTK_WINDOW (window_fixture_get ()), 1390, 990);
}

static void
finish (void)
{
  window_fixture_close ();
  g_string_free (plain, TRUE);
  g_hash_table_unref (known);
  g_regex_unref (allowed);
  g_ptr_array_unref (own_names);
}

START_TEST (every_tab_is_translated)
{
  LintelWindow *window = window_fixture_get ();

  for (guint i = 0; i < window->tabs->len; i++)
    {
      const char *key = lintel_window_get_nth_page_key (window, i);

      lintel_window_show_page (window, key);
      check_all (key);
    }
  expect_nothing_plain ();
}
END_TEST

/* A window that has no project yet. */
START_TEST (start_page_is_translated)
{
  LintelWindow *empty = lintel_window_new (
      LINTEL_APPLICATION (gtk_window_get_application (GTK_WINDOW (window_fixture_get ()))));

  gtk_window_present (GTK_WINDOW (empty));
  check_all ("start page");
  gtk_window_destroy (GTK_WINDOW (empty));
  expect_nothing_plain ();
}
END_TEST

static void
check_dialog (const char *name)
{
  check_all (name);
  g_assert_nonnull (window_fixture_dialog ());
  window_fixture_close_dialogs ();
}

static const char *const dialog_actions[] = {
  "win.fix-all",
  "win.fix",
  "win.international-access",
  "win.export",
  "win.find-everywhere",
  "win.show-help-overlay",
  "app.preferences",
  "app.new",
};

START_TEST (dialog_of_the_menu_is_translated)
{
  lintel_lint_pane_select (window_fixture_get ()->lint_pane, 0);
  gtk_widget_activate_action (GTK_WIDGET (window_fixture_get ()), dialog_actions[_i], NULL);
  check_dialog (dialog_actions[_i]);
  expect_nothing_plain ();
}
END_TEST

static const struct
{
  const char *tab, *action;
} sheet_actions[] = {
  { "47-02", "sheet.set-rows" },
  { "21-04", "sheet.copy-row" },
  { "extensions", "extensions.renumber" },
};

START_TEST (dialog_of_a_table_is_translated)
{
  LintelSheetPage *page = window_fixture_show (sheet_actions[_i].tab);

  lintel_grid_set_cursor (lintel_sheet_page_get_grid (page), 0, 0);
  gtk_widget_activate_action (GTK_WIDGET (page), sheet_actions[_i].action, NULL);
  check_dialog (sheet_actions[_i].action);
  expect_nothing_plain ();
}
END_TEST

/* An edit whose name in the undo list has no letters. */
static void
change (const char *place, const char *value)
{
  LintelPlace at = window_fixture_place (place);

  ck_assert (lintel_project_set (window_fixture_project (), "—", &at, value, NULL));
}

START_TEST (question_before_changes_are_lost_is_translated)
{
  change ("47-02-01[5]", "0");
  check_all ("changed window");
  gtk_window_close (GTK_WINDOW (window_fixture_get ()));
  check_dialog ("close");
  expect_nothing_plain ();
}
END_TEST

START_TEST (acceptance_is_translated)
{
  LintelFindingItem *item;
  GtkSingleSelection *selection = lintel_lint_pane_get_selection (window_fixture_get ()->lint_pane);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      lintel_lint_pane_select (window_fixture_get ()->lint_pane, i);
      check_all ("finding");
    }
  item = gtk_single_selection_get_selected_item (selection);
  ck_assert_ptr_nonnull (item);
  lintel_accept_dialog_present (GTK_WINDOW (window_fixture_get ()), window_fixture_document (),
                                lintel_finding_item_get_finding (item), NULL, NULL);
  check_dialog ("accept");
  expect_nothing_plain ();
}
END_TEST

/* What a cell means, what the editor over it says, and what it does not take. */
START_TEST (talk_of_a_cell_is_translated)
{
  static const char *const places[] = {
    "47-02-01[13]", "47-02-02[3]", "47-02-03[3]",         "21-04-01[213,1]",
    "21-06-01[1]",  "code[101]",   "extension[3].number",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      LintelSheetPage *page;
      LintelGrid *grid;

      window_fixture_jump (places[i]);
      page = window_fixture_show (lintel_window_get_page_key (window_fixture_get ()));
      grid = lintel_sheet_page_get_grid (page);
      gtk_widget_activate_action (GTK_WIDGET (grid), "grid.help", NULL);
      check_all (places[i]);
      lintel_grid_edit (grid);
      check_all (places[i]);
      lintel_grid_confirm (grid);
    }
  expect_nothing_plain ();
}
END_TEST

/* Steps past the last problem of each tab, and what undo and redo say. */
START_TEST (toast_is_translated)
{
  static const char *const actions[] = { "next-problem", "previous-difference", "undo", "redo" };

  change ("21-04-01[213,1]", "15");
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    for (int n = 0; n < 12; n++)
      {
        window_fixture_activate (actions[i]);
        check_all (actions[i]);
      }
  expect_nothing_plain ();
}
END_TEST

START_TEST (file_that_cannot_be_opened_is_translated)
{
  g_autofree char *path = g_build_filename (window_fixture_folder (), "office.csv", NULL);

  ck_assert (g_file_set_contents (path, "1,2", -1, NULL));
  lintel_opening_start (window_fixture_application (), path);
  window_fixture_settle ();
  check_dialog ("wrong file");
  expect_nothing_plain ();
}
END_TEST

/* name="Dr. Chen" → name="—" */
static gboolean
blank_out_cb (const GMatchInfo *match, GString *result, gpointer data)
{
  g_autofree char *attribute = g_match_info_fetch (match, 1);

  if (attribute[0] != '\0')
    g_string_append_printf (result, "%s=\"—\"", attribute);
  else
    g_string_append (result, "—");
  return FALSE;
}

static char *
read_office (void)
{
  g_autofree char *path = lintel_test_source ("data/examples/dental-office.xml");
  g_autoptr (GRegex) attributes =
      g_regex_new ("(name|site|reference)=\"[^\"]*\"|(?<=<notes>)[^<]*", 0, 0, NULL);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  return g_regex_replace_eval (attributes, text, -1, 0, 0, blank_out_cb, NULL, NULL);
}

int
main (void)
{
  Suite *suite = suite_create ("pseudo-locale");
  TCase *tests = tcase_create ("window");
  int status = 1;

  office = read_office ();
  tcase_add_checked_fixture (tests, begin, finish);
  tcase_set_timeout (tests, 120);
  tcase_add_test (tests, every_tab_is_translated);
  tcase_add_test (tests, start_page_is_translated);
  tcase_add_loop_test (tests, dialog_of_the_menu_is_translated, 0, G_N_ELEMENTS (dialog_actions));
  tcase_add_loop_test (tests, dialog_of_a_table_is_translated, 0, G_N_ELEMENTS (sheet_actions));
  tcase_add_test (tests, question_before_changes_are_lost_is_translated);
  tcase_add_test (tests, acceptance_is_translated);
  tcase_add_test (tests, talk_of_a_cell_is_translated);
  tcase_add_test (tests, toast_is_translated);
  tcase_add_test (tests, file_that_cannot_be_opened_is_translated);
  suite_add_tcase (suite, tests);
  if (office != NULL)
    status = pseudo_locale_run (suite, tests, FALSE);
  g_free (office);
  return status;
}
