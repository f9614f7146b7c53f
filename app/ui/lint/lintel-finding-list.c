/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of a project as a list model that keeps the identity of its items. */

#include "config.h"

#include "app/ui/lint/lintel-finding-list.h"

struct _LintelFindingList
{
  GObject parent_instance;

  GPtrArray *items;           /* of LintelFindingItem*, in the order shown */
  LintelFindingItem *current; /* where the user is; may be NULL */
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
  LintelFindingList *self = LINTEL_FINDING_LIST (object);

  g_ptr_array_unref (self->items);
  g_clear_object (&self->current);
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
hash_finding (gconstpointer data)
{
  LintelFinding *finding = (LintelFinding *) data;
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);

  return g_direct_hash (lintel_finding_get_rule (finding))
         ^ (n > 0 ? lintel_place_hash (places) : 0);
}

static gboolean
equal_findings (gconstpointer a, gconstpointer b)
{
  return is_same_problem ((LintelFinding *) a, (LintelFinding *) b);
}

/* For each of FINDINGS the item of the same problem, or NULL; takes them out of KNOWN. */
static GPtrArray *
match_items (GHashTable *known, GPtrArray *findings)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < findings->len; i++)
    {
      LintelFindingItem *item = NULL;

      g_hash_table_steal_extended (known, findings->pdata[i], NULL, (gpointer *) &item);
      g_ptr_array_add (items, item != NULL ? g_object_ref (item) : NULL);
    }
  return items;
}

/* The next item from *AT on that stands for nothing any more. Where the user is does not move on to
 * another problem. */
static LintelFindingItem *
find_spare (LintelFindingList *self, GPtrArray *old, GHashTable *unused, guint *at)
{
  while (*at < old->len)
    {
      LintelFindingItem *item = old->pdata[(*at)++];

      if (item != self->current
          && g_hash_table_lookup (unused, lintel_finding_item_get_finding (item)) == item)
        return g_object_ref (item);
    }
  return NULL;
}

/* The items for FINDINGS: where the problem was known, the same. New problems get those of problems
 * that are gone, because a row on the screen costs far more to make, and to take away, than to
 * write upon. */
static GPtrArray *
choose_items (LintelFindingList *self, GPtrArray *old, GPtrArray *findings, LintelProject *project)
{
  /* The item of each finding. */
  g_autoptr (GHashTable) unused = g_hash_table_new (hash_finding, equal_findings);
  GPtrArray *items;
  guint at = 0;

  for (guint i = 0; i < old->len; i++)
    g_hash_table_replace (unused, lintel_finding_item_get_finding (old->pdata[i]), old->pdata[i]);
  items = match_items (unused, findings);
  for (guint i = 0; i < items->len; i++)
    if (items->pdata[i] == NULL)
      items->pdata[i] = find_spare (self, old, unused, &at);
  for (guint i = 0; i < items->len; i++)
    if (items->pdata[i] == NULL)
      items->pdata[i] = lintel_finding_item_new (findings->pdata[i], project);
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

/* An item that stands for another problem now counts as changed: filters have to look again. */
static gboolean
stays (LintelFindingItem *was, LintelFindingItem *is, LintelFinding *finding)
{
  return was == is && is_same_problem (lintel_finding_item_get_finding (is), finding);
}

void
lintel_finding_list_update (LintelFindingList *self, GPtrArray *findings, LintelProject *project)
{
  g_autoptr (GPtrArray) old = self->items;
  GPtrArray *items = choose_items (self, old, findings, project);
  guint head = 0, tail = 0, last_old = old->len - 1, last = items->len - 1;

  while (head < old->len && head < items->len
         && stays (old->pdata[head], items->pdata[head], findings->pdata[head]))
    head++;
  while (tail < old->len - head && tail < items->len - head
         && stays (old->pdata[last_old - tail], items->pdata[last - tail],
                   findings->pdata[last - tail]))
    tail++;
  self->items = items;
  renew_items (items, findings, project);
  if (head + tail < MAX (old->len, items->len))
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                items->len - head - tail);
}

void
lintel_finding_list_set_current (LintelFindingList *self, LintelFindingItem *item)
{
  g_set_object (&self->current, item);
}
