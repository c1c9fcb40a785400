"""Hard talks for those who do not see the picture: the text alternative and the table."""

from newsoil.progress import findings
from newsoil.progress.picture import Table
from newsoil.progress.two_marks.talks import Talk, pairs_in
from newsoil.progress.words import Words, capital


def alternative(talks: list[Talk], words: Words, *, afraid: bool) -> str:
    """Counts from five pairs on; with fewer, and after fear, each talk by itself, since a count would be a sentence on them all."""
    both = pairs_in(talks)
    said = [words("alt-one" if len(talks) == 1 else "alt", n=len(talks))]
    if afraid or findings.pairs(both) is None:
        return " ".join(said + [_told(talk, words) for talk in talks])
    counts = {
        "lower": sum(end < start for start, end in both),
        "same": sum(end == start for start, end in both),
        "higher": sum(end > start for start, end in both),
        "unpaired": len(talks) - len(both),
    }
    said += [words(f"alt-{key}", n=count) for key, count in counts.items() if count]
    hottest = sorted((talk for talk in talks if talk.peak is not None), key=lambda talk: -(talk.peak or 0))[:1]
    return " ".join(said + [words("alt-hottest", name=talk.name, day=talk.day, peak=talk.peak) for talk in hottest])


def _told(talk: Talk, words: Words) -> str:
    start, peak, end = (words("no-number") if number is None else number for number in (talk.start, talk.peak, talk.end))
    return words("alt-row", name=talk.name, day=talk.day, start=start, peak=peak, end=end)


def table(talks: list[Talk], words: Words) -> Table:
    """A row for each talk as it was noted, the newest on top; the caption says what the numbers and the last column mean."""
    rows = []
    for talk in talks:
        numbers = (words("nothing") if number is None else str(number) for number in (talk.start, talk.noted, talk.end))
        rows.append((talk.day, talk.name, *numbers, talk.repaired))
    columns = tuple(capital(words(column)) for column in ("day", "talk", "start", "peak", "end", "repaired"))
    return Table(words("caption"), columns, tuple(rows))
