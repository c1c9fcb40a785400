"""Older files are read as today's, by an ordered list of steps; newer ones are not touched. Golden files hold what was once written."""

import json
from pathlib import Path

import pytest

from newsoil._errors import Damaged, Newer
from newsoil.journal import SCHEMA_VERSION
from newsoil.journal.document import read_document
from newsoil.journal.migrations import MIGRATIONS, migrated
from newsoil.journal.months import encode, read

GOLDEN = Path(__file__).parent / "golden"
VERSIONS = range(1, SCHEMA_VERSION + 1)


def golden(version):
    return GOLDEN / f"version-{version}" / "2026-11.json"


@pytest.mark.parametrize("version", VERSIONS)
def test_a_month_of_every_version_reads_as_it_always_did(version):
    file = read(golden(version))
    assert file.unreadable == ""
    assert encode(file.entries, file.heard) == golden(SCHEMA_VERSION).read_bytes()


@pytest.mark.parametrize("version", VERSIONS)
def test_an_export_of_every_version_can_be_brought_back(version):
    document = json.loads(golden(version).read_bytes())
    document.pop("heard", None)
    assert read_document(json.dumps(document).encode()).entries == read(golden(SCHEMA_VERSION)).entries


def test_there_is_a_step_from_every_former_version_to_the_next_and_a_golden_file_of_each():
    assert len(MIGRATIONS) == SCHEMA_VERSION - 1
    assert sorted(folder.name for folder in GOLDEN.glob("version-*")) == [f"version-{version}" for version in VERSIONS]


# ---- how steps work, by a history that was never there -----------------------------------------------------------------


def name_answers(document):
    """From an invented version 0, which called answers words, to an invented version 1."""
    return {**document, "entries": [{"answers": entry["words"]} for entry in document["entries"]]}


def count_answers(document):
    """From the invented version 1 to 2."""
    return {**document, "entries": [{**entry, "count": len(entry["answers"])} for entry in document["entries"]]}


def document(version, **more):
    return json.dumps({"format": "newsoil-entries", "schema_version": version, "entries": [], **more}).encode()


def test_steps_run_in_order_from_the_version_of_the_document_on():
    old = document(0, entries=[{"words": {"a": 1}}])
    done = json.loads(migrated(old, (name_answers, count_answers), first=0))
    assert done == {"format": "newsoil-entries", "schema_version": 2, "entries": [{"answers": {"a": 1}, "count": 1}]}
    half = document(1, entries=[{"answers": {"a": 1}}])
    assert json.loads(migrated(half, (name_answers, count_answers), first=0))["entries"] == done["entries"]


def test_a_document_of_today_is_left_as_it_is_to_the_byte():
    today = b' {"format": "newsoil-entries",   "schema_version": 1, "entries": []}'
    assert migrated(today) is today


def test_a_newer_document_is_not_touched():
    with pytest.raises(Newer):
        migrated(document(2))
    with pytest.raises(Newer):
        migrated(document(3), (name_answers, count_answers), first=0)


@pytest.mark.parametrize(
    "odd",
    [b"", b"[]", b"{", b"\xff", document(-1), document(0, entries=[{}]), document(0, entries=3), document(0).replace(b"newsoil-", b"old-")],
)
def test_what_no_step_can_take_is_damaged(odd):
    with pytest.raises(Damaged) as refused:
        migrated(odd, (name_answers,), first=0)
    assert not isinstance(refused.value, Newer)


def test_reading_an_older_file_writes_nothing(tmp_path, monkeypatch):
    from newsoil.journal import months

    monkeypatch.setattr(months, "migrated", lambda content: migrated(content, (lambda old: {**old, "entries": []},), first=0))
    path = tmp_path / "2026-11.json"
    path.write_bytes(document(0, entries=[{"words": {}}]))
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert read(path).unreadable == ""
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
