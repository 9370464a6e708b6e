"""Roles of the units of a page, from its annotated truth and, where that is silent, from weak rules.

Rules state what a line looks like in its place; the model that learns from them weighs all of it together.
"""
import re
import sys
import pathlib

import numpy as np

import align

sys.dont_write_bytecode = True
ROLES = ["blank", "headline", "subhead", "kicker", "byline", "dateline", "timestamp", "agency", "body", "caption", "credit",
         "promotion", "list_title", "item_title", "item_meta", "navigation", "keywords", "comment", "copyright", "boilerplate",
         "metadata"]
R = {name: i for i, name in enumerate(ROLES)}
# Word classes of the lexical table: body, head, meta, caption, promotion, comment, item, navigation.
WORD_CLASS = np.array([7, 1, 1, 1, 2, 2, 2, 2, 0, 3, 3, 4, 7, 6, 6, 7, 7, 5, 4, 4, 2])


def plain(text):
    """Letters and digits in lower case, one blank between words."""
    return " ".join(re.findall(r"\w+", (text or "").casefold()))


def headline_unit(lines, truth, first_body):
    """The unit that reads as the annotated headline (or the visible one), nearest before the body; None: not there."""
    silver = truth.get("silver") or {}
    forms = [plain(x) for x in truth.get("headline_alt", []) + [truth.get("headline"), silver.get("headline")] if x]
    forms = [f for f in forms if len(f) >= 8]
    found = [i for i, line in enumerate(lines) if plain(line) in forms] if forms else []
    if not found and forms:
        words = [set(f.split()) for f in forms]
        for i, line in enumerate(lines):
            own = set(plain(line).split())
            if own and max(len(own & w) / len(own | w) for w in words) >= 0.75:
                found.append(i)
    before = [i for i in found if first_body is None or i <= first_body]
    return (before[-1] if first_body is not None else before[0]) if before else (found[0] if found else None)


def page_roles(page, names, body):
    """Role of each unit; `body`: 0/1 of each.  `page`: what pages.Probe.read gave, with the page's truth."""
    truth, lines, columns = page["truth"], page["lines"], page["columns"]
    col = {name: columns[:, i].astype(int) for i, name in enumerate(names)}
    count = len(lines)
    roles = np.full(count, R["navigation"])
    where = np.flatnonzero(body)
    first, last = (int(where[0]), int(where[-1])) if len(where) else (None, None)
    head = headline_unit(lines, truth, first)
    start = head if head is not None else (max(0, first - 6) if first is not None else 0)
    norm = [plain(line) for line in lines]
    authors = [plain(a) for a in truth.get("authors", []) if len(plain(a)) >= 5]
    related = {plain(r["title"]) for r in truth.get("related", [])}
    ignored = {plain(r) for r in truth.get("related_ignore", [])}
    sections = {plain(r.get("section")) for r in truth.get("related", [])} - {""}
    topics = {plain(t) for t in truth.get("topics", []) or []}
    summary = set(plain(truth.get("summary")).split())
    brief = col["words"] <= 62  # about 14 words
    dated = (col["date"] + col["clock"] + col["ago"] > 0) & brief
    comments = False
    in_list = False
    for i in range(count):
        near_top = first is not None and start - 6 <= i <= first + 1
        inside = first is not None and start <= i <= last
        after = last is not None and i > last
        words = len(norm[i].split())
        if body[i]:
            roles[i], in_list = R["body"], False
        elif i == head:
            roles[i] = R["headline"]
        elif norm[i] in related:
            roles[i], in_list = R["item_title"], True
        elif norm[i] in sections and words <= 8 or col["list_heading"][i] == 3 and words <= 6:
            roles[i], in_list, comments = R["list_title"], True, False
        elif col["copyright"][i] >= 2 or "©" in lines[i] and brief[i] and not inside:
            roles[i] = R["copyright"]
        elif any(a in norm[i] for a in authors) and words <= 14 and (near_top or inside or after and i <= last + 6):
            roles[i] = R["byline"]
        elif norm[i] in topics and words <= 5 and not near_top or col["keywords"][i] >= 2 and brief[i]:
            roles[i] = R["keywords"]
        elif col["comments"][i] >= 2 and words <= 8:
            roles[i], comments = R["comment"], comments or after
        elif col["byline"][i] >= 2 and words <= 12 and (near_top or after and i <= last + 4) and col["capital_words"][i] >= 80:
            roles[i] = R["byline"]
        elif near_top and dated[i]:
            roles[i] = R["dateline"] if col["place"][i] == 2 and col["clock"][i] == 0 and col["published"][i] == 0 else R["timestamp"]
        elif near_top and col["agency"][i] >= 2 and words <= 3:
            roles[i] = R["agency"]
        elif near_top and col["reading_time"][i] >= 1 and words <= 8:
            roles[i] = R["metadata"]
        elif col["promotion"][i] == 3 or col["promotion"][i] >= 2 and not in_list and norm[i] not in ignored:
            roles[i] = R["promotion"]
        elif col["cookie"][i] >= 2 or col["cookie"][i] and words >= 5 or col["advertisement"][i] == 3:
            roles[i] = R["boilerplate"]
        elif inside and col["read_more"][i] >= 2 and words >= 5:
            roles[i] = R["item_title"]
        elif inside and col["caption"][i] >= 1:
            roles[i] = R["credit"] if words <= 6 else R["caption"]
        elif comments and words >= 6:
            roles[i] = R["comment"]
        elif head is not None and head < i and first is not None and i < first and words >= 6:
            own = set(norm[i].split())
            deck = i <= head + 3 or summary and len(own & summary) >= 0.6 * len(own)
            roles[i] = R["subhead"] if deck else R["caption"]
        elif head is not None and i == head - 1 and words <= 3 and col["section"][i] == 3 and col["same"][i] <= 2:
            roles[i] = R["kicker"]
        elif inside and words >= 4 and i > first:
            roles[i] = R["caption"] if col["sentences"][i] else R["item_title"] if words >= 5 else R["navigation"]
        elif (after or i < start) and dated[i] and words <= 9 and near_item(roles, norm, i):
            roles[i] = R["item_meta"]
        elif words >= 5 and words <= 32 and (norm[i] in ignored or in_list or after and col["run"][i] >= 3 or i < start):
            roles[i] = R["item_title"]
        elif in_list and words <= 3 and i and roles[i - 1] == R["item_title"] and i + 1 < count and len(norm[i + 1].split()) >= 5:
            roles[i] = R["item_meta"]
        elif words >= 9 and not inside:
            roles[i] = R["comment"] if comments else R["boilerplate"]
    return roles, head


def near_item(roles, norm, i):
    return i > 0 and roles[i - 1] in (R["item_title"], R["item_meta"], R["list_title"]) or i + 1 < len(norm) and len(norm[i + 1].split()) >= 5


def body_of(page):
    """0/1 of each unit by the annotated body; None where there is none."""
    body = page["truth"].get("body")
    return np.array(align.body_labels(page["lines"], body)) if body else None
