"""Reading a guide from its folder of TOML files, and finding things in it."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from newsoil._errors import BadContent
from newsoil.guide.content import Acute, Aside, ChartText, Exercise, Gate, GuideFile, Number, Passage, Place, Stage
from newsoil.guide.decision import Decision
from newsoil.guide.rounds import Rounds
from newsoil.guide.sharing import Consent, Recipient

TAGS = "tags"
"""The id of the prompt that fills the tags of an entry, in any exercise."""

T = TypeVar("T", Stage, Exercise, Aside, ChartText, Number, Recipient)
File = TypeVar("File")
One = TypeVar("One")


class Guide(msgspec.Struct, frozen=True, kw_only=True):
    """A whole guide in one language: everything it says and asks, in the order of its files."""

    stages: tuple[Stage, ...]
    exercises: tuple[Exercise, ...]
    passages: tuple[Passage, ...]
    numbers: tuple[Number, ...]
    asides: tuple[Aside, ...]
    charts: tuple[ChartText, ...]
    words: dict[str, dict[str, str]]
    recipients: tuple[Recipient, ...] = ()
    consents: tuple[Consent, ...] = ()
    places: tuple[Place, ...] = ()
    decisions: tuple[Decision, ...] = ()
    gate: Gate | None = None
    acute: Acute | None = None
    rounds: Rounds | None = None
    refused: dict[str, str] = {}
    """Exercises that are there but cannot be used, each with a sentence that says why; see `opening`."""
    slips: tuple[str, ...] = ()
    """A sentence for everything that was left out."""

    @property
    def shown(self) -> tuple[Exercise, ...]:
        """The exercises that stages show: all but the gate's own, which is drawn wherever a gate stands."""
        return tuple(exercise for exercise in self.exercises if self.gate is None or exercise.id != self.gate.exercise)

    @property
    def known(self) -> frozenset[str]:
        """The ids of all exercises, those that cannot be used among them."""
        return frozenset((*(exercise.id for exercise in self.exercises), *self.refused))

    @property
    def tags(self) -> frozenset[str]:
        """The ids of all tags that forms offer. Any other tag is a person's own."""
        asked = (prompt for exercise in self.exercises for prompt in exercise.prompts if prompt.id == TAGS)
        return frozenset(option.id for prompt in asked for option in getattr(prompt, "options", ()))

    def stage(self, name: str) -> Stage:
        """The stage with this id. Raises `BadContent` when there is none."""
        return _found("stage", self.stages, name)

    def exercise(self, name: str) -> Exercise:
        """The exercise with this id. Raises `BadContent` when there is none, or none that can be used."""
        if name in self.refused:
            raise BadContent(self.refused[name])
        return _found("exercise", self.exercises, name)

    def decision(self, exercise: str) -> Decision | None:
        """The decision table of an exercise, if it has one."""
        return next((decision for decision in self.decisions if decision.exercise == exercise), None)

    def number(self, name: str) -> int:
        """The number with this id. Raises `BadContent` when there is none."""
        return _found("number", self.numbers, name).value

    def aside(self, name: str) -> Aside:
        """The aside with this id. Raises `BadContent` when there is none."""
        return _found("aside", self.asides, name)

    def chart(self, name: str) -> ChartText:
        """The sentences of the chart with this id. Raises `BadContent` when there are none."""
        return _found("chart", self.charts, name)

    def recipient(self, name: str) -> Recipient:
        """The kind of recipient with this id. Raises `BadContent` when there is none."""
        return _found("recipient", self.recipients, name)


def _found(what: str, things: tuple[T, ...], name: str) -> T:
    for thing in things:
        if thing.id == name:
            return thing
    raise BadContent(f"The guide has no {what} “{name}”. It has: {', '.join(thing.id for thing in things)}.")


def read_toml(path: Path, kind: type[File]) -> File:
    """One content file of a kind.

    Raises:
        BadContent: the file cannot be read or does not fit; the text names file, key and what is wrong.
    """
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except OSError as error:
        raise BadContent(f"{path} could not be read ({error.strerror}). Check who may read it, and start again.") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadContent(f"{path}: {error}. Correct the file and start again.") from error


def read_file(path: Path) -> GuideFile:
    """One file of the guide. Raises `BadContent` as `read_toml` does."""
    return read_toml(path, GuideFile)


@cache
def read_guide(folder: Path) -> Guide:
    """The guide in `folder`: all its TOML files together. Read once a process; content does not change while it runs.

    Raises:
        BadContent: a file does not fit, two hold the same words, or the folder holds none.
    """
    found = {path: read_file(path) for path in sorted(folder.glob("*.toml"))}
    if not found:
        raise BadContent(f"{folder} holds no content files (*.toml). Name the folder that holds those of a guide.")
    return guide_of(found)


def guide_of(found: Mapping[Path, GuideFile]) -> Guide:
    """The guide that these files make together. Raises `BadContent` when two hold what stands in one."""
    files = found.values()
    return Guide(
        stages=tuple(stage for file in files for stage in file.stage),
        exercises=tuple(exercise for file in files for exercise in file.exercise),
        passages=tuple(passage for file in files for passage in file.passage),
        numbers=tuple(number for file in files for number in file.number),
        asides=tuple(aside for file in files for aside in file.aside),
        charts=tuple(chart for file in files for chart in file.chart),
        words=_words(found),
        recipients=tuple(recipient for file in files for recipient in file.recipient),
        consents=tuple(consent for file in files for consent in file.consent),
        places=tuple(place for file in files for place in file.place),
        decisions=tuple(decision for file in files for decision in file.decision),
        gate=_only("gate", {path: file.gate for path, file in found.items() if file.gate}),
        acute=_only("acute", {path: file.acute for path, file in found.items() if file.acute}),
        rounds=_only("rounds", {path: file.rounds for path, file in found.items() if file.rounds}),
    )


def _only(name: str, found: Mapping[Path, One]) -> One | None:
    """What stands in one file of a guide."""
    if len(found) > 1:
        raise BadContent(f"{named(found)}: [{name}] is in both. Put it into one of them.")
    return next(iter(found.values()), None)


def _words(found: Mapping[Path, GuideFile]) -> dict[str, dict[str, str]]:
    """The tables of words of all files. A table in two files would lose one of them without a word."""
    names = [name for file in found.values() for name in file.words]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        places = named(path for path, file in found.items() if twice[0] in file.words)
        raise BadContent(f"{places}: [words.{twice[0]}] is in both. Put its words into one of them.")
    return {name: words for file in found.values() for name, words in file.words.items()}


def named(paths: Iterable[Path]) -> str:
    """Files as a sentence begins with them; each once, though more than one thing in it is meant."""
    return ", ".join(str(path) for path in dict.fromkeys(paths))
