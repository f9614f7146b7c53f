/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The nodes that a search has entered. */

#include "config.h"

#include "app/core/dial/lintel-dial-search-private.h"

#include <string.h>

#define FIRST_SIZE 64

void
lintel_dial_visited_init (LintelDialVisited *visited, guint n_words)
{
  memset (visited, 0, sizeof *visited);
  visited->n_words = n_words;
}

void
lintel_dial_visited_clear (LintelDialVisited *visited)
{
  g_clear_pointer (&visited->table, g_free);
  g_clear_pointer (&visited->nodes, g_free);
}

static guint
hash_node (const guint64 *node, guint n_words)
{
  guint64 hash = 0;

  for (guint w = 0; w < n_words; w++)
    hash = (hash ^ node[w]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^ hash >> 29;
  return (guint) (hash >> 32);
}

static void
put (LintelDialVisited *visited, guint node)
{
  const guint stride = visited->n_words + 1;
  guint at = hash_node (visited->nodes + (gsize) node * stride, stride) & (visited->size - 1);

  while (visited->table[at] != 0)
    at = (at + 1) & (visited->size - 1);
  visited->table[at] = node + 1;
}

static void
grow (LintelDialVisited *visited)
{
  const guint stride = visited->n_words + 1;

  visited->size = MAX (FIRST_SIZE, visited->size * 4);
  visited->capacity = visited->size / 2;
  visited->nodes = g_renew (guint64, visited->nodes, (gsize) visited->capacity * stride);
  g_free (visited->table);
  visited->table = g_new0 (guint, visited->size);
  for (guint node = 0; node < visited->n; node++)
    put (visited, node);
}

gboolean
lintel_dial_visited_add (LintelDialVisited *visited, guint level, guint state, guint slots,
                         const guint64 *live)
{
  const guint stride = visited->n_words + 1;
  guint64 *node;
  guint at;

  if (visited->n == visited->capacity)
    grow (visited);
  node = visited->nodes + (gsize) visited->n * stride;
  node[0] = (guint64) level << 48 | (guint64) state << 32 | slots;
  memcpy (node + 1, live, visited->n_words * sizeof *live);
  at = hash_node (node, stride) & (visited->size - 1);
  for (; visited->table[at] != 0; at = (at + 1) & (visited->size - 1))
    if (memcmp (visited->nodes + (gsize) (visited->table[at] - 1) * stride, node,
                stride * sizeof *node)
        == 0)
      return TRUE;
  visited->table[at] = ++visited->n;
  return FALSE;
}
