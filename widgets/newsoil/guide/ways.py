"""What the prose says of where words are kept, in each way of keeping them. The page shows what is true on it (`data-in`)."""

from functools import cache
from html import escape

from newsoil._paths import guide_folder
from newsoil.guide.opening import open_guide


@cache
def _sentences() -> dict[str, str]:
    """What is said where notes are on disk, and what is said instead where they are in memory alone; `said-1` and `instead-1`."""
    words = open_guide(guide_folder()).words.get("kept-where", {})
    return {words[name]: words[f"instead-{name.removeprefix('said-')}"] for name in words if name.startswith("said-")}


def in_each_way(html: str) -> str:
    """Prose of ours as HTML, each such sentence in both forms.

    Raises:
        BadContent: the guide cannot be used.
    """
    for said, instead in _sentences().items():
        seen, other = escape(said, quote=False), escape(instead, quote=False)
        html = html.replace(seen, f'<span data-in="disk">{seen}</span><span data-in="memory">{other}</span>')
    return html
