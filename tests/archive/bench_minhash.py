#!/usr/bin/env python3
"""Finds planted near-duplicates among many rows by article_minhash and an ordinary index; prints recall, time and memory.

usage:  bench_minhash.py EXTENSION [--rows 1000000] [--pairs 5000] [--database FILE]

Texts are 80 invented words; a planted copy has every tenth word changed.  Not run by ctest.
"""
import argparse
import os
import random
import resource
import time

from loading import open_database

WORDS = 80


def texts(rows, pairs, rate=0.10):
    r = random.Random(1)
    syllables = "ba be bri co da dro el fa gar hin jo ka lu mer nol or pra quen ris sol tam ul vin wes yar zim".split()
    common = "the of and to in a was for on said that with by at from".split()
    vocabulary = ["".join(r.choice(syllables) for _ in range(r.randint(2, 4))) for _ in range(60000)]
    planted = []
    for number in range(rows - pairs):
        words = [common[r.randrange(15)] if r.random() < 0.4 else vocabulary[int(r.random() ** 2 * 60000)] for _ in range(WORDS)]
        if number < pairs:
            planted.append(words)
        yield " ".join(words)
    for words in planted:
        yield " ".join(vocabulary[r.randrange(60000)] if r.random() < rate else word for word in words)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("extension")
    parser.add_argument("--rows", type=int, default=1000000)
    parser.add_argument("--pairs", type=int, default=5000)
    parser.add_argument("--database", default=":memory:")
    arguments = parser.parse_args()
    database = open_database(arguments.extension, arguments.database)
    database.execute("CREATE TABLE docs(id INTEGER PRIMARY KEY, text TEXT)")
    database.executemany("INSERT INTO docs(text) VALUES (?)", ((text,) for text in texts(arguments.rows, arguments.pairs)))
    start = time.monotonic()
    database.execute("CREATE TABLE bands AS SELECT m.band_key AS key, d.id FROM docs d, article_minhash(d.text) m")
    keyed = time.monotonic()
    database.execute("CREATE INDEX bands_key ON bands(key, id)")
    indexed = time.monotonic()
    found = set(map(tuple, database.execute(
        "WITH shared AS MATERIALIZED (SELECT key FROM bands GROUP BY key HAVING count(*) > 1) SELECT DISTINCT x.id, y.id FROM shared "
        "CROSS JOIN bands x ON x.key = shared.key CROSS JOIN bands y ON y.key = x.key AND y.id > x.id")))
    joined = time.monotonic()
    offset = arguments.rows - arguments.pairs
    truth = {(number + 1, offset + number + 1) for number in range(arguments.pairs)}
    print(f"{arguments.rows} rows, {arguments.pairs} planted pairs: recall {len(found & truth) / len(truth):.4f}, {len(found)} candidate pairs")
    print(f"keys {keyed - start:.1f} s, index {indexed - keyed:.1f} s, join {joined - indexed:.1f} s; peak memory of the process "
          f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB{' with the database in memory' if arguments.database == ':memory:' else ''}")
    if arguments.database != ":memory:":
        print(f"database {os.path.getsize(arguments.database) / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
