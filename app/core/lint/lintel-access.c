/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The international access assistant: what is asked, which attempt is best, and other ways. */

#include "config.h"

#include "app/core/lint/lintel-access-private.h"

#include <glib/gi18n-lib.h>

static void
free_offer (gpointer data)
{
  LintelAccessOffer *offer = data;

  g_free (offer->label);
  g_free (offer);
}

static LintelAccessPlan *
make_plan (void)
{
  LintelAccessPlan *plan = g_new0 (LintelAccessPlan, 1);

  plan->edits = lintel_edits_new ();
  plan->sentences = g_ptr_array_new_with_free_func (g_free);
  plan->reasons = g_ptr_array_new_with_free_func (g_free);
  plan->offers = g_ptr_array_new_with_free_func (free_offer);
  return plan;
}

void
lintel_access_plan_free (LintelAccessPlan *plan)
{
  g_ptr_array_unref (plan->edits);
  g_ptr_array_unref (plan->sentences);
  g_ptr_array_unref (plan->reasons);
  g_ptr_array_unref (plan->offers);
  g_free (plan);
}

/* What is asked. */

static void
check_port (LintelProject *project, int port, GPtrArray *reasons)
{
  const LintelExtension *extension = lintel_project_get_extension (project, port);

  if (extension == NULL)
    lintel_access_say (reasons, _ ("There is no extension at port %d."), port);
  else if (extension->kind == LINTEL_EXTENSION_INMAIL)
    lintel_access_say (reasons,
                       _ ("Extension %s is an InMail port, and those must not call abroad. Choose "
                          "telephones."),
                       extension->number);
  else if (lintel_dial_system_get_class (lintel_dial_system_of (project), port, 1) == 0)
    lintel_access_say (reasons, _ ("Extension %s has no toll restriction class."),
                       extension->number);
}

static void
check_country (LintelProject *project, const char *id, GPtrArray *reasons)
{
  const LintelCountry *country = lintel_country_find (id);

  if (country == NULL)
    lintel_access_say (reasons,
                       _ ("There is no country “%s”. Countries have two letters, such as GB."), id);
  else if (!lintel_access_is_abroad (project, country))
    lintel_access_say (reasons, _ ("Calls to %s are not international here."), country->name);
}

static void
check_request (LintelProject *project, const LintelAccessRequest *request, GPtrArray *reasons)
{
  if (request->n_ports == 0)
    lintel_access_say (reasons, _ ("Choose the extensions that need to call abroad."));
  if (request->modes == 0)
    lintel_access_say (reasons, _ ("Choose at least one mode."));
  if (request->countries != NULL && request->countries[0] == NULL)
    lintel_access_say (reasons, _ ("Choose the countries."));
  for (guint i = 0; i < request->n_ports; i++)
    check_port (project, request->ports[i], reasons);
  for (const char *const *id = request->countries; id != NULL && *id != NULL; id++)
    check_country (project, *id, reasons);
}

/* Attempts. */

/* With FIRMLY the codes are in a permit table as well, which beats more restrictions. */
static LintelAccessDraft *
try_draft (LintelProject *project, const LintelAccessRequest *request, gboolean firmly,
           gboolean *passes)
{
  LintelAccessDraft *draft = lintel_access_draft_new (project, request);

  if (firmly && request->countries == NULL)
    g_ptr_array_add (
        draft->permits,
        g_strdup (
            lintel_dial_system_get_plan (lintel_dial_system_of (project))->international_prefix));
  for (guint i = 0; firmly && i < draft->codes->len; i++)
    g_ptr_array_add (draft->permits, g_strdup (draft->codes->pdata[i]));
  *passes = lintel_access_draft_build (draft) && lintel_access_draft_prove (draft);
  return draft;
}

/* The plain attempt if it is certain, else the firm one if it is better. */
static LintelAccessDraft *
find_best (LintelProject *project, const LintelAccessRequest *request, gboolean *passes)
{
  LintelAccessDraft *plain = try_draft (project, request, FALSE, passes);
  LintelAccessDraft *firm;
  gboolean firm_passes;

  if (request->way != LINTEL_ACCESS_EXACT || plain->worst == LINTEL_DIAL_ALLOWED)
    return plain;
  firm = try_draft (project, request, TRUE, &firm_passes);
  if (!firm_passes || (*passes && firm->worst != LINTEL_DIAL_ALLOWED))
    {
      lintel_access_draft_free (firm);
      return plain;
    }
  lintel_access_draft_free (plain);
  *passes = TRUE;
  return firm;
}

static void
say_also_opened (LintelAccessDraft *draft, GPtrArray *sentences)
{
  g_autofree char *also = draft->request->countries == NULL
                              ? NULL
                              : lintel_access_describe_entries (draft->before, draft->opened,
                                                                draft->request->countries);

  if (also != NULL)
    lintel_access_say (sentences, _ ("The same codes also open: %s."), also);
}

/* Other ways. */

static char *
describe_way (LintelAccessDraft *draft)
{
  g_autofree char *also =
      lintel_access_describe_entries (draft->before, draft->opened, draft->request->countries);
  const char *label = draft->request->way == LINTEL_ACCESS_SHORTER
                          ? _ ("Enter what several codes start with in 21-06-02")
                          : _ ("Enter the codes in a free permit table (21-06-06)");

  return also != NULL ? g_strdup_printf (C_ ("way", "%s; also opens: %s"), label, also)
                      : g_strdup_printf (C_ ("way", "%s; opens nothing else"), label);
}

static void
add_offers (LintelProject *project, const LintelAccessRequest *request, LintelAccessPlan *plan)
{
  for (LintelAccessWay way = LINTEL_ACCESS_SHORTER; way < LINTEL_N_ACCESS_WAYS; way++)
    {
      LintelAccessRequest other = *request;
      g_autoptr (LintelAccessDraft) draft = NULL;
      LintelAccessOffer *offer;
      gboolean passes;

      other.way = way;
      draft = try_draft (project, &other, FALSE, &passes);
      if (!passes)
        continue;
      offer = g_new0 (LintelAccessOffer, 1);
      offer->way = way;
      offer->label = describe_way (draft);
      g_ptr_array_add (plan->offers, offer);
    }
}

static void
take (GPtrArray **to, GPtrArray **from)
{
  g_ptr_array_unref (*to);
  *to = g_ptr_array_ref (*from);
}

LintelAccessPlan *
lintel_access_plan_new (LintelProject *project, const LintelAccessRequest *request)
{
  LintelAccessPlan *plan = make_plan ();
  g_autoptr (LintelAccessDraft) draft = NULL;
  gboolean passes;

  check_request (project, request, plan->reasons);
  if (plan->reasons->len > 0)
    return plan;
  draft = find_best (project, request, &passes);
  if (!passes)
    {
      take (&plan->reasons, &draft->reasons);
      if (request->countries != NULL && request->way == LINTEL_ACCESS_EXACT)
        add_offers (project, request, plan);
      return plan;
    }
  g_ptr_array_unref (plan->edits);
  plan->edits = lintel_project_diff (project, draft->after);
  say_also_opened (draft, draft->sentences);
  take (&plan->sentences, &draft->sentences);
  return plan;
}
