"""Rows of a table function as Arrow record batches, for to_arrow(), arrow_reader() and Spark.

    for batch in batches([(text, {"timezone": "+04:00"}), ...], "article_lines"): ...   # text_no, line_no, line, ...

Cost: the function's; a row costs one append for each column.  A batch ends with the text that fills it, so that memory holds one
batch and the rows of one text.
"""
import pyarrow

from . import _parsing

ROWS = 8192
_KINDS = {"INTEGER": pyarrow.int64(), "REAL": pyarrow.float64()}


def schema(function):
    """text_no, which counts the texts from 0, and the function's columns; JSON columns are text."""
    fields = ((name, _KINDS.get(kind, pyarrow.string())) for name, kind in _parsing.columns(function).items())
    return pyarrow.schema([("text_no", pyarrow.int64()), *fields])


def batches(texts, function):
    """Record batches of the rows of (text, options), in the order of the texts."""
    columns = schema(function)
    rows = []
    for number, (text, options) in enumerate(texts):
        rows.extend((number, *row) for row in _parsing.tuples(function, text, options))
        if len(rows) >= ROWS:
            yield _batch(rows, columns)
            rows = []
    if rows:
        yield _batch(rows, columns)


def _batch(rows, columns):
    return pyarrow.record_batch([pyarrow.array(cells, field.type) for cells, field in zip(zip(*rows), columns)], schema=columns)
