/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document can be compared with. */
#pragma once

#include "app/ui/lintel-document.h"

G_BEGIN_DECLS

typedef enum
{
  LINTEL_COMPARE_SAVED,    /* the file as it was opened or last saved */
  LINTEL_COMPARE_FACTORY,  /* its extensions with everything as it comes out of the box */
  LINTEL_COMPARE_HARDENED, /* its toll restriction as the hardened template has it */
  LINTEL_COMPARE_BASELINE, /* the file chosen with "Compare With…" */
  LINTEL_N_COMPARE_SOURCES,
} LintelCompareSource;

/* "Factory state", or the name of the baseline's file. Transfer full. */
char *lintel_compare_source_get_title (LintelCompareSource source, LintelDocument *document);
/* The earlier project, nobody else's. GError: the template does not fit, or there is no baseline.
 */
LintelProject *lintel_compare_source_open (LintelCompareSource source, LintelDocument *document,
                                           GError **error);

G_END_DECLS
