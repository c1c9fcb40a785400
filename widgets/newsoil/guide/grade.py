"""How hard a passage is to read: the school grade by Flesch and Kincaid, for English.

Syllables are counted by the shape of a word, with nothing to install or to download. textstat was tried: it counts with a
dictionary that it fetches from the internet, and without it by places to hyphenate, where “again” and “many” have one syllable.
"""

import re
from collections.abc import Iterable

LONG_PASSAGE = 60
"""Words from which a grade says something; below, one long word decides."""

HIGHEST_GRADE = 9.0

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?:(?<=[.?!…])|(?<=[.?!…][”’)]))\s+(?=[“‘(]*[A-ZÀ-Þ0-9{])")

_VOWELS = re.compile(r"[aeiou]+y?|y(?![aeiou])")
_SILENT = (
    re.compile(r"(?<=[^aeiouy])(?<![^aeiouy]l)e$"),  # safe, whole; not: little
    re.compile(r"(?<=[^aeiouyszxcg])(?<![^aeiouy]l)(?<!ch)(?<!sh)es$"),  # times; not: pages, articles
    re.compile(r"(?<=[^aeiouytd])ed$"),  # noticed; not: wanted
    re.compile(r"(?<=[^aeiouyl])e(?=(?:ly|ment|ments|ful|less|ness)$)"),  # closeness, careful
    re.compile(r"(?<=^som)e|(?<=^lik)e(?=wise)"),  # something
)
_APART = re.compile(
    r"(?<=[aeiouy])(?=ing)|(?<=u)(?=a[tl])|(?<=de)(?=a$)|(?<=[ds])(?=n’t)"  # going, usual, idea, didn’t
    r"|(?<=i)(?=able|ol|et|ate?)|(?<=[rd]i)(?=a(?!ge))|(?<=[^ctgx]i)(?=ou|er|ence)"  # reliable, quiet, diary, serious, earlier
)
"""Places where two vowels are two syllables, and before “n’t”."""


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph. A heading or a list item without a full stop is one."""
    return [sentence for sentence in _SENTENCE_END.split(" ".join(paragraph.split())) if sentence]


def words(text: str) -> list[str]:
    """The words of a text; a number is one, and so is “well-known”."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """About how many syllables a word has: within one of what a person counts, and right on average."""
    said = _APART.sub("’", word.lower().replace("'", "’").replace("qu", "qw"))
    said = re.sub(r"(?<=[aeiou])y(?=[aeiou])", "’", said).replace("’n’t", "en")
    for silent in _SILENT:
        said = silent.sub("", said)
    return max(1, len(_VOWELS.findall(said)))


def reading_grade(paragraphs: Iterable[str]) -> float:
    """The Flesch–Kincaid grade of a passage: the school year in which it is read with ease. 0 for no words."""
    told = [sentence for paragraph in paragraphs for sentence in sentences(paragraph)]
    said = [word for sentence in told for word in words(sentence)]
    if not said:
        return 0.0
    return 0.39 * len(said) / len(told) + 11.8 * sum(map(syllables, said)) / len(said) - 15.59
