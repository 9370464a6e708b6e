#!/usr/bin/env python3
"""The binaries for other platforms, all cross-compiled on one Linux machine by the compiler in PyPI's package ziglang.

    python3 -m venv build/zig && build/zig/bin/pip install ziglang
    build/zig/bin/python ext/bindings/platforms.py                 # all of them: build/platforms/NAME/article.so, .dylib, .dll
    build/zig/bin/python ext/bindings/platforms.py linux-x86_64    # one

Needs CMake, ninja, and what sources.py needs: SQLite's headers and utf8proc come from there, linked statically, as is the C++
library.  package.py makes wheels, npm packages and archives from the binaries; tests/clients/check_platforms.py looks at them.
Cost: about three minutes of processor time for each platform.
"""
import argparse
import dataclasses
import os
import pathlib
import shutil
import subprocess
import sys

import sources

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "platforms"


@dataclasses.dataclass(frozen=True)
class Platform:
    """A place where the extension runs, in the words of those who care."""

    name: str
    triple: str  # zig's; behind a libc the oldest version of it, behind macos the oldest system
    system: str  # CMAKE_SYSTEM_NAME
    wheel: str  # platform tag of PEP 425, 600 and 656
    npm: tuple = None  # (process.platform as index.cjs names it, process.arch)
    sqlpkg: str = None  # archive of sqlpkg.json

    @property
    def file(self):
        """SQLite looks for this suffix; see docs/clients."""
        return "article" + {"Linux": ".so", "Darwin": ".dylib", "Windows": ".dll"}[self.system]

    @property
    def binary(self):
        """What build() makes."""
        return BUILD / self.name / self.file


PLATFORMS = (
    Platform("linux-x86_64", "x86_64-linux-gnu.2.17", "Linux", "manylinux2014_x86_64.manylinux_2_17_x86_64", ("linux", "x64"), "linux-x86_64.tar.gz"),
    Platform("linux-aarch64", "aarch64-linux-gnu.2.17", "Linux", "manylinux2014_aarch64.manylinux_2_17_aarch64", ("linux", "arm64"),
             "linux-aarch64.tar.gz"),
    Platform("musl-x86_64", "x86_64-linux-musl", "Linux", "musllinux_1_2_x86_64", ("linux-musl", "x64")),
    Platform("musl-aarch64", "aarch64-linux-musl", "Linux", "musllinux_1_2_aarch64", ("linux-musl", "arm64")),
    Platform("macos-x86_64", "x86_64-macos.11.0", "Darwin", "macosx_11_0_x86_64", ("darwin", "x64"), "macos-x86_64.tar.gz"),
    Platform("macos-aarch64", "aarch64-macos.11.0", "Darwin", "macosx_11_0_arm64", ("darwin", "arm64"), "macos-aarch64.tar.gz"),
    Platform("windows-x86_64", "x86_64-windows-gnu", "Windows", "win_amd64", ("windows", "x64"), "windows-x86_64.zip"),
)


def zig():
    """The compiler's path.  By its path, since it finds its own headers beside itself."""
    try:
        import ziglang
    except ImportError:
        raise SystemExit("platforms.py: run it with a Python that has the package: pip install ziglang") from None
    return pathlib.Path(ziglang.__file__).parent / "zig"


def _tools(folder):
    """zig's subcommands as commands of one word each, which is what CMake and ccache take."""
    folder.mkdir(parents=True, exist_ok=True)
    for tool in ("cc", "c++", "ar", "ranlib", "rc"):
        script = folder / f"zig-{tool}"
        text = f'#!/bin/sh\nexec "{zig()}" {tool} "$@"\n'
        if not script.exists() or script.read_text(encoding="utf-8") != text:
            script.write_text(text, encoding="utf-8")
            script.chmod(0o755)
    return folder


def compiler(platform, language="cc"):
    """The command that compiles for a platform."""
    return [str(_tools(BUILD / "tools") / f"zig-{language}"), "-target", platform.triple]


def build(platform, jobs):
    """Builds the extension and returns its path."""
    folder, cache, tools = BUILD / platform.name, ROOT / "build" / "sources", _tools(BUILD / "tools")
    utf8proc = sources.build_utf8proc(cache, compiler(platform), [str(tools / "zig-ar")], folder / "utf8proc")
    sqlite = sources.sqlite(cache)
    # -g0, and -s for the linker: what is packed has no debug information.  nodelete: zig links no crtbeginS.o, so nothing would run
    # the destructors of a file that is unloaded, and the C library would call them at exit, where they are no more.
    linker = "-s -Wl,-z,nodelete" if platform.system == "Linux" else "-s"
    flags = f"-target {platform.triple} -g0"
    options = {
        "CMAKE_BUILD_TYPE": "Release", "ARTICLE_TESTS": "OFF",
        "CMAKE_SYSTEM_NAME": platform.system, "CMAKE_SYSTEM_PROCESSOR": platform.triple.split("-", maxsplit=1)[0],
        "CMAKE_C_COMPILER": tools / "zig-cc", "CMAKE_CXX_COMPILER": tools / "zig-c++",
        "CMAKE_AR": tools / "zig-ar", "CMAKE_RANLIB": tools / "zig-ranlib", "CMAKE_RC_COMPILER": tools / "zig-rc",
        # CMake gets to know the compiler without linking: each link would build zig's C++ library once more.
        "CMAKE_C_COMPILER_ID_TEST_FLAGS_FIRST": "-c", "CMAKE_CXX_COMPILER_ID_TEST_FLAGS_FIRST": "-c",
        "CMAKE_TRY_COMPILE_TARGET_TYPE": "STATIC_LIBRARY",
        "CMAKE_C_FLAGS": flags, "CMAKE_CXX_FLAGS": flags, "CMAKE_MODULE_LINKER_FLAGS": linker, "CMAKE_SHARED_LINKER_FLAGS": linker,
        # CMake asks for these where the target is macOS; nothing here runs them.
        "CMAKE_INSTALL_NAME_TOOL": shutil.which("true"), "CMAKE_OSX_SYSROOT": "", "CMAKE_OSX_DEPLOYMENT_TARGET": "",
        "SQLITE3_INCLUDE_DIR": sqlite, "UTF8PROC_LIBRARY": utf8proc, "UTF8PROC_INCLUDE_DIR": sources.utf8proc(cache),
    }
    environment = {**os.environ, "ZIG_GLOBAL_CACHE_DIR": str(BUILD / "zig-cache"), "ZIG_LOCAL_CACHE_DIR": str(BUILD / "zig-cache")}
    subprocess.run(["cmake", "-S", str(ROOT), "-B", str(folder), "-G", "Ninja", *(f"-D{name}={value}" for name, value in options.items())],
                   check=True, env=environment, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", str(folder), "--target", "article", "-j", str(jobs)], check=True, env=environment)
    return platform.binary


def chosen(names):
    """The platforms of some names, all if there is none."""
    known = {platform.name: platform for platform in PLATFORMS}
    unknown = set(names) - set(known)
    if unknown:
        raise SystemExit(f"no platform {sorted(unknown)[0]!r}; there are {', '.join(known)}")
    return [known[name] for name in names] or list(PLATFORMS)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("platform", nargs="*", help=", ".join(platform.name for platform in PLATFORMS) + "; all if none")
    parser.add_argument("-j", "--jobs", type=int, default=2)
    arguments = parser.parse_args()
    for platform in chosen(arguments.platform):
        binary = build(platform, arguments.jobs)
        print(f"{platform.name}: {binary.relative_to(ROOT)}, {binary.stat().st_size:,} bytes", flush=True)


if __name__ == "__main__":
    sys.exit(main())
