"""What the command line writes: a database, JSON Lines or CSV; one class each, with write(document).

    with OUTPUTS["db"]("news.db", ["articles", "items"]) as output:
        output.write({"path": "a.txt", "text": b"...", "error": None, "tables": {"articles": [{...}], "items": []}})
"""
import contextlib
import csv
import json
import sqlite3
import sys

from . import _parsing

TABLES = {
    "articles": "parse_article", "items": "related_items", "lines": "article_lines", "fields": "article_fields",
    "sentences": "article_sentences", "quotes": "article_quotes", "dates": "article_dates", "mentions": "article_mentions",
    "splits": "split_articles",
}
"""Short name: table function.  A table of the function's own name would hide the function."""

COMMIT_EACH = 1000


def _flat(value):
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value


class _Stream:
    """A text file that is written, or standard output.  Surrogates and bytes that are no text become U+FFFD."""

    def __init__(self, path, tables):
        self.tables = tables
        self._path = path

    def __enter__(self):
        if self._path:
            self.file = open(self._path, "w", encoding="utf-8", errors="replace", newline="")
        else:
            with contextlib.suppress(AttributeError, ValueError):
                sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")
            self.file = sys.stdout
        return self

    def __exit__(self, *_):
        if self._path:
            self.file.close()
        else:
            self.file.flush()


class JsonLines(_Stream):
    """One object a text: path, the article's columns, the other tables as lists; or path, error and what was read."""

    def write(self, document):
        out = {"path": document["path"]}
        if document["error"] is not None:
            out["error"] = document["error"]
            if document["text"] is not None:
                out["text"] = document["text"].decode("utf-8", "replace")
        for table, rows in document["tables"].items():
            if table == "articles":
                out.update(rows[0] if rows else {})
            else:
                out[table] = rows
        self.file.write(json.dumps(out, ensure_ascii=False) + "\n")


class Csv(_Stream):
    """path, the table's columns, error; a text with an error has a row of its own."""

    def __enter__(self):
        super().__enter__()
        self.columns = list(_parsing.columns(TABLES[self.tables[0]]))
        self.writer = csv.writer(self.file, lineterminator="\n")
        self.writer.writerow(["path", *self.columns, "error"])
        return self

    def write(self, document):
        if document["error"] is not None:
            self.writer.writerow([document["path"], *[None] * len(self.columns), document["error"]])
        for row in document["tables"].get(self.tables[0], []):
            self.writer.writerow([document["path"], *(_flat(row[name]) for name in self.columns), None])


class Database:
    """docs(id, path, text), a table for each function with doc_id first, errors(doc_id, path, error).

    A path that is there already is replaced, so that the same command can be given again; one that cannot be read any more
    keeps its old text and rows, and gets its error.
    """

    def __init__(self, path, tables):
        self.tables = tables
        self.connection = sqlite3.connect(path, isolation_level=None)
        self._written = 0

    def __enter__(self):
        execute = self.connection.execute
        execute("PRAGMA journal_mode = WAL")
        execute("BEGIN IMMEDIATE")
        existing = [row[0] for row in execute("SELECT name FROM pragma_table_info('docs')")]
        if existing and "path" not in existing:
            execute("ROLLBACK")
            self.connection.close()
            raise ValueError("the database has another table named docs, without a column path; choose another file")
        execute("CREATE TABLE IF NOT EXISTS docs(id INTEGER PRIMARY KEY, path TEXT UNIQUE NOT NULL, text TEXT)")
        execute("CREATE TABLE IF NOT EXISTS errors(doc_id INTEGER NOT NULL REFERENCES docs(id), path TEXT NOT NULL, error TEXT NOT NULL)")
        self._insert, self._names = {}, {}
        for table in self.tables:
            columns = _parsing.columns(TABLES[table])
            execute(f"CREATE TABLE IF NOT EXISTS {table}(doc_id INTEGER NOT NULL REFERENCES docs(id), " +
                    ", ".join(f'"{name}" {kind}' for name, kind in columns.items()) + ")")
            execute(f"CREATE INDEX IF NOT EXISTS {table}_doc_id ON {table}(doc_id)")
            names = ", ".join(f'"{name}"' for name in columns)
            self._insert[table] = f"INSERT INTO {table}(doc_id, {names}) VALUES (?{', ?' * len(columns)})"
            self._names[table] = list(columns)
        # Other tables of an earlier run hold rows of the same documents: they go with the old text.
        self._dependent = [row[0] for row in execute(
            "SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'doc_id'")]
        return self

    def _doc_id(self, path, text):
        execute = self.connection.execute
        found = execute("SELECT id FROM docs WHERE path = ?", (path,)).fetchone()
        if found is None:
            return execute("INSERT INTO docs(path, text) VALUES (?, CAST(? AS TEXT))", (path, text)).lastrowid
        for table in self._dependent if text is not None else ["errors"]:
            execute(f'DELETE FROM "{table}" WHERE doc_id = ?', found)
        execute("UPDATE docs SET text = coalesce(CAST(? AS TEXT), text) WHERE id = ?", (text, found[0]))
        return found[0]

    def write(self, document):
        doc_id = self._doc_id(_storable(document["path"]), document["text"])
        if document["error"] is not None:
            self.connection.execute("INSERT INTO errors VALUES (?, ?, ?)", (doc_id, _storable(document["path"]), document["error"]))
        for table, rows in document["tables"].items():
            names = self._names[table]
            self.connection.executemany(self._insert[table], ([doc_id, *(_flat(row[name]) for name in names)] for row in rows))
        self._written += 1
        if self._written % COMMIT_EACH == 0:
            self.connection.execute("COMMIT")
            self.connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, *_):
        # Also after an error or Ctrl-C: what was read is kept.
        self.connection.execute("COMMIT")
        self.connection.execute("PRAGMA journal_mode = DELETE")
        self.connection.close()


def _storable(path):
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


OUTPUTS = {"db": Database, "jsonl": JsonLines, "csv": Csv}
