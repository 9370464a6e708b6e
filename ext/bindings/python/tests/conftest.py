import pytest

# Invented: the harbour, the people and the paper do not exist.
ARTICLE = """\
Storm closes the harbour of Port Ellery for a third day

By Nadia Brook and Tomas Hale, Ellery Courier
7 November 2019 11:55 (UTC+04:00)

PORT ELLERY, Nov. 7 - Ferries stayed in port on Thursday as waves reached six metres, the harbour office said. The office expects \
the wind to drop before the weekend, and asked travellers to look at its notices before they set out.

"We will not sail before the wind drops," said Captain Ana Reyes, who runs the night ferry. She has worked on the strait for \
twenty years and remembers only one storm that lasted longer than this one.

Related news
Harbour office orders new tugs 6 November 22:15
[PHOTO] Fishing fleet returns after storm 5 November 18:02

(c) 2019 Ellery Courier. All rights reserved.
"""
HEADLINE = "Storm closes the harbour of Port Ellery for a third day"


@pytest.fixture
def article():
    return ARTICLE


@pytest.fixture
def headline():
    return HEADLINE
