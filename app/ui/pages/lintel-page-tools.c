/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions, buttons, lines of the menu and keys for what can be done on a page with a sheet. */

#include "config.h"

#include "app/ui/pages/lintel-page-tools.h"

#include <glib/gi18n-lib.h>

/* What an action needs when it is activated. */
typedef struct
{
  LintelSheetPage *sheet_page;
  GtkWidget *page;
  const LintelPageTool *tool;
  LintelPageToolFunc run;
} Activation;

static void
action_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Activation *activation = data;

  if (lintel_grid_confirm (lintel_sheet_page_get_grid (activation->sheet_page)))
    activation->run (activation->page, activation->tool->run);
}

static void
activation_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
add_action (GActionMap *map, const Activation *activation)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (activation->tool->name, NULL);

  g_signal_connect_data (action, "activate", G_CALLBACK (action_activated_cb),
                         g_memdup2 (activation, sizeof *activation), activation_free, 0);
  g_action_map_add_action (map, G_ACTION (action));
}

static void
add_button (LintelSheetPage *sheet_page, const LintelPageTool *tool, const char *action)
{
  GtkWidget *button =
      gtk_button_new_with_mnemonic (g_dpgettext2 (GETTEXT_PACKAGE, "button", tool->label));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, _ (tool->tooltip));
  lintel_sheet_page_add_tool (sheet_page, button);
}

static void
add_menu_item (GMenu *menu, const LintelPageTool *tool, const char *action)
{
  g_autoptr (GMenuItem) item =
      g_menu_item_new (g_dpgettext2 (GETTEXT_PACKAGE, "button", tool->label), action);

  if (tool->keys != NULL)
    g_menu_item_set_attribute (item, "accel", "s", tool->keys);
  g_menu_append_item (menu, item);
}

/* A cell that is being edited has its own keys. */
static gboolean
key_pressed_cb (GtkWidget *widget, GVariant *args, gpointer name)
{
  if (lintel_grid_is_editing (LINTEL_GRID (widget)))
    return FALSE;
  return gtk_widget_activate_action_variant (widget, name, NULL);
}

static void
add_key (GtkShortcutController *controller, const LintelPageTool *tool, const char *action)
{
  if (tool->keys != NULL)
    gtk_shortcut_controller_add_shortcut (
        controller,
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (tool->keys),
                          gtk_callback_action_new (key_pressed_cb, g_strdup (action), g_free)));
}

static void
add_menu (LintelSheetPage *sheet_page, const char *submenu, GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (submenu == NULL)
    {
      lintel_sheet_page_add_menu (sheet_page, G_MENU_MODEL (menu));
      return;
    }
  g_menu_append_submenu (section, submenu, G_MENU_MODEL (menu));
  lintel_sheet_page_add_menu (sheet_page, G_MENU_MODEL (section));
}

/* The keys come before those of the grid. */
GActionMap *
lintel_page_tools_add (LintelSheetPage *sheet_page, GtkWidget *page, const char *group,
                       const char *submenu, const LintelPageTool *tools, gsize n_tools,
                       LintelPageToolFunc run)
{
  GSimpleActionGroup *map = g_simple_action_group_new ();
  GtkEventController *controller = gtk_shortcut_controller_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (gsize i = 0; i < n_tools; i++)
    {
      const Activation activation = { sheet_page, page, &tools[i], run };
      g_autofree char *action = g_strconcat (group, ".", tools[i].name, NULL);

      add_action (G_ACTION_MAP (map), &activation);
      add_button (sheet_page, &tools[i], action);
      add_menu_item (menu, &tools[i], action);
      add_key (GTK_SHORTCUT_CONTROLLER (controller), &tools[i], action);
    }
  gtk_widget_insert_action_group (page, group, G_ACTION_GROUP (map));
  add_menu (sheet_page, submenu, menu);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (lintel_sheet_page_get_grid (sheet_page)), controller);
  return G_ACTION_MAP (map);
}

void
lintel_page_tools_run (GtkWidget *page, GCallback run)
{
  ((void (*) (LintelSheetPage *)) run) (LINTEL_SHEET_PAGE (page));
}
