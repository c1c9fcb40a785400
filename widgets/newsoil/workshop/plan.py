"""The plan of one meeting of a group: blocks with minutes, and what is said, done and shown in each. No wording is here.

Minutes are whole; times of a plan are minutes from its beginning.
"""

from typing import Annotated, Literal, Self

import msgspec

from newsoil.workshop.never_asked import asks_what_nobody_asks

Kind = Literal["arrive", "round", "input", "demonstration", "silent", "pairs", "threes", "all", "pulse", "grounding", "between", "close"]
"""What people do in a block. `silent` is for oneself, on paper; `round` is one after the other, and anybody can pass."""

_Words = Annotated[str, msgspec.Meta(min_length=1, pattern=r"\S")]
_Id = Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=60)]
_Minutes = Annotated[int, msgspec.Meta(ge=1, le=240)]

BANDS = 3
"""Groups that the answers of a pulse are folded into before anything is counted (rule A3 of anonymity)."""


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One answer that can be given in a pulse, and the band that it goes into."""

    id: _Id
    says: _Words
    band: _Id


class Band(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a release speaks of: one choice, or a few that lie together."""

    id: _Id
    says: _Words


class PulseQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One closed question to the whole group. Free text is never asked for."""

    question: _Words
    bands: tuple[Band, ...]
    choices: tuple[Choice, ...]

    def __post_init__(self) -> None:
        """Refuse what a release could not speak of in three words."""
        bands = [band.id for band in self.bands]
        if len(bands) != BANDS or len(set(bands)) != BANDS:
            raise ValueError(f"a pulse has {BANDS} `bands`, each with an id of its own, and not {len(bands)}")
        if unknown := [choice.id for choice in self.choices if choice.band not in bands]:
            raise ValueError(f"the choice “{unknown[0]}” goes into a band that is not there. There are: {', '.join(bands)}")
        if empty := [band for band in bands if all(choice.band != band for choice in self.choices)]:
            raise ValueError(f"no choice goes into the band “{empty[0]}”")
        if len({choice.id for choice in self.choices}) < len(self.choices):
            raise ValueError("two choices have the same id")

    def texts(self) -> tuple[str, ...]:
        """Everything that it says."""
        return (self.question, *(band.says for band in self.bands), *(choice.says for choice in self.choices))

    def asks_the_same(self, other: "PulseQuestion") -> bool:
        """Whether another one is this question, however its blocks are called."""
        return self.question.casefold().split() == other.question.casefold().split()

    def band_of(self, choice: str) -> str | None:
        """The band of a choice, or `None` where the choice is not one of these."""
        return next((one.band for one in self.choices if one.id == choice), None)


class Block(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One part of a meeting."""

    id: _Id
    title: _Words
    minutes: _Minutes
    kind: Kind
    aim: _Words
    """For the facilitator: what it is for."""
    say: tuple[_Words, ...] = ()
    """Words that a facilitator can say as they stand."""
    do: tuple[_Words, ...] = ()
    """For the facilitator: what to do, and what to watch for."""
    question: str = ""
    """What phones and the screen show in large letters; the title where there is none."""
    shown: str = ""
    """What phones and the screen show below it."""
    exercise: str = ""
    """The exercise of the guide that is used on paper."""
    materials: tuple[_Words, ...] = ()
    safety: str = ""
    """For the facilitator."""
    turns: Annotated[int, msgspec.Meta(ge=0, le=6)] = 0
    """How many people speak in turn, in pairs and threes."""
    turn_minutes: Annotated[int, msgspec.Meta(ge=0, le=60)] = 0
    pulse: PulseQuestion | None = None
    cards: tuple[_Words, ...] = ()
    """Invented cases or cards that are printed for this block."""

    def __post_init__(self) -> None:
        """Refuse a block whose parts do not belong together."""
        if (self.kind == "pulse") != (self.pulse is not None):
            raise ValueError("a block of the kind `pulse` has a table `pulse`, and no other has")
        if bool(self.turns) != bool(self.turn_minutes):
            raise ValueError("`turns` and `turn_minutes` belong together")
        if self.turns and self.kind not in ("pairs", "threes"):
            raise ValueError("turns are taken in `pairs` and `threes` alone")
        if self.pulse and (found := asks_what_nobody_asks(self.title, self.question, self.shown, *self.pulse.texts())):
            raise ValueError(f"a pulse never asks about this (“{found}”): ask how it is to be here, or leave it out")
        if self.turns * self.turn_minutes > self.minutes:
            raise ValueError(f"{self.turns} turns of {self.turn_minutes} minutes are longer than its {self.minutes} minutes")


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One meeting, whole."""

    format_version: Literal[1]
    id: _Id
    title: _Words
    minutes: _Minutes
    """How long the meeting is. The minutes of its blocks come to this."""
    aims: Annotated[tuple[_Words, ...], msgspec.Meta(min_length=1)]
    safety: _Words
    """For facilitators: what to take care of in this meeting."""
    practice: tuple[_Words, ...] = ()
    """What people can do until the next meeting, in a few steps."""
    block: Annotated[tuple[Block, ...], msgspec.Meta(min_length=1)]

    def __post_init__(self) -> None:
        """Refuse minutes that do not add up, and two blocks of one name."""
        ids = [block.id for block in self.block]
        if twice := [one for one in ids if ids.count(one) > 1]:
            raise ValueError(f"two blocks are called “{twice[0]}”: give one of them another `id`")
        asked = [block.pulse for block in self.block if block.pulse]
        if any(one.asks_the_same(other) for place, one in enumerate(asked) for other in asked[:place]):
            raise ValueError("two pulses ask the same question: whoever comes in between them could be told from the two results")
        self._add_up()

    def _add_up(self) -> None:
        """Name the block with which the time is over, or by how much it falls short."""
        used = 0
        for block in self.block:
            used += block.minutes
            if used > self.minutes:
                raise ValueError(
                    f"with the block “{block.id}” it comes to {used} minutes, but `minutes` is {self.minutes}: shorten a block, "
                    "leave one out, or make the meeting longer"
                )
        if used < self.minutes:
            short = f"its blocks end with “{self.block[-1].id}” after {used} minutes, but `minutes` is {self.minutes}"
            raise ValueError(f"{short}: {self.minutes - used} are missing")

    def starts(self) -> tuple[int, ...]:
        """When each block begins, in minutes from the beginning of the meeting."""
        return tuple(sum(block.minutes for block in self.block[:place]) for place in range(len(self.block)))

    def place(self, block: str) -> int:
        """Which one a block is, counted from 0. Raises `KeyError` when there is none of this name."""
        for place, one in enumerate(self.block):
            if one.id == block:
                return place
        raise KeyError(block)

    def retimed(self, block: str, minutes: int) -> Self:
        """The plan with one block of another length: all later blocks begin at another time, and the meeting is as long as they are.

        Raises:
            KeyError: there is no such block.
            ValueError: a block is not so long.
        """
        place = self.place(block)
        changed = msgspec.convert({**msgspec.to_builtins(self.block[place]), "minutes": minutes}, Block)
        blocks = (*self.block[:place], changed, *self.block[place + 1 :])
        return msgspec.structs.replace(self, block=blocks, minutes=sum(one.minutes for one in blocks))
