/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window asks of the page in a tab. */

#include "config.h"

#include "app/ui/pages/lintel-page.h"

G_DEFINE_INTERFACE (LintelPage, lintel_page, GTK_TYPE_WIDGET)

static void
lintel_page_default_init (LintelPageInterface *iface)
{
}

gboolean
lintel_page_reveal (LintelPage *self, const LintelPlace *place)
{
  return LINTEL_PAGE_GET_IFACE (self)->reveal (self, place);
}

gboolean
lintel_page_confirm (LintelPage *self)
{
  LintelPageInterface *iface = LINTEL_PAGE_GET_IFACE (self);

  return iface->confirm == NULL || iface->confirm (self);
}

gboolean
lintel_page_focus_search (LintelPage *self)
{
  LintelPageInterface *iface = LINTEL_PAGE_GET_IFACE (self);

  return iface->focus_search != NULL && iface->focus_search (self);
}

gboolean
lintel_page_has_cursor (LintelPage *self)
{
  return LINTEL_PAGE_GET_IFACE (self)->locate != NULL;
}

gboolean
lintel_page_locate (LintelPage *self, const LintelPlace *place, guint64 *position)
{
  LintelPageInterface *iface = LINTEL_PAGE_GET_IFACE (self);

  return iface->locate != NULL && iface->locate (self, place, position);
}

gboolean
lintel_page_get_position (LintelPage *self, guint64 *position)
{
  LintelPageInterface *iface = LINTEL_PAGE_GET_IFACE (self);

  return iface->get_position != NULL && iface->get_position (self, position);
}
