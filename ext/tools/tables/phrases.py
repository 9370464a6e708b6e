"""phrases.inc: the trie of core/lexicon.cpp, from the news kinds of the language files, agencies.tsv and places.tsv."""
from tables import _data

# In the order of Term in core/lexicon.h.
TERMS = ["byline", "name_join", "role_title", "list_heading", "published", "updated", "promotion", "read_more", "comments",
         "copyright", "caption", "keywords", "section", "navigation", "cookie", "advertisement", "label", "end_mark",
         "attribution", "reading_time", "stopword", "agency", "place", "outlet"]
# In the order of TermValue in core/lexicon.h.
VALUES = ["", "photo", "text", "editor", "reporter", "related", "latest", "most_read", "recommended", "section", "other",
          "follow", "subscribe", "share", "app", "donate", "video", "graphic", "credit", "cookie", "paywall", "legal", "city",
          "country", "region", "unknown"]
MAX_WORDS = 12  # kMaxPhraseWords in core/limits.h
SYMBOLS = {"\u00a9": "copyright"}


def collect(data):
    """[(words, term, value, language id, capital)]"""
    tags = _data.numbered_tags(data, TERMS)
    out = []
    for number, tag in enumerate(tags, 1):
        for entry in data.languages[tag]:
            if entry.kind in TERMS:
                add(out, f"{tag}.tsv:{entry.line}", entry.phrase, entry.kind, entry.value, number)
    for name, forms, _country, number in getattr(data, "agencies", []):
        for phrase in [name] + [f for f in forms.split("|") if f]:
            add(out, f"agencies.tsv:{number}", phrase, "agency", "", 0)
    for name, _country, kind, number in getattr(data, "places", []):
        add(out, f"places.tsv:{number}", name, "place", kind, 0)
    for number, (phrase, _source) in _data.read_rows(data.folder / "outlets.tsv", 2):
        add(out, f"outlets.tsv:{number}", phrase, "outlet", "", 0)
    return tags, out


def add(out, where, phrase, term, value, language):
    words = _data.words(phrase)
    if not words:
        if phrase not in SYMBOLS:
            raise _data.DataError(f"{where}: {phrase!r} has no word")
        return
    if len(words) > MAX_WORDS:
        raise _data.DataError(f"{where}: {phrase!r} has {len(words)} words, {MAX_WORDS} at most")
    letters = [c for c in phrase if c.isalpha()]
    capital = len(words) == 1 and 2 <= len(letters) <= 4 and all(c.isupper() for c in letters) and term in ("agency", "place")
    out.append((tuple(words), TERMS.index(term), VALUES.index(value if value in VALUES else "unknown"), language, int(capital)))


def mix(node, word_hash):
    """edge_key() of core/lexicon.cpp."""
    value = (node * 0x9E3779B1 + word_hash) & 0xFFFFFFFF
    value ^= value >> 15
    value = (value * 0x85EBCA6B) & 0xFFFFFFFF
    value ^= value >> 13
    return value


def build_trie(phrases):
    hashes = {}
    for words, *_ in phrases:
        for word in words:
            value = _data.hash_word(word)
            if hashes.setdefault(value, word) != word:
                raise _data.DataError(f"the words {word!r} and {hashes[value]!r} have one hash")
    edges, entries = {}, [[]]
    for words, *entry in sorted(set(phrases)):
        node = 0
        for word in words:
            key = (node, _data.hash_word(word))
            if key not in edges:
                edges[key] = len(entries)
                entries.append([])
            node = edges[key]
        entries[node].append(tuple(entry))
    return edges, entries


def edge_table(edges):
    size = 16
    while size < 2 * len(edges):
        size *= 2
    keys, nexts = [0] * size, [0] * size
    seen = set()
    for (node, word_hash), target in sorted(edges.items()):
        key = mix(node, word_hash)
        if key in seen or key == 0:
            raise _data.DataError("two edges of the phrase trie have one key: change a constant of mix()")
        seen.add(key)
        at = key & (size - 1)
        while nexts[at]:
            at = (at + 1) & (size - 1)
        keys[at], nexts[at] = key, target
    return size, keys, nexts


def numbers(values, per_line=16):
    lines = [", ".join(str(v) for v in values[i:i + per_line]) for i in range(0, len(values), per_line)]
    return ",\n".join(lines)


def generate(data, weights):
    tags, phrases = collect(data)
    edges, entries = build_trie(phrases)
    size, keys, nexts = edge_table(edges)
    offsets, flat = [], []
    for node in entries:
        offsets.append(len(flat))
        flat += node
    offsets.append(len(flat))
    rows = ",\n".join("{Term(%d), TermValue(%d), %d, %d}" % row for row in flat) or "{Term(0), TermValue(0), 0, 0}"
    return f"""// Written by ext/tools/generate_tables.py from ext/data.
constexpr size_t kGeneratedTermCount = {len(TERMS)};
constexpr size_t kGeneratedValueCount = {len(VALUES)};
constexpr size_t kPhraseCount = {len(flat)};
constexpr uint32_t kEdgeMask = {size - 1};
constexpr uint32_t kEdgeKeys[] = {{
{numbers(keys)}
}};
constexpr uint32_t kEdgeNodes[] = {{
{numbers(nexts)}
}};
constexpr uint32_t kEntryOffsets[] = {{
{numbers(offsets)}
}};
constexpr PhraseEntry kEntries[] = {{
{rows}
}};
constexpr std::string_view kLanguageTags[] = {{
"",
{", ".join('"' + tag + '"' for tag in tags)}
}};
"""
