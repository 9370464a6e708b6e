"""Datasette plugin: the functions are there in every query as soon as the wheel is installed."""
import datasette

from ._loading import ExtensionLoadingError, load


@datasette.hookimpl
def prepare_connection(conn):
    try:
        load(conn)
    except ExtensionLoadingError as error:
        # A page without the functions is better than no page; the reason is in Datasette's log.
        import sys
        print(f"sqlite-article: {error}", file=sys.stderr)
