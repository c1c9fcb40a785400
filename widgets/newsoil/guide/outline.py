"""What a markdown text is built like: one title, headings in steps, images with words, links that lead somewhere."""

from collections.abc import Collection, Iterable, Iterator

from newsoil.guide.markdown import Prose
from newsoil.guide.problem import Problem


def outline(where: str, proses: Iterable[Prose], notebooks: Collection[str], title: str = "") -> Iterator[Problem]:
    """The problems of a page's build. `notebooks` are the names that a link may lead to; `title` is the page's, if it is known."""
    pages = tuple(proses)
    yield from _headings(where, [(block.level, block.words) for prose in pages for block in prose.blocks if block.kind == "heading"], title)
    for prose in pages:
        for link in prose.links:
            if link not in notebooks:
                yield Problem(where, f"its link to “{link}” leads to no notebook. Correct it, or name the place in words.", link)
        if not all(image.strip() for image in prose.images):
            yield Problem(where, "an image has no alternative text. Say in words what it shows.")
        for tag in prose.html:
            yield Problem(where, f"“{tag}” is raw HTML. Write it in markdown.", tag)


def _headings(where: str, headings: list[tuple[int, str]], title: str) -> Iterator[Problem]:
    firsts = [words for level, words in headings if level == 1]
    if len(firsts) != 1:
        yield Problem(where, f"it has {len(firsts)} headings of the first level. Have one, the page’s title.")
    elif title and firsts != [title]:
        yield Problem(where, f"its title is “{firsts[0]}”, and that of its stage is “{title}”. Say the same in both.")
    before = 0
    for level, words in headings:
        if level > before + 1:
            yield Problem(where, f"the heading “{words}” skips a level. Use level {before + 1}.")
        before = level
