/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file holds, by its content: times and sizes lie on network shares and after restores. */

#include "config.h"

#include "lintel/file.h"
#include "lintel/xml.h"

#include <string.h>
#include <sys/stat.h>

LintelFileStamp
lintel_file_stamp_of_bytes (GBytes *bytes, const char *path)
{
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  LintelFileStamp stamp = { .exists = TRUE, .size = g_bytes_get_size (bytes) };
  struct stat info;

  g_strlcpy (stamp.sha256, checksum, sizeof stamp.sha256);
  if (path != NULL && stat (path, &info) == 0)
    stamp.modified = info.st_mtime;
  return stamp;
}

LintelFileStamp
lintel_file_stamp_read (const char *path)
{
  g_autoptr (GBytes) bytes = lintel_xml_load_bytes (path, NULL);

  if (bytes != NULL)
    return lintel_file_stamp_of_bytes (bytes, path);
  return (LintelFileStamp){ .exists = g_file_test (path, G_FILE_TEST_EXISTS) };
}

gboolean
lintel_file_stamp_equal (const LintelFileStamp *a, const LintelFileStamp *b)
{
  return a->exists == b->exists && strcmp (a->sha256, b->sha256) == 0;
}
