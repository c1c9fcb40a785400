"""The weekly check-in, with journals counted by hand."""

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from newsoil.journal import Entry
from newsoil.progress.picture import Picture
from newsoil.progress.steps.weeks import ITEMS

NAME = "weekly-check-in"
SECURE = [2, 2, 1, 2, 3, 2, None, 3, 4, 4, 5, 4, 4, 4]
CALM = [3, 2, 3, 3, 2, 3, None, 3, 2, 3, 4, 3, 3, 3]
FIRST_WEEK = date(2026, 8, 24)


@pytest.fixture
def autumn(note: Any) -> list[Entry]:
    """Fourteen weeks, the seventh (5 October) blank; the other three items are always "Somewhat"."""
    steady = {"open_honest": 3, "warmth": 3, "future_talk": 3}
    return [
        note(NAME, FIRST_WEEK + timedelta(weeks=number), secure=secure, calm_talks=calm, **steady)
        for number, (secure, calm) in enumerate(zip(SECURE, CALM, strict=True))
        if secure
    ]


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


def trace(drawn: Picture, name: str) -> dict[str, Any]:
    assert drawn.figure is not None
    return next(trace for trace in drawn.figure["data"] if trace["name"] == name)


def names(drawn: Picture) -> set[str]:
    assert drawn.figure is not None
    return {trace["name"] for trace in drawn.figure["data"]}


def test_an_autumn_counted_by_hand(draw: Any, autumn: list[Entry]) -> None:
    drawn = draw(autumn)
    assert drawn.n == 13
    assert drawn.finding == "Your last 6 check-ins were all above your usual for feeling secure"
    assert drawn.subtitle == "Weekly check-in, as you answered it, weeks of 24 August to 23 November"
    assert drawn.sentence == (
        "That was not so for the others. By your check-ins so far, November was about the same as October. "
        "One month says little by itself. Each dot is one week as you saw it then. "
        "If you are afraid of someone, that counts, however warm a week was."
    )
    assert drawn.note == "The dashed line is your usual, the middle of your answers. A gap is a week without an answer."
    assert "Feeling secure: lowest “Not at all”, highest “Fully”, latest “Mostly”. Your usual is “Somewhat”." in drawn.alternative
    assert drawn.alternative.endswith("No check-in in the week of 5 October.")


def test_the_panel_that_the_heading_speaks_of_stands_first(draw: Any, autumn: list[Entry]) -> None:
    figure = draw(autumn).figure
    first = max(figure["layout"]["annotations"], key=lambda words: (words["yref"] == "y domain", words["xanchor"] == "left"))
    assert first["text"] == "Feeling secure"


def test_a_blank_week_stays_a_gap(draw: Any, autumn: list[Entry]) -> None:
    dots = trace(draw(autumn), "secure")
    assert dots["y"] == SECURE
    assert dots["x"][6] == "2026-10-05"
    joined = trace(draw(autumn), "secure line")
    assert joined["connectgaps"] is False
    assert joined["y"] == SECURE


def test_the_first_check_in_is_repeated_in_its_own_words(draw: Any, note: Any, today: date) -> None:
    drawn = draw([note(NAME, today, calm_talks=3, secure=1)])
    assert drawn.finding == "One check-in so far"
    assert drawn.sentence == (
        "Calm in hard talks: “Somewhat”. Feeling secure: “Not at all”. Each dot is one week as you saw it then. "
        "If you are afraid of someone, that counts, however warm a week was."
    )


def test_three_check_ins_are_called_too_few(draw: Any, autumn: list[Entry]) -> None:
    drawn = draw(autumn[:3])
    assert drawn.finding == "3 check-ins so far. Too few to call a pattern."
    assert names(drawn) == set(ITEMS)


def test_five_to_nine_check_ins_get_a_thin_line_and_no_answer_of_all_five_questions(draw: Any, autumn: list[Entry]) -> None:
    drawn = draw(autumn[:5])
    assert drawn.finding == "5 check-ins so far"
    assert drawn.note == "So few check-ins cannot show whether one month was easier than another."
    assert "secure line" in names(drawn)
    assert "secure usual" not in names(drawn)


def test_two_equally_common_answers_are_not_forced_into_one(draw: Any, note: Any, today: date) -> None:
    entries = [note(NAME, today - timedelta(weeks=back), warmth=step) for back, step in enumerate([1, 2, 2, 4, 4])]
    assert draw(entries).finding == "Warmth that felt free: “Not at all” to “Mostly”"


def test_the_same_answer_five_times_is_said_as_that(draw: Any, note: Any, today: date) -> None:
    entries = [note(NAME, today - timedelta(weeks=back), warmth=4) for back in range(5)]
    assert draw(entries).finding == "Warmth that felt free: “Mostly” each time"


def test_five_check_ins_without_five_answers_to_anything_are_only_counted(draw: Any, note: Any, today: date) -> None:
    prompts = ["warmth", "secure", "warmth", "secure", "calm_talks"]
    entries = [note(NAME, today - timedelta(weeks=back), **{prompt: 3}) for back, prompt in enumerate(prompts)]
    assert draw(entries).finding == "5 check-ins so far"


def test_ten_check_ins_without_a_shift_are_higher_in_some_weeks_and_lower_in_others(draw: Any, autumn: list[Entry]) -> None:
    assert draw(autumn[:10]).finding == "10 check-ins, higher in some weeks and lower in others"


def test_ten_answers_that_never_change_are_said_as_that(draw: Any, note: Any, today: date) -> None:
    entries = [note(NAME, today - timedelta(weeks=back), warmth=4) for back in range(10)]
    assert draw(entries).finding == "10 check-ins, each the same as the one before"


def test_a_shift_downwards_is_said_as_plainly_as_one_upwards(draw: Any, note: Any, today: date) -> None:
    steps = [4, 5, 4, 4, 5, 4, 2, 1, 2, 1, 2, 2]
    entries = [note(NAME, today - timedelta(weeks=11 - number), warmth=step) for number, step in enumerate(steps)]
    assert draw(entries).finding == "Your last 6 check-ins were all below your usual for warmth that felt free"


def test_a_check_in_on_the_line_is_not_counted_into_a_run(draw: Any, note: Any, today: date) -> None:
    steps = [1, 1, 2, 1, 3, 3, 3, 4, 4, 3, 5, 4, 4, 4]
    entries = [note(NAME, today - timedelta(weeks=13 - number), secure=step) for number, step in enumerate(steps)]
    assert draw(entries).finding == "6 of your last 7 check-ins were above your usual for feeling secure"
    assert draw(entries).sentence.startswith("None of these 7 was below your usual.")


def test_the_heading_on_a_shift_is_short_for_every_item(draw: Any, note: Any, today: date) -> None:
    steps = [1, 1, 2, 1, 3, 3, 3, 4, 4, 3, 5, 4, 4, 4]
    for item in ITEMS:
        prompt = item.replace("-", "_")
        entries = [note(NAME, today - timedelta(weeks=13 - number), **{prompt: step}) for number, step in enumerate(steps)]
        finding = draw(entries).finding
        assert finding.startswith("6 of your last 7 check-ins were above your usual for ")
        assert len(finding.split()) <= 15


def test_months_are_compared_in_steps(draw: Any, note: Any) -> None:
    months = {date(2026, 9, 7): 3, date(2026, 10, 5): 2, date(2026, 11, 2): 4}
    entries = [note(NAME, first + timedelta(weeks=week), secure=step, warmth=2) for first, step in months.items() for week in range(4)]
    said = (
        "By your check-ins so far, feeling secure was a step or more higher in November than in October. One month says little by itself."
    )
    assert said in draw(entries).sentence


def test_of_several_items_it_is_said_how_many_and_then_which(draw: Any, note: Any) -> None:
    months = {date(2026, 9, 7): 3, date(2026, 10, 5): 4, date(2026, 11, 2): 2}
    entries = [
        note(NAME, first + timedelta(weeks=week), secure=step, warmth=step, calm_talks=6 - step, open_honest=3)
        for first, step in months.items()
        for week in range(4)
    ]
    assert draw(entries).sentence == (
        "By your check-ins so far, calm in hard talks was a step or more higher in November than in October. "
        "By your check-ins so far, 2 of the five were a step or more lower in November than in October. "
        "They are warmth that felt free and feeling secure. One month says little by itself. Each dot is one week as you saw it then. "
        "If you are afraid of someone, that counts, however warm a week was."
    )


def test_where_not_all_five_are_compared_it_is_said_which_are(draw: Any, note: Any) -> None:
    days = [date(2026, month, 2) + timedelta(weeks=week) for month in (9, 10, 11) for week in range(4)]
    drawn = draw([note(NAME, day, secure=3, warmth=2, calm_talks=3 if day.month == 9 else None) for day in days])
    assert "November was about the same as October. This compares warmth that felt free and feeling secure." in drawn.sentence


def test_a_month_is_compared_by_what_is_noted_so_far_whether_it_is_over_or_not(draw: Any, note: Any) -> None:
    days = [date(2026, month, 2) + timedelta(weeks=week) for month in (9, 10, 11) for week in range(4)]
    entries = [note(NAME, day, secure=3) for day in days]
    assert draw(entries, date(2026, 11, 23)).sentence == draw(entries, date(2026, 12, 31)).sentence


def test_every_step_that_a_sentence_can_name_is_on_the_axis(draw: Any, autumn: list[Entry]) -> None:
    axis = draw(autumn).figure["layout"]["yaxis"]
    assert axis["ticktext"] == ["Not at all", "A little", "Somewhat", "Mostly", "Fully"]
    assert axis["tickvals"] == [1, 2, 3, 4, 5]


def test_the_latest_check_in_of_a_week_counts(draw: Any, note: Any) -> None:
    tuesday, sunday, next_monday = date(2026, 11, 10), date(2026, 11, 15), date(2026, 11, 16)
    drawn = draw([note(NAME, sunday, secure=5), note(NAME, tuesday, secure=1), note(NAME, next_monday, secure=2)])
    assert trace(drawn, "secure")["y"] == [5, 2]
    assert drawn.n == 2
    assert drawn.note == "When a week has more than one check-in, the latest one is shown."


def test_a_check_in_without_any_of_the_five_answers_is_no_dot(draw: Any, note: Any, today: date) -> None:
    assert draw([note(NAME, today, example="We cooked together.")]).state == "empty"


def test_weeks_after_the_last_check_in_do_not_show(draw: Any, autumn: list[Entry], today: date) -> None:
    now, later = (draw(autumn, day) for day in (today, today + timedelta(weeks=5)))
    assert now == later


def test_of_many_years_the_latest_half_year_of_check_ins_is_drawn_and_said(draw: Any, note: Any, today: date) -> None:
    drawn = draw([note(NAME, today - timedelta(weeks=back), secure=1 + back % 5) for back in range(60)])
    assert drawn.n == 60
    assert len(drawn.table.rows) == len(trace(drawn, "secure")["y"]) == 26
    assert drawn.finding == "Your latest 26 check-ins, higher in some weeks and lower in others"
    assert "Picture and heading are about the latest 26 of 60 check-ins." in drawn.note


def test_a_year_is_named_when_it_is_not_this_one(draw: Any, note: Any) -> None:
    drawn = draw([note(NAME, date(2025, 12, 22), secure=3), note(NAME, date(2026, 1, 5), secure=3)])
    assert drawn.subtitle == "Weekly check-in, as you answered it, weeks of 22 December 2025 to 5 January 2026"


def test_the_table_has_the_answers_of_each_week(draw: Any, autumn: list[Entry]) -> None:
    table = draw(autumn).table
    assert table.caption == "1 Not at all, 2 A little, 3 Somewhat, 4 Mostly, 5 Fully"
    assert table.columns == (
        "Week of",
        "Calm in hard talks",
        "Being open and honest",
        "Warmth that felt free",
        "Talk about the future",
        "Feeling secure",
    )
    assert table.rows[0] == ("24 Aug", "3", "3", "3", "3", "2")
    assert table.rows[-1] == ("23 Nov", "3", "3", "3", "3", "4")
    secure = [step for step in trace(draw(autumn), "secure")["y"] if step]
    assert [row[5] for row in table.rows] == [str(step) for step in secure]
