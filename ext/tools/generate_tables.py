#!/usr/bin/env python3
"""Writes the tables of the extension from its data.  Standard library only.

usage:  generate_tables.py DATA_DIR OUT_DIR --weights FILE [--trees DIR]

Every module tables/<name>.py has a function `generate(data, weights) -> str`, whose result becomes OUT_DIR/<name>.inc.
`data` is tables/_data.py's Data: the languages and the other TSV files, checked while they are read.  A file is only
rewritten when its contents changed.
"""
import argparse
import importlib
import pathlib
import sys

TOOLS = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(TOOLS))
sys.dont_write_bytecode = True

from tables import _data  # noqa: E402


def write_if_changed(path, text):
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
    else:
        path.touch()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--weights", type=pathlib.Path, required=True)
    parser.add_argument("--trees", type=pathlib.Path)
    args = parser.parse_args()
    try:
        data = _data.load(args.data, args.trees)
    except _data.DataError as error:
        sys.exit(f"generate_tables.py: {error}")
    args.out.mkdir(parents=True, exist_ok=True)
    for path in sorted((TOOLS / "tables").glob("[!_]*.py")):
        module = importlib.import_module(f"tables.{path.stem}")
        write_if_changed(args.out / f"{path.stem}.inc", module.generate(data, args.weights))


if __name__ == "__main__":
    main()
