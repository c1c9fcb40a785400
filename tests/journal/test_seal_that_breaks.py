"""Whatever breaks while a journal is sealed, unsealed or opened: plain or sealed, one of the two is complete."""

import os
import shutil
from contextlib import suppress

import pytest

from newsoil._errors import Locked, NotSaved, NotSealed, NotUnsealed
from newsoil.journal import to_json
from newsoil.journal.rekeying import change_passphrase
from newsoil.journal.sealing import remove_seal, seal
from seals import CANARY, CHEAP, NEXT, PHRASE, RECOVERY, again, bytes_of, opened

CALLS = ("open", "write", "fsync", "replace", "rename", "listdir", "mkdir", "stat", "unlink", "rmdir", "utime", "link", "scandir")

FAILING = [pytest.param(call, marks=pytest.mark.faults) if call in ("open", "stat", "listdir", "utime") else call for call in CALLS]
"""The calls that are made most often take longest to fail one after the other."""

CUTS = [pytest.param((1, 17), id="some"), *(pytest.param((start, 7), marks=pytest.mark.faults, id=f"all-{start}") for start in range(1, 8))]
"""Where the power is cut first, and how many calls later the next time: all places with `make faults`, some always."""


def fail_at(fail, call, number):
    """Let the `number`th call fail. Returns a way to mend it, and the calls that there were."""
    calls = []

    def when(*_):
        calls.append(call)
        return len(calls) == number

    return fail(call, number=None, when=when), calls


def whole(store, entries):
    """Whether the journal is complete, plain or sealed, for a kernel that comes later."""
    later = again(store)
    if later.is_sealed:
        later.unseal(PHRASE)
    return to_json(later.load()) == entries


@pytest.fixture
def each_failure(fail, tmp_path, tried):
    """Does an act again and again on the journal as it is now, each time with another of its calls failing; gives the number of the call.

    `come` is what somebody who comes to the journal has done when the act begins: nothing of that fails.
    """

    def each(store, call, come, act):
        number, copy, failed = 0, tmp_path / "copy", True
        shutil.copytree(store.folder, copy)
        while failed:
            number += 1
            shutil.rmtree(store.folder)
            shutil.copytree(copy, store.folder)
            come_to = come(store)
            mend, calls = fail_at(fail, call, number)
            with suppress(NotSealed, NotSaved, Locked):
                act(come_to)
            mend()
            failed = len(calls) >= number
            tried(failed)
            yield number

    return each


@pytest.mark.tries("each-call-fails")
@pytest.mark.parametrize("call", FAILING)
def test_whichever_call_fails_while_sealing_plain_or_sealed_is_complete(written, each_failure, call):
    entries = to_json(written.load())
    for number in each_failure(written, call, again, lambda store: seal(store, PHRASE, RECOVERY, CHEAP)):
        assert whole(written, entries), number
        if not again(written).is_sealed:
            seal(again(written), PHRASE, RECOVERY, CHEAP)
        assert whole(written, entries)
        assert CANARY.encode() not in bytes_of(written.folder), number


@pytest.mark.tries("each-call-fails")
@pytest.mark.parametrize("call", FAILING)
def test_whichever_call_fails_while_the_seal_is_taken_off_plain_or_sealed_is_complete(sealed, each_failure, call):
    entries = to_json(sealed.load())
    for number in each_failure(sealed, call, opened, remove_seal):
        assert whole(sealed, entries), number
        if (later := again(sealed)).is_sealed:
            later.unseal(PHRASE)
            assert CANARY.encode() not in bytes_of(sealed.folder), number
            remove_seal(later)
        assert to_json(again(sealed).load()) == entries


class Crash(BaseException):
    """The power is cut: nothing that comes after happens."""


def crash_at(monkeypatch, number, act):
    """Do `act`, and cut the power at its `number`th call to the disk. Returns whether it came to that."""
    count = 0

    def cut(real):
        def call(*args, **named):
            nonlocal count
            count += 1
            if count >= number:
                raise Crash
            return real(*args, **named)

        return call

    with monkeypatch.context() as power:
        for name in CALLS:
            power.setattr(os, name, cut(getattr(os, name)))
        with suppress(Crash):
            act()
    return count >= number


@pytest.mark.tries("killed-at-each-call")
@pytest.mark.parametrize("places", CUTS)
def test_wherever_the_power_is_cut_while_sealing_plain_or_sealed_is_complete(written, monkeypatch, tmp_path, places, tried):
    entries, copy, (number, step), cut = to_json(written.load()), tmp_path / "copy", places, True
    shutil.copytree(written.folder, copy)
    while cut:
        shutil.rmtree(written.folder)
        shutil.copytree(copy, written.folder)
        cut = crash_at(monkeypatch, number, lambda: seal(again(written), PHRASE, RECOVERY, CHEAP))
        tried(cut)
        assert whole(written, entries), number
        if not again(written).is_sealed:
            seal(again(written), PHRASE, RECOVERY, CHEAP)
        assert whole(written, entries)
        assert CANARY.encode() not in bytes_of(written.folder), number
        number += step
    assert number > 300


@pytest.mark.tries("killed-at-each-call")
@pytest.mark.parametrize("places", CUTS)
def test_wherever_the_power_is_cut_while_the_seal_is_taken_off_plain_or_sealed_is_complete(sealed, monkeypatch, tmp_path, places, tried):
    entries, copy, (number, step), cut = to_json(sealed.load()), tmp_path / "copy", places, True
    shutil.copytree(sealed.folder, copy)
    while cut:
        shutil.rmtree(sealed.folder)
        shutil.copytree(copy, sealed.folder)
        store = opened(sealed)
        cut = crash_at(monkeypatch, number, lambda store=store: remove_seal(store))
        tried(cut)
        assert whole(sealed, entries), number
        if (later := again(sealed)).is_sealed:
            later.unseal(PHRASE)
            assert CANARY.encode() not in bytes_of(sealed.folder), number
            remove_seal(later)
        assert to_json(again(sealed).load()) == entries
        number += step
    assert number > 150


@pytest.fixture
def mailed(sealed, page):
    """A locked journal with four edits in its inbox."""
    sealed.lock()
    one = page("six")
    for word in ("a", "ab", "abc"):
        sealed.take(one(word, entry="e9"))
    sealed.take(page("seven")("b", "wish", entry="e9"))
    return sealed


@pytest.mark.tries("killed-at-each-call")
@pytest.mark.parametrize("places", CUTS)
def test_wherever_the_power_is_cut_while_the_inbox_is_emptied_no_edit_is_lost_or_comes_twice(mailed, monkeypatch, tmp_path, places, tried):
    copy, (number, step), cut = tmp_path / "copy", places, True
    shutil.copytree(mailed.folder, copy)
    while cut:
        shutil.rmtree(mailed.folder)
        shutil.copytree(copy, mailed.folder)
        cut = crash_at(monkeypatch, number, lambda: opened(mailed))
        tried(cut)
        entry = next(entry for entry in opened(mailed).load().entries if entry.id == "e9")
        assert (entry.answers, entry.earlier) == ({"text": "abc", "wish": "b"}, ())
        number += step


@pytest.mark.tries("killed-at-each-call")
@pytest.mark.parametrize("number", range(1, 40))
def test_wherever_the_power_is_cut_while_the_passphrase_is_changed_one_of_the_two_fits(sealed, monkeypatch, number):
    entries = to_json(sealed.load())
    crash_at(monkeypatch, number, lambda: change_passphrase(again(sealed), PHRASE, NEXT, cost=CHEAP))
    try:
        store = opened(sealed, NEXT)
    except NotUnsealed:
        store = opened(sealed, PHRASE)
    assert to_json(store.load()) == entries
    assert (sealed.folder / "sealed" / "key.json").read_bytes() == (sealed.folder / "sealed" / "key.copy.json").read_bytes()
