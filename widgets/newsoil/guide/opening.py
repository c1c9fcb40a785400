"""Opening a guide that may have slips: what cannot be used is left out and named, and everything else opens.

Whoever writes a guide learns of every slip from `newsoil check`. Whoever uses one can still use the stages that are sound.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from newsoil._errors import BadContent
from newsoil._paths import shipped_guide
from newsoil.guide.content import FORMAT_VERSION, Exercise, GuideFile
from newsoil.guide.reading import Guide, guide_of, read_guide
from newsoil.guide.wiring import structure
from newsoil.guide.wiring_decisions import decision_problems

_TYPES = get_type_hints(GuideFile)

_AGAIN = "Correct the file and start again."


@cache
def open_guide(folder: Path) -> Guide:
    """The guide in `folder` without what cannot be used. Its `slips` say in a sentence each what that is, and what to do.

    What the program itself says, and the words of acute danger, are our own wherever the folder does not say them.

    An exercise that is refused stays known by its id: asking for it raises `BadContent` with the sentence, so its stage can say it.

    Raises:
        BadContent: nothing in the folder can be used.
    """
    slips: list[str] = []
    refused: dict[str, str] = {}
    files = []
    for path in sorted(folder.glob("*.toml")):
        found, sentences, out = _sound(path)
        slips += sentences
        refused |= out
        files += [found] if found else []
    if not any(file.stage for file in files):
        raise BadContent(slips[0] if slips else f"{folder} holds no content files (*.toml) with stages.")
    guide, doubles = _without_doubles(folder, files)
    slips += doubles
    refused |= _refused(msgspec.structs.replace(guide, refused=refused))
    ours = read_guide(shipped_guide()) if folder.resolve() != shipped_guide().resolve() else guide
    slips += [sentence for sentence in refused.values() if sentence not in slips]
    return msgspec.structs.replace(
        guide,
        words={**ours.words, **guide.words},
        acute=guide.acute or ours.acute,
        places=guide.places or ours.places,
        exercises=tuple(exercise for exercise in guide.exercises if exercise.id not in refused),
        decisions=tuple(decision for decision in guide.decisions if decision.exercise not in refused),
        refused=refused,
        slips=tuple(slips),
    )


def _sound(path: Path) -> tuple[GuideFile | None, list[str], dict[str, str]]:
    """What can be used of a file, a sentence for each thing that cannot, and the exercises among those."""
    try:
        raw = msgspec.toml.decode(path.read_bytes())
    except OSError as error:
        return None, [f"{path} could not be read ({error.strerror})."], {}
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return None, [f"{path}: {error}. {_AGAIN}"], {}
    if raw.get("format_version") != FORMAT_VERSION:
        return None, [f"{path}: format_version is not {FORMAT_VERSION}. {_AGAIN}"], {}
    kept: dict[str, Any] = {"format_version": FORMAT_VERSION}
    slips, refused = [], {}
    for key, value in raw.items():
        if key not in _TYPES:
            slips.append(f"{path}: “{key}” is nothing that a guide has. {_AGAIN}")
        elif key != "format_version":
            kept[key], wrong = _converted(value, _TYPES[key])
            for name, problem in wrong:
                slips.append(f"{path}: {key}{f' “{name}”' if name else ''}: {problem}. {_AGAIN}")
                if key == "exercise" and name:
                    refused[name] = slips[-1]
    return GuideFile(**{key: value for key, value in kept.items() if value is not None}), slips, refused


def _converted(value: Any, kind: Any) -> tuple[Any, list[tuple[str, str]]]:
    """A value of a file as what it is meant to be; of a list, the parts that are sound. For each other part its id and what is wrong."""
    parts = get_args(kind)
    if parts and parts[-1] is Ellipsis and isinstance(value, list):
        sound, wrong = [], []
        for part in value:
            try:
                sound.append(msgspec.convert(part, parts[0]))
            except msgspec.ValidationError as error:
                wrong.append((str(part.get("id", "")) if isinstance(part, dict) else "", str(error)))
        return tuple(sound), wrong
    try:
        return msgspec.convert(value, kind), []
    except msgspec.ValidationError as error:
        return None, [("", str(error))]


def _without_doubles(folder: Path, files: list[GuideFile]) -> tuple[Guide, list[str]]:
    """The guide of these files; a file that brings a second table of words, a second gate or a second list is left out."""
    kept: list[GuideFile] = []
    slips = []
    for file in files:
        try:
            guide_of(folder, [*kept, file])
        except BadContent as error:
            slips.append(str(error))
        else:
            kept.append(file)
    return guide_of(folder, kept), slips


def _refused(guide: Guide) -> dict[str, str]:
    """The exercises that cannot be used although each part of them can be read: two of one id, a rule that leads nowhere."""
    times = Counter(exercise.id for exercise in guide.exercises)
    found = {name: f"The exercise “{name}” is there {number} times. Give each its own id." for name, number in times.items() if number > 1}
    for exercise in guide.exercises:
        if exercise.id not in found and (problem := next(_problems(exercise, guide), "")):
            found[exercise.id] = problem
    return found


def _problems(exercise: Exercise, guide: Guide) -> Iterator[str]:
    """What makes an exercise unusable, a sentence each."""
    yield from (problem.sentence() for problem in structure(exercise, guide))
    decision = guide.decision(exercise.id)
    if decision:
        yield from (problem.sentence() for problem in decision_problems(decision, guide))
