#!/usr/bin/env python3
"""Trains the line reader: pages with their truth -> ext/data/weights.bin.  Needs numpy, lightgbm and a C++ compiler.

usage:  train_reader.py PAGES.jsonl.gz OUT.bin [--more PAGES.jsonl.gz ...] [--leave-out FOLD] [--folds DIR] [--build DIR]

--more       the same truths by another renderer
--leave-out  train on the sites of the other four folds (crc32(site) % 5): weights by which this fold can be judged
--folds DIR  writes DIR/weights-{0..4}.bin, each without one fold, and OUT.bin from all sites

The same pages, sources, numpy and LightGBM give the same bytes.  Steps: units, columns and tokens by the extension's own code
(reader/probe.cpp); roles from the truth and weak rules (reader/labels.py); other layouts of each page and invented pages
(reader/layouts.py); hashed words, two forests and a set of trees for body and a forest for the other roles (reader/learn.py, reader/boost.cpp), each
trained on what the one before says of pages that it has not seen.  Pages without annotated body are labelled by a reader that
was trained on the others, where it is sure, and a second reader is trained with them.
"""
import argparse
import ctypes
import pathlib
import random
import subprocess
import sys
import time
import zlib

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "reader"))
sys.dont_write_bytecode = True

import labels  # noqa: E402
import layouts  # noqa: E402
import learn  # noqa: E402
import pages as reading  # noqa: E402
import web  # noqa: E402
from labels import R  # noqa: E402

INNER = 3
NEAR = ("chars words ending opening stopwords short_words capital_words digits commas blank_before sentences date clock ago same shared "
        "shared_head separators colons quotes same_first same_last same_shape prose byline list_heading promotion read_more comments "
        "copyright caption navigation section cookie published label agency place keywords").split()
OFFSETS = (-4, -3, -2, -1, 1, 2, 3, 4)


def build(folder):
    """probe.so and boost.so from the sources of the extension."""
    folder.mkdir(parents=True, exist_ok=True)
    ext, tools = ROOT / "ext", ROOT / "ext/tools"
    gen = folder / "gen"
    gen.mkdir(exist_ok=True)
    sys.path.insert(0, str(tools))
    from tables import _data, phrases
    (gen / "phrases.inc").write_text(phrases.generate(_data.load(ext / "data"), None), encoding="utf-8")
    sources = sorted(ext.glob("core/text/*.cpp")) + sorted(ext.glob("core/features/*.cpp")) + [
        ext / "core/features.cpp", ext / "core/lexicon.cpp", ext / "core/roles/lexical.cpp", ext / "core/roles/neighbours.cpp"]
    common = ["c++", "-std=c++17", "-O2", "-fPIC", "-shared", f"-I{ext}", f"-I{gen}"]
    subprocess.run(common + [str(s) for s in sources] + [str(tools / "reader/probe.cpp"), "-lutf8proc", "-o", str(folder / "probe.so")], check=True)
    subprocess.run(common + ["-O3", str(tools / "reader/boost.cpp"), "-lpthread", "-o", str(folder / "boost.so")], check=True)
    return reading.Probe(folder / "probe.so"), ctypes.CDLL(str(folder / "boost.so"))


def weigh(doc, share=1.0):
    """A unit weighs as the measure does: its words of all words of the body; the rest is for the many short units."""
    tokens = np.array([max(1, len(labels.align.tokenize(line))) for line in doc["lines"]], float)
    body = doc["roles"] == R["body"]
    total = max(30.0, tokens[body].sum())
    doc["weight"] = share * (np.minimum(tokens, 150) / total + 0.3 / len(tokens))
    doc["lexical_weight"] = doc["weight"]
    doc["role_weight"] = np.where(body, 0, share * (0.15 + np.isin(doc["roles"], [R["headline"], R["byline"], R["timestamp"]]) * 1.0) * doc["role_trust"])


def rows_of(doc):
    blank = doc["columns"][:, doc["names"].index("blank_before")]
    return [(line, int(b), int(r)) for line, b, r in zip(doc["lines"], blank, doc["roles"])]


def variant(probe, doc, rows, share):
    """Another layout of a page as a page of its own; its units take the role of their first row."""
    new = probe.read(layouts.text_of(rows))
    starts, at = {}, 0
    for i, (line, blank, role) in enumerate(rows):
        at += min(blank, 2) if i else 0
        starts[at] = role
        at += 1
    new["roles"] = np.array([starts.get(int(first), R["navigation"]) for first in new["spans"][:, 2]])
    for key in ("site", "names", "role_trust"):
        new[key] = doc[key]
    new["kind"] = "layout"
    weigh(new, share)
    return new


def variants(probe, doc):
    if not len(doc["lines"]):
        return []
    rng = random.Random(zlib.crc32(doc["id"].encode()))
    rows, dice = rows_of(doc), rng.random()
    if dice < 0.35:
        return [variant(probe, doc, layouts.without_blanks(rows), 0.4)]
    if dice < 0.55:
        return [variant(probe, doc, layouts.wrapped(rows, rng.choice((65, 72, 72, 78))), 0.4)]
    if dice < 0.65:
        return [variant(probe, doc, layouts.without_blanks(layouts.wrapped(rows, rng.choice((65, 72, 78)))), 0.3)]
    if dice < 0.9:
        short = layouts.cut(rows, rng)
        return [variant(probe, doc, rng.choice((layouts.without_blanks, layouts.with_blanks, list))(short), 0.4)]
    return [variant(probe, doc, layouts.with_blanks(rows), 0.3)]


def read_page(probe, page, kind, share=1.0):
    doc = probe.read(page["text"])
    doc.update(page=page, truth=page["truth"], id=page["id"] + kind, site=page["site"], kind=kind, names=probe.names, role_trust=1.0, share=share)
    return doc


def label(doc, body):
    doc["roles"], head = labels.page_roles({"truth": doc["truth"], "lines": doc["lines"], "columns": doc["columns"]}, doc["names"], body)
    doc["role_trust"] = 1.0 if head is not None else 0.3
    weigh(doc, doc["share"])


class Columns:
    """All documents' columns in one padded table."""

    def __init__(self, docs, width):
        total = learn.PADDING
        for d in docs:
            d["at"] = total
            total += len(d["lines"]) + learn.PADDING
        self.table = np.zeros((width, total), np.uint8)
        for d in docs:
            self.table[:d["columns"].shape[1], d["at"]:d["at"] + len(d["lines"])] = d["columns"].T

    @staticmethod
    def rows(docs):
        return np.concatenate([np.arange(d["at"], d["at"] + len(d["lines"])) for d in docs])


class Trainer:
    def __init__(self, probe, boost, log):
        self.probe, self.boost, self.log = probe, boost, log
        names = probe.names
        near = [names.index(n) for n in NEAR]
        self.own = len(names)
        evidence = [n for n in probe.evidence]
        at = {n: self.own + i for i, n in enumerate(evidence)}
        seen = [(c, 0) for c in range(self.own)] + [(c, o) for o in OFFSETS for c in near]
        words = [(at[n], 0) for n in evidence if n.startswith("lex_")] + [(at[n], o) for n in ("lex_body", "lex_comment", "lex_promotion", "lex_item") for o in (-2, -1, 1, 2)]
        first = [(at[n], 0) for n in evidence if n[0] == "a"] + [(at["a"], o) for o in (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)]
        second = [(at[n], 0) for n in evidence if n[0] == "b"] + [(at["b"], o) for o in OFFSETS]
        more = [(at[n], o) for n in evidence[:8] for o in (-2, -1, 1, 2)]
        alone = [(c, 0) for c in list(range(self.own)) + sorted(at.values()) if c < at["c"]]
        beside = [(c, o) for c in (at["a"], at["b"], names.index("chars")) for o in (-3, -2, -1, 1, 2, 3)]
        self.questions = seen + words, seen + words + first, sorted(set(seen + words + alone + beside)), sorted(set(seen + words + more)) + second
        self.width, self.at = self.own + len(evidence), at

    def forest(self, table, docs, which, **options):
        rows = Columns.rows(docs)
        roles = np.concatenate([d["roles"] for d in docs])
        if which < 2:
            return learn.Forest(self.boost, table, self.questions[which], rows, roles == R["body"], np.concatenate([d["weight"] for d in docs]), **options)
        weights = np.concatenate([d["role_weight"] for d in docs])
        keep = weights > 0
        return learn.Forest(self.boost, table, self.questions[3], rows[keep], learn.role_targets(roles[keep]), weights[keep],
                            **dict({"trees": 60, "depth": 6, "outputs": learn.OUTPUTS, "softmax": 1, "row_share": 0.2, "column_share": 0.12, "rate": 0.25, "bins": 16}, **options))

    def trees(self, table, docs):
        roles = np.concatenate([d["roles"] for d in docs])
        return learn.TreeSet(table, self.questions[2], Columns.rows(docs), roles == R["body"], np.concatenate([d["weight"] for d in docs]), self.at["b"])

    def put_words(self, table, docs, lexical):
        for d in docs:
            table[self.own:self.at["a"], d["at"]:d["at"] + len(d["lines"])] = self.probe.lexical_columns(d, lexical)

    def put_neighbours(self, table, docs, forest, column):
        first = self.at[column]
        for d in docs:
            rows = np.arange(d["at"], d["at"] + len(d["lines"]))
            out = self.probe.neighbour_columns(d, forest.score(table, rows)[:, 0])
            table[first:first + len(out), rows[0]:rows[-1] + 1] = out

    def out_of_fold(self, docs, fit, put):
        """put() of each document by a model that has seen neither it nor its site."""
        inner = np.array([zlib.crc32(("inner " + d["site"]).encode()) % INNER for d in docs])
        for k in range(INNER):
            train = [d for d, f in zip(docs, inner) if f != k and d["kind"] != "invented"] + [d for d in docs if d["kind"] == "invented"]
            model = fit(train)
            put([d for d, f in zip(docs, inner) if f == k], model)

    def train(self, docs, roles=True):
        start = time.time()
        table = Columns(docs, self.width).table
        self.out_of_fold(docs, lambda ds: learn.Lexical(self.boost, ds), lambda ds, m: self.put_words(table, ds, m))
        lexical = learn.Lexical(self.boost, docs)
        self.out_of_fold(docs, lambda ds: self.forest(table, ds, 0), lambda ds, m: self.put_neighbours(table, ds, m, "a"))
        first = self.forest(table, docs, 0)
        second = self.forest(table, docs, 1)
        third = of_roles = None
        if roles:
            # What the second forest says of pages that it knows is too good; the next ones learn from what it says of others.
            self.out_of_fold(docs, lambda ds: self.forest(table, ds, 1, trees=60, rate=0.25), lambda ds, m: self.put_neighbours(table, ds, m, "b"))
            third, of_roles = self.trees(table, docs), self.forest(table, docs, 3)
        self.log(f"trained on {len(docs)} pages in {time.time() - start:.0f} s")
        return lexical, first, second, third, of_roles

    def body_probability(self, model, docs):
        """Writes doc['p'] and returns the table."""
        table = Columns(docs, self.width).table
        self.put_words(table, docs, model[0])
        self.put_neighbours(table, docs, model[1], "a")
        for d in docs:
            rows = np.arange(d["at"], d["at"] + len(d["lines"]))
            d["p"] = 1 / (1 + np.exp(-model[2].score(table, rows)[:, 0]))
        return table


def pseudo_label(trainer, model, docs):
    """Labels pages without annotated body where the model is sure and agrees with the annotated segments; those that it could label."""
    trainer.body_probability(model, docs)
    sure = []
    for d in docs:
        tokens = np.array([max(1, len(labels.align.tokenize(line))) for line in d["lines"]], float)
        body = (d["p"] >= 0.45).astype(int)
        doubt = (np.minimum(d["p"], 1 - d["p"]) * tokens).sum() / max(1.0, tokens[body == 1].sum())
        for segment in d["truth"].get("without", []):
            body[[i for i, line in enumerate(d["lines"]) if line == " ".join(segment.split())]] = 0
        missed = 0
        for segment in d["truth"].get("with", []):
            found = [i for i, line in enumerate(d["lines"]) if segment.strip() and segment.strip() in line]
            missed += bool(found) and not any(body[i] for i in found)
            if found and len(segment) > 30:
                body[found[0]] = 1
        if tokens[body == 1].sum() >= 60 and doubt < 0.12 and not missed:
            label(d, body)
            sure.append(d)
    return sure


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--more", nargs="*", default=[])
    parser.add_argument("--leave-out", type=int)
    parser.add_argument("--folds", type=pathlib.Path)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/reader")
    parser.add_argument("--only", type=int, nargs="*", default=range(5), help="with --folds: these folds alone, and not OUT.bin")
    parser.add_argument("--threads", type=int, default=2, help="changes the time, not the result")
    parser.add_argument("--web", type=int, default=6, help="invented pages of sites in each language")
    parser.add_argument("--no-pseudo", action="store_true")
    args = parser.parse_args()
    start = time.time()
    learn.TREE["threads"] = args.threads

    def log(text):
        print(f"{time.time() - start:6.0f} s  {text}", file=sys.stderr, flush=True)

    probe, boost = build(args.build)
    docs = [read_page(probe, page, "") for page in reading.read_jsonl(args.pages)]
    for path in args.more:
        docs += [read_page(probe, page, "/more", 0.4) for page in reading.read_jsonl(path)]
    docs = [d for d in docs if len(d["lines"])]
    truth = [d for d in docs if d["truth"].get("body")]
    open_ = [d for d in docs if not d["truth"].get("body") and d["kind"] == ""]
    for d in open_:
        d["share"] = 0.5
    for d in truth:
        label(d, labels.body_of(d))
    log(f"{len(truth)} pages with body, {len(open_)} without")
    invented = []
    for i, rows in enumerate(layouts.invented_pages(260) + [rows for rows, _ in web.pages(args.web)]):
        stub = {"site": "invented", "names": probe.names, "role_trust": 1.0}
        invented.append(dict(variant(probe, stub, rows, 0.35), kind="invented", id=f"invented-{i}"))
        invented[-1]["role_weight"] = invented[-1]["role_weight"] * 4  # their roles are certain
    layouts_ = [v for d in truth if d["kind"] == "" for v in variants(probe, d)]
    for d in invented + layouts_:
        d.setdefault("id", "")
    log(f"{len(layouts_)} layouts, {len(invented)} invented pages")
    trainer = Trainer(probe, boost, log)

    def make(fold):
        keep = lambda ds: [d for d in ds if fold is None or reading.fold_of(d["site"]) != fold or d["site"] == "invented"]
        base = keep(truth)
        extra = []
        if not args.no_pseudo:
            teacher = trainer.train([d for d in base if d["kind"] == ""], roles=False)
            extra = pseudo_label(trainer, teacher, keep(open_))
            log(f"{len(extra)} pages labelled by the first reader")
        model = trainer.train(base + extra + keep(layouts_) + invented)
        return learn.pack_model(trainer.width, *model)

    if args.only == range(5):
        args.out.write_bytes(make(args.leave_out))
        log(f"{args.out}: {args.out.stat().st_size} bytes")
    if args.folds:
        args.folds.mkdir(parents=True, exist_ok=True)
        for fold in args.only:
            (args.folds / f"weights-{fold}.bin").write_bytes(make(fold))
            log(f"fold {fold} written")


if __name__ == "__main__":
    main()
