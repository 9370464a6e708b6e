#!/usr/bin/env python3
"""Writes ext/data/names.tsv, the given and family names of many countries, from the lists of the Python package Faker.

usage:  import_names.py DATA_DIR

Needs Faker (MIT licence).  Names of several words are taken apart.  Left out are words of two letters, particles ("van", "del")
and names in scripts that do not part words, where a name is no word of its own.
"""
import argparse
import collections
import importlib
import pathlib
import pkgutil
import sys
import unicodedata

import faker
import faker.providers.person

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.dont_write_bytecode = True

from tables import _data, names  # noqa: E402

UNPARTED = ("ja", "ko", "th", "zh")
LEAST_LETTERS = 3
HEAD = f"""# Given and family names of many countries: name and kind.  Written by ext/tools/import_names.py.
# From Faker {faker.VERSION}, Copyright (c) 2012 Daniele Faraglia and contributors, under the MIT licence (its terms: LICENSE).
"""


def lists():
    """(kind, list of names) of each country."""
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        if not module.ispkg:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        unparted = module.name.split("_")[0] in UNPARTED
        for attribute in dir(provider):
            kind = next((kind for kind, word in (("given", "first"), ("family", "last")) if word in attribute.split("_")), None)
            values = getattr(provider, attribute)
            latin = not unparted or "romanized" in attribute
            if kind and latin and "kana" not in attribute and isinstance(values, (tuple, list, dict, set)):
                yield kind, [value for value in values if isinstance(value, str)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    folder = parser.parse_args().data
    particles = {word for entry in _data.load(folder).entries("name_particle") for word in _data.words(entry.phrase)}
    kinds, written = collections.defaultdict(set), {}
    for kind, values in lists():
        for value in values:
            for part in unicodedata.normalize("NFC", value).split():
                part = part.strip("()")
                folded = _data.words(part)
                if len(folded) == 1 and len(folded[0]) >= LEAST_LETTERS and folded[0] not in particles:
                    kinds[folded[0]].add(kind)
                    written[folded[0]] = min(part, written.get(folded[0], part))
    rows = sorted(f"{written[word]}\t{'both' if len(found) == 2 else min(found)}" for word, found in kinds.items())
    (folder / names.FILE).write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
