/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts about a project that several rules need, worked out once between two edits. */
#pragma once

#include "app/core/lint/lintel-rule-private.h"

G_BEGIN_DECLS

/* The linter makes it when a rule first asks for it and frees it after any edit. PROJECT is not
 * kept alive by it. */
LintelSurvey *lintel_survey_new (LintelProject *project);
void lintel_survey_free (LintelSurvey *survey);

G_END_DECLS
