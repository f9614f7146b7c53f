#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates a JSON document against a JSON schema: validate-json.py SCHEMA DOCUMENT."""
import json
import sys

import jsonschema


def main(schema_path, document_path):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    with open(document_path, encoding="utf-8") as file:
        document = json.load(file)
    errors = list(jsonschema.Draft7Validator(schema).iter_errors(document))
    for error in errors:
        print(f"{error.json_path}: {error.message}")
    return 1 if errors else 0


sys.exit(main(*sys.argv[1:]))
