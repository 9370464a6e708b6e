"""What the writers of all formats share: months of other languages, the truth of a story, paragraphs that look like labels."""
import textwrap

GERMAN_MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
GERMAN_DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
FRENCH_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
DUTCH_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
SPANISH_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
ITALIAN_MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()
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
