"""What each page is told of the room. Three views, made from one room; what a view does not need is not in it.

`for_phones` is the same for all phones, and `yours` is what one phone is told of itself. Times are seconds that are left, not clock times:
the phones' clocks are anybody's.
"""

from datetime import datetime
from typing import Any

from newsoil.workshop.attendance import Attendance
from newsoil.workshop.codes import spaced
from newsoil.workshop.countdown import turn
from newsoil.workshop.kept_room import Release
from newsoil.workshop.plan import Block
from newsoil.workshop.pulse import AT_LEAST, is_mixed
from newsoil.workshop.room import MINUTE, Room
from newsoil.workshop.seats import Seat
from newsoil.workshop.words import RoomWords

View = dict[str, Any]


def for_phones(room: Room, words: RoomWords) -> View:
    """What all phones are told."""
    return {
        "kind": "room",
        **_shared(room, words),
        "id": room.id,
        "can_park": room.seats.here() >= AT_LEAST,
        "pulse": _asked(room),
        "needed": room.pulses.needed,
    }


def yours(room: Room, seat: Seat) -> View:
    """What one phone is told of itself. `pace` and `answered` are of the block that is named."""
    pulse = room.pulses.open
    return {
        "kind": "yours",
        "name": seat.name,
        "block": room.block.id,
        "pace": seat.pace,
        "word": seat.word,
        "answered": pulse is not None and pulse.has_answered(seat.id),
    }


def for_screen(room: Room, words: RoomWords) -> View:
    """What the screen on the wall shows: how to come in, and where the group is. How many answered is not for the wall."""
    return {
        "kind": "room",
        **_shared(room, words),
        "code": spaced(room.code),
        "open": room.is_open(),
        "pulse": _asked(room),
        "needed": room.pulses.needed,
    }


def for_facilitator(room: Room, words: RoomWords, attendance: Attendance) -> View:
    """What the console shows. Of phones it holds the names of seats, of a pulse how many have answered, and of neither anything more.

    Notes and wishes for a word are in it a little later than they came.
    """
    ready, more = room.seats.paces()
    waiting = room.held_back.waiting()
    asked = [seat for seat in room.seats if ("word", seat.id) not in waiting]
    notes = [note for note in room.parking.notes if ("note", note.id) not in waiting]
    return {
        "kind": "room",
        **_shared(room, words),
        "code": spaced(room.code),
        "open": room.is_open(),
        "plan": room.plan.id,
        "aims": room.plan.aims,
        "started": room.started,
        "clock": _clock(room),
        "checks": [{"id": name, "says": says, "done": name in room.checked} for name, says in words.words.get("checks", {}).items()],
        "behind": round(room.behind()),
        "ready": ready,
        "more": more,
        "connected": room.seats.connected(),
        "block": {**_block(room), **_for_facilitator(room.block)},
        "blocks": [
            {"id": block.id, "title": block.title, "kind": block.kind, "minutes": block.minutes, "start": start}
            for block, start in zip(room.plan.block, room.plan.starts(), strict=True)
        ],
        "safety": room.plan.safety,
        "pulse": {**_asked(room), "answered": room.pulses.open.answered if room.pulses.open else 0, "needed": room.pulses.needed},
        "parked": [{"id": note.id, "text": note.text, "became": note.became, "keep": note.keep} for note in notes],
        "seats": sorted(({"name": seat.name, "here": seat.lines > 0} for seat in room.seats), key=lambda one: str(one["name"])),
        "wanted": sorted(seat.name for seat in asked if seat.word == "named"),
        "unnamed": sum(seat.word == "somebody" for seat in asked),
        "people": [{"who": one.who, "came": one.came} for one in attendance.people],
    }


def _clock(room: Room) -> View:
    """The laptop's clock, and the seconds by which it is ahead of UTC: a second facilitator's phone may keep another time."""
    at = room.clocks.wall()
    ahead = datetime.fromtimestamp(at).astimezone().utcoffset()
    return {"at": at, "offset": ahead.total_seconds() if ahead else 0}


def _shared(room: Room, words: RoomWords) -> View:
    phase = "over" if room.ended else "waiting" if room.started is None else "running"
    return {
        "phase": phase,
        "title": room.plan.title,
        "meeting": room.meeting,
        "here": room.seats.here(),
        "paused": room.paused,
        "place": room.place,
        "block": _block(room),
        "time": _time(room),
        "changes": f"{room.time.since:.3f} {room.time.left_then:.1f} {room.time.runs}" if room.time else "",
        "releases": [_release(room, words, one) for one in room.pulses if one.ended != "open"],
    }


def _block(room: Room) -> View:
    """A block as everybody sees it."""
    block = room.block
    return {
        "id": block.id,
        "title": block.title,
        "kind": block.kind,
        "minutes": block.minutes,
        "question": block.pulse.question if block.pulse else block.question,
        "shown": block.shown,
        "turns": block.turns,
    }


def _for_facilitator(block: Block) -> View:
    """What is beside it for a facilitator alone."""
    return {
        "aim": block.aim,
        "say": block.say,
        "do": block.do,
        "safety": block.safety,
        "materials": block.materials,
        "cards": block.cards,
        "exercise": block.exercise,
        "has_pulse": block.pulse is not None,
    }


def _time(room: Room) -> View | None:
    """The time that is left, and whose turn it is; nothing before the meeting begins."""
    if room.time is None:
        return None
    left, block = room.time.left(room.clocks.steady()), room.block
    view: View = {"left": round(left, 1), "runs": room.time.runs}
    if block.turns:
        elapsed = block.minutes * MINUTE - left
        view |= {"turn": turn(elapsed, block.turns, block.turn_minutes * MINUTE), "turn_seconds": block.turn_minutes * MINUTE}
    return view


def _asked(room: Room) -> View:
    """The pulse of the block: whether it is open, and what can be answered."""
    block, pulse = room.block, room.pulses.open
    if block.pulse is None:
        return {"state": "none"}
    became = room.pulses.of(block.id)
    state = "open" if pulse else became.ended if became else "can" if room.seats.here() >= room.pulses.needed else "too-few"
    choices = [{"id": one.id, "says": one.says} for one in block.pulse.choices]
    return {"state": state, "question": block.pulse.question, "choices": choices}


def _release(room: Room, words: RoomWords, release: Release) -> View:
    """What became of a pulse, in words alone. Without words it has no bands, and says why."""
    asked = room.plan.block[room.plan.place(release.block)].pulse
    said = words.words["pulse"]
    bands = [
        {"says": band.says, "word": word, "read": said[word]}
        for band, word in zip(asked.bands if asked else (), release.words, strict=False)
    ]
    says = _headline(bands, said, release) if bands else words.words["ended"][release.ended].format(needed=room.pulses.needed)
    return {"block": release.block, "question": asked.question if asked else "", "says": says, "bands": bands}


def _headline(bands: list[dict[str, str]], said: dict[str, str], release: Release) -> str:
    """One sentence of a release, which says what its words say."""
    if is_mixed(release.words):
        return said["mixed"]
    most = [band["says"] for band in bands if band["word"] == "most"]
    some = [band["says"] for band in bands if band["word"] == "some"]
    key = "most-of" if most else ("some-of", "some-of-both", "some-of-all")[len(some) - 1]
    return said[key].format(*(most or some))
