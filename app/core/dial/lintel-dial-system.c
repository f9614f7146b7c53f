/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A project's classes: from the cells of programs 21-04, 21-05 and 21-06 to matchers and to what
 * each class does with each destination.
 */

#include "config.h"

#include "lintel/dial-system.h"

#include "app/core/dial/lintel-dial-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_PLAN "nanp"

/* Which item of 21-05 assigns a table, and which item of 21-06 holds it. */
static const struct
{
  const char *assigned_by, *held_in;
} sources[LINTEL_DIAL_N_TABLES] = {
  [LINTEL_DIAL_COMMON_PERMIT] = { "05", "04" },
  [LINTEL_DIAL_PERMIT] = { "07", "06" },
  [LINTEL_DIAL_INTERNATIONAL_PERMIT] = { "02", "02" },
  [LINTEL_DIAL_COMMON_RESTRICT] = { "06", "05" },
  [LINTEL_DIAL_RESTRICT] = { "08", "07" },
  [LINTEL_DIAL_INTERNATIONAL_RESTRICT] = { "01", "01" },
};

/* The texts of one table of 21-06. */
typedef struct
{
  const char **entries; /* all tables of the item, one after the other */
  guint n_tables, n_entries;
} Texts;

typedef struct
{
  LintelDialClass description;
  LintelDialMatcher *matcher;
  LintelDialReach *reach; /* [destination]; an answer is there when its destination is */
} Class;

struct _LintelDialSystem
{
  LintelProject *project; /* which owns this */
  const LintelNumberingPlan *plan;
  guint generation;
  const LintelItem *class_item;                        /* 21-04-01 */
  const LintelItem *assigned_by[LINTEL_DIAL_N_TABLES]; /* 21-05 */
  const LintelItem *held_in[LINTEL_DIAL_N_TABLES];     /* 21-06 */
  const LintelItem *max_assigned_by, *max_held_in;
  Texts texts[LINTEL_DIAL_N_TABLES];
  Class classes[LINTEL_DIAL_N_CLASSES + 1];
  const char **assumptions;
};

static const char *const assumption_texts[] = {
  N_ ("The trunk is in class 1 in every mode (21-21): a call has the higher class of extension and "
      "trunk."),
  N_ ("Toll restriction is switched on for every trunk (14-01-08 = 1)."),
  N_ ("The number is dialled by hand: speed dials follow 21-05-09 and 21-05-10."),
  N_ ("Nobody uses an override code (21-07), a walking class (21-14) or Dial Block (21-09, "
      "21-10)."),
  N_ ("The call comes from an extension of this system: DISA callers (25-11), tie lines (34-04) "
      "and calls from trunk to trunk have classes of their own."),
  N_ ("ARS (26-01 to 26-04) and F-Route (44-02) do not change the digits."),
  N_ ("No exempt digits are entered (21-06-09), and no trunk is behind another PBX (14-04)."),
};

/* Reading. */

const LintelItem *
lintel_dial_table_find_assigned_by (const LintelCatalogue *catalogue, LintelDialTable table)
{
  return lintel_catalogue_find_item (catalogue, "21-05", sources[table].assigned_by);
}

const LintelItem *
lintel_dial_table_find_held_in (const LintelCatalogue *catalogue, LintelDialTable table)
{
  return lintel_catalogue_find_item (catalogue, "21-06", sources[table].held_in);
}

static void
find_items (LintelDialSystem *self)
{
  const LintelCatalogue *catalogue = lintel_project_get_catalogue (self->project);

  self->class_item = lintel_catalogue_find_item (catalogue, "21-04", "01");
  self->max_assigned_by = lintel_catalogue_find_item (catalogue, "21-05", "04");
  self->max_held_in = lintel_catalogue_find_item (catalogue, "21-06", "03");
  for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t++)
    {
      const LintelItem *item = lintel_dial_table_find_held_in (catalogue, t);
      Texts *texts = &self->texts[t];

      self->assigned_by[t] = lintel_dial_table_find_assigned_by (catalogue, t);
      self->held_in[t] = item;
      texts->n_tables = item->n_dimensions > 1 ? (guint) item->dimension[0].capacity : 1;
      texts->n_entries = (guint) item->dimension[item->n_dimensions - 1].capacity;
      texts->entries = g_new0 (const char *, texts->n_tables * texts->n_entries);
    }
}

static void
read_texts (LintelDialSystem *self)
{
  for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t++)
    {
      Texts *texts = &self->texts[t];
      gboolean one = self->held_in[t]->n_dimensions == 1;

      for (guint table = 0; table < texts->n_tables; table++)
        for (guint entry = 0; entry < texts->n_entries; entry++)
          texts->entries[table * texts->n_entries + entry] = lintel_project_get (
              self->project, self->held_in[t], one ? (int) entry + 1 : (int) table + 1,
              one ? 1 : (int) entry + 1);
    }
}

static void
describe_table (LintelDialSystem *self, guint t, int class_number, LintelDialTableUse *use)
{
  const Texts *texts = &self->texts[t];
  int number = lintel_project_get_number (self->project, self->assigned_by[t], class_number, 1);
  gboolean numbered = self->held_in[t]->n_dimensions > 1;

  use->assigned = number > 0 && (guint) number <= texts->n_tables;
  use->number = numbered && use->assigned ? number : 0;
  use->n_entries = use->assigned ? texts->n_entries : 0;
  use->entries =
      texts->entries + (numbered && use->assigned ? (guint) number - 1 : 0) * texts->n_entries;
}

static void
describe_class (LintelDialSystem *self, int class_number, LintelDialClass *description)
{
  for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t++)
    describe_table (self, t, class_number, &description->table[t]);
  description->max_table =
      lintel_project_get_number (self->project, self->max_assigned_by, class_number, 1);
  description->max_digits = 0;
  if (description->max_table >= 1
      && description->max_table <= self->max_held_in->dimension[0].capacity)
    description->max_digits =
        lintel_project_get_number (self->project, self->max_held_in, description->max_table, 1);
  description->international_prefix = self->plan->international_prefix;
}

static void
forget_class (Class *class)
{
  g_clear_pointer (&class->matcher, lintel_dial_matcher_unref);
  g_clear_pointer (&class->reach, g_free);
}

/* Reads the programs again and forgets what was worked out for classes that read differently. */
static void
read_project (LintelDialSystem *self)
{
  self->generation = lintel_project_get_generation (self->project);
  read_texts (self);
  for (int n = 1; n <= LINTEL_DIAL_N_CLASSES; n++)
    {
      Class *class = &self->classes[n];

      describe_class (self, n, &class->description);
      if (class->matcher != NULL
          && !lintel_dial_matcher_is_made_from (class->matcher, &class->description))
        forget_class (class);
    }
}

static Class *
get_class (LintelDialSystem *self, int class_number)
{
  Class *class = &self->classes[CLAMP (class_number, 1, LINTEL_DIAL_N_CLASSES)];

  if (self->generation != lintel_project_get_generation (self->project))
    read_project (self);
  if (class->matcher == NULL)
    {
      class->matcher = lintel_dial_matcher_new (&class->description);
      class->reach = g_new0 (LintelDialReach, self->plan->n_destinations);
    }
  return class;
}

/* Lifecycle. */

static GQuark lintel_dial_system_quark (void);

G_DEFINE_QUARK (lintel_dial_system, lintel_dial_system)

static void
free_system (gpointer data)
{
  LintelDialSystem *self = data;

  for (guint n = 0; n <= LINTEL_DIAL_N_CLASSES; n++)
    forget_class (&self->classes[n]);
  for (guint t = 0; t < LINTEL_DIAL_N_TABLES; t++)
    g_free (self->texts[t].entries);
  g_free (self->assumptions);
  g_free (self);
}

LintelDialSystem *
lintel_dial_system_of (LintelProject *project)
{
  LintelDialSystem *self = g_object_get_qdata (G_OBJECT (project), lintel_dial_system_quark ());

  if (self != NULL)
    return self;
  self = g_new0 (LintelDialSystem, 1);
  self->project = project;
  self->plan = lintel_numbering_find (lintel_project_get_numbering (project));
  if (self->plan == NULL)
    self->plan = lintel_numbering_find (DEFAULT_PLAN);
  find_items (self);
  read_project (self);
  g_object_set_qdata_full (G_OBJECT (project), lintel_dial_system_quark (), self, free_system);
  return self;
}

LintelProject *
lintel_dial_system_get_project (LintelDialSystem *self)
{
  return self->project;
}

const LintelNumberingPlan *
lintel_dial_system_get_plan (LintelDialSystem *self)
{
  return self->plan;
}

const char *const *
lintel_dial_system_get_assumptions (LintelDialSystem *self)
{
  if (self->assumptions == NULL)
    {
      self->assumptions = g_new0 (const char *, G_N_ELEMENTS (assumption_texts) + 1);
      for (guint i = 0; i < G_N_ELEMENTS (assumption_texts); i++)
        self->assumptions[i] = _ (assumption_texts[i]);
    }
  return self->assumptions;
}

/* Classes. */

int
lintel_dial_system_get_n_modes (LintelDialSystem *self)
{
  int first, last;

  if (!lintel_item_get_range (self->class_item, 1, lintel_project_get_model (self->project),
                              lintel_project_get_version (self->project), &first, &last))
    return 0;
  return last;
}

int
lintel_dial_system_get_class (LintelDialSystem *self, int port, int mode)
{
  int class_number;

  if (!lintel_project_has_cell (self->project, self->class_item, port, mode))
    return 0;
  class_number = lintel_project_get_number (self->project, self->class_item, port, mode);
  return CLAMP (class_number, LINTEL_DIAL_TRUNK_CLASS, LINTEL_DIAL_N_CLASSES);
}

const LintelDialMatcher *
lintel_dial_system_get_matcher (LintelDialSystem *self, int class_number)
{
  return get_class (self, class_number)->matcher;
}

const LintelDialClass *
lintel_dial_system_get_description (LintelDialSystem *self, int class_number)
{
  return &get_class (self, class_number)->description;
}

/* The classes of an extension in all modes: bit n is set for each mode in CLASS_NUMBER, and in
 * CLASSES for each class. */
static guint
find_modes (LintelDialSystem *self, int port, int n_modes, int class_number, guint *classes)
{
  guint modes = 0;

  for (int mode = 1; mode <= n_modes; mode++)
    {
      int n = lintel_dial_system_get_class (self, port, mode);

      *classes |= n != 0 ? 1u << n : 0;
      modes |= n == class_number ? 1u << mode : 0;
    }
  return modes;
}

GArray *
lintel_dial_system_list_users (LintelDialSystem *self, int class_number)
{
  GArray *users = g_array_new (FALSE, FALSE, sizeof (LintelDialUser));
  int n_modes = lintel_dial_system_get_n_modes (self);
  guint classes = 0;

  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      LintelDialUser user = { .extension = lintel_project_get_extension (self->project, port) };

      if (user.extension == NULL || user.extension->kind == LINTEL_EXTENSION_UNUSED)
        continue;
      user.modes = find_modes (self, port, n_modes, class_number, &classes);
      if (user.modes != 0)
        g_array_append_val (users, user);
    }
  return users;
}

guint
lintel_dial_system_get_classes_in_use (LintelDialSystem *self, gboolean inmail_only)
{
  int n_modes = lintel_dial_system_get_n_modes (self);
  guint classes = 0;

  for (int port = 1; port <= LINTEL_PORT_LAST; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (self->project, port);

      if (extension == NULL || extension->kind == LINTEL_EXTENSION_UNUSED
          || (inmail_only && extension->kind != LINTEL_EXTENSION_INMAIL))
        continue;
      find_modes (self, port, n_modes, 0, &classes);
    }
  return classes;
}

/* Reach. */

static const LintelNumberPattern *
find_pattern (const LintelDestination *destination, const char *number)
{
  for (guint i = 0; i < destination->n_patterns; i++)
    if (!destination->patterns[i].except
        && lintel_number_pattern_matches (&destination->patterns[i], number))
      return &destination->patterns[i];
  return NULL;
}

static void
find_reach (Class *class, const LintelDestination *destination, LintelDialReach *reach)
{
  lintel_dial_search (class->matcher, lintel_dial_set_of (destination), 0, &reach->found);
  reach->destination = destination;
  reach->verdict = destination->must_reach ? lintel_dial_found_get_worst (&reach->found)
                                           : lintel_dial_found_get_best (&reach->found);
  if (reach->verdict == LINTEL_DIAL_UNDECIDED
      || (reach->verdict == LINTEL_DIAL_RESTRICTED && !destination->must_reach))
    return;
  reach->witness = reach->found.witness[reach->verdict];
  reach->pattern = find_pattern (destination, reach->witness);
}

const LintelDialReach *
lintel_dial_system_get_reach (LintelDialSystem *self, int class_number, guint nth)
{
  Class *class = get_class (self, class_number);
  LintelDialReach *reach = &class->reach[nth];

  if (reach->destination == NULL)
    find_reach (class, &self->plan->destinations[nth], reach);
  return reach;
}

const LintelDialReach *
lintel_dial_system_find_reach (LintelDialSystem *self, int class_number, const char *destination)
{
  for (guint nth = 0; nth < self->plan->n_destinations; nth++)
    if (g_str_equal (self->plan->destinations[nth].id, destination))
      return lintel_dial_system_get_reach (self, class_number, nth);
  return NULL;
}

gboolean
lintel_dial_system_get_place (LintelDialSystem *self, int class_number,
                              const LintelDialAnswer *answer, LintelPlace *place)
{
  const LintelDialClass *description = lintel_dial_system_get_description (self, class_number);
  int number;

  if (answer->decided_by == LINTEL_DIAL_NOTHING)
    return FALSE;
  if (answer->decided_by == LINTEL_DIAL_MAX_DIGITS)
    {
      *place = lintel_place_cell (self->max_held_in, description->max_table, 1);
      return TRUE;
    }
  number = description->table[answer->decided_by].number;
  *place = number != 0
               ? lintel_place_cell (self->held_in[answer->decided_by], number, answer->entry)
               : lintel_place_cell (self->held_in[answer->decided_by], answer->entry, 1);
  return TRUE;
}
