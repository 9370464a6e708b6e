#!/usr/bin/env python3
"""Runs every script of sql/ on an invented corpus with the stock sqlite3 shell, and compares with the truth.

usage:  check_recipes.py SQLITE3 EXTENSION [--stories N]

Near-duplicates are found in the texts.  Links are checked on the titles of the truth, so that this tests the recipe and not the
reader of pages.  The exit code is 1 unless precision and recall are at least 0.98 everywhere.
"""
import argparse
import csv
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

from corpus import make_corpus
from formats import FORMATS
from invented import Invention

SQL = pathlib.Path(__file__).resolve().parents[2] / "sql"
LEAST = 0.98


class Shell:
    def __init__(self, shell, extension, folder):
        self.shell, self.folder = shell, folder
        self.load = f".load '{os.path.splitext(os.path.abspath(extension))[0]}'\n"

    def run(self, database, commands):
        done = subprocess.run([self.shell, "-batch", "-bail", str(database)], input=self.load + commands, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, universal_newlines=True, cwd=self.folder, timeout=900, check=False)
        if done.returncode or done.stderr:
            raise SystemExit(f"{commands}\n{done.stderr}")
        return done.stdout

    def read(self, database, *scripts):
        return self.run(database, "".join(f".read '{SQL / script}'\n" for script in scripts))


def score(name, found, truth):
    both = len(found & truth)
    precision, recall = both / max(len(found), 1), both / max(len(truth), 1)
    print(f"{name:22} found {len(found):6} of {len(truth):6}  precision {precision:.4f}  recall {recall:.4f}")
    return precision >= LEAST and recall >= LEAST


def rows(database, sql):
    connection = sqlite3.connect(database)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def check_clusters(shell, path, truth):
    shell.read(path, "articles.sql", "clusters.sql")
    # Two copies of one story are changed twice: they may or may not be found, the pairs with the original must be.
    cluster = truth["cluster"]
    found = {(a, b) for a, b in rows(path, "SELECT a, b FROM near_pairs") if cluster[a] != cluster[b] or cluster[b] == a}
    fine = score("near-duplicate pairs", found, truth["pairs"])
    expected = {(d, c) for d, c in truth["cluster"].items() if list(truth["cluster"].values()).count(c) > 1}
    fine &= score("cluster members", set(rows(path, "SELECT doc_id, cluster_id FROM cluster_members")), expected)
    shell.read(path, "clusters.sql")  # again: nothing changes
    return fine & score("clusters, read again", set(rows(path, "SELECT doc_id, cluster_id FROM cluster_members")), expected)


def check_links(shell, path, truth):
    """The truth's titles in place of those that the reader found, before the script and, by its triggers, after it."""
    documents = truth["documents"]
    half = len(documents) // 2

    def fill(part):
        connection = sqlite3.connect(path)
        connection.executemany("INSERT INTO articles(doc_id, headline, date_published, date_precision, article_body, word_count) VALUES (?, ?, ?, 'day', ?, 9)",
                               [(d["doc"], d["headline"], d["date"].strftime("%Y-%m-%d"), d["paragraphs"][0]) for d in part])
        connection.executemany("INSERT INTO items(doc_id, item_no, title) VALUES (?, ?, ?)",
                               [(d["doc"], n, t) for d in part for n, t in enumerate(d["items"], 1)])
        connection.commit()
        connection.close()
    shell.run(path, "DROP TRIGGER docs_inserted; DELETE FROM articles; DELETE FROM items;")
    fill(documents[:half])
    shell.read(path, "links.sql", "search.sql", "timeline.sql")
    fill(documents[half:])
    fine = score("links", set(rows(path, "SELECT from_doc, item_no, to_doc FROM links")), truth["links"])
    listed = {t for d in documents for t in d["items"]}
    missing = {t for t in listed if any(m in t.replace("’", "'") for m in truth["missing"] if m.split()[0] in t)}
    keys = {k for (k,) in rows(path, "SELECT DISTINCT key FROM item_keys WHERE key NOT IN (SELECT key FROM headline_keys)")}
    fine &= score("missing links", {(len(keys),)}, {(len(truth["missing"]),)}) and bool(missing)
    word = documents[-1]["headline"].split()[-1]
    found = {i for (i,) in rows(path, f"SELECT doc_id FROM search WHERE search MATCH 'headline: {word}'")}
    fine &= score("full-text search", found, {d["doc"] for d in documents if word in d["headline"].split()})
    days = dict(rows(path, "SELECT day, count(*) FROM timeline GROUP BY 1"))
    expected = {}
    for d in documents:
        day = d["date"].strftime("%Y-%m-%d")
        expected[day] = expected.get(day, 0) + 1
    return fine & score("time line", set(days.items()), set(expected.items()))


def check_export(shell, path, folder):
    shell.read(path, "export_csv.sql", "export_jsonl.sql", "export_jsonld.sql")
    with open(folder / "articles.csv", newline="", encoding="utf-8") as source:
        count = sum(1 for _ in csv.DictReader(source))
    lines = (folder / "articles.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    objects = [json.loads(line) for line in lines]
    linked = [json.loads(line) for line in (folder / "articles.jsonld.jsonl").read_text(encoding="utf-8").split("\n")[:-1]]
    articles, = rows(path, "SELECT count(*) FROM articles")[0]
    docs = rows(path, "SELECT id, text FROM docs ORDER BY id")
    fine = count == articles and [(o["id"], o["text"]) for o in objects] == docs and all(o["@type"] == "NewsArticle" for o in linked) and linked
    (folder / "articles.jsonl").rename(folder / "docs.jsonl")
    with open(folder / "docs.csv", "w", newline="", encoding="utf-8") as target:
        writer = csv.writer(target)
        writer.writerow(["id", "text", "reference_time", "timezone", "language"])
        writer.writerows([(i, t, "", "", "") for i, t in docs])
    for script in ("import_jsonl.sql", "import_csv.sql"):
        fresh = folder / (script + ".db")
        shell.read(fresh, "articles.sql", script)
        fine = fine and rows(fresh, "SELECT id, text FROM docs ORDER BY id") == docs
    print(f"export and import      {count} articles, {len(objects)} objects, {len(linked)} NewsArticles: {'same' if fine else 'DIFFERENT'}")
    return bool(fine)


def check_archives(shell, folder):
    path = folder / "archives.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE files(name TEXT PRIMARY KEY, text TEXT)")
    expected = set()
    for number, (name, write) in enumerate(FORMATS.items()):
        text, truths = write(Invention(number).stories(10))
        connection.execute("INSERT INTO files VALUES (?, ?)", (name, text))  # bytes: as readfile() gives them
        expected |= {(name, i + 1) for i in range(len(truths))}
    connection.commit()
    connection.close()
    shell.read(path, "articles.sql", "import_archive.sql", "import_archive.sql")
    return score("archives imported", set(rows(path, "SELECT name, article_no FROM sources JOIN articles USING (doc_id)")), expected)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("shell")
    parser.add_argument("extension")
    parser.add_argument("--stories", type=int, default=500)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shell = Shell(arguments.shell, arguments.extension, folder)
        path = folder / "news.db"
        truth = make_corpus(path, arguments.stories)
        print(f"{len(truth['documents'])} documents")
        results = [check_clusters(shell, path, truth), check_export(shell, path, folder), check_links(shell, path, truth), check_archives(shell, folder)]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
