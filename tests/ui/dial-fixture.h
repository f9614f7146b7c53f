/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An example office and a widget that shows what gets out of it, in a window of its own for every
 * test. */
#pragma once

#include "app/ui/overview/lintel-dial-tester.h"
#include "app/ui/overview/lintel-reach-picture.h"
#include "tests/support/test-support.h"
#include "tests/ui/ui-test-support.h"

G_BEGIN_DECLS

extern LintelProject *dial_project;
extern GtkWidget *dial_window;

/* EXAMPLE is a file of data/examples without its ending. */
void dial_open_office (const char *example);
/* A system without extensions. */
void dial_open_empty (void);
/* WIDGET belongs to the window from here on; its "show-place" is recorded. */
void dial_show (GtkWidget *widget);
void dial_close (void);

/* Changes the project and lets the window follow. TEXT NULL is back to default. */
void dial_set (const char *place, const char *text);

/* A child of the widget's template. */
gpointer dial_get_child (gpointer widget, const char *name);
/* The NTH widget below PARENT with that style class that is shown; NULL when there are not so
 * many. */
GtkWidget *dial_find (GtkWidget *parent, const char *style_class, guint nth);

void dial_assert_name (gpointer widget, const char *name);
/* The place that was asked for last; forgets it. "" for none. Transfer full. */
char *dial_take_place (void);

G_END_DECLS
