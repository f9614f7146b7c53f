/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of text in a dialog that can be scrolled, selected and copied. */

#include "config.h"

#include "app/ui/lintel-text-list.h"

#define WIDTH 480

GtkWidget *
lintel_text_list_new (const char *text, int height)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), height);
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  return scroller;
}
