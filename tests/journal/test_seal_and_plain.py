"""A sealed journal does with any edits what a plain one does, to the last letter."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsoil._errors import NotSaved
from newsoil.journal import Edit, Store, to_json
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.sealing import remove_seal, seal
from newsoil.journal.slow import Cost

PHRASE = "four words of soil"
CHEAP = Cost(memory=32, passes=1, lanes=1)
PLANES = [(plane * 0x10000, plane * 0x10000 + 0xFFFF) for plane in range(17)]

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
acts = st.one_of(
    st.tuples(st.just("answer"), st.sampled_from(["text", "wish"]), st.just("answers"), words | st.none() | st.integers(0, 10)),
    st.tuples(st.just("answer"), st.just("tags"), st.just("tags"), st.lists(words, max_size=2)),
    st.tuples(st.just("answer"), st.just("fear"), st.just("links"), st.sampled_from(["e1", None])),
    st.tuples(st.just("skip"), st.sampled_from(["text", "wish"]), st.just("answers"), st.booleans()),
    st.tuples(st.just("status"), st.just(""), st.just("answers"), st.sampled_from(["draft", "done", "not-today", "rest"])),
    st.tuples(st.just("delete"), st.just(""), st.just("answers"), st.booleans()),
)
edits = st.lists(st.tuples(st.sampled_from(["one", "two"]), st.integers(1, 3), st.integers(1, 28), acts), max_size=12)


def edit_of(number, page, entry, day, act):
    kind, prompt, place, value = act
    at = f"2026-{10 + entry}-{day:02}T10:00:{number:02}+01:00" if entry < 3 else f"2027-01-{day:02}T10:00:{number:02}+01:00"
    made = f"2026-{10 + entry}-01T10:00:00+01:00" if entry < 3 else "2027-01-01T10:00:00+01:00"
    known = {"page": page, "seq": number, "exercise": "journal", "entry": f"e{entry}", "made_at": made, "at": at}
    return Edit(**known, act=kind, prompt=prompt, place=place, value=value)


def new_pair(folder):
    plain, sealed = Store(folder, "plain"), Store(folder, "sealed")
    seal(sealed, PHRASE, new_recovery_key(), CHEAP)
    return plain, sealed


@settings(max_examples=40)
@given(edits, st.sets(st.integers(0, 12)))
def test_any_edits_leave_the_same_in_a_sealed_journal_as_in_a_plain_one_also_when_it_is_locked_between(listed, locked):
    with tempfile.TemporaryDirectory() as place:
        plain, sealed = new_pair(Path(place))
        for number, (page, entry, day, act) in enumerate(listed, start=1):
            edit = edit_of(number, page, entry, day, act)
            if number in locked:
                sealed.lock()
            plain.record(edit)
            sealed.take(edit)
            if number % 4 == 0 and sealed.is_locked:
                sealed.unseal(PHRASE)
        if sealed.is_locked:
            sealed.unseal(PHRASE)
        assert to_json(sealed.load()) == to_json(plain.load())
        remove_seal(sealed)
        assert to_json(Store(Path(place), "sealed").load()) == to_json(plain.load())


@pytest.mark.parametrize("start", [start for start, _ in PLANES])
def test_a_letter_of_any_plane_of_unicode_is_kept_plain_and_sealed(tmp_path, start):
    signs = [
        chr(start + step) for step in (0, 1, 0x41, 0x300, 0x200F, 0x2028, 0xFEFF, 0xFFFE, 0xFFFF) if not 0xD800 <= start + step < 0xE000
    ]
    word = "".join(signs)
    for store in new_pair(tmp_path):
        store.record(edit_of(1, "one", 1, 1, ("answer", "text", "answers", word)))
        assert store.load().entries[0].answers["text"] == word


def test_a_million_letters_are_kept_plain_and_sealed(tmp_path):
    word = "Grüße 🌱\n" * 125_000
    for store in new_pair(tmp_path):
        store.record(edit_of(1, "one", 1, 1, ("answer", "text", "answers", word)))
        store.record(edit_of(2, "one", 1, 1, ("answer", "wish", "answers", "more")))
        assert Store(tmp_path, "plain").load().entries[0].answers["text"] == word
        assert store.load().entries[0].answers == {"text": word, "wish": "more"}


def test_a_sealed_disk_that_refuses_keeps_the_old_words_and_the_next_try_saves(tmp_path, fail):
    _, sealed = new_pair(tmp_path)
    sealed.record(edit_of(1, "one", 1, 1, ("answer", "text", "answers", "old")))
    edit = edit_of(2, "one", 1, 1, ("answer", "text", "answers", "new"))
    mend = fail("replace", number=None)
    with pytest.raises(NotSaved):
        sealed.record(edit)
    mend()
    assert sealed.load().entries[0].answers == {"text": "old"}
    assert sealed.record(edit).answers == {"text": "new"}
