"""Saying things in a chart's own words: templates, days, lists."""

import calendar
import unicodedata
from collections.abc import Sequence
from datetime import date

import msgspec

from newsoil._errors import BadContent
from newsoil.guide import ChartText, Guide, Prompt
from newsoil.guide.texts import read_as

ELLIPSIS = "…"

_CAPITAL, _WIDE, _HALF = 1.5, 2, 0.5
"""The room of a capital and of a wide sign, if that of a small letter is 1, and the smallest room there is between two texts."""


class Words(msgspec.Struct, frozen=True):
    """The sentences of one chart, as they are said on the day `today`, and what the guide calls answers.

    Names of months and days are those of Python's `calendar`; a second language needs them from its own content.
    """

    text: ChartText
    today: date
    guide: Guide
    also: bool = False
    """Whether the person asked to see what the chart shows besides, where it has such a thing."""

    def __call__(self, key: str, /, **fields: object) -> str:
        """One sentence, its fields filled in. What a person wrote is only ever a field, so its braces mean nothing.

        Raises:
            BadContent: the chart has no such sentence.
        """
        template = self.text.sentences.get(key)
        if template is None:
            raise BadContent(f"The chart “{self.text.id}” has no sentence “{key}”. Add it to charts.toml.")
        return template.format(**fields)

    def subtitle(self, **fields: object) -> str:
        """The line below the heading."""
        return self.text.subtitle.format(**fields)

    def named(self, exercise: str, prompt: str, answer: object) -> str:
        """What an answer is called: `{prompt}-{answer}` among the chart's sentences, else the form's own word, else what the person wrote.

        A person's own sign, feeling or kind is its own name.
        """
        key = f"{prompt}-{answer}"
        return self.text.sentences.get(key) or _options(self.guide, exercise, prompt).get(str(answer)) or str(answer)

    def has(self, key: str) -> bool:
        """Whether the chart has this sentence."""
        return key in self.text.sentences

    def day(self, day: date) -> str:
        """A day as it is said: 24 August, with the year when it is not this one."""
        return f"{day.day} {self.month(day)}"

    def short_day(self, day: date, *, year: bool = True) -> str:
        """A day where there is little room: 24 Aug, with the year when it is not this one, unless that is said elsewhere."""
        return f"{day.day} {self.short_month(day, year=year)}"

    def month(self, day: date, *, year: bool = True) -> str:
        """The month of a day: November, with the year when it is not this one, unless that is said elsewhere."""
        return f"{calendar.month_name[day.month]}{self._year(day) if year else ''}"

    def short_month(self, day: date, *, year: bool = True) -> str:
        """The month of a day where there is little room: Nov, with the year as in `month`."""
        return f"{calendar.month_abbr[day.month]}{self._year(day) if year else ''}"

    def steps(self, exercise: str, prompt: str) -> tuple[str, ...]:
        """What a form calls the steps of one of its scales, from the lowest; nothing when the guide has no such scale."""
        return tuple(getattr(_asked(self.guide, exercise, prompt), "labels", ()))

    def about(self, about: str) -> str:
        """A day, month or year as an entry has it: `2026-11-23`, `2026-11` or `2026`."""
        if len(about) == len("2026"):
            return about
        day = date.fromisoformat((about + "-01")[:10])
        return self.short_day(day) if about == day.isoformat() else self.short_month(day)

    def listed(self, things: Sequence[str]) -> str:
        """Things in a row, with an "and" before the last."""
        *most, last = things
        return ", ".join(most) + self("and") + last if most else last

    def spanning(self, first: date, last: date) -> "Words":
        """These words for a time from one day to another: where the years of the two differ, both are said, also this one."""
        return self if first.year == last.year else msgspec.structs.replace(self, today=date.max)

    def _year(self, day: date) -> str:
        return "" if day.year == self.today.year else f" {day.year}"


def _options(guide: Guide, exercise: str, prompt: str) -> dict[str, str]:
    """What a form calls the answers to one of its prompts, by their ids; nothing when the guide has no such prompt."""
    return {option.id: read_as(option.label, None) for option in getattr(_asked(guide, exercise, prompt), "options", ())}


def _asked(guide: Guide, exercise: str, prompt: str) -> Prompt | None:
    """A prompt of an exercise, if the guide has it."""
    found = next((each for each in guide.exercises if each.id == exercise), None)
    return next((each for each in found.prompts if each.id == prompt), None) if found else None


def capital(words: str) -> str:
    """The words as they begin a sentence or stand as a name."""
    return words[:1].upper() + words[1:]


def cut(words: str, longest: int) -> str:
    """The first words that fit into the room of `longest` letters, cut between words where that leaves at least half of them.

    Signs of Chinese, Japanese and Korean take the room of two letters, capitals that of one and a half.
    """
    if _fitting(words, longest) == len(words):
        return words
    fits = _fitting(words, longest - _HALF)
    whole = words[: fits + 1].rpartition(" ")[0]
    return (whole if len(whole) * 2 >= fits else words[:fits]).rstrip(" ,.;:–-") + ELLIPSIS


def wrapped(words: str, longest: int, most: int, first: int | None = None) -> list[str]:
    """The words on at most so many lines with the room of `longest` letters each; what does not fit on the last one is cut.

    A word that is longer than a line goes on in the next one: not all scripts have spaces. The `first` line may have less room.
    """
    lines: list[str] = []
    rest, room = words.strip(), first or longest
    while len(lines) < most - 1 and (end := _fitting(rest, room)) < len(rest):
        end = rest.rfind(" ", 1, end + 1) if " " in rest[1 : end + 1] else end
        lines.append(rest[:end].rstrip())
        rest, room = rest[end:].lstrip(), longest
    return [*lines, cut(rest, room)]


def together(words: str, longest: int, most: int, first: int | None = None) -> list[str]:
    """The words in lines, the last of which is no word alone, if somewhat shorter lines give it a second one.

    Scripts without spaces have no words that could be alone.
    """
    lines = wrapped(words, longest, most, first)
    for shorter in range(longest - 1, longest // 2, -1):
        if len(lines) == 1 or " " in lines[-1] or " " not in words or lines[-1].endswith(ELLIPSIS):
            break
        other = wrapped(words, shorter, most, min(first or shorter, shorter))
        if len(other) > len(lines) or other[-1].endswith(ELLIPSIS):
            break
        lines = other
    return lines


def _fitting(words: str, longest: float) -> int:
    """How many signs fit from the beginning. Each takes room, so of a long text no more than the first ones are looked at."""
    return max(end for end in range(min(len(words), int(longest) + 1) + 1) if _room(words[:end]) <= longest)


def _room(words: str) -> float:
    return sum(_WIDE if unicodedata.east_asian_width(sign) in "FW" else _CAPITAL if sign.isupper() else 1 for sign in words)
