"""Then and today: the first answer to a question beside the latest, in groups by exercise.

`n` counts the notes of all these exercises that answer one of the questions. Nothing is said across groups, and nothing is added up: in
one group further right is more of something good, in another it is harder.

Sentences: `one`, `few`, `many` (the heading, which says how much there is); in the picture, below the title of each group, `same`, `differ`
(from two notes) or `moved` (from ten answers to each: which way), and `no-answer`; below the picture `rows`, `hard`, `between` (where there
are answers that are not drawn) and `two-days` (where a group has two notes); `strokes`, `ring` explain
marks; `alt…` say it; `group-…`, `right-…` name the groups and what further right means there, `item-…` the questions.
"""

from collections.abc import Sequence

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.picture import Picture, blank
from newsoil.progress.two_marks.answers import HARD, all_asked
from newsoil.progress.two_marks.then_and_today_told import alternative, answers_figure, table
from newsoil.progress.words import Words


def then_and_today(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the groups that have notes."""
    groups = all_asked(entries)
    if not groups:
        return blank(words.text)
    n = sum(group.n for group in groups)
    items = [item for group in groups for item in group.items]
    ring = any(item.first and item.latest and item.first.answer == item.latest.answer for item in items)
    explained = {"strokes": any(item.between for item in items), "ring": ring}
    state = findings.state(n)
    return Picture(
        name=words.text.id,
        state=state,
        n=n,
        finding=words({"one": "one", "few": "few"}.get(state, "many"), n=n),
        subtitle=" ".join([words.subtitle(), *(words(key) for key, has in explained.items() if has)]),
        figure=answers_figure(groups, words),
        alternative=alternative(groups, words),
        sentence=" ".join([words("rows"), *[words("hard")] * any(group.exercise == HARD for group in groups)]),
        note=" ".join([words("between")] * any(item.more for item in items) + [words("two-days")] * any(group.n > 1 for group in groups)),
        table=table(groups, words),
    )
