#!/usr/bin/env python3
"""Checks the bill of materials: the hash is the file's, every component has version and licence, what is linked is named.

usage:  check_sbom.py article.cdx.json article.so
"""
import hashlib
import json
import pathlib
import sys

bill = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
own, parts = bill["metadata"]["component"], bill["components"]
digest = hashlib.sha256(pathlib.Path(sys.argv[2]).read_bytes()).hexdigest()
assert [h["content"] for h in own["hashes"]] == [digest], "the hash is of another file: build the target sbom"
assert {p["name"] for p in parts} == {"utf8proc", "sqlite", "cldr", "faker"}, parts
for part in [own] + parts:
    assert part["version"] and part["licenses"][0]["license"]["id"], part
assert set(bill["dependencies"][0]["dependsOn"]) == {p["bom-ref"] for p in parts}
print(f"{len(parts)} components")
