#!/usr/bin/env python3
"""Sampled mutants of ext/core and ext/vtab: is a small change of a line seen by the tests?

usage:  mutate.py [--mutants N] [--seed N] [--from K] [--until K] [--log FILE] [--list] [--summary] [--only ID...] [--stages N]

Lines are drawn evenly from the code of both rooms (comments, tables and declarations left out); on each one change is
made: a comparison, a boundary, && for ||, a condition negated, a number, + for -, a return left out.  The copy of the
sources in build/mutation is built again and tested in stages, each built when the one before lets the mutant pass: the unit
tests, the snapshots, which read every function, all others; of a header the snapshots first, as unit tests take long to
compile.  With ccache a source that is put back costs nothing.  The same seed gives the same mutants for the same sources.

--stages 2: only the quick ones, a first look at what survives.

killed: a test failed, crashed or took ten times as long; survived: none did; invalid: the compiler refused it;
equivalent: equivalent.tsv says why it cannot be seen.  Score = killed / (killed + survived).
"""
import argparse
import collections
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
WORK = os.path.join(ROOT, "build", "mutation")
BUILD = os.path.join(WORK, "build")
EQUIVALENT = os.path.join(HERE, "equivalent.tsv")

# (name, pattern, replacement): the pattern's match is replaced on one line.
CHANGES = (
    ("comparison", r" < ", " <= "), ("comparison", r" > ", " >= "), ("comparison", r" <= ", " < "), ("comparison", r" >= ", " > "),
    ("equality", r" == ", " != "), ("equality", r" != ", " == "),
    ("logic", r" && ", " || "), ("logic", r" \|\| ", " && "),
    ("negation", r"(?<=if \()(?!const |auto |size_t |int )(.+)(?=\) \{$)", r"!(\1)"),
    ("arithmetic", r" \+ 1\b", " + 2"), ("arithmetic", r" - 1\b", " - 0"), ("arithmetic", r" \+ ", " - "), ("arithmetic", r" - ", " + "),
    ("step", r"\+\+(?=\w)", "--"), ("constant", r"(?<![\w.\"'])(\d{1,6})(?![\w.\"'])", None),
    ("truth", r"\btrue\b", "false"), ("truth", r"\bfalse\b", "true"),
    ("return", r"^(\s*)return (?!nullptr;)[^{]+;$", None), ("call", r"^(\s+)[a-z_]\w*(?:[.]|->)\w+\([^{}]*\);$", r"\1;"),
)

Mutant = collections.namedtuple("Mutant", "number path line change old new")


def code_lines(path):
    """(number, text) of the lines that hold code."""
    inside_table = False
    for number, text in enumerate(open(os.path.join(ROOT, path), encoding="utf-8").read().splitlines(), 1):
        bare = text.strip()
        if re.match(r".*(constexpr|static const|kCodes|kNames).*\{$", text) and "(" not in text.split("{")[0]:
            inside_table = True
        if inside_table:
            inside_table = not bare.endswith("};")
            continue
        if not bare or bare.startswith(("//", "#", "namespace", "using ", "struct ", "class ", "enum ", "template", "static_assert", "}", "case ")):
            continue
        yield number, text


def replaced(text, change, generator):
    name, pattern, replacement = change
    matches = [match for match in re.finditer(pattern, text.split("  //")[0]) if "//" not in text[:match.start()]]
    if not matches:
        return None
    match = generator.choice(matches)
    if name == "constant":
        value = int(match.group(1))
        new = str(value + 1 if value < 2 or generator.random() < 0.5 else value - 1)
    elif name == "return":
        value = match.group(0).strip()[len("return "):-1]
        new = match.group(1) + ("return {};" if not re.fullmatch(r"true|false", value) else
                                "return " + ("false" if value == "true" else "true") + ";")
    else:
        new = match.expand(replacement)
    return text[:match.start()] + new + text[match.end():]


def sources():
    out = subprocess.run(["git", "ls-files", "ext/core", "ext/vtab"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for path in out.split() if path.endswith((".cpp", ".h"))]


def sample(count, seed):
    """Every n-th line of all code lines, from a place that the seed chooses, and a change that fits the line."""
    generator = random.Random(seed)
    lines = [(path, number, text) for path in sources() for number, text in code_lines(path)
             if any(re.search(pattern, text.split("  //")[0]) for _, pattern, _ in CHANGES)]
    step = len(lines) / count
    start = generator.random() * step
    mutants = []
    for i in range(count):
        path, number, text = lines[int(start + i * step)]
        changes = list(CHANGES)
        generator.shuffle(changes)
        for change in changes:
            new = replaced(text, change, generator)
            if new is not None and new != text:
                mutants.append(Mutant(i, path, number, change[0], text.strip(), new.strip()))
                break
    return mutants


def run(command, timeout, environment=None):
    """Did it succeed within the time?"""
    try:
        return subprocess.run(command, cwd=BUILD, env=environment, timeout=timeout, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def build(*targets):
    return ["ninja", "-C", BUILD, *targets]


# What is built for a stage, and the commands that it runs.
Stage = collections.namedtuple("Stage", "targets commands")


def script_commands():
    """Tests that load the extension: SQL, documentation, articles, archives."""
    python = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
    tests = os.path.join(WORK, "tests")
    extension = os.path.join(BUILD, "article.so")
    shell = shutil.which("sqlite3")
    commands = []
    for script in sorted(os.listdir(os.path.join(tests, "sql"))):
        if script.endswith(".sql"):
            commands.append([python, os.path.join(tests, "sql", "run_sql.py"), shell, extension, os.path.join(tests, "sql", script)])
    for page in ("README.md", "docs/FUNCTIONS.md"):
        commands.append([python, os.path.join(tests, "docs", "run_examples.py"), shell, extension, os.path.join(WORK, page)])
    for language in sorted(os.listdir(os.path.join(tests, "articles"))):
        folder = os.path.join(tests, "articles", language)
        if os.path.isdir(folder) and not language.startswith("_"):
            commands.append([python, os.path.join(tests, "articles", "run_articles.py"), extension, folder])
    commands.append([python, os.path.join(tests, "archive", "check_formats.py"), extension])
    return commands


def stages():
    programs = os.path.join(BUILD, "tests")
    tables = os.path.join(WORK, "tests", "snapshot")
    snapshots = [[os.path.join(programs, "snapshot", "snapshots"), table, os.path.join(tables, table + ".tsv"), "--first"]
                 for table in ("rows", "columns", "changes")]
    others = script_commands()
    others.append([os.path.join(programs, "property", "property_tests"), "-a", "~*ten thousand texts*"])
    others.append([os.path.join(programs, "fault", "fault_tests"), "-a", "~*100 ms*", "~memory:*"])
    return [Stage(["snapshots"], snapshots), Stage(["unit_tests"], [[os.path.join(programs, "unit_tests"), "-a"]]),
            Stage(["article", "property_tests", "fault_tests"], others)]


def prepare(most_stages):
    """A copy of the project beside its ../shared, built once; how long each test takes."""
    files = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True,
                           capture_output=True, text=True).stdout.split("\n")
    for file in filter(None, files):
        source, copy = os.path.join(ROOT, file), os.path.join(WORK, file)
        if os.path.isfile(source) and not (os.path.exists(copy) and open(source, "rb").read() == open(copy, "rb").read()):
            os.makedirs(os.path.dirname(copy), exist_ok=True)
            shutil.copy(source, copy)
    for folder in ("ext", "tests"):  # what is no longer there must not be built
        for place, _, names in os.walk(os.path.join(WORK, folder)):
            for name in names:
                copy = os.path.join(place, name)
                if not os.path.exists(os.path.join(ROOT, os.path.relpath(copy, WORK))):
                    os.remove(copy)
    shared = os.path.join(ROOT, "..", "shared")
    link = os.path.join(ROOT, "build", "shared")
    if os.path.isdir(shared) and not os.path.exists(link):
        os.symlink(os.path.realpath(shared), link)
    linker = ["-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=lld", "-DCMAKE_MODULE_LINKER_FLAGS=-fuse-ld=lld"] if shutil.which("ld.lld") else []
    subprocess.run(["cmake", "-G", "Ninja", "-S", WORK, "-B", BUILD, "-DCMAKE_BUILD_TYPE=RelWithDebInfo",
                    "-DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O1", "-DARTICLE_TESTS=ON",
                    "-DCMAKE_CXX_ARCHIVE_CREATE=<CMAKE_AR> qcTs <TARGET> <OBJECTS>", "-DCMAKE_CXX_ARCHIVE_FINISH=", *linker], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(build(*(target for stage in stages() for target in stage.targets)), check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["ctest", "--test-dir", BUILD, "-R", "^support: "], check=False, stdout=subprocess.DEVNULL)
    times = {}
    for stage in stages()[:most_stages and max(most_stages, 2)]:
        for command in stage.commands:
            begin = time.monotonic()
            if not run(command, 1200):
                sys.exit("fails without a change: " + " ".join(command))
            times[tuple(command)] = time.monotonic() - begin
    return times


def shown(command):
    return " ".join(os.path.basename(part) for part in command if not part.startswith("-"))


def judge(mutant, times, most_stages):
    order = stages() if mutant.path.endswith(".h") else [stages()[i] for i in (1, 0, 2)]
    path = os.path.join(WORK, mutant.path)
    original = open(path, encoding="utf-8").read()
    lines = original.split("\n")
    indent = lines[mutant.line - 1][:len(lines[mutant.line - 1]) - len(lines[mutant.line - 1].lstrip())]
    lines[mutant.line - 1] = indent + mutant.new
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
        for stage in order[:most_stages]:
            if not run(build(*stage.targets), 1200):
                return "invalid", ""
            for command in stage.commands:
                if not run(command, 5 + 10 * times[tuple(command)]):
                    return "killed", shown(command)
        return "survived", ""
    finally:
        with open(path, "w", encoding="utf-8") as file:
            file.write(original)


def equivalents():
    """{(path, old, new)}: reasons"""
    if not os.path.exists(EQUIVALENT):
        return {}
    with open(EQUIVALENT, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return {(path, old, new): reason for path, old, new, reason in rows}


def print_summary(log):
    results = {}
    with open(log, encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            results[fields[0]] = fields
    known = equivalents()
    totals = collections.Counter()
    for fields in results.values():
        _, result, path, _line, _change, old, new, _by = fields
        totals["equivalent" if result == "survived" and (path, old, new) in known else result] += 1
    print(dict(totals))
    if totals["killed"] + totals["survived"]:
        print(f"score {totals['killed'] / (totals['killed'] + totals['survived']):.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mutants", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--until", type=int)
    parser.add_argument("--stages", type=int)
    parser.add_argument("--only", type=int, nargs="+")
    parser.add_argument("--log", default=os.path.join(WORK, "mutants.tsv"))
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--summary", action="store_true")
    options = parser.parse_args()
    if options.summary:
        print_summary(options.log)
        return 0
    mutants = [m for m in sample(options.mutants, options.seed) if m.number >= options.first and
               (options.until is None or m.number < options.until) and (not options.only or m.number in options.only)]
    if options.list:
        for m in mutants:
            print(f"{m.number}\t{m.path}:{m.line}\t{m.change}\t{m.old}\t->\t{m.new}")
        return 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the source that is changed is put back
    times = prepare(options.stages)
    for m in mutants:
        result, by = judge(m, times, options.stages)
        with open(options.log, "a", encoding="utf-8") as log:
            log.write("\t".join((str(m.number), result, m.path, str(m.line), m.change, m.old, m.new, by)) + "\n")
    print_summary(options.log)
    return 0


if __name__ == "__main__":
    sys.exit(main())
