#!/usr/bin/env python3
"""The two libraries that builds for other platforms need in source, fetched by package name and pinned by hash.

    python3 sources.py build/sources        # prints the folder of each

SQLite's amalgamation comes out of the crate libsqlite3-sys (cargo), utf8proc out of Debian's source package (apt-get).
"""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile

SQLITE_CRATE = "0.35.0"  # SQLite 3.50.2
SQLITE_SHA256 = {
    "sqlite3.c": "c9a0b6829b81d5f1b78392181f09744c818117a725667411d517b98149fcd3be",
    "sqlite3.h": "7db44ac3e95c465c30eea8d45d81474c7cda49ab76e8a681e752e535d1560f2e",
    "sqlite3ext.h": "b184dd1586d935133d37ad76fa353faf0a1021ff2fdedeedcc3498fff74bbb94",
}
UTF8PROC_SHA256 = {"utf8proc_2.8.0.orig.tar.gz": "a0a60a79fe6f6d54e7d411facbfcc867a6e198608f2cd992490e46f04b1bcecc"}


def _check(path, expected):
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != expected:
        raise SystemExit(f"{path.name} has the SHA-256 {found}, not {expected}")


def sqlite(folder):
    """The folder with sqlite3.c, sqlite3.h and sqlite3ext.h."""
    out = pathlib.Path(folder) / "sqlite"
    if not out.exists():
        with tempfile.TemporaryDirectory() as scratch:
            manifest = pathlib.Path(scratch) / "Cargo.toml"
            manifest.write_text(f'[package]\nname = "pin"\nversion = "0.0.0"\n[lib]\npath = "pin.rs"\n[workspace]\n'
                                f'[dependencies]\nlibsqlite3-sys = "={SQLITE_CRATE}"\n', encoding="utf-8")
            (pathlib.Path(scratch) / "pin.rs").touch()
            told = subprocess.run(["cargo", "metadata", "--format-version", "1", "--manifest-path", str(manifest)], check=True,
                                  stdout=subprocess.PIPE).stdout
            [package] = [package for package in json.loads(told)["packages"] if package["name"] == "libsqlite3-sys"]
            crate = pathlib.Path(package["manifest_path"]).parent / "sqlite3"
            out.mkdir(parents=True)
            for name in SQLITE_SHA256:
                shutil.copy(crate / name, out)
    for name, expected in SQLITE_SHA256.items():
        _check(out / name, expected)
    return out


def utf8proc(folder):
    """The folder with utf8proc.c, utf8proc_data.c and utf8proc.h."""
    [(archive, expected)] = UTF8PROC_SHA256.items()
    folder = pathlib.Path(folder)
    if not (folder / archive).exists():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as scratch:
            scratch = pathlib.Path(scratch)
            scratch.chmod(0o755)
            (scratch / "lists" / "partial").mkdir(parents=True)
            listed = pathlib.Path("/etc/apt/sources.list.d/debian.sources").read_text(encoding="utf-8")
            (scratch / "deb.sources").write_text(listed.replace("Types: deb\n", "Types: deb-src\n"), encoding="utf-8")
            apt = ["apt-get", "-qq", "-o", f"Dir::Etc::sourcelist={scratch}/deb.sources", "-o", "Dir::Etc::sourceparts=-",
                   "-o", f"Dir::State::lists={scratch}/lists", "-o", "APT::Sandbox::User=root"]
            subprocess.run([*apt, "update"], check=True)
            subprocess.run([*apt, "source", "--download-only", "utf8proc"], check=True, cwd=scratch, stdout=subprocess.DEVNULL)
            shutil.copy(scratch / archive, folder)
    _check(folder / archive, expected)
    out = folder / archive.replace("_", "-").replace(".orig.tar.gz", "")
    if not out.exists():
        with tarfile.open(folder / archive) as tar:
            tar.extractall(folder)
    return out


def build_utf8proc(folder, compiler, archiver, out):
    """libutf8proc.a for the platform of a compiler: ["zig", "cc", "-target", ...] or ["emcc"]."""
    source, out = utf8proc(folder), pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    subprocess.run([*compiler, "-O2", "-fPIC", "-fvisibility=hidden", "-DUTF8PROC_STATIC", "-c", str(source / "utf8proc.c"), "-o", str(out / "utf8proc.o")], check=True)
    library = out / "libutf8proc.a"
    library.unlink(missing_ok=True)
    subprocess.run([*archiver, "rcs", str(library), str(out / "utf8proc.o")], check=True)
    return library


if __name__ == "__main__":
    target = sys.argv[1] if len(sys.argv) > 1 else os.path.join("build", "sources")
    print(sqlite(target), utf8proc(target), sep="\n")
