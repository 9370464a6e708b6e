"""Opens a database with the extension; runs the program again with the system's interpreter where this one cannot load any."""
import os
import sqlite3
import sys

SKIPPED = 77
SYSTEM_PYTHON = "/usr/bin/python3"


def open_database(extension, path=":memory:"):
    database = sqlite3.connect(path)
    if not hasattr(database, "enable_load_extension"):
        if os.path.exists(SYSTEM_PYTHON) and not os.environ.get("ARTICLE_SYSTEM_PYTHON"):
            os.execve(SYSTEM_PYTHON, [SYSTEM_PYTHON] + sys.argv, dict(os.environ, ARTICLE_SYSTEM_PYTHON="1"))
        print("skipped: this Python's sqlite3 cannot load extensions")
        sys.exit(SKIPPED)
    database.enable_load_extension(True)
    database.load_extension(os.path.splitext(os.path.abspath(extension))[0])
    database.row_factory = sqlite3.Row
    return database
