"""Long work on a journal says how far it is; ended halfway, or locked meanwhile, it leaves a journal that opens whole."""

import shutil
from contextlib import suppress

import pytest

from newsoil.journal import MemoryStore, Store, to_json
from newsoil.journal import erasing as module
from newsoil.journal.document import read_document
from newsoil.journal.erasing import erase_entry, erase_everything, erase_exercise
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.restore import merge
from newsoil.journal.sealing import remove_seal, seal
from newsoil.journal.slow import Cost

PHRASE = "four words of soil"
CHEAP = Cost(memory=32, passes=1, lanes=1)
RECOVERY = new_recovery_key()
CANARY = "kanarienvogel"
DAY = "2026-11-27"


def erase_e2(store, tell):
    return module.erase(store, lambda entry: entry.id == "e2", tell)


class Told:
    """Hears how far long work is."""

    def __init__(self, each=lambda: None):
        self.steps, self.each = {}, each

    def __call__(self, done, of, step="", /):
        self.steps.setdefault(step, []).append((done, of))
        self.each()

    def reach_the_whole(self):
        """Whether every step went from its beginning to its end, a piece at a time."""
        return all(said == [(number, said[-1][1]) for number in range(said[-1][1] + 1)] for said in self.steps.values())


class Ended(BaseException):
    """Somebody ends the command, or the process is told to go."""


def again(store):
    """The journal as another kernel finds it, open."""
    other = Store(store.folder.parent.parent, store.folder.name)
    if other.is_sealed:
        other.unseal(PHRASE)
    return other


def bytes_of(folder):
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.fixture
def written(store, page):
    """A journal of three months with three backups."""
    for number, month in enumerate(("09", "10", "11")):
        store.record(page(f"p{month}")(f"{CANARY} {month}", entry=f"e{number}", made_at=f"2026-{month}-02T10:00:00+01:00"))
    for day in (24, 25, 26):
        again(store).record(page(f"on-{day}")(f"{CANARY} {day}", entry="e2", at=f"2026-11-{day}T10:00:00+01:00"))
    store.change_settings({"partner": CANARY})
    return store


@pytest.fixture
def sealed(written):
    seal(written, PHRASE, RECOVERY, CHEAP)
    return written


def files_in(folder):
    return len([path for path in folder.rglob("2026-*.json") if path.parent != folder])


# ---- how far it is -----------------------------------------------------------------------------------------------------


def test_sealing_tells_each_step_to_its_end(written):
    told, files, months = Told(), files_in(written.folder), len(list(written.entries.iterdir()))
    seal(written, PHRASE, RECOVERY, CHEAP, tell=told)
    assert list(told.steps) == ["key", "seal", "check", "clear"]
    assert told.reach_the_whole()
    assert {step: said[-1][1] for step, said in told.steps.items()} == {"key": 1, "seal": files, "check": 1, "clear": months}


def test_taking_the_seal_off_tells_each_file(sealed, written):
    told = Told()
    remove_seal(sealed, told)
    assert (list(told.steps), told.reach_the_whole()) == (["open"], True)
    assert told.steps["open"][-1][1] == files_in(written.folder)


@pytest.mark.parametrize("kind", ["plain", "sealed"])
@pytest.mark.parametrize(
    "erase",
    [
        lambda store, tell: erase_exercise(store, "journal", tell),
        erase_e2,
        erase_everything,
    ],
    ids=["an exercise", "a note", "everything"],
)
def test_erasing_tells_each_file_that_it_looks_into(written, kind, erase):
    if kind == "sealed":
        seal(written, PHRASE, RECOVERY, CHEAP)
    told = Told()
    erase(written, told)
    assert (list(told.steps), told.reach_the_whole()) == (["erase"], True)
    assert told.steps["erase"][-1][1] >= 6


def test_bringing_in_tells_of_the_backup_of_each_note_and_of_each_month(written, home):
    raw, reading, bringing = to_json(written.load()), Told(), Told()
    document = read_document(raw, reading)
    assert reading.steps == {"read": [(0, 3), (1, 3), (2, 3), (3, 3)]}
    other = Store(home, "other")
    merge(other, document, DAY, bringing)
    assert (list(bringing.steps), bringing.reach_the_whole()) == (["compare", "bring"], True)
    assert {step: said[-1][1] for step, said in bringing.steps.items()} == {"compare": 3, "bring": 3}
    merge(other, document, DAY, bringing)
    assert bringing.steps["back-up"][-1] == (3, 3)
    assert to_json(other.load()) == raw


def test_bringing_into_memory_tells_each_note(written):
    memory, told = MemoryStore(), Told()
    memory.bring(read_document(to_json(written.load())), told)
    assert told.steps == {"compare": [(0, 3), (1, 3), (2, 3), (3, 3)]}


# ---- ended halfway, and locked meanwhile ---------------------------------------------------------------------------------


def ended_at(number):
    """Told that ends the work at its `number`th word."""
    told = Told()

    def end():
        if sum(map(len, told.steps.values())) == number:
            raise Ended

    told.each = end
    return told


def at_every_word(work, store, tmp_path):
    """Do the work, each time ended a word later, on a fresh copy; yields the folder after each end."""
    copy, number, ended = tmp_path / "copy", 0, True
    shutil.copytree(store.folder, copy)
    while ended:
        number, ended = number + 1, False
        shutil.rmtree(store.folder)
        shutil.copytree(copy, store.folder)
        try:
            work(again(store), ended_at(number))
        except Ended:
            ended = True
        yield number
    assert number > 5


def test_wherever_sealing_is_ended_the_journal_opens_whole_and_nothing_plain_outlives_the_next_opening(written, tmp_path):
    before = to_json(written.load())
    for _ in at_every_word(lambda store, tell: seal(store, PHRASE, RECOVERY, CHEAP, tell=tell), written, tmp_path):
        later = again(written)
        assert to_json(later.load()) == before
        if later.is_sealed:
            assert CANARY.encode() not in bytes_of(written.folder)
        else:
            seal(later, PHRASE, RECOVERY, CHEAP)
            assert to_json(again(written).load()) == before


def test_wherever_taking_the_seal_off_is_ended_it_is_on_and_nothing_plain_is_there(sealed, tmp_path):
    before, ends = to_json(sealed.load()), []
    for number in at_every_word(remove_seal, sealed, tmp_path):
        ends.append(Store(sealed.folder.parent.parent, sealed.folder.name).is_sealed)
        assert (CANARY.encode() in bytes_of(sealed.folder)) != ends[-1], number
        assert to_json(again(sealed).load()) == before
    assert ends == [True] * (len(ends) - 1) + [False]


def test_wherever_bringing_in_is_ended_doing_it_again_does_the_rest(written, home, tmp_path):
    raw = to_json(written.load())
    other = Store(home, "other")
    other.entries.mkdir(parents=True)
    for _ in at_every_word(lambda store, tell: merge(store, read_document(raw), DAY, tell), other, tmp_path):
        later = again(other)
        assert later.load().unreadable == ()
        merge(later, read_document(raw), DAY)
        assert to_json(again(other).load()) == raw


def test_wherever_erasing_is_ended_what_stays_is_whole_and_doing_it_again_erases_the_rest(written, tmp_path):
    for _ in at_every_word(erase_e2, written, tmp_path):
        later = again(written)
        assert {"e0", "e1"} <= {entry.id for entry in later.load().entries}
        erase_entry(later, "e2")
        assert f"{CANARY} 26".encode() not in bytes_of(written.folder)
        assert [entry.id for entry in again(written).load().entries] == ["e0", "e1"]


def test_whoever_looks_while_notes_are_sealed_never_finds_them_locked(written):
    states = []
    seal(written, PHRASE, RECOVERY, CHEAP, tell=Told(lambda: states.append(written.is_locked)))
    assert set(states) == {False}


def test_locking_meanwhile_stops_no_sealing_halfway(written):
    before = to_json(written.load())
    seal(written, PHRASE, RECOVERY, CHEAP, tell=Told(written.lock))
    assert written.is_locked
    assert CANARY.encode() not in bytes_of(written.folder)
    assert to_json(again(written).load()) == before


def test_locking_meanwhile_stops_no_taking_off_halfway(sealed):
    before = to_json(sealed.load())
    remove_seal(sealed, Told(sealed.lock))
    assert not sealed.is_sealed
    assert to_json(again(sealed).load()) == before


def test_keys_for_long_work_are_overwritten_when_it_is_through(sealed, monkeypatch):
    made, copy = [], type(sealed.door._keys).copy
    monkeypatch.setattr(type(sealed.door._keys), "copy", lambda keys: made.append(copy(keys)) or made[-1])
    remove_seal(sealed)
    assert {bytes(keys.data) for keys in made} == {bytes(32)}


# ---- what is one file in many backups ------------------------------------------------------------------------------------


def test_a_month_that_is_one_file_in_many_backups_is_looked_into_once(written, monkeypatch):
    looked, real = [], module.read
    monkeypatch.setattr(module, "read", lambda path, form: looked.append(path) or real(path, form))
    with suppress(OSError):
        erase_entry(written, "e2")
    backups = [path for path in looked if "backups" in path.parts]
    assert sorted(path.name for path in backups) == ["2026-09.json", "2026-10.json", *["2026-11.json"] * 3]
    assert f"{CANARY} 25".encode() not in bytes_of(written.folder)
