"""What facilitators read and are asked, as content: the agreement, lists to go through, the log, the words of their papers and pages."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from newsoil._errors import BadContent
from newsoil.guide.reading import read_toml

FILE = "facilitate.toml"

_Words = Annotated[str, msgspec.Meta(min_length=1, pattern=r"\S")]
_Id = Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=60)]


class Clause(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One sentence of the agreement."""

    id: _Id
    says: _Words


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line of a list."""

    id: _Id
    says: _Words
    more: str = ""


class CheckList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A list to go through."""

    id: _Id
    title: _Words
    lead: str = ""
    tick: bool = False
    """Whether its lines can be ticked off; it is to be read otherwise."""
    item: Annotated[tuple[Item, ...], msgspec.Meta(min_length=1)]


class LogPrompt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing that the log of a meeting asks."""

    id: _Id
    asks: _Words
    hint: str = ""


class Facilitation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of it, in one language."""

    format_version: Literal[1]
    language: _Words
    not_reviewed: _Words
    """That nobody who knows has reviewed the programme: said wherever a facilitator starts."""
    limit: Annotated[tuple[Clause, ...], msgspec.Meta(min_length=1)]
    """What cannot stay in the room. Nobody takes these sentences out of an agreement."""
    clause: tuple[Clause, ...]
    list: tuple[CheckList, ...]
    log: tuple[LogPrompt, ...]
    words: dict[str, dict[str, _Words]]

    def __post_init__(self) -> None:
        """Refuse two things of one name: what was ticked or written could belong to either."""
        for names in (
            [one.id for one in (*self.limit, *self.clause)],
            [one.id for one in self.list],
            [one.id for one in self.log],
            *([item.id for item in one.item] for one in self.list),
        ):
            if twice := [name for name in names if names.count(name) > 1]:
                raise ValueError(f"“{twice[0]}” is there twice: give one of them another `id`")

    def checks(self, name: str) -> CheckList:
        """The list with this id. Raises `BadContent` when there is none."""
        for one in self.list:
            if one.id == name:
                return one
        raise BadContent(f"{FILE} has no list “{name}”. It has: {', '.join(one.id for one in self.list)}.")

    def say(self, table: str, key: str, /, **fields: object) -> str:
        """One text, its fields filled in. Raises `BadContent` when there is none."""
        template = self.words.get(table, {}).get(key)
        if template is None:
            raise BadContent(f"{FILE}: [words.{table}] has no text “{key}”. Add it.")
        return template.format(**fields)


def read_facilitation(folder: Path) -> Facilitation:
    """The file in a folder of programmes. Raises `BadContent` where it cannot be read or does not fit."""
    return read_toml(folder / FILE, Facilitation)
