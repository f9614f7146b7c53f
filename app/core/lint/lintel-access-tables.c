/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Room for codes in the tables of 21-06, for the international access assistant. */

#include "config.h"

#include "app/core/lint/lintel-access-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const LintelItem *
lintel_access_item (LintelProject *project, const char *program, const char *item)
{
  return lintel_catalogue_find_item (lintel_project_get_catalogue (project), program, item);
}

gboolean
lintel_access_is_chosen (const LintelAccessRequest *request, int port, int mode)
{
  for (guint i = 0; i < request->n_ports; i++)
    if (request->ports[i] == port)
      return (request->modes >> mode & 1) != 0;
  return FALSE;
}

guint
lintel_access_get_other_classes (LintelProject *project, const LintelAccessRequest *request)
{
  LintelDialSystem *system = lintel_dial_system_of (project);
  int n_modes = lintel_dial_system_get_n_modes (system);
  guint classes = 0;

  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    for (int mode = 1; mode <= n_modes; mode++)
      if (!lintel_access_is_chosen (request, port, mode))
        classes |= 1u << lintel_dial_system_get_class (system, port, mode);
  return classes & ~1u;
}

/* What a plan writes always fits: it comes from another cell or from the plan's own entries. */
void
lintel_access_set_cell (LintelProject *project, const LintelItem *item, int i, int j,
                        const char *text)
{
  LintelPlace place = lintel_place_cell (item, i, j);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (lintel_project_get (project, item, i, j), text))
    return;
  if (!lintel_project_set (project, "", &place, text, &error))
    g_critical ("%s", error->message);
}

/* The entries of a table that are not blank, as strings. TABLE 0: the item is one table. */
static GPtrArray *
list_entries (LintelProject *project, const LintelItem *item, int table)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_free);
  int n = item->dimension[item->n_dimensions - 1].capacity;

  for (int entry = 1; entry <= n; entry++)
    {
      const char *text = table == 0 ? lintel_project_get (project, item, entry, 1)
                                    : lintel_project_get (project, item, table, entry);

      if (*text != '\0')
        g_ptr_array_add (entries, g_strdup (text));
    }
  return entries;
}

static void
write_entries (LintelProject *project, const LintelItem *item, int table, GPtrArray *entries)
{
  int n = item->dimension[item->n_dimensions - 1].capacity;

  for (int entry = 1; entry <= n; entry++)
    {
      const char *text = (guint) entry <= entries->len ? entries->pdata[entry - 1] : "";

      if (table == 0)
        lintel_access_set_cell (project, item, entry, 1, text);
      else
        lintel_access_set_cell (project, item, table, entry, text);
    }
}

static gboolean
has_same (GPtrArray *one, GPtrArray *other)
{
  for (guint i = 0; i < one->len; i++)
    if (!g_ptr_array_find_with_equal_func (other, one->pdata[i], g_str_equal, NULL))
      return FALSE;
  return one->len == other->len;
}

/* The International Call Permit Code Table (21-06-02). */

/* Classes of others that have the table: while it is empty, taking it away from a class that also
 * has 21-05-01 changes nothing for it. FALSE: a class needs it. */
static gboolean
take_from_others (LintelAccessDraft *draft, guint others, gboolean is_empty)
{
  const LintelItem *permit = lintel_access_item (draft->before, "21-05", "02");
  const LintelItem *restriction = lintel_access_item (draft->before, "21-05", "01");

  for (int n = 1; n <= LINTEL_DIAL_N_CLASSES; n++)
    if ((others >> n & 1) != 0 && lintel_project_get_number (draft->before, permit, n, 1) != 0)
      {
        if (!is_empty || lintel_project_get_number (draft->before, restriction, n, 1) == 0)
          {
            lintel_access_say (draft->reasons,
                               _ ("Others are in class %d, which has the International Call Permit "
                                  "Code Table (21-05-02) too: what is entered there would open for "
                                  "them as well. Use a permit table (21-06-06) instead."),
                               n);
            return FALSE;
          }
        lintel_access_set_cell (draft->after, permit, n, 1, "0");
        lintel_access_say (draft->sentences,
                           _ ("Class %d no longer has the International Call Permit Code Table "
                              "(21-05-02). The table was empty, so nothing changes for those in "
                              "that class, and the new codes do not open for them."),
                           n);
      }
  return TRUE;
}

static gboolean
check_room (LintelAccessDraft *draft, const LintelItem *item)
{
  guint n = (guint) item->dimension[0].capacity;

  for (guint i = 0; i < draft->codes->len; i++)
    if (strlen (draft->codes->pdata[i]) > (gsize) item->max_length)
      {
        lintel_access_say (draft->reasons,
                           _ ("An entry of 21-06-02 has at most %d digits, and %s has more. Use a "
                              "permit table (21-06-06) instead."),
                           item->max_length, (const char *) draft->codes->pdata[i]);
        return FALSE;
      }
  if (draft->request->way == LINTEL_ACCESS_SHORTER
      && !lintel_access_shorten (draft->before, draft->codes, n))
    g_ptr_array_set_size (draft->codes, (int) n + 1);
  if (draft->codes->len <= n)
    return TRUE;
  lintel_access_say (draft->reasons,
                     _ ("21-06-02 has room for %u codes, and these countries take %u. Choose fewer "
                        "countries, or one of the other ways."),
                     n, draft->codes->len);
  return FALSE;
}

/* What the chosen extensions may dial by the table already stays. */
static void
keep_present (LintelAccessDraft *draft, GPtrArray *present)
{
  const LintelItem *permit = lintel_access_item (draft->before, "21-05", "02");
  guint classes = lintel_access_get_old_classes (draft);
  gboolean keeps = FALSE;

  for (int n = 1; n <= LINTEL_DIAL_N_CLASSES; n++)
    keeps = keeps
            || ((classes >> n & 1) != 0
                && lintel_project_get_number (draft->before, permit, n, 1) != 0);
  for (guint i = 0; keeps && i < present->len; i++)
    if (!g_ptr_array_find_with_equal_func (draft->codes, present->pdata[i], g_str_equal, NULL))
      g_ptr_array_insert (draft->codes, (int) i, g_strdup (present->pdata[i]));
}

gboolean
lintel_access_fill_codes (LintelAccessDraft *draft)
{
  const LintelItem *item = lintel_access_item (draft->before, "21-06", "02");
  g_autoptr (GPtrArray) present = list_entries (draft->before, item, 0);
  guint others = lintel_access_get_other_classes (draft->before, draft->request);
  g_autofree char *names = NULL;
  g_autofree char *codes = NULL;

  keep_present (draft, present);
  if (!check_room (draft, item))
    return FALSE;
  names = lintel_access_describe_entries (draft->before, draft->codes, NULL);
  codes = lintel_access_join (draft->codes);
  if (has_same (present, draft->codes))
    lintel_access_say (draft->sentences, _ ("21-06-02 has the codes already: %s."), codes);
  else if (!take_from_others (draft, others, present->len == 0))
    return FALSE;
  else
    lintel_access_say (draft->sentences,
                       _ ("21-06-02 (International Call Permit Code Table) gets "
                          "%s: %s."),
                       codes, names != NULL ? names : "-");
  write_entries (draft->after, item, 0, draft->codes);
  return TRUE;
}

/* Permit tables (21-06-06). */

int
lintel_access_find_free_table (LintelProject *project, const char *assignment, const char *item)
{
  const LintelItem *assigned_by = lintel_access_item (project, "21-05", assignment);
  const LintelItem *held_in = lintel_access_item (project, "21-06", item);
  guint in_use = lintel_dial_system_get_classes_in_use (lintel_dial_system_of (project), FALSE);
  int best = 0, best_rank = 2;

  for (int table = held_in->dimension[0].capacity; table >= 1; table--)
    {
      g_autoptr (GPtrArray) entries = list_entries (project, held_in, table);
      int rank = 0;

      for (int n = 1; n <= LINTEL_DIAL_N_CLASSES; n++)
        if (lintel_project_get_number (project, assigned_by, n, 1) == table)
          rank = MAX (rank, (in_use >> n & 1) != 0 ? 2 : 1);
      if (entries->len == 0 && rank < best_rank)
        {
          best = table;
          best_rank = rank;
        }
    }
  return best;
}

int
lintel_access_fill_permits (LintelAccessDraft *draft, int class_number)
{
  const LintelItem *assigned_by = lintel_access_item (draft->before, "21-05", "07");
  const LintelItem *item = lintel_access_item (draft->before, "21-06", "06");
  int own = lintel_project_get_number (draft->before, assigned_by, class_number, 1);
  int table = lintel_access_find_free_table (draft->after, "07", "06");
  g_autoptr (GPtrArray) entries =
      own != 0 ? list_entries (draft->before, item, own) : g_ptr_array_new_with_free_func (g_free);
  g_autofree char *added = lintel_access_join (draft->permits);
  g_autofree char *names = lintel_access_describe_entries (draft->before, draft->permits, NULL);

  for (guint i = 0; i < draft->permits->len; i++)
    if (!g_ptr_array_find_with_equal_func (entries, draft->permits->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (entries, g_strdup (draft->permits->pdata[i]));
  if (table == 0 || entries->len > (guint) item->dimension[1].capacity)
    {
      lintel_access_say (draft->reasons,
                         table == 0 ? _ ("All permit tables (21-06-06) are taken. Free one first: "
                                         "clear its entries and its use in 21-05-07.")
                                    : _ ("A permit table (21-06-06) has no room for that many "
                                         "codes. Choose fewer countries, or everywhere."));
      return 0;
    }
  write_entries (draft->after, item, table, entries);
  lintel_access_say (draft->sentences, _ ("Permit table %d (21-06-06) gets %s: %s."), table, added,
                     names != NULL ? names : _ ("all international calls"));
  if (own != 0)
    lintel_access_say (draft->sentences,
                       _ ("It also gets what permit table %d lets class %d dial."), own,
                       class_number);
  return table;
}
