/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drives the built window from outside, as a person with a keyboard and a screen reader would: over
 * AT-SPI for what can be seen and pressed, through the X server for keys.
 *
 * Everything that looks for something waits until it is there, and fails the test with the tree of
 * accessibles on standard error and a picture of the screen when it does not come. A test runs
 * below tests/support/run-under-xvfb and holds one program at a time. */
#pragma once

#include <atspi/atspi.h>
#include <check.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiEditableText, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

/* Any role, or any name, where a search leaves one open. */
#define E2E_ANY_ROLE ATSPI_ROLE_INVALID

/* A folder of the test's own, removed by e2e_finish(). */
void e2e_begin (void);
/* Ends the program if it still runs, fails the test if it complained on standard error, and removes
 * the folder. */
void e2e_finish (void);
/* The path of a file in the test's folder. Transfer full. */
char *e2e_path (const char *name);
/* A copy of one of data/examples in the test's folder. Returns its path. Transfer full. */
char *e2e_copy_example (const char *name);

/* Starts lintel, with a project or NULL, and waits for its window. */
void e2e_start (const char *project);
/* Ends the program as a crash does: it cannot do anything any more. */
void e2e_kill (void);
/* Waits until somebody else has killed it. */
void e2e_wait_for_kill (void);
/* Waits until the program has ended by itself and returns its exit status. */
int e2e_wait_for_end (void);
/* The window that came first. Transfer none. */
AtspiAccessible *e2e_main_window (void);

/* The first accessible, depth first, with that role and that name, below WITHIN or in the main
 * window if that is NULL. A name is a pattern as for g_pattern_match_simple(); NULL fits any.
 * GTK 4.8 does not tell whether something is shown, so pages that are not count as well. Each look
 * at an accessible takes four trips over the bus: search in a small part where there is one.
 * e2e_find() waits and fails the test; e2e_look() returns NULL when there is none now. Both
 * transfer full. */
AtspiAccessible *e2e_find (AtspiAccessible *within, AtspiRole role, const char *name);
AtspiAccessible *e2e_look (AtspiAccessible *within, AtspiRole role, const char *name);
/* Waits until nothing like that is on screen any more. */
void e2e_find_gone (AtspiAccessible *within, AtspiRole role, const char *name);
/* All of them, in order. Elements are AtspiAccessible. Transfer container and elements. */
GPtrArray *e2e_find_all (AtspiAccessible *within, AtspiRole role, const char *name);

/* Asks again and again until CONDITION holds; fails the test, saying WHAT was awaited. */
typedef gboolean (*E2eCondition) (gpointer data);
void e2e_wait (E2eCondition condition, gpointer data, const char *what);

char *e2e_name (AtspiAccessible *accessible);
char *e2e_description (AtspiAccessible *accessible);
/* The text of an entry. Transfer full. */
char *e2e_text (AtspiAccessible *accessible);
gboolean e2e_has_state (AtspiAccessible *accessible, AtspiStateType state);
void e2e_wait_for_state (AtspiAccessible *accessible, AtspiStateType state, gboolean set);
/* What has the keyboard, or NULL. Transfer full. */
AtspiAccessible *e2e_focus (void);
/* Waits until what has the keyboard has a name of that pattern. */
void e2e_wait_for_focus (const char *name);

/* Does what a click on it does. */
void e2e_activate (AtspiAccessible *accessible);
/* e2e_find() and e2e_activate() of a button that can be pressed. */
void e2e_push (AtspiAccessible *within, const char *name);
/* Replaces the text of the entry with that name. */
void e2e_enter (AtspiAccessible *within, const char *name, const char *text);

/* A key down and up: "Down", "<Control>z", "F8". Goes to the window that has the keyboard. */
void e2e_press (const char *accelerator);
/* Characters of a US keyboard, one after the other. */
void e2e_type (const char *text);

/* The tree of accessibles on standard error. */
void e2e_print_tree (void);
/* Before e2e_start(): lets the program draw its windows as on a desktop with shadows and round
 * corners. */
void e2e_pretend_compositor (void);
/* Before e2e_start(): how many dots an inch has for the size of text; 96 is text as it is. */
void e2e_set_resolution (int dpi);
/* What the topmost window of the program shows, without its shadow, as a PNG. */
void e2e_take_picture (const char *path);

G_END_DECLS
