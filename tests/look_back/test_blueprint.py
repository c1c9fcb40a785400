"""What this trust rests on: bricks of the person's own, by part, each with its note."""

import pytest

from newsoil.look_back.blueprint import PARTS, blueprint


def words(journal, part):
    return [brick.words for brick in blueprint(journal)[part]]


def test_every_part_is_there_and_an_empty_journal_makes_no_brick(journal):
    assert blueprint(journal()) == dict.fromkeys(PARTS, ())


def test_a_brick_has_its_day_and_its_note(journal, note):
    entry = note(
        "one-reliable-thing", "2026-11-03", {"thing": " Called\nwhen she said ", "side": "for", "who": "other"}, for_date="2026-11-01"
    )
    (brick,) = blueprint(journal(entry))["actions"]
    assert (brick.words, brick.day, brick.entry, brick.exercise) == ("Called when she said", "2026-11-01", entry.id, "one-reliable-thing")


def test_what_speaks_against_it_or_is_unclear_stands_there_too(journal, note):
    notes = journal(
        note("one-reliable-thing", "2026-11-01", {"thing": "a", "side": "against"}),
        note("one-reliable-thing", "2026-11-02", {"thing": "b", "side": "unclear"}),
        note("promises", "2026-11-03", {"promise": "c", "outcome": "not-kept", "by": "me"}),
    )
    assert words(notes, "also") == ["b", "a"]
    assert words(notes, "not-kept") == ["c"]
    assert words(notes, "actions") == words(notes, "i-bring") == []


@pytest.mark.parametrize(("by", "part"), [("me", "i-bring"), ("them", "actions"), (None, "actions")])
def test_a_kept_promise_is_a_brick_of_whoever_made_it(journal, note, by, part):
    answers = {"promise": "call", "outcome": "changed-together", "by": by}
    notes = journal(note("promises", "2026-11-03", {name: value for name, value in answers.items() if value}))
    assert [name for name in PARTS if words(notes, name)] == [part]


@pytest.mark.parametrize("outcome", ["open", "not-known", None])
def test_a_promise_of_which_nothing_is_known_is_no_brick(journal, note, outcome):
    notes = journal(note("promises", "2026-11-03", {"promise": "call", "by": "me"} | ({"outcome": outcome} if outcome else {})))
    assert not any(words(notes, part) for part in PARTS)


@pytest.mark.parametrize(
    ("answers", "is_brick"),
    [
        (("yes", 1, "no"), True),
        (("yes", 1, "for-a-moment"), True),
        (("yes", 1, None), True),
        (("yes", 1, "yes"), False),
        (("yes", 2, "no"), False),
        (("yes", None, "no"), False),
        (("partly", 1, "no"), False),
        (("no", 1, "no"), False),
        ((None, 1, None), False),
    ],
)
def test_a_talk_is_a_ground_to_rest_on_when_it_was_set_right_and_there_was_no_fear(journal, note, answers, is_brick):
    """“Well enough” means that both could speak without fear, says the form. Whoever leaves that question out has not said so."""
    given = dict(zip(("root", "repaired", "afraid", "escalated"), ("money", *answers), strict=True))
    notes = journal(note("hard-talk", "2026-11-03", {name: value for name, value in given.items() if value is not None}))
    assert words(notes, "talks") == (["money"] if is_brick else [])


def test_the_newest_form_of_a_page_stands_and_not_those_before(journal, note):
    old = note("what-this-rests-on", "2026-10-03", {"i-bring": [{"id": "r1", "what": "old"}]})
    new = note("what-this-rests-on", "2026-11-03", {"i-bring": [{"id": "r1", "what": "new"}, {"id": "r2", "what": " "}, {"id": "r3"}]})
    assert words(journal(old, new), "i-bring") == ["new"]


def test_two_sides_of_a_line_stand_side_by_side_and_one_side_alone(journal, note):
    rows = [{"id": "r1", "then": "no news is good news", "now": "we tell each other early"}, {"id": "r2", "now": "I ask"}]
    notes = journal(note("what-this-rests-on", "2026-11-03", {"then-and-now": rows}))
    assert words(notes, "instead") == ["no news is good news → we tell each other early", "I ask"]


def test_an_agreement_is_a_brick_when_both_agree_and_one_with_oneself_always(journal, note):
    rules = [{"id": "r1", "rule": "a", "both-agree": "yes"}, {"id": "r2", "rule": "b", "both-agree": "not-yet"}, {"id": "r3", "rule": "c"}]
    notes = journal(note("our-agreements", "2026-11-03", {"rules": rules, "with-myself": [{"id": "r4", "rule": "d"}]}))
    assert words(notes, "honesty") == ["a", "d"]


def test_soil_that_is_hoped_for_or_not_sure_is_nothing_to_rest_on(journal, note):
    soil = [{"id": "r1", "what": "a", "seen": "seen"}, {"id": "r2", "what": "b", "seen": "hoped"}]
    soil += [{"id": "r3", "what": "c", "seen": "not-sure"}, {"id": "r4", "what": "d"}]
    assert words(journal(note("glass-or-seed", "2026-11-03", {"seed": "s", "soil": soil})), "seed") == ["s", "a", "d"]


@pytest.mark.parametrize(
    ("answers", "is_brick"),
    [
        ({"flags": ["repeated"]}, True),
        ({"flags": ["repeated"], "see-it": "not-clear"}, False),
        ({"flags": ["repeated"], "see-it": "normal"}, False),
        ({"normal": ["talked"], "see-it": "red-flag"}, True),
        ({"flags": ["repeated"], "safety": ["afraid"]}, False),
        ({"normal": ["talked"]}, False),
    ],
)
def test_an_old_pattern_speaks_against_it_as_the_person_sees_it(journal, note, answers, is_brick):
    notes = journal(note("setback-sorter", "2026-11-03", {"what": "the same again", **answers}))
    assert words(notes, "also") == (["the same again"] if is_brick else [])


def test_odd_answers_and_deleted_notes_are_passed_over(journal, note):
    odd = [
        note("one-reliable-thing", "2026-11-01", {"thing": 5, "side": "for"}),
        note("what-this-rests-on", "2026-11-02", {"actions": "x", "i-bring": [None, 3, {"what": ["y"]}]}),
        note("hard-talk", "2026-11-03", {"root": "x", "repaired": "yes", "afraid": "x"}, deleted_at="2026-11-04T10:00:00+01:00"),
    ]
    assert not any(blueprint(journal(*odd)).values())
