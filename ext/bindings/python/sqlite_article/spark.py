"""The table functions on a Spark DataFrame (PySpark 3.3 or newer, with pyarrow).

    from sqlite_article.spark import parse_articles, related_items
    parse_articles(pages, "text").select("url", "headline", "date_published")
    related_items(pages, "text", reference_time_column="captured").groupBy("list_title").count()

Each gives the columns of the DataFrame without the text, then those of the function, a row for each row of the function.  Texts may
be strings or binary; binary ones are read as they are.  Options are those of the functions; with _column behind its name an option
is read from a column, row by row.

HOW IT WORKS.  mapInArrow: Spark hands batches of rows to Python workers; each worker has one in-memory SQLite connection, which lives
as long as the worker.  Every machine needs the wheel.  docs/SCALING.md has the cost.
"""
import functools

import pyarrow
from pyspark.sql import types

from . import _arrow, _parsing

SUFFIX = "_column"
_KINDS = {pyarrow.int64(): types.LongType(), pyarrow.float64(): types.DoubleType(), pyarrow.string(): types.StringType()}


def table(df, column, function, *, keep=None, **options):
    """The rows of any table function over the texts in `column`.

    keep: names of the columns of df that go in front; all but the text if it is not given.
    """
    keep = [name for name in df.columns if name != column] if keep is None else list(keep)
    fixed = {name: value for name, value in options.items() if not name.endswith(SUFFIX) and value is not None}
    by_row = {name[:-len(SUFFIX)]: source for name, source in options.items() if name.endswith(SUFFIX)}
    for name in (column, *keep, *by_row.values()):
        if name not in df.columns:
            raise ValueError(f"the DataFrame has no column {name!r}; it has {', '.join(df.columns)}")
    names = list(_parsing.columns(function))
    clash = [name for name in keep if name in names]
    if clash:
        raise ValueError(f"{function} has a column {clash[0]!r} too: rename that of the DataFrame, or leave it out with keep=[...]")
    # What is wrong with the options shows here, and not in a worker an hour later.
    _parsing.rows(function, "x", **{**fixed, **dict.fromkeys(by_row)})
    needed = list(dict.fromkeys([*keep, column, *by_row.values()]))
    schema = types.StructType([*(df.schema[name] for name in keep),
                               *(types.StructField(field.name, _KINDS[field.type]) for field in list(_arrow.schema(function))[1:])])

    def read(batches):
        for batch in batches:
            yield from _read_batch(batch, column, function, keep, fixed, by_row)

    return df.select(*(f"`{name}`" for name in needed)).mapInArrow(read, schema)


def _read_batch(batch, column, function, keep, fixed, by_row):
    """One batch of Spark's: kept columns and rows, in batches of a bounded size."""
    at = batch.schema.get_field_index
    texts = batch.column(at(column)).to_pylist()
    values = [batch.column(at(source)).to_pylist() for source in by_row.values()]
    options = ({**fixed, **{name: _plain(value) for name, value in zip(by_row, row)}} for row in zip(*values)) if by_row else None
    pairs = zip(texts, options) if by_row else ((text, fixed) for text in texts)
    kept = [(name, batch.column(at(name))) for name in keep]
    for rows in _arrow.batches(pairs, function):
        numbers, *cells = rows.columns
        arrays = [*(array.take(numbers) for _, array in kept), *cells]
        yield pyarrow.RecordBatch.from_arrays(arrays, names=[*keep, *rows.schema.names[1:]])


def _plain(value):
    """A timestamp or a date of Spark as the functions read it."""
    return value.isoformat() if hasattr(value, "isoformat") else value


parse_articles = functools.partial(table, function="parse_article")
"""parse_articles(df, column, ...): one row for each text with an article; other functions in the same way."""
related_items = functools.partial(table, function="related_items")
article_lines = functools.partial(table, function="article_lines")
article_fields = functools.partial(table, function="article_fields")
article_sentences = functools.partial(table, function="article_sentences")
article_quotes = functools.partial(table, function="article_quotes")
article_dates = functools.partial(table, function="article_dates")
article_mentions = functools.partial(table, function="article_mentions")
split_articles = functools.partial(table, function="split_articles")
