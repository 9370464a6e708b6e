"""Loads article.so into a connection of whichever SQLite driver the caller uses.

    load(sqlite3.connect("news.db"))        # also apsw, pysqlite3, sqlite-utils' Database, SQLAlchemy's raw connection
    connect("news.db")                      # a sqlite3 connection with the functions, also where load() is not possible

Some interpreters (pyenv's, the one from python.org for macOS) are built without sqlite3's enable_load_extension().
load() then says so.  connect() has a second way: it hands the extension to the same SQLite library that Python's
sqlite3 module uses, by its public sqlite3_auto_extension(), for the time of opening the connection.
"""
import ctypes
import functools
import os
import pathlib
import platform
import sqlite3
import sys
import threading

_SUFFIX = {"Darwin": ".dylib", "Windows": ".dll"}.get(platform.system(), ".so")
_OPENING = threading.Lock()


class ExtensionLoadingError(RuntimeError):
    """This interpreter or this connection cannot load SQLite extensions."""


def loadable_path():
    """The path for SQLite's load_extension() or `.load`, without the suffix that SQLite adds itself."""
    return str(pathlib.Path(__file__).resolve().parent / "article")


def _file():
    path = loadable_path() + _SUFFIX
    if not os.path.exists(path):
        raise ExtensionLoadingError(f"sqlite-article was installed without its binary: {path} is not there")
    return path


def _unwrap(connection):
    """sqlite-utils' Database has .conn, SQLAlchemy's pooled connection .driver_connection."""
    for attribute in ("driver_connection", "conn"):
        if getattr(connection, attribute, None) is not None:
            return getattr(connection, attribute)
    return connection


def _has_functions(connection):
    try:
        connection.cursor().execute("SELECT article_version()").fetchall()
        return True
    except Exception:  # each driver has its own classes of errors
        return False


def load(connection):
    """Adds the functions to one connection; a second call does nothing.  Other extensions stay forbidden afterwards."""
    connection = _unwrap(connection)
    if hasattr(connection, "enable_load_extension"):
        enable, load_extension = connection.enable_load_extension, connection.load_extension
    elif hasattr(connection, "enableloadextension"):  # apsw before 3.42
        enable, load_extension = connection.enableloadextension, connection.loadextension
    elif _has_functions(connection):
        return
    elif isinstance(connection, sqlite3.Connection):
        raise ExtensionLoadingError(
            f"this Python ({sys.executable}) was built without SQLite extension loading, so its sqlite3 module has no "
            "enable_load_extension(). Use sqlite_article.connect(path) in place of sqlite3.connect(path); or another driver "
            "(`pip install apsw` or `pip install pysqlite3`); or a Python built with --enable-loadable-sqlite-extensions "
            "(Debian's, Ubuntu's, Homebrew's and conda's are)")
    else:
        raise ExtensionLoadingError(f"sqlite_article.load() takes a connection of sqlite3, pysqlite3 or apsw, not {type(connection)!r}")
    _file()  # a missing binary gets its own message
    try:
        enable(True)
    except Exception as error:
        raise ExtensionLoadingError(f"this connection's SQLite refuses to load extensions: {error}") from error
    try:
        load_extension(loadable_path())
    finally:
        enable(False)


def _auto_extension():
    """(register, cancel): give every connection that Python's sqlite3 module opens from now on the functions, and stop it."""
    try:
        import _sqlite3
        library = ctypes.CDLL(_sqlite3.__file__)
        register, cancel = library.sqlite3_auto_extension, library.sqlite3_cancel_auto_extension
    except (ImportError, AttributeError, OSError) as error:
        raise ExtensionLoadingError(
            f"this Python ({sys.executable}) neither allows SQLite extensions nor shows its SQLite library to ctypes; "
            "`pip install apsw` brings an SQLite that can load them") from error
    entry = ctypes.cast(ctypes.CDLL(_file()).sqlite3_article_init, ctypes.c_void_p)
    return functools.partial(register, entry), functools.partial(cancel, entry)


def load_everywhere():
    """For programs that open their connections themselves, in an interpreter whose connections cannot load extensions."""
    register, _ = _auto_extension()
    if register() != 0:
        raise MemoryError("sqlite3_auto_extension")


def connect(database=":memory:", **options):
    """sqlite3.connect(), with the functions there."""
    if hasattr(sqlite3.Connection, "enable_load_extension"):
        connection = sqlite3.connect(database, **options)
        try:
            load(connection)
        except BaseException:
            connection.close()
            raise
        return connection
    register, cancel = _auto_extension()
    with _OPENING:
        if register() != 0:
            raise MemoryError("sqlite3_auto_extension")
        try:
            return sqlite3.connect(database, **options)
        finally:
            cancel()
