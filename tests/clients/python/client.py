"""Python: python3 client.py ./article page.txt [sqlite3 | apsw | pysqlite3 | connect]"""
import importlib
import pathlib
import sys

extension, file, driver = sys.argv[1], sys.argv[2], (sys.argv[3:] or ["sqlite3"])[0]
if driver == "connect":  # for interpreters that cannot load extensions
    import sqlite_article
    connection = sqlite_article.connect(":memory:")
else:
    module = importlib.import_module(driver)
    connection = module.Connection(":memory:")
    connection.enable_load_extension(True)
    connection.load_extension(extension)
[row] = connection.execute(
    "SELECT sqlite_version(), article_version(), (SELECT headline FROM parse_article(?1)), (SELECT count(*) FROM article_lines(?1))",
    (pathlib.Path(file).read_text(encoding="utf-8"),)).fetchall()
for name, value in zip(("sqlite", "article", "headline", "lines"), row):
    sys.stdout.buffer.write(f"{name}={value}\n".encode())
