#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence that lintelctl prints goes through gettext: in the pseudo-locale, where translated
text has no plain letter left, only ids, names and data may have some. Which words those are is
noted for each command in tests/data/language/kept.txt; LINTEL_REGENERATE=1 writes it anew.

  check-language.py SOURCE LINTELCTL BINDIR LOCALEDIR"""
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

source, lintelctl = map(pathlib.Path, sys.argv[1:3])
folder = tempfile.TemporaryDirectory()
stage = pathlib.Path(folder.name)
program = stage / sys.argv[3].lstrip('/') / 'lintelctl'
environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='en_XA', SOURCE_DATE_EPOCH='1800000000',
                   XDG_DATA_HOME=str(stage / 'home'))

program.parent.mkdir(parents=True)
shutil.copy(lintelctl, program)
subprocess.run([source / 'tests/support/make-pseudo-locale', source,
                stage / sys.argv[4].lstrip('/')], check=True)

kept = {}
ids = set()  # of rules and commands, which come and go


def run(label, *command):
    """Both outputs of lintelctl; plain words in them are noted under LABEL."""
    done = subprocess.run([program, *command], env=environment, cwd=stage, capture_output=True,
                          text=True, check=False)
    text = done.stdout + done.stderr
    words = re.findall(r'(?<![\w-])[A-Za-z][A-Za-z-]*[A-Za-z]', text)
    kept.setdefault(label, set()).update(set(words) - ids)
    return text


# One bad file for each rule; short names, which tell nothing.
bad = []
for n, path in enumerate(sorted((source / 'tests/data/rules').glob('*/bad.xml'))):
    shutil.copy(path, stage / f'{n}.xml')
    bad.append(f'{n}.xml')
for path in (source / 'data/examples').glob('*.xml'):
    shutil.copy(path, stage)
office, hardened = 'dental-office.xml', 'hardened-office.xml'

if '⟦' not in run('--help', '--help'):
    sys.exit('the pseudo-locale is not used')
commands = re.findall(r'^  (\w+) ', run('--help', '--help'), re.M)
rules = [line.split()[0] for line in run('rules', 'rules').splitlines()]
ids.update(commands, rules)
kept.clear()
run('--help', '--help')
for command in commands:
    run('COMMAND --help', command, '--help')
    run('wrong usage', command, 'absent.xml', '3', '4', '5')
    if command not in ('catalogue', 'rules', 'schema'):
        run('wrong usage', command)
run('wrong usage', 'no-such')
for form in ('text', 'brief', 'csv', 'html'):
    run(f'check --format {form}', 'check', '--format', form, *bad, office)
run('rules', 'rules')
for rule in rules:
    run('explain', 'explain', rule)
run('catalogue', 'catalogue')
run('reach', 'reach', office)
run('dial', 'dial', '--class', '2', office, '011442071234567', '12x')
run('diff', 'diff', '--behaviour', office, hardened)
for name in bad:
    run('fix --dry-run', 'fix', '--dry-run', name)
for wrong in ('47-02-01[5]=9', '21-05-01[99]=1', 'nowhere=1', 'code[101]=12', '47-02-01[5]'):
    run('set', 'set', office, wrong)
run('get', 'get', office, '47-02-01[5]', 'nowhere')
run('export', 'export', office, '--to', 'out')
run('export', 'export', hardened, '--to', 'out')
run('verify', 'verify', 'out')
(stage / 'out/47-02.csv').write_text('x', encoding='utf-8')
run('verify', 'verify', 'out')
run('import', 'import', 'out', '-o', 'in.xml')

text = ''.join(f'{label}:\n' + ''.join(f'  {word}\n' for word in sorted(words))
               for label, words in kept.items())
golden = source / 'tests/data/language/kept.txt'
if os.environ.get('LINTEL_REGENERATE'):
    golden.parent.mkdir(exist_ok=True)
    golden.write_text(text, encoding='utf-8')
wanted = golden.read_text(encoding='utf-8')
sys.stdout.writelines(difflib.unified_diff(wanted.splitlines(True), text.splitlines(True),
                                           'kept.txt', 'words that are not translated'))
sys.exit(wanted != text)
