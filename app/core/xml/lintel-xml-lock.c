/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Locked codes in the project file:
 *
 *   <locked-codes kdf="argon2id13" passes="3" memory="268435456" salt="…"
 *                 cipher="xsalsa20poly1305" nonce="…">…</locked-codes>
 *
 * Salt, nonce and content are in base64. What is inside is not looked at here.
 */

#include "config.h"

#include "app/core/project/lintel-lock-private.h"
#include "app/core/xml/lintel-xml-private.h"

static const char *const known[] = { "kdf", "passes", "memory", "salt", "cipher", "nonce", NULL };

static LintelSealedCodes *
parse_element (const xmlNode *element, GError **error)
{
  g_auto (LintelSealedTexts) texts = {
    .kdf = lintel_xml_node_get_attribute (element, "kdf"),
    .passes = lintel_xml_node_get_attribute (element, "passes"),
    .memory = lintel_xml_node_get_attribute (element, "memory"),
    .salt = lintel_xml_node_get_attribute (element, "salt"),
    .cipher = lintel_xml_node_get_attribute (element, "cipher"),
    .nonce = lintel_xml_node_get_attribute (element, "nonce"),
    .box = lintel_xml_node_get_text (element),
  };

  return lintel_sealed_codes_parse (&texts, error);
}

void
lintel_xml_read_locked_codes (LintelXmlReader *reader, const xmlNode *root)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      g_autoptr (LintelSealedCodes) sealed = NULL;

      if (lintel_xml_node_is_ours (node) && xmlStrEqual (node->name, BAD_CAST "locked-codes"))
        sealed = parse_element (node, NULL);
      if (sealed == NULL)
        continue;
      reader->locked_codes = node;
      lintel_project_load_sealed_codes (reader->project, sealed);
      return;
    }
}

void
lintel_xml_pass_locked_codes (LintelXmlScope *scope, xmlNode *element)
{
  g_autoptr (LintelSealedCodes) sealed = NULL;
  g_autoptr (GError) why = NULL;

  if (element == scope->reader->locked_codes)
    {
      lintel_xml_scope_pass_leaf (scope, element, "/locked-codes", known, TRUE);
      return;
    }
  sealed = parse_element (element, &why);
  if (sealed == NULL)
    lintel_xml_scope_keep (scope, element, LINTEL_STRAY_OUT_OF_RANGE, "locked-codes", "%s",
                           why->message);
  else
    lintel_xml_scope_keep_duplicate (scope, element, "locked-codes", NULL);
}

GString *
lintel_xml_print_locked_codes (LintelProject *project, char **content)
{
  g_autoptr (LintelSealedCodes) sealed = lintel_project_get_sealed_codes (project);
  g_auto (LintelSealedTexts) texts = { 0 };
  GString *head;

  if (sealed == NULL)
    return NULL;
  lintel_sealed_codes_print (sealed, &texts);
  head = g_string_new ("locked-codes");
  lintel_xml_append_attribute (head, "kdf", texts.kdf);
  lintel_xml_append_attribute (head, "passes", texts.passes);
  lintel_xml_append_attribute (head, "memory", texts.memory);
  lintel_xml_append_attribute (head, "salt", texts.salt);
  lintel_xml_append_attribute (head, "cipher", texts.cipher);
  lintel_xml_append_attribute (head, "nonce", texts.nonce);
  *content = g_steal_pointer (&texts.box);
  return head;
}
