#!/usr/bin/env python3
"""Judges the extension on pages of sites that its weights have not seen, and prints the tables.  Standard library only.

usage:  crossvalidate.py [--folds DIR] [--shared DIR] [--build DIR] [--variants all,plain,innertext,noblank,wrap72]

For each fold (crc32(site) % 5) the extension is built with DIR/weights-<fold>.bin (ext/tools/train_reader.py --folds DIR) and
DIR/trees-<fold> (ext/tools/fields/train.py --folds DIR), run over that fold alone with predict_pages.py of the shared
evaluation, and the five outputs together are scored with score_pages.py: every figure is of sites that nothing has seen.  Variants: plain, innertext (the second renderer), noblank (every blank line dropped), wrap72 (lines hard-wrapped
at 72 characters).  Run it with an interpreter whose sqlite3 can load extensions.
"""
import argparse
import gzip
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "ext/tools/fields"))

import folds  # noqa: E402


def read_jsonl(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


VARIANTS = {"plain": ("pages.jsonl.gz", None), "innertext": ("pages_innertext.jsonl.gz", None),
            "noblank": ("pages.jsonl.gz", folds.without_blank_lines), "wrap72": ("pages.jsonl.gz", folds.hard_wrapped)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=pathlib.Path, default=ROOT / "build/folds")
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT / "../shared")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/eval")
    parser.add_argument("--variants", default="all")
    args = parser.parse_args()
    if not (args.shared / "eval/pages.jsonl.gz").exists():
        sys.exit(f"no pages in {args.shared}/eval")
    extensions = folds.build("article", args.folds, args.build, with_trees=True)
    names = list(VARIANTS) if args.variants == "all" else args.variants.split(",")
    for name in names:
        source, change = VARIANTS[name]
        outputs = []
        for fold, extension in enumerate(extensions):
            pages = [p for p in read_jsonl(args.shared / "eval" / source) if folds.fold_of(p) == fold]
            for page in pages:
                page["text"] = change(page["text"]) if change else page["text"]
            given, predicted = args.build / f"{name}-{fold}.jsonl", args.build / f"{name}-{fold}.out.jsonl"
            given.write_text("".join(json.dumps(p) + "\n" for p in pages), encoding="utf-8")
            subprocess.run([sys.executable, args.shared / "eval/predict_pages.py", extension, given, predicted], check=True, stderr=subprocess.DEVNULL)
            outputs.append(predicted.read_text(encoding="utf-8"))
        together = args.build / f"{name}.jsonl"
        together.write_text("".join(outputs), encoding="utf-8")
        print(f"== {name}", flush=True)
        subprocess.run([sys.executable, args.shared / "eval/score_pages.py", together, args.shared / "eval" / source,
                        "--json", args.build / f"{name}.json"], check=True)


if __name__ == "__main__":
    main()
