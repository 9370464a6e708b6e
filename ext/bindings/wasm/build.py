#!/usr/bin/env python3
"""Builds the playground: static files in build/playground, to be opened from there or put on any web server.

    python3 ext/bindings/wasm/build.py && chromium build/playground/index.html

Needs Emscripten (Debian: emscripten), cargo and apt-get for the sources (sources.py).  Cost: about two minutes.
"""
import argparse
import base64
import gzip
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(HERE.parent))

import sources  # noqa: E402


def build(jobs, exceptions, attribution_weights):
    build_dir, cache = ROOT / "build" / "wasm", ROOT / "build" / "sources"
    sqlite = sources.sqlite(cache)
    utf8proc = sources.build_utf8proc(cache, ["emcc"], ["emar"], build_dir / "utf8proc")
    subprocess.run(["emcmake", "cmake", "-S", str(HERE), "-B", str(build_dir), "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
                    "-DCMAKE_C_FLAGS_RELEASE=-O2 -DNDEBUG", "-DCMAKE_CXX_FLAGS_RELEASE=-O2 -DNDEBUG", "-DCMAKE_EXE_LINKER_FLAGS_RELEASE=",
                    f"-DSQLITE_SOURCE={sqlite}", f"-DSQLITE3_INCLUDE_DIR={sqlite}", f"-DUTF8PROC_LIBRARY={utf8proc}",
                    f"-DUTF8PROC_INCLUDE_DIR={sources.utf8proc(cache)}", f"-DARTICLE_WASM_EXCEPTIONS={'ON' if exceptions else 'OFF'}",
                    f"-DARTICLE_ATTRIBUTION_WEIGHTS={'ON' if attribution_weights else 'OFF'}"], check=True)
    subprocess.run(["cmake", "--build", str(build_dir), "--target", "article-wasm", "-j", str(jobs)], check=True)
    return build_dir / "article-wasm.js"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("-j", "--jobs", type=int, default=2)
    parser.add_argument("--no-exceptions", action="store_true", help="for browsers without WebAssembly exceptions (before 2021)")
    parser.add_argument("--attribution-weights", action="store_true", help="with the learned decoder of article_quotes: a third more to load")
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "build" / "playground")
    arguments = parser.parse_args()
    module = build(arguments.jobs, not arguments.no_exceptions, arguments.attribution_weights)
    arguments.output.mkdir(parents=True, exist_ok=True)
    shutil.copy(module, arguments.output)
    for file in (HERE / "playground").iterdir():
        shutil.copy(file, arguments.output)
    text = module.read_text(encoding="utf-8")
    wasm = base64.b64decode(re.search(r"data:application/octet-stream;base64,([\w+/=]+)", text)[1])
    print(f"{arguments.output}: {module.name} is {len(text):,} bytes, {len(gzip.compress(text.encode(), 9)):,} gzipped; "
          f"the module in it {len(wasm):,} bytes, {len(gzip.compress(wasm, 9)):,} gzipped")


if __name__ == "__main__":
    main()
