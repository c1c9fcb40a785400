"""What all sheets answer with: what is there, that something is kept, a paper, or one sentence that says why not."""

from collections.abc import Callable, Mapping
from typing import Any

from newsoil._address import address_of
from newsoil._errors import NewSoilError
from newsoil.workshop.kept_form import is_modest_value

Reply = dict[str, Any]
Does = Callable[[dict[str, Any]], Reply]


def answering(does: Mapping[str, Does], refused: str) -> Callable[[dict[str, Any]], Reply | None]:
    """Answers the kinds of messages that `does` names, and says in a sentence what went wrong. `refused` is for all else."""

    def answer(message: dict[str, Any]) -> Reply | None:
        do = does.get(str(message.get("kind")))
        if do is None:
            return None
        address = address_of(message)
        try:
            return {**address, **do(message)}
        except NewSoilError as error:
            return {"kind": "refused", **address, "sentence": str(error)}
        except (TypeError, ValueError, KeyError):
            return {"kind": "refused", **address, "sentence": refused}

    return answer


def edit_of(message: dict[str, Any], fields: Mapping[str, Any]) -> tuple[str, Any]:
    """The field and the value of an edit. Raises `ValueError` where no field of ours takes it."""
    field, value = message.get("prompt"), message.get("value")
    if not isinstance(field, str) or field not in fields or not is_modest_value(value):
        raise ValueError(field)
    return field, value


def made(name: str, content: bytes) -> Reply:
    """A file for the page."""
    return {"kind": "made", "name": name, "content": content}
