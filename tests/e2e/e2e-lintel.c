/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "tests/e2e/e2e-lintel.h"

#include "tests/e2e/e2e-private.h"

static AtspiAccessible *
look_for_window (const char *title)
{
  int n = atspi_accessible_get_child_count (e2e_root (), NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) window =
          atspi_accessible_get_child_at_index (e2e_root (), i, NULL);
      g_autofree char *name = window != NULL ? e2e_name (window) : NULL;

      if (name != NULL && g_pattern_match_simple (title, name))
        return g_steal_pointer (&window);
    }
  return NULL;
}

typedef struct
{
  const char *title;
  AtspiAccessible *window;
} WantedWindow;

/* The X server is asked first. GTK 4.8 may crash when the windows of a program are listed over
 * AT-SPI while one of them is coming or going. */
static gboolean
window_is_there_cb (gpointer data)
{
  WantedWindow *wanted = data;

  if (e2e_has_window (wanted->title))
    wanted->window = look_for_window (wanted->title);
  return wanted->window != NULL;
}

static gboolean
title_is_there_cb (gpointer title)
{
  return e2e_has_window (title);
}

static gboolean
title_is_gone_cb (gpointer title)
{
  return !e2e_has_window (title);
}

AtspiAccessible *
e2e_find_window (const char *title)
{
  WantedWindow wanted = { title, NULL };
  g_autofree char *what = g_strdup_printf ("window “%s” does not come", title);

  e2e_wait (window_is_there_cb, &wanted, what);
  return wanted.window;
}

void
e2e_wait_for_window_gone (const char *title)
{
  g_autofree char *what = g_strdup_printf ("window “%s” does not go", title);

  e2e_wait (title_is_gone_cb, (gpointer) title, what);
}

void
e2e_wait_for_title (const char *title)
{
  g_autofree char *what = g_strdup_printf ("the title does not become “%s”", title);

  e2e_wait (title_is_there_cb, (gpointer) title, what);
}

AtspiAccessible *
e2e_lint_pane (void)
{
  static AtspiAccessible *pane;

  if (pane == NULL)
    pane = e2e_find (NULL, ATSPI_ROLE_FILLER, "LintelLintPane");
  return pane;
}

guint
e2e_count_errors (void)
{
  g_autoptr (AtspiAccessible) button =
      e2e_find (e2e_lint_pane (), ATSPI_ROLE_PUSH_BUTTON, "* error*");
  g_autofree char *name = e2e_name (button);

  return (guint) g_ascii_strtoull (name, NULL, 10);
}

static gboolean
errors_are_cb (gpointer n)
{
  return e2e_count_errors () == GPOINTER_TO_UINT (n);
}

static gboolean
errors_are_below_cb (gpointer n)
{
  return e2e_count_errors () < GPOINTER_TO_UINT (n);
}

void
e2e_wait_for_errors (guint n)
{
  g_autofree char *what = g_strdup_printf ("the number of errors does not become %u", n);

  e2e_wait (errors_are_cb, GUINT_TO_POINTER (n), what);
}

void
e2e_wait_for_errors_below (guint n)
{
  g_autofree char *what = g_strdup_printf ("there are still %u errors", n);

  e2e_wait (errors_are_below_cb, GUINT_TO_POINTER (n), what);
}

AtspiAccessible *
e2e_find_problem (const char *pattern)
{
  g_autoptr (AtspiAccessible) cell = e2e_find (e2e_lint_pane (), ATSPI_ROLE_TABLE_CELL, pattern);

  return atspi_accessible_get_parent (cell, NULL);
}

void
e2e_show_tab (int number, const char *title)
{
  g_autofree char *key = g_strdup_printf ("<Alt>%d", number);
  g_autofree char *pattern = g_strdup_printf ("%s*", title);
  g_autoptr (AtspiAccessible) tab = NULL;

  e2e_press (key);
  tab = e2e_find (NULL, ATSPI_ROLE_PAGE_TAB, pattern);
  e2e_wait_for_state (tab, ATSPI_STATE_SELECTED, TRUE);
}

AtspiAccessible *
e2e_find_cell (const char *place)
{
  g_autofree char *pattern = g_strdup_printf ("%s: *", place);

  return e2e_find (NULL, ATSPI_ROLE_TABLE_CELL, pattern);
}
