"""Raw article text to rows, in SQLite and in Python.

    >>> import sqlite_article
    >>> article = sqlite_article.parse(text)
    >>> article["headline"], article["author"], article["date_published"]

or in SQL, on a connection of your own:

    >>> connection = sqlite3.connect("news.db")
    >>> sqlite_article.load(connection)
    >>> connection.execute("SELECT d.id, a.headline FROM docs d, parse_article(d.text) a").fetchall()

Cost: parse() is one SQL statement on an in-memory connection that is kept for each thread; the work is the extension's.
"""
from ._loading import ExtensionLoadingError, connect, load, loadable_path
from ._parsing import FUNCTIONS, arrow_reader, columns, parse, parse_many, rows, to_arrow, to_pandas, tuples, version

__all__ = [
    "FUNCTIONS", "ExtensionLoadingError", "arrow_reader", "columns", "connect", "load", "loadable_path", "parse", "parse_many",
    "rows", "to_arrow", "to_pandas", "tuples", "version",
]


def __getattr__(name):
    if name == "__version__":  # asked of the binary itself, so that the two cannot differ
        return version()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
