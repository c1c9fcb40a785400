"""The sheet of meetings that were held: the log of each, what is handed out afterwards, a reminder for calendars, and wiping."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from newsoil._errors import BadContent
from newsoil.facilitate.answering import Reply, answering, edit_of, made
from newsoil.facilitate.widgets import MeetingsWidget
from newsoil.guide import Guide
from newsoil.reminder import FILE as CALENDAR
from newsoil.reminder import Misfit, reminder_of
from newsoil.takeout.afterwards import to_between, to_catch_up, to_recap
from newsoil.takeout.words import Words
from newsoil.workshop.board import Held, log_of, meeting, meetings, wipe_everything, wipe_meeting
from newsoil.workshop.expired import end_expired
from newsoil.workshop.facilitation import Facilitation
from newsoil.workshop.kept_form import keep_field, read_form
from newsoil.workshop.plan import Plan
from newsoil.workshop.support_list import read_list


class Meetings:
    """What the sheet asks, answered."""

    def __init__(self, content: Facilitation, guide: Guide, shelf: Path) -> None:
        self._content, self._guide, self._shelf = content, guide, shelf
        self._fields = {one.id: {"id": one.id, "kind": "text", "label": one.asks, "hint": one.hint, "rows": 4} for one in content.log}

    def widget(self) -> MeetingsWidget:
        """The sheet."""
        words = {**self._content.words["form"], **self._content.words["meetings"]}
        words["calendar-lead"] = words["calendar-lead"].format(title=self._title)
        does = {
            "hello": self.hello,
            "open": self.open,
            "edit": self.edit,
            "paper": self.paper,
            "calendar": self.calendar,
            "wipe": self.wipe,
            "wipe-all": self.wipe_all,
        }
        shown = {"words": words, "fields": list(self._fields.values()), "heading": words["heading"]}
        return MeetingsWidget(shown, answering(does, words["refused"]))

    @property
    def _title(self) -> str:
        """What a reminder is called: what the guide offers, and nothing that would tell of a group."""
        return Words(self._guide, "reminder")("title-default")

    def hello(self, _message: dict[str, Any]) -> Reply:
        """All meetings, the newest first. One that nobody ended ends when its code has died, however long a page was open."""
        end_expired(self._shelf)
        return {"kind": "show", "meetings": [self._row(one) for one in meetings(self._shelf)]}

    def open(self, message: dict[str, Any]) -> Reply:
        """One meeting and its log."""
        held = meeting(self._shelf, str(message["name"]))
        return {
            "kind": "meeting",
            **self._row(held),
            "has_plan": held.plan is not None,
            "values": read_form(log_of(self._shelf, held.name)),
        }

    def edit(self, message: dict[str, Any]) -> Reply:
        """Keep one answer of a log."""
        held = meeting(self._shelf, str(message.get("entry")))
        keep_field(log_of(self._shelf, held.name), *edit_of(message, self._fields))
        return {"kind": "saved", "notice": ""}

    def paper(self, message: dict[str, Any]) -> Reply:
        """A page to hand out."""
        held = meeting(self._shelf, str(message["name"]))
        plan, which = self._plan(held), message["which"]
        if which == "recap":
            return made("page.html", to_recap(self._guide, self._content, held))
        if which == "catch-up":
            return made("page.html", to_catch_up(self._guide, self._content, plan, read_list(self._shelf)))
        return made("page.html", to_between(self._guide, self._content, plan))

    def calendar(self, message: dict[str, Any]) -> Reply:
        """A reminder once a day, under the discreet title, for everyone who wants one."""
        raw = {name: message.get(name) for name in ("time", "first", "last")} | {"title": "", "often": "daily"}
        most, today = self._guide.number("reminder-most-days"), _today()
        found = reminder_of(raw, today, most=most, title=self._title)
        if isinstance(found, Misfit):
            raise BadContent(Words(self._guide, "reminder")(found.sentence, most=most, longest=""))
        return made(CALENDAR, found.to_ical(today))

    def wipe(self, message: dict[str, Any]) -> Reply:
        """Delete one meeting with its log."""
        wipe_meeting(self._shelf, str(message["name"]))
        return {**self.hello({}), "kind": "wiped", "sentence-of": "wiped"}

    def wipe_all(self, _message: dict[str, Any]) -> Reply:
        """Delete everything of a facilitator's on this computer."""
        wipe_everything(self._shelf)
        return {**self.hello({}), "kind": "wiped", "sentence-of": "wiped-all"}

    def _plan(self, held: Held) -> Plan:
        if held.plan is None:
            raise BadContent(self._content.say("meetings", "unreadable"))
        return held.plan

    def _row(self, held: Held) -> Reply:
        day, say = Words(self._guide).day(held.day.isoformat()), self._content.words["meetings"]
        title = held.plan.title if held.plan else say[held.status]
        return {
            "name": held.name,
            "row": say["row"].format(day=day, title=title),
            "status": say[held.status],
            "is_over": held.status == "over",
        }


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
