/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dial tests or acceptances as rows. A row stays while it is of the same record. */

#include "config.h"

#include "app/ui/overview/lintel-record-list.h"

#include "app/ui/lint/lintel-accept-dialog.h"
#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-late-update.h"
#include "app/ui/lintel-window.h"
#include "app/ui/lintel-wording.h"
#include "lintel/dial-test.h"
#include "lintel/locale.h"
#include "lintel/safe-text.h"

#include <glib/gi18n-lib.h>

#define MAX_ROWS 20

struct _LintelRecordList
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  LintelDocument *document;
  LintelPlaceKind kind;
  GPtrArray *rows; /* GtkWidget*, owned by the group */
  char *shown;     /* what the rows say */

  /* Of many records only those that ask for attention are rows at once; the others are inside one
   * row, and made when that is opened. */
  AdwExpanderRow *rest; /* NULL when there is none */
  GPtrArray *waiting;   /* of Record: what belongs into it */
};

G_DEFINE_FINAL_TYPE (LintelRecordList, lintel_record_list, ADW_TYPE_BIN)

/* One record, as a row says it. */
typedef struct
{
  int id;
  gboolean failed;
  char *title, *subtitle;
} Record;

static void
record_free (gpointer data)
{
  Record *record = data;

  g_free (record->title);
  g_free (record->subtitle);
  g_free (record);
}

static Record *
record_copy (const Record *record)
{
  Record *copy = g_new0 (Record, 1);

  copy->id = record->id;
  copy->failed = record->failed;
  copy->title = g_strdup (record->title);
  copy->subtitle = g_strdup (record->subtitle);
  return copy;
}

static LintelProject *
get_project (LintelRecordList *self)
{
  return lintel_document_get_project (self->document);
}

static Record *
read_dial_test (LintelProject *project, const LintelDialTest *test)
{
  Record *record = g_new0 (Record, 1);

  record->id = test->id;
  record->failed = !lintel_dial_test_passes (project, test);
  record->title = g_strdup (test->number);
  record->subtitle = lintel_dial_test_describe (project, test);
  return record;
}

static Record *
read_acceptance (const LintelAcceptance *acceptance)
{
  const LintelRule *rule = lintel_rules_find (acceptance->rule);
  g_autofree char *until = lintel_locale_day (acceptance->until);
  Record *record = g_new0 (Record, 1);
  g_autofree char *text = NULL;

  record->id = acceptance->id;
  record->title = g_strdup_printf (
      "%s: %s", acceptance->at, rule != NULL ? lintel_rule_get_summary (rule) : acceptance->rule);
  text = *acceptance->until != '\0' ? g_strdup_printf (C_ ("acceptance", "%s – %s, until %s"),
                                                       acceptance->reason, acceptance->by, until)
                                    : g_strdup_printf (C_ ("acceptance", "%s – %s, without end"),
                                                       acceptance->reason, acceptance->by);
  record->subtitle = lintel_text_make_safe (text, FALSE);
  return record;
}

static GPtrArray *
read_records (LintelRecordList *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (record_free);
  g_autoptr (GPtrArray) list = self->kind == LINTEL_PLACE_DIAL_TEST
                                   ? lintel_project_list_dial_tests (get_project (self))
                                   : lintel_project_list_acceptances (get_project (self));

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (records, self->kind == LINTEL_PLACE_DIAL_TEST
                                  ? read_dial_test (get_project (self), list->pdata[i])
                                  : read_acceptance (list->pdata[i]));
  return records;
}

/* What the user does. */

static int
get_id (GtkWidget *button)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "id"));
}

static void
remove_clicked_cb (LintelRecordList *self, GtkWidget *button)
{
  LintelPlace place = lintel_place_record (self->kind, get_id (button), LINTEL_FIELD_NONE);

  lintel_project_set (get_project (self),
                      self->kind == LINTEL_PLACE_DIAL_TEST ? _ ("Remove a dial test")
                                                           : _ ("Remove an acceptance"),
                      &place, NULL, NULL);
}

static void
said_cb (const char *sentence, gpointer data)
{
  lintel_window_toast_from (data, sentence);
}

static void
edit_clicked_cb (LintelRecordList *self, GtkWidget *button)
{
  g_autoptr (GPtrArray) acceptances = lintel_project_list_acceptances (get_project (self));

  for (guint i = 0; i < acceptances->len; i++)
    {
      const LintelAcceptance *acceptance = acceptances->pdata[i];

      if (acceptance->id == get_id (button))
        lintel_accept_dialog_present_edit (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                           self->document, acceptance, said_cb, self);
    }
}

static void
suggest_clicked_cb (LintelRecordList *self)
{
  g_autoptr (GPtrArray) edits = lintel_dial_test_suggest (get_project (self));

  if (edits->len > 0)
    lintel_project_apply (get_project (self), _ ("Add dial tests"), NULL, edits, NULL);
  else
    lintel_window_toast_from (GTK_WIDGET (self), _ ("All sensible tests are there already."));
}

/* Rows. */

static void
add_button (LintelRecordList *self, AdwActionRow *row, const Record *record, const char *icon,
            const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *label = g_strdup_printf ("%s: %s", name, record->title);

  g_object_set_data (G_OBJECT (button), "id", GINT_TO_POINTER (record->id));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static AdwActionRow *
make_row (LintelRecordList *self, const Record *record)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), record->title);
  adw_action_row_set_subtitle (row, record->subtitle);
  /* What can be long is what somebody wrote. */
  adw_action_row_set_subtitle_lines (row, self->kind == LINTEL_PLACE_DIAL_TEST ? 1 : 0);
  g_object_set_data (G_OBJECT (row), "id", GINT_TO_POINTER (record->id));
  g_object_set_data (G_OBJECT (row), "failed", GINT_TO_POINTER (record->failed));
  if (record->failed)
    {
      GtkWidget *label = gtk_label_new (_ ("Comes out differently"));

      gtk_widget_add_css_class (label, "error");
      adw_action_row_add_suffix (row, label);
    }
  if (self->kind == LINTEL_PLACE_ACCEPTANCE)
    add_button (self, row, record, "document-edit-symbolic", C_ ("button", "Change"),
                G_CALLBACK (edit_clicked_cb));
  add_button (self, row, record, "user-trash-symbolic", C_ ("button", "Remove"),
              G_CALLBACK (remove_clicked_cb));
  return row;
}

static void
add_to_group (LintelRecordList *self, gpointer row)
{
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
fill_rest_cb (LintelRecordList *self)
{
  for (guint i = 0; i < self->waiting->len; i++)
    adw_expander_row_add_row (self->rest, GTK_WIDGET (make_row (self, self->waiting->pdata[i])));
  g_ptr_array_set_size (self->waiting, 0);
}

static void
add_rest (LintelRecordList *self)
{
  guint n = self->waiting->len;
  g_autofree char *title = NULL;

  if (n == 0)
    return;
  title = self->kind == LINTEL_PLACE_DIAL_TEST
              ? lintel_locale_format (
                  ngettext ("%u test comes out as expected", "%u tests come out as expected", n), n)
              : lintel_locale_format (ngettext ("%u acceptance", "%u acceptances", n), n);
  self->rest = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rest), title);
  g_signal_connect_object (self->rest, "notify::expanded", G_CALLBACK (fill_rest_cb), self,
                           G_CONNECT_SWAPPED);
  add_to_group (self, self->rest);
}

static void
describe_group (LintelRecordList *self, guint n)
{
  g_autofree char *accepted = lintel_locale_format (
      ngettext ("%u problem may stay, with who said so. It goes on the certificate.",
                "%u problems may stay, with who said so. They go on the certificate.", n),
      n);
  const char *text;

  if (self->kind == LINTEL_PLACE_DIAL_TEST)
    text = n > 0 ? _ ("They are tried after every edit; one that comes out differently is an "
                      "error.")
                 : _ ("None yet: keep one from the dial tester, or add those that every system "
                      "should have.");
  else
    text = n > 0 ? accepted : _ ("No problem was accepted.");
  adw_preferences_group_set_description (self->group, text);
}

static char *
write_records (GPtrArray *records)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const Record *record = records->pdata[i];

      g_string_append_printf (text, "%d %d %s\n%s\n", record->id, record->failed, record->title,
                              record->subtitle);
    }
  return g_string_free (text, FALSE);
}

/* A row that is right as it is, but for its second line. */
static gboolean
is_row_of (gpointer row, const Record *record)
{
  return ADW_IS_ACTION_ROW (row) && get_id (row) == record->id
         && GPOINTER_TO_INT (g_object_get_data (row, "failed")) == record->failed
         && g_str_equal (adw_preferences_row_get_title (row), record->title);
}

static void
remove_rows (LintelRecordList *self, guint from)
{
  for (guint i = from; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, (int) from);
}

/* A group takes rows at its end only. */
static void
show_record (LintelRecordList *self, guint nth, const Record *record)
{
  if (nth < self->rows->len && is_row_of (self->rows->pdata[nth], record))
    {
      adw_action_row_set_subtitle (self->rows->pdata[nth], record->subtitle);
      return;
    }
  remove_rows (self, nth);
  add_to_group (self, make_row (self, record));
}

static void
show_records (GtkWidget *widget)
{
  LintelRecordList *self = LINTEL_RECORD_LIST (widget);
  g_autoptr (GPtrArray) records = read_records (self);
  g_autofree char *text = write_records (records);
  guint n = 0;

  if (self->shown != NULL && g_str_equal (self->shown, text))
    return;
  g_ptr_array_set_size (self->waiting, 0);
  self->rest = NULL;
  for (guint i = 0; i < records->len; i++)
    {
      Record *record = records->pdata[i];

      if (record->failed || records->len <= MAX_ROWS)
        show_record (self, n++, record);
      else
        g_ptr_array_add (self->waiting, record_copy (record));
    }
  remove_rows (self, n);
  add_rest (self);
  describe_group (self, records->len);
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
}

/* Lifecycle. */

static void
lintel_record_list_dispose (GObject *object)
{
  LintelRecordList *self = LINTEL_RECORD_LIST (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  G_OBJECT_CLASS (lintel_record_list_parent_class)->dispose (object);
}

static void
lintel_record_list_class_init (LintelRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lintel_record_list_dispose;
}

static void
lintel_record_list_init (LintelRecordList *self)
{
  self->rows = g_ptr_array_new ();
  self->waiting = g_ptr_array_new_with_free_func (record_free);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

static void
add_suggest_button (LintelRecordList *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add Sensible Tests"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button,
                               _ ("Emergency numbers from telephones, calls abroad from every "
                                  "InMail port, and the countries that are permitted"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (suggest_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->group, button);
}

GtkWidget *
lintel_record_list_new (LintelDocument *document, LintelPlaceKind kind)
{
  LintelRecordList *self = g_object_new (LINTEL_TYPE_RECORD_LIST, NULL);

  self->document = g_object_ref (document);
  self->kind = kind;
  adw_preferences_group_set_title (self->group, kind == LINTEL_PLACE_DIAL_TEST
                                                    ? C_ ("heading", "Dial tests")
                                                    : C_ ("heading", "Accepted problems"));
  if (kind == LINTEL_PLACE_DIAL_TEST)
    add_suggest_button (self);
  lintel_late_update_init (GTK_WIDGET (self), show_records);
  g_signal_connect_object (document, "edited", G_CALLBACK (lintel_late_update_queue), self,
                           G_CONNECT_SWAPPED);
  show_records (GTK_WIDGET (self));
  lintel_name_buttons (GTK_WIDGET (self->group));
  return GTK_WIDGET (self);
}

/* The row of that record inside WIDGET; NULL when there is none. */
static GtkWidget *
find_row (GtkWidget *widget, int id)
{
  if (ADW_IS_ACTION_ROW (widget) && get_id (widget) == id)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
lintel_record_list_reveal (LintelRecordList *self, const LintelPlace *place)
{
  GtkWidget *row;

  if (place->kind != self->kind)
    return FALSE;
  lintel_late_update_now (GTK_WIDGET (self));
  row = find_row (GTK_WIDGET (self->group), place->index[0]);
  if (row == NULL && self->rest != NULL)
    {
      adw_expander_row_set_expanded (self->rest, TRUE);
      row = find_row (GTK_WIDGET (self->group), place->index[0]);
    }
  return row != NULL && gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}
