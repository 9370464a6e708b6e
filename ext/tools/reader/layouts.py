"""Other layouts of a labelled page, so that the model does not depend on one renderer, and invented pages in the layouts of wire
text, e-mail and archives.

A layout is a list of rows (line, blank lines before it, role).
"""
import random
import textwrap

from labels import R


def text_of(rows):
    return "\n".join("\n" * (min(blank, 2) if i else 0) + line for i, (line, blank, _) in enumerate(rows))


def without_blanks(rows):
    return [(line, 0, role) for line, _, role in rows]


def with_blanks(rows):
    return [(line, 1, role) for line, _, role in rows]


def wrapped(rows, width):
    out = []
    for line, blank, role in rows:
        for k, part in enumerate(textwrap.wrap(line, width) or [line]):
            out.append((part, blank if k == 0 else 0, role))
    return out


def cut(rows, rng):
    """The article with little or nothing around it."""
    body = [i for i, row in enumerate(rows) if row[2] == R["body"]]
    if not body:
        return rows
    head = [i for i, row in enumerate(rows) if row[2] == R["headline"] and i <= body[0]]
    first = max(0, (head[-1] if head else body[0]) - rng.choice((0, 0, 1, 4)))
    last = body[-1] + rng.choice((0, 0, 2, 10, 30))
    return rows[first:last + 1]


# ---- invented pages: vocabulary without meaning, so that only the layout is learned
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bren tal mor quin dar lish fen gor hest".split()
SMALL = ("the of to and in that for with on as at by from was said has it is not be will an who were after its more which had but").split()
PLACES = ["BAKU, Azerbaijan", "LONDON", "PARIS, France", "WASHINGTON", "TOKYO, Japan", "BERLIN", "ANKARA, Turkey", "GENEVA", "ROME", "MADRID, Spain"]
AGENCIES = ["Trend", "Reuters", "AP", "AFP", "Xinhua", "TASS", "dpa", "ANSA", "EFE", "Interfax"]
MONTHS = "January February March April May June July August September October November December".split()
SECTIONS = ["Politics", "Business", "Economy", "World", "Sport", "Europe", "Society", "Oil&Gas", "Tenders", "Culture", "US", "Turkey", "Georgia"]
HEADINGS = ["Related news", "Latest", "Most read", "Related stories", "More news", "Recommended", "Top stories", "Latest news", "Read also", "Popular"]
PROMOTIONS = ["Follow {0} on Telegram. Only most interesting and important news", "Follow us on Twitter @{0}", "Subscribe to our newsletter",
              "Sign up for our daily newsletter", "Download our app for the latest news", "Join our channel to get breaking news first"]


def word(rng):
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.choice((1, 2, 2, 3))))


def words(rng, count, capital=0.12):
    out = []
    for _ in range(count):
        w = rng.choice(SMALL) if rng.random() < 0.42 else word(rng)
        out.append(w.capitalize() if w not in SMALL and rng.random() < capital else w)
    return out


def sentence(rng):
    text = " ".join(words(rng, rng.randint(8, 30)))
    cut_at = text.find(" ", len(text) // 2)
    text = text[:cut_at] + rng.choice(("", ",", ",")) + text[cut_at:] if cut_at > 0 else text
    return text[0].upper() + text[1:] + "."


def paragraph(rng):
    return " ".join(sentence(rng) for _ in range(rng.choice((1, 1, 2, 3))))


def title(rng):
    text = " ".join(words(rng, rng.randint(5, 13), rng.choice((0.15, 0.9))))
    return text[0].upper() + text[1:] + rng.choice(("", "", "", " (PHOTO)", " (Exclusive)", " (VIDEO)"))


def name(rng):
    return word(rng).capitalize() + " " + word(rng).capitalize()


def day(rng):
    month = rng.choice(MONTHS)
    return rng.choice((f"{rng.randint(1, 28)} {month} {rng.randint(1995, 2024)}", f"{month} {rng.randint(1, 28)}, {rng.randint(1995, 2024)}",
                       f"{rng.randint(1995, 2024)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}", f"{rng.randint(1, 28):02}.{rng.randint(1, 12):02}.{rng.randint(1995, 2024)}"))


def clock(rng):
    return f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}"


def items(rng, rows):
    layout = rng.choice(("meta_after", "meta_after", "time_before", "plain", "three"))
    rows.append((rng.choice(HEADINGS), rng.choice((0, 1)), R["list_title"]))
    for _ in range(rng.randint(3, 10)):
        when = rng.choice((clock(rng), f"{rng.randint(1, 28)} {rng.choice(MONTHS)} {clock(rng)}"))
        if layout == "time_before":
            rows.append((when, 0, R["item_meta"]))
        if layout == "three":
            rows.append((rng.choice(SECTIONS), 0, R["item_meta"]))
        rows.append((title(rng), 0, R["item_title"]))
        if layout == "meta_after":
            rows.append((f"{rng.choice(SECTIONS)} {when}", 0, R["item_meta"]))
        if layout == "three":
            rows.append((when, 0, R["item_meta"]))


def invented(rng):
    """One article as wires, mail and archives print it."""
    rows, gap = [], rng.choice((0, 1, 1))
    agency = rng.choice(AGENCIES)
    if rng.random() < 0.3:
        rows.append((rng.choice(SECTIONS), 0, R["kicker"]))
    headline = title(rng)
    rows.append(((f"date {rng.randint(1995, 2024)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02} " if rng.random() < 0.15 else "") + headline, gap, R["headline"]))
    if rng.random() < 0.3:
        rows.append((sentence(rng).rstrip("."), gap, R["subhead"]))
    top = [(rng.choice(("By {0}", "By {0}, {1} Staff Writer", "{0}", "{0} | {1}", "by {0} and {2}")).format(name(rng), agency, name(rng)), gap, R["byline"]),
           (day(rng) + rng.choice(("", " " + clock(rng), f" {clock(rng)} (UTC+04:00)", f" {clock(rng)} GMT")), gap, R["timestamp"])]
    rng.shuffle(top)
    rows += top[:rng.choice((0, 1, 2, 2))]
    place = rng.choice(PLACES)
    lead = paragraph(rng)
    style = rng.random()
    if style < 0.25:
        rows.append((f"{place}, {rng.choice(MONTHS)[:3]}. {rng.randint(1, 28)}", gap, R["dateline"]))
        if rng.random() < 0.6:
            rows.append((agency + rng.choice((":", "")), gap, R["agency"]))
    elif style < 0.6:
        lead = rng.choice((f"{place}, {rng.choice(MONTHS)} {rng.randint(1, 28)} ({agency}) - ", f"{place} ({agency}) -- ", f"{place} \u2014 ")) + lead
    rows.append((lead, gap, R["body"]))
    for _ in range(rng.randint(2, 14)):
        rows.append((paragraph(rng), gap, R["body"]))
        if rng.random() < 0.05:
            rows.append((f"{title(rng)}. Photo: {name(rng)}/{agency}", gap, R["caption"]))
    if rng.random() < 0.5:
        rows.append((rng.choice(PROMOTIONS).format(agency), gap, R["promotion"]))
    if rng.random() < 0.15:
        rows.append((f"(Reporting by {name(rng)}; Editing by {name(rng)})", gap, R["byline"]))
    if rng.random() < 0.2:
        rows.append((f"Tags: {word(rng)}, {word(rng)}, {word(rng)}", gap, R["keywords"]))
    for _ in range(rng.choice((0, 0, 1, 2))):
        items(rng, rows)
    if rng.random() < 0.3:
        rows.append((f"Copyright {rng.randint(1995, 2024)} {agency}. All rights reserved.", gap, R["copyright"]))
    return rows if rng.random() < 0.7 else wrapped(rows, rng.choice((60, 65, 70, 72, 76, 80)))


def invented_pages(count, seed=11):
    rng = random.Random(seed)
    return [invented(rng) for _ in range(count)]
