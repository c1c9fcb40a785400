"""On a server that others run, the guide says of it what is true there, and all else as ever."""

import pytest

from newsoil._paths import DATA, shipped_guide
from newsoil.guide import read_guide
from newsoil.guide.whereabouts import WHERE, is_on_a_server, page_there, said_there

ONLY_THERE = {"shell": {"who-reads", "ended", "ended-more", "ended-button"}, "kept-where": {"there-1", "there-2", "there-3", "there-4"}}
"""Sentences that are said on a server alone."""

PAGES = "pages-on-a-server"


@pytest.fixture(scope="module")
def words():
    return read_guide(shipped_guide()).words


def changed(words):
    """The tables that change on a server, by the names that they change."""
    tables = {name.removesuffix("-on-a-server"): table for name, table in words.items() if name.endswith("-on-a-server")}
    return {name: table for name, table in tables.items() if name != "pages"}


def test_what_changes_on_a_server_is_there_to_be_changed(words):
    assert set(changed(words)) >= {"shell", "keeping", "kept-where", "door"}
    for name, table in changed(words).items():
        assert set(table) - ONLY_THERE.get(name, set()) <= set(words[name]), name


def test_on_a_server_its_sentences_come_in_place_of_the_others_and_the_rest_stays(words):
    there = said_there(words)
    for name, table in changed(words).items():
        assert there[name] == {**words[name], **table}
    assert there["tasks"] == words["tasks"]
    assert "there" in there["keeping"]["here-more"]
    assert "this computer" not in there["keeping"]["here-more"] + there["shell"]["kept-where"] + there["door"]["seal-what"]


def test_each_sentence_of_the_stages_has_its_other_form(words):
    said = [name.removeprefix("said-") for name in words["kept-where"] if name.startswith("said-")]
    assert [n for n in said if f"there-{n}" not in said_there(words)["kept-where"]] == []


def test_the_pages_say_what_is_true_of_a_server_and_hold_every_sentence_that_is_replaced(words):
    pages = {name: (DATA / "guide" / "en" / name).read_text("utf-8") for name in ("about.md", "leaves.md")}
    for name in (name for name in words[PAGES] if name.startswith("said-")):
        assert any(words[PAGES][name] in text for text in pages.values()), name
    for text in pages.values():
        assert page_there(text, words) != text
    assert "stays on this computer" not in page_there(pages["leaves.md"], words)


@pytest.mark.parametrize(("value", "there"), [("server", True), ("", False), ("elsewhere", False)])
def test_where_notes_are_is_said_by_whoever_starts_the_app(monkeypatch, value, there):
    monkeypatch.setenv(WHERE, value)
    assert is_on_a_server() is there
