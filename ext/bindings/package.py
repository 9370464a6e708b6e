#!/usr/bin/env python3
"""Wheels, npm packages and archives out of the binaries that platforms.py built.

    build/zig/bin/pip install scikit-build-core wheel
    build/zig/bin/python ext/bindings/package.py        # dist/*.whl, dist/*.tgz, dist/article-*.tar.gz (the files of sqlpkg.json)

Cost: some seconds for each platform.  npm packages are made where there is a node.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile

from platforms import ROOT, chosen

BINDINGS = ROOT / "ext" / "bindings"


def wheel(platform, out):
    """The wheel of a platform: any Python 3, since the binary is SQLite's and not Python's."""
    with tempfile.TemporaryDirectory() as scratch:
        pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", scratch, str(BINDINGS / "python"),
               "-C", f"cmake.define.ARTICLE_PREBUILT={platform.binary}", "-C", f"build-dir={scratch}/build"]
        subprocess.run(pip, check=True)
        [made] = pathlib.Path(scratch).glob("*.whl")
        subprocess.run([sys.executable, "-m", "wheel", "tags", "--remove", "--platform-tag", platform.wheel, str(made)], check=True,
                       stdout=subprocess.DEVNULL)
        [made] = pathlib.Path(scratch).glob("*.whl")
        return shutil.copy(made, out)


def npm(platform, out):
    """The npm package with a platform's binary, as `npm pack` makes it."""
    with tempfile.TemporaryDirectory() as scratch:
        made = subprocess.run(["node", str(BINDINGS / "node" / "make_platform_package.mjs"), *platform.npm, str(platform.binary), scratch], check=True,
                              stdout=subprocess.PIPE, encoding="utf-8").stdout.strip()
        return npm_pack(made, out)


def npm_pack(folder, out):
    name = subprocess.run(["npm", "pack", "--silent", "--pack-destination", str(out), str(folder)], check=True, stdout=subprocess.PIPE,
                          encoding="utf-8").stdout.strip()
    return out / name


def archive(platform, out):
    """article.so and the licence in a .tar.gz or .zip."""
    path = out / f"article-{platform.sqlpkg}"
    members = [(platform.binary, platform.file), (ROOT / "LICENSE", "LICENSE")]
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            for file, name in members:
                packed.write(file, name)
    else:
        with tarfile.open(path, "w:gz") as packed:
            for file, name in members:
                packed.add(file, name)
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("platform", nargs="*", help="all that are built if none")
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "dist")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    built = [platform for platform in chosen(arguments.platform) if arguments.platform or platform.binary.exists()]
    has_node = shutil.which("node") and shutil.which("npm")
    made = [npm_pack(BINDINGS / "node", arguments.output)] if has_node else []
    for platform in built:
        made.append(wheel(platform, arguments.output))
        if has_node:
            made.append(npm(platform, arguments.output))
        if platform.sqlpkg:
            made.append(archive(platform, arguments.output))
    for path in map(pathlib.Path, made):
        print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    sys.exit(main())
