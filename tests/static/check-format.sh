#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every C file looks as .clang-format says.
set -eu
cd "$1"
find app include tests -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run --Werror
