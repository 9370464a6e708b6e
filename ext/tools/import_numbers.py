#!/usr/bin/env python3
"""Writes the number words (`number`, `ordinal`) of ext/data/languages from the spell-out rules of the Unicode CLDR.

usage:  import_numbers.py DATA_DIR

Needs PyICU (python3-icu), which brings the rules.  Numbers 1 to 59, the tens, 100 and 1000, and ordinals 1 to 31 in all genders
and cases that a language has; what is put together from two words that stand beside each other ("twenty one") is left out,
because the reader adds those up.
"""
import argparse
import pathlib
import sys

import icu

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.dont_write_bytecode = True

from import_cldr import rewrite  # noqa: E402
from tables import _pieces  # noqa: E402

SOURCE = "cldr-42"
CARDINALS = [*range(1, 60), 60, 70, 80, 90, 100, 1000]
ORDINALS = list(range(1, 32))


def forms(locale):
    """{number or ordinal: {n: set of phrases}} of a locale; {} without rules of its own."""
    rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(locale))
    if locale != "en" and rules.format(21, icu.FieldPosition()) in ("twenty-one", "21"):
        return {}
    out = {"number": {}, "ordinal": {}}
    for index in range(rules.getNumberOfRuleSetNames()):
        name = rules.getRuleSetName(index)
        kind = "ordinal" if "ordinal" in name else "number" if "cardinal" in name or name.endswith("numbering") else None
        if kind is None or "verbose" in name:
            continue
        rules.setDefaultRuleSet(name)
        for n in ORDINALS if kind == "ordinal" else CARDINALS:
            phrase = rules.format(n, icu.FieldPosition()).replace("\u00ad", "")
            if any(c.isdigit() and c.isdecimal() for c in phrase):
                continue
            out[kind].setdefault(n, set()).add(phrase)
    return out


def rows_of(locale):
    rows, seen = [], set()
    for kind, numbers in forms(locale).items():
        known = {tuple(_pieces.pieces(p)): n for n, phrases in numbers.items() for p in phrases}
        cardinal = dict(known) if kind == "number" else {}
        for n, phrases in sorted(numbers.items()):
            for phrase in sorted(phrases):
                pieces = tuple(_pieces.pieces(phrase))
                sums = any(cardinal.get(pieces[:i], 0) % 10 == 0 and cardinal.get(pieces[:i], 0) > cardinal.get(pieces[i:], 99)
                           and cardinal[pieces[:i]] + cardinal[pieces[i:]] == n for i in range(1, len(pieces)))
                if pieces and not sums and (kind, pieces, n) not in seen:
                    seen.add((kind, pieces, n))
                    rows.append((kind, phrase, str(n)))
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    args = parser.parse_args()
    seen = {}
    for path in sorted((args.data / "languages").glob("*.tsv")):
        rows = rows_of(path.stem.replace("-", "_"))
        if rows and seen.get(path.stem.split("-")[0]) != rows:
            seen.setdefault(path.stem, rows)
            rewrite(path, rows, SOURCE, kinds=("number", "ordinal"))


if __name__ == "__main__":
    main()
