"""Fears by where they were learned, with journals counted by hand."""

from collections import Counter
from functools import partial
from typing import Any

import pytest
from reading_figures import texts_in

from newsoil.guide import Guide
from newsoil.journal import Entry, Former
from newsoil.progress.picture import Picture
from newsoil.progress.two_marks.fears_noted import ABOUT, PLACES

NAME = "fears"
EXERCISE = "what-am-i-afraid-of"
ALWAYS = "Wherever a fear was learned, it can be right about today, or belong to back then. You know best."


@pytest.fixture
def noted(note: Any) -> list[Entry]:
    """Five fears in six notes: the first one comes back, another one was changed in its own note."""
    versions = {"earlier": (Former(at="2026-10-02T20:00:00+02:00", answers={"strength": 9, "fear": "being lied to"}),)}
    return [
        note(EXERCISE, "2026-09-01", fear="That I am left.", strength=8, learned_from="growing-up", about_now="echo"),
        note(EXERCISE, "2026-10-02", fear="Being lied to", strength=6, learned_from="this-relationship", about_now="now", entry=versions),
        note(EXERCISE, "2026-10-10", fear="Being laughed at", strength=4, learned_from="growing-up", about_now="both"),
        note(EXERCISE, "2026-11-01", fear="A calm week", learned_from="not-known", about_now="unknown"),
        note(EXERCISE, "2026-11-05", fear="that I am  left", strength=5),
        note(EXERCISE, "2026-11-06", fear="The phone at night", strength=7, learned_from="earlier-partner"),
    ]


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


def values(drawn: Picture, kind: str) -> list[int]:
    assert drawn.figure is not None
    return [x for trace in drawn.figure["data"] if trace["name"] == kind for x in trace["x"]]


def test_five_fears_counted_by_hand(draw: Any, noted: list[Entry]) -> None:
    drawn = draw(noted)
    assert (drawn.n, drawn.state) == (5, "some")
    assert drawn.finding == "5 fears noted"
    assert drawn.sentence == f"Learned: growing up 2, earlier partner 1, someone close now 1, unknown 1. {ALWAYS}"
    assert drawn.subtitle == (
        "How strong each fear is, from 0, not there, to 10, very strong. Filled marks: latest. Open marks: when first noted. "
        "A filled mark alone: noted once."
    )
    assert drawn.note == "So few fears cannot show a pattern."
    assert drawn.alternative == (
        "5 fears on a scale from 0 to 10, by where they were learned. "
        "Growing up, 2: that I am left, first 8, latest 5; Being laughed at, 4. "
        "With an earlier partner, 1: The phone at night, 7. "
        "With someone close to you now, 1: Being lied to, first 9, latest 6. "
        "Not known where, 1: A calm week, no number."
    )


def test_the_table_says_what_each_is_about(draw: Any, noted: list[Entry]) -> None:
    table = draw(noted).table
    assert table.columns == ("Fear", "Where it was learned", "First", "Latest", "About")
    assert table.rows == (
        ("that I am left", "Growing up", "8", "5", "An echo"),
        ("Being laughed at", "Growing up", "–", "4", "Both"),
        ("The phone at night", "With an earlier partner", "–", "7", "–"),
        ("Being lied to", "With someone close to you now", "9", "6", "Now"),
        ("A calm week", "Not known where", "–", "–", "I don’t know yet"),
    )
    assert "“Now” is a clear answer too." in table.caption


def test_the_sentence_the_table_and_the_marks_agree(draw: Any, noted: list[Entry]) -> None:
    drawn = draw(noted)
    for column, kind in ((2, "open"), (3, "filled")):
        assert values(drawn, kind) == [int(row[column]) for row in drawn.table.rows if row[column] != "–"]
    where = Counter(row[1] for row in drawn.table.rows)
    assert drawn.sentence.startswith(f"Learned: growing up {where['Growing up']}, earlier partner {where['With an earlier partner']}, ")
    assert drawn.finding == f"{len(drawn.table.rows)} fears noted"


def test_places_stand_below_each_other_in_the_order_of_the_form(draw: Any, noted: list[Entry]) -> None:
    places = [text for text in texts_in(draw(noted)) if text in {row[1] for row in draw(noted).table.rows}]
    assert places == ["Growing up", "With an earlier partner", "With someone close to you now", "Not known where"]


def test_fewer_than_five_are_only_counted(draw: Any, noted: list[Entry]) -> None:
    drawn = draw(noted[:4])
    assert (drawn.finding, drawn.sentence) == ("4 fears noted so far. Too few to call a pattern.", ALWAYS)
    assert draw(noted[:1]).finding == "One fear noted so far"


def test_no_place_is_named_where_two_have_equally_many(draw: Any, note: Any) -> None:
    places = ["friend", "friend", "others", "others", "growing-up"] * 2
    drawn = draw(
        [note(EXERCISE, f"2026-11-{number:02}", fear=f"f{number}", learned_from=place) for number, place in enumerate(places, start=1)]
    )
    assert drawn.finding == "10 fears noted"
    assert drawn.sentence == f"Learned: growing up 2, friend 4, other people 4. {ALWAYS}"


@pytest.mark.parametrize("place", ["not-known", None])
def test_not_known_is_no_place(draw: Any, note: Any, place: str | None) -> None:
    drawn = draw([note(EXERCISE, f"2026-11-{number:02}", fear=f"f{number}", learned_from=place) for number in range(1, 11)])
    assert drawn.finding == "10 fears noted"
    assert drawn.sentence == f"Learned: {'unknown' if place else 'blank'} 10. {ALWAYS}"


def test_all_of_them_learned_in_one_place_are_said_as_that(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, f"2026-11-{number:02}", fear=f"f{number}", learned_from="friend") for number in range(1, 11)])
    assert (drawn.finding, drawn.sentence) == ("By your notes, all 10 fears were learned with a friend", ALWAYS)


def test_a_note_that_was_opened_again_with_the_same_number_is_one_answer(draw: Any, note: Any) -> None:
    former = (
        Former(at="2026-10-02T20:00:00+02:00", answers={"strength": 6}),
        Former(at="2026-10-03T20:00:00+02:00", answers={"fear": "x"}),
    )
    drawn = draw([note(EXERCISE, "2026-10-02", fear="x", strength=6, entry={"earlier": former})])
    assert (values(drawn, "open"), values(drawn, "filled")) == ([], [6])


def test_the_same_number_in_two_notes_is_a_dot_in_a_ring(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, day, fear="x", strength=6) for day in ("2026-10-02", "2026-10-09")])
    assert (values(drawn, "open"), values(drawn, "filled")) == ([6], [6])
    assert drawn.subtitle.endswith("A dot in a ring: both are the same.")


def test_what_a_later_note_leaves_blank_stays_as_it_was(draw: Any, note: Any) -> None:
    first = note(EXERCISE, "2026-10-02", fear="x", learned_from="friend", about_now="now", strength=3)
    later = note(EXERCISE, "2026-10-09", fear="X", learned_from="others")
    assert draw([first, later]).table.rows == (("X", "With other people", "–", "3", "Now"),)


def test_fears_without_words_are_not_taken_for_one(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, f"2026-10-0{number}", strength=number) for number in (1, 2)])
    assert drawn.n == 2
    assert {row[0] for row in drawn.table.rows} == {"A fear"}


def test_the_fears_noted_last_are_drawn_and_that_is_said(draw: Any, note: Any) -> None:
    drawn = draw(
        [note(EXERCISE, f"2026-10-{1 + number % 30:02}", fear=f"f{number}", strength=5, entry={"id": f"e{number}"}) for number in range(60)]
    )
    assert drawn.n == 60
    assert len(drawn.table.rows) == len(values(drawn, "filled")) == 12
    assert drawn.note == "Picture and heading are about the 12 of 60 fears that were noted last."
    assert drawn.finding == "The newest 12 of 60 fears noted"
    assert {row[0] for row in drawn.table.rows} == {f"f{number}" for start in (24, 54) for number in range(start, start + 6)}


def test_a_fear_without_end_is_cut_in_the_picture_and_whole_in_words(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2026-10-02", fear="a word " * 60, strength=3)])
    assert [text for text in texts_in(drawn) if "word" in text] == [
        "a word a word a word a word a word a",
        *["word a word a word a word a word a"] * 2,
        "word a word a word a word a word a…",
    ]
    assert drawn.table.rows[0][0] == ("a word " * 60).strip()
    assert ("a word " * 60).strip() in drawn.alternative


@pytest.mark.parametrize(
    ("places", "finding"),
    [
        (["friend"] * 9 + ["others"] * 11, "By your notes, 11 of your newest 12 fears were learned with other people"),
        (["others"] + ["this-relationship"] * 13, "By your notes, your newest 12 fears were all learned with someone close now"),
    ],
)
def test_where_not_all_are_drawn_the_heading_is_about_those_that_are(draw: Any, note: Any, places: list[str], finding: str) -> None:
    entries = [
        note(EXERCISE, f"2026-10-{number:02}", fear=f"f{number}", learned_from=place) for number, place in enumerate(places, start=1)
    ]
    assert draw(entries).finding == finding
    assert len(finding.split()) <= 15


def test_one_scale_stands_on_top_and_what_has_no_number_says_so_beside_its_name(draw: Any, noted: list[Entry]) -> None:
    figure = draw(noted).figure
    assert [words["text"] for words in figure["layout"]["annotations"] if words["text"] in ("0", "5", "10")] == ["0", "5", "10"]
    name, none = (
        next(words for words in figure["layout"]["annotations"] if words["text"] == text) for text in ("A calm week", "no number")
    )
    assert (none["y"], none["xanchor"]) == (name["y"], "right")


def test_own_words_are_never_markup_or_a_formula(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2026-11-05", fear="<b>$x$</b> & {n}", strength=5)])
    assert "&lt;b&gt;&#36;x&#36;&lt;/b&gt; &amp; {n}" in texts_in(drawn)
    assert drawn.table.rows[0][0] == "<b>$x$</b> & {n}"


@pytest.mark.parametrize("odd", [11, -1, True, "5", [5], {"a": 1}])
def test_an_answer_that_no_form_sends_is_none(draw: Any, note: Any, odd: Any) -> None:
    former = (Former(at="x", answers={"strength": odd}),)
    answers = {"strength": odd, "learned_from": odd, "about_now": odd, "learned": odd}
    assert draw([note(EXERCISE, "2026-11-05", fear="x", entry={"earlier": former}, **answers)]).table.rows == (
        ("x", "Without an answer where", "–", "–", "–"),
    )


def test_no_fear_is_called_wrong(guide: Guide) -> None:
    chart = guide.chart(NAME)
    said = " ".join([chart.title, chart.subtitle, chart.empty, *chart.sentences.values()]).lower()
    assert not any(words in said for words in ("irrational", "unfounded", "untrue", "exaggerat", "not real", "in your head", "too much"))


def test_the_chart_knows_the_places_of_the_form(guide: Guide) -> None:
    sentences = guide.chart(NAME).sentences
    prompts = {prompt.id: prompt for prompt in guide.exercise(EXERCISE).prompts}
    assert tuple(option.id for option in prompts["learned-from"].options) == PLACES[:-1]  # type: ignore[union-attr]
    assert tuple(option.id for option in prompts["about-now"].options) == ABOUT  # type: ignore[union-attr]
    for place in (*PLACES[:-1], "blank"):
        assert {f"learned-from-{place}", f"count-{place}"} <= set(sentences)
    assert {f"where-{place}" for place in PLACES[:-2]} <= set(sentences)
