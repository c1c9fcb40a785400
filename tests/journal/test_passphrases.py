"""Passphrases and the recovery key of a sealed journal: none of them costs a word, and a damaged key file is mended."""

import pytest

from newsoil._errors import Damaged, NotSealed, NotUnsealed
from newsoil.journal import to_json
from newsoil.journal.recovery import ALPHABET, new_recovery_key, read_recovery_key
from newsoil.journal.rekeying import change_passphrase, change_recovery_key
from newsoil.journal.sealing import seal
from newsoil.journal.slow import Cost
from newsoil.journal.tries import FREE, LONGEST, pause
from seals import CHEAP, NEXT, PHRASE, RECOVERY, again, opened


def test_ten_wrong_passphrases_cost_nothing_but_time(sealed, clock):
    before = to_json(sealed.load())
    other = again(sealed, clock=clock)
    for _ in range(10):
        clock.now += LONGEST
        with pytest.raises(NotUnsealed, match="not the passphrase"):
            other.unseal("not this one")
    clock.now += LONGEST
    other.unseal(PHRASE)
    assert to_json(other.load()) == before


def test_the_wait_grows_is_told_and_is_not_forgotten_by_another_process(sealed, clock):
    other = again(sealed, clock=clock)
    for _ in range(FREE + 3):
        clock.now += LONGEST
        with pytest.raises(NotUnsealed):
            other.unseal("not this one")
    with pytest.raises(NotUnsealed, match="Wait 4 seconds") as refused:
        other.unseal(PHRASE)
    assert refused.value.wait == 4
    late = again(sealed, clock=clock)
    with pytest.raises(NotUnsealed, match="Wait"):
        late.unseal(PHRASE)
    clock.now += 4
    late.unseal(PHRASE)
    again(sealed, clock=clock).unseal(PHRASE)


def test_the_wait_is_none_at_first_doubles_and_ends_at_a_minute():
    assert [pause(count) for count in range(12)] == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]


def test_a_wrong_passphrase_is_told_and_counted_even_if_the_disk_takes_no_count(sealed, fail):
    other = again(sealed)
    fail("replace", number=None)
    with pytest.raises(NotUnsealed, match="not the passphrase"):
        other.unseal("not this one")


def test_changing_the_passphrase_writes_nothing_but_the_key_file(sealed):
    def others():
        return {path: path.read_bytes() for path in sealed.folder.rglob("*") if path.is_file() and "key" not in path.name}

    before, entries = others(), to_json(sealed.load())
    change_passphrase(sealed, PHRASE, NEXT, cost=CHEAP)
    assert others() == before
    assert to_json(opened(sealed, NEXT).load()) == entries
    with pytest.raises(NotUnsealed):
        again(sealed).unseal(PHRASE)
    assert to_json(opened(sealed, RECOVERY, "recovery").load()) == entries


def test_the_recovery_key_opens_and_gives_a_new_passphrase(sealed):
    change_passphrase(again(sealed), RECOVERY.lower().replace("-", " "), NEXT, "recovery", CHEAP)
    assert opened(sealed, NEXT).load().entries


def test_a_new_recovery_key_takes_the_place_of_the_old_one(sealed):
    new = new_recovery_key()
    with pytest.raises(NotUnsealed):
        change_recovery_key(sealed, "not this one", new)
    change_recovery_key(sealed, PHRASE, new)
    assert opened(sealed, new, "recovery").load().entries
    with pytest.raises(NotUnsealed, match="not the recovery key of this journal"):
        again(sealed).unseal(RECOVERY, "recovery")


@pytest.mark.parametrize("phrase", ["", "short", "half \ud800 a letter"])
def test_a_new_passphrase_that_cannot_be_good_is_refused_and_nothing_is_sealed(written, phrase):
    with pytest.raises(NotSealed):
        seal(written, phrase, RECOVERY, CHEAP)
    assert not written.is_sealed
    assert len(written.load().entries) == 2


def test_a_passphrase_fits_in_whichever_way_a_keyboard_spells_it(written):
    seal(written, "Gr\u00fc\u00dfe und mehr", RECOVERY, CHEAP)
    opened(written, "Gru\u0308\u00dfe und mehr")


def test_scrypt_seals_where_there_is_no_argon2id(written):
    seal(written, PHRASE, RECOVERY, Cost("scrypt", memory=16, passes=1, lanes=1))
    assert opened(written).load().entries


def test_a_recovery_key_has_no_look_alikes_and_finds_every_slip_in_its_group():
    key = new_recovery_key()
    assert not set("01OIL") & set(key)
    signs = key.replace("-", "")
    assert read_recovery_key(f"  {key.lower()} ") == "".join(signs[at : at + 4] for at in range(0, 35, 5))
    for at, sign in enumerate(signs):
        for other in set(ALPHABET) - {sign}:
            with pytest.raises(NotUnsealed, match=f"^Group {at // 5 + 1} of"):
                read_recovery_key(signs[:at] + other + signs[at + 1 :])
    for at in range(34):
        swapped = signs[:at] + signs[at + 1] + signs[at] + signs[at + 2 :]
        if swapped != signs:
            with pytest.raises(NotUnsealed):
                read_recovery_key(swapped)
    for odd in ("", key[:-1], key + "A", key.replace(key[0], "0", 1)):
        with pytest.raises(NotUnsealed):
            read_recovery_key(odd)


@pytest.mark.parametrize("name", ["key.json", "key.copy.json"])
@pytest.mark.parametrize("damage", [b"", b"{", None])
def test_one_damaged_key_file_costs_nothing_and_is_mended(sealed, name, damage):
    path = sealed.folder / "sealed" / name
    whole = path.read_bytes()
    path.unlink() if damage is None else path.write_bytes(damage)
    assert opened(sealed).load().entries
    assert path.read_bytes() == whole


def test_both_key_files_damaged_are_mended_by_the_kernel_that_has_the_journal_open(sealed, page):
    for name in ("key.json", "key.copy.json"):
        (sealed.folder / "sealed" / name).write_bytes(b"{")
    with pytest.raises(Damaged, match=r"key\.json"):
        again(sealed).unseal(PHRASE)
    sealed.record(page("six")("b"))
    assert opened(sealed).load().entries


def test_a_key_file_of_a_newer_new_soil_is_left_as_it_is(sealed):
    path = sealed.folder / "sealed" / "key.json"
    newer = path.read_bytes().replace(b'"schema_version": 1', b'"schema_version": 2')
    path.write_bytes(newer)
    with pytest.raises(Damaged, match="newer New Soil"):
        again(sealed).unseal(PHRASE)
    assert path.read_bytes() == newer
