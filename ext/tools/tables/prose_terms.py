"""prose_terms.inc: the vocabulary of prose (core/prose/terms.cpp), from the prose kinds of the language files.

The phrases form a trie over folded word hashes, as the news vocabulary of phrases.py does, in a table of its own: prose
looks up every word of every sentence, and its phrases are many.
"""
from tables import _data, _trie, phrases

# title_start: the first word of a title of persons, so that few words are looked up as one.
# day_name: the names of weekdays, which the vocabulary of time has; not their abbreviations, which are words too.
# month_name: the names of months, by which "in May" is told from "Theresa May".
KINDS = [*_data.PROSE_KINDS, "title_start", "day_name", "month_name"]
SHORTEST_DAY = 5  # letters
# The values that the code tells apart, in the order of ProseValue in core/prose/terms.h.
VALUES = ["", "before", "number", "capital", "ordinal_dot", "colon_ends", "comma_ends", "he", "she", "they", "other",
          "verb_last", "noun_capitals"]
MAX_WORDS = 12  # kMaxProseWords


def collect(data):
    tags = _data.numbered_tags(data, phrases.TERMS)
    out, starts = [], set()
    for number, tag in enumerate(tags, 1):
        for entry in data.languages[tag]:
            if entry.kind == "weekday":
                day = tuple(_data.words(entry.phrase))
                if len(day) == 1 and len(entry.phrase) >= SHORTEST_DAY:
                    starts.add((day, KINDS.index("day_name"), 0, number))
            if entry.kind == "month" and entry.value.isdigit():
                month = tuple(_data.words(entry.phrase))
                if len(month) == 1:
                    starts.add((month, KINDS.index("month_name"), 0, number))
            if entry.kind not in KINDS:
                continue
            value = entry.value
            phrase = entry.phrase
            if entry.kind == "sentence_rule":
                phrase, value = "rule", entry.phrase
            if value not in VALUES:
                raise _data.DataError(f"{tag}.tsv:{entry.line}: value {value!r} of {entry.kind} is not known")
            words = _data.words(phrase)
            if not 0 < len(words) <= MAX_WORDS:
                raise _data.DataError(f"{tag}.tsv:{entry.line}: {phrase!r} has {len(words)} words, 1 to {MAX_WORDS} wanted")
            out.append((tuple(words), KINDS.index(entry.kind), VALUES.index(value), number))
            if entry.kind == "person_title":
                starts.add(((words[0],), KINDS.index("title_start"), 0, number))
    return out + sorted(starts)


def generate(data, weights):
    arrays, _count, rows = _trie.tables(collect(data), "{ProseTerm(%d), ProseValue(%d), %d}")
    return f"""// Written by ext/tools/generate_tables.py from ext/data.
constexpr size_t kGeneratedTermCount = {len(KINDS)};
constexpr size_t kGeneratedValueCount = {len(VALUES)};
{arrays}constexpr ProseEntry kEntries[] = {{
{rows or "{ProseTerm(0), ProseValue(0), 0}"}
}};
"""
