"""load() and connect(), on every driver that is installed."""
import importlib.util
import os
import sqlite3
import subprocess
import sys

import pytest

import sqlite_article

can_load = hasattr(sqlite3.Connection, "enable_load_extension")
QUERY = "SELECT headline FROM parse_article(?)"


def need(module):
    return pytest.mark.skipif(importlib.util.find_spec(module) is None, reason=f"{module} is not installed")


def test_the_path_has_no_suffix_and_the_file_is_there():
    path = sqlite_article.loadable_path()
    assert os.path.basename(path) == "article"
    assert any(os.path.exists(path + suffix) for suffix in (".so", ".dylib", ".dll"))


def test_connect_works_in_every_interpreter(article, headline):
    connection = sqlite_article.connect(":memory:")
    assert connection.execute(QUERY, (article,)).fetchone() == (headline,)


def test_connect_leaves_other_connections_alone():
    sqlite_article.connect(":memory:").close()
    with pytest.raises(sqlite3.OperationalError, match="no such function: article_version"):
        sqlite3.connect(":memory:").execute("SELECT article_version()")


@pytest.mark.skipif(not can_load, reason="this interpreter's sqlite3 cannot load extensions")
def test_load_on_the_standard_library_twice(article, headline):
    connection = sqlite3.connect(":memory:")
    sqlite_article.load(connection)
    sqlite_article.load(connection)
    assert connection.execute(QUERY, (article,)).fetchone() == (headline,)


@pytest.mark.skipif(not can_load, reason="this interpreter's sqlite3 cannot load extensions")
def test_load_forbids_other_extensions_again():
    connection = sqlite3.connect(":memory:")
    sqlite_article.load(connection)
    with pytest.raises(sqlite3.OperationalError, match="not authorized"):
        connection.execute("SELECT load_extension(?)", (sqlite_article.loadable_path(),))


@pytest.mark.skipif(can_load, reason="this interpreter's sqlite3 can load extensions")
def test_an_interpreter_without_extensions_says_what_to_do():
    with pytest.raises(sqlite_article.ExtensionLoadingError, match=r"built without SQLite extension loading.*sqlite_article\.connect"):
        sqlite_article.load(sqlite3.connect(":memory:"))


def test_something_else_than_a_connection_is_named():
    with pytest.raises(sqlite_article.ExtensionLoadingError, match="takes a connection.*int"):
        sqlite_article.load(3)


@need("apsw")
def test_apsw(article, headline):
    import apsw
    connection = apsw.Connection(":memory:")
    sqlite_article.load(connection)
    assert connection.execute(QUERY, (article,)).fetchall() == [(headline,)]


@need("pysqlite3")
def test_pysqlite3(article, headline):
    import pysqlite3
    connection = pysqlite3.connect(":memory:")
    sqlite_article.load(connection)
    assert connection.execute(QUERY, (article,)).fetchone() == (headline,)


@need("sqlite_utils")
@pytest.mark.skipif(not can_load, reason="this interpreter's sqlite3 cannot load extensions")
def test_sqlite_utils_database(article, headline):
    import sqlite_utils
    database = sqlite_utils.Database(memory=True)
    sqlite_article.load(database)
    assert list(database.query("SELECT headline FROM parse_article(:text)", {"text": article})) == [{"headline": headline}]


@need("sqlite_utils")
def test_sqlite_utils_command_line_has_the_functions(article, headline):
    done = subprocess.run([sys.executable, "-m", "sqlite_utils", "memory", "SELECT headline FROM parse_article(:text)", "-p", "text", article,
                           "--raw"], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == headline


@need("datasette")
def test_datasette_has_the_functions(article, headline):
    import asyncio

    from datasette.app import Datasette

    async def ask():
        datasette = Datasette(memory=True)
        response = await datasette.client.get("/_memory.json", params={"sql": "SELECT headline FROM parse_article(:t)", "t": article, "_shape": "array"})
        return response.json()

    assert asyncio.run(ask()) == [{"headline": headline}]
