"""Hard talks, with journals counted by hand."""

from collections import Counter
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from reading_figures import texts_in

from newsoil.journal import Entry
from newsoil.progress.picture import Picture

NAME = "conversations"
EXERCISE = "hard-talk"
NEUTRAL = "Each row is one talk, the newest on top."
AUTUMN = [
    ("2026-10-03", "Being left out", 4, 8, 3, "yes"),
    ("2026-10-09", "Money", 6, 9, 6, "partly"),
    ("2026-10-20", "The plan for Sunday", 2, 7, 1, "yes"),
    ("2026-11-04", "A name came up", 7, 9, None, "not-yet"),
    ("2026-11-11", None, 5, 6, 7, "no"),
    ("2026-11-15", "Being heard", 8, 8, 4, None),
    ("2026-11-21", "Money", 3, None, 2, "yes"),
]


@pytest.fixture
def autumn(note: Any) -> list[Entry]:
    """Seven talks: four lower at the end, one the same, one higher, one without an end."""
    return [
        note(EXERCISE, day, root=root, start=start, peak=peak, end=end, repaired=repaired)
        for day, root, start, peak, end, repaired in AUTUMN
    ]


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


def values(drawn: Picture, name: str) -> list[int]:
    assert drawn.figure is not None
    return [x for trace in drawn.figure["data"] if trace["name"] == name for x in trace["x"]]


def talks(note: Any, peaks: dict[str, list[int]], **more: Any) -> list[Entry]:
    """Talks of some months, one for each highest point, all of them calmer at the end."""
    return [
        note(EXERCISE, f"{month}-{number * 2:02}", start=5, peak=peak, end=3, **more)
        for month, own in peaks.items()
        for number, peak in enumerate(own, start=1)
    ]


def test_an_autumn_counted_by_hand(draw: Any, autumn: list[Entry]) -> None:
    drawn = draw(autumn)
    assert drawn.n == 7
    assert drawn.finding == "Of 6 hard talks with start and end noted, 4 ended less heated"
    assert drawn.subtitle == (
        "How heated each talk was, from 0, calm, to 10, very heated. Open marks: at the start. Filled marks: at the end. "
        "Strokes: the highest point. A dot in a ring: start and end are the same."
    )
    assert drawn.sentence == "The heat of a talk does not say who was right."
    assert (
        drawn.note
        == "So few talks cannot show whether one month was easier than another. Fewer notes can mean fewer events, or fewer notes."
    )
    assert drawn.alternative == (
        "7 talks on a scale from 0 to 10, the newest on top. Less heated at the end: 4. As heated: 1. More heated at the end: 1. "
        "Without both numbers: 1. Highest point of all: A name came up, 4 Nov, 9."
    )


def test_the_table_says_how_it_was_and_whether_they_came_back_to_each_other(draw: Any, autumn: list[Entry]) -> None:
    table = draw(autumn).table
    assert table.columns == ("Day", "Talk", "Start", "Highest", "End", "After")
    assert table.caption.endswith("“After” says whether you came back to each other.")
    assert table.rows == (
        ("21 Nov", "Money", "3", "–", "2", "Yes"),
        ("15 Nov", "Being heard", "8", "8", "4", "–"),
        ("11 Nov", "A talk", "5", "6", "7", "No"),
        ("4 Nov", "A name came up", "7", "9", "–", "Still open"),
        ("20 Oct", "The plan for Sunday", "2", "7", "1", "Yes"),
        ("9 Oct", "Money", "6", "9", "6", "Partly"),
        ("3 Oct", "Being left out", "4", "8", "3", "Yes"),
    )


def test_the_sentence_the_table_and_the_marks_agree(draw: Any, autumn: list[Entry]) -> None:
    drawn = draw(autumn)
    for column, name in ((2, "start"), (4, "end")):
        assert Counter(values(drawn, name)) == Counter(int(row[column]) for row in drawn.table.rows if row[column] != "–")
    numbers = [[int(cell) for cell in row[2:5] if cell != "–"] for row in drawn.table.rows]
    peaks = [int(row[3]) for row, own in zip(drawn.table.rows, numbers, strict=True) if row[3] == str(max(own))]
    assert Counter(values(drawn, "peak")) == Counter(peaks)
    both = [(int(row[2]), int(row[4])) for row in drawn.table.rows if "–" not in (row[2], row[4])]
    lower = sum(end < start for start, end in both)
    assert drawn.finding == f"Of {len(both)} hard talks with start and end noted, {lower} ended less heated"
    assert f"Less heated at the end: {lower}." in drawn.alternative


def test_a_highest_point_below_start_or_end_is_none(draw: Any, note: Any) -> None:
    """It stays in the table as it was noted; the picture, and what is said of the highest points, go without it."""
    drawn = draw([note(EXERCISE, "2026-11-22", start=5, peak=6, end=7), note(EXERCISE, "2026-11-21", start=5, peak=5, end=4)])
    assert [row[3] for row in drawn.table.rows] == ["6", "5"]
    assert values(drawn, "peak") == [5]
    assert "5 at the start, no number at the highest point, 7 at the end." in drawn.alternative


def test_the_newest_talk_is_on_top(draw: Any, autumn: list[Entry]) -> None:
    days = [text for text in texts_in(draw(autumn)) if "Oct" in text or "Nov" in text]
    assert days == ["21 Nov", "15 Nov", "11 Nov", "4 Nov, end not noted", "20 Oct", "9 Oct", "3 Oct"]


def test_fewer_than_five_pairs_are_only_counted(draw: Any, autumn: list[Entry]) -> None:
    drawn = draw(autumn[:5])
    assert drawn.finding == "5 hard talks noted"
    assert drawn.sentence == NEUTRAL
    assert "Less heated" not in drawn.alternative
    assert "A name came up, 4 Nov: 7 at the start, 9 at the highest point, no number at the end." in drawn.alternative


def test_one_talk_is_one_talk(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2026-11-22", root="Money.")])
    assert (drawn.finding, drawn.sentence) == ("One hard talk noted so far", NEUTRAL)
    assert "22 Nov, no numbers" in texts_in(drawn)
    assert drawn.table.rows == (("22 Nov", "Money", "–", "–", "–", "–"),)


def test_beside_fear_few_talks_are_not_called_too_few(draw: Any, note: Any) -> None:
    talks = [note(EXERCISE, f"2026-11-0{number}", start=5, end=2) for number in (1, 2)]
    assert draw(talks).finding == "2 hard talks noted so far. Too few to call a pattern."
    assert draw([*talks, note(EXERCISE, "2026-11-03", start=5, end=2, afraid=3)]).finding == "3 hard talks noted"


@pytest.mark.parametrize(
    ("end", "finding"),
    [
        ([2, 2, 2, 2, 2], "Of 5 hard talks with start and end noted, all ended less heated"),
        ([2, 5, 6, 5, 5], "Of 5 hard talks with start and end noted, one ended less heated"),
        ([5, 5, 6, 9, 5], "Of 5 hard talks with start and end noted, none ended less heated"),
    ],
)
def test_all_one_and_none_are_said_as_a_person_would(draw: Any, note: Any, end: list[int], finding: str) -> None:
    assert draw([note(EXERCISE, f"2026-11-0{number}", start=5, end=value) for number, value in enumerate(end, start=1)]).finding == finding


@pytest.mark.parametrize("afraid", [2, 5])
def test_where_the_person_was_afraid_only_the_neutral_sentence_is_said(draw: Any, note: Any, autumn: list[Entry], afraid: int) -> None:
    drawn = draw([*autumn, note(EXERCISE, "2026-11-22", start=8, peak=9, end=1, afraid=afraid)])
    assert drawn.finding == "8 hard talks noted"
    assert drawn.sentence == NEUTRAL
    assert "heated at" not in f"{drawn.finding} {drawn.sentence} {drawn.note} {drawn.alternative}"
    assert len(values(drawn, "end")) == 7, "nothing of what was noted is left out"


def test_never_afraid_changes_nothing(draw: Any, autumn: list[Entry], note: Any) -> None:
    drawn = draw([*autumn, note(EXERCISE, "2026-11-22", start=8, peak=9, end=1, afraid=1)])
    assert drawn.finding == "Of 7 hard talks with start and end noted, 5 ended less heated"


def test_fear_in_a_talk_that_is_no_longer_drawn_does_not_silence_those_that_are(draw: Any, note: Any, today: date) -> None:
    old = note(EXERCISE, "2025-01-02", start=8, end=1, afraid=4)
    recent = [note(EXERCISE, today - timedelta(days=back), start=5, end=3) for back in range(12)]
    assert draw([old, *recent]).finding == "Of your newest 12 hard talks with start and end noted, all ended less heated"


@pytest.mark.parametrize(
    ("november", "said"),
    [
        ([6, 5, 6, 5, 9], "talks in November were less heated than in October."),
        ([8, 7, 8, 9, 7], "talks in November were about as heated as in October."),
        ([10, 10, 10, 9, 2], "talks in November were more heated than in October."),
    ],
)
def test_months_are_compared_from_ten_talks_on(draw: Any, note: Any, november: list[int], said: str) -> None:
    months = {"2026-10": [8, 8, 7, 9, 8], "2026-11": november}
    assert draw(talks(note, months)).sentence == (
        f"By the highest points noted so far, {said} One month says little by itself. The heat of a talk does not say who was right."
    )
    assert "so far" not in draw(talks(note, {**months, "2026-10": [8, 8, 7, 9]})).sentence


def test_a_month_with_two_talks_is_not_compared(draw: Any, note: Any) -> None:
    assert "so far" not in draw(talks(note, {"2026-10": [8, 2], "2026-11": [3] * 9})).sentence


def test_months_are_compared_by_all_their_talks_whether_drawn_or_not(draw: Any, note: Any) -> None:
    drawn = draw(talks(note, {"2026-10": [9] * 10, "2026-11": [5] * 12}))
    assert len(drawn.table.rows) == 12
    assert "talks in November were less heated than in October" in drawn.sentence


def test_months_are_not_compared_where_the_person_was_afraid_in_one_of_them(draw: Any, note: Any) -> None:
    afraid = talks(note, {"2026-10": [9] * 10}, afraid=3)
    drawn = draw([*afraid, *talks(note, {"2026-11": [5] * 12})])
    assert "so far" not in drawn.sentence


def test_at_most_twelve_are_drawn_and_that_is_said(draw: Any, note: Any, today: date) -> None:
    drawn = draw([note(EXERCISE, today - timedelta(days=back), start=8, end=back % 10) for back in range(60)])
    assert drawn.n == 60
    assert len(drawn.table.rows) == len(values(drawn, "start")) == 12
    assert drawn.note.startswith("Picture and heading are about the newest 12 of 60 talks.")
    assert drawn.finding == "Of your newest 12 hard talks with start and end noted, 10 ended less heated"


def test_of_many_talks_after_fear_it_is_only_said_how_many_and_how_many_are_drawn(draw: Any, note: Any, today: date) -> None:
    drawn = draw([note(EXERCISE, today - timedelta(days=back), start=8, end=1, afraid=4) for back in range(60)])
    assert drawn.finding == "The newest 12 of 60 hard talks noted"
    assert drawn.sentence == NEUTRAL


@pytest.mark.parametrize("odd", [11, -1, True, "5", [5], {"a": 1}, 10**30])
def test_a_number_that_the_scale_does_not_have_is_no_number(draw: Any, note: Any, odd: Any) -> None:
    drawn = draw([note(EXERCISE, "2026-11-22", start=odd, peak=odd, end=4, root=["x"], repaired=odd, afraid="x")])
    assert drawn.table.rows[0][:5] == ("22 Nov", "A talk", "–", "–", "4")


def test_nothing_that_the_chart_can_say_invites_to_a_talk(guide: Any) -> None:
    chart = guide.chart(NAME)
    said = " ".join([chart.title, chart.subtitle, chart.empty, chart.note, *chart.sentences.values()]).lower()
    assert not any(words in said for words in ("next talk", "another talk", "talk to", "talk again", "talk about", "tell ", "share", "try"))
