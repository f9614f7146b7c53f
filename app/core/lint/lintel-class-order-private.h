/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether one class is stricter than another. */
#pragma once

#include "lintel/dial-system.h"

G_BEGIN_DECLS

/* A number that HIGHER lets out and LOWER blocks, both for certain, among all numbers of the plan;
 * NULL when there is none, or none was found within the search's budget. Kept with the project
 * until one of the classes changes. */
const char *lintel_class_order_find (LintelProject *project, int lower, int higher);

G_END_DECLS
