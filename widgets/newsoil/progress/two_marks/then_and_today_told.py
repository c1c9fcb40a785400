"""Then and today as a figure, as a text alternative and as a table."""

from typing import Any

from newsoil.progress import findings
from newsoil.progress.picture import Table
from newsoil.progress.two_marks.answers import HARD, RULE, Asked, Given, Item
from newsoil.progress.two_marks.rows import Group, Kind, Row, Scale
from newsoil.progress.two_marks.rows_figure import rows_figure
from newsoil.progress.words import Words

SCALE = Scale((1, 2, 3, 4, 5))
"""The five answers of each scale, which is always drawn whole."""

NAMED = (1, 3, 5)
"""The steps that are named above the scale. Ours: all five do not fit on a screen 320 px wide."""


def answers_figure(groups: list[Asked], words: Words) -> dict[str, Any]:
    """The groups one below the other, each with the words of its own scale."""
    return rows_figure(SCALE, [_group(group, words) for group in groups])


def _group(group: Asked, words: Words) -> Group:
    rows = tuple(
        Row(
            name=words(f"item-{item.id}"),
            open=_place(item.first),
            stroke=_place(item.between),
            filled=_place(item.latest),
            aside="" if item.known else words("no-answer"),
        )
        for item in group.items
    )
    heads = tuple((step, _named(group, group.items[0], step, words)) for step in NAMED)
    names: dict[Kind, str] = {"open": words("first"), "filled": words("latest")}
    if group.exercise == RULE:
        names = {"open": words("before"), "stroke": words("after"), "filled": words("now")}
    says = (words(f"means-{group.exercise}"), *_differ(group, words))
    return Group(rows=rows, title=_title(group, words), says=says, heads=heads, names=names, ruled=group.exercise == HARD)


def _title(group: Asked, words: Words) -> str:
    return words(f"group-{group.exercise}")


def _differ(group: Asked, words: Words) -> list[str]:
    """How the latest answers of a group differ from its first: how many, and from ten answers to each question on which way."""
    again = group.again
    if not again:
        return []
    differ = sum(first != latest for first, latest in again)
    if not differ:
        return [words("same")]
    if group.least < findings.ENOUGH:
        return [words("differ" if differ < len(again) else "differ-all", k=differ, m=len(again), n=len(again) - differ)]
    counts = {
        f"right-{group.exercise}": sum(latest > first for first, latest in again),
        f"left-{group.exercise}": sum(latest < first for first, latest in again),
        "as-first": len(again) - differ,
    }
    return [words("moved", parts=", ".join(words(key, n=count) for key, count in counts.items() if count))]


def _place(given: Given | None) -> int | None:
    return given.answer if given else None


def _named(group: Asked, item: Item, step: int, words: Words) -> str:
    """What the form calls a step of its scale."""
    steps = words.steps(group.exercise, item.prompt)
    return steps[step - 1] if steps else str(step)


def alternative(groups: list[Asked], words: Words) -> str:
    """Each question of each group, then what further right means in it."""
    said = [words("alt")]
    for group in groups:
        said.append(words("alt-group", group=_title(group, words), means=words(f"means-{group.exercise}")))
        said += [words("as-sentence", words=differ) for differ in _differ(group, words)]
        said += [_told(group, item, words) for item in group.items]
    return " ".join(said)


def _told(group: Asked, item: Item, words: Words) -> str:
    times = ("before", "after", "now") if group.exercise == RULE else ("first", "after", "latest" if item.first else "once")
    given = {time: each for time, each in zip(times, (item.first, item.between, item.latest), strict=True) if each}
    said = [words("alt-answer", time=words(time), answer=_named(group, item, each.answer, words)) for time, each in given.items()]
    return words("alt-item", item=words(f"item-{item.id}"), answers=", ".join(said) or words("no-answer"))


def table(groups: list[Asked], words: Words) -> Table:
    """A row for each question, each answer with the day it was given."""
    rows = []
    for group in groups:
        for item in group.items:
            cells = (_cell(group, item, given, words) for given in (item.first, item.between, item.latest))
            rows.append((words(f"item-{item.id}"), *cells, _title(group, words)))
    columns = tuple(words(f"column-{column}") for column in ("item", "first", "between", "latest", "group"))
    return Table(words("caption"), columns, tuple(rows))


def _cell(group: Asked, item: Item, given: Given | None, words: Words) -> str:
    return words("cell", answer=_named(group, item, given.answer, words), day=words.short_day(given.day)) if given else words("nothing")
