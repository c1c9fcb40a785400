"""The words of a room: each that a page says is there, each that is there is said, and they are said plainly."""

import re
from pathlib import Path

import pytest

from newsoil._paths import programme_folder
from newsoil.guide.grade import HIGHEST_GRADE, reading_grade, sentences
from newsoil.guide.grade import words as words_of
from newsoil.guide.whereabouts import said_there
from newsoil.prompts.esm import _in_order
from newsoil.server.room.files import HERE
from newsoil.server.room.pages import PAGES
from newsoil.workshop.words import read_words

SAID = read_words(programme_folder()).words
TABLES = {page: {**SAID["shared"], **SAID[page]} for page in ("phone", "screen")}
SOURCES = [*(HERE.parents[2] / "workshop").glob("*.py"), *HERE.parent.glob("*.py")]

IN_SCRIPTS = re.compile(r'(?<![\w.])words(?:\.([a-z]+)|\["([a-z-]+)"\]|\[`([^`]+)`\])')
GIVEN_ONE = re.compile(r"words\[([^\]`]+)\]")
IN_TEMPLATES = re.compile(r"words(?:\.([a-z]+)|\['([a-z-]+)'\])")
IN_PYTHON = re.compile(r'words\["(?P<table>[a-z]+)"\](?:\["(?P<key>[a-z-]+)"\])?')
NAMES = re.compile(r'"([a-z]+(?:-[a-z]+)*)"')


def scripts_of(page):
    """Our own modules of a page; those of the guide's widgets have other words."""
    return [module for module in _in_order((HERE / f"{page}.js").resolve(), {}) if module.parent == HERE]


def asked_by(page):
    """Patterns of the keys that a page asks for."""
    asked = set()
    for module in scripts_of(page):
        text = module.read_text("utf-8")
        for plain, quoted, made in IN_SCRIPTS.findall(text):
            asked.add(re.sub(r"\\\$\\\{[^}]*\\\}", "[a-z-]+", re.escape(made)) if made else plain or quoted)
        for inside in GIVEN_ONE.findall(text):  # such as `words[one]`: the texts of that module name its keys
            asked |= set(NAMES.findall(inside)) or {name for name in NAMES.findall(text) if name in TABLES[page]}
    templates = [(PAGES / f"{page}.html").read_text("utf-8"), (PAGES / "no.html").read_text("utf-8")]
    return asked | {plain or quoted for template in templates for plain, quoted in IN_TEMPLATES.findall(template)}


def fits(asked, key):
    return any(re.fullmatch(one, key) for one in asked)


@pytest.mark.parametrize("page", TABLES)
def test_every_word_that_a_page_asks_for_is_there(page):
    assert [asked for asked in sorted(asked_by(page)) if not any(re.fullmatch(asked, key) for key in TABLES[page])] == []


def test_every_word_that_is_there_is_asked_for():
    in_python = {key for source in SOURCES for _, key in IN_PYTHON.findall(source.read_text("utf-8"))}
    asked = {page: asked_by(page) | in_python for page in TABLES}
    assert [key for page in TABLES for key in SAID[page] if not fits(asked[page], key)] == []
    assert [key for key in SAID["shared"] if not any(fits(one, key) for one in asked.values())] == []


def test_every_refusal_has_a_sentence_and_every_sentence_a_refusal():
    reasons = {"otherwise", "disk", "wrong-code", "wrong-key"}
    for source in SOURCES:
        reasons |= set(re.findall(r'Refused\("([a-z-]+)"\)', source.read_text("utf-8")))
    assert sorted(SAID["refused"]) == sorted(reasons)


def test_a_release_without_words_says_why():
    assert set(SAID["ended"]) == {"few", "void"}
    assert {"few", "some", "most"} < set(SAID["pulse"])


@pytest.mark.parametrize("table", ["pulse", "ended", "refused", "shared", "phone", "screen"])
def test_words_are_calm_and_plain(table):
    for key, text in SAID[table].items():
        assert not re.search(r"[!\"']|\.\.\.|--", text), key
        assert [sentence for sentence in sentences(text) if len(words_of(sentence)) > 20] == [], key
        assert not re.search(r"\b(must|should|simply|obviously|failed?|error|invalid|victim|session)\b", text, re.IGNORECASE), key
        assert not re.search(r"(?<!group )\bleader\b|facilitator", text), f"{key}: participants read “the group leader”"


def test_participants_are_told_what_facilitators_are_told_and_on_a_server_nothing_of_a_wifi():
    assert "not encrypted" in SAID["phone"]["read-along"]
    assert "not encrypted" in SAID["console"]["network-honest"]
    assert "without encryption" in SAID["console"]["second-honest"]
    there = said_there(SAID)
    assert "encrypt" not in there["phone"]["read-along"] + there["console"]["second-honest"]
    assert "may be kept" in there["phone"]["read-along"]


def test_words_are_easy_to_read():
    assert reading_grade(text for table in ("refused", "shared", "phone", "screen") for text in SAID[table].values()) <= HIGHEST_GRADE


def test_no_two_modules_of_a_page_use_one_name():
    """They become one text, each name once."""
    for page in ("phone", "screen"):
        names = []
        for module in _in_order((HERE / f"{page}.js").resolve(), {}):
            found = re.findall(
                r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+|\{[^}]+\})(.*)", module.read_text("utf-8"), re.MULTILINE
            )
            for first, rest in found:
                names += [first, *re.findall(r", (\w+) = ", re.sub(r"\([^()]*\)|\{[^{}]*\}|\[[^\]]*\]", "", rest))]
        assert sorted(name for name in set(names) if names.count(name) > 1) == [], page


def test_no_script_writes_markup_or_looks():
    """The pages' policy allows neither, and words of a person are never markup."""
    for module in Path(HERE).glob("*.js"):
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|\.style\b|document\.write", module.read_text("utf-8")), module.name
