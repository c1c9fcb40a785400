r"""A person's own words inside markdown: they are read as they were written and never become markup.

Marks that could begin markup are preceded by a backslash, which every markdown reader takes away again: `*` `_` `[` `<` and such
everywhere; `#` `-` `1.` and such where a line begins; and what some readers would turn into a link. All other marks stay as they
are, so that the text is pleasant to read unrendered too. White space at the two ends of a line says nothing in markdown and goes.
"""

import re
from itertools import groupby

_ANYWHERE = re.compile(r"[\\`*_\[\]<>&~|$^@]|==|(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)
_FIRST = re.compile(r"[#+\-=:!%]|\d{1,9}(?=[.)])")
_LINE_END = re.compile(r"\r\n|\r|\n")


def escaped(words: str) -> str:
    """Words on one line: runs of white space are one space."""
    line = _ANYWHERE.sub(lambda found: "".join(f"\\{sign}" for sign in found[0]), " ".join(words.split()))
    first = _FIRST.match(line)
    if first is None:
        return line
    return f"{first[0]}\\{line[first.end() :]}" if first[0].isdecimal() else f"\\{line}"


def quoted(words: str) -> str:
    """Words as a quotation, line by line. One blank line or several begin a new paragraph."""
    lines = [escaped(line) for line in _LINE_END.split(words)]
    paragraphs = [list(group) for says_something, group in groupby(lines, bool) if says_something]
    return "\n>\n".join("\\\n".join(f"> {line}" for line in paragraph) for paragraph in paragraphs)
