/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an extension can reach, in sentences for people. */

#include "config.h"

#include "lintel/dial-system.h"

#include <glib/gi18n-lib.h>

/* "Extension 213 (InMail) in mode 3". */
static char *
name_extension (const LintelExtension *extension, int mode)
{
  if (extension->kind == LINTEL_EXTENSION_TELEPHONE)
    return g_strdup_printf (_ ("Extension %s in mode %d"), extension->number, mode);
  return g_strdup_printf (_ ("Extension %s (%s) in mode %d"), extension->number,
                          lintel_extension_kind_get_title (extension->kind), mode);
}

/* "Jamaica", or "numbers abroad". */
static const char *
name_target (const LintelDialReach *reach)
{
  if (reach->pattern != NULL && reach->pattern->name != NULL)
    return lintel_number_pattern_get_name (reach->pattern);
  return lintel_destination_get_target (reach->destination);
}

static char *
describe_reach (const char *who, const char *target, const char *number, LintelDialVerdict verdict)
{
  switch (verdict)
    {
    case LINTEL_DIAL_ALLOWED:
      return g_strdup_printf (_ ("%s can call %s: %s gets out."), who, target, number);
    case LINTEL_DIAL_DEPENDS:
      return g_strdup_printf (
          _ ("%s may be able to call %s: the manuals do not say what becomes of "
             "%s."),
          who, target, number);
    case LINTEL_DIAL_RESTRICTED:
      return number != NULL
                 ? g_strdup_printf (_ ("%s cannot call %s: %s is blocked."), who, target, number)
                 : g_strdup_printf (_ ("%s cannot call %s: every such number is blocked."), who,
                                    target);
    default:
      return g_strdup_printf (_ ("Whether %s can call %s was not worked out: the tables have too "
                                 "many wildcards."),
                              who, target);
    }
}

char *
lintel_dial_system_describe (LintelDialSystem *self, int port, int mode, guint nth)
{
  int class_number = lintel_dial_system_get_class (self, port, mode);
  const LintelExtension *extension =
      lintel_project_get_extension (lintel_dial_system_get_project (self), port);
  const LintelDialReach *reach;
  g_autofree char *who = NULL;
  g_autofree char *number = NULL;

  if (class_number == 0 || extension == NULL)
    return NULL;
  reach = lintel_dial_system_get_reach (self, class_number, nth);
  who = name_extension (extension, mode);
  if (reach->witness != NULL)
    number = lintel_number_pattern_format (reach->pattern, reach->witness);
  return describe_reach (who, name_target (reach), number, reach->verdict);
}
