#!/usr/bin/env python3
"""Speed of the prose functions: against pysbd and against SELECT sum(length(text)), in one run; processor time.

usage:  bench_sentences.py EXTENSION TEXTS.jsonl [--repeat 5]

Each line of TEXTS is {"input": text}; only English ones (or without "lang") are used.  pysbd (PyPI) is optional.
"""
import argparse
import json
import sqlite3
import time


def best_of(repeat, call):
    best = None
    for _ in range(repeat):
        start = time.process_time()
        call()
        spent = time.process_time() - start
        best = spent if best is None or spent < best else best
    return best


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("extension")
    parser.add_argument("texts")
    parser.add_argument("--repeat", type=int, default=5)
    args = parser.parse_args()
    with open(args.texts, encoding="utf-8") as source:
        rows = [json.loads(line) for line in source if line.strip()]
    texts = [row["input"] for row in rows if row.get("lang", "en") == "en"]
    size = sum(len(text.encode()) for text in texts)
    database = sqlite3.connect(":memory:")
    database.enable_load_extension(True)
    database.execute("SELECT load_extension(?, 'sqlite3_article_init')", (args.extension,))
    database.execute("CREATE TABLE docs(text TEXT)")
    database.executemany("INSERT INTO docs VALUES (?)", [(text,) for text in texts])
    base = best_of(10 * args.repeat, lambda: database.execute("SELECT sum(length(text)) FROM docs").fetchall())
    print(f"{len(texts)} texts, {size} bytes; sum(length(text)) {base * 1e3:.2f} ms")
    spent = {}
    for name in ("article_sentences", "article_mentions", "article_quotes"):
        sql = f"SELECT count(f.byte_start) FROM docs d, {name}(d.text, NULL, NULL, 'en') f WHERE f.scope = 'text'"
        spent[name] = best_of(args.repeat, lambda: database.execute(sql).fetchall())
        print(f"{name} {spent[name] * 1e3:.1f} ms, {size / spent[name] / 1e6:.1f} MB/s, {spent[name] / base:.0f} x sum(length)")
    try:
        import pysbd
    except ImportError:
        print("pysbd is not installed")
        return
    segmenter = pysbd.Segmenter(language="en", clean=False)
    some = texts[:max(1, len(texts) // 10)]
    share = sum(len(text.encode()) for text in some) / size
    other = best_of(1, lambda: [segmenter.segment(text) for text in some]) / share
    print(f"pysbd {other:.1f} s (from {share:.0%} of the bytes); article_sentences is {other / spent['article_sentences']:.0f} times as fast")


if __name__ == "__main__":
    main()
