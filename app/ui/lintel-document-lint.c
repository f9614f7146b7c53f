/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of a document: lint in slices, and what was found where. */

#include "config.h"

#include "app/ui/lintel-document-private.h"

#include "app/ui/lintel-severities.h"

#include <glib/gi18n-lib.h>

/* A slice of lint, in microseconds: a quarter of a frame at 60 Hz. */
#define LINT_SLICE 4000

static void
index_finding (LintelDocument *self, LintelFinding *finding)
{
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);

  for (guint i = 0; i < n; i++)
    {
      GPtrArray *here = g_hash_table_lookup (self->at, &places[i]);

      if (here == NULL)
        {
          here = g_ptr_array_new ();
          g_hash_table_insert (self->at, (gpointer) &places[i], here);
        }
      g_ptr_array_add (here, finding);
    }
}

static void
publish_findings (LintelDocument *self)
{
  GPtrArray *findings = lintel_linter_get_findings (self->linter);
  GPtrArray *previous = self->current;

  g_hash_table_remove_all (self->at);
  self->current = g_ptr_array_new_with_free_func ((GDestroyNotify) lintel_finding_unref);
  for (guint i = 0; i < findings->len; i++)
    {
      LintelFinding *finding = g_ptr_array_index (findings, i);

      g_ptr_array_add (self->current, lintel_finding_ref (finding));
      index_finding (self, finding);
    }
  self->checked = TRUE;
  lintel_finding_list_update (self->findings, self->current, self->project);
  g_clear_pointer (&previous, g_ptr_array_unref);
  lintel_document_emit_linted (self);
}

static gboolean
lint_slice_cb (gpointer data)
{
  LintelDocument *self = data;

  if (lintel_linter_step (self->linter, LINT_SLICE))
    return G_SOURCE_CONTINUE;
  self->lint_source = 0;
  publish_findings (self);
  return G_SOURCE_REMOVE;
}

void
lintel_document_lint_later (LintelDocument *self)
{
  if (self->lint_source == 0)
    self->lint_source = g_idle_add (lint_slice_cb, self);
}

static gboolean
first_slice_cb (gpointer data)
{
  LintelDocument *self = data;

  self->lint_source = 0;
  if (lintel_linter_step (self->linter, LINT_SLICE))
    lintel_document_lint_later (self);
  else
    publish_findings (self);
  return G_SOURCE_REMOVE;
}

/* Mostly one slice is enough after an edit: it comes after what is typed, but before the frame is
 * drawn, which then has the edit and what became of the problems. What takes longer lets frames
 * go first. */
static void
lint_before_frame (LintelDocument *self)
{
  g_clear_handle_id (&self->lint_source, g_source_remove);
  self->lint_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, first_slice_cb, self, NULL);
}

void
lintel_document_lint_edit (LintelDocument *self)
{
  if (self->checked)
    lint_before_frame (self);
  else
    lintel_document_lint_later (self);
}

gboolean
lintel_document_is_checked (LintelDocument *self)
{
  return self->checked;
}

LintelFindingList *
lintel_document_get_findings (LintelDocument *self)
{
  return self->findings;
}

guint
lintel_document_count (LintelDocument *self, LintelSeverity severity)
{
  guint n = 0;

  for (guint i = 0; i < self->current->len; i++)
    {
      LintelFinding *finding = g_ptr_array_index (self->current, i);

      if (lintel_finding_get_acceptance (finding) == 0
          && lintel_finding_get_severity (finding) == severity)
        n++;
    }
  return n;
}

void
lintel_document_lint_now (LintelDocument *self)
{
  g_clear_handle_id (&self->lint_source, g_source_remove);
  publish_findings (self);
}

void
lintel_document_use_severities (LintelDocument *self)
{
  lintel_severities_apply (self->linter);
  lintel_document_lint_later (self);
}

GPtrArray *
lintel_document_get_findings_at (LintelDocument *self, const LintelPlace *place)
{
  return g_hash_table_lookup (self->at, place);
}

gboolean
lintel_document_get_severity_at (LintelDocument *self, const LintelPlace *place,
                                 LintelSeverity *severity)
{
  GPtrArray *here = lintel_document_get_findings_at (self, place);
  gboolean found = FALSE;

  for (guint i = 0; here != NULL && i < here->len; i++)
    {
      LintelFinding *finding = g_ptr_array_index (here, i);
      LintelSeverity level = lintel_finding_get_severity (finding);

      if (lintel_finding_get_acceptance (finding) != 0)
        continue;
      *severity = found ? MAX (*severity, level) : level;
      found = TRUE;
    }
  return found;
}

char *
lintel_document_describe_findings_at (LintelDocument *self, const LintelPlace *place)
{
  GPtrArray *here = lintel_document_get_findings_at (self, place);
  GString *text;

  if (here == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < here->len; i++)
    {
      LintelFinding *finding = g_ptr_array_index (here, i);
      const char *title = lintel_finding_get_acceptance (finding) != 0
                              ? C_ ("finding", "Accepted")
                              : lintel_severity_get_title (lintel_finding_get_severity (finding));

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", title,
                              lintel_finding_get_message (finding));
    }
  return g_string_free (text, FALSE);
}
