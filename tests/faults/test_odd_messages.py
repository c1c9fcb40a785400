"""Whatever a page says, and in whatever state the notes are: a sentence at most, and nothing is written outside the folder."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breaking import STATES, fence, in_state, opened, said
from newsoil._errors import NewSoilError
from newsoil._paths import guide_folder
from newsoil.desk import Desk
from newsoil.guide import read_guide
from newsoil.journal import change_settings, edit_of
from newsoil.journal.settings import Settings
from newsoil.page import Page
from newsoil.player import Workbook
from spoiling import HOSTILE, anything, leaves, nearly, often

GUIDE = read_guide(guide_folder())
PROMPTS = sorted({prompt.id for exercise in GUIDE.exercises for prompt in exercise.prompts})
TIMES = ["2026-11-23T10:00:00+01:00", "2026-12-31T23:59:59.999-13:45", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"]
EDITS = nearly(
    kind=["edit"],
    page=["p1", "p2"],
    seq=[1, 2, 3, 2**53 - 1],
    exercise=[exercise.id for exercise in GUIDE.exercises],
    entry=["e1", "e2"],
    made_at=TIMES,
    at=TIMES,
    act=["answer", "skip", "status", "delete"],
    prompt=[*PROMPTS, ""],
    value=["words", "done", True, False, 3, None, "2026-11", [], ["own"], [{"id": "r1"}]],
    was=["words", None],
)
GOOD = st.fixed_dictionaries(
    {
        "kind": st.just("edit"),
        "page": st.sampled_from(["p1", "p2"]),
        "seq": st.integers(1, 9),
        "exercise": st.just("journal"),
        "entry": st.sampled_from(["e1", "e2"]),
        "made_at": st.sampled_from(TIMES),
        "at": st.sampled_from(TIMES),
        "act": st.sampled_from(["answer", "skip"]),
        "prompt": st.just("text"),
        "value": st.sampled_from(["words", "other words", True, None]),
        "was": anything,
    }
)
"""Edits that most likely are taken, whatever the page believed to be there."""


@pytest.mark.tries("odd-messages")
@pytest.mark.parametrize("state", STATES)
def test_no_message_to_the_desk_raises_or_writes_outside_and_what_is_saved_can_be_read(tmp_path, state, tried):
    (tmp_path / "home").mkdir()
    store = in_state(tmp_path / "home", state)
    desk = Desk(GUIDE, store)

    @often(60, 3000)
    @given(EDITS | GOOD | anything)
    def send(raw):
        with fence(tmp_path / "home"):
            reply = desk.save(raw)
        assert reply["kind"] in ("saved", "kept", "refused")
        json.dumps(reply).encode()
        assert isinstance(said(edit_of, GUIDE, raw), NewSoilError) or reply["kind"] != "refused" or reply["sentence"]
        tried()

    send()
    journal = opened(tmp_path / "home").load()
    assert journal.unreadable == ()
    assert set((tmp_path / "home").iterdir()) == {tmp_path / "home" / "journals"}
    for exercise in GUIDE.exercises:
        Desk(GUIDE, opened(tmp_path / "home")).show(exercise)


@pytest.fixture
def heard():
    """What widgets send."""
    return []


def listening(widget, heard):
    widget.send = lambda content, buffers=None: heard.append(content)
    return widget


MESSAGES = (
    EDITS
    | GOOD
    | nearly(kind=["hello", "more", "ping", "open", "settings", "edit"], stage=[stage.id for stage in GUIDE.stages], most=[1, 5, 10**9])
    | nearly(kind=["hello"], today=["2026-11-23", "0001-01-01", "9999-12-31"], stage=HOSTILE)
    | nearly(kind=["settings"], changes=[{"stage": "start"}, {"theme": "dark"}, {}])
    | anything
)


def unexpected(message):
    """Whether a widget said that it met an error that nobody thought of."""
    return message.get("kind") == "refused" and "does not know (" in message.get("sentence", "")


@pytest.mark.tries("odd-widget-messages")
@pytest.mark.parametrize("state", STATES)
def test_no_message_to_a_widget_meets_an_unknown_error_or_writes_outside(tmp_path, state, heard, tried):
    (tmp_path / "home").mkdir()
    store = in_state(tmp_path / "home", state)
    desk = Desk(GUIDE, store)
    page = Page(GUIDE.stages[0], desk)
    widgets = [
        *(listening(page.exercise(exercise.id), heard) for exercise in GUIDE.exercises[::6]),
        *(listening(page.aside(aside.id), heard) for aside in GUIDE.asides[:1]),
        *(listening(page.chart(chart.id), heard) for chart in GUIDE.charts),
        listening(Workbook(desk, start=lambda work: work())._voice, heard),
    ]

    @often(60, 3000)
    @given(MESSAGES, st.integers(0, len(widgets) - 1))
    def send(message, number):
        heard.clear()
        with fence(tmp_path / "home"):
            widgets[number]._handle_custom_msg(message, [])
            widgets[-1]._handle_custom_msg(message, [])
        for reply in heard:
            json.dumps(reply).encode()
            assert not unexpected(reply), reply
        tried(2)

    send()
    assert opened(tmp_path / "home").load().unreadable == ()


CHANGES = st.dictionaries(
    st.sampled_from([*Settings.__struct_fields__, "more", "../outside"]), leaves | st.lists(leaves, max_size=3) | anything, max_size=4
)


@pytest.mark.tries("odd-widget-messages")
def test_no_change_of_settings_raises_anything_else_or_writes_outside(tmp_path, tried):
    @often(60, 3000)
    @given(CHANGES)
    def change(changes):
        with fence(tmp_path / "journal"):
            came = said(change_settings, tmp_path / "journal", changes)
        assert isinstance(came, NewSoilError | Settings)
        tried()

    (tmp_path / "journal").mkdir()
    change()
    assert {path.name for path in tmp_path.iterdir()} == {"journal"}
