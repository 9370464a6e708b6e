"""Writes invented stories in the formats of archives, with the traps of each.

    text, truth = FORMATS["lexisnexis"](stories)          # bytes where it is not UTF-8

truth: one dictionary for each article, in order: headline, authors, date (ISO day or minute), body (paragraphs), publisher; a
value of None is not in the file, a value of ... is not compared.  How real exports look was learned from the documentation and
the parsers of other programs; every text is invented.
"""
import json
import sys

import formats_factiva
import formats_lexis
import formats_mail
import formats_wire
from invented import Invention

FORMATS = {"lexisnexis": formats_lexis.lexisnexis, "lexisnexis_academic": formats_lexis.academic,
           "lexisnexis_german": formats_lexis.lexisnexis_german, "lexisnexis_french": formats_lexis.lexisnexis_french,
           "lexisnexis_dutch": formats_lexis.lexisnexis_dutch, "lexisnexis_spanish": formats_lexis.lexisnexis_spanish,
           "lexisnexis_italian": formats_lexis.lexisnexis_italian, "lexisnexis_subheads": formats_lexis.lexisnexis_subheads,
           "lexisnexis_broadcast": formats_lexis.lexisnexis_broadcast, "lexisnexis_heads": formats_lexis.lexisnexis_heads,
           "lexisnexis_bare": formats_lexis.lexisnexis_bare, "nexis_uni": formats_lexis.nexis_uni,
           "nexis_uni_paged": formats_lexis.nexis_uni_paged, "factiva_coded": formats_factiva.factiva_coded,
           "factiva_plain": formats_factiva.factiva_plain, "factiva_german": formats_factiva.factiva_german,
           "factiva_french": formats_factiva.factiva_french, "factiva_tabs": formats_factiva.factiva_tabs,
           "factiva_columns": formats_factiva.factiva_columns, "factiva_pages": formats_factiva.factiva_pages,
           "proquest": formats_factiva.proquest, "proquest_spaced": formats_factiva.proquest_spaced, "anpa1312": formats_wire.anpa1312,
           "iptc7901": formats_wire.iptc7901, "press_releases": formats_wire.press_releases, "reuters21578": formats_wire.reuters21578,
           "anpa1312_bare": formats_wire.anpa1312_bare,
           "dpa": formats_wire.dpa, "dpa_bare": formats_wire.dpa_bare, "teletype": formats_wire.teletype,
           "press_pages": formats_wire.press_pages, "reuters_types": formats_wire.reuters_types, "mbox": formats_mail.mbox,
           "mail_charsets": formats_mail.mail_charsets, "usenet": formats_mail.usenet, "usenet_batch": formats_mail.usenet_batch,
           "wet": formats_mail.wet, "wikinews": formats_mail.wikinews, "wikinews_templates": formats_mail.wikinews_templates}

if __name__ == "__main__":
    text, truth = FORMATS[sys.argv[1]](Invention(7).stories(int(sys.argv[2]) if len(sys.argv) > 2 else 10))
    print(text if len(sys.argv) < 4 else json.dumps(truth, indent=1, default=str))
