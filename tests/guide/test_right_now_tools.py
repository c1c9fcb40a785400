"""The tools for right now: all their words are there, and what they note down fits the exercise that it goes to."""

import re
from pathlib import Path

import msgspec
import pytest

import newsoil.server
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.guide.right_now import OWN_WORDS, STEPS, TOGETHER, right_now
from newsoil.prompts.esm import STATIC, _in_order

GUIDE = read_guide(guide_folder())
NOW = right_now(GUIDE)
ALL = [(tool, step) for tool in NOW["tools"] for step in tool["steps"]]
FILLING = [(tool, step) for tool, step in ALL if step["fills"]]
TOP_LEVEL = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let) (?:\{[^}]*\}|(\w+))", re.MULTILINE)
FILES = ("right-now", "right-now-steps", "right-now-note", "pause")
SCRIPT = "\n".join((STATIC / f"{name}.js").read_text("utf-8") for name in FILES)


def named(one):
    return one["id"] if isinstance(one, dict) else str(one)


def test_there_are_four_and_each_asks_for_the_strength_before_and_after():
    assert [tool["id"] for tool in NOW["tools"]] == ["trigger", "urge", "kinder-words", "grounding"]
    for tool in NOW["tools"]:
        draws = [step["draws"] for step in tool["steps"]]
        assert draws.count("strength") == 2
        assert draws[-1] == "strength"
        assert all(tool[name] for name in ("title", "about", "end"))


def test_a_pause_takes_between_one_minute_and_one_and_a_half():
    assert 60 <= NOW["seconds"] <= 90
    assert [tool["id"] for tool, step in ALL if step["draws"] == "pause"] == ["trigger", "urge", "kinder-words"]


@pytest.mark.parametrize(("tool", "step"), ALL, ids=named)
def test_every_step_asks_or_says_something_and_nothing_has_to_be_typed(tool, step):
    assert step["asks"]
    assert step["hint"]
    if step["draws"] in ("one", "several"):
        assert len(step["options"]) >= 3
        assert all(option["label"] for option in step["options"])
    assert step["own"] == (step["id"] in OWN_WORDS)


@pytest.mark.parametrize(("tool", "step"), FILLING, ids=named)
def test_what_a_step_writes_fits_its_prompt(tool, step):
    prompt = next(prompt for prompt in GUIDE.exercise(tool["id"]).prompts if prompt.id == step["fills"]["prompt"])
    writes = [option["writes"] for option in step["options"] if option["writes"]]
    labels = [option["label"] for option in step["options"]]
    values = {"number": [0, 10], "option": writes, "options": [writes], "words": ["\n".join(labels)], "line": [", ".join(labels)]}
    for value in values[step["fills"]["as"]]:
        assert prompt.check(value) == value


def test_a_note_of_each_tool_but_one_has_its_exercise_and_fills_it():
    assert {tool["id"]: tool["exercise"] for tool in NOW["tools"] if not tool["exercise"]} == {"grounding": ""}
    filled = {tool["id"]: [step["id"] for _, step in FILLING if step in tool["steps"]] for tool in NOW["tools"]}
    assert filled == {
        "trigger": ["before", "feeling", "choice", "after"],
        "urge": ["before", "fear", "choice", "after"],
        "kinder-words": ["harsh", "before", "kind", "after"],
        "grounding": [],
    }
    choices = {tool["id"]: [option["writes"] for option in step["options"]] for tool, step in FILLING if step["id"] == "choice"}
    assert choices == {
        "trigger": ["wrote-it-down", "kept-for-now", "walk", "told-friend"],
        "urge": ["write", "wait", "walk", "tell", "checked"],
    }


def test_telling_someone_is_only_for_where_it_is_safe_and_the_same_words_as_elsewhere():
    for tool in ("trigger", "urge"):
        (choice,) = [step for one, step in ALL if (one["id"], step["id"]) == (tool, "choice")]
        assert [option["id"] for option in choice["options"] if option["together"]] == [*TOGETHER]
        assert all("safe" in option["note"] for option in choice["options"] if option["together"])
        assert "“Help now”" in choice["note"] or tool == "urge"
    (tell,) = [
        option for one, step in ALL if (one["id"], step["id"]) == ("trigger", "choice") for option in step["options"] if option["together"]
    ]
    assert "If you are afraid of how they may react" in tell["note"], "the gate's question, in one line and for everybody"
    assert GUIDE.words["right-now"]["shut"] == "Nothing is being saved now. You can still use this."


def test_no_word_is_there_that_nobody_says():
    tables = {name: words for name, words in GUIDE.words.items() if name.startswith("right-now")}
    used = {"right-now", "right-now-tools", "right-now-steps"}
    for tool, steps in STEPS.items():
        used |= {f"right-now-{tool}-{step}" for step, draws in steps.items() if draws in ("one", "several")}
    assert set(tables) <= used
    steps = {f"{tool}-{step}" for tool in STEPS for step in STEPS[tool]} | {"before", "after"}
    assert {name.removesuffix("-hint").removesuffix("-note") for name in tables["right-now-steps"]} <= steps
    says = set(re.findall(r'words\["([\w-]+)"\]', SCRIPT)) | set(re.findall(r"\bwords\.(\w+)", SCRIPT))
    assert set(tables["right-now"]) - says == set()
    assert says - set(NOW["words"]) == set()


def test_a_guide_without_the_exercises_has_the_tools_all_the_same_and_one_without_words_has_none():
    bare = msgspec.structs.replace(GUIDE, exercises=(), numbers=())
    left = {tool["id"]: [step["id"] for step in tool["steps"]] for tool in right_now(bare)["tools"]}
    assert left == {tool: [step for step in steps if (tool, step) != ("trigger", "feeling")] for tool, steps in STEPS.items()}
    assert not any(step["fills"] for tool in right_now(bare)["tools"] for step in tool["steps"])
    assert right_now(msgspec.structs.replace(GUIDE, words={}))["tools"] == []


@pytest.mark.parametrize(
    "module", [Path(newsoil.server.__file__).parent / "static" / "right-now.js", STATIC / "door.js"], ids=["page", "notebook"]
)
def test_the_tools_fetch_nothing_keep_nothing_and_share_no_name_with_their_neighbours(module):
    assert not re.search(r"\bfetch\(|XMLHttpRequest|sendBeacon|localStorage|sessionStorage|document\.cookie|new Audio|Notification", SCRIPT)
    names = [match[1] for part in _in_order(module.resolve(), {}) for match in TOP_LEVEL.finditer(part.read_text("utf-8")) if match[1]]
    assert "rightNow" in names
    assert sorted(names) == sorted(set(names))
