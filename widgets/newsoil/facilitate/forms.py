"""Lists to go through, the agreement, and the question about couples: forms, each kept in a small file on the shelf."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from newsoil.facilitate.answering import Reply, answering, edit_of, made
from newsoil.facilitate.widgets import FormWidget
from newsoil.guide import Guide
from newsoil.takeout.afterwards import to_lists
from newsoil.workshop.agreement import CLAUSES, HERE
from newsoil.workshop.agreement import FILE as AGREEMENT
from newsoil.workshop.facilitation import Facilitation
from newsoil.workshop.kept_form import keep_field, read_form

TICKS, GROUP = "ticks.json", "group.json"

PRINTED = "list.html"

Field = dict[str, Any]


def form_widget(
    content: dict[str, Any],
    read: Callable[[], dict[str, Any]],
    keep: Callable[[str, Any], None],
    notice: Callable[[], str],
    *,
    paper: Callable[[], bytes] | None = None,
) -> FormWidget:
    """A form whose fields are read and kept one by one. `notice` is what is said below it each time, such as what is still missing."""
    fields = {field["id"]: field for field in content["fields"]}

    def hello(_message: dict[str, Any]) -> Reply:
        return {"kind": "show", "values": read(), "notice": notice()}

    def edit(message: dict[str, Any]) -> Reply:
        keep(*edit_of(message, fields))
        return {"kind": "saved", "notice": notice()}

    does = {"hello": hello, "edit": edit} | ({"paper": lambda _message: made(PRINTED, paper())} if paper else {})
    return FormWidget({**content, "paper": paper is not None}, answering(does, content["words"]["refused"]))


def list_form(content: Facilitation, guide: Guide, shelf: Path, names: tuple[str, ...]) -> FormWidget:
    """Lists to go through, one below the other; those that can be ticked off keep their ticks. They can be printed with boxes.

    Raises:
        BadContent: there is no list of a name.
    """
    checks = [content.checks(name) for name in names]
    fields = [_tick(one.id, item.id, item.says, item.more) for one in checks if one.tick for item in one.item]
    parts = [
        {
            "title": one.title,
            "lead": one.lead,
            "items": [] if one.tick else [{"says": item.says, "more": item.more} for item in one.item],
            "fields": [f"{one.id}.{item.id}" for item in one.item] if one.tick else [],
        }
        for one in checks
    ]
    return form_widget(
        {"id": "-".join(names), "heading": "", "lead": "", "parts": parts, "fields": fields, "words": content.words["form"]},
        lambda: read_form(shelf / TICKS),
        lambda field, value: keep_field(shelf / TICKS, field, value),
        str,
        paper=lambda: to_lists(guide, content, names),
    )


def agreement_form(content: Facilitation, shelf: Path) -> FormWidget:
    """The agreement: its sentences as rows, what is passed on at this place, and above them the limits, which have no field."""
    say = content.words["agreement"]
    path = shelf / AGREEMENT
    ready = [{"id": one.id, "says": one.says} for one in content.clause]
    column = {"id": "says", "kind": "text", "label": say["clause"], "rows": 2}
    fields: list[Field] = [
        {"id": HERE, "kind": "text", "label": say["here"], "hint": say["here-hint"], "rows": 3},
        {"id": CLAUSES, "kind": "rows", "label": say["clauses"], "hint": say["clauses-hint"], "columns": [column]},
    ]
    limits = {"title": say["limits"], "lead": "", "items": [{"says": one.says, "more": ""} for one in content.limit], "fields": []}
    shown = {"id": "agreement", "heading": say["heading"], "lead": say["lead"], "words": content.words["form"]}
    return form_widget(
        {**shown, "parts": [limits, {"title": "", "lead": "", "items": [], "fields": [HERE, CLAUSES]}], "fields": fields},
        lambda: {CLAUSES: ready, **read_form(path)},
        lambda field, value: keep_field(path, field, value),
        str,
    )


def couples_form(content: Facilitation, shelf: Path) -> FormWidget:
    """Whether two people of one couple are in the group; a yes needs a reason."""
    say, path = content.words["couples"], shelf / GROUP
    options = [{"id": one, "label": say[one]} for one in ("no", "yes")]
    fields: list[Field] = [
        {"id": "here", "kind": "choice", "label": say["here"], "options": options},
        {"id": "reason", "kind": "text", "label": say["reason"], "hint": say["reason-hint"], "rows": 3, "when": {"here": "yes"}},
    ]

    def notice() -> str:
        kept = read_form(path)
        return say["no-reason"] if kept.get("here") == "yes" and not str(kept.get("reason") or "").strip() else ""

    shown = {"id": "couples", "heading": say["heading"], "lead": say["lead"], "words": content.words["form"]}
    part = {"title": "", "lead": "", "items": [], "fields": ["here", "reason"]}
    return form_widget(
        {**shown, "parts": [part], "fields": fields},
        lambda: read_form(path),
        lambda field, value: keep_field(path, field, value),
        notice,
    )


def _tick(name: str, item: str, says: str, more: str) -> Field:
    return {"id": f"{name}.{item}", "kind": "tick", "label": says, "hint": more}
