/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading cairo and Pango: see lintel-paper-library.h. */

#include "config.h"

#include "app/core/exchange/lintel-paper-library.h"

#include "lintel/exchange.h"

#include <glib/gi18n-lib.h>
#include <gmodule.h>

/* Pango's own library and cairo come with it, and a symbol is looked for in those as well. */
#define LIBRARY "libpangocairo-1.0.so.0"

LintelPaperLibrary lintel_paper_library;

static gboolean
load_function (GModule *module, const char *name, gpointer *function)
{
  return g_module_symbol (module, name, function) && *function != NULL;
}

/* One line for each function of the library. */
static gboolean
load (void) /* NOLINT(readability-function-size) */
{
  GModule *module = g_module_open (LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);

  if (module == NULL)
    return FALSE;
  g_module_make_resident (module);
#define LOAD(name)                                                                                 \
  if (!load_function (module, #name, (gpointer *) &lintel_paper_library.name))                     \
    return FALSE;
  LINTEL_PAPER_FUNCTIONS (LOAD)
#undef LOAD
  return TRUE;
}

/* Without any font Pango lays out empty boxes, and says so only when asked. */
static gboolean
has_fonts (void)
{
  const LintelPaperLibrary *library = &lintel_paper_library;
  PangoContext *context =
      library->pango_font_map_create_context (library->pango_cairo_font_map_get_default ());
  PangoLayout *layout = library->pango_layout_new (context);
  int n_unknown;

  library->pango_layout_set_text (layout, "Lintel 0123456789", -1);
  n_unknown = library->pango_layout_get_unknown_glyphs_count (layout);
  g_object_unref (layout);
  g_object_unref (context);
  return n_unknown == 0;
}

static gboolean
fail (GError **error, const char *why)
{
  g_set_error (error, LINTEL_EXCHANGE_ERROR, LINTEL_EXCHANGE_ERROR_IO,
               _ ("the certificate cannot be made: %s"), why);
  return FALSE;
}

gboolean
lintel_paper_library_load (GError **error)
{
  static gsize state;

  if (g_once_init_enter (&state))
    g_once_init_leave (&state, !load () ? 1 : !has_fonts () ? 2 : 3);
  if (state == 1)
    return fail (error, _ ("install Pango (libpangocairo)"));
  return state == 3 || fail (error, _ ("install a font, such as DejaVu Sans"));
}
