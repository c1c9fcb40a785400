"""What holds for the charts of own words: they never give up on a file, and no sentence of theirs judges, however rarely it is said."""

from datetime import timedelta
from typing import Any

import pytest
from filled_charts import TODAY
from hypothesis import given, settings
from hypothesis import strategies as st
from test_every_chart import CHANGE, MEANT, VERDICT

from newsoil.guide import Guide
from newsoil.journal import Entry, Former
from newsoil.progress.charts import CHARTS

NAMES = ["ladder", "wins", "bricks", "words-then-and-now"]
PROMPTS = ["topics", "topic-shared", "shared-on", "met", "see-it", "win", "area", "shared-with", "thing", "who", "side", "quality"]
PROMPTS += ["promise", "by", "outcome", "cards", "in-my-words"]
IDS = ["care", "against", "danger", "pause", "not-the-first-time", "kept", "me", "for", "none", "essential", "limits", "no-accepted"]
_words = st.one_of(st.sampled_from([*IDS, "", " ", "2026-13", "2026-W01-1", "0000", "2026-02-30", "\u202eש\u2068"]), st.text(max_size=6))
_odd = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-3, 9), st.floats(allow_nan=False), _words),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(["id", "group", "text", "topic", "step", "x"]), inner, max_size=5)
    ),
    max_leaves=9,
)
_answers = st.dictionaries(st.sampled_from(PROMPTS), _odd, min_size=1, max_size=6)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=60)
@given(data=st.data())
def test_whatever_is_in_the_file_is_drawn_or_left_out(draw_chart: Any, name: str, data: st.DataObject) -> None:
    entries = []
    for number, answers in enumerate(data.draw(st.lists(_answers, max_size=5))):
        made = f"{TODAY - timedelta(days=number)}T12:00:00+01:00"
        earlier = tuple(
            Former(at=data.draw(st.sampled_from([made, "", "2026"])), answers=said) for said in data.draw(st.lists(_answers, max_size=2))
        )
        entries.append(
            Entry(
                id=f"e{number}",
                exercise=data.draw(st.sampled_from(CHARTS[name].exercises)),
                exercise_version=1,
                made_at=made,
                changed_at=made,
                status="done",
                answers=answers,
                earlier=earlier,
            )
        )
    drawn = draw_chart(name, entries)
    assert drawn.finding
    assert drawn.sentence
    assert bool(drawn.alternative) == bool(drawn.figure) == bool(drawn.table.rows)


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_speaks_of_change_or_gives_a_verdict(guide: Guide, name: str) -> None:
    text = guide.chart(name)
    for said in (text.title, text.subtitle, text.empty, text.note, *text.sentences.values()):
        meant = MEANT[name].sub("", said) if name in MEANT else said
        assert not CHANGE.search(meant), said
        assert not VERDICT.search(meant), said
