"""Notes that were sealed with an earlier version open as they always did, with the passphrase and with the recovery key."""

import shutil
from pathlib import Path

import pytest

from newsoil.journal import Store, to_json
from newsoil.journal.restore import open_backup
from newsoil.journal.sealing import remove_seal

GOLDEN = Path(__file__).parent / "golden"
# They open what lies in golden/ and nothing else.
PHRASE, RECOVERY = "four words of soil", "SRTFG-MH8AD-6XDWG-9KRCB-C2DRE-KC65W-NE34Q"
SECRETS = [(PHRASE, "passphrase"), (RECOVERY, "recovery")]
SEALS = sorted(GOLDEN.glob("sealed-*"))


@pytest.fixture(params=SEALS, ids=lambda folder: folder.name)
def golden(request):
    return request.param


@pytest.fixture
def locked(golden, home):
    """The journal as it lies on a disk, not opened."""
    shutil.copytree(golden / "journal", home / "journals" / "mine")
    return Store(home)


@pytest.mark.parametrize(("secret", "by"), SECRETS)
def test_sealed_notes_of_every_version_open_and_go_on(locked, golden, page, secret, by):
    locked.unseal(secret, by)
    assert to_json(locked.load()) == (golden / "expected.json").read_bytes()
    assert locked.settings().theme == "dark"
    assert locked.settings().stage == "questions"
    locked.record(page("nine")("A word of today.", entry="e9"))
    later = Store(locked.folder.parent.parent)
    later.unseal(secret, by)
    assert "A word of today." in {entry.answers.get("text") for entry in later.load().entries}


@pytest.mark.parametrize(("secret", "by"), SECRETS)
def test_a_sealed_backup_of_every_version_opens(golden, secret, by):
    assert open_backup((golden / "backup").read_bytes(), secret, by) == (golden / "expected.json").read_bytes()


def test_the_seal_of_every_version_can_be_taken_off(locked, golden):
    locked.unseal(PHRASE)
    remove_seal(locked)
    assert to_json(Store(locked.folder.parent.parent).load()) == (golden / "expected.json").read_bytes()


def test_there_is_a_seal_to_open():
    assert [folder.name for folder in SEALS] == ["sealed-1"]
