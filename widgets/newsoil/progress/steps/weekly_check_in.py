"""The weekly check-in: five rows of dots, one dot a week.

Sentences in charts.toml: `one`, `one-item`, `few`, `range…` (5 to 9 answers to an item), `sparse` (none has five answers), `above`,
`below` and their `…-ties` (a shift from 10 on), `around`, `steady` (10 and no shift), `others`, `month-…`; `dot`, `afraid`, `usual`, `gap`,
`shown`, `several` stand below the picture; `alt…` say it; `item-…`, `step-…` name items and answers.

Where a note of these weeks speaks of danger, nothing is said of weeks above the usual, or of a month that was higher (`noted` is the
heading then, if that alone was found): the weeks after a frightening night are often the warmest. What lies below is said as ever.
"""

from collections.abc import Sequence

from newsoil.journal import Entry
from newsoil.progress import danger, findings
from newsoil.progress.picture import Picture, blank
from newsoil.progress.steps.weekly_figure import weekly_figure
from newsoil.progress.steps.weekly_told import alternative, answer_said, table
from newsoil.progress.steps.weeks import DRAWN, ITEMS, Week, answers_to, months_in, shifts_in, weeks_of
from newsoil.progress.words import Words, capital


def weekly_check_in(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the latest `DRAWN` check-ins; it ends with the last one, so weeks without one since then do not show."""
    weeks, several = weeks_of(entries)
    if not weeks:
        return blank(words.text)
    n = len(weeks)
    weeks = weeks[-DRAWN:]
    first, last = words.day(weeks[0].monday), words.day(weeks[-1].monday)
    afraid = danger.noted(entries, words.guide, weeks[0].monday)
    found = shifts_in(weeks)
    shifts = {item: shift for item, shift in found.items() if not (afraid and shift.side == "above")}
    order = sorted(ITEMS, key=lambda item: item != next(iter(shifts), item))
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=words("noted", n=n) if found and not shifts else _finding(weeks, n, shifts, words),
        subtitle=words("subtitle-one", first=first) if n == 1 else words.subtitle(first=first, last=last),
        figure=weekly_figure(weeks, order, words),
        alternative=alternative(weeks, order, words),
        sentence=_sentence(weeks, n, shifts, words, afraid=afraid),
        note=_note(weeks, n, words, several=several),
        table=table(weeks, words),
    )


def _finding(weeks: list[Week], n: int, shifts: dict[str, findings.Shift], words: Words) -> str:
    """The heading. From ten answers on it speaks of the longest shift, from five on of the first item that has five."""
    state = findings.state(n)
    if state in ("one", "few"):
        return words(state, n=n)
    for item, shift in shifts.items():
        return _shifted(item, shift, words)
    answers = {item: answers_to(item, weeks) for item in ITEMS}
    if any(findings.usual(values) is not None for values in answers.values()):
        return words("steady" if all(len(set(values)) <= 1 for values in answers.values()) else "around", n=n)
    for item, values in answers.items():
        if spread := findings.spread(values):
            return _range(item, spread, words)
    return words("sparse", n=n)


def _shifted(item: str, shift: findings.Shift, words: Words) -> str:
    ties = "" if shift.k == shift.of else "-ties"
    return words(f"{shift.side}{ties}", k=shift.k, of=shift.of, item=words(f"item-{item}"))


def _range(item: str, spread: findings.Spread, words: Words) -> str:
    key = "range-same" if spread.low == spread.high else "range" if spread.most else "range-mixed"
    low, high, most = (step and words(f"step-{step}") for step in spread)
    return words(key, item=capital(words(f"item-{item}")), low=low, high=high, most=most)


def _sentence(weeks: list[Week], n: int, shifts: dict[str, findings.Shift], words: Words, *, afraid: bool) -> str:
    """What stands below: what else was found, whose view it is, and for everyone that fear counts, however a week was."""
    said = [words("as-sentence", words=_shifted(item, shift, words)) for item, shift in list(shifts.items())[1:]]
    with_usual = [item for item in ITEMS if findings.usual(answers_to(item, weeks)) is not None]
    if shifts and len(with_usual) == len(ITEMS) > len(shifts) and not afraid:
        said.append(words("others"))
    said += _months(weeks, words, afraid=afraid)
    if n == 1:
        said += [answer_said(item, answers[0], words) for item in ITEMS if (answers := answers_to(item, weeks))]
    return " ".join([*said, words("dot"), words("afraid")])


def _note(weeks: list[Week], n: int, words: Words, *, several: bool) -> str:
    """How to read what is there: the dashed line, the gaps, what is left out."""
    with_usual = any(findings.usual(answers_to(item, weeks)) is not None for item in ITEMS)
    said = [words("usual")] * with_usual + [words("gap")] * _has_gaps(weeks)
    said += [words("shown", shown=len(weeks), n=n)] * (n > len(weeks)) + [words("several")] * several
    return " ".join(said)


def _has_gaps(weeks: list[Week]) -> bool:
    """Whether a row of dots has a place between its first and its last dot where there is none."""
    for item in ITEMS:
        answered = [week.monday for week in weeks if week.answers[item] is not None]
        if answered and (answered[-1] - answered[0]).days // 7 + 1 > len(answered):
            return True
    return False


def _months(weeks: list[Week], words: Words, *, afraid: bool) -> list[str]:
    compared = months_in(weeks)
    if not compared:
        return []
    before, this, found = words.month(compared[0]), words.month(compared[1]), compared[2]
    said = []
    for way in ("lower",) if afraid else ("higher", "lower"):
        items = [words(f"item-{item}") for item, how in found.items() if how == way]
        said += [words(f"month-{way}", month=this, before=before, items=words.listed(items))] if items else []
    return said or [words("month-same", month=this, before=before)] * (set(found.values()) == {"same"})
