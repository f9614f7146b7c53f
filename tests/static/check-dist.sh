#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# meson dist makes an archive of everything that is in the repository, and what is unpacked from it
# can be configured: check-dist.sh SOURCE BUILD
set -eu

source=$1
build=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The files of the last commit; what is being worked on is not in the archive.
meson dist -C "$build" --no-tests --allow-dirty --formats gztar > "$folder/log" 2>&1 || {
  cat "$folder/log"
  exit 1
}
archive=$(find "$build/meson-dist" -name 'lintel-*.tar.gz')
tar -xzf "$archive" -C "$folder"
unpacked=$(find "$folder" -mindepth 1 -maxdepth 1 -type d -name 'lintel-*')
git -C "$source" ls-tree -r --name-only -z HEAD | tr '\0' '\n' | sort > "$folder/wanted"
(cd "$unpacked" && find . -type f -o -type l) | sed 's#^\./##' | sort > "$folder/got"
diff "$folder/wanted" "$folder/got" || {
  echo "The archive and the repository differ."
  exit 1
}
meson setup "$folder/build" "$unpacked" > "$folder/log" 2>&1 || {
  cat "$folder/log"
  exit 1
}
echo "$(wc -l < "$folder/got") files are in the archive, which can be configured"
