/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One attempt of the international access assistant: the tables, a class for each class that the
 * chosen extensions are in now, and their move into it; on a copy of the project.
 */

#include "config.h"

#include "app/core/lint/lintel-access-private.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

/* The longest international number: prefix, country code and number. */
#define LONGEST_NUMBER 18

void
lintel_access_say (GPtrArray *sentences, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (sentences, g_strdup_vprintf (format, args));
  va_end (args);
}

char *
lintel_access_join (GPtrArray *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        g_string_append (text, i + 1 == words->len ? C_ ("list", " and ") : ", ");
      g_string_append (text, words->pdata[i]);
    }
  return g_string_free (text, FALSE);
}

guint
lintel_access_get_old_classes (LintelAccessDraft *draft)
{
  LintelDialSystem *system = lintel_dial_system_of (draft->before);
  guint classes = 0;

  for (guint i = 0; i < draft->request->n_ports; i++)
    for (int mode = 1; mode <= lintel_dial_system_get_n_modes (system); mode++)
      if (lintel_access_is_chosen (draft->request, draft->request->ports[i], mode))
        classes |= 1u << lintel_dial_system_get_class (system, draft->request->ports[i], mode);
  return classes & ~1u;
}

/* Lifecycle. */

/* Whether all the chosen extensions reach the country as it is. */
static gboolean
is_reached (LintelAccessDraft *draft, const LintelCountry *country)
{
  const char *only[] = { country->id, NULL };
  LintelAccessRequest request = *draft->request;
  guint classes = lintel_access_get_old_classes (draft);

  request.countries = only;
  for (int n = 1; n <= LINTEL_DIAL_N_CLASSES; n++)
    if ((classes >> n & 1) != 0
        && lintel_access_get_worst (draft->before, &request, n, NULL) != LINTEL_DIAL_ALLOWED)
      return FALSE;
  return TRUE;
}

static void
add_countries (LintelAccessDraft *draft)
{
  const char *const *id = draft->request->countries;

  for (; id != NULL && *id != NULL; id++)
    {
      const LintelCountry *country = lintel_country_find (*id);
      gboolean permit = draft->request->way == LINTEL_ACCESS_PERMIT_TABLE;

      if (is_reached (draft, country))
        continue;
      lintel_access_add_entries (draft->before, country, TRUE,
                                 permit ? draft->permits : draft->codes);
      lintel_access_add_entries (draft->before, country, FALSE, draft->permits);
    }
}

LintelAccessDraft *
lintel_access_draft_new (LintelProject *project, const LintelAccessRequest *request)
{
  LintelAccessDraft *draft = g_new0 (LintelAccessDraft, 1);

  draft->before = g_object_ref (project);
  draft->after = lintel_project_copy (project);
  draft->request = request;
  draft->codes = g_ptr_array_new_with_free_func (g_free);
  draft->permits = g_ptr_array_new_with_free_func (g_free);
  draft->opened = g_ptr_array_new_with_free_func (g_free);
  draft->sentences = g_ptr_array_new_with_free_func (g_free);
  draft->reasons = g_ptr_array_new_with_free_func (g_free);
  draft->open_points = g_ptr_array_new_with_free_func (g_free);
  add_countries (draft);
  return draft;
}

void
lintel_access_draft_free (LintelAccessDraft *draft)
{
  g_object_unref (draft->before);
  g_object_unref (draft->after);
  g_ptr_array_unref (draft->codes);
  g_ptr_array_unref (draft->permits);
  g_ptr_array_unref (draft->opened);
  g_ptr_array_unref (draft->sentences);
  g_ptr_array_unref (draft->reasons);
  g_ptr_array_unref (draft->open_points);
  g_free (draft);
}

/* The new row of 21-05: one text for each item. */

typedef struct
{
  const LintelProgram *program;
  char **values;
} Row;

static void
row_clear (Row *row)
{
  g_strfreev (row->values);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static void
read_row (LintelProject *project, int class_number, Row *row)
{
  row->program = lintel_access_item (project, "21-05", "01")->program;
  row->values = g_new0 (char *, row->program->n_items + 1);
  for (guint i = 0; i < row->program->n_items; i++)
    row->values[i] =
        g_strdup (lintel_project_get (project, row->program->items[i], class_number, 1));
}

static void
set_value (Row *row, const char *item, int value)
{
  for (guint i = 0; i < row->program->n_items; i++)
    if (g_str_equal (row->program->items[i]->id, item))
      {
        g_free (row->values[i]);
        row->values[i] = g_strdup_printf ("%d", value);
      }
}

static int
get_value (const Row *row, const char *item)
{
  for (guint i = 0; i < row->program->n_items; i++)
    if (g_str_equal (row->program->items[i]->id, item))
      return (int) g_ascii_strtoll (row->values[i], NULL, 10);
  return 0;
}

static gboolean
reads_like (LintelProject *project, int class_number, const Row *row)
{
  for (guint i = 0; i < row->program->n_items; i++)
    if (!g_str_equal (row->values[i],
                      lintel_project_get (project, row->program->items[i], class_number, 1)))
      return FALSE;
  return TRUE;
}

/* Without a restriction table, a permit table may restrict all that it does not have (S2). */
static gboolean
assign_permits (LintelAccessDraft *draft, int class_number, Row *row)
{
  gboolean had_one = get_value (row, "07") != 0;
  int table = lintel_access_fill_permits (draft, class_number);
  int blank;

  if (table == 0)
    return FALSE;
  set_value (row, "07", table);
  if (had_one || get_value (row, "08") != 0)
    return TRUE;
  blank = lintel_access_find_free_table (draft->after, "08", "07");
  if (blank == 0)
    {
      lintel_access_say (draft->reasons,
                         _ ("A permit table needs a restriction table beside it, and all of "
                            "21-06-07 are taken. Free one first."));
      return FALSE;
    }
  set_value (row, "08", blank);
  lintel_access_say (draft->sentences,
                     _ ("Restriction table %d (21-06-07) stays empty beside it: without one, a "
                        "permit table might restrict everything else."),
                     blank);
  return TRUE;
}

static void
lift_max_digits (LintelAccessDraft *draft, int class_number, Row *row)
{
  const LintelDialClass *description =
      lintel_dial_system_get_description (lintel_dial_system_of (draft->before), class_number);

  if (description->max_table == 0 || description->max_digits >= LONGEST_NUMBER)
    return;
  set_value (row, "04", 0);
  lintel_access_say (draft->sentences,
                     _ ("The new class has no maximum of digits (21-05-04): %d digits are too few "
                        "for an international number."),
                     description->max_digits);
}

/* Everything that the whole table kept in opens with it. */
static void
open_everywhere (LintelAccessDraft *draft, Row *row)
{
  const LintelItem *item = lintel_access_item (draft->before, "21-06", "01");
  const char *prefix =
      lintel_dial_system_get_plan (lintel_dial_system_of (draft->before))->international_prefix;
  g_autoptr (GPtrArray) more = g_ptr_array_new ();

  set_value (row, "01", 0);
  set_value (row, "02", 0);
  g_ptr_array_add (draft->opened, g_strdup (prefix));
  lintel_access_say (draft->sentences,
                     _ ("The new class has no International Call Restriction Table (21-05-01 = 0)"
                        ": all international calls get out."));
  for (int entry = 1; entry <= item->dimension[0].capacity; entry++)
    {
      const char *text = lintel_project_get (draft->before, item, entry, 1);

      if (*text == '\0' || lintel_dial_covers (prefix, text))
        continue;
      g_ptr_array_add (draft->opened, g_strdup (text));
      g_ptr_array_add (more, (gpointer) text);
    }
  if (more->len > 0)
    {
      g_autofree char *list = lintel_access_join (more);

      lintel_access_say (draft->sentences,
                         _ ("That table also kept in what starts with %s; those calls get out of "
                            "the new class too, unless another table restricts them."),
                         list);
    }
}

/* Classes. */

/* Bit n is set when some extension, in use or not, is in class n. */
static guint
get_taken_classes (LintelProject *project)
{
  const LintelAccessRequest nobody = { 0 };

  return lintel_access_get_other_classes (project, &nobody);
}

static gboolean
has_set_cells (LintelProject *project, const LintelProgram *program, int class_number)
{
  for (guint i = 0; i < program->n_items; i++)
    if (lintel_project_is_set (project, program->items[i], class_number, 1))
      return TRUE;
  return FALSE;
}

/* A class that reads as wanted already; else one that nobody is in: untouched ones first, then the
 * nearest below the old one, since a lower class is expected to let out more. Class 1 is the one
 * without restrictions by custom. */
static int
find_class (LintelProject *project, int old_class, const Row *row)
{
  guint taken = get_taken_classes (project);
  int best = 0, best_rank = G_MAXINT;

  for (int n = 2; n <= LINTEL_DIAL_N_CLASSES; n++)
    {
      int rank = n < old_class ? old_class - n : n - old_class + LINTEL_DIAL_N_CLASSES;

      if (n != old_class && reads_like (project, n, row))
        return n;
      rank += has_set_cells (project, row->program, n) ? 2 * LINTEL_DIAL_N_CLASSES : 0;
      if ((taken >> n & 1) == 0 && rank < best_rank)
        {
          best = n;
          best_rank = rank;
        }
    }
  return best;
}

static gboolean
write_class (LintelAccessDraft *draft, int old_class, const Row *row)
{
  guint others = lintel_access_get_other_classes (draft->before, draft->request);
  gboolean is_own = (others >> old_class & 1) == 0;
  int new_class = is_own ? old_class : find_class (draft->after, old_class, row);

  if (new_class == 0)
    {
      lintel_access_say (draft->reasons, _ ("All toll restriction classes are in use. Move the "
                                            "extensions of one class to another first."));
      return FALSE;
    }
  for (guint i = 0; i < row->program->n_items; i++)
    lintel_access_set_cell (draft->after, row->program->items[i], new_class, 1, row->values[i]);
  draft->new_class[old_class] = new_class;
  if (is_own)
    lintel_access_say (draft->sentences,
                       _ ("Nobody else is in class %d, so it is changed itself; its other "
                          "restrictions stay."),
                       old_class);
  else
    lintel_access_say (draft->sentences,
                       _ ("Class %d keeps all other restrictions of class %d, where the extensions "
                          "are now."),
                       new_class, old_class);
  return TRUE;
}

static gboolean
build_class (LintelAccessDraft *draft, int old_class)
{
  g_auto (Row) row = { 0 };

  read_row (draft->before, old_class, &row);
  lift_max_digits (draft, old_class, &row);
  if (draft->request->countries == NULL)
    open_everywhere (draft, &row);
  else if (draft->codes->len > 0)
    set_value (&row, "02", 1);
  if (draft->permits->len > 0 && !assign_permits (draft, old_class, &row))
    return FALSE;
  return write_class (draft, old_class, &row);
}

/* Moves. */

/* Who moves from a class, in some mode. */
static void
move (LintelAccessDraft *draft, int old_class)
{
  const LintelItem *item = lintel_access_item (draft->before, "21-04", "01");
  LintelDialSystem *system = lintel_dial_system_of (draft->before);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autofree char *text = g_strdup_printf ("%d", draft->new_class[old_class]);
  g_autofree char *list = NULL;

  for (guint i = 0; i < draft->request->n_ports; i++)
    {
      int port = draft->request->ports[i];
      gboolean moved = FALSE;

      for (int mode = 1; mode <= lintel_dial_system_get_n_modes (system); mode++)
        if (lintel_access_is_chosen (draft->request, port, mode)
            && lintel_dial_system_get_class (system, port, mode) == old_class)
          {
            lintel_access_set_cell (draft->after, item, port, mode, text);
            moved = TRUE;
          }
      if (moved)
        g_ptr_array_add (numbers,
                         (gpointer) lintel_project_get_extension (draft->before, port)->number);
    }
  list = lintel_access_join (numbers);
  lintel_access_say (draft->sentences,
                     ngettext ("Extension %s moves from class %d to class %d in the chosen modes.",
                               "Extensions %s move from class %d to class %d in the chosen modes.",
                               numbers->len),
                     list, old_class, draft->new_class[old_class]);
}

gboolean
lintel_access_draft_build (LintelAccessDraft *draft)
{
  guint classes = lintel_access_get_old_classes (draft);

  if (draft->codes->len > 0 && !lintel_access_fill_codes (draft))
    return FALSE;
  for (guint i = 0; i < draft->codes->len; i++)
    g_ptr_array_add (draft->opened, g_strdup (draft->codes->pdata[i]));
  for (guint i = 0; i < draft->permits->len; i++)
    g_ptr_array_add (draft->opened, g_strdup (draft->permits->pdata[i]));
  for (int n = 1; n <= LINTEL_DIAL_N_CLASSES; n++)
    if ((classes >> n & 1) != 0)
      {
        if (lintel_access_get_worst (draft->before, draft->request, n, NULL) == LINTEL_DIAL_ALLOWED)
          lintel_access_say (draft->sentences,
                             _ ("Class %d lets those calls out already: nobody has to move from "
                                "it."),
                             n);
        else if (!build_class (draft, n))
          return FALSE;
        else if (draft->new_class[n] != n)
          move (draft, n);
      }
  return TRUE;
}
