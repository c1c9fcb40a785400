"""A guide with slips: what cannot be used is refused in a sentence with file, key and what to do, and everything else opens."""

import shutil

import pytest

from newsoil._errors import BadContent
from newsoil._paths import shipped_guide
from newsoil.guide import open_guide

STAGE = 'format_version = 1\n\n[[stage]]\nid = "first"\ntitle = "First"\nnotebook = "00-start.ipynb"\n'

EXERCISE = """
[[exercise]]
id = "{name}"
title = "Small"
stage = "first"
kind = "log"
minutes = "a minute"
rhythm = "daily"
label = "thing"
prompts = [{prompt}]
"""

SOUND = '{ kind = "text", id = "thing", label = "What was it?" }'
CHOICE = '{ kind = "choice", id = "thing", label = "Which?", options = [{ id = "a", label = "A" }, { id = "b", label = "B" }] }'

DECISION = """
[[decision]]
id = "small"
exercise = "small"
[[decision.result]]
id = "yes"
title = "Yes"
[[decision.rule]]
result = "yes"
ours = "r"
all = [{{ prompts = ["{prompt}"], any = ["a"] }}]
{last}
"""

LAST = '[[decision.rule]]\nresult = "yes"\n'


def _open(folder, text):
    (folder / "guide.toml").write_text(text, "utf-8")
    return open_guide(folder)


def test_a_sound_guide_has_no_slips(tmp_path):
    guide = _open(tmp_path, STAGE + EXERCISE.format(name="small", prompt=CHOICE) + DECISION.format(prompt="thing", last=LAST))
    assert guide.slips == ()
    assert guide.exercise("small").title == "Small"


def test_our_own_guide_has_no_slips():
    assert open_guide(shipped_guide()).slips == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (EXERCISE.format(name="small", prompt='{ kind = "riddle", id = "thing", label = "L" }'), "riddle"),
        (EXERCISE.format(name="small", prompt='{ kind = "text", id = "thing" }'), "label"),
        (EXERCISE.format(name="small", prompt=SOUND + ", " + SOUND), "“thing” is there 2 times"),
        (EXERCISE.format(name="small", prompt='{ kind = "text", id = "other", label = "L" }'), "its label “thing”"),
        (EXERCISE.format(name="small", prompt=SOUND + ', { kind = "link", id = "l", label = "L", to = "nowhere" }'), "nowhere"),
        (EXERCISE.format(name="small", prompt=CHOICE) + DECISION.format(prompt="other", last=LAST), "the prompt “other”"),
        (EXERCISE.format(name="small", prompt=CHOICE) + DECISION.format(prompt="thing", last=""), "some answers come to nothing"),
        (EXERCISE.format(name="small", prompt=SOUND) * 2, "“small” is there 2 times"),
    ],
)
def test_an_exercise_that_cannot_be_used_is_refused_and_the_others_open(tmp_path, text, told):
    guide = _open(tmp_path, STAGE + text + EXERCISE.format(name="sound", prompt=SOUND))
    assert guide.exercise("sound").title == "Small"
    assert any(told in slip for slip in guide.slips), guide.slips
    with pytest.raises(BadContent) as raised:
        guide.exercise("small")
    assert told in str(raised.value)


def test_a_refusal_names_file_and_key(tmp_path):
    guide = _open(tmp_path, STAGE + EXERCISE.format(name="small", prompt='{ kind = "riddle", id = "thing", label = "L" }'))
    (slip,) = guide.slips
    assert str(tmp_path / "guide.toml") in slip
    assert "“small”" in slip
    assert "$.prompts[0]" in slip
    assert "Correct the file and start again." in slip


LINK = '{ kind = "link", id = "l", label = "L", to = "nowhere" }'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            EXERCISE.format(name="small", prompt=SOUND) * 2,
            "{guide}: exercise: the id “small” is there 2 times. Give each its own “id”.",
            id="an id that is there twice",
        ),
        pytest.param(
            EXERCISE.format(name="small", prompt=SOUND + ", " + SOUND),
            "{guide}: exercise small, prompts: “thing” is there 2 times. Give each its own id.",
            id="a prompt that is there twice",
        ),
        pytest.param(
            EXERCISE.format(name="small", prompt=SOUND + ", " + LINK),
            "{guide}: exercise small, prompt l: it leads to “nowhere”, and there is no such exercise. Correct “to”.",
            id="a link to nowhere",
        ),
        pytest.param(
            EXERCISE.format(name="small", prompt=CHOICE) + DECISION.format(prompt="other", last=LAST),
            "{guide}: decision small, rule 1: it looks at the prompt “other”, and small has none. Correct “prompts”.",
            id="a rule about a prompt that is not there",
        ),
        pytest.param(
            EXERCISE.format(name="small", prompt=CHOICE) + DECISION.format(prompt="thing", last=""),
            "{guide}: decision small: its last rule has conditions, so some answers come to nothing. Add a last rule without any.",
            id="a table with a hole",
        ),
    ],
)
def test_what_does_not_hold_together_is_refused_with_file_key_and_what_to_do(tmp_path, text, told):
    said = told.format(guide=tmp_path / "guide.toml")
    guide = _open(tmp_path, STAGE + text)
    assert guide.slips == (said,)
    with pytest.raises(BadContent) as raised:
        guide.exercise("small")
    assert str(raised.value) == said


def test_an_id_in_two_files_names_both(tmp_path):
    for name in ("more", "other"):
        (tmp_path / f"{name}.toml").write_text("format_version = 1\n" + EXERCISE.format(name="small", prompt=SOUND), "utf-8")
    (slip,) = _open(tmp_path, STAGE).slips
    assert slip.startswith(f"{tmp_path / 'more.toml'}, {tmp_path / 'other.toml'}: exercise: the id “small” is there 2 times.")


def test_a_table_that_is_about_an_exercise_of_another_file_is_named_by_its_own_file(tmp_path):
    (tmp_path / "tables.toml").write_text("format_version = 1\n" + DECISION.format(prompt="other", last=LAST), "utf-8")
    (slip,) = _open(tmp_path, STAGE + EXERCISE.format(name="small", prompt=CHOICE)).slips
    assert slip.startswith(f"{tmp_path / 'tables.toml'}: decision small, rule 1:")


@pytest.mark.parametrize("table", ['[words.save]\nsaved = "Kept"\n', '[acute]\nphrases = ["x"]\n'], ids=["words", "acute"])
def test_what_stands_in_two_files_is_named_with_both_and_with_the_one_that_is_left_out(tmp_path, table):
    for name in ("a-first", "later"):
        (tmp_path / f"{name}.toml").write_text(f"format_version = 1\n{table}", "utf-8")
    guide = _open(tmp_path, STAGE + EXERCISE.format(name="sound", prompt=SOUND))
    key = table.partition("\n")[0]
    (slip,) = guide.slips
    assert slip.startswith(f"{tmp_path / 'a-first.toml'}, {tmp_path / 'later.toml'}: {key} is in both. Put it")
    assert slip.endswith(" into one of them. Until then later.toml is left out.")
    assert guide.exercise("sound")


def test_a_file_that_is_no_toml_is_left_out_and_named(tmp_path):
    (tmp_path / "broken.toml").write_text("format_version = 1\n[[exercise", "utf-8")
    guide = _open(tmp_path, STAGE + EXERCISE.format(name="sound", prompt=SOUND))
    assert guide.exercise("sound")
    assert any("broken.toml" in slip and "Correct the file" in slip for slip in guide.slips)


def test_a_folder_without_stages_cannot_be_used(tmp_path):
    with pytest.raises(BadContent) as raised:
        open_guide(tmp_path)
    assert str(raised.value).startswith(f"{tmp_path} holds no content files (*.toml) with stages. Name the folder")


def test_what_the_program_says_is_ours_where_a_guide_does_not_say_it(tmp_path):
    guide = _open(tmp_path, STAGE + '\n[words.save]\nsaved = "Kept"\n')
    ours = open_guide(shipped_guide())
    assert guide.words["save"] == {"saved": "Kept"}
    assert guide.words["shell"] == ours.words["shell"]
    assert guide.acute == ours.acute


def test_a_copy_of_our_guide_with_one_broken_file_still_has_every_stage(tmp_path):
    folder = tmp_path / "en"
    shutil.copytree(shipped_guide(), folder)
    (folder / "exercises-daily.toml").write_text("format_version = 1\n[[exercise]]\nid = 3\n", "utf-8")
    guide = open_guide(folder)
    assert len(guide.stages) == len(open_guide(shipped_guide()).stages)
    assert any("exercises-daily.toml" in slip for slip in guide.slips)
