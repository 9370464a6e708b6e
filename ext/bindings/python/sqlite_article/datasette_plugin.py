"""Datasette plugin: the functions are there in every query as soon as the wheel is installed."""
import sqlite3
import sys

import datasette

from ._loading import ExtensionLoadingError, load, load_everywhere

try:
    if not hasattr(sqlite3.Connection, "enable_load_extension"):
        load_everywhere()
except ExtensionLoadingError as reason:  # pages without the functions are better than none
    print(f"sqlite-article: {reason}", file=sys.stderr)


@datasette.hookimpl
def prepare_connection(conn):
    try:
        load(conn)
    except ExtensionLoadingError as reason:
        print(f"sqlite-article: {reason}", file=sys.stderr)
