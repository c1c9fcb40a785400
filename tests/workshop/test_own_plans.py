"""Plans of a facilitator's own: copies that can be changed, re-timed and found again, beside those that come with New Soil."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_meeting import NAMES

from newsoil._errors import BadContent
from newsoil._paths import programme_folder
from newsoil.workshop.meeting import Meeting
from newsoil.workshop.opening import open_meeting
from newsoil.workshop.own_plans import OWN, change_plan, delete_plan, keep_plan, read_own_plans, with_own
from newsoil.workshop.plan_changes import OF_BLOCK, changed_block, changed_plan, copied
from newsoil.workshop.programme import read_programmes
from newsoil.workshop.room import Room
from newsoil.workshop.words import read_words

SHIPPED = read_programmes(programme_folder())
PLANS = sorted(SHIPPED.plans)


@pytest.fixture
def shelf(tmp_path):
    return tmp_path / "workshops"


@pytest.fixture
def mine():
    return copied(SHIPPED.plan("starting-safely"), "Our first evening", SHIPPED.plans)


@pytest.mark.parametrize("name", PLANS)
def test_every_plan_can_be_copied_written_and_read_again_as_it_was(name, shelf):
    plan = copied(SHIPPED.plan(name), "Ours", SHIPPED.plans)
    keep_plan(shelf, plan)
    found, slips = read_own_plans(shelf, SHIPPED.plans)
    assert (found, slips) == ({"own-ours": plan}, [])
    assert msgspec.structs.replace(plan, id=name, title=SHIPPED.plan(name).title) == SHIPPED.plan(name)


@given(st.sampled_from(PLANS), st.integers(0, 30), st.integers(1, 60))
def test_other_minutes_move_all_later_blocks_and_none_that_is_earlier(name, place, minutes):
    plan = SHIPPED.plan(name)
    block = plan.block[place % len(plan.block)]
    place = plan.place(block.id)
    if block.turns * block.turn_minutes > minutes:
        with pytest.raises(BadContent, match=f"“{block.title}”"):
            changed_block(plan, block.id, "minutes", minutes)
        return
    if plan.minutes - block.minutes + minutes > 240:
        return
    made = changed_block(plan, block.id, "minutes", minutes)
    more = minutes - block.minutes
    assert made.starts()[: place + 1] == plan.starts()[: place + 1]
    assert made.starts()[place + 1 :] == tuple(start + more for start in plan.starts()[place + 1 :])
    assert made.minutes == plan.minutes + more


@pytest.mark.parametrize(
    ("block", "field", "value"),
    [
        ("pairs", "minutes", 7),
        ("pairs", "minutes", 0),
        ("pairs", "minutes", "ten"),
        ("pairs", "minutes", None),
        ("pairs", "title", " "),
        ("pairs", "say", ["", "x"]),
        ("pairs", "kind", "all"),
        ("pulse", "pulse", None),
        ("pairs", "exercise", "urge"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_name_of_its_block(mine, block, field, value):
    title = mine.block[mine.place(block)].title
    with pytest.raises(BadContent, match=f"“{title}”"):
        changed_block(mine, block, field, value)


def test_words_and_cards_can_be_ones_own(mine):
    made = changed_block(mine, "agreement", "cards", ["We drink tea."])
    made = changed_block(made, "agreement", "question", "What do we need?")
    assert made.block[2].cards == ("We drink tea.",)
    assert made.block[2].question == "What do we need?"
    assert [one for one in made.block if one is not made.block[2]] == [one for one in mine.block if one is not mine.block[2]]


@given(st.sampled_from(sorted(OF_BLOCK)), st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text(), max_size=3))
def test_whatever_is_asked_a_plan_stays_one(field, value):
    plan = SHIPPED.plan("starting-safely")
    try:
        made = changed_block(plan, "pairs", field, value)
    except BadContent:
        return
    assert made.minutes == sum(block.minutes for block in made.block)


def test_title_and_practice_can_be_changed_and_nothing_else_of_a_plan(mine):
    assert changed_plan(mine, "title", "Tea").title == "Tea"
    assert changed_plan(mine, "practice", ["Rest."]).practice == ("Rest.",)
    for field, value in (("id", "x"), ("safety", "none"), ("block", []), ("title", "")):
        with pytest.raises(BadContent):
            changed_plan(mine, field, value)


@pytest.mark.parametrize(
    ("title", "name"), [("Año nuevo", "own-ano-nuevo"), ("★", "own-plan"), ("A/../B", "own-a-b"), ("x" * 300, "own-" + "x" * 40)]
)
def test_any_title_makes_a_name_for_a_file(title, name, shelf):
    plan = copied(SHIPPED.plan("taster"), title, {})
    keep_plan(shelf, plan)
    assert plan.id == name
    assert [path.name for path in (shelf / "plans").glob("*.toml")] == [f"plan-{name}.toml"]


def test_a_second_plan_of_one_title_has_a_name_of_its_own():
    assert copied(SHIPPED.plan("taster"), "Ours", {"own-ours", "own-ours-2"}).id == "own-ours-3"


def test_own_plans_stand_behind_the_others_in_no_order(shelf, mine):
    keep_plan(shelf, mine)
    found, slips = with_own(SHIPPED, shelf, "Ours", "About")
    assert slips == []
    assert [one.id for one in found.programmes][-1] == OWN
    assert found.programmes[-1].meetings == (mine.id,)
    meeting = Meeting(Room.new(mine, NAMES), read_words(programme_folder()), found, None)
    meeting.choose(mine.id, OWN)
    assert (meeting.room.plan, meeting.room.meeting) == (mine, "")


def test_without_own_plans_nothing_is_added(shelf):
    assert with_own(SHIPPED, shelf, "Ours", "About") == (SHIPPED, [])


def test_a_plan_that_cannot_be_used_is_named_and_the_others_are_there(shelf, mine):
    keep_plan(shelf, mine)
    (shelf / "plans" / "plan-broken.toml").write_text("{", "utf-8")
    keep_plan(shelf, SHIPPED.plan("taster"))
    found, slips = with_own(SHIPPED, shelf, "Ours", "About")
    assert set(found.plans) == {*SHIPPED.plans, mine.id}
    assert len(slips) == 2
    assert "plan-broken.toml" in slips[0]
    assert "“taster”" in slips[1]


def test_a_room_opens_with_them_and_takes_their_folder_for_no_meeting(shelf, mine):
    keep_plan(shelf, mine)
    found, _ = with_own(SHIPPED, shelf, "Ours", "About")
    meeting = open_meeting(shelf, found, read_words(programme_folder()), today=date(2026, 11, 30))
    assert meeting.folder == shelf / "2026-11-30"
    assert (shelf / "plans" / f"plan-{mine.id}.toml").is_file()


def test_a_deleted_plan_is_gone_and_can_be_deleted_again(shelf, mine):
    keep_plan(shelf, mine)
    delete_plan(shelf, mine.id)
    delete_plan(shelf, mine.id)
    assert read_own_plans(shelf) == ({}, [])


def test_a_file_that_a_person_named_stays_the_file_of_its_plan(shelf, mine):
    keep_plan(shelf, mine)
    (shelf / "plans" / f"plan-{mine.id}.toml").rename(shelf / "plans" / "plan-evening.toml")
    keep_plan(shelf, changed_plan(mine, "title", "Tea"))
    assert [path.name for path in (shelf / "plans").glob("*.toml")] == ["plan-evening.toml"]
    assert read_own_plans(shelf)[0][mine.id].title == "Tea"


def test_two_pages_that_change_one_plan_lose_nothing(shelf, mine):
    keep_plan(shelf, mine)
    change_plan(shelf, mine.id, lambda plan: changed_block(plan, "pairs", "minutes", 12))
    change_plan(shelf, mine.id, lambda plan: changed_block(plan, "arrive", "question", "Hello"))
    found = read_own_plans(shelf)[0][mine.id]
    assert (found.block[mine.place("pairs")].minutes, found.block[0].question) == (12, "Hello")


def test_a_change_that_does_not_fit_leaves_the_file_as_it_was(shelf, mine):
    keep_plan(shelf, mine)
    with pytest.raises(BadContent):
        change_plan(shelf, mine.id, lambda plan: changed_block(plan, "pairs", "minutes", 1))
    with pytest.raises(BadContent, match="not there any more"):
        change_plan(shelf, "own-nothing", lambda plan: plan)
    assert read_own_plans(shelf)[0] == {mine.id: mine}
