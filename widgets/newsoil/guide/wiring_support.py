"""What the linter looks for in help lines: each once, somebody to talk to in every country, and notes worded like all other texts."""

from collections import Counter
from collections.abc import Iterator

from newsoil.guide.markdown import Block
from newsoil.guide.problem import Problem
from newsoil.guide.said import Said
from newsoil.guide.support import Country, Support


def wiring_support(support: Support) -> Iterator[Problem]:
    """What does not hold together in the files of help lines."""
    if not support.directories():
        yield Problem(_where(support.international), "it names no list. Give at least one line of the kind “directory”.")
    for country in support.all():
        ways = Counter(way for line in country.lines for way in {line.number, line.address} - {""})
        for way, times in ways.items():
            if times > 1:
                yield Problem(_where(country), f"“{way}” is there {times} times. Say it once.")
    for country in support.countries:
        if not any(line.kind == "suicide" for line in country.lines):
            yield Problem(_where(country), "no line is of the kind “suicide”. Give one that you are certain of, or leave the country out.")


def said_in_support(support: Support, language: str) -> Iterator[Said]:
    """The notes that a person reads in one language."""
    for country in support.all():
        for line in country.lines:
            if language in line.note:
                yield Said(f"{_where(country)}, {line.name}, note", (Block("paragraph", line.note[language]),))


def _where(country: Country) -> str:
    return f"support/{country.code}.toml"
