"""What every chart says once its sentences are filled in, at any number of notes."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from filled_charts import FILLED
from hypothesis import given, settings
from hypothesis import strategies as st
from test_every_chart import notes

from newsoil.journal import Entry
from newsoil.progress.charts import CHARTS
from newsoil.progress.picture import Picture

TOPIC = {
    "promises": r"\bpromises?\b",
    "urges": r"\burges? to check\b",
    "setbacks": r"\bsetbacks?\b",
    "timeline": r"\bon your timeline\b",
    "good-decisions": r"\bgood decisions?\b",
    "ladder": r"\btimes you told something\b|\bonce that you told something\b|^Your ladder|^The latest two were not met with care",
    "wins": r"\bsmall wins?\b",
    "bricks": r"\bsmall things?\b",
    "words-then-and-now": r"\bwords for trust\b",
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
"""What the heading of each chart is about: it has to say so at any number of notes."""

COUNTED = re.compile(r"\b(\d+) (?:of \d+ )?(?:urges|setbacks|events|small|good|times)")

named = pytest.mark.parametrize("name", sorted(TOPIC))
journals = st.sampled_from(sorted(TOPIC)).flatmap(lambda name: st.tuples(st.just(name), notes(name)))


def check(name: str, drawn: Picture) -> None:
    """A heading is short, says what it is about, and has full stops where it is two sentences and none where it is one."""
    heading = drawn.finding
    assert len(heading.split()) <= 15, heading
    assert heading.endswith(".") == (". " in heading), heading
    for words in (drawn.subtitle, drawn.sentence, drawn.note):
        for sentence in re.split(r"(?<=[.?])\s+", words):
            assert len(sentence.split()) <= 20, sentence
    if drawn.state != "empty":
        assert re.search(TOPIC[name], heading, re.IGNORECASE), heading


def test_the_topic_of_every_chart_is_known() -> None:
    assert set(TOPIC) == set(CHARTS)


@named
@pytest.mark.parametrize("n", [0, 1, 2, 3, 4, 5, 7, 9, 10, 12, 13, 26, 60])
def test_what_is_said_stays_short_and_names_what_it_is_about(draw_chart: Callable[..., Picture], name: str, n: int) -> None:
    check(name, draw_chart(name, FILLED[name](n)))


@settings(max_examples=600)
@given(journals)
def test_that_holds_for_any_journal(draw_chart: Callable[..., Picture], journal: tuple[str, list[Entry]]) -> None:
    check(journal[0], draw_chart(*journal))


def marks(drawn: Picture) -> int:
    """How many marks of notes a figure has: those of keys, and what is drawn inside others, are left out."""
    assert drawn.figure is not None
    traces: list[dict[str, Any]] = [
        trace
        for trace in drawn.figure["data"]
        if trace.get("mode") == "markers" and not trace["name"].startswith(("key", "inside", "today"))
    ]
    return sum(len(trace["x"]) for trace in traces)


@pytest.mark.parametrize("name", ["urges", "setbacks", "wins", "ladder"])
@pytest.mark.parametrize("n", [3, 4, 7, 12, 13, 60])
def test_a_heading_counts_what_is_drawn(draw_chart: Callable[..., Picture], name: str, n: int) -> None:
    drawn = draw_chart(name, FILLED[name](n))
    counted = COUNTED.search(drawn.finding)
    assert counted is not None
    assert int(counted[1]) == marks(drawn)
