#!/usr/bin/env python3
"""Runs the invented articles of one language through the extension and compares the fields.  Standard library only.

usage:  run_articles.py EXTENSION FOLDER [--list | --renew]

FOLDER/<name>.txt is an article, FOLDER/<name>.json what a reader of it would note:

  {"reference_time": "...", "timezone": "...", "language": "...",       arguments, all optional
   "article": {"headline": "...", "author": ["..."], ...},             columns of parse_article; null: must be NULL
   "body": {"paragraphs": 4, "first": "first words", "lead": "first words after a dateline",
            "last": "first words of the last paragraph", "without": ["..."]},
   "items": [{"list_title": "...", "title": "...", ...}, ...]}          columns of related_items, all items in order

../known_failures.tsv (fixture, field, reason) lists what is right but not met yet: such a field may fail, and when it is met the
test fails until the row is taken out.  Exit 77: this interpreter cannot load extensions.  --list prints failures as rows of that file; --renew takes the rows that
are met now out of it (it never adds one: that is for a person who has read the failure).
"""
import json
import pathlib
import sqlite3
import sys

JSON_COLUMNS = {"author", "keywords", "labels"}
OPTIONS = ("reference_time", "timezone", "language")


def connect(extension):
    connection = sqlite3.connect(":memory:")
    if not hasattr(connection, "enable_load_extension"):
        print("skipped: this sqlite3 module cannot load extensions")
        sys.exit(77)
    connection.enable_load_extension(True)
    connection.load_extension(str(extension), entrypoint="sqlite3_article_init") if sys.version_info >= (3, 12) \
        else connection.load_extension(str(extension))
    connection.row_factory = sqlite3.Row
    return connection


def value_of(row, column):
    value = row[column]
    return json.loads(value) if column in JSON_COLUMNS and value is not None else value


def rows_of(connection, function, text, expected):
    arguments = [text] + [expected.get(name) for name in OPTIONS]
    return connection.execute(f"SELECT * FROM {function}(?, ?, ?, ?)", arguments).fetchall()


def compare_body(row, want):
    """(field, wanted, got) of the body's own tests."""
    paragraphs = (row["article_body"] or "").split("\n\n")
    if "paragraphs" in want:
        yield "body.paragraphs", want["paragraphs"], row["paragraph_count"]
    if "first" in want:
        yield "body.first", want["first"], paragraphs[0][:len(want["first"])]
    if "lead" in want:
        yield "body.lead", want["lead"], (row["lead"] or "")[:len(want["lead"])]
    if "last" in want:
        yield "body.last", want["last"], paragraphs[-1][:len(want["last"])]
    for phrase in want.get("without", []):
        yield f"body.without {phrase}", False, phrase in (row["article_body"] or "")


def comparisons(connection, text, expected):
    articles = rows_of(connection, "parse_article", text, expected)
    if len(articles) != 1:
        yield "rows", 1, len(articles)
        return
    for column, wanted in expected.get("article", {}).items():
        yield column, wanted, value_of(articles[0], column)
    yield from compare_body(articles[0], expected.get("body", {}))
    if "items" not in expected:
        return
    items = rows_of(connection, "related_items", text, expected)
    yield "items", [item["title"] for item in expected["items"]], [item["title"] for item in items]
    for number, wanted in enumerate(expected["items"], 1):
        for column in (c for c in wanted if c != "title"):
            got = value_of(items[number - 1], column) if number <= len(items) else None
            yield f"item {number} {column}", wanted[column], got


def known_failures(path):
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return {(row[0], row[1]): row[2] for row in rows}


def drop_rows(path, met):
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if tuple(line.split("\t")[:2]) not in met]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")


def main():
    extension, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    listing = "--list" in sys.argv[3:]
    connection = connect(extension)
    known = known_failures(folder.parent / "known_failures.tsv")
    met = failed = expected_failures = 0
    overcome = set()
    for path in sorted(folder.glob("*.json")):
        fixture = f"{folder.name}/{path.stem}"
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        seen = set()
        for field, wanted, got in comparisons(connection, text, json.loads(path.read_text(encoding="utf-8"))):
            seen.add(field)
            if wanted == got and (fixture, field) not in known:
                met += 1
            elif wanted == got:
                failed += 1
                overcome.add((fixture, field))
                print(f"{fixture}: {field} is met now: take its row out of known_failures.tsv")
            elif (fixture, field) in known:
                expected_failures += 1
            else:
                failed += 1
                print(f"{fixture}\t{field}\twanted {wanted!r}, got {got!r}" if listing
                      else f"{fixture}: {field}\n  wanted {wanted!r}\n  got    {got!r}")
        for name, field in known:
            if name == fixture and field not in seen:
                failed += 1
                print(f"{fixture}: known_failures.tsv names {field}, which the fixture does not test")
    if "--renew" in sys.argv[3:]:
        drop_rows(folder.parent / "known_failures.tsv", overcome)
    print(f"{folder.name}: {met} fields met, {expected_failures} known failures, {failed} failures")
    return 1 if failed or not met else 0


if __name__ == "__main__":
    sys.exit(main())
