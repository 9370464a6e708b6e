"""Rows of a table in a page of docs/, between two comments that name it: <!-- clients --> ... <!-- end clients -->.

    update("docs/clients/README.md", "clients", {"bun": ("1.4.5", "3.54.1", "ok")}, order)
"""
import pathlib
import re


def update(page, name, rows, order):
    """Puts rows, by their first cell, in the place of those that are there; the others stay if `order` has them."""
    page = pathlib.Path(page)
    text = page.read_text(encoding="utf-8")
    found = re.search(rf"(<!-- {name} -->\n)(.*\n.*\n)((?:.*\n)*?)(<!-- end {name} -->)", text)
    if not found:
        raise LookupError(f"{page.name} has no table {name!r}")
    old = {row.split(" | ")[0].lstrip("| "): row for row in found[3].splitlines()}
    new = {first: "| " + " | ".join((first, *cells)) + " |" for first, cells in rows.items()}
    kept = [({**old, **new})[first] for first in order if first in old or first in new]
    page.write_text(text[:found.start(3)] + "".join(row + "\n" for row in kept) + text[found.end(3):], encoding="utf-8")
