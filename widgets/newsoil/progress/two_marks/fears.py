"""Fears by where they were learned: how strong each was when it was first noted, and how strong it was last.

Sentences: `one`, `few`, `noted`, `newest` (fewer than ten, or two places with equally many), `most`, `most-all` and their `…-newest` (where
most of them were learned, from ten on); `others`, `counts` (the counts of all places, from five on), `right`, `few-months`, `shown` stand
below the picture, `ring` and `alone` explain marks; `alt…` say
it; `learned-from-…` name the places, `where-…` and `count-…` within a sentence. What a fear is about is named by its form.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.picture import Picture, Table, blank
from newsoil.progress.two_marks.fears_noted import EXERCISE, PLACES, Fear, fears_in
from newsoil.progress.two_marks.rows import TEN, TEN_HEADS, Group, Kind, Row
from newsoil.progress.two_marks.rows_figure import rows_figure
from newsoil.progress.words import Words

DRAWN = 12
"""The fears noted last that are drawn. Ours: more rows than that are a list of pain, not a picture."""


def fears(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the `DRAWN` fears that were noted last; `n` counts all fears, the sentences speak of those drawn."""
    noted = fears_in(entries)
    if not noted:
        return blank(words.text)
    n, drawn = len(noted), noted[: -DRAWN - 1 : -1]
    groups = {place: own for place in PLACES if (own := [fear for fear in drawn if fear.learned == place])}
    explained = [words("ring")] * any(fear.first is not None and fear.first == fear.latest for fear in drawn)
    explained += [words("alone")] * any(fear.first is None and fear.latest is not None for fear in drawn)
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=_finding(groups, len(drawn), n, words),
        subtitle=" ".join([words.subtitle(), *explained]),
        figure=_figure(groups, words),
        alternative=_alternative(groups, len(drawn), words),
        sentence=" ".join([*_counts(groups, len(drawn), words), words("right")]),
        note=words("few-months") if findings.state(n) == "some" else words("shown", shown=len(drawn), n=n) if n > len(drawn) else "",
        table=_table(groups, words),
    )


def _most(groups: dict[str, list[Fear]]) -> str | None:
    """The place where most fears were learned, if ten are drawn, and there is one that is known."""
    if sum(map(len, groups.values())) < findings.ENOUGH:
        return None
    (place, often), *rest = Counter({place: len(own) for place, own in groups.items()}).most_common(2)
    return None if (rest and rest[0][1] == often) or place in PLACES[-2:] else place


def _finding(groups: dict[str, list[Fear]], m: int, n: int, words: Words) -> str:
    state, place = findings.state(n), _most(groups)
    if state in ("one", "few"):
        return words(state, n=n)
    if place is None:
        return words("newest" if n > m else "noted", m=m, n=n)
    k = len(groups[place])
    key = f"most{'-all' if k == m else ''}{'-newest' if n > m else ''}"
    return words(key, k=k, n=m, where=words(f"where-{place}"))


def _counts(groups: dict[str, list[Fear]], m: int, words: Words) -> list[str]:
    """How many fears were learned where, from five on; without the place that the heading names."""
    if m < findings.SOME:
        return []
    named = _most(groups)
    parts = [words(f"count-{place or 'blank'}", n=len(own)) for place, own in groups.items() if place != named]
    return [words("others" if named else "counts", parts=", ".join(parts))] if parts else []


def _figure(groups: dict[str, list[Fear]], words: Words) -> dict[str, Any]:
    """The places one below the other on one scale, the fear noted last on top in each."""
    names: dict[Kind, str] = {"open": words("first"), "filled": words("latest")}
    drawn = [Group(rows=tuple(_row(fear, words) for fear in own), title=_place(place, words), ruled=True) for place, own in groups.items()]
    return rows_figure(TEN, drawn, heads=TEN_HEADS, names=names)


def _row(fear: Fear, words: Words) -> Row:
    aside = words("no-number") if fear.latest is None else ""
    return Row(name=_name(fear, words), open=fear.first, filled=fear.latest, aside=aside)


def _name(fear: Fear, words: Words) -> str:
    return fear.words or words("no-name")


def _place(place: str, words: Words) -> str:
    return words.named(EXERCISE, "learned-from", place or "blank")


def _alternative(groups: dict[str, list[Fear]], m: int, words: Words) -> str:
    said = [words("alt-one" if m == 1 else "alt", n=m)]
    for place, own in groups.items():
        rows = [_told(fear, words) for fear in own]
        said.append(words("alt-place", place=_place(place, words), n=len(own), fears="; ".join(rows)))
    return " ".join(said)


def _told(fear: Fear, words: Words) -> str:
    key = "alt-none" if fear.latest is None else "alt-once" if fear.first is None else "alt-both"
    return words(key, name=_name(fear, words), first=fear.first, latest=fear.latest)


def _table(groups: dict[str, list[Fear]], words: Words) -> Table:
    rows = []
    for place, own in groups.items():
        for fear in own:
            numbers = (words("nothing") if number is None else str(number) for number in (fear.first, fear.latest))
            about = words.named(EXERCISE, "about-now", fear.about) if fear.about else words("nothing")
            rows.append((_name(fear, words), _place(place, words), *numbers, about))
    columns = tuple(words(f"column-{column}") for column in ("fear", "learned", "first", "latest", "about"))
    return Table(words("caption"), columns, tuple(rows))
