"""Reads ext/data and refuses what would go wrong silently: duplicates, phrases that are not NFC, rows without a source."""
import dataclasses
import pathlib
import unicodedata


class DataError(Exception):
    """A row that must not stay; says file, line and reason."""


@dataclasses.dataclass(frozen=True)
class Entry:
    """One row of a language file."""
    language: str
    kind: str
    phrase: str
    value: str
    source: str
    line: int


@dataclasses.dataclass
class Data:
    folder: pathlib.Path
    languages: dict  # BCP 47 tag -> [Entry]
    agencies: list  # (name, short forms separated by |, country, line)
    places: list  # (name, country code, city | region | country, line)
    trees: pathlib.Path  # folder of the tree ensembles

    def entries(self, kind):
        """All entries of one kind, in the order of the tags."""
        return [e for tag in sorted(self.languages) for e in self.languages[tag] if e.kind == kind]


def read_rows(path, columns):
    """(line number, cells) of a TSV file without its comments; every row has `columns` cells, NFC, none of them padded."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        where = f"{path.name}:{number}"
        if len(cells) != columns:
            raise DataError(f"{where}: {len(cells)} cells, {columns} wanted: {line!r}")
        if unicodedata.normalize("NFC", line) != line:
            raise DataError(f"{where}: not NFC: {line!r}")
        if any(cell != cell.strip() for cell in cells):
            raise DataError(f"{where}: blanks around a cell: {line!r}")
        rows.append((number, cells))
    return rows


def read_language(path):
    entries, seen = [], {}
    for number, (kind, phrase, value, source) in read_rows(path, 4):
        where = f"{path.name}:{number}"
        if not kind or not phrase:
            raise DataError(f"{where}: kind and phrase must not be empty")
        if not (source == "own" or source.startswith("cldr-")):
            raise DataError(f"{where}: source {source!r}: 'own' or 'cldr-<version>' wanted")
        key = (kind, phrase.casefold(), value)
        if key in seen:
            raise DataError(f"{where}: the same as line {seen[key]}")
        seen[key] = number
        entries.append(Entry(path.stem, kind, phrase, value, source, number))
    return entries


PLACE_KINDS = ("city", "region", "country")


def read_agencies(path):
    """(name, forms, country, line); a name or a short form stands once only."""
    out, seen = [], {}
    for number, (name, forms, country, source) in read_rows(path, 4):
        where = f"{path.name}:{number}"
        if not name or source != "own" or not (len(country) == 2 and country.isupper()):
            raise DataError(f"{where}: a name, a country code of two capitals and the source 'own' wanted")
        for form in [name] + [f for f in forms.split("|") if f]:
            if not words(form):
                raise DataError(f"{where}: {form!r} has no word")
            if form in seen:
                raise DataError(f"{where}: {form!r} stands on line {seen[form]} too")
            seen[form] = number
        out.append((name, forms, country, number))
    return out


def read_places(path):
    """(name, country, kind, line); a name stands once with one kind."""
    out, seen = [], {}
    for number, (name, country, kind, source) in read_rows(path, 4):
        where = f"{path.name}:{number}"
        if not words(name) or source != "own" or kind not in PLACE_KINDS:
            raise DataError(f"{where}: a name, a kind of {PLACE_KINDS} and the source 'own' wanted")
        if not (len(country) == 2 and country.isupper()):
            raise DataError(f"{where}: {country!r} is not a country code")
        if (name, kind) in seen:
            raise DataError(f"{where}: {name!r} stands on line {seen[(name, kind)]} too")
        seen[(name, kind)] = number
        out.append((name, country, kind, number))
    return out


def load(folder, trees=None):
    languages = {path.stem: read_language(path) for path in sorted((folder / "languages").glob("*.tsv"))}
    return Data(folder, languages, read_agencies(folder / "agencies.tsv"), read_places(folder / "places.tsv"),
                trees or folder / "trees")


# Kinds of the vocabulary of prose, in the order of ProseTerm in core/prose/terms.h.
PROSE_KINDS = ["abbreviation", "sentence_starter", "not_starter", "sentence_rule", "cue_verb", "cue_phrase", "pronoun",
               "person_title", "org_suffix", "org_word", "place_word", "given_name", "complementizer", "name_particle",
               "place_name", "place_preposition", "not_name", "determiner", "nationality", "org_name", "cue_noun",
               "auxiliary"]


def numbered_tags(data, kinds):
    """The languages that have a LanguageId (8 bits): those with words of `kinds` or of prose, not with time words alone."""
    wanted = set(kinds) | set(PROSE_KINDS)
    return sorted(tag for tag, entries in data.languages.items() if any(e.kind in wanted for e in entries))


# ---- what the C++ side computes too (core/text/words.cpp, chars.cpp) ----
def fold_char(char):
    """core/text/chars.h fold(), of a character below U+0700 or in the compatibility and extension blocks."""
    if char in "\u0130\u0131":
        return "i"
    lower = char.lower() if len(char.lower()) == 1 else char
    code = ord(lower)
    if not (code < 0x700 or 0x1D00 <= code <= 0x1FFF or 0x2C00 <= code <= 0x2DFF or 0xA640 <= code <= 0xA7FF or code >= 0xFB00):
        return lower
    parts = unicodedata.normalize("NFKD", lower)
    if any(unicodedata.category(c)[0] != "M" for c in parts[1:]):
        return lower
    return parts[0].lower()


def fold_drops(char):
    code = ord(char)
    if code < 0x80:
        return code < 0x20 and char not in "\t\n\v\f\r"
    return (0x300 <= code <= 0x36F or 0x64B <= code <= 0x652 or code in (0x640, 0x670) or 0x591 <= code <= 0x5BD
            or 0x5BF <= code <= 0x5C7 or (unicodedata.category(char) in ("Cf", "Cc") and code not in (0x85, 0x200B))
            or 0xFE00 <= code <= 0xFE0F)


def is_ideograph(char):
    code = ord(char)
    return (0x3040 <= code <= 0x30FF or 0x31F0 <= code <= 0x31FF or 0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFF
            or 0xF900 <= code <= 0xFAFF or 0xFF66 <= code <= 0xFF9D or 0x20000 <= code <= 0x3FFFF or code in (0x3005, 0x3007))


HASH_SEED = 2166136261


def hash_step(value, char):
    code = ord(char)
    value = ((value ^ (code & 0xFFFF)) * 16777619) & 0xFFFFFFFF
    return ((value ^ (code >> 16)) * 16777619) & 0xFFFFFFFF if code > 0xFFFF else value


def words(phrase, with_punctuation=False):
    """Folded words of a phrase, as WordCursor reads them."""
    out, run, kind = [], "", None

    def close():
        nonlocal run, kind
        if run:
            out.append(run)
        run, kind = "", None

    for char in phrase:
        if fold_drops(char):
            continue
        category = unicodedata.category(char)
        if is_ideograph(char):
            close()
            out.append(fold_char(char))
        elif category == "Nd":
            if kind != "number":
                close()
            run, kind = run + str(unicodedata.digit(char)), "number"
        elif category[0] == "L" or category in ("Mn", "Mc"):
            if kind != "word":
                close()
            run, kind = run + fold_char(char), "word"
        else:
            close()
            if with_punctuation and category[0] in "PS":
                out.append(fold_char(char))
    close()
    return out


def hash_word(word):
    value = HASH_SEED
    for char in word:
        value = hash_step(value, char)
    return value
