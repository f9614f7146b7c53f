#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The layers: include ← core ← cli, ui, and in the core catalogue ← project ← xml, dial ← lint ←
# exchange. A folder includes only what stands before it; the core never sees GTK.
set -eu
cd "$1"
bad=0

forbid () { # FOLDER PATTERN WHY
  if [ -d "$1" ] && grep -rnE "#include *[<\"]($2)" "$1" --include='*.[ch]'; then
    echo "… $3"
    bad=1
  fi
}

for folder in include app/core app/cli; do
  forbid "$folder" '(gtk|gdk|gsk|adwaita)' "$folder must not see GTK"
done
forbid include 'libxml' 'public headers must not show libxml2'
forbid include 'app/' 'public headers stand alone'
forbid app/core 'app/(cli|ui)/' 'the core must not look up'
forbid app/cli 'app/ui/' 'the command line must not see the window'
forbid app/ui 'app/cli/' 'the window must not see the command line'
forbid app/cli 'app/core/' 'front ends use the public headers'
forbid app/ui 'app/core/' 'front ends use the public headers'

# Inside the core: each folder with what it may not include, private headers and public ones.
forbid app/core/catalogue '(app/core/(project|xml|dial|lint|exchange)/|lintel/(project|place|xml|dial|lint|code|report|exchange)\.h)' 'catalogue is the lowest layer'
forbid app/core/project '(app/core/(xml|dial|lint|exchange)/|lintel/(xml|dial|lint|code|report|exchange)\.h)' 'project knows the catalogue only'
forbid app/core/xml '(app/core/(dial|lint|exchange)/|lintel/(dial|lint|code|report|exchange)\.h)' 'xml knows project and catalogue only'
forbid app/core/dial '(app/core/(xml|lint|exchange)/|lintel/(xml|lint|code|report|exchange)\.h|libxml)' 'dial knows project and catalogue only'
forbid app/core/lint '(app/core/(xml|exchange)/|lintel/(xml|report|exchange)\.h|libxml)' 'lint knows dial, project and catalogue only'

exit $bad
