"""Invented pages of news sites in the languages of ext/data: headlines, bylines, tags, lists and menus around short and long
articles.  The pages with truth are mostly English; these show the model what the same lines look like elsewhere.

Words come from the vocabulary: function words as they are, the others from a chain of letters over a language's own phrases, so
that the script, the length of words and the marks are right and nothing means anything.  Roles are known, for they are invented.
"""
import collections
import pathlib
import random
import sys
import unicodedata

from labels import R
from layouts import clock, wrapped

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "ext/tools"))

from tables import _data  # noqa: E402

NEEDED = ("stopword", "byline", "list_heading", "keywords", "promotion", "comments", "month", "section", "published", "copyright")
UNSPACED = {"zh", "ja", "th"}
STOPS = {"zh": "。", "ja": "。", "hi": "।", "bn": "।", "mr": ".", "ne": "।", "hy": "։", "ur": "۔", "am": "።", "my": "။", "km": "។", "th": ""}
COMMAS = {"zh": "，", "ja": "、", "ar": "،", "fa": "،", "ur": "،", "th": " "}
QUOTES = {"zh": "“”", "ja": "「」", "de": "„“", "fr": "«»", "ru": "«»", "uk": "«»", "fa": "«»", "no": "«»", "pl": "„”", "cs": "„“", "hu": "„”", "ro": "„”"}


class Tongue:
    """One language's words, and what can be said with them."""

    def __init__(self, tag, entries, agencies):
        self.tag, self.agencies = tag, agencies
        self.phrases = collections.defaultdict(list)
        for entry in entries:
            if "{" not in entry.phrase:
                self.phrases[entry.kind].append((entry.phrase, entry.value))
        self.months = [p for p, v in self.phrases["month"] if v.isdigit() and len(p) > 2]
        self.blank = "" if tag in UNSPACED else " "
        self.chain = collections.defaultdict(list)
        for kind in ("section", "list_heading", "place_name", "org_word", "nationality", "cue_verb", "role_title", "keywords", "navigation", "stopword"):
            for phrase, _ in self.phrases[kind]:
                for word in phrase.lower().split():
                    if all(unicodedata.category(letter)[0] in "LM" for letter in word):
                        for a, b, c in zip("  " + word, " " + word, word + " "):
                            self.chain[a + b].append(c)

    def usable(self):
        return all(self.phrases[kind] for kind in NEEDED) and len(self.phrases["stopword"]) >= 40

    def one(self, rng, kind, default=""):
        found = self.phrases[kind]
        return rng.choice(found)[0] if found else default

    def word(self, rng):
        if self.tag in ("zh", "ja"):
            return "".join(rng.choice(self.one(rng, rng.choice(("section", "keywords", "navigation", "stopword")), "x")) for _ in range(rng.choice((1, 2, 2, 3))))
        for _ in range(6):
            text = ""
            while len(text) < 14:
                following = self.chain[("  " + text)[-2:]]
                letter = rng.choice(following) if following else " "
                if letter == " ":
                    break
                text += letter
            if len(text) >= 3:
                return text
        return text or "x"

    def words(self, rng, count, small=0.4, capital=0.08):
        out = []
        for _ in range(count):
            text = self.one(rng, "stopword") if rng.random() < small else self.word(rng)
            if rng.random() < capital:
                text = self.one(rng, "place_name", self.word(rng).capitalize()) if rng.random() < 0.3 else text.capitalize()
            out.append(text)
        return out

    def join(self, words):
        text = self.blank.join(words)
        return text[:1].title() + text[1:]  # Georgian has no capital there

    def sentence(self, rng, least=5, most=24):
        words = self.words(rng, rng.randint(least, most))
        if len(words) > 9 and rng.random() < 0.6:
            words[len(words) // 2] += COMMAS.get(self.tag, ",")
        text = self.join(words)
        if rng.random() < 0.12:
            opening, closing = QUOTES.get(self.tag, '""' if rng.random() < 0.5 else "“”")
            after = self.blank.join((self.one(rng, "cue_verb", self.word(rng)), self.name(rng)))
            text = rng.choice((f"{opening}{text}{closing}, {after}", f"{opening}{text}{closing} - {after}", f"{self.name(rng)}: {opening}{text}{closing}"))
        return text + STOPS.get(self.tag, "." if rng.random() < 0.96 else "?")

    def paragraph(self, rng, short=False):
        count = rng.choice((1, 1, 2) if short else (1, 2, 2, 3, 4))
        blank = " " if self.tag == "th" else self.blank  # it has no stop, but a blank between sentences
        return blank.join(self.sentence(rng, 4 if short else 6, 14 if short else 26) for _ in range(count))

    def title(self, rng, least=4, most=13):
        return self.bare_title(rng, least, most) + self.mark(rng)

    def mark(self, rng):
        return rng.choice(("", "", "", "", "?", "!", f" - {self.one(rng, 'label')}", f" ({self.one(rng, 'label').upper()})"))

    def bare_title(self, rng, least=4, most=13):
        return self.join(self.words(rng, rng.randint(least, most), 0.3, rng.choice((0.08, 0.08, 0.7))))

    def name(self, rng):
        first = self.one(rng, "given_name") if rng.random() < 0.6 else ""
        if self.tag in ("zh", "ja", "ko"):
            return first or "".join(rng.choice(self.one(rng, "section", "x") + self.one(rng, "keywords", "x")) for _ in range(rng.choice((2, 3, 3, 4)))).replace(" ", "")
        names = [(first or self.word(rng)).capitalize(), self.word(rng).capitalize()]
        if rng.random() < 0.12:
            names.insert(1, rng.choice((self.word(rng)[:1].upper() + ".", self.word(rng).capitalize())))
        return " ".join(names)

    def date(self, rng):
        d, m, y = rng.randint(1, 28), rng.randint(1, 12), rng.randint(1998, 2025)
        month = rng.choice(self.months) if self.months else str(m)
        if self.tag in ("zh", "ja"):
            return rng.choice((f"{y}年{m}月{d}日", f"{y}-{m:02}-{d:02}", f"{m}月{d}日"))
        if self.tag == "ko":
            return rng.choice((f"{y}년 {m}월 {d}일", f"{y}.{m:02}.{d:02}", f"{y}-{m:02}-{d:02}"))
        return rng.choice((f"{d} {month} {y}", f"{d} {month} {y}", f"{month} {d}, {y}", f"{d:02}.{m:02}.{y}", f"{d:02}/{m:02}/{y}", f"{y}-{m:02}-{d:02}", f"{d}. {month} {y}", f"{d} {month}"))

    def moment(self, rng):
        if rng.random() < 0.1:
            return clock(rng)
        return self.date(rng) + rng.choice(("", f" {clock(rng)}", f", {clock(rng)}", f" | {clock(rng)}", f" - {clock(rng)}", f" • {clock(rng)}"))

    def byline(self, rng):
        """(line, names in it)."""
        names = [self.name(rng)]
        word, name = self.one(rng, "byline"), names[0]
        if rng.random() < 0.2:
            names.append(self.name(rng))
            name += f" {self.one(rng, 'name_join', '&')} {names[1]}"
        role = self.one(rng, "role_title", word)
        site = self.word(rng).capitalize() + rng.choice(("", " " + self.word(rng).capitalize(), ".com"))
        mail = f"{site.split('.')[0].lower()}@{'example'}.com"
        line = rng.choice((f"{word} {name}", f"{word}: {name}", f"{word}: {name}", name, name, f"{name}, {role}", f"{role} {name}", f"{name} | {site}", f"{name} / {site}",
                           f"{name} - {site}", f"{word} {name}, {site}", f"{name} ({site})", f"{name} {mail}", f"({name})", f"{word} {name} • {self.moment(rng)}", name.upper(),
                           f"/ {name}", f"{site} — {name}", f"{name} @{site.split('.')[0].lower()}"))
        return line, names

    def agency(self, rng):
        return rng.choice(self.agencies)


def navigation(tongue, rng, rows, most):
    for _ in range(rng.randint(0, most)):
        dice = rng.random()
        if dice < 0.1:
            text = rng.choice((" | ", " > ", " · ", " / ", "   ")).join(tongue.one(rng, "section") for _ in range(rng.randint(3, 9)))
        elif dice < 0.55:
            text = tongue.one(rng, "section")
        elif dice < 0.85:
            text = tongue.one(rng, "navigation", tongue.one(rng, "section"))
        else:
            text = tongue.join(tongue.words(rng, rng.randint(1, 4), 0.1))
        rows.append((text, 0, R["navigation"]))


def items(tongue, rng, rows, teasers, related):
    heading = tongue.one(rng, "list_heading")
    rows.append((heading + rng.choice(("", "", ":")), 1, R["list_title"]))
    layout = rng.choice(("plain", "plain", "before", "after", "both", "clock_first", "clock_last"))
    least, most = rng.choice(((4, 13), (4, 13), (4, 13), (2, 6), (12, 26)))
    least = max(least, 5) if layout == "clock_last" else least  # shorter ones read like a category with its time
    most = max(least, most)
    for _ in range(rng.choice((rng.randint(2, 9), rng.randint(2, 9), rng.randint(10, 40)))):
        meta = rng.choice((tongue.moment(rng), tongue.one(rng, "section"), f"{tongue.one(rng, 'section')} {tongue.moment(rng)}"))
        gap = rng.choice((0, 0, 1))
        if layout in ("before", "both"):
            rows.append((meta, gap, R["item_meta"]))
        bare = tongue.bare_title(rng, least, most)
        title = bare + tongue.mark(rng)
        when = rng.choice((clock(rng), clock(rng), tongue.moment(rng)))
        line = {"clock_first": f"{when} {title}", "clock_last": f"{title} {when}"}.get(layout, rng.choice(("", "", "", "- ", "• ")) + title)
        # What a reader may take for the title: before or after labels, marks and times are cut off.
        related += [{"title": form, "section": heading} for form in (line, title, bare)]
        rows.append((line, gap, R["item_title"]))
        if teasers and rng.random() < 0.6:
            rows.append((tongue.sentence(rng, 8, 22), gap, R["item_meta"]))
        if layout in ("after", "both"):
            rows.append((tongue.moment(rng), 0, R["item_meta"]))


def promotion(tongue, rng):
    text = tongue.one(rng, "promotion")
    return rng.choice((text, text, f"{text} {tongue.join(tongue.words(rng, rng.randint(2, 9)))}", f"{text}: {tongue.word(rng).capitalize()}"))


def comments(tongue, rng, rows):
    rows.append((tongue.one(rng, "comments") + rng.choice(("", f" ({rng.randint(0, 80)})", f" {rng.randint(1, 80)}")), 1, R["comment"]))
    for _ in range(rng.choice((0, 0, 2, 5))):
        rows.append((rng.choice((tongue.name(rng), tongue.word(rng))), 1, R["comment"]))
        if rng.random() < 0.6:
            rows.append((tongue.moment(rng), 0, R["comment"]))
        rows.append((tongue.paragraph(rng, rng.random() < 0.6), 0, R["comment"]))


def tags(tongue, rng, rows, gap):
    names = [rng.choice((tongue.word(rng), tongue.word(rng).capitalize(), tongue.one(rng, "place_name", tongue.word(rng)), tongue.name(rng))) for _ in range(rng.randint(2, 6))]
    heading = tongue.one(rng, "keywords")
    if rng.random() < 0.6:
        rows.append((f"{heading}{rng.choice((':', ':', ''))} {rng.choice((', ', ', ', ' ', ' | ', ' #', COMMAS.get(tongue.tag, ',') + ' ')).join(names)}", gap, R["keywords"]))
    else:
        rows.append((heading + rng.choice(("", ":")), gap, R["keywords"]))
        rows += [(rng.choice(("", "", "#")) + name, 0, R["keywords"]) for name in names]


def byline(tongue, rng, rows, gap, authors):
    line, names = tongue.byline(rng)
    rows.append((line, gap, R["byline"]))
    authors += names


def top(tongue, rng, gap, authors):
    """What stands between the headline and the article, in some order."""
    rows = []
    if rng.random() < 0.5:
        byline(tongue, rng, rows, gap, authors)
    if rng.random() < 0.7:
        opening = rng.choice(("", "", tongue.one(rng, "published") + rng.choice((":", "", " "))))
        rows.append((f"{opening} {tongue.moment(rng)}".strip(), gap, R["timestamp"]))
        if rng.random() < 0.25:
            rows.append((f"{tongue.one(rng, 'updated')} {tongue.moment(rng)}".strip(), 0, R["timestamp"]))
    if rng.random() < 0.2:
        rows.append((f"{rng.randint(1, 9)} {tongue.one(rng, 'reading_time', 'min')}", 0, R["metadata"]))
    if rng.random() < 0.25:
        rows += [(promotion(tongue, rng), 0, R["promotion"]) for _ in range(rng.randint(1, 4))]
    if rng.random() < 0.25:
        credit = f"{tongue.one(rng, 'caption')}{rng.choice((':', ' '))} {rng.choice((tongue.name(rng), tongue.agency(rng)))}"
        rows.append(rng.choice(((credit, gap, R["credit"]), (tongue.sentence(rng, 5, 14) + " " + credit, gap, R["caption"]))))
    rng.shuffle(rows)
    if rng.random() < 0.1:
        rows.append((tongue.agency(rng), gap, R["agency"]))
    return rows


def tail(tongue, rng, gap, truth):
    """What follows the article."""
    rows = []
    if not truth["authors"] and rng.random() < 0.5:
        byline(tongue, rng, rows, gap, truth["authors"])
    if rng.random() < 0.2:
        rows.append((f"{tongue.one(rng, 'attribution', tongue.one(rng, 'published'))}: {tongue.agency(rng)}", gap, R["agency"]))
    if rng.random() < 0.15:
        rows.append((f"{tongue.one(rng, 'updated')} {tongue.moment(rng)}", gap, R["timestamp"]))
    if rng.random() < 0.1:
        rows.append((tongue.one(rng, "end_mark", tongue.one(rng, "published")), gap, R["metadata"]))
    if rng.random() < 0.5:
        tags(tongue, rng, rows, gap)
    for _ in range(rng.choice((0, 0, 1, 1, 3))):
        rows.append((promotion(tongue, rng), gap, R["promotion"]))
    for _ in range(rng.choice((0, 1, 1, 2))):
        items(tongue, rng, rows, rng.random() < 0.2, truth["related"])
    if rng.random() < 0.25:
        comments(tongue, rng, rows)
    if rng.random() < 0.15:
        items(tongue, rng, rows, True, truth["related"])
    navigation(tongue, rng, rows, rng.choice((0, 4, 20)))
    if rng.random() < 0.15:
        rows.append((f"{tongue.one(rng, 'cookie', '')} {tongue.sentence(rng)}".strip(), gap, R["boilerplate"]))
    if rng.random() < 0.5:
        rows.append((rng.choice(("{0}", "{0}.", "© {1} {0}", "© {2} {1}. {0}", "{2} {0}")).format(tongue.one(rng, "copyright"), rng.randint(2000, 2025), tongue.word(rng).capitalize()), gap, R["copyright"]))
    return rows


def page(tongue, rng):
    """(rows, {authors, related [{title, section}]}); a title may be there in several forms."""
    truth = {"authors": [], "related": []}
    rows, gap = [], rng.choice((0, 1, 1, 1))
    short = rng.random() < 0.5
    if rng.random() < 0.65:
        navigation(tongue, rng, rows, rng.choice((3, 4, 8, 25)))
    if rng.random() < 0.12:
        items(tongue, rng, rows, False, truth["related"])
    if rng.random() < 0.25:
        rows.append((tongue.one(rng, "section"), gap, R["kicker"]))
    above = rng.random() < 0.12
    head, around = (tongue.title(rng), gap, R["headline"]), top(tongue, rng, gap, truth["authors"])
    rows += around + [head] if above else [head]
    if rng.random() < 0.3:
        rows.append((tongue.sentence(rng, 8, 24).rstrip(rng.choice((".。।", " "))), gap, R["subhead"]))
    rows += [] if above else around
    lead = tongue.paragraph(rng, short)
    if rng.random() < 0.25:
        place = tongue.one(rng, "place_name", tongue.word(rng).capitalize())
        lead = rng.choice((f"{place} ({tongue.agency(rng)}) - ", f"{place}. ", f"{place} — ", f"{place}, {tongue.date(rng)} — ")) + lead
    rows.append((lead, gap, R["body"]))
    count = rng.randint(1, 5) if short else rng.randint(3, 16)
    for k in range(count):
        dice = rng.random()
        if k and dice < 0.05:
            rows.append((f"{tongue.one(rng, 'read_more', tongue.one(rng, 'list_heading'))}: {tongue.title(rng)}", gap, R["item_title"]))
        elif k and dice < 0.08:
            rows.append((promotion(tongue, rng), gap, R["promotion"]))
        elif dice < 0.11:
            rows.append((tongue.one(rng, "advertisement", tongue.one(rng, "promotion")), gap, R["boilerplate"]))
        elif dice < 0.14:
            rows.append((f"{tongue.sentence(rng, 4, 12)} {tongue.one(rng, 'caption')}: {tongue.name(rng)}", gap, R["caption"]))
        elif dice < 0.2 and not short:
            rows.append((tongue.title(rng, 2, 6), gap, R["body"]))
        rows.append((tongue.paragraph(rng, short), gap, R["body"]))
    if rng.random() < 0.85:
        rows += tail(tongue, rng, gap, truth)
    return (rows if rng.random() < 0.9 else wrapped(rows, rng.choice((60, 72, 80)))), truth


def pages(each, seed=23):
    """`each` pages in every language whose vocabulary suffices: (rows (line, blank lines before it, role), truth)."""
    data = _data.load(ROOT / "ext/data")
    agencies = [row[0] for row in data.agencies]
    out = []
    for tag in sorted(data.languages):
        tongue = Tongue(tag, data.languages[tag], agencies)
        if tongue.usable():
            rng = random.Random(f"{seed} {tag}")
            out += [page(tongue, rng) for _ in range(each)]
    return out
