#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Shell scripts pass shellcheck, Python scripts compile.
set -eu
cd "$1"
# shellcheck disable=SC2046  # names without blanks
shellcheck $(grep -rlE '^#!/bin/sh' app tests .ci po data)
find app tests data -name '*.py' -exec python3 -c \
  'import ast, sys; [ast.parse(open(f, encoding="utf-8").read(), f) for f in sys.argv[1:]]' {} +
