/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has changed between two projects as JSON. */

#include "config.h"

#include "app/core/exchange/lintel-report-private.h"

static void
add_change_extensions (JsonBuilder *builder, GPtrArray *numbers)
{
  json_builder_set_member_name (builder, "extensions");
  json_builder_begin_array (builder);
  for (guint n = 0; n < numbers->len; n++)
    json_builder_add_string_value (builder, g_ptr_array_index (numbers, n));
  json_builder_end_array (builder);
}

void
lintel_report_add_change (JsonBuilder *builder, const LintelChange *change)
{
  json_builder_begin_object (builder);
  lintel_report_add_string (builder, "place", change->address);
  lintel_report_add_string (builder, "name", change->name);
  lintel_report_add_string (builder, "old", change->old_text);
  lintel_report_add_string (builder, "new", change->new_text);
  lintel_report_add_string (builder, "affected", change->affected);
  add_change_extensions (builder, change->extensions);
  json_builder_end_object (builder);
}

static void
add_user (JsonBuilder *builder, const LintelReachUser *user)
{
  json_builder_begin_object (builder);
  lintel_report_add_string (builder, "extension", user->number);
  lintel_report_add_string (builder, "kind", lintel_extension_kind_to_id (user->kind));
  json_builder_set_member_name (builder, "modes");
  json_builder_begin_array (builder);
  for (guint mode = 1; mode < 32; mode++)
    if ((user->modes >> mode & 1) != 0)
      json_builder_add_int_value (builder, mode);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

void
lintel_report_add_reach_change (JsonBuilder *builder, const LintelReachChange *change)
{
  const char *leads_to =
      change->pattern != NULL ? lintel_number_pattern_get_name (change->pattern) : NULL;

  json_builder_begin_object (builder);
  lintel_report_add_string (builder, "destination", change->destination->id);
  lintel_report_add_string (builder, "change",
                            change->number == NULL ? "undecided"
                            : change->gained       ? "gained"
                                                   : "lost");
  json_builder_set_member_name (builder, "partly");
  json_builder_add_boolean_value (builder, change->partly);
  lintel_report_add_string (builder, "before", lintel_dial_verdict_to_id (change->before));
  lintel_report_add_string (builder, "after", lintel_dial_verdict_to_id (change->after));
  lintel_report_add_string (builder, "number", change->number);
  lintel_report_add_string (builder, "leads_to", leads_to);
  json_builder_set_member_name (builder, "users");
  json_builder_begin_array (builder);
  for (guint n = 0; n < change->users->len; n++)
    add_user (builder, &g_array_index (change->users, LintelReachUser, n));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}
