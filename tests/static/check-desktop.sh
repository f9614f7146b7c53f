#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the desktop reads is valid.
set -eu
cd "$1"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# The validator insists on the ending .desktop; templates differ from the result in translations.
for file in data/*.desktop data/*.desktop.in; do
  [ -e "$file" ] || continue
  name=$(basename "$file" .in)
  cp "$file" "$folder/$name"
  desktop-file-validate "$folder/$name"
done
glib-compile-schemas --strict --dry-run data
find data \( -name '*.xml' -o -name '*.rng' -o -name '*.svg' \) -exec xmllint --noout --nonet {} +
