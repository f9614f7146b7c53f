#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures every budget and how the time of a check grows: figures.py BUILD [--write].

Prints one table. With --write it also puts the table into README.md, between its marks, and draws
tests/bench/growth.svg. Exits 1 when a budget is not kept.
"""
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

BUILD = os.path.abspath(sys.argv[1])
SOURCE = os.path.abspath(os.path.join(os.path.dirname(__file__), '..', '..'))
BENCH = os.path.join(BUILD, 'tests', 'bench')
LINTELCTL = os.path.join(BUILD, 'app', 'cli', 'lintelctl')
LARGEST = os.path.join(BENCH, 'largest-system.xml')
SMALL = os.path.join(SOURCE, 'data', 'examples', 'dental-office.xml')
SCHEMA = os.path.join(SOURCE, 'data', 'schema', 'project.rng')
XVFB = os.path.join(SOURCE, 'tests', 'support', 'run-under-xvfb')
MARKS = '<!-- figures: tests/bench/run --write -->\n', '<!-- end of figures -->\n'

rows = []
failed = False


def row(what, budget, value, beside, spread, kept):
    global failed
    failed = failed or not kept
    rows.append((what, budget, value if kept else value + ' (over)', beside, spread))


def run(*arguments, ui=False):
    environment = dict(os.environ, GSETTINGS_SCHEMA_DIR=os.path.join(BUILD, 'data'))
    done = subprocess.run(([XVFB] if ui else []) + list(arguments), capture_output=True, text=True,
                          env=environment, check=False)
    if done.returncode > 1:
        sys.exit(f'{arguments[0]} does not run:\n{done.stderr}')
    return done.stdout


def find(output, pattern):
    """The numbers of each line that starts as PATTERN says."""
    found = []
    for line in output.splitlines():
        if re.match(pattern, line):
            found.append([float(n) for n in re.findall(r'(?<![\w.\[,])\d+\.\d+', line)])
    return found


def core():
    output = run(os.path.join(BENCH, 'bench-core'))
    median, best, worst = find(output, 'full lint')[0][:3]
    row('Full lint of the largest system, proofs included', '5 ms', f'{median:.1f} ms', '–',
        f'{best:.1f}–{worst:.1f} ms', median <= 5)
    edits = find(output, 'lint after an edit')
    slowest = max(edits)
    row('Lint after one edit, the slowest kind of edit', '1 ms', f'{slowest[0]:.2f} ms', '–',
        f'{min(e[1] for e in edits):.2f}–{max(e[2] for e in edits):.2f} ms', slowest[0] <= 1)


def edit():
    output = run(os.path.join(BENCH, 'bench-edit'), LARGEST, ui=True)
    for pattern, where in (('edit .* program', 'in a program’s tab'),
                           ('edit .* Overview', 'on the Overview')):
        median, best, worst = find(output, pattern)[0][:3]
        row(f'Edit to updated lint pane, 99 of 100, {where}', '16 ms', f'{worst:.1f} ms', '–',
            f'{best:.1f}–{worst:.1f} ms, median {median:.1f}', worst <= 16)


def process():
    output = run(os.path.join(BENCH, 'bench-process'), '1.0', LINTELCTL, 'check', LARGEST, '--',
                 'xmllint', '--noout', '--relaxng', SCHEMA, LARGEST)
    (ours,), (other,) = find(output, 'process lintelctl'), find(output, 'process xmllint')
    ratio = find(output, 'ratio')[0][0]
    row('`lintelctl check` of that file', '1 × `xmllint --relaxng`', f'{ratio:.2f} ×',
        f'{ours[0]:.1f} ms beside {other[0]:.1f} ms', f'{ours[1]:.1f}–{ours[2]:.1f} ms', ratio <= 1)


def spent(arguments, given=None):
    """Milliseconds of processor time of a program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(arguments, stdin=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def dial():
    n = 2_000_000
    with tempfile.TemporaryFile('w+') as numbers:
        for k in range(n):
            numbers.write(f'{("011", "1", "1900", "")[k % 4]}{k * 7919 % 10_000_000_000}\n')
        numbers.flush()
        rates = []
        for _ in range(5):
            numbers.seek(0)
            rates.append(n / spent([LINTELCTL, 'dial', LARGEST, '--class', '15', '-'], numbers) / 1e3)
    rate = statistics.median(rates)
    row('`lintelctl dial` from standard input, one core', '2 million/s', f'{rate:.1f} million/s', '–',
        f'{min(rates):.1f}–{max(rates):.1f}', rate >= 2)


def window():
    # A copy, because a window puts a lock beside its file.
    with tempfile.TemporaryDirectory() as folder:
        compare_windows(shutil.copy(SMALL, folder))


def compare_windows(small):
    for path, what, limit in ((LARGEST, 'the largest system', 1.5), (small, 'an office of usual size', 0)):
        output = run(os.path.join(BENCH, 'bench-window'), '1.5', os.path.join(BENCH, 'window-lintel'),
                     path, os.path.join(BENCH, 'window-empty'), ui=True)
        for pattern, title, unit, kind in (
                ('start to first frame', 'Window of %s: start to first frame', 'ms', 'budget'),
                ('start to the project', 'Window of %s: start to its page shown', 'ms', 'fact'),
                ('peak memory', 'Window of %s: peak memory', 'MB', 'budget')):
            ours, other, ratio, low, high = find(output, pattern)[0][:5]
            with_budget = limit > 0 and kind == 'budget'
            row(title % what, f'{limit} × an empty window' if with_budget else '–', f'{ratio:.2f} ×',
                f'{ours:.0f} {unit} beside {other:.0f} {unit}', f'half within {low:.2f}–{high:.2f} ×',
                not with_budget or ratio <= limit)


def fill(fraction):
    """The largest system with that part of its tables of 21-06 only."""
    sizes = {'01': 10, '02': 20, '04': 10, '05': 10, '06': 200, '07': 60, '08': 4, '09': 20, '10': 20}

    def stays(line):
        found = re.search(r'<set item="(\d+)"(?: table="\d+")? entry="(\d+)"', line)
        return not found or int(found[2]) <= fraction * sizes.get(found[1], 10 ** 6)

    with open(LARGEST, encoding='utf-8') as file:
        return ''.join(line for line in file if stays(line))


def grow(folder):
    by_number, by_size = [], []
    for n in (1, 10, 100, 1000):
        for k in range(n):
            link = os.path.join(folder, f'{k}.xml')
            if not os.path.exists(link):
                os.symlink(LARGEST, link)
        paths = [os.path.join(folder, f'{k}.xml') for k in range(n)]
        times = [spent([LINTELCTL, 'check', *paths]) for _ in range(9 if n < 100 else 3 if n < 1000 else 1)]
        by_number.append((n, statistics.median(times)))
    for part in range(0, 11):
        path = os.path.join(folder, 'part.xml')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(fill(part / 10))
        times = [spent([LINTELCTL, 'check', path]) for _ in range(7)]
        by_size.append((10 * part, statistics.median(times)))
    return by_number, by_size


def panel(left, title, unit, points, x_of, y_of, labels, ticks):
    """One diagram, 300 by 220, as SVG."""
    parts = [f'<g transform="translate({left},40)">', f'<text x="0" y="-14" font-weight="bold">{title}</text>']
    for tick in ticks:
        y = 220 - 220 * y_of(tick)
        parts.append(f'<path class="line" d="M0 {y:.1f}H300"/><text x="-8" y="{y + 4:.1f}" '
                     f'text-anchor="end">{tick:g}</text>')
    for x, label in labels:
        parts.append(f'<text x="{300 * x_of(x):.1f}" y="240" text-anchor="middle">{label}</text>')
    line = ' '.join(f'{300 * x_of(x):.1f},{220 - 220 * y_of(y):.1f}' for x, y in points)
    parts.append(f'<polyline points="{line}"/>')
    parts += [f'<circle cx="{300 * x_of(x):.1f}" cy="{220 - 220 * y_of(y):.1f}" r="4"/>' for x, y in points]
    parts.append(f'<text x="150" y="262" text-anchor="middle">{unit}</text></g>')
    return '\n'.join(parts)


def draw(by_number, by_size):
    from math import ceil, log10
    low, high = 1.0, 10.0 ** ceil(log10(by_number[-1][1]))
    top = 5 * ceil(1.1 * max(y for _, y in by_size) / 5)
    ticks = [10.0 ** k for k in range(0, round(log10(high)) + 1)]
    with open(os.path.join(SOURCE, 'tests', 'bench', 'growth.svg'), 'w', encoding='utf-8') as file:
        file.write('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 320" font-family="sans-serif" '
                   'font-size="12">\n<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n'
                   '<style>.line{stroke:#ccc} polyline{fill:none;stroke:#1a5fb4;stroke-width:2} '
                   'circle{fill:#1a5fb4}</style>\n<rect width="800" height="320" fill="#fff"/>\n')
        file.write(panel(70, 'Processor time of a check, ms', 'largest systems in one run', by_number,
                         lambda x: log10(x) / 3, lambda y: (log10(y) - log10(low)) / log10(high / low),
                         [(n, f'{n:,}') for n, _ in by_number], ticks))
        file.write(panel(460, 'Processor time of a check, ms', 'filled part of all tables of 21-06, %', by_size,
                         lambda x: x / 100, lambda y: y / top, [(x, x) for x in range(0, 101, 20)],
                         [k * top / 5 for k in range(6)]))
        file.write('</svg>\n')


def growth():
    with tempfile.TemporaryDirectory() as folder:
        by_number, by_size = grow(folder)
    each = [time / n for n, time in by_number]
    row('`lintelctl check`, processor time a file, in runs of 1, 10, 100 and 1,000', '–',
        ', '.join(f'{t:.1f}' for t in each) + ' ms', '–', '–', True)
    row('`lintelctl check` with empty, half full and full tables', '–',
        f'{by_size[0][1]:.1f}, {by_size[5][1]:.1f}, {by_size[10][1]:.1f} ms', '–', '–', True)
    return by_number, by_size


def read_version(*command):
    return run(*command).split('\n')[0].split()[-1]


def describe_machine():
    with open('/proc/cpuinfo', encoding='utf-8') as file:
        model = re.search(r'model name\s*: (.*)', file.read())
    with open('/etc/os-release', encoding='utf-8') as file:
        system = re.search(r'PRETTY_NAME="(.*)"', file.read())[1]
    libraries = ', '.join(f'{name} {run("pkg-config", "--modversion", module).strip()}' for name, module in (
        ('GTK', 'gtk4'), ('libadwaita', 'libadwaita-1'), ('GLib', 'glib-2.0'), ('libxml2', 'libxml-2.0')))
    return (f'Measured on {time.strftime("%Y-%m-%d")}: {model[1].strip() if model else platform.machine()}, '
            f'{os.cpu_count()} cores, {system}, {libraries}, under Xvfb, while the load was '
            f'{os.getloadavg()[0]:.1f}. Times of one program alone are processor time, times beside '
            'another are by the clock, started in turn, median of the ratios.')


def table():
    lines = ['| what | budget | measured | beside it | spread |', '|---|---|---|---|---|']
    return '\n'.join(lines + ['| ' + ' | '.join(cells) + ' |' for cells in rows]) + '\n'


def write_readme(text):
    path = os.path.join(SOURCE, 'README.md')
    with open(path, encoding='utf-8') as file:
        before, rest = file.read().split(MARKS[0])
    with open(path, 'w', encoding='utf-8') as file:
        file.write(before + MARKS[0] + text + MARKS[1] + rest.split(MARKS[1])[1])


def main():
    for measure in (process, window, core, dial, edit):
        measure()
    points = growth()
    text = table() + '\n' + describe_machine() + '\n'
    print(text)
    if '--write' in sys.argv:
        draw(*points)
        write_readme(text)
    sys.exit(1 if failed else 0)


main()
