#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks the toll restriction verdict in every way that one small edit can, and expects the
property test to notice each time.

Usage: mutate-verdict.py SOURCE_ROOT BUILD_ROOT CORE_LIBRARY TEST_SUPPORT_LIBRARY

The broken file is compiled by itself and linked before the core library, whose own copy of it is
then not taken.
"""

import os
import re
import subprocess
import sys
import tempfile

VERDICT = 'app/core/dial/lintel-dial-verdict.c'
FUNCTIONS = ('allows', 'find_decider', 'weigh')
PACKAGES = ['glib-2.0', 'gobject-2.0', 'gio-2.0', 'gio-unix-2.0', 'libxml-2.0', 'json-glib-1.0',
            'check']
# What is replaced by what; the first group is all of it.
EDITS = [
    (r'(\breturn TRUE\b)', 'return FALSE'),
    (r'(\breturn FALSE\b)', 'return TRUE'),
    (r'(&&)', '||'),
    (r'(\|\|)', '&&'),
    (r'(!=)', '=='),
    (r'(!)(?!=)', ''),
    (r'\bif (\()', '(!'),
]


def find_mutants(text):
    """Yields each broken text with the line that differs."""
    for name in FUNCTIONS:
        body = re.search(r'\n%s \([^)]*\)\n\{.*?\n\}\n' % name, text, re.S)
        for pattern, replacement in EDITS:
            for match in re.finditer(pattern, body.group()):
                start, end = (body.start() + at for at in match.span(1))
                broken = text[:start] + replacement + text[end:]
                if pattern.startswith(r'\bif'):
                    broken = negate_condition(text, start)
                yield broken, text.count('\n', 0, start) + 1


def negate_condition(text, start):
    depth = 0
    for end in range(start, len(text)):
        depth += {'(': 1, ')': -1}.get(text[end], 0)
        if depth == 0:
            return text[:start] + '(!' + text[start:end + 1] + ')' + text[end + 1:]
    raise ValueError('a condition without end')


def main():
    source, build, core, support = (os.path.abspath(path) for path in sys.argv[1:])
    compiler = os.environ.get('CC', 'cc').split()
    flags = subprocess.check_output(['pkg-config', '--cflags', *PACKAGES], text=True).split()
    libraries = subprocess.check_output(['pkg-config', '--libs', *PACKAGES], text=True).split()
    flags += ['-std=gnu17', '-D_GNU_SOURCE', '-DG_LOG_DOMAIN="lintel"', '-I' + source,
              '-I' + source + '/include', '-I' + build]
    with open(os.path.join(source, VERDICT), encoding='utf-8') as file:
        text = file.read()
    environment = dict(os.environ, CK_RUN_CASE='evaluate', CK_FORK='no', LINTEL_SEED='1')
    survivors = 0
    mutants = [(text, 0), *find_mutants(text)]
    with tempfile.TemporaryDirectory() as folder:
        test = []
        for name in ('prop-dial', 'slow-dial'):
            test.append(os.path.join(folder, name + '.o'))
            subprocess.check_call([*compiler, *flags, '-O1', '-c', '-o', test[-1],
                                   source + '/tests/property/' + name + '.c'])
        broken_file = os.path.join(folder, 'verdict.c')
        program = os.path.join(folder, 'prop-dial')
        for broken, line in mutants:
            with open(broken_file, 'w', encoding='utf-8') as file:
                file.write(broken)
            subprocess.check_call([*compiler, *flags, '-w', '-o', program, *test, broken_file, support,
                                   core, support, *libraries])
            passed = subprocess.run([program], env=environment, stdout=subprocess.DEVNULL,
                                    stderr=subprocess.DEVNULL, check=False).returncode == 0
            if passed != (line == 0):
                survivors += 1
                print('%s:%d: %s' % (VERDICT, line, 'no test fails' if line else 'a test fails'))
                print('    ' + broken.split('\n')[max(line - 1, 0)].strip())
    print('%d ways to break the verdict, %d of them not noticed' % (len(mutants) - 1, survivors))
    return 1 if survivors or len(mutants) < 40 else 0


if __name__ == '__main__':
    sys.exit(main())
