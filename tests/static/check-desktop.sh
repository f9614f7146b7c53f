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
# The metainfo is judged beside the desktop entry that it belongs to. An id as ours, with capitals
# in its last part, is what the D-Bus and GApplication documentation recommend.
mkdir -p "$folder/share/applications" "$folder/share/metainfo"
cp "$folder"/*.desktop "$folder/share/applications"
cp data/app.lintel.Lintel.metainfo.xml.in "$folder/share/metainfo/app.lintel.Lintel.metainfo.xml"
appstreamcli validate-tree --no-net --explain "$folder"
glib-compile-schemas --strict --dry-run data
find data \( -name '*.xml' -o -name '*.rng' -o -name '*.xml.in' -o -name '*.svg' \) -exec xmllint --noout --nonet {} +
