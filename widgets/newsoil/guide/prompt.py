"""The kinds of prompt: what each asks, and which values answer it.

A kind is one class here, one module in `prompts/static/kinds/`, one row in `Prompt`. Every class has `check`, which returns the
value as it is stored and raises `BadAnswer` for anything that the page's own form could not have sent. `None` clears an
answer and never reaches `check`.
"""

import re
from datetime import date
from typing import Any

import msgspec

from newsoil._errors import BadAnswer
from newsoil.guide.texts import Text

LONGEST_TEXT = 2**20
"""Characters in one answer: a thick book, and low enough that a runaway paste cannot fill a disk."""

LONGEST_LINE = 2_000
"""Characters in a one-line answer or an own word."""

LONGEST_ID = 100
"""Characters in an id that a page made."""

MOST_ROWS = 500
"""Rows in one answer; a log belongs into entries, not rows."""

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def _words(value: Any, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise BadAnswer(f"This answer is a text of at most {longest} characters.")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise BadAnswer("This text holds half a character that no file can keep.") from None  # the cause would carry the text
    return value


def _made_id(value: Any) -> str:
    made = _words(value, LONGEST_ID)
    if not made:
        raise BadAnswer("An id has at least one character.")
    return made


def _whole(value: Any, low: int, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise BadAnswer(f"This answer is a whole number from {low} to {high}.")
    return value


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that can be chosen. `apart` sets it below the others, after the word "or"."""

    id: str
    label: Text
    note: str = ""
    apart: bool = False


class _Prompt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind"):
    """What every prompt has: a readable id, the question, a hint, why it is asked."""

    id: str
    label: Text
    hint: Text = ""
    why: str = ""


class TextPrompt(_Prompt, frozen=True, kw_only=True, tag="text"):
    """Writing in sentences. `lines` is the height of the empty sheet, never a limit."""

    lines: int = 5

    def check(self, value: Any) -> str:
        """Any text up to `LONGEST_TEXT`."""
        return _words(value, LONGEST_TEXT)


class ShortTextPrompt(_Prompt, frozen=True, kw_only=True, tag="short-text"):
    """A few words."""

    def check(self, value: Any) -> str:
        """Any text up to `LONGEST_LINE`."""
        return _words(value, LONGEST_LINE)


class ScalePrompt(_Prompt, frozen=True, kw_only=True, tag="scale"):
    """Five options in words, always in the same order; the value is 1 to 5."""

    labels: tuple[str, str, str, str, str]

    def check(self, value: Any) -> int:
        """A whole number from 1 to 5."""
        return _whole(value, 1, 5)


class IntensityPrompt(_Prompt, frozen=True, kw_only=True, tag="intensity"):
    """0 to 10, with words at 0, 5 and 10."""

    low: str
    middle: str
    high: str

    def check(self, value: Any) -> int:
        """A whole number from 0 to 10."""
        return _whole(value, 0, 10)


class ChoicePrompt(_Prompt, frozen=True, kw_only=True, tag="choice"):
    """One of a few options; the value is the option's id."""

    options: tuple[Option, ...]

    def check(self, value: Any) -> str:
        """The id of one of the options."""
        if not isinstance(value, str) or value not in {option.id for option in self.options}:
            raise BadAnswer("This answer is one of the options on the page.")
        return value


class ChoicesPrompt(_Prompt, frozen=True, kw_only=True, tag="choices"):
    """Any number of options; the value is a list of option ids, and of own words where `own` allows them."""

    options: tuple[Option, ...]
    own: str = ""
    more: int = 0
    """From this option on, options are behind "more words"; 0 shows all."""

    def check(self, value: Any) -> list[str]:
        """A list without repeats of option ids, and of own words if the prompt takes them."""
        if not isinstance(value, list) or len(value) > MOST_ROWS:
            raise BadAnswer("This answer is a list of options.")
        words = [_words(word, LONGEST_LINE) for word in value]
        known = {option.id for option in self.options}
        if not self.own and not known.issuperset(words):
            raise BadAnswer("This answer is a list of the options on the page.")
        return list(dict.fromkeys(words))


class DatePrompt(_Prompt, frozen=True, kw_only=True, tag="date"):
    """A day, a month or a year: `2026-11-23`, `2026-11` or `2026`. With `about`, month or year alone will do."""

    about: bool = True

    def check(self, value: Any) -> str:
        """A real date in one of the three forms; a whole day where `about` is off."""
        if not isinstance(value, str) or not _DATE.fullmatch(value) or (not self.about and len(value) != len("2026-11-23")):
            raise BadAnswer("This answer is a date such as 2026-11-23, 2026-11 or 2026.")
        try:
            date.fromisoformat((value + "-01-01")[:10])
        except ValueError:
            raise BadAnswer("This date is not in the calendar.") from None  # the cause would repeat the date
        return value


class LinkPrompt(_Prompt, frozen=True, kw_only=True, tag="link"):
    """A link to an entry of another exercise; the value is that entry's id. It is asked only where there is something to link to."""

    to: str

    def check(self, value: Any) -> str:
        """The id of an entry."""
        return _made_id(value)


Cell = ShortTextPrompt | ChoicePrompt | DatePrompt


class RowsPrompt(_Prompt, frozen=True, kw_only=True, tag="rows"):
    """A list of small records; the value is a list of objects, each with an `id` made in the page."""

    columns: tuple[Cell, ...]
    add: str
    """The words on the button that adds a row."""

    def check(self, value: Any) -> list[dict[str, Any]]:
        """A list of rows whose cells fit their columns; row ids do not repeat."""
        if not isinstance(value, list) or len(value) > MOST_ROWS or not all(isinstance(row, dict) for row in value):
            raise BadAnswer(f"This answer is a list of at most {MOST_ROWS} rows.")
        columns = {column.id: column for column in self.columns}
        rows = []
        for row in value:
            if not set(row) <= {"id", *columns}:
                raise BadAnswer("A row has a column that is not on the page.")
            cells = {name: columns[name].check(cell) for name, cell in row.items() if name != "id" and cell is not None}
            rows.append({"id": _made_id(row.get("id")), **cells})
        if len({row["id"] for row in rows}) != len(rows):
            raise BadAnswer("Two rows have one id.")
        return rows


Prompt = TextPrompt | ShortTextPrompt | ScalePrompt | IntensityPrompt | ChoicePrompt | ChoicesPrompt | DatePrompt | RowsPrompt | LinkPrompt
