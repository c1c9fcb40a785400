"""Every word of a note, as it is looked for: what was written, and what the form calls what was chosen."""

from collections.abc import Iterator, Mapping
from typing import Any

from newsoil.guide import Guide, RowsPrompt, SorterPrompt, read_as
from newsoil.guide.prompt import Prompt
from newsoil.journal import Entry
from newsoil.takeout.choice import exercise_of

Names = Mapping[str, Mapping[str, str]]
"""What a form calls answers, by prompt and id; those of all columns of a table together."""

_NO_NAMES: Mapping[str, str] = {}


class Told:
    """Tells the words of notes. A guide has few exercises and a journal many notes, so the names of each form are looked up once."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._names: dict[str, Names] = {}

    def words(self, entry: Entry) -> list[str]:
        """The title of the exercise, then every word of the answers, in their order. Numbers are no words, and links lead elsewhere."""
        title, names = exercise_of(self._guide, entry.exercise).title, self._of(entry.exercise)
        said = [title]
        for prompt, value in entry.answers.items():
            said += _said(value, names.get(prompt, _NO_NAMES))
        tags = names.get("tags", _NO_NAMES)
        return said + [tags.get(tag, tag) for tag in entry.tags]

    def _of(self, exercise: str) -> Names:
        if exercise not in self._names:
            self._names[exercise] = {prompt.id: dict(_names(prompt)) for prompt in exercise_of(self._guide, exercise).prompts}
        return self._names[exercise]


def _said(value: Any, names: Mapping[str, str]) -> Iterator[str]:
    if isinstance(value, str):
        if value:
            yield names.get(value, value)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name != "id" or (isinstance(inner, str) and inner in names):  # a card of the guide is known by its id
                yield from _said(inner, names)
    elif isinstance(value, list):
        for inner in value:
            yield from _said(inner, names)


def _names(prompt: Prompt | Any) -> Iterator[tuple[str, str]]:
    for several in ("options", "questions"):
        for option in getattr(prompt, several, ()):
            yield option.id, read_as(option.label, None)
    if isinstance(prompt, SorterPrompt):
        for option in (*prompt.cards, *prompt.groups):
            yield option.id, read_as(option.label, None)
    if isinstance(prompt, RowsPrompt):
        for column in prompt.columns:
            yield from _names(column)
