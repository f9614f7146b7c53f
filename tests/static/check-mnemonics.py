#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""In a menu, each line has a letter of its own, in every language: a letter that two lines share
needs Enter after it, and nobody knows that beforehand.

  check-mnemonics.py SOURCE"""
import pathlib
import re
import sys
from collections import defaultdict
from xml.etree import ElementTree

source = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(source / 'tests/support'))
sys.dont_write_bytecode = True  # the sources stay as they are
from messages import read_messages, run  # noqa: E402

problems = []


def list_levels(menu, name):
    """Each level of the XML element MENU: its name, and the (context, label) of its lines."""
    lines = []
    for part in [menu, *menu.findall('section')]:
        for line in part:
            label = line.find('attribute[@name="label"]')
            if line.tag in ('item', 'submenu') and label is not None:
                lines.append((label.get('context'), label.text))
            if line.tag == 'submenu':
                yield from list_levels(line, f'{name}: {label.text}')
    yield name, lines


def list_tools(path):
    """The lines that a page of tables adds, and the submenu they are in or None."""
    text = path.read_text(encoding='utf-8')
    table = re.search(r'LintelPageTool tools\[\] = \{(.*?)^\};', text, re.M | re.S)
    added = re.search(r'lintel_page_tools_add \((.*?)\);', text, re.S)
    if table is None or added is None:
        return [], None
    submenu = re.search(r'C_ \("(.*?)", "(.*?)"\)', added[1])
    return re.findall(r'\{ "[\w-]+", NC_ \("(.*?)", "(.*?)"\)', table[1]), submenu


def list_menus():
    menus = {}
    for path in sorted(source.glob('app/ui/**/*.ui')):
        for menu in ElementTree.parse(path).iter('menu'):
            menus.update(list_levels(menu, menu.get('id')))
    cells = menus['cell_menu']
    for path in sorted(source.glob('app/ui/pages/*.c')):
        tools, submenu = list_tools(path)
        if not tools:
            continue
        menus[f'cell_menu with {path.stem}'] = cells + ([submenu.groups()] if submenu else tools)
        if submenu:
            menus[submenu[2]] = tools
    return menus


def check(language, menus, translations):
    for name, lines in menus.items():
        owners = defaultdict(list)
        for line in lines:
            label = translations.get(line) if translations else line[1]
            letter = re.search(r'_(\w)', label or '')
            if letter is None:
                problems.append(f'{language}: {name}: {line[1]!r} has no letter: {label!r}')
            else:
                owners[letter[1].lower()].append(label)
        problems.extend(f'{language}: {name}: {letter} is shared by {", ".join(labels)}'
                        for letter, labels in owners.items() if len(labels) > 1)


found = list_menus()
if len(found) < 6 or min(map(len, found.values())) < 3:
    problems.append(f'only these menus were found: {found}')
check('English', found, None)
for code in re.findall(r'^\w+$', (source / 'po/LINGUAS').read_text(encoding='utf-8'), re.M):
    po = run(source, ['msgcat', '--no-wrap', '--no-location', f'po/{code}.po'])
    check(code, found, {(message.get('msgctxt'), message['msgid']): message.get('msgstr')
                        for message in read_messages(po)})
sys.exit('\n'.join(problems) or None)
