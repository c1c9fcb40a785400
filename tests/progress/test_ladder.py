"""The ladder, with journals counted by hand."""

import re
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from any_answers import any_answers
from hypothesis import given
from hypothesis import strategies as st
from reading_figures import lines_in, marks_on_the_left

from newsoil.guide import Guide
from newsoil.journal import Entry
from newsoil.progress.own_words.shares import steps_of
from newsoil.progress.picture import Picture
from newsoil.progress.words import Words

NAME, SHARE, LADDER, TALK = "ladder", "after-a-share", "small-shares", "conversation-card"
TOPICS = [("A job that ended", 1), ("My walks", 1), ("Big plans", 2), ("Lateness", 3), ("The letter", 5)]
AUTUMN = [
    ("2026-09-07", "a job that ended.", "care"),
    ("2026-09-20", "Big  plans", "mixed"),
    ("2026-10-11", "A book", "care"),
    ("2026-10-30", "A job that ended", "not"),
    ("2026-11-08", "My walks", None),
    ("2026-11-15", "Lateness", "care"),
]
"""Six shares: one of a thing that is not on the ladder, one of which nothing is said, and one thing told twice."""

MORE = re.compile(r"next (step|one)|tell (them|someone|more)|share (more|it|this)|try again soon", re.IGNORECASE)
"""Words that speak of telling more."""


def topics(*pairs: tuple[str, int]) -> list[dict[str, Any]]:
    return [{"id": f"r{number}", "topic": topic, "step": step} for number, (topic, step) in enumerate(pairs)]


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


@pytest.fixture
def rungs(note: Any) -> Entry:
    made: Entry = note(LADDER, "2026-09-01", topics=topics(*TOPICS))
    return made


@pytest.fixture
def autumn(note: Any, rungs: Entry) -> list[Entry]:
    return [rungs, *[note(SHARE, day, topic_shared=topic, met=met) for day, topic, met in AUTUMN]]


def everything(drawn: Picture) -> str:
    """All words of a picture, those in the figure and in the table too."""
    said = [drawn.finding, drawn.subtitle, drawn.sentence, drawn.note, drawn.alternative, drawn.table.caption]
    said += lines_in(drawn) if drawn.figure else []
    return " ".join([*said, *drawn.table.columns, *(cell for row in drawn.table.rows for cell in row)])


def test_an_autumn_counted_by_hand(draw: Any, autumn: list[Entry]) -> None:
    drawn = draw(autumn)
    assert (drawn.n, drawn.state) == (6, "some")
    assert drawn.finding == "You noted 6 times you told something. The latest one was met with care."
    assert drawn.sentence == "You decide if and when there is a next step. It can also stay as it is."
    assert drawn.note == "Fewer notes can mean fewer events, or fewer notes."
    assert drawn.alternative == (
        "A ladder with 5 rungs, from “Light” at the bottom to “Very tender” at the top. "
        "Light: A job that ended (not with care, 30 Oct and with care, 7 Sep) and My walks (not noted, 8 Nov). "
        "A little personal: Big plans (partly with care, 20 Sep). Personal: Lateness (with care, 15 Nov). Very tender: The letter. "
        "Not on the ladder: A book (with care, 11 Oct)."
    )


def test_the_lightest_rung_is_at_the_bottom_and_a_name_stands_above_what_is_on_its_rung(draw: Any, autumn: list[Entry]) -> None:
    assert lines_in(draw(autumn)) == [
        *("Very tender", "The letter"),
        "Tender",
        *("Personal", "Lateness", "with care, 15 Nov"),
        *("A little personal", "Big plans", "partly with care, 20 Sep"),
        *("Light", "A job that ended", "not with care, 30 Oct", "with care, 7 Sep", "My walks", "not noted, 8 Nov"),
        *("Not on your ladder", "A book", "with care, 11 Oct"),
    ]


def test_shape_says_how_it_was_met(draw: Any, autumn: list[Entry]) -> None:
    assert marks_on_the_left(draw(autumn)) == ["circle", "circle-open-dot", "circle-open", "circle", "line-ew-open", "circle"]


def test_there_is_a_rung_for_each_step_whatever_stands_on_it(draw: Any, autumn: list[Entry], guide: Guide, today: date) -> None:
    figure = draw(autumn).figure
    bars = [shape["y0"] for shape in figure["layout"]["shapes"]]
    assert len(bars) == len(steps_of(Words(guide.chart(NAME), today, guide))) == 5
    assert bars == sorted(bars)


def test_the_table_has_each_topic_and_each_share(draw: Any, autumn: list[Entry]) -> None:
    table = draw(autumn).table
    assert table.columns == ("On your ladder", "What it is about", "It was met", "When")
    assert table.rows == (
        ("Light", "A job that ended", "not with care", "30 Oct"),
        ("Light", "A job that ended", "with care", "7 Sep"),
        ("Light", "My walks", "not noted", "8 Nov"),
        ("A little personal", "Big plans", "partly with care", "20 Sep"),
        ("Personal", "Lateness", "with care", "15 Nov"),
        ("Very tender", "The letter", "–", "–"),
        ("–", "A book", "with care", "11 Oct"),
    )


def test_a_ladder_of_which_nothing_was_told_is_drawn_and_nothing_is_said_of_telling(draw: Any, rungs: Entry) -> None:
    drawn = draw([rungs])
    assert (drawn.n, drawn.state, drawn.note) == (0, "empty", "")
    assert drawn.finding == "Your ladder, from light to tender"
    assert drawn.sentence == "A thing can stay where it is for good. What you keep to yourself is yours."
    assert lines_in(drawn) == [
        *("Very tender", "The letter", "Tender", "Personal", "Lateness", "A little personal", "Big plans"),
        *("Light", "A job that ended", "My walks"),
    ]
    assert drawn.table.columns == ("On your ladder", "What it is about")
    assert drawn.table.rows[0] == ("Light", "A job that ended")
    assert len(drawn.table.rows) == 5
    assert not re.search(r"\bshares?\b|\btold\b|\bmet\b|step", everything(drawn))


def test_what_was_told_without_a_ladder_is_a_list(draw: Any, autumn: list[Entry]) -> None:
    drawn = draw(autumn[1:3])
    assert drawn.subtitle == "What you told, and how it was met"
    assert lines_in(drawn) == ["Big plans", "partly with care, 20 Sep", "a job that ended.", "with care, 7 Sep"]
    assert "shapes" not in drawn.figure["layout"] or not drawn.figure["layout"]["shapes"]
    assert drawn.alternative.startswith("A list of what you told, the newest first: Big plans")


@pytest.mark.parametrize(
    ("met", "see_it", "finding"),
    [
        ("care", None, "You noted once that you told something. It was met with care."),
        ("mixed", None, "You noted once that you told something. It was partly met with care."),
        ("not", None, "You noted once that you told something. It was not met with care."),
        (None, None, "You noted once that you told something. How it was met is not noted."),
        ("not", "unknown", "You noted once that you told something. How it was met is open."),
        ("care", "pause", "You noted once that you told something. It was not met with care."),
        ("against", None, "You noted once that you told something. It is fine to stop here."),
        ("against", "care", "You noted once that you told something. It is fine to stop here."),
    ],
)
def test_one_share_is_said_as_the_person_sees_it(draw: Any, note: Any, met: str | None, see_it: str | None, finding: str) -> None:
    assert draw([note(SHARE, "2026-11-08", topic_shared="A book", met=met, see_it=see_it)]).finding == finding


def test_two_that_were_not_met_with_care_in_a_row_say_that_it_is_fine_to_stop(draw: Any, note: Any, autumn: list[Entry]) -> None:
    later = [note(SHARE, f"2026-11-{day}", topic_shared="A book", met=met) for day, met in ((16, "not"), (18, None), (19, "not"))]
    drawn = draw([*autumn, *later])
    assert drawn.finding == "The latest two were not met with care. It is fine to stop here."
    assert drawn.sentence == "There is no need to try again, or to find other words."
    assert draw([*autumn, *later[:2]]).finding == "You noted 8 times you told something. How the latest was met is not noted."


def test_one_with_care_after_two_without_speaks_of_the_latest_again(draw: Any, note: Any) -> None:
    days = [note(SHARE, f"2026-11-0{day}", met=met) for day, met in enumerate(("not", "not", "care"), start=1)]
    assert draw(days).finding == "You noted 3 times you told something. The latest one was met with care."


def test_what_was_used_against_me_says_that_it_is_fine_to_stop_and_where_help_is(draw: Any, note: Any, autumn: list[Entry]) -> None:
    drawn = draw([note(SHARE, "2024-05-05", topic_shared="The letter", met="against"), *autumn])
    assert drawn.finding == "You noted 7 times you told something. It is fine to stop here."
    assert drawn.sentence == "What is used against you is not your fault. “Help now” says whom to ask, and you can go alone."
    assert "used against me, 5 May 2024" in lines_in(drawn)
    assert marks_on_the_left(drawn)[0] == "diamond-open"


def test_what_was_used_against_me_after_a_talk_leaves_the_next_step_out(draw: Any, note: Any, autumn: list[Entry]) -> None:
    drawn = draw([*autumn, note(TALK, "2026-03-01", met="against")])
    assert drawn.n == 6
    assert drawn.finding == draw(autumn).finding
    assert drawn.sentence == "What you keep to yourself is yours."
    assert draw([*autumn, note(TALK, "2026-03-01", met="care")]) == draw(autumn)


NOTES = st.one_of(*[st.tuples(st.just(name), st.integers(0, 400), any_answers(name)) for name in (SHARE, LADDER, TALK)])
AGAINST = st.one_of(
    st.tuples(st.just(TALK), st.integers(0, 4000), st.just({"met": "against"})),
    st.tuples(st.just(SHARE), st.integers(0, 4000), any_answers(SHARE).map(lambda answers: answers | {"met": "against"})),
)
"""The exercise, how many days ago, and the answers."""


@given(st.lists(NOTES, max_size=8), AGAINST)
def test_after_something_was_used_against_a_person_no_word_speaks_of_telling_more(
    draw_chart: Any, note: Any, others: list[tuple[str, int, dict[str, Any]]], against: tuple[str, int, dict[str, Any]]
) -> None:
    entries = [
        note(name, date(2026, 11, 23) - timedelta(days=ago), clock=f"08:{at:02}", entry={"answers": answers})
        for at, (name, ago, answers) in enumerate([*others, against])
    ]
    assert not MORE.search(everything(draw_chart(NAME, entries)))


def test_the_newest_ladder_is_drawn_and_a_version_without_one_does_not_take_it_away(draw: Any, note: Any, rungs: Entry) -> None:
    newer = note(LADDER, "2026-10-01", topics=topics(("Snow", 4)))
    empty = note(LADDER, "2026-11-01", lesson="I like to ask early now.")
    assert [text for text in lines_in(draw([rungs, newer, empty])) if text in {"Snow", "My walks"}] == ["Snow"]


def test_the_day_is_that_on_which_it_was_told(draw: Any, note: Any) -> None:
    entries = [
        note(SHARE, "2026-11-20", topic_shared="First", met="not", shared_on="2025-12-01"),
        note(SHARE, "2026-11-10", topic_shared="Last", met="care", shared_on="2026-11"),
    ]
    drawn = draw(entries)
    assert lines_in(drawn) == ["Last", "with care, Nov", "First", "not with care, 1 Dec 2025"]
    assert drawn.finding.endswith("The latest one was met with care.")


def test_of_many_shares_the_newest_are_drawn_and_that_is_said(draw: Any, note: Any, rungs: Entry, today: date) -> None:
    drawn = draw([rungs, *[note(SHARE, today - timedelta(days=back), topic_shared=f"Thing {back}", met="care") for back in range(90)]])
    assert drawn.finding == "The newest 12 times you told something. The latest one was met with care."
    assert drawn.note.startswith("Shown are the newest 12 of 90 times you told something. The table has the newest 60.")
    assert len(marks_on_the_left(drawn)) == 12
    assert sum(row[2] == "with care" for row in drawn.table.rows) == 60


def test_of_many_topics_on_a_rung_some_are_drawn_and_what_was_told_always_is(draw: Any, note: Any) -> None:
    many = note(LADDER, "2026-09-01", topics=topics(*[(f"Thing {number}", 1) for number in range(9)]))
    told = [note(SHARE, "2026-11-01", topic_shared="Thing 8", met="care")]
    assert [text for text in lines_in(draw([many])) if text.startswith(("Thing", "and"))] == [
        *(f"Thing {number}" for number in range(4)),
        "and 5 more",
    ]
    assert lines_in(draw([many, *told]))[-6:] == ["Thing 0", "Thing 1", "Thing 2", "Thing 8", "with care, 1 Nov", "and 5 more"]
    assert len(draw([many]).table.rows) == 9


def test_a_long_headline_is_cut_in_the_picture_and_whole_in_the_table(draw: Any, note: Any) -> None:
    long = "Why I look at the clock whenever somebody who is dear to me comes home late"
    drawn = draw([note(LADDER, "2026-09-01", topics=topics((long, 1)))])
    assert lines_in(drawn)[-2:] == ["Why I look at the clock", "whenever somebody who is dear…"]
    assert drawn.table.rows[0][1] == long


def test_own_words_are_never_markup_and_run_in_their_own_direction(draw: Any, note: Any) -> None:
    drawn = draw([note(SHARE, "2026-11-08", topic_shared="<b>$x$</b> שלום", met="care")])
    assert "\u2068&lt;b&gt;&#36;x&#36;&lt;/b&gt; שלום\u2069" in [label["text"] for label in drawn.figure["layout"]["annotations"]]
