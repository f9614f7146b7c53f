/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Small disks, to see what happens when one is full.
 *
 * Root mounts a small memory disk; anybody else does so in a user namespace of the test's own. A
 * machine that allows neither fails the test and says so.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Mounts an empty disk of 64 KB on FOLDER, for this process and what it starts. Processes that
 * share the mount namespace do not see it. */
void lintel_test_mount_small_disk (const char *folder);
void lintel_test_unmount_small_disk (const char *folder);
/* Puts one file on it that leaves less than one page free. */
void lintel_test_fill_disk (const char *folder);

/* From here on this process cannot make a file longer than SIZE bytes. */
void lintel_test_limit_file_size (gsize size);

G_END_DECLS
