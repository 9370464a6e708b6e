"""Wire captures (ANPA 1312, IPTC 7901, teletype), press releases, Reuters-21578."""
import textwrap

from formats_common import trapped, truth_of, words
from invented import MONTHS, WEEKDAYS, long_date


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


def anpa1312_bare(stories):
    """Control bytes lost in a text column; paragraphs of one line with a blank line between; summaries, credits, rules of three dashes."""
    out, truths = [], []
    for index, story in enumerate(stories):
        d = story["date"]
        slug = story["subject"].capitalize()
        lines = [f"W{2000 + index}asian" if index % 2 else f"z{6000 + index}-----", f"{'fruz'[index % 4]} i BC-NW--{slug} {'1stLd-Writethru ' if index % 3 == 1 else ''}  {d:%m-%d} {words(story):04d}",
                 f"^BC-NW--{slug} Story, {'1st Ld-Writethru, ' if index % 3 == 1 else ''}{words(story)}<" + (" " if index % 2 else ""),
                 f"^{typewriter(story['headline'])}<"]
        if index % 2:
            lines += ["^AP Photo XNP101, XNP102, XNP103<"]
        if index % 3 == 0:
            lines += ["^(Eds: Minor edits. A longer version of this story is available. With AP Photos.)<"]
        if index % 4 == 1:
            lines += [f"^{typewriter(story['paragraphs'][0])} _ a summary of it.<"]
        if story["byline"]:
            lines += ["^By " + " and ".join(a.upper() for a in story["authors"]) + "=", "^Associated Press=" if index % 2 else "^AP Sports Writer="]
        body = story["paragraphs"]
        gap = " " if index % 3 else None
        for number, paragraph in enumerate(body):
            text = typewriter(paragraph)
            lines += [f"\t   {story['place'].upper()} (AP) _ {text}" if number == 0 else f"\t   {text} "] + ([gap] if gap else [])
        if index % 2:
            lines += ["\t   ___", " ", "\t   AP writer Some One in Nowhere contributed to this report."]
        lines += ["", f"\t   AP-WF-{d:%m-%d-%y} {d:%H%M}GMT<", "", ""]
        out += lines
        shown = [f"{story['place'].upper()} (AP) — {body[0]}"] + body[1:] + (["AP writer Some One in Nowhere contributed to this report."] if index % 2 else [])
        truths.append(truth_of(story, publisher=None, date=d.strftime("%Y-%m-%dT%H:%M+00:00"), body=shown))
    return "\r\n".join(out), truths


def dpa(stories, control=True):
    """IPTC 7901 as a German agency sends it: slug, keywords of the version, headline up to =, notes behind #, initials, trailer."""
    out, truths = [], []
    for index, story in enumerate(stories):
        d = story["date"]
        lines = [("\x01" if control else "") + f"eca{index:04d} {index % 4 + 1} {'i s e rs'.split()[index % 4]} {words(story)}  dpa {d:%H%M}", ""]
        lines += [f"{story['country']}/{story['subject']}/news/"]
        if index % 3 == 1:
            lines += ["REFILE", "1ST LEAD"]
        elif index % 3 == 2:
            lines += ["ROUNDUP"]
        head = textwrap.wrap(story["headline"] + (" and nobody in the whole of the town knows what to do" if index % 4 == 3 else ""), 68)
        byline = None
        if story["authors"]:
            byline = "By " + ", ".join(story["authors"]) + (f", {story['paper']}" if index % 2 and len(story["authors"]) == 1 else "")
        lines += [("\x02" if control else "") + head[0]] + head[1:] + ([byline] if byline else [])
        if index % 2 == 0 or not control:
            lines[-1] += " ="
        lines += [""]
        for number, paragraph in enumerate(story["paragraphs"]):
            text = f"{story['place']} (dpa) - {paragraph}" if number == 0 else paragraph
            lines += textwrap.wrap(text, 69, break_on_hyphens=False) + [""]
        if index % 2:
            lines += ["# Notebook", "", "## Note to editors", "- adds a comment in grafs 3-4", "", "## Internet links", "- [Example](http://example.org)", "", "* * * *",
                      "The following information is not intended for publication", "", "## Editorial contacts", "- Editing by: Some One, <desk@example.org>", ""]
        lines += ["dpa al rmo hct", "", ("\x03" if control else "") + f"{d:%d%H%M} {'GMT ' if index % 4 else ''}{MONTHS[d.month - 1][:3]} {d:%y}", ""]
        out += lines
        body = [f"{story['place']} (dpa) - {story['paragraphs'][0]}"] + story["paragraphs"][1:]
        truths.append(truth_of(story, publisher=None, headline=" ".join(head), date=d.strftime("%Y-%m-%dT%H:%M" + ("+00:00" if index % 4 else "")), body=body))
    return "\n".join(out), truths


def dpa_bare(stories):
    return dpa(stories, control=False)


def teletype(stories):
    """ZCZC ... NNNN with marked header lines."""
    out, truths = [], []
    for index, story in enumerate(stories):
        d = story["date"]
        out += ["   ZCZC AAP" if index % 2 else "ZCZC EXA123", "%MNETALL MFI MGD", "$J", f":{story['subject']}", "=1", "*X", f"^{story['headline']}"]
        if story["authors"]:
            out += [story["byline"]]
        body = [f"{story['place'].upper()}, {MONTHS[d.month - 1][:3]} {d.day} EXA - {story['paragraphs'][0]}"] + story["paragraphs"][1:]
        for paragraph in body:
            out += textwrap.wrap(paragraph, 64, initial_indent="   ", break_on_hyphens=False)
        out += ["EXA ab/cd", "NNNN", ""]
        truths.append(truth_of(story, publisher=None, date=..., body=body))
    return "\n".join(out), truths


def press_pages(stories):
    """Releases as they stand on the pages of the wires: the date and hour above or in the dateline, decks, contacts, wrapped lines."""
    out, truths = [], []
    for index, story in enumerate(stories):
        d = story["date"]
        company = f"{story['place']} {story['subject'].capitalize()} Inc."
        month = MONTHS[d.month - 1]
        shown = month if len(month) < 6 else {"September": "Sept."}.get(month, month[:3] + ".")
        place = f"{story['place'].upper()}, {story['country']}"
        kind = index % 6
        lead = [f"{place}, {shown} {d.day}, {d.year} /PRNewswire/ -- ", f"{place}--(BUSINESS WIRE)--", f"{place}, {shown} {d:%d}, {d.year} (GLOBE NEWSWIRE) -- ",
                f"{place}--(BUSINESS WIRE)--{shown} {d.day}, {d.year}--", f"{place}, {shown} {d.day}, {d.year} /PRNewswire-PRWeb/ -- ",
                f"{place} / ACCESSWIRE / {month} {d.day}, {d.year} / "][kind]
        day = d.strftime("%Y-%m-%d")
        if kind == 0:
            out += [story["headline"], "", "News provided by", "", company, "", f"{month[:3]} {d:%d}, {d.year}, 08:00 ET", ""]
        elif kind == 1:
            out += [f"{month} {d:%d}, {d.year} 08:00 AM Eastern Standard Time", "", story["headline"], "", "What the day brought to the harbour", ""]
            day += "T08:00-05:00"
        elif kind == 2:
            out += [story["headline"], f"{month} {d:%d}, {d.year} 08:00 ET | Source: {company}", ""]
        else:
            out += ["FOR IMMEDIATE RELEASE", "", story["headline"], ""]
        body = [lead + story["paragraphs"][0]] + story["paragraphs"][1:]
        for paragraph in body:
            out += (textwrap.wrap(paragraph, 80, break_on_hyphens=False) if index % 2 else [paragraph]) + [""]
        out += [f"About {company}", "", f"{company} makes things. It is known for them.", "", "Media Contact:", "Some One", "press@example.org", "+0 00 000", ""]
        out += [f"SOURCE {company}" if kind in (0, 4) else f"SOURCE: {company}", ""]
        if index % 3 == 0:
            out += ["###", ""]
        truths.append(truth_of(story, authors=[], publisher=company, date=..., body=body))
        truths[-1]["date"] = day if kind == 1 else d.strftime("%Y-%m-%d")
    return "\n".join(out), truths


def reuters_types(stories):
    """Stories of all three types: whole, BRIEF (a title only), UNPROC (text without elements), and dates that are torn."""
    out, truths = ['<!DOCTYPE lewis SYSTEM "lewis.dtd">'], []
    for index, story in enumerate(stories):
        d = story["date"]
        kind = index % 3
        date = f"{d.day:2d}-{MONTHS[d.month - 1][:3].upper()}-{d.year} " + ("605:12:19.12" if index % 5 == 4 else f"{d:%H:%M:%S}.79")
        out += [f'<REUTERS TOPICS="NO" LEWISSPLIT="TEST" CGISPLIT="TRAINING-SET" OLDID="{index}" NEWID="{index + 1}">', f"<DATE>{date}</DATE>", "<TOPICS></TOPICS>",
                "<UNKNOWN>", "&#5;&#5;&#5;F", "&#22;&#22;&#1;f0704&#31;reute", "</UNKNOWN>"]
        title = story["headline"].upper()
        day = d.strftime("%Y-%m-%d" if index % 5 == 4 else "%Y-%m-%dT%H:%M")
        if kind == 0:
            text = [textwrap.fill(p, 62, initial_indent="    ", break_on_hyphens=False) for p in story["paragraphs"]]
            out += ["<TEXT>&#2;", f"<TITLE>{title}</TITLE>"]
            if story["byline"]:
                out += [f"<AUTHOR>    {story['byline']}, Reuters</AUTHOR>"]
            out += [f"<DATELINE>    {story['place'].upper()}, {MONTHS[d.month - 1]} {d.day} - </DATELINE><BODY>{text[0].strip()}"] + text[1:] + [" REUTER", "&#3;</BODY></TEXT>"]
            truths.append(truth_of(story, headline=title, publisher=None, date=day))
        elif kind == 1:
            out += ['<TEXT TYPE="BRIEF">&#2;', "******<TITLE>" + title, "</TITLE>Blah blah blah.", "&#3;", "", "</TEXT>"]
            truths.append(truth_of(story, headline=title, authors=[], publisher=None, date=day, body=...))
        else:
            text = [textwrap.fill(p, 62, initial_indent="    ", break_on_hyphens=False) for p in story["paragraphs"]]
            out += ['<TEXT TYPE="UNPROC">&#2;', title] + text + ["&#3;", "</TEXT>"]
            truths.append(truth_of(story, headline=title, authors=[], publisher=None, date=day))
        out += ["</REUTERS>"]
    return "\n".join(out), truths
