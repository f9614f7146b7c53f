/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts about a project that several rules need. */

#include "config.h"

#include "app/core/lint/lintel-survey-private.h"

struct _LintelSurvey
{
  LintelProject *project;
};

LintelSurvey *
lintel_survey_new (LintelProject *project)
{
  LintelSurvey *self = g_new0 (LintelSurvey, 1);

  self->project = project;
  return self;
}

void
lintel_survey_free (LintelSurvey *survey)
{
  g_free (survey);
}
