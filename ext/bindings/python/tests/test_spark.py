"""The functions on Spark DataFrames, by local workers."""
import datetime
import os
import sys

import pytest

pytest.importorskip("pyspark")
pytest.importorskip("pyarrow")

import sqlite_article  # noqa: E402
from sqlite_article import spark as on_spark  # noqa: E402


@pytest.fixture(scope="module")
def session():
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from pyspark.sql import SparkSession
    made = (SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1").config("spark.sql.session.timeZone", "UTC").getOrCreate())
    yield made
    made.stop()


@pytest.fixture
def frame(session, article):
    return session.createDataFrame([(1, article), (2, None), (3, " \n"), (4, article.replace("third", "fourth"))], "id int, text string")


def test_an_article_a_row_beside_the_columns_that_were_there(frame, headline):
    rows = on_spark.parse_articles(frame, "text").orderBy("id").collect()
    assert [(row.id, row.headline) for row in rows] == [(1, headline), (4, headline.replace("third", "fourth"))]
    assert "text" not in rows[0].asDict() and isinstance(rows[0].word_count, int) and isinstance(rows[0].confidence, float)


def test_every_function_gives_the_rows_of_one_process(frame, article):
    for function in sqlite_article.FUNCTIONS:
        name = {"parse_article": "parse_articles"}.get(function, function)
        got = getattr(on_spark, name)(frame.where("id = 1"), "text", keep=[]).collect()
        assert [tuple(row) for row in got] == [tuple(row) for row in sqlite_article.tuples(function, article, {})], function


def test_more_rows_than_a_batch_holds(session):
    text = "\n".join(f"line {number}" for number in range(5000))
    frame = session.createDataFrame([(number, text) for number in range(7)], "id int, text string").coalesce(1)
    got = on_spark.article_lines(frame, "text").groupBy("id").count().orderBy("id").collect()
    assert [tuple(row) for row in got] == [(number, 5000) for number in range(7)]


def test_binary_texts_pass_unchanged(session):
    frame = session.createDataFrame([(bytearray(b"One\xfftwo\r\nthree"),)], "text binary")
    assert [row.line_end for row in on_spark.article_lines(frame, "text").collect()] == ["crlf", "none"]


def test_an_option_can_stand_in_a_column(session):
    text = "A headline\n\n3 hours ago\n\nA paragraph of the body that has some words in it, and a few more of them."
    frame = session.createDataFrame([(1, text, datetime.datetime(2024, 3, 14, 12)), (2, text, None)], "id int, text string, captured timestamp")
    rows = on_spark.parse_articles(frame, "text", reference_time_column="captured").orderBy("id").collect()
    assert [row.date_published_utc for row in rows] == [sqlite_article.parse(text, reference_time="2024-03-14T12:00:00Z")["date_published_utc"], None]


@pytest.mark.parametrize("arguments, message", [
    ({"column": "body"}, "no column 'body'"),
    ({"column": "text", "reference_time": "lunchtime"}, "lunchtime"),
    ({"column": "text", "tz": "+01:00"}, "unknown option 'tz'"),
    ({"column": "text", "timezone_column": "zone"}, "no column 'zone'"),
])
def test_wrong_arguments_are_told_at_once(frame, arguments, message):
    with pytest.raises(Exception, match=message):
        on_spark.parse_articles(frame, **arguments)


def test_a_name_that_both_have_is_told(frame):
    with pytest.raises(ValueError, match="has a column 'headline' too"):
        on_spark.parse_articles(frame.withColumnRenamed("id", "headline"), "text")
