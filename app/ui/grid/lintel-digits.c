/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digits in a window that is written from right to left. */

#include "config.h"

#include "app/ui/grid/lintel-digits.h"

/* Left-to-right mark: an isolate would do as well, but texts are made safe after they are put
 * together (lintel/safe-text.h), and an isolate can hide something. */
#define MARK "\u200e"
#define RIGHT_TO_LEFT_MARK "\u200f"

/* A pattern, a number with blanks in it, a place with its index or the index alone; not the full
 * stop after it. */
#define DIGIT "[0-9*#@]"
#define GROUP "[0-9*#@\\[](?:(?:[0-9*#@\\[\\],.:/–-]|(?<=" DIGIT ") (?=" DIGIT "))*[0-9*#@\\]])?"

static GRegex *
get_group (void)
{
  static GRegex *group;

  if (g_once_init_enter (&group))
    g_once_init_leave (&group, g_regex_new (GROUP, G_REGEX_OPTIMIZE, 0, NULL));
  return group;
}

/* Whether its first letter is of a script that is: Hebrew to Arabic Extended-A, and their forms. */
static gboolean
is_from_right_to_left (const char *text)
{
  gunichar c;

  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  c = g_utf8_get_char (text);
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff)
         || (c >= 0xfe70 && c <= 0xfeff);
}

char *
lintel_digits_keep_order (GtkWidget *widget, const char *text)
{
  g_autofree char *marked = NULL;

  if (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL)
    return g_strdup (text);
  marked = g_regex_replace (get_group (), text, -1, 0, MARK "\\0" MARK, 0, NULL);
  /* A mark at the start must not turn the sentence round. */
  return is_from_right_to_left (text) ? g_strconcat (RIGHT_TO_LEFT_MARK, marked, NULL)
                                      : g_steal_pointer (&marked);
}

void
lintel_digits_set_label (GtkLabel *label, const char *text)
{
  g_autofree char *shown = lintel_digits_keep_order (GTK_WIDGET (label), text);

  gtk_label_set_text (label, shown);
}

void
lintel_digits_set_typed (GtkEditable *editable, gboolean digits)
{
  GtkEditable *text = gtk_editable_get_delegate (editable);

  gtk_widget_set_direction (GTK_WIDGET (text != NULL ? text : editable),
                            digits ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_NONE);
}
