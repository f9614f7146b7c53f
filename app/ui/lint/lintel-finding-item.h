/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A finding as an object that lists can show and bind to.
 *
 * Lint makes new findings after every edit. An item stands for "the same problem" over time: it
 * keeps its identity, and with it the selection, while the finding behind it is renewed.
 */
#pragma once

#include "lintel/lint.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_FINDING_ITEM (lintel_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (LintelFindingItem, lintel_finding_item, LINTEL, FINDING_ITEM, GObject)

LintelFindingItem *lintel_finding_item_new (LintelFinding *finding, LintelProject *project);
void lintel_finding_item_renew (LintelFindingItem *self, LintelFinding *finding,
                                LintelProject *project);

LintelFinding *lintel_finding_item_get_finding (LintelFindingItem *self);
/* Its places in few words: "47-02-01[113-128]". */
const char *lintel_finding_item_get_place (LintelFindingItem *self);
gboolean lintel_finding_item_is_accepted (LintelFindingItem *self);

/* The symbol that stands beside a severity's word, and the style class of its colour. */
const char *lintel_severity_icon_name (LintelSeverity severity);
const char *lintel_severity_style_class (LintelSeverity severity);

G_END_DECLS
