/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A survey: the facts about a project that several rules need, worked out when first asked for.
 *
 * It has parts, each made from some programs; after an edit of those it is forgotten and collected
 * anew. Strings are the project's, so that a part is valid until then.
 */
#pragma once

#include "app/core/lint/lintel-rule-private.h"
#include "lintel/dial-system.h"

G_BEGIN_DECLS

#define LINTEL_N_CLASSES LINTEL_DIAL_N_CLASSES

/* A station mailbox (47-02) or group mailbox (47-03). Type 0 is switched off. */
typedef struct
{
  gboolean is_group;
  int index;
  int type;
  const char *number;           /* "" when blank */
  gboolean number_is_set;       /* by hand: the factory numbers mean nothing by themselves */
  const LintelExtension *owner; /* the extension with that number, or NULL */
} LintelMailbox;

/* A mailbox number that has a box where messages can be left, with what is known of its code. */
typedef struct
{
  const char *number;
  LintelCodeState state;
  const char *code;
} LintelMailboxCode;

/* A port of the voicemail and its class in each mode (1 and up). */
typedef struct
{
  const LintelExtension *extension;
  int classes[9];
} LintelInMailPort;

/* "Extensions 213-216 (InMail) and 101-110": who has a class, once it was asked for. */
typedef struct
{
  char *all;
  char *inmail;     /* without the telephones */
  char *telephones; /* without the InMail ports */
} LintelClassNames;

/* Who calls with a class in some mode: arrays of LintelDialUser, by port. */
typedef struct
{
  GArray *inmail;
  GArray *telephones; /* and virtual extensions, which are keys of telephones */
  LintelClassNames *names;
} LintelClassUsers;

struct _LintelSurvey
{
  GArray *mailboxes; /* of LintelMailbox: all station boxes of the model, then all group boxes */
  GArray *codes;     /* of LintelMailboxCode: each number once, in the order of the boxes */
  GArray *ports;     /* of LintelInMailPort: by port */
  int n_modes;
  LintelClassUsers users[LINTEL_N_CLASSES + 1];

  guint known; /* the parts that are there: lintel-survey.c numbers them */
};

/* Knows nothing yet. */
LintelSurvey *lintel_survey_new (void);
void lintel_survey_free (LintelSurvey *survey);
/* Collects what it does not know. */
void lintel_survey_complete (LintelSurvey *survey, LintelProject *project);
/* Drops the parts that are made from what has changed. */
void lintel_survey_forget (LintelSurvey *survey, LintelReads changed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LintelSurvey, lintel_survey_free)

/* A station box that is switched on although nobody uses it: 47-02-02 is blank, or the number of
 * an unused extension, an InMail port or a pilot. */
gboolean lintel_mailbox_is_idle (const LintelMailbox *mailbox);
gboolean lintel_class_is_used (const LintelSurvey *survey, int class_number);
/* Cells of 21-04, in order, put together: a LintelDialUser for each port. Transfer full. */
GArray *lintel_users_of_cells (LintelProject *project, const LintelPlace *cells, guint n);

/* Whether somebody can log on to it. Routing boxes (type 2 of 47-03) take no messages. */
gboolean lintel_mailbox_has_code (const LintelMailbox *mailbox);

G_END_DECLS
