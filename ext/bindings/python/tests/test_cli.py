"""The command line, as a user runs it."""
import csv
import gzip
import io
import json
import sqlite3
import subprocess
import sys

import pytest


def run(*arguments, stdin=b"", code=0):
    done = subprocess.run([sys.executable, "-m", "sqlite_article", *map(str, arguments)], input=stdin, capture_output=True, timeout=120)
    assert done.returncode == code, done.stderr.decode()
    return done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def folder(tmp_path, article):
    news = tmp_path / "news"
    (news / "deep").mkdir(parents=True)
    (news / "a.txt").write_text(article)
    (news / "deep" / "b.txt.gz").write_bytes(gzip.compress(article.replace("third", "fourth").encode()))
    (news / "c.txt").write_bytes(b"\xff\xfe" + article.replace("third", "fifth").encode("utf-16-le"))
    (news / ".hidden").write_text("not this")
    return news


def test_standard_input_to_json_lines(article, headline):
    out, _ = run("-", stdin=article.encode())
    [line] = out.splitlines()
    got = json.loads(line)
    assert got["path"] == "-" and got["headline"] == headline and isinstance(got["items"], list)


def test_a_directory_to_a_database(folder, tmp_path):
    database = tmp_path / "news.db"
    for _ in range(2):  # again: the same rows, not twice
        run(folder, "-o", database, "-q")
        rows = sqlite3.connect(database).execute("SELECT d.path, a.headline FROM docs d JOIN articles a ON a.doc_id = d.id ORDER BY 1").fetchall()
        assert [(path.rsplit("/", 1)[1], line[-9:]) for path, line in rows] == [
            ("a.txt", "third day"), ("c.txt", "fifth day"), ("b.txt.gz", "ourth day")]


def test_nothing_is_lost_where_a_file_has_an_error(folder, tmp_path, article):
    (folder / "broken.txt.gz").write_bytes(b"no gzip at all")
    database = tmp_path / "news.db"
    _, err = run(folder, folder / "missing.txt", "-o", database, "-q", code=1)
    assert "broken.txt.gz: BadGzipFile" in err and "missing.txt: FileNotFoundError" in err and "2 of the texts had errors" in err
    connection = sqlite3.connect(database)
    assert connection.execute("SELECT count(*) FROM docs").fetchone() == (5,)
    assert connection.execute("SELECT count(*) FROM articles").fetchone() == (3,)
    assert connection.execute("SELECT count(*) FROM errors").fetchone() == (2,)
    # What went wrong once is mended by the next run; what can be read no more keeps its rows.
    (folder / "broken.txt.gz").write_bytes(gzip.compress(article.encode()))
    (folder / "a.txt").unlink()
    run(folder, folder / "a.txt", "-o", database, "-q", code=1)
    connection = sqlite3.connect(database)
    assert connection.execute("SELECT count(*) FROM articles").fetchone() == (4,)
    assert connection.execute("SELECT count(*) FROM docs WHERE text IS NULL").fetchone() == (1,)  # missing.txt
    assert connection.execute("SELECT count(*) FROM errors WHERE path LIKE '%a.txt'").fetchone() == (1,)


def test_errors_stand_in_json_lines_and_csv_too(tmp_path):
    out, _ = run(tmp_path / "missing.txt", code=1)
    assert json.loads(out)["error"].startswith("FileNotFoundError")
    out, _ = run(tmp_path / "missing.txt", "-f", "csv", code=1)
    [row] = csv.DictReader(io.StringIO(out))
    assert row["error"].startswith("FileNotFoundError") and row["headline"] == ""


def test_one_table_gives_csv(article):
    out, _ = run("-", "-t", "lines", stdin=article.encode())
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["line"] for row in rows] == article.splitlines()


def test_json_lines_go_in_by_their_key(tmp_path, article, headline):
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps({"body": article}) + "\n\n" + '{"other": 1}\n' + "not json\n")
    out, err = run(source, "--key", "body", code=1)
    first, second, third = map(json.loads, out.splitlines())
    assert first["headline"] == headline and first["path"].endswith("in.jsonl#1")
    assert second["path"].endswith("#3") and "no text under 'body'" in second["error"] and second["text"] == '{"other": 1}'
    assert third["text"] == "not json"


def test_bytes_pass_unchanged_into_the_database(tmp_path):
    raw = b"Head\xff\x00line\r\n\r\nBody"
    (tmp_path / "x.txt").write_bytes(raw)
    run(tmp_path / "x.txt", "-o", tmp_path / "x.db", "-q")
    assert sqlite3.connect(tmp_path / "x.db").execute("SELECT CAST(text AS BLOB) FROM docs").fetchone() == (raw,)


def test_a_wrong_encoding_is_an_error_of_the_file(tmp_path):
    (tmp_path / "x.txt").write_bytes(b"\xff\xff")
    _, err = run(tmp_path / "x.txt", "--encoding", "utf-8", code=1)
    assert "UnicodeDecodeError" in err


@pytest.mark.parametrize("wrong, message", [
    (["--reference-time", "lunchtime", "-"], "lunchtime"),
    (["-f", "csv", "-t", "lines", "-t", "fields", "-"], "CSV holds one table"),
    (["-f", "db", "-"], "a database needs a name"),
    (["-t", "dreams", "-"], "invalid choice"),
])
def test_wrong_usage_is_told_before_anything_is_read(wrong, message):
    _, err = run(*wrong, code=2)
    assert message in err


def test_a_database_with_another_docs_table_is_left_alone(tmp_path, article):
    database = tmp_path / "other.db"
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE docs(id, text)")
    connection.close()
    _, err = run("-", "-o", database, stdin=article.encode(), code=2)
    assert "another table named docs" in err


def test_the_version_is_told():
    out, _ = run("--version")
    assert out.startswith("sqlite-article 0.")
