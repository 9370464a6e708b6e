"""Writes invented stories in the formats of archives, with the traps of each.

    text, truth = FORMATS["lexisnexis"](stories)

truth: one dictionary for each article, in order: headline, authors, date (ISO day or minute), body (paragraphs), publisher; a
value of None is not in the file.
"""
import base64
import json
import quopri
import textwrap

from invented import MONTHS, WEEKDAYS, long_date

GERMAN_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
GERMAN_DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
FRENCH_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
FRENCH_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
TRAPS = ["POLICE: no one was hurt, and the road was open again by noon.",
         "KANPUR: the second team left without a word to the press that had waited.",
         "NOTE: prices are those of the day before the market closed, members said.",
         "DOCUMENT 4 of the inquiry lists 3 of 9 documents that were lost in the flood."]


def truth_of(story, **changes):
    truth = {"headline": story["headline"], "authors": story["authors"], "date": story["date"].strftime("%Y-%m-%d"),
             "body": story["paragraphs"], "publisher": story["paper"]}
    truth.update(changes)
    return truth


def trapped(story, index):
    """Every other story gets a paragraph that looks like a label."""
    if index % 2:
        story = dict(story, paragraphs=story["paragraphs"][:2] + [TRAPS[index // 2 % len(TRAPS)]] + story["paragraphs"][2:])
    return story


def words(story):
    return sum(len(p.split()) for p in story["paragraphs"])


def wrapped(paragraphs, width=79, indent=""):
    return "\n\n".join(textwrap.fill(p, width, initial_indent=indent, break_on_hyphens=False) for p in paragraphs)


def lexisnexis(stories, words_of=None):
    surface = words_of or {"marker": "{n} of {m} DOCUMENTS", "length": "LENGTH: {w} words", "section": "SECTION", "byline": "BYLINE",
                           "load": "LOAD-DATE", "language": "LANGUAGE: ENGLISH", "type": "PUBLICATION-TYPE: Newspaper",
                           "date": lambda d: f"{long_date(d)} {WEEKDAYS[d.weekday()]}", "headline": "HEADLINE"}
    out = ["\ufeff", "Print Request:   All Document(s): 1-%d" % len(stories), "Time of Request: Thursday, November 07, 2019",
           "Client ID/Project Name:", "Number of Lines: 999", "Job Number:      1827:0:12345", "", "\f"]
    truths = []
    for index, story in enumerate(stories):
        story = trapped(story, index)
        labelled = index % 3 == 0  # HEADLINE: label, or the unlabelled line of later exports
        lines = [surface["marker"].format(n=index + 1, m=len(stories)).center(79).rstrip(), "", ""]
        if index % 4 == 3 and labelled:
            lines += [f"Copyright {story['date'].year} {story['paper']} Ltd".center(79).rstrip(), "All Rights Reserved".center(79).rstrip(),
                      story["paper"].center(79).rstrip(), ""]
        else:
            lines += [story["paper"].center(79).rstrip(), ""]
        lines += [surface["date"](story["date"]).center(79)]
        if index % 5 == 4:
            lines += ["Late Edition - Final".center(79).rstrip()]
        lines += [""]
        headline = None if index % 10 == 9 and labelled else story["headline"]
        if headline and not labelled:
            lines += textwrap.wrap(headline, 60) + [""]
        if story["byline"] and index % 2 == 0:
            lines += [f"{surface['byline']}: {story['byline'].upper()}; Staff Writers", ""]
        elif story["byline"]:
            lines += [f"{surface['byline']}: {story['byline'][3:]}", ""]
        lines += [f"{surface['section']}: {story['section']}; Pg. {index + 3}", ""]
        lines += [surface["length"].format(w=words(story)).replace(": ", ":\u00a0" if index % 4 == 1 else ": "), ""]
        if headline and labelled:
            lines += textwrap.wrap(f"{surface['headline']}: {headline}", 60) + [""]
        if index % 4 == 0 and words_of is None:
            lines += [f"DATELINE: {story['place'].upper()}, {story['country']} ", ""]
        if index % 2 == 0 and words_of is None:
            lines += ["BODY:", ""]
        lines += [wrapped(story["paragraphs"]), ""]
        if index % 3 == 1 and words_of is None:
            lines += ["GRAPHIC: Photo: The harbour at dawn. (Photo by Nobody)", ""]
        lines += [f"{surface['load']}: {surface['date'](story['date'])}", "", surface["language"], "", surface["type"], ""]
        if words_of is None:
            lines += ["SUBJECT: " + "; ".join(k.upper() + " (90%)" for k in story["keywords"]), "",
                      f"GEOGRAPHIC: {story['place'].upper()} (79%)", ""]
        lines += ["", f"Copyright {story['date'].year} {story['paper']} Ltd".center(79).rstrip(), "All Rights Reserved".center(79).rstrip(), "", ""]
        out += lines
        truths.append(truth_of(story, headline=headline))
    out += ["---- End of Request ----", "Print Request:   All Document(s)"]
    return "\r\n".join("\n".join(out).split("\n")), truths


def lexisnexis_german(stories):
    return lexisnexis(stories, {
        "marker": "Dokument {n} von {m}", "length": "LÄNGE: {w} Wörter", "section": "RUBRIK", "byline": "AUTOR", "load": "UPDATE",
        "language": "SPRACHE: GERMAN; DEUTSCH", "type": "PUBLICATION-TYPE: Zeitung", "headline": "HEADLINE",
        "date": lambda d: f"{d.day}. {GERMAN_MONTHS[d.month - 1]} {d.year} {GERMAN_DAYS[d.weekday()]}"})


def lexisnexis_french(stories):
    return lexisnexis(stories, {
        "marker": "Document {n} de {m}", "length": "LONGUEUR: {w} mots", "section": "RUBRIQUE", "byline": "AUTEUR",
        "load": "DATE-CHARGEMENT", "language": "LANGUE: FRENCH; FRANÇAIS", "type": "TYPE-PUBLICATION: Journal", "headline": "TITRE",
        "date": lambda d: f"{d.day} {FRENCH_MONTHS[d.month - 1]} {d.year} {FRENCH_DAYS[d.weekday()]}"})


def nexis_uni(stories):
    out = ["User Name: = nobody", "Date and Time: = Thursday, November 7, 2019 11:55:00 AM GMT", "Job Number: = 101",
           "", f"Documents ({len(stories)})"]
    for number, story in enumerate(stories, 1):
        out += [f" {number}. {story['headline']}", "   Client/Matter: -None-", "   Search Terms: harbour", "   Search Type: NLS",
                "   Narrowed by: ", "     Content Type", "     Narrowed by", "     News", "     Timeline: Jan 01, 2003 to Dec 31, 2023"]
    out += [""]
    truths = []
    for index, story in enumerate(stories):
        story = trapped(story, index)
        out += ["", story["headline"], story["paper"], f"{long_date(story['date'])} {WEEKDAYS[story['date'].weekday()]}"
                + (" 10:30 PM GMT" if index % 4 == 2 else ""), "",
                f"Copyright {story['date'].year} {story['paper']} All Rights Reserved", "", f"Section: {story['section']}; Pg. 7",
                f"Length:\u00a0{words(story)} words"]
        if story["byline"]:
            out += [f"Byline: {' and '.join(story['authors'])}"]
        if index % 3 == 0:
            out += ["Highlight: What the day brought."]
        out += ["Body", "", ""] + [p + ("\n" if index % 2 else "") for p in story["paragraphs"]]
        if index % 3 == 1:
            out += ["Graphic", " ", "The harbour, by Nobody"]
        out += ["", f"Load-Date: {long_date(story['date'])}", "", ""]
        if index % 5 == 1:
            out += [f"Page {index + 1} of 12"]
        out += ["End of Document", "" if index % 2 else "\f"]
        clock = "T22:30+00:00" if index % 4 == 2 else ""
        truths.append(truth_of(story, date=story["date"].strftime("%Y-%m-%d") + clock))
    return "\n".join(out), truths


def accession(story, number):
    code = "".join(c for c in story["paper"].upper() if c.isalpha())[:6].ljust(6, "X")
    return code, f"{code}00{story['date']:%Y%m%d}eabc{number:05d}"


def factiva_coded(stories, language=("words", "English", "Document", lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}")):
    count, name, document, date = language
    out, truths = [], []
    for index, story in enumerate(stories):
        story = trapped(story, index)
        code, number = accession(story, index)
        sep = "   " if index % 2 else "  "

        def put(key, value):
            out.append(f"{key}{sep}{value}")
        if index % 3 == 0:
            put("SE", story["section"])
        put("HD", story["headline"])
        if story["byline"]:
            put("BY", story["byline"])
        put("WC", f"{words(story)} {count}")
        put("PD", date(story["date"]))
        if index % 2:
            put("ET", story["date"].strftime("%H:%M"))
        put("SN", story["paper"])
        put("SC", code)
        if index % 4 == 1:
            put("ED", "First")
            put("PG", "12")
        put("LA", name)
        put("CY", f"Copyright {story['date'].year} {story['paper']}. All rights reserved. ")
        out.append("")
        put("LP", story["paragraphs"][0])
        out.append("")
        rest = story["paragraphs"][1:] + ["IN the end, the council said, CO workers would pay."]
        put("TD", rest[0])
        for paragraph in rest[1:]:
            out.extend(["", paragraph])
        out.append("")
        put("CO", "exmpl : Example plc")
        put("IN", "i7941 : Harbours")
        put("NS", "gcat : Political/General News")
        put("RE", "nowhr : Nowhere")
        put("PUB", "Example Ltd")
        put("AN", f"{document} {number}")
        out.extend(["", ""])
        day = story["date"].strftime("%Y-%m-%dT%H:%M" if index % 2 else "%Y-%m-%d")
        truths.append(truth_of(story, body=[story["paragraphs"][0]] + rest, date=day))
    out += ["Search Summary", "Text    harbour", "Date    In the last year"]
    return "\n".join(out), truths


def factiva_plain(stories, language=("words", "English", "Document", lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}", "By ")):
    count, name, document, date, by = language
    out, truths = [], []
    for index, story in enumerate(stories):
        story = trapped(story, index)
        code, number = accession(story, index)
        if index % 4 == 2:
            out.append(story["section"].title())
        out.append(story["headline"])
        if story["authors"]:
            out.append(by + " and ".join(story["authors"]) if index % 2 or len(story["authors"]) > 1 else story["authors"][0])
        out.append(f"{words(story):,} {count}")
        out.append(date(story["date"]))
        if index % 3 == 0:
            out.append(story["date"].strftime("%H:%M"))
        out += [story["paper"], code]
        if index % 5 == 0:
            out.append("12")
        out += [name, f"© {story['date'].year} {story['paper']}. All Rights Reserved." if index % 2 else
                f"(c) {story['date'].year} {story['paper']}", ""]
        for paragraph in story["paragraphs"]:
            out += [paragraph, ""]
        out += [f"{document} {number}", "", ""]
        day = story["date"].strftime("%Y-%m-%d" if index % 3 else "%Y-%m-%dT%H:%M")
        truths.append(truth_of(story, date=day))
    return "\n".join(out), truths


def factiva_german(stories):
    return factiva_plain(stories, ("Wörter", "Deutsch", "Dokument", lambda d: f"{d.day} {GERMAN_MONTHS[d.month - 1]} {d.year}", "Von "))


def factiva_french(stories):
    return factiva_plain(stories, ("mots", "Français", "Document", lambda d: f"{d.day} {FRENCH_MONTHS[d.month - 1]} {d.year}", "Par "))


def proquest(stories):
    rule = "_" * 60
    out, truths = ["Report Information from ProQuest", "07 November 2019 11:55", rule], []
    for index, story in enumerate(stories):
        story = trapped(story, index)
        d = story["date"]
        inverted = "; ".join(f"{a.split()[-1]}, {' '.join(a.split()[:-1])}" for a in story["authors"])
        out += ["", f"Document {index + 1} of {len(stories)}", "", story["headline"], ""]
        if inverted:
            out += [f"Author: {inverted}. ", ""]
        out += [f"Publication info: {story['paper']}; {story['place']} [{story['place']}]{d:%d} {MONTHS[d.month - 1][:3]} {d.year}: A{index}. ", "",
                "ProQuest document link", "", "Abstract: A short form of it.", "", "Full text: " + story["paragraphs"][0], ""]
        for paragraph in story["paragraphs"][1:]:
            out += [paragraph, ""]
        out += ["Subject: " + "; ".join(story["keywords"]), f"Location: {story['place']}", f"Title: {story['headline']}"]
        if inverted:
            out += [f"Author: {inverted}"]
        out += [f"Publication title: {story['paper']}; {story['place']}", "First page: A1", f"Publication year: {d.year}",
                f"Publication date: {MONTHS[d.month - 1][:3]} {d.day}, {d.year}", "Section: " + story["section"], "Publisher: Example Ltd",
                "Country of publication: Nowhere", "Source type: Newspapers", "Language of publication: English",
                "Document type: NEWSPAPER", f"ProQuest document ID: {100000000 + index}", f"Document URL: https://example.org/{index}",
                f"Copyright: Copyright {story['paper']} {d.year}", f"Last updated: {d.year + 1}-01-02", "Database: Example News", "", rule]
        truths.append(truth_of(story))
    out += ["", "Contact us at: http://example.org", "Database copyright 2019 Example. All rights reserved."]
    return "\n".join(out), truths


def typewriter(text):
    out, opened = [], False
    for byte in text:
        if byte == '"':
            out.append("''" if opened else "``")
            opened = not opened
        else:
            out.append(byte)
    return "".join(out)


def anpa1312(stories):
    out, truths = [], []
    for index, story in enumerate(stories):
        d = story["date"]
        slug = story["subject"].capitalize()
        lines = [f"\x16\x16\x01a{index:04d}\x1fbx-xx", f"r i \x13\x11 bc-{story['subject']} {d:%m-%d} {words(story):04d}",
                 f"\x02^BC-NW--{slug}, {'1st Ld-Writethru, ' if index % 3 == 0 else ''}{words(story):04d}<"]
        lines += textwrap.wrap("^" + typewriter(story["headline"]) + "<", 60)
        if index % 3 == 0:
            lines += ["^Eds: ADDS details in graf 3.<"]
        if index % 4 == 1:
            lines += ["^AP Photo XYZ101<"]
        if story["byline"]:
            lines += [f"^{story['byline'].upper() if index % 2 else story['byline']}=", "^Associated Press Writer="]
        if index % 5 == 2:
            lines += ["\t   (EMBARGOED UNTIL MIDNIGHT GMT)<"]
        body = story["paragraphs"]
        for number, paragraph in enumerate(body):
            text = typewriter(paragraph)
            if number == 0:
                text = f"{story['place'].upper()}, {story['country']} (AP) _ {text}"
            lines += textwrap.wrap(text, 68, initial_indent="\t   ", break_on_hyphens=False)
            lines[-1] += "<"
        if index % 4 == 3:
            lines += ["\t   Notes to editors: do not print this line.<"]
        if index % 2:
            lines += [f"\x03AP-NY-{d:%m-%d-%y} {d:%H%M}GMT<", "\x04"]
            iso = d.strftime("%Y-%m-%dT%H:%M+00:00")
        else:
            lines += ["\x03", f"AP-NY-{d:%m-%d-%y} {d:%H%M}EST", "\x04"]
            iso = d.strftime("%Y-%m-%dT%H:%M-05:00")
        out += lines
        dateline = f"{story['place'].upper()}, {story['country']} (AP) — "
        truths.append(truth_of(story, publisher=None, date=iso, body=[dateline + body[0]] + body[1:]))
    return "\r\n".join(out), truths


def iptc7901(stories):
    out, truths = [], []
    for index, story in enumerate(stories):
        d = story["date"]
        lines = [f"\x01exa{index:04d} 4 i {words(story)} {story['subject']}/news", ""]
        if index % 2:
            lines += [f"\x02{story['headline']}"]
        else:
            lines += ["\x02", story["headline"]]
        if story["byline"]:
            lines += [f"{story['byline']}, exa"]
        for number, paragraph in enumerate(story["paragraphs"]):
            text = f"{story['place']} (exa) - {paragraph}" if number == 0 else paragraph
            lines += textwrap.wrap(text, 68, initial_indent="   ", break_on_hyphens=False)
        if index % 3 == 1:
            lines += ["", "The following information is not intended for publication", "exa contacts: desk, +0 00"]
        lines += ["\x03", f"{d:%d%H%M} GMT {MONTHS[d.month - 1][:3]} {d:%y}", ""]
        out += lines
        body = [f"{story['place']} (exa) - {story['paragraphs'][0]}"] + story["paragraphs"][1:]
        truths.append(truth_of(story, publisher=None, date=d.strftime("%Y-%m-%dT%H:%M+00:00"), body=body))
    return "\r\n".join(out), truths


def press_releases(stories):
    out, truths = [], []
    marks = ["/PRNewswire/ --", "--(BUSINESS WIRE)--", "(GLOBE NEWSWIRE) --"]
    for index, story in enumerate(stories):
        d = story["date"]
        company = f"{story['place']} {story['subject'].capitalize()} Corp."
        if index % 3 == 1:
            out += ["FOR IMMEDIATE RELEASE", ""]
        out += [story["headline"], ""]
        month = MONTHS[d.month - 1]
        shown = month if len(month) < 6 else {"September": "Sept."}.get(month, month[:3] + ".")
        body = [f"{story['place'].upper()}, {shown} {d.day}, {d.year} {marks[index % 3]} {story['paragraphs'][0]}"] + story["paragraphs"][1:]
        for paragraph in body:
            out += [paragraph, ""]
        out += [f"About {company}", "", f"{company} makes things. It is known for them.", "", "Contacts:",
                f"{story['subject'].capitalize()} desk, press@example.org", ""]
        if index % 2 == 0:
            out += [f"SOURCE {company}", ""]
        out += ["###", ""]
        truths.append(truth_of(story, authors=[], publisher=company if index % 2 == 0 else None, body=body))
    return "\n".join(out), truths


def reuters21578(stories):
    out, truths = ['<!DOCTYPE lewis SYSTEM "lewis.dtd">'], []
    for index, story in enumerate(stories):
        d = story["date"]
        out += [f'<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="{index + 9}" NEWID="{index + 1}">',
                f"<DATE>{d.day:2d}-{MONTHS[d.month - 1][:3].upper()}-{d.year} {d:%H:%M:%S}.79</DATE>",
                "<TOPICS>" + "".join(f"<D>{k}</D>" for k in story["keywords"]) + "</TOPICS>", "<PLACES><D>norway</D></PLACES>",
                "<UNKNOWN>", "&#5;&#5;&#5;C T", "</UNKNOWN>", "<TEXT>&#2;", f"<TITLE>{story['headline'].upper()} &lt;EX&gt;</TITLE>"]
        if story["byline"]:
            out += [f"<AUTHOR>    {story['byline']}, Reuters</AUTHOR>"]
        text = [textwrap.fill(p.replace("&", "&amp;").replace("<", "&lt;"), 60, initial_indent="    ", break_on_hyphens=False)
                for p in story["paragraphs"]]
        out += [f"<DATELINE>    {story['place'].upper()}, {MONTHS[d.month - 1][:3]} {d.day} - </DATELINE><BODY>" + text[0].strip()] + text[1:]
        out += [" Reuter", "&#3;</BODY></TEXT>", "</REUTERS>"]
        truths.append(truth_of(story, headline=story["headline"].upper() + " <EX>", publisher=None, date=d.strftime("%Y-%m-%dT%H:%M")))
    return "\n".join(out), truths


def mail_date(d):
    return f"{WEEKDAYS[d.weekday()][:3]}, {d.day} {MONTHS[d.month - 1][:3]} {d.year} {d:%H:%M:%S} +0400"


def mbox(stories):
    out, truths = [], []
    for index, story in enumerate(stories):
        d = story["date"]
        story = dict(story, paragraphs=story["paragraphs"][:1] + ["Ein Café am Fluß wird größer: 5 = 5, schrieb sie."] + story["paragraphs"][1:],
                     authors=[story["authors"][0] if story["authors"] else "Ada Novak"])
        sender = f"{story['authors'][0]} <desk@example.org>"
        headline = story["headline"] if index % 2 else story["headline"] + " – größer"
        subject = headline if index % 2 else "=?utf-8?q?" + quopri.encodestring(headline.encode(), header=True).decode().replace("=\n", "") + "?="
        body = "\n\n".join(textwrap.fill(p, 72) for p in story["paragraphs"]) + "\n"
        head = [f"From desk@example.org {WEEKDAYS[d.weekday()][:3]} {MONTHS[d.month - 1][:3]} {d.day:2d} {d:%H:%M:%S} {d.year}",
                f"Message-ID: <{index}@example.org>", f"From: {sender}", f"Subject: {subject}", f"Date: {mail_date(d)}", "MIME-Version: 1.0",
                f"Organization: {story['paper']}"]
        kind = index % 4
        if kind == 0:
            head += ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
                     quopri.encodestring(body.encode()).decode()]
        elif kind == 1:
            head += ["Content-Type: text/plain; charset=\"utf-8\"", "Content-Transfer-Encoding: base64", "",
                     base64.encodebytes(body.encode()).decode()]
        elif kind == 2:
            head += ["Content-Type: multipart/alternative;", " boundary=\"=_part\"", "", "This is a message of many parts.", "--=_part",
                     "Content-Type: text/html; charset=utf-8", "", "<p>Not this one</p>", "--=_part",
                     "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", body, "--=_part--", ""]
        else:
            head += ["Content-Type: text/plain; charset=utf-8", "", body]
        out += head + [""]
        truths.append(truth_of(story, headline=headline, date=d.strftime("%Y-%m-%dT%H:%M:%S+04:00")))
    return "\n".join(out), truths


def usenet(stories):
    out, truths = [], []
    for index, story in enumerate(stories):
        d = story["date"]
        out += ["Path: example!news!clarinews", "From: clarinews@example.com (UPI)" if index % 2 else "From: clarinews@example.com (AP)",
                "Newsgroups: clari.news.europe,clari.news.trouble", f"Subject: {story['headline']}", f"Keywords: {', '.join(story['keywords'])}",
                f"Message-ID: <a{index}@example.com>", f"Date: {mail_date(d)}", "Lines: 30", "Approved: nobody@example.com",
                f"Xref: example clari.news.europe:{index}", ""]
        if story["byline"]:
            out += [f"\t{story['byline'].upper() if index % 3 else story['byline']}", "\tUPI Correspondent"]
        body = [f"{story['place'].upper()}, {story['country']} (UPI) -- {story['paragraphs'][0]}"] + story["paragraphs"][1:]
        for paragraph in body:
            out += textwrap.wrap(paragraph, 70, initial_indent="\t", break_on_hyphens=False)
        out += [""]
        truths.append(truth_of(story, publisher=None, date=d.strftime("%Y-%m-%dT%H:%M:%S+04:00"), body=body))
    return "\n".join(out), truths


def wet(stories):
    def record(kind, uri, body, date):
        return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: {date}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
                f"Content-Type: text/plain\r\nContent-Length: {len(body.encode())}\r\n\r\n{body}\r\n\r\n")
    out, truths = [record("warcinfo", "x.warc.wet.gz", "Software-Info: none\r\n", "2024-01-01T00:00:00Z")], []
    for index, story in enumerate(stories):
        d = story["date"]
        page = [story["paper"], "Home", "Sport", "Weather", story["headline"]] + ([story["byline"]] if story["byline"] else []) + \
            [f"{long_date(d)} {d:%H:%M}"] + story["paragraphs"] + ["Follow us", f"Copyright {d.year} {story['paper']}"]
        out.append(record("conversion", f"https://example.org/{index}", "\n".join(page) + "\n", "2024-01-01T00:00:00Z"))
        truths.append(truth_of(story, headline=..., authors=..., date=..., body=..., publisher=...))  # the line reader's affair
    return "".join(out), truths


def wikinews(stories):
    out, truths = ['<mediawiki xml:lang="en">', "<siteinfo><sitename>Wikinews</sitename></siteinfo>"], []
    for index, story in enumerate(stories):
        d = story["date"]
        body = [f"[[w:{story['place']}|{story['place']}]] &mdash; " + story["paragraphs"][0].replace("&", "&amp;")] + story["paragraphs"][1:]
        wiki = "\n\n".join(["{{date|%s}}" % long_date(d), "[[File:X.jpg|thumb|A [[harbour]] at dawn]]"] + body +
                           ["== Sources ==", "*{{source|url=http://example.org|title=Other}}", "[[Category:News]]", "{{publish}}"])
        out += ["<page>", f"<title>{story['headline']}</title>", "<ns>0</ns>", f"<id>{index + 5}</id>", "<revision>", f"<text>{wiki}</text>",
                "</revision>", "</page>"]
        shown = [f"{story['place']} — {story['paragraphs'][0]}"] + story["paragraphs"][1:]
        truths.append(truth_of(story, authors=[], publisher="Wikinews", body=shown))
        if index % 3 == 0:
            out += ["<page><title>Talk:Nothing</title><ns>1</ns><id>1</id><text>No</text></page>"]
    out += ["</mediawiki>"]
    return "\n".join(out), truths


FORMATS = {"lexisnexis": lexisnexis, "lexisnexis_german": lexisnexis_german, "lexisnexis_french": lexisnexis_french,
           "nexis_uni": nexis_uni, "factiva_coded": factiva_coded, "factiva_plain": factiva_plain, "factiva_german": factiva_german,
           "factiva_french": factiva_french, "proquest": proquest, "anpa1312": anpa1312, "iptc7901": iptc7901,
           "press_releases": press_releases, "reuters21578": reuters21578, "mbox": mbox, "usenet": usenet, "wet": wet,
           "wikinews": wikinews}

if __name__ == "__main__":
    import sys
    from invented import Invention
    text, truth = FORMATS[sys.argv[1]](Invention(7).stories(int(sys.argv[2]) if len(sys.argv) > 2 else 10))
    print(text if len(sys.argv) < 4 else json.dumps(truth, indent=1, default=str))
