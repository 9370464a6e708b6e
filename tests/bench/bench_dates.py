#!/usr/bin/env python3
"""Strings per second of article_date, beside dateparser.parse with the language given, over the same strings in one run.

usage:  bench_dates.py EXTENSION [--rounds N]

dateparser comes from the package index (pip install dateparser); without it only article_date is measured.
"""
import argparse
import sqlite3
import time

STRINGS = [("en", "7 November 2019, 11:55"), ("en", "Nov 7, 2019 11.55 am"), ("en", "3 hours ago"), ("de", "7. November 2019, 18:30 Uhr"),
           ("de", "vor 2 Tagen"), ("fr", "le 7 novembre 2019 à 18h30"), ("es", "7 de noviembre de 2019"), ("ru", "7 ноября 2019 в 13:34"),
           ("tr", "7 Kasım 2019"), ("ja", "2019年11月7日 18時30分"), ("pt", "há 3 dias"), ("it", "ieri")]


def rate(function, rounds):
    begin = time.perf_counter()
    for _ in range(rounds):
        for language, text in STRINGS:
            function(text, language)
    return rounds * len(STRINGS) / (time.perf_counter() - begin)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("extension")
    parser.add_argument("--rounds", type=int, default=20000)
    args = parser.parse_args()
    connection = sqlite3.connect(":memory:")
    connection.enable_load_extension(True)
    connection.execute("SELECT load_extension(?, 'sqlite3_article_init')", (args.extension,))
    connection.execute("CREATE TABLE strings(lang TEXT, text TEXT)")
    connection.executemany("INSERT INTO strings VALUES (?, ?)", STRINGS * args.rounds)
    begin = time.perf_counter()
    connection.execute("SELECT count(article_date(text, '2019-11-07T12:00:00', NULL, lang)) FROM strings").fetchone()
    ours = args.rounds * len(STRINGS) / (time.perf_counter() - begin)
    print(f"article_date      {ours:12.0f} strings/s")
    try:
        import dateparser
    except ImportError:
        return
    theirs = rate(lambda text, language: dateparser.parse(text, languages=[language]), 20)
    print(f"dateparser.parse  {theirs:12.0f} strings/s")
    print(f"ratio             {ours / theirs:12.1f}")


if __name__ == "__main__":
    main()
