"""The clients that run_clients.py runs: one entry of CLIENTS each, in the order of the table.

A client is a name, the commands or files that it needs with the Debian packages that bring them, a function that runs it and
returns what it printed, one that tells its version, and the sections of docs/ that it runs word for word.  Add one: its page or
section in docs/clients/, its entry below.  Every section with code has a client: run_clients.py --check.
"""
import contextlib
import dataclasses
import re
import shutil
import socket
import sqlite3
import subprocess
import time
import typing

import pages
from context import Skip


@dataclasses.dataclass
class Client:
    name: str
    needs: typing.Dict[str, str]
    run: typing.Callable
    version: typing.Callable
    sections: tuple = ()  # (page, beginning of the heading), "*" for a whole page


CLIENTS = []
SQL = ("SELECT 'sqlite=' || sqlite_version(), 'article=' || article_version(), 'headline=' || headline, "
       "'lines=' || (SELECT count(*) FROM article_lines(t.text)) "
       "FROM (SELECT CAST(readfile('{text}') AS TEXT) AS text) t, parse_article(t.text)")


def first_version(*command):
    """The first number with a dot that a command prints."""
    def ask(context):
        with contextlib.suppress(AttributeError):
            command_line = [part(context) if callable(part) else part for part in command]
            done = subprocess.run([str(part) for part in command_line], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            return re.search(r"\d+\.\d+(\.\d+)*", done.stdout.decode("utf-8", "replace"))[0]
        return "?"
    return ask


def client(name, needs, version, *sections):
    def add(run):
        CLIENTS.append(Client(name, needs, run, version, sections))
        return run
    return add


def of_page(name, needs, version, page, title, registry=None, clone=False):
    """A client that is a section of a page and nothing more."""
    def run(c):
        if registry:
            c.download(registry)
        return c.section(page, title, None if clone else c.folder(name))
    client(name, needs, version, (page, title))(run)


def shell_query(c, extension):
    return c.sh("sqlite3", "-batch", "-separator", "\n", ":memory:", f".load {extension}", SQL.format(text=c.text))


# ---- command line and scripting languages, from Debian ----

SHELL, SCRIPTING = "docs/clients/shell.md", "docs/clients/scripting.md"


@client("sqlite3 shell", {"sqlite3": "sqlite3"}, first_version("sqlite3", "--version"), (SHELL, "The sqlite3 shell"))
def shell(c):
    c.section(SHELL, "The sqlite3 shell")
    return shell_query(c, c.extension)


@client("Python sqlite3", {"/usr/bin/python3": "python3"}, first_version("/usr/bin/python3", "--version"))
def python(c):
    return c.sh("/usr/bin/python3", c.here / "python/client.py", c.extension, c.text)


of_page("Perl DBD::SQLite", {"perl": "perl", "/usr/share/doc/libdbd-sqlite3-perl": "libdbd-sqlite3-perl"},
        first_version("perl", "-MDBD::SQLite", "-e", "print DBD::SQLite->VERSION"), SCRIPTING, "Perl")
of_page("Ruby sqlite3", {"ruby": "ruby", "/usr/share/doc/ruby-sqlite3": "ruby-sqlite3"},
        first_version("ruby", "-r", "sqlite3", "-e", "puts SQLite3::VERSION"), SCRIPTING, "Ruby")
of_page("Tcl sqlite3", {"tclsh": "tcl", "/usr/share/doc/libsqlite3-tcl": "libsqlite3-tcl"},
        first_version("dpkg-query", "-W", "libsqlite3-tcl"), SCRIPTING, "Tcl")
of_page("R RSQLite", {"Rscript": "r-base-core", "/usr/lib/R/site-library/RSQLite": "r-cran-rsqlite"},
        first_version("Rscript", "-e", "cat(as.character(packageVersion('RSQLite')))"), SCRIPTING, "R ")
of_page("PHP SQLite3", {"php": "php-cli", "/usr/share/doc/php-sqlite3": "php-sqlite3"}, first_version("php", "--version"), SCRIPTING, "PHP")


@client("DB Browser for SQLite", {"sqlitebrowser": "sqlitebrowser", "xvfb-run": "xvfb", "xauth": "xauth", "xdotool": "xdotool", "import": "imagemagick"},
        first_version("dpkg-query", "-W", "sqlitebrowser"), ("docs/clients/db_browser.md", ""))
def db_browser(c):
    """The page's SQL is run in its window, and the view that the page makes is looked at: build/clients/db_browser.png."""
    database, script, shot = (c.work / name for name in ("browser.db", "browser.sql", "db_browser.png"))
    database.unlink(missing_ok=True)
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE docs(id INTEGER PRIMARY KEY, text TEXT)")
    with open(c.text, encoding="utf-8") as page:
        connection.execute("INSERT INTO docs(text) VALUES (?)", (page.read(),))
    *first, view = pages.section("docs/clients/db_browser.md").blocks("sql")
    connection.execute(view)
    connection.commit()
    connection.close()
    script.write_text("".join(first) + (c.here / "dbbrowser/answer.sql").read_text(encoding="utf-8"), encoding="utf-8")
    c.sh("xvfb-run", "-a", "-s", "-screen 0 1200x700x24", "sh", c.here / "dbbrowser/run.sh", c.file, database, script,
         shot, timeout=120)
    [row] = sqlite3.connect(database).execute("SELECT sqlite, article, headline, lines FROM answer").fetchall()
    return "\n".join(f"{name}={value}" for name, value in zip(("sqlite", "article", "headline", "lines"), row))


# ---- C and C++: loaded, and linked from an installed tree ----

COMPILER = {"cc": "gcc", "/usr/include/sqlite3.h": "libsqlite3-dev"}
LINKED = {**COMPILER, "c++": "g++", "cmake": "cmake", "/usr/include/utf8proc.h": "libutf8proc-dev"}
C_PAGE = "docs/clients/c.md"

of_page("C, loaded", COMPILER, first_version("cc", "--version"), C_PAGE, "Loaded at run time", clone=True)
of_page("C, linked by pkg-config", {**LINKED, "pkg-config": "pkg-config"}, first_version("cc", "--version"), C_PAGE, "Linked, by pkg-config", clone=True)
of_page("C++, linked by CMake", LINKED, first_version("cmake", "--version"), C_PAGE, "Linked, by CMake", clone=True)


@client("Debian package", {**LINKED, "cpack": "cmake", "dpkg-deb": "dpkg"},
        lambda c: next((c.clone() / "build/deb").glob("sqlite-article_*.deb")).name.split("_")[1], (SHELL, "The Debian package"))
def debian_package(c):
    """Made by the page's command, unpacked; installed as the page has it where root may install."""
    section = pages.section(SHELL, "The Debian package")
    [commands] = section.blocks("sh")
    if c.may_install():
        c.section(SHELL, "The Debian package")
        c.sh("apt-get", "remove", "-y", "-qq", "sqlite-article")
    else:
        c.run(pages.Section(SHELL, "", (pages.Step("sh", commands.splitlines()[0]),)))
    root = c.work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    for package in (c.clone() / "build/deb").glob("*.deb"):
        c.sh("dpkg-deb", "-x", package, root)
    [extension] = root.rglob("article.so")
    return shell_query(c, extension.with_suffix(""))


# ---- Python packages ----

PYTHON_PAGE = "docs/clients/python.md"


def venv(c):
    """The environment that the page of Python makes, with the packages that the tests need besides."""
    where = c.clone() / ".venv"
    if not where.exists():
        c.download("PyPI")
        c.page(PYTHON_PAGE)
        c.sh(where / "bin/pip", "install", "-q", "pytest", "apsw", "pysqlite3", "datasette", "sqlite-utils", "pandas", "pyarrow", "tqdm")
    return where / "bin/python"


PYTHON = {"/usr/bin/python3": "python3", "/usr/share/doc/python3-venv": "python3-venv", "ninja": "ninja-build", **LINKED}


@client("Python wheel: page, plugins, pandas, Arrow", PYTHON, first_version(venv, "-c", "import sqlite_article as m; print(m.version())"), (PYTHON_PAGE, "*"))
def python_wheel(c):
    """The page, and the package's own tests: drivers, command line, Datasette and sqlite-utils plugins, pandas, Arrow."""
    c.sh(venv(c), "-m", "pytest", "-q", "-p", "no:cacheprovider", c.root / "ext/bindings/python/tests", cwd=c.work)
    return c.sh(venv(c), c.here / "python/client.py", c.extension, c.text, "connect")


@client("Python source distribution", PYTHON, first_version(venv, "-c", "import sqlite_article as m; print(m.version())"))
def python_sdist(c):
    """Built, installed from in an environment of its own, and asked by the command line."""
    out = c.work / "sdist"
    shutil.rmtree(out, ignore_errors=True)
    c.sh(venv(c), "-m", "pip", "install", "-q", "build")
    c.sh(venv(c), c.root / "ext/bindings/package.py", "--sdist", "--output", out)
    c.sh("/usr/bin/python3", "-m", "venv", out / "venv")
    [archive] = out.glob("*.tar.gz")
    c.sh(out / "venv/bin/pip", "install", "-q", archive, env=c.compilers)
    return c.sh(out / "venv/bin/python", c.here / "python/client.py", c.extension, c.text, "connect")


def python_driver(driver):
    code = f"import importlib.metadata as m; print(m.version('{driver}'))"
    client(driver, PYTHON, first_version(venv, "-c", code))(
        lambda c: c.sh(venv(c), c.here / "python/client.py", c.extension, c.text, driver))


for _driver in ("apsw", "pysqlite3"):
    python_driver(_driver)


@client("PySpark", {**PYTHON, "java": "openjdk-17-jre-headless"}, first_version(venv, "-c", "import pyspark; print(pyspark.__version__)"),
        ("docs/SCALING.md", "Spark"))
def pyspark(c):
    """sqlite_article.spark with local workers: the page's section, the package's tests, and the page's text."""
    python3 = venv(c)
    c.section("docs/SCALING.md", "Spark")
    c.sh(python3, "-m", "pytest", "-q", "-p", "no:cacheprovider", c.root / "ext/bindings/python/tests/test_spark.py", cwd=c.work)
    return c.sh(python3, c.here / "python/on_spark.py", c.text)


@client("DuckDB, over Arrow", PYTHON, first_version(venv, "-c", "import duckdb; print(duckdb.__version__)"), ("docs/SCALING.md", "DuckDB"))
def duckdb(c):
    """The page's section; the answer is read by DuckDB out of two Arrow readers."""
    python3 = venv(c)
    c.section("docs/SCALING.md", "DuckDB")
    return c.sh(python3, c.here / "python/in_duckdb.py", c.text)


# ---- JavaScript ----

NODE = {"node": "nodejs", "npm": "npm"}
NODE_PAGE = "docs/clients/node.md"


def npm(c, *packages):
    """A folder with the packages, for programs of the tests."""
    where = c.work / ("node-" + packages[0].split("@")[0])
    if not (where / "node_modules").exists():
        c.download("npm")
        where.mkdir(exist_ok=True)
        (where / "package.json").write_text('{"private": true}')
        c.sh("npm", "install", "--no-audit", "--no-fund", "--foreground-scripts", *packages, cwd=where)
    return where


def of_node(name, package, needs=None):
    version = first_version("node", "-p", lambda c: f"require('{c.clone_path}/app/node_modules/{package}/package.json').version")
    of_page(name, {**NODE, **(needs or {})}, version, NODE_PAGE, name, "npm", clone=True)


of_node("node:sqlite", "node")
of_node("better-sqlite3", "better-sqlite3", {**COMPILER, "c++": "g++", "make": "make"})
of_node("libsql", "libsql")
of_node("bun", "bun")


# ---- in a browser; screenshots go to build/clients ----

BROWSER = {**NODE, "chromium": "chromium"}


def in_browser(c, program, *arguments):
    """Runs a program of tests/clients that drives Chromium."""
    where = npm(c, "playwright-core")
    shutil.copy(c.here / program, where / "check.mjs")
    return c.sh("node", "check.mjs", *arguments, cwd=where)


@contextlib.contextmanager
def served(c, *command, cwd=None):
    """The address of a web server that is told its port by --port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with open(c.work / "server.log", "wb") as log, \
            subprocess.Popen([*map(str, command), "--port", str(port)], stdout=log, stderr=log, cwd=cwd) as server:
        try:
            for _ in range(600):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                    break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


@client("Datasette, the demo in Chromium", {**PYTHON, **BROWSER}, first_version(venv, "-c", "import datasette; print(datasette.__version__)"),
        ("docs/DATASETTE.md", ""), ("docs/DATASETTE.md", "The demo"))
def datasette(c):
    """The page's first part, and the demo of ext/bindings/datasette by the page's command."""
    python3 = venv(c)
    c.section("docs/DATASETTE.md")
    [command] = pages.section("docs/DATASETTE.md", "The demo").blocks("sh")
    arguments = command.replace("python3", str(python3), 1).split()
    with served(c, *arguments, cwd=c.clone()) as address:
        return in_browser(c, "datasette/check.mjs", address, c.work, c.text)


@client("playground, in Chromium", {**BROWSER, "emcc": "emscripten", "cargo": "cargo"}, first_version("chromium", "--version"),
        ("docs/clients/browser.md", ""))
def playground(c):
    """The page of ext/bindings/wasm, built for this run by the page's commands, without a server and without network."""
    c.download("crates.io")
    c.section("docs/clients/browser.md")
    return in_browser(c, "playground/check.mjs", c.clone() / "build/playground", c.work, c.text)


# ---- compiled languages ----

COMPILED = "docs/clients/compiled.md"


def named_version(pattern):
    """The version that the page asks for."""
    return lambda c: re.search(pattern, (c.root / COMPILED).read_text(encoding="utf-8"))[1]


of_page("Java sqlite-jdbc", {"javac": "openjdk-17-jdk-headless", "mvn": "maven"}, named_version(r"sqlite-jdbc</artifactId>\s*<version>([^<]+)"),
        COMPILED, "Java", "Maven Central")
of_page("Go mattn/go-sqlite3", {"go": "golang-go", "cc": "gcc"}, named_version(r"go-sqlite3@v(\S+)"), COMPILED, "Go", "the Go proxy")
of_page("Rust rusqlite", {"cargo": "cargo", "cc": "gcc"}, first_version("cargo", "tree", "--depth", "0", "-p", "rusqlite", "--manifest-path",
        lambda c: c.work / "pages/Rust-rusqlite/Cargo.toml"), COMPILED, "Rust", "crates.io")
