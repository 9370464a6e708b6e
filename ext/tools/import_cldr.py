#!/usr/bin/env python3
"""Writes the `cldr-*` rows of ext/data/languages from the Unicode CLDR; rows of other sources stay as they are.

usage:  import_cldr.py PACKAGES_DIR DATA_DIR [--only TAG[,TAG]]

PACKAGES_DIR holds the unpacked packages cldr-core, cldr-dates-full, cldr-units-full, cldr-cal-islamic-full and
cldr-cal-persian-full of one version, each in a folder of its name (get them with any client of the npm registry).
Standard library only.  What the rows mean: docs/ADDING.md.

Relative forms ("vor {0} Tagen", "{0} days ago") are taken apart: what all units of a language share is its marker of past or
future (`past_before  vor`), what remains is a unit word (`unit  Tagen  day`).  So "vor 1 Jahr und 2 Monaten" can be read,
which CLDR has no pattern for.  A pattern that does not come apart stays whole (`relative  {0} ր-ից  minute+`).
"""
import argparse
import collections
import json
import pathlib
import re
import sys
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.dont_write_bytecode = True

from tables import _pieces  # noqa: E402

UNITS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
MORE_UNITS = UNITS + ("decade", "century", "fortnight")
WIDTHS = ("", "-short", "-narrow")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HIJRI = ("ar", "ckb", "de", "en", "fa", "fr", "id", "ms", "ps", "tr", "ur")
JALALI = ("ckb", "en", "fa", "ps")
DAYPARTS = {"midnight": "midnight", "noon": "noon", "morning1": "morning", "morning2": "morning", "afternoon1": "afternoon",
            "afternoon2": "afternoon", "evening1": "evening", "evening2": "evening", "night1": "night", "night2": "night"}
ISLAMIC_PACKAGE, PERSIAN_PACKAGE = "cldr-cal-islamic-full", "cldr-cal-persian-full"


def clean(phrase):
    """NFC, without bidi marks, blanks single."""
    phrase = unicodedata.normalize("NFC", "".join(c for c in phrase if unicodedata.category(c) != "Cf" or c == "\u200c"))
    return re.sub(r"\s+", " ", phrase).strip()


class Locale:
    """The files of one locale."""

    def __init__(self, packages, tag):
        self.packages, self.tag = packages, tag

    def read(self, package, name):
        path = self.packages / package / "main" / self.tag / name
        if not path.exists():
            return {}
        return json.loads(path.read_text(encoding="utf-8"))["main"][self.tag]

    def calendar(self, name="gregorian", package="cldr-dates-full"):
        return self.read(package, f"ca-{name}.json").get("dates", {}).get("calendars", {}).get(name, {})

    def fields(self):
        return self.read("cldr-dates-full", "dateFields.json").get("dates", {}).get("fields", {})

    def units(self):
        return self.read("cldr-units-full", "units.json").get("units", {})


class Rows:
    """Rows of one language; the same pieces with the same meaning come once."""

    def __init__(self):
        self.rows, self.seen = [], set()

    def add(self, kind, phrase, value, single_letter=False):
        phrase = clean(phrase)
        pieces = _pieces.pieces(phrase)
        text = "".join(pieces)
        if not pieces or not any(c.isalpha() for c in text):
            return
        if len(text) < 2 and not single_letter and ord(text[0]) < 0x900:
            return
        key = (kind, tuple(pieces), str(value))
        if key not in self.seen:
            self.seen.add(key)
            self.rows.append((kind, phrase, str(value)))


def add_months(rows, calendar, prefix=""):
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in calendar.get("months", {}).get(context, {}).get(width, {}).items():
                if number.isdigit() and int(number) <= 12 and not re.fullmatch(r"M\d\d|\d+", name):
                    rows.add("month", name, f"{prefix}{number}")


def add_weekdays(rows, calendar):
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated", "short"):
            for day, name in calendar.get("days", {}).get(context, {}).get(width, {}).items():
                rows.add("weekday", name, WEEKDAYS.index(day) + 1)


def add_day_periods(rows, calendar):
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for key, name in calendar.get("dayPeriods", {}).get(context, {}).get(width, {}).items():
                key = key.split("-alt")[0]
                if key in ("am", "pm"):
                    rows.add("ampm", name, key)
                elif key in DAYPARTS:
                    rows.add("daypart", name, DAYPARTS[key])


def add_eras(rows, calendar):
    for width in ("eraNames", "eraAbbr"):
        for key, name in calendar.get("eras", {}).get(width, {}).items():
            rows.add("era", name, "bc" if key.startswith("0") else "ad")


def date_order(calendar):
    pattern = calendar.get("dateFormats", {}).get("short", "")
    pattern = pattern if isinstance(pattern, str) else pattern.get("_value", "")
    order = "".join(sorted(set(re.findall("[dMy]", pattern)), key=pattern.index))
    return order.lower() if len(order) == 3 else ""


def relative_patterns(fields):
    """{'past'|'future': [(unit, pattern)]} of all widths and plural forms."""
    out = {"past": [], "future": []}
    for unit in UNITS:
        for width in WIDTHS:
            for direction in out:
                forms = fields.get(unit + width, {}).get(f"relativeTime-type-{direction}", {})
                out[direction] += [(unit, clean(p)) for p in forms.values()]
    return {d: sorted(set(p)) for d, p in out.items()}


def text_between(phrase, pieces, start, end):
    """The stretch of the phrase that holds pieces[start:end]."""
    return phrase[pieces[start][1]:pieces[end - 1][2]] if start < end else ""


def taken_apart(patterns):
    """(marker before, marker after) of the patterns of one direction, as tuples of pieces: the longest pair that most units share."""
    support = collections.defaultdict(set)
    for unit, phrase in patterns:
        pieces = _pieces.pieces(phrase)
        if pieces.count("#") != 1:
            continue
        slot = pieces.index("#")
        before, after = pieces[:slot], pieces[slot + 1:]
        for i in range(len(before) + 1):
            for j in range(len(after) + 1):
                if i + j < len(before) + len(after):
                    support[tuple(before[:i]), tuple(after[len(after) - j:])].add(unit)
    pairs = [pair for pair in support if any(pair)]
    if not pairs:
        return (), ()
    best = max(len(support[pair]) for pair in pairs)
    if best < 4:
        return (), ()
    return max((p for p in pairs if len(support[p]) >= best - 1), key=lambda p: (len(p[0]) + len(p[1]), len("".join(p[0] + p[1]))))


def add_relative(rows, fields):
    for direction, patterns in relative_patterns(fields).items():
        before_mark, after_mark = taken_apart(patterns)
        sign = "-" if direction == "past" else "+"
        marks = set()
        for unit, phrase in patterns:
            pieces = _pieces.split(phrase)
            names = [p for p, _, _ in pieces]
            if names.count("#") != 1 or len(names) < 2 or re.search(r"[-+\u2212]\s?\{0\}", phrase):
                continue  # "-{0} h": a sign, not words
            slot = names.index("#")
            before, after = names[:slot], names[slot + 1:]
            i, j = len(before_mark), len(after_mark)
            fits = (before_mark or after_mark) and tuple(before[:i]) == before_mark and tuple(after[len(after) - j:]) == after_mark
            left_before, left_after = (before[i:], after[:len(after) - j]) if fits else (None, None)
            if fits and bool(left_before) != bool(left_after):
                if i:
                    marks.add((f"{direction}_before", text_between(phrase, pieces, 0, i)))
                if j:
                    marks.add((f"{direction}_after", text_between(phrase, pieces, len(pieces) - j, len(pieces))))
                if left_before:
                    rows.add("unit", text_between(phrase, pieces, i, slot), unit, single_letter=True)
                else:
                    rows.add("unit", text_between(phrase, pieces, slot + 1, len(pieces) - j), unit, single_letter=True)
            else:
                rows.add("relative", phrase, unit + sign)
        for kind, phrase in sorted(marks):
            rows.add(kind, phrase, "", single_letter=True)


def add_named_days(rows, fields):
    """yesterday, now, last week, next Sunday."""
    for unit in UNITS + WEEKDAYS:
        for width in WIDTHS:
            for key, phrase in fields.get(unit + width, {}).items():
                match = re.fullmatch(r"relative-type-(-?\d+)", key)
                if not match or (unit in WEEKDAYS and width):
                    continue
                shift = int(match[1])
                if unit == "second":
                    rows.add("now", phrase, "")
                elif unit == "day":
                    rows.add("day", phrase, shift)
                elif unit in WEEKDAYS:
                    rows.add("period", phrase, f"weekday{WEEKDAYS.index(unit) + 1}{shift:+d}")
                else:
                    rows.add("period", phrase, f"{unit}{shift:+d}")


def add_units(rows, fields, units):
    for unit in UNITS:
        for width in WIDTHS:
            name = fields.get(unit + width, {}).get("displayName")
            if name and not re.search(r"[./(]\S", name):
                rows.add("unit", name, unit)
    for width in ("long", "short"):
        for unit in MORE_UNITS:
            for key, pattern in units.get(width, {}).get(f"duration-{unit}", {}).items():
                if key == "displayName":
                    rows.add("unit", pattern, unit)
                elif "count" in key and pattern.count("{0}") == 1:
                    pattern = clean(pattern)
                    pieces = _pieces.split(pattern)
                    slot = [p for p, _, _ in pieces].index("#")
                    before, after = text_between(pattern, pieces, 0, slot), text_between(pattern, pieces, slot + 1, len(pieces))
                    if bool(before) != bool(after):
                        rows.add("unit", before or after, unit, single_letter=width == "short")


def rows_of(packages, tag):
    locale, rows = Locale(packages, tag), Rows()
    calendar, fields = locale.calendar(), locale.fields()
    add_months(rows, calendar)
    if tag in HIJRI:
        add_months(rows, locale.calendar("islamic", ISLAMIC_PACKAGE), "hijri-")
    if tag in JALALI:
        add_months(rows, locale.calendar("persian", PERSIAN_PACKAGE), "jalali-")
    add_weekdays(rows, calendar)
    add_day_periods(rows, calendar)
    add_eras(rows, calendar)
    add_relative(rows, fields)
    add_named_days(rows, fields)
    add_units(rows, fields, locale.units())
    order = date_order(calendar)
    if order:
        rows.rows.append(("date_order", order, ""))
    return rows.rows


def tags_of(packages):
    """Languages, and languages in a second script; no regions."""
    tags = sorted(p.name for p in (packages / "cldr-dates-full" / "main").iterdir() if p.is_dir())
    return [t for t in tags if re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?", t) and t != "und"]


NUMBER_KINDS = ("number", "ordinal")  # import_numbers.py writes these


def rewrite(path, rows, source, kinds=None):
    """Replaces the cldr-* rows of a file: those of `kinds`, or all that are not numbers."""
    lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    comments = [line for line in lines if line.startswith("#")]

    def stays(cells):
        return not cells[3].startswith("cldr-") or (cells[0] not in kinds if kinds else cells[0] in NUMBER_KINDS)

    own = [line for line in lines if line.strip() and not line.startswith("#") and stays(line.split("\t"))]
    taken = {(kind, _pieces_key(phrase), value) for kind, phrase, value in (line.split("\t")[:3] for line in own)}
    fresh = ["\t".join((kind, phrase, value, source)) for kind, phrase, value in rows
             if (kind, _pieces_key(phrase), value) not in taken]
    body = sorted(own + fresh, key=lambda line: line.split("\t")[0])
    if not comments:
        comments = [f"# {path.stem}: kind, phrase, value, source.  See docs/ADDING.md."]
    path.write_text("\n".join(comments + body) + "\n", encoding="utf-8")


def _pieces_key(phrase):
    return tuple(_pieces.pieces(phrase)) or phrase.casefold()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", type=pathlib.Path)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--only", help="comma list of tags")
    args = parser.parse_args()
    package = json.loads((args.packages / "cldr-dates-full" / "package.json").read_text(encoding="utf-8"))
    source = "cldr-" + package["version"].split(".")[0]
    languages = args.data / "languages"
    languages.mkdir(parents=True, exist_ok=True)
    wanted = args.only.split(",") if args.only else tags_of(args.packages)
    seen = {}
    for tag in wanted:
        rows = rows_of(args.packages, tag)
        base = seen.get(tag.split("-")[0])
        seen.setdefault(tag, rows)
        if not any(kind == "month" for kind, _, _ in rows) or rows == base:
            continue
        rewrite(languages / f"{tag}.tsv", rows, source)


if __name__ == "__main__":
    main()
