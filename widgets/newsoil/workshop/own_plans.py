"""Plans of a facilitator's own: copies of a plan with other minutes, words or cards, one file each under `workshops/plans`."""

from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from newsoil._errors import BadContent, NotSaved
from newsoil.journal.files import locked, write
from newsoil.workshop.plan import Plan
from newsoil.workshop.programme import Programme, Programmes, read_plan

FOLDER = "plans"

OWN = "plans-of-your-own"
"""The id of the programme that holds them. It has no order."""


def with_own(programmes: Programmes, shelf: Path, title: str, about: str) -> tuple[Programmes, list[str]]:
    """All that a folder of programmes holds, and the plans of one's own behind it.

    A plan that cannot be used is left out, and a sentence says so: an evening begins in five minutes, and the others are whole.
    """
    own, slips = read_own_plans(shelf, programmes.plans)
    if not own:
        return programmes, slips
    theirs = Programme(id=OWN, title=title, about=about, meetings=tuple(own), in_order=False)
    return Programmes(programmes=(*programmes.programmes, theirs), plans={**programmes.plans, **own}), slips


def read_own_plans(shelf: Path, known: Collection[str] = ()) -> tuple[dict[str, Plan], list[str]]:
    """The plans of one's own by their ids, and a sentence for each file that is none or takes the id of a known plan."""
    found: dict[str, Plan] = {}
    slips: list[str] = []
    for path in sorted((shelf / FOLDER).glob("plan-*.toml")):
        try:
            plan = read_plan(path)
        except BadContent as error:
            slips.append(str(error))
            continue
        if plan.id in known or plan.id in found:
            slips.append(f"{path}: another plan has the id “{plan.id}”. Give this one an id of its own.")
        else:
            found[plan.id] = plan
    return found, slips


def keep_plan(shelf: Path, plan: Plan) -> None:
    """Write a plan of one's own. Raises `NotSaved` when the disk refuses."""
    with locked(shelf / FOLDER, briefly=True):
        _write(shelf, plan)


def change_plan(shelf: Path, name: str, change: Callable[[Plan], Plan]) -> Plan:
    """Change a plan of one's own as the disk holds it now: another page may have changed it, too.

    Raises:
        BadContent: there is none of this name, or the change does not fit; the plan is as it was.
        NotSaved: the disk refused.
    """
    with locked(shelf / FOLDER, briefly=True):
        found = read_own_plans(shelf)[0].get(name)
        if found is None:
            raise BadContent("This plan is not there any more. Load the page again.")
        changed = change(found)
        _write(shelf, changed)
    return changed


def delete_plan(shelf: Path, name: str) -> None:
    """Delete a plan of one's own. Raises `NotSaved` when the disk refuses."""
    path = _path(shelf, name)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise NotSaved(f"The plan could not be deleted ({error.strerror}). Delete {path} by hand.") from error


def _write(shelf: Path, plan: Plan) -> None:
    from tomlkit import dumps

    write(_path(shelf, plan.id), dumps(_bare(msgspec.to_builtins(plan))).encode())


def _path(shelf: Path, name: str) -> Path:
    """The file of a plan: the one that holds it, for a person may have called it as they like, or the one that it gets."""
    for path in sorted((shelf / FOLDER).glob("plan-*.toml")):
        with suppress(BadContent):
            if read_plan(path).id == name:
                return path
    return shelf / FOLDER / f"plan-{name}.toml"


def _bare(value: Any) -> Any:
    """What has a value: TOML knows no nothing, and a plan is read by people, too."""
    if isinstance(value, dict):
        return {key: _bare(one) for key, one in value.items() if one not in (None, "", 0, (), [])}
    return [_bare(one) for one in value] if isinstance(value, list | tuple) else value
