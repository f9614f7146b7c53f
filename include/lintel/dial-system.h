/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Toll restriction of a whole project: who is in which class, and what each class lets out.
 *
 * Results are kept with the project and follow its changes: every question first looks whether the
 * project has changed, and only the classes whose row of 21-05 or whose tables of 21-06 now read
 * differently are worked out again. What a function returns is valid until the project's next
 * change.
 *
 * Everything holds under the assumptions of lintel_dial_system_get_assumptions().
 */
#pragma once

#include "lintel/dial.h"
#include "lintel/project.h"

G_BEGIN_DECLS

#define LINTEL_DIAL_N_CLASSES 15
/* Of the trunk (21-21), which is not part of the project. A call has the higher of both classes. */
#define LINTEL_DIAL_TRUNK_CLASS 1

/* The item of 21-05 that assigns a table to a class, and the one of 21-06 that holds it. */
const LintelItem *lintel_dial_table_find_assigned_by (const LintelCatalogue *catalogue,
                                                      LintelDialTable table);
const LintelItem *lintel_dial_table_find_held_in (const LintelCatalogue *catalogue,
                                                  LintelDialTable table);

typedef struct _LintelDialSystem LintelDialSystem;

/* The project's; made on first use. */
LintelDialSystem *lintel_dial_system_of (LintelProject *project);

/* The plan that the project names, or "nanp" when there is none of that name. */
const LintelNumberingPlan *lintel_dial_system_get_plan (LintelDialSystem *self);

/* NULL-terminated, translated. */
const char *const *lintel_dial_system_get_assumptions (LintelDialSystem *self);

LintelProject *lintel_dial_system_get_project (LintelDialSystem *self);

/* The class of calls from an extension: 1-15; 0 when it has none (no such port, a pilot). */
int lintel_dial_system_get_class (LintelDialSystem *self, int port, int mode);
/* The model's number of day/night modes. */
int lintel_dial_system_get_n_modes (LintelDialSystem *self);

/* Classes are 1-15 from here on. */
const LintelDialMatcher *lintel_dial_system_get_matcher (LintelDialSystem *self, int class_number);
/* What the matcher is made from, for those who want to know what a change would do. */
const LintelDialClass *lintel_dial_system_get_description (LintelDialSystem *self,
                                                           int class_number);

/* An extension that has a class in some modes. */
typedef struct
{
  const LintelExtension *extension;
  guint modes; /* bit n is set for mode n */
} LintelDialUser;

/* Those who are in the class in some mode, by port; unused extensions do not count. Transfer
 * full; elements are LintelDialUser. */
GArray *lintel_dial_system_list_users (LintelDialSystem *self, int class_number);
/* Bit n is set when somebody is in class n in some mode; with INMAIL_ONLY, when an InMail port is.
 */
guint lintel_dial_system_get_classes_in_use (LintelDialSystem *self, gboolean inmail_only);

/* What a class does with a destination. */
typedef struct
{
  const LintelDestination *destination;
  /* ALLOWED when something gets out, otherwise DEPENDS when something may; for a destination that
   * has to be reached, RESTRICTED when something does not get out. */
  LintelDialVerdict verdict;
  /* A number that shows it, NULL when it takes none: everything is restricted, or the search was
   * cut short. */
  const char *witness;
  const LintelNumberPattern *pattern; /* that the witness fits; NULL without one */
  LintelDialFound found;
} LintelDialReach;

/* NTH counts the plan's destinations. */
const LintelDialReach *lintel_dial_system_get_reach (LintelDialSystem *self, int class_number,
                                                     guint nth);
/* By id; NULL when the plan has no such destination. */
const LintelDialReach *lintel_dial_system_find_reach (LintelDialSystem *self, int class_number,
                                                      const char *destination);

/* The place that an answer names. FALSE when nothing matched. */
gboolean lintel_dial_system_get_place (LintelDialSystem *self, int class_number,
                                       const LintelDialAnswer *answer, LintelPlace *place);

/* One sentence: "Extension 213 (InMail) in mode 3 can call Jamaica: 1 876 555 0100 gets out."
 * NULL when the extension has no class. Transfer full. */
char *lintel_dial_system_describe (LintelDialSystem *self, int port, int mode, guint nth);

G_END_DECLS
