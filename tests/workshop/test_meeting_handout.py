"""A whole meeting on paper: what each participant gets, what the facilitators have, and what the command says."""

import re
from datetime import date, time

import pytest
from reading_html import read
from small_meeting import RAW

from newsoil import cli
from newsoil._errors import BadContent, BadStart
from newsoil._paths import guide_folder, programme_folder
from newsoil.guide import read_guide
from newsoil.guide.texts import read_as
from newsoil.takeout.evening import evening_of, plans_of, words_of
from newsoil.takeout.meeting import to_leader_sheets, to_meeting_handout
from newsoil.workshop.agreement import FILE as AGREEMENT
from newsoil.workshop.kept_form import keep_field
from newsoil.workshop.programme import read_programmes

TODAY = date(2026, 11, 30)
LIST = """
format_version = 1
place = "Invented Town"
checked_on = {day}
emergency = "Go out by the yard."
[[line]]
name = "Somebody who listens"
kind = "domestic-abuse"
number = "020 555 0199"
source = "https://help.example.org/now"
"""
PLANS = sorted(read_programmes(programme_folder()).plans)


@pytest.fixture(scope="module")
def guide():
    return read_guide(guide_folder())


@pytest.fixture(scope="module")
def content():
    return words_of(programme_folder())


@pytest.fixture
def shelf(tmp_path):
    folder = tmp_path / "home" / "workshops"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def evening(content, shelf):
    def of(plan):
        programmes, slips = plans_of(programme_folder(), shelf, content)
        assert slips == []
        return evening_of(programmes, plan, content, shelf, TODAY)

    return of


def text_of(html):
    return " ".join(" ".join(read(html.decode()).texts).split())


def every(*texts):
    return [" ".join(part.split()) for text in texts for part in text.split("\n\n") if part.strip()]


@pytest.mark.parametrize("name", PLANS)
def test_every_block_exercise_card_and_step_of_a_meeting_is_in_its_handout(name, guide, evening):
    one = evening(name)
    text = text_of(to_meeting_handout(guide, one))
    wanted = [*every(one.plan.title, *one.plan.aims, *one.plan.practice)]
    for block in one.plan.block:
        if block.pulse:
            wanted += every(block.pulse.question, *(choice.says for choice in block.pulse.choices))
        else:
            wanted += every(block.question or block.title, block.shown)
        wanted += every(*block.cards)
        for exercise in filter(None, [block.exercise]):
            wanted += every(*(read_as(prompt.label, None) for prompt in guide.exercise(exercise).prompts))
    assert [part for part in wanted if part not in text] == []


@pytest.mark.parametrize("name", PLANS)
def test_the_facilitators_have_all_that_is_said_and_done_and_both_plans_for_hard_moments(name, guide, evening, content):
    one = evening(name)
    text = text_of(to_leader_sheets(guide, one, begins=time(18, 30)))
    wanted = every(*one.plan.aims, one.plan.safety, content.not_reviewed)
    for block in one.plan.block:
        wanted += every(block.title, block.aim, *block.say, *block.do, *block.materials, block.safety)
    for card in ("distress", "drop-out"):
        wanted += every(*(part for item in content.checks(card).item for part in (item.says, item.more)))
    assert [part for part in wanted if part not in text] == []
    assert len(content.checks("distress").item) == 6
    assert "18:30" in text


def test_blocks_in_which_people_write_have_lines_and_those_with_a_sheet_have_them_there(guide, evening):
    one = evening("starting-safely")
    steps = to_meeting_handout(guide, one).decode().split('<section class="sheet">')[2]
    lines = [part.count('class="line"') for part in steps.split('<div class="ask')[1:]]
    kinds = [(block.kind, bool(block.exercise)) for block in one.plan.block]
    assert all(
        bool(count) == (kind in ("pairs", "threes") or (kind == "silent" and not sheet))
        for count, (kind, sheet) in zip(lines, kinds, strict=True)
    )


def test_a_pulse_on_paper_has_nothing_to_tick_and_says_that_nobody_counts(guide, evening, content):
    html = to_meeting_handout(guide, evening("starting-safely")).decode()
    question = html.index("this group feels safe enough")
    after = html[question : html.index('<div class="ask', question)]
    assert "<b></b>" not in after
    assert 'class="line"' not in after
    assert content.say("handout", "pulse-lead") in after


def test_what_facilitators_say_and_the_distress_card_are_not_in_the_handout(guide, evening, content):
    one = evening("starting-safely")
    text = text_of(to_meeting_handout(guide, one))
    assert one.plan.block[1].do[0] not in text
    assert content.checks("distress").item[0].says not in text


@pytest.mark.parametrize("clauses", [[], [{"id": "own", "says": "We drink tea."}]])
def test_the_limits_are_on_paper_whatever_the_group_has_made_of_the_rest(guide, evening, shelf, content, clauses):
    keep_field(shelf / AGREEMENT, "clauses", clauses)
    text = text_of(to_meeting_handout(guide, evening("starting-safely")))
    assert all(" ".join(limit.says.split()) in text for limit in content.limit)
    assert ("We drink tea." in text) == bool(clauses)
    assert content.clause[2].says not in text


def test_the_support_list_is_there_for_everyone_with_its_place_and_its_day(guide, evening, shelf):
    (shelf / "support.toml").write_text(LIST.format(day="2026-11-20"), "utf-8")
    for html in (to_meeting_handout(guide, evening("starting-safely")), to_leader_sheets(guide, evening("starting-safely"))):
        text = text_of(html)
        for said in ("Invented Town", "20 November 2026", "Somebody who listens", "020 555 0199", "Go out by the yard."):
            assert said in text


@pytest.mark.parametrize(("written", "says"), [("", "no support list"), (LIST.format(day="2026-01-02"), "more than 90 days ago")])
def test_a_list_that_is_missing_or_old_is_said_to_the_facilitators(guide, evening, shelf, written, says):
    if written:
        (shelf / "support.toml").write_text(written, "utf-8")
    assert says in text_of(to_leader_sheets(guide, evening("starting-safely")))
    assert says not in text_of(to_meeting_handout(guide, evening("starting-safely")))


def test_blocks_have_times_of_day_when_a_beginning_is_named_and_minutes_otherwise(guide, evening):
    one = evening("starting-safely")
    rows = lambda html: re.findall(r"<tr><td>([^<]+)</td>", html.decode())  # noqa: E731
    assert rows(to_leader_sheets(guide, one))[:3] == ["0", "5", "15"]
    assert rows(to_leader_sheets(guide, one, begins=time(23, 50)))[:3] == ["23:50", "23:55", "00:05"]


# ---- The command


@pytest.fixture
def out(shelf, capsysbinary):
    def run(*arguments):
        assert cli.run(["handout", *map(str, arguments), "--home", str(shelf.parent)]) == 0
        return capsysbinary.readouterr()

    return run


def test_the_command_prints_a_meeting_and_says_on_the_side_that_there_is_no_list_yet(out):
    said = out("--plan", "what-to-tell")
    assert b"What to tell" in said.out
    assert b"size: A4" in said.out
    assert b"no support list yet" in said.err


def test_the_size_of_the_paper_can_be_chosen_for_exercises_too(out):
    assert b"size: letter" in out("--plan", "what-to-tell", "--leader", "--paper", "letter").out
    assert b"size: letter" in out("urge", "--paper", "letter").out
    assert b"@page { size" not in out("urge").out


def test_a_plan_that_is_not_there_names_those_that_are(out):
    with pytest.raises(BadContent, match="starting-safely"):
        out("--plan", "dancing")


def test_a_plan_and_exercises_are_not_asked_for_together(out):
    with pytest.raises(BadStart, match="brings its own exercises"):
        out("urge", "--plan", "what-to-tell")


def test_a_time_that_is_none_is_refused(out):
    with pytest.raises(BadStart, match="18:30"):
        out("--plan", "what-to-tell", "--begins", "25:00")


def test_a_folder_of_ones_own_needs_no_words_of_ones_own(out, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    head = {key: value for key, value in RAW.items() if key != "block"} | {"minutes": 5}
    rows = "\n".join(f"{key} = {value!r}" for key, value in head.items())
    block = '[[block]]\nid = "one"\ntitle = "One"\nminutes = 5\nkind = "round"\naim = "A"\n'
    (folder / "plan-small.toml").write_text(f"{rows}\n{block}", "utf-8")
    order = 'format_version = 1\n[[programme]]\nid = "p"\ntitle = "P"\nabout = "A"\nmeetings = ["small"]\n'
    (folder / "programmes.toml").write_text(order, "utf-8")
    assert b"A small meeting" in out("--plan", "small", "--programme", folder).out
