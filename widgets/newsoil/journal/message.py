"""What a page may send: one edit as a message, checked here and by its prompt. A page's messages are a public door."""

from typing import Annotated, Any, Literal, get_args

import msgspec

from newsoil._address import MOST_EDITS
from newsoil._errors import BadAnswer, BadContent
from newsoil.guide import DatePrompt, Guide, LinkPrompt, Prompt
from newsoil.journal.edit import Act, Edit, Place
from newsoil.journal.record import Status

_HOSTILE = (msgspec.ValidationError, TypeError, ValueError, LookupError, AttributeError, RecursionError)
"""What odd values raise where nobody thought of them; each means that the page's own form did not send them."""


class _Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An edit as the browser sends it."""

    kind: Literal["edit"]
    page: str
    seq: Annotated[int, msgspec.Meta(gt=0, le=MOST_EDITS)]
    exercise: str
    entry: str
    made_at: str
    at: str
    act: Act
    prompt: str = ""
    value: Any = None
    was: Any = None


def edit_of(guide: Guide, raw: Any) -> Edit:
    """The edit that a message means, its value checked. Raises `BadAnswer`."""
    try:
        message = msgspec.convert(raw, type=_Message)
        exercise = guide.exercise(message.exercise)
    except _HOSTILE as error:
        raise BadAnswer("This page and the workbook are of different versions. Copy your words, then reload the page.") from error
    except BadContent as error:
        raise BadAnswer("This exercise is not in the guide of this New Soil. Copy your words, then reload the page.") from error
    fields = {name: getattr(message, name) for name in ("page", "seq", "exercise", "entry", "made_at", "at", "act")}
    if message.act in ("status", "delete"):
        return Edit(**fields, value=_mark(message), exercise_version=exercise.version)
    prompt = next((prompt for prompt in exercise.prompts if prompt.id == message.prompt), None)
    if prompt is None:
        raise BadAnswer("This question is not in the exercise.")
    value = _mark(message) if message.act == "skip" else _answer(prompt, message.value)
    was = _believed(prompt, message.was)
    return Edit(**fields, prompt=prompt.id, place=_place(prompt), value=value, was=was, exercise_version=exercise.version)


def _mark(message: _Message) -> Any:
    """The status, or whether to skip or delete. Raises `BadAnswer` for anything else."""
    known = get_args(Status) if message.act == "status" else (True, False)
    if not isinstance(message.value, str if message.act == "status" else bool) or message.value not in known:
        raise BadAnswer("A note is in progress, done for now or not for today; a question is skipped or not; a note is deleted or not.")
    return message.value


def _answer(prompt: Prompt, value: Any) -> Any:
    """An answer as it is stored; `None` clears it. Raises `BadAnswer`."""
    try:
        return None if value is None else prompt.check(value)
    except _HOSTILE as error:
        raise BadAnswer("This answer is not one that the page's own form can give.") from error


def _believed(prompt: Prompt, was: Any) -> Any:
    """What the page believed to be on disk; nothing where that can be no answer, since it could not be kept in an inbox."""
    try:
        return _answer(prompt, was)
    except BadAnswer:
        return None


def _place(prompt: Prompt) -> Place:
    """A link goes to `links`; the prompts `tags` and `for-date` fill those of the entry; all else is an answer."""
    if isinstance(prompt, LinkPrompt):
        return "links"
    if isinstance(prompt, DatePrompt) and prompt.id == "for-date":
        return "for_date"
    return "tags" if prompt.id == "tags" else "answers"
