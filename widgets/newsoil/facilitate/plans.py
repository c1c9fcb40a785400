"""The sheet of plans: looking at all of them, copying one to change it, printing a meeting."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec

from newsoil._errors import BadContent
from newsoil._paths import programme_folder
from newsoil.facilitate.answering import Reply, answering, made
from newsoil.facilitate.widgets import PlansWidget
from newsoil.guide import Guide, read_as
from newsoil.takeout.evening import evening_of, plans_of
from newsoil.takeout.handout import Size
from newsoil.takeout.meeting import to_leader_sheets, to_meeting_handout
from newsoil.workshop.facilitation import Facilitation
from newsoil.workshop.own_plans import OWN, change_plan, delete_plan, keep_plan
from newsoil.workshop.plan import Kind, Plan
from newsoil.workshop.plan_changes import changed_block, changed_plan, copied
from newsoil.workshop.programme import Programmes

FIELDS = (
    ("title", "line"),
    ("question", "line"),
    ("shown", "text"),
    ("say", "texts"),
    ("do", "texts"),
    ("cards", "texts"),
    ("safety", "text"),
    ("turn_minutes", "minutes"),
)
"""What can be changed in a block beside its minutes, which stand in the table."""


class _Paper(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be printed."""

    plan: str
    which: Literal["handout", "leader"]
    size: Size = "A4"
    begins: str = ""


class Plans:
    """What the sheet asks, answered. The disk is the only truth: each answer reads it anew."""

    def __init__(self, content: Facilitation, guide: Guide, shelf: Path) -> None:
        self._content, self._guide, self._shelf = content, guide, shelf

    def widget(self) -> PlansWidget:
        """The sheet."""
        words = {**self._content.words["form"], **self._content.words["plans"]}
        handout = self._content.words["handout"]
        kinds = {kind: handout[kind] for kind in get_args(Kind)}
        fields = [{"id": name, "kind": kind, "label": words[name.replace("_", "-")]} for name, kind in FIELDS]
        does = {
            "hello": self.hello,
            "open": lambda message: self._told(self._plan(message)),
            "copy": self.copy,
            "change": self.change,
            "delete": self.delete,
            "paper": self.paper,
        }
        shown = {"words": words, "kinds": kinds, "fields": fields, "heading": words["heading"], "own": OWN}
        return PlansWidget(shown, answering(does, words["refused"]))

    def hello(self, _message: dict[str, Any]) -> Reply:
        """All programmes with their meetings, those of one's own last, and what is wrong with files of one's own."""
        programmes, slips = self._all()
        told = [
            {
                "id": one.id,
                "title": one.title,
                "about": one.about,
                "meetings": [{"id": name, "title": programmes.plan(name).title} for name in one.meetings],
            }
            for one in programmes.programmes
        ]
        return {"kind": "show", "programmes": told, "slips": slips}

    def copy(self, message: dict[str, Any]) -> Reply:
        """A plan as one's own, on the disk at once."""
        plan = copied(self._plan(message), str(message["title"]), self._all()[0].plans)
        keep_plan(self._shelf, plan)
        return {**self._told(plan), **_listed(self.hello({}))}

    def change(self, message: dict[str, Any]) -> Reply:
        """Something else in a plan of one's own. Minutes that do not fit are refused with the name of their block."""
        block, field, value = str(message.get("block") or ""), str(message["field"]), message.get("value")

        def change(plan: Plan) -> Plan:
            return changed_block(plan, block, field, value) if block else changed_plan(plan, field, value)

        return self._told(change_plan(self._shelf, self._own(message).id, change))

    def delete(self, message: dict[str, Any]) -> Reply:
        """Delete a plan of one's own."""
        delete_plan(self._shelf, self._own(message).id)
        return {"kind": "deleted", **_listed(self.hello({}))}

    def paper(self, message: dict[str, Any]) -> Reply:
        """A meeting on paper, as a file."""
        asked = msgspec.convert({name: message[name] for name in _Paper.__struct_fields__ if name in message}, _Paper)
        evening = evening_of(self._all()[0], asked.plan, self._content, self._shelf, _today())
        if asked.which == "handout":
            return made(f"{asked.plan}.html", to_meeting_handout(self._guide, evening, size=asked.size))
        begins = time.fromisoformat(asked.begins) if asked.begins else None
        return made(f"{asked.plan}-facilitators.html", to_leader_sheets(self._guide, evening, size=asked.size, begins=begins))

    def _all(self) -> tuple[Programmes, list[str]]:
        return plans_of(programme_folder(), self._shelf, self._content)

    def _plan(self, message: dict[str, Any]) -> Plan:
        return self._all()[0].plan(str(message["plan"]))

    def _own(self, message: dict[str, Any]) -> Plan:
        """A plan of one's own. Raises `BadContent` for one that comes with New Soil."""
        plan = self._plan(message)
        if plan.id not in self._mine():
            raise BadContent(self._content.say("plans", "shipped"))
        return plan

    def _mine(self) -> tuple[str, ...]:
        return next((one.meetings for one in self._all()[0].programmes if one.id == OWN), ())

    def _told(self, plan: Plan) -> Reply:
        """A plan, when each block begins, and which sheets it uses."""
        sheets = {block.exercise: read_as(self._guide.exercise(block.exercise).title, None) for block in plan.block if block.exercise}
        told = {"plan": msgspec.to_builtins(plan), "starts": plan.starts(), "sheets": sheets, "own": plan.id in self._mine()}
        return {"kind": "plan", **told, "length": self._content.say("plans", "length", minutes=plan.minutes)}


def _listed(shown: Reply) -> Reply:
    return {name: shown[name] for name in ("programmes", "slips")}


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
