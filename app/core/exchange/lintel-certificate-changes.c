/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What has changed since the baseline project: who can call what newly or no longer, and the cells,
 * those of one item with the same values before and after together.
 */

#include "config.h"

#include "app/core/exchange/lintel-certificate-private.h"
#include "app/core/exchange/lintel-compare-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const LintelChange *first; /* owned by the list of changes */
  GArray *places;            /* of LintelPlace */
  GPtrArray *extensions;     /* numbers, each once; owned by the changes */
} Group;

static void
group_free (Group *group)
{
  g_array_unref (group->places);
  g_ptr_array_unref (group->extensions);
  g_free (group);
}

/* Only cells of the later project: others have addresses that cannot be joined. */
static char *
make_key (const LintelChange *change)
{
  if (change->place.kind != LINTEL_PLACE_CELL || change->in_old)
    return g_strdup (change->address);
  return g_strdup_printf ("%s\n%s\n%s", lintel_item_get_number (change->place.item),
                          change->old_shown, change->new_shown);
}

static void
add_extensions (Group *group, const LintelChange *change)
{
  for (guint n = 0; change->extensions != NULL && n < change->extensions->len; n++)
    if (!g_ptr_array_find_with_equal_func (group->extensions, change->extensions->pdata[n],
                                           g_str_equal, NULL))
      g_ptr_array_add (group->extensions, change->extensions->pdata[n]);
}

static GPtrArray *
group_changes (GPtrArray *changes)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint n = 0; n < changes->len; n++)
    {
      const LintelChange *change = changes->pdata[n];
      g_autofree char *key = make_key (change);
      Group *group = g_hash_table_lookup (found, key);

      if (group == NULL)
        {
          group = g_new0 (Group, 1);
          group->first = change;
          group->places = g_array_new (FALSE, FALSE, sizeof (LintelPlace));
          group->extensions = g_ptr_array_new ();
          g_ptr_array_add (groups, group);
          g_hash_table_insert (found, g_steal_pointer (&key), group);
        }
      g_array_append_val (group->places, change->place);
      add_extensions (group, change);
    }
  return groups;
}

static void
add_group (LintelCertificate *self, const Group *group)
{
  const LintelChange *change = group->first;
  const gboolean is_one = group->places->len == 1;
  g_autofree char *places =
      is_one ? g_strdup (change->address)
             : lintel_places_summarize ((const LintelPlace *) (gconstpointer) group->places->data,
                                        group->places->len, self->project);
  g_autofree char *numbers = lintel_certificate_list_numbers (
      (const char *const *) group->extensions->pdata, group->extensions->len);

  lintel_paper_add_texts (
      self->paper, (const char *const[]){ places, change->name, change->old_shown,
                                          change->new_shown, is_one ? change->affected : numbers });
}

static void
add_places (LintelCertificate *self)
{
  const LintelPaperColumn columns[] = {
    { C_ ("column", "Place"), 26, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
    { C_ ("column", "What"), 24, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
    { C_ ("column", "Before"), 16, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
    { C_ ("column", "Now"), 16, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
    { C_ ("column", "Concerns"), 18, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
  };
  g_autoptr (GPtrArray) changes =
      lintel_compare_public_places (self->options->baseline, self->project);
  g_autoptr (GPtrArray) groups = changes != NULL ? group_changes (changes) : NULL;

  lintel_paper_add_heading (self->paper, 1, _ ("What stands elsewhere than before"));
  lintel_paper_add_text (self->paper, LINTEL_TEXT_SMALL,
                         _ ("The worksheet lists every cell by itself."));
  lintel_paper_begin_table (self->paper, columns, G_N_ELEMENTS (columns));
  for (guint n = 0; groups != NULL && n < groups->len; n++)
    add_group (self, groups->pdata[n]);
  lintel_paper_end_table (self->paper);
}

static void
add_reach (LintelCertificate *self)
{
  g_autoptr (GPtrArray) changes = lintel_compare_reach (self->options->baseline, self->project);

  lintel_paper_add_heading (self->paper, 1, _ ("Who can call what, newly or no longer"));
  if (changes->len == 0)
    lintel_paper_add_text (self->paper, LINTEL_TEXT_BODY, C_ ("reach", "No difference."));
  for (guint n = 0; n < changes->len; n++)
    {
      g_autofree char *text = lintel_reach_change_to_text (changes->pdata[n]);

      lintel_paper_add_text (self->paper, LINTEL_TEXT_CELL, text);
    }
}

void
lintel_certificate_add_changes (LintelCertificate *self)
{
  if (self->options->baseline == NULL)
    return;
  lintel_paper_add_heading (self->paper, 0, _ ("Changes since the baseline project"));
  add_reach (self);
  add_places (self);
}
