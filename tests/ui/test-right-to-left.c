/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In a window from right to left, places and what is dialled still read from left to right: on
 * every tab and in the dialogs, the characters of each are laid out in their order. */

#include "config.h"

#include "tests/ui/pseudo-locale.h"
#include "tests/ui/window-fixture.h"

#include "app/ui/grid/lintel-digits.h"
#include "app/ui/grid/lintel-grid-cell.h"
#include "app/ui/grid/lintel-grid.h"
#include "app/ui/lint/lintel-lint-pane.h"
#include "app/ui/lintel-wording.h"

#include <string.h>

#define MARK "\u200e" /* left to right */

static GString *turned; /* what was found, a line each */
static guint n_groups;  /* that were looked at */
static const char *where;

/* Of a number, a pattern or a place: two characters at least. */
#define DIGIT "[0-9*#@]"
#define GROUP DIGIT "(?:[0-9*#@\\[\\],-]|(?<=" DIGIT ") (?=" DIGIT "))*[0-9*#@\\]]"

static void
check_group (GtkWidget *widget, PangoLayout *layout, int start, int end)
{
  const char *text = pango_layout_get_text (layout);
  PangoRectangle last, now;

  n_groups++;
  pango_layout_index_to_pos (layout, start, &last);
  for (int i = start + 1; i < end; i++)
    {
      if (((guchar) text[i] & 0xc0) == 0x80)
        continue;
      pango_layout_index_to_pos (layout, i, &now);
      /* Not where a line ends between them. */
      if (now.y == last.y && now.x < last.x)
        {
          g_string_append_printf (turned, "%s: a %s turns round “%.*s” in “%s”\n", where,
                                  G_OBJECT_TYPE_NAME (widget), end - start, text + start, text);
          return;
        }
      last = now;
    }
}

/* All of it, also what there is no room for. */
static void
check_layout (GtkWidget *widget, PangoLayout *shown)
{
  g_autoptr (PangoLayout) layout = pango_layout_copy (shown);
  g_autoptr (GRegex) group = g_regex_new (GROUP, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int start, end;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  for (g_regex_match (group, pango_layout_get_text (layout), 0, &match);
       g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_match_info_fetch_pos (match, 0, &start, &end);
      check_group (widget, layout, start, end);
    }
}

/* What is typed has no marks: its widget has the direction. */
static void
check_typed (GtkText *widget)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));

  if (g_regex_match_simple ("^" GROUP "$", text, 0, 0)
      && !g_regex_match_simple ("^[0-9]*$", text, 0, 0)
      && gtk_widget_get_direction (GTK_WIDGET (widget)) != GTK_TEXT_DIR_LTR)
    g_string_append_printf (turned, "%s: “%s” is typed from right to left\n", where, text);
}

static void
check_widget (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    check_layout (widget, gtk_label_get_layout (GTK_LABEL (widget)));
  else if (GTK_IS_TEXT (widget))
    check_typed (GTK_TEXT (widget));
  else if (LINTEL_IS_GRID_CELL (widget)
           && lintel_grid_cell_get_layout (LINTEL_GRID_CELL (widget)) != NULL)
    check_layout (widget, lintel_grid_cell_get_layout (LINTEL_GRID_CELL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_widget (child);
}

static void
check_all (const char *name)
{
  where = name;
  window_fixture_settle ();
  window_fixture_look_at_all (check_widget);
}

static void
expect_order (guint least)
{
  /* Too much for a message of check's. */
  g_printerr ("%s", turned->str);
  ck_assert_msg (turned->len == 0, "the digits above are turned round");
  ck_assert_msg (n_groups >= least, "only %u groups of digits were looked at", n_groups);
}

static void
begin (void)
{
  turned = g_string_new (NULL);
  n_groups = 0;
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window_fixture_open_example ("dental-office");
  gtk_window_set_default_size (GTK_WINDOW (window_fixture_get ()), 1390, 990);
}

static void
finish (void)
{
  window_fixture_close_dialogs ();
  window_fixture_close ();
  g_string_free (turned, TRUE);
}

START_TEST (every_tab_keeps_digits_in_order)
{
  LintelWindow *window = window_fixture_get ();

  for (guint i = 0; i < window->tabs->len; i++)
    {
      const char *key = lintel_window_get_nth_page_key (window, i);

      lintel_window_show_page (window, key);
      lintel_lint_pane_select (window->lint_pane, i);
      check_all (key);
    }
  expect_order (500);
}
END_TEST

static const char *const dialogs[] = {
  "win.fix-all",     "win.fix", "win.international-access", "win.export",
  "app.preferences", "app.new", "win.house-standard",       "win.preview",
};

START_TEST (dialog_keeps_digits_in_order)
{
  lintel_lint_pane_select (window_fixture_get ()->lint_pane, 0);
  gtk_widget_activate_action (GTK_WIDGET (window_fixture_get ()), dialogs[_i], NULL);
  check_all (dialogs[_i]);
  expect_order (10);
}
END_TEST

/* A pattern with each kind of sign, a place of two indexes. */
START_TEST (editor_and_entries_read_from_left_to_right)
{
  window_fixture_set ("21-06-06[2,17]", "1@@@976");
  window_fixture_jump ("21-06-06[2,17]");
  lintel_grid_edit (lintel_sheet_page_get_grid (window_fixture_show ("21-06")));
  check_all ("editor");
  expect_order (10);
}
END_TEST

static GtkTextDirection
get_direction_at (LintelSheetPage *page, guint column)
{
  LintelGrid *grid = lintel_sheet_page_get_grid (page);
  GtkTextDirection direction;

  lintel_grid_set_cursor (grid, 0, column);
  lintel_grid_edit (grid);
  window_fixture_settle ();
  direction = gtk_widget_get_direction (gtk_window_get_focus (GTK_WINDOW (window_fixture_get ())));
  lintel_grid_confirm (grid);
  return direction;
}

/* A number, and after it a name in the same editor. */
START_TEST (names_are_typed_as_the_window_reads)
{
  LintelSheetPage *page = window_fixture_show ("extensions");

  ck_assert_int_eq (get_direction_at (page, 0), GTK_TEXT_DIR_LTR);
  ck_assert_int_eq (get_direction_at (page, 2), GTK_TEXT_DIR_RTL);
}
END_TEST

START_TEST (an_end_that_is_no_day_hides_nothing)
{
  const LintelPlace until = lintel_place_record (LINTEL_PLACE_ACCEPTANCE, 1, LINTEL_FIELD_UNTIL);
  g_autofree char *text =
      lintel_describe_text (window_fixture_project (), &until, "A\u202e7202", FALSE);

  ck_assert_str_eq (text, "A[U+202E]7202");
}
END_TEST

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

/* In the entry itself it turns round what follows. */
START_TEST (an_override_in_a_name_is_told_below_the_entries)
{
  LintelWindow *window = window_fixture_get ();
  LintelPlace place = window_fixture_place ("customer.name");

  lintel_window_show_page (window, "overview");
  window_fixture_settle ();
  ck_assert (!says (GTK_WIDGET (window), "[U+202E]"));
  ck_assert (lintel_project_set (window_fixture_project (), "x", &place, "A\u202e1234", NULL));
  window_fixture_settle ();
  ck_assert (says (GTK_WIDGET (window), ": A[U+202E]1234"));
  ck_assert (lintel_project_set (window_fixture_project (), "x", &place, "A1234", NULL));
  window_fixture_settle ();
  ck_assert (!says (GTK_WIDGET (window), "[U+202E]"));
}
END_TEST

START_TEST (only_groups_of_digits_are_marked)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  g_autofree char *kept =
      lintel_digits_keep_order (label, "21-06-06[2,17]: *67 → 1@@@976. [1-8], 011 44 20");

  ck_assert_str_eq (kept, MARK "21-06-06[2,17]" MARK ": " MARK "*67" MARK " → " MARK "1@@@976" MARK
                               ". " MARK "[1-8]" MARK ", " MARK "011 44 20" MARK);
  g_free (kept);
  kept = lintel_digits_keep_order (label, "1 – \u05d0");
  ck_assert_str_eq (kept, "\u200f" MARK "1" MARK " – \u05d0");
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  g_free (kept);
  kept = lintel_digits_keep_order (label, "21-06-06[2,17]");
  ck_assert_str_eq (kept, "21-06-06[2,17]");
  g_object_unref (label);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("right-to-left");
  TCase *tests = tcase_create ("window");

  tcase_add_checked_fixture (tests, begin, finish);
  tcase_set_timeout (tests, 120);
  tcase_add_test (tests, every_tab_keeps_digits_in_order);
  tcase_add_loop_test (tests, dialog_keeps_digits_in_order, 0, G_N_ELEMENTS (dialogs));
  tcase_add_test (tests, editor_and_entries_read_from_left_to_right);
  tcase_add_test (tests, names_are_typed_as_the_window_reads);
  tcase_add_test (tests, an_end_that_is_no_day_hides_nothing);
  tcase_add_test (tests, an_override_in_a_name_is_told_below_the_entries);
  tcase_add_test (tests, only_groups_of_digits_are_marked);
  suite_add_tcase (suite, tests);
  return pseudo_locale_run (suite, tests, TRUE);
}
