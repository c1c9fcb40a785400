"""CSV: every character comes back, and no spreadsheet runs a note."""

import codecs
import csv
import io
import json

import pytest
from hostile_words import words
from hypothesis import given

from newsoil.journal import Journal
from newsoil.takeout import to_columns, to_csv
from newsoil.takeout.cells import FIXED
from newsoil.takeout.tables import harmless


def rows_of(raw):
    assert raw.startswith(codecs.BOM_UTF8)
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def read(cell):
    """A cell as the person wrote it."""
    return cell.removeprefix("'")


@given(words)
def test_a_harmless_cell_begins_with_no_formula_and_loses_nothing(cell):
    assert not harmless(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert read(harmless(cell)) == cell


@pytest.mark.parametrize("cell", ["=1+1", "+49", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "'tis"])
def test_what_would_run_gets_one_apostrophe_in_front(cell):
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "a=1", "5", " =1", "“quoted”"])
def test_what_runs_nowhere_stays_as_it_is(cell):
    assert harmless(cell) == cell


@given(words)
def test_a_text_reads_from_the_file_as_it_was_written(guide, note, text):
    (row,) = rows_of(to_csv(Journal(entries=(note("journal", text=text),)), guide, "journal"))
    assert read(row["text"]) == text


@given(words, words)
def test_own_words_and_lines_of_a_list_read_from_the_file_as_they_were_written(guide, note, one, other):
    entries = (note("my-roadmap", secure=[{"id": "r1", "line": one, "share": "yes"}, {"id": "r2", "line": other}]),)
    (row,) = rows_of(to_csv(Journal(entries=entries), guide, "my-roadmap"))
    assert (read(row["secure.1.line"]), row["secure.1.share"], row["secure.1.share.words"]) == (one, "yes", "Would share")
    assert (read(row["secure.2.line"]), row["secure.2.share"]) == (other, "")
    (row,) = rows_of(to_csv(Journal(entries=(note("trigger", type=["silence", one]),)), guide, "trigger"))
    assert json.loads(row["type"]) == ["silence", one]
    assert row["type.words"] == f"Silence\n{one}"


def test_lines_end_as_rfc_4180_has_them(guide, journal, note):
    raw = to_csv(journal(note("journal", text='a, "b"')), guide, "journal").decode("utf-8-sig")
    head, row, end = raw.split("\r\n")
    assert head.startswith("entry,made_at,changed_at,about,status,situation,tags,text,")
    assert '"a, ""b"""' in row
    assert end == ""


def test_a_stored_value_stands_beside_the_words_that_the_person_saw(guide, journal, note):
    (row,) = rows_of(to_csv(journal(note("weekly-check-in", secure=4, compared="more")), guide, "weekly-check-in"))
    assert (row["secure"], row["secure.words"], row["compared"], row["compared.words"]) == ("4", "Mostly", "more", "More at ease")


def test_a_link_names_the_note_in_the_other_file_and_tells_it(guide, journal, note):
    fear = note("what-am-i-afraid-of", "2026-08-24", fear="That I am last.")
    made = journal(fear, note("trigger", entry={"links": {"fear": fear.id}}))
    (row,), (other,) = rows_of(to_csv(made, guide, "trigger")), rows_of(to_csv(made, guide, "what-am-i-afraid-of"))
    assert (row["fear"], row["fear.words"]) == (other["entry"], "24 August 2026: That I am last.")


def test_the_header_is_there_without_a_note(guide, journal):
    for exercise in guide.exercises:
        head = to_csv(journal(), guide, exercise.id).decode("utf-8-sig").strip().split(",")
        assert {prompt.id for prompt in exercise.prompts} <= {name.partition(".")[0] for name in head}
        assert len(head) == len(set(head))


def test_tags_are_told_by_their_labels_too(guide, journal, note):
    (row,) = rows_of(to_csv(journal(note("journal", text="a", entry={"tags": ("kind-moment", "boat")})), guide, "journal"))
    assert (json.loads(row["tags"]), row["tags.words"]) == (["kind-moment", "boat"], "A kind moment\nboat")


def test_answers_that_the_guide_does_not_ask_for_come_last(guide, journal, note):
    made = journal(note("urge", old="a"), note("of-another-time", text="b"))
    assert list(rows_of(to_csv(made, guide, "urge"))[0])[-1] == "old"
    assert rows_of(to_csv(made, guide, "of-another-time"))[0]["text"] == "b"


def test_a_deleted_note_is_in_no_table_and_a_note_for_not_today_is(guide, journal, note):
    gone = note("urge", before=3, entry={"deleted_at": "2026-11-24T08:00:00+01:00"})
    (row,) = rows_of(to_csv(journal(gone, note("urge", entry={"status": "not-today"})), guide, "urge"))
    assert row["status"] == "not-today"


def test_every_column_of_every_table_is_explained_with_the_words_of_its_values(guide, sample):
    explained = rows_of(to_columns(sample, guide, guide.exercises))
    for exercise in guide.exercises:
        columns = next(csv.reader([to_csv(sample, guide, exercise.id).decode("utf-8-sig").splitlines()[0]]))
        told = {line["column"] for line in explained if line["exercise"] in ("", exercise.id)}
        assert set(columns) <= told
    assert {
        "exercise": "weekly-check-in",
        "column": "secure",
        "kind": "scale",
        "question": "",
        "value": "4",
        "words": "Mostly",
    } in explained
    assert all(line["question"] or line["value"] for line in explained)


def test_progress_is_told_for_each_note(guide, sample):
    heard = []
    to_csv(sample, guide, "urge", progress=lambda done, of: heard.append((done, of)))
    assert heard[-1] == (len(sample.of("urge")),) * 2


@pytest.mark.parametrize(("exercise", "prompt"), [("promise-map", "about"), ("anger-weight", "about")])
def test_an_answer_takes_the_place_of_nothing_that_every_table_says_of_a_note(guide, journal, note, exercise, prompt):
    written = note(exercise, **{prompt: "own words"})
    (row,) = rows_of(to_csv(journal(written), guide, exercise))
    assert (row[prompt], row[f"answer.{prompt}"]) == (written.day, "own words")


def test_no_two_columns_of_a_table_have_one_name(guide, sample):
    for exercise in guide.exercises:
        head = next(csv.reader([to_csv(sample, guide, exercise.id).decode("utf-8-sig").splitlines()[0]]))
        assert len(head) == len(set(head)), exercise.id
        assert set(FIXED) <= set(head)
