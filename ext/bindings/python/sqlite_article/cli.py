"""The command line: files, directories or standard input to a database, JSON Lines or CSV.

    sqlite-article news/ -o news.db                    # tables docs, articles, items, errors
    sqlite-article news/*.txt -t quotes > quotes.csv   # any table function, by its short name
    curl ... | sqlite-article -                        # standard input; JSON Lines on standard output

A file that cannot be read is an error of that file: it is told on standard error and in the output, the others go on,
and the exit code is 1.  Cost: one reading of each file; `--jobs` files are parsed at once.
"""
import argparse
import codecs
import gzip
import json
import os
import pathlib
import sqlite3
import sys
import zlib

from . import _parsing
from ._loading import ExtensionLoadingError
from ._outputs import OUTPUTS, TABLES
from ._progress import progress_bar

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
FILE_ERRORS = (OSError, EOFError, zlib.error, UnicodeError, LookupError, ValueError)


def _parser():
    parser = argparse.ArgumentParser(
        prog="sqlite-article", description="Raw article text to a database, JSON Lines or CSV.",
        epilog="exit code: 0 all read, 1 some files had errors, 2 wrong usage")
    parser.add_argument("paths", nargs="*", metavar="PATH",
                        help="a text file, .gz of one, .jsonl (see --key), a directory of them, or - for standard input")
    parser.add_argument("-o", "--output", metavar="FILE", help="what to write; standard output if absent")
    parser.add_argument("-f", "--format", choices=("db", "jsonl", "csv"), help="default: by the output's name, else jsonl (csv with one -t)")
    parser.add_argument("-t", "--table", action="append", choices=tuple(TABLES), metavar="TABLE",
                        help=f"{', '.join(TABLES)}; may be repeated; default: articles and items (CSV: articles)")
    parser.add_argument("--glob", default="*", metavar="PATTERN", help="which files of a directory, at any depth (default: all that are not hidden)")
    parser.add_argument("--key", default="text", help='the key of the text in .jsonl files (default: "text")')
    parser.add_argument("--split", action="store_true", help="a file holds many articles: cut it with split_articles")
    parser.add_argument("--encoding", help="of the files; default: UTF-8, or UTF-16 where a byte order mark says so")
    parser.add_argument("--reference-time", metavar="TIME", help="when the texts were captured, for words like `yesterday`")
    parser.add_argument("--timezone", metavar="OFFSET", help="for times that name no zone")
    parser.add_argument("--language", metavar="TAG", help="a hint; found from the text if absent")
    parser.add_argument("-j", "--jobs", type=int, default=min(4, os.cpu_count() or 1), metavar="N", help="files parsed at once (default: %(default)s)")
    bar = parser.add_mutually_exclusive_group()
    bar.add_argument("--progress", action="store_true", default=None, help="show progress (default: on a terminal)")
    bar.add_argument("-q", "--quiet", dest="progress", action="store_false", help="do not")
    parser.add_argument("--version", action="store_true", help="print the version and end")
    return parser


def _expand(paths, pattern):
    """The files, in the order given; a directory's in the order of their names."""
    for path in paths:
        if path != "-" and os.path.isdir(path):
            for file in sorted(pathlib.Path(path).rglob(pattern)):
                if file.is_file() and not any(part.startswith(".") for part in file.relative_to(path).parts):
                    yield str(file)
        else:
            yield path


def _read(path):
    if path == "-":
        return sys.stdin.buffer.read()
    if path.endswith(".gz"):
        with gzip.open(path, "rb") as file:
            return file.read()
    with open(path, "rb") as file:
        return file.read()


def _decode(raw, encoding):
    """As UTF-8 bytes.  What is UTF-8 already, or no UTF-8 at all, stays as it is: the extension takes any bytes."""
    if encoding is None and raw[:2] in UTF16:
        encoding = "utf-16"
    if encoding is None:
        return raw
    return raw.decode(encoding).encode("utf-8", "surrogatepass")


def _json_texts(path, raw, key):
    for number, line in enumerate(raw.split(b"\n"), 1):
        if line.strip():
            name = f"{path}#{number}"
            try:
                yield name, json.loads(line)[key].encode("utf-8", "surrogatepass"), None
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                yield name, line, f"no text under {key!r}: {type(error).__name__}: {error}"


def texts_of(path, arguments):
    """(name, bytes, error or None) of each text in a file."""
    try:
        raw = _decode(_read(path), arguments.encoding)
    except FILE_ERRORS as error:
        yield path, None, f"{type(error).__name__}: {error}"
        return
    if path.removesuffix(".gz").endswith((".jsonl", ".ndjson")):
        yield from _json_texts(path, raw, arguments.key)
    elif arguments.split:
        for part in _parsing.rows("split_articles", raw):
            yield f"{path}#{part['article_no']}", raw[part["byte_start"]:part["byte_end"]], None
    else:
        yield path, raw, None


def _document(name, raw, error, tables, options):
    """What the outputs write: {"path", "text", "error", "tables": {table: rows}}."""
    document = {"path": name, "text": raw, "error": error, "tables": {}}
    if error is None:
        try:
            document["tables"] = {table: _parsing.rows(TABLES[table], raw, **options) for table in tables}
        except Exception as failure:  # an error of the driver: its class depends on which driver it is
            document["error"] = f"{type(failure).__name__}: {failure}"
    return document


def _documents(arguments, tables, paths):
    options = {name: getattr(arguments, name) for name in _parsing.OPTIONS if getattr(arguments, name) is not None}
    all_texts = (text for path in progress_bar(paths, len(paths), arguments.progress, "files") for text in texts_of(path, arguments))
    return _parsing._in_order(lambda text: _document(*text, tables, options), all_texts, arguments.jobs)


def _format(arguments):
    if arguments.format:
        return arguments.format
    suffix = pathlib.Path(arguments.output or "").suffix.lower()
    by_name = {".db": "db", ".sqlite": "db", ".sqlite3": "db", ".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}
    return by_name.get(suffix, "csv" if arguments.table and len(arguments.table) == 1 and not arguments.output else "jsonl")


def _check_options(parser, arguments, tables):
    """Wrong options are told before the first file is read."""
    try:
        options = {name: getattr(arguments, name) for name in _parsing.OPTIONS if getattr(arguments, name) is not None}
        for table in (*tables, *(["splits"] if arguments.split else [])):
            _parsing.columns(TABLES[table])
        _parsing.rows("parse_article", b"x", **options)
    except ExtensionLoadingError as error:
        parser.exit(2, f"sqlite-article: {error}\n")
    except Exception as error:
        parser.error(str(error))


def main(argv=None):
    parser = _parser()
    arguments = parser.parse_args(argv)
    if arguments.version:
        print(f"sqlite-article {_parsing.version()}")
        return 0
    if not arguments.paths and sys.stdin.isatty():
        parser.print_help()
        return 2
    chosen = _format(arguments)
    if chosen == "db" and not arguments.output:
        parser.error("a database needs a name: --output FILE")
    tables = arguments.table or (["articles"] if chosen == "csv" else ["articles", "items"])
    if chosen == "csv" and len(tables) > 1:
        parser.error("CSV holds one table; write a database or JSON Lines, or give one -t")
    _check_options(parser, arguments, tables)
    paths = list(_expand(arguments.paths or ["-"], arguments.glob))
    errors = 0
    try:
        with OUTPUTS[chosen](arguments.output, tables) as output:
            for document in _documents(arguments, tables, paths):
                output.write(document)
                if document["error"] is not None:
                    errors += 1
                    print(f"sqlite-article: {document['path']}: {document['error']}", file=sys.stderr)
    except BrokenPipeError:  # `| head` has enough
        sys.stdout = None
        return 0
    except (OSError, ValueError, sqlite3.Error) as error:
        parser.exit(2, f"sqlite-article: {arguments.output or 'standard output'}: {error}\n")
    if errors:
        print(f"sqlite-article: {errors} of the texts had errors", file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
