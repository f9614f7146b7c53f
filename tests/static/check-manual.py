#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The man pages have no warnings, and lintelctl.1 says what `lintelctl --help` says: the same
commands with the same arguments and the same options.  check-manual.py SOURCE LINTELCTL"""
import os
import re
import subprocess
import sys

source, lintelctl = sys.argv[1:3]
problems = []
ENVIRONMENT = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='', MANWIDTH='80')
OPTION = re.compile(r'(?:-(\w), )?--([\w-]+)(?:=(\S+))?')


def run(*command):
    return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)


def help_of(*command):
    """The arguments after the name, and the options as (short, long, argument)."""
    text = run(lintelctl, *command, '--help').stdout
    usage = re.search(r'^Usage:\s*(.*)$', text, re.M).group(1).replace('…', '...')
    found = re.findall(r'^  ' + OPTION.pattern + r'(?: |$)', text, re.M)
    return usage, {option for option in found if option[1] != 'help'}


def sections_of_manual():
    """Each .Ss of lintelctl.1 with the options it lists."""
    sections = {}
    with open(os.path.join(source, 'data/man/lintelctl.1'), encoding='utf-8') as page:
        for line in page:
            if line.startswith('.Ss '):
                options = sections.setdefault(line[4:].strip(), set())
            elif line.startswith('.Sh '):
                options = set()
            elif line.startswith('.It Fl '):
                text = line[4:].strip().replace('Fl ', '-').replace(' , ', ', ')
                options.add(OPTION.fullmatch(text.replace(' Ns = Ns Ar ', '=')).groups(''))
    return sections


def compare(what, wanted, got):
    for missing in sorted(wanted - got):
        problems.append(f'lintelctl.1 lacks {what} {missing}')
    for extra in sorted(got - wanted):
        problems.append(f'lintelctl.1 has {what} {extra}, which --help has not')


for name in ('lintel.1', 'lintelctl.1'):
    path = os.path.join(source, 'data/man', name)
    problems += run('man', '--warnings=w', '-l', path).stderr.splitlines()
    problems += run('groff', '-mandoc', '-Kutf8', '-Tutf8', '-ww', '-z', path).stderr.splitlines()

manual = sections_of_manual()
commands = re.findall(r'^  (\w+) ', run(lintelctl, '--help').stdout, re.M)
helps = dict(help_of(command) for command in commands)
compare('the section', set(helps), set(manual))
for usage in set(helps) & set(manual):
    compare(f'in “{usage}” the option', helps[usage], manual[usage])

print('\n'.join(problems) or f'{len(commands)} commands are in the manual as they are')
sys.exit(bool(problems))
