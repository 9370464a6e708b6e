#!/usr/bin/python3
"""The sqlite3 shell, as far as the scripts here need it, over whatever SQLite library Python loads.

usage:  LD_LIBRARY_PATH=FOLDER run_sql.py python_shell.py EXTENSION SCRIPT.sql

FOLDER holds libsqlite3.so.0 of another version; the real shell runs with its own version only.
"""
import sqlite3
import sys


def statements(script):
    """Dot commands and complete statements, comments left out."""
    pending = ""
    for line in script.splitlines():
        if not pending and (not line.strip() or line.startswith("--")):
            continue
        if not pending and line.startswith("."):
            yield line
            continue
        pending += line + "\n"
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        yield pending


def shown(value):
    return "" if value is None else value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def print_plan(rows):
    """EXPLAIN QUERY PLAN as the shell draws it."""
    print("QUERY PLAN")

    def draw(parent, indent):
        children = [row for row in rows if row[1] == parent]
        for child in children:
            last = child is children[-1]
            print(indent + ("`--" if last else "|--") + shown(child[3]))
            draw(child[0], indent + ("   " if last else "|  "))

    draw(0, "")


def read_file(path):
    with open(path, "rb") as file:
        return file.read()


def main():
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.enable_load_extension(True)
    database.create_function("readfile", 1, read_file)
    database.text_factory = bytes
    for statement in statements(sys.stdin.read()):
        try:
            if statement.startswith(".load"):
                database.load_extension(statement.split(None, 1)[1].strip("'"))
            elif statement.startswith(".read"):
                with open(statement.split(None, 1)[1].strip("'"), encoding="utf-8") as script:
                    database.executescript(script.read())
            elif statement.startswith("EXPLAIN QUERY PLAN"):
                print_plan(database.execute(statement).fetchall())
            else:
                for row in database.execute(statement):
                    print("|".join(map(shown, row)))
        except sqlite3.Error as problem:
            print(f"Error: {problem}")


if __name__ == "__main__":
    main()
