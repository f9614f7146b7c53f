#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guide: it is valid Mallard, its generated pages are as lintelctl tells them, links lead
somewhere, every command and option that it shows is there, and so is every button and tab.  Each
language has the same pages with the same links and commands, and names what to press as the program
does in that language.  check-help.py SOURCE LINTELCTL FOLDER…
Each FOLDER is what the build made of a language. LINTEL_REGENERATE=1 writes the generated pages
anew."""
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

source, lintelctl, *built = sys.argv[1:]
sys.path.insert(0, os.path.join(source, 'tests/support'))
sys.dont_write_bytecode = True  # the sources stay as they are
from messages import read_pairs, run  # noqa: E402

guide = pathlib.Path(source, 'data/help/C')
MALLARD = '{http://projectmallard.org/1.0/}'
LANG = '{http://www.w3.org/XML/1998/namespace}lang'
# What must be the same in every language, and how long a text cannot be the same by chance.
KEPT = ['cmd', 'code', 'file', 'input']
LONG = 40
problems = []


def compare_generated(folder):
    for made in sorted(pathlib.Path(folder).iterdir()):
        there = guide / made.name
        old = there.read_text(encoding='utf-8') if there.exists() else ''
        problems.extend(difflib.unified_diff(old.splitlines(), made.read_text('utf-8').splitlines(),
                                             f'data/help/C/{made.name}', 'as lintelctl tells it',
                                             lineterm=''))


def read_pages(folder):
    """Every page, and the names that links may have."""
    pages = {path.name: ElementTree.parse(path).getroot() for path in sorted(folder.glob('*.page'))}
    names = set()
    for name, page in pages.items():
        if f'{page.get("id")}.page' != name:
            problems.append(f'{name} has another id: {page.get("id")}')
        names.add(page.get('id'))
        for section in page.iter(MALLARD + 'section'):
            names.add(f'{page.get("id")}#{section.get("id")}')
    return pages, names


def validate(folder):
    done = subprocess.run(['yelp-check', 'validate', *sorted(folder.glob('*.page'))], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    problems.extend(done.stdout.splitlines())


def simplify(label):
    """LABEL without what is not said of it: mnemonic, ellipsis, and an explanation after a colon."""
    return ' '.join(re.sub(r'_(?=\w)', '', label).split(':')[0].rstrip('…').split())


def read_labels(language):
    """What each text of the program may be in LANGUAGE."""
    labels = {}
    po = run(source, ['msgcat', '--no-wrap', '--no-location', f'po/{language}.po'])
    for _, original, translated in read_pairs(po):
        labels.setdefault(simplify(original), set()).add(simplify(translated))
    return labels


def check_labels(where, original, translated, labels):
    """What is to be pressed in the page ORIGINAL is named as LABELS say in TRANSLATED."""
    wanted, found = ({simplify(gui.text) for gui in page.iter(MALLARD + 'gui')}
                     for page in (original, translated))
    known = set()
    for label in wanted:
        number = re.fullmatch(r'\d\d-\d\d', label)
        names = {label} if number else labels.get(label, set())
        known |= names
        if not names:
            problems.append(f'data/help/C: the program has no “{label}”')
        elif not names & found:
            problems.append(f'{where}: “{label}” is not there as {sorted(names)}')
    problems.extend(f'{where}: the program has no “{label}”' for label in found - known)


def read_text(element):
    return ' '.join(''.join(element.itertext()).split())


def list_kept(page):
    """What must be the same in every language."""
    kept = [f'screen {found.text}' for found in page.iter(MALLARD + 'screen')]
    kept += [f'{tag} {read_text(found)}' for tag in KEPT for found in page.iter(MALLARD + tag)]
    kept += [f'link {found.get("xref")}' for found in page.iter(MALLARD + 'link')]
    return sorted(kept)


def list_texts(page):
    """What cannot be the same by chance."""
    texts = {read_text(found) for tag in ['title', 'desc', 'p'] for found in page.iter(MALLARD + tag)}
    return {text for text in texts if len(text) > LONG}


def check_language(folder, pages, names):
    """The guide in the language of FOLDER beside PAGES, in which NAMES may be linked to."""
    language = folder.name
    translated, its_names = read_pages(folder / 'lintel')
    if (translated.keys(), its_names) != (pages.keys(), names):
        problems.append(f'{language}: not the same pages and sections')
        return
    validate(folder / 'lintel')
    labels = read_labels(language)
    for name, page in pages.items():
        where = f'{language}/{name}'
        if translated[name].get(LANG) != language.replace('_', '-'):
            problems.append(f'{where} says that it is in {translated[name].get(LANG)}')
        problems.extend(difflib.unified_diff(list_kept(page), list_kept(translated[name]),
                                             f'C/{name}', where, lineterm='', n=0))
        problems.extend(f'{where}: not translated: {text}'
                        for text in sorted(list_texts(page) & list_texts(translated[name])))
        check_labels(where, page, translated[name], labels)


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
validate(guide)
pages, names = read_pages(guide)
for name, page in pages.items():
    for link in page.iter(MALLARD + 'link'):
        if link.get('xref') not in names:
            problems.append(f'{name}: no page or section is called {link.get("xref")}')
    for text in [*page.iter(MALLARD + 'cmd'), *page.iter(MALLARD + 'screen')]:
        words = ' '.join(text.text.split()) if text.tag == MALLARD + 'cmd' else text.text
        check_commands(name, words)

languages = re.findall(r'^\w+$', pathlib.Path(source, 'po/LINGUAS').read_text('utf-8'), re.M)
if sorted(languages) != sorted(os.path.basename(folder) for folder in built):
    problems.append(f'the guide is there in {built}, but the languages are {languages}')
for folder in built:
    check_language(pathlib.Path(folder), pages, names)

print('\n'.join(problems) or f'{len(pages)} pages in C and {len(languages)} languages, {len(names)} '
      'places that links may lead to')
sys.exit(bool(problems))
