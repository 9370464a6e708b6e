"""The SQL functions as Python functions.

    parse(text)                          {"headline": ..., "author": [...], ..., "related": [{"title": ...}, ...]} or None
    rows("article_quotes", text)         the rows of any table function, as dicts
    parse_many(texts, progress=True)     parse() of each, in order; SQLite runs outside Python's lock, so threads help
    to_pandas(texts), to_arrow(texts)    one row for each article; arrow_reader(texts) as they are asked for

Text may be str or bytes; any bytes are taken.  Cost: one prepared statement a call on a connection of the thread's own.
"""
import collections
import concurrent.futures
import itertools
import json
import threading

from ._loading import connect
from ._progress import progress_bar

FUNCTIONS = ("parse_article", "related_items", "article_lines", "article_fields", "article_sentences", "article_quotes",
             "article_dates", "article_mentions", "split_articles")
"""The table functions of the SQL interface; columns(name) tells what each has."""

OPTIONS = ("reference_time", "timezone", "language")
JSON_COLUMNS = frozenset(("author", "keywords", "labels"))

_local = threading.local()


def _connection():
    if not hasattr(_local, "connection"):
        connection = connect(":memory:", cached_statements=32)
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        _local.connection = connection
        _local.columns = {}
    return _local.connection


def _bytes(text):
    # As bytes and cast back in SQL: a str with a lone surrogate and bytes that are no UTF-8 pass as they are.
    if isinstance(text, str):
        return text.encode("utf-8", "surrogatepass")
    if text is None or isinstance(text, (bytes, bytearray, memoryview)):
        return text
    raise TypeError(f"text must be str or bytes, not {type(text).__name__}")


def version():
    """The version of the extension that is loaded."""
    return _connection().execute("SELECT article_version()").fetchone()[0]


def columns(function):
    """{column: declared type} of a table function."""
    connection = _connection()
    if function not in _local.columns:
        if not function.isidentifier():
            raise ValueError(f"no such function: {function!r}")
        found = connection.execute("SELECT name, type FROM pragma_table_info(?)", (function,)).fetchall()
        if not found:
            raise ValueError(f"article.so {version()} has no table function {function!r}")
        _local.columns[function] = dict(found)
    return _local.columns[function]


def _statement(function, options):
    # By name: an option that is not given is not mentioned.
    names = [name for name in (*OPTIONS, "scope") if options.get(name) is not None]
    unknown = set(options) - {*OPTIONS, "scope"}
    if unknown:
        raise TypeError(f"unknown option {sorted(unknown)[0]!r}; there are {', '.join((*OPTIONS, 'scope'))}")
    chosen = ", ".join(f'f."{column}"' for column in columns(function))
    where = " AND ".join(f"f.{name} = ?" for name in names)
    return (f"SELECT {chosen} FROM {function}(CAST(? AS TEXT)) AS f" + (f" WHERE {where}" if where else ""),
            [str(options[name]) for name in names])


def tuples(function, text, options):
    """The rows of a table function over one text, as the driver gives them."""
    sql, values = _statement(function, options)
    return _connection().execute(sql, (_bytes(text), *values))


def rows(function, text, **options):
    """The rows of a table function as a list of dicts.  Options: reference_time, timezone, language, and scope for prose."""
    names = tuple(columns(function))
    decoded = [i for i, name in enumerate(names) if name in JSON_COLUMNS]
    out = []
    for row in tuples(function, text, options):
        row = list(row)
        for i in decoded:
            row[i] = json.loads(row[i]) if row[i] is not None else []
        out.append(dict(zip(names, row)))
    return out


def parse(text, *, related=True, **options):
    """The article as a dict: the columns of parse_article, author and keywords as lists, and its items under "related".

    None if the text has no visible character.
    """
    found = rows("parse_article", text, **options)
    if not found:
        return None
    article = found[0]
    if related:
        article["related"] = rows("related_items", text, **options)
    return article


def _in_order(function, items, workers):
    """function(item) for each item, in order, by `workers` threads, holding a few items for each thread and no more."""
    if workers <= 1:
        yield from map(function, items)
        return
    items = iter(items)
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        waiting = collections.deque(pool.submit(function, item) for item in itertools.islice(items, 4 * workers))
        while waiting:
            result = waiting.popleft().result()
            for item in itertools.islice(items, 1):
                waiting.append(pool.submit(function, item))
            yield result


def parse_many(texts, *, progress=None, workers=1, total=None, **options):
    """parse() of each text, lazily and in order.  progress: True, False, or None for "when a terminal is there"."""
    if total is None and hasattr(texts, "__len__"):
        total = len(texts)
    # parse() itself: an error in one text is raised where its result is due.
    results = _in_order(lambda text: parse(text, **options), texts, workers)
    return progress_bar(results, total, progress, "articles")


def _cells(texts, function, progress, options):
    """[text_no, first column, ...] of a function's rows over many texts, each a list."""
    cells = [[] for _ in range(1 + len(columns(function)))]
    total = len(texts) if hasattr(texts, "__len__") else None
    for number, text in enumerate(progress_bar(texts, total, progress, "texts")):
        for row in tuples(function, text, options):
            for cell, value in zip(cells, (number, *row)):
                cell.append(value)
    return cells


def to_arrow(texts, function="parse_article", *, progress=None, **options):
    """A pyarrow.Table of a function's rows over many texts; text_no counts the texts from 0.  JSON columns stay text."""
    with arrow_reader(texts, function, progress=progress, **options) as reader:
        return reader.read_all()


def arrow_reader(texts, function="parse_article", *, progress=None, **options):
    """The same as a pyarrow.RecordBatchReader, which reads the texts as its batches are asked for: DuckDB, Polars and files take it."""
    import pyarrow

    from . import _arrow
    total = len(texts) if hasattr(texts, "__len__") else None
    numbered = ((text, options) for text in progress_bar(texts, total, progress, "texts"))
    return pyarrow.RecordBatchReader.from_batches(_arrow.schema(function), _arrow.batches(numbered, function))


def to_pandas(texts, function="parse_article", *, progress=None, **options):
    """The same as a pandas.DataFrame, indexed by text_no; numbers with gaps are pandas' nullable Int64 and Float64."""
    import pandas
    kinds = {"INTEGER": "Int64", "REAL": "Float64"}
    text_no, *cells = _cells(texts, function, progress, options)
    frame = pandas.DataFrame({name: pandas.array(cell, dtype=kinds.get(kind, "object"))
                              for (name, kind), cell in zip(columns(function).items(), cells)})
    frame.index = pandas.Index(text_no, name="text_no")
    return frame
