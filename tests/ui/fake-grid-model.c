/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See the header. */

#include "config.h"

#include "tests/ui/fake-grid-model.h"

#define N_FROZEN 2
#define N_KINDS 5

struct _FakeGridModel
{
  GObject parent_instance;

  guint n_rows;
  guint n_columns;
  GPtrArray *texts; /* row by row; NULL = the default */
  LintelGridColumn *columns;
  GPtrArray *words; /* owned texts of the columns */
  guint n_reads;
  guint n_steps;
  const char *label;
};

static void model_init (LintelGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeGridModel, fake_grid_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (LINTEL_TYPE_GRID_MODEL, model_init))

static const LintelGridColumn heading = { .title = "Mailbox",
                                          .help = "Index of the mailbox, 1 to 128.",
                                          .width = 3 };

static guint
kind_of (guint column)
{
  return column < N_FROZEN ? column : N_FROZEN + (column - N_FROZEN) % N_KINDS;
}

static guint
get_n_rows (LintelGridModel *model)
{
  return FAKE_GRID_MODEL (model)->n_rows;
}

static guint
get_n_columns (LintelGridModel *model)
{
  return FAKE_GRID_MODEL (model)->n_columns;
}

static guint
get_n_frozen_columns (LintelGridModel *model)
{
  return N_FROZEN;
}

static const LintelGridColumn *
get_column (LintelGridModel *model, guint column)
{
  return &FAKE_GRID_MODEL (model)->columns[column];
}

static const LintelGridColumn *
get_heading_column (LintelGridModel *model)
{
  return &heading;
}

static const char *
default_of (guint row, guint column)
{
  static const char *const names[] = { "Front desk", "Treatment room 1", "Dr. Kay", "Hygiene",
                                       "Answering machine, upstairs" };
  static const char *const defaults[] = { NULL, NULL, "1", "30", "", "0", "101" };

  if (column == FAKE_NUMBER_COLUMN)
    return g_intern_string (g_strdup_printf ("%u", 101 + row));
  return column == FAKE_NAME_COLUMN ? names[row % G_N_ELEMENTS (names)]
                                    : defaults[kind_of (column)];
}

const char *
fake_grid_model_get (FakeGridModel *self, guint row, guint column)
{
  const char *text = g_ptr_array_index (self->texts, row * self->n_columns + column);

  return text != NULL ? text : default_of (row, column);
}

static LintelGridEditorSpec *
get_editor (LintelGridModel *model, guint row, guint column)
{
  static const LintelGridEditorKind kinds[] = {
    LINTEL_GRID_EDITOR_DIGITS, LINTEL_GRID_EDITOR_TEXT,   LINTEL_GRID_EDITOR_CHOICE,
    LINTEL_GRID_EDITOR_NUMBER, LINTEL_GRID_EDITOR_DIGITS, LINTEL_GRID_EDITOR_FLAG,
    LINTEL_GRID_EDITOR_TEXT
  };
  LintelGridEditorSpec *spec = lintel_grid_editor_spec_new (kinds[kind_of (column)]);

  spec->minimum = 4;
  spec->maximum = 30;
  spec->max_length = column == FAKE_NAME_COLUMN ? 12 : 4;
  spec->alphabet = g_strdup (column == FAKE_NUMBER_COLUMN ? "0123456789" : "0123456789*#@");
  spec->blank_allowed = spec->kind == LINTEL_GRID_EDITOR_DIGITS && column != FAKE_NUMBER_COLUMN;
  if (spec->kind == LINTEL_GRID_EDITOR_CHOICE)
    {
      lintel_grid_editor_spec_add_choice (spec, "0", "0 – Undefined");
      lintel_grid_editor_spec_add_choice (spec, "1", "1 – Personal");
      lintel_grid_editor_spec_add_choice (spec, "2", "2 – Group");
    }
  else if (spec->kind == LINTEL_GRID_EDITOR_FLAG)
    {
      lintel_grid_editor_spec_add_choice (spec, "0", "Off");
      lintel_grid_editor_spec_add_choice (spec, "1", "On");
    }
  return spec;
}

static char *
word_of (LintelGridModel *model, guint row, guint column, const char *value)
{
  g_autoptr (LintelGridEditorSpec) spec = get_editor (model, row, column);

  for (guint i = 0; i < spec->choices->len; i++)
    {
      const LintelGridChoice *choice = g_ptr_array_index (spec->choices, i);

      if (g_str_equal (choice->value, value))
        return g_strdup (choice->label);
    }
  return g_strdup (value);
}

static LintelGridFinding
finding_of (guint row, guint column)
{
  if (column == FAKE_CHOICE_COLUMN && row % 7 == 3)
    return LINTEL_GRID_FINDING_ERROR;
  if (column == FAKE_RANGE_COLUMN && row % 5 == 2)
    return LINTEL_GRID_FINDING_WARNING;
  return column == FAKE_DIGITS_COLUMN && row % 6 == 4 ? LINTEL_GRID_FINDING_NOTE
                                                      : LINTEL_GRID_FINDING_NONE;
}

static void
get_cell (LintelGridModel *model, guint row, guint column, LintelGridCellInfo *info)
{
  FakeGridModel *self = FAKE_GRID_MODEL (model);
  const char *value = fake_grid_model_get (self, row, column);
  gboolean changed = !g_str_equal (value, default_of (row, column));

  self->n_reads++;
  info->text = word_of (model, row, column, value);
  info->editable = kind_of (column) != FAKE_FIXED_COLUMN;
  info->finding = finding_of (row, column);
  info->marks =
      changed ? LINTEL_GRID_MARK_CHANGED | LINTEL_GRID_MARK_UNSAVED : LINTEL_GRID_MARK_NONE;
  if (column == 8 && row % 3 == 0)
    info->marks |= LINTEL_GRID_MARK_CHANGED;
  if (column == 9 && row % 4 == 0)
    info->marks |= LINTEL_GRID_MARK_BASELINE;
}

static char *
get_input (LintelGridModel *model, guint row, guint column)
{
  return g_strdup (fake_grid_model_get (FAKE_GRID_MODEL (model), row, column));
}

static char *
get_name (LintelGridModel *model, guint row, guint column)
{
  const char *value = fake_grid_model_get (FAKE_GRID_MODEL (model), row, column);

  return g_strdup_printf ("47-02-%02u[%u]: %s", column + 1, row + 1, value);
}

static char *
get_findings (LintelGridModel *model, guint row, guint column)
{
  return finding_of (row, column) == LINTEL_GRID_FINDING_NONE
             ? NULL
             : g_strdup (
                 "Mailbox 104 is set up, but no extension has this number: anybody can take "
                 "it over. Set its type to Undefined.");
}

static gboolean
set (LintelGridModel *model, guint row, guint column, const char *text, GError **error)
{
  FakeGridModel *self = FAKE_GRID_MODEL (model);
  gpointer *slot = &self->texts->pdata[row * self->n_columns + column];
  g_autofree char *canonical = NULL;

  if (text != NULL && !lintel_grid_model_check (model, row, column, text, &canonical, error))
    return FALSE;
  g_free (*slot);
  *slot = g_steal_pointer (&canonical);
  self->n_steps++;
  lintel_grid_model_emit_changed (model, row, column, 1, 1);
  return TRUE;
}

static void
set_block (LintelGridModel *model, const LintelGridEdit *edits, gsize n_edits, const char *label,
           GPtrArray *rejects)
{
  FakeGridModel *self = FAKE_GRID_MODEL (model);
  guint n_steps = self->n_steps;

  for (gsize i = 0; i < n_edits; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!set (model, edits[i].row, edits[i].column, edits[i].text, &error))
        g_ptr_array_add (rejects, lintel_grid_reject_new (edits[i].row, edits[i].column,
                                                          edits[i].text, error->message));
    }
  self->n_steps = n_steps + 1;
  self->label = g_intern_string (label);
}

static void
model_init (LintelGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_n_frozen_columns = get_n_frozen_columns;
  iface->get_column = get_column;
  iface->get_heading_column = get_heading_column;
  iface->get_cell = get_cell;
  iface->get_input = get_input;
  iface->get_name = get_name;
  iface->get_findings = get_findings;
  iface->get_editor = get_editor;
  iface->set = set;
  iface->set_block = set_block;
}

static void
fake_grid_model_finalize (GObject *object)
{
  FakeGridModel *self = FAKE_GRID_MODEL (object);

  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->words);
  g_free (self->columns);
  G_OBJECT_CLASS (fake_grid_model_parent_class)->finalize (object);
}

static void
fake_grid_model_class_init (FakeGridModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_grid_model_finalize;
}

static void
fake_grid_model_init (FakeGridModel *self)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->words = g_ptr_array_new_with_free_func (g_free);
}

static void
fill_column (FakeGridModel *self, guint index)
{
  static const char *const titles[] = { "Mailbox number",    "Name",   "Mailbox type",
                                        "Message retention", "Prefix", "Dialing option",
                                        "Next call routing" };
  static const guint widths[] = { 5, 12, 9, 4, 5, 4, 5 };
  LintelGridColumn *column = &self->columns[index];

  column->title = titles[kind_of (index)];
  column->subtitle = g_strdup_printf ("47-02-%02u", index + 1);
  column->width = widths[kind_of (index)];
  column->align_end = kind_of (index) == FAKE_RANGE_COLUMN;
  column->doubtful = index % 8 == 5;
  column->group = index < N_FROZEN ? NULL : index < 7 ? "Messages" : index < 12 ? "Routing" : NULL;
  column->help =
      kind_of (index) == FAKE_FLAG_COLUMN
          ? "Whether the caller may dial on.\n\nCallers who hear the greeting may dial an "
            "extension, a mailbox or the operator, and so come to numbers outside if the "
            "class of the port lets them; without it they can only leave a message."
          : "Days that a message is kept before it is erased.";
  g_ptr_array_add (self->words, (char *) column->subtitle);
}

FakeGridModel *
fake_grid_model_new (guint n_rows, guint n_columns)
{
  FakeGridModel *self = g_object_new (FAKE_TYPE_GRID_MODEL, NULL);

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  g_ptr_array_set_size (self->texts, (int) (n_rows * n_columns));
  self->columns = g_new0 (LintelGridColumn, n_columns);
  for (guint i = 0; i < n_columns; i++)
    fill_column (self, i);
  return self;
}

void
fake_grid_model_resize (FakeGridModel *self, guint n_rows)
{
  self->n_rows = n_rows;
  g_ptr_array_set_size (self->texts, (int) (n_rows * self->n_columns));
  lintel_grid_model_emit_reset (LINTEL_GRID_MODEL (self));
}

guint
fake_grid_model_take_n_reads (FakeGridModel *self)
{
  guint n = self->n_reads;

  self->n_reads = 0;
  return n;
}

guint
fake_grid_model_get_n_steps (FakeGridModel *self)
{
  return self->n_steps;
}

const char *
fake_grid_model_get_label (FakeGridModel *self)
{
  return self->label;
}
