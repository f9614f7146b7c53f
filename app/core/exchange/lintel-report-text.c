/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes and counts in words, the same in the window's previews and on the command line. */

#include "config.h"

#include "app/core/exchange/lintel-report-private.h"

#include "lintel/locale.h"
#include "lintel/safe-text.h"

#include <glib/gi18n-lib.h>

const char *
lintel_report_peek_value (LintelProject *project, const LintelPlace *place, const char *text)
{
  if (place->kind == LINTEL_PLACE_CODE)
    return text != NULL && text[0] != '\0' ? LINTEL_REPORT_HIDDEN_CODE : text;
  if (place->kind == LINTEL_PLACE_CELL && text == NULL)
    return lintel_item_get_default (place->item, lintel_project_get_model (project),
                                    place->index[0], place->index[1]);
  return text;
}

static const LintelStray *
find_stray (LintelProject *project, const LintelPlace *place)
{
  return place->kind == LINTEL_PLACE_STRAY ? lintel_project_get_stray (project, place->index[0])
                                           : NULL;
}

static char *
format_code (const char *text)
{
  if (text == NULL)
    return g_strdup (C_ ("code", "unknown"));
  return g_strdup (text[0] == '\0' ? C_ ("code", "no code") : LINTEL_REPORT_HIDDEN_CODE);
}

static char *
format_raw_value (LintelProject *project, const LintelPlace *place, const char *text)
{
  const char *value = lintel_report_peek_value (project, place, text);
  const LintelStray *stray = text != NULL ? find_stray (project, place) : NULL;

  if (place->kind == LINTEL_PLACE_CODE)
    return format_code (text);
  if (stray != NULL && stray->value != NULL)
    return g_strdup_printf (C_ ("value", "“%s”"), stray->value);
  if (value == NULL)
    return g_strdup (C_ ("value", "(nothing)"));
  if (value[0] == '\0')
    return g_strdup (C_ ("value", "(blank)"));
  if (place->kind == LINTEL_PLACE_CELL)
    return lintel_item_format (place->item, lintel_project_get_model (project), value);
  if (place->field == LINTEL_FIELD_UNTIL)
    return lintel_locale_day (value);
  if (place->field == LINTEL_FIELD_TIME)
    return lintel_locale_moment_utc (value);
  return g_strdup (value);
}

/* As it can be shown anywhere; a note keeps its lines. */
char *
lintel_report_format_value (LintelProject *project, const LintelPlace *place, const char *text)
{
  g_autofree char *raw = format_raw_value (project, place, text);

  return lintel_text_make_safe (raw, TRUE);
}

char *
lintel_report_format_address (LintelProject *project, const LintelPlace *place)
{
  const LintelStray *stray = find_stray (project, place);

  if (stray != NULL && stray->address != NULL)
    return lintel_text_make_safe (stray->address, FALSE);
  return lintel_place_to_string (place, project);
}

char *
lintel_report_format_edit (LintelProject *project, const LintelEdit *edit)
{
  g_autofree char *address = lintel_report_format_address (project, &edit->place);
  g_autofree char *old_value = lintel_report_format_value (project, &edit->place, edit->old_text);
  g_autofree char *new_value = lintel_report_format_value (project, &edit->place, edit->new_text);

  return g_strdup_printf ("%s: %s → %s", address, old_value, new_value);
}

char *
lintel_report_format_counts (guint errors, guint warnings, guint notes, guint accepted)
{
  g_autofree char *e = lintel_locale_format (ngettext ("%u error", "%u errors", errors), errors);
  g_autofree char *w =
      lintel_locale_format (ngettext ("%u warning", "%u warnings", warnings), warnings);
  g_autofree char *n = lintel_locale_format (ngettext ("%u note", "%u notes", notes), notes);

  if (accepted == 0)
    return g_strdup_printf (_ ("%s, %s, %s"), e, w, n);
  return lintel_locale_format (C_ ("findings", "%s, %s, %s, %u accepted"), e, w, n, accepted);
}

const LintelAcceptance *
lintel_report_find_acceptance (LintelProject *project, int id)
{
  g_autoptr (GPtrArray) acceptances = NULL;

  if (id == 0)
    return NULL;
  acceptances = lintel_project_list_acceptances (project);
  for (guint n = 0; n < acceptances->len; n++)
    if (((LintelAcceptance *) g_ptr_array_index (acceptances, n))->id == id)
      return g_ptr_array_index (acceptances, n);
  return NULL;
}

char *
lintel_report_name_places (const LintelFinding *finding, LintelProject *project)
{
  guint n_places;
  const LintelPlace *places = lintel_finding_get_places (finding, &n_places);

  return n_places == 1 ? lintel_finding_get_address (finding, 0, project)
                       : lintel_places_summarize (places, n_places, project);
}

/* From here on it goes from left to right again. */
#define LEFT_TO_RIGHT_MARK "\xe2\x80\x8e"

/* Hebrew to Arabic Extended-A, and their presentation forms. */
static gboolean
is_right_to_left (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff)
         || (c >= 0xfe70 && c <= 0xfeff);
}

char *
lintel_report_isolate (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (is_right_to_left (g_utf8_get_char (p)))
      return g_strconcat (name, LEFT_TO_RIGHT_MARK, NULL);
  return g_strdup (name);
}

static char *
join_acceptance (const LintelAcceptance *acceptance, const char *until)
{
  if (until[0] == '\0')
    return g_strdup_printf (C_ ("acceptance", "%s (%s)"), acceptance->reason, acceptance->by);
  return g_strdup_printf (C_ ("acceptance", "%s (%s, until %s)"), acceptance->reason,
                          acceptance->by, until);
}

char *
lintel_report_write_acceptance (const LintelAcceptance *acceptance)
{
  return join_acceptance (acceptance, acceptance->until);
}

char *
lintel_report_show_acceptance (const LintelAcceptance *acceptance)
{
  g_autofree char *until = lintel_locale_day (acceptance->until);

  return join_acceptance (acceptance, until);
}

char *
lintel_report_format_sign_off (LintelProject *project, LintelSignOffKind kind)
{
  LintelSignOff sign_off;
  g_autofree char *by = NULL, *time = NULL;

  if (!lintel_project_get_sign_off (project, kind, &sign_off))
    return g_strdup ("");
  time = lintel_locale_moment_utc (sign_off.time);
  by = lintel_report_isolate (sign_off.by);
  if (lintel_project_is_sign_off_stale (project, kind))
    return g_strdup_printf (_ ("%s, %s, for an earlier state of the project"), by, time);
  return g_strdup_printf (_ ("%s, %s"), by, time);
}
