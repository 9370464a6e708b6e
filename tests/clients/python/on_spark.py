"""PySpark: python3 on_spark.py page.txt"""
import os
import pathlib
import sys

from pyspark.sql import SparkSession

import sqlite_article
from sqlite_article.spark import article_lines, parse_articles

os.environ["PYSPARK_PYTHON"] = sys.executable
session = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").config("spark.driver.host", "127.0.0.1").getOrCreate()
pages = session.createDataFrame([(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"),)], "text string")
[article] = parse_articles(pages, "text").select("headline").collect()
lines = article_lines(pages, "text").count()
[sqlite] = sqlite_article.connect().execute("SELECT sqlite_version()").fetchone()
sys.stdout.buffer.write(f"sqlite={sqlite}\narticle={sqlite_article.version()}\nheadline={article.headline}\nlines={lines}\n".encode())
