"""The form of the support list. What is typed is kept at once; the list in use changes when all of it holds together."""

import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import msgspec

from newsoil._errors import BadContent
from newsoil.facilitate.forms import Field, form_widget
from newsoil.facilitate.widgets import FormWidget
from newsoil.guide.support import Kind
from newsoil.workshop.facilitation import Facilitation
from newsoil.workshop.kept_form import keep_fields, read_form
from newsoil.workshop.support_list import FILE, LocalLine, SupportList, keep_list, problem_of, read_list

DRAFT = "support-draft.json"
"""What is typed and does not hold together yet."""

UNSAID: Kind = "directory"
"""What a line is taken for until somebody says it: anything else would promise something."""

_COLUMNS = ("name", "number", "text", "chat", "address", "note", "source")
_AND = ", "
_SITE = re.compile(r"\A(https?://)?(?P<host>[^\s/]+\.[^\s/]+)(?P<path>/\S*)?\Z")


class Misfit(Exception):
    """What a list still lacks, as a sentence."""


def support_form(content: Facilitation, shelf: Path) -> FormWidget:
    """The form of the list."""
    say = content.words["support"]
    kinds = [{"id": one, "label": say["emergency-line" if one == "emergency" else one]} for one in get_args(Kind)]
    texts = [{"id": one, "kind": "line", "label": say[one], "hint": say.get(f"{one}-hint", "")} for one in _COLUMNS]
    columns = [texts[0], {"id": "kind", "kind": "choice", "label": say["kind"], "options": kinds}, *texts[1:]]
    fields: list[Field] = [
        {"id": "place", "kind": "line", "label": say["place"]},
        {"id": "emergency", "kind": "text", "label": say["emergency"], "hint": say["emergency-hint"], "rows": 2},
        {"id": "line", "kind": "rows", "label": say["lines"], "hint": say["lines-hint"], "columns": columns},
        {"id": "checked_on", "kind": "day", "label": say["checked-on"], "hint": say["checked-on-hint"]},
    ]

    def keep(field: str, value: Any) -> None:
        values = {**_values(shelf, content.language), field: value}
        keep_fields(shelf / DRAFT, values)
        with suppress(Misfit):
            keep_list(shelf, list_of(values, content))
            (shelf / DRAFT).unlink(missing_ok=True)

    def notice() -> str:
        state = say[problem_of(shelf, datetime.now(UTC).astimezone().date()) or "good"]
        try:
            list_of(_values(shelf, content.language), content)
        except Misfit as misfit:
            return f"{misfit} {say['kept-so-far']} {state}"
        return state

    shown = {"id": "support", "heading": say["heading"], "lead": say["lead"], "words": content.words["form"]}
    part = {"title": "", "lead": "", "items": [], "fields": [field["id"] for field in fields]}
    return form_widget({**shown, "parts": [part], "fields": fields}, lambda: _values(shelf, content.language), keep, notice)


def list_of(values: dict[str, Any], content: Facilitation) -> SupportList:
    """The list that a form holds. Raises `Misfit` with what is missing; an empty row counts as none."""
    rows = values.get("line") or []
    lines = tuple(_line(row, content) for row in rows if any(str(row.get(one, "")).strip() for one in _COLUMNS))
    raw = {name: str(values.get(name) or "").strip() for name in ("place", "emergency")} | {"checked_on": values.get("checked_on") or None}
    try:
        found = msgspec.convert(raw, SupportList)
    except msgspec.ValidationError as error:
        raise Misfit(content.say("support", "wrong-long" if "emergency" in str(error) else "unchecked")) from None
    return msgspec.structs.replace(found, line=lines)


def _line(row: dict[str, str], content: Facilitation) -> LocalLine:
    said = {one: str(row.get(one) or "").strip() for one in (*_COLUMNS, "kind")}
    name = said["name"]
    if not name:
        raise Misfit(content.say("support", "wrong-name"))
    site = {one: _site(said[one]) for one in ("chat", "address", "source")}
    if said["source"] and not site["source"]:
        raise Misfit(content.say("support", "wrong-source", name=name))
    raw = {
        "name": name,
        "kind": said["kind"] or UNSAID,
        "number": said["number"],
        "text": said["text"],
        "chat": site["chat"] or said["chat"],
        "address": site["address"] or said["address"],
        "source": _whole(site["source"]) if site["source"] else "",
        "note": {content.language: said["note"]} if said["note"] else {},
        **{one: row[one] for one in ("text_word", "hours") if row.get(one)},
        "languages": [one for one in str(row.get("languages") or "").split(_AND) if one],
    }
    try:
        return msgspec.convert(raw, LocalLine)
    except msgspec.ValidationError:
        key = "wrong-emergency" if raw["kind"] == "emergency" and not raw["number"] else "wrong-way"
        raise Misfit(content.say("support", key, name=name)) from None


def _site(typed: str) -> str:
    """An address without what stands in front of it, or nothing where it is none."""
    found = _SITE.match(typed)
    return found["host"].casefold() + (found["path"] or "").rstrip("/") if found else ""


def _whole(site: str) -> str:
    return f"https://{site}" + ("" if "/" in site else "/")


def _values(shelf: Path, language: str) -> dict[str, Any]:
    """What the form shows: the draft, or the list in use where that is newer, as when it was filled in on the console."""
    draft, used = shelf / DRAFT, shelf / FILE
    if draft.is_file() and not (used.is_file() and used.stat().st_mtime_ns > draft.stat().st_mtime_ns):
        return read_form(draft)
    try:
        found = read_list(shelf)
    except BadContent:
        found = None
    return _typed(found, language) if found else {}


def _typed(found: SupportList, language: str) -> dict[str, Any]:
    """A list as it is typed. What the console asks beyond this form goes along in its rows."""
    kept = (*(one for one in _COLUMNS if one != "note"), "kind", "text_word", "hours")
    rows = [
        {**{one: str(getattr(line, one)) for one in kept}, "languages": _AND.join(line.languages), "note": line.note.get(language, "")}
        for line in found.line
    ]
    day = found.checked_on.isoformat() if found.checked_on else ""
    return {"place": found.place, "checked_on": day, "emergency": found.emergency, "line": rows}
