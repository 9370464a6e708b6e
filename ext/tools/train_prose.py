#!/usr/bin/env python3
"""Trains ext/data/prose_weights.bin from a file of attributions.  Standard library only.

usage:  train_prose.py TRAINER ATTRIBUTIONS.jsonl OUT.bin [--folds 5] [--epochs 8] [--cost 0.5]

TRAINER is the program of ext/tools/train_prose.cpp (cmake --build build/dev --target train_prose).  Each line of the input is
{"input": text, "expected": [{"cue": {"spans": [[start, end]]}, "source": ..., "content": ...}]}, offsets in characters.
Prints cross-validated figures over whole documents first.  OUT may be `-`: then only those.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile


def documents(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        text = case["input"]
        offsets = [0]
        for character in text:
            offsets.append(offsets[-1] + len(character.encode("utf-8")))
        truths = []
        for attribution in case["expected"]:
            parts = []
            for key in ("cue", "source", "content"):
                spans = attribution.get(key, {}).get("spans", [])
                parts.append(f"{len(spans)} " + " ".join(f"{offsets[a]} {offsets[b]}" for a, b in spans))
            truths.append(" ".join(parts))
        body = text.encode("utf-8")
        yield f"{len(body)} {len(truths)}\n".encode() + body + b"\n" + "\n".join(truths).encode() + b"\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trainer")
    parser.add_argument("attributions", type=pathlib.Path)
    parser.add_argument("out")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--cost", type=float, default=0.5, help="how much a wrong cue label costs in training")
    args = parser.parse_args()
    with tempfile.NamedTemporaryFile() as file:
        for document in documents(args.attributions):
            file.write(document)
        file.flush()
        command = [args.trainer, file.name, args.out, str(args.folds), str(args.epochs), str(args.cost)]
        sys.exit(subprocess.run(command, check=False).returncode)


if __name__ == "__main__":
    main()
