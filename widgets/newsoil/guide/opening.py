"""Opening a guide that may have slips: what cannot be used is left out and named, and everything else opens.

Whoever writes a guide learns of every slip from `newsoil check`. Whoever uses one can still use the stages that are sound.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from newsoil._errors import BadContent
from newsoil._paths import shipped_guide
from newsoil.guide.content import FORMAT_VERSION, Exercise, GuideFile
from newsoil.guide.reading import Guide, guide_of, named, read_guide
from newsoil.guide.whereabouts import is_on_a_server, said_there
from newsoil.guide.wiring import structure
from newsoil.guide.wiring_decisions import decision_problems

_TYPES = get_type_hints(GuideFile)

_AGAIN = "Correct the file and start again."


@cache
def open_guide(folder: Path) -> Guide:
    """The guide in `folder` without what cannot be used, to be used itself.

    What the program itself says, and the words of acute danger, are our own wherever the folder does not say them.

    Raises:
        BadContent: nothing in the folder can be used.
    """
    guide = sound_guide(folder)
    if folder.resolve() != shipped_guide().resolve():
        ours = read_guide(shipped_guide())
        words, acute, places = {**ours.words, **guide.words}, guide.acute or ours.acute, guide.places or ours.places
        guide = msgspec.structs.replace(guide, words=words, acute=acute, places=places)
    return msgspec.structs.replace(guide, words=said_there(guide.words)) if is_on_a_server() else guide


def sound_guide(folder: Path) -> Guide:
    """What can be used of the guide in `folder`, and nothing that it does not say. Its `slips` name in a sentence each what cannot be used.

    An exercise that is refused stays known by its id: asking for it raises `BadContent` with the sentence, so its stage can say it.

    Raises:
        BadContent: nothing in the folder can be used.
    """
    slips: list[str] = []
    refused: dict[str, str] = {}
    files: dict[Path, GuideFile] = {}
    for path in sorted(folder.glob("*.toml")):
        found, sentences, out = _sound(path)
        slips += sentences
        refused |= out
        files |= {path: found} if found else {}
    if not any(file.stage for file in files.values()):
        nothing = f"{folder} holds no content files (*.toml) with stages. Name the folder that holds those of a guide."
        raise BadContent(slips[0] if slips else nothing)
    files, doubles = _without_doubles(files)
    guide = guide_of(files)
    slips += doubles
    refused |= _refused(msgspec.structs.replace(guide, refused=refused), files)
    slips += [sentence for sentence in refused.values() if sentence not in slips]
    return msgspec.structs.replace(
        guide,
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
        return None, [f"{path} could not be read ({error.strerror}). Check who may read it, and start again."], {}
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


def _without_doubles(files: Mapping[Path, GuideFile]) -> tuple[dict[Path, GuideFile], list[str]]:
    """The files that fit together; one that brings a second table of words, a second gate or a second list is left out."""
    kept: dict[Path, GuideFile] = {}
    slips = []
    for path, file in files.items():
        try:
            guide_of({**kept, path: file})
        except BadContent as error:
            slips.append(f"{error} Until then {path.name} is left out.")
        else:
            kept[path] = file
    return kept, slips


def _refused(guide: Guide, files: Mapping[Path, GuideFile]) -> dict[str, str]:
    """The exercises that cannot be used although each part of them can be read: two of one id, a rule that leads nowhere."""
    places = {name: _places(files, name) for name in dict.fromkeys(exercise.id for exercise in guide.exercises)}
    found = {
        name: f"{named(paths)}: exercise: the id “{name}” is there {len(paths)} times. Give each its own “id”."
        for name, paths in places.items()
        if len(paths) > 1
    }
    for exercise in guide.exercises:
        if exercise.id not in found and (problem := next(_problems(exercise, guide, files), "")):
            found[exercise.id] = problem
    return found


def _places(files: Mapping[Path, GuideFile], exercise: str) -> list[Path]:
    """The file of each exercise with this id."""
    return [path for path, file in files.items() for one in file.exercise if one.id == exercise]


def _problems(exercise: Exercise, guide: Guide, files: Mapping[Path, GuideFile]) -> Iterator[str]:
    """What makes an exercise unusable, a sentence each: the file, the key, what to do."""
    for problem in structure(exercise, guide):
        yield f"{named(_places(files, exercise.id))}: {problem.sentence()}"
    decision = guide.decision(exercise.id)
    if decision:
        place = named(path for path, file in files.items() if decision in file.decision)
        for problem in decision_problems(decision, guide):
            yield f"{place}: {problem.sentence()}"
