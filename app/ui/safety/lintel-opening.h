/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening a project with all that may have to be asked first: whether somebody else has it open,
 * and whether changes that a crash left over are to be restored.
 */
#pragma once

#include "app/ui/lintel-application.h"

G_BEGIN_DECLS

/* Opens the file in a window that is free, or raises the one that has it. */
void lintel_opening_start (LintelApplication *application, const char *path);
/* Whether a file is to be opened and its folder has not answered yet. */
gboolean lintel_opening_is_waiting (void);
/* Offers whatever was left over, one after the other: for the start page. */
void lintel_opening_offer_all (LintelApplication *application);

G_END_DECLS
