/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding as an object that lists can show and bind to. */

#include "config.h"

#include "app/ui/lint/lintel-finding-item.h"

#include <glib/gi18n-lib.h>

struct _LintelFindingItem
{
  GObject parent_instance;

  LintelFinding *finding; /* renewed after every lint run that still finds it */
  char *place;
};

enum
{
  PROP_0,
  PROP_SEVERITY,
  PROP_ICON_NAME,
  PROP_STYLE,
  PROP_MESSAGE,
  PROP_PLACE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_TYPE (LintelFindingItem, lintel_finding_item, G_TYPE_OBJECT)

const char *
lintel_severity_icon_name (LintelSeverity severity)
{
  static const char *const names[] = {
    [LINTEL_SEVERITY_NOTE] = "dialog-information-symbolic",
    [LINTEL_SEVERITY_WARNING] = "dialog-warning-symbolic",
    [LINTEL_SEVERITY_ERROR] = "dialog-error-symbolic",
  };

  return names[severity];
}

const char *
lintel_severity_style_class (LintelSeverity severity)
{
  static const char *const names[] = {
    [LINTEL_SEVERITY_NOTE] = "lintel-note",
    [LINTEL_SEVERITY_WARNING] = "lintel-warning",
    [LINTEL_SEVERITY_ERROR] = "lintel-error",
  };

  return names[severity];
}

static const char *
get_icon_name (LintelFindingItem *self)
{
  if (lintel_finding_item_is_accepted (self))
    return "object-select-symbolic";
  return lintel_severity_icon_name (lintel_finding_get_severity (self->finding));
}

static const char *
get_style_class (LintelFindingItem *self)
{
  if (lintel_finding_item_is_accepted (self))
    return "lintel-accepted";
  return lintel_severity_style_class (lintel_finding_get_severity (self->finding));
}

static const char *
get_severity_title (LintelFindingItem *self)
{
  if (lintel_finding_item_is_accepted (self))
    return C_ ("finding", "Accepted");
  return lintel_severity_get_title (lintel_finding_get_severity (self->finding));
}

static void
lintel_finding_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LintelFindingItem *self = LINTEL_FINDING_ITEM (object);

  switch (id)
    {
    case PROP_SEVERITY:
      g_value_set_string (value, get_severity_title (self));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, get_icon_name (self));
      break;
    case PROP_STYLE:
      {
        const char *classes[] = { get_style_class (self), NULL };

        g_value_set_boxed (value, classes);
        break;
      }
    case PROP_MESSAGE:
      g_value_set_string (value, lintel_finding_get_message (self->finding));
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lintel_finding_item_finalize (GObject *object)
{
  LintelFindingItem *self = LINTEL_FINDING_ITEM (object);

  g_clear_pointer (&self->finding, lintel_finding_unref);
  g_free (self->place);
  G_OBJECT_CLASS (lintel_finding_item_parent_class)->finalize (object);
}

static void
lintel_finding_item_class_init (LintelFindingItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lintel_finding_item_get_property;
  object_class->finalize = lintel_finding_item_finalize;

  props[PROP_SEVERITY] = g_param_spec_string ("severity", NULL, NULL, NULL, flags);
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_STYLE] = g_param_spec_boxed ("style", NULL, NULL, G_TYPE_STRV, flags);
  props[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
lintel_finding_item_init (LintelFindingItem *self)
{
}

static char *
summarize_places (LintelFinding *finding, LintelProject *project)
{
  guint n;
  const LintelPlace *places = lintel_finding_get_places (finding, &n);

  if (n == 1 || (n > 0 && places[0].kind == LINTEL_PLACE_STRAY))
    return lintel_finding_get_address (finding, 0, project);
  return lintel_places_summarize (places, n, project);
}

/* Mostly an edit leaves what is said of a problem as it was, and rows need no new labels. */
static gboolean
reads_the_same (LintelFindingItem *self, LintelFinding *finding, const char *place)
{
  return lintel_finding_get_severity (self->finding) == lintel_finding_get_severity (finding)
         && lintel_finding_get_acceptance (self->finding) == lintel_finding_get_acceptance (finding)
         && lintel_finding_get_rule (self->finding) == lintel_finding_get_rule (finding)
         && g_str_equal (self->place, place)
         && g_str_equal (lintel_finding_get_message (self->finding),
                         lintel_finding_get_message (finding));
}

void
lintel_finding_item_renew (LintelFindingItem *self, LintelFinding *finding, LintelProject *project)
{
  g_autofree char *place = summarize_places (finding, project);
  gboolean same = reads_the_same (self, finding, place);

  lintel_finding_ref (finding);
  g_clear_pointer (&self->finding, lintel_finding_unref);
  self->finding = finding;
  g_free (self->place);
  self->place = g_steal_pointer (&place);
  if (same)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

LintelFindingItem *
lintel_finding_item_new (LintelFinding *finding, LintelProject *project)
{
  LintelFindingItem *self = g_object_new (LINTEL_TYPE_FINDING_ITEM, NULL);

  self->finding = lintel_finding_ref (finding);
  self->place = summarize_places (finding, project);
  return self;
}

LintelFinding *
lintel_finding_item_get_finding (LintelFindingItem *self)
{
  return self->finding;
}

const char *
lintel_finding_item_get_place (LintelFindingItem *self)
{
  return self->place;
}

gboolean
lintel_finding_item_is_accepted (LintelFindingItem *self)
{
  return lintel_finding_get_acceptance (self->finding) != 0;
}
