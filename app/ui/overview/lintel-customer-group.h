/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The customer's fields and the notes, as rows that are edits of the project. */
#pragma once

#include "app/ui/lintel-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_CUSTOMER_GROUP (lintel_customer_group_get_type ())
G_DECLARE_FINAL_TYPE (LintelCustomerGroup, lintel_customer_group, LINTEL, CUSTOMER_GROUP, AdwBin)

void lintel_customer_group_set_document (LintelCustomerGroup *self, LintelDocument *document);
/* Focuses the row that shows PLACE; FALSE when none does. */
gboolean lintel_customer_group_reveal (LintelCustomerGroup *self, const LintelPlace *place);

G_END_DECLS
