#!/usr/bin/env python3
"""Runs the extension in every program and library that embeds SQLite, and prints a table: client, version, SQLite, result.

usage:  run_clients.py [CLIENT ...] [--extension build/release/article.so] [--offline] [--require] [--update] [--list] [--check]

Each client is run by the code of its page in docs/, word for word (pages.py): it loads or links the extension, reads the same text
(article.txt) and prints four lines: sqlite=, article=, headline=, lines=.  They must be the ones below, which were written by hand.
What a client needs and the machine lacks is installed: commands from Debian, libraries from the registry of the client's language,
into build/clients.  --offline installs nothing.  A client that cannot run is skipped with its reason; --require makes that an error.
--update writes the rows of the clients that ran into the table of docs/clients/README.md; --check tells code of a page that no
client runs.

Exit code: 0 all ran as they should, 1 one did not, 77 every one was skipped.
"""
import argparse
import fcntl
import os
import re
import shutil
import subprocess
import sys
import time

import pages
import tables
from clients import CLIENTS
from context import ROOT, TEXT, Context, Skip  # noqa: F401 (TEXT: check_platforms.py)

EXPECTED = {"headline": "Storm closes the harbour of Port Éllery for a third day", "lines": "14"}


def install(packages, offline):
    """Debian's packages, or the reason why not."""
    if offline or not shutil.which("apt-get") or os.geteuid() != 0:
        raise Skip(f"not installed: {' '.join(packages)} (Debian's names)")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "env": env, "check": False}
    subprocess.run(["apt-get", "update", "-qq"], **quiet)
    done = subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], **quiet)
    if done.returncode != 0:
        raise Skip(f"could not install {' '.join(packages)}: {done.stderr.decode(errors='replace').strip()[-200:]}")


def check(output, version):
    got = dict(re.findall(r"(sqlite|article|headline|lines)=(.*)", output))  # other tools may print before it
    wrong = [f"{name} is {got.get(name)!r}, not {value!r}" for name, value in {**EXPECTED, "article": version}.items() if got.get(name) != value]
    if wrong or "sqlite" not in got:
        raise RuntimeError("; ".join(wrong))
    return got["sqlite"]


def unrun():
    """Sections of pages with code that no client runs; README.md has the commands of check_platforms.py and of this file."""
    run_by = {section for client in CLIENTS for section in client.sections}
    names = sorted({page for page, _ in run_by} | {f"docs/clients/{path.name}" for path in (ROOT / "docs" / "clients").glob("[a-z]*.md")})
    for page in names:
        if (page, "*") in run_by:
            continue
        titles = [title for where, title in run_by if where == page]
        for section in pages.sections(page):
            if section.title == "" and titles:  # it is run in front of each other section
                continue
            if not any(title and section.title.startswith(title) for title in titles):
                yield f"{page}: {section.title or 'before the first heading'}"


def chosen_clients(names, parser):
    """Those whose name begins with one of some names, in any case of letters; all if there is none."""
    for name in names:
        if not any(client.name.lower().startswith(name.lower()) for client in CLIENTS):
            parser.error(f"no client {name!r}; --list names them")
    return [client for client in CLIENTS if not names or any(client.name.lower().startswith(name.lower()) for name in names)]


def run(client, context, version):
    """(client's version, SQLite's version, result, details)"""
    try:
        missing = sorted({package for need, package in client.needs.items() if not (shutil.which(need) or os.path.exists(need))})
        if missing:
            install(missing, context.offline)
        output = client.run(context)
        return client.version(context), check(output, version), "ok", ""
    except Skip as reason:
        return "", "", "skipped", str(reason)
    except (RuntimeError, LookupError, OSError, subprocess.TimeoutExpired) as error:
        return "", "", "FAILED", str(error)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("client", nargs="*", help="names, as --list gives them, or how they begin; all if none")
    parser.add_argument("--extension", default=str(ROOT / "build" / "release" / "article.so"))
    parser.add_argument("--offline", action="store_true", help="install and download nothing")
    parser.add_argument("--require", action="store_true", help="a skipped client is an error")
    parser.add_argument("--list", action="store_true", help="print the names")
    parser.add_argument("--update", action="store_true", help="write what ran into docs/clients/README.md")
    parser.add_argument("--check", action="store_true", help="every section of a page with code must have a client")
    arguments = parser.parse_args()
    chosen = chosen_clients(arguments.client, parser)
    if arguments.check:
        found = list(unrun())
        print("\n".join(f"{where}: no client runs this code" for where in found) or "every section with code is run by a client")
        return 1 if found else 0
    if arguments.list:
        print("\n".join(client.name for client in chosen))
        return 0
    if not os.path.exists(arguments.extension):
        parser.error(f"{arguments.extension} is not there: build it first, or name another with --extension")
    context = Context(arguments.extension, arguments.offline)
    running = open(context.work / "lock", "w")  # two runs at once would take each other's folders away
    fcntl.flock(running, fcntl.LOCK_EX)
    version = re.search(r"project\(sqlite_article VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))[1]
    results, rows = [], {}
    width = max(len(client.name) for client in chosen)
    print(f"{'client':<{width}} {'version':<12} {'SQLite':<8} {'result':<8} {'s':>5}", flush=True)
    for client in chosen:
        started = time.monotonic()
        own, sqlite, result, details = run(client, context, version)
        results.append(result)
        if result == "ok":
            rows[client.name] = (own, sqlite, result)
            if arguments.update:
                tables.update(ROOT / "docs" / "clients" / "README.md", "clients", rows, [client.name for client in CLIENTS])
        print(f"{client.name:<{width}} {own:<12} {sqlite:<8} {result:<8} {time.monotonic() - started:>5.1f}  {details}", flush=True)
    passed, failed, skipped = (results.count(result) for result in ("ok", "FAILED", "skipped"))
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    if failed or (skipped and arguments.require):
        return 1
    return 77 if skipped and not passed else 0


if __name__ == "__main__":
    sys.exit(main())
