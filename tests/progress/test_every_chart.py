"""What holds for every chart, whatever is in the journal."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from random import Random
from typing import Any

import msgspec
import plotly.graph_objects as go
import pytest
from any_answers import any_answers
from filled_charts import FILLED, TODAY
from hypothesis import given, settings
from hypothesis import strategies as st

from newsoil._errors import BadContent
from newsoil.guide import Guide
from newsoil.journal import Entry
from newsoil.progress.charts import CHARTS, picture
from newsoil.progress.figures import CLEAR, COLOURS, SMALL
from newsoil.progress.picture import Picture
from newsoil.progress.steps.weeks import ITEMS

CHANGE = re.compile(
    r"\b(better|worse|improv\w*|trends?|progress\w*|ris(e|ing)|rose|fell|fall(ing)?|increas\w*|decreas\w*|gr[eo]w\w*|usual|pattern is"
    r"|higher|stronger|lower|above|below|up|down|steps?)\b",
    re.IGNORECASE,
)
VERDICT = re.compile(
    r"\b(well done|great|good (week|job|work)|bad|congrat\w*|proud|amazing|keep (it|going)|fail\w*|missed|streak|scores?|only|should|must"
    r"|normal|heal\w*|because|thanks to|works|worked|helps|helped|caused?)\b|!|%|\d[.,]\d",
    re.IGNORECASE,
)
MEANT = {
    "setbacks": re.compile(r"\b[Uu]sual setback\b|\b\d+ usual\b|Setbacks are normal\. What happens next matters more\."),
    "fears": re.compile(r"\bgrowing up\b", re.IGNORECASE),
    "ladder": re.compile("if and when there is a next step"),
    "words-then-and-now": re.compile("Being allowed a bad mood"),
}
"""What a chart says in words of the lists. Setbacks: “a usual setback” is the form's own answer, and the sentence is that of the guide.
Fears: growing up is where a fear was learned, and the guide's own answer says “grew up”. A ladder has steps, and one card is on moods."""

PAIRED = {"moments": {"before", "after"}, "conversations": {"start", "end"}}
"""Charts that say how many pairs were lower, which is allowed from five pairs on, and the two answers that make a pair."""

step = st.one_of(st.none(), st.integers(1, 5))


@st.composite
def notes(draw: Any, name: str, most: int = 30, back: int = 300) -> list[Entry]:
    """Entries that a chart may look at, on any days of this year, in any order; each has an answer."""
    entries = []
    for number, days_ago in enumerate(draw(st.lists(st.integers(0, back), max_size=most))):
        exercise = draw(st.sampled_from(CHARTS[name].exercises))
        made = f"{TODAY - timedelta(days=days_ago)}T12:{number:02}:00+01:00"
        answers = draw(any_answers(exercise))
        entries.append(
            Entry(id=f"e{number}", exercise=exercise, exercise_version=1, made_at=made, changed_at=made, status="done", answers=answers)
        )
    return entries


journals = st.sampled_from(sorted(CHARTS)).flatmap(lambda name: st.tuples(st.just(name), notes(name)))
small_journals = st.sampled_from(sorted(CHARTS)).flatmap(lambda name: st.tuples(st.just(name), notes(name, most=9)))


@pytest.fixture(scope="module")
def draw(draw_chart: Callable[..., Picture]) -> Callable[..., Picture]:
    return draw_chart


def said(drawn: Picture) -> str:
    """Everything the picture says in sentences."""
    return f"{drawn.finding} {drawn.subtitle} {drawn.sentence} {drawn.note} {drawn.alternative}"


def beside_what_is_meant(name: str, words: str) -> str:
    """What is said, without what this chart means to say in words of the lists."""
    return MEANT[name].sub("", words) if name in MEANT else words


def walk(thing: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every value in a figure with the key it stands under; a list's values stand under the list's key."""
    if isinstance(thing, dict):
        for name, value in thing.items():
            yield from walk(value, name)
    elif isinstance(thing, list):
        for value in thing:
            yield from walk(value, key)
    else:
        yield key, thing


@pytest.mark.parametrize("name", sorted(CHARTS))
@pytest.mark.parametrize(
    ("n", "state"), [(0, "empty"), (1, "one"), (2, "few"), (4, "few"), (5, "some"), (9, "some"), (10, "enough"), (60, "enough")]
)
def test_the_state_follows_the_number_of_notes(draw: Callable[..., Picture], name: str, n: int, state: str) -> None:
    drawn = draw(name, FILLED[name](n))
    assert drawn.state == state
    assert drawn.n == n
    assert (drawn.figure is None) == (n == 0)
    assert bool(drawn.alternative) == (n > 0)
    assert bool(drawn.table.rows) == (n > 0)


@pytest.mark.parametrize("name", sorted(CHARTS))
def test_an_empty_chart_is_a_name_and_a_sentence(draw: Callable[..., Picture], guide: Guide, name: str) -> None:
    drawn = draw(name, [])
    assert (drawn.finding, drawn.sentence) == (guide.chart(name).title, guide.chart(name).empty)
    assert (drawn.subtitle, drawn.note, drawn.alternative) == ("", "", "")


@given(journals, st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(draw: Callable[..., Picture], journal: tuple[str, list[Entry]], random: Random) -> None:
    name, entries = journal
    mixed = list(entries)
    random.shuffle(mixed)
    assert draw(name, mixed) == draw(name, entries)


@given(journals, st.data())
def test_deleted_and_not_today_and_empty_entries_leave_no_trace(
    draw: Callable[..., Picture], journal: tuple[str, list[Entry]], data: st.DataObject
) -> None:
    name, entries = journal
    gone: list[dict[str, Any]] = [
        {"deleted_at": "2026-11-23T20:00:00+01:00"},
        {"status": "not-today"},
        {"answers": {}},
        {"exercise": "another"},
    ]
    extra = [
        msgspec.structs.replace(entry, id=f"gone {number}", **data.draw(st.sampled_from(gone)))
        for number, entry in enumerate(data.draw(notes(name, most=5)))
    ]
    assert draw(name, [*entries, *extra]) == draw(name, entries)


@given(journals, st.integers(1, 4))
def test_weeks_without_a_note_change_no_finding(draw: Callable[..., Picture], journal: tuple[str, list[Entry]], weeks: int) -> None:
    name, entries = journal
    now, later = draw(name, entries), draw(name, entries, TODAY + timedelta(weeks=weeks))
    assert later.finding == now.finding
    assert later.sentence == now.sentence


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(ITEMS, step)), min_size=2, max_size=20), st.data())
def test_a_blank_week_in_between_changes_no_heading(draw: Callable[..., Picture], weeks: list[dict[str, Any]], data: st.DataObject) -> None:
    pause = data.draw(st.integers(1, len(weeks) - 1))

    def journal(extra: int) -> list[Entry]:
        days = [TODAY - timedelta(weeks=back + (extra if back >= pause else 0)) for back in range(len(weeks))]
        return [
            Entry(
                id=str(day), exercise="weekly-check-in", exercise_version=1, made_at=f"{day}T12:00:00+01:00", changed_at="", answers=answers
            )
            for day, answers in zip(days, weeks, strict=True)
        ]

    assert draw("weekly-check-in", journal(0)).finding == draw("weekly-check-in", journal(1)).finding


@given(journals)
def test_what_is_asked_for_besides_changes_no_finding_and_is_offered_once(
    draw: Callable[..., Picture], guide: Guide, journal: tuple[str, list[Entry]]
) -> None:
    name, entries = journal
    drawn, more = draw(name, entries), picture(name, entries, guide, TODAY, also=True)
    assert (more.finding, more.n, more.state, more.also) == (drawn.finding, drawn.n, drawn.state, "")
    assert bool(drawn.also) == (more.figure != drawn.figure)


@settings(max_examples=300)
@given(small_journals)
def test_nothing_is_said_about_change_below_ten_notes(draw: Callable[..., Picture], journal: tuple[str, list[Entry]]) -> None:
    name, entries = journal
    drawn = draw(name, entries)
    if drawn.state == "empty":
        return
    words = beside_what_is_meant(name, said(drawn))
    pair = PAIRED.get(name)
    if pair and sum(pair <= set(entry.answers) for entry in entries) >= 5:
        words = re.sub(r"\bOf [^.]+", "", words.replace(drawn.alternative, ""))
    assert not CHANGE.search(words)


@settings(max_examples=300)
@given(journals)
def test_nothing_said_is_praise_or_blame_or_a_cause_or_a_decimal(draw: Callable[..., Picture], journal: tuple[str, list[Entry]]) -> None:
    assert not VERDICT.search(beside_what_is_meant(journal[0], said(draw(*journal))))


@given(journals)
def test_a_picture_travels_as_json_and_comes_back_the_same(draw: Callable[..., Picture], journal: tuple[str, list[Entry]]) -> None:
    drawn = draw(*journal)
    assert msgspec.json.decode(msgspec.json.encode(drawn), type=Picture) == drawn
    assert json.loads(json.dumps(drawn.figure)) == drawn.figure


@given(journals)
def test_a_figure_keeps_still_and_is_large_enough_to_read(draw: Callable[..., Picture], journal: tuple[str, list[Entry]]) -> None:
    figure = draw(*journal).figure
    if figure is None:
        return
    layout = figure["layout"]
    assert layout["dragmode"] is False
    assert layout["hovermode"] is False
    assert layout["showlegend"] is False
    assert all(axis["fixedrange"] for key, axis in layout.items() if re.fullmatch(r"[xy]axis\d*", key))
    assert {trace["type"] for trace in figure["data"]} <= {"scatter", "bar"}
    assert not re.search(r"modebar|share|cloud|http", json.dumps(figure), re.IGNORECASE)
    fonts = [layout["font"], *(label["font"] for label in layout["annotations"])]
    fonts += [axis["tickfont"] for key, axis in layout.items() if re.fullmatch(r"[xy]axis\d*", key)]
    assert min(font["size"] for font in fonts) >= SMALL == 14
    assert layout["margin"]["l"] + layout["margin"]["r"] < 100, "288 px leave room to draw"


@given(journals)
def test_colours_are_names_of_our_tokens(draw: Callable[..., Picture], journal: tuple[str, list[Entry]]) -> None:
    found = {value for key, value in walk(draw(*journal).figure) if key.lower().endswith("color")}
    assert found <= COLOURS | {CLEAR}
    assert not {value for key, value in walk(draw(*journal).figure) if value in COLOURS and not key.lower().endswith("color")}


@settings(max_examples=30)
@given(journals)
def test_plotly_accepts_every_figure_once_the_colours_are_put_in(draw: Callable[..., Picture], journal: tuple[str, list[Entry]]) -> None:
    figure = draw(*journal).figure
    if figure is not None:
        go.Figure(json.loads(re.sub(r'"--ns-[a-z0-9-]+"', '"#1F5D5B"', json.dumps(figure))))


def test_a_chart_that_is_not_there_is_named(guide: Guide) -> None:
    with pytest.raises(BadContent, match="no chart “gauge”"):
        picture("gauge", [], guide, TODAY)


def test_a_sentence_that_is_not_there_is_named(guide: Guide) -> None:
    bare = tuple(msgspec.structs.replace(chart, sentences={}) for chart in guide.charts)
    with pytest.raises(BadContent, match="no sentence “one”"):
        picture("moments", FILLED["moments"](1), msgspec.structs.replace(guide, charts=bare), TODAY)
