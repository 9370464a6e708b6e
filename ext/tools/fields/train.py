#!/usr/bin/env python3
"""Trains the tree ensembles of core/fields/score.cpp (ext/data/trees/*.tsv) from annotated pages, and those of the folds.

usage: train.py PAGES.jsonl[.gz] OUT_FOLDER --folds DIR [headline] [date] [byline] [item] [heading]

DIR holds the line reader's weights of the five folds (train_reader.py --folds DIR): each page is read by roles of a reader
that has not seen its site, so that the trees learn how far roles can be trusted.  The articles alone, cut out of their
pages, are trained on too, and so are pages without their blank lines (headline), but not judged.  Written are OUT_FOLDER/<ranking>.tsv from
all sites and DIR/trees-<fold>/<ranking>.tsv from all but one fold's, with which tests/eval/crossvalidate.py judges.  The
rankings build on each other in the order above, each on trees of the earlier ones that have not seen the page's site; those
that are not named are read from DIR.  Prints the accuracy of cross-validation.  Needs numpy and lightgbm; one thread and a
fixed seed, so that the same pages give the same bytes.
"""
import argparse
import bisect
import collections
import datetime
import gzip
import json
import math
import os
import pathlib
import re
import sys
import unicodedata
import zlib

os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # before LightGBM is loaded: its threads must not spin where others work
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "reader"))

import lightgbm  # noqa: E402
import numpy  # noqa: E402

import folds  # noqa: E402
import layouts  # noqa: E402
import probe as probes  # noqa: E402
import web  # noqa: E402
from probe import RANKINGS  # noqa: E402

COMMON = {"lambda_l2": 2.0, "feature_fraction": 0.6, "bagging_fraction": 0.8, "bagging_freq": 1, "seed": 1, "deterministic": True,
          "force_row_wise": True, "num_threads": 1, "verbosity": -1, "max_bin": 255}
# One candidate of a page is wanted: they are ranked against each other.  Items and their headings are judged one by one.
RANK = {**COMMON, "objective": "lambdarank", "lambdarank_truncation_level": 5, "learning_rate": 0.05, "num_leaves": 8, "min_data_in_leaf": 12}
CLASSIFY = {**COMMON, "objective": "binary", "learning_rate": 0.07, "num_leaves": 12, "min_data_in_leaf": 12}
# Thresholds drawn at random: few lists, of which each has many rows, are soon learned by heart.
DRAWN = {**CLASSIFY, "extra_trees": True}
ROUNDS = {"headline": 250, "date": 150, "byline": 150, "item": 140, "heading": 120}
ONE_BY_ONE = ("item", "heading")
INVENTED = 4  # pages in each language (reader/web.py), for these rankings; never judged
FROM_INVENTED = ("byline", "item", "heading")
SEVERAL = {"date": 4, "byline": 4, "heading": 4}  # models of other seeds, whose mean is steadier than each
CUTS = {"headline": 4, "date": 1, "byline": 1}  # one of so many pages is also trained on as its article alone
DENSE = {"headline": 4}  # one of so many pages is also trained on without its blank lines
# Lengths of titles are a habit of each site: of an item they are only asked relative to its list.
LEFT_OUT = {"item": ("kCharacters", "kWords")}
ROWS_TO_KNOWN = 12  # from a title that the truth does not have to one that it has
# What knows a heading by its words.  Each page is also trained on without it, so that the other columns are learned for headings whose
# words nobody has listed.
BY_WORDS = {"heading": ("kPhrase", "kPhraseKind", "kHoldsPhrase")}
TITLES_THAT_COUNT = 60  # of one page, where a threshold is chosen
BODY = 8  # Role::kBody of core/roles.h
EPOCH = datetime.date(1970, 1, 1)

_MARKS = dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u00b4`\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u2039\u203a\""), "'")
_MARKS.update(dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad"), "-"))
_MARKS.update(dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"), None))


def normalize(text):
    text = unicodedata.normalize("NFKC", (text or "").translate(_MARKS)).replace("''", "'")
    return re.sub(r"\s+", " ", re.sub(r"\s*-\s*", "-", text)).strip().casefold()


def normalize_name(name):
    return " ".join(re.findall(r"\w+", re.sub(r"^(by|von|par|por|di|av|od|door)\s+", "", normalize(name))))


def headline_forms(page):
    truth = page["truth"]
    forms = [truth.get("headline") or truth.get("silver", {}).get("headline")] + truth.get("headline_alt", [])
    return {normalize(x) for x in forms if x}


def label_headline(page, text, spans):
    forms = headline_forms(page)
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


def label_heading(page, text, spans):
    """1: what the truth calls the list of the title below it.  A title that the truth does not have stands in the list of the next
    one that it has.  Where no candidate is right, nor the heading of the list above, the truth is no line of a list: not learned."""
    truth = page["truth"]
    if not truth.get("related"):
        return None, False
    want = collections.defaultdict(set)
    for item in truth["related"]:
        want[normalize(item["title"])].add(normalize(item.get("section")))
    starts, sections, offset = [], [], 0  # of the lines that are not blank
    for line in text.split(b"\n"):
        if line.strip():
            starts.append(offset)
            sections.append(want.get(normalize(line.decode("utf-8", "replace"))))
        offset += len(line) + 1
    below = collections.defaultdict(list)  # candidates above each title
    for at, (_, _, title, _) in enumerate(spans):
        below[title].append(at)
    out = [math.nan] * len(spans)
    for title, candidates in below.items():
        row = bisect.bisect_right(starts, title) - 1
        known = next((r for r in range(row, min(len(starts), row + ROWS_TO_KNOWN + 1)) if sections[r]), None)
        if known is None:
            continue
        right, goes_on = [], []
        for at in candidates:
            line = bisect.bisect_right(starts, spans[at][0]) - 1
            above = next((sections[r] for r in range(line - 1, -1, -1) if sections[r]), set())
            goes_on.append(bool(above & sections[known]))
            heading = normalize(text[spans[at][0]:spans[at][1]].decode("utf-8", "replace"))
            right.append(heading in sections[known] and not (known != row and goes_on[-1]))
        for at, is_right, is_within in zip(candidates, right, goes_on):
            if any(right) or is_within:
                out[at] = float(is_right)
    return out, True


LABELS = {"headline": label_headline, "date": label_date, "byline": label_byline, "item": label_item, "heading": label_heading}



class Mean:
    """The mean of several models of LightGBM, in the shape of one."""

    def __init__(self, models):
        self.models = models

    def predict(self, features, raw_score):
        return sum(model.predict(features, raw_score=raw_score) for model in self.models) / len(self.models)

    def feature_importance(self, kind):
        return sum(model.feature_importance(kind) for model in self.models)

    def dump_model(self):
        return {"tree_info": [tree for model in self.models for tree in model.dump_model()["tree_info"]]}


Sample = collections.namedtuple("Sample", "fold features labels spans")


def gather(probe, pages, ranking):
    """One Sample a page that has the truth."""
    out = []
    for page in pages:
        features, spans = probe[page["fold"]].candidates(page["bytes"], page["roles"], ranking)
        labels, known = LABELS[ranking](page, page["bytes"], spans)
        if known:
            out.append(Sample(page["fold"], features, numpy.array(labels or [], float), spans))
    return out


def without_words(ranking, sample):
    features = sample.features.copy()
    names = probes.feature_names(ranking)
    features[:, [names.index(name) for name in BY_WORDS[ranking]]] = 0
    return sample._replace(features=features)


def fit(ranking, samples):
    """A model of LightGBM; its raw scores order the candidates of a page, or are log odds of each."""
    samples = [s for s in samples if len(s.labels) and (ranking in ONE_BY_ONE or s.labels.max() > 0)]
    if ranking in BY_WORDS:
        samples += [without_words(ranking, s) for s in samples if s.fold >= 0]
    keep = [~numpy.isnan(s.labels) for s in samples]
    features = numpy.vstack([s.features[k] for s, k in zip(samples, keep)]).astype(numpy.float32)
    names = probes.feature_names(ranking)
    features[:, [names.index(name) for name in LEFT_OUT.get(ranking, ())]] = 0
    labels = numpy.concatenate([s.labels[k] for s, k in zip(samples, keep)])
    seeds = range(1, 1 + SEVERAL.get(ranking, 1))
    if ranking not in ONE_BY_ONE:
        groups = [int(k.sum()) for k in keep]
        return Mean([lightgbm.train({**RANK, "seed": seed}, lightgbm.Dataset(features, labels.astype(int), group=groups), ROUNDS[ranking])
                     for seed in seeds])
    weights = numpy.concatenate([numpy.full(k.sum(), max(1, k.sum()) ** -0.3) for k in keep])
    if ranking == "heading":  # a heading counts for the titles below it
        weights *= 0.4 * numpy.sqrt(1 + features[:, names.index("kTitlesBelow")])
    parameters = DRAWN if ranking == "heading" else CLASSIFY
    return Mean([lightgbm.train({**parameters, "seed": seed}, lightgbm.Dataset(features, labels, weight=weights), ROUNDS[ranking])
                 for seed in seeds])


def best_of(model, samples):
    """(score of the best candidate, whether it is right) of each page with candidates."""
    out = []
    for sample in samples:
        if len(sample.labels):
            scores = model.predict(sample.features.astype(numpy.float32), raw_score=True)
            out.append((scores.max(), float(sample.labels[int(scores.argmax())] > 0)))
    return out


def to_log_odds(best):
    """(scale, shift) that make the score of a best candidate the log odds of its being right (Platt, by Newton's method)."""
    x = numpy.array([[score, 1.0] for score, _ in best])
    y = numpy.array([right for _, right in best])
    weights = numpy.zeros(2)
    for _ in range(50):
        p = 1 / (1 + numpy.exp(-x @ weights))
        slope = x.T @ (p - y) + 1e-3 * weights
        weights -= numpy.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + 1e-3 * numpy.eye(2), slope)
    return weights


def scored(model, samples):
    """(scores, labels) of each page, without the candidates that count neither way."""
    out = []
    for sample in samples:
        if len(sample.labels):
            known = ~numpy.isnan(sample.labels)
            out.append((model.predict(sample.features.astype(numpy.float32), raw_score=True)[known], sample.labels[known]))
    return out


def f1(pages, least):
    """Micro F1 of taking the candidates that score more; no page counts more than TITLES_THAT_COUNT titles."""
    right = answered = everything = 0.0
    for scores, labels in pages:
        weight = min(1.0, TITLES_THAT_COUNT / max(1, labels.sum()))
        right += weight * ((scores > least) & (labels == 1)).sum()
        answered += weight * (scores > least).sum()
        everything += weight * labels.sum()
    return 2 * right / max(1e-9, answered + everything)


def best_threshold(pages):
    return max((round(x * 0.1, 1) for x in range(-25, 11)), key=lambda least: sum(f1(pages, least + d) for d in (-0.2, 0, 0.2)))


def report_best(ranking, best, scale, shift, pages):
    """Of the best candidates: what answering only the surer ones gives."""
    for least in (-99, -1, -0.5, 0, 0.5, 1.0, 1.5):
        taken = [right for score, right in best if score * scale + shift >= least]
        print(f"{ranking}: log odds {least}: {sum(taken):.0f} right of {len(taken)} answered: precision {numpy.mean(taken):.3f}, "
              f"of all {sum(taken) / pages:.3f}", flush=True)


def with_text(page, text, library):
    """The page with another text, read anew."""
    data = text.encode("utf-8", "replace")
    return {**page, "text": text, "bytes": data, "roles": library.roles(data)}


def cut_page(page, library):
    """The article alone, from its headline to the end of its body, as wires and archives hold it; None: not found."""
    lines, roles = page["text"].split("\n"), page["roles"][:, 0]
    if len(lines) - len(roles) not in (0, 1):  # other line ends than LF
        return None
    body = numpy.flatnonzero(roles == BODY)
    forms = headline_forms(page)
    heads = [at for at in range(min(len(lines), body[0] + 3 if len(body) else 0)) if normalize(lines[at]) in forms]
    if not heads or heads[-1] == 0:
        return None
    return with_text(page, "\n".join(lines[heads[-1]:body[-1] + 1]), library)


def dense_page(page, library):
    """The page without its blank lines, as many scrapers leave it."""
    return with_text(page, folds.without_blank_lines(page["text"]), library)


def load_pages(path, libraries):
    """The pages with their fold, UTF-8 bytes and line roles."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as source:
        pages = [json.loads(line) for line in source]
    for page in pages:
        page["fold"] = folds.fold_of(page)
        page["bytes"] = page["text"].encode("utf-8", "replace")
        page["roles"] = libraries[page["fold"]].roles(page["bytes"])
    return pages


def invented_pages(library):
    """Other invented pages than those that the line reader was trained on, of no fold."""
    out = []
    for rows, truth in web.pages(INVENTED, seed=41):
        out.append(with_text({"truth": truth, "fold": 0}, layouts.text_of(rows), library))
    return out


def train(ranking, libraries, pages, cuts, invented, out, fold_folder, importance):
    samples = gather(libraries, pages, ranking)
    more = gather(libraries, [cut for cut in cuts if zlib.crc32(cut["id"].encode()) % CUTS[ranking] == 0], ranking) if ranking in CUTS else []
    if ranking in DENSE:
        dense = [page for page in pages if zlib.crc32(page["id"].encode()) // 8 % DENSE[ranking] == 0]
        more += gather(libraries, [dense_page(page, libraries[page["fold"]]) for page in dense], ranking)
    if ranking in FROM_INVENTED:
        more += [s._replace(fold=-1) for s in gather(libraries, invented, ranking)]
    possible = sum(len(s.labels) > 0 and (s.labels > 0).any() for s in samples)
    print(f"{ranking}: {len(samples)} pages, {possible} with a right candidate", flush=True)
    models = [fit(ranking, [s for s in samples + more if s.fold != fold]) for fold in range(folds.FOLDS)]
    unseen = [[s for s in samples if s.fold == fold] for fold in range(folds.FOLDS)]
    if ranking in ONE_BY_ONE:
        judged = [page for model, part in zip(models, unseen) for page in scored(model, part)]
        scale, shift = 1.0, -best_threshold(judged)
        print(f"{ranking}: F1 {f1(judged, 0):.3f} at log odds 0, {f1(judged, -shift):.3f} at {-shift}", flush=True)
    else:
        best = [one for model, part in zip(models, unseen) for one in best_of(model, part)]
        scale, shift = to_log_odds(best)
        report_best(ranking, best, scale, shift, len(samples))
    for fold, model in enumerate(models):
        trees = probes.integer_trees(model, scale, shift)
        probes.write_trees(fold_folder / f"trees-{fold}" / f"{ranking}.tsv", ranking, trees)
        libraries[fold].set_trees(ranking, trees)
    model = fit(ranking, samples + more)
    probes.write_trees(out / f"{ranking}.tsv", ranking, probes.integer_trees(model, scale, shift))
    if importance:
        gains = collections.Counter(dict(zip(probes.feature_names(ranking), model.feature_importance("gain"))))
        print("  ", ", ".join(f"{n} {g:.0f}" for n, g in gains.most_common(16)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("rankings", nargs="*", default=RANKINGS)
    parser.add_argument("--folds", type=pathlib.Path, required=True)
    parser.add_argument("--build", type=pathlib.Path, default=folds.ROOT / "build/probes", help="where the probes are built")
    parser.add_argument("--importance", action="store_true", help="print what the trees ask most")
    args = parser.parse_args()
    libraries = [probes.Probe(path) for path in folds.build("fields_probe", args.folds, args.build, with_trees=False)]
    pages = load_pages(args.pages, libraries)
    cuts = [cut for cut in (cut_page(page, libraries[page["fold"]]) for page in pages) if cut]
    invented = invented_pages(libraries[0])
    for ranking in RANKINGS:
        if ranking in args.rankings:
            train(ranking, libraries, pages, cuts, invented, args.out, args.folds, args.importance)
        else:
            for fold, library in enumerate(libraries):
                library.set_trees(ranking, probes.read_trees(args.folds / f"trees-{fold}" / f"{ranking}.tsv", ranking))


if __name__ == "__main__":
    sys.exit(main())
