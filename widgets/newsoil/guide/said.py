"""Every text that a person reads, with the place where it stands."""

from collections.abc import Iterator
from typing import Any

import msgspec

from newsoil.guide.markdown import Block
from newsoil.guide.reading import Guide

_NOT_READ = frozenset(
    {"id", "stage", "notebook", "kind", "to", "passages", "version", "exercise", "only", "ticked_by_tag", "column", "files", "when"}
    | {"gate", "items", "tool", "result", "more_from", "blame", "blame_first", "timer", "stars"}
)
"""Fields that name things for the program. All other texts are read by a person; a new one is looked at from its first day."""

_ONE = {f"{one}s": one for one in ("prompt", "option", "column", "step", "card", "group", "part", "question")}


class Said(msgspec.Struct, frozen=True):
    """A text and its place: `exercise urge, prompt before, hint`. The blocks of a markdown cell are one text."""

    where: str
    blocks: tuple[Block, ...]


def said_in_guide(guide: Guide) -> Iterator[Said]:
    """Every text of the guide's content files, each form of it."""
    pieces: dict[str, tuple[Any, ...]] = {
        "stage": guide.stages,
        "passage": guide.passages,
        "number": guide.numbers,
        "exercise": guide.exercises,
        "aside": guide.asides,
        "chart": guide.charts,
        "recipient": guide.recipients,
        "place": guide.places,
    }
    for kind, things in pieces.items():
        for thing in things:
            yield from _said(thing, (f"{kind} {thing.id}",), "label" if kind == "exercise" else "")
    for consent in guide.consents:
        yield from _said(consent.reason, (f"consent {consent.column}", "reason"))
    if guide.gate:
        yield from _said(guide.gate, ("gate",))
    for theme in guide.rounds.themes if guide.rounds else ():
        yield from _said(theme.says, (f"rounds, theme {theme.tag}", "says"))
    for decision in guide.decisions:
        where = f"decision {decision.id}"
        for result in decision.results:
            yield from _said(result, (where, f"result {result.id}"))
        for number, rule in enumerate(decision.rules, 1):
            yield from _said(rule.ours, (where, f"rule {number}", "ours"))
    for table, words in guide.words.items():
        yield from _said(words, (f"words {table}",))


def _said(thing: Any, place: tuple[str, ...], but: str = "") -> Iterator[Said]:
    if isinstance(thing, str):
        if thing.strip():
            yield Said(", ".join(place), tuple(Block("paragraph", part) for part in thing.split("\n\n")))
    elif isinstance(thing, dict):
        for name, inner in thing.items():
            yield from _said(inner, (*place, name))
    elif isinstance(thing, tuple):
        for number, inner in enumerate(thing, 1):
            yield from _said(inner, (*place[:-1], f"{_ONE.get(place[-1], place[-1])} {getattr(inner, 'id', number)}"))
    elif isinstance(thing, msgspec.Struct):
        for name in thing.__struct_fields__:
            if name not in {*_NOT_READ, but}:
                yield from _said(getattr(thing, name), place if name == "otherwise" else (*place, name.replace("_", "-")))
