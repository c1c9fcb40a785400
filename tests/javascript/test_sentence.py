"""The sentence of parts: a soft hint where it could be heard as blame, and none elsewhere. The browser's own module is asked."""

import shutil

import msgspec
import pytest

from newsoil._paths import shipped_guide
from newsoil.guide import SentencePrompt, read_guide
from newsoil.prompts.esm import STATIC

ASKING = """
import { readFileSync } from "node:fs";
import { mayBlame, sentenceOf } from "./kinds/sentence.js";
const { prompt, values } = JSON.parse(readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(values.map((value) => [mayBlame(prompt, value), sentenceOf(prompt, value)])));
"""
(SENTENCE,) = [prompt for prompt in read_guide(shipped_guide()).exercise("i-statement").prompts if isinstance(prompt, SentencePrompt)]

BLAME = [
    {"feel": "you never call"},
    {"feel": "You are cold to me"},
    {"feel": " “You” again"},
    {"feel": "you"},
    {"feel": "you’re far away"},
    {"feel": "you're far away"},
    {"feel": "that you forgot"},
    {"feel": "alone", "because": "you always leave"},
    {"feel": "alone", "because": "it’s your fault"},
]
"""The first part begins with the other person, or a phrase of blame is somewhere in it."""

NO_BLAME = [
    {},
    {"feel": "alone when you are away"},
    {"feel": "young again"},
    {"feel": "yours"},
    {"feel": "uneasy", "when": "you come home late"},
    {"when": "you come home late"},
    {"feel": "uneasy", "would-like": "you to send a line"},
    {"feel": "thank you"},
]
"""The other person may stand further on: what they do can be seen, and what one would like is theirs to do."""


@pytest.fixture(scope="module")
def asked(tmp_path_factory, in_node):
    """What the module says of the parts: whether they could be heard as blame, and how they read."""
    folder = tmp_path_factory.mktemp("sentence") / "static"
    shutil.copytree(STATIC, folder, ignore=shutil.ignore_patterns("plotly", "*.css"))
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    (folder / "asking.js").write_text(ASKING, "utf-8")

    def of(values, prompt=SENTENCE):
        return in_node(folder / "asking.js", {"prompt": msgspec.to_builtins(prompt), "values": values})

    return of


def test_a_first_part_that_begins_with_the_other_person_brings_the_hint(asked):
    assert [value for value, (blame, _) in zip(BLAME, asked(BLAME), strict=True) if not blame] == []


def test_the_other_person_further_on_brings_none(asked):
    assert [value for value, (blame, _) in zip(NO_BLAME, asked(NO_BLAME), strict=True) if blame] == []


def test_without_such_words_there_is_no_hint(asked):
    plain = msgspec.structs.replace(SENTENCE, blame=(), blame_first=(), blame_hint="")
    assert not any(blame for blame, _ in asked(BLAME, plain))


def test_it_reads_in_the_page_as_it_reads_on_paper(asked):
    values = [*BLAME, *NO_BLAME]
    assert [reads for _, reads in asked(values)] == [SENTENCE.sentence(value) for value in values]
