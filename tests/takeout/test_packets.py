"""Packets: a copy of what was ticked, with nothing that leads back, and safe from the start."""

import re
from datetime import date

import pytest

from newsoil._errors import BadContent, NotShared
from newsoil.guide import LinkPrompt
from newsoil.takeout import Tick, offers, to_packet

YES = [{"id": "r1", "line": "a call", "share": "yes"}, {"id": "r2", "line": "kept line", "share": "no"}, {"id": "r3", "line": "open line"}]


@pytest.fixture
def made(journal, note):
    """A journal with a note in every exercise that a rule speaks of."""
    fear = note("what-am-i-afraid-of", fear="That I am last.", strength=5, learned="From a letter.")
    return journal(
        fear,
        note("journal", text="A starred page.", entry={"tags": ("for-therapist", "boat")}),
        note("trigger", event="A late reply.", story="It begins again.", kind="now", entry={"links": {"fear": fear.id}}),
        note("urge", underneath="Being alone.", before=5),
        note("my-roadmap", why="I would like to.", secure=YES, fear=YES),
        note("small-wins", win="We laughed.", area="hard-talk"),
        note("promises", promise="To call.", note="Late again.", outcome="kept"),
        note("where-am-i-now", situation="new-partner"),
        note("of-another-time", text="Who knows."),
    )


def offered(made, guide, recipient):
    return {(offer.exercise, offer.said.prompt): offer for offer in offers(made, guide, recipient)}


def tick(made, exercise, prompt):
    return Tick(made.of(exercise)[-1].id, prompt)


# ---- from the start ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("recipient", ["partner", "group", "ally"])
def test_nothing_is_ticked_from_the_start(made, guide, recipient):
    assert not any(offer.ticked for offer in offers(made, guide, recipient))


def test_for_a_therapist_the_notes_with_a_star_are_ticked(made, guide):
    ticked = [offer for offer in offers(made, guide, "therapist") if offer.ticked]
    assert {(offer.exercise, offer.said.prompt) for offer in ticked} == {("journal", "text"), ("journal", "tags")}
    assert not any(offer.kept_back for offer in offers(made, guide, "therapist"))


def test_a_partner_is_offered_no_fear_and_nothing_that_can_put_a_person_at_risk(made, guide):
    kept = {name for name, offer in offered(made, guide, "partner").items() if offer.kept_back}
    assert kept >= {
        ("what-am-i-afraid-of", "fear"), ("what-am-i-afraid-of", "strength"), ("what-am-i-afraid-of", "learned"), ("my-roadmap", "fear"),
        ("urge", "underneath"), ("urge", "before"), ("trigger", "story"), ("trigger", "kind"), ("promises", "note"),
        ("where-am-i-now", "situation"),
    }  # fmt: skip
    assert not kept & {("my-roadmap", "why"), ("my-roadmap", "secure"), ("small-wins", "win"), ("promises", "promise")}


@pytest.mark.parametrize("exercise", ["safety-gate", "anger-weight", "build-or-not", "setback-sorter", "words-and-actions"])
def test_what_the_guide_will_ask_of_danger_anger_and_doubt_is_kept_from_a_partner_before_it_is_there(guide, exercise):
    assert guide.recipient("partner").keeps(exercise, "anything") != guide.recipient("partner").otherwise


def test_an_exercise_that_nobody_has_decided_on_goes_neither_to_a_partner_nor_to_a_group(made, guide):
    for recipient in ("partner", "group"):
        kind = guide.recipient(recipient)
        assert kind.keeps("an-exercise-of-next-year", "text") == kind.otherwise != ""


def test_a_group_is_offered_what_is_fit_for_a_group_and_nothing_else(made, guide):
    fit = {name for name, offer in offered(made, guide, "group").items() if not offer.kept_back}
    assert fit == {("small-wins", "win"), ("small-wins", "area"), ("what-am-i-afraid-of", "fear")}
    assert not any(offer.can_open for offer in offers(made, guide, "group"))


@pytest.mark.parametrize("recipient", ["therapist", "ally", "partner", "group"])
def test_a_line_without_a_yes_is_offered_to_nobody(made, guide, recipient):
    said = offered(made, guide, recipient)["my-roadmap", "secure"].said
    assert (said.columns, said.rows) == (("One line",), (("a call",),))


def test_a_link_is_offered_to_nobody(made, guide):
    links = {(exercise.id, prompt.id) for exercise in guide.exercises for prompt in exercise.prompts if isinstance(prompt, LinkPrompt)}
    assert not links & set(offered(made, guide, "ally"))


def test_what_the_guide_does_not_ask_any_more_is_offered_to_nobody(journal, note, guide):
    odd = note("small-wins", win=[{"id": "r1"}], area="gone-option", older=[{"id": "r2"}], entry={"links": {"old-link": "id-1"}})
    assert offers(journal(odd, note("of-another-time", text="Who knows.")), guide, "ally") == ()


def test_an_unknown_recipient_is_one_sentence(made, guide):
    with pytest.raises(BadContent, match="no recipient “boss”"):
        offers(made, guide, "boss")


# ---- what is made ------------------------------------------------------------------------------------------------


def test_a_packet_holds_what_was_ticked_and_nothing_else(made, guide):
    packet = to_packet(made, guide, "partner", [tick(made, "small-wins", "win"), tick(made, "my-roadmap", "secure")])
    for form in (packet.print.decode(), packet.markdown.decode()):
        assert "We laughed." in form
        assert "a call" in form
        for other in ("In a hard talk", "kept line", "open line", "I would like to.", "starred", "Would you share", "November"):
            assert other not in form


def test_what_is_kept_back_goes_in_when_the_person_opens_it_and_not_before(made, guide):
    fear = tick(made, "what-am-i-afraid-of", "fear")
    with pytest.raises(NotShared, match="A fear can be used against you"):
        to_packet(made, guide, "partner", [fear])
    assert b"That I am last." in to_packet(made, guide, "partner", [fear], opened=[fear]).print


def test_a_group_gets_nothing_else_even_if_a_person_opens_it(made, guide):
    page = tick(made, "journal", "text")
    with pytest.raises(NotShared, match="fit for a group"):
        to_packet(made, guide, "group", [page], opened=[page])


@pytest.mark.parametrize("wrong", [Tick("nowhere", "text"), None])
def test_a_tick_that_is_no_answer_is_refused_and_not_left_out_without_a_word(made, guide, wrong):
    win = tick(made, "small-wins", "win")
    with pytest.raises(NotShared, match="not there to be shared"):
        to_packet(made, guide, "ally", [win, wrong or Tick(win.entry, "skipped")])


def test_a_deleted_note_is_not_shared(journal, note, guide):
    gone = note("small-wins", win="Gone.", entry={"deleted_at": "2026-11-24T08:00:00+01:00"})
    with pytest.raises(NotShared):
        to_packet(journal(gone), guide, "ally", [Tick(gone.id, "win")])


def test_what_is_kept_back_looks_the_same_as_what_was_never_answered(journal, note, guide):
    asked = [note("small-wins", win="We laughed.", area="hard-talk"), note("small-wins", win="We laughed.", entry={"skipped": ("area",)})]
    first, second = (to_packet(journal(entry), guide, "partner", [Tick(entry.id, "win")]) for entry in asked)
    assert first == second


def everything(made, guide, recipient):
    return [offer.tick for offer in offers(made, guide, recipient) if not offer.kept_back]


@pytest.mark.parametrize("recipient", ["therapist", "ally", "partner", "group"])
def test_nothing_in_a_packet_leads_back_to_the_store(made, sample, guide, recipient):
    for source in (made, sample):
        packet = to_packet(source, guide, recipient, everything(source, guide, recipient), note="Hello.")
        body = re.sub(r"<style>.*?</style>", "", packet.print.decode(), flags=re.DOTALL)
        for form in (body, packet.markdown.decode()):
            assert not [entry.id for entry in source.entries if entry.id in form]
            assert not re.search(r"\br\d+\b|for-therapist|\d\d:\d\d|T\d\d|\d{4}-\d\d-\d\d", form)
            assert not [exercise.id for exercise in guide.exercises if "-" in exercise.id and exercise.id in form]


def test_days_are_told_if_the_person_wishes_it_and_times_never(made, guide):
    ticks = [tick(made, "small-wins", "win")]
    assert b"November" not in to_packet(made, guide, "ally", ticks).print
    packet = to_packet(made, guide, "ally", ticks, days=True)
    assert b"23 November 2026" in packet.print
    assert b"21:17" not in packet.print + packet.markdown


def test_a_note_of_the_person_and_a_wish_to_have_it_back_are_in_it(made, guide):
    packet = to_packet(made, guide, "ally", [tick(made, "small-wins", "win")], note="# Read <b>slowly</b>.", until=date(2026, 12, 31))
    assert "# Read &lt;b&gt;slowly&lt;/b&gt;." in packet.print.decode()
    assert "> \\# Read \\<b\\>slowly\\</b\\>." in packet.markdown.decode()
    assert b"by 31 December 2026." in packet.print


def test_what_is_looked_at_before_is_byte_for_byte_what_is_received_whenever_it_is_made(made, guide, note):
    ticks = everything(made, guide, "ally")
    packet = to_packet(made, guide, "ally", ticks, note="Hello.")
    assert packet == to_packet(made, guide, "ally", list(reversed(ticks)), note="Hello.")
    assert isinstance(packet.print, bytes)


def test_a_packet_does_not_change_when_the_notes_do(made, guide, journal, note):
    packet = to_packet(made, guide, "ally", [tick(made, "small-wins", "win")])
    copy = packet.print
    to_packet(journal(note("small-wins", win="Else.")), guide, "ally", [])
    assert packet.print is copy


def test_every_packet_says_what_it_is_not(made, guide):
    packet = to_packet(made, guide, "ally", [tick(made, "small-wins", "win")])
    for form in (packet.print, packet.markdown):
        assert guide.words["takeout"]["what-this-is-not"].encode() in form


def test_what_its_own_form_says_is_for_a_counsellor_is_ticked_and_that_it_was_said_stays_here(guide, journal, note):
    rows = [{"id": "r1", "headline": "The summer I found out"}]
    yes = note("trust-timeline", events=rows, take_along="yes")
    others = [
        note("what-i-keep-to-myself", topics=[{"id": "r1", "topic": "Money"}], take_along="no"),
        note("two-answers", take_along="yes"),
    ]
    made = offers(journal(yes, *others), guide, "therapist")
    assert {(offer.exercise, offer.said.prompt) for offer in made if offer.ticked} == {("trust-timeline", "events")}
    assert {(offer.exercise, offer.said.prompt) for offer in made if not offer.ticked} == {
        ("what-i-keep-to-myself", "topics"),
        ("two-answers", "take-along"),
    }
    for other in ("ally", "partner", "group"):
        assert not any(offer.ticked for offer in offers(journal(yes), guide, other))


def test_who_was_part_of_a_small_win_is_kept_from_a_partner_and_a_group(guide, journal, note):
    made = journal(note("small-wins", win="We laughed.", shared_with="a friend"))
    for recipient in ("partner", "group"):
        assert [offer.kept_back != "" for offer in offers(made, guide, recipient)] == [False, True]
