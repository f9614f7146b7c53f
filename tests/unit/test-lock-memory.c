/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left of the codes in memory once their project is closed. */

#include "config.h"

#include "tests/support/test-project.h"
#include "tests/support/test-support.h"
#include "tests/unit/lock-fixture.h"

#include <malloc.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

/* Whether NEEDLE stands anywhere in the heap, in use or freed. The copy that is looked through is
 * on the stack. */
static gboolean
is_in_range (guintptr start, guintptr end, const char *needle)
{
  char buffer[65536];
  gsize overlap = strlen (needle) - 1;
  gboolean found = FALSE;

  for (guintptr at = start; at < end && !found; at += sizeof buffer - overlap)
    {
      struct iovec to = { buffer, sizeof buffer };
      struct iovec from = { GSIZE_TO_POINTER (at), MIN (sizeof buffer, end - at) };
      ssize_t n = process_vm_readv (getpid (), &to, 1, &from, 1, 0);

      found = n > 0 && memmem (buffer, (gsize) n, needle, strlen (needle)) != NULL;
    }
  explicit_bzero (buffer, sizeof buffer);
  return found;
}

static gboolean
is_in_heap (const char *needle)
{
  g_autofree char *maps = lintel_test_read ("/proc/self/maps");
  g_auto (GStrv) lines = g_strsplit (maps, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      guint64 start, end;

      if (g_str_has_suffix (*line, "[heap]")
          && sscanf (*line, "%" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER "x", &start, &end) == 2
          && is_in_range ((guintptr) start, (guintptr) end, needle))
        return TRUE;
    }
  return FALSE;
}

/* Each is put together on the stack, so that no constant of the test is found instead. */
static void
make_code (char code[15], char first)
{
  for (int n = 0; n < 14; n++)
    code[n] = (char) (first + n);
  code[14] = '\0';
}

static void
use_and_close (const char *code, const char *other)
{
  g_autoptr (LintelProject) open = read_locked ();
  g_autoptr (LintelProject) copy = NULL;
  g_autofree char *text = NULL;

  ck_assert (open_with (open, PASSPHRASE, NULL));
  for (int n = 200; n < 500; n++)
    {
      g_autofree char *address = g_strdup_printf ("code[%d]", n);

      lintel_test_set (open, address, n % 2 == 0 ? code : other);
    }
  lintel_test_set (open, "code[101]", NULL);
  ck_assert (is_in_heap (code));
  copy = lintel_project_copy (open);
  text = write_text (copy);
  lintel_project_undo (open);
  lintel_project_undo (open);
}

/* Whether blocks come from the system's heap: sanitizers and valgrind have heaps of their own, in
 * which nothing can be looked for. */
static gboolean
heap_can_be_searched (void)
{
  g_autofree char *probe = g_strdup_printf ("probe-%" G_GINT64_FORMAT, g_get_real_time ());

  return is_in_heap (probe);
}

START_TEST (closed_project_leaves_no_code_in_memory)
{
  char code[15], other[15];

  if (!heap_can_be_searched ())
    {
      g_print ("codes not looked for in memory: this build has a heap of its own\n");
      return;
    }

  /* The test runner has freed memory overwritten. */
  mallopt (M_PERTURB, 0);
  make_code (code, 'A');
  make_code (other, 'a');
  use_and_close (code, other);
  ck_assert (!is_in_heap (code));
  ck_assert (!is_in_heap (other));
}
END_TEST

static void
add_tests (TCase *tcase)
{
  tcase_add_test (tcase, closed_project_leaves_no_code_in_memory);
}

int
main (void)
{
  return lock_fixture_run ("lock, memory", add_tests);
}
