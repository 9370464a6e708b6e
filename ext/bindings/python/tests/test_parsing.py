"""parse(), rows() and the tables."""
import pytest

import sqlite_article


def test_parse_gives_the_columns_of_parse_article_and_the_items(article, headline):
    got = sqlite_article.parse(article)
    assert got["headline"] == headline
    assert set(got) == {*sqlite_article.columns("parse_article"), "related"}
    assert isinstance(got["author"], list) and isinstance(got["keywords"], list)
    assert "the harbour office said" in got["article_body"]


@pytest.mark.parametrize("text", ["", " \n\t", None])
def test_a_text_without_a_visible_character_is_none(text):
    assert sqlite_article.parse(text) is None


def test_bytes_are_taken_as_they_are(article, headline):
    assert sqlite_article.parse(article.encode())["headline"] == headline
    raw = b"One\xff\x00two\r\nthree"
    lines = sqlite_article.rows("article_lines", raw)
    assert [raw[line["byte_start"]:line["byte_end"]] for line in lines] == [b"One\xff\x00two", b"three"]
    assert [line["line_end"] for line in lines] == ["crlf", "none"]


def test_a_lone_surrogate_does_no_harm():
    assert len(sqlite_article.rows("article_lines", "a\ud800b\nc")) == 2


def test_a_wrong_type_is_named():
    with pytest.raises(TypeError, match="must be str or bytes, not int"):
        sqlite_article.parse(3)


def test_an_unknown_option_is_named(article):
    with pytest.raises(TypeError, match="unknown option 'tz'"):
        sqlite_article.parse(article, tz="+01:00")


def test_a_malformed_option_is_quoted(article):
    with pytest.raises(Exception, match="lunchtime"):
        sqlite_article.parse(article, reference_time="lunchtime")


def test_an_unknown_function_is_named(article):
    with pytest.raises(ValueError, match="no table function 'article_dreams'"):
        sqlite_article.rows("article_dreams", article)


def test_the_version_is_the_packages():
    importlib_metadata = pytest.importorskip("importlib.metadata")
    assert sqlite_article.__version__ == sqlite_article.version() == importlib_metadata.version("sqlite-article")


@pytest.mark.parametrize("workers", [1, 3])
def test_many_keep_their_order(article, workers):
    texts = [article.replace("third", f"{n}th") for n in range(50)] + [""]
    got = list(sqlite_article.parse_many(iter(texts), workers=workers, progress=False))
    assert [a and a["headline"] for a in got] == [f"Storm closes the harbour of Port Ellery for a {n}th day" for n in range(50)] + [None]


def test_many_are_lazy(article):
    def endless():
        while True:
            yield article
    got = sqlite_article.parse_many(endless(), workers=2, progress=False)
    assert next(got)["headline"] and next(got)["headline"]


def test_progress_is_written_to_standard_error(article, capsys):
    assert len(list(sqlite_article.parse_many([article] * 3, progress=True))) == 3
    out, err = capsys.readouterr()
    assert out == "" and "3" in err


def test_progress_without_tqdm(article, capsys, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "tqdm.auto", None)
    assert len(list(sqlite_article.parse_many([article] * 3, progress=True))) == 3
    assert "3 articles in" in capsys.readouterr().err


def test_pandas(article, headline):
    pytest.importorskip("pandas")
    frame = sqlite_article.to_pandas([article, "", article])
    assert list(frame.index) == [0, 2]
    assert list(frame["headline"]) == [headline] * 2
    assert frame["word_count"].dtype == "Int64"
    lines = sqlite_article.to_pandas([article], "article_lines")
    assert list(lines["line_no"]) == list(range(1, len(lines) + 1))


def test_arrow(article, headline):
    pyarrow = pytest.importorskip("pyarrow")
    table = sqlite_article.to_arrow([article, "", article])
    assert table.column("text_no").to_pylist() == [0, 2]
    assert table.column("headline").to_pylist() == [headline] * 2
    assert table.schema.field("word_count").type == pyarrow.int64()
    assert table.schema.field("confidence").type == pyarrow.float64()


def test_an_empty_table_keeps_its_types():
    pyarrow = pytest.importorskip("pyarrow")
    assert sqlite_article.to_arrow([]).schema.field("word_count").type == pyarrow.int64()
