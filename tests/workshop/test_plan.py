"""Plans: minutes that add up, blocks that begin later when one is longer, and sentences that name what is wrong."""

import copy

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_meeting import BLOCKS, PULSE, RAW

from newsoil._errors import BadContent
from newsoil.workshop.plan import Plan
from newsoil.workshop.programme import read_plan, read_programmes


def written(tmp_path, text, name="plan-small.toml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def refused(change):
    raw = copy.deepcopy(RAW)
    change(raw)
    with pytest.raises(msgspec.ValidationError) as said:
        msgspec.convert(raw, Plan)
    return str(said.value)


def test_blocks_begin_one_after_the_other(plan):
    assert plan.starts() == (0, 5, 15, 23, 27)


@given(st.integers(0, len(BLOCKS) - 1), st.integers(1, 60))
def test_another_length_moves_all_later_blocks_and_no_earlier_one(place, minutes):
    plan = msgspec.convert(RAW, Plan)
    if plan.block[place].turns * plan.block[place].turn_minutes > minutes:
        return
    changed = plan.retimed(plan.block[place].id, minutes)
    more = minutes - plan.block[place].minutes
    assert changed.starts()[: place + 1] == plan.starts()[: place + 1]
    assert changed.starts()[place + 1 :] == tuple(start + more for start in plan.starts()[place + 1 :])
    assert changed.minutes == plan.minutes + more == sum(block.minutes for block in changed.block)


def test_a_block_is_not_made_shorter_than_its_turns(plan):
    with pytest.raises(ValueError, match="2 turns of 4 minutes"):
        plan.retimed("pairs", 7)


def test_too_many_minutes_name_the_block_with_which_the_time_is_over():
    said = refused(lambda raw: raw["block"][2].update(minutes=12))
    assert "“pulse”" in said
    assert "31 minutes" in said


def test_too_few_minutes_say_how_many_are_missing():
    assert "2 are missing" in refused(lambda raw: raw["block"][1].update(minutes=8))


def test_two_blocks_of_one_name_are_refused():
    assert "“arrive”" in refused(lambda raw: raw["block"][1].update(id="arrive"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "silent", "pulse": PULSE}, "no other has"),
        ({"kind": "pulse"}, "has a table `pulse`"),
        ({"turns": 2}, "belong together"),
        ({"turns": 2, "turn_minutes": 2}, "in `pairs` and `threes` alone"),
        ({"minutes": 0}, ">= 1"),
        ({"colour": "green"}, "colour"),
        ({"aim": "  "}, "aim"),
    ],
)
def test_a_block_whose_parts_do_not_belong_together_is_refused(change, said):
    assert said in refused(lambda raw: raw["block"][1].update(change))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"bands": PULSE["bands"][:2]}, "3 `bands`"),
        ({"bands": [*PULSE["bands"][:2], PULSE["bands"][0]]}, "3 `bands`"),
        ({"choices": PULSE["choices"][:2]}, "no choice goes into"),
        ({"choices": [*PULSE["choices"], {"id": "x", "says": "X", "band": "none"}]}, "not there"),
        ({"choices": [*PULSE["choices"], PULSE["choices"][0]]}, "same id"),
    ],
)
def test_a_pulse_that_three_words_could_not_tell_is_refused(change, said):
    assert said in refused(lambda raw: raw["block"][3]["pulse"].update(change))


PLAN = """
format_version = 1
id = "{id}"
title = "T"
minutes = {minutes}
aims = ["A"]
safety = "S"
{rest}
"""
ONE = '[[block]]\nid = "one"\ntitle = "One"\nminutes = 5\nkind = "round"\naim = "A"\n'


def test_a_file_that_is_wrong_is_named_with_its_block(tmp_path):
    path = written(tmp_path, PLAN.format(id="p", minutes=5, rest=ONE.replace('"round"', '"party"')))
    with pytest.raises(BadContent) as said:
        read_plan(path)
    assert str(path) in str(said.value)
    assert "“one”" in str(said.value)


def test_a_block_taken_from_another_plan_is_that_one_with_what_is_written_beside_it(tmp_path):
    written(tmp_path, PLAN.format(id="p", minutes=5, rest=ONE))
    written(tmp_path, PLAN.format(id="q", minutes=9, rest='[[block]]\nfrom = "p/one"\nminutes = 9\n'), "plan-q.toml")
    written(tmp_path, 'format_version = 1\n[[programme]]\nid = "x"\ntitle = "X"\nabout = "A"\nmeetings = ["p", "q"]\n', "programmes.toml")
    taken = read_programmes(tmp_path).plan("q").block[0]
    assert (taken.id, taken.title, taken.minutes) == ("one", "One", 9)


@pytest.mark.parametrize("name", ["p/two", "z/one", "p", "", 7])
def test_a_block_that_is_not_there_cannot_be_taken(tmp_path, name):
    written(tmp_path, PLAN.format(id="p", minutes=5, rest=ONE))
    path = written(tmp_path, PLAN.format(id="q", minutes=9, rest=f"[[block]]\nfrom = {name!r}\nminutes = 9\n"), "plan-q.toml")
    with pytest.raises(BadContent, match="no such block"):
        read_programmes(tmp_path)
    assert path.is_file()


ASKED = """
[[block]]
id = "pulse"
title = "Pulse"
minutes = 5
kind = "pulse"
aim = "A"
[block.pulse]
question = "{question}"
bands = [{{ id = "a", says = "a" }}, {{ id = "b", says = "b" }}, {{ id = "c", says = "c" }}]
choices = [{{ id = "a", says = "a", band = "a" }}, {{ id = "b", says = "b", band = "b" }}, {{ id = "c", says = "c", band = "c" }}]
"""


@pytest.mark.parametrize(
    "question",
    ["Did your partner lie?", "Have you been hit?", "Does sex feel safe?", "Do you drink?", "Is there abuse?", "My husband …"],
)
def test_a_pulse_never_asks_what_nobody_may_be_asked_in_a_group(tmp_path, question):
    path = written(tmp_path, PLAN.format(id="p", minutes=5, rest=ASKED.format(question=question)))
    with pytest.raises(BadContent, match="never asks"):
        read_plan(path)


def test_a_pulse_about_the_group_is_taken(tmp_path):
    path = written(tmp_path, PLAN.format(id="p", minutes=5, rest=ASKED.format(question="How is it to be here?")))
    assert read_plan(path).block[0].pulse is not None


@pytest.mark.parametrize("field", ["title", "question", "shown"])
def test_what_stands_beside_a_pulse_asks_it_neither(field):
    said = refused(lambda raw: raw["block"][3].update({field: "Has your partner ever hit you?"}))
    assert "never asks" in said


def test_one_question_is_not_asked_by_two_blocks_of_a_plan():
    def twice(raw):
        raw["block"][4] = {**raw["block"][3], "id": "again", "minutes": 3}

    assert "ask the same question" in refused(twice)


def test_an_order_that_is_not_safe_is_refused(tmp_path):
    for one in ("p", "q"):
        written(tmp_path, PLAN.format(id=one, minutes=5, rest=ONE), f"plan-{one}.toml")
    order = 'meetings = ["q", "p"]\nbefore = [{ first = "p", then = "q" }]\n'
    written(tmp_path, f'format_version = 1\n[[programme]]\nid = "x"\ntitle = "X"\nabout = "A"\n{order}', "programmes.toml")
    with pytest.raises(BadContent, match="has to come before"):
        read_programmes(tmp_path)


def test_a_folder_without_plans_says_so(tmp_path):
    with pytest.raises(BadContent, match="holds no plans"):
        read_programmes(tmp_path)
