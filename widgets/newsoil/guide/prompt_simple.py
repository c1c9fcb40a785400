"""The simple kinds of prompt: one answer is a text, a number, an option, a day or a link.

Every class has `check`, which returns the value as it is stored and raises `BadAnswer` for anything that the page's own form could not
have sent. `None` clears an answer and never reaches `check`.
"""

import re
from datetime import date
from typing import Any

import msgspec

from newsoil._errors import BadAnswer
from newsoil.guide.texts import Text, Variants

LONGEST_TEXT = 2**20
"""Characters in one answer: a thick book, and low enough that a runaway paste cannot fill a disk."""

LONGEST_LINE = 2_000
"""Characters in a one-line answer or an own word."""

LONGEST_ID = 100
"""Characters in an id that a page made."""

MOST_ROWS = 500
"""Rows in one answer; a log belongs into entries, not rows."""

TURNS = ("first", "second", "hide", "hide-last", "hidden", "show", "ready", "again", "not-kept", "one", "other")
"""The words around two answers to one question."""

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def words(value: Any, longest: int = LONGEST_LINE) -> str:
    """A text of the page, or `BadAnswer`."""
    if not isinstance(value, str) or len(value) > longest:
        raise BadAnswer(f"This answer is a text of at most {longest} characters.")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise BadAnswer("This text holds half a character that no file can keep.") from None  # the cause would carry the text
    return value


def made_id(value: Any) -> str:
    """An id that a page made, or `BadAnswer`."""
    made = words(value, LONGEST_ID)
    if not made:
        raise BadAnswer("An id has at least one character.")
    return made


def _whole(value: Any, low: int, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise BadAnswer(f"This answer is a whole number from {low} to {high}.")
    return value


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that can be chosen. `apart` sets it below the others, after the word "or".

    `together` marks what is only for people who are safe with one another: it is not there after a yes at the gate.
    """

    id: str
    label: Text
    note: Text = ""
    apart: bool = False
    together: bool = False


class AnyPrompt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind"):
    """What every prompt has: a readable id, the question, a hint, why it is asked."""

    id: str
    label: Text
    hint: Text = ""
    why: str = ""
    together: bool = False
    """Only for people who are safe with one another: it is not asked after a yes at the gate."""


class TextPrompt(AnyPrompt, frozen=True, kw_only=True, tag="text"):
    """Writing in sentences. `lines` is the height of the empty sheet, never a limit."""

    lines: int = 5

    def check(self, value: Any) -> str:
        """Any text up to `LONGEST_TEXT`."""
        return words(value, LONGEST_TEXT)


class ShortTextPrompt(AnyPrompt, frozen=True, kw_only=True, tag="short-text"):
    """A few words."""

    def check(self, value: Any) -> str:
        """Any text up to `LONGEST_LINE`."""
        return words(value)


class ScalePrompt(AnyPrompt, frozen=True, kw_only=True, tag="scale"):
    """Five options in words, always in the same order; the value is 1 to 5."""

    labels: tuple[str, str, str, str, str]

    def check(self, value: Any) -> int:
        """A whole number from 1 to 5."""
        return _whole(value, 1, 5)


class IntensityPrompt(AnyPrompt, frozen=True, kw_only=True, tag="intensity"):
    """0 to 10, with words at 0, 5 and 10."""

    low: str
    middle: str
    high: str

    def check(self, value: Any) -> int:
        """A whole number from 0 to 10."""
        return _whole(value, 0, 10)


class ChoicePrompt(AnyPrompt, frozen=True, kw_only=True, tag="choice"):
    """One of a few options; the value is the option's id."""

    options: tuple[Option, ...]

    def check(self, value: Any) -> str:
        """The id of one of the options."""
        if not isinstance(value, str) or value not in {option.id for option in self.options}:
            raise BadAnswer("This answer is one of the options on the page.")
        return value


class ChoicesPrompt(AnyPrompt, frozen=True, kw_only=True, tag="choices"):
    """Any number of options; the value is a list of option ids, and of own words where `own` allows them."""

    options: tuple[Option, ...]
    own: str = ""
    most: int = 0
    """How many can be chosen at once; 0 is any number."""
    more: int = 0
    """From this option on, options are behind "more words"; 0 shows all."""

    def check(self, value: Any) -> list[str]:
        """A list without repeats of option ids, and of own words if the prompt takes them."""
        if not isinstance(value, list) or len(value) > MOST_ROWS:
            raise BadAnswer("This answer is a list of options.")
        chosen = list(dict.fromkeys(words(word) for word in value))
        if not self.own and not {option.id for option in self.options}.issuperset(chosen):
            raise BadAnswer("This answer is a list of the options on the page.")
        if self.most and len(chosen) > self.most:
            raise BadAnswer(f"This answer is at most {self.most} of the options.")
        return chosen


class DatePrompt(AnyPrompt, frozen=True, kw_only=True, tag="date"):
    """A day, a month or a year: `2026-11-23`, `2026-11` or `2026`. With `about`, month or year alone will do."""

    about: bool = True
    far: bool = False
    """The day lies ahead, or long back, so the form does not offer today and yesterday."""

    def check(self, value: Any) -> str:
        """A real date in one of the three forms; a whole day where `about` is off."""
        if not isinstance(value, str) or not _DATE.fullmatch(value) or (not self.about and len(value) != len("2026-11-23")):
            raise BadAnswer("This answer is a date such as 2026-11-23, 2026-11 or 2026.")
        try:
            date.fromisoformat((value + "-01-01")[:10])
        except ValueError:
            raise BadAnswer("This date is not in the calendar.") from None  # the cause would repeat the date
        return value


class LinkPrompt(AnyPrompt, frozen=True, kw_only=True, tag="link"):
    """A link to an entry of another exercise; the value is that entry's id. It is asked only where there is something to link to."""

    to: str

    def check(self, value: Any) -> str:
        """The id of an entry."""
        return made_id(value)


class QuestionPrompt(AnyPrompt, frozen=True, kw_only=True, tag="question"):
    """Writing about a question that is another one each day. The value is `{"question": id or own words, "text": words}`."""

    questions: tuple[Option, ...]
    lines: int = 5
    more_from: str = ""
    """The exercise whose newest note holds questions of the person's own, in the first column of its rows."""

    def check(self, value: Any) -> dict[str, str]:
        """A question of the guide or of the person's own, and a text; a page clears an answer without words."""
        if not isinstance(value, dict) or set(value) != {"question", "text"}:
            raise BadAnswer("This answer is a question and what was written about it.")
        question, text = words(value["question"]), words(value["text"], LONGEST_TEXT)
        if not question or not text:
            raise BadAnswer("This answer is a question and the words that were written about it.")
        return {"question": question, "text": text}

    def asked(self, name: Any) -> Text | None:
        """The words of one of the guide's questions; nothing for a question of the person's own, which is its words itself."""
        return next((question.label for question in self.questions if question.id == name), None)


class BothPrompt(AnyPrompt, frozen=True, kw_only=True, tag="both"):
    """One question that two people answer on one device: each in turn, unseen by the other, then both are shown.

    Their words are on the page alone and are never sent; the value is the id of the question that both answered. One person can answer
    twice instead, and whoever is on their own begins so.
    """

    questions: tuple[Option, ...]
    alone: dict[str, str] = {}
    """What the turns say to one who answers twice, by the words of the exercise that begin with `both-`; without any, nobody can."""

    def says(self, name: str, words: str) -> Text:
        """One of the words of a turn, in the form for each reader; `words` are those for two."""
        return Variants(otherwise=words, on_my_own=self.alone.get(name, ""))

    def check(self, value: Any) -> str:
        """The id of one of the questions."""
        if not isinstance(value, str) or value not in {question.id for question in self.questions}:
            raise BadAnswer("This answer is one of the questions on the page.")
        return value
