/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of a project as a list model that keeps the identity of its items. */

#include "config.h"

#include "app/ui/lint/lintel-finding-list.h"

struct _LintelFindingList
{
  GObject parent_instance;

  GPtrArray *items; /* of LintelFindingItem*, in the order shown */
};

static GType
lintel_finding_list_get_item_type (GListModel *model)
{
  return LINTEL_TYPE_FINDING_ITEM;
}

static guint
lintel_finding_list_get_n_items (GListModel *model)
{
  return LINTEL_FINDING_LIST (model)->items->len;
}

static gpointer
lintel_finding_list_get_item (GListModel *model, guint position)
{
  GPtrArray *items = LINTEL_FINDING_LIST (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lintel_finding_list_get_item_type;
  iface->get_n_items = lintel_finding_list_get_n_items;
  iface->get_item = lintel_finding_list_get_item;
}

G_DEFINE_TYPE_WITH_CODE (LintelFindingList, lintel_finding_list, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
lintel_finding_list_finalize (GObject *object)
{
  g_ptr_array_unref (LINTEL_FINDING_LIST (object)->items);
  G_OBJECT_CLASS (lintel_finding_list_parent_class)->finalize (object);
}

static void
lintel_finding_list_class_init (LintelFindingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lintel_finding_list_finalize;
}

static void
lintel_finding_list_init (LintelFindingList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

LintelFindingList *
lintel_finding_list_new (void)
{
  return g_object_new (LINTEL_TYPE_FINDING_LIST, NULL);
}

/* Whether two findings, of two runs, are one problem: the same rule at the same first place, both
 * open or both accepted. The further places and the message may have changed. */
static gboolean
is_same_problem (LintelFinding *a, LintelFinding *b)
{
  guint n_a, n_b;
  const LintelPlace *place_a = lintel_finding_get_places (a, &n_a);
  const LintelPlace *place_b = lintel_finding_get_places (b, &n_b);

  return lintel_finding_get_rule (a) == lintel_finding_get_rule (b)
         && lintel_finding_get_acceptance (a) == lintel_finding_get_acceptance (b)
         && (n_a > 0) == (n_b > 0) && (n_a == 0 || lintel_place_equal (place_a, place_b));
}

static guint
hash_finding (LintelFinding *finding)
{
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);

  return g_direct_hash (lintel_finding_get_rule (finding))
         ^ (n > 0 ? lintel_place_hash (places) : 0);
}

static guint
hash_item (gconstpointer item)
{
  return hash_finding (lintel_finding_item_get_finding ((LintelFindingItem *) item));
}

static gboolean
equal_items (gconstpointer a, gconstpointer b)
{
  return is_same_problem (lintel_finding_item_get_finding ((LintelFindingItem *) a),
                          lintel_finding_item_get_finding ((LintelFindingItem *) b));
}

/* The items for FINDINGS: an old one where the problem was known, renewed, or else a new one. */
static GPtrArray *
match_items (GPtrArray *old, GPtrArray *findings, LintelProject *project)
{
  g_autoptr (GHashTable) known = g_hash_table_new (hash_item, equal_items);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < old->len; i++)
    g_hash_table_add (known, g_ptr_array_index (old, i));
  for (guint i = 0; i < findings->len; i++)
    {
      LintelFinding *finding = g_ptr_array_index (findings, i);
      LintelFindingItem *fresh = lintel_finding_item_new (finding, project);
      LintelFindingItem *item = NULL;

      if (g_hash_table_steal_extended (known, fresh, (gpointer *) &item, NULL))
        {
          g_object_unref (fresh);
          g_ptr_array_add (items, g_object_ref (item));
        }
      else
        g_ptr_array_add (items, fresh);
    }
  return items;
}

static void
renew_items (GPtrArray *items, GPtrArray *findings, LintelProject *project)
{
  for (guint i = 0; i < items->len; i++)
    {
      LintelFindingItem *item = g_ptr_array_index (items, i);
      LintelFinding *finding = g_ptr_array_index (findings, i);

      if (lintel_finding_item_get_finding (item) != finding)
        lintel_finding_item_renew (item, finding, project);
    }
}

void
lintel_finding_list_update (LintelFindingList *self, GPtrArray *findings, LintelProject *project)
{
  g_autoptr (GPtrArray) old = self->items;
  GPtrArray *items = match_items (old, findings, project);
  guint head = 0, tail = 0;

  while (head < old->len && head < items->len && old->pdata[head] == items->pdata[head])
    head++;
  while (tail < old->len - head && tail < items->len - head
         && old->pdata[old->len - 1 - tail] == items->pdata[items->len - 1 - tail])
    tail++;
  self->items = items;
  renew_items (items, findings, project);
  if (old->len != items->len || head + tail < items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                items->len - head - tail);
}
