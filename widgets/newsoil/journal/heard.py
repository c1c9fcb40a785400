"""What each page was last heard to say of each entry, so that a message that comes twice, late or by another way does no harm.

A page's messages can come by two kernels: its own, whose line hung for a moment, and another one that helped meanwhile. So this is
kept where both look, in the month's file, in the same write as the answer: `{"<page> <entry> answer/<prompt>": <seq>}`, the newest last.
"""

from newsoil.journal.edit import Edit

MOST = 60
"""How many are kept in a month: far more than can be on their way at one time, few enough to read past."""


def _slot(edit: Edit) -> str:
    """What of its entry an edit changes: `answer/<prompt>`, `skip/<prompt>`, `status` or `delete`."""
    return f"{edit.act}/{edit.prompt}" if edit.act in ("answer", "skip") else edit.act


def hear(heard: dict[str, int], edit: Edit) -> dict[str, int]:
    """What was heard, with this edit as the newest."""
    name = f"{edit.page} {edit.entry} {_slot(edit)}"
    others = [(other, seq) for other, seq in heard.items() if other != name]
    return {**dict(others[1 - MOST :]), name: edit.seq}


def is_old(heard: dict[str, int], edit: Edit) -> bool:
    """Whether this edit, or a newer one of the same page in the same place, came before."""
    return heard.get(f"{edit.page} {edit.entry} {_slot(edit)}", 0) >= edit.seq


def is_own(heard: dict[str, int], edit: Edit) -> bool:
    """Whether what is on disk in the place of this edit was written by the same page."""
    last = next((name for name in reversed(heard) if name.endswith(f" {edit.entry} {_slot(edit)}")), "")
    return last.startswith(f"{edit.page} ")


def overtaken_by(heard: dict[str, int], edit: Edit) -> frozenset[str]:
    """The changes that the same page made to this entry after this edit and that are on disk already: the edit is late."""
    start = f"{edit.page} {edit.entry} "
    return frozenset(name.removeprefix(start) for name, seq in heard.items() if name.startswith(start) and seq > edit.seq)
