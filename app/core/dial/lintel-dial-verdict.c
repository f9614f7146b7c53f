/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The decision: what becomes of a number once it is known which tables have an entry that matches.
 *
 * allows() is the one place that says so, for one way of reading the manuals. There are 32 ways
 * (five open points), 256 combinations of flags and four kinds of class, so all answers are worked
 * out once and looked up after that.
 */

#include "config.h"

#include "app/core/dial/lintel-dial-private.h"

#define N_READINGS (1 << LINTEL_DIAL_N_SWITCHES)
#define BASELINE 0

/* READING: bit n is set when LintelDialSwitch n is at B. */
static gboolean
allows (guint facts, guint flags, guint reading)
{
  const gboolean s1b = (reading >> LINTEL_DIAL_S1 & 1) != 0;
  const gboolean s2b = (reading >> LINTEL_DIAL_S2 & 1) != 0;
  const gboolean s4b = (reading >> LINTEL_DIAL_S4 & 1) != 0;
  const gboolean s5b = (reading >> LINTEL_DIAL_S5 & 1) != 0;
  const gboolean s6b = (reading >> LINTEL_DIAL_S6 & 1) != 0;
  const gboolean max = (flags >> LINTEL_DIAL_MAX_DIGITS & 1) != 0;
  const gboolean cp = (flags >> LINTEL_DIAL_COMMON_PERMIT & 1) != 0;
  const gboolean p = (flags >> LINTEL_DIAL_PERMIT & 1) != 0;
  const gboolean ip = (flags >> LINTEL_DIAL_INTERNATIONAL_PERMIT & 1) != 0;
  const gboolean cr = (flags >> LINTEL_DIAL_COMMON_RESTRICT & 1) != 0;
  const gboolean r = (flags >> LINTEL_DIAL_RESTRICT & 1) != 0;
  const gboolean ir = (flags >> LINTEL_DIAL_INTERNATIONAL_RESTRICT & 1) != 0;
  const gboolean direct = (flags & LINTEL_DIAL_FLAG_DIRECT) != 0;
  const gboolean permit_only = (facts & LINTEL_DIAL_FACT_PERMIT_ONLY) != 0;
  const gboolean international_only = (facts & LINTEL_DIAL_FACT_INTERNATIONAL_ONLY) != 0;
  const gboolean intl = s5b && international_only && direct && !ip;

  if (max && !(s4b && (cp || p || ip)))
    return FALSE;
  if (s6b && ((ir && !ip) || intl))
    return FALSE;
  if (cp)
    return TRUE;
  if (s1b && cr)
    return FALSE;
  if (p || (ip && !s6b))
    return TRUE;
  if (cr || r || (ir && !s6b) || intl)
    return FALSE;
  if (permit_only && !s2b)
    return FALSE;
  return TRUE;
}

/* What the line of allows() that decides looks at when every switch is at A. */
static LintelDialTable
find_decider (guint flags)
{
  if ((flags >> LINTEL_DIAL_MAX_DIGITS & 1) != 0)
    return LINTEL_DIAL_MAX_DIGITS;
  for (guint table = 0; table < LINTEL_DIAL_N_TABLES; table++)
    if ((flags >> table & 1) != 0)
      return (LintelDialTable) table;
  return LINTEL_DIAL_NOTHING;
}

static LintelDialOutcome
weigh (guint facts, guint flags)
{
  LintelDialOutcome outcome = { .decided_by = (guint8) find_decider (flags) };
  guint n_allowed = 0;

  outcome.baseline = allows (facts, flags, BASELINE) ? LINTEL_DIAL_ALLOWED : LINTEL_DIAL_RESTRICTED;
  for (guint reading = 0; reading < N_READINGS; reading++)
    {
      gboolean allowed = allows (facts, flags, reading);

      n_allowed += allowed ? 1 : 0;
      for (guint nth = 0; nth < LINTEL_DIAL_N_SWITCHES; nth++)
        if (allowed != allows (facts, flags, reading ^ (1u << nth)))
          outcome.flips |= (guint8) (1 << nth);
    }
  outcome.verdict = n_allowed == N_READINGS ? LINTEL_DIAL_ALLOWED
                    : n_allowed == 0        ? LINTEL_DIAL_RESTRICTED
                                            : LINTEL_DIAL_DEPENDS;
  return outcome;
}

const LintelDialOutcome *
lintel_dial_get_outcomes (guint facts)
{
  static LintelDialOutcome outcomes[LINTEL_DIAL_N_FACTS][LINTEL_DIAL_N_FLAGS];
  static gsize ready[LINTEL_DIAL_N_FACTS];

  if (g_once_init_enter (&ready[facts]))
    {
      for (guint flags = 0; flags < LINTEL_DIAL_N_FLAGS; flags++)
        outcomes[facts][flags] = weigh (facts, flags);
      g_once_init_leave (&ready[facts], 1);
    }
  return outcomes[facts];
}
