/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tabs of a window: pages built when first shown, counts, jumps to a place. */

#include "config.h"

#include "app/ui/lintel-window-private.h"

#include "app/ui/compare/lintel-compare-page.h"
#include "app/ui/lintel-button-names.h"
#include "app/ui/lintel-tab-label.h"
#include "app/ui/overview/lintel-overview-page.h"
#include "app/ui/pages/lintel-codes-page.h"
#include "app/ui/pages/lintel-extensions-page.h"
#include "app/ui/pages/lintel-program-model.h"
#include "app/ui/pages/lintel-tables-page.h"
#include "app/ui/safety/lintel-window-state.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *key; /* "overview", a program's number, … */
  char *title;
  const LintelProgram *program; /* NULL for the others */
  AdwBin *bin;                  /* in the notebook; holds the page once it is built */
  LintelTabLabel *label;
} LintelTab;

static void
tab_free (gpointer data)
{
  LintelTab *tab = data;

  g_free (tab->title);
  g_free (tab);
}

static LintelTab *
get_tab (LintelWindow *self, guint n)
{
  return g_ptr_array_index (self->tabs, n);
}

static GtkWidget *
make_program_page (LintelDocument *document, const LintelProgram *program)
{
  g_autoptr (LintelProgramModel) model = NULL;

  if (!lintel_program_model_fits (program))
    return lintel_tables_page_new (document, program);
  model = lintel_program_model_new (document, program);
  return lintel_sheet_page_new (LINTEL_SHEET (model), lintel_program_get_name (program));
}

static GtkWidget *
make_page (LintelDocument *document, const LintelTab *tab)
{
  if (tab->program != NULL)
    return make_program_page (document, tab->program);
  if (g_str_equal (tab->key, "extensions"))
    return lintel_extensions_page_new (document);
  if (g_str_equal (tab->key, "codes"))
    return lintel_codes_page_new (document);
  if (g_str_equal (tab->key, "compare"))
    return lintel_compare_page_new (document);
  return lintel_overview_page_new (document);
}

static LintelPage *
ensure_page (LintelWindow *self, LintelTab *tab)
{
  if (adw_bin_get_child (tab->bin) == NULL)
    {
      adw_bin_set_child (tab->bin, make_page (self->document, tab));
      lintel_name_buttons (GTK_WIDGET (tab->bin));
      lintel_window_restore_page (self, tab->key, adw_bin_get_child (tab->bin));
    }
  return LINTEL_PAGE (adw_bin_get_child (tab->bin));
}

void
lintel_window_page_switched (LintelWindow *self, guint n)
{
  /* A window that goes away closes its tabs one by one. */
  if (self->document != NULL && n < self->tabs->len && self->is_shown)
    ensure_page (self, get_tab (self, n));
  self->step.visited = 0;
}

/* A notebook asks the pages behind for their size as well, after each change of one of them. */
void
lintel_window_hide_pages_behind (LintelWindow *self, guint front)
{
  /* A window that goes away closes its tabs one by one. */
  for (guint n = 0; self->document != NULL && n < self->tabs->len; n++)
    {
      GtkWidget *page = adw_bin_get_child (get_tab (self, n)->bin);

      if (page != NULL)
        gtk_widget_set_visible (page, n == front);
    }
}

static void
add_tab (LintelWindow *self, const char *key, const char *title, const LintelProgram *program)
{
  LintelTab *tab = g_new0 (LintelTab, 1);

  tab->key = key;
  tab->title = g_strdup (title);
  tab->program = program;
  tab->bin = ADW_BIN (adw_bin_new ());
  tab->label = LINTEL_TAB_LABEL (lintel_tab_label_new (title));
  g_ptr_array_add (self->tabs, tab);
  gtk_notebook_append_page (self->notebook, GTK_WIDGET (tab->bin), GTK_WIDGET (tab->label));
  lintel_tab_label_set_count (tab->label, 0, LINTEL_SEVERITY_NOTE);
}

/* A word or two beside a program's number, from what its rows are. */
static const char *
get_program_words (const LintelProgram *program)
{
  if (!lintel_program_model_fits (program))
    return C_ ("tab", "Tables");
  switch (program->items[0]->dimension[0].kind)
    {
    case LINTEL_INDEX_MAILBOX:
      return C_ ("tab", "Mailboxes");
    case LINTEL_INDEX_GROUP:
      return C_ ("tab", "Group Mailboxes");
    case LINTEL_INDEX_EXTENSION:
      return C_ ("tab", "Extension Classes");
    case LINTEL_INDEX_CLASS:
      return C_ ("tab", "Classes");
    case LINTEL_INDEX_NONE:
    case LINTEL_INDEX_MODE:
    case LINTEL_INDEX_TABLE:
    case LINTEL_INDEX_ENTRY:
    default:
      return lintel_program_get_name (program);
    }
}

/* The notebook shows its first tab as soon as it is added; pages are built only once all tabs are
 * there and one has been chosen. */
void
lintel_window_add_tabs (LintelWindow *self)
{
  LintelCatalogue *catalogue =
      lintel_project_get_catalogue (lintel_document_get_project (self->document));
  guint n_programs;
  const LintelProgram *const *programs = lintel_catalogue_get_programs (catalogue, &n_programs);

  g_ptr_array_set_free_func (self->tabs, tab_free);
  g_signal_handlers_block_matched (self->notebook, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  add_tab (self, "overview", C_ ("tab", "Overview"), NULL);
  for (guint i = 0; i < n_programs; i++)
    {
      g_autofree char *title =
          g_strdup_printf ("%s %s", programs[i]->number, get_program_words (programs[i]));

      if (programs[i]->n_items > 0)
        add_tab (self, programs[i]->number, title, programs[i]);
    }
  add_tab (self, "extensions", C_ ("tab", "Extensions"), NULL);
  add_tab (self, "codes", C_ ("tab", "Codes"), NULL);
  add_tab (self, "compare", C_ ("tab", "Compare"), NULL);
  g_signal_handlers_unblock_matched (self->notebook, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
}

int
lintel_window_find_tab (LintelWindow *self, const char *key)
{
  for (guint i = 0; i < self->tabs->len; i++)
    if (g_str_equal (get_tab (self, i)->key, key))
      return (int) i;
  return -1;
}

GtkWidget *
lintel_window_show_page (LintelWindow *self, const char *key)
{
  int n = lintel_window_find_tab (self, key);

  if (n < 0)
    return NULL;
  gtk_notebook_set_current_page (self->notebook, n);
  return GTK_WIDGET (ensure_page (self, get_tab (self, n)));
}

void
lintel_window_build_page (LintelWindow *self)
{
  int n = gtk_notebook_get_current_page (self->notebook);

  /* Whoever asked for the page before has put the focus where it belongs. */
  if (n >= 0 && adw_bin_get_child (get_tab (self, n)->bin) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (ensure_page (self, get_tab (self, n))));
}

/* To build a page and lay it out takes as long as all the rest of a new window. */
void
lintel_window_choose_page (LintelWindow *self, const char *key)
{
  gtk_notebook_set_current_page (self->notebook, MAX (lintel_window_find_tab (self, key), 0));
  if (self->is_shown)
    gtk_widget_grab_focus (GTK_WIDGET (lintel_window_get_page (self)));
}

void
lintel_window_jump (LintelWindow *self, const LintelPlace *place)
{
  LintelProject *project = lintel_document_get_project (self->document);
  const LintelStray *stray = place->kind == LINTEL_PLACE_STRAY
                                 ? lintel_project_get_stray (project, place->index[0])
                                 : NULL;
  const LintelPlace *target = stray != NULL && stray->has_target ? &stray->target : place;
  GtkWidget *page =
      lintel_window_show_page (self, lintel_document_get_page_of (self->document, place));
  g_autofree char *address = NULL, *sentence = NULL;

  if (page != NULL && lintel_page_reveal (LINTEL_PAGE (page), target))
    return;
  address = lintel_place_to_string (target, project);
  sentence = g_strdup_printf (_ ("%s is not in any of the tables."), address);
  lintel_window_toast (self, sentence);
}

LintelPage *
lintel_window_get_page (LintelWindow *self)
{
  int n = gtk_notebook_get_current_page (self->notebook);

  return self->document != NULL && n >= 0 ? ensure_page (self, get_tab (self, n)) : NULL;
}

const char *
lintel_window_get_page_key (LintelWindow *self)
{
  int n = gtk_notebook_get_current_page (self->notebook);

  return n >= 0 && n < (int) self->tabs->len ? get_tab (self, n)->key : "overview";
}

const char *
lintel_window_get_nth_page_key (LintelWindow *self, guint n)
{
  return get_tab (self, n)->key;
}

const char *
lintel_window_get_nth_page_title (LintelWindow *self, guint n)
{
  return get_tab (self, n)->title;
}

typedef struct
{
  guint n;
  LintelSeverity worst;
} TabCount;

/* A finding counts once on each page that has a place of it. */
static void
count_finding (LintelWindow *self, LintelFinding *finding, TabCount *counts)
{
  guint n_places;
  const LintelPlace *places = lintel_finding_get_places (finding, &n_places);
  g_autofree gboolean *seen = g_new0 (gboolean, self->tabs->len);

  for (guint i = 0; i < n_places; i++)
    {
      int tab =
          lintel_window_find_tab (self, lintel_document_get_page_of (self->document, &places[i]));

      if (tab < 0 || seen[tab])
        continue;
      seen[tab] = TRUE;
      counts[tab].n++;
      counts[tab].worst = MAX (counts[tab].worst, lintel_finding_get_severity (finding));
    }
}

void
lintel_window_count_findings (LintelWindow *self)
{
  GListModel *findings = G_LIST_MODEL (lintel_document_get_findings (self->document));
  g_autofree TabCount *counts = g_new0 (TabCount, self->tabs->len);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (LintelFindingItem) item = g_list_model_get_item (findings, i);

      if (!lintel_finding_item_is_accepted (item))
        count_finding (self, lintel_finding_item_get_finding (item), counts);
    }
  for (guint i = 0; i < self->tabs->len; i++)
    lintel_tab_label_set_count (get_tab (self, i)->label, counts[i].n, counts[i].worst);
}
