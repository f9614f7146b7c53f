/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of a document: lintel-document.c has its project and its file, lintel-document-lint.c the
 * findings. */
#pragma once

#include "app/ui/lintel-document.h"

#include "app/ui/lintel-baseline.h"

G_BEGIN_DECLS

struct _LintelDocument
{
  GObject parent_instance;

  LintelProject *project;
  LintelLinter *linter;
  LintelProject *saved;     /* a copy of what the file holds; renewed by saving */
  char *path;               /* NULL until it has a file */
  gboolean made_here;       /* until it is first saved */
  LintelBaseline *baseline; /* NULL until one is chosen */
  LintelSafekeeping *safekeeping;

  guint lint_source;           /* set while a lint run is under way */
  gboolean checked;            /* once the first has ended */
  LintelFindingList *findings; /* brought up to date when a run ends */
  GPtrArray *current;          /* the findings of the last run; keeps the keys of AT alive */
  GHashTable *at;              /* LintelPlace* → GPtrArray of LintelFinding* */
};

void lintel_document_emit_linted (LintelDocument *self);
/* Checks when nothing else is to be done. */
void lintel_document_lint_later (LintelDocument *self);
/* After an edit. */
void lintel_document_lint_edit (LintelDocument *self);

G_END_DECLS
