#!/usr/bin/env python3
"""Writes the software bill of materials (CycloneDX 1.5, JSON) of a built article.so.  Standard library only.

usage:  sbom.py FILE.so OUT.json --version VERSION --utf8proc utf8proc.h --sqlite sqlite3.h

What is inside the file: utf8proc (linked where it is static), tables that come from Unicode's CLDR by ext/data/languages and
from Faker by ext/data/names.tsv, and the
interface of SQLite from its header.  The same inputs give the same bytes: no time and no serial number is written.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import re

DATA = pathlib.Path(__file__).resolve().parents[1] / "data/languages"


def utf8proc_version(header):
    text = header.read_text(encoding="utf-8")
    return ".".join(re.search(rf"#define UTF8PROC_VERSION_{part} (\d+)", text).group(1) for part in ("MAJOR", "MINOR", "PATCH"))


def sqlite_version(header):
    return re.search(r'#define SQLITE_VERSION\s+"([\d.]+)"', header.read_text(encoding="utf-8")).group(1)


def cldr_rows():
    """CLDR version -> rows of the vocabulary that come from it."""
    count = collections.Counter()
    for path in DATA.glob("*.tsv"):
        count.update(m.group(1) for m in re.finditer(r"\tcldr-(\d+)$", path.read_text(encoding="utf-8"), re.M))
    return sorted(count.items())


def names_version():
    """The version of Faker whose names are in the table of names."""
    head = (DATA.parent / "names.tsv").read_text(encoding="utf-8")[:400]
    return re.search(r"Faker ([\d.]+)", head).group(1).rstrip(".")


def component(kind, name, version, licence, purl, scope="required", note=None):
    out = {"type": kind, "bom-ref": purl or f"{name}@{version}", "name": name, "version": version, "scope": scope, "licenses": [{"license": {"id": licence}}]}
    if purl:
        out["purl"] = purl
    if note:
        out["description"] = note
    return out


def bill(file, version, utf8proc, sqlite):
    own = component("library", "sqlite-article", version, "MIT", f"pkg:generic/sqlite-article@{version}")
    own["hashes"] = [{"alg": "SHA-256", "content": hashlib.sha256(file.read_bytes()).hexdigest()}]
    u, s = utf8proc_version(utf8proc), sqlite_version(sqlite)
    parts = [component("library", "utf8proc", u, "MIT", f"pkg:github/JuliaStrings/utf8proc@v{u}", note="normalisation and character classes"),
             component("library", "sqlite", s, "blessing", f"pkg:generic/sqlite@{s}", note="its header only; the library is the application's own")]
    parts += [component("data", "cldr", v, "Unicode-3.0", None, note=f"{rows} rows of the vocabulary") for v, rows in cldr_rows()]
    parts.append(component("data", "faker", names_version(), "MIT", f"pkg:pypi/faker@{names_version()}", note="given and family names"))
    return {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "metadata": {"component": own}, "components": parts,
            "dependencies": [{"ref": own["bom-ref"], "dependsOn": [p["bom-ref"] for p in parts]}]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--utf8proc", type=pathlib.Path, required=True)
    parser.add_argument("--sqlite", type=pathlib.Path, required=True)
    args = parser.parse_args()
    args.out.write_text(json.dumps(bill(args.file, args.version, args.utf8proc, args.sqlite), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
