"""Mail, Usenet, Common Crawl WET, Wikinews."""
import base64
import quopri
import textwrap

from formats_common import truth_of
from invented import MONTHS, WEEKDAYS, long_date


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


def encoded_words(text, charset, kind):
    """A header of several encoded words, folded, as mailers write it."""
    words = []
    for begin in range(0, len(text), 18):
        piece = text[begin:begin + 18].encode(charset)
        if kind == "b":
            words.append(f"=?{charset}?B?{base64.b64encode(piece).decode()}?=")
        else:
            quoted = "".join(chr(b) if chr(b).isalnum() and b < 128 else "_" if b == 32 else f"={b:02X}" for b in piece)
            words.append(f"=?{charset}?Q?{quoted}?=")
    return "\n ".join(words)


def mail_charsets(stories):
    """Latin-1 and windows-1252 bytes, encoded words of both kinds, HTML alone, nested parts, flowed text, >From, signatures."""
    out, truths = [], []
    for index, story in enumerate(stories):
        d = story["date"]
        author = story["authors"][0] if story["authors"] else "Ada Novak"
        story = dict(story, authors=[author], paragraphs=story["paragraphs"][:2] + ["From the harbour to the mill, the café was größer – “much” größer."])
        kind = index % 6
        charset = ["iso-8859-1", "windows-1252", "utf-8", "windows-1252", "utf-8", "us-ascii"][kind]
        if charset == "iso-8859-1":
            story["paragraphs"][2] = "From the harbour to the mill, the café was größer."
        elif charset == "us-ascii":
            story["paragraphs"][2] = "From the harbour to the mill, they walked."
        headline = story["headline"] + " – größer" if charset == "utf-8" else story["headline"]
        subject = encoded_words(headline, charset, "bq"[index % 2]) if index % 2 == 0 or charset == "utf-8" else headline
        sender = [f"\"{author}\" <desk@example.org>", f"desk@example.org ({author})", f"{author} <desk@example.org>"][index % 3]
        head = [f"From desk@example.org {WEEKDAYS[d.weekday()][:3]} {MONTHS[d.month - 1][:3]} {d.day:2d} {d:%H:%M:%S} {d.year}",
                f"Received: from mail.example.org (mail.example.org [192.0.2.1])\n\tby mx.example.org; {mail_date(d)}", f"From: {sender}", f"Subject: {subject}",
                f"Date: {mail_date(d)} (+04)", f"Message-ID:\n <{index}@example.org>", "MIME-Version: 1.0", f"Organization: {story['paper']}"]
        lines = []
        for paragraph in story["paragraphs"]:
            lines += textwrap.wrap(paragraph, 70, break_on_hyphens=False) + [""]
        body = "\n".join(lines)
        if kind in (0, 5):
            head += [f"Content-Type: text/plain; charset={charset}; format=flowed", "Content-Transfer-Encoding: 8bit", "",
                     "\n".join(">" + line if line.startswith("From ") else line for line in lines) + "\n-- \nA desk\n"]
            data = "\n".join(head).encode(charset, "replace")
        elif kind == 1:
            head += ["Content-Type: text/plain;", f"\tcharset=\"{charset}\"", "Content-Transfer-Encoding: quoted-printable", "",
                     quopri.encodestring(body.encode(charset)).decode()]
            data = "\n".join(head).encode(charset)
        elif kind == 2:
            html = "<html><head><title>no</title><style>p {color: red}</style></head><body>" + "".join(
                f"<p>{p.replace('&', '&amp;').replace('é', '&eacute;')}</p>\r\n" for p in story["paragraphs"]) + "</body></html>"
            head += ["Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64", "", base64.encodebytes(html.encode()).decode()]
            data = "\n".join(head).encode()
        elif kind == 3:
            head += ["Content-Type: multipart/mixed; boundary=outer", "", "--outer", "Content-Type: multipart/alternative; boundary=\"in ner\"", "", "--in ner",
                     f"Content-Type: text/plain; charset={charset}", "Content-Transfer-Encoding: base64", "", base64.encodebytes(body.encode(charset)).decode(),
                     "--in ner", "Content-Type: text/html", "", "<p>no</p>", "--in ner--", "", "--outer", "Content-Type: text/plain; name=notes.txt",
                     "Content-Disposition: attachment; filename=notes.txt", "", "An attachment is no article.", "--outer--", ""]
            data = "\n".join(head).encode()
        else:
            head += ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "",
                     "\n".join(">" + line if line.startswith("From ") else line for line in lines)]
            data = "\n".join(head).encode()
        out.append(data + b"\n")
        truths.append(truth_of(story, headline=headline, date=d.strftime("%Y-%m-%dT%H:%M:%S+04:00")))
    return b"\n".join(out), truths


def usenet_batch(stories):
    """A batch: each message behind its size; bylines and credits above the text, no blank line before the next one."""
    out, truths = [], []
    for index, story in enumerate(stories):
        d = story["date"]
        lines = ["Path: example!clarinews", f"From: clarinews@example.com ({['UPI', 'Reuters', 'AP'][index % 3]}{' / ' + story['authors'][0].upper() if len(story['authors']) == 1 and index % 2 else ''})",
                 "Newsgroups: clari.world.europe,clari.news.labor", f"Subject: {story['headline']}", f"Keywords: {', '.join(story['keywords'])}",
                 "Organization: Copyright by Example News", f"Message-ID: <b{index}@example.com>",
                 f"Date: {d.day} {MONTHS[d.month - 1][:3]} {d:%y} {d:%H:%M:%S} GMT", "Lines: 30", "Approved: nobody@example.com", ""]
        if story["byline"] and not (len(story["authors"]) == 1 and index % 2):
            lines += [f"\t{story['byline'].upper()}", "\tUPI Business Writer"]
        body = [f"{story['place'].upper()} (UPI) -- {story['paragraphs'][0]}"] + story["paragraphs"][1:]
        for paragraph in body:
            lines += textwrap.wrap(paragraph, 70, initial_indent="\t", break_on_hyphens=False)
        message = "\n".join(lines) + "\n"
        out.append(f"#! rnews {len(message.encode())}\n{message}")
        truths.append(truth_of(story, publisher=None, date=d.strftime("%Y-%m-%dT%H:%M:%S+00:00"), body=body))
    return "".join(out), truths


def wikinews_templates(stories):
    """Links by template, redirects, pictures with links in their captions, references, tables, quotes, categories of several languages."""
    out, truths = ['<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" xml:lang="en">'], []
    for index, story in enumerate(stories):
        d = story["date"]
        paragraphs = [p.replace('"', "&quot;") for p in story["paragraphs"]]
        body = [f"{{{{w|{story['place']}}}}} officials met at {{{{w|Harbour (sea)|the harbour}}}}. " + paragraphs[0] + "&lt;ref&gt;Not this&lt;/ref&gt;"] + paragraphs[1:]
        front = ["{{date|%s}}" % long_date(d), "{{date|%d %s %d}}" % (d.day, MONTHS[d.month - 1], d.year), "{{Datum|%d. März %d}}" % (d.day, d.year) if False else "{{date|%s}}" % long_date(d)][index % 3]
        wiki = "\n\n".join([front + "{{Infobox|a=[[b]]|c={{d}}}}", f"[[File:X.jpg|thumb|200px|A [[harbour|port]] {{{{w|at dawn}}}}.{{{{image source|Nobody}}}}]]"] + body +
                           ["== Related news ==", "*[[Other headline]]", "== Sources ==", "*{{source|url=http://example.org|title=Other|author=A. Writer|date=%s}}" % long_date(d),
                            "[[Category:News]]", "[[de:Nachricht]]", "{{publish}}"])
        out += ["  <page>", f"    <title>{story['headline']}</title>", "    <ns>0</ns>", f"    <id>{index + 5}</id>", "    <revision>", "      <id>9</id>",
                f"      <timestamp>{d.year + 1}-01-01T00:00:00Z</timestamp>", f'      <text bytes="99" xml:space="preserve">{wiki}</text>', "    </revision>", "  </page>"]
        shown = [f"{story['place']} officials met at the harbour. {story['paragraphs'][0]}"] + story["paragraphs"][1:]
        truths.append(truth_of(story, authors=[], publisher="Wikinews", body=shown))
        if index % 3 == 0:
            out += ["  <page>", "    <title>Old headline</title>", "    <ns>0</ns>", "    <id>1</id>", f"    <redirect title=\"{story['headline']}\" />",
                    "    <revision><text>#REDIRECT [[Other]]</text></revision>", "  </page>"]
    out += ["</mediawiki>"]
    return "\n".join(out), truths
