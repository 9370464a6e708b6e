"""Pages of invented papers for the demo: whole pages with menus, lists of links and rights notices, as a scraper leaves them.

    for page in pages(stories=120, seed=7): page["text"], page["captured"]

No paper, town or person in them exists.  Some stories are printed by several papers, shortened and with another headline, so that
there are clusters to find; every page links to pages of its paper and to some that are not there.
"""
import datetime
import random

PAPERS = {
    "Ellery Courier": ("Home", "Harbour", "Town", "Sport"), "The Marnow Post": ("News", "Business", "Culture", "Weather"),
    "Solvik Tribune": ("Front page", "Region", "Economy", "Opinion"), "Port Alma Observer": ("Latest", "Politics", "Courts", "Sport"),
    "Kestrel Daily": ("Home", "World", "Money", "Life"), "The Rastova Herald": ("News", "Council", "Schools", "Transport"),
}
TOWNS = ("Port Alma", "Ellery", "Marnow", "Solvik", "Kestrel", "Rastova", "Tarnmouth", "Nordholm", "Lormont", "Dolvany")
SUBJECTS = ("harbour bridge", "tram depot", "grain silo", "night ferry", "town library", "glassworks", "observatory", "fish market", "hospital wing",
            "water tower", "canal lock", "concert hall", "bus station", "orchard estate", "city archive", "ski lift", "sawmill", "brewery", "old mint",
            "seed bank")
EVENTS = (("reopens after {n} months", "reopened"), ("to close for {n} weeks", "will close"), ("costs rise to {n} million euros", "went over its budget"),
          ("wins prize for its roof", "won a prize"), ("evacuated after smoke alarm", "was evacuated"), ("sold to workers' cooperative", "was sold"),
          ("hires {n} apprentices", "took on apprentices"), ("flooded for the third time", "was flooded"))
CAST = (("Mayor", "Helena Ostrov"), ("Senator", "Tomas Brandt"), ("Captain", "Ana Reyes"), ("Professor", "Idris Calder"), ("Judge", "Marta Lund"),
        ("Minister", "Viktor Sander"), ("Director", "Leyla Moritz"), ("Coach", "Bruno Farrow"), ("Spokeswoman", "Ines Varga"), ("President", "Oskar Weiler"))
REPORTERS = ("Jane Holloway", "Nadia Brook", "Tomas Hale", "Petra Quist", "Emil Renner", "Clara Ivers", "Boris Zeman", "Selma Dahl")
SAYINGS = (
    "We have waited {n} years for a day like this", "Nobody was told how long the work in {town} would take", "The {subject} belongs to the people of {town}",
    "I would sign the contract for the {subject} again tomorrow", "There is money for {n} more weeks and not a day longer",
    "A {subject} is not repaired with speeches", "My grandfather laid the first stone of it", "The figures that {town} published are wrong by half",
    "Next winter will show who was right about the {subject}", "We counted {n} visitors before noon and then stopped counting")
SENTENCES = (
    "The council of {town} had set aside {n} million euros for it, and asked two firms from {other} for a second estimate.",
    "Work began in {month}, stood still through the frost and went on with {n} people instead of the {m} that were planned.",
    "A report of {n} pages names rust, a blocked drain and a missing signature as the causes.",
    "Trains between {town} and {other} run every {n} minutes until the end of {month}.",
    "Neighbours had collected {m} signatures at the market and carried them to the town hall in a wheelbarrow.",
    "The insurer has so far paid a third of the sum; a court in {other} decides about the rest in {month}.",
    "Shops in {town} stayed open until midnight, and the brass band of {other} played on the steps.",
    "According to the regional statistics office, {m} households depend on it, {n} of them on the far bank.",
    "Two schools moved {n} lessons to the gymnasium, where the heating was repaired in {month}.",
    "The fire brigade of {other} sent {n} volunteers and the only crane that reaches the roof.",
    "The harvest of {month} is at risk if the road to {other} is not cleared by then.",
    "An exhibition of {m} photographs in {other} shows what stood there a hundred years ago.",
    "The ferry company lent a ship for {n} days and took {m} passengers across without a ticket.",
    "Unions in {town} ask for {n} more places in the workshop and a say in who fills them.",
    "Rain fell for {n} days in a row, more than the gauge in {other} has measured since it was put up.",
    "The contract runs for {n} years, and either side may leave it with {m} days' notice.",
    "A lorry from {other} lost {m} bricks on the bend below the mill, and nobody was hurt.",
    "A search of the foundations took {n} days and brought up a bicycle, two safes and a list of cracks.",
    "Tickets cost {n} crowns, children from {other} pay nothing until {month}.",
    "The old clock was taken down, oiled and hung {n} centimetres lower, so that it can be seen from the road to {other}.",
    "Electricity for the site comes from {n} panels on the roof of the swimming pool.",
    "A choir of {m} voices from {other} rehearses in the empty hall every Tuesday.",
    "Heating oil lasts for {n} days, the district office wrote in a letter of {month}.",
    "Since {month} the archive holds {m} plans of the building, and {n} of them disagree.",
    "Beekeepers moved {n} hives to the meadow behind {other} before the machines came.",
    "The lift has stood still for {n} weeks because a part from {other} fits nowhere.",
    "An opinion poll among {m} people found no majority for either of the {n} drafts.",
    "Half of the {m} seats are reserved for those who lost theirs in {month}.",
    "Stone came by barge from {other}, {n} loads of it, and each was weighed twice.",
    "The bakery on the corner gave away {m} rolls on the first morning and ran out of butter.",
    "No bids had come in by {month}, so the paper was sent out again in {n} languages.",
    "Police from {other} measured {n} parked cars and fined the one that belonged to the inspector.")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
FIRST_DAY = datetime.date(2024, 3, 1)


def _headline(r, town, subject):
    return f"{town} {subject} {r.choice(EVENTS)[0].format(n=r.randint(2, 60))}"


def _story(r):
    town, subject = r.choice(TOWNS), r.choice(SUBJECTS)

    def fill(sentence):
        return sentence.format(town=town, subject=subject, other=r.choice([name for name in TOWNS if name != town]), n=r.randint(2, 95),
                               m=r.randint(100, 4000), month=r.choice(MONTHS))

    title, speaker = r.choice(CAST)
    paragraphs = [f"The {subject} of {town} {r.choice(EVENTS)[1]} on {{weekday}}, {r.choice(('to the surprise of many', 'as announced', 'at last'))}. "
                  + fill(r.choice(SENTENCES))]
    sentences = r.sample(SENTENCES, 7)
    for i in range(3):
        said = fill(r.choice(SAYINGS))
        verb = r.choice(("said", "added", "recalled"))
        paragraphs.append(f'"{said}," {verb} {title} {speaker}. ' + " ".join(fill(sentence) for sentence in sentences[2 * i:2 * i + 2]))
        title, speaker = r.choice(CAST)
    paragraphs.append(fill(sentences[6]))
    return {"town": town, "subject": subject, "paragraphs": paragraphs,
            "day": FIRST_DAY + datetime.timedelta(days=int(min(r.gauss(45, 22), 89)) % 90), "minutes": r.randint(6 * 60, 20 * 60)}


def _print(r, story, paper, headline, late=0):
    """One paper's page: what is on it, without the list of links."""
    time = datetime.datetime.combine(story["day"], datetime.time()) + datetime.timedelta(minutes=story["minutes"] + late)
    weekday = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[story["day"].weekday()]
    body = [paragraph.replace("{weekday}", weekday) for paragraph in story["paragraphs"]]
    if late:  # a reprint: its last paragraph is cut, and it says where it comes from
        body = body[:-1]
        body[0] = f"{story['town'].upper()}, {MONTHS[time.month - 1]} {time.day} (Example Wire) - {body[0]}"
    return {"paper": paper, "headline": headline, "byline": f"By {r.choice(REPORTERS)}", "time": time, "body": body}


def _page(r, printed, links):
    time, paper = printed["time"], printed["paper"]
    lines = [*PAPERS[paper], printed["headline"], printed["byline"], f"{time.day} {MONTHS[time.month - 1]} {time:%Y %H:%M} (UTC+02:00)", ""]
    for paragraph in printed["body"]:
        lines += [paragraph, ""]
    lines += [f"Follow {paper} on Telegram", "", "Related news"]
    for title, when in links:
        lines += [title + r.choice(("", "", " (PHOTO)", " (VIDEO)")), f"{r.choice(PAPERS[paper])} {when.day} {MONTHS[when.month - 1]} {when:%H:%M}"]
    lines += ["", f"Copyright {time:%Y} {paper}. All rights reserved."]
    return "\n".join(lines) + "\n"


def pages(stories=120, seed=7):
    """[{"text", "captured"}], in the order of time."""
    r = random.Random(seed)
    out = []
    for number in range(stories):
        story = _story(r)
        first, *others = r.sample(sorted(PAPERS), 4)
        out.append(_print(r, story, first, _headline(r, story["town"], story["subject"])))
        for other in others[:r.choice((0, 0, 0, 1, 2, 3))]:
            out.append(_print(r, story, other, _headline(r, story["town"], story["subject"]), late=r.randint(40, 900)))
    out.sort(key=lambda printed: printed["time"])
    made = []
    for place, printed in enumerate(out):
        near = out[max(0, place - 25):place]
        links = [(other["headline"], other["time"]) for other in r.sample(near, min(len(near), r.randint(2, 5)))]
        if r.random() < 0.3:
            links.append((_headline(r, r.choice(TOWNS), r.choice(SUBJECTS)), printed["time"] - datetime.timedelta(hours=r.randint(2, 90))))
        made.append({"text": _page(r, printed, links), "captured": f"{printed['time'] + datetime.timedelta(hours=2):%Y-%m-%dT%H:%M:%S}+02:00"})
    return made
