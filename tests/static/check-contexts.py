#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A message of one or two words has a context: “Save” on a button is not “Save” as the value of an
item, and no translator can tell “Set” from “Set” by looking at it. What has none stands in ALLOWED,
with the reason.

  check-contexts.py SOURCE"""
import pathlib
import re
import sys

source = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(source / 'tests/support'))
sys.dont_write_bytecode = True  # the sources stay as they are
from messages import read_messages, read_template  # noqa: E402

ALLOWED = {
    r'[A-Z|]+([= -][A-Z|]+)*…?( \[[A-Z]+…\])?': 'an argument in the usage line of a command',
    'Lintel': 'the name, in files that know no contexts',
    'Toll-Fraud Editor': 'what the program is, in a desktop file, which knows no contexts',
    'Lintel project': 'what the file is, in the list of file types, which knows no contexts',
}
FEW = 2  # words that do not make a sentence
# A directive and an element of markup say nothing by themselves; neither does a mnemonic's line.
NO_WORD = re.compile(r'%(?:\d+\$)?[-+0 ]*[\d.]*(?:ll|l)?(?:<\w+>|[a-zA-Z%])|<[^>]*>|\\.|_')
WORD = re.compile(r"[^\W\d_][\w’'-]*")

problems = []
used = set()
messages = read_messages(read_template(source))
for message in messages:
    original = message.get('msgid', '')
    words = WORD.findall(NO_WORD.sub('', original))
    # A plural form counts something, and that it does says what it is.
    if 'msgctxt' in message or 'msgid_plural' in message or not 0 < len(words) <= FEW:
        continue
    matching = [pattern for pattern in ALLOWED if re.fullmatch(pattern, original)]
    used.update(matching)
    if not matching:
        problems.append(f'{original!r} needs a context')
problems += [f'{pattern!r} is allowed, but no message has it any more'
             for pattern in ALLOWED if pattern not in used]
if len(messages) < 1000:
    problems.append(f'only {len(messages)} messages were read')
sys.exit('\n'.join(problems) or None)
