"""A room and its folder: what browsers ask is done, written down where it has to outlive a crash, and answered. It knows no network."""

import copy
from collections import deque
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from newsoil._errors import BadContent, NotSaved
from newsoil.workshop.acting import act_as_facilitator, act_as_phone
from newsoil.workshop.attendance import Attendance, read_attendance
from newsoil.workshop.kept_room import KeptRoom, keep
from newsoil.workshop.messages import Checked, Message, Parked, Plain, PlanChosen, Present, SupportFilled, of_facilitator, of_phone
from newsoil.workshop.programme import Programmes
from newsoil.workshop.refused import Refused
from newsoil.workshop.room import Room
from newsoil.workshop.support_list import BLOCKS, Problem, SupportList, keep_list, problem_of, read_list
from newsoil.workshop.traces import leave, told_on
from newsoil.workshop.words import RoomWords

Reply = dict[str, Any]

REMEMBERED = 200
"""Acts of facilitators that are known by their names. A page sends again within seconds."""


class Meeting:
    """One meeting, from the moment that its room opens to the last of its traces.

    `folder` is `None` in a rehearsal, which leaves none.
    """

    def __init__(
        self, room: Room, words: RoomWords, programmes: Programmes, folder: Path | None, today: Callable[[], date] = date.today
    ) -> None:
        self.room, self.words, self.programmes, self.folder, self._today = room, words, programmes, folder, today
        self.attendance = read_attendance(folder) if folder else Attendance()
        self._written: KeptRoom | None = None
        self._done: deque[str] = deque(maxlen=REMEMBERED)
        self.is_left = False
        """Whether it has ended, and only what a meeting leaves is on the disk."""

    @property
    def rehearsal(self) -> bool:
        """Whether it leaves nothing on the disk."""
        return self.folder is None

    def support(self) -> Problem:
        """What is wrong with the local list of help. A rehearsal needs none."""
        return "" if self.folder is None else problem_of(self.folder.parent, self._today())

    def phone_says(self, seat: str, sent: str | bytes) -> Reply | None:
        """Do what a phone asks; `None` where it is no message of a phone."""
        said = of_phone(sent)
        return None if said is None else self._answered(said, lambda: self._do_as_phone(seat, said))

    def facilitator_says(self, sent: str | bytes) -> Reply | None:
        """Do what a facilitator asks; `None` where it is no message of one."""
        said = of_facilitator(sent)
        if said is None:
            return None
        if said.once in self._done:
            return {"kind": "done", "n": said.n}
        reply = self._answered(said, lambda: self._do_as_facilitator(said))
        if said.once and reply["kind"] == "done":
            self._done.append(said.once)
        return reply

    def keep(self) -> None:
        """Write the room where it differs from what is there. Raises `NotSaved` when the disk refuses."""
        if self.folder is None or self.room.ended:
            return
        kept = self.room.kept()
        if self._written is None or _untimed(kept) != _untimed(self._written):
            keep(self.folder, kept)
            self._written = kept

    def end(self) -> None:
        """End it, and leave on the disk what a meeting leaves. Raises `NotSaved` when the disk refuses; then it can be asked again."""
        self.room.end()
        if self.folder is not None:
            leave(self.folder, self.room, self.attendance)
        self.is_left = True
        self.room.parking.forget_what_is_not_kept()

    def choose(self, plan: str, programme: str = "") -> None:
        """Take a plan, as the meeting of a programme where it is one. Raises `Refused` where there is none, or the meeting has begun."""
        try:
            found = self.programmes.plan(plan)
            meeting = self.called(plan, programme) if programme else ""
        except BadContent:
            raise Refused("no-such-plan") from None
        self.room.choose(found, meeting)

    def called(self, plan: str, programme: str) -> str:
        """Which meeting of a programme a plan is, as it is shown; nothing where it is none. Raises `BadContent` for no programme."""
        place = self.programmes.programme(programme).place_of(plan)
        return self.words.words["shared"]["meeting-of"].format(number=place[0], all=place[1]) if place else ""

    def support_list(self) -> SupportList | None:
        """The local list of help, where one can be read."""
        try:
            return read_list(self.folder.parent) if self.folder else None
        except BadContent:
            return None

    @property
    def checks(self) -> frozenset[str]:
        """What facilitators see to before a meeting begins, by its name in the words. A rehearsal asks for none."""
        return frozenset() if self.rehearsal else frozenset(self.words.words.get("checks", {}))

    def _check_start(self) -> None:
        """Refuse to begin without a list of help, or before everything was seen to."""
        if self.support() in BLOCKS:
            raise Refused("no-support-list")
        if not self.checks <= self.room.checked:
            raise Refused("not-checked")

    def _check_question(self) -> None:
        """Refuse a question that another meeting of the same day has told the words of (A2): two results would tell what came between."""
        asked = self.room.block.pulse
        if asked and self.folder and any(asked.asks_the_same(one) for one in told_on(self.folder.parent, self._today(), self.folder)):
            raise Refused("asked-today")

    def _keep_support(self, found: SupportList) -> None:
        if self.folder is not None:
            keep_list(self.folder.parent, found)

    def _do_as_phone(self, seat: str, said: Any) -> None:
        """A note is on the disk before its phone hears so; where the disk refuses, the phone keeps it. All else is in memory alone."""

        def park() -> None:
            act_as_phone(self.room, seat, said)
            self.keep()

        if isinstance(said, Parked):
            self._written_or_not_at_all(park)
        else:
            act_as_phone(self.room, seat, said)

    def _do_as_facilitator(self, said: Any) -> None:
        self._written_or_not_at_all(lambda: self._do(said))

    def _written_or_not_at_all(self, do: Callable[[], None]) -> None:
        """What the disk does not take has not happened: nobody is told of it, and it can be asked again."""
        before, came = self.room.memory(), copy.deepcopy(self.attendance)
        try:
            do()
        except NotSaved:
            self.room.recall(before)
            self.attendance = came
            self._written = None
            raise

    def _do(self, said: Any) -> None:
        if self.is_left and not isinstance(said, Present):
            raise Refused("over")
        if isinstance(said, Plain) and said.act == "start":
            self._check_start()
        if isinstance(said, Plain) and said.act == "open-pulse":
            self._check_question()
        if isinstance(said, Checked) and said.check not in self.checks:
            raise Refused("no-such-check")
        if isinstance(said, PlanChosen):
            self.choose(said.plan, said.programme)
        elif isinstance(said, SupportFilled):
            self._keep_support(said.found)
        else:
            act_as_facilitator(self.room, self.attendance, said)
        if isinstance(said, Present) and self.folder is not None:
            self.attendance.keep(self.folder)
        if self.room.ended:
            self.end()
        self.keep()

    def _answered(self, said: Message, do: Callable[[], None]) -> Reply:
        try:
            do()
        except Refused as refused:
            return {"kind": "refused", "n": said.n, "reason": refused.reason, "says": self.words.refused(refused.reason)}
        except NotSaved:
            return {"kind": "refused", "n": said.n, "reason": "disk", "says": self.words.refused("disk")}
        return {"kind": "done", "n": said.n}


def _untimed(kept: KeptRoom) -> KeptRoom:
    """A room without the seconds that its time runs down by itself."""
    time = kept.time
    return msgspec.structs.replace(kept, time=time and msgspec.structs.replace(time, left=round(time.left + time.at * time.runs), at=0))
