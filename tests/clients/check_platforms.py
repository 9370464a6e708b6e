#!/usr/bin/env python3
"""Looks at the binaries that ext/bindings/platforms.py built: what they export, import and need; runs those for Linux.

    build/zig/bin/python tests/clients/check_platforms.py [--update] [PLATFORM ...]

Every platform: the one exported symbol, no import that opens a file, a socket or the environment, no library that is not the
system's.  Linux and Windows: a C program with SQLite inside (docs/clients/c.md) loads the binary and reads article.txt: on x86_64 as
it is, with musl by its own loader, for aarch64 by qemu-user-static, for Windows by wine.  Needs Debian's llvm, and for the runs musl,
qemu-user-static, libc6-arm64-cross and wine64.  Prints a table; --update writes its rows into docs/clients/README.md; the exit code
is 1 if one is not as it should be.
"""
import os
import pathlib
import platform as host
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "ext" / "bindings"), str(ROOT / "tests" / "binary")]

import pages  # noqa: E402
import platforms  # noqa: E402
import sources  # noqa: E402
import tables  # noqa: E402
from check_binary import EXPORTED, FORBIDDEN  # noqa: E402
from run_clients import EXPECTED, TEXT  # noqa: E402

SYSTEM_LIBRARIES = {
    "Linux": re.compile(r"(libc|libm|libdl|libpthread)\.so(\.\d+)?|ld-linux-[\w-]+\.so\.\d"),
    "Darwin": re.compile(r"/usr/lib/libSystem\.B\.dylib|@rpath/article\.dylib"),  # and its own name
    "Windows": re.compile(r"(KERNEL32|ntdll|msvcrt|api-ms-win-crt-[\w-]+)\.dll", re.I),
}
OLDEST_GLIBC = (2, 17)
LINK = {"Linux": ["-dynamic", "-ldl", "-lm"], "Windows": []}
# Of the C++ library that is linked in: operators new and delete, which macOS looks for in each file by itself; how it asks for the
# system's version.
CPP_LIBRARY = {"Darwin": re.compile(r"_Z(na|nw|da|dl)\w+|__dso_handle|_mh_dylib_header|dlopen")}


def output(*command):
    return subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE).stdout.decode("utf-8", "replace")


def symbols(platform, which):
    """Names without the version behind them and, on macOS, the underscore before them."""
    if platform.system == "Windows":
        kind = {"--defined-only": "--coff-exports", "--undefined-only": "--coff-imports"}[which]
        pattern = {"--defined-only": r"Name: (\S+)", "--undefined-only": r"Symbol: (\S+)"}[which]
        text = output("llvm-readobj", kind, platform.binary)
        return [name for name in re.findall(pattern, text) if not name.startswith("article.")]
    dynamic = ["-D"] if platform.system == "Linux" else []
    names = [line.split()[-1].split("@")[0] for line in output("llvm-nm", *dynamic, which, "--extern-only", platform.binary).splitlines() if line.strip()]
    return [name.removeprefix("_") for name in names] if platform.system == "Darwin" else names


def inspect(platform):
    """Complaints about what a file exports, imports and needs."""
    exported, imported = symbols(platform, "--defined-only"), symbols(platform, "--undefined-only")
    if platform.system in CPP_LIBRARY:
        exported, imported = ([name for name in names if not CPP_LIBRARY[platform.system].fullmatch(name)] for names in (exported, imported))
    complaints = [] if exported == EXPORTED else [f"exports {exported}"]
    if platform.system != "Windows":  # its C library's start asks for the time and the environment
        complaints += [f"imports {name}" for name in imported if FORBIDDEN.match(name)]
    needed = re.findall(r"^\s+(\S+)$", output("llvm-readobj", "--needed-libs", platform.binary).split("NeededLibraries [")[1], re.M)
    complaints += [f"needs {name}" for name in needed if name != "]" and not SYSTEM_LIBRARIES[platform.system].fullmatch(name)]
    if "-gnu" in platform.triple and platform.system == "Linux":
        versions = {tuple(map(int, found.split("."))) for found in re.findall(r"GLIBC_(\d+(?:\.\d+)+)", output("llvm-readobj", "--version-info", platform.binary))}
        complaints += [f"needs glibc {'.'.join(map(str, version))}" for version in sorted(versions) if version[:2] > OLDEST_GLIBC]
    # Windows' C library is a dozen files.
    return complaints, len(imported), list(dict.fromkeys(re.sub(r"^api-ms-win-crt-.*", "api-ms-win-crt-*.dll", name) for name in needed if name != "]"))


def musl_for_arm(folder):
    """The folder of musl's loader for aarch64, out of Debian's package of that architecture."""
    root = folder / "musl-arm64"
    if not root.exists():
        with tempfile.TemporaryDirectory() as scratch:
            scratch = pathlib.Path(scratch)
            scratch.chmod(0o755)
            (scratch / "lists" / "partial").mkdir(parents=True)
            apt = ["apt-get", "-qq", "-o", "APT::Architecture=arm64", "-o", "APT::Architectures::=arm64", "-o", f"Dir::State::lists={scratch}/lists",
                   "-o", "APT::Sandbox::User=root"]
            subprocess.run([*apt, "update"], check=True)
            subprocess.run([*apt, "download", "musl:arm64"], check=True, cwd=scratch)
            [package] = scratch.glob("musl_*.deb")
            subprocess.run(["dpkg-deb", "-x", str(package), str(root)], check=True)
    [library] = root.rglob("libc.so")
    loader = root / "lib" / "ld-musl-aarch64.so.1"  # an absolute link in the package
    if loader.is_symlink():
        loader.unlink()
        shutil.copy(library, loader)
    return root


def runner(platform, folder):
    """The command before a program's name, or None where it cannot be run."""
    here = host.machine() == platform.triple.split("-", maxsplit=1)[0]
    if platform.system == "Windows":
        wine = shutil.which("wine64") or shutil.which("/usr/lib/wine/wine64")
        # A folder of its own, without the windows that ask for .NET and a browser.
        os.environ.update(WINEPREFIX=str(folder / "wine"), WINEDEBUG="-all", WINEDLLOVERRIDES="mscoree,mshtml=")
        return [wine] if here and wine else None
    if platform.system != "Linux" or not (here or shutil.which("qemu-aarch64-static")):
        return None
    if here:
        return [] if "gnu" in platform.triple else ["/lib/ld-musl-x86_64.so.1"] if os.path.exists("/lib/ld-musl-x86_64.so.1") else None
    root = pathlib.Path("/usr/aarch64-linux-gnu") if "gnu" in platform.triple else musl_for_arm(folder)
    return ["qemu-aarch64-static", "-L", str(root)] if root.exists() else None


def run(platform, command):
    """Complaints of a program that loads the binary."""
    program = platform.binary.with_name("loaded.exe" if platform.system == "Windows" else "loaded")
    sqlite = sources.sqlite(ROOT / "build" / "sources")
    if not program.exists() or program.stat().st_mtime < platform.binary.stat().st_mtime:
        with tempfile.TemporaryDirectory() as scratch:
            for name, title in (("print.h", ""), ("loaded.c", "Loaded at run time")):
                (pathlib.Path(scratch) / name).write_text(pages.section("docs/clients/c.md", title).file(name), encoding="utf-8")
            subprocess.run([*platforms.compiler(platform), "-O1", *LINK[platform.system], "-DSQLITE_THREADSAFE=0", f"-I{sqlite}",
                            f"{scratch}/loaded.c", str(sqlite / "sqlite3.c"), "-o", str(program)], check=True, stderr=subprocess.DEVNULL)
    got = dict(line.split("=", 1) for line in output(*command, program, platform.binary.with_suffix(""), TEXT).splitlines() if "=" in line)
    return [f"{name} is {got.get(name)!r}, not {value!r}" for name, value in EXPECTED.items() if got.get(name) != value], got.get("sqlite", "")


def main():
    names, failed, rows = [name for name in sys.argv[1:] if name != "--update"], 0, {}
    folder = ROOT / "build" / "platforms"
    print(f"{'platform':<15} {'bytes':>10} {'imports':>7} {'SQLite':<7} {'result':<26} needs")
    for platform in platforms.chosen(names):
        if not platform.binary.exists():
            print(f"{platform.name:<15} not built")
            failed += bool(names)
            continue
        complaints, imported, needed = inspect(platform)
        command, sqlite, ran = runner(platform, folder), "", "looked at"
        if command is not None:
            try:
                wrong, sqlite = run(platform, command)
                complaints += wrong
                ran = "ran" if not command else f"ran by {pathlib.Path(command[0]).name.split('.')[0]}"
            except subprocess.CalledProcessError as error:
                complaints.append(f"{error.cmd[0]}: {error.stderr.decode('utf-8', 'replace') if error.stderr else error}")
        failed += bool(complaints)
        print(f"{platform.name:<15} {platform.binary.stat().st_size:>10,} {imported:>7} {sqlite:<7} {'FAILED' if complaints else ran:<26} {', '.join(needed)}")
        for complaint in complaints:
            print(f"  {complaint}")
        if not complaints:
            rows[platform.name] = (platform.wheel.rsplit(".", 1)[-1], f"{platform.binary.stat().st_size:,}", sqlite, ran, ", ".join(needed))
    if "--update" in sys.argv:
        tables.update(ROOT / "docs" / "clients" / "README.md", "platforms", rows, [platform.name for platform in platforms.PLATFORMS])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
