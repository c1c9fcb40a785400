"""Where the words of a chart may be broken into lines. The browser's own module is asked."""

import pytest

from newsoil.prompts.esm import STATIC

ASKING = """
import { readFileSync } from "node:fs";
import { headed, pieces, whole } from "./chart-words.js";
console.log(JSON.stringify(JSON.parse(readFileSync(process.argv[2], "utf8")).map((text) => [whole(text), headed(text), pieces(text)])));
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory, in_node):
    folder = tmp_path_factory.mktemp("words")
    (folder / "chart-words.js").write_text((STATIC / "chart-words.js").read_text("utf-8"), "utf-8")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    (folder / "asking.js").write_text(ASKING, "utf-8")
    return lambda text: in_node(folder / "asking.js", [text])[0]


def kept_together(text):
    """Each run of words that no line break parts, where there are two or more."""
    return [run.replace("\u00a0", " ") for run in text.split(" ") if "\u00a0" in run]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("You noted 12 small things", ["12 small"]),
        ("By your notes, 4 of 12 fears were learned growing up", ["4 of 12 fears"]),
        ("Trust in your judgement: between 2 and 7, most often 4.", ["2 and 7,"]),
        ("weeks of 2 November to 23 November 2026", ["2 November", "23 November"]),
        ("from 0, not there, to 10, very strong", []),
    ],
)
def test_a_number_stays_with_what_it_counts(asked, text, runs):
    assert kept_together(asked(text)[0]) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (
            "Thinking back, 12 notes: 4 led somewhere, 5 went round, 2 mixed",
            ["Thinking back,", "12 notes:", "4 led somewhere,", "5 went round,", "2 mixed"],
        ),
        ("3 of your own promises happened, 1 did not", ["3 of", "1 did not"]),
        ("Of 6 moments with both numbers, 5 felt less strong afterwards", ["6 moments", "5 felt"]),
    ],
)
def test_in_a_heading_a_short_count_is_not_broken(asked, text, runs):
    assert kept_together(asked(text)[1]) == runs


def test_a_word_with_a_hyphen_is_a_piece_by_itself_and_no_sign_is_changed(asked):
    text = "Your latest 26 check-ins – higher in some weeks"
    assert asked(text)[2] == ["Your latest 26 ", "check-ins", " – higher in some weeks"]
