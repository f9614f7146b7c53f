/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: its windows, its actions and keys, and the catalogue that all of them share. */
#pragma once

#include "lintel/catalogue.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_APPLICATION (lintel_application_get_type ())
G_DECLARE_FINAL_TYPE (LintelApplication, lintel_application, LINTEL, APPLICATION, AdwApplication)

/* FLAGS are added to those that it needs itself. */
LintelApplication *lintel_application_new (GApplicationFlags flags);
/* The catalogue with the user's own files or, if those are wrong, the built-in one. */
LintelCatalogue *lintel_application_get_catalogue (LintelApplication *self);

/* The active window if it has no project yet, otherwise a new one. */
GtkWindow *lintel_application_get_free_window (LintelApplication *self);
/* The window that has the file open; NULL when none has. */
GtkWindow *lintel_application_find_window (LintelApplication *self, const char *path);

G_END_DECLS
