"""What a journal says of its reader: by their newest words, and never longer than it is true."""

from datetime import date, timedelta
from itertools import chain, combinations

import pytest

from newsoil._paths import shipped_guide
from newsoil.guide import ChoicesPrompt, read_guide
from newsoil.journal import Entry, Journal
from newsoil.reader import OWN_WORDS, is_new, kept_fears, own_words, practices, situation

DAY = date(2026, 11, 23)


def _entry(exercise, number=1, day=DAY, **more):
    answers = {name.replace("_", "-"): value for name, value in more.pop("answers", {}).items()}
    at = f"{day}T20:{number:02}:00+01:00"
    return Entry(
        id=f"{exercise}-{number}", exercise=exercise, exercise_version=1, made_at=at, changed_at=at, status="done", answers=answers, **more
    )


@pytest.fixture(scope="module")
def guide():
    return read_guide(shipped_guide())


def test_the_situation_is_what_was_said_last():
    first = _entry("where-am-i-now", 1, answers={"situation": "same-partner"})
    second = _entry("where-am-i-now", 2, answers={"situation": "on-my-own"})
    assert situation(Journal((first, second))) == "on-my-own"
    assert (
        situation(Journal((first, _entry("where-am-i-now", 2, deleted_at="2026-11-24T00:00:00Z", answers={"situation": "on-my-own"}))))
        == "same-partner"
    )
    assert situation(Journal((_entry("where-am-i-now", answers={"situation": "prefer-not"}),))) is None
    assert situation(Journal()) is None


def test_what_is_practised_is_what_was_chosen_last_and_rest_is_no_exercise(guide):
    first = _entry("practices-and-pace", 1, answers={"practices": ["weather", "journal"]})
    second = _entry("practices-and-pace", 2, answers={"practices": ["rest", "kinder-words"]})
    assert practices(guide, Journal()) == ()
    assert practices(guide, Journal((first,))) == ("weather", "journal")
    assert practices(guide, Journal((first, second))) == ("kinder-words",)
    gone = _entry("practices-and-pace", 2, deleted_at="2026-11-24T00:00:00Z", answers={"practices": ["kinder-words"]})
    assert practices(guide, Journal((first, gone))) == ("weather", "journal")
    for odd in ("weather", [3, None, ["weather"], "no-such"], {"weather": True}):
        assert practices(guide, Journal((_entry("practices-and-pace", answers={"practices": odd}),))) == ()


def test_whatever_can_be_practised_is_an_exercise_but_for_rest(guide):
    (chosen,) = [prompt for prompt in guide.exercise("practices-and-pace").prompts if prompt.id == "practices"]
    assert {option.id for option in chosen.options} - guide.known == {"rest"}


@pytest.mark.parametrize(
    ("said", "days", "new"),
    [
        ("under-1-month", 0, True),
        ("under-1-month", 89, True),
        ("under-1-month", 90, False),
        ("1-to-3-months", 30, True),
        ("3-to-12-months", 0, False),
    ],
)
def test_a_hurt_is_new_for_three_months_after_that_was_said(guide, said, days, new):
    journal = Journal((_entry("where-am-i-now", answers={"time_since": said}),))
    assert is_new(guide, journal, DAY + timedelta(days=days)) is new


def test_nobody_who_has_not_said_is_taken_to_be_newly_hurt(guide):
    assert not is_new(guide, Journal(), DAY)


def _gate_items(guide):
    exercise = guide.exercise(guide.gate.exercise)
    return [option.id for prompt in exercise.prompts if isinstance(prompt, ChoicesPrompt) for option in prompt.options]


def test_whatever_was_kept_at_the_gate_is_a_yes(guide):
    items = _gate_items(guide)
    assert len(items) == 6
    for chosen in chain.from_iterable(combinations(items, size) for size in range(1, len(items) + 1)):
        entry = _entry(guide.gate.exercise, answers={guide.gate.items: list(chosen)})
        assert kept_fears(guide, Journal((entry,))) is entry


def test_what_was_not_kept_or_taken_back_is_no_yes(guide):
    kept = _entry(guide.gate.exercise, 1, answers={guide.gate.items: ["afraid"]})
    assert kept_fears(guide, Journal()) is None
    assert (
        kept_fears(
            guide, Journal((_entry(guide.gate.exercise, 1, deleted_at="2026-11-24T00:00:00Z", answers={guide.gate.items: ["afraid"]}),))
        )
        is None
    )
    assert kept_fears(guide, Journal((_entry(guide.gate.exercise, 1, answers={guide.gate.items: []}),))) is None
    assert kept_fears(guide, Journal((kept,))) is kept


def test_own_words_come_back_newest_first_and_once(guide):
    exercise = guide.exercise("trigger")
    (prompt,) = [one for one in exercise.prompts if isinstance(one, ChoicesPrompt) and one.own][:1]
    known = prompt.options[0].id
    notes = [_entry("trigger", number, answers={prompt.id: [known, f"word {number % 20}"]}) for number in range(40)]
    words = own_words(guide, Journal(tuple(notes)), exercise)[prompt.id]
    assert words[0] == "word 19"
    assert len(words) == len(set(words)) == OWN_WORDS


def test_without_own_words_nothing_is_said(guide):
    assert own_words(guide, Journal(), guide.exercise("trigger")) == {}


@pytest.mark.parametrize("exercise", ["four-signs", "nine-signs"])
def test_signs_of_one_s_own_come_back_in_the_next_note(guide, exercise):
    (prompt,) = [one for one in guide.exercise(exercise).prompts if one.id == "own-signs"]
    note = _entry(exercise, answers={"own_signs": [prompt.options[0].id, "I hum again"]})
    assert own_words(guide, Journal((note,)), guide.exercise(exercise)) == {"own-signs": ["I hum again"]}
