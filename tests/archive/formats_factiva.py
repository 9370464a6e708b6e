"""Factiva (coded and plain) and ProQuest."""
import textwrap

from formats_common import FRENCH_MONTHS, GERMAN_MONTHS, SPANISH_MONTHS, trapped, truth_of, words
from invented import MONTHS, WEEKDAYS


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


def english_date(d):
    return f"{d.day} {MONTHS[d.month - 1]} {d.year}"


def factiva_tabs(stories):
    """Codes behind which a tab stands, CRLF, the rarer codes, codes in another order, headlines of two lines."""
    out, truths = ["\ufeff"], []
    for index, story in enumerate(stories):
        story = trapped(story, index)
        d, paper = story["date"], story["paper"]
        code, number = accession(story, index)
        if index % 4 == 1:
            out += ["CLM\tCity Notebook", f"SE\t{story['section']}"]
        head = textwrap.wrap(story["headline"], 50)
        out += ["HD\t" + head[0]] + head[1:]
        if story["authors"]:
            out += ["BY\t" + [story["byline"], "By " + " and ".join(story["authors"]) + f" in {story['place']}",
                              " AND ".join(a.upper() for a in story["authors"]), story["byline"] + "\r\n" + story["authors"][0].lower().replace(" ", ".") + "@example.org",
                              f"{' and '.join(story['authors'])}, Staff Writer"][index % 5]]
        if index % 3 == 0:
            out += ["CR\tExample News Service"]
        out += [f"WC\t{words(story):,} words", f"PD\t{english_date(d)}"]
        if index % 2:
            out += [f"ET\t{d:%H:%M}"]
        out += [f"SN\t{paper}", f"SC\t{code}"]
        if index % 2:
            out += ["ED\tFirst Edition", "PG\tA1", "VOL\tVolume 12, Issue 3"]
        out += ["LA\tEnglish", f"CY\tCopyright {d.year}. {paper}. All Rights Reserved.", "", "LP\t" + story["paragraphs"][0], "",
                story["paragraphs"][1], "", "TD\t" + story["paragraphs"][2]]
        for paragraph in story["paragraphs"][3:]:
            out += ["", paragraph]
        out += ["", "CT\tdesk@example.org", "RF\t20191107-EX-001", "CO\texmpl : Example plc", "IN\ti7941 : Harbours | itsp : Transport",
                "NS\tgcat : Political/General News | gdis : Disasters", "RE\tnowhr : Nowhere", "IPD\tNews", "IPC\tNW/EX", "PUB\tExample Ltd",
                f"AN\tDocument {number}", "", ""]
        truths.append(truth_of(story, date=d.strftime("%Y-%m-%dT%H:%M" if index % 2 else "%Y-%m-%d")))
    return "\r\n".join(out), truths


def factiva_columns(stories):
    """As a table that was pasted: each code on a line of its own, its value under it; German, French and Spanish words."""
    out, truths = [], []
    surfaces = [("Wörter", "Deutsch", "Dokument", lambda d: f"{d.day}. {GERMAN_MONTHS[d.month - 1]} {d.year}", "Von "),
                ("mots", "Français", "Document", lambda d: f"{d.day} {FRENCH_MONTHS[d.month - 1]} {d.year}", "Par "),
                ("palabras", "Español", "Documento", lambda d: f"{d.day} de {SPANISH_MONTHS[d.month - 1]} de {d.year}", "Por ")]
    for index, story in enumerate(stories):
        d = story["date"]
        count, language, document, date, by = surfaces[index % 3]
        code, number = accession(story, index)

        def put(key, *values):
            out.extend([key, ""])
            for value in values:
                out.extend([value, ""])
        put("HD", story["headline"])
        if story["authors"]:
            put("BY", by + ", ".join(story["authors"]))
        put("WC", f"{words(story)} {count}")
        put("PD", date(d))
        put("SN", story["paper"])
        put("SC", code)
        put("LA", language)
        put("CY", f"(c) {d.year} {story['paper']}")
        put("LP", story["paragraphs"][0])
        put("TD", *story["paragraphs"][1:])
        put("NS", "gcat : Politik")
        put("RE", "eurz : Europa")
        put("AN", f"{document} {number}")
        truths.append(truth_of(story))
    return "\n".join(out), truths


def factiva_pages(stories):
    """Plain, as printed: page lines, sections of papers, editions, pages and volumes below the code, odd copyright lines."""
    out, truths = [], []
    for index, story in enumerate(stories):
        story = trapped(story, index)
        d, paper = story["date"], story["paper"]
        code, number = accession(story, index)
        if index % 4 == 0:
            out += [["Business/Financial Desk; SECTB", "News", "Companies & Markets", "Comment and Analysis"][index // 4 % 4]]
        out += [story["headline"]]
        if story["authors"]:
            out += ["By " + " and ".join(story["authors"]) if index % 3 else f"By {' and '.join(a.upper() for a in story['authors'])}; Staff Writer"]
        out += [f"{words(story):,} words", english_date(d)]
        clock = ""
        if index % 3 == 0:
            out += [f"{d:%H:%M}"]
            clock = f"T{d:%H:%M}"
        out += [paper, code]
        out += [[], ["First Edition"], ["A1"], ["Late Edition - Final"], ["1st", "12"], ["Volume 12; Issue 3"]][index % 6]
        out += ["English", [f"Copyright {d.year}. {paper}. All Rights Reserved.", f"© {d.year} {paper}. All Rights Reserved.",
                            f"(c) {d.year}, {paper}. All rights reserved.", f"(Copyright (c) {d.year}, Example & Company, Inc.)"][index % 4], ""]
        out += [story["paragraphs"][0], "", f"Page {index + 2} of 99 © 2021 Factiva, Inc. All rights reserved.", ""]
        for paragraph in story["paragraphs"][1:]:
            out += [paragraph, ""]
        out += [f"Document {number}", "", ""]
        truths.append(truth_of(story, date=d.strftime("%Y-%m-%d") + clock))
    return "\n".join(out), truths


def proquest_spaced(stories):
    """Later exports: a blank line between the lines of the description, no number, links, captions, paragraphs of one line."""
    rule = "_" * 60
    out, truths = [rule], []
    for index, story in enumerate(stories):
        d, paper = story["date"], story["paper"]
        month = MONTHS[d.month - 1][:3]
        link = f"https://proxy.example.org/login?url=https://www.example.com/docview/{index}/se-2?accountid=1"
        out += ["", story["headline"], ""]
        author = None
        if story["authors"]:
            turned = [f"{a.split()[-1]}, {' '.join(a.split()[:-1])}" for a in story["authors"]]
            author = ["; ".join(turned), "; ".join(turned) + f"; {paper}", "; ".join(t + "." for t in turned), " ".join(story["authors"][:1])][index % 4]
            out += [f"Author: {author}", ""]
        out += [[f"Publication info: {month} {d.day}, {d.year}.", f"Publication info: {paper} ; {story['place']}, Ont. [{story['place']}, Ont]. {d:%d} {month} {d.year}: A.1."][index % 2], "",
                link, "", "Abstract: None available.", "", f"Links: https://example.org/openurl?date={d:%Y-%m-%d}&amp;title=Title:+x", "",
                "Full text: " + story["paragraphs"][0]] + story["paragraphs"][1:]
        if index % 2:
            out += ["", "CAPTION: The harbour at dawn, and what was left of it.", "CREDIT: Some One Photographer"]
        for line in ["Subject: " + "; ".join(story["keywords"]), f"Title: {story['headline']}"] + ([f"Author: {author}"] if author and index % 3 else []) + \
                [f"Publication title: {paper}; {story['place']}, Ont.", f"Publication year: {d.year}", f"Publication date: {month} {d.day}, {d.year}",
                 f"Section: {story['section']}", "Publisher: Example Services, a Division of Example Newspapers", "Place of publication: Nowhere",
                 "Country of publication: Nowhere, Town", "Publication subject: General Interest Periodicals--Nowhere", "ISSN: 0000-0000",
                 "Source type: Newspaper", "Language of publication: English", "Document type: News", f"ProQuest document ID: {200000000 + index}",
                 ("Document URL: " if index % 5 else "DocumentURL: ") + link, f"Copyright: Copyright {d.year} Example. All Rights Reserved.",
                 f"Last updated: {d.year}-12-31", "Database: Example Newsstream"]:
            out += ["", line]
        out += ["", rule]
        truths.append(truth_of(story, authors=story["authors"] if author is None or index % 4 != 3 else story["authors"][:1]))
    return "\n".join(out), truths
