/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of the hardening tip, each done or with its problems; a click goes to the first. */
#pragma once

#include "app/ui/lintel-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_CHECKLIST (lintel_checklist_get_type ())
G_DECLARE_FINAL_TYPE (LintelChecklist, lintel_checklist, LINTEL, CHECKLIST, AdwBin)

void lintel_checklist_set_document (LintelChecklist *self, LintelDocument *document);

G_END_DECLS
