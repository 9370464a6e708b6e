"""phrases.inc: the trie of core/lexicon.cpp, from the news kinds of the language files, agencies.tsv and places.tsv."""
from tables import _data, _first_words, _trie

# In the order of Term in core/lexicon.h.
TERMS = ["byline", "name_join", "role_title", "list_heading", "published", "updated", "promotion", "read_more", "comments",
         "copyright", "caption", "keywords", "section", "navigation", "cookie", "advertisement", "label", "end_mark",
         "attribution", "reading_time", "stopword", "agency", "place", "outlet", "home", "breadcrumb_end",
         "contact", "browser", "desk", "headline_label", "own_byline"]
# In the order of TermValue in core/lexicon.h.
VALUES = ["", "photo", "text", "editor", "reporter", "related", "latest", "most_read", "recommended", "section", "other",
          "follow", "subscribe", "share", "app", "donate", "video", "graphic", "credit", "cookie", "paywall", "legal", "city",
          "country", "region", "unknown", "behind"]
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


def nodes_of(edges, entries):
    """A row of PhraseNode for each node: the kinds of its entries, those of entries in capitals, a bit for each word that may
    follow, the first entry."""
    next_words, rows, first = {}, [], 0
    for node, word_hash in edges:
        next_words[node] = next_words.get(node, 0) | 1 << ((word_hash * 0x9E3779B1 & 0xFFFFFFFF) >> 27)
    for node, found in enumerate(entries):
        kinds = [0, 0]
        for term, _value, _language, capital in found:
            kinds[capital] |= 1 << term
        rows.append((*kinds, 0 if node == 0 else next_words.get(node, 0), first))
        first += len(found)
    return rows + [(0, 0, 0, first)]


FILTER_BITS = 18  # kEdgeFilterBits of core/lexicon.h


def edge_arrays(edges):
    """The edges of all nodes but the first, whose words have a table of their own."""
    later = {edge: target for edge, target in edges.items() if edge[0] != 0}
    bits = [_trie.mix(*edge) >> 32 - FILTER_BITS for edge in later]
    return _trie.edge_arrays(later) + _trie.bit_array("kEdgeFilter", bits, FILTER_BITS)


def generate(data, weights):
    tags, phrases = collect(data)
    stopwords = {words[0] for words, term, *_ in phrases if len(words) == 1 and TERMS[term] == "stopword"}
    edges, entries = _trie.build_trie(phrases, stopwords)
    flat = [entry for of_node in entries for entry in of_node]
    nodes = ",\n".join("{%d, %d, %d, %d}" % node for node in nodes_of(edges, entries))
    rows = ",\n".join("{Term(%d), TermValue(%d), %d, %d}" % entry for entry in flat)
    return f"""// Written by ext/tools/generate_tables.py from ext/data.
constexpr size_t kGeneratedTermCount = {len(TERMS)};
constexpr size_t kGeneratedValueCount = {len(VALUES)};
constexpr size_t kPhraseCount = {len(flat)};
{edge_arrays(edges)}{_first_words.arrays(edges)}constexpr PhraseNode kNodes[] = {{
{nodes}
}};
constexpr PhraseEntry kEntries[] = {{
{rows or "{Term(0), TermValue(0), 0, 0}"}
}};
constexpr std::string_view kLanguageTags[] = {{
"",
{", ".join('"' + tag + '"' for tag in tags)}
}};
"""
