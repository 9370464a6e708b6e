"""sqlite-utils plugin: `sqlite-utils query news.db "SELECT ... FROM docs d, parse_article(d.text)"` works without --load-extension."""
import sqlite3

import sqlite_utils

from ._loading import load, load_everywhere

if not hasattr(sqlite3.Connection, "enable_load_extension"):
    load_everywhere()


@sqlite_utils.hookimpl
def prepare_connection(conn):
    load(conn)
