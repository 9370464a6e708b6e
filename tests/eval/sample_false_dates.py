#!/usr/bin/env python3
"""False dates: sentences of real bodies in which article_dates finds something, for a reader to judge.  Standard library only.

usage:  sample_false_dates.py EXTENSION [--shared DIR] [--sentences N] [--phase P] [--verdicts FILE] [--list]

Takes every k-th sentence of the annotated bodies of the evaluation pages until N sentences are held in which nothing is
found; a language's share is the square root of what it has, so that small languages are heard.  The others, in which something
is found, are printed (--list: number, language, what was found, the sentence).  Whoever reads them writes the numbers of
the findings that are no date or time into FILE, one number a line, `12` or `12 not a date: a score`; a sentence whose
findings are all false holds no date.  With the verdicts the figure is printed:

    false dates in 1,000 sentences without a date = false findings of such sentences / (such sentences + N) * 1,000

The sample is the same for the same pages and the same sentence reader; findings are numbered by a checksum of sentence and
span, so that verdicts hold when the reader of dates has changed.
"""
import argparse
import collections
import gzip
import json
import math
import pathlib
import sqlite3
import zlib

SENTENCES = ("SELECT sentence, byte_start, byte_end FROM article_sentences(?, NULL, NULL, ?) WHERE scope = 'text' "
             "ORDER BY sentence_no")
DATES = ("SELECT date_text, value, byte_start, byte_end FROM article_dates(?, ?, NULL, ?) WHERE scope = 'text' "
         "ORDER BY date_no")


def read_sentences(database, pages):
    """language -> [(sentence, [(number, date_text, value), ...]), ...]"""
    out = collections.defaultdict(list)
    for page in pages:
        body, language = page["truth"].get("body"), page.get("lang")
        if not body:
            continue
        published = (page["truth"].get("date") or "")[:10] or None
        dates = database.execute(DATES, (body, published, language)).fetchall()
        for sentence, start, end in database.execute(SENTENCES, (body, language)):
            found = [(zlib.crc32(f"{sentence}|{text}|{begin - start}".encode()), text, value)
                     for text, value, begin, stop in dates if start <= begin and stop <= end]
            out[language].append((sentence, found))
    return out


def sample(sentences, wanted, phase):
    """[(language, sentence, found), ...] with `wanted` sentences in which nothing is found; each k-th, the first at phase * k."""
    def shares(total):
        weight = {language: math.sqrt(len(items)) for language, items in sentences.items()}
        return {language: min(len(sentences[language]), round(total * weight[language] / sum(weight.values())))
                for language in sentences}
    for total in range(wanted, 100 * wanted, 50):
        chosen = []
        for language, count in sorted(shares(total).items()):
            items = sentences[language]
            chosen += [(language, *items[int((i + phase) * len(items) / count)]) for i in range(count)]
        if sum(not found for _, _, found in chosen) >= wanted:
            return chosen
    raise SystemExit("not so many sentences")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("extension")
    parser.add_argument("--shared", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2] / "../shared")
    parser.add_argument("--sentences", type=int, default=1000)
    parser.add_argument("--phase", type=float, default=0.0, help="0 to 1: another sample of the same pages")
    parser.add_argument("--verdicts", type=pathlib.Path)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    database = sqlite3.connect(":memory:")
    database.enable_load_extension(True)
    database.execute("SELECT load_extension(?, 'sqlite3_article_init')", (options.extension,))
    with gzip.open(options.shared / "eval/pages.jsonl.gz", "rt", encoding="utf-8") as file:
        pages = [json.loads(line) for line in file if line.strip()]
    chosen = sample(read_sentences(database, pages), options.sentences, options.phase)
    false = set()
    if options.verdicts:
        false = {int(line.split()[0]) for line in options.verdicts.read_text().splitlines() if line.strip()}
    dateless = [found for _, _, found in chosen if found and all(number in false for number, _, _ in found)]
    empty = sum(not found for _, _, found in chosen)
    for language, sentence, found in chosen:
        for number, text, value in found if options.list else ():
            print(f"{number}\t{language}\t{text}\t{value}\t{'false' if number in false else ''}\t{' '.join(sentence.split())}")
    languages = collections.Counter(language for language, _, _ in chosen)
    print("sentences:", len(chosen), " ".join(f"{language} {count}" for language, count in languages.most_common()))
    print("nothing found:", empty, " something found:", len(chosen) - empty, " findings:",
          sum(len(found) for _, _, found in chosen), " of them false:",
          sum(number in false for _, _, found in chosen for number, _, _ in found))
    if not options.verdicts:
        print("not judged: read the findings (--list) and give the numbers of the false ones by --verdicts")
        return
    count = sum(len(found) for found in dateless)
    print(f"false dates in 1,000 sentences without a date: {1000 * count / (len(dateless) + empty):.1f}"
          f" ({count} in {len(dateless) + empty})")


if __name__ == "__main__":
    main()
