"""How days felt, with journals counted by hand."""

from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsoil.guide import Guide
from newsoil.journal import Entry
from newsoil.progress.picture import Picture
from newsoil.progress.steps.weather_notes import DRAWN, KINDS, SPAN, WEEK

NAME = "weather"
DECISION = "one-good-decision"
KINDS_NOTED = ["stormy", "anxious", "mixed", "anxious", "mixed", "stormy", None, "calm", "open", "calm", "calm", "open", "calm"]
"""Thirteen days from 11 November on, the seventh without a note. Of the twelve the middle is between mixed and calm."""
NUMBERS = [3, 5, 4, 5, 6]
FIRST = date(2026, 11, 11)


@pytest.fixture(scope="session")
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


@pytest.fixture
def november(note: Any) -> list[Entry]:
    """Twelve days with an answer, and five good decisions with a number, two of them on one day."""
    felt = [note(NAME, FIRST + timedelta(days=number), weather=kind) for number, kind in enumerate(KINDS_NOTED) if kind]
    days = ["2026-11-12", "2026-11-15", "2026-11-15", "2026-11-16", "2026-11-20"]
    decided = [note(DECISION, day, clock=f"1{n}:00", self_trust=number) for n, (day, number) in enumerate(zip(days, NUMBERS, strict=True))]
    return felt + decided


def trace(drawn: Picture, name: str) -> dict[str, Any]:
    assert drawn.figure is not None
    return next(trace for trace in drawn.figure["data"] if trace["name"] == name)


def names(drawn: Picture) -> set[str]:
    assert drawn.figure is not None
    return {trace["name"] for trace in drawn.figure["data"]}


def felt(note: Any, kinds: list[str], *, end: date = date(2026, 11, 23), days: int = 1) -> list[Entry]:
    return [note(NAME, end - timedelta(days=days * back), weather=kind) for back, kind in enumerate(reversed(kinds))]


def trusted(note: Any, numbers: list[int]) -> list[Entry]:
    return [note(DECISION, date(2026, 11, 23) - timedelta(days=back), self_trust=number) for back, number in enumerate(reversed(numbers))]


def test_a_november_counted_by_hand(draw: Any, november: list[Entry]) -> None:
    drawn = draw(november)
    assert drawn.n == 12 + 5
    assert drawn.finding == "The latest 6 days noted were all nearer to open than your usual"
    assert drawn.subtitle == "As you noted it, 11 November to 23 November"
    assert drawn.sentence == (
        "Trust in your judgement: between 3 and 6. Each dot is one note, as you saw it then. Every kind of day belongs to this time."
    )
    assert drawn.note == "The dashed line is your usual, the middle of your answers. A gap is a day or more without a note."
    assert drawn.alternative == (
        "Dots in five rows, from open at the top to stormy. 12 days, 11 November to 23 November. "
        "Open: 2. Calm: 4. Mixed: 2. Anxious: 2. Stormy: 2. Latest: calm. Your usual is between mixed and calm. "
        "Dots for trust in your judgement, from 0, not at all, to 10, fully. 5 notes, 12 November to 20 November. "
        "Lowest 3, highest 6. Latest: 6."
    )
    assert trace(drawn, "felt")["y"] == [1, 2, 3, 2, 3, 1, 4, 5, 4, 4, 5, 4]
    assert trace(drawn, "felt usual")["y"] == [3.5, 3.5, None]
    assert trace(drawn, "trust")["y"] == NUMBERS
    assert drawn.table.caption == "Day by day, the newest first."
    assert drawn.table.columns == ("Day", "How it felt", "Your word", "Trust in your judgement")
    assert drawn.table.rows[0] == ("23 Nov", "Calm", "–", "–")
    assert drawn.table.rows[-2:] == (("12 Nov", "Anxious", "–", "3"), ("11 Nov", "Stormy", "–", "–"))
    assert ("15 Nov", "Mixed", "–", "5, 4") in drawn.table.rows


def test_a_day_without_a_note_stays_a_gap(draw: Any, november: list[Entry]) -> None:
    assert trace(draw(november), "felt")["x"] == [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12]


def test_several_numbers_of_a_day_are_several_dots_on_it(draw: Any, november: list[Entry]) -> None:
    assert trace(draw(november), "trust")["x"] == [1, 4, 4, 5, 9]


def test_both_panels_stand_on_the_same_days(draw: Any, november: list[Entry]) -> None:
    """The 15th has an answer and two numbers: their dots stand under each other, and one line of dates below serves both panels."""
    figure = draw(november).figure
    felt_on, trust_on = (trace(draw(november), name) for name in ("felt", "trust"))
    assert felt_on["x"][4] == trust_on["x"][1] == trust_on["x"][2] == 4
    assert [key for key in figure["layout"] if key.startswith("xaxis")] == ["xaxis"]
    dates = [words["text"] for words in figure["layout"]["annotations"] if "Nov" in words["text"]]
    assert dates == ["11 Nov", "16 Nov", "23 Nov"]


@pytest.mark.parametrize(
    ("apart", "places", "shorter"),
    [(1, 1, False), (2, 2, False), (3, 2, True), (4, 2, True), (7, 2, True), (8, 3, False), (40, 3, False)],
)
def test_of_sixty_days_far_apart_twenty_are_drawn_or_more_and_gaps_stay_gaps(
    draw: Any, note: Any, apart: int, places: int, shorter: Any
) -> None:
    drawn = draw(felt(note, ["calm", "mixed"] * 30, days=apart))
    shown = min(DRAWN, SPAN // places + 1)
    assert trace(drawn, "felt")["x"] == list(range(0, places * shown, places))
    assert f"Shown are the latest {shown} of 60 days on which you noted how it felt." in drawn.note
    assert ("Longer gaps are drawn shorter." in drawn.note) == shorter
    assert ("Where the lines break" in drawn.note) == (apart > WEEK)


def test_ten_days_a_month_are_drawn_on_a_true_scale(draw: Any, note: Any) -> None:
    drawn = draw(felt(note, ["calm", "mixed"] * 7, days=4))
    assert trace(drawn, "felt")["x"] == list(range(0, 53, 4))
    assert drawn.note.endswith("A gap is a day or more without a note.")


days_back = st.sets(st.integers(0, 400), max_size=60)


def of_days(note: Any, felt_on: set[int], trust_on: set[int]) -> list[Any]:
    """Notes of how it felt, and of trust in oneself, so many days back."""
    today = date(2026, 11, 23)
    felt = [note(NAME, today - timedelta(days=back), weather="calm") for back in felt_on]
    return felt + [note(DECISION, today - timedelta(days=back), self_trust=5) for back in trust_on]


@given(days_back, days_back)
def test_a_gap_stays_a_gap_no_gap_is_wider_than_a_longer_one_and_a_long_pause_is_a_break(
    draw: Any, note: Any, felt_on: set[int], trust_on: set[int]
) -> None:
    drawn = draw(of_days(note, felt_on, trust_on))
    if drawn.figure is None:
        return
    at = sorted({x for name in ("felt", "trust") if name in names(drawn) for x in trace(drawn, name)["x"]})
    days = sorted(felt_on | trust_on)[: len(at)][::-1]
    gaps = sorted({(before - after, there - here) for (before, after), (here, there) in zip(pairwise(days), pairwise(at), strict=True)})
    assert [places for _, places in gaps] == sorted(places for _, places in gaps)
    assert all((places > 1) == (gap > 1) and places <= gap for gap, places in gaps)
    assert at[-1] <= SPAN
    ends = [piece for piece in trace(drawn, f"{next(iter(names(drawn) & {'felt', 'trust'}))} rows")["x"] if piece is not None]
    breaks = sum(before - after > WEEK for before, after in pairwise(days))
    assert len(set(zip(ends[::2], ends[1::2], strict=True))) == breaks + 1
    assert ("Where the lines break" in drawn.note) == bool(breaks)


@given(days_back, days_back)
def test_a_panel_is_blank_on_no_day_on_which_it_was_noted(draw: Any, note: Any, felt_on: set[int], trust_on: set[int]) -> None:
    """Both panels begin on the same day, and have all notes from that day on."""
    drawn = draw(of_days(note, felt_on, trust_on))
    if drawn.figure is None:
        return
    shown = {name: len(trace(drawn, name)["x"]) if name in names(drawn) else 0 for name in ("felt", "trust")}
    first = max((sorted(days)[shown[name] - 1] for name, days in (("felt", felt_on), ("trust", trust_on)) if shown[name]), default=0)
    assert shown == {name: sum(back <= first for back in days) for name, days in (("felt", felt_on), ("trust", trust_on))}


def test_a_panel_whose_notes_lie_before_this_time_is_not_drawn_and_that_is_said(draw: Any, note: Any) -> None:
    drawn = draw([*felt(note, ["calm"] * 3, end=date(2026, 9, 2)), *trusted(note, [5] * 29)])
    assert names(drawn) == {"trust", "trust rows", "trust usual"}
    assert drawn.finding == "Trust in your judgement: 5 each time"
    assert "The days on which you noted how it felt lie before this time. Shown are the latest 28 of 29 notes" in drawn.note
    assert drawn.table.columns == ("Day", "How it felt", "Your word", "Trust in your judgement")
    assert drawn.table.rows[-2:] == (("Sep", "Calm: 2.", "–", "–"), ("Aug", "Calm: 1.", "–", "–"))


def test_few_of_many_are_said_as_the_latest(draw: Any, note: Any) -> None:
    drawn = draw([*felt(note, ["calm"] * 9, end=date(2026, 10, 28)), *trusted(note, [5] * 29)])
    assert drawn.finding == "How the latest 2 days noted felt"
    assert "Shown are the latest 2 of 9 days on which you noted how it felt." in drawn.note
    other = draw([*felt(note, ["calm"] * 29), note(DECISION, "2026-10-27", self_trust=4), note(DECISION, "2026-09-12", self_trust=4)])
    assert other.sentence.startswith("Trust in your judgement: the latest note. ")
    assert "Shown is the latest of 2 notes on trust in your judgement." in other.note


def test_the_numbers_of_the_scale_stand_beside_their_words(draw: Any, note: Any) -> None:
    assert draw(trusted(note, [6])).figure["layout"]["yaxis"]["ticktext"] == ["0 Not at all", "5 Somewhat", "10 Fully"]


def test_five_to_nine_days_cannot_show_whether_a_month_was_easier(draw: Any, note: Any) -> None:
    said = "So few notes cannot show whether one month was easier than another."
    assert [said in draw(felt(note, ["calm"] * n)).note for n in (1, 4, 5, 9, 10)] == [False, False, True, True, False]


def test_each_panel_speaks_by_its_own_number(draw: Any, note: Any, november: list[Entry]) -> None:
    """Twelve days have a usual, five numbers beside them have none; and the other way round."""
    assert {name for name in names(draw(november)) if "usual" in name} == {"felt usual"}
    drawn = draw([*felt(note, ["calm"] * 3), *trusted(note, [4, 5] * 6)])
    assert drawn.state == "enough"
    assert drawn.finding == "How 3 days felt. Too few to call a pattern."
    assert {name for name in names(drawn) if "usual" in name} == {"trust usual"}
    assert "Your usual is between 4 and 5." in drawn.alternative


def test_no_line_joins_the_dots(draw: Any, november: list[Entry]) -> None:
    assert names(draw(november)) == {"felt", "felt rows", "felt usual", "trust", "trust rows"}


def test_the_first_day_is_said_in_its_own_word(draw: Any, note: Any) -> None:
    drawn = draw(felt(note, ["stormy"]))
    assert drawn.finding == "How one day felt", "no heading calls a day, or a person, stormy"
    assert drawn.sentence.startswith("You noted “stormy” on 23 November.")
    assert drawn.subtitle == "As you noted it on 23 November"


def test_few_days_and_few_numbers_are_only_counted(draw: Any, note: Any) -> None:
    drawn = draw([*felt(note, ["calm", "open"]), *trusted(note, [4])])
    assert drawn.finding == "How 2 days felt. Too few to call a pattern."
    assert drawn.sentence.startswith("Trust in your judgement: one note so far.")


@pytest.mark.parametrize(
    ("kinds", "finding"),
    [
        (["calm", "mixed", "calm", "open", "stormy"], "How 5 days felt: between stormy and open"),
        (["calm", "mixed", "calm", "mixed", "stormy"], "How 5 days felt: between stormy and calm"),
        (["calm"] * 5, "How 5 days felt: calm each time"),
        (["calm", "mixed"] * 6 + ["calm"], "How 13 days felt: between mixed and calm, most often calm"),
        (["open"] * 4 + ["calm"] * 2 + ["stormy"] * 6, "The latest 6 days noted were all nearer to stormy than your usual"),
        (["stormy", "mixed", "stormy"] + ["mixed"] * 5 + ["open", "open", "calm", "mixed", "open", "calm", "calm"],
         "6 of the latest 7 days noted were nearer to open, the rest as usual"),
    ],
)  # fmt: skip
def test_days_are_said_without_calling_one_better(draw: Any, note: Any, kinds: list[str], finding: str) -> None:
    assert draw(felt(note, kinds)).finding == finding


@pytest.mark.parametrize(
    ("numbers", "finding"),
    [
        ([6], "One note on trust in your judgement"),
        ([6, 7, 2], "3 notes on trust in your judgement. Too few to call a pattern."),
        ([6, 7, 2, 0, 0], "Trust in your judgement: between 0 and 7"),
        ([6, 6, 2, 2, 10], "Trust in your judgement: between 2 and 10"),
        ([4] * 5, "Trust in your judgement: 4 each time"),
        ([2, 3, 2, 3, 2, 3, 6, 7, 8, 6, 7, 9], "Trust in your judgement: your latest 6 notes were all above your usual"),
        ([8, 7, 8, 7, 8, 7, 3, 2, 1, 3, 4, 0], "Trust in your judgement: your latest 6 notes were all below your usual"),
        ([1, 3, 5, 1, 5, 4, 5, 6, 7, 5, 8, 9, 9, 7], "Trust in your judgement: 6 of your latest 7 notes above your usual, none below"),
    ],
)
def test_numbers_are_said_by_their_own_number(draw: Any, note: Any, numbers: list[int], finding: str) -> None:
    drawn = draw(trusted(note, numbers))
    assert drawn.finding == finding
    assert "stormy" not in drawn.sentence


def test_the_heading_is_short_enough_to_be_read_at_once(draw: Any, note: Any) -> None:
    for side in (1, -1):
        numbers = [5 - side * 4, 5 - side * 2, 5, 5 - side * 4, 5, 5 - side, 5, 5 + side, 5 + side, 5, 6 * side + 5 - side, *[5 + side] * 3]
        assert len(draw(trusted(note, numbers)).finding.split()) <= 15


def test_the_latest_note_of_a_day_counts(draw: Any, note: Any) -> None:
    drawn = draw([note(NAME, "2026-11-23", clock="21:00", weather="calm"), note(NAME, "2026-11-23", clock="08:00", weather="stormy")])
    assert "“calm”" in drawn.sentence
    assert drawn.note == "When a day has more than one note on how it felt, the latest one is shown."


def test_a_word_of_ones_own_stands_in_the_table(draw: Any, note: Any) -> None:
    drawn = draw([note(NAME, "2026-11-23", weather="mixed", word="like\nfog")])
    assert drawn.table.rows == (("23 Nov", "Mixed", "like fog"),)


def test_a_note_without_the_answer_and_a_decision_without_a_number_are_no_dots(draw: Any, note: Any) -> None:
    assert draw([note(NAME, "2026-11-23", energy=2), note(DECISION, "2026-11-23", decision="I stayed at home.")]).state == "empty"


def test_what_no_form_sends_is_no_dot(draw: Any, note: Any) -> None:
    odd: list[Any] = ["sunny", ["calm"], {"calm": 1}, 3]
    entries = [note(NAME, f"2026-11-{day}", weather=value) for day, value in enumerate(odd, start=10)]
    entries += [note(DECISION, f"2026-11-{day}", self_trust=value) for day, value in enumerate([11, -1, True, "5", [5]], start=10)]
    assert draw(entries).state == "empty"


def test_of_ten_years_four_weeks_are_drawn_and_the_rest_is_told_by_month(draw: Any, note: Any) -> None:
    entries = felt(note, ["calm", "mixed", "anxious", "open", "stormy"] * 730)
    entries += trusted(note, [number % 11 for number in range(400)])
    drawn = draw(entries)
    assert drawn.n == 3650 + 400
    assert len(trace(drawn, "felt")["y"]) == len(trace(drawn, "trust")["y"]) == DRAWN == 28
    assert "Shown are the latest 28 of 3650 days on which you noted how it felt. " in drawn.note
    assert "Shown are the latest 28 of 400 notes on trust in your judgement. " in drawn.note
    assert "The table has the older ones by month." in drawn.note
    assert drawn.finding.startswith("How the latest 28 days noted felt: ")
    assert drawn.table.caption.endswith("A row with a month has the older notes, which are not drawn.")
    months = drawn.table.rows[28:]
    assert len(months) == 120
    assert months[0] == ("Oct", "Open: 5. Calm: 5. Mixed: 6. Anxious: 5. Stormy: 5.", "–", "0 to 10 (26 notes)")
    assert months[-1][0] == "Nov 2016"


def test_every_note_is_in_the_table_once(draw: Any, note: Any) -> None:
    """Days that are drawn in rows of their own, and older ones counted in rows of months."""
    drawn = draw(felt(note, ["calm", "open", "mixed"] * 20, days=3))
    shown = len(trace(drawn, "felt")["x"])
    counted = [int(number) for row in drawn.table.rows[shown:] for number in row[1].replace(".", "").split() if number.isdigit()]
    assert shown + sum(counted) == 60


def test_one_older_number_of_a_month_is_said_as_one(draw: Any, note: Any) -> None:
    entries = trusted(note, [5] * 28)
    older = [
        note(DECISION, "2026-09-01", self_trust=7),
        note(DECISION, "2026-08-01", self_trust=4),
        note(DECISION, "2026-08-02", self_trust=4),
    ]
    assert draw([*entries, *older]).table.rows[28:] == (("Sep", "7"), ("Aug", "4 (2 notes)"))


def test_a_long_pause_is_drawn_shorter_and_the_rows_break(draw: Any, note: Any) -> None:
    entries = [*felt(note, ["calm", "mixed"], end=date(2024, 3, 2)), *felt(note, ["open"])]
    drawn = draw(entries)
    assert trace(drawn, "felt")["x"] == [0, 1, 8]
    assert drawn.note == "A gap is a day or more without a note. Where the lines break, it was more than a week."
    assert trace(drawn, "felt rows")["x"][:6] == [-0.64, 2.75, None, -0.64, 2.75, None]


def test_the_rows_are_the_answers_of_the_form(draw: Any, guide: Guide) -> None:
    asked, trust = guide.exercise(NAME).prompts[0], next(each for each in guide.exercise(DECISION).prompts if each.id == "self-trust")
    sentences = guide.chart(NAME).sentences
    assert [option.id for option in asked.options] == list(reversed(KINDS))
    assert [option.label for option in asked.options] == [sentences[f"weather-{kind}"].capitalize() for kind in reversed(KINDS)]
    assert [sentences[f"trust-{step}"].lower() for step in ("low", "middle", "high")] == [trust.low, trust.middle, trust.high]


def test_both_kinds_of_day_are_said_to_belong_whatever_the_days(draw: Any, note: Any) -> None:
    for kind in KINDS:
        assert draw(felt(note, [kind] * 12)).sentence.endswith("Every kind of day belongs to this time.")


def test_the_usual_breaks_where_the_rows_break(draw: Any, note: Any) -> None:
    drawn = draw([*felt(note, ["calm", "mixed"] * 3, end=date(2026, 3, 2)), *felt(note, ["open"] * 6)])
    assert trace(drawn, "felt usual")["x"] == trace(drawn, "felt rows")["x"][:3] + trace(drawn, "felt rows")["x"][15:18]
    assert "Where the lines break" in drawn.note
