"""Pages of docs/ as programs: a section's code blocks become one shell script, word for word.

    section("docs/clients/scripting.md", "Ruby").script()
    # cat > 'client.rb' <<'END_OF_BLOCK' ... END_OF_BLOCK
    # ruby client.rb ./article page.txt

What a reader does with a block, the script does: a block below a line that ends with a file's name (`client.rb`:) is saved under it;
a ```sh block and an indented one are commands; a ```python block is given to python3, a ```sql block to the sqlite3 shell
with the extension.  A ```text block is what the step before it prints: the runner compares.
"""
import dataclasses
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
INDENTED = re.compile(r"(?<=\n\n)((?:    .*\n)(?:(?:    .*)?\n)*)")
FILE_NAME = re.compile(r"`([\w./-]+)`(?: [^`\n]*)?:\s*\Z")
RUN_BY = {"python": "python3 -", "sql": "sqlite3 -batch -cmd '.load build/release/article' :memory:"}
END = "END_OF_BLOCK"
MARK = "=====text====="

# Not a reader's machine: packages are installed by run_clients.py, windows are opened by a client's own check.
STAND_INS = """\
sudo() { case "$*" in "apt-get install ./"*) apt-get install -y -qq "$3" >&2 ;; "apt-get install"*) ;; *) "$@" ;; esac; }
chromium() { [ -e "$1" ]; }
"""


@dataclasses.dataclass(frozen=True)
class Step:
    kind: str  # file, sh, python, sql, text
    code: str
    name: str = ""  # of the file


@dataclasses.dataclass(frozen=True)
class Section:
    page: str
    title: str  # "" before the first heading of the second level
    steps: tuple

    def script(self):
        """Bash; MARK is printed where the page has a ```text block."""
        out = ["set -euo pipefail", STAND_INS.rstrip()]
        for step in self.steps:
            if step.kind == "file":
                folder = str(pathlib.PurePosixPath(step.name).parent)
                out += [f"mkdir -p '{folder}'", f"cat > '{step.name}' <<'{END}'\n{step.code}{END}"]
            elif step.kind == "sh":
                out.append(step.code.rstrip())
            elif step.kind == "text":
                out.append(f"echo '{MARK}'")
            else:
                out.append(f"{RUN_BY[step.kind]} <<'{END}'\n{step.code}{END}")
        return "\n".join(out) + "\n"

    def check(self, printed):
        """Complaints about what the ```text blocks say; `printed` without the marks."""
        parts = printed.split(MARK + "\n")
        expected = [step.code for step in self.steps if step.kind == "text"]
        wrong = [f"the page says {text!r}, but it printed {got!r}" for text, got in zip(expected, parts)
                 if tidy(text) not in tidy(got)]
        return wrong, "".join(parts)

    def file(self, name):
        [found] = [step.code for step in self.steps if step.kind == "file" and step.name == name]
        return found

    def blocks(self, kind):
        return [step.code for step in self.steps if step.kind == kind]


def tidy(text):
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def _steps(text):
    """Fenced and indented blocks in the order of the page."""
    found = []
    text = f"\n\n{text}\n"
    rest = text
    for block in FENCE.finditer(text):
        name = FILE_NAME.search(text[:block.start()])
        kind, code = block[1] or "text", block[2]
        found.append((block.start(), Step("file", code, name[1]) if name and kind != "text" else Step(kind, code)))
        rest = rest[:block.start()] + "x" * (block.end() - block.start()) + rest[block.end():]
    for block in INDENTED.finditer(rest):
        code = re.sub(r"^ {4}", "", block[1], flags=re.M).rstrip("\n") + "\n"
        found.append((block.start(), Step("sh", code)))
    return tuple(step for _, step in sorted(found, key=lambda pair: pair[0]))


def sections(page):
    """Sections of the second level that have code."""
    text = (ROOT / page).read_text(encoding="utf-8")
    parts = re.split(r"^## (.*)\n", text, flags=re.M)
    cut = [("", parts[0]), *zip(parts[1::2], parts[2::2])]
    return [Section(page, title.strip(), steps) for title, body in cut if (steps := _steps(body))]


def section(page, title=""):
    """The section whose heading begins with `title`."""
    found = [one for one in sections(page) if one.title.startswith(title) and bool(title) == bool(one.title)]
    if len(found) != 1:
        raise LookupError(f"{page} has {len(found)} sections {title!r}")
    return found[0]
