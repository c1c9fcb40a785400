"""The linter of the guide: what a reviewer would otherwise look for by hand, in its content files and its notebooks."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from newsoil._errors import BadContent
from newsoil._paths import shipped_guide
from newsoil.guide.markdown import Prose, read_markdown
from newsoil.guide.notebook import Notebook, read_notebook
from newsoil.guide.notebook_code import code_problems
from newsoil.guide.outline import outline
from newsoil.guide.problem import Problem
from newsoil.guide.reading import Guide
from newsoil.guide.rules import Rules, read_rules
from newsoil.guide.said import Said, said_in_guide
from newsoil.guide.showing import is_of_a_stage, showing
from newsoil.guide.support import Support
from newsoil.guide.visible import after_a_yes, prose_after_a_yes
from newsoil.guide.wiring import wiring
from newsoil.guide.wiring_decisions import wiring_decisions
from newsoil.guide.wiring_rounds import wiring_rounds
from newsoil.guide.wiring_sharing import wiring_sharing
from newsoil.guide.wiring_support import said_in_support, wiring_support
from newsoil.guide.wording import addresses, wording

LANGUAGE = "en"
"""The language whose rules are known."""


def lint(  # noqa: PLR0913 - all that a person reads beside the guide, each named
    guide: Guide,
    notebooks: Path,
    *,
    behind: Path | None = None,
    pages: Iterable[Path] = (),
    rules: Rules | None = None,
    support: Support | None = None,
) -> list[str]:
    """Every problem of a guide and its notebooks, each in a sentence or two: where, what, what to do.

    `behind` is a folder of other notebooks: where the guide has none of that name, a reader sees one of those, and only whether it fits is
    looked at. `pages` are further markdown files that a person reads. Without `rules`, those of the shipped English guide hold. `support`
    are the help lines that stand beside it; whether anybody has checked them is another question (`unchecked`).
    """
    known = read_rules(shipped_guide() / "lint") if rules is None else rules
    found, unreadable = _read(notebooks)
    lent = _lent(behind, notebooks, guide) if behind else {}
    texts = {page.name: read_markdown(page.read_text("utf-8")) for page in pages}
    problems = [
        *unreadable,
        *wiring(guide, known),
        *wiring_decisions(guide),
        *after_a_yes(guide, known),
        *wiring_sharing(guide),
        *wiring_rounds(guide),
        *(wiring_support(support) if support else ()),
        *prose_after_a_yes(found, known),
        *showing(guide, found, lent),
        *_built(guide, found, texts, {*found, *lent}),
        *_language(guide, found, texts, known),
        *(_notes(support, known) if support else ()),
    ]
    excused = {(excuse.word.lower(), excuse.where) for excuse in known.excuses}
    met = {(problem.found.lower(), problem.where) for problem in problems}
    open_ones = [problem for problem in problems if not problem.found or (problem.found.lower(), problem.where) not in excused]
    return [problem.sentence() for problem in (*open_ones, *_idle(known, met, lent))]


def _idle(rules: Rules, met: Collection[tuple[str, str]], lent: Collection[str]) -> Iterator[Problem]:
    """Exceptions that nothing needs any more. A place in a notebook that is lent was not looked at."""
    for excuse in () if rules.lent else rules.excuses:
        if (excuse.word.lower(), excuse.where) not in met and excuse.where.partition(",")[0] not in lent:
            yield Problem("lint/exceptions.toml", f"“{excuse.word}” is not in “{excuse.where}”. Take the exception out.")


def _read(folder: Path) -> tuple[dict[str, Notebook], list[Problem]]:
    found, unreadable = {}, []
    for path in sorted(folder.glob("*.ipynb")):
        try:
            found[path.name] = read_notebook(path)
        except BadContent as error:
            unreadable.append(Problem(path.name, f"{error} Write it anew, or take it out."))
    return found, unreadable


def _lent(behind: Path, notebooks: Path, guide: Guide) -> dict[str, Notebook]:
    """The notebooks that stand in for those that a guide does not have: where a stage names them, and the pages beside the stages."""
    named = {stage.notebook for stage in guide.stages}
    return {
        name: notebook
        for name, notebook in _read(behind)[0].items()
        if not (notebooks / name).is_file() and (name in named or not is_of_a_stage(name))
    }


def _built(guide: Guide, notebooks: Mapping[str, Notebook], pages: Mapping[str, Prose], known: Collection[str]) -> Iterator[Problem]:
    titles = {stage.notebook: stage.title for stage in guide.stages}
    for name, notebook in notebooks.items():
        yield from code_problems(name, notebook)
        for cell in notebook.cells:
            yield from addresses(f"{name}, cell {cell.id}", cell.text) if cell.cell_type == "code" else ()
        if proses := [prose for _, prose in notebook.prose()]:
            yield from outline(name, proses, known, titles.get(name, ""))
    for name, prose in pages.items():
        yield from outline(name, [prose], known)


def _notes(support: Support, rules: Rules) -> Iterator[Problem]:
    for said in said_in_support(support, LANGUAGE):
        yield from wording(said, rules)


def _language(guide: Guide, notebooks: Mapping[str, Notebook], pages: Mapping[str, Prose], rules: Rules) -> Iterator[Problem]:
    cells = [Said(f"{name}, cell {cell.id}", prose.blocks) for name, notebook in notebooks.items() for cell, prose in notebook.prose()]
    for said in (*said_in_guide(guide), *cells, *(Said(name, prose.blocks) for name, prose in pages.items())):
        yield from wording(said, rules)
