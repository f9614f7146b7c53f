#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations hold: every message of the sources and of the guide is translated into every
language, msgfmt takes it, and what must not change in a translation did not: directives, markup,
numbers and places, names, what is typed at a terminal, mnemonics, line ends, and the sign at the end.

  check-translations.py SOURCE"""
import pathlib
import re
import sys
from collections import Counter

source = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(source / 'tests/support'))
sys.dont_write_bytecode = True  # the sources stay as they are
from messages import read_pairs, read_template, run  # noqa: E402

# Digits stand together with the * # @ of a pattern: 1@@@976 is one word.
KEPT = re.compile(
    r'\d\d-\d\d(?:-\d\d)?|--[a-z-]+|[\d*#@]*\d[\d*#@]*|<[!/\w][^>]*>'
    r'|%(?:\d+\$)?[-+0 ]*[\d.]*(?:ll|l)?(?:<\w+>|[a-zA-Z])'
    r'|\b(?:Lintel|lintelctl|InMail|PCPro|WebPro|SL1100|SL2100|NEC|DISA|ARS|SHA-256|CSV|XML|UTF-8'
    r'|MANIFEST\.json|Find-Me/Follow-Me|Dial Block)\b')
MNEMONIC = re.compile(r'_(?=\w)')
ENDS = '.…:?!'
# An abbreviation in a narrow column ends in a full stop, a sentence is longer.
LONGEST_ABBREVIATION = 20

problems = []


def compare(language, original, translated):
    """Notes what of ORIGINAL is not in TRANSLATED."""
    def complain(what):
        problems.append(f'{language}: {what}:\n    {original!r}\n    {translated!r}')

    kept, found = (Counter(KEPT.findall(MNEMONIC.sub('', text))) for text in (original, translated))
    if kept != found:
        complain(f'lost {list(kept - found)}, new {list(found - kept)}')
    if len(MNEMONIC.findall(original)) != len(MNEMONIC.findall(translated)):
        complain('not the same mnemonics')
    for edge in (r'^\s*', r'\s*$'):
        if re.search(edge, original)[0] != re.search(edge, translated)[0]:
            complain('not the same blanks at an end')
    if original.count('\n') != translated.count('\n'):
        complain('not the same number of lines')
    ends = [text.rstrip()[-1:] for text in (original, translated)]
    if (ends[0] in ENDS or ends[1] in ENDS) and ends[0] != ends[1] and not (
            ends[1] == '.' and len(translated) < LONGEST_ABBREVIATION):
        complain('not the same sign at the end')
    if language.startswith('fr') and re.search(r"[“”]|« | »|\w :(?:\s|$)|[a-zà-ÿ]'[a-zà-ÿ]", translated):
        complain('not French quotation marks, blanks and apostrophes')


def find_missing(name, template):
    """Notes the messages of TEMPLATE that the catalogue NAME lacks."""
    merged = run(source, ['msgmerge', '--quiet', '--no-fuzzy-matching', '--no-wrap',
                          '--no-location', name, '-'], template)
    for flags, original, translated in read_pairs(merged):
        if not translated or 'fuzzy' in flags:
            problems.append(f'{name}: not translated:\n    {original!r}')


def check(language, name, template):
    """The catalogue NAME, in LANGUAGE, of all messages of TEMPLATE."""
    run(source, ['msgfmt', '--check', '--check-accelerators=_', '-o', '/dev/null', name])
    pairs = read_pairs(run(source, ['msgcat', '--no-wrap', '--no-location', name]))
    for flags, original, translated in pairs:
        if 'fuzzy' not in flags and original and translated:
            compare(language, original, translated)
    find_missing(name, template)


catalogues = [  # the name for each language, the template, and what it has at the least
    ('po/{}.po', read_template(source), 1000),
    ('data/help/{0}/{0}.po', run(source, ['data/help/update-translations', '-']), 100)]
for name, template, fewest in catalogues:
    if len(read_pairs(template)) < fewest:
        problems.append(f'{name}: only {len(read_pairs(template))} messages were found')
languages = re.findall(r'^\w+$', (source / 'po/LINGUAS').read_text(encoding='utf-8'), re.M)
if not languages:
    sys.exit('po/LINGUAS names no language')
for language in languages:
    for name, template, _ in catalogues:
        check(language, name.format(language), template)
sys.exit('\n'.join(problems) or None)
