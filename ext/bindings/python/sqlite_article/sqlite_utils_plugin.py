"""sqlite-utils plugin: `sqlite-utils query news.db "SELECT ... FROM docs d, parse_article(d.text)"` works without --load-extension."""
import sqlite_utils

from ._loading import load


@sqlite_utils.hookimpl
def prepare_connection(conn):
    load(conn)
