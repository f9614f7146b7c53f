/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who can call what since, in words: a sentence for each set of modes. */

#include "config.h"

#include "app/core/exchange/lintel-compare-private.h"

#include <glib/gi18n-lib.h>

static const char *
name_target (const LintelReachChange *change)
{
  if (change->pattern != NULL && change->pattern->name != NULL)
    return lintel_number_pattern_get_name (change->pattern);
  return lintel_destination_get_target (change->destination);
}

static char *
name_modes (guint modes, guint all_modes)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = 0;

  if (modes == all_modes)
    return g_strdup (C_ ("when", "all modes"));
  for (guint mode = 1; mode < 32; mode++)
    if ((modes >> mode & 1) != 0)
      g_string_append_printf (list, "%s%u", n++ > 0 ? ", " : "", mode);
  return g_strdup_printf (ngettext ("mode %s", "modes %s", n), list->str);
}

char *
lintel_reach_change_format_number (const LintelReachChange *change)
{
  return change->pattern != NULL ? lintel_number_pattern_format (change->pattern, change->number)
                                 : g_strdup (change->number);
}

char
lintel_reach_change_get_sign (const LintelReachChange *change)
{
  if (change->number == NULL)
    return '?';
  return change->gained ? '+' : '-';
}

static char *
describe_change (const LintelReachChange *change, const char *who)
{
  const char *target = name_target (change);
  g_autofree char *number = lintel_reach_change_format_number (change);

  if (number == NULL)
    return g_strdup_printf (_ ("whether %s can call %s as before was not worked out"), who, target);
  if (change->gained && change->after == LINTEL_DIAL_ALLOWED && change->partly)
    return g_strdup_printf (_ ("%s can now call %s: %s gets out, as others did before"), who,
                            target, number);
  if (change->gained && change->after == LINTEL_DIAL_ALLOWED)
    return g_strdup_printf (_ ("%s can now call %s: %s gets out"), who, target, number);
  if (change->gained)
    return g_strdup_printf (_ ("%s may now call %s: it is no longer certain that %s is blocked"),
                            who, target, number);
  if (change->after == LINTEL_DIAL_RESTRICTED && change->partly)
    return g_strdup_printf (_ ("%s can no longer call %s: %s is blocked, while others get out"),
                            who, target, number);
  if (change->after == LINTEL_DIAL_RESTRICTED)
    return g_strdup_printf (_ ("%s can no longer call %s: %s is blocked"), who, target, number);
  return g_strdup_printf (_ ("%s may no longer call %s: it is no longer certain that %s gets out"),
                          who, target, number);
}

static void
group_free (LintelReachGroup *group)
{
  g_free (group->who);
  g_free (group->when);
  g_free (group->text);
  g_free (group);
}

static LintelReachGroup *
make_group (const LintelReachChange *change, const LintelReachUser *first)
{
  LintelReachGroup *group = g_new0 (LintelReachGroup, 1);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autofree char *who = NULL;

  for (guint n = 0; n < change->users->len; n++)
    if (g_array_index (change->users, LintelReachUser, n).modes == first->modes)
      g_ptr_array_add (numbers, g_array_index (change->users, LintelReachUser, n).number);
  group->modes = first->modes;
  group->port = first->port;
  group->who = lintel_affected_name_extensions (numbers);
  group->when = name_modes (first->modes, change->all_modes);
  /* Translators: "extensions 101-103 in modes 1, 2". */
  who = g_strdup_printf (C_ ("who and when", "%s in %s"), group->who, group->when);
  group->text = describe_change (change, who);
  return group;
}

static gboolean
is_first_with_modes (const GArray *users, guint nth)
{
  for (guint n = 0; n < nth; n++)
    if (g_array_index (users, LintelReachUser, n).modes
        == g_array_index (users, LintelReachUser, nth).modes)
      return FALSE;
  return TRUE;
}

GPtrArray *
lintel_reach_change_list_groups (const LintelReachChange *change)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);

  for (guint n = 0; n < change->users->len; n++)
    if (is_first_with_modes (change->users, n))
      g_ptr_array_add (groups,
                       make_group (change, &g_array_index (change->users, LintelReachUser, n)));
  return groups;
}

char *
lintel_reach_change_to_text (const LintelReachChange *change)
{
  g_autoptr (GPtrArray) groups = lintel_reach_change_list_groups (change);
  GString *text = g_string_new (NULL);

  for (guint n = 0; n < groups->len; n++)
    g_string_append_printf (text, "%s%c %s: %s", text->len > 0 ? "\n" : "",
                            lintel_reach_change_get_sign (change), change->destination->id,
                            ((LintelReachGroup *) g_ptr_array_index (groups, n))->text);
  return g_string_free (text, FALSE);
}
