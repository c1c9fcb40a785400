"""Sharing a part: what is offered to whom, what is ticked from the start, and that what is looked at is what is received."""

import json
import re
from datetime import date

import pytest

from newsoil.journal.slow import SHORTEST
from newsoil.takeout import Tick, to_packet
from newsoil.takeout.locked import TURNS

NOW = "2026-11-25T09:00:00.000+01:00"
WIN, FEAR = {"entry": "w1", "prompt": "win"}, {"entry": "f1", "prompt": "fear"}

pytestmark = pytest.mark.usefixtures("some")


def test_for_a_partner_nothing_is_ticked_and_fears_are_kept_back_with_the_reason(ask, guide):
    told = ask("offers", recipient="partner")
    assert told["ticked"] == []
    assert {one["id"]: bool(one["kept"]) for one in told["exercises"]} == {
        "journal": False,
        "small-wins": False,
        "what-am-i-afraid-of": True,
    }
    (note,) = ask("offers", recipient="partner", exercise="what-am-i-afraid-of")["notes"]
    assert [(one["prompt"], one["kept"]) for one in note["offers"]] == [
        ("fear", guide.recipient("partner").keeps("what-am-i-afraid-of", "fear"))
    ]


def test_a_kept_yes_at_the_gate_is_told_and_the_partner_is_who_it_leaves_out(ask, write, guide):
    told = ask("hello", at=NOW)
    assert (told["afraid"], [one["id"] for one in told["recipients"] if one["together"]]) == (False, ["partner"])
    write(guide.gate.exercise, guide.gate.items, ["afraid"], "g1")
    assert ask("hello", at=NOW)["afraid"] is True


def test_a_group_is_shown_only_what_is_fit_for_a_group(ask):
    told = ask("offers", recipient="group")
    assert {one["id"] for one in told["exercises"]} == {"what-am-i-afraid-of", "small-wins"}
    assert told["recipient"]["otherwise"]


def test_a_star_ticks_a_note_for_a_therapist(ask, write):
    write("journal", "tags", ["for-therapist"], "j2")
    ticked = ask("offers", recipient="therapist")["ticked"]
    assert {"entry": "j2", "prompt": "text", "exercise": "journal"} in ticked
    assert {one["entry"] for one in ticked} == {"j2"}


def test_a_yes_in_its_own_form_ticks_a_note_for_a_therapist(ask, write):
    write("trust-timeline", "events", [{"id": "r1", "headline": "The summer I found out"}], "trust-timeline-1")
    write("trust-timeline", "take-along", "yes", "trust-timeline-1")
    ticked = {"entry": "trust-timeline-1", "prompt": "events", "exercise": "trust-timeline"}
    assert ask("offers", recipient="therapist")["ticked"] == [ticked]
    assert ask("offers", recipient="ally")["ticked"] == []
    write("trust-timeline", "take-along", "not-sure", "trust-timeline-1")
    assert ask("offers", recipient="therapist")["ticked"] == []


def test_the_newest_notes_are_offered_first_and_older_ones_on_request(ask, write):
    for number in range(12):
        write("small-wins", "win", f"Win {number}.", f"w-{number:02}", f"2026-11-{number + 1:02}")
    first = ask("offers", recipient="ally", exercise="small-wins")
    assert [note["day"] for note in first["notes"]][:2] == ["2026-11-23", "2026-11-12"]
    assert (len(first["notes"]), first["more"]) == (10, 3)
    assert ask("offers", recipient="ally", exercise="small-wins", most=20)["more"] == 0


def test_a_line_without_a_yes_is_not_even_shown_and_the_page_says_how_many_stay_out(ask, write):
    rows = [{"id": "r1", "line": "a call", "share": "yes"}, {"id": "r2", "line": "kept line", "share": "no"}, {"id": "r3", "line": "open"}]
    write("my-roadmap", "secure", rows, "my-roadmap-1")
    (note,) = ask("offers", recipient="therapist", exercise="my-roadmap")["notes"]
    assert [row for offer in note["offers"] for row in offer["rows"]] == [("a call",)]
    assert note["without"] == 2


def test_what_is_looked_at_is_what_is_received_and_leads_nowhere(ask, desk, guide):
    shared = {"recipient": "ally", "ticks": [WIN], "note": "For you.", "until": "2026-12-09", "days": False}
    name, content = ask.file("share", form="print", **shared)
    packet = to_packet(desk.store.load(), guide, "ally", [Tick("w1", "win")], note="For you.", until=date(2026, 12, 9))
    assert (name, content) == ("notes-2026-11-25.html", packet.print)
    assert ask.file("share", form="markdown", **shared)[1] == packet.markdown
    for secret in (b"w1", b"10:00", b"2026-11-23", b"page of mine"):
        assert secret not in content


def test_what_is_kept_back_goes_out_only_when_it_was_opened(ask):
    shared = {"at": NOW, "recipient": "partner", "form": "markdown", "ticks": [FEAR]}
    refused = ask("share", **shared)
    assert (refused["kind"], "fear" in refused["sentence"]) == ("refused", True)
    assert b"I am last" in ask.file("share", recipient="partner", form="markdown", ticks=[FEAR], opened=[FEAR])[1]


def test_what_was_deleted_meanwhile_is_not_left_out_without_a_word(ask, write):
    write("small-wins", "", True, "w1", act="delete", at="2026-11-24T11:00:00.000+01:00")
    refused = ask("share", at=NOW, recipient="ally", form="print", ticks=[WIN])
    assert (refused["kind"], "Look again" in refused["sentence"]) == ("refused", True)


def test_an_unknown_recipient_is_refused_in_a_sentence(ask):
    assert ask("offers", recipient="everyone")["kind"] == "refused"


# ---- locked with a passphrase ---------------------------------------------------------------------------------------

LOCKED = {"recipient": "ally", "form": "print", "ticks": [WIN], "note": "For you.", "passphrase": "four words of soil"}


def shared(ask, **fields):
    """A locked copy: what the page shows, and the file."""
    name, content = ask.file("share", **{**LOCKED, **fields})
    made = next(one for one in reversed(ask.said) if one["kind"] == "made")
    return name, content[: made["shown"]], content[made["shown"] :]


def test_with_a_passphrase_the_page_shows_what_will_be_read_and_saves_what_is_locked(ask, desk, guide):
    name, shown, file = shared(ask)
    assert name == "notes.html"
    assert shown == to_packet(desk.store.load(), guide, "ally", [Tick("w1", "win")], note="For you.").print
    assert b"We laughed." not in file
    assert json.loads(re.search(rb'id="sealed">(.*?)</script>', file)[1])["turns"] == TURNS
    assert file.startswith(b"<!DOCTYPE html>")


def test_without_one_what_is_shown_is_the_file(ask):
    _, shown, file = shared(ask, passphrase="")
    assert (shown, b"We laughed." in file) == (b"", True)


@pytest.mark.parametrize(
    ("fields", "says"),
    [({"passphrase": "seven77"}, "at least 8 characters"), ({"form": "markdown"}, "cannot be locked")],
    ids=["short", "text"],
)
def test_a_short_passphrase_and_a_lock_for_a_text_are_refused_before_anything_is_made(ask, monkeypatch, fields, says):
    monkeypatch.setattr("newsoil.your_notes.sharing.to_packet", lambda *_, **__: pytest.fail("something was made"))
    refused = ask("share", at=NOW, **{**LOCKED, **fields})
    assert (refused["kind"], says in refused["sentence"]) == ("refused", True)


@pytest.mark.parametrize(
    "odd", [{}, {"ticks": [{"entry": "gone", "prompt": "win"}]}, {"recipient": "nobody"}, {"until": "never"}, {"form": "markdown"}]
)
def test_the_passphrase_is_in_no_reply_and_stays_nowhere(ask, desk, odd, caplog):
    ask("share", at=NOW, **{**LOCKED, **odd})
    assert LOCKED["passphrase"] not in f"{ask.said}{caplog.text}"
    assert LOCKED["passphrase"].encode() not in b"".join(one.get("content", b"") for one in ask.said)
    kept = [path for path in desk.store.folder.parents[1].rglob("*") if path.is_file()]
    assert not [path for path in kept if LOCKED["passphrase"].encode() in path.read_bytes()]


def test_an_error_that_nobody_thought_of_does_not_tell_the_passphrase(ask, monkeypatch):
    def breaking(page, passphrase, guide):
        raise RuntimeError(passphrase)

    monkeypatch.setattr("newsoil.your_notes.sharing.to_locked", breaking)
    refused = ask("share", at=NOW, **LOCKED)
    assert (refused["kind"], LOCKED["passphrase"] in str(ask.said)) == ("refused", False)


def test_the_page_is_told_how_long_a_passphrase_is_at_least(ask):
    assert ask("hello", at=NOW)["shortest"] == SHORTEST
