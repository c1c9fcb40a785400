"""`newsoil export` and `newsoil handout`: where things go, what cannot be asked, and that nothing is written over."""

import csv
import io
import json
import subprocess
import sys

import pytest

from newsoil import cli
from newsoil._errors import BadContent, BadStart
from newsoil.journal import Edit, Store


@pytest.fixture
def home(tmp_path):
    """A home with three notes in two exercises, one of which the guide does not have."""
    store, place = Store(tmp_path / "home"), tmp_path / "home"
    for number, (exercise, day) in enumerate([("journal", "2026-10-05"), ("journal", "2026-11-06"), ("of-another-time", "2026-11-07")]):
        at = f"{day}T10:00:00+01:00"
        fields = {"page": "p", "seq": number + 1, "exercise": exercise, "entry": f"e{number}", "made_at": at, "at": at, "act": "answer"}
        store.record(Edit(**fields, prompt="text", value=f"note {number}"))
    return place


@pytest.fixture
def out(capsysbinary, home):
    """Runs the command and returns what is on standard output."""

    def run(*arguments, status=0):
        assert cli.run(["--home", str(home), *map(str, arguments)]) == status
        return capsysbinary.readouterr().out

    return run


def test_a_plain_export_is_the_json_of_everything(out):
    assert [entry["id"] for entry in json.loads(out("export"))["entries"]] == ["e0", "e1", "e2"]
    assert out("export") == out("export", "--format", "json")


def test_json_can_be_of_one_exercise_and_of_some_days(out):
    listed = json.loads(out("export", "--exercise", "journal", "--from", "2026-11"))
    assert [entry["id"] for entry in listed["entries"]] == ["e1"]
    assert listed["format"] == "newsoil-entries"


@pytest.mark.parametrize(("first", "last", "found"), [("2026-10", "2026-10", 1), ("2026", "2026", 2), ("2026-11-06", "2026-11-06", 1)])
def test_days_months_and_years_have_both_their_ends(out, first, last, found):
    text = out("export", "--format", "markdown", "--exercise", "journal", "--from", first, "--to", last).decode()
    assert text.count("> note") == found


@pytest.mark.parametrize("kind", ["markdown", "print"])
def test_a_text_goes_to_standard_output_or_to_a_file(out, tmp_path, kind):
    printed = out("export", "--format", kind)
    assert b"note 2" in printed
    assert out("export", "--format", kind, "--out", tmp_path / "new" / "notes") == b""
    assert (tmp_path / "new" / "notes").read_bytes() == printed
    assert (tmp_path / "new" / "notes").stat().st_mode & 0o777 == 0o600


def test_several_tables_go_to_a_folder_with_one_that_explains(out, tmp_path, guide):
    out("export", "--format", "csv", "--out", tmp_path / "tables")
    names = {path.name for path in (tmp_path / "tables").iterdir()}
    assert names == {"columns.csv", "of-another-time.csv", *(f"{exercise.id}.csv" for exercise in guide.exercises)}
    rows = list(csv.DictReader(io.StringIO((tmp_path / "tables" / "journal.csv").read_bytes().decode("utf-8-sig"), newline="")))
    assert [row["text"] for row in rows] == ["note 0", "note 1"]


def test_with_the_discreet_name_tables_are_numbered_and_one_file_says_which_is_which(out, home, tmp_path, guide):
    Store(home).change_settings({"title": "discreet"})
    out("export", "--format", "csv", "--out", tmp_path / "tables")
    names = {path.name for path in (tmp_path / "tables").iterdir()}
    assert names == {"columns.csv", *(f"notes-{number:02}.csv" for number in range(1, len(guide.exercises) + 2))}
    lines = csv.DictReader(io.StringIO((tmp_path / "tables" / "columns.csv").read_bytes().decode("utf-8-sig"), newline=""))
    (journal,) = {line["file"] for line in lines if line["exercise"] == "journal"}
    assert b"note 0" in (tmp_path / "tables" / journal).read_bytes()


def test_an_exercise_whose_id_is_a_path_leads_nowhere(out, home, tmp_path):
    """Whoever can write in the folder of the notes must not choose where an export goes."""
    month = next((home / "journals" / "mine" / "entries").glob("2026-11.json"))
    month.write_text(month.read_text("utf-8").replace("of-another-time", "../outside"), "utf-8")
    out("export", "--format", "csv", "--out", tmp_path / "tables")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "tables"]
    assert [path for path in (tmp_path / "tables").iterdir() if b"note 2" in path.read_bytes()]


def test_one_table_goes_to_standard_output_or_to_a_file(out, tmp_path):
    table = out("export", "--format", "csv", "--exercise", "of-another-time")
    assert b"note 2" in table
    out("export", "--format", "csv", "--exercise", "of-another-time", "--out", tmp_path / "one.csv")
    assert (tmp_path / "one.csv").read_bytes() == table


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--format", "csv"], "Several CSV files need a folder. Name it with --out, or choose one --exercise."),
        (["--from", "soon"], "“soon” is no day. Write it as 2026-11-23, 2026-11 or 2026."),
        (["--to", "2026-02-30"], "“2026-02-30” is no day. Write it as 2026-11-23, 2026-11 or 2026."),
        (["--from", ""], "“” is no day. Write it as 2026-11-23, 2026-11 or 2026."),
        (["--from", "2027", "--to", "2026"], "--from is a later day than --to. Change one of them."),
        (["--out", ""], "--out names no file. Write one after it, or leave it out."),
        (["--format", "pdf"], "Argument --format: a format is one of json, csv, markdown, print. To see"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_asked_is_one_sentence(out, arguments, sentence):
    with pytest.raises(BadStart) as said:
        out("export", *arguments)
    assert str(said.value).startswith(sentence)


def test_an_exercise_that_neither_guide_nor_journal_has_is_one_sentence(out):
    with pytest.raises(BadContent, match=r"The guide has no exercise “dancing”\. It has: journal"):
        out("export", "--exercise", "dancing")
    with pytest.raises(BadContent, match="no exercise “dancing”"):
        out("handout", "dancing")


def test_nothing_is_written_over_without_a_wish(out, tmp_path):
    (tmp_path / "notes").write_bytes(b"mine")
    with pytest.raises(BadStart, match=r"is there already\. Choose another name, or say --replace"):
        out("export", "--out", tmp_path / "notes")
    assert (tmp_path / "notes").read_bytes() == b"mine"
    out("export", "--out", tmp_path / "notes", "--replace")
    assert json.loads((tmp_path / "notes").read_bytes())["entries"]


def test_when_one_of_several_files_is_there_none_is_written(out, tmp_path):
    (tmp_path / "urge.csv").write_bytes(b"mine")
    with pytest.raises(BadStart, match="is there already"):
        out("export", "--format", "csv", "--out", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "urge.csv"]


def test_a_link_that_leads_nowhere_is_not_written_over_either(out, tmp_path):
    (tmp_path / "notes").symlink_to(tmp_path / "gone")
    with pytest.raises(BadStart, match="is there already"):
        out("export", "--out", tmp_path / "notes")


def test_a_place_of_the_wrong_kind_is_one_sentence(out, tmp_path):
    with pytest.raises(BadStart, match="is a folder"):
        out("export", "--out", tmp_path, "--replace")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BadStart, match="is a file, and several CSV files need a folder"):
        out("export", "--format", "csv", "--out", tmp_path / "file", "--replace")
    with pytest.raises(BadStart, match="could not be written"):
        out("export", "--out", tmp_path / "file" / "notes")


def test_a_disk_that_fails_leaves_nothing_half_written(out, tmp_path, fail):
    fail("fsync")
    with pytest.raises(BadStart, match="could not be written"):
        out("export", "--out", tmp_path / "notes")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home"]


def test_a_handout_needs_no_notes_and_no_home(tmp_path, capsysbinary):
    assert cli.run(["--home", str(tmp_path / "none"), "handout", "small-wins"]) == 0
    assert b"What went a little better" in capsysbinary.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_handouts_are_of_all_exercises_unless_some_are_named(out, tmp_path, guide):
    out("handout", "--out", tmp_path / "all.html")
    assert (tmp_path / "all.html").read_text("utf-8").count('<section class="sheet">') == len(guide.exercises)
    assert out("handout", "urge", "trigger").count(b'<section class="sheet">') == 2


def test_the_note_on_who_may_find_it_can_be_left_out(out, guide):
    title = guide.words["takeout-advice"]["title"].encode()
    for arguments in (["export", "--format", "print"], ["export", "--format", "markdown"], ["handout", "urge"]):
        assert title in out(*arguments)
        assert title not in out(*arguments, "--without-advice")


def test_paper_can_be_larger(out):
    for arguments in (["export", "--format", "print"], ["handout", "urge"]):
        assert b"<body class=large>" in out(*arguments, "--large")
        assert b"<body>" in out(*arguments)


def test_bad_input_ends_with_status_2_and_one_line(home):
    command = [sys.executable, "-m", "newsoil.cli", "export", "--home", str(home), "--from", "soon"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)


def test_a_plain_export_reads_no_guide_and_draws_nothing():
    code = "import sys, newsoil.cli; print({'jinja2', 'mistune'} & set(sys.modules), 'newsoil.takeout' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set() False\n"


def test_what_cannot_be_read_is_named_and_the_rest_is_taken_out(home, capsys):
    (home / "journals" / "mine" / "entries" / "2026-11.json").write_bytes(b"\xff")
    assert cli.run(["--home", str(home), "export", "--format", "markdown"]) == 1
    said = capsys.readouterr()
    assert "is damaged" in said.err
    assert "note 0" in said.out
