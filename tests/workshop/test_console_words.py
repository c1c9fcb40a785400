"""The words of the console: all that its page asks for are there, all that are there are asked for, and a tired person can read them."""

import re
import tomllib

import pytest

from newsoil._paths import programme_folder
from newsoil.guide.grade import HIGHEST_GRADE, reading_grade
from newsoil.server.room.files import HERE

WORDS = tomllib.loads((programme_folder() / "console.toml").read_text("utf-8"))["words"]["console"]
SHARED = tomllib.loads((programme_folder() / "room.toml").read_text("utf-8"))["words"]["shared"]
MODULES = {path.name: path.read_text("utf-8") for path in sorted(HERE.glob("console*.js"))}
PAGE = (HERE.parent / "pages" / "console.html").read_text("utf-8")
ASKED = {key for text in MODULES.values() for key in re.findall(r"\b(?:said|fact|step)\(\s*\"([a-z0-9-]+)\"", text)}
NAMED = {key for text in MODULES.values() for key in re.findall(r"\"([a-z][a-z0-9-]*)\"", text)}
IN_PAGE = set(re.findall(r"words(?:\.(\w+)|\[\"([\w-]+)\"\])", PAGE))

LONGEST = 26
"""Words of the longest sentence: most are far shorter."""

BLOCKED = re.compile(
    r"\b(streak|score|fail(ed)?|missed|must|should|simply|obviously|toxic|cheater|victim|crazy|closure|journey)\b", re.IGNORECASE
)


def test_every_word_that_the_page_asks_for_is_there():
    assert ASKED - WORDS.keys() - SHARED.keys() == set()
    assert {one or other for one, other in IN_PAGE} - WORDS.keys() - SHARED.keys() == set()


def test_every_word_that_is_there_is_asked_for():
    in_page = {one or other for one, other in IN_PAGE}
    assert WORDS.keys() - NAMED - in_page == set()


def test_no_module_is_long():
    assert [name for name, text in MODULES.items() if len(text.splitlines()) > 120] == []


def test_no_module_says_anything_of_its_own():
    """What is between quotes and has blanks in it is a list of names for the style sheet, and no sentence."""
    spoken = [(name, one) for name, text in MODULES.items() for one in re.findall(r"\"([A-Z][a-z]+ [a-z][^\"]*)\"", text)]
    assert spoken == []


def test_no_module_turns_text_into_markup():
    assert [name for name, text in MODULES.items() if re.search(r"innerHTML|outerHTML|insertAdjacentHTML|\bstyle=|\.style\b", text)] == []


@pytest.mark.parametrize("key", sorted(WORDS))
def test_a_text_is_calm_and_can_be_read_at_once(key):
    text = WORDS[key]
    assert "!" not in text
    assert '"' not in text
    assert "'" not in text
    assert not BLOCKED.search(text)
    assert [one for one in re.split(r"(?<=[.?:])\s+", text) if len(one.split()) > LONGEST] == []


@pytest.mark.parametrize("key", sorted(key for key in WORDS if key.endswith("-one")))
def test_what_is_said_of_one_thing_is_said_of_many(key):
    assert "{n}" not in WORDS[key]
    assert "{n}" in WORDS[key.removesuffix("-one") + "-many"] or key == "addresses-one"


def test_the_whole_reads_easily():
    sentences = [text if text[-1] in ".?:" else f"{text}." for text in WORDS.values() if len(text.split()) > 4]
    assert reading_grade(sentences) <= HIGHEST_GRADE
