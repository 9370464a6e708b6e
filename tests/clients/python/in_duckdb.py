"""DuckDB over Arrow: python3 in_duckdb.py page.txt"""
import pathlib
import sys

import duckdb

import sqlite_article

texts = [pathlib.Path(sys.argv[1]).read_bytes()]
articles, lines = sqlite_article.arrow_reader(texts), sqlite_article.arrow_reader(texts, "article_lines")
[(headline, count)] = duckdb.sql("SELECT (SELECT headline FROM articles), (SELECT count(*) FROM lines)").fetchall()
[sqlite] = sqlite_article.connect().execute("SELECT sqlite_version()").fetchone()
sys.stdout.buffer.write(f"sqlite={sqlite}\narticle={sqlite_article.version()}\nheadline={headline}\nlines={count}\n".encode())
