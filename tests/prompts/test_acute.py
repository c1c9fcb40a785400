"""Words that sound like danger are found by the browser's own module, and sayings that do not mean it are left alone."""

import shutil

import msgspec
import pytest
from acute_words import MEANT, NOT_MEANT

from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.prompts.esm import STATIC, esm

LIST = msgspec.to_builtins(read_guide(guide_folder()).acute)

ASKING = """
import { readFileSync } from "node:fs";
import { acuteIn } from "./acute.mjs";
const { list, texts } = JSON.parse(readFileSync(process.argv[2], "utf8")), acute = acuteIn(list);
console.log(JSON.stringify(texts.map(acute)));
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory, in_node):
    """Which of some texts the module finds; Node runs it as a browser does."""
    folder = tmp_path_factory.mktemp("acute")
    shutil.copy(STATIC / "acute.js", folder / "acute.mjs")
    (folder / "asking.mjs").write_text(ASKING, "utf-8")

    def of(*texts, **changes):
        return in_node(folder / "asking.mjs", {"list": {**LIST, **changes}, "texts": texts})

    return of


def test_every_sentence_that_means_danger_is_found(found):
    assert [text for text, is_found in zip(MEANT, found(*MEANT), strict=True) if not is_found] == []


def test_no_saying_and_no_everyday_sentence_is_found(found):
    assert [text for text, is_found in zip(NOT_MEANT, found(*NOT_MEANT), strict=True) if is_found] == []


def test_everyday_sentences_around_it_hide_nothing(found):
    around = "\n\n".join(NOT_MEANT)
    assert found(around, f"{around}\n\n{MEANT[0]}\n\n{around}") == [False, True]


def test_every_phrase_of_the_list_is_found_as_it_is_written(found):
    assert [phrase for phrase, is_found in zip(LIST["phrases"], found(*LIST["phrases"]), strict=True) if not is_found] == []


def test_every_saying_of_the_list_is_needed_and_not_found(found):
    assert [saying for saying, is_found in zip(LIST["idioms"], found(*LIST["idioms"]), strict=True) if is_found] == []
    assert [saying for saying, is_found in zip(LIST["idioms"], found(*LIST["idioms"], idioms=[]), strict=True) if not is_found] == []


def test_a_very_long_text_is_looked_at_within_a_breath(found):
    assert found("Nothing of note happened today, and that was good. " * 20_000) == [False]


def test_the_module_keeps_nothing_and_asks_nobody():
    text = esm("offer-in-lab")
    assert not any(word in text for word in ("fetch(", "model.send", "localStorage", "sessionStorage", "cookie", "WebSocket", "outbox"))
