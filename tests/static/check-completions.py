#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each shell offers every command, every option and every rule, and a choice of values where
there is one.  check-completions.py SOURCE LINTELCTL"""
import os
import re
import subprocess
import sys
import tempfile

source, lintelctl = map(os.path.abspath, sys.argv[1:3])
folder = os.path.join(source, 'data/completions')
home = tempfile.TemporaryDirectory()
environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='', HOME=home.name, TERM='dumb',
                   XDG_CONFIG_HOME=home.name, XDG_DATA_HOME=home.name,
                   PATH=os.path.dirname(lintelctl) + os.pathsep + os.environ['PATH'])


def run(*command):
    return subprocess.run(command, env=environment, cwd=home.name, capture_output=True, text=True,
                          check=True, stdin=subprocess.DEVNULL).stdout


BASH = '''source "$1/lintelctl.bash"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _lintelctl; printf '%s\\n' "${COMPREPLY[@]}"'''

# What compsys would show, without a terminal: the functions it calls are recorders here.
ZSH = '''completions=$1/_lintelctl; shift
words=("$@"); CURRENT=$#; PREFIX=$words[CURRENT]
_describe () { print -l -- ${${(P)4}%%:*} }
compadd () { print -l -- "$@" }
_files () { }
source $completions'''


def offered_by_bash(*words):
    return run('bash', '--norc', '-c', BASH, 'bash', folder, *words)


def offered_by_zsh(*words):
    return run('zsh', '-f', '-c', ZSH, 'zsh', folder, *words)


def offered_by_fish(*words):
    script = f'source {folder}/lintelctl.fish; complete -C "{" ".join(words)}"'
    return run('fish', '--no-config', '-c', script)


commands = re.findall(r'^  (\w+) ', run(lintelctl, '--help'), re.M)
rules = [line.split()[0] for line in run(lintelctl, 'rules').splitlines()]
cases = [
    (('lintelctl', ''), commands),
    (('lintelctl', 'explain', ''), rules),
    (('lintelctl', 'fix', '--rule', ''), rules),
    (('lintelctl', 'check', '--format', ''), ['text', 'sarif', 'html']),
    (('lintelctl', 'check', '--fail-on', ''), ['error', 'warning', 'note', 'never']),
    (('lintelctl', 'new', '--model', 'sl'), ['sl1100', 'sl2100']),
    (('lintelctl', 'schema', ''), ['project', 'catalogue']),
]
for command in commands:
    options = re.findall(r'^  (?:-\w, )?(--[\w-]+)', run(lintelctl, command, '--help'), re.M)
    cases.append((('lintelctl', command, '--'), options))

bad = 0
for shell in (offered_by_bash, offered_by_zsh, offered_by_fish):
    for words, wanted in cases:
        got = {line.split('\t')[0] for line in shell(*words).splitlines()}
        missing = set(wanted) - got
        if missing or not wanted:
            bad += 1
            print(f'{shell.__name__}: “{" ".join(words)}” lacks {", ".join(sorted(missing))}')
print(f'{3 * len(cases)} completions, {bad} of them wrong')
sys.exit(bool(bad))
