#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up what the tests of one or more meson runs printed and closes with the total.

A program of the check library prints "Checks: N, Failures: N, Errors: N", a script may print
"N passed, N failed"; any other test counts as one. A program that failed without counting a
failure of its own (it crashed, or ran out of time) counts as one failure more.
"""
import json
import re
import sys

CHECKS = re.compile(r"Checks: (\d+), Failures: (\d+), Errors: (\d+)")
PLAIN = re.compile(r"^(\d+) passed, (\d+) failed$", re.MULTILINE)


def count(test):
    output = test.get("stdout", "")
    passed = failed = 0
    for checks, failures, errors in CHECKS.findall(output):
        bad = int(failures) + int(errors)
        passed += int(checks) - bad
        failed += bad
    for good, bad in PLAIN.findall(output):
        passed += int(good)
        failed += int(bad)
    if test["result"] in ("OK", "EXPECTEDFAIL"):
        return max(passed, 1 if failed == 0 else passed), failed
    return passed, max(failed, 1)


def main(paths):
    passed = failed = 0
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                test = json.loads(line)
                good, bad = count(test)
                if bad:
                    print(f"failed: {test['name']} ({test['result']})")
                passed += good
                failed += bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
