"""The ladder from light to tender, and how what was told was met.

Sentences in charts-own-words.toml: `one`, `noted`, `newest` (the heading: how many are drawn) and `it-…`, `latest-…` (how the latest was
met, as the person sees it; that it is not noted is said too, for a gap would be taken for bad news), `stop` and `twice` (when it is fine
to stop), `rungs` (a ladder of which nothing was told); `next`, `again`, `help`, `yours`, `stays` stand below the picture, `shown` and
`listed` say what is left out; `alt…` say it; `met-…` name how it was met.

`n` counts tellings: one thing that was told twice is one line of the ladder with two marks, so no sentence counts things. A ladder of which
nothing was told is drawn as it is: then `n` is 0 and the state `empty`, since there is nothing to count, and no word says that something is
still to come. Telling nothing is no gap.

What was used against a person is never followed by a next step, whenever it was and however it is seen now; two in a row that were not
met with care are followed by none, either. The heading says then that it is fine to stop, and not once more what hurt.
"""

from collections.abc import Sequence

from newsoil.journal import Entry
from newsoil.progress import danger, findings
from newsoil.progress.notes import same
from newsoil.progress.own_words.ladder_figure import DRAWN, Rung, Told, ladder_figure
from newsoil.progress.own_words.shares import Share, Shares, Topic, shares_of, steps_of, topics_of
from newsoil.progress.picture import LISTED, Picture, Table, blank
from newsoil.progress.words import Words

_NOT_SAID = ("none", "unknown")
"""What a share comes to when nothing is said of how it was met."""


def ladder(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the newest ladder and the newest `DRAWN` shares; `n` counts all shares, the heading those that are drawn."""
    shares, topics = shares_of(entries, words, LISTED), topics_of(entries, words)
    if not shares.n and not topics:
        return blank(words.text)
    rungs, beside = _placed(topics, shares.newest[-DRAWN:], words)
    return Picture(
        name=words.text.id,
        state=findings.state(shares.n),
        n=shares.n,
        finding=_finding(shares, words),
        subtitle=words.subtitle() if shares.n and topics else words("subtitle-list" if shares.n else "subtitle-rungs"),
        figure=ladder_figure(rungs, beside, words),
        alternative=_alternative(rungs, beside, words),
        sentence=_sentence(shares, words, careful=danger.noted(entries, words.guide)),
        note=_note(shares.n, words),
        table=_table(*_placed(topics, shares.newest, words), words, told=shares.n > 0),
    )


def _placed(topics: list[Topic], shares: list[Share], words: Words) -> tuple[list[Rung], Told]:
    """The rungs, the lightest first, each with its topics and what was told of them; and what was told beside the ladder. Newest first."""
    told: dict[str, list[Share]] = {}
    for share in reversed(shares):
        told.setdefault(same(share.words), []).append(share)
    rungs = [Rung(step, []) for step in steps_of(words)] if topics else []
    for topic in topics:
        rungs[topic.step - 1].topics.append((topic.words, told.pop(same(topic.words), [])))
    return rungs, [(found[0].words or words("no-words"), found) for found in told.values()]


def _finding(shares: Shares, words: Words) -> str:
    if not shares.n:
        return words("rungs")
    count = words("one" if shares.n == 1 else "newest" if shares.n > DRAWN else "noted", n=min(shares.n, DRAWN))
    if shares.against:
        return f"{count} {words('stop')}"
    if _twice(shares):
        return f"{words('twice')} {words('stop')}"
    latest = "it" if shares.n == 1 else "latest"
    return f"{count} {words(f'{latest}-{shares.newest[-1].seen}')}"


def _twice(shares: Shares) -> bool:
    """Whether the latest two of which it is said were not met with care."""
    latest = [share.seen for share in shares.newest if share.seen not in _NOT_SAID][-2:]
    return latest == ["pause", "pause"]


def _sentence(shares: Shares, words: Words, *, careful: bool) -> str:
    """What stands below. `careful`: another note speaks of danger, whenever it was, so nothing speaks of a next step here, either."""
    if not shares.n:
        return words("stays")
    if shares.against:
        return words("help")
    if _twice(shares):
        return words("again")
    return words("yours") if careful else words("next")


def _note(n: int, words: Words) -> str:
    said = [words("shown", shown=DRAWN, n=n)] * (n > DRAWN) + [words("listed", listed=LISTED)] * (n > LISTED)
    return " ".join([*said, *[words.text.note] * (n > 0)])


def _alternative(rungs: list[Rung], beside: Told, words: Words) -> str:
    """The ladder from its lightest rung, then what was told beside it."""
    said = [words("alt", n=len(rungs), first=rungs[0].name, last=rungs[-1].name)] if rungs else []
    for rung in rungs:
        topics = [_told(*one, words) for one in rung.topics]
        said += [words("alt-rung", rung=rung.name, topics=words.listed(topics))] if topics else []
    others = [_told(*one, words) for one in beside]
    said += [words("alt-beside" if rungs else "alt-list", shares=words.listed(others))] if others else []
    return " ".join(said)


def _told(topic: str, shares: list[Share], words: Words) -> str:
    met = [words("met-day", met=words(f"met-{share.seen}"), day=words.about(share.about)) for share in shares]
    return words("alt-told", topic=topic, met=words.listed(met)) if met else topic.rstrip(".")


def _table(rungs: list[Rung], beside: Told, words: Words, *, told: bool) -> Table:
    """A row for each topic and each share of it, the lightest first, whole words; then what was told beside the ladder.

    While nothing was told, no column asks how it was met.
    """
    nothing = words("nothing")
    rows: list[tuple[str, ...]] = []
    for name, here in [*((rung.name, rung.topics) for rung in rungs), (nothing, beside)]:
        for topic, shares in here:
            rows += [(name, topic, *_how(share, words)) for share in shares] or [(name, topic, *(nothing, nothing)[: 2 * told])]
    columns = ("rung", "topic", "how", "day")[: 4 if told else 2]
    return Table(words("caption"), tuple(words(column) for column in columns), tuple(rows))


def _how(share: Share, words: Words) -> tuple[str, str]:
    return words(f"met-{share.seen}"), words.about(share.about)
