"""The clients that run_clients.py runs: one entry of CLIENTS each, in the order of the table.

A client is a name, the commands or files that it needs with the Debian packages that bring them, a function that runs it and
returns what it printed, and one that tells its version.  Add one: its program into a folder here, its entry below, its page in
docs/clients/.  Programs get two arguments: the extension's path without suffix, and the page.
"""
import contextlib
import dataclasses
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import time
import typing


class Skip(Exception):
    """Why a client cannot run here."""


@dataclasses.dataclass
class Client:
    name: str
    needs: typing.Dict[str, str]
    run: typing.Callable
    version: typing.Callable


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


def client(name, needs, version):
    def add(run):
        CLIENTS.append(Client(name, needs, run, version))
        return run
    return add


# ---- command line and scripting languages, from Debian ----

@client("sqlite3 shell", {"sqlite3": "sqlite3"}, first_version("sqlite3", "--version"))
def shell(c):
    return c.sh("sqlite3", "-batch", "-separator", "\n", ":memory:", f".load {c.extension}", SQL.format(text=c.text))


def script(name, command, path, needs, version=None):
    client(name, needs, version or first_version(command, "--version"))(lambda c: c.sh(command, c.here / path, c.extension, c.text))


@client("python", {"/usr/bin/python3": "python3"}, first_version("/usr/bin/python3", "--version"))
def python(c):
    return c.sh("/usr/bin/python3", c.here / "python/client.py", c.extension, c.text)


script("perl", "perl", "perl/client.pl", {"perl": "perl", "/usr/share/doc/libdbd-sqlite3-perl": "libdbd-sqlite3-perl"})
script("ruby", "ruby", "ruby/client.rb", {"ruby": "ruby", "/usr/share/doc/ruby-sqlite3": "ruby-sqlite3"})
script("tcl", "tclsh", "tcl/client.tcl", {"tclsh": "tcl", "/usr/share/doc/libsqlite3-tcl": "libsqlite3-tcl"},
       first_version("dpkg-query", "-W", "tcl8.6"))
script("r", "Rscript", "r/client.R", {"Rscript": "r-base-core", "/usr/lib/R/site-library/RSQLite": "r-cran-rsqlite"})


@client("php", {"php": "php-cli", "/usr/share/doc/php-sqlite3": "php-sqlite3"}, first_version("php", "--version"))
def php(c):
    return c.sh("php", "-d", f"sqlite3.extension_dir={c.build}", c.here / "php/client.php", c.file.name, c.text)


@client("db browser", {"sqlitebrowser": "sqlitebrowser", "xvfb-run": "xvfb", "xauth": "xauth", "xdotool": "xdotool", "import": "imagemagick"},
        first_version("dpkg-query", "-W", "sqlitebrowser"))
def db_browser(c):
    database, shot = c.work / "browser.db", c.work / "db_browser.png"
    database.unlink(missing_ok=True)
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE docs(id INTEGER PRIMARY KEY, text TEXT)")
    with open(c.text, encoding="utf-8") as page:
        connection.execute("INSERT INTO docs(text) VALUES (?)", (page.read(),))
    connection.execute("CREATE VIEW result AS SELECT d.id, a.headline, a.word_count FROM docs d, parse_article(d.text) a")
    connection.commit()
    connection.close()
    c.sh("xvfb-run", "-a", "-s", "-screen 0 1200x700x24", "sh", c.here / "dbbrowser/run.sh", c.file, database, c.here / "dbbrowser/answer.sql",
         shot, timeout=120)
    [row] = sqlite3.connect(database).execute("SELECT sqlite, article, headline, lines FROM answer").fetchall()
    return "\n".join(f"{name}={value}" for name, value in zip(("sqlite", "article", "headline", "lines"), row))


# ---- C and C++: loaded, and linked from an installed tree ----

COMPILER = {"cc": "gcc", "/usr/include/sqlite3.h": "libsqlite3-dev"}
LINKED = {**COMPILER, "c++": "g++", "cmake": "cmake", "/usr/include/utf8proc.h": "libutf8proc-dev"}


def prefix(c):
    """An installed tree of the build that article.so stands in."""
    where = c.work / "prefix"
    if not (c.build / "cmake_install.cmake").exists():
        raise Skip("the extension does not stand in a CMake build folder")
    shutil.rmtree(where, ignore_errors=True)
    c.sh("cmake", "--install", c.build, "--prefix", where)
    return where


@client("c loaded", COMPILER, first_version("cc", "--version"))
def c_loaded(c):
    program = c.work / "c_loaded"
    c.sh("cc", "-Wall", "-Wextra", "-Werror", c.here / "c/loaded.c", "-lsqlite3", "-o", program)
    return c.sh(program, c.extension, c.text)


@client("c pkg-config", {**LINKED, "pkg-config": "pkg-config"}, first_version("cc", "--version"))
def c_pkg_config(c):
    where, program = prefix(c), c.work / "c_linked"
    [folder] = {path.parent for path in where.rglob("sqlite_article.pc")}
    flags = c.sh("pkg-config", "--cflags", "--libs", "sqlite_article", env={"PKG_CONFIG_PATH": str(folder)}).split()
    c.sh("cc", "-Wall", "-Wextra", "-Werror", c.here / "c/linked.c", *flags, "-o", program)
    return c.sh(program, "-", c.text)


@client("c++ cmake", LINKED, first_version("cmake", "--version"))
def cpp_cmake(c):
    build = c.work / "cpp"
    shutil.rmtree(build, ignore_errors=True)
    c.sh("cmake", "-S", c.here / "cpp", "-B", build, f"-DCMAKE_PREFIX_PATH={prefix(c)}")
    c.sh("cmake", "--build", build)
    return c.sh(build / "client", "-", c.text)


@client("debian package", {**LINKED, "cpack": "cmake", "dpkg-deb": "dpkg"},
        lambda c: next((c.work / "deb").glob("sqlite-article_*.deb")).name.split("_")[1])
def debian_package(c):
    out = c.work / "deb"
    shutil.rmtree(out, ignore_errors=True)
    c.sh("cpack", "-G", "DEB", "-B", out, "--config", c.build / "CPackConfig.cmake", cwd=c.build)
    for package in out.glob("*.deb"):
        c.sh("dpkg-deb", "-x", package, out / "root")
    [extension] = (out / "root").rglob("article.so")
    return c.sh("sqlite3", "-batch", "-separator", "\n", ":memory:", f".load {extension.with_suffix('')}", SQL.format(text=c.text))


# ---- Python packages ----

def venv(c):
    """A fresh environment with the wheel of this checkout, made once for a run."""
    where = c.work / "venv"
    if not getattr(c, "venv_is_new", False):
        c.download("PyPI")
        shutil.rmtree(where, ignore_errors=True)
        c.sh("/usr/bin/python3", "-m", "venv", where)
        c.sh(where / "bin/pip", "install", "-q", f"{c.root}/ext/bindings/python[test]")
        c.venv_is_new = True
    return where / "bin/python"


PYTHON = {"/usr/bin/python3": "python3", "/usr/share/doc/python3-venv": "python3-venv", **LINKED}


def python_driver(driver):
    code = f"import importlib.metadata as m; print(m.version('{driver}'))"
    client(driver, PYTHON, first_version(venv, "-c", code))(
        lambda c: c.sh(venv(c), c.here / "python/client.py", c.extension, c.text, driver))


for _driver in ("apsw", "pysqlite3"):
    python_driver(_driver)


@client("python wheel", PYTHON, first_version(venv, "-c", "import sqlite_article as m; print(m.version())"))
def python_wheel(c):
    """The package's own tests: drivers, command line, Datasette and sqlite-utils plugins, pandas, Arrow."""
    c.sh(venv(c), "-m", "pytest", "-q", "-p", "no:cacheprovider", c.root / "ext/bindings/python/tests", cwd=c.work)
    return c.sh(venv(c), c.here / "python/client.py", c.extension, c.text, "connect")


@client("pyspark", {**PYTHON, "java": "openjdk-17-jre-headless"}, first_version(venv, "-c", "import pyspark; print(pyspark.__version__)"))
def pyspark(c):
    """sqlite_article.spark with local workers: its tests, and the page."""
    c.sh(venv(c), "-m", "pip", "install", "-q", "pyspark")
    c.sh(venv(c), "-m", "pytest", "-q", "-p", "no:cacheprovider", c.root / "ext/bindings/python/tests/test_spark.py", cwd=c.work)
    return c.sh(venv(c), c.here / "python/on_spark.py", c.text)


# ---- JavaScript ----

NODE = {"node": "nodejs", "npm": "npm"}


def npm(c, *packages):
    """A folder with the packages, and the client programs beside them."""
    where = c.work / ("node-" + packages[0].split("@")[0])
    if not (where / "node_modules").exists():
        c.download("npm")
        where.mkdir(exist_ok=True)
        (where / "package.json").write_text('{"private": true}')
        c.sh("npm", "install", "--no-audit", "--no-fund", "--foreground-scripts", *packages, cwd=where)
    for program in (c.here / "node").glob("*.mjs"):
        shutil.copy(program, where)
    return where


def npm_version(package):
    return first_version("node", "-p", lambda c: f"require('{c.work}/node-{package}/node_modules/{package}/package.json').version")


@client("node:sqlite", NODE, first_version(lambda c: npm(c, "node@24") / "node_modules/.bin/node", "--version"))
def node_sqlite(c):
    where = npm(c, "node@24")
    return c.sh(where / "node_modules/.bin/node", "node_sqlite.mjs", c.extension, c.text, cwd=where)


@client("better-sqlite3", {**NODE, **COMPILER, "c++": "g++", "make": "make"}, npm_version("better-sqlite3"))
def better_sqlite3(c):
    return c.sh("node", "better_sqlite3.mjs", c.extension, c.text, cwd=npm(c, "better-sqlite3"))


@client("libsql", NODE, npm_version("libsql"))
def libsql(c):
    return c.sh("node", "libsql.mjs", c.extension, c.text, cwd=npm(c, "libsql"))


@client("bun", NODE, npm_version("bun"))
def bun(c):
    where = npm(c, "bun")
    return c.sh(where / "node_modules/.bin/bun", "bun.mjs", c.extension, c.text, cwd=where)


# ---- in a browser; screenshots go to build/clients ----

BROWSER = {**NODE, "chromium": "chromium"}


def in_browser(c, program, *arguments):
    """Runs a program of tests/clients that drives Chromium."""
    where = npm(c, "playwright-core")
    shutil.copy(c.here / program, where / "check.mjs")
    return c.sh("node", "check.mjs", *arguments, cwd=where)


@contextlib.contextmanager
def served(c, *command):
    """The address of a web server that is told its port by --port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with open(c.work / "server.log", "wb") as log, \
            subprocess.Popen([*map(str, command), "--port", str(port)], stdout=log, stderr=log) as server:
        try:
            for _ in range(600):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                    break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


@client("datasette", {**PYTHON, **BROWSER}, first_version(venv, "-c", "import datasette; print(datasette.__version__)"))
def datasette(c):
    """The demo of ext/bindings/datasette, by the command of its page."""
    with served(c, venv(c), c.root / "ext/bindings/datasette/demo.py", "--database", c.work / "demo.db") as address:
        return in_browser(c, "datasette/check.mjs", address, c.work, c.text)


@client("playground", {**BROWSER, "emcc": "emscripten", "cargo": "cargo"}, first_version("chromium", "--version"))
def playground(c):
    """The page of ext/bindings/wasm, built for this run, without a server and without network."""
    c.download("crates.io")
    c.sh("/usr/bin/python3", c.root / "ext/bindings/wasm/build.py", "--output", c.work / "playground")
    return in_browser(c, "playground/check.mjs", c.work / "playground", c.work, c.text)


# ---- compiled languages ----

@client("java sqlite-jdbc", {"javac": "openjdk-17-jdk-headless", "mvn": "maven"}, lambda c: re.search(r"sqlite-jdbc</artifactId>\s*<version>([^<]+)",
                                                                               (c.here / "java/pom.xml").read_text())[1])
def java(c):
    where = c.work / "java"
    if not (where / "target/dependency").exists():
        c.download("Maven Central")
        shutil.copytree(c.here / "java", where, dirs_exist_ok=True)
        c.sh("mvn", "-q", "-B", "dependency:copy-dependencies", cwd=where)
    shutil.copytree(c.here / "java/src", where / "src", dirs_exist_ok=True)
    c.sh("javac", "-cp", "target/dependency/*", "-d", "target/classes", "src/main/java/Client.java", cwd=where)
    return c.sh("java", "-cp", f"target/classes{os.pathsep}target/dependency/*", "Client", c.extension, c.text, cwd=where)


@client("go mattn", {"go": "golang-go", "cc": "gcc"}, lambda c: re.search(r"go-sqlite3 v(\S+)", (c.here / "go/go.mod").read_text())[1])
def go(c):
    where = c.work / "go"
    if not (where / "go.sum").exists():
        c.download("the Go proxy")
        shutil.copytree(c.here / "go", where, dirs_exist_ok=True)
        c.sh("go", "mod", "tidy", cwd=where)
    shutil.copy(c.here / "go/main.go", where)
    c.sh("go", "build", "-o", "client", ".", cwd=where, env={"CGO_ENABLED": "1"})
    return c.sh(where / "client", c.extension, c.text)


@client("rust rusqlite", {"cargo": "cargo", "cc": "gcc"}, first_version("cargo", "tree", "--depth", "0", "-p", "rusqlite", "--manifest-path",
                                                                  lambda c: c.work / "rust/Cargo.toml"))
def rust(c):
    where = c.work / "rust"
    if not (where / "Cargo.lock").exists():
        c.download("crates.io")
    shutil.copytree(c.here / "rust", where, dirs_exist_ok=True)
    c.sh("cargo", "build", "-q", "--release", cwd=where)
    return c.sh(where / "target/release/article-client", c.extension, c.text)
