#!/usr/bin/env python3
"""Speed of the functions, as ratios to SELECT sum(length(text)): one program, one run, one table.

usage:  bench.py EXTENSION [--split-lines LIBRARY] [--megabytes 20] [--pages PAGES.jsonl.gz] [--threads 1,2]

Corpora: wire news and menu-heavy pages, both made of invented text, and, where they are given, the evaluation pages.  The
floor is what SQLite takes to hand over the texts; times are processor time (with threads: time), the best of three
runs, so that what else the machine does counts least.  Beside the functions it measures what others take for the same texts: FTS5 indexing, a regular expression in
Python as a function, a table function that only splits lines.  Needs an interpreter whose sqlite3 can load extensions.
"""
import argparse
import gzip
import json
import os
import random
import re
import sqlite3
import sys
import tempfile
import threading
import time

NAMES = ["Mara Ilvent", "Otto Brask", "Jana Torvik", "Ines Valdor", "Pavel Ornek", "Lia Stenmark"]
PLACES = ["Brenford", "Ostrava Bay", "Kelm", "Norvik", "Tarn Hollow", "Velsk"]
THINGS = "ferry harbour bridge budget council winter storm school railway market museum orchard clinic river reserve tunnel".split()
VERBS = "opened closed delayed approved rejected repaired measured praised moved counted announced expected".split()
LINKERS = "after before because while although since until when".split()
MENU = "Home|News|Politics|Economy|Sport|Weather|Culture|Opinion|Video|About us|Contact|Subscribe|Sign in|Search".split("|")


def sentence(rng):
    words = ["The", rng.choice(THINGS), "of", rng.choice(PLACES), "was", rng.choice(VERBS), rng.choice(LINKERS), "the"]
    for _ in range(rng.randint(4, 18)):
        words += [rng.choice(THINGS), rng.choice(VERBS)]
    if rng.random() < 0.2:
        return f'"{" ".join(words)}," said {rng.choice(NAMES)}, head of the {rng.choice(THINGS)} office.'
    if rng.random() < 0.2:
        words += ["on", str(rng.randint(1, 28)), rng.choice(["March", "May", "November"]), str(rng.randint(1990, 2020))]
    return " ".join(words) + "."


def wire_article(rng):
    title = f"{rng.choice(PLACES)} {rng.choice(THINGS)} {rng.choice(VERBS)} again as {rng.choice(THINGS)} fails"
    lines = [title, f"By {rng.choice(NAMES)} and {rng.choice(NAMES)}", f"November {rng.randint(1, 28)}, 2019 11:{rng.randint(10, 59)} (UTC+04:00)"]
    body = [" ".join(sentence(rng) for _ in range(rng.randint(2, 5))) for _ in range(rng.randint(8, 20))]
    body[0] = f"{rng.choice(PLACES).upper()}, Norland, Nov. 7 (Korva) - {body[0]}"
    return "\n".join(lines + body) + "\n"


def menu_page(rng):
    lines = MENU * 3 + wire_article(rng).split("\n")[:8] + ["Related news"]
    for _ in range(40):
        lines += [f"{rng.choice(PLACES)} {rng.choice(THINGS)} {rng.choice(VERBS)}", f"{rng.choice(MENU)} {rng.randint(10, 23)}:{rng.randint(10, 59)}"]
    return "\n".join(lines + MENU * 2) + "\n"


def texts_of(make, megabytes):
    rng, texts, size = random.Random(7), [], 0
    while size < megabytes * 1000000:
        texts.append(make(rng))
        size += len(texts[-1])
    return texts


def evaluation_texts(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def connect(path, options):
    database = sqlite3.connect(path, check_same_thread=False)
    database.enable_load_extension(True)
    database.load_extension(os.path.splitext(os.path.abspath(options.extension))[0])
    if options.split_lines:
        database.load_extension(os.path.splitext(os.path.abspath(options.split_lines))[0])
    pattern = re.compile(r"\b\d{1,2} (?:January|February|March|May|November) \d{4}\b")
    database.create_function("python_dates", 1, lambda text: len(pattern.findall(text)), deterministic=True)
    return database


def all_columns(database, function, alias):
    """sum of the lengths of every column: reads all and returns one number."""
    names = [row[1] for row in database.execute(f"PRAGMA table_xinfo({function})") if row[6] == 0]
    return " + ".join(f'ifnull(length({alias}."{name}"), 0)' for name in names)


def cases(database):
    rows = [("floor: sum(length(text))", "SELECT sum(length(text)) FROM docs")]
    tables = ["parse_article", "related_items", "article_lines", "article_fields", "article_sentences", "article_quotes",
              "article_dates", "article_mentions", "split_articles"]
    modules = {row[0] for row in database.execute("SELECT name FROM pragma_module_list")}
    scalars = {row[0] for row in database.execute("SELECT name FROM pragma_function_list")}
    if "split_lines" in modules:
        rows.append(("a table function that only splits lines", "SELECT count(line) FROM docs d, split_lines(d.text)"))
    rows.append(("a Python regular expression for dates", "SELECT sum(python_dates(text)) FROM docs"))
    rows.append(("FTS5 indexing", None))
    one = {"parse_article": "headline", "related_items": "title", "article_lines": "line", "article_sentences": "sentence"}
    for table in [t for t in tables if t in modules]:
        rows.append((f"{table}, all columns", f"SELECT sum({all_columns(database, table, 'f')}) FROM docs d, {table}(d.text) f"))
        if table in one:
            rows.append((f"{table}.{one[table]} alone", f"SELECT sum(length(f.{one[table]})) FROM docs d, {table}(d.text) f"))
    rows.append(("parse_article and related_items and article_lines, joined",
                 "SELECT count(p.headline), count(l.role), count(i.title) FROM docs d, parse_article(d.text) p, article_lines(d.text) l "
                 "LEFT JOIN related_items(d.text) i ON l.line_no = i.line_no"))
    for scalar in ["article_json", "article_fingerprint"]:
        if scalar in scalars:
            rows.append((scalar, f"SELECT sum(length({scalar}(text))) FROM docs"))
    return rows


def seconds(run, times, clock=time.process_time):
    best = float("inf")
    for _ in range(times):
        begin = clock()
        run()
        best = min(best, clock() - begin)
    return best


def index_fts5(database):
    database.execute("DROP TABLE IF EXISTS temp.fts")
    database.execute("CREATE VIRTUAL TABLE temp.fts USING fts5(text)")
    database.execute("INSERT INTO fts SELECT text FROM docs")


def in_threads(path, options, sql, count):
    """The same statement in `count` threads, each on its own connection and its share of the rows."""
    connections = [connect(path, options) for _ in range(count)]
    def run():
        threads = [threading.Thread(target=lambda c=c, i=i: c.execute(f"{sql} WHERE d.rowid % {count} = {i}").fetchall())
                   for i, c in enumerate(connections)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return seconds(run, options.times, time.perf_counter)


def measure(name, texts, options):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "bench.db")
        database = connect(path, options)
        database.execute("CREATE TABLE docs(text TEXT)")
        database.executemany("INSERT INTO docs VALUES (?)", ((text,) for text in texts))
        database.commit()
        megabytes = sum(len(text.encode()) for text in texts) / 1e6
        print(f"\n{name}: {len(texts)} texts, {megabytes:.1f} MB, SQLite {sqlite3.sqlite_version}\n")
        print("| what | ms a MB | times the floor |\n|---|---|---|")
        floor = None
        for label, sql in cases(database):
            if floor is not None and not re.search(options.only, label):
                continue
            took = seconds((lambda: index_fts5(database)) if sql is None else (lambda sql=sql: database.execute(sql).fetchall()), options.times)
            floor = floor or took
            print(f"| {label} | {took * 1000 / megabytes:.2f} | {took / floor:.1f} |", flush=True)
        for count in options.threads:
            sql = "SELECT sum(length(p.headline)) FROM docs d, parse_article(d.text) p"
            print(f"| parse_article.headline, {count} threads | {in_threads(path, options, sql, count) * 1000 / megabytes:.2f} | |")
        database.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("extension")
    parser.add_argument("--split-lines")
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--pages", help="pages.jsonl.gz of the evaluation")
    parser.add_argument("--threads", type=lambda value: [int(n) for n in value.split(",")], default=[1, 2])
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--only", default="", help="regular expression of the rows that are measured beside the floor")
    options = parser.parse_args()
    measure("wire news", texts_of(wire_article, options.megabytes), options)
    measure("menu-heavy pages", texts_of(menu_page, options.megabytes), options)
    if options.pages and os.path.exists(options.pages):
        measure("evaluation pages", evaluation_texts(options.pages), options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
