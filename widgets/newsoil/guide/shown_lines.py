"""The help lines as pages show them: every country's stand there, and which are seen is the person's own choice, without a kernel."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from newsoil._paths import guide_folder, support_folder
from newsoil.guide.opening import open_guide
from newsoil.guide.support import INTERNATIONAL, Country, Line, read_support

URGENT = ("emergency", "suicide")
"""The kinds of line that stand first, in the part that cannot wait."""

ORDER = ("now", "directory", "talk", "own", "not")
"""The parts of the panel of help, what cannot wait first."""

BEFORE, AFTER = {"directory": ("others",)}, {"now": ("choice", "urgent")}
"""What is drawn in a part before its sentences, and after them: the choice of a country, its lines that cannot wait, its others."""

LISTS_AFTER = "directory-1"
"""The sentence that the lists come after."""


@cache
def shown_lines(today: date, language: str = "en", folder: Path | None = None) -> dict[str, Any]:
    """What is drawn: `parts` of the panel, `countries`, what holds everywhere first, the `lists` beside every country's own lines, `words`.

    The lines are those in `folder`, else our own. A part has an `id`, a `title`, and in `holds` what stands in it, in order: a sentence
    (`says`), or the name of what is drawn there (`draws`). The page of the app, the widget of a notebook and the phones of a room walk
    through it.

    Raises:
        BadContent: the lines or their words cannot be used.
    """
    said, support = open_guide(guide_folder(language)).words, read_support(folder or support_folder())
    words = said.get("lines", {})
    return {
        "words": words,
        "parts": _parts(said.get("support", {})),
        "countries": [_country(country, words, today, language) for country in support.all()],
        "lists": [_line(line, words, today, language) for line in support.directories()],
    }


def _parts(words: dict[str, str]) -> list[dict[str, Any]]:
    """The parts that the guide has words for."""
    return [{"id": part, "title": words[f"{part}-title"], "holds": _held(part, words)} for part in ORDER if f"{part}-title" in words]


def _held(part: str, words: dict[str, str]) -> list[dict[str, str]]:
    held = [{"draws": name} for name in BEFORE.get(part, ())]
    for key, sentence in words.items():
        if key.startswith(f"{part}-") and not key.endswith("-title"):
            held += [{"says": sentence}, *([{"draws": "lists"}] if key == LISTS_AFTER else [])]
    return [*held, *({"draws": name} for name in AFTER.get(part, ()))]


def _country(country: Country, words: dict[str, str], today: date, language: str) -> dict[str, Any]:
    own = [line for line in country.lines if country.code != INTERNATIONAL or line.kind != "directory"]
    return {
        "code": country.code,
        "name": country.name,
        "language": country.language,
        "urgent": in_kinds([line for line in own if line.kind in URGENT], words, today, language),
        "others": in_kinds([line for line in own if line.kind not in URGENT], words, today, language),
        "unchecked": any(_is_unchecked(line, today) for line in own),
    }


def in_kinds(lines: Sequence[Line], words: dict[str, str], today: date, language: str = "en") -> list[dict[str, Any]]:
    """Lines of one kind after the other; what a kind is for is said once, before its first."""
    kinds = ["", *(line.kind for line in lines)]
    return [
        {**_line(line, words, today, language), "kind": words.get(line.kind, "") if line.kind != before else ""}
        for before, line in zip(kinds, lines, strict=False)
    ]


def _line(line: Line, words: dict[str, str], today: date, language: str) -> dict[str, Any]:
    before = "write" + ("-word" if line.text_word else "") + ("" if line.number else "-only")
    return {
        "name": line.name,
        "call": line.number,
        "tel": line.number.replace(" ", ""),
        "write": line.text,
        "sms": line.text.replace(" ", ""),
        "write-before": words.get(before, "").format(word=line.text_word) if line.text else "",
        "chat": line.chat,
        "address": line.address,
        "more": " ".join(_more(line, words, today, language)),
        "unchecked": _is_unchecked(line, today),
    }


def _more(line: Line, words: dict[str, str], today: date, language: str) -> list[str]:
    """What is said after a line, as sentences."""
    said = [line.note.get(language, "")]
    if line.hours == "always" and line.kind != "emergency":
        said.append(words.get("always", ""))
    if line.languages:
        said.append(" · ".join(line.languages) + ".")
    if line.is_checked(today):
        said.append(words.get("checked", "").format(day=line.verified_on))
    return [sentence for sentence in said if sentence]


def _is_unchecked(line: Line, today: date) -> bool:
    """Whether the page says that nobody has checked a line, or a list."""
    return not line.is_checked(today)
