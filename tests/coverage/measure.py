#!/usr/bin/env python3
"""Branch coverage of ext/core and ext/vtab by the tests, with llvm-cov.

usage:  measure.py [--tests REGEX] [--without-pages] [--files] [--missed PREFIX] [--again] [--data FILE]

Builds the preset coverage, runs the tests (unit, SQL, property, fault, archives, invented articles, snapshots, documentation, the
fuzzers' corpus), and prints the share of branches that were taken both ways, by room.  --without-pages: without ../shared.
--files: by file, those that miss most first.  --missed ext/core/time: the missed branches with their lines.
--again: prints from the last run, or from the merged profile FILE.
"""
import argparse
import collections
import glob
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BUILD = os.path.join(ROOT, "build", "coverage")
DATA = os.path.join(BUILD, "tests.profdata")
TESTS = "^(unit|sql|property|fault|archive|articles|snapshot|docs|fuzz): ?"
TIMED = "100 ms of work"  # an instrumented build without optimisation is several times slower


def run_tests(options):
    environment = dict(os.environ)
    environment["LLVM_PROFILE_FILE"] = os.devnull  # the build asks each program for its tests
    for command in (["cmake", "--preset", "coverage"], ["cmake", "--build", "--preset", "coverage"]):
        subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    for old in glob.glob(os.path.join(BUILD, "profiles", "*.profraw")):
        os.remove(old)
    pages = os.path.join(BUILD, "evaluation_pages.bin")
    command = ["ctest", "--test-dir", BUILD, "-j", str(os.cpu_count()), "--timeout", "3000", "-R", options.tests, "-E", TIMED]
    if options.without_pages:
        command += ["-FA", ".*"]
        if os.path.exists(pages):
            os.remove(pages)
    environment["LLVM_PROFILE_FILE"] = os.path.join(BUILD, "profiles", "%4m.profraw")
    subprocess.run(command, env=environment, check=False)
    raw = glob.glob(os.path.join(BUILD, "profiles", "*.profraw"))
    subprocess.run(["llvm-profdata", "merge", "-sparse", "-o", options.data, *raw], check=True)


def export(data, *options):
    objects = [os.path.join(BUILD, "article.so"), os.path.join(BUILD, "tests", "unit_tests"),
               os.path.join(BUILD, "tests", "property", "property_tests")]
    command = ["llvm-cov", "export", "-instr-profile", data, *options, objects[0]]
    for further in objects[1:]:
        command += ["-object", further]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout)


def relative(path):
    return os.path.relpath(os.path.join(ROOT, path), ROOT)


def room(path):
    parts = path.split(os.sep)
    return os.sep.join(parts[:3] if len(parts) > 3 else parts[:2])


def summary(data):
    """{path: (branches, taken)} of ext/"""
    files = {}
    for file in export(data, "-summary-only")["data"][0]["files"]:
        path = relative(file["filename"])
        if path.startswith("ext" + os.sep):
            branches = file["summary"]["branches"]
            files[path] = (branches["count"], branches["covered"])
    return files


def print_share(name, counts):
    count, covered = (sum(column) for column in zip(*counts))
    if count:
        print(f"{name:44} {covered:6} of {count:6}  {covered / count:.3f}  missed {count - covered}")


def print_missed(data, prefix):
    """Each missed way of a branch: FILE:LINE:COLUMN, which way, the source."""
    ways = collections.defaultdict(lambda: [0, 0])
    for function in export(data)["data"][0]["functions"]:
        for start, column, end_line, end, true, false, file_id, _expanded, _kind in function["branches"]:
            key = (function["filenames"][file_id], start, column, end_line, end)
            ways[key][0] += true
            ways[key][1] += false
    sources = {}
    for (filename, line, column, end_line, end), (true, false) in sorted(ways.items()):
        path = relative(filename)
        if not path.startswith(prefix) or (true and false):
            continue
        source = sources.setdefault(path, open(os.path.join(ROOT, path), encoding="utf-8").read().splitlines())
        text = source[line - 1][column - 1:end - 1 if end_line == line else None]
        missing = "never reached" if not true and not false else "never true" if not true else "never false"
        print(f"{path}:{line}:{column} {missing}: {text}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tests", default=TESTS)
    parser.add_argument("--without-pages", action="store_true")
    parser.add_argument("--files", action="store_true")
    parser.add_argument("--missed", metavar="PREFIX")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--data", default=DATA)
    options = parser.parse_args()
    if not options.again:
        run_tests(options)
    files = summary(options.data)
    if options.missed:
        print_missed(options.data, options.missed)
        return 0
    if options.files:
        for path, counts in sorted(files.items(), key=lambda item: item[1][1] - item[1][0]):
            print_share(path, [counts])
    rooms = collections.defaultdict(list)
    for path, counts in files.items():
        rooms[room(path)].append(counts)
    for name in sorted(rooms):
        print_share(name, rooms[name])
    for whole in ("ext/core", "ext/vtab"):
        print_share(whole, [counts for path, counts in files.items() if path.startswith(whole + os.sep)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
