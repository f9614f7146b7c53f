/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions of lintel-paper-library.h under their usual names. */
#pragma once

#include "app/core/exchange/lintel-paper-library.h"

#define cairo_arc lintel_paper_library.cairo_arc
#define cairo_create lintel_paper_library.cairo_create
#define cairo_destroy lintel_paper_library.cairo_destroy
#define cairo_fill lintel_paper_library.cairo_fill
#define cairo_line_to lintel_paper_library.cairo_line_to
#define cairo_move_to lintel_paper_library.cairo_move_to
#define cairo_new_sub_path lintel_paper_library.cairo_new_sub_path
#define cairo_pdf_surface_add_outline lintel_paper_library.cairo_pdf_surface_add_outline
#define cairo_pdf_surface_create_for_stream lintel_paper_library.cairo_pdf_surface_create_for_stream
#define cairo_pdf_surface_set_metadata lintel_paper_library.cairo_pdf_surface_set_metadata
#define cairo_rectangle lintel_paper_library.cairo_rectangle
#define cairo_restore lintel_paper_library.cairo_restore
#define cairo_save lintel_paper_library.cairo_save
#define cairo_set_dash lintel_paper_library.cairo_set_dash
#define cairo_set_line_width lintel_paper_library.cairo_set_line_width
#define cairo_set_source_rgb lintel_paper_library.cairo_set_source_rgb
#define cairo_show_page lintel_paper_library.cairo_show_page
#define cairo_status_to_string lintel_paper_library.cairo_status_to_string
#define cairo_stroke lintel_paper_library.cairo_stroke
#define cairo_surface_destroy lintel_paper_library.cairo_surface_destroy
#define cairo_surface_finish lintel_paper_library.cairo_surface_finish
#define cairo_surface_status lintel_paper_library.cairo_surface_status
#define cairo_font_options_create lintel_paper_library.cairo_font_options_create
#define cairo_font_options_destroy lintel_paper_library.cairo_font_options_destroy
#define cairo_font_options_set_hint_metrics lintel_paper_library.cairo_font_options_set_hint_metrics
#define cairo_font_options_set_hint_style lintel_paper_library.cairo_font_options_set_hint_style
#define pango_cairo_context_set_font_options                                                       \
  lintel_paper_library.pango_cairo_context_set_font_options
#define pango_cairo_context_set_resolution lintel_paper_library.pango_cairo_context_set_resolution
#define pango_cairo_font_map_get_default lintel_paper_library.pango_cairo_font_map_get_default
#define pango_cairo_font_map_new lintel_paper_library.pango_cairo_font_map_new
#define pango_cairo_show_layout lintel_paper_library.pango_cairo_show_layout
#define pango_font_description_free lintel_paper_library.pango_font_description_free
#define pango_font_description_from_string lintel_paper_library.pango_font_description_from_string
#define pango_font_map_create_context lintel_paper_library.pango_font_map_create_context
#define pango_layout_get_iter lintel_paper_library.pango_layout_get_iter
#define pango_layout_get_size lintel_paper_library.pango_layout_get_size
#define pango_layout_get_text lintel_paper_library.pango_layout_get_text
#define pango_layout_get_unknown_glyphs_count                                                      \
  lintel_paper_library.pango_layout_get_unknown_glyphs_count
#define pango_layout_iter_free lintel_paper_library.pango_layout_iter_free
#define pango_layout_iter_get_index lintel_paper_library.pango_layout_iter_get_index
#define pango_layout_iter_get_line_yrange lintel_paper_library.pango_layout_iter_get_line_yrange
#define pango_layout_iter_next_line lintel_paper_library.pango_layout_iter_next_line
#define pango_layout_new lintel_paper_library.pango_layout_new
#define pango_layout_set_alignment lintel_paper_library.pango_layout_set_alignment
#define pango_layout_set_auto_dir lintel_paper_library.pango_layout_set_auto_dir
#define pango_layout_set_font_description lintel_paper_library.pango_layout_set_font_description
#define pango_layout_set_text lintel_paper_library.pango_layout_set_text
#define pango_layout_set_width lintel_paper_library.pango_layout_set_width
#define pango_layout_set_wrap lintel_paper_library.pango_layout_set_wrap
