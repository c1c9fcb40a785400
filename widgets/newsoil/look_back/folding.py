"""Words as they are compared when one looks for them: without case, accents and points, in any script."""

import re
import unicodedata

_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]"
)
"""Accents, and the points of Hebrew and Arabic, which people write or leave out. Vowel signs of other scripts are letters, and stay."""


def fold(words: str) -> str:
    """The words as they are compared. Source: caseless matching of compatible characters, Unicode Standard, section 3.13 (D146)."""
    if words.isascii():
        return words.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", words).casefold()))


def place_of(looked_for: str, words: str) -> tuple[int, int] | None:
    """Where in `words` the folded words `looked_for` stand: from which character to which; nothing when they do not.

    One character may fold to several, as ß does, and several to one.
    """
    whole = fold(words)
    at = whole.find(looked_for)
    if at < 0:
        return None
    ends = []
    length = 0
    for end in range(1, len(words) + 1):
        length += len(fold(words[end - 1]))
        ends.append(length)
    if length != len(whole):  # characters fold otherwise alone than together, which is rare: say that it is there, not where
        return 0, 0
    first = next(number for number, end in enumerate(ends) if end > at)
    last = next(number for number, end in enumerate(ends) if end >= at + len(looked_for))
    while last + 1 < len(words) and not fold(words[last + 1]):
        last += 1  # an accent belongs to the letter before it
    return first, last + 1
