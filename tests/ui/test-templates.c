/* SPDX-License-Identifier: GPL-3.0-or-later */
/* House templates in the window: saved from a project, started from, and brought to an older one.
 * run-under-xvfb gives the user's data a folder of its own. */

#include "config.h"

#include "app/ui/dialogs/lintel-new-dialog.h"
#include "lintel/house-template.h"
#include "tests/ui/window-fixture.h"

#include <string.h>

static GtkWidget *
find (GType type)
{
  return window_fixture_find (GTK_WIDGET (window_fixture_dialog ()), type);
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GtkWidget *
get_part (const char *name)
{
  GtkWidget *dialog = GTK_WIDGET (window_fixture_dialog ());

  return GTK_WIDGET (gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog), name));
}

static void
click (const char *name)
{
  g_signal_emit_by_name (get_part (name), "clicked");
  window_fixture_settle ();
}

static void
save_template (const char *name)
{
  GtkWindow *dialog;

  window_fixture_activate ("save-template");
  dialog = window_fixture_dialog ();
  ck_assert (!adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save"));
  gtk_editable_set_text (GTK_EDITABLE (find (ADW_TYPE_ENTRY_ROW)), name);
  ck_assert (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save"));
  window_fixture_respond ("save");
}

START_TEST (a_template_is_saved_without_its_customer)
{
  g_autofree char *path = lintel_house_template_get_path ("House");
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *text = NULL;

  window_fixture_set ("customer.words", "312 555 0100");
  save_template ("House");
  names = lintel_house_templates_list ();
  ck_assert_uint_eq (names->len, 1);
  ck_assert_str_eq (names->pdata[0], "House");
  text = lintel_test_read (path);
  ck_assert (strstr (text, "<customer") == NULL && strstr (text, "<codes") == NULL);
  ck_assert (strstr (text, "name=") == NULL && strstr (text, "<notes") == NULL);
  ck_assert_ptr_nonnull (window_fixture_value ("customer.name"));
}
END_TEST

static void
made_cb (LintelDocument *document, gpointer data)
{
  LintelDocument **made = data;

  *made = g_object_ref (document);
}

START_TEST (a_new_project_starts_from_a_template)
{
  LintelCatalogue *catalogue = lintel_project_get_catalogue (window_fixture_project ());
  g_autoptr (LintelDocument) made = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  window_fixture_set ("21-06-01[1]", "0119");
  save_template ("House");
  lintel_new_dialog_present (GTK_WINDOW (window_fixture_get ()), catalogue, made_cb, &made);
  collect (GTK_WIDGET (window_fixture_dialog ()), ADW_TYPE_COMBO_ROW, rows);
  adw_combo_row_set_selected (rows->pdata[1], 2);
  ck_assert (!gtk_widget_get_sensitive (rows->pdata[0]));
  click ("create_button");
  ck_assert_ptr_nonnull (made);
  {
    LintelProject *project = lintel_document_get_project (made);
    LintelPlace place;

    ck_assert (lintel_place_parse ("21-06-01[1]", project, &place, NULL));
    ck_assert_str_eq (lintel_project_get_text (project, &place), "0119");
    ck_assert (lintel_place_parse ("customer.name", project, &place, NULL));
    ck_assert_ptr_null (lintel_project_get_text (project, &place));
  }
}
END_TEST

/* The boxes of the dialog; the first is for all of them. The list makes its own with a frame. */
static GPtrArray *
list_boxes (void)
{
  GPtrArray *boxes = g_ptr_array_new ();
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  while (boxes->len < 4 && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_ptr_array_set_size (boxes, 0);
      collect (GTK_WIDGET (window_fixture_dialog ()), GTK_TYPE_CHECK_BUTTON, boxes);
    }
  return boxes;
}

/* The dental office has nothing in 21-06-01, and class 15 does not use it. */
START_TEST (an_older_project_takes_what_is_ticked)
{
  g_autoptr (GPtrArray) boxes = NULL;

  AdwComboRow *templates;

  window_fixture_activate ("house-standard");
  window_fixture_settle ();
  /* Behind those that other tests may have saved. */
  templates = ADW_COMBO_ROW (get_part ("template_row"));
  adw_combo_row_set_selected (templates,
                              g_list_model_get_n_items (adw_combo_row_get_model (templates)) - 1);
  boxes = list_boxes ();
  ck_assert_uint_gt (boxes->len, 3);
  ck_assert (gtk_check_button_get_active (boxes->pdata[0]));
  gtk_check_button_set_active (boxes->pdata[0], FALSE);
  window_fixture_settle ();
  ck_assert (!gtk_widget_get_sensitive (get_part ("apply_button")));
  g_ptr_array_unref (boxes);
  boxes = list_boxes ();
  for (guint i = 1; i < boxes->len; i++)
    {
      GtkWidget *label = gtk_check_button_get_child (boxes->pdata[i]);

      if (g_str_has_suffix (gtk_label_get_text (GTK_LABEL (label)), "→ 011"))
        gtk_check_button_set_active (boxes->pdata[i], TRUE);
    }
  ck_assert (gtk_check_button_get_inconsistent (boxes->pdata[0]));
  click ("apply_button");
  ck_assert_str_eq (window_fixture_value ("21-06-01[1]"), "011");
  ck_assert_str_eq (window_fixture_value ("21-05-01[15]"), "0");
  ck_assert_str_eq (lintel_project_get_undo_label (window_fixture_project ()),
                    "Bring to the house standard");
  ck_assert (lintel_project_undo (window_fixture_project ()));
  ck_assert (!lintel_document_has_changes (window_fixture_document ()));
}
END_TEST

static Suite *
make_suite (void)
{
  Suite *suite = suite_create ("templates");
  TCase *tcase = tcase_create ("templates");

  tcase_add_checked_fixture (tcase, window_fixture_open, window_fixture_close);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, a_template_is_saved_without_its_customer);
  tcase_add_test (tcase, a_new_project_starts_from_a_template);
  tcase_add_test (tcase, an_older_project_takes_what_is_ticked);
  suite_add_tcase (suite, tcase);
  return suite;
}

int
main (void)
{
  return window_fixture_run (make_suite ());
}
