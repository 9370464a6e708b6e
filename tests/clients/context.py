"""What a client's function gets from run_clients.py: paths, sh() for a command, section() for a section of a page of docs/.

A section is run as a reader would, by pages.py: in an empty folder that has article.so and page.txt, or in a copy of the checkout
whose build/release is the build under test.
"""
import os
import pathlib
import shutil
import subprocess
import tempfile

import pages

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TEXT = HERE / "article.txt"


class Skip(Exception):
    """Why a client cannot run here."""


class Context:
    def __init__(self, extension, offline):
        self.file = pathlib.Path(extension).resolve()
        self.extension = str(self.file.with_suffix(""))
        self.build = self.file.parent
        self.text = str(TEXT)
        self.root, self.here = ROOT, HERE
        self.offline = offline
        self.work = ROOT / "build" / "clients"
        self.work.mkdir(parents=True, exist_ok=True)
        self.clone_path, self._clone_is_new = self.work / "clone", False
        # A run compiles what the run before it compiled.
        self.compilers = {"CC": "ccache gcc", "CXX": "ccache g++"} if shutil.which("ccache") else {}

    def sh(self, *command, cwd=None, env=None, timeout=3600):
        """Standard output of a command; an error with what it said if it fails."""
        done = subprocess.run([str(part) for part in command], cwd=cwd, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=timeout, check=False)
        if done.returncode != 0:
            said = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
            raise RuntimeError(f"{command[0]} ended with {done.returncode}:\n" + "\n".join(said.splitlines()[-15:]))
        return done.stdout.decode("utf-8", "replace")

    def download(self, registry):
        """Call it before anything is fetched from a registry."""
        if self.offline:
            raise Skip(f"needs {registry}")

    def may_install(self):
        return not self.offline and shutil.which("apt-get") is not None and os.geteuid() == 0

    def folder(self, name):
        """An empty folder with article.so and page.txt in it, for the pages that need no checkout."""
        where = self.work / "pages" / name.replace(" ", "-").replace(":", "-").replace("/", "-")
        shutil.rmtree(where, ignore_errors=True)
        where.mkdir(parents=True)
        shutil.copy(self.file, where)  # no link: PHP looks where a link leads
        shutil.copy(TEXT, where / "page.txt")
        return where

    def clone(self):
        """A copy of the checkout as it is, made once for a run; build/release in it is the build under test."""
        where = self.clone_path
        if not self._clone_is_new:
            if not (self.build / "cmake_install.cmake").exists():
                raise Skip("the extension does not stand in a CMake build folder")
            # What pip and Emscripten compiled stays, or each run would compile the extension again.
            for entry in [where / ".venv", *(entry for entry in where.glob("*") if entry.name not in ("ext", "build")),
                          *(entry for entry in where.glob("build/*") if entry.name not in ("wasm", "sources"))]:
                if entry.is_dir() and not entry.is_symlink():
                    shutil.rmtree(entry)
                else:
                    entry.unlink(missing_ok=True)
            listed = self.sh("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT).split("\0")
            for name in filter(None, listed):
                if (ROOT / name).exists():
                    (where / name).parent.mkdir(parents=True, exist_ok=True)
                    if not _same(ROOT / name, where / name):
                        shutil.copy2(ROOT / name, where / name)
            (where / "build").mkdir(exist_ok=True)
            (where / "build" / "release").symlink_to(self.build)
            shutil.copy(TEXT, where / "page.txt")
            self._clone_is_new = True
        shutil.rmtree(where / "app", ignore_errors=True)
        return where

    def section(self, page, title="", where=None):
        """Runs a section behind what its page says before the first heading; its standard output, without that of the first part."""
        chosen = [pages.section(page, "")] if any(not one.title for one in pages.sections(page)) else []
        if title:
            chosen.append(pages.section(page, title))
        return self.run(pages.Section(page, title, tuple(step for one in chosen for step in one.steps)), where)

    def page(self, page, where=None):
        """Runs a whole page."""
        return self.run(pages.Section(page, "", tuple(step for one in pages.sections(page) for step in one.steps)), where)

    def run(self, section, where=None):
        where = where or self.clone()
        # Debian's own programs first, as on a machine without others.
        env = {"PATH": f"/usr/bin{os.pathsep}{os.environ['PATH']}", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **self.compilers}
        with tempfile.NamedTemporaryFile("w", suffix=".sh", encoding="utf-8") as script:
            script.write(section.script())
            script.flush()
            wrong, printed = section.check(self.sh("bash", script.name, cwd=where, env=env))
        if wrong:
            raise RuntimeError(f"{section.page}: " + "; ".join(wrong))
        return printed


def _same(source, copy):
    """The same size and time: what make and ninja look at stays."""
    return copy.exists() and (source.stat().st_size, int(source.stat().st_mtime)) == (copy.stat().st_size, int(copy.stat().st_mtime))
