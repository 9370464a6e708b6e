#!/usr/bin/env python3
"""The Datasette demo: makes a database of invented pages and serves it, with its front page, speakers, clusters, links and time line.

    pip install ./ext/bindings/python datasette
    python3 ext/bindings/datasette/demo.py                   # then open the address that it prints
    python3 ext/bindings/datasette/demo.py --build-only      # build/datasette/demo.db, for a server of your own

Everything in the database was read from the texts in its table docs by the scripts in sql/; the canned queries are in metadata.json.
Cost: two seconds.
"""
import argparse
import pathlib
import sys

import sqlite_article

from pages import pages

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SCRIPTS = ("articles.sql", "clusters.sql", "links.sql", "timeline.sql")
TABLES = """
CREATE TABLE quotes(doc_id INTEGER NOT NULL REFERENCES docs(id), quote_no INTEGER, kind TEXT, quote TEXT, speaker_name TEXT,
  speaker_title TEXT, cue TEXT, PRIMARY KEY (doc_id, quote_no));
INSERT INTO quotes SELECT d.id, q.quote_no, q.kind, q.quote, q.speaker_name, q.speaker_title, q.cue
  FROM docs d, article_quotes(d.text, d.reference_time) q WHERE q.kind <> 'scare';
CREATE INDEX quotes_speaker ON quotes(speaker_name);
"""


def build(path, stories):
    """A fresh database; it is moved to its place when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    connection = sqlite_article.connect(str(new))
    run = connection.executescript
    run((ROOT / "sql" / SCRIPTS[0]).read_text(encoding="utf-8"))
    connection.executemany("INSERT INTO docs(text, reference_time) VALUES (:text, :captured)", pages(stories))
    connection.commit()
    for script in SCRIPTS[1:]:
        run((ROOT / "sql" / script).read_text(encoding="utf-8"))
    run(TABLES)
    [count] = connection.execute("SELECT count(*) FROM articles").fetchone()
    connection.commit()
    connection.close()
    new.replace(path)
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--database", type=pathlib.Path, default=ROOT / "build" / "datasette" / "demo.db")
    parser.add_argument("--stories", type=int, default=120)
    parser.add_argument("--build-only", action="store_true", help="do not serve it")
    parser.add_argument("--port", type=int, default=8001)
    arguments = parser.parse_args()
    print(f"{arguments.database}: {build(arguments.database, arguments.stories)} articles", flush=True)
    if arguments.build_only:
        return 0
    from datasette.cli import cli
    return cli(["serve", str(arguments.database), "--metadata", str(HERE / "metadata.json"), "--template-dir", str(HERE / "templates"),
                "--port", str(arguments.port)])


if __name__ == "__main__":
    sys.exit(main())
