#!/usr/bin/env python3
"""Splits and reads invented archives of every format and compares every field with the truth.

usage:  check_formats.py EXTENSION [FORMAT ...] [--stories N] [--show N]

Prints one line for each format: articles split rightly, headlines, dates, authors and bodies read rightly.  The exit code is 1
unless all of them are right.
"""
import argparse
import json
import re
import sys
import unicodedata

from formats import FORMATS
from invented import Invention
from loading import open_database

FIELDS = ("headline", "date", "authors", "publisher", "body")


def squeeze(text):
    text = unicodedata.normalize("NFKC", text or "")
    text = text.translate(str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"}))
    return re.sub(r"\s+", " ", text).strip()


def names(authors):
    return [squeeze(a).casefold() for a in authors]


def agrees(field, expected, row):
    if expected is ...:
        return True
    if field == "authors":
        return names(expected) == names(json.loads(row["author"] or "[]"))
    if field == "body":
        return [squeeze(p) for p in expected] == [squeeze(p) for p in (row["article_body"] or "").split("\n\n")]
    got = row[{"date": "date_published"}.get(field, field)]
    if field == "date":
        return got == expected
    return squeeze(got) == squeeze(expected)


def difference(field, value, other):
    """A value; of a body the first paragraph that the other has not."""
    if field != "body":
        return repr(value)
    parts, others = (v if isinstance(v, list) else (v or "").split("\n\n") for v in (value, other))
    known = {squeeze(p) for p in others}
    return f"{len(parts)} paragraphs; " + repr(next((p for p in parts if squeeze(p) not in known), None))[:300]


def check(database, name, count, show):
    # A story may say one thing only once: copies of others would hide an article that was split wrongly.
    text, truths = FORMATS[name](Invention(hash_of(name)).stories(count))
    data = text if isinstance(text, bytes) else text.encode()
    rows = database.execute("SELECT s.article_no, s.format, s.byte_start, s.byte_end, CAST(s.article_text AS BLOB) AS article_text, p.* FROM split_articles(CAST(? AS TEXT)) s LEFT JOIN "
                            "parse_article(s.article_text) p ORDER BY s.article_no", (data,)).fetchall()
    right = dict.fromkeys(FIELDS, 0)
    whole = sum(data[r["byte_start"]:r["byte_end"]] == r["article_text"] for r in rows)
    split = len(rows) == len(truths) and whole == len(rows)
    for truth, row in zip(truths, rows):
        for field in FIELDS:
            if agrees(field, truth[field], row):
                right[field] += 1
            elif show > 0:
                show -= 1
                got = row["author" if field == "authors" else {"date": "date_published", "body": "article_body"}.get(field, field)]
                print(f"  {name} {row['article_no']}: {field}\n    is  {difference(field, got, truth[field])}\n    not {difference(field, truth[field], got)}")
    print(f"{name:18} {len(rows):4} of {len(truths):4} articles; " + ", ".join(f"{f} {right[f]}" for f in FIELDS))
    return split and all(value == len(truths) for value in right.values())


def hash_of(name):
    return sum(ord(c) * 31 ** i for i, c in enumerate(name)) % 100003


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("extension")
    parser.add_argument("formats", nargs="*")
    parser.add_argument("--stories", type=int, default=20)
    parser.add_argument("--show", type=int, default=6)
    arguments = parser.parse_args()
    database = open_database(arguments.extension)
    results = [check(database, name, arguments.stories, arguments.show) for name in arguments.formats or FORMATS]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
