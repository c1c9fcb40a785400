"""Moments when an alarm rang, with journals counted by hand."""

from collections import Counter
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from reading_figures import texts_in

from newsoil.journal import Entry
from newsoil.progress.picture import Picture

NAME = "moments"
EXERCISE = "trigger"
NOVEMBER = [
    ("2026-11-03", "Change of plans", 6, 4, "told-partner"),
    ("2026-11-06", "Old photo", 9, 7, "told-partner"),
    ("2026-11-09", "Quiet evening", 4, 2, "kept-for-now"),
    ("2026-11-11", "Late reply", 6, 3, "told-partner"),
    ("2026-11-15", "A name came up", 6, None, "wrote-it-down"),
    ("2026-11-17", "Phone face down", 8, 5, "kept-for-now"),
    ("2026-11-20", "Change of plans", 5, 5, "told-partner"),
    ("2026-11-22", "Late reply", 7, 4, None),
]


@pytest.fixture
def november(note: Any) -> list[Entry]:
    """Eight moments: six lower, one the same, one without a number after; four told."""
    return [note(EXERCISE, day, event=event, before=before, after=after, said=said) for day, event, before, after, said in NOVEMBER]


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


def values(drawn: Picture, *names: str) -> list[int]:
    assert drawn.figure is not None
    return [x for trace in drawn.figure["data"] if trace["name"] in names for x in trace["x"]]


def test_a_november_counted_by_hand(draw: Any, november: list[Entry]) -> None:
    drawn = draw(november)
    assert drawn.finding == "8 moments noted when an alarm rang"
    assert drawn.subtitle.endswith("Diamonds: you told your partner, or the person it was about.")
    assert drawn.sentence == (
        "Of 7 moments with both numbers, 6 felt less strong afterwards. "
        "The feeling does not have to ease, though strong ones often do with time. If you paused, this cannot show that the pause did it. "
        "An alarm that went quiet can still have been right."
    )
    assert drawn.note == "So few moments cannot show a pattern. Fewer notes can mean fewer events, or fewer notes."
    assert drawn.alternative == (
        "8 moments on a scale from 0 to 10, the newest on top. Less strong afterwards: 6. As strong: 1. Without both numbers: 1. "
        "Told: 4. Strongest at first: Old photo, 6 Nov, 9."
    )


def test_shape_says_what_was_told(draw: Any, november: list[Entry]) -> None:
    drawn = draw(november)
    assert Counter(values(drawn, "before told")) == Counter([6, 9, 6, 5])
    assert Counter(values(drawn, "before")) == Counter([4, 6, 8, 7])
    symbols = {
        trace["name"]: trace["marker"]["symbol"] for trace in drawn.figure["data"] if "marker" in trace and "key" not in trace["name"]
    }
    assert symbols == {"before": "circle", "before told": "diamond", "after": "circle", "after told": "diamond"}


def test_the_newest_moment_is_on_top(draw: Any, november: list[Entry]) -> None:
    drawn = draw(november)
    words = [text for text in texts_in(drawn) if text in {event for _, event, *_ in NOVEMBER}]
    assert words == [event for _, event, *_ in reversed(NOVEMBER)]
    assert drawn.table.rows[0] == ("22 Nov", "Late reply", "7", "4", "–")
    tops = [label["y"] for label in drawn.figure["layout"]["annotations"] if label["text"] in words]
    low, high = drawn.figure["layout"]["yaxis"]["range"]
    assert tops == sorted(tops)
    assert low > high, "y counts from the top"


def test_what_marks_alone_do_not_say_is_said_in_words(draw: Any, november: list[Entry]) -> None:
    words = texts_in(draw(november))
    assert {"20 Nov, told, the same", "15 Nov, no number after", "at first", "afterwards", "11 Nov, told"} <= set(words)


def test_fewer_than_five_pairs_are_only_counted(draw: Any, november: list[Entry]) -> None:
    drawn = draw(november[:5])
    assert drawn.finding == "5 moments noted when an alarm rang"
    assert "Less strong" not in drawn.alternative
    assert "Old photo, 6 Nov: 9 at first, 7 afterwards." in drawn.alternative


@pytest.mark.parametrize(
    ("after", "finding"),
    [
        ([2] * 10, "Of 10 moments with both numbers, all felt less strong afterwards"),
        ([2, 5, 6, 5, 5, 5, 5, 5, 5, 9], "Of 10 moments with both numbers, one felt less strong afterwards"),
        ([5, 5, 6, 9, 5, 5, 5, 5, 5, 5], "Of 10 moments with both numbers, all felt as strong afterwards, or stronger"),
    ],
)
def test_all_one_and_none_are_said_as_a_person_would(draw: Any, note: Any, after: list[int], finding: str) -> None:
    entries = [note(EXERCISE, f"2026-11-{number:02}", before=5, after=value) for number, value in enumerate(after, start=1)]
    assert draw(entries).finding == finding
    assert draw(entries[:5]).finding == "5 moments noted when an alarm rang"
    assert draw(entries[:5]).sentence.startswith(finding.replace("10", "5") + ". ")
    assert draw(entries[:4]).finding == "4 moments noted when an alarm rang. Too few to call a pattern."


def test_a_moment_without_numbers_still_counts(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2026-11-22", event="A name came up")])
    assert drawn.finding == "One moment noted when an alarm rang"
    assert drawn.sentence == "Each row is one moment, the newest on top."
    assert "22 Nov, no numbers" in texts_in(drawn), "beside the day, where no number of the scale is"
    assert drawn.table.rows == (("22 Nov", "A name came up", "–", "–", "–"),)


def test_at_most_twelve_are_drawn_and_heading_and_picture_are_about_the_same(draw: Any, note: Any, today: date) -> None:
    drawn = draw([note(EXERCISE, today - timedelta(days=back), before=8, after=back % 10) for back in range(60)])
    assert drawn.n == 60
    assert len(drawn.table.rows) == len(values(drawn, "before", "before told")) == 12
    assert drawn.note.startswith("Picture and heading are about the newest 12 of 60 moments.")
    assert drawn.finding == "Of your newest 12 moments with both numbers, 10 felt less strong afterwards"


def test_many_moments_of_which_few_drawn_ones_are_pairs_are_counted_as_what_they_are(draw: Any, note: Any, today: date) -> None:
    drawn = draw([note(EXERCISE, today - timedelta(days=back), before=8) for back in range(60)])
    assert drawn.finding == "The newest 12 of 60 moments noted when an alarm rang"
    assert drawn.sentence == "Each row is one moment, the newest on top."


def test_no_words_stand_on_a_scale(draw: Any, november: list[Entry]) -> None:
    figure = draw(november).figure
    rails = {y for trace in figure["data"] if trace["name"] == "scale" for y in trace["y"] if y is not None}
    assert not rails & {words["y"] for words in figure["layout"]["annotations"]}


def test_the_name_is_the_persons_own_words_however_long(draw: Any, note: Any) -> None:
    rows = {
        "Late reply": note(EXERCISE, "2026-11-05", event="Late\nreply.", type=["silence"]),
        "He did not say a word the whole evening": note(
            EXERCISE, "2026-11-04", event="He did not say a word the whole evening", type=["silence"]
        ),
        "the boat": note(EXERCISE, "2026-11-03", type=["the boat"]),
        "Silence": note(EXERCISE, "2026-11-02", type=["silence"], after=2),
        "A moment": note(EXERCISE, "2026-11-01", before=5),
    }
    drawn = draw(list(rows.values()))
    assert [row[1] for row in drawn.table.rows] == list(rows)
    assert "He did not say a word the whole evening" in " ".join(texts_in(drawn))


def test_own_words_that_have_room_beside_the_day_are_not_cut(draw: Any, note: Any) -> None:
    entry = note(EXERCISE, "2026-11-05", event="The phone was face down again", type=["silence"], before=5)
    assert "The phone was face down again" in texts_in(draw([entry]))


def test_a_word_without_end_is_cut_where_the_room_ends_and_whole_in_words(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2026-11-05", event="x" * 300, before=5, after=4)])
    assert [len(text) for text in texts_in(drawn) if "xx" in text] == [30, 36, 36, 36]
    assert drawn.table.rows[0][1] == "x" * 300
    assert "x" * 300 in drawn.alternative


def test_words_in_wide_signs_are_broken_at_the_same_room(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2026-11-05", event="晚" * 40, before=5, after=4)])
    assert [text for text in texts_in(drawn) if "晚" in text] == ["晚" * 15, "晚" * 18, "晚" * 7]


def test_a_long_day_leaves_less_room_for_the_first_line_of_a_name(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2024-12-20", event="He said he would be there", before=5, after=4, said="told-partner")])
    assert {"20 Dec 2024, told", "He said he would", "be there"} <= set(texts_in(drawn))
    assert drawn.table.rows[0][1] == "He said he would be there"


def test_where_a_day_leaves_hardly_any_room_it_stands_below_the_name(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2024-12-20", event="He said he would be there", before=5, said="told-partner")])
    places = {words["text"]: words["y"] for words in drawn.figure["layout"]["annotations"]}
    assert places["20 Dec 2024, told, no number after"] > places["He said he would be there"]


def test_a_moment_of_long_ago_is_named_as_the_person_dated_it(draw: Any, note: Any) -> None:
    entries = [
        note(EXERCISE, "2026-11-05", before=5, entry={"for_date": about, "id": about}) for about in ("2019", "2019-04", "2019-04-30")
    ]
    assert {row[0] for row in draw(entries).table.rows} == {"2019", "Apr 2019", "30 Apr 2019"}


def test_own_words_are_never_markup_or_a_formula(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2026-11-05", event="<b>$x$</b> & {n}", before=5)])
    assert "&lt;b&gt;&#36;x&#36;&lt;/b&gt; &amp; {n}" in texts_in(drawn)
    assert drawn.table.rows[0][1] == "<b>$x$</b> & {n}"


def test_the_sentence_the_table_and_the_marks_agree(draw: Any, november: list[Entry]) -> None:
    drawn = draw(november)
    rows = [row for row in drawn.table.rows if "–" not in row[2:4]]
    weaker = sum(int(row[3]) < int(row[2]) for row in rows)
    assert drawn.sentence.startswith(f"Of {len(rows)} moments with both numbers, {weaker} felt less strong afterwards. ")
    for column, when in ((2, "before"), (3, "after")):
        in_table = Counter(int(row[column]) for row in drawn.table.rows if row[column] != "–")
        assert Counter(values(drawn, when, f"{when} told")) == in_table
