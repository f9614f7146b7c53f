/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The next and the previous problem or difference, from the cursor on.
 *
 * Nothing is remembered between two steps but what was announced: where to go follows each time
 * from the findings or differences there are and from where the cursor is, so that edits may come
 * in between. A problem at many places counts where it begins in a tab. A step into another tab,
 * or round the end of one, is announced and taken when the key is pressed again.
 */

#include "config.h"

#include "app/ui/lintel-window-private.h"
#include "lintel/locale.h"

#include <glib/gi18n-lib.h>

/* Somewhere to go. */
typedef struct
{
  LintelPlace place;
  guint tab;
  guint item; /* of a problem: its position in the list of problems */
} Target;

/* A target with its position in a page. */
typedef struct
{
  const Target *target;
  guint64 position;
} Stop;

static void
add_target (LintelWindow *self, const LintelPlace *place, guint item, GArray *targets)
{
  Target target = { *place, 0, item };
  int tab = lintel_window_find_tab (self, lintel_document_get_page_of (self->document, place));

  if (tab < 0)
    return;
  target.tab = (guint) tab;
  g_array_append_val (targets, target);
}

/* Open problems that the list shows: its filters apply to the keys too. */
static void
list_problems (LintelWindow *self, GArray *targets)
{
  GListModel *items = G_LIST_MODEL (lintel_lint_pane_get_selection (self->lint_pane));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LintelFindingItem) item = g_list_model_get_item (items, i);
      guint n;
      const LintelPlace *places =
          lintel_finding_get_places (lintel_finding_item_get_finding (item), &n);

      for (guint k = 0; k < n && !lintel_finding_item_is_accepted (item); k++)
        add_target (self, &places[k], i, targets);
    }
}

static void
list_differences (LintelWindow *self, GArray *targets)
{
  g_autoptr (GArray) places = lintel_document_list_differences (self->document);

  for (guint i = 0; i < places->len; i++)
    add_target (self, &g_array_index (places, LintelPlace, i), i, targets);
}

static GArray *
list_targets (LintelWindow *self, LintelStepKind kind)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (Target));

  if (kind == LINTEL_STEP_PROBLEM)
    list_problems (self, targets);
  else
    list_differences (self, targets);
  return targets;
}

/* A page without a cursor has its targets in the order of the list. */
static gboolean
locate (LintelPage *page, const Target *target, guint64 *position)
{
  if (lintel_page_has_cursor (page))
    return lintel_page_locate (page, &target->place, position);
  *position = (guint64) target->item + 1;
  return TRUE;
}

/* Where each problem or difference begins in the tab; those that the page cannot show are left
 * out. */
static GArray *
list_stops (LintelWindow *self, GArray *targets, guint tab, LintelPage *page)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (Stop));

  for (guint i = 0; i < targets->len; i++)
    {
      Stop stop = { &g_array_index (targets, Target, i), 0 };
      Stop *last = stops->len > 0 ? &g_array_index (stops, Stop, stops->len - 1) : NULL;

      if (stop.target->tab != tab || !locate (page, stop.target, &stop.position))
        continue;
      if (last == NULL || last->target->item != stop.target->item)
        g_array_append_val (stops, stop);
      else if (stop.position < last->position)
        *last = stop;
    }
  return stops;
}

/* The nearest stop after (1) or before (-1) POSITION; NULL when there is none. */
static const Stop *
find_stop (GArray *stops, guint64 position, int direction)
{
  const Stop *best = NULL;

  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);

      if (direction > 0 ? stop->position <= position : stop->position >= position)
        continue;
      if (best == NULL
          || (direction > 0 ? stop->position < best->position : stop->position > best->position))
        best = stop;
    }
  return best;
}

static void
go_to (LintelWindow *self, LintelStepKind kind, const Stop *stop)
{
  LintelPlace place = stop->target->place;
  guint64 position = stop->position;

  self->step.announced = FALSE;
  if (kind == LINTEL_STEP_PROBLEM)
    lintel_lint_pane_select (self->lint_pane, stop->target->item);
  lintel_window_jump (self, &place);
  /* After the tab has changed, which forgets it. */
  self->step.visited = position;
}

static guint64
get_position (LintelWindow *self, LintelPage *page, int direction)
{
  guint64 position = direction > 0 ? 0 : G_MAXUINT64;

  if (lintel_page_has_cursor (page))
    lintel_page_get_position (page, &position);
  else if (self->step.visited > 0)
    position = self->step.visited;
  return position;
}

static guint
count_in_tab (GArray *targets, guint tab)
{
  guint n = 0, last = G_MAXUINT;

  for (guint i = 0; i < targets->len; i++)
    {
      const Target *target = &g_array_index (targets, Target, i);

      if (target->tab != tab || target->item == last)
        continue;
      last = target->item;
      n++;
    }
  return n;
}

/* The next tab with anything to go to, the one in front last of all; -1 when there is none. */
static int
find_next_tab (LintelWindow *self, GArray *targets, guint now, int direction)
{
  int n_tabs = (int) self->tabs->len;

  for (int i = 1; i <= n_tabs; i++)
    {
      int tab = ((int) now + i * direction + n_tabs * 2) % n_tabs;

      if (count_in_tab (targets, (guint) tab) > 0)
        return tab;
    }
  return -1;
}

static const char *
get_key (LintelStepKind kind, int direction)
{
  if (kind == LINTEL_STEP_PROBLEM)
    return direction > 0 ? C_ ("key", "F8") : C_ ("key", "Shift+F8");
  return direction > 0 ? C_ ("key", "F7") : C_ ("key", "Shift+F7");
}

static char *
describe_way_on (LintelWindow *self, LintelStepKind kind, int direction, guint n, guint tab,
                 gboolean same)
{
  const char *key = get_key (kind, direction);

  if (same && direction > 0)
    return g_strdup_printf (_ ("Nothing more below. Press %s again to start over at the top."),
                            key);
  if (same)
    return g_strdup_printf (_ ("Nothing more above. Press %s again to start over at the bottom."),
                            key);
  /* Translators: a key, the title of a tab, and how many problems or differences it has. */
  return lintel_locale_format (direction > 0
                                   ? _ ("Nothing more below. Press %s again to go on in %s (%u).")
                                   : _ ("Nothing more above. Press %s again to go on in %s (%u)."),
                               key, lintel_window_get_nth_page_title (self, tab), n);
}

static gboolean
was_announced (LintelWindow *self, const LintelStep *step)
{
  return self->step.announced && self->step.kind == step->kind
         && self->step.direction == step->direction && self->step.from == step->from
         && self->step.position == step->position && self->step.to == step->to;
}

static void
announce (LintelWindow *self, const LintelStep *step, GArray *targets)
{
  g_autofree char *sentence =
      describe_way_on (self, step->kind, step->direction, count_in_tab (targets, step->to),
                       step->to, step->from == step->to);

  self->step = *step;
  self->step.announced = TRUE;
  lintel_window_toast (self, sentence);
}

/* To the first or last stop of another tab, or of this one. */
static void
enter_tab (LintelWindow *self, LintelStepKind kind, int direction, GArray *targets, guint tab)
{
  GtkWidget *page = lintel_window_show_page (self, lintel_window_get_nth_page_key (self, tab));
  g_autoptr (GArray) stops = list_stops (self, targets, tab, LINTEL_PAGE (page));
  /* From before the first position, which a stop may have. */
  const Stop *stop = find_stop (stops, direction > 0 ? 0 : G_MAXUINT64, direction);

  for (guint i = 0; direction > 0 && i < stops->len; i++)
    if (g_array_index (stops, Stop, i).position == 0)
      stop = &g_array_index (stops, Stop, i);
  if (stop != NULL)
    go_to (self, kind, stop);
}

static void
leave_tab (LintelWindow *self, LintelStepKind kind, int direction, GArray *targets, guint now,
           LintelPage *page)
{
  int next = find_next_tab (self, targets, now, direction);
  LintelStep step = { .kind = kind, .direction = direction, .from = now };

  if (next < 0)
    {
      lintel_window_toast (self, kind == LINTEL_STEP_PROBLEM ? _ ("There is no problem.")
                                                             : _ ("There is no difference."));
      return;
    }
  step.to = (guint) next;
  step.position = get_position (self, page, direction);
  step.visited = self->step.visited;
  /* A page without a cursor has no place that one could lose. */
  if (!lintel_page_has_cursor (page) || was_announced (self, &step))
    enter_tab (self, kind, direction, targets, step.to);
  else
    announce (self, &step, targets);
}

void
lintel_window_step (LintelWindow *self, LintelStepKind kind, int direction)
{
  LintelPage *page = lintel_window_get_page (self);
  int now = lintel_window_find_tab (self, lintel_window_get_page_key (self));
  g_autoptr (GArray) targets = NULL;
  g_autoptr (GArray) stops = NULL;
  const Stop *stop;

  if (page == NULL || !lintel_page_confirm (page))
    return;
  lintel_document_lint_now (self->document);
  targets = list_targets (self, kind);
  stops = list_stops (self, targets, (guint) now, page);
  stop = find_stop (stops, get_position (self, page, direction), direction);
  if (stop != NULL)
    go_to (self, kind, stop);
  else
    leave_tab (self, kind, direction, targets, (guint) now, page);
}
