"""An invented corpus as a database: stories, copies of them in other papers, lists of links between them; and the truth.

    truth = make_corpus("news.db", stories=500, seed=1, changed=0.10)

Copies have another headline, dateline and credit; every tenth word is changed, dropped or has a typo; some end early, with fewer
words changed.
truth: pairs (original, copy), clusters {doc: first doc}, links [(from, item, to)], missing (titles linked but not there).
"""
import datetime
import random
import sqlite3

from invented import COUNTRIES, PAPERS, TOWNS, Invention, long_date

LABELS = ["PHOTO: {}", "{} (VIDEO)", "[Exclusive] {}", "{} [PHOTO]", "{}", "{}"]


def changed(paragraphs, rate, source, vocabulary):
    out = []
    for paragraph in paragraphs:
        words = []
        for word in paragraph.split():
            if source.random() >= rate:
                words.append(word)
            elif source.random() < 0.6:
                words.append(source.choice(vocabulary))
            elif source.random() < 0.5 and len(word) > 3:
                words.append(word[1] + word[0] + word[2:])
        out.append(" ".join(words))
    return out


def page(story):
    lines = [story["headline"], "", story["byline"] or "", f"{long_date(story['date'])} {story['date']:%H:%M}", ""]
    for paragraph in story["paragraphs"]:
        lines += [paragraph, ""]
    if story.get("items"):
        lines += ["Related news", ""] + story["items"]
    return "\n".join(lines)


def make_corpus(path, stories=500, seed=1, rate=0.10, copies=3, schema=None):
    invention = Invention(seed)
    r = random.Random(seed + 1)
    originals = invention.stories(stories)
    documents, cluster = [], {}
    for story in originals:
        documents.append(story)
        story["doc"] = cluster[len(documents)] = len(documents)
        if story["number"] % 5 == 0:
            for _ in range(r.randint(1, copies)):
                copy = dict(story, headline=invention.story(0)["headline"], paper=r.choice(PAPERS), byline=f"By {invention.name()}",
                            date=story["date"] + datetime.timedelta(hours=r.randint(1, 40)))
                cut = r.random() < 0.3 and len(story["paragraphs"]) > 5
                body = changed(story["paragraphs"], rate / 3 if cut else rate, r, invention.vocabulary)
                if cut:
                    body = body[:-1]  # from the end, as copies are
                body[0] = f"{r.choice(TOWNS).upper()}, {r.choice(COUNTRIES)} (EXA) - {body[0]}"
                copy["paragraphs"] = body
                documents.append(copy)
                copy["doc"] = len(documents)
                cluster[copy["doc"]] = story["doc"]
    links, missing = [], set()
    for document in documents:
        document["items"] = []
        for item in range(1, r.randint(0, 6) + 1):
            if r.random() < 0.2:
                title = invention.story(0)["headline"]
                missing.add(title)
            else:
                target = r.choice(documents)
                title = target["headline"]
                if target is not document:
                    links.append((document["doc"], item, target["doc"]))
            shown = title.replace("'", "’") if r.random() < 0.5 else title
            document["items"].append(r.choice(LABELS).format(shown))
    database = sqlite3.connect(path)
    database.executescript("CREATE TABLE docs(id INTEGER PRIMARY KEY, text TEXT, reference_time TEXT, timezone TEXT, language TEXT);")
    database.executemany("INSERT INTO docs(id, text) VALUES (?, ?)", [(d["doc"], page(d)) for d in documents])
    database.commit()
    database.close()
    pairs = {(cluster[b], b) for b in cluster if cluster[b] != b}
    return {"documents": documents, "pairs": pairs, "cluster": cluster, "links": set(links), "missing": missing}
