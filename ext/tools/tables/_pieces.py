"""Pieces of a phrase: what core/time/lexer.cpp makes of a text.

    "am 3. März" -> am | 3 | marz        "il y a {0} h" -> il | y | a | # | h        "昨天" -> 昨 | 天

A piece is a run of letters, a run of digits (without zeros in front), or one character of a script that is written
without blanks.  Punctuation separates.  `{0}` stands for a number.
"""
import re
import unicodedata

from tables import _data

# Letters that are apostrophes in practice, and letters that differ in one language's keyboard only.
APOSTROPHES = set("\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\ua78b\ua78c")
DROPPED = {0x93c, 0x9bc, 0xa3c}
SAME = {0x6cc: 0x64a, 0x649: 0x64a, 0x6a9: 0x643, 0x629: 0x647, 0x6d5: 0x647, 0x901: 0x902, 0x9df: 0x9af, 0x9dc: 0x9a1, 0x9dd: 0x9a2,
        0x958: 0x915, 0x959: 0x916, 0x95a: 0x917, 0x95b: 0x91c, 0x95c: 0x921, 0x95d: 0x922, 0x95e: 0x92b, 0x95f: 0x92f}


def is_unspaced(char):
    code = ord(char)
    return _data.is_ideograph(char) or 0xE00 <= code <= 0xFFF or 0x1000 <= code <= 0x109F or 0x1780 <= code <= 0x17FF or 0xAC00 <= code <= 0xD7A3


def split(phrase):
    """[(piece, begin, end)] with offsets into `phrase`; a number slot is '#'."""
    out, run, begin, kind = [], "", 0, None

    def close(end):
        nonlocal run, kind
        if run:
            out.append((run.lstrip("0") or "0" if kind == "number" else run, begin, end))
        run, kind = "", None

    position = 0
    while position < len(phrase):
        char = phrase[position]
        slot = re.match(r"\{0\}", phrase[position:])
        if slot:
            close(position)
            out.append(("#", position, position + 3))
            position += 3
            continue
        code = ord(char)
        if _data.fold_drops(char) or code in DROPPED:
            position += 1
            continue
        category = unicodedata.category(char)
        folded = _data.fold_char(char)
        folded = "\u1eaf" if code in (0x1EAE, 0x1EAF) else chr(SAME.get(ord(folded), ord(folded)))
        if char in APOSTROPHES:
            close(position)
        elif is_unspaced(char) and (category[0] == "L" or category in ("Mn", "Mc", "Nl")):
            close(position)
            out.append((folded, position, position + 1))
        elif category == "Nd" or (category == "No" and folded.isdigit() and len(folded) == 1 and folded in "0123456789"):
            if kind != "number":
                close(position)
                begin = position
            run, kind = run + (str(unicodedata.digit(char)) if category == "Nd" else folded), "number"
        elif category[0] == "L" or category in ("Mn", "Mc"):
            if kind != "word":
                close(position)
                begin = position
            run, kind = run + folded, "word"
        else:
            close(position)
        position += 1
    close(len(phrase))
    return out


def pieces(phrase):
    return [piece for piece, _, _ in split(phrase)]
