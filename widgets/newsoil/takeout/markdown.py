"""Notes as a markdown text: pleasant to read as it is, and rendered."""

from collections.abc import Iterator

from newsoil.guide import Guide
from newsoil.journal import Journal
from newsoil.takeout.choice import Choice, Progress
from newsoil.takeout.escaping import escaped, quoted
from newsoil.takeout.paper import Note, Paper, paper_of
from newsoil.takeout.telling import Said

EVERYTHING = Choice()


def to_markdown(
    journal: Journal, guide: Guide, choice: Choice = EVERYTHING, *, advice: bool = True, progress: Progress | None = None
) -> bytes:
    """The chosen notes as markdown in UTF-8: a heading for each exercise and each day, the question, the answer.

    `advice` puts a few sentences first on who may find it. Deleted notes and former answers are in `to_json` alone.
    """
    return draw(paper_of(journal, guide, choice, advice=advice, progress=progress))


def draw(paper: Paper) -> bytes:
    """A paper as markdown."""
    return ("\n\n".join(_blocks(paper)) + "\n").encode()


def _blocks(paper: Paper) -> Iterator[str]:
    yield f"# {escaped(paper.title)}"
    yield from (escaped(line) for line in paper.under)
    if paper.advice:
        title, *paragraphs = paper.advice
        yield f"**{escaped(title)}**"
        yield from (escaped(paragraph) for paragraph in paragraphs)
    if paper.own.strip():
        yield f"## {escaped(paper.own_title)}"
        yield quoted(paper.own)
    for part in paper.parts:
        yield f"## {escaped(part.title)}"
        for note in part.notes:
            yield from _note(note)
    if not paper.parts:
        yield escaped(paper.empty)
    yield "---"
    yield escaped(paper.footer)


def _note(note: Note) -> Iterator[str]:
    if note.above:
        yield f"### {escaped(note.above)}"
    for said in note.said:
        yield f"**{escaped(said.label)}**"
        yield from _answer(said)


def _answer(said: Said) -> Iterator[str]:
    if said.own:
        yield from (quoted(line) for line in said.lines if line.strip())
    elif said.columns:
        yield "\n".join(line for row in said.rows for line in _row(said.columns, row))
    elif said.groups:
        yield "\n".join(line for name, held in said.groups for line in (f"- {escaped(name)}", *(f"  - {escaped(one)}" for one in held)))
    else:
        yield "\n".join(f"- {escaped(line)}" for line in said.lines)


def _row(columns: tuple[str, ...], row: tuple[str, ...]) -> Iterator[str]:
    """The first cell as a list item, the others below it with the names of their columns."""
    first, *others = zip(columns, row, strict=True)
    yield f"- {escaped(first[1])}"
    yield from (f"  - {escaped(column)} {escaped(cell)}" for column, cell in others if cell)
