#!/usr/bin/env python3
"""Trains ext/data/prose_weights.bin from a file of attributions, and cross-validates.  Standard library only.

usage:  train_prose.py TRAINER ATTRIBUTIONS.jsonl OUT.bin [--scorer DIR] [--folds 5] [--epochs 18] [--bias B,B,...] [--failures N]

TRAINER is the program of train_prose.cpp (cmake --build build/dev --target train_prose).  Each line of the input is
{"input": text, "expected": [{"cue": {"spans": [[start, end]]}, "source": ..., "content": ...}]}, offsets in characters.

With --scorer (the folder of score_suites.py) it first prints what that program says of the rows of article_quotes on
documents that the weights have not seen, for the best of the biases: how much more readily than is likely a cue begins.
That bias is used for OUT; OUT may be `-`: only cross-validation.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

MAIN_MEASURES = ("cue_overlap", "source_overlap", "content_overlap")


def byte_offsets(text):
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + len(character.encode("utf-8")))
    return offsets


def document(case):
    offsets, truths = byte_offsets(case["input"]), []
    for attribution in case["expected"]:
        parts = []
        for key in ("cue", "source", "content"):
            spans = attribution.get(key, {}).get("spans", [])
            parts.append(f"{len(spans)} " + " ".join(f"{offsets[a]} {offsets[b]}" for a, b in spans))
        truths.append(" ".join(parts))
    body = case["input"].encode("utf-8")
    return f"{len(body)} {len(truths)}\n".encode() + body + b"\n" + "\n".join(truths).encode() + b"\n"


class StoredRows:
    """Answers the scorer's query from rows that were made before."""

    def __init__(self):
        self.by_text = {}

    def add(self, text, fields):
        row = {"kind": fields[0], "speaker": None}
        body = text.encode("utf-8")
        for name, start, end in zip(("byte", "speaker", "cue"), fields[1::2], fields[2::2]):
            row[name + "_start"], row[name + "_end"] = (int(start), int(end)) if int(start) >= 0 else (None, None)
        if row["speaker_start"] is not None:
            row["speaker"] = body[row["speaker_start"]:row["speaker_end"]].decode("utf-8", "replace")
        self.by_text.setdefault(text, []).append(row)

    def rows(self, _sql, text, *_options):
        return self.by_text.get(text, [])


def score(score_suites, cases, stored, failures):
    report = score_suites.Report("cross-validated", stored, failures)
    for case in cases:
        report.begin(case)
        score_suites.score_quotes(case, report)
    return report


def cross_validate(args, cases, documents):
    sys.path.insert(0, str(args.scorer))
    import score_suites  # the scorer is not part of this project
    biases = args.bias.split(",")
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as rows:
        subprocess.run([args.trainer, "test", documents, rows.name, str(args.epochs), str(args.folds), *biases], check=True)
        stored = [StoredRows() for _ in biases]
        for line in rows:
            bias, number, *fields = line.split()
            stored[int(bias)].add(cases[int(number)]["input"], fields)
    reports = [score(score_suites, cases, one, args.failures) for one in stored]
    sums = [sum(report.total(measure).summary()["score"] for measure in MAIN_MEASURES) for report in reports]
    best = sums.index(max(sums))
    print("sum of " + ", ".join(MAIN_MEASURES) + ": " + ", ".join(f"{value:.3f} at {bias}" for value, bias in zip(sums, biases)))
    print(f"{args.folds} folds of {len(cases)} documents, {args.epochs} epochs, bias {biases[best]}")
    score_suites.print_summary(reports[best])
    if args.rows:
        args.rows.write_text(json.dumps([stored[best].rows(None, case["input"]) for case in cases]), encoding="utf-8")
    return biases[best]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trainer")
    parser.add_argument("attributions", type=pathlib.Path)
    parser.add_argument("out")
    parser.add_argument("--scorer", type=pathlib.Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=18)
    parser.add_argument("--bias", default="1.5")
    parser.add_argument("--failures", type=int, default=0)
    parser.add_argument("--rows", type=pathlib.Path, help="write the rows on unseen documents to this file (JSON)")
    args = parser.parse_args()
    cases = [json.loads(line) for line in args.attributions.read_text(encoding="utf-8").splitlines() if line.strip()]
    with tempfile.NamedTemporaryFile() as file:
        for case in cases:
            file.write(document(case))
        file.flush()
        bias = cross_validate(args, cases, file.name) if args.scorer else args.bias.split(",")[0]
        if args.out != "-":
            subprocess.run([args.trainer, "train", file.name, args.out, str(args.epochs), bias], check=True)


if __name__ == "__main__":
    main()
