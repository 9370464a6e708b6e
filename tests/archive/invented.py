"""Invented news: stories, people, papers and towns that do not exist, with the truth of every field.

    stories = Invention(seed=7).stories(500)

A story is a dictionary: headline, byline (as printed, or None), authors, place, country, date (datetime), paper, section,
paragraphs, keywords, language.  The words are drawn at random from small lists, so that no text of a real publisher is
needed; each story has its own subject, numbers and names.
"""
import datetime
import random

FIRST = ("Ada Boris Carla Dmitri Elin Farid Greta Hamid Iris Jonas Kamila Leyla Marek Nadia Oskar Petra Rauf Selma Tomas Ulla "
         "Vera Walid Yusif Zofia Anar Bela Clara Deniz Emil Fiona").split()
LAST = ("Abbot Brenner Calder Dahl Eriksen Farrow Gasimov Holt Ivers Jansen Kerimli Lund Moritz Novak Orlov Pasha Quist Renner "
        "Sander Tarlan Ulrich Varga Weiler Yilmaz Zeman O'Dowd McBride Saint-Clair Alder Brook").split()
TOWNS = ("Arvaton Belmora Casterin Dolvany Estrava Fjelborn Gandrova Harsk Ilmenau-West Jarovec Kestrel Lormont Marnow Nordholm "
         "Ostrava-Sud Pellworm Quarrin Rastova Solvik Tarnmouth").split()
COUNTRIES = "Azerbaijan Norway Kenya Peru Austria Canada Malaysia Ghana Estonia Uruguay".split()
PAPERS = ["The Arvaton Post", "Belmora Courier", "The Casterin Daily Record", "Dolvany Evening Star", "Estrava Gazette",
          "The Fjelborn Herald", "Gandrova Observer", "Harsk Tribune"]
SECTIONS = ["NEWS", "BUSINESS", "SPORTS", "FOREIGN", "METRO", "CULTURE"]
SUBJECTS = ("harbour bridge vineyard tramway reservoir glassworks ferry observatory orchard quarry lighthouse brewery museum "
            "aqueduct sawmill canal library stadium cannery windmill").split()
VERBS = "reopens closes expands burns floods hires wins loses delays sells repairs rebuilds strikes protests celebrates".split()
ACTORS = "council engineers farmers police teachers sailors students drivers nurses architects miners bakers judges".split()
ADVERBS = "quietly slowly yesterday again partly openly briefly formally".split()
NOUNS = ("budget report permit contract tower engine winter harvest season valley market border school station vessel roof "
         "garden cable bell archive mill ledger pump tunnel meadow grant union court survey audit hotel ridge").split()
ADJECTIVES = "new old northern southern costly rare narrow public private heavy modest bright late early wet dry steep".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = ("January February March April May June July August September October November December").split()


SYLLABLES = "ba be bri co da dro el fa gar hin jo ka lu mer nol or pra quen ris sol tam ul vin wes yar zim".split()


class Invention:
    def __init__(self, seed):
        self.random = random.Random(seed)
        # Two stories share common words, not all of their words: most nouns are drawn from a large vocabulary.
        self.vocabulary = ["".join(self.random.choice(SYLLABLES) for _ in range(self.random.randint(2, 4))) for _ in range(6000)]

    def name(self):
        return f"{self.random.choice(FIRST)} {self.random.choice(LAST)}"

    def phrase(self):
        r = self.random
        adjective = r.choice(ADJECTIVES if r.random() < 0.4 else self.vocabulary)
        return f"the {adjective} {r.choice(NOUNS if r.random() < 0.2 else self.vocabulary)} of {r.choice(self.vocabulary)}"

    def sentence(self, story):
        r = self.random
        forms = [
            lambda: f"The {r.choice(ACTORS)} said {self.phrase()} near the {story['subject']} would cost {r.randint(2, 990)} crowns",
            lambda: f"\"We have seen {self.phrase()} and {self.phrase()} before,\" said {self.name()}, who runs {self.phrase()}",
            lambda: f"{self.name()} told the {r.choice(ACTORS)} that {self.phrase()} was {r.choice(ADVERBS)} moved to {r.choice(TOWNS)}",
            lambda: f"In {r.choice(TOWNS)}, {r.randint(3, 800)} {r.choice(ACTORS)} signed {self.phrase()} after {self.phrase()} failed",
            lambda: f"Neither {self.phrase()} nor {self.phrase()} had been ready when the {r.choice(ACTORS)} met on {r.choice(WEEKDAYS)}",
            lambda: f"Plans for {self.phrase()} include {self.phrase()}, {self.phrase()} and {self.phrase()}",
        ]
        return r.choice(forms)() + "."

    def paragraph(self, story):
        return " ".join(self.sentence(story) for _ in range(self.random.randint(2, 4)))

    def story(self, number):
        r = self.random
        story = {"number": number, "subject": r.choice(SUBJECTS), "place": r.choice(TOWNS), "country": r.choice(COUNTRIES),
                 "paper": r.choice(PAPERS), "section": r.choice(SECTIONS), "language": "en"}
        story["headline"] = (f"{story['place']} {story['subject']} {r.choice(VERBS)} {r.choice(NOUNS)} as {r.choice(ACTORS)} "
                             f"{r.choice(['wait', 'vote', 'argue', 'leave', 'return', 'cheer'])} in round {r.randint(2, 99)}")
        count = r.choice([1, 1, 1, 2, 0])
        story["authors"] = [self.name() for _ in range(count)]
        if len(set(story["authors"])) < count:
            story["authors"] = story["authors"][:1]
        story["byline"] = "By " + " and ".join(story["authors"]) if story["authors"] else None
        story["date"] = datetime.datetime(2003, 1, 1) + datetime.timedelta(minutes=r.randint(0, 20 * 365 * 24 * 60))
        story["keywords"] = r.sample(NOUNS, 3)
        paragraphs = [self.paragraph(story) for _ in range(r.randint(4, 9))]
        story["paragraphs"] = paragraphs
        return story

    def stories(self, count):
        return [self.story(number) for number in range(1, count + 1)]


def long_date(date):
    return f"{MONTHS[date.month - 1]} {date.day}, {date.year}"
