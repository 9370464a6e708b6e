#!/usr/bin/env python3
"""Each language of the news vocabulary has each kind that the reader needs.  Standard library only.

usage:  check_kinds.py SOURCE_DIR

Prints one line for each kind that a language lacks or has too few of, and fails.
"""
import pathlib
import sys

LANGUAGES = "en de fr es it pt nl sv no da fi pl cs ro hu el tr az ru uk ar fa he zh ja ko id vi hi hr bs sr sr-Latn sl bg mk sk lt lv et ca gl eu bn ur th ms sw fil sq is ka hy kk be ta mr".split()
# (kind, value, how many at least); the value None counts every value.
REQUIRED = [
    ("byline", "", 5), ("byline", "photo", 3), ("byline", "editor", 3), ("name_join", None, 1), ("role_title", None, 15),
    ("list_heading", "related", 15), ("list_heading", "latest", 15), ("list_heading", "most_read", 10),
    ("list_heading", "recommended", 10), ("list_heading", "section", 5), ("list_heading", "other", 15), ("published", None, 8),
    ("updated", None, 5), ("promotion", "follow", 10), ("promotion", "subscribe", 10), ("promotion", "share", 15),
    ("promotion", "app", 4), ("promotion", "donate", 4), ("read_more", None, 15), ("comments", None, 20), ("copyright", None, 10),
    ("caption", "photo", 10), ("caption", "video", 4), ("caption", "graphic", 4), ("caption", "credit", 10), ("keywords", None, 8),
    ("section", None, 80), ("navigation", None, 60), ("cookie", "cookie", 8), ("cookie", "paywall", 6), ("cookie", "legal", 6),
    ("advertisement", None, 8), ("label", None, 30), ("end_mark", None, 4), ("attribution", None, 15), ("reading_time", None, 3),
    ("stopword", None, 60)]


def missing(folder, language):
    path = folder / f"{language}.tsv"
    if not path.exists():
        return [f"{language}: no file {path.name}"]
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    out = []
    for kind, value, least in REQUIRED:
        count = sum(row[0] == kind and value in (None, row[2]) for row in rows)
        if count < least:
            name = kind if value is None else f"{kind} {value or '(plain)'}"
            out.append(f"{language}: {count} rows of {name}, {least} wanted")
    return out


def main():
    folder = pathlib.Path(sys.argv[1]) / "ext" / "data" / "languages"
    lines = [line for language in LANGUAGES for line in missing(folder, language)]
    print("\n".join(lines) if lines else f"{len(LANGUAGES)} languages have {len(REQUIRED)} kinds")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
