/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collecting the facts about a project that several rules need: see lintel-survey-private.h. */

#include "config.h"

#include "app/core/lint/lintel-survey-private.h"

static const LintelItem *
find_item (LintelProject *project, const char *program, const char *item)
{
  return lintel_catalogue_find_item (lintel_project_get_catalogue (project), program, item);
}

static int
find_last_index (LintelProject *project, const LintelItem *item, guint dimension)
{
  int first, last;

  if (!lintel_item_get_range (item, dimension, lintel_project_get_model (project),
                              lintel_project_get_version (project), &first, &last))
    return 0;
  return last;
}

static void
collect_kind (LintelSurvey *survey, LintelProject *project, gboolean is_group)
{
  const char *program = is_group ? "47-03" : "47-02";
  const LintelItem *type = find_item (project, program, is_group ? "03" : "01");
  const LintelItem *number = find_item (project, program, "02");
  int last = find_last_index (project, type, 0);

  for (int i = 1; i <= last; i++)
    {
      LintelMailbox mailbox = {
        .is_group = is_group,
        .index = i,
        .type = lintel_project_get_number (project, type, i, 1),
        .number = lintel_project_get (project, number, i, 1),
        .number_is_set = lintel_project_is_set (project, number, i, 1),
      };

      if (*mailbox.number != '\0')
        mailbox.owner = lintel_project_find_extension (project, mailbox.number);
      g_array_append_val (survey->mailboxes, mailbox);
    }
}

static void
collect_mailboxes (LintelSurvey *survey, LintelProject *project)
{
  survey->mailboxes = g_array_new (FALSE, FALSE, sizeof (LintelMailbox));
  collect_kind (survey, project, FALSE);
  collect_kind (survey, project, TRUE);
}

static void
clear_mailboxes (LintelSurvey *survey)
{
  g_array_unref (survey->mailboxes);
}

static void
collect_codes (LintelSurvey *survey, LintelProject *project)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  survey->codes = g_array_new (FALSE, FALSE, sizeof (LintelMailboxCode));
  for (guint i = 0; i < survey->mailboxes->len; i++)
    {
      const LintelMailbox *mailbox = &g_array_index (survey->mailboxes, LintelMailbox, i);
      LintelMailboxCode entry = { .number = mailbox->number };

      if (!lintel_mailbox_has_code (mailbox)
          || !g_hash_table_add (seen, (gpointer) mailbox->number))
        continue;
      entry.state = lintel_project_get_code (project, mailbox->number, &entry.code);
      g_array_append_val (survey->codes, entry);
    }
}

static void
clear_codes (LintelSurvey *survey)
{
  g_array_unref (survey->codes);
}

static void
collect_ports (LintelSurvey *survey, LintelProject *project)
{
  const LintelItem *item = find_item (project, "21-04", "01");

  survey->ports = g_array_new (FALSE, FALSE, sizeof (LintelInMailPort));
  survey->n_modes = MIN (find_last_index (project, item, 1), 8);
  for (int port = 1; port <= LINTEL_PORT_LAST_STATION; port++)
    {
      LintelInMailPort entry = { .extension = lintel_project_get_extension (project, port) };

      if (entry.extension == NULL || entry.extension->kind != LINTEL_EXTENSION_INMAIL)
        continue;
      for (int mode = 1; mode <= survey->n_modes; mode++)
        {
          int class = lintel_project_get_number (project, item, port, mode);

          entry.classes[mode] = CLAMP (class, 1, LINTEL_N_CLASSES);
        }
      g_array_append_val (survey->ports, entry);
    }
}

static void
add_user (LintelSurvey *survey, const LintelExtension *extension, const guint *modes)
{
  for (int class = 1; class <= LINTEL_N_CLASSES; class ++)
    {
      LintelClassUsers *users = &survey->users[class];
      LintelDialUser user = { .extension = extension, .modes = modes[class] };

      if (user.modes != 0)
        g_array_append_val (
            extension->kind == LINTEL_EXTENSION_INMAIL ? users->inmail : users->telephones, user);
    }
}

static void
collect_users (LintelSurvey *survey, LintelProject *project)
{
  LintelDialSystem *system = lintel_dial_system_of (project);

  for (int class = 0; class <= LINTEL_N_CLASSES; class ++)
    {
      survey->users[class].inmail = g_array_new (FALSE, FALSE, sizeof (LintelDialUser));
      survey->users[class].telephones = g_array_new (FALSE, FALSE, sizeof (LintelDialUser));
      survey->users[class].names = g_new0 (LintelClassNames, 1);
    }
  for (int port = 1; port <= LINTEL_PORT_LAST_VIRTUAL; port++)
    {
      const LintelExtension *extension = lintel_project_get_extension (project, port);
      guint modes[LINTEL_N_CLASSES + 1] = { 0 };

      if (extension == NULL || extension->kind == LINTEL_EXTENSION_UNUSED)
        continue;
      for (int mode = 1; mode <= survey->n_modes; mode++)
        modes[lintel_dial_system_get_class (system, port, mode)] |= 1u << mode;
      add_user (survey, extension, modes);
    }
}

static void
collect_callers (LintelSurvey *survey, LintelProject *project)
{
  collect_ports (survey, project);
  collect_users (survey, project);
}

static void
clear_users (LintelClassUsers *users)
{
  g_array_unref (users->inmail);
  g_array_unref (users->telephones);
  g_free (users->names->all);
  g_free (users->names->inmail);
  g_free (users->names->telephones);
  g_free (users->names);
}

static void
clear_callers (LintelSurvey *survey)
{
  g_array_unref (survey->ports);
  for (int class = 0; class <= LINTEL_N_CLASSES; class ++)
    clear_users (&survey->users[class]);
}

/* Codes go by the numbers of the mailboxes, so they come behind them. */
#define MAILBOX_READS (LINTEL_READS_47_02 | LINTEL_READS_47_03 | LINTEL_READS_EXTENSIONS)

static const struct
{
  LintelReads reads;
  void (*collect) (LintelSurvey *survey, LintelProject *project);
  void (*clear) (LintelSurvey *survey);
} parts[] = {
  { MAILBOX_READS, collect_mailboxes, clear_mailboxes },
  { MAILBOX_READS | LINTEL_READS_CODES, collect_codes, clear_codes },
  { LINTEL_READS_21_04 | LINTEL_READS_EXTENSIONS, collect_callers, clear_callers },
};

LintelSurvey *
lintel_survey_new (void)
{
  return g_new0 (LintelSurvey, 1);
}

void
lintel_survey_complete (LintelSurvey *survey, LintelProject *project)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if ((survey->known >> i & 1) == 0)
      {
        parts[i].collect (survey, project);
        survey->known |= 1u << i;
      }
}

void
lintel_survey_forget (LintelSurvey *survey, LintelReads changed)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if ((survey->known >> i & 1) != 0 && (parts[i].reads & changed) != 0)
      {
        parts[i].clear (survey);
        survey->known &= ~(1u << i);
      }
}

void
lintel_survey_free (LintelSurvey *survey)
{
  lintel_survey_forget (survey, (LintelReads) ~0);
  g_free (survey);
}

GArray *
lintel_users_of_cells (LintelProject *project, const LintelPlace *cells, guint n)
{
  GArray *users = g_array_new (FALSE, FALSE, sizeof (LintelDialUser));

  for (guint i = 0; i < n; i++)
    {
      LintelDialUser user = { lintel_project_get_extension (project, cells[i].index[0]), 0 };

      if (i == 0 || cells[i].index[0] != cells[i - 1].index[0])
        g_array_append_val (users, user);
      g_array_index (users, LintelDialUser, users->len - 1).modes |= 1u << cells[i].index[1];
    }
  return users;
}

gboolean
lintel_class_is_used (const LintelSurvey *survey, int class_number)
{
  return survey->users[class_number].inmail->len > 0
         || survey->users[class_number].telephones->len > 0;
}

gboolean
lintel_mailbox_is_idle (const LintelMailbox *mailbox)
{
  if (mailbox->is_group || mailbox->type == 0)
    return FALSE;
  if (*mailbox->number == '\0')
    return TRUE;
  if (mailbox->owner == NULL)
    return !mailbox->number_is_set;
  return mailbox->owner->kind == LINTEL_EXTENSION_UNUSED
         || mailbox->owner->kind == LINTEL_EXTENSION_INMAIL
         || mailbox->owner->kind == LINTEL_EXTENSION_PILOT;
}

gboolean
lintel_mailbox_has_code (const LintelMailbox *mailbox)
{
  if (*mailbox->number == '\0')
    return FALSE;
  return mailbox->is_group ? mailbox->type == 1 : mailbox->type != 0;
}
