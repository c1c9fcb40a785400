"""What charts of other notes leave out where a note speaks of danger."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from newsoil.guide import Guide
from newsoil.journal import Entry
from newsoil.progress import danger
from newsoil.progress.charts import picture
from newsoil.progress.picture import Picture
from newsoil.progress.steps.weeks import ITEMS

Make = Callable[..., Entry]
Draw = Callable[..., Picture]
MONDAY = date(2026, 11, 23)
SPEAK = [
    ("setback-sorter", {"safety": ["threats"]}),
    ("setback-sorter", {"safety": ["afraid"], "see_it": "normal"}),
    ("hard-talk", {"afraid": 2, "repaired": "yes"}),
    ("safe-for-two", {"afraid": 3}),
    ("conversation-card", {"met": "against"}),
    ("conversation-card", {"felt_safe": "no"}),
    ("after-a-share", {"met": "against", "see_it": "care"}),
    ("what-i-did-not-say", {"reason": "afraid"}),
    ("words-and-actions", {"talked_about_it": "not-safe"}),
    ("whose-work", {"willing_talked": "not-safe"}),
    ("safety-gate", {"items": ["watched"]}),
]
SILENT = [
    ("setback-sorter", {"flags": ["repeated"], "normal": ["talked"]}),
    ("hard-talk", {"afraid": 1, "peak": 10, "escalated": "yes"}),
    ("after-a-share", {"met": "not"}),
    ("trigger", {"kind": "now", "before": 10}),
    ("safety-gate", {"items": []}),
]


def weeks(note: Make, levels: list[int], item: str = "warmth") -> list[Entry]:
    """A check-in on each Monday, the last on `MONDAY`; all other items are in the middle."""
    days = [MONDAY - timedelta(weeks=back) for back in reversed(range(len(levels)))]
    same = {each.replace("-", "_"): 3 for each in ITEMS}
    return [note("weekly-check-in", day, **same | {item.replace("-", "_"): level}) for day, level in zip(days, levels, strict=True)]


def test_every_exercise_whose_answers_can_come_to_danger_is_asked(guide: Guide) -> None:
    grave = {decision.exercise for decision in guide.decisions if any(result.danger for result in decision.results)}
    assert guide.gate is not None
    assert set(danger.EXERCISES) == grave | {guide.gate.exercise}


@pytest.mark.parametrize(("exercise", "answers"), SPEAK)
def test_an_answer_speaks_of_danger_however_it_is_seen_by_now(guide: Guide, note: Make, exercise: str, answers: Any) -> None:
    entries = [note(exercise, "2026-09-01", **answers)]
    assert danger.noted(entries, guide)
    assert danger.noted(entries, guide, date(2026, 9, 1))
    assert not danger.noted(entries, guide, date(2026, 9, 2))
    assert not danger.noted([note(exercise, "2026-09-01", entry={"deleted_at": "2026-09-02T10:00:00+01:00"}, **answers)], guide)


@pytest.mark.parametrize(("exercise", "answers"), SILENT)
def test_what_is_hard_and_no_danger_changes_nothing(guide: Guide, note: Make, exercise: str, answers: Any) -> None:
    assert not danger.noted([note(exercise, "2026-09-01", **answers)], guide)


@pytest.mark.parametrize(("exercise", "answers"), SPEAK)
def test_warm_weeks_are_no_heading_beside_danger(draw_chart: Draw, note: Make, exercise: str, answers: Any) -> None:
    warm, night = weeks(note, [2, 3, 2, 3, 2, 2, 4, 5, 4, 5, 5, 5]), note(exercise, "2026-10-10", **answers)
    alone, beside = draw_chart("weekly-check-in", warm), draw_chart("weekly-check-in", [*warm, night])
    assert alone.finding == "Your last 6 check-ins were all above your usual for warmth that felt free"
    assert "warmth that felt free was a step or more higher in November than in October" in alone.sentence
    assert beside.finding == "12 check-ins noted"
    assert beside.sentence == (
        "Each dot is one week as you saw it then. If you are afraid of someone, that counts, however warm a week was."
    )
    assert beside.table == alone.table


def test_what_lies_below_the_usual_is_said_beside_danger_as_ever(draw_chart: Draw, note: Make) -> None:
    colder, night = weeks(note, [4, 3, 4, 3, 4, 4, 2, 1, 2, 1, 1, 1], "open-honest"), note("hard-talk", "2026-10-10", afraid=4)
    drawn = draw_chart("weekly-check-in", [*colder, night])
    assert drawn.finding == "Your last 6 check-ins were all below your usual for being open and honest"
    assert drawn.sentence.startswith(
        "By your check-ins so far, being open and honest was a step or more lower in November than in October. "
        "One month says little by itself. Each dot"
    )


def test_weeks_in_which_nothing_was_found_are_said_beside_danger_as_ever(draw_chart: Draw, note: Make) -> None:
    mixed, night = weeks(note, [2, 3, 4, 3, 2, 4, 3, 2, 4, 3, 2, 4]), note("hard-talk", "2026-10-10", afraid=4)
    assert draw_chart("weekly-check-in", [*mixed, night]).finding == "12 check-ins, higher in some weeks and lower in others"


def test_a_frightening_night_before_the_weeks_that_are_drawn_changes_nothing(draw_chart: Draw, note: Make) -> None:
    warm = weeks(note, [2, 3, 2, 3, 2, 2, 4, 5, 4, 5, 5, 5])
    before = note("hard-talk", "2026-09-06", afraid=4)
    assert draw_chart("weekly-check-in", [before, *warm]) == draw_chart("weekly-check-in", warm)


def test_months_that_felt_more_secure_are_counted_and_no_heading_beside_danger(draw_chart: Draw, note: Make) -> None:
    answers = [3, 2, 3, 2, 4, 4, 5, 4, 4, 5]
    months = [note("more-secure", f"2026-{month:02}-20", compared=answer) for month, answer in enumerate(answers, start=2)]
    beside = draw_chart("more-secure-than-last-month", [*months, note("hard-talk", "2026-08-22", afraid=3)])
    assert draw_chart("more-secure-than-last-month", months).finding.startswith("Each of the latest 6 months noted felt more secure")
    assert beside.finding == "10 months compared"
    assert "Your answers: 2 much more secure, 4 more secure, 2 about the same, 2 less secure." in beside.sentence


def test_what_the_other_person_promised_is_not_offered_beside_danger(guide: Guide, note: Make) -> None:
    own = [note("promises", f"2026-11-0{day}", promise="x", by="me", outcome="kept") for day in range(1, 7)]
    theirs = [note("promises", f"2026-11-0{day}", clock="21:00", promise="x", by="them", outcome="kept") for day in range(1, 7)]
    night = note("hard-talk", "2026-11-05", afraid=3)
    alone = picture("promises", [*own, *theirs], guide, MONDAY)
    assert alone.also
    for also in (False, True):
        assert picture("promises", [*own, *theirs, night], guide, MONDAY, also=also) == picture("promises", own, guide, MONDAY)


def test_no_next_share_is_spoken_of_beside_danger_whenever_it_was(draw_chart: Draw, note: Make) -> None:
    share = note("after-a-share", "2026-11-20", topic_shared="x", met="care")
    assert draw_chart("ladder", [share]).sentence.startswith("You decide if and when there is a next step.")
    for exercise, answers in SPEAK:
        if exercise != "after-a-share":
            assert "next step" not in draw_chart("ladder", [share, note(exercise, "2024-01-01", **answers)]).sentence
