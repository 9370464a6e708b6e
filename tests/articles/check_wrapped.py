#!/usr/bin/env python3
"""The invented articles with their lines hard-wrapped: nearly all fields must be the same.  Standard library only.

usage:  check_wrapped.py EXTENSION FOLDER [--list]

FOLDER holds a folder for each language (run_articles.py).  Left out are languages that do not part words, which are not wrapped at
blanks, and texts that are wrapped already.  Fields that fail without wrapping do not count.  Prints how many of the others are met;
less than LEAST of them is a failure.  --list prints those that are not.  Exit 77: this interpreter cannot load extensions.
"""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "ext/tools/fields"))
sys.dont_write_bytecode = True

import folds  # noqa: E402
import run_articles  # noqa: E402

LEAST = 0.90
WIDTH = 72
UNPARTED = ("ja", "ko", "th", "zh")


def main():
    connection = run_articles.connect(pathlib.Path(sys.argv[1]).resolve())
    folder = pathlib.Path(sys.argv[2])
    known = run_articles.known_failures(folder / "known_failures.tsv")
    met = asked = 0
    for path in sorted(folder.glob("*/*.json")):
        fixture = f"{path.parent.name}/{path.stem}"
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        if path.parent.name in UNPARTED or "\r" in text or max(map(len, text.split("\n"))) <= WIDTH:
            continue
        expected = json.loads(path.read_text(encoding="utf-8"))
        for field, wanted, got in run_articles.comparisons(connection, folds.hard_wrapped(text, WIDTH), expected):
            if (fixture, field) not in known:
                asked += 1
                met += wanted == got
                if wanted != got and "--list" in sys.argv[3:]:
                    print(f"{fixture}: {field}\n  wanted {wanted!r}\n  got    {got!r}")
    print(f"{met} of {asked} fields met")
    return 0 if asked and met >= LEAST * asked else 1


if __name__ == "__main__":
    sys.exit(main())
