/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A program whose items share one index as a sheet: a row for each mailbox, group, class or
 * extension, a column for each item or, where an item has a second index, for each of its values.
 */
#pragma once

#include "app/ui/pages/lintel-sheet.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_PROGRAM_MODEL (lintel_program_model_get_type ())
G_DECLARE_FINAL_TYPE (LintelProgramModel, lintel_program_model, LINTEL, PROGRAM_MODEL, LintelSheet)

LintelProgramModel *lintel_program_model_new (LintelDocument *document,
                                              const LintelProgram *program);

/* Whether a program fits such a sheet; otherwise its items are tables of their own. */
gboolean lintel_program_model_fits (const LintelProgram *program);

/* What a column's help says of an item: meaning, range, default, how sure that is and where it
 * comes from. Transfer full. */
char *lintel_item_describe (const LintelItem *item, LintelModel model);
/* The width of its values in digits. */
guint lintel_item_get_width (const LintelItem *item, LintelModel model);
gboolean lintel_item_is_doubtful (const LintelItem *item);

G_END_DECLS
