#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the desktop reads is valid.
set -eu
cd "$1"
for file in data/*.desktop data/*.desktop.in; do
  [ -e "$file" ] && desktop-file-validate "$file"
done
glib-compile-schemas --strict --dry-run data
find data \( -name '*.xml' -o -name '*.rng' -o -name '*.svg' \) -exec xmllint --noout --nonet {} +
