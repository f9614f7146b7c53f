/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a project keeps beside its programs, on the Overview: dial tests or acceptances, each with
 * what it says and a way to remove it. */
#pragma once

#include "app/ui/lintel-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_RECORD_LIST (lintel_record_list_get_type ())
G_DECLARE_FINAL_TYPE (LintelRecordList, lintel_record_list, LINTEL, RECORD_LIST, AdwBin)

/* KIND is LINTEL_PLACE_DIAL_TEST or LINTEL_PLACE_ACCEPTANCE. */
GtkWidget *lintel_record_list_new (LintelDocument *document, LintelPlaceKind kind);
/* Focuses the record that PLACE is or lies in; FALSE when it is not here. */
gboolean lintel_record_list_reveal (LintelRecordList *self, const LintelPlace *place);

G_END_DECLS
