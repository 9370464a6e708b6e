#!/usr/bin/env python3
"""Runs the extension in every program and library that embeds SQLite, and prints a table: client, version, SQLite, result.

usage:  run_clients.py [CLIENT ...] [--extension build/dev/article.so] [--offline] [--require] [--list]

Each client loads or links the extension, reads the same page (article.txt) and prints four lines: sqlite=, article=, headline=,
lines=.  They must be the ones below, which were written by hand.  What a client needs and the machine lacks is installed: commands
from Debian, libraries from the registry of the client's language, into build/clients.  --offline installs nothing.  A client that
cannot run is skipped with its reason; --require makes that an error.

Exit code: 0 all ran as they should, 1 one did not, 77 every one was skipped.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

from clients import CLIENTS, Skip

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TEXT = HERE / "article.txt"
EXPECTED = {"headline": "Storm closes the harbour of Port Éllery for a third day", "lines": "14"}


class Context:
    """What a client's function gets: paths, and sh() to run a command."""

    def __init__(self, extension, offline):
        self.file = pathlib.Path(extension).resolve()
        self.extension = str(self.file.with_suffix(""))
        self.build = self.file.parent
        self.text = str(TEXT)
        self.root, self.here = ROOT, HERE
        self.offline = offline
        self.work = ROOT / "build" / "clients"
        self.work.mkdir(parents=True, exist_ok=True)

    def sh(self, *command, cwd=None, env=None, timeout=1800):
        """Standard output of a command; an error with what it said if it fails."""
        done = subprocess.run([str(part) for part in command], cwd=cwd, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=timeout, check=False)
        if done.returncode != 0:
            said = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
            raise RuntimeError(f"{command[0]} ended with {done.returncode}:\n" + "\n".join(said.splitlines()[-15:]))
        return done.stdout.decode("utf-8", "replace")

    def download(self, registry):
        """Call it before anything is fetched from a registry."""
        if self.offline:
            raise Skip(f"needs {registry}")


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
    got = dict(line.split("=", 1) for line in output.splitlines() if "=" in line)
    wrong = [f"{name} is {got.get(name)!r}, not {value!r}" for name, value in {**EXPECTED, "article": version}.items() if got.get(name) != value]
    if wrong:
        raise RuntimeError("; ".join(wrong))
    return got["sqlite"]


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
    except (RuntimeError, OSError, subprocess.TimeoutExpired) as error:
        return "", "", "FAILED", str(error)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("client", nargs="*", help="names, as --list gives them; all if none")
    parser.add_argument("--extension", default=str(ROOT / "build" / "dev" / "article.so"))
    parser.add_argument("--offline", action="store_true", help="install and download nothing")
    parser.add_argument("--require", action="store_true", help="a skipped client is an error")
    parser.add_argument("--list", action="store_true", help="print the names")
    arguments = parser.parse_args()
    unknown = set(arguments.client) - {client.name for client in CLIENTS}
    if unknown:
        parser.error(f"no client {sorted(unknown)[0]!r}; --list names them")
    chosen = [client for client in CLIENTS if not arguments.client or client.name in arguments.client]
    if arguments.list:
        print("\n".join(client.name for client in chosen))
        return 0
    if not os.path.exists(arguments.extension):
        parser.error(f"{arguments.extension} is not there: build it first, or name another with --extension")
    context = Context(arguments.extension, arguments.offline)
    version = re.search(r"project\(sqlite_article VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))[1]
    results = []
    print(f"{'client':<16} {'version':<12} {'SQLite':<8} {'result':<8} {'s':>5}", flush=True)
    for client in chosen:
        started = time.monotonic()
        own, sqlite, result, details = run(client, context, version)
        results.append(result)
        print(f"{client.name:<16} {own:<12} {sqlite:<8} {result:<8} {time.monotonic() - started:>5.1f}  {details}", flush=True)
    passed, failed, skipped = (results.count(result) for result in ("ok", "FAILED", "skipped"))
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    if failed or (skipped and arguments.require):
        return 1
    return 77 if skipped and not passed else 0


if __name__ == "__main__":
    sys.exit(main())
