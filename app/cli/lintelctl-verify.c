/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lintelctl verify: compares an exported folder with its manifest. */

#include "config.h"

#include "app/cli/lintelctl-private.h"

#include "lintel/exchange.h"

#include <glib/gi18n.h>
#include <stdio.h>

int
lintelctl_verify (int argc, char **argv)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (!lintelctl_parse (_ ("DIR"), _ ("Compares every file of an export with its manifest."), NULL,
                        &argc, &argv))
    return LINTELCTL_FAILED;
  if (argc != 2)
    return lintelctl_fail (_ ("verify takes one exported folder"));
  if (!lintel_export_verify (argv[1], &problems, &error))
    return lintelctl_fail_error (error);
  for (guint n = 0; n < problems->len; n++)
    lintelctl_print (stdout, "%s: %s\n", argv[1], (char *) g_ptr_array_index (problems, n));
  if (problems->len > 0)
    return LINTELCTL_FOUND;
  lintelctl_print (stdout, _ ("%s: every file is as it was exported\n"), argv[1]);
  return LINTELCTL_FINE;
}
