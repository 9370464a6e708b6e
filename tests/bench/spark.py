#!/usr/bin/env python3
"""Spark against one process: parse_articles over invented pages, in processor seconds and on the clock (docs/SCALING.md).

    pip install './ext/bindings/python[spark]'          # and a Java that this Spark takes
    python3 tests/bench/spark.py [--texts 100000] [--cores 2]

Three ways read the same Parquet file and touch every value of every row: SQL in one process, Arrow batches in one process
(arrow_reader), and Spark with local[CORES].  Each runs in a process of its own; Spark's processor time is that of the JVM and its
Python workers, without their start.  Cost: a few minutes.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
TICK = os.sysconf("SC_CLK_TCK")


def make(path, texts):
    """The Parquet file: text_id, text, captured."""
    import pyarrow
    import pyarrow.parquet
    sys.path.insert(0, str(ROOT / "ext" / "bindings" / "datasette"))
    from pages import pages
    rows = []
    for seed in range(10 ** 9):
        rows += pages(stories=500, seed=seed)
        if len(rows) >= texts:
            break
    rows = [{"text_id": number, **row} for number, row in enumerate(rows[:texts])]
    path.parent.mkdir(parents=True, exist_ok=True)
    # gzip: Spark's Snappy does not load on a Debian machine that has the package musl.
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), path, row_group_size=1000, compression="gzip")
    return sum(len(row["text"].encode()) for row in rows)


def tree_seconds(pid):
    """Processor time of a process, its ended children and its living descendants."""
    children = {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rsplit(")", 1)[1].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append((int(stat.parent.name), sum(map(int, fields[11:15])) / TICK))
    own = [seconds for rows in children.values() for child, seconds in rows if child == pid]
    total, waiting = sum(own), [pid]
    while waiting:
        for child, seconds in children.get(waiting.pop(), []):
            total += seconds
            waiting.append(child)
    return total


def by_sql(path):
    import pyarrow.parquet
    import sqlite_article
    connection = sqlite_article.connect(":memory:")
    columns = ", ".join(f"count({name})" for name in sqlite_article.columns("parse_article"))
    connection.execute("CREATE TABLE docs(text TEXT, captured TEXT)")
    for batch in pyarrow.parquet.ParquetFile(path).iter_batches(columns=["text", "captured"]):
        connection.executemany("INSERT INTO docs VALUES (?, ?)", zip(*(column.to_pylist() for column in batch.columns)))
    yield
    yield connection.execute(f"SELECT count(*), {columns} FROM docs d, parse_article(d.text) a").fetchone()[0]


def by_arrow(path):
    import pyarrow.parquet
    import sqlite_article
    yield
    texts = (text for batch in pyarrow.parquet.ParquetFile(path).iter_batches(columns=["text"]) for text in batch.column(0).to_pylist())
    yield sum(batch.num_rows for batch in sqlite_article.arrow_reader(texts))


def by_spark(path, cores):
    from pyspark.sql import SparkSession
    from sqlite_article.spark import parse_articles
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = (SparkSession.builder.master(f"local[{cores}]").config("spark.ui.enabled", "false").config("spark.driver.host", "127.0.0.1")
               .config("spark.sql.files.maxPartitionBytes", "512k").getOrCreate())
    frame = session.read.parquet(str(path)).drop("captured")
    parse_articles(frame.limit(1000), "text").count()  # workers and JVM are warm
    yield
    articles = parse_articles(frame, "text")
    articles.write.format("noop").mode("overwrite").save()  # every value is read
    yield frame.count()
    session.stop()


def measure(way, path, cores):
    steps = {"sql": lambda: by_sql(path), "arrow": lambda: by_arrow(path), "spark": lambda: by_spark(path, cores)}[way]()
    next(steps)
    clock, seconds = time.monotonic(), tree_seconds(os.getpid())
    rows = next(steps)
    print(json.dumps({"clock": time.monotonic() - clock, "processor": tree_seconds(os.getpid()) - seconds, "rows": rows}))
    list(steps)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--way", choices=("sql", "arrow", "spark"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    path = ROOT / "build" / "bench" / f"pages-{arguments.texts}.parquet"
    if arguments.way:
        return measure(arguments.way, path, arguments.cores)
    size = make(path, arguments.texts)
    print(f"{arguments.texts:,} texts, {size / 1e6:,.0f} MB, {size / arguments.texts:,.0f} bytes each")
    base = None
    for way, name in (("sql", "SQL in one process"), ("arrow", "Arrow batches in one process"), ("spark", f"Spark, local[{arguments.cores}]")):
        done = subprocess.run([sys.executable, __file__, "--way", way, "--texts", str(arguments.texts), "--cores", str(arguments.cores)],
                              check=True, stdout=subprocess.PIPE)
        got = json.loads(done.stdout.splitlines()[-1])
        base = base or got["processor"]
        print(f"{name:30} {got['processor']:8.1f} s of processor  {got['clock']:8.1f} s by the clock  {got['processor'] / arguments.texts * 1e6:7.0f} us a text  "
              f"{got['processor'] / base:5.2f} times", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
