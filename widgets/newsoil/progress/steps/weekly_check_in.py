"""The weekly check-in: five rows of dots, one dot a week.

Sentences in charts.toml: `one`, `one-item`, `few`, `range…` (from 5 check-ins on, where one item alone has five answers), `sparse` (none or
several have), `above`, `below` with `…-ties` and `…-rest` (a shift from 10 on), `around`, `steady` (10 and no shift); `all` and `latest`
count check-ins. `others`, `month-…` with `they`, `compares` and `one-month`, `dot`, `afraid`, `usual`, `gap`, `few-months`, `shown`,
`several` stand below the picture; `alt…` say it; `item-…`, `step-…` name items and answers.

Where a note of these weeks speaks of danger, nothing is said of weeks above the usual, or of a month that was higher (`noted` is the
heading then, if that alone was found): the weeks after a frightening night are often the warmest. What lies below is said as ever.
"""

from collections.abc import Sequence

from newsoil.journal import Entry
from newsoil.progress import danger, findings
from newsoil.progress.picture import Picture, blank
from newsoil.progress.steps.weekly_figure import weekly_figure
from newsoil.progress.steps.weekly_told import alternative, answer_said, ends_said, table
from newsoil.progress.steps.weeks import DRAWN, ITEMS, Week, answers_to, months_in, shifts_in, weeks_of
from newsoil.progress.words import Words, capital


def weekly_check_in(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the latest `DRAWN` check-ins; it ends with the last one, so weeks without one since then do not show."""
    weeks, several = weeks_of(entries)
    if not weeks:
        return blank(words.text)
    n = len(weeks)
    weeks = weeks[-DRAWN:]
    first, last = ends_said(weeks, words)
    afraid = danger.noted(entries, words.guide, weeks[0].monday)
    found = shifts_in(weeks)
    shifts = {item: shift for item, shift in found.items() if not (afraid and shift.side == "above")}
    order = sorted(ITEMS, key=lambda item: item != next(iter(shifts), item))
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=words("noted", counted=_counted(weeks, n, words)) if found and not shifts else _finding(weeks, n, shifts, words),
        subtitle=words("subtitle-one", first=first) if n == 1 else words.subtitle(first=first, last=last),
        figure=weekly_figure(weeks, order, words),
        alternative=alternative(weeks, order, words),
        sentence=_sentence(weeks, n, shifts, words, afraid=afraid),
        note=_note(weeks, n, words, several=several),
        table=table(weeks, words),
    )


def _finding(weeks: list[Week], n: int, shifts: dict[str, findings.Shift], words: Words) -> str:
    """The heading, on the check-ins that are drawn. From ten answers on it speaks of the longest shift, from five on of all items."""
    state = findings.state(n)
    if state in ("one", "few"):
        return words(state, n=n)
    for item, shift in shifts.items():
        return _shifted(item, shift, words)
    answers = {item: answers_to(item, weeks) for item in ITEMS}
    counted = _counted(weeks, n, words)
    if any(findings.usual(values) is not None for values in answers.values()):
        return words("steady" if all(len(set(values)) <= 1 for values in answers.values()) else "around", counted=counted)
    return _range([(item, spread) for item, values in answers.items() if (spread := findings.spread(values))], counted, words)


def _counted(weeks: list[Week], n: int, words: Words) -> str:
    return words("latest" if n > len(weeks) else "all", n=len(weeks))


def _shifted(item: str, shift: findings.Shift, words: Words) -> str:
    ties = "" if shift.k == shift.of else "-ties"
    return words(f"{shift.side}{ties}", k=shift.k, of=shift.of, item=words(f"item-{item}"))


def _range(spreads: list[tuple[str, findings.Spread]], counted: str, words: Words) -> str:
    """From where to where the answers go, if they are answers to one item: five questions have no most common answer of them all."""
    if len(spreads) != 1:
        return words("sparse", counted=counted)
    (item, spread), *_ = spreads
    key = "range-same" if spread.low == spread.high else "range" if spread.most else "range-mixed"
    low, high, most = (step and words(f"step-{step}") for step in spread)
    return words(key, about=capital(words(f"item-{item}")), low=low, high=high, most=most)


def _sentence(weeks: list[Week], n: int, shifts: dict[str, findings.Shift], words: Words, *, afraid: bool) -> str:
    """What stands below: what else was found, whose view it is, and for everyone that fear counts, however a week was."""
    said = []
    for number, (item, shift) in enumerate(shifts.items()):
        said += [words("as-sentence", words=_shifted(item, shift, words))] * bool(number)
        said += [words(f"{shift.side}-rest", of=shift.of)] * (shift.k < shift.of)
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
    said = [words("few-months")] * (findings.state(n) == "some") + [words("usual")] * with_usual + [words("gap")] * _has_gaps(weeks)
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
    """How the last two months compare: which items are higher or lower, or that it is about the same, and in what if not in all five."""
    compared = months_in(weeks)
    if not compared:
        return []
    before, this, found = compared
    spoken = words.spanning(before, this)
    months = {"month": spoken.month(this), "before": spoken.month(before)}
    said = []
    for way in ("lower",) if afraid else ("higher", "lower"):
        items = [words(f"item-{item}") for item, how in found.items() if how == way]
        if len(items) == 1:
            said.append(words(f"month-{way}-one", item=items[0], **months))
        elif items:
            said += [words(f"month-{way}", n=len(items), **months), words("they", items=words.listed(items))]
    if not said and set(found.values()) == {"same"}:
        said = [words("month-same", **months)]
        if len(found) < len(ITEMS):
            said.append(words("compares", items=words.listed([words(f"item-{item}") for item in found])))
    return [*said, words("one-month")] if said else []
