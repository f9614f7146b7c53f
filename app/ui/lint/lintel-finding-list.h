/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The findings of a project as a list model of LintelFindingItem.
 *
 * After each lint run the list is told the new findings and changes as little as it can: what is
 * still there keeps its item, so that a selection stays.
 */
#pragma once

#include "app/ui/lint/lintel-finding-item.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_FINDING_LIST (lintel_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (LintelFindingList, lintel_finding_list, LINTEL, FINDING_LIST, GObject)

LintelFindingList *lintel_finding_list_new (void);
/* FINDINGS: LintelFinding*, in the order in which they are to be shown. */
void lintel_finding_list_update (LintelFindingList *self, GPtrArray *findings,
                                 LintelProject *project);

/* Where the user is: an item that goes when its problem goes, and is never used for another. May be
 * NULL. */
void lintel_finding_list_set_current (LintelFindingList *self, LintelFindingItem *item);

G_END_DECLS
