#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The house: what may stand at the top, a licence tag in every source, no path of one machine.
set -eu
cd "$1"
bad=0

complain () {
  echo "$1"
  bad=1
}

if [ -e .git ]; then files=$(git ls-files); else files=$(find . -type f | sed 's|^\./||'); fi

for name in $(echo "$files" | sed 's|/.*||' | sort -u); do
  case $name in
    app | data | include | po | tests | meson.build | README.md | .*) ;;
    *) complain "$name does not belong at the top" ;;
  esac
done

for file in $(echo "$files" | grep -E '(\.[ch]|\.sh|\.py|\.in|meson\.build|\.rng|\.ui|\.css)$|^(app|tests)/run$|^\.ci/run$'); do
  case $file in po/POTFILES.in | tests/data/*) continue ;; esac
  head -n 5 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' || complain "$file has no licence tag"
done

# Words that stand on something unfinished, and paths that only one machine has.
# shellcheck disable=SC2046  # a list of words
if grep -nE '(TODO|FIXME|HACK)\b' $(echo "$files" | grep -E '^(app|include|data|tests)/.*\.([ch]|py|xml|ui)$' | grep -v '^tests/data/'); then
  complain '… finish it'
fi
# shellcheck disable=SC2046
if grep -nE '/(home|work|root)/[a-z]' $(echo "$files" | grep -vE '\.(png|svg|po)$|^tests/static/check-layout\.sh$'); then
  complain '… no path of one machine'
fi

exit $bad
