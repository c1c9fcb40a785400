"""Drawing a template with every word escaped. Jinja2 is imported when something is drawn, not before."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsoil.guide import Guide
from newsoil.takeout.words import Words

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"


def drawn(template: str, guide: Guide, **given: Any) -> bytes:
    """A template of this package as UTF-8, with the guide's words at hand as `words(table)(key)`."""
    say = Words(guide)
    page = say("page", page="\0page\0", pages="\0pages\0").split("\0")
    return _environment().get_template(template).render(guide=guide, words=say.of, page_number=page, **given).encode()


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(_TEMPLATES)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    environment.filters["css"] = css_string
    environment.filters["paragraphs"] = lambda text: text.split("\n\n")
    return environment


def css_string(text: str) -> str:
    """Text for between quotation marks in a stylesheet: every sign but letters, digits and spaces by its number.

    The space behind a number ends it and is not shown.
    """
    return "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in text)
