/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random edits against a naive model that keeps a whole dump of the project for every step: undo
 * and redo give back exactly what was there, a refused group changes nothing, steps merge and the
 * dirty mark shows when they should.
 */

#include "config.h"

#include "tests/property/random-project.h"
#include "tests/support/test-support.h"

#include <string.h>

#define N_RUNS 6
#define N_STEPS 150

typedef struct
{
  char *before, *after, *key;
} Step;

typedef struct
{
  GPtrArray *steps;
  guint position;
  gboolean can_merge;
  char *saved;
} Model;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->before);
  g_free (step->after);
  g_free (step->key);
  g_free (step);
}

static void
model_push (Model *model, const char *before, const char *after, const char *key)
{
  Step *step = g_new0 (Step, 1);

  g_ptr_array_set_size (model->steps, (int) model->position++);
  step->before = g_strdup (before);
  step->after = g_strdup (after);
  step->key = g_strdup (key);
  g_ptr_array_add (model->steps, step);
  model->can_merge = TRUE;
}

static void
model_apply (Model *model, const char *before, const char *after, const char *key)
{
  Step *last = model->position > 0 ? model->steps->pdata[model->position - 1] : NULL;

  if (!model->can_merge || last == NULL || key == NULL || g_strcmp0 (last->key, key) != 0)
    {
      model_push (model, before, after, key);
      return;
    }
  g_free (last->after);
  last->after = g_strdup (after);
  if (g_str_equal (last->before, last->after))
    {
      g_ptr_array_set_size (model->steps, (int) --model->position);
      model->can_merge = FALSE;
    }
}

static void
apply_random (LintelProject *project, Model *model)
{
  const char *key = PICK ("a", "a", "b", NULL);
  g_autofree char *before = dump (project);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) edits = random_edits (project);
  gboolean done = lintel_project_apply (project, "Random", key, edits, NULL);

  after = dump (project);
  if (!done)
    ck_assert_msg (g_str_equal (before, after), "a refused group left something");
  else if (!g_str_equal (before, after))
    model_apply (model, before, after, key);
}

static void
walk_random (LintelProject *project, Model *model)
{
  gboolean back = throw (2);
  gboolean can = back ? model->position > 0 : model->position < model->steps->len;

  ck_assert_int_eq (back ? lintel_project_undo (project) : lintel_project_redo (project), can);
  if (!can)
    return;
  model->position += back ? -1u : 1u;
  model->can_merge = FALSE;
}

static void
save (LintelProject *project, Model *model)
{
  lintel_project_mark_saved (project);
  g_free (model->saved);
  model->saved = dump (project);
  model->can_merge = FALSE;
}

static void
assert_agree (LintelProject *project, Model *model)
{
  g_autofree char *now = dump (project);
  const Step *last = model->position > 0 ? model->steps->pdata[model->position - 1] : NULL;
  const Step *next =
      model->position < model->steps->len ? model->steps->pdata[model->position] : NULL;

  ck_assert (last == NULL || g_str_equal (now, last->after));
  ck_assert (next == NULL || g_str_equal (now, next->before));
  ck_assert_int_eq (lintel_project_get_undo_label (project) != NULL, last != NULL);
  ck_assert_int_eq (lintel_project_get_redo_label (project) != NULL, next != NULL);
  ck_assert_int_eq (lintel_project_is_dirty (project), !g_str_equal (now, model->saved));
}

/* To the end, back to the beginning, to the end again. */
static void
assert_whole_way (LintelProject *project, const char *first)
{
  g_autofree char *end = NULL, *beginning = NULL, *end_again = NULL;

  while (lintel_project_redo (project))
    continue;
  end = dump (project);
  while (lintel_project_undo (project))
    continue;
  beginning = dump (project);
  ck_assert_msg (g_str_equal (first, beginning), "undoing everything does not lead back");
  while (lintel_project_redo (project))
    continue;
  end_again = dump (project);
  ck_assert_msg (g_str_equal (end, end_again), "redoing everything does not lead there");
}

START_TEST (history_agrees_with_the_model)
{
  g_autoptr (LintelProject) project = new_project ();
  g_autofree char *first = dump (project);
  Model model = { g_ptr_array_new_with_free_func (step_free), 0, FALSE, g_strdup (first) };

  for (int n = 0; n < N_STEPS; n++)
    {
      int what = throw (10);

      if (what < 7)
        apply_random (project, &model);
      else if (what < 9)
        walk_random (project, &model);
      else
        save (project, &model);
      assert_agree (project, &model);
    }
  assert_whole_way (project, first);
  g_ptr_array_unref (model.steps);
  g_free (model.saved);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("history properties");
  TCase *tcase = tcase_create ("history");

  tcase_set_timeout (tcase, 60);
  tcase_add_checked_fixture (tcase, random_project_setup, random_project_teardown);
  tcase_add_loop_test (tcase, history_agrees_with_the_model, 0, N_RUNS);
  suite_add_tcase (suite, tcase);
  return lintel_test_run (suite);
}
