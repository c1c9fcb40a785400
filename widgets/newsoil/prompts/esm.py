"""The JavaScript and CSS of a widget, as anywidget sends it.

anywidget loads a widget's module from a `blob:` address, where a relative import has nothing to be relative to. So a module and all
that it imports become one text, each module once, in the order in which they need each other. There is no bundler and no
build step: the modules stay plain files that a browser could load as they are.
"""

import os
import re
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parent / "static"

SERVED = "NEWSOIL_SERVED"
"""The environment variable that holds the address, on the server of the page, under which the modules are served."""

_IMPORT = re.compile(r'^import \{[^}]*\} from "(\.{1,2}/[\w./-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class)\b)", re.MULTILINE)
_COMMENT = re.compile(r"/\*\*.*?\*/ ?|^\s*//[^\n]*$", re.MULTILINE | re.DOTALL)
_BEHIND = re.compile(r"(?<=[;,{}()\]]) // [^\n]*$", re.MULTILINE)
"""A comment behind code. No text of ours has two slashes between blanks."""
_BLANK = re.compile(r"^[ \t]*\n|^[ \t]+", re.MULTILINE)
_GOES_ON = re.compile(r"(?<=[{,(\[])\n")
"""The end of a line that goes on in the next."""


def is_served() -> bool:
    """Whether the page of a server of ours surrounds the widgets, and brings their modules."""
    return bool(os.environ.get(SERVED))


def _in_order(module: Path, seen: dict[Path, None]) -> dict[Path, None]:
    """The module after all that it imports, each once."""
    if module not in seen:
        for name in _IMPORT.findall(module.read_text("utf-8")):
            _in_order((module.parent / name).resolve(), seen)
        seen[module] = None
    return seen


@cache
def inlined(module: Path) -> str:
    """A module with its imports inlined, its comments and its blanks left out.

    No module of ours has a text that spans lines. Names are shared by all inlined modules, so no two of them may use one name at the
    top level; a test looks.
    """
    modules = list(_in_order(module.resolve(), {}))
    texts = [_IMPORT.sub("", module.read_text("utf-8")) for module in modules]
    whole = "\n".join([*(_EXPORT.sub("", text) for text in texts[:-1]), texts[-1]])
    return _GOES_ON.sub("", _BLANK.sub("", _BEHIND.sub("", _COMMENT.sub("", whole))))


def esm(name: str) -> str:
    """The module `static/<name>.js` as one text."""
    return inlined(STATIC / f"{name}.js")


def module(name: str) -> str:
    """What a widget gives anywidget as its module.

    anywidget sends it once for every instance. Where a server of ours serves the modules, it is a line that takes the module from there,
    once for the whole page and from the browser's own store on the next visit; elsewhere, as in JupyterLab, it is the whole text.
    """
    if served := os.environ.get(SERVED):
        return f'const {{ default: widget }} = await import(new URL("{served}{name}.js", location.origin));\nexport default widget;\n'
    return esm(name)


def style(*names: str) -> str:
    """What a widget gives anywidget as its style: nothing where the page brings the style sheets itself."""
    return "" if is_served() else css(*names)


@cache
def css(*names: str) -> str:
    """The style sheets `static/<name>.css`, one after the other, without their comments."""
    sheets = "\n".join((STATIC / f"{name}.css").read_text("utf-8") for name in names)
    return _BLANK.sub("", re.sub(r"/\*.*?\*/", "", sheets, flags=re.DOTALL))
