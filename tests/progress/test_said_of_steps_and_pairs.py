"""What the charts of steps and of two marks in a row say once their sentences are filled in, at any number of notes."""

import re
from typing import Any

import pytest
from filled_charts import FILLED
from hypothesis import given, settings
from hypothesis import strategies as st
from test_every_chart import notes

from newsoil.journal import Entry
from newsoil.progress.picture import Picture

TOPIC = {
    "weekly-check-in": r"\bcheck-ins?\b|^Calm in|^Being open|^Warmth that|^Talk about|^Feeling secure",
    "moments": r"\bmoments?\b",
    "conversations": r"\bhard talks?\b",
    "nine-signs": r"\bsigns?\b",
    "then-and-today": r"^Then and today|first answers beside your latest",
    "fears": r"\bfears?\b",
    "weather": r"\bdays?\b.* felt\b|\bdays noted were\b|^Trust in your judgement|\btrust in your judgement\b",
    "more-secure-than-last-month": r"\bmonths? (compared|noted felt)\b",
    "support-signs": r"\bin your latest note\b|^Your latest note",
    "loop-or-path": r"^Thinking back",
}
"""The charts of this file, and what the heading of each is about: it has to say so at any number of notes."""

CHANGING = {"weekly-check-in", "conversations", "weather", "loop-or-path", "more-secure-than-last-month"}
"""Charts that are about change."""

TOO_FEW = re.compile(r"So few (check-ins|talks|notes|months) cannot show (whether one month was easier than another|which way things go)\.")

ROWS = {"moments": 12, "conversations": 12, "fears": 12, "weekly-check-in": 26, "weather": 28, "more-secure-than-last-month": 24}
"""How many are drawn of many notes."""

journals = st.sampled_from(sorted(TOPIC)).flatmap(lambda name: st.tuples(st.just(name), notes(name)))


def check(name: str, drawn: Picture) -> None:
    heading = drawn.finding
    assert len(heading.split()) <= 15, heading
    assert heading.endswith(".") == (". " in heading), heading
    for words in (drawn.subtitle, drawn.sentence, drawn.note):
        for sentence in re.split(r"(?<=[.?]) ", words):
            assert len(sentence.split()) <= 20, sentence
    if drawn.state != "empty":
        assert re.search(TOPIC[name], heading, re.IGNORECASE), heading


@pytest.mark.parametrize("name", sorted(TOPIC))
@pytest.mark.parametrize("n", [0, 1, 2, 3, 4, 5, 7, 9, 10, 12, 13, 26, 60])
def test_what_is_said_stays_short_and_names_what_it_is_about(draw_chart: Any, name: str, n: int) -> None:
    check(name, draw_chart(name, FILLED[name](n)))


@settings(max_examples=300)
@given(journals)
def test_that_holds_for_any_journal(draw_chart: Any, journal: tuple[str, list[Entry]]) -> None:
    check(journal[0], draw_chart(*journal))


@pytest.mark.parametrize("name", sorted(CHANGING))
def test_so_few_notes_cannot_show_change_and_that_is_said_once(draw_chart: Any, name: str) -> None:
    for n in (1, 3, 5, 7, 9, 60):
        drawn = draw_chart(name, FILLED[name](n))
        few = len(TOO_FEW.findall(f"{drawn.finding} {drawn.sentence} {drawn.note}"))
        days = [row for row in drawn.table.rows if row[1] != "–"] if name == "weather" else []
        some = 5 <= len(days) <= 9 if name == "weather" else drawn.state == "some"
        assert few == some, (n, drawn.note)


@pytest.mark.parametrize("name", sorted(ROWS))
def test_where_not_all_notes_are_drawn_the_heading_counts_those_that_are(draw_chart: Any, name: str) -> None:
    drawn = draw_chart(name, FILLED[name](60))
    assert re.search(r"\b(newest|latest)\b", drawn.finding), drawn.finding
    counted = max(int(number) for number in re.findall(r"\d+", drawn.finding))
    assert counted <= ROWS[name]
    assert re.search(rf"\b{ROWS[name]}\b", drawn.note)
