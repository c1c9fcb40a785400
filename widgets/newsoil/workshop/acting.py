"""What each message does in a room. A phone's message never does what a facilitator's does: they are read by different readers."""

from newsoil.workshop.attendance import Attendance
from newsoil.workshop.messages import (
    Answered,
    Checked,
    Left,
    Lengthened,
    Moved,
    NoteMoved,
    OfFacilitator,
    OfPhone,
    Paced,
    Parked,
    Plain,
    Present,
    Quieted,
    SeatChanged,
    WordAsked,
)
from newsoil.workshop.refused import Refused
from newsoil.workshop.room import Room


def act_as_phone(room: Room, seat: str, said: OfPhone) -> None:
    """Do what a phone asks, for its own seat. Raises `Refused` where the room does not."""
    match said:
        case Paced():
            room.say(seat, said.block, said.pace)
        case Answered():
            room.answer(seat, said.block, said.choice)
        case Parked():
            room.park(seat, said.note, said.text)
        case WordAsked():
            room.ask_for_word(seat, said.word)
        case Left():
            room.seats.leave(seat)


def act_as_facilitator(room: Room, attendance: Attendance, said: OfFacilitator) -> None:
    """Do what a facilitator asks. Raises `Refused` where the room does not."""
    match said:
        case Plain():
            _plainly(room, said)
        case Moved():
            room.move(said.block)
        case Lengthened():
            room.longer(said.minutes)
        case Quieted():
            room.quiet(said.minutes)
        case NoteMoved():
            _note(room, said)
        case SeatChanged():
            _seat(room, said)
        case Checked():
            (room.checked.add if said.done else room.checked.discard)(said.check)
        case Present():
            attendance.note(said.who, said.came)


def _plainly(room: Room, said: Plain) -> None:
    match said.act:
        case "start":
            room.start()
        case "hold" | "resume":
            room.hold(on=said.act == "hold")
        case "pause" | "go-on":
            room.pause(on=said.act == "pause")
        case "open-pulse":
            room.open_pulse()
        case "close-pulse":
            room.close_pulse()
        case "new-code":
            room.change_code()
        case "new-keys":
            room.change_keys()
        case "end":
            _end(room)


def _end(room: Room) -> None:
    """End it, unless something has come that no facilitator was shown yet: it is shown now, and they end the meeting once more."""
    if room.held_back.show() and not room.ended:
        raise Refused("came-last")
    room.end()


def _note(room: Room, said: NoteMoved) -> None:
    if said.to == "delete":
        room.parking.delete(said.note)
    elif said.to in ("keep", "do-not-keep"):
        room.parking.change(said.note, keep=said.to == "keep")
    else:
        room.parking.change(said.note, became=said.to)  # type: ignore[arg-type] # what is left are these


def _seat(room: Room, said: SeatChanged) -> None:
    if said.to == "remove":
        room.seats.remove(room.seats.named(said.seat).id)
    else:
        room.seats.named(said.seat).word = ""
