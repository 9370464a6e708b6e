"""LexisNexis and Nexis Uni, as the surfaces of several years and languages write them."""
import textwrap

from formats_common import (DUTCH_MONTHS, FRENCH_DAYS, FRENCH_MONTHS, GERMAN_DAYS, GERMAN_MONTHS, ITALIAN_MONTHS, SPANISH_MONTHS, trapped,
                            truth_of, words, wrapped)
from invented import MONTHS, WEEKDAYS, long_date


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


def centred(line):
    return line.center(79).rstrip()


def academic(stories):
    """The academic surface: copyright first, HEADLINE and BODY labelled, long classifications, editions, odd bylines."""
    out = ["NOTE: written for a test.", "", "", "Download Request: All Documents: 1-%d" % len(stories),
           "Time Of Request: Saturday, July 11, 2015  22:32:52 EST", "Send To:", "", "EXAMPLE UNIVERSITY", "LIBRARY", "", "",
           "Terms: ((harbour AND bridge) and Date(geq(05/01/2015) and", "leq(07/01/2015)))", "", "",
           "Source: Newspaper Stories, Combined Papers", "Project ID:", "", "", ""]
    truths = []
    for index, story in enumerate(stories):
        story = trapped(story, index)
        d, paper = story["date"], story["paper"]
        out += [centred(f"{index + 1} of {len(stories)} DOCUMENTS"), "", ""]
        out += [[centred(f"Copyright {d.year} {paper} Interactive Company, LLC d/b/a"), centred("Example Digital"), centred("All Rights Reserved"), "",
                 centred(paper)],
                [centred(f"Copyright {d.year} Example Group, Inc."), centred("All Rights Reserved"), centred(paper)],
                [centred(f"Copyright {d.year} {paper}")],
                [centred(f"Copyright (c) {d.year} Example Holdings Pty Limited"), centred("All Rights Reserved"), "", "", centred(paper)],
                [centred(f"Copyright {d.year} Example Publishing LLC"), centred("All Rights Reserved"), "", centred(paper), "", centred("www.example.org")],
                ][index % 5]
        if index % 5 == 2:
            out += ["", centred(paper)]
        day, clock = f"{long_date(d)} {WEEKDAYS[d.weekday()]}", ""
        if index % 7 == 3:
            day, clock = day + " 8:27 PM EST", "T20:27-05:00"
        out += ["", centred(day)]
        out += [[], [centred("Met 2 Edition")], [centred("Edition 1;"), centred("Northern Ireland")], [centred("Late Edition - Final")]][index % 4]
        out += ["", f"SECTION: {story['section']}; Part A; Metro Desk; Pg. B{index}" if index % 6 else "SECTION: A-SECTION; Pg. A01", "",
                f"LENGTH: {words(story)}  words" if index % 3 == 1 else f"LENGTH: {words(story)} words", ""]
        out += textwrap.wrap(f"HEADLINE: {story['headline']}", 44) + [""]
        byline = None
        if len(story["authors"]) > 1:
            byline = [";".join(story["authors"]), "By " + " and ".join(a.upper() for a in story["authors"])][index % 2]
        elif story["authors"]:
            name = story["authors"][0]
            byline = [f"BY {name.upper()}, STAFF WRITER", f"By {name} {paper}", f"{name} in {story['place']}", f"by {name}, {name.split()[0].lower()}@example.org",
                      f"By {name}; Special to {paper}", f"{name}, Staff writer", f"{name.upper()}"][index % 7]
        if byline:
            out += [f"BYLINE: {byline}", ""]
        if index % 4 == 2:
            out += ["", "", "HIGHLIGHT: What the day brought to the harbour and to the people who live", "near it.", ""]
        if index % 5 == 1:
            out += [f"DATELINE: {story['place'].upper()} {MONTHS[d.month - 1][:3]} {d.day} ", ""]
        out += [" BODY:" if index % 2 else "BODY:", "", wrapped(story["paragraphs"]), ""]
        if index % 4 == 1:
            out += ["GRAPHIC: PHOTO: The harbour at dawn. (PHOTOGRAPH BY NOBODY)", "", "CHART: What it cost", ""]
        if index % 6 == 5:
            out += ["CORRECTION-DATE: " + long_date(d), "", "CORRECTION: An earlier version named another town. It was not there.", ""]
        out += ["LANGUAGE: ENGLISH", "", "DOCUMENT-TYPE:  Story", "", "PUBLICATION-TYPE: Newspaper", "", "JOURNAL-CODE: EXP", "",
                "SUBJECT: HARBOURS & PORTS (90%); LAW ENFORCEMENT (90%); POLICE FORCES (90%);", "EMERGENCY VEHICLES (77%); WITNESSES (76%)", "",
                "PUB-SUBJECT: Harbour", "", "COMPANY: EXAMPLE WORKS AG (91%)", "", "TICKER: EXA (FRA) (91%)", "",
                "INDUSTRY: NAICS336991 BOAT BUILDING (91%);", "NAICS336111 SHIPS (91%)", "", "PERSON: ADA NOBODY (50%)", "",
                "GEOGRAPHIC: NOWHERE (92%) EXAMPLE STATES (92%)", "", f"LOAD-DATE: {long_date(d)}", "", ""]
        truths.append(truth_of(story, date=d.strftime("%Y-%m-%d") + clock))
    return "\n".join(out), truths


SURFACES = {
    "nl": ("{n} of {m} DOCUMENTS", "SECTIE", "LENGTE", "woorden", "AUTEUR", "TEKST", "TAAL: Dutch / Nederlands", "PUB-TYPE: Krant", "LOAD-DATE",
           "KOP", lambda d: f"{d.day} {DUTCH_MONTHS[d.month - 1]} {d.year}"),
    "es": ("Documento {n} de {m}", "SECCIÓN", "LONGITUD", "palabras", "AUTOR", "CUERPO", "IDIOMA: SPANISH; ESPAÑOL", "TIPO-PUBLICACIÓN: Periódico",
           "FECHA-CARGA", "TITULAR", lambda d: f"{d.day} de {SPANISH_MONTHS[d.month - 1]} de {d.year}"),
    "it": ("Documento {n} di {m}", "SEZIONE", "LUNGHEZZA", "parole", "AUTORE", "TESTO", "LINGUA: ITALIAN; ITALIANO", "TIPO-PUBBLICAZIONE: Giornale",
           "DATA-CARICAMENTO", "TITOLO", lambda d: f"{d.day} {ITALIAN_MONTHS[d.month - 1]} {d.year}"),
}


def other_surface(stories, language):
    marker, section, length, count, author, text, tongue, kind, load, title, date = SURFACES[language]
    out, truths = [""], []
    for index, story in enumerate(stories):
        story = trapped(story, index)
        d = story["date"]
        out += ["", centred(marker.format(n=index + 1, m=len(stories))), "", centred(f"Copyright {d.year} {story['paper']}"), "", centred(story["paper"]), "",
                centred(date(d))]
        if index % 2:
            out += ["", centred(long_date(d))]
        out += ["", f"{section}: {story['section']}; Blz. 6", "", f"{length}: {words(story)} {count}", "", f"{title}: {story['headline']}", ""]
        if len(story["authors"]) == 1 and index % 3 == 0 and len(story["authors"][0].split()) == 2:
            first, last = story["authors"][0].split()
            out += [f"{author}: {last.upper()}, {first.upper()}", ""]
        elif story["authors"]:
            out += [f"{author}: " + "; ".join(story["authors"]), ""]
        out += [f"{text}:", "", "", wrapped(story["paragraphs"]), "", kind, "", tongue, "", f"{load}: {long_date(d)}", ""]
        truths.append(truth_of(story))
    return "\n".join(out), truths


def lexisnexis_dutch(stories):
    return other_surface(stories, "nl")


def lexisnexis_spanish(stories):
    return other_surface(stories, "es")


def lexisnexis_italian(stories):
    return other_surface(stories, "it")


def lexisnexis_subheads(stories):
    """Weekday first, headline ended by ; with the deck under it, initials, and a page of two exports one after the other."""
    out, truths = ["", "Druckauftrag: Alle Dokumente", ""], []
    for index, story in enumerate(stories):
        d = story["date"]
        out += ["", centred(f"{index % 7 + 1} of 7 DOCUMENTS"), "", "", centred(story["paper"]), "",
                centred(f"{GERMAN_DAYS[d.weekday()]} {d.day}. {GERMAN_MONTHS[d.month - 1]} {d.year}"), "", story["headline"] + ";",
                "Was der Tag am Hafen brachte und was er den Leuten nahm, die dort", "leben", ""]
        if story["authors"]:
            out += ["AUTOR: " + [" und ".join(story["authors"]), "Von " + " und ".join(story["authors"]), "; ".join(story["authors"])][index % 3], ""]
        out += [f"RUBRIK: S. {index + 1} Ausg. 167", "", f"LÄNGE: {words(story)} Wörter", "", wrapped(story["paragraphs"]), "",
                f"UPDATE: {d.day}. {GERMAN_MONTHS[d.month - 1]} {d.year}", "", "SPRACHE: GERMAN; DEUTSCH", "", "PUBLICATION-TYPE: Zeitung", "", "",
                f"Copyright {d.year} Herausgebergemeinschaft Beispiel Blatt, Muster", centred("GmbH & Co. KG"), centred("Alle Rechte Vorbehalten"), ""]
        truths.append(truth_of(story, headline=story["headline"] + "; Was der Tag am Hafen brachte und was er den Leuten nahm, die dort leben"))
    return "\n".join(out), truths


def lexisnexis_broadcast(stories):
    """Transcripts: SHOW and ANCHORS among the labels, speakers in capitals before a colon in the body."""
    out, truths = [], []
    for index, story in enumerate(stories):
        d = story["date"]
        body = [f"{story['place'].upper()} JONES, HOST: {story['paragraphs'][0]}", "(BEGIN VIDEOTAPE)", f"ADA NOBODY: {story['paragraphs'][1]}", "(END VIDEOTAPE)"]
        out += [centred(f"{index + 1} of {len(stories)} DOCUMENTS"), "", "", centred(story["paper"]), "",
                centred(f"{long_date(d)} {WEEKDAYS[d.weekday()]}"), "", centred("SHOW: EVENING REPORT 10:00 PM EST"), "", story["headline"], ""]
        if index % 2:
            out += ["ANCHORS: ADA NOBODY", ""]
        if story["authors"]:
            out += ["BYLINE: " + ", ".join(story["authors"]), ""]
        out += ["GUESTS: Some One, Some Two", "", "SECTION: News; International", "", f"LENGTH: {words(story)} words", "", wrapped(body), "",
                f"LOAD-DATE: {long_date(d)}", "", "LANGUAGE: ENGLISH", "", "TRANSCRIPT: 110701CN.V50", "", "DOCUMENT-TYPE: SHOW", "",
                "PUBLICATION-TYPE: Transcript", "", "", centred(f"Copyright {d.year} Example Network"), centred("All Rights Reserved"), ""]
        truths.append(truth_of(story, body=body))
    return "\n".join(out), truths


def nexis_uni_paged(stories):
    """As printed to pages: page numbers and the headline again inside the body, editions, classifications, no cover."""
    out, truths = [], []
    for index, story in enumerate(stories):
        d = story["date"]
        body = story["paragraphs"]
        out += [story["headline"], "", story["paper"], "",
                [f"{long_date(d)} {WEEKDAYS[d.weekday()]}", f"{GERMAN_DAYS[d.weekday()]} {d.day}. {GERMAN_MONTHS[d.month - 1]} {d.year}",
                 f"{d.day} {FRENCH_MONTHS[d.month - 1]} {d.year} {FRENCH_DAYS[d.weekday()]}", f"{long_date(d)}"][index % 4]]
        if index % 3 == 0:
            out += ["Late Edition - Final"]
        elif index % 3 == 1:
            out += ["Edition 1, National Edition"]
        out += ["", f"Copyright {d.year} {story['paper']}" + (" All Rights Reserved" if index % 2 else ""), "", f"Section: {story['section']}; Pg. {index}"]
        if index % 6 != 5:
            out += [f"Length: {words(story):,} words" if index % 2 else f"Length:\u00a0{words(story)}\u00a0words"]
        if story["authors"]:
            out += ["Byline:\u00a0" + ["By " + " and ".join(a.upper() for a in story["authors"]), " and ".join(story["authors"]),
                                       "By " + " and ".join(story["authors"]) + ", Staff Writer"][index % 3]]
        if index % 2:
            out += [f"Dateline: {story['place'].upper()} "]
        out += ["Body", "", "", body[0], "", f"Page 2 of 3", "", story["headline"], "", *[line for p in body[1:] for line in (p, "")]]
        out += ["Graphic", "", "\u00a0", "PHOTO: The harbour at dawn", "", "Classification", "", "", "Language: ENGLISH", "", "Publication-Type: Newspaper", "",
                "Journal Code:\u00a0EXP", "", "Subject:\u00a0HARBOURS (90%); PORTS (89%)", "", "Industry: SHIPPING (75%)", "", "Geographic: NOWHERE (91%)", "", "",
                f"Load-Date:\u00a0{long_date(d)}", "", "", "Page 3 of 3", "", "", "End of Document", "", ""]
        truths.append(truth_of(story))
    return "\r\n".join(out), truths


def lexisnexis_heads(stories):
    """Heads of wires and small papers: the headline above the date, the name under it, notices among them, labels behind the text."""
    out, truths = [], []
    for index, story in enumerate(stories):
        story = trapped(story, index)
        d, kind = story["date"], index % 6
        body = wrapped(story["paragraphs"])
        day = f"{long_date(d)} {WEEKDAYS[d.weekday()]}"
        truth = truth_of(story)
        out += ["", "", centred(f"{index + 1} of {len(stories)} DOCUMENTS"), ""]
        load = ["LOAD-DATE: " + long_date(d), "", "LANGUAGE: ENGLISH", ""]
        if kind == 0:  # a wire: paper, headline, date and hour, text, labels
            out += [centred(story["paper"]), "", "LEADALL: " + story["headline"], "", centred(f"{long_date(d)}, {WEEKDAYS[d.weekday()]}"),
                    centred(f"{d:%H:%M} Central European Time"), "", "", body, "", f"SECTION: {story['section'].title()}", "", f"LENGTH: {words(story)} words", ""] + load
            truth.update(headline="LEADALL: " + story["headline"], authors=[], date=d.strftime("%Y-%m-%dT%H:%M+01:00"))
        elif kind == 1:  # the writer's name at the margin, the deck behind the text
            out += [centred(story["paper"]), "", story["headline"].upper(), "", centred(f"{d.day}. {GERMAN_MONTHS[d.month - 1]} {d.year}"), ""]
            out += [story["authors"][0], ""] if story["authors"] else []
            out += [f"ORTSZEILE: {story['place']}", "", "", body, "", f"RUBRIK: {story['section']} EUROPA; Pg. 3", "", f"LÄNGE: {words(story)} Woerter", "",
                    f"UPDATE: {d.day}. {GERMAN_MONTHS[d.month - 1]} {d.year}", "", "SPRACHE: German, Deutsch", "", "HIGHLIGHT:", "", "",
                    "Was der Tag am Hafen brachte und was er den Leuten nahm, die dort", "leben.", "", "GRAFIK: Der Hafen", "", centred(f"Copyright {d.year} Beispiel Verlag AG"), ""]
            truth.update(headline=story["headline"].upper(), authors=story["authors"][:1])
        elif kind == 2:  # a notice, no headline
            out += [centred(story["paper"]), "", centred("No Example News material may be republished without the express written"),
                    centred("permission of the Example News, Inc."), "", centred(day + " 6:49 PM EST"), "", f"LENGTH: {words(story)} words", "",
                    f"DATELINE: {story['place'].upper()}", "", "", body, ""] + load + [centred(f"Copyright {d.year} Example News, Inc."), centred("All Rights Reserved"), ""]
            truth.update(headline=None, authors=[], date=d.strftime("%Y-%m-%dT18:49-05:00"))
        elif kind == 3:  # a line as wide as the page among the centred ones
            out += [centred(story["paper"]), "", "Prepared by Example Information Services, which takes all responsibility for the",
                    centred("accuracy of transcription."), "", centred(day), "", centred("SHOW: Evening Report 6:00 PM EST EX"), "", story["headline"], "",
                    "ANCHORS: ADA NOBODY", "", f"LENGTH: {words(story)}  words", "", "", body, ""] + load + ["DOCUMENT-TYPE: Newscast", ""]
            truth.update(authors=[])
        elif kind == 4:  # paper, report and month in one block
            out += [centred(f"Copyright {d.year} Example Monitor International Ltd., All"), centred("Rights Reserved"), "", centred(story["paper"]),
                    centred("Harbours Report"), centred(f"{MONTHS[d.month - 1]} {d.year}"), "", f"TITLE: {story['headline']}", "", "", body, ""] + load[:1] + [""]
            truth.update(authors=[], date=d.strftime("%Y-%m"))
        else:  # nothing but a text line
            out += [centred(story["paper"]), "", centred(day), "", f"SECTION: {story['section']}; Political", "", "LENGTH: 10 words", "", "",
                    "FLASH: " + story["headline"].upper(), ""] + load
            truth.update(headline=None, authors=[], body=["FLASH: " + story["headline"].upper()])
        truths.append(truth)
    return "\n".join(out), truths


def lexisnexis_bare(stories):
    """Articles without their numbers, as some tools save them."""
    out, truths = [], []
    for index, story in enumerate(stories):
        d = story["date"]
        out += ["", centred(story["paper"]), "", centred(f"{long_date(d)} {WEEKDAYS[d.weekday()]}"), "", story["headline"], ""]
        if story["byline"]:
            out += [f"BYLINE: {story['byline']}", ""]
        out += [f"SECTION: {story['section']}; Pg. {index + 1}", "", f"LENGTH: {words(story)} words", "", "", wrapped(story["paragraphs"]), "",
                f"LOAD-DATE: {long_date(d)}", "", "LANGUAGE: ENGLISH", "", "PUBLICATION-TYPE: Newspaper", "", "",
                centred(f"Copyright {d.year} {story['paper']}"), centred("All Rights Reserved"), ""]
        truths.append(truth_of(story))
    return "\n".join(out), truths
