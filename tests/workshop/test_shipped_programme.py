"""The programme that comes with New Soil: whole, in an order that is safe, and in words that can be said aloud."""

import re

import pytest

from newsoil._paths import guide_folder, programme_folder
from newsoil.guide import read_guide
from newsoil.workshop.programme import read_programmes

FOUND = read_programmes(programme_folder())
GUIDE = read_guide(guide_folder())
PLANS = list(FOUND.plans.values())
each_plan = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
EIGHT, SIX, TASTER = (FOUND.programme(name) for name in ("eight-meetings", "six-meetings", "taster"))

NEVER_CUT = ("grounding", "close")
SAID_A_MINUTE = 130
"""Words that somebody says in a minute who speaks without haste, at most."""


def said_in(plan, *kinds):
    return " ".join(
        " ".join((*block.say, *block.do, block.safety, block.shown)) for block in plan.block if not kinds or block.kind in kinds
    )


def words(text):
    return len(re.findall(r"\w+", text))


def test_there_are_eight_meetings_six_and_one():
    assert [len(one.meetings) for one in (EIGHT, SIX, TASTER)] == [8, 6, 1]
    assert all(FOUND.plan(name).minutes == 90 for one in (EIGHT, SIX) for name in one.meetings)
    assert FOUND.plan(TASTER.meetings[0]).minutes == 180


@each_plan
def test_every_meeting_has_a_grounding_and_an_end(plan):
    assert set(NEVER_CUT) <= {block.kind for block in plan.block}
    assert plan.block[-1].kind == "close"


@each_plan
def test_every_meeting_hands_help_to_everyone_and_has_two_facilitators(plan):
    assert "everyone" in plan.safety.lower()
    assert re.search(r"two facilitators|both of you|one of you", (plan.safety + said_in(plan)).lower())


@each_plan
def test_every_exercise_of_a_block_is_one_of_the_guide(plan):
    assert {block.exercise for block in plan.block} - {""} <= GUIDE.known


@each_plan
def test_what_is_said_in_a_block_fits_into_its_minutes(plan):
    assert [block.id for block in plan.block if words(" ".join(block.say)) > block.minutes * SAID_A_MINUTE] == []


@each_plan
def test_what_phones_and_the_screen_show_is_short(plan):
    assert [block.id for block in plan.block if len(block.question) > 110 or words(block.shown) > 60] == []


@each_plan
def test_nothing_is_cried_out(plan):
    assert [block.id for block in plan.block if "!" in " ".join((*block.say, *block.do, block.question, block.shown, *block.cards))] == []


@pytest.mark.parametrize("programme", [EIGHT, SIX, TASTER], ids=lambda one: one.id)
def test_before_anybody_writes_screens_and_paper_were_spoken_of(programme):
    blocks = FOUND.plan(programme.meetings[0]).block
    first = next(place for place, block in enumerate(blocks) if block.kind == "silent")
    before = " ".join(" ".join(block.say) for block in blocks[:first]).lower()
    assert "screen" in before
    assert "danger" in before


def test_the_safety_talk_comes_before_any_step_of_telling():
    for programme in (EIGHT, SIX):
        blocks = [block for name in programme.meetings for block in FOUND.plan(name).block]
        telling = next(place for place, block in enumerate(blocks) if block.exercise == "small-shares")
        talk = " ".join(" ".join(block.say) for block in blocks[:telling] if block.kind == "input").lower()
        assert "afraid" in talk
        assert re.search(r"threat|control", talk)


def test_a_single_evening_is_called_a_taster_and_holds_no_ladder_map_or_fears():
    plan = FOUND.plan(TASTER.meetings[0])
    assert "taster" in TASTER.about.lower()
    assert not {"small-shares", "my-alarm-map", "what-am-i-afraid-of"} & {block.exercise for block in plan.block}
    assert "support-plan" in {block.exercise for block in plan.block}


def test_the_shorter_programme_keeps_what_is_never_cut():
    blocks = [block for name in SIX.meetings for block in FOUND.plan(name).block]
    assert "support-plan" in {block.exercise for block in blocks}
    assert any("agreement" in block.id for block in blocks)
    assert any(block.kind == "round" for block in FOUND.plan(SIX.meetings[-1]).block[-4:])


TELLS = re.compile(
    r"\byou (should|must|have to) (leave|stay|tell|forgive|break up)\b"
    r"|\b(leave|forgive) (him|her|them)\b(?! (out|aside|blank|where))",
    re.IGNORECASE,
)


@each_plan
def test_nobody_is_told_to_stay_to_leave_to_tell_or_to_forgive(plan):
    said = [" ".join((*block.say, *block.do, block.shown, *block.cards)) for block in plan.block]
    assert [found.group() for one in said if (found := TELLS.search(one))] == []
