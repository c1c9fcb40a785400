"""How a text for a person is worded: short sentences, careful words, clean print."""

import re
from collections.abc import Iterator

from newsoil.guide.grade import HIGHEST_GRADE, LONG_PASSAGE, reading_grade, sentences, words
from newsoil.guide.problem import Problem
from newsoil.guide.rules import Alarm, Rules
from newsoil.guide.said import Said

MOST_WORDS = 20
"""Words in a sentence."""

MOST_SENTENCES = 3
"""Sentences in a paragraph or a list item."""

_PRINT = {
    re.compile(r"!"): "an exclamation mark. End with a full stop",
    re.compile(r"[\"']|``"): "a straight quote or apostrophe. Use “ ” and ’",
    re.compile(r"\.\.\."): "three full stops. Use the sign …",
    re.compile(r"--| - "): "a hyphen as a dash. Use – or another sentence",
    re.compile(r"\S {2,}\S"): "two spaces in a row. Leave one",
}
_ADDRESS = re.compile(r"(?:https?:)?//[^\s)>”]+|\bwww\.[^\s)>”]+")
_DIGITS = re.compile(r"\+?\d(?:[ ()./–-]*\d)*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHORT_NUMBER = 3
_LONG_NUMBER = 5


def wording(said: Said, rules: Rules) -> Iterator[Problem]:
    """The problems of one text: its print, its words, its length, how hard it is to read."""
    for block in said.blocks:
        yield from _print(said.where, block.words)
        yield from alarmed(said.where, block.words, rules.alarms)
        yield from _numbers(said.where, block.words)
        yield from addresses(said.where, block.words)
        yield from _length(said.where, block.words)
    yield from _grade(said)


def addresses(where: str, text: str) -> Iterator[Problem]:
    """Addresses on the internet: the workbook works offline and asks nobody for anything."""
    for address in _ADDRESS.findall(text):
        yield Problem(where, f"“{address}” is an address on the internet. Name the site in words, or take it out.", address)


def _print(where: str, text: str) -> Iterator[Problem]:
    for wrong, what in _PRINT.items():
        if wrong.search(text):
            yield Problem(where, f"“{_start(text)}” has {what}.")


def alarmed(where: str, text: str, alarms: tuple[Alarm, ...]) -> Iterator[Problem]:
    """Words on a list that a text has."""
    for alarm in alarms:
        meant = _without(text, alarm.but)
        for word in alarm.words:
            if re.search(rf"(?<![\w’]){re.escape(word)}(?!\w)", meant, re.IGNORECASE):
                says = f"“{word}” is on the word list. {alarm.instead} If it is meant, list it in lint/exceptions.toml with the reason."
                yield Problem(where, says, word)


def _without(text: str, phrases: tuple[str, ...]) -> str:
    """A text without phrases that mean something else than a word in them."""
    for phrase in phrases:
        text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", "…", text, flags=re.IGNORECASE)
    return text


def _numbers(where: str, text: str) -> Iterator[Problem]:
    """Numbers that someone may call. None has been checked, so none is printed."""
    for number in _DIGITS.findall(_DAY.sub("", text)):
        digits = sum(sign.isdigit() for sign in number)
        if digits >= _LONG_NUMBER or number.startswith("+") or (number.isdigit() and digits == _SHORT_NUMBER):
            yield Problem(where, f"“{number}” looks like a telephone number. Take it out; numbers live in data/support.", number)


def _length(where: str, paragraph: str) -> Iterator[Problem]:
    told = sentences(paragraph)
    for sentence in told:
        if len(words(sentence)) > MOST_WORDS:
            yield Problem(where, f"“{_start(sentence)}” has {len(words(sentence))} words. Make it two sentences of at most {MOST_WORDS}.")
    if len(told) > MOST_SENTENCES:
        yield Problem(where, f"“{_start(paragraph)}” has {len(told)} sentences. Make it paragraphs of at most {MOST_SENTENCES}.")


def _grade(said: Said) -> Iterator[Problem]:
    passage = [block.words for block in said.blocks if block.kind != "heading"]
    grade = reading_grade(passage)
    if len(words(" ".join(passage))) >= LONG_PASSAGE and grade > HIGHEST_GRADE:
        yield Problem(
            said.where, f"it reads like school grade {grade:.1f}. Use shorter words and sentences; {HIGHEST_GRADE:.0f} is enough."
        )


def _start(text: str) -> str:
    """The first words of a text, for finding it."""
    first = text.split()
    return " ".join(first[:6]) + (" …" if len(first) > 6 else "")  # noqa: PLR2004 - enough to find it by
