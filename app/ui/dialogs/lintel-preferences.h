/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings: light or dark, the folder of baselines, severities. They take effect at once. */
#pragma once

#include "app/ui/lintel-application.h"

G_BEGIN_DECLS

/* PARENT may be NULL. */
void lintel_preferences_present (LintelApplication *application, GtkWindow *parent);

/* Light, dark, or as the desktop, as the settings say. */
void lintel_preferences_apply_color_scheme (void);

G_END_DECLS
