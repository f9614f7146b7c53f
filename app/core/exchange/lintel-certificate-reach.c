/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificate's reach picture: destinations by classes in use, told apart by shape. */

#include "config.h"

#include "app/core/exchange/lintel-certificate-private.h"

#include <glib/gi18n-lib.h>

#define LEGEND_LINE 14

static const LintelPaperSymbol symbols[] = {
  [LINTEL_DIAL_ALLOWED] = LINTEL_SYMBOL_OUT,
  [LINTEL_DIAL_RESTRICTED] = LINTEL_SYMBOL_BLOCKED,
  [LINTEL_DIAL_DEPENDS] = LINTEL_SYMBOL_UNSURE,
  [LINTEL_DIAL_UNDECIDED] = LINTEL_SYMBOL_OPEN,
};

/* What nobody wants: a costly number that gets out or may, an emergency number that does not. */
static gboolean
is_bad (const LintelDialReach *reach)
{
  if (reach->destination->must_reach)
    return reach->verdict != LINTEL_DIAL_ALLOWED;
  return reach->destination->costly && reach->verdict != LINTEL_DIAL_RESTRICTED;
}

/* Who is in a class. */

static void
append_alike (GString *text, GArray *users, guint first, guint all_modes)
{
  const LintelDialUser *like = &g_array_index (users, LintelDialUser, first);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint n = first; n < users->len; n++)
    {
      LintelDialUser *user = &g_array_index (users, LintelDialUser, n);

      if (user->extension->kind != like->extension->kind || user->modes != like->modes)
        continue;
      g_ptr_array_add (numbers, (gpointer) user->extension->number);
    }
  list = lintel_certificate_list_numbers ((const char *const *) numbers->pdata, numbers->len);
  g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "",
                          lintel_extension_kind_get_title (like->extension->kind), list);
  if (like->modes != all_modes)
    {
      g_autofree char *modes = lintel_certificate_list_bits (like->modes);

      g_string_append (text, " ");
      /* Translators: day and night modes, "1, 3–8" */
      g_string_append_printf (text, C_ ("extensions", "(modes %s)"), modes);
    }
}

static char *
describe_users (LintelCertificate *self, int class_number)
{
  g_autoptr (GArray) users = lintel_dial_system_list_users (self->system, class_number);
  guint all_modes = (2u << lintel_dial_system_get_n_modes (self->system)) - 2;
  GString *text = g_string_new (NULL);

  for (guint n = 0; n < users->len; n++)
    {
      const LintelDialUser *user = &g_array_index (users, LintelDialUser, n);
      gboolean is_first = TRUE;

      for (guint k = 0; k < n; k++)
        is_first = is_first
                   && (g_array_index (users, LintelDialUser, k).modes != user->modes
                       || g_array_index (users, LintelDialUser, k).extension->kind
                              != user->extension->kind);
      if (is_first)
        append_alike (text, users, n, all_modes);
    }
  return g_string_free (text, FALSE);
}

static void
add_users (LintelCertificate *self, guint classes)
{
  const LintelPaperColumn columns[] = {
    { C_ ("column", "Class"), 9, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL_STRONG },
    { _ ("Extensions in it"), 91, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
  };

  lintel_paper_begin_table (self->paper, columns, G_N_ELEMENTS (columns));
  for (int class_number = 1; class_number <= LINTEL_DIAL_N_CLASSES; class_number++)
    {
      g_autofree char *number = g_strdup_printf ("%d", class_number);
      g_autofree char *users = NULL;

      if ((classes >> class_number & 1) == 0)
        continue;
      users = describe_users (self, class_number);
      lintel_paper_add_texts (self->paper, (const char *const[]){ number, users });
    }
  lintel_paper_end_table (self->paper);
}

/* The picture. */

static void
add_legend (LintelCertificate *self, LintelPaperSymbol symbol, gboolean is_framed, const char *text)
{
  LintelPaper *paper = self->paper;
  const double x = lintel_paper_get_left (paper);
  LintelPaperPart part = {
    .kind = LINTEL_PART_FRAME, .x = x + 1, .width = 16, .height = 12, .line = 1.4
  };
  double used;

  lintel_paper_need (paper, LEGEND_LINE);
  part.y = paper->y;
  if (is_framed)
    lintel_paper_add_part (paper, part);
  part.kind = LINTEL_PART_SYMBOL;
  part.symbol = symbol;
  part.x = x + 9;
  part.y = paper->y + 6;
  lintel_paper_add_part (paper, part);
  lintel_paper_add_lines (paper, text, LINTEL_TEXT_CELL, PANGO_ALIGN_LEFT, x + 24, paper->y + 1,
                          lintel_paper_get_body_width (paper) - 24, LEGEND_LINE, &used);
  lintel_paper_skip (paper, LEGEND_LINE);
}

static void
add_legends (LintelCertificate *self)
{
  add_legend (self, LINTEL_SYMBOL_OUT, FALSE, _ ("Some such number gets out"));
  add_legend (self, LINTEL_SYMBOL_BLOCKED, FALSE, _ ("All such numbers are blocked"));
  add_legend (self, LINTEL_SYMBOL_UNSURE, FALSE,
              _ ("Not certain: NEC's manuals leave open whether one gets out"));
  add_legend (self, LINTEL_SYMBOL_OPEN, FALSE, _ ("Not worked out: treat it as getting out"));
  add_legend (self, LINTEL_SYMBOL_OUT, TRUE,
              _ ("Framed: a costly number gets out or may, or an emergency number does not"));
  lintel_paper_add_text (self->paper, LINTEL_TEXT_CELL,
                         _ ("* InMail ports are in this class: it is what toll fraud through a "
                            "mailbox meets."));
}

static void
add_picture (LintelCertificate *self, guint classes, guint inmail)
{
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (self->system);
  LintelPaperColumn columns[LINTEL_DIAL_N_CLASSES + 2] = {
    { C_ ("column", "Destination \\ Class"), 7, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL }
  };
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  int numbers[LINTEL_DIAL_N_CLASSES];
  guint n_columns = 1;

  for (int class_number = 1; class_number <= LINTEL_DIAL_N_CLASSES; class_number++)
    if ((classes >> class_number & 1) != 0)
      {
        const char *mark = (inmail >> class_number & 1) != 0 ? "*" : "";

        g_ptr_array_add (titles, g_strdup_printf ("%d%s", class_number, mark));
        numbers[n_columns - 1] = class_number;
        columns[n_columns++] = (LintelPaperColumn){ titles->pdata[titles->len - 1], 1,
                                                    PANGO_ALIGN_CENTER, LINTEL_TEXT_CELL };
      }
  /* Few classes stay near their destinations. */
  columns[n_columns] = (LintelPaperColumn){ "", LINTEL_DIAL_N_CLASSES + 0.1 - n_columns,
                                            PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL };
  lintel_paper_begin_table (self->paper, columns, n_columns + 1);
  for (guint nth = 0; nth < plan->n_destinations; nth++)
    {
      LintelPaperCell cells[LINTEL_DIAL_N_CLASSES + 2] = { { .text = lintel_destination_get_name (
                                                                 &plan->destinations[nth]) } };

      for (guint n = 1; n < n_columns; n++)
        {
          const LintelDialReach *reach =
              lintel_dial_system_get_reach (self->system, numbers[n - 1], nth);

          cells[n].symbol = symbols[reach->verdict];
          cells[n].is_framed = is_bad (reach);
        }
      lintel_paper_add_row (self->paper, cells);
    }
  lintel_paper_end_table (self->paper);
}

/* Numbers that show what is framed. */

static char *
format_number (const LintelDialReach *reach)
{
  if (reach->witness == NULL)
    return g_strdup (_ ("(not worked out)"));
  return reach->pattern != NULL ? lintel_number_pattern_format (reach->pattern, reach->witness)
                                : g_strdup (reach->witness);
}

static guint
get_open_points (LintelCertificate *self, int class_number, const LintelDialReach *reach)
{
  LintelDialAnswer answer;

  if (reach->witness == NULL)
    return 0;
  lintel_dial_evaluate (lintel_dial_system_get_matcher (self->system, class_number), reach->witness,
                        strlen (reach->witness), &answer);
  return answer.flips;
}

/* The classes from FIRST on that have the same number and verdict; they are taken off CLASSES. */
static guint
take_alike (LintelCertificate *self, guint *classes, int first, guint nth, guint *points)
{
  const LintelDialReach *like = lintel_dial_system_get_reach (self->system, first, nth);
  guint taken = 0;

  for (int class_number = first; class_number <= LINTEL_DIAL_N_CLASSES; class_number++)
    {
      const LintelDialReach *reach = lintel_dial_system_get_reach (self->system, class_number, nth);

      if ((*classes >> class_number & 1) == 0 || reach->verdict != like->verdict
          || g_strcmp0 (reach->witness, like->witness) != 0)
        continue;
      taken |= 1u << class_number;
      *points |= get_open_points (self, class_number, reach);
    }
  *classes &= ~taken;
  return taken;
}

static guint
add_destination (LintelCertificate *self, guint classes, guint nth)
{
  guint points = 0;

  for (int class_number = 1; class_number <= LINTEL_DIAL_N_CLASSES; class_number++)
    {
      const LintelDialReach *reach = lintel_dial_system_get_reach (self->system, class_number, nth);
      g_autofree char *list = NULL, *number = NULL;

      if ((classes >> class_number & 1) == 0 || !is_bad (reach))
        continue;
      list = lintel_certificate_list_bits (take_alike (self, &classes, class_number, nth, &points));
      number = format_number (reach);
      lintel_paper_add_texts (
          self->paper,
          (const char *const[]){ lintel_destination_get_name (reach->destination), list, number,
                                 lintel_dial_verdict_get_title (reach->verdict) });
    }
  return points;
}

static void
add_numbers (LintelCertificate *self, guint classes)
{
  const LintelPaperColumn columns[] = {
    { _ ("What is framed"), 36, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
    { C_ ("column", "Classes"), 20, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
    { C_ ("column", "For example"), 26, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL },
    { C_ ("column", "Result"), 18, PANGO_ALIGN_LEFT, LINTEL_TEXT_CELL_STRONG },
  };
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (self->system);
  guint points = 0;

  lintel_paper_begin_table (self->paper, columns, G_N_ELEMENTS (columns));
  for (guint nth = 0; nth < plan->n_destinations; nth++)
    points |= add_destination (self, classes, nth);
  lintel_paper_end_table (self->paper);
  for (int nth = 0; nth < LINTEL_DIAL_N_SWITCHES; nth++)
    if ((points >> nth & 1) != 0)
      lintel_paper_add_point (self->paper, lintel_dial_switch_describe ((LintelDialSwitch) nth));
}

static gboolean
has_bad (LintelCertificate *self, guint classes)
{
  const LintelNumberingPlan *plan = lintel_dial_system_get_plan (self->system);

  for (int class_number = 1; class_number <= LINTEL_DIAL_N_CLASSES; class_number++)
    for (guint nth = 0; nth < plan->n_destinations; nth++)
      if ((classes >> class_number & 1) != 0
          && is_bad (lintel_dial_system_get_reach (self->system, class_number, nth)))
        return TRUE;
  return FALSE;
}

void
lintel_certificate_add_reach (LintelCertificate *self)
{
  guint classes = lintel_dial_system_get_classes_in_use (self->system, FALSE);
  guint inmail = lintel_dial_system_get_classes_in_use (self->system, TRUE);

  lintel_paper_need (self->paper, 320);
  lintel_paper_add_heading (self->paper, 0, _ ("What can be called"));
  if (classes == 0)
    {
      lintel_paper_add_text (self->paper, LINTEL_TEXT_BODY,
                             _ ("No extension is in a class: the project lists none."));
      return;
    }
  add_picture (self, classes, inmail);
  add_legends (self);
  lintel_paper_skip (self->paper, 6);
  if (has_bad (self, classes))
    add_numbers (self, classes);
  add_users (self, classes);
}
