/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The security codes of the mailboxes in use as a sheet, masked until revealed. */

#include "config.h"

#include "app/ui/pages/lintel-codes-model.h"

#include "app/ui/lintel-wording.h"
#include "lintel/code.h"
#include "lintel/locale.h"
#include "lintel/lock.h"
#include "lintel/safe-text.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_OWNER,
  COLUMN_CODE,
  COLUMN_STATE,
  COLUMN_REMARK,
};

/* A row's key is the quark of its mailbox number: it stays the same while rows come and go. */
struct _LintelCodesModel
{
  LintelSheet parent_instance;

  gboolean all_revealed;
  GHashTable *revealed; /* set of keys */
};

G_DEFINE_FINAL_TYPE (LintelCodesModel, lintel_codes_model, LINTEL_TYPE_SHEET)

static const char *
get_number (int key)
{
  return g_quark_to_string ((GQuark) key);
}

static LintelCodeState
get_state (LintelSheet *sheet, int key, const char **code)
{
  return lintel_project_get_code (lintel_sheet_get_project (sheet), get_number (key), code);
}

static gboolean
is_locked (LintelSheet *sheet)
{
  return lintel_project_get_lock_state (lintel_sheet_get_project (sheet)) == LINTEL_LOCK_LOCKED;
}

static gboolean
is_hidden (LintelCodesModel *self, int key)
{
  const char *code;

  return get_state (LINTEL_SHEET (self), key, &code) == LINTEL_CODE_SET && !self->all_revealed
         && !g_hash_table_contains (self->revealed, GINT_TO_POINTER (key));
}

static gboolean
lintel_codes_model_get_place (LintelSheet *sheet, int key, guint column, LintelPlace *place)
{
  if (column == COLUMN_OWNER || column == COLUMN_REMARK)
    return FALSE;
  *place = lintel_place_code (get_number (key));
  return TRUE;
}

static gboolean
lintel_codes_model_shows_findings (LintelSheet *sheet, guint column)
{
  return column == COLUMN_CODE;
}

static const char *
get_state_id (LintelCodeState state)
{
  static const char *const ids[] = {
    [LINTEL_CODE_UNKNOWN] = "unknown",
    [LINTEL_CODE_NONE] = "none",
    [LINTEL_CODE_SET] = "set",
  };

  return ids[state];
}

static const char *
get_state_title (LintelCodeState state)
{
  switch (state)
    {
    case LINTEL_CODE_SET:
      return C_ ("state of a code", "Set");
    case LINTEL_CODE_NONE:
      return C_ ("state of a code", "None: no code");
    case LINTEL_CODE_UNKNOWN:
    default:
      return C_ ("state of a code", "Unknown");
    }
}

static char *
show_owner (LintelSheet *sheet, int key)
{
  const LintelExtension *extension =
      lintel_project_find_extension (lintel_sheet_get_project (sheet), get_number (key));

  if (extension == NULL)
    return g_strdup (_ ("no such extension"));
  return extension->name[0] != '\0' ? lintel_text_make_safe (extension->name, FALSE)
                                    : g_strdup (lintel_extension_kind_get_title (extension->kind));
}

static char *
lintel_codes_model_get_shown (LintelSheet *sheet, int key, guint column)
{
  const char *code;
  LintelCodeState state = get_state (sheet, key, &code);
  LintelPlace place = lintel_place_code (get_number (key));

  if (column == COLUMN_OWNER)
    return show_owner (sheet, key);
  if (column == COLUMN_REMARK)
    return lintel_sheet_describe_problems (sheet, &place);
  if (column == COLUMN_STATE)
    return g_strdup (is_locked (sheet) ? C_ ("state of a code", "Locked")
                                       : get_state_title (state));
  if (state != LINTEL_CODE_SET)
    return g_strdup ("");
  return g_strdup (is_hidden (LINTEL_CODES_MODEL (sheet), key) ? LINTEL_MASK : code);
}

static char *
lintel_codes_model_get_input (LintelSheet *sheet, int key, guint column)
{
  const char *code;

  if (column == COLUMN_STATE)
    return g_strdup (get_state_id (get_state (sheet, key, &code)));
  return lintel_codes_model_get_shown (sheet, key, column);
}

static char *
lintel_codes_model_get_heading (LintelSheet *sheet, int key)
{
  return g_strdup (get_number (key));
}

static LintelGridEditorSpec *
lintel_codes_model_get_editor (LintelSheet *sheet, int key, guint column)
{
  LintelGridEditorSpec *spec;

  if (column == COLUMN_STATE)
    {
      spec = lintel_grid_editor_spec_new (LINTEL_GRID_EDITOR_CHOICE);
      for (int state = LINTEL_CODE_UNKNOWN; state <= LINTEL_CODE_SET; state++)
        lintel_grid_editor_spec_add_choice (spec, get_state_id (state), get_state_title (state));
      return spec;
    }
  spec = lintel_grid_editor_spec_new (LINTEL_GRID_EDITOR_DIGITS);
  spec->alphabet = g_strdup ("0123456789");
  spec->max_length = LINTEL_CODE_LENGTH;
  spec->secret = TRUE;
  return spec;
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, LINTEL_GRID_ERROR, LINTEL_GRID_ERROR_REFUSED, why);
  return FALSE;
}

static gboolean
parse_state (LintelSheet *sheet, int key, const char *typed, char **stored, GError **error)
{
  const char *code;
  LintelCodeState state = get_state (sheet, key, &code);

  for (int i = LINTEL_CODE_UNKNOWN; i <= LINTEL_CODE_SET; i++)
    if (g_ascii_strcasecmp (typed, get_state_id (i)) == 0
        || g_utf8_collate (typed, get_state_title (i)) == 0)
      {
        if (i == LINTEL_CODE_SET && state != LINTEL_CODE_SET)
          return refuse (error, _ ("Type the code in the column Code, or have one drawn."));
        if (i != LINTEL_CODE_UNKNOWN)
          *stored = g_strdup (i == LINTEL_CODE_SET ? code : "");
        return TRUE;
      }
  return refuse (error, _ ("Choose unknown, none or set."));
}

static gboolean
lintel_codes_model_parse (LintelSheet *sheet, int key, guint column, const char *typed,
                          char **stored, GError **error)
{
  g_autofree char *code = g_strstrip (g_strdup (typed));

  if (is_locked (sheet))
    return refuse (error, _ ("The codes are locked. Unlock them with their passphrase first."));
  if (column == COLUMN_STATE)
    return parse_state (sheet, key, code, stored, error);
  if (g_str_equal (code, LINTEL_MASK))
    return refuse (error, _ ("This code is hidden. Type four digits, or reveal the code first."));
  if (!lintel_code_is_well_formed (code))
    return refuse (error, _ ("A code has exactly four digits."));
  *stored = g_steal_pointer (&code);
  return TRUE;
}

static void
add_mailboxes (LintelProject *project, const char *program, const char *type_item,
               GHashTable *numbers)
{
  LintelCatalogue *catalogue = lintel_project_get_catalogue (project);
  const LintelItem *type = lintel_catalogue_find_item (catalogue, program, type_item);
  const LintelItem *number = lintel_catalogue_find_item (catalogue, program, "02");

  if (type == NULL || number == NULL)
    return;
  for (int i = 1; i <= type->dimension[0].capacity; i++)
    {
      const char *text;

      if (!lintel_project_has_cell (project, type, i, 1)
          || lintel_project_get_number (project, type, i, 1) == 0)
        continue;
      text = lintel_project_get (project, number, i, 1);
      if (text[0] != '\0')
        g_hash_table_add (numbers, g_strdup (text));
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const char *first = get_number (*(const int *) a);
  const char *second = get_number (*(const int *) b);
  gsize length = strlen (first), other = strlen (second);

  if (length != other)
    return length < other ? -1 : 1;
  return strcmp (first, second);
}

/* The mailboxes in use, and every other one that a code is written down for. */
static void
lintel_codes_model_list_keys (LintelSheet *sheet, GArray *keys)
{
  LintelProject *project = lintel_sheet_get_project (sheet);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) written = lintel_project_list_codes (project);
  GHashTableIter iter;
  gpointer number;

  add_mailboxes (project, "47-02", "01", numbers);
  add_mailboxes (project, "47-03", "03", numbers);
  for (guint i = 0; i < written->len; i++)
    g_hash_table_add (numbers, g_strdup (g_ptr_array_index (written, i)));
  g_hash_table_iter_init (&iter, numbers);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    {
      int key = (int) g_quark_from_string (number);

      g_array_append_val (keys, key);
    }
  g_array_sort (keys, compare_numbers);
}

static void
lintel_codes_model_finalize (GObject *object)
{
  g_hash_table_unref (LINTEL_CODES_MODEL (object)->revealed);
  G_OBJECT_CLASS (lintel_codes_model_parent_class)->finalize (object);
}

static void
lintel_codes_model_class_init (LintelCodesModelClass *klass)
{
  LintelSheetClass *sheet_class = LINTEL_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lintel_codes_model_finalize;
  sheet_class->list_keys = lintel_codes_model_list_keys;
  sheet_class->get_place = lintel_codes_model_get_place;
  sheet_class->shows_findings = lintel_codes_model_shows_findings;
  sheet_class->get_shown = lintel_codes_model_get_shown;
  sheet_class->get_input = lintel_codes_model_get_input;
  sheet_class->get_heading = lintel_codes_model_get_heading;
  sheet_class->get_editor = lintel_codes_model_get_editor;
  sheet_class->parse = lintel_codes_model_parse;
}

static void
lintel_codes_model_init (LintelCodesModel *self)
{
  self->revealed = g_hash_table_new (NULL, NULL);
}

LintelCodesModel *
lintel_codes_model_new (LintelDocument *document)
{
  LintelCodesModel *self = g_object_new (LINTEL_TYPE_CODES_MODEL, NULL);
  const LintelSheetColumn heading = { .title = C_ ("column", "Mailbox"), .width = 8 };
  const LintelSheetColumn columns[] = {
    { .title = C_ ("column", "Belongs to"), .width = 24 },
    { .title = C_ ("column", "Code"),
      .width = 6,
      .help = _ ("Four digits. Users set it at the telephone: 67, then 7 in the mailbox menu. This "
                 "is the office's own list; the system does not give the codes out.") },
    { .title = C_ ("column", "State"),
      .width = 14,
      .help = _ ("Unknown means that nobody has written down whether there is a code.") },
    { .title = C_ ("column", "Remarks"), .width = 80 },
  };

  lintel_sheet_set_document (LINTEL_SHEET (self), document);
  lintel_sheet_set_heading_column (LINTEL_SHEET (self), &heading);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    lintel_sheet_add_column (LINTEL_SHEET (self), &columns[i]);
  lintel_sheet_set_n_frozen (LINTEL_SHEET (self), 1);
  lintel_sheet_load (LINTEL_SHEET (self));
  return self;
}

void
lintel_codes_model_reveal_all (LintelCodesModel *self, gboolean reveal)
{
  self->all_revealed = reveal;
  g_hash_table_remove_all (self->revealed);
  lintel_sheet_redraw (LINTEL_SHEET (self));
}

void
lintel_codes_model_reveal (LintelCodesModel *self, guint first, guint last, gboolean reveal)
{
  for (guint row = first; row <= last; row++)
    {
      gpointer key = GINT_TO_POINTER (lintel_sheet_get_key (LINTEL_SHEET (self), row));

      if (reveal)
        g_hash_table_add (self->revealed, key);
      else
        g_hash_table_remove (self->revealed, key);
    }
  lintel_sheet_redraw (LINTEL_SHEET (self));
}

gboolean
lintel_codes_model_is_revealed (LintelCodesModel *self, guint row)
{
  return !is_hidden (self, lintel_sheet_get_key (LINTEL_SHEET (self), row));
}

gboolean
lintel_codes_model_shows_code (LintelCodesModel *self, const LintelGridRange *range)
{
  LintelSheet *sheet = LINTEL_SHEET (self);
  const char *code;

  if (range->first_column > COLUMN_CODE || range->last_column < COLUMN_CODE)
    return FALSE;
  for (guint row = range->first_row; row <= range->last_row; row++)
    {
      int key = lintel_sheet_get_key (sheet, row);

      if (get_state (sheet, key, &code) == LINTEL_CODE_SET && !is_hidden (self, key))
        return TRUE;
    }
  return FALSE;
}

gboolean
lintel_codes_model_draw (LintelCodesModel *self, guint first, guint last, GError **error)
{
  LintelProject *project = lintel_sheet_get_project (LINTEL_SHEET (self));
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autofree char *label = NULL;
  LintelCodeSet taken = { 0 };

  lintel_code_set_add_project (&taken, project);
  for (guint row = first; row <= last; row++)
    {
      const char *number = get_number (lintel_sheet_get_key (LINTEL_SHEET (self), row));
      LintelPlace place = lintel_place_code (number);
      char code[LINTEL_CODE_LENGTH + 1];

      if (!lintel_code_draw (&taken, number, NULL, NULL, code))
        return refuse (error, _ ("No code could be drawn: every strong one is taken."));
      lintel_edits_add (edits, &place, code);
    }
  label = lintel_locale_format (ngettext ("Draw %u code", "Draw %u codes", edits->len), edits->len);
  return lintel_project_apply (project, label, NULL, edits, error);
}

gboolean
lintel_codes_model_clear (LintelCodesModel *self, guint first, guint last, GError **error)
{
  LintelProject *project = lintel_sheet_get_project (LINTEL_SHEET (self));
  g_autoptr (GPtrArray) edits = lintel_edits_new ();
  g_autofree char *label = NULL;

  for (guint row = first; row <= last; row++)
    {
      LintelPlace place =
          lintel_place_code (get_number (lintel_sheet_get_key (LINTEL_SHEET (self), row)));

      lintel_edits_add (edits, &place, NULL);
    }
  label =
      lintel_locale_format (ngettext ("Clear %u code", "Clear %u codes", edits->len), edits->len);
  return lintel_project_apply (project, label, NULL, edits, error);
}
