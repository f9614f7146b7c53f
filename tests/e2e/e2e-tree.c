/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for accessibles, reads them and presses them. An accessible that goes away while it is
 * read counts as not there: every search is repeated anyway. */

#include "config.h"

#include "tests/e2e/e2e-private.h"

#include <stdio.h>

typedef struct
{
  AtspiAccessible *within;
  AtspiRole role;
  const char *name;
  gboolean all;
  GPtrArray *found;
} Search;

char *
e2e_name (AtspiAccessible *accessible)
{
  char *name = atspi_accessible_get_name (accessible, NULL);

  return name != NULL ? name : g_strdup ("");
}

char *
e2e_description (AtspiAccessible *accessible)
{
  char *description = atspi_accessible_get_description (accessible, NULL);

  return description != NULL ? description : g_strdup ("");
}

gboolean
e2e_has_state (AtspiAccessible *accessible, AtspiStateType state)
{
  AtspiStateSet *set = atspi_accessible_get_state_set (accessible);
  gboolean has = set != NULL && atspi_state_set_contains (set, state);

  g_clear_object (&set);
  return has;
}

static gboolean
fits (Search *search, AtspiAccessible *accessible, AtspiRole role)
{
  g_autofree char *name = NULL;

  if (search->role != E2E_ANY_ROLE && role != search->role)
    return FALSE;
  if (search->name == NULL)
    return TRUE;
  name = e2e_name (accessible);
  return g_pattern_match_simple (search->name, name);
}

/* What is in these is said by their name. */
static gboolean
is_leaf (AtspiRole role)
{
  switch (role)
    {
    case ATSPI_ROLE_IMAGE:
    case ATSPI_ROLE_LABEL:
    case ATSPI_ROLE_PAGE_TAB:
    case ATSPI_ROLE_SCROLL_BAR:
    case ATSPI_ROLE_SEPARATOR:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
search_below (Search *search, AtspiAccessible *parent)
{
  int n = atspi_accessible_get_child_count (parent, NULL);

  for (int i = 0; i < n && (search->all || search->found->len == 0); i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (parent, i, NULL);

      AtspiRole role;

      if (child == NULL)
        continue;
      role = atspi_accessible_get_role (child, NULL);
      if (fits (search, child, role))
        g_ptr_array_add (search->found, g_object_ref (child));
      if (!is_leaf (role))
        search_below (search, child);
    }
}

static GPtrArray *
run_search (AtspiAccessible *within, AtspiRole role, const char *name, gboolean all)
{
  Search search = { within != NULL ? within : e2e_main_window (), role, name, all,
                    g_ptr_array_new_with_free_func (g_object_unref) };

  if (search.within != NULL)
    search_below (&search, search.within);
  return search.found;
}

GPtrArray *
e2e_find_all (AtspiAccessible *within, AtspiRole role, const char *name)
{
  return run_search (within, role, name, TRUE);
}

AtspiAccessible *
e2e_look (AtspiAccessible *within, AtspiRole role, const char *name)
{
  g_autoptr (GPtrArray) found = run_search (within, role, name, FALSE);

  return found->len > 0 ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}

typedef struct
{
  AtspiAccessible *within;
  AtspiRole role;
  const char *name;
  AtspiAccessible *found;
} Wanted;

static gboolean
look_cb (gpointer data)
{
  Wanted *wanted = data;

  g_clear_object (&wanted->found);
  wanted->found = e2e_look (wanted->within, wanted->role, wanted->name);
  return wanted->found != NULL;
}

static gboolean
look_gone_cb (gpointer data)
{
  return !look_cb (data);
}

static char *
describe_wanted (const Wanted *wanted, const char *how)
{
  g_autofree char *role =
      wanted->role == E2E_ANY_ROLE ? g_strdup ("accessible") : atspi_role_get_name (wanted->role);

  return g_strdup_printf ("%s “%s” %s", role, wanted->name != NULL ? wanted->name : "*", how);
}

AtspiAccessible *
e2e_find (AtspiAccessible *within, AtspiRole role, const char *name)
{
  Wanted wanted = { within, role, name, NULL };
  g_autofree char *what = describe_wanted (&wanted, "does not come");

  e2e_wait (look_cb, &wanted, what);
  return wanted.found;
}

void
e2e_find_gone (AtspiAccessible *within, AtspiRole role, const char *name)
{
  Wanted wanted = { within, role, name, NULL };
  g_autofree char *what = describe_wanted (&wanted, "does not go");

  e2e_wait (look_gone_cb, &wanted, what);
}

char *
e2e_text (AtspiAccessible *accessible)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (accessible);
  char *content = NULL;

  if (text != NULL)
    content = atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);
  return content != NULL ? content : g_strdup ("");
}

typedef struct
{
  AtspiAccessible *accessible;
  AtspiStateType state;
  gboolean set;
} WantedState;

static gboolean
has_state_cb (gpointer data)
{
  WantedState *wanted = data;

  return e2e_has_state (wanted->accessible, wanted->state) == wanted->set;
}

void
e2e_wait_for_state (AtspiAccessible *accessible, AtspiStateType state, gboolean set)
{
  WantedState wanted = { accessible, state, set };
  g_autofree char *name = e2e_name (accessible);
  g_autofree char *word = g_enum_to_string (ATSPI_TYPE_STATE_TYPE, (int) state);
  g_autofree char *what = g_strdup_printf ("“%s” does not %s %s", name, set ? "get" : "lose", word);

  e2e_wait (has_state_cb, &wanted, what);
}

static AtspiAccessible *
find_focus (AtspiAccessible *parent)
{
  int n = atspi_accessible_get_child_count (parent, NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (parent, i, NULL);
      AtspiAccessible *found;

      if (child == NULL)
        continue;
      if (e2e_has_state (child, ATSPI_STATE_FOCUSED))
        return g_object_ref (child);
      found = find_focus (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

AtspiAccessible *
e2e_focus (void)
{
  return find_focus (e2e_main_window ());
}

static gboolean
focus_fits_cb (gpointer pattern)
{
  g_autoptr (AtspiAccessible) focus = e2e_focus ();
  g_autofree char *name = focus != NULL ? e2e_name (focus) : NULL;

  return name != NULL && g_pattern_match_simple (pattern, name);
}

void
e2e_wait_for_focus (const char *name)
{
  g_autofree char *what = g_strdup_printf ("“%s” does not get the keyboard", name);

  e2e_wait (focus_fits_cb, (gpointer) name, what);
}

void
e2e_activate (AtspiAccessible *accessible)
{
  g_autoptr (AtspiAction) action = atspi_accessible_get_action_iface (accessible);
  g_autofree char *name = e2e_name (accessible);
  g_autofree char *what = g_strdup_printf ("“%s” cannot be pressed", name);

  if (action == NULL || !atspi_action_do_action (action, 0, NULL))
    e2e_fail (what);
}

void
e2e_push (AtspiAccessible *within, const char *name)
{
  g_autoptr (AtspiAccessible) button = e2e_find (within, ATSPI_ROLE_PUSH_BUTTON, name);

  e2e_wait_for_state (button, ATSPI_STATE_SENSITIVE, TRUE);
  e2e_activate (button);
}

void
e2e_enter (AtspiAccessible *within, const char *name, const char *text)
{
  g_autoptr (AtspiAccessible) entry = e2e_find (within, ATSPI_ROLE_TEXT, name);
  g_autoptr (AtspiEditableText) editable = atspi_accessible_get_editable_text_iface (entry);
  g_autofree char *what = g_strdup_printf ("“%s” takes no text", name);

  if (editable == NULL || !atspi_editable_text_set_text_contents (editable, text, NULL))
    e2e_fail (what);
}

static void
print_states (AtspiAccessible *accessible)
{
  static const struct
  {
    AtspiStateType state;
    const char *word;
  } words[] = {
    { ATSPI_STATE_FOCUSED, "focused" },   { ATSPI_STATE_FOCUSABLE, "focusable" },
    { ATSPI_STATE_SELECTED, "selected" }, { ATSPI_STATE_CHECKED, "checked" },
    { ATSPI_STATE_PRESSED, "pressed" },   { ATSPI_STATE_INVALID_ENTRY, "invalid" },
    { ATSPI_STATE_MODAL, "modal" },       { ATSPI_STATE_ACTIVE, "active" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (e2e_has_state (accessible, words[i].state))
      fprintf (stderr, " %s", words[i].word);
  if (!e2e_has_state (accessible, ATSPI_STATE_SENSITIVE))
    fprintf (stderr, " insensitive");
}

static void
print_below (AtspiAccessible *accessible, int depth)
{
  g_autofree char *role = atspi_accessible_get_role_name (accessible, NULL);
  g_autofree char *name = e2e_name (accessible);
  g_autofree char *description = e2e_description (accessible);
  int n = atspi_accessible_get_child_count (accessible, NULL);

  fprintf (stderr, "%*s%s “%s”", depth * 2, "", role, name);
  if (description[0] != '\0')
    fprintf (stderr, " (%s)", description);
  print_states (accessible);
  fprintf (stderr, "\n");
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (accessible, i, NULL);

      if (child != NULL)
        print_below (child, depth + 1);
    }
}

void
e2e_print_tree (void)
{
  if (e2e_root () != NULL)
    print_below (e2e_root (), 0);
}
