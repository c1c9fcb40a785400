"""What the prose says of where words are kept, in each way of keeping them. The page shows what is true on it (`data-in`)."""

from functools import cache
from html import escape

from newsoil._paths import guide_folder
from newsoil.guide.opening import open_guide


@cache
def _sentences() -> dict[str, tuple[str, str]]:
    """For each sentence of the prose (`said-1`) what is said where notes are on disk, and where they are in memory alone (`instead-1`).

    The first is the same sentence, or another one where that disk is a server's (`there-1`).
    """
    words = open_guide(guide_folder()).words.get("kept-where", {})
    numbers = [name.removeprefix("said-") for name in words if name.startswith("said-")]
    return {words[f"said-{n}"]: (words.get(f"there-{n}", words[f"said-{n}"]), words[f"instead-{n}"]) for n in numbers}


def in_each_way(html: str) -> str:
    """Prose of ours as HTML, each such sentence in both forms.

    Raises:
        BadContent: the guide cannot be used.
    """
    for said, shown in _sentences().items():
        disk, memory = (escape(one, quote=False) for one in shown)
        html = html.replace(escape(said, quote=False), f'<span data-in="disk">{disk}</span><span data-in="memory">{memory}</span>')
    return html
