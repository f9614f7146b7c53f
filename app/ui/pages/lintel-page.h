/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window asks of the page in a tab. */
#pragma once

#include "lintel/place.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LINTEL_TYPE_PAGE (lintel_page_get_type ())
G_DECLARE_INTERFACE (LintelPage, lintel_page, LINTEL, PAGE, GtkWidget)

struct _LintelPageInterface
{
  GTypeInterface parent_iface;

  /* Shows PLACE and puts the cursor there; FALSE when the page does not have it. */
  gboolean (*reveal) (LintelPage *self, const LintelPlace *place);
  /* Stores what is being typed; FALSE when it was refused. */
  gboolean (*confirm) (LintelPage *self);
  /* Focuses its own search; FALSE when it has none, or it has the focus already. */
  gboolean (*focus_search) (LintelPage *self);
  /* Where PLACE stands in the page, counted as one reads; FALSE when the page does not have it.
   * Pages without a cursor have neither of these. */
  gboolean (*locate) (LintelPage *self, const LintelPlace *place, guint64 *position);
  /* Where the cursor is; FALSE when there are no cells. */
  gboolean (*get_position) (LintelPage *self, guint64 *position);
};

gboolean lintel_page_reveal (LintelPage *self, const LintelPlace *place);
gboolean lintel_page_confirm (LintelPage *self);
gboolean lintel_page_focus_search (LintelPage *self);
gboolean lintel_page_has_cursor (LintelPage *self);
gboolean lintel_page_locate (LintelPage *self, const LintelPlace *place, guint64 *position);
gboolean lintel_page_get_position (LintelPage *self, guint64 *position);

G_END_DECLS
