"""All that a page can say: for each place of the app, each kind of message, with the fields that it has when a page of ours sends it.

A message is spoilt by giving some of its fields another value. `tests/faults/test_every_message.py` looks that no kind is missing here.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, NamedTuple

from hypothesis import strategies as st

from breaking import PHRASE, RECOVERY, in_state
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Entry, Journal, to_json
from newsoil.journal.document import Document
from newsoil.journal.restore import merge, write_backup
from spoiling import anything, slips

GUIDE = read_guide(guide_folder())

# ---- the notes that are there ------------------------------------------------------------------------------------------


def _note(name, exercise, day, **fields):
    at = f"{day}T10:00:00.000+01:00"
    return Entry(**{"id": name, "exercise": exercise, "exercise_version": 1, "made_at": at, "changed_at": at, **fields})


EARLIER = (
    _note("k1", "journal", "2026-10-05", answers={"text": "A page of mine, with “marks” & Grüße 🌱\nand a second line."}, tags=("own",)),
    _note("k2", "weekly-check-in", "2026-10-06", answers={"calm-talks": 3, "secure": 4}, status="done"),
)
NOTES = (
    *EARLIER,
    _note("k3", "small-wins", "2026-11-20", answers={"win": "We laughed."}),
    _note("k4", "what-am-i-afraid-of", "2026-11-21", answers={"fear": "That I am last."}, for_date="2026-11"),
    _note("thrown", "journal", "2026-11-21", answers={"text": "To throw away."}, deleted_at="2999-01-01T10:00:00+01:00"),
)
"""One of them is deleted, by a clock that went ahead: no day comes on which it is old enough to go by itself."""

DAYS = ("2026-10-06", "2026-11-21")
"""On the first day there were `EARLIER`; the second one's backup holds them."""


def write_notes(store):
    """Put the notes on a disk, with the backup of a day."""
    for day, notes in zip(DAYS, (EARLIER, NOTES), strict=True):
        merge(store, Document(notes), day)


def _sealed_backup() -> bytes:
    with TemporaryDirectory() as place:
        store = in_state(Path(place) / "home", "open")
        write_notes(store)
        write_backup(store, Path(place) / "backup")
        return (Path(place) / "backup").read_bytes()


EXPORT, SEALED = to_json(Journal(NOTES)), _sealed_backup()

# ---- what a page says --------------------------------------------------------------------------------------------------

TIMES = ["2026-11-23T10:00:00.000+01:00", "2026-12-31T23:59:59.999-13:45", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"]
TODAY = ["2026-11-23", "0001-01-01", "9999-12-31"]
STAGES = [*(stage.id for stage in GUIDE.stages), "your-notes", "all-exercises", ""]
IDS = [entry.id for entry in NOTES]
SECRETS = [PHRASE, RECOVERY, "another four words", "short"]
YES_NO = [True, False]


class Kind(NamedTuple):
    """One kind of message: what a page hears to it, and the good values of its fields; the first ones go together."""

    answer: dict[str, Any] | None
    """Part of the answer; nothing where there is none."""
    fields: Mapping[str, list[Any]] = MappingProxyType({})
    files: tuple[bytes, ...] = ()
    """The good values of its binary part."""
    first: tuple[tuple[dict[str, Any], bytes | None], ...] = ()
    """What a page has said before, each with its binary part."""
    state: str = "plain"
    """In which state of the notes it is answered so."""

    def sound(self, kind):
        """The message as a page sends it."""
        return {"kind": kind, **{name: good[0] for name, good in self.fields.items()}}


EDIT = Kind(
    {"kind": "saved"},
    {
        "page": ["p1", "p2"],
        "seq": [1, 2, 2**53 - 1],
        "exercise": ["journal", *(exercise.id for exercise in GUIDE.exercises)],
        "entry": ["k1", "new", "thrown"],
        "made_at": [NOTES[0].made_at, *TIMES],
        "at": TIMES,
        "act": ["answer", "skip", "status", "delete"],
        "prompt": ["text", *sorted({prompt.id for exercise in GUIDE.exercises for prompt in exercise.prompts}), ""],
        "value": ["words", "done", "not-today", True, 3, None, "2026-11", ["own"], [{"id": "r1"}]],
        "was": [None, "words"],
    },
)
HELLO = Kind({"kind": "show"}, {"at": TIMES})
ASK = {"ask": ["a1", "a2"]}
NEW_KEY = (({"kind": "new-key"}, None),)
SECRET = {"secret": SECRETS}
BY = {"by": ["passphrase", "recovery"]}
DOOR = {
    "door": Kind({"kind": "door", "state": "plain"}),
    "here": Kind(None),
    "country": Kind(None, {"country": ["gb", "us", "international", ""]}),
    "lock": Kind({"state": "locked"}, state="open"),
    "unseal": Kind({"state": "open", "sentence": ""}, SECRET | BY, state="locked"),
    "new-key": Kind({"kind": "door", "state": "plain"}),
    "seal": Kind({"state": "open", "sentence": ""}, SECRET, first=NEW_KEY),
    "another-passphrase": Kind({"done": "another-passphrase"}, SECRET | {"new": SECRETS[2:]} | BY, state="open"),
    "another-key": Kind({"done": "another-key"}, SECRET | BY, first=NEW_KEY, state="open"),
    "take-off": Kind({"done": "take-off", "state": "plain"}, SECRET | BY, state="open"),
}
PARTS = ASK | {"part": [0, 1], "parts": [1, 2]}
LOOKED_AT = (({"kind": "look-file", "ask": "a0", "part": 0, "parts": 1}, EXPORT),)
LOOKS = {"theme": "dark", "size": "115", "letters": "plain", "title": "discreet", "exit": "blank", "acute": "off", "rounds": "off"}
SETTINGS = {"stage": "start"} | LOOKS
WAYS = ["here", "visitor", "try"]
WORKBOOK = {
    "ping": Kind({"kind": "pong", "beat": 1}, {"beat": [1, 2**53 - 1]}),
    "hello": Kind({"kind": "statuses"}, {"stage": STAGES, "at": TIMES, "way": [*WAYS, "ask"]}),
    "open": Kind({"kind": "opened", "nth": 1}, {"stage": STAGES, "nth": [1, 2]}),
    "settings": Kind(
        None,
        {
            "changes": [
                {"told": True},
                SETTINGS,
                {"practices": ["small-wins"], "partner": "Sam", "country": "gb", "language": "en"},
                *({name: value} for name, value in SETTINGS.items()),
            ]
        },
    ),
    "edit": EDIT,
    **DOOR,
    "way": Kind({"kind": "way", "way": "here"}, ASK | {"way": WAYS, "day": TODAY}, state="memory"),
    "take-file": Kind({"kind": "file"}, ASK, state="memory"),
    "look-file": Kind({"kind": "looked"}, PARTS, (EXPORT, SEALED, b""), state="memory"),
    "bring-in": Kind({"kind": "brought"}, ASK, first=LOOKED_AT, state="memory"),
    "give": Kind({"kind": "held"}, PARTS | {"way": ["try", "visitor"]}, (EXPORT, SEALED, b""), state="memory"),
}
AT = ASK | {"at": TIMES}
PAPER = {"advice": YES_NO, "large": YES_NO}
CHOSEN = {"exercises": [[], ["journal"], ["no-such-thing"]], "first": [None, "2026-10-01"], "last": [None, "2026-11-30", "0001-01-01"]}
TICKS = [[{"entry": "k3", "prompt": "win"}], [{"entry": "k4", "prompt": "fear"}], [{"entry": "thrown", "prompt": "text"}], []]
MADE = (({"kind": "copy", "ask": "a1", "at": TIMES[0], "format": "json"}, None),)
GIVEN = (({"kind": "give", "ask": "f1", "part": 0}, EXPORT),)
READ = (*GIVEN, ({"kind": "read", "ask": "a0", "file": "f1", "parts": 1}, None))
YOUR_NOTES = {
    "hello": Kind({"kind": "show"}, AT),
    "copy": Kind({"kind": "made"}, AT | {"format": ["json", "csv", "markdown", "print"]} | CHOSEN | PAPER),
    "sheets": Kind({"kind": "made"}, AT | {"exercises": [["journal"], [], ["no-such-thing"]]} | PAPER),
    "offers": Kind(
        {"kind": "recipient"},
        ASK | {"recipient": [one.id for one in GUIDE.recipients], "exercise": ["", "small-wins", "journal"], "most": [10, 1, 10_000]},
    ),
    "share": Kind(
        {"kind": "made"},
        AT
        | {
            "recipient": ["ally", *(one.id for one in GUIDE.recipients)],
            "form": ["print", "markdown"],
            "ticks": TICKS,
            "opened": [[], *TICKS],
        }
        | {
            "note": ["", "For you.\n# not a title"],
            "passphrase": ["", *SECRETS],
            "until": [None, "2026-12-24", "0001-01-01"],
            "days": YES_NO,
        },
    ),
    "take": Kind({"kind": "part"}, ASK | {"part": [0, 1]}, first=MADE),
    "taken": Kind({"kind": "got"}, ASK, first=MADE),
    "give": Kind({"kind": "got"}, ASK | {"part": [0, 1]}, (EXPORT, SEALED, b"")),
    "read": Kind({"kind": "looked"}, ASK | {"file": ["f1", "f2"], "parts": [1, 0, 2], "secret": ["", *SECRETS]} | BY, first=GIVEN),
    "bring-in": Kind({"kind": "brought"}, AT, first=READ),
    "peek": Kind({"kind": "words", "words": "To throw away."}, ASK | {"entry": ["thrown", *IDS]}),
    "bring-back": Kind({"kind": "back"}, AT | {"entry": ["thrown", *IDS]}),
    "erase": Kind(
        {"kind": "erased", "notes": 1},
        AT
        | {"what": ["note", "trash", "exercise", "everything"], "sure": ["yes"], "of": ["thrown", "journal", "", *IDS]}
        | {"page": ["p1", "p2", ""], "seq": [1, 0, 2**53 - 1]},
    ),
    "days": Kind({"kind": "days", "days": [DAYS[1]]}, ASK),
    "look": Kind({"kind": "looked"}, ASK | {"day": [DAYS[1], *TODAY]}),
}
LOOK_BACK = {
    "hello": Kind({"kind": "show", "months": ["2026-10", "2026-11"]}, AT),
    "moment": Kind({"kind": "show", "more": False}, ASK | {"mood": ["kind", "hard"], "after": [0, 1, 10_000]}),
    "month": Kind({"kind": "show", "month": "2026-11"}, ASK | {"month": ["2026-11", "0001-01", "9999-12"]}),
    "day": Kind({"kind": "show"}, ASK | {"day": ["2026-11-20", *TODAY]}),
    "find": Kind(
        {"kind": "show", "of": 1},
        ASK
        | {"words": ["laughed", "", "“my page”", "Grüße"], "stage": ["safe-together", "", "no-such-thing"]}
        | {"exercise": ["small-wins", "", "no-such-thing"], "tag": ["", "own"], "most": [20, 1, 10_000]}
        | {"first": [None, "2026-10-01"], "last": [None, "2026-11-30", "0001-01-01"]},
    ),
    "note": Kind({"kind": "show"}, ASK | {"entry": ["k3", *IDS]}),
    "bricks": Kind({"kind": "show"}, ASK),
}
CHARTS = {
    "hello": Kind({"kind": "show", "name": "weekly-check-in"}, {"name": ["weekly-check-in", "promises"], "today": TODAY, "also": YES_NO}),
    "plotly": Kind({"kind": "plotly"}),
}
REMIND = {
    "title": ["Note", "", "Grüße"],
    "time": ["09:30", "23:59"],
    "often": ["weekly", "twice", "daily"],
    "first": ["2026-11-24", *TODAY],
    "last": ["2026-12-24", *TODAY],
    "today": TODAY,
}
PLACES = {
    "workbook": WORKBOOK,
    "door": {"edit": EDIT, **DOOR},
    "your-notes": YOUR_NOTES,
    "exercise": {"hello": HELLO, "more": Kind({"kind": "show"}, {"most": [50, 1, 2**53]}), "edit": EDIT},
    "aside": {"hello": HELLO},
    "chart": CHARTS,
    "charts": CHARTS,
    "look-back": LOOK_BACK,
    "list": {"hello": HELLO},
    "reminder": {"make": Kind({"kind": "made"}, ASK | REMIND)},
    "offer": {},
    "rounds": {},
}
"""Every place that hears messages, with the kinds that it takes."""


def kinds() -> Iterator[tuple[str, str]]:
    """Each place with each of its kinds."""
    return ((place, kind) for place, known in PLACES.items() for kind in known)


# ---- what nobody's page says -------------------------------------------------------------------------------------------


def nested(depth):
    """Lists in one another."""
    inner: Any = "x"
    for _ in range(depth):
        inner = [inner]
    return inner


PLANES = "".join(chr(plane * 0x10000 + 0xABC) for plane in range(17))
"""A letter of every plane of Unicode."""

EACH = [None, True, "", "\ud800", "half \udcff", PLANES, -1, 2**64, 10**400, 0.5, float("nan"), [], {}, ["\ud800"], nested(15)]
"""What every single field is spoilt with, one after the other."""

HUGE = [
    PLANES,
    "\ud800",
    "words \udfff words",
    "\udc80",
    "x" * 70_000,
    nested(15),
    nested(400),
    [0] * 5000,
    {str(n): n for n in range(999)},
]
odd = anything | st.sampled_from(HUGE) | st.text(st.characters(exclude_categories=()), max_size=30)
"""Any value: of every plane, with half letters, too long, too deep, no number at all."""


@st.composite
def spoilt(draw, place, kind):
    """A message of this kind with up to two of its fields spoilt or left out, or with one more, and its binary parts."""
    known = PLACES[place][kind]
    message = {"kind": kind, **{name: draw(st.sampled_from(good)) for name, good in known.fields.items()}}
    for name in draw(st.lists(st.sampled_from([*known.fields, "content", "more"]), max_size=2)):
        message[name] = draw(odd)
        if draw(st.integers(0, 3)) == 0:
            del message[name]
    return message, draw(_files(known))


def _files(known):
    """The binary parts of a message, most often the one that it is to have."""
    if not known.files:
        return st.just(()) | st.tuples(st.binary(max_size=9))
    good = st.sampled_from(known.files) | slips(known.files[0]) | slips(known.files[1])
    return st.tuples(good) | st.lists(good | st.binary(max_size=99), max_size=2).map(tuple)


def strange(place):
    """A message that may be of a kind of this place and has any fields of any of its kinds."""
    known = PLACES[place]
    names = sorted({name for kind in known.values() for name in kind.fields} | {"more"})
    fields = st.dictionaries(st.sampled_from(names), odd, max_size=4)
    kind = st.sampled_from(sorted(known)) | anything if known else anything
    return st.tuples(st.builds(lambda kind, fields: {**fields, "kind": kind}, kind, fields) | anything, st.just(()))
