/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names that files and people use for models, indexes and confidence. */

#include "config.h"

#include "lintel/catalogue.h"

#include <glib/gi18n-lib.h>

static const char *const model_ids[] = { "sl1100", "sl2100" };
static const char *const model_names[] = { "SL1100", "SL2100" };

static const char *const index_ids[] = {
  "none", "mailbox", "group", "extension", "mode", "class", "table", "entry",
};
static const char *const index_titles[] = {
  NC_ ("index", "None"),      NC_ ("index", "Mailbox"), NC_ ("index", "Group"),
  NC_ ("index", "Extension"), NC_ ("index", "Mode"),    NC_ ("index", "Class"),
  NC_ ("index", "Table"),     NC_ ("index", "Entry"),
};

static const char *const confidence_ids[] = {
  "own-manual", "combined-manual", "sister-model", "third-party", "inferred",
};
static const char *const confidence_titles[] = {
  N_ ("from the model’s own manual"),
  N_ ("from a manual of several models"),
  N_ ("from a sister model’s manual: check it on the system"),
  N_ ("from a dealer’s page: check it on the system"),
  N_ ("inferred: check it on the system"),
};

static gboolean
find_id (const char *const *ids, guint n_ids, const char *id, int *found)
{
  for (guint i = 0; i < n_ids; i++)
    if (g_str_equal (ids[i], id))
      {
        *found = (int) i;
        return TRUE;
      }
  return FALSE;
}

const char *
lintel_model_to_id (LintelModel model)
{
  return model_ids[model];
}

gboolean
lintel_model_from_id (const char *id, LintelModel *model)
{
  int found;

  if (!find_id (model_ids, G_N_ELEMENTS (model_ids), id, &found))
    return FALSE;
  *model = (LintelModel) found;
  return TRUE;
}

const char *
lintel_model_get_name (LintelModel model)
{
  return model_names[model];
}

const char *
lintel_index_kind_to_id (LintelIndexKind kind)
{
  return index_ids[kind];
}

gboolean
lintel_index_kind_from_id (const char *id, LintelIndexKind *kind)
{
  int found;

  if (!find_id (index_ids, G_N_ELEMENTS (index_ids), id, &found) || found == LINTEL_INDEX_NONE)
    return FALSE;
  *kind = (LintelIndexKind) found;
  return TRUE;
}

const char *
lintel_index_kind_get_title (LintelIndexKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "index", index_titles[kind]);
}

const char *
lintel_confidence_to_id (LintelConfidence confidence)
{
  return confidence_ids[confidence];
}

gboolean
lintel_confidence_from_id (const char *id, LintelConfidence *confidence)
{
  int found;

  if (!find_id (confidence_ids, G_N_ELEMENTS (confidence_ids), id, &found))
    return FALSE;
  *confidence = (LintelConfidence) found;
  return TRUE;
}

const char *
lintel_confidence_get_title (LintelConfidence confidence)
{
  return g_dgettext (GETTEXT_PACKAGE, confidence_titles[confidence]);
}
