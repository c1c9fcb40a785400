"""A reminder as a calendar file that a person makes: a time of day, a last day, a title, and nothing else of anybody.

Its times are floating: they hold wherever the calendar is, and tell no zone. No reminder is kept, and none is sent.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any, Literal
from uuid import uuid4

import msgspec

from newsoil._address import address_of
from newsoil.guide import Guide

FILE = "note.ics"
"""What every such file is called."""

PRODUCT = "-//Note//EN"
"""The standard wants to know which program wrote a file. This names none."""

LONGEST_TITLE = 60
"""Characters that most calendars still show in one line."""

TWICE = 3
"""Days from the first to the second reminder of a week that has two."""

Often = Literal["weekly", "twice", "daily"]
"""Once a day is the most."""

Title = Annotated[str, msgspec.Meta(max_length=LONGEST_TITLE, pattern=r"\A[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]*\Z")]
"""One line. A line break would be another property of the file, if a library ever let it through."""

Clock = Annotated[str, msgspec.Meta(pattern=r"\A([01][0-9]|2[0-3]):[0-5][0-9]\Z")]
"""A time of day as a page has it, without a zone."""

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Reminder(msgspec.Struct, frozen=True, kw_only=True):
    """What a person chose: from the first day to the last one, at a time of day, under a title."""

    title: str
    time: time
    often: Often
    first: date
    last: date

    def to_ical(self, today: date) -> bytes:
        """The file. `today` stands for when it was made: the standard wants that said, and the hour is nobody's business."""
        from icalendar import Alarm, Calendar, Event

        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", self.title)
        alarm.add("trigger", timedelta())
        event = Event()
        event.add("uid", str(uuid4()))
        event.add("dtstamp", datetime.combine(today, time(), UTC))
        event.add("dtstart", datetime.combine(self.first, self.time))
        event.add("rrule", {**self._rhythm(), "until": datetime.combine(self.last, self.time)})
        event.add("summary", self.title)
        event.add("class", "PRIVATE")  # whoever shares the calendar is not told more than that there is something
        event.add("transp", "TRANSPARENT")
        event.add_component(alarm)
        calendar = Calendar()
        calendar.add("prodid", PRODUCT)
        calendar.add("version", "2.0")
        calendar.add_component(event)
        content: bytes = calendar.to_ical()
        return content

    def _rhythm(self) -> dict[str, Any]:
        """How it comes again, as the standard says it."""
        if self.often == "twice":
            weekday = self.first.weekday()
            return {"freq": "WEEKLY", "byday": [_WEEKDAYS[weekday], _WEEKDAYS[(weekday + TWICE) % len(_WEEKDAYS)]]}
        return {"freq": "DAILY" if self.often == "daily" else "WEEKLY"}


class Misfit(msgspec.Struct, frozen=True):
    """What does not fit, and the name of the sentence that says so."""

    field: str
    sentence: str


_KINDS: dict[str, Any] = {"title": Title, "time": Clock, "often": Often, "first": date, "last": date}


def reminder_of(raw: dict[str, Any], today: date, *, most: int, title: str) -> Reminder | Misfit:
    """The reminder that a page asks for, or what does not fit.

    It ends at most `most` days from today; `title` is for whoever names none.
    """
    chosen: dict[str, Any] = {}
    for field, kind in _KINDS.items():
        try:
            chosen[field] = msgspec.convert(raw.get(field), kind)
        except (msgspec.ValidationError, ValueError):  # half a letter in a day is no validation error
            return Misfit(field, f"{field}-wrong")
    reminder = Reminder(**{**chosen, "title": chosen["title"].strip() or title, "time": time.fromisoformat(chosen["time"])})
    if reminder.first < today:
        return Misfit("first", "first-over")
    if reminder.last < reminder.first:
        return Misfit("last", "last-before")
    return Misfit("last", "last-late") if (reminder.last - today).days > most else reminder


def reminder_file(guide: Guide, message: dict[str, Any], today: date) -> dict[str, Any] | None:
    """The answer to a page that asks for a reminder: the file, or which field does not fit and a sentence about it."""
    if message.get("kind") != "make":
        return None
    words, most, ask = guide.words.get("reminder", {}), guide.number("reminder-most-days"), address_of(message).get("ask")
    reminder = reminder_of(message, today, most=most, title=words.get("title-default", ""))
    if isinstance(reminder, Misfit):
        sentence = words.get(reminder.sentence, "").format(most=most, longest=LONGEST_TITLE)
        return {"kind": "refused", "ask": ask, "field": reminder.field, "sentence": sentence}
    return {"kind": "made", "ask": ask, "name": FILE, "content": reminder.to_ical(today)}


_WORDS = {
    "exercise": ("day", "month", "year", "date-day", "date-month", "date-year", "date-whole"),
    "your-notes": ("working", "working-of", "locked", "bytes", "bytes-large", "save-file", "file-is"),
}
"""Words of other pages that this widget has too."""


def reminder_texts(guide: Guide) -> dict[str, Any]:
    """What the page needs to ask for a reminder.

    Raises:
        BadContent: the guide does not say how far ahead a reminder may reach.
    """
    shared = {name: guide.words.get(table, {}).get(name, "") for table, names in _WORDS.items() for name in names}
    return {
        "words": {**shared, **guide.words.get("reminder", {})},
        "most": guide.number("reminder-most-days"),
        "offered": guide.number("reminder-offered-days"),
        "longest": LONGEST_TITLE,
    }
