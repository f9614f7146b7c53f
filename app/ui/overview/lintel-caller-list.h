/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The extensions that can make calls, InMail ports first, to choose one from. */
#pragma once

#include "lintel/dial-system.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Items are GtkStringObject: "213 · InMail", "101 Front desk · Telephone". */
#define LINTEL_TYPE_CALLER_LIST (lintel_caller_list_get_type ())
G_DECLARE_FINAL_TYPE (LintelCallerList, lintel_caller_list, LINTEL, CALLER_LIST, GObject)

LintelCallerList *lintel_caller_list_new (LintelDialSystem *system);
/* Reads the project again; FALSE when it says what it said before. */
gboolean lintel_caller_list_update (LintelCallerList *self);

/* 0 for none. */
int lintel_caller_list_get_port (LintelCallerList *self, guint position);
/* The first when that port is not there. */
guint lintel_caller_list_find (LintelCallerList *self, int port);

G_END_DECLS
