/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table that is full while something is still to be entered. */

#include "config.h"

#include "app/core/lint/lintel-block-private.h"
#include "app/core/lint/lintel-international-private.h"
#include "app/core/lint/lintel-reach-rules-private.h"
#include "app/core/lint/lintel-table-rules-private.h"

#include <glib/gi18n-lib.h>

static const char *const destinations[] = { "international-operator", "carrier-access", "islands",
                                            "premium", "vertical-international" };

static gboolean
is_full (LintelProject *project, const LintelItem *item)
{
  for (int entry = 1; entry <= item->dimension[0].capacity; entry++)
    if (*lintel_project_get (project, item, entry, 1) == '\0')
      return FALSE;
  return TRUE;
}

static void
check_international (LintelCheck *check)
{
  LintelProject *project = lintel_check_get_project (check);
  const LintelItem *item = lintel_check_get_item (check, "21-06", "01");
  LintelPlace place = lintel_place_table (item, 0);

  if (is_full (project, item) && lintel_international_table_is_assigned (project)
      && !lintel_international_table_has_prefix (project))
    lintel_check_add (check, &place,
                      _ ("The international call restriction table is full and has no 011: move "
                         "entries to a restriction table (21-06-07)"));
}

static gboolean
blocks_emergency (LintelCheck *check)
{
  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    {
      const LintelDialReach *reach;

      if (lintel_check_get_survey (check)->users[class].telephones->len == 0)
        continue;
      reach = lintel_dial_system_find_reach (
          lintel_dial_system_of (lintel_check_get_project (check)), class, "emergency");
      if (reach != NULL && reach->verdict != LINTEL_DIAL_ALLOWED)
        return TRUE;
    }
  return FALSE;
}

static void
check_common_permit (LintelCheck *check)
{
  LintelProject *project = lintel_check_get_project (check);
  const LintelItem *item = lintel_check_get_item (check, "21-06", "04");
  LintelPlace place = lintel_place_table (item, 0);

  if (is_full (project, item) && blocks_emergency (check))
    lintel_check_add (check, &place,
                      _ ("The common permit table is full, and an emergency number does not get "
                         "out: remove an entry that is not needed, 1822 for example"));
}

static gboolean
lacks_room (LintelCheck *check, int class)
{
  LintelProject *project = lintel_check_get_project (check);

  for (gsize i = 0; i < G_N_ELEMENTS (destinations); i++)
    if (!lintel_reach_is_blocked (project, class, destinations[i])
        && !lintel_block_has_room (check, class, destinations[i]))
      return TRUE;
  return FALSE;
}

static void
check_class (LintelCheck *check, int class)
{
  LintelProject *project = lintel_check_get_project (check);
  const LintelItem *assignment = lintel_check_get_item (check, "21-05", "08");
  int table = lintel_project_get_number (project, assignment, class, 1);
  LintelPlace place = lintel_place_cell (assignment, class, 1);

  if (!lacks_room (check, class))
    return;
  if (table != 0)
    lintel_check_add (check, &place,
                      _ ("Restriction table %d of class %d has no room for what the class still "
                         "lets out: remove entries that are not needed (21-06-07)"),
                      table, class);
  else
    lintel_check_add (check, &place,
                      _ ("All restriction tables are in use, so there is none for class %d and "
                         "what it lets out: let classes share a table (21-05-08)"),
                      class);
}

static void
check_tables (LintelCheck *check)
{
  LintelProject *project = lintel_check_get_project (check);

  check_international (check);
  check_common_permit (check);
  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    if (lintel_class_is_used (lintel_check_get_survey (check), class)
        && !lintel_reach_is_open_abroad (project, class))
      check_class (check, class);
}

const LintelRule lintel_rule_capacity = {
  .id = "capacity",
  .severity = LINTEL_SEVERITY_NOTE,
  .reads = LINTEL_READS_21_04 | LINTEL_READS_21_05 | LINTEL_READS_21_06 | LINTEL_READS_EXTENSIONS,
  .summary = N_ ("A table has no room for what is still to be entered"),
  .explanation = N_ (
      "The tables of 21-06 are short: 10 international and 10 common entries, and four restriction "
      "tables of 60. Another finding says that something has to be entered, and there is no row "
      "left for it, so Lintel cannot repair it.\n\n"
      "Remove entries that others cover or that nobody needs, or have classes share a restriction "
      "table. The islands take 42 rows with and without the 1, and 21 with it only."),
  .check = check_tables,
};
