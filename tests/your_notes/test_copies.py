"""Copies of notes and blank sheets: what is asked for comes out, whole, under a name that says nothing."""

import csv
import io
import json
import zipfile

import pytest

from newsoil import errands
from newsoil.journal import to_json
from newsoil.takeout import Choice, to_csv, to_markdown, to_print
from newsoil.your_notes.messages import PIECE

pytestmark = pytest.mark.usefixtures("some")


def test_the_page_is_told_how_much_is_there_and_no_word_of_it(ask):
    there = ask("hello", at="2026-11-25T09:00:00.000+01:00")
    assert {one["id"]: one["notes"] for one in there["exercises"]} == {"journal": 2, "small-wins": 1, "what-am-i-afraid-of": 1}
    assert there["months"] == ["2026-10", "2026-11"]
    assert [one["entry"] for one in there["trash"]] == ["j3"]
    said = json.dumps(there)
    assert not any(word in said for word in ("page of mine", "Another page", "laughed", "I am last", "throw away"))


def test_the_json_copy_of_everything_is_the_canonical_export(ask, desk):
    assert ask.file("copy", format="json") == ("notes-2026-11-25.json", to_json(desk.store.load()))


@pytest.mark.parametrize("format_", ["print", "markdown"])
def test_a_chosen_range_and_chosen_exercises_are_all_that_is_in_a_copy_to_read(ask, desk, guide, format_):
    choice = {"exercises": ["journal"], "first": "2026-11-01", "last": "2026-11-30"}
    name, content = ask.file("copy", format=format_, **choice)
    assert name == {"print": "notes-2026-11-25.html", "markdown": "notes-2026-11-25.md"}[format_]
    assert b"Another page" in content
    assert not any(word in content for word in (b"page of mine", b"laughed", b"throw away"))
    everything = {"print": to_print, "markdown": to_markdown}[format_](desk.store.load(), guide)
    assert ask.file("copy", format=format_)[1] == everything


def test_tables_are_one_for_each_exercise_with_notes_and_carry_no_time(ask, desk, guide):
    name, content = ask.file("copy", format="csv")
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert name == "notes-2026-11-25.zip"
    assert sorted(archive.namelist()) == ["columns.csv", "journal.csv", "small-wins.csv", "what-am-i-afraid-of.csv"]
    assert archive.read("journal.csv") == to_csv(desk.store.load(), guide, "journal")
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    one = ask.file("copy", format="csv", exercises=["journal"])
    assert one == ("notes-2026-11-25.csv", to_csv(desk.store.load(), guide, "journal", Choice(exercises=("journal",))))


def test_with_the_discreet_name_no_name_in_a_copy_says_what_it_is_about(ask, desk, guide):
    desk.store.change_settings({"title": "discreet"})
    name, content = ask.file("copy", format="csv")
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert name == "notes-2026-11-25.zip"
    assert sorted(archive.namelist()) == ["columns.csv", "notes-01.csv", "notes-02.csv", "notes-03.csv"]
    lines = list(csv.DictReader(io.StringIO(archive.read("columns.csv").decode("utf-8-sig"), newline="")))
    (journal,) = {line["file"] for line in lines if line["exercise"] == "journal"}
    assert archive.read(journal) == to_csv(desk.store.load(), guide, "journal")


def test_tables_of_nothing_and_a_range_that_ends_before_it_begins_are_refused_in_a_sentence(ask):
    empty = ask("copy", at="2026-11-25T09:00:00Z", format="csv", first="2020-01-01", last="2020-01-31")
    assert (empty["kind"], "no note" in empty["sentence"]) == ("refused", True)
    turned = ask("copy", at="2026-11-25T09:00:00Z", format="json", first="2026-11-01", last="2026-10-31")
    assert (turned["kind"], "later" in turned["sentence"]) == ("refused", True)


def test_blank_sheets_hold_nothing_of_the_person(ask):
    name, content = ask.file("sheets", exercises=["journal"])
    assert name == "pages-2026-11-25.html"
    assert not any(word in content for word in (b"page of mine", b"Another page"))
    assert len(ask.file("sheets")[1]) > len(content)


def test_a_large_file_comes_in_pieces_and_is_whole(ask, write, desk):
    for number in range(15):
        assert write("journal", "text", f"{number} " + "words and words " * 5_000, f"long-{number}")["kind"] == "saved"
    made = ask("copy", at="2026-11-25T09:00:00Z", format="json")
    assert made["parts"] > 1
    assert made["size"] > PIECE
    assert ask.file("copy", format="json")[1] == to_json(desk.store.load())


def test_long_work_says_how_far_it_is(ask, monkeypatch):
    monkeypatch.setattr(errands, "EVERY", 0)
    ask("copy", at="2026-11-25T09:00:00Z", format="markdown")
    assert [(one["done"], one["of"]) for one in ask.said if one["kind"] == "progress"] == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_file_that_the_page_has_is_forgotten(ask):
    made = ask("copy", at="2026-11-25T09:00:00Z", format="json")
    assert ask.notes.answer({"kind": "take", "ask": made["ask"], "part": 0}) is None
    ask.notes.answer({"kind": "taken", "ask": made["ask"]})
    assert ask.notes.answer({"kind": "take", "ask": made["ask"], "part": 0})["kind"] == "refused"


def test_a_question_that_comes_twice_is_answered_twice_and_done_once(ask):
    question = {"kind": "copy", "ask": "same", "at": "2026-11-25T09:00:00Z", "format": "json"}
    ask.notes.answer(question)
    ask.notes.answer(question)
    assert [one["kind"] for one in ask.said] == ["made", "made"]
