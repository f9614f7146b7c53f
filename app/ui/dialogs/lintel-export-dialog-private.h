/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside of the export dialog: lintel-export-dialog.c has what is chosen and the writing,
 * lintel-export-dialog-summary.c what will be written and what stands in the way. */
#pragma once

#include "app/ui/dialogs/lintel-export-dialog.h"

#include "lintel/exchange.h"

G_BEGIN_DECLS

#define LINTEL_TYPE_EXPORT_DIALOG (lintel_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LintelExportDialog, lintel_export_dialog, LINTEL, EXPORT_DIALOG, AdwWindow)

struct _LintelExportDialog
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *errors_group, *accepted_group;
  AdwActionRow *errors_row, *accepted_row, *folder_row, *baseline_row, *prepared_row, *reviewed_row;
  AdwEntryRow *name_row, *reason_row;
  AdwComboRow *paper_row;
  GtkSwitch *force_switch, *codes_switch, *baseline_switch;
  AdwExpanderRow *files_row;
  GtkLabel *hint_label;
  GtkButton *export_button, *first_button;
  GtkWidget *form;      /* all that can be chosen */
  GtkBox *progress_box; /* shown while files are written */
  GtkProgressBar *progress_bar;

  LintelWindow *window;
  LintelDocument *document;
  char *folder;                  /* in which the new folder is made */
  GPtrArray *file_rows;          /* in files_row */
  GtkFileChooserNative *chooser; /* while one is shown */
  GCancellable *listing;         /* while files are made for the list */
  GCancellable *writing;         /* while they are written */
};

/* As they are chosen. BASELINE gets what the options refer to; free it after them. */
LintelExportOptions lintel_export_dialog_get_options (LintelExportDialog *self,
                                                      LintelProject **baseline);

/* What the document has to say: errors, acceptances, signatures, the baseline. */
void lintel_export_dialog_show_document (LintelExportDialog *self);
/* Makes the files in a thread and lists them, for the options as they are now. */
void lintel_export_dialog_list_files (LintelExportDialog *self);
void lintel_export_dialog_stop_listing (LintelExportDialog *self);

G_END_DECLS
