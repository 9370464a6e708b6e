#!/usr/bin/env python3
"""Trains the tree ensembles of core/fields/score.cpp (ext/data/trees/*.tsv) from annotated pages.

usage: train.py PROBE PAGES.jsonl[.gz] OUT_FOLDER [headline] [date] [byline] [item] [--without FOLD]

PROBE is the library of the CMake target fields_probe; with {fold} in its name there are five of them, each built with the line
reader's weights that have not seen that fold, so that the trees learn how far roles can be trusted on unseen sites.  The rankings build on each other: train headline, build, train date and
byline, build, train item.  Prints the accuracy of five-fold cross-validation by site (fold = crc32(site) % 5); the trees that are
written are trained on all sites, or on all but one fold's with --without.  Needs numpy and lightgbm; one thread and a fixed seed,
so that the same pages give the same bytes.
"""
import argparse
import collections
import ctypes
import datetime
import gzip
import json
import math
import pathlib
import re
import sys
import unicodedata
import zlib

import lightgbm
import numpy

RANKINGS = ["headline", "date", "byline", "item"]
CORE = pathlib.Path(__file__).resolve().parents[2] / "core"
CAPACITY = 4000
PARAMETERS = {"objective": "binary", "learning_rate": 0.07, "num_leaves": 12, "min_data_in_leaf": 12, "lambda_l2": 2.0,
              "feature_fraction": 0.6, "bagging_fraction": 0.8, "bagging_freq": 1, "seed": 1, "deterministic": True,
              "force_row_wise": True, "num_threads": 1, "verbosity": -1, "max_bin": 255}
ROUNDS = {"headline": 110, "date": 90, "byline": 90, "item": 140}
EPOCH = datetime.date(1970, 1, 1)

_MARKS = dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u00b4`\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u2039\u203a\""), "'")
_MARKS.update(dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad"), "-"))
_MARKS.update(dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"), None))


def normalize(text):
    text = unicodedata.normalize("NFKC", (text or "").translate(_MARKS)).replace("''", "'")
    return re.sub(r"\s+", " ", re.sub(r"\s*-\s*", "-", text)).strip().casefold()


def normalize_name(name):
    return " ".join(re.findall(r"\w+", re.sub(r"^(by|von|par|por|di|av|od|door)\s+", "", normalize(name))))


class Probe:
    def __init__(self, path):
        self.library = ctypes.CDLL(str(path))
        self.library.fields_candidates.restype = ctypes.c_size_t
        self.library.fields_feature_count.restype = ctypes.c_size_t

    def candidates(self, text, ranking):
        number = RANKINGS.index(ranking)
        columns = self.library.fields_feature_count(number)
        features = numpy.zeros((CAPACITY, columns), numpy.int16)
        spans = numpy.zeros((CAPACITY, 4), numpy.int64)
        count = self.library.fields_candidates(text, ctypes.c_size_t(len(text)), number, features.ctypes.data_as(ctypes.c_void_p),
                                               spans.ctypes.data_as(ctypes.c_void_p), ctypes.c_size_t(CAPACITY))
        return features[:count].copy(), spans[:count].copy()


def label_headline(page, text, spans):
    truth = page["truth"]
    forms = [truth.get("headline") or truth.get("silver", {}).get("headline")] + truth.get("headline_alt", [])
    forms = {normalize(x) for x in forms if x}
    lines = [normalize(text[a:b].decode("utf-8", "replace")) for a, b, *_ in spans]
    return [float(line in forms or any(line.startswith(f) and len(line) < len(f) + 40 and re.match(r"\s*[|·•-]", line[len(f):])
                                       for f in forms if len(f) > 12)) for line in lines], bool(forms)


def label_date(page, _text, spans):
    truth = page["truth"]
    day = truth.get("date") or truth.get("silver", {}).get("date") or ""
    if not re.match(r"\d{4}-\d{2}-\d{2}", day):
        return None, False
    number = (datetime.date.fromisoformat(day[:10]) - EPOCH).days
    return [float(s[3] == number) for s in spans], True


def label_byline(page, text, spans):
    names = {normalize_name(x) for x in page["truth"].get("authors") or []} - {""}
    if not names:
        return None, False
    return [float(normalize_name(text[a:b].decode("utf-8", "replace")) in names) for a, b, *_ in spans], True


def label_item(page, text, spans):
    truth = page["truth"]
    if not truth.get("related"):
        return None, False
    want = {normalize(x["title"]) for x in truth["related"]}
    ignore = {normalize(x) for x in truth.get("related_ignore", [])}
    out = []
    for a, b, *_ in spans:
        line = normalize(text[a:b].decode("utf-8", "replace"))
        out.append(1.0 if line in want else math.nan if line in ignore else 0.0)
    return out, True


LABELS = {"headline": label_headline, "date": label_date, "byline": label_byline, "item": label_item}


def gather(probe, pages, ranking):
    """One (fold, features, labels, spans) a page that has the truth."""
    out = []
    for page in pages:
        text = page["text"].encode("utf-8", "replace")
        fold = zlib.crc32(page["site"].encode()) % 5
        features, spans = probe[fold].candidates(text, ranking)
        labels, known = LABELS[ranking](page, text, spans)
        if known:
            out.append((fold, features, numpy.array(labels or [], float), spans))
    return out


def fit(ranking, rows):
    rows = [r for r in rows if len(r[2]) and (ranking == "item" or r[2].max() > 0)]
    keep = [~numpy.isnan(r[2]) for r in rows]
    features = numpy.vstack([r[1][k] for r, k in zip(rows, keep)]).astype(numpy.float32)
    labels = numpy.concatenate([r[2][k] for r, k in zip(rows, keep)])
    weights = numpy.concatenate([numpy.full(k.sum(), max(1, k.sum()) ** (-0.5 if ranking != "item" else -0.3)) for k in keep])
    return lightgbm.train(PARAMETERS, lightgbm.Dataset(features, labels, weight=weights), ROUNDS[ranking])


def judge(ranking, model, rows):
    """(right, answered, all) of the best candidate of each page; of items true and false positives and negatives."""
    right = answered = everything = 0
    for _, features, labels, _spans in rows:
        everything += int((labels == 1).sum()) if ranking == "item" else 1
        if not len(labels):
            continue
        scores = model.predict(features.astype(numpy.float32), raw_score=True)
        if ranking == "item":
            answered += int(((scores > 0) & ~numpy.isnan(labels)).sum())
            right += int(((scores > 0) & (labels == 1)).sum())
        elif ranking == "headline" or scores.max() > (0 if ranking == "date" else -0.6):
            answered += 1
            right += labels[int(scores.argmax())] > 0
    return right, answered, everything


def cross_validate(ranking, rows):
    total = numpy.zeros(3)
    for fold in range(5):
        model = fit(ranking, [r for r in rows if r[0] != fold])
        total += judge(ranking, model, [r for r in rows if r[0] == fold])
    right, answered, everything = total
    print(f"{ranking}: {int(right)} right of {int(answered)} answered, {int(everything)} in all: precision {right / answered:.3f}, "
          f"recall {right / everything:.3f}")


def flatten(tree, names, out):
    """Nodes in preorder; returns the index of the tree's root."""
    at = len(out)
    out.append(None)
    if "leaf_value" in tree:
        out[at] = f"leaf\t{round(tree['leaf_value'] * 1000)}"
    else:
        left = flatten(tree["left_child"], names, out)
        right = flatten(tree["right_child"], names, out)
        out[at] = f"split\t{names[tree['split_feature']]}\t{math.floor(tree['threshold'])}\t{left}\t{right}"
    return at


def write(path, ranking, model):
    source, = CORE.glob(f"*/{ranking}_features.def")
    names = re.findall(r"^ARTICLE_\w+_FEATURE\((\w+)\)", source.read_text(encoding="utf-8"), re.M)
    lines = ["# Trees that rank candidates, written by ext/tools/fields/train.py.", "bias\t0"]
    for tree in model.dump_model()["tree_info"]:
        nodes = []
        flatten(tree["tree_structure"], names, nodes)
        lines += ["tree"] + nodes
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("probe", type=pathlib.Path)
    parser.add_argument("pages", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("rankings", nargs="*", default=RANKINGS)
    parser.add_argument("--without", type=int, default=None)
    parser.add_argument("--no-validation", action="store_true")
    parser.add_argument("--importance", action="store_true")
    args = parser.parse_args()
    opener = gzip.open if args.pages.suffix == ".gz" else open
    with opener(args.pages, "rt", encoding="utf-8") as source:
        pages = [json.loads(line) for line in source]
    probe = [Probe(pathlib.Path(str(args.probe.resolve()).replace("{fold}", str(fold)))) for fold in range(5)]
    for ranking in args.rankings:
        rows = gather(probe, pages, ranking)
        possible = sum(len(r[2]) > 0 and numpy.nanmax(r[2]) > 0 for r in rows)
        print(f"{ranking}: {len(rows)} pages, {possible} with a right candidate", flush=True)
        if args.without is None and not args.no_validation:
            cross_validate(ranking, rows)
        model = fit(ranking, [r for r in rows if r[0] != args.without])
        write(args.out / f"{ranking}.tsv", ranking, model)
        if args.importance:
            source, = CORE.glob(f"*/{ranking}_features.def")
            names = re.findall(r"^ARTICLE_\w+_FEATURE\((\w+)\)", source.read_text(encoding="utf-8"), re.M)
            gains = collections.Counter(dict(zip(names, model.feature_importance("gain"))))
            print("  ", ", ".join(f"{n} {g:.0f}" for n, g in gains.most_common(14)))


if __name__ == "__main__":
    sys.exit(main())
