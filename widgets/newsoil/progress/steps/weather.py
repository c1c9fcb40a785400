"""How days felt: five rows of dots, one dot a day; below, in a panel of its own, how much the person trusted their own judgement.

`n` and `state` count both kinds of notes: days with an answer, and good decisions with a number. What is said of a panel follows the number
of its notes that are drawn, so twelve days with two numbers get a usual in the first panel and none in the second. The heading speaks of
the days, and of the numbers while there are no days. No month is set against another, and no row is called better: a stormy day belongs to
this time as a calm one does.

Sentences in charts-over-time.toml: for `felt` and `trust` each `…-title`, `…-one` with `…-said`, `…-few`, `…-range…` (from 5 on), `…-above`
and `…-below` with `…-ties` (a shift from 10 on); `felt-count` and `…-latest…` name them where not all are drawn; `trust-noted…` says
numbers while they are few; `dot`, `belong`, `few-months`, `usual`, `gap`, `shorter`, `break`, `shown-…`, `none-…`, `months`, `several`
stand below; `alt…` say it; `weather-…` and `trust-low` to `trust-high` name rows.
"""

from collections.abc import Sequence
from itertools import pairwise

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.picture import Picture, blank
from newsoil.progress.steps.weather_figure import weather_figure
from newsoil.progress.steps.weather_notes import Panel, days_of, panels_of
from newsoil.progress.steps.weather_told import alternative, said, table
from newsoil.progress.words import Words


def weather(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the latest days, and of the latest numbers; it ends with the last note, so days since then do not show."""
    noted, several = panels_of(entries)
    if not noted:
        return blank(words.text)
    n, panels = sum(len(panel.notes) for panel in noted), [panel for panel in noted if panel.shown]
    days = sorted(note.day for panel in panels for note in panel.shown)
    spoken = words.spanning(days[0], days[-1])
    first, last = spoken.day(days[0]), spoken.day(days[-1])
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=_finding(panels[0], words),
        subtitle=words("subtitle-one", first=first) if first == last else words.subtitle(first=first, last=last),
        figure=weather_figure(panels, words),
        alternative=alternative(panels, words),
        sentence=_sentence(panels, words),
        note=_note(noted, words, several=several),
        table=table(noted, words),
    )


def _finding(panel: Panel, words: Words) -> str:
    """What one panel shows, by the number of its notes that are drawn."""
    n = len(panel.shown)
    state = findings.state(n)
    if state in ("one", "few"):
        key = ("latest-one" if n == 1 else "latest") if panel.older else state
        return words(f"{panel.name}-{key}", n=n)
    if shift := findings.shift(panel.values):
        return words(f"{panel.name}-{shift.side}{'' if shift.k == shift.of else '-ties'}", k=shift.k, of=shift.of)
    return _range(panel, words)


def _range(panel: Panel, words: Words) -> str:
    """From where to where the notes go that are drawn and, where there are enough of them to say, which answer came most often."""
    spread = findings.spread(panel.values)
    if spread is None:
        return ""
    can_say = spread.most is not None and len(panel.shown) >= findings.ENOUGH
    key = "range-same" if spread.low == spread.high else "range" if can_say else "range-mixed"
    low, high, most = (None if value is None else said(panel, value, words) for value in spread)
    days = words("felt-latest" if panel.older else "felt-count", n=len(panel.shown))
    return words(f"{panel.name}-{key}", days=days, low=low, high=high, most=most)


def _sentence(panels: list[Panel], words: Words) -> str:
    """What stands below: what one note says, what the second panel shows, what a dot is, and that every kind of day belongs here."""
    names = [panel.name for panel in panels]
    found = [_only(panels[0], words)] * (len(panels[0].shown) == 1)
    found += [*(_second(panel, words) for panel in panels[1:]), words("dot")]
    return " ".join(found + [words("belong")] * ("felt" in names))


def _only(panel: Panel, words: Words) -> str:
    """One note by itself. No heading says it: it would stand above the page as if the person were that."""
    note = panel.shown[0]
    return words(f"{panel.name}-said", value=said(panel, note.value, words), day=words.day(note.day))


def _second(panel: Panel, words: Words) -> str:
    n = len(panel.notes)
    if n < findings.SOME and not panel.older:
        return words("trust-noted-one" if n == 1 else "trust-noted", n=n)
    return words("as-sentence", words=_finding(panel, words))


def _note(panels: list[Panel], words: Words, *, several: bool) -> str:
    """How to read what is there: what so few notes cannot show, the dashed line, the gaps, what is left out."""
    drawn = [panel for panel in panels if panel.shown]
    notes = [words("few-months")] * (findings.state(len(drawn[0].shown)) == "some")
    notes += [words("usual")] * any(findings.usual(panel.values) is not None for panel in panels)
    apart = [(after.day - before.day).days for panel in panels for before, after in pairwise(panel.shown)]
    days = days_of(panels)
    notes += [words("gap")] * any(days > 1 for days in apart) + [words("shorter")] * days.shorter
    notes += [words("break")] * (len(days.stretches) > 1)
    notes += [_shown(panel, words) for panel in panels if panel.older]
    notes += [words("months")] * any(panel.older for panel in panels) + [words("several")] * several
    return " ".join(notes)


def _shown(panel: Panel, words: Words) -> str:
    """How many of all notes of a panel are drawn."""
    shown = len(panel.shown)
    key = f"shown-{panel.name}" if shown > 1 else f"shown-{panel.name}-one" if shown else f"none-{panel.name}"
    return words(key, shown=shown, n=len(panel.notes))
