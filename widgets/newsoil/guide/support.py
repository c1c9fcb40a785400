"""Help lines and directories, one file per country: who answers, at which number, and whether anybody has checked it.

They belong to a country, not to a language: names stand as they are called there, and only notes are said once per language.
"""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Literal
from unicodedata import normalize

import msgspec

from newsoil._errors import BadContent
from newsoil.guide.reading import read_toml

Kind = Literal["emergency", "suicide", "domestic-abuse", "sexual-violence", "own-behaviour", "directory"]
"""What a line is for. `own-behaviour` is for people who see controlling or hurting in what they do themselves."""

CHECKED_WITHIN = 90
"""Days for which a checked number counts as checked. Ours: lines move and close within a year, and a quarter is seldom too late."""

INTERNATIONAL = "international"
"""What holds for whoever has chosen no country."""

_CODE = re.compile(r"[a-z]{2}")

_Words = Annotated[str, msgspec.Meta(min_length=1, pattern=r"\S")]
_Number = Annotated[str, msgspec.Meta(pattern=r"\A(\+?\d[\d -]*\d)?\Z")]
_Address = Annotated[str, msgspec.Meta(pattern=r"\A([a-z0-9-]+(\.[a-z0-9-]+)+(/[\w./-]*)?)?\Z")]
_Source = Annotated[str, msgspec.Meta(pattern=r"\Ahttps?://[a-z0-9-]+(\.[a-z0-9-]+)+/\S*\Z")]
_Language = Annotated[str, msgspec.Meta(pattern=r"\A[a-z]{2,3}(-[A-Za-z0-9]+)*\Z")]


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One service: a way to reach it is a number, a number for texts, a chat or the address of a site, as it is written there."""

    name: _Words
    kind: Kind
    number: _Number = ""
    text: _Number = ""
    text_word: str = ""
    """The word that a text begins with, where the service asks for one."""
    chat: _Address = ""
    address: _Address = ""
    hours: Literal["always", ""] = ""
    """Day and night, or not known here: hours change more often than numbers do."""
    languages: tuple[_Words, ...] = ()
    """The languages spoken there, in their own words; empty where they are those of the country."""
    source: _Source
    """Where a person checks all this. It is not shown on the page."""
    verified_on: date | None = None
    """The day on which a person compared it with its source. Nobody has, where it is missing."""
    note: dict[_Language, _Words] = {}
    """For whom or where it is, by the language that says so."""

    def __post_init__(self) -> None:
        """Refuse a line that cannot be reached."""
        if not (self.number or self.text or self.chat or self.address):
            raise ValueError("it can be reached nowhere: give a number, a text, a chat or an address")
        if self.text_word and not self.text:
            raise ValueError("`text_word` has no number: give `text` too")
        if self.kind == "emergency" and not self.number:
            raise ValueError("an emergency line has to have a number")

    def is_checked(self, today: date) -> bool:
        """Whether a person has checked it within `CHECKED_WITHIN` days. A day that is still to come counts as none."""
        return self.verified_on is not None and 0 <= (today - self.verified_on).days <= CHECKED_WITHIN


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One file of `data/support`."""

    format_version: Literal[1]
    country: _Words
    language: _Language
    line: Annotated[tuple[Line, ...], msgspec.Meta(min_length=1)]


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of one country. `name` is in its own words, `language` is what most of its names are in."""

    code: str
    name: str
    language: str
    lines: tuple[Line, ...]


class Support(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known: what holds everywhere, and the countries by their names."""

    international: Country
    countries: tuple[Country, ...] = ()

    def all(self) -> tuple[Country, ...]:
        """What holds everywhere first, then the countries."""
        return (self.international, *self.countries)

    def directories(self) -> tuple[Line, ...]:
        """The lists that stand beside every country's lines."""
        return tuple(line for line in self.international.lines if line.kind == "directory")


@cache
def read_support(folder: Path) -> Support:
    """The lines in `folder`, one file per country and `international.toml`. Read once a process.

    Raises:
        BadContent: a file does not fit, is named after no country, or `international.toml` is missing.
    """
    found = [_country(path) for path in sorted(folder.glob("*.toml"))]
    everywhere = next((country for country in found if country.code == INTERNATIONAL), None)
    if everywhere is None:
        raise BadContent(f"{folder} holds no {INTERNATIONAL}.toml. It is what people see who have chosen no country; put it back.")
    others = (country for country in found if country.code != INTERNATIONAL)
    return Support(international=everywhere, countries=tuple(sorted(others, key=lambda country: _in_order(country.name))))


def _country(path: Path) -> Country:
    """One country. Raises `BadContent`."""
    if path.stem != INTERNATIONAL and not _CODE.fullmatch(path.stem):
        raise BadContent(f"{path} is named after no country. Name it by the two letters of one, such as gb.toml.")
    file = read_toml(path, _File)
    if not any(line.kind == "emergency" for line in file.line):
        raise BadContent(f"{path}: no line is of the kind “emergency”. Give the number that is called in danger, or leave the country out.")
    return Country(code=path.stem, name=file.country, language=file.language, lines=file.line)


def _in_order(name: str) -> str:
    """How a name is sorted: Éire and Österreich by their first letters, and the marks on letters last."""
    return normalize("NFKD", name.casefold())


def unchecked(support: Support, today: date) -> list[str]:
    """What keeps a release back: each line that nobody has checked, or not for too long, in a sentence."""
    return [_unchecked(country, line) for country in support.all() for line in country.lines if not line.is_checked(today)]


def _unchecked(country: Country, line: Line) -> str:
    which = f"support/{country.code}.toml: “{line.name}” ({line.number or line.text or line.chat or line.address})"
    todo = f"Compare it with {line.source} and write the day as verified_on."
    if line.verified_on is None:
        return f"{which} was never checked. {todo}"
    return f"{which} says that it was checked on {line.verified_on}, and more than {CHECKED_WITHIN} days ago or in days to come. {todo}"
