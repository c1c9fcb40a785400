"""Each month compared with the one before: five rows in words, one dot a month, the middle row "about the same" marked.

Every answer is a comparison already, made from memory and in words. That decides what is honest here:

* Nothing is added up. Words have no size, so three "more secure" and two "less secure" make no distance, and a line that climbs from
  dot to dot would draw one.
* There is no "usual". The middle of comparisons would lie at "more secure" after some good months, and a month as good as the one before
  would then stand below the line, as a loss. What dots are read against is "about the same", at any number.
* The shift rule may be used against that row: were nothing changing, answers would fall on either side of it by chance, and six in a row
  on one side are as seldom as six coins alike. It is said as what it is: each of those months felt more secure, or less, than the one
  before. From ten months on, like everything that speaks of change. "About the same" is an answer too and no point without a side: it
  ends a run, so an old run is not told again for as long as months stay alike.
* Where a note of these months speaks of danger, a run of more secure ones is no heading. They are counted like all others.
* No month is set against another: each answer has done that.
* What came "most often" is not said, for what came less often is no smaller: five months "about the same" and four "less secure" are no
  year that stayed the same. All five answers are counted below the picture, as its rows are named: "more secure" together with "much more
  secure" would be a sum, and under its name a row would hold fewer. The heading counts months and no answers.

What is counted is no answer for the last month, and could be heard as one. So the heading counts months that were compared, a single
answer stands in quotation marks, and the sentence below begins with the latest answer and its month.

Sentences in charts-over-time.toml: `one`, `few`, `count` and `latest` or `range-same` (from 5 on), `above`, `below` (a run from 10 on);
`answer`, `latest-answer`, `counts`, `dot`, `no-sum`, `one-month`, `few-months`, `gap`, `break`, `shown`, `several` stand below the
picture; `alt…` say it; `step-…` name answers.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from newsoil.journal import Entry
from newsoil.progress import danger, findings
from newsoil.progress.notes import month_of, notes_of, one_line, whole
from newsoil.progress.picture import Picture, Table, blank
from newsoil.progress.steps.more_secure_figure import LONGEST_GAP, SAME, STEPS, Month, in_months, more_secure_figure
from newsoil.progress.words import Words, capital

EXERCISE = "more-secure"

DRAWN = 24
"""The latest months with a note that are drawn. Ours: two years, whose dots still stand apart at 288 px."""


def more_secure(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the latest `DRAWN` months with a note; `n` counts months, and of several notes in one the latest counts."""
    months, several = _months(entries)
    if not months:
        return blank(words.text)
    n = len(months)
    months = months[-DRAWN:]
    first, last = _ends(months, words)
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=_finding(months, n, words, afraid=danger.noted(entries, words.guide, months[0].first)),
        subtitle=words("subtitle-one", first=first) if n == 1 else words.subtitle(first=first, last=last),
        figure=more_secure_figure(months, words),
        alternative=_alternative(months, words),
        sentence=_sentence(months, words),
        note=_note(months, n, words, several=several),
        table=_table(months, words),
    )


def _ends(months: list[Month], words: Words) -> tuple[str, str]:
    """The first and the last month."""
    spoken = words.spanning(months[0].first, months[-1].first)
    return spoken.month(months[0].first), spoken.month(months[-1].first)


def _months(entries: Sequence[Entry]) -> tuple[list[Month], bool]:
    """The months with an answer, oldest first, and whether one has several."""
    found: dict[date, Month] = {}
    several = False
    for entry in notes_of(entries, EXERCISE):
        answer, month = whole(entry, "compared"), month_of(entry)
        if answer in STEPS:
            several = several or month in found
            found[month] = Month(month, answer, one_line(entry, "comes-from"))
    return sorted(found.values(), key=lambda month: month.first), several


def _finding(months: list[Month], n: int, words: Words, *, afraid: bool) -> str:
    """The heading. From ten months on a run on one side of "about the same" is said; else how many months there are."""
    state = findings.state(n)
    answers = [month.answer for month in months]
    spread = findings.spread(answers)
    if spread is None:
        return words("one" if state == "one" else "few", n=n)
    run = findings.run(answers, SAME, over_line=False) if state == "enough" else None
    if run and not (afraid and run.side == "above"):
        return words(run.side, k=run.k)
    count = words("latest" if n > len(months) else "count", n=len(months))
    return words("range-same", months=count, low=words(f"step-{spread.low}")) if spread.low == spread.high else count


def _sentence(months: list[Month], words: Words) -> str:
    """Below the picture: the latest answer, how many there are of each, what a dot is, and how little one month says."""
    counted = Counter(month.answer for month in months)
    said = [_said("answer" if len(months) == 1 else "latest-answer", months[-1], words)]
    if len(months) >= findings.SOME and len(counted) > 1:
        said.append(
            words("counts", counts=", ".join(f"{counted[step]} {words(f'step-{step}')}" for step in reversed(STEPS) if counted[step]))
        )
    return " ".join([*said, words("dot"), *[words("no-sum")] * (len(months) > 1), words("one-month")])


def _said(key: str, month: Month, words: Words) -> str:
    return words(key, month=words.month(month.first), answer=words(f"step-{month.answer}"))


def _note(months: list[Month], n: int, words: Words, *, several: bool) -> str:
    apart = [after - before for before, after in pairwise(in_months(months))]
    said = [words("few-months")] * (findings.state(n) == "some")
    said += [words("gap")] * any(gap > 1 for gap in apart) + [words("break")] * any(gap > LONGEST_GAP for gap in apart)
    said += [words("shown", shown=len(months), n=n)] * (n > len(months)) + [words("several")] * several
    return " ".join(said)


def _alternative(months: list[Month], words: Words) -> str:
    """How often each answer came, from the top row to the bottom one, and the latest."""
    if len(months) == 1:
        return " ".join([words("alt-one"), _said("answer", months[0], words)])
    first, last = _ends(months, words)
    counts = Counter(month.answer for month in months)
    said = [words("alt", n=len(months), first=first, last=last)]
    said += [words("alt-step", step=capital(words(f"step-{step}")), n=counts[step]) for step in reversed(STEPS) if counts[step]]
    return " ".join([*said, words("alt-latest", answer=words(f"step-{months[-1].answer}"))])


def _table(months: list[Month], words: Words) -> Table:
    """A row for each month that is drawn, the newest first."""
    rows = [
        (words.about(month.first.isoformat()[:7]), capital(words(f"step-{month.answer}")), month.comes_from or words("nothing"))
        for month in reversed(months)
    ]
    return Table(words("caption"), tuple(words(f"column-{name}") for name in ("month", "compared", "comes-from")), tuple(rows))
