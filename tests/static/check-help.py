#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guide: it is valid Mallard, its generated pages are as lintelctl tells them, links lead
somewhere, and every command and option that it shows is there.  check-help.py SOURCE LINTELCTL
LINTEL_REGENERATE=1 writes the generated pages anew."""
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

source, lintelctl = sys.argv[1:3]
guide = pathlib.Path(source, 'data/help/C')
MALLARD = '{http://projectmallard.org/1.0/}'
problems = []


def compare_generated(folder):
    for made in sorted(pathlib.Path(folder).iterdir()):
        there = guide / made.name
        old = there.read_text(encoding='utf-8') if there.exists() else ''
        problems.extend(difflib.unified_diff(old.splitlines(), made.read_text('utf-8').splitlines(),
                                             f'data/help/C/{made.name}', 'as lintelctl tells it',
                                             lineterm=''))


def read_pages():
    """Every page, and the names that links may have."""
    pages = {path.name: ElementTree.parse(path).getroot() for path in sorted(guide.glob('*.page'))}
    names = set()
    for name, page in pages.items():
        if f'{page.get("id")}.page' != name:
            problems.append(f'{name} has another id: {page.get("id")}')
        names.add(page.get('id'))
        for section in page.iter(MALLARD + 'section'):
            names.add(f'{page.get("id")}#{section.get("id")}')
    return pages, names


def check_commands(name, text):
    for command, options in re.findall(r'lintelctl\s+([a-z]+)([^\n]*)', text):
        done = subprocess.run([lintelctl, command, '--help'], capture_output=True, text=True,
                              env=dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE=''), check=False)
        if done.returncode != 0:
            problems.append(f'{name}: there is no lintelctl {command}')
        for option in re.findall(r'--[a-z-]+', options):
            if not re.search(rf'{option}\b', done.stdout):
                problems.append(f'{name}: lintelctl {command} has no {option}')


with tempfile.TemporaryDirectory() as folder:
    written = guide if os.environ.get('LINTEL_REGENERATE') else folder
    subprocess.run([os.path.join(source, 'data/help/write-reference'), lintelctl, written],
                   check=True)
    if written is not guide:
        compare_generated(folder)
valid = subprocess.run(['yelp-check', 'validate', *sorted(guide.glob('*.page'))], text=True,
                       stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
problems += valid.stdout.splitlines()
pages, names = read_pages()
for name, page in pages.items():
    for link in page.iter(MALLARD + 'link'):
        if link.get('xref') not in names:
            problems.append(f'{name}: no page or section is called {link.get("xref")}')
    for text in [*page.iter(MALLARD + 'cmd'), *page.iter(MALLARD + 'screen')]:
        words = ' '.join(text.text.split()) if text.tag == MALLARD + 'cmd' else text.text
        check_commands(name, words)

print('\n'.join(problems) or f'{len(pages)} pages, {len(names)} places that links may lead to')
sys.exit(bool(problems))
