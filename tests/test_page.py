"""A page brings a stage, the journal and its widgets together; a widget knows nothing of the person until it is asked hello."""

import json

import pytest

from newsoil._errors import BadContent
from newsoil._paths import guide_folder
from newsoil.desk import Desk
from newsoil.guide import read_guide
from newsoil.journal import Store
from newsoil.page import Page

GUIDE = read_guide(guide_folder())
TIME = "2026-11-23T10:00:00.000+01:00"


@pytest.fixture
def page(tmp_path):
    return Page(GUIDE.stage("signs-in-me"), Desk(GUIDE, Store(tmp_path)))


def write(page, exercise, prompt, value, entry="e1"):
    message = {"kind": "edit", "page": "p", "seq": 1, "exercise": exercise, "entry": entry, "made_at": TIME, "at": TIME}
    reply = page.exercise(exercise)._answer({**message, "act": "answer", "prompt": prompt, "value": value})
    assert reply["kind"] == "saved", reply
    return reply


def test_hello_is_answered_with_what_is_on_disk_now(page):
    widget = page.exercise("one-good-decision")
    assert widget._answer({"kind": "hello"})["entries"] == []
    write(page, "one-good-decision", "decision", "I rested.")
    assert [entry["answers"] for entry in widget._answer({"kind": "hello"})["entries"]] == [{"decision": "I rested."}]


def test_a_widget_made_before_the_answers_is_never_stale(page):
    aside, chart = page.aside("signs-in-me-aside"), page.chart("good-decisions")
    assert aside._answer({"kind": "hello"})["situation"] is None
    assert chart._answer({"kind": "hello", "today": "2026-11-23"})["picture"]["n"] == 0
    write(page, "where-am-i-now", "situation", "on-my-own")
    write(page, "one-good-decision", "decision", "I rested.", entry="e2")
    assert aside._answer({"kind": "hello"})["situation"] == "on-my-own"
    assert chart._answer({"kind": "hello", "today": "2026-11-23"})["picture"]["n"] == 1


def test_no_answer_is_in_what_a_notebook_would_keep(page):
    write(page, "one-good-decision", "decision", "canary-11aa")
    for widget in (page.exercise("one-good-decision"), page.aside("signs-in-me-aside"), page.chart("good-decisions")):
        widget._answer({"kind": "hello"})
        state = {name: value for name, value in widget.get_state().items() if name != "layout"}
        assert "canary-11aa" not in json.dumps(state, default=str)


def test_a_reader_who_would_rather_not_say_reads_the_text_for_everyone(page):
    write(page, "where-am-i-now", "situation", "prefer-not")
    assert page.aside("signs-in-me-aside")._answer({"kind": "hello"})["situation"] is None


def test_a_link_offers_the_notes_that_it_can_lead_to(page):
    write(page, "what-am-i-afraid-of", "fear", "That it happens again, " + "and again " * 30)
    links = page.exercise("trigger")._answer({"kind": "hello"})["links"]["fear"]
    assert [link["id"] for link in links] == ["e1"]
    assert links[0]["words"].endswith("…")
    assert len(links[0]["words"]) < 100


def test_a_fear_leads_to_the_times_in_which_it_was_learned(page):
    fear = page.exercise("what-am-i-afraid-of")
    assert fear._answer({"kind": "hello"})["links"]["learned-then"] == []
    write(page, "trust-timeline", "events", [{"id": "r1", "headline": "The summer I found out"}], entry="t1")
    (link,) = fear._answer({"kind": "hello"})["links"]["learned-then"]
    assert (link["id"], link["words"]) == ("t1", "The summer I found out")


def test_what_was_used_against_somebody_in_one_exercise_is_known_in_another(page):
    write(page, "conversation-card", "met", "against", entry="c1")
    reply = write(page, "after-a-share", "met", "care", entry="s1")
    shown = page.exercise("after-a-share")._answer({"kind": "hello"})
    assert [told["decided"]["s1"]["result"] for told in (reply, shown)] == ["not-the-first-time"] * 2


def test_what_is_practised_is_told_beside_its_exercise_alone(page):
    write(page, "practices-and-pace", "practices", ["weather", "small-wins"])
    told = {name: page.exercise(name)._answer({"kind": "hello"}).get("practice") for name in ("weather", "small-wins", "journal")}
    assert told == {"weather": 2, "small-wins": 2, "journal": None}


def test_what_was_kept_at_the_gate_comes_with_an_aside_too(page):
    aside = page.aside("signs-in-me-aside")
    assert "gate" not in aside._answer({"kind": "hello"})
    write(page, "safety-gate", "items", ["watched"])
    assert aside._answer({"kind": "hello"})["gate"]["answers"] == {aside.content["gate"]: ["watched"]}


def test_an_unknown_name_says_what_there_is(page):
    for make in (page.exercise, page.aside, page.chart):
        with pytest.raises(BadContent, match="“no-such”"):
            make("no-such")


def test_nonsense_from_a_page_is_let_be(page):
    for widget in (page.exercise("journal"), page.aside("signs-in-me-aside"), page.chart("good-decisions")):
        assert widget._answer({"kind": "no such kind"}) is None
    assert page.exercise("journal")._answer({"kind": "more", "most": "all"})["kind"] == "show"
    assert page.chart("good-decisions")._answer({"kind": "hello", "today": ["x"]})["kind"] == "show"
