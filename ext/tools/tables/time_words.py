"""time_words.inc: the time words of all languages as one table, keyed by the hash of the pieces that lead to an entry.

A phrase of three pieces has three entries (one a prefix of the next), so that the reader walks it piece by piece.  What
the kinds and values of a row mean is in docs/ADDING.md; their numbers are those of core/time/lexicon.h.
"""
from tables import _data, _pieces

KINDS = ("month", "weekday", "unit", "day", "now", "period", "past_before", "past_after", "future_before", "future_after", "relative", "ampm",
         "daypart", "number", "ordinal", "modifier", "glue", "clock", "fraction", "clock_link", "range", "set", "part", "holiday", "season",
         "era", "zone", "not_date", "link", "day_suffix", "dual")
UNITS = ("", "second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century", "fortnight", "weekend", "workday", "half")
DAYPARTS = ("", "morning", "noon", "afternoon", "evening", "night", "midnight", "dawn", "daytime")
GLUE = ("", "at", "on", "of", "the", "about", "year", "day", "in", "and", "dated", "month", "week", "quarter", "minus", "plus", "hour")
RANGE = ("", "from", "to", "between", "and", "within")
SET = ("", "every", "other")
PART = ("", "start", "middle", "end", "rest", "earlier", "later", "half1", "half2")
LINKS = ("", "after", "before", "from")
CALENDARS = {"hijri": 1, "jalali": 2}
AMBIGUOUS_ZONE = 30000
SUMMER_ZONE = 20000
ORDERS = {"dmy": 1, "mdy": 2, "ymd": 3}
OPTIONS = ("clock_dot", "next_week", "bare_unit", "hijri_years", "jalali_years", "in_year", "buddhist_years", "joined_daypart")
ALIASES = {"tl": "fil", "iw": "he", "in": "id", "ji": "yi", "mo": "ro", "sh": "sr-Latn", "no": "nb", "zh-tw": "zh-Hant", "zh-hk": "zh-Hant",
           "zh-mo": "zh-Hant", "cmn": "zh", "arb": "ar", "prs": "fa"}
KIN = (("nb", "nn", "no", "da"), ("sr", "sr-Latn", "hr", "bs", "bs-Cyrl"), ("zh", "zh-Hant", "yue", "yue-Hans"), ("id", "ms"), ("cs", "sk"),
       ("ast", "es", "gl"), ("uz", "uz-Cyrl", "uz-Arab"), ("az", "az-Cyrl"))
MASK = 0xFFFFFFFF


def step(state, piece):
    state = ((state ^ _data.hash_word(piece)) * 0x85EBCA6B) & MASK
    return state ^ (state >> 15)


def shifted(value):
    """'week-1' -> ('week', -1)."""
    for i, char in enumerate(value):
        if char in "+-":
            return value[:i], int(value[i:])
    raise ValueError(value)


def encode_period(value):
    name, shift = shifted(value)
    code = 16 + int(name[7:]) if name.startswith("weekday") else UNITS.index(name)
    return code * 16 + shift + 8


def encode_holiday(value):
    """12-25 (day), easter+1, orthodox+0 (days after), 11-4-4 (month, which, weekday; which 5: last)."""
    for name, base in (("easter", 2000), ("orthodox", 2400)):
        if value.startswith(name):
            return base + 100 + int(value[len(name):])
    numbers = [int(n) for n in value.split("-")]
    return numbers[0] * 100 + numbers[1] if len(numbers) == 2 else 3000 + numbers[0] * 100 + numbers[1] * 10 + numbers[2]


def encode_set(value):
    if value in SET:
        return SET.index(value)
    count = int("".join(c for c in value if c.isdigit()) or 1)
    return 256 + UNITS.index(value.strip("0123456789")) * 16 + count


def encode_daypart(value):
    name, at, shift = value.partition("@")
    return DAYPARTS.index(name) + (16 * (int(shift) + 8) if at else 0)


def encode_era(value):
    if value in ("ad", "bc"):
        return 1 + (value == "bc")
    return 10 + CALENDARS[value] if value in CALENDARS else 5000 + int(value)


def encode(kind, value):
    if kind == "month":
        calendar, dash, number = value.rpartition("-")
        return (CALENDARS[calendar] * 16 if dash else 0) + int(number)
    if kind == "relative":
        return UNITS.index(value[:-1]) * 2 + (value[-1] == "+")
    if kind in ("unit", "clock", "dual"):
        return UNITS.index(value)
    lists = {"ampm": ("am", "pm"), "glue": GLUE, "range": RANGE, "part": PART, "link": LINKS, "clock_link": ("", "past", "to", "plus", "minus")}
    if kind in lists:
        return lists[kind].index(value)
    coders = {"period": encode_period, "daypart": encode_daypart, "holiday": encode_holiday, "era": encode_era, "set": encode_set,
              "zone": encode_zone}
    return coders[kind](value) if kind in coders else int(value or 0)


def variants(entry, affixes):
    """The pieces of a row, and with each beginning or ending that its language adds to words of its kind."""
    pieces = _pieces.pieces(entry.phrase)
    if not pieces:
        return []
    out = [pieces]
    for affix in affixes:
        if entry.kind not in affix.value.split():
            continue
        text = "".join(_pieces.pieces(affix.phrase))
        if affix.kind == "time_suffix" and len(pieces[-1]) > 2:
            out.append(pieces[:-1] + [pieces[-1] + text])
        elif affix.kind == "time_prefix":
            out += [[text + p[0]] + p[1:] for p in list(out)]
    return out


STATE_BITS = 19  # kStateBits of core/time/lexicon.h: a bit in ten is set


class Table:
    def __init__(self):
        self.paths = {}  # pieces -> {(language, kind, value)}

    def add(self, pieces, sense):
        for i in range(1, len(pieces)):
            self.paths.setdefault(tuple(pieces[:i]), set())
        self.paths.setdefault(tuple(pieces), set()).add(sense)

    def hashed(self):
        """(seed, {path: state}): the first seed with which no two paths share a state."""
        for seed in range(1, 1000):
            states = {(): seed}
            for path in sorted(self.paths, key=len):
                states[path] = step(states[path[:-1]], path[-1])
            if len(set(states.values())) == len(states):
                del states[()]
                return seed, states
        raise _data.DataError("time words: no seed without a collision")


def encode_zone(value):
    """"-300", "?", "-300 summer"; the numbers of core/time/lexicon.h."""
    minutes, _, summer = value.partition(" ")
    if summer not in ("", "summer"):
        raise _data.DataError(f"time words: zone {value}")
    return AMBIGUOUS_ZONE if minutes == "?" else int(minutes) + (SUMMER_ZONE if summer else 0)


def zone_rows(data):
    return [cells for _, cells in _data.read_rows(data.folder / "zones.tsv", 4)]


def kin_of(tags):
    groups = {tag: 1000 + i for i, group in enumerate(KIN) for tag in group}
    bases = sorted({tag.split("-")[0] for tag in tags})
    return [groups.get(tag, bases.index(tag.split("-")[0])) for tag in tags]


def script_of(entries):
    """0 Latin, 1 other: of the month names."""
    letters = "".join(e.phrase for e in entries if e.kind == "month")
    return int(sum(ord(c) >= 0x370 for c in letters) * 2 > len(letters))


def cpp(values, per_line=20):
    return "\n".join("  " + "".join(f"{v}," for v in values[i:i + per_line]) for i in range(0, len(values), per_line))


def generate(data, weights):
    del weights
    tags = [t for t in sorted(data.languages) if any(e.kind in KINDS for e in data.languages[t])]
    table = Table()
    orders, regions, options = [], [], []
    for index, tag in enumerate(tags):
        entries = data.languages[tag]
        affixes = [e for e in entries if e.kind in ("time_suffix", "time_prefix")]
        seen = set()
        for entry in entries:
            if entry.kind not in KINDS:
                continue
            try:
                sense = (index, KINDS.index(entry.kind), encode(entry.kind, entry.value))
            except (ValueError, KeyError, IndexError) as error:
                raise _data.DataError(f"{tag}.tsv:{entry.line}: value {entry.value!r} of {entry.kind}") from error
            for pieces in variants(entry, affixes):
                if (tuple(pieces), sense) not in seen:
                    seen.add((tuple(pieces), sense))
                    table.add(pieces, sense)
        own = [e for e in entries if e.kind == "date_order"]
        orders.append(next((ORDERS[e.phrase] for e in own if not e.value), 1))
        regions += [(index, region, ORDERS[e.phrase]) for e in own for region in e.value.split()]
        options.append(sum(1 << OPTIONS.index(e.phrase) for e in entries if e.kind == "time_option"))
    for abbreviation, value, languages, _ in zone_rows(data):
        for language in languages.split() or [None]:
            if language is None or language in tags:
                table.add(_pieces.pieces(abbreviation),
                          (0xFFFF if language is None else tags.index(language), KINDS.index("zone"), encode("zone", value)))
    return render(tags, table, orders, regions, options, data)


def render(tags, table, orders, regions, options, data):
    seed, states = table.hashed()
    inner, senses, entries, known = {path[:-1] for path in table.paths}, [], [], {}
    for path, state in sorted(states.items(), key=lambda item: item[1]):
        block = tuple(sorted(table.paths[path]))
        if block not in known:
            known[block] = len(senses)
            senses += block
        entries.append((state, known[block] << 9 | min(len(block), 255) << 1 | (path in inner)))
    bits = 15
    state_bits = [0] * (1 << STATE_BITS - 6)
    for state, _ in entries:
        bit = state >> 32 - STATE_BITS
        state_bits[bit >> 6] |= 1 << (bit & 63)
    buckets, at = [], 0
    for bucket in range((1 << bits) + 1):
        while at < len(entries) and entries[at][0] >> (32 - bits) < bucket:
            at += 1
        buckets.append(at)
    kin, scripts = kin_of(tags), [script_of(data.languages[t]) for t in tags]
    aliases = sorted((a, tags.index(t)) for a, t in ALIASES.items() if t in tags)
    lines = [f"constexpr unsigned kBucketBits = {bits};", f"constexpr uint32_t kFirstState = {seed};",
             f"constexpr TimeEntry kTimeEntries[] = {{\n{cpp([f'{{{s}U,{v}U}}' for s, v in entries], 8)}\n}};",
             f"constexpr uint64_t kTimeStateBits[] = {{\n{cpp([f'{b}U' for b in state_bits], 8)}\n}};",
             f"constexpr uint32_t kTimeBuckets[] = {{\n{cpp(buckets, 24)}\n}};",
             f"constexpr TimeSense kTimeSenses[] = {{\n{cpp([f'{{{lang},{value},{kind}}}' for lang, kind, value in senses], 12)}\n}};",
             "constexpr TimeLanguageRow kTimeLanguages[] = {\n" + "\n".join(
                 f'  {{"{tag}", {kin[i]}, {orders[i]}, {scripts[i]}, {options[i]}}},' for i, tag in enumerate(tags)) + "\n};",
             "constexpr TimeAlias kTimeAliases[] = {\n" + "\n".join(f'  {{"{a}", {i}}},' for a, i in aliases) + "\n};",
             "constexpr TimeRegionOrder kTimeRegionOrders[] = {\n" + "\n".join(
                 f'  {{{i}, "{r}", {o}}},' for i, r, o in regions) + "\n  {0xFFFF, \"\", 0},\n};"]
    return "\n".join(lines) + "\n"
