/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The security codes of the mailboxes in use as a sheet: owner, code, state.
 *
 * A code is shown as dots, and never copied, until it is revealed; then copying it asks first.
 */
#pragma once

#include "app/ui/grid/lintel-grid.h"
#include "app/ui/pages/lintel-sheet.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_CODES_MODEL (lintel_codes_model_get_type ())
G_DECLARE_FINAL_TYPE (LintelCodesModel, lintel_codes_model, LINTEL, CODES_MODEL, LintelSheet)

LintelCodesModel *lintel_codes_model_new (LintelDocument *document);

void lintel_codes_model_reveal_all (LintelCodesModel *self, gboolean reveal);
/* Rows FIRST to LAST. */
void lintel_codes_model_reveal (LintelCodesModel *self, guint first, guint last, gboolean reveal);
gboolean lintel_codes_model_is_revealed (LintelCodesModel *self, guint row);
/* Whether one of those cells shows a code. */
gboolean lintel_codes_model_shows_code (LintelCodesModel *self, const LintelGridRange *range);

/* Draws a strong code for each of the rows, one undo step. */
gboolean lintel_codes_model_draw (LintelCodesModel *self, guint first, guint last, GError **error);
/* Forgets the codes of the rows: nobody has written down then whether there is one. One undo step.
 */
gboolean lintel_codes_model_clear (LintelCodesModel *self, guint first, guint last, GError **error);

G_END_DECLS
