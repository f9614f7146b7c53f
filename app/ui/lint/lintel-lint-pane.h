/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lint pane: the findings of a document with counts, filters, explanation and repairs.
 *
 * Signals
 *   jump (const LintelPlace *)   the user asks to see a place
 *   done (const char *)          something was changed; a sentence that says what
 */
#pragma once

#include "app/ui/lintel-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_LINT_PANE (lintel_lint_pane_get_type ())
G_DECLARE_FINAL_TYPE (LintelLintPane, lintel_lint_pane, LINTEL, LINT_PANE, AdwBin)

void lintel_lint_pane_set_document (LintelLintPane *self, LintelDocument *document);

/* Selects the finding at POSITION of those shown. */
void lintel_lint_pane_select (LintelLintPane *self, guint position);
/* Offers the repairs of the selected one. */
void lintel_lint_pane_fix (LintelLintPane *self);
void lintel_lint_pane_focus_filter (LintelLintPane *self);
/* Selects the first finding of SEVERITY or worse and emits "jump"; FALSE when there is none. */
gboolean lintel_lint_pane_jump_to_first (LintelLintPane *self, LintelSeverity severity);
void lintel_lint_pane_fix_all (LintelLintPane *self);

/* The findings that pass the filters, LintelFindingItem, with the selected one. */
GtkSingleSelection *lintel_lint_pane_get_selection (LintelLintPane *self);

/* Emits "jump" to the first place of FINDING that a page can show. */
void lintel_lint_pane_jump (LintelLintPane *self, LintelFinding *finding);

G_END_DECLS
