"""The person's own timeline: the events of its newest version from top to bottom, the oldest first, those without a date last.

They are a person's worst memories. So the picture has the headline that they gave them, and neither who it was nor what was learned;
nothing is counted but the events, and nothing is said about change.

Sentences: `one`, `several` (the heading, which counts all); `subtitle-one`; `unfinished` stands below the picture; `shown-…` says which are
drawn if not all are, and `older…`, `undated-rest`, `others` or `listed` where the others stand; `order`, `open` say what is left open;
`undated` heads those without a date; `alt…` say it; `loud-…` and `who-…` name answers, and `alarm` says that it is the alarm that was so
loud: “in between” alone would be read as a time; `when`, `headline`, `loud`, `who`, `learned` head the table.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.events.timeline_figure import LOUD, Event, timeline_figure
from newsoil.progress.notes import notes_of
from newsoil.progress.picture import LISTED, Picture, Table, blank
from newsoil.progress.words import Words, capital

EXERCISE = "trust-timeline"

ROWS = "events"

DRAWN = 20
"""The events that are drawn: the latest with a date, then those without. Ours, as for moments: more rows are a list of pain, no picture."""

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def timeline(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the newest version; `n` counts its events. An older version is not looked at: what was taken out stays out."""
    events = _events(notes_of(entries, EXERCISE)[-1:], words)
    if not events:
        return blank(words.text)
    n, drawn = len(events), _latest(events, DRAWN)
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=words("one" if n == 1 else "several", n=n),
        subtitle=words.subtitle() if n > 1 else words("subtitle-one"),
        figure=timeline_figure(drawn, words),
        alternative=_alternative(drawn, words),
        sentence=words("unfinished"),
        note=_note(events, drawn, words),
        table=_table(_latest(events, LISTED), words),
    )


def _latest(events: list[Event], most: int) -> list[Event]:
    """So many events, if there are more: the latest with a date, then those without, in their order."""
    dated = sum(bool(event.date) for event in events)
    return events[max(0, dated - most) :][:most]


def _note(events: Sequence[Event], drawn: Sequence[Event], words: Words) -> str:
    said = _left_out(events, drawn, words) if len(events) > len(drawn) else []
    said += [words("open")] * any(not event.loud for event in drawn)
    return " ".join(said + [words("order")] * (sum(bool(event.when) for event in drawn) > 1))


def _left_out(events: Sequence[Event], drawn: Sequence[Event], words: Words) -> list[str]:
    """Which events are drawn, and where those are that are not."""
    dated, shown = (sum(bool(event.date) for event in some) for some in (events, drawn))
    undated = len(drawn) - shown
    if undated:
        key, others = ("shown-both" if shown else "shown-undated"), "others"
    else:
        key = "shown-latest" if dated > shown else "shown-dated"
        others = "undated-rest" if dated == shown else "older-undated" if dated < len(events) else "older"
    return [words(key, shown=undated or shown), words("listed", listed=LISTED) if len(events) > LISTED else words(others)]


def _events(versions: Sequence[Entry], words: Words) -> list[Event]:
    """The rows in which something stands: those with a date by time, those without as they were written."""
    rows = [row for entry in versions for row in _rows(entry.answers.get(ROWS))]
    events = [_event(row, words) for row in rows if any(_cell(row, column) for column in row if column != "id")]
    return sorted(events, key=lambda event: (not event.date, event.date))


def _rows(value: Any) -> list[dict[str, Any]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _cell(row: dict[str, Any], column: str) -> str:
    value = row.get(column)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _event(row: dict[str, Any], words: Words) -> Event:
    about = _date(_cell(row, "about-when"))
    loud, who = _cell(row, "still-loud"), _cell(row, "who")
    return Event(
        date=about,
        when=words.about(about) if about else "",
        headline=_cell(row, "headline"),
        loud=loud if loud in LOUD else "",
        who=words(f"who-{who}") if words.has(f"who-{who}") else "",
        learned=_cell(row, "learned"),
    )


def _date(about: str) -> str:
    """A year, month or day as it was answered; nothing for anything else."""
    try:
        date.fromisoformat((about + "-01-01")[: len("2019-04-30")])
    except ValueError:
        return ""
    return about if _DATE.fullmatch(about) else ""


def _alternative(events: Sequence[Event], words: Words) -> str:
    """Each event where there are fewer than five; else from when to when, and how many are how loud. The table has them all."""
    said = [words("alt-one" if len(events) == 1 else "alt", n=len(events))]
    if len(events) < findings.SOME:
        return " ".join([*said, *(_alternative_event(event, words) for event in events)])
    dated = [event for event in events if event.date]
    said += [words("alt-dated", first=first.when, last=last.when) for first, last in zip(dated[:1], dated[1:][-1:], strict=False)]
    said += [words("alt-undated", n=len(events) - len(dated))] * (len(dated) < len(events))
    listed = [event.loud for event in events]
    return " ".join([*said, *(words("alt-loud", loud=words(f"loud-{loud}"), n=listed.count(loud)) for loud in LOUD if loud in listed)])


def _alternative_event(event: Event, words: Words) -> str:
    parts = [
        event.when or words("no-date"),
        event.headline.rstrip(" .") or words("no-headline"),
        event.loud and words("alarm", loud=words(f"loud-{event.loud}")),
    ]
    return words("alt-event", event=capital(", ".join(part for part in parts if part)))


def _table(events: Sequence[Event], words: Words) -> Table:
    columns = tuple(words(column) for column in ("when", "headline", "loud", "who", "learned"))
    nothing = words("nothing")
    rows = []
    for event in events:
        loud = capital(words(f"loud-{event.loud}")) if event.loud else nothing
        rows.append((event.when or nothing, event.headline or nothing, loud, event.who or nothing, event.learned or nothing))
    return Table(words("caption"), columns, tuple(rows))
