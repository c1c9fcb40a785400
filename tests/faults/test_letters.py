"""Very long answers, every letter that there is, and halves of letters."""

import json

import pytest

from breaking import CHEAP, PHRASE, RECOVERY, STATES, drafts, edit, fence, in_state, only, opened, said
from fault_table import times
from newsoil._errors import BadAnswer, Damaged, NewSoilError, NotUnsealed
from newsoil._paths import guide_folder
from newsoil.desk import Desk
from newsoil.guide import read_guide
from newsoil.journal import Store, change_settings, to_json
from newsoil.journal.document import read_document
from newsoil.journal.sealing import seal

MEGABYTE = 2**20
EXERCISE, PROMPT = "journal", "text"
WORD = "Grüße, 你好 🌱 שלום\n"


def message(value, seq=1, **others):
    known = {"kind": "edit", "page": "page-one", "seq": seq, "exercise": EXERCISE, "entry": "e1", "act": "answer", "prompt": PROMPT}
    return {**known, "made_at": "2026-11-23T10:00:00+01:00", "at": "2026-11-23T10:00:00+01:00", "value": value, **others}


@pytest.mark.tries("megabyte")
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("letter", ["a", "ö", "你", "🌱", "\u0000", '"', WORD])
def test_a_megabyte_in_one_answer_is_kept_to_the_last_letter(tmp_path, state, letter, tried):
    words = letter * (MEGABYTE // len(letter.encode()))
    store = in_state(tmp_path / "home", state)
    store.take(edit(words))
    assert only(tmp_path / "home").answers == {"text": words}
    store.take(edit("more", 2, prompt="wish"))
    assert only(tmp_path / "home").answers == {"text": words, "wish": "more"}
    (entry,) = read_document(to_json(opened(tmp_path / "home").load())).entries
    assert entry.answers["text"] == words
    tried()


@pytest.mark.tries("megabyte")
@pytest.mark.parametrize("state", STATES)
def test_a_megabyte_from_a_page_is_kept_and_more_is_refused_in_a_sentence_and_the_words_before_it_stay(tmp_path, state, tried):
    store = in_state(tmp_path, state)
    desk = Desk(read_guide(guide_folder()), store)
    book = "a" * MEGABYTE
    assert desk.save(message(book))["kind"] in ("saved", "kept")
    reply = desk.save(message(f"{book}!", 2))
    assert (reply["kind"], reply["again"]) == ("refused", False)
    assert f"{MEGABYTE} characters" in reply["sentence"]
    assert only(tmp_path).answers == {PROMPT: book}
    tried()


@pytest.mark.tries("every-letter")
@pytest.mark.parametrize("state", STATES)
def test_every_letter_of_every_plane_comes_back_as_it_was(tmp_path, state, tried):
    store = in_state(tmp_path, state)
    desk = Desk(read_guide(guide_folder()), store)
    planes = [
        "".join(map(chr, (code for code in range(plane << 16, (plane + 1) << 16) if not 0xD800 <= code < 0xE000))) for plane in range(17)
    ]
    for number, letters in enumerate(planes, start=1):
        assert desk.save(message(letters, number, entry=f"plane-{number}"))["kind"] in ("saved", "kept")
    kept = {entry.id: entry.answers[PROMPT] for entry in opened(tmp_path).load().entries}
    assert kept == {f"plane-{number}": letters for number, letters in enumerate(planes, start=1)}
    if state == "plain":
        (path,) = store.entries.iterdir()
        on_disk = {entry["id"]: entry["answers"][PROMPT] for entry in json.loads(path.read_bytes())["entries"]}
        assert on_disk == kept
    tried(sum(map(len, planes)))


HALVES = [chr(code) for code in range(0xD800, 0xE000, times(61, 1))]


@pytest.mark.tries("half-letters")
@pytest.mark.parametrize("state", STATES)
def test_half_letters_from_a_page_are_refused_and_nothing_of_them_is_written(tmp_path, state, tried):
    store = in_state(tmp_path, state)
    desk = Desk(read_guide(guide_folder()), store)
    desk.save(message("before"))
    for number, half in enumerate(HALVES, start=2):
        for odd in ({"value": half}, {"value": f"a{half}b", "page": half}, {"entry": half}, {"prompt": half}, {"made_at": half}):
            with fence(tmp_path):
                reply = desk.save({**message("word", number), **odd})
            assert reply["kind"] == "refused"
            json.dumps(reply).encode()
            assert half not in str(reply)
        tried(5)
    assert only(tmp_path).answers == {PROMPT: "before"}
    assert drafts(tmp_path) == []


@pytest.mark.tries("half-letters")
@pytest.mark.parametrize("state", STATES)
def test_a_half_letter_in_what_a_page_believed_costs_nobody_a_word(tmp_path, state, tried):
    desk = Desk(read_guide(guide_folder()), in_state(tmp_path, state))
    for number, half in enumerate(HALVES[:: times(4, 8)], start=1):
        assert desk.save(message(f"word {number}", number, was=half))["kind"] in ("saved", "kept")
        tried()
    assert only(tmp_path).answers == {PROMPT: f"word {number}"}


@pytest.mark.tries("half-letters")
def test_half_letters_in_settings_passphrases_and_documents_are_refused_in_a_sentence(tmp_path, tried):
    store = Store(tmp_path)
    store.record(edit("before"))
    whole = to_json(store.load()).decode()
    for half in HALVES:
        for act, arguments in (
            (change_settings, (store.folder, {"partner": half})),
            (change_settings, (store.folder, {"stage": half})),
            (seal, (store, f"a long passphrase {half}", RECOVERY, CHEAP)),
        ):
            assert isinstance(said(act, *arguments), NewSoilError)
        spoilt = whole.replace("before", f"\\u{ord(half):04x}").encode()
        assert isinstance(came := said(read_document, spoilt), NewSoilError) or came.entries == ()
        with pytest.raises(Damaged):
            _month(spoilt)
        tried(5)
    seal(store, PHRASE, RECOVERY, CHEAP)
    store.lock()
    with pytest.raises(NotUnsealed, match="half a letter"):
        store.unseal(f"{PHRASE}\ud800")
    assert only(tmp_path).answers == {"text": "before"}


def _month(raw):
    from newsoil.journal.months import decode

    return decode(raw)


def test_a_half_letter_in_an_edit_of_the_store_itself_is_an_error_and_writes_nothing(tmp_path):
    with pytest.raises(BadAnswer):
        Store(tmp_path).record(edit("word", entry="\ud800"))
    assert list(tmp_path.iterdir()) == []
