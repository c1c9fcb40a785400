"""What waits in the inbox goes into the notes: in the order in which it came, and it is removed once it is on disk there.

Whoever types leaves some edits a second, all of one note. They are written together: each of them alone would write its whole month.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from newsoil._errors import BadAnswer, Damaged
from newsoil.journal.edit import Edit
from newsoil.journal.files import sync
from newsoil.journal.heard import MOST
from newsoil.journal.inbox import read_edit, waiting
from newsoil.journal.sealed import Keys
from newsoil.journal.steps import Counter, Steps, untold

_Waiting = tuple[Path, Edit]


def let_in(sealed: Path, keys: Keys, record: Callable[[Sequence[Edit]], object], tell: Steps = untold) -> dict[Path, str]:
    """Have what waits recorded, and remove it. Returns what cannot be, with a sentence each; it is left as it is.

    `record` writes edits of one entry that follow each other. `tell` hears of each edit, in the step `let-in`, if there is any.

    Raises:
        NotSaved, OSError: the disk refused. What is not removed is recorded the next time, and what was recorded already is known then.
    """
    paths, odd = waiting(sealed), dict[Path, str]()
    if not paths:
        return odd
    counter = Counter(tell, "let-in", len(paths))
    for row in _in_rows(counter.through(paths), keys, odd):
        try:
            record([edit for _, edit in row])
        except BadAnswer:
            odd |= {path: _odd(path) for path, _ in row}
        else:
            for path, _ in row:
                path.unlink()
    sync(sealed / "inbox")  # or a power cut brings back what is long in the notes
    return odd


def _in_rows(paths: Iterable[Path], keys: Keys, odd: dict[Path, str]) -> Iterator[list[_Waiting]]:
    """The edits that can be read, those together that follow each other in one entry. What cannot be read is `odd`.

    A new day begins a new row, for its backup is made in between.
    """
    row: list[_Waiting] = []
    for path in paths:
        try:
            edit = read_edit(path, keys)
        except Damaged:
            odd[path] = _odd(path)
            continue
        if row and (len(row) == MOST or _of(edit) != _of(row[0][1])):
            yield row
            row = []
        row.append((path, edit))
    if row:
        yield row


def _of(edit: Edit) -> tuple[str, ...]:
    return edit.entry, edit.exercise, edit.made_at[:7], edit.at[:10]


def _odd(path: Path) -> str:
    return f"{path} holds something that could not be put into the journal. It is left as it is."
