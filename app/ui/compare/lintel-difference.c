/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a comparison: see lintel-difference.h. */

#include "config.h"

#include "app/ui/compare/lintel-difference.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LintelDifference
{
  GObject parent_instance;

  char *columns[LINTEL_DIFFERENCE_N_COLUMNS];
  char *line, *sentence;
  char *folded; /* made when first filtered */
  LintelPlace place;
  gboolean has_place;
  char sign;
};

G_DEFINE_FINAL_TYPE (LintelDifference, lintel_difference, G_TYPE_OBJECT)

static void
lintel_difference_finalize (GObject *object)
{
  LintelDifference *self = LINTEL_DIFFERENCE (object);

  for (guint n = 0; n < LINTEL_DIFFERENCE_N_COLUMNS; n++)
    g_free (self->columns[n]);
  g_free (self->line);
  g_free (self->sentence);
  g_free (self->folded);
  G_OBJECT_CLASS (lintel_difference_parent_class)->finalize (object);
}

static void
lintel_difference_class_init (LintelDifferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lintel_difference_finalize;
}

static void
lintel_difference_init (LintelDifference *self)
{
}

/* The root's version and numbering have no place in the tables. */
static gboolean
can_go_to (const LintelPlace *place)
{
  return place->kind != LINTEL_PLACE_NONE;
}

LintelDifference *
lintel_difference_new_of_place (const LintelChange *change)
{
  LintelDifference *self = g_object_new (LINTEL_TYPE_DIFFERENCE, NULL);

  self->columns[LINTEL_DIFFERENCE_PLACE] = g_strdup (change->address);
  self->columns[LINTEL_DIFFERENCE_NAME] = g_strdup (change->name);
  self->columns[LINTEL_DIFFERENCE_OLD] = g_strdup (change->old_shown);
  self->columns[LINTEL_DIFFERENCE_NEW] = g_strdup (change->new_shown);
  self->columns[LINTEL_DIFFERENCE_AFFECTED] =
      g_strdup (change->affected != NULL ? change->affected : "");
  self->line = lintel_change_to_text (change);
  /* Translators: a difference as it is read aloud: place, what stands there, before, now */
  self->sentence = g_strdup_printf (C_ ("difference", "%s, %s: before %s, now %s"), change->address,
                                    change->name, change->old_shown, change->new_shown);
  self->place = change->place;
  self->has_place = !change->in_old && can_go_to (&change->place);
  return self;
}

static const char *
name_change (const LintelReachChange *change)
{
  if (change->number == NULL)
    return C_ ("call", "Not worked out");
  if (change->gained)
    return change->after == LINTEL_DIAL_ALLOWED ? C_ ("call", "Newly")
                                                : C_ ("call", "Perhaps newly");
  return change->after == LINTEL_DIAL_RESTRICTED ? C_ ("call", "No longer")
                                                 : C_ ("call", "Perhaps no longer");
}

/* The class of the first extension, in the first mode, is where to look. */
static gboolean
find_class (const LintelReachGroup *group, LintelProject *project, LintelPlace *place)
{
  const LintelItem *item =
      lintel_catalogue_find_item (lintel_project_get_catalogue (project), "21-04", "01");
  const int mode = g_bit_nth_lsf (group->modes, 0);

  if (item == NULL || mode < 1)
    return FALSE;
  *place = lintel_place_cell (item, group->port, mode);
  return TRUE;
}

LintelDifference *
lintel_difference_new_of_reach (const LintelReachChange *change, const LintelReachGroup *group,
                                LintelProject *project)
{
  LintelDifference *self = g_object_new (LINTEL_TYPE_DIFFERENCE, NULL);
  char *number = lintel_reach_change_format_number (change);

  self->sign = lintel_reach_change_get_sign (change);
  self->columns[LINTEL_DIFFERENCE_CHANGE] = g_strdup (name_change (change));
  self->columns[LINTEL_DIFFERENCE_WHO] = g_strdup (group->who);
  self->columns[LINTEL_DIFFERENCE_MODES] = g_strdup (group->when);
  self->columns[LINTEL_DIFFERENCE_DESTINATION] =
      g_strdup (lintel_destination_get_name (change->destination));
  self->columns[LINTEL_DIFFERENCE_NUMBER] = number != NULL ? number : g_strdup ("");
  self->line = g_strdup_printf ("%c %s: %s", self->sign, change->destination->id, group->text);
  self->sentence = g_strdup (group->text);
  self->has_place = find_class (group, project, &self->place);
  return self;
}

const char *
lintel_difference_get_column (LintelDifference *self, guint column)
{
  return self->columns[column];
}

const char *
lintel_difference_get_line (LintelDifference *self)
{
  return self->line;
}

const char *
lintel_difference_get_sentence (LintelDifference *self)
{
  return self->sentence;
}

const LintelPlace *
lintel_difference_get_place (LintelDifference *self)
{
  return self->has_place ? &self->place : NULL;
}

char
lintel_difference_get_sign (LintelDifference *self)
{
  return self->sign;
}

gboolean
lintel_difference_matches (LintelDifference *self, const char *folded)
{
  if (self->folded == NULL)
    {
      g_autofree char *all = g_strdup_printf ("%s\n%s", self->line, self->columns[3]);

      self->folded = g_utf8_casefold (all, -1);
    }
  return strstr (self->folded, folded) != NULL;
}
