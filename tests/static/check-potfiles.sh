#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# po/POTFILES.in names every file with text for translators, and no other. With
# LINTEL_REGENERATE=1 it is written instead.
set -eu
cd "$1"

list_files () {
  {
    grep -rlE '(\b_|N_|C_|NC_|ngettext|dngettext) \(' app --include='*.[ch]'
    grep -rlE 'translatable="yes"' app --include='*.ui' || :
    ls data/catalogue/*.xml data/numbering/*.xml 2> /dev/null || :
    ls data/*.desktop.in data/*.metainfo.xml.in data/*.mime.xml.in data/*.gschema.xml 2> /dev/null || :
  } | LC_ALL=C sort -u
}

if [ -n "${LINTEL_REGENERATE:-}" ]; then
  list_files > po/POTFILES.in
  exit
fi
list_files | diff -u po/POTFILES.in - || {
  echo 'Run LINTEL_REGENERATE=1 tests/static/check-potfiles.sh . to write it anew.'
  exit 1
}
