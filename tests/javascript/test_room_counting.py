"""The time that is left, as the pages of a room count and say it: in words, and at three moments aloud."""

import shutil

import pytest

from newsoil._paths import programme_folder
from newsoil.prompts.esm import STATIC
from newsoil.server.room.files import HERE
from newsoil.workshop.countdown import turn
from newsoil.workshop.words import read_words

WORDS = read_words(programme_folder()).words["shared"]
ASKING = """
import { readFileSync } from "node:fs";
const { words, ask, of } = JSON.parse(readFileSync(process.argv[2], "utf8"));
globalThis.document = { getElementById: () => ({ textContent: JSON.stringify({ words }) }) };
const { inWords, milestones, turnOf } = await import("./counting.js");
function told(seconds) {
  const said = [], watch = milestones((what) => said.push(what));
  for (const [changes, left] of seconds) watch(changes, left);
  return said;
}
const turns = (all) => all.map(([block, time, left]) => turnOf(block, time, left).turn);
const answers = { words: (all) => all.map((left) => inWords(left)), turns, told };
console.log(JSON.stringify(answers[ask](of)));
"""


@pytest.fixture(scope="module")
def counted(tmp_path_factory, in_node):
    """What the module answers; it lies where it lies in the package, beside what it takes from the widgets."""
    root = tmp_path_factory.mktemp("counting")
    shutil.copytree(HERE, folder := root / "server" / "room" / "static", ignore=shutil.ignore_patterns("*.css"))
    shutil.copytree(STATIC, root / "prompts" / "static", ignore=shutil.ignore_patterns("plotly", "*.css"))
    (root / "package.json").write_text('{"type": "module"}', "utf-8")
    (folder / "asking.js").write_text(ASKING, "utf-8")
    return lambda ask, of: in_node(folder / "asking.js", {"words": WORDS, "ask": ask, "of": of})


def test_time_is_told_in_words_without_seconds_that_run(counted):
    assert counted("words", [600, 379, 91, 75, 60, 59.9, 1, 0, -300]) == [
        "About 10 minutes left",
        "About 6 minutes left",
        "About 2 minutes left",
        "About 1 minute left",
        "About 1 minute left",
        "Less than a minute left",
        "Less than a minute left",
        "The time is over. Nothing closes.",
        "The time is over. Nothing closes.",
    ]


def test_turns_are_those_that_the_room_counts(counted):
    block, time, lefts = {"minutes": 9, "turns": 2}, {"turn_seconds": 240}, [540, 301, 300, 61, 60, 59, 0, -5, 700]
    assert counted("turns", [[block, time, left] for left in lefts]) == [turn(9 * 60 - left, 2, 240) for left in lefts]


def test_the_start_the_last_minute_and_the_end_are_told_once_each(counted):
    assert counted("told", [["a", left] for left in (180, 179, 61, 60, 59, 1, 0, -1, -2)]) == ["begins", "minute", "over"]


def test_more_time_is_a_start_and_a_view_that_comes_again_is_none(counted):
    assert counted("told", [["a", 120], ["a", 119], ["b", 300], ["b", 299]]) == ["begins", "begins"]


def test_a_page_that_comes_late_hears_nothing_of_an_end_that_was(counted):
    assert counted("told", [["a", -20], ["a", -21]]) == []
