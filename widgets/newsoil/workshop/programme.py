"""Plans and programmes as content: reading their files, and saying what is wrong with them where a person can mend it.

A folder holds `plan-*.toml`, one meeting each, and `programmes.toml`, which puts meetings in an order. A block can be that of another plan:
`from = "starting-safely/arrive"`, with whatever is to differ written beside it.
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from newsoil._errors import BadContent
from newsoil.workshop.plan import Block, Plan

TAKEN_FROM = "from"


class Before(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """For the safety of a group one meeting comes before another."""

    first: str
    then: str


class Programme(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Meetings in an order."""

    id: str
    title: str
    about: str
    """For a facilitator who chooses: how long it is, and what it is good for."""
    meetings: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    before: tuple[Before, ...] = ()
    in_order: bool = True
    """Whether its meetings follow one another. Plans of a facilitator's own lie beside one another."""

    def place_of(self, plan: str) -> tuple[int, int] | None:
        """Which meeting of how many a plan is; nothing where it is none of these, or stands alone."""
        if not self.in_order or plan not in self.meetings or len(self.meetings) == 1:
            return None
        return self.meetings.index(plan) + 1, len(self.meetings)


class _Programmes(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The file that puts meetings in an order."""

    format_version: Literal[1]
    programme: Annotated[tuple[Programme, ...], msgspec.Meta(min_length=1)]


class Programmes(msgspec.Struct, frozen=True, kw_only=True):
    """All that a folder holds."""

    programmes: tuple[Programme, ...]
    plans: Mapping[str, Plan]

    def programme(self, name: str) -> Programme:
        """The programme with this id. Raises `BadContent` when there is none."""
        for one in self.programmes:
            if one.id == name:
                return one
        raise BadContent(f"There is no programme “{name}”. There are: {', '.join(one.id for one in self.programmes)}.")

    def plan(self, name: str) -> Plan:
        """The plan with this id. Raises `BadContent` when there is none."""
        if name not in self.plans:
            raise BadContent(f"There is no plan “{name}”. There are: {', '.join(self.plans)}.")
        return self.plans[name]


def read_plan(path: Path, others: Mapping[str, Mapping[str, Any]] | None = None) -> Plan:
    """The plan in a file. `others` are plans as they were read, by their ids, from which its blocks may be taken.

    Raises:
        BadContent: the file cannot be read or does not fit; the text names file, block and what to do.
    """
    return _plan(path, _raw(path), others or {})


def read_programmes(folder: Path) -> Programmes:
    """Everything in a folder of programmes.

    Raises:
        BadContent: a file cannot be read or does not fit, or a programme names a meeting that is not there or comes too early.
    """
    raw = {path: _raw(path) for path in sorted(folder.glob("plan-*.toml"))}
    if not raw:
        raise BadContent(f"{folder} holds no plans (plan-*.toml). Name the folder that holds those of a programme.")
    known = {str(one.get("id")): one for one in raw.values()}
    plans = [(path, _plan(path, one, known)) for path, one in raw.items()]
    if twice := [path for path, plan in plans if sum(plan.id == other.id for _, other in plans) > 1]:
        raise BadContent(f"{', '.join(map(str, twice))}: these plans have the same `id`. Give each its own.")
    listed = folder / "programmes.toml"
    found = Programmes(programmes=_programmes(listed), plans={plan.id: plan for _, plan in plans})
    for programme in found.programmes:
        _check_order(listed, programme, found.plans)
    return found


def wrong_order(programme: Programme, meetings: tuple[str, ...]) -> Before | None:
    """The first rule of safety that an order of meetings does not keep, if there is one."""
    places = {meeting: place for place, meeting in enumerate(meetings)}
    return next((rule for rule in programme.before if places.get(rule.first, -1) > places.get(rule.then, len(meetings))), None)


def _check_order(path: Path, programme: Programme, plans: Mapping[str, Plan]) -> None:
    if missing := [meeting for meeting in programme.meetings if meeting not in plans]:
        raise BadContent(f"{path}: the programme “{programme.id}” names the meeting “{missing[0]}”, and there is no plan of this id.")
    if rule := wrong_order(programme, programme.meetings):
        raise BadContent(f"{path}: in “{programme.id}” the meeting “{rule.first}” has to come before “{rule.then}”. Change their order.")


def _programmes(path: Path) -> tuple[Programme, ...]:
    try:
        return msgspec.convert(_raw(path), _Programmes).programme
    except msgspec.ValidationError as error:
        raise BadContent(f"{path}: {error}. Correct the file and start again.") from error


def _raw(path: Path) -> dict[str, Any]:
    """A file as it stands."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadContent(f"{path} could not be read ({error.strerror}). Check who may read it, and start again.") from error
    except (ValueError, RecursionError) as error:
        raise BadContent(f"{path}: {error}. Correct the file and start again.") from error


def _plan(path: Path, raw: Mapping[str, Any], others: Mapping[str, Mapping[str, Any]]) -> Plan:
    """Its blocks first, each by its name, then what they come to."""
    rows = raw.get("block")
    blocks = [_block(path, row, others) for row in rows] if isinstance(rows, list) else rows
    try:
        return msgspec.convert({**raw, "block": blocks}, Plan)
    except msgspec.ValidationError as error:
        raise BadContent(f"{path}: {_said(error)}. Correct the file and start again.") from error


def _block(path: Path, row: Any, others: Mapping[str, Mapping[str, Any]]) -> Block:
    named = row.get("id", row.get(TAKEN_FROM, "without an id")) if isinstance(row, dict) else row
    try:
        block = msgspec.convert(_filled(row, others), Block)
    except (msgspec.ValidationError, ValueError) as error:
        raise BadContent(f"{path}: the block “{named}”: {_said(error)}. Correct the file and start again.") from error
    return block


def _filled(row: Any, others: Mapping[str, Mapping[str, Any]]) -> Any:
    """A block with what it takes from another plan's, which takes from none itself. What is written beside it wins."""
    if not isinstance(row, dict) or TAKEN_FROM not in row:
        return row
    plan, _, name = str(row[TAKEN_FROM]).partition("/")
    theirs = others.get(plan, {}).get("block", ())
    for other in theirs if isinstance(theirs, list) else ():
        if isinstance(other, dict) and other.get("id") == name and TAKEN_FROM not in other:
            return {**other, **{key: value for key, value in row.items() if key != TAKEN_FROM}}
    raise ValueError(f"`{TAKEN_FROM}` names “{row[TAKEN_FROM]}”, and there is no such block. It is written as plan/block")


def _said(error: Exception) -> str:
    """What msgspec says, without the place where it stands in a table of its own."""
    return re.sub(r" - at `\$`$", "", str(error))
