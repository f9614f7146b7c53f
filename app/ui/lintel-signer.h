/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name with which the user signs, remembered for the next time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one used last or else that of the user's account; "" when neither is known. Transfer full. */
char *lintel_signer_get_name (void);
void lintel_signer_remember (const char *name);

G_END_DECLS
