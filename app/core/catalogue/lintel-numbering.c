/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbering plans: the built-in ones, looked up by id and read once, and their words. */

#include "config.h"

#include "lintel/numbering.h"

#include "lintel-core-resources.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define RESOURCE_FOLDER "/app/lintel/core/numbering/"

/* The resources are asked for by their own name so that the linker keeps them. */
static LintelNumberingPlan *
load_builtin (const char *id)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, id, ".xml", NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (lintel_core_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  LintelNumberingPlan *plan;

  if (bytes == NULL)
    return NULL;
  plan = lintel_numbering_parse (bytes, path, &error);
  if (plan == NULL)
    g_error ("%s", error->message); /* a test loads every built-in plan */
  return plan;
}

const LintelNumberingPlan *
lintel_numbering_find (const char *id)
{
  static GMutex mutex;
  static GHashTable *plans;
  LintelNumberingPlan *plan;

  g_mutex_lock (&mutex);
  if (plans == NULL)
    plans = g_hash_table_new (g_str_hash, g_str_equal);
  plan = g_hash_table_lookup (plans, id);
  if (plan == NULL && (plan = load_builtin (id)) != NULL)
    g_hash_table_insert (plans, (gpointer) plan->id, plan);
  g_mutex_unlock (&mutex);
  return plan;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

char **
lintel_numbering_list (void)
{
  char **names = g_resource_enumerate_children (lintel_core_get_resource (), RESOURCE_FOLDER,
                                                G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    *strrchr (names[i], '.') = '\0';
  if (names != NULL)
    qsort (names, g_strv_length (names), sizeof *names, compare_ids);
  return names;
}

const LintelDestination *
lintel_numbering_plan_find (const LintelNumberingPlan *plan, const char *id)
{
  for (guint i = 0; i < plan->n_destinations; i++)
    if (g_str_equal (plan->destinations[i].id, id))
      return &plan->destinations[i];
  return NULL;
}

/* CONTEXT as data/its gives it to the translators. gettext's answer for "" is its own header. */
static const char *
translate (const char *context, const char *text)
{
  return text == NULL || text[0] == '\0' ? text : g_dpgettext2 (GETTEXT_PACKAGE, context, text);
}

const char *
lintel_numbering_plan_get_name (const LintelNumberingPlan *plan)
{
  return translate ("numbering plan", plan->name);
}

const char *
lintel_destination_get_name (const LintelDestination *destination)
{
  return translate ("destination", destination->name);
}

const char *
lintel_destination_get_target (const LintelDestination *destination)
{
  return translate ("destination in a sentence", destination->target);
}

const char *
lintel_destination_get_help (const LintelDestination *destination)
{
  const char *help = destination->help;

  return help == NULL || help[0] == '\0' ? help : g_dgettext (GETTEXT_PACKAGE, help);
}

const char *
lintel_number_pattern_get_name (const LintelNumberPattern *pattern)
{
  return translate ("number in a sentence", pattern->name);
}
