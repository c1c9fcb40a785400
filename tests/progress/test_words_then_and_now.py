"""Words for trust then and now, with journals counted by hand."""

from functools import partial
from typing import Any

import pytest
from reading_figures import lines_in

from newsoil.guide import Guide, SorterPrompt
from newsoil.journal import Entry, Former
from newsoil.progress.own_words.lines_figure import SIDE
from newsoil.progress.own_words.trust_words import BELONGS
from newsoil.progress.picture import Picture

NAME, EXERCISE = "words-then-and-now", "what-trust-looks-like"
QUIET, DINNER = "I can be quiet, and nobody asks.", "We still have dinner together."
LATE = "Someone who says it when they are tired, and not two days later, when it is all over and forgotten by everyone"


def cards(*sorted_cards: tuple[str, str]) -> list[dict[str, str]]:
    """Cards of the guide by their ids, and of one's own by their words."""
    return [
        {"id": f"own-{name[:4]}", "group": group, "text": name} if " " in name else {"id": name, "group": group}
        for name, group in sorted_cards
    ]


MARCH = cards(
    ("no-accepted", "essential"),
    ("laughing", "good-to-have"),
    ("message", "essential"),
    ("money", "not-for-me"),
    ("A light in the hall", "essential"),
)
NOVEMBER = cards(
    ("laughing", "essential"),
    ("no-accepted", "essential"),
    ("money", "good-to-have"),
    ("message", "not-sure"),
    ("a light in the  hall.", "good-to-have"),
    (LATE, "essential"),
)


@pytest.fixture
def draw(draw_chart: Any) -> Any:
    return partial(draw_chart, NAME)


@pytest.fixture
def march(note: Any) -> Entry:
    made: Entry = note(EXERCISE, "2026-03-03", cards=MARCH, in_my_words=QUIET)
    return made


@pytest.fixture
def november(note: Any) -> Entry:
    made: Entry = note(EXERCISE, "2026-11-20", cards=NOVEMBER, in_my_words=DINNER)
    return made


def marks(drawn: Picture) -> dict[str, tuple[str, str]]:
    """The mark on the left and on the right of each line of words that has one."""
    assert drawn.figure is not None
    traces = {trace["name"]: trace for trace in drawn.figure["data"]}
    sides = {side: dict(zip(traces[side]["y"], traces[side]["marker"]["symbol"], strict=True)) for side in ("left", "right")}
    lines = {label["y"]: label["text"].strip("\u2068\u2069") for label in drawn.figure["layout"]["annotations"]}
    return {text: (sides["left"].get(y, ""), sides["right"].get(y, "")) for y, text in lines.items() if y in sides["left"] | sides["right"]}


def test_a_year_counted_by_hand(draw: Any, march: Entry, november: Entry) -> None:
    drawn = draw([march, november])
    assert (drawn.n, drawn.state) == (2, "few")
    assert drawn.finding == "Your words for trust in March and in November"
    assert drawn.subtitle == (
        "What belongs to trust, as you sorted and wrote it. A filled mark is “Essential for me”, an open one “Good to have”."
    )
    assert drawn.sentence == "There are no right words."
    assert drawn.note == ""
    assert drawn.alternative == (
        f"In your own words, March: “{QUIET}” In your own words, November: “{DINNER}” "
        "There both times: Laughing about the same things, A no that is accepted and a light in the hall. "
        f"New in November: {LATE} and Plain words about money. Not among them in November: A message during the day."
    )


def test_three_lists_with_a_mark_for_then_on_the_left_and_for_now_on_the_right(draw: Any, march: Entry, november: Entry) -> None:
    drawn = draw([march, november])
    assert lines_in(drawn) == [
        *("In your own words", "March", QUIET, "November", DINNER),
        *("March", "November"),
        *("There both times", "Laughing about the same things", "A no that is accepted", "a light in the hall."),
        *(
            "New in November",
            "Someone who says it when they",
            "are tired, and not two days",
            "later, when it is all over and…",
            "Plain words about money",
        ),
        *("Not among them in November", "A message during the day"),
    ]
    assert marks(drawn) == {
        "Laughing about the same things": ("circle-open", "circle"),
        "A no that is accepted": ("circle", "circle"),
        "a light in the hall.": ("circle", "circle-open"),
        "Someone who says it when they": ("", "circle"),
        "Plain words about money": ("", "circle-open"),
        "A message during the day": ("circle", ""),
    }


def test_the_table_has_all_cards_and_all_words(draw: Any, march: Entry, november: Entry) -> None:
    table = draw([march, november]).table
    assert table.columns == ("Words", "March", "November")
    assert table.rows == (
        ("In your own words", QUIET, DINNER),
        ("Laughing about the same things", "Good to have", "Essential for me"),
        ("A no that is accepted", "Essential for me", "Essential for me"),
        ("Plain words about money", "Not for me", "Good to have"),
        ("A message during the day", "Essential for me", "I am not sure"),
        ("a light in the hall.", "Essential for me", "Good to have"),
        (LATE, "–", "Essential for me"),
    )


def test_one_version_is_its_own_list(draw: Any, march: Entry) -> None:
    drawn = draw([march])
    assert (drawn.n, drawn.state) == (1, "one")
    assert drawn.finding == "Your words for trust in March"
    assert lines_in(drawn) == [
        *("In your own words", QUIET),
        *("Essential for me", "A no that is accepted", "A message during the day", "A light in the hall"),
        *("Good to have", "Laughing about the same things"),
    ]
    assert drawn.subtitle == "What belongs to trust, as you sorted and wrote it", "each list has its name, so no mark has to be explained"
    assert {right for _, right in marks(drawn).values()} == {""}
    assert drawn.table.columns == ("Words", "March")
    assert drawn.alternative == (
        f"In your own words: “{QUIET}” "
        "Essential for me: A no that is accepted, A message during the day and A light in the hall. "
        "Good to have: Laughing about the same things."
    )


def test_former_answers_of_one_entry_are_versions(draw: Any, note: Any) -> None:
    earlier = (
        Former(at="2026-03-03T20:00:00+01:00", answers={"cards": MARCH, "in-my-words": QUIET}),
        Former(at="2026-06-03T20:00:00+01:00", answers={"in-my-words": "Something in between"}),
    )
    entry = {"earlier": earlier, "changed_at": "2026-11-20T20:00:00+01:00"}
    drawn = draw([note(EXERCISE, "2026-03-01", cards=NOVEMBER, in_my_words=DINNER, entry=entry)])
    assert drawn.n == 3
    assert drawn.finding == "Your words for trust in March and in November"
    assert drawn.note == "Shown are the first and the latest of 3 versions."
    assert drawn.table.rows[0] == ("In your own words", QUIET, DINNER)


def test_of_a_day_with_several_versions_the_last_counts(draw: Any, note: Any) -> None:
    earlier = (Former(at="2026-03-03T08:00:00+01:00", answers={"in-my-words": "A typo"}),)
    entry = {"earlier": earlier, "changed_at": "2026-03-03T20:00:00+01:00"}
    drawn = draw([note(EXERCISE, "2026-03-03", in_my_words=QUIET, entry=entry)])
    assert drawn.n == 1
    assert QUIET in drawn.alternative


def test_two_versions_of_one_month_are_told_by_their_days(draw: Any, march: Entry, note: Any) -> None:
    drawn = draw([march, note(EXERCISE, "2026-03-20", cards=MARCH)])
    assert drawn.finding == "Your words for trust on 3 March and on 20 March"
    assert drawn.table.columns == ("Words", "3 March", "20 March")


def test_the_same_month_of_two_years_is_told_by_the_year(draw: Any, november: Entry, note: Any) -> None:
    assert draw([note(EXERCISE, "2025-11-02", in_my_words=QUIET), november]).finding == (
        "Your words for trust in November 2025 and in November 2026"
    )


def test_a_sentence_that_stayed_the_same_stands_there_once(draw: Any, march: Entry, note: Any) -> None:
    drawn = draw([march, note(EXERCISE, "2026-11-20", in_my_words=QUIET)])
    assert lines_in(drawn)[:3] == ["In your own words", "March and November", QUIET]
    assert lines_in(drawn).count(QUIET) == 1
    assert drawn.alternative.startswith(f"In your own words, March and November: “{QUIET}”")
    assert drawn.alternative.count(QUIET) == 1


def test_a_version_without_cards_for_trust_says_so_and_counts(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2026-11-20", cards=cards(("money", "not-for-me")))])
    assert drawn.n == 1
    assert lines_in(drawn) == ["No cards sorted as part of trust."]
    assert drawn.sentence == "There are no right words."
    assert drawn.table.rows == (("Plain words about money", "Not for me"),)


def test_a_card_without_a_place_is_no_version(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2026-11-20", cards=[{"id": "own-1", "group": "", "text": "Not sorted yet"}])])
    assert drawn.state == "empty"


def test_a_list_without_end_is_counted_in_the_picture_and_bounded_in_the_table(draw: Any, note: Any) -> None:
    many = [{"id": f"own-{number}", "group": "essential", "text": f"Word {number}"} for number in range(90)]
    drawn = draw([note(EXERCISE, "2026-11-20", cards=many)])
    assert lines_in(drawn)[-1] == "and 74 more"
    assert len(drawn.table.rows) == 60
    assert drawn.note == "The table has the first 60 lines."


def test_the_places_that_belong_to_trust_are_those_of_the_form(guide: Guide) -> None:
    asked = next(prompt for prompt in guide.exercise(EXERCISE).prompts if isinstance(prompt, SorterPrompt))
    names = {group.id: group.label for group in asked.groups}
    assert [names[group] for group in BELONGS] == [guide.chart(NAME).sentences[f"cards-{group}"] for group in BELONGS]


def test_own_words_are_never_markup_and_run_in_their_own_direction(draw: Any, note: Any) -> None:
    drawn = draw([note(EXERCISE, "2026-11-20", in_my_words="<b>$x$</b> שלום {n}")])
    assert "\u2068&lt;b&gt;&#36;x&#36;&lt;/b&gt; שלום {n}\u2069" in [label["text"] for label in drawn.figure["layout"]["annotations"]]


def test_a_line_above_each_word_reaches_from_edge_to_edge(draw: Any, march: Entry, november: Entry) -> None:
    """Between the marks it is a line of the axis; in the margins, where half of each mark is, plotly draws strokes 1.4 times as long."""
    rows = next(trace for trace in draw([march, november]).figure["data"] if trace["name"] == "rows")
    assert set(rows["x"]) == {0, 1, None}
    assert rows["marker"]["size"] / 2 * 1.4 == pytest.approx(SIDE)
    assert rows["marker"]["symbol"] == "line-ew"
