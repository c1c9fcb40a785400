"""Notes for the charts over days, months and notes, so many as are asked for."""

from datetime import date, timedelta
from itertools import islice

from made_notes import TODAY, Notes, back, entry, turn

from newsoil.progress.steps.support_figure import OFTEN, SIGNS


def days_and_trust(n: int) -> Notes:
    """Two days with an answer for each good decision with a number, with pauses of some days and one of weeks."""
    felt = n - n // 3
    kinds = ["anxious", "mixed", "stormy", "mixed", "calm", "mixed", "anxious", "calm", "open", "calm", "mixed", "calm", "stormy"]
    words = ["", "tight", "", "tired", "", "like fog", "", "light"]
    pauses = turn([1, 1, 2, 1, 3, 1, 1, 1, 1, 5, 1, 2, 1, 1, 1, 26], felt)
    notes = []
    day = TODAY
    for number, (kind, word, pause) in enumerate(zip(turn(kinds, felt)[::-1], turn(words, felt), pauses, strict=True)):
        notes.append(entry("weather", day, number, weather=kind, word=word or None))
        day -= timedelta(days=pause)
    numbers = turn([3, 4, 2, 5, 4, 6, 5, 7, 4, 6], n // 3)
    notes += [
        entry("one-good-decision", day, number, decision="I asked for time.", self_trust=trust)
        for number, (day, trust) in enumerate(zip(back(n // 3, days=3), numbers, strict=True))
    ]
    return notes


def _months_back(n: int, *, without: tuple[int, ...] = ()) -> list[date]:
    """The last day or so of `n` months, oldest first; of the months before this one those are left out that are so far back."""
    firsts = (date(TODAY.year + (TODAY.month - 1 - back) // 12, (TODAY.month - 1 - back) % 12 + 1, 22) for back in range(10_000))
    return list(islice((first for back, first in enumerate(firsts) if back not in without), n))[::-1]


def months_compared(n: int) -> Notes:
    answers = turn([3, 4, 3, 2, 4, 3, 3, 5, 4, 3, 1, 3, 4, 2], n)
    reasons = turn(["We talked more.", None, "I do not know", "More sleep", None], n)
    days = zip(_months_back(n, without=(3, 9, 10)), answers, reasons, strict=True)
    return [entry("more-secure", day, compared=answer, comes_from=reason) for day, answer, reason in days]


def seven_signs(n: int) -> Notes:
    ways = ([1, 2, 1], [3, 3, 2, 3, 1, 2], [2, 1, 1, 2], [0, 1, 0, 2], [2, 3, 2, 1], [1, 0, None], [0, 0, 1])
    levels = zip(*(turn(way, n) for way in ways), strict=True)
    views = turn([None, "unknown", "clear-reason", "not-clear", None, "clear-reason"], n)
    notes = []
    for day, each, view in zip(_months_back(n, without=(4,)), levels, views, strict=True):
        signs = {sign.replace("-", "_"): None if level is None else OFTEN[level] for sign, level in zip(SIGNS, each, strict=True)}
        notes.append(entry("support-signs", day, **signs, see_it=view))
    return notes


def thinking_back(n: int) -> Notes:
    """Some by their answers alone, some as the person sees it."""
    path = {"new": "path", "feeling": "path", "question": "path", "next_step": "path", "can_stop": "path"}
    loop = {"new": "loop", "feeling": "loop", "question": "loop", "can_stop": "neither"}
    kinds = [path, loop, loop | {"can_stop": "loop"}, {"new": "path", "feeling": "neither"}, loop | {"see_it": "mixed"}, {"see_it": "path"}]
    kinds += [{"see_it": "unknown"}, path, {"see_it": "loop"}]
    topics = ["The weekend in May", "What was said on Sunday", None, "A photo", "Money"]
    days = zip(back(n, days=5), turn(kinds, n), turn(topics, n), strict=True)
    return [entry("loop-or-path", day, topic=topic, **answers) for day, answers, topic in days]
