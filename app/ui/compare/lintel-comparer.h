/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Compares a document with an earlier project while it is edited.
 *
 * A thread works on copies of both; what it finds for a state that has passed is thrown away, and
 * one comparison runs at a time.
 *
 * Signals
 *   started   another comparison is under way
 *   done      the lists are those of the document as it is now, or there is an error
 */
#pragma once

#include "app/ui/compare/lintel-compare-source.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_COMPARER (lintel_comparer_get_type ())
G_DECLARE_FINAL_TYPE (LintelComparer, lintel_comparer, LINTEL, COMPARER, GObject)

LintelComparer *lintel_comparer_new (LintelDocument *document);

void lintel_comparer_set_source (LintelComparer *self, LintelCompareSource source);
LintelCompareSource lintel_comparer_get_source (LintelComparer *self);
/* Nothing is compared while nobody looks; FALSE at first. */
void lintel_comparer_set_active (LintelComparer *self, gboolean active);

/* Of LintelDifference. Transfer none. */
GListModel *lintel_comparer_get_places (LintelComparer *self);
GListModel *lintel_comparer_get_reach (LintelComparer *self);
/* Why there is no comparison; NULL when there is one. */
const char *lintel_comparer_get_problem (LintelComparer *self);
/* Whether the lists are those of a state that has passed. */
gboolean lintel_comparer_is_running (LintelComparer *self);

G_END_DECLS
