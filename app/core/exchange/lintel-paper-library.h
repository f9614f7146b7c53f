/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The functions of cairo and Pango that documents are drawn with.
 *
 * The libraries are loaded when the first document is made: with fontconfig and all that it brings
 * along they would make every other command start half as slow again. Include lintel-paper-cairo.h
 * to call them by their usual names.
 */
#pragma once

#include <cairo-pdf.h>
#include <cairo.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define LINTEL_PAPER_FUNCTIONS(FUNCTION)                                                           \
  FUNCTION (cairo_arc)                                                                             \
  FUNCTION (cairo_create)                                                                          \
  FUNCTION (cairo_destroy)                                                                         \
  FUNCTION (cairo_fill)                                                                            \
  FUNCTION (cairo_line_to)                                                                         \
  FUNCTION (cairo_move_to)                                                                         \
  FUNCTION (cairo_new_sub_path)                                                                    \
  FUNCTION (cairo_pdf_surface_add_outline)                                                         \
  FUNCTION (cairo_pdf_surface_create_for_stream)                                                   \
  FUNCTION (cairo_pdf_surface_set_metadata)                                                        \
  FUNCTION (cairo_rectangle)                                                                       \
  FUNCTION (cairo_restore)                                                                         \
  FUNCTION (cairo_save)                                                                            \
  FUNCTION (cairo_set_dash)                                                                        \
  FUNCTION (cairo_set_line_width)                                                                  \
  FUNCTION (cairo_set_source_rgb)                                                                  \
  FUNCTION (cairo_show_page)                                                                       \
  FUNCTION (cairo_status_to_string)                                                                \
  FUNCTION (cairo_stroke)                                                                          \
  FUNCTION (cairo_surface_destroy)                                                                 \
  FUNCTION (cairo_surface_finish)                                                                  \
  FUNCTION (cairo_surface_status)                                                                  \
  FUNCTION (cairo_font_options_create)                                                             \
  FUNCTION (cairo_font_options_destroy)                                                            \
  FUNCTION (cairo_font_options_set_hint_metrics)                                                   \
  FUNCTION (cairo_font_options_set_hint_style)                                                     \
  FUNCTION (pango_cairo_context_set_font_options)                                                  \
  FUNCTION (pango_cairo_context_set_resolution)                                                    \
  FUNCTION (pango_cairo_font_map_get_default)                                                      \
  FUNCTION (pango_cairo_font_map_new)                                                              \
  FUNCTION (pango_cairo_show_layout)                                                               \
  FUNCTION (pango_font_description_free)                                                           \
  FUNCTION (pango_font_description_from_string)                                                    \
  FUNCTION (pango_font_map_create_context)                                                         \
  FUNCTION (pango_layout_get_iter)                                                                 \
  FUNCTION (pango_layout_get_size)                                                                 \
  FUNCTION (pango_layout_get_text)                                                                 \
  FUNCTION (pango_layout_get_unknown_glyphs_count)                                                 \
  FUNCTION (pango_layout_iter_free)                                                                \
  FUNCTION (pango_layout_iter_get_index)                                                           \
  FUNCTION (pango_layout_iter_get_line_yrange)                                                     \
  FUNCTION (pango_layout_iter_next_line)                                                           \
  FUNCTION (pango_layout_new)                                                                      \
  FUNCTION (pango_layout_set_alignment)                                                            \
  FUNCTION (pango_layout_set_auto_dir)                                                             \
  FUNCTION (pango_layout_set_font_description)                                                     \
  FUNCTION (pango_layout_set_text)                                                                 \
  FUNCTION (pango_layout_set_width)                                                                \
  FUNCTION (pango_layout_set_wrap)

/* NOLINTNEXTLINE(bugprone-macro-parentheses): a name, not a value. */
#define LINTEL_PAPER_DECLARE(name) __typeof__ (&name) name;
typedef struct
{
  LINTEL_PAPER_FUNCTIONS (LINTEL_PAPER_DECLARE)
} LintelPaperLibrary;
#undef LINTEL_PAPER_DECLARE

/* Filled in once lintel_paper_library_load() has returned TRUE. */
extern LintelPaperLibrary lintel_paper_library;

/* GError: cairo or Pango is not installed, or there is no font for Latin letters. */
gboolean lintel_paper_library_load (GError **error);

G_END_DECLS
