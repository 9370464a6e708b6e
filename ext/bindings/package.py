#!/usr/bin/env python3
"""Wheels, npm packages and archives out of the binaries that platforms.py built, and Python's source distribution.

    build/zig/bin/pip install build scikit-build-core wheel
    build/zig/bin/python ext/bindings/package.py            # dist/*.whl, dist/*.tgz, dist/article-*.tar.gz (the files of sqlpkg.json)
    build/zig/bin/python ext/bindings/package.py --sdist    # dist/sqlite_article-*.tar.gz, with the sources of the extension in it

Cost: some seconds for each platform.  npm packages are made where there is a node.
"""
import argparse
import pathlib
import re
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


def sdist(out):
    """The source distribution: the Python package with the sources of the extension in its folder `source`, its version written out."""
    with tempfile.TemporaryDirectory() as scratch:
        project = pathlib.Path(scratch) / "sqlite-article"
        ignored = shutil.ignore_patterns("__pycache__", "build", "*.so", ".gitignore")  # which names the folder `source`
        shutil.copytree(BINDINGS / "python", project, ignore=ignored)
        shutil.copytree(ROOT / "ext", project / "source" / "ext", ignore=shutil.ignore_patterns("__pycache__", "bindings"))
        for name in ("CMakeLists.txt", "LICENSE"):
            shutil.copy(ROOT / name, project / "source")
        manifest = (project / "pyproject.toml").read_text(encoding="utf-8")
        version = re.search(r"project\(sqlite_article VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))[1]
        manifest = manifest.replace('dynamic = ["version"]', f'version = "{version}"')
        manifest = re.sub(r"\[tool\.scikit-build\.metadata\.version\]\n(?:.+\n)+", "", manifest)
        (project / "pyproject.toml").write_text(manifest, encoding="utf-8")
        subprocess.run([sys.executable, "-m", "build", "--sdist", "--outdir", str(out), str(project)], check=True, stdout=subprocess.DEVNULL)
    return out / f"sqlite_article-{version}.tar.gz"


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
    parser.add_argument("--sdist", action="store_true", help="the source distribution, and nothing else")
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "dist")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    if arguments.sdist:
        return report([sdist(arguments.output)])
    built = [platform for platform in chosen(arguments.platform) if arguments.platform or platform.binary.exists()]
    has_node = shutil.which("node") and shutil.which("npm")
    made = [npm_pack(BINDINGS / "node", arguments.output)] if has_node else []
    for platform in built:
        made.append(wheel(platform, arguments.output))
        if has_node:
            made.append(npm(platform, arguments.output))
        if platform.sqlpkg:
            made.append(archive(platform, arguments.output))
    return report(made)


def report(made):
    for path in map(pathlib.Path, made):
        print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    sys.exit(main())
