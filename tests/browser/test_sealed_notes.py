"""Sealed notes in the page: they are sealed, locked and opened there, and what is typed in between is kept."""

import re
import time
from datetime import UTC, datetime
from math import ceil

import msgspec
from playwright.sync_api import expect

from conftest import entries, go, reading, ready
from lab_pages import run_all
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Edit, Entry, Store
from newsoil.journal.files import locked
from newsoil.journal.months import encode
from newsoil.journal.recovery import new_recovery_key
from newsoil.journal.rekeying import change_passphrase
from newsoil.journal.sealing import seal as seal_notes
from newsoil.journal.slow import Cost, stretch
from servers import reached, running
from test_your_notes import SEEN

PHRASE = "four words of soil"
WORDS = read_guide(guide_folder()).words
DOOR, WAITS = WORDS["door"], WORDS["save"]["waits"]
STAGE, FIELD = "signs-in-me", '[data-exercise="one-good-decision"] textarea'
SEALED = "Your notes are sealed"
SLOW = 6.0
"""Seconds that a slow key takes, about: longer than a page waits for a kernel that says nothing."""
TOLD = 3.5
"""Seconds of silence after which a page says that its line is lost."""
SILENCE = """() => {
    window.silence = 0;
    document.addEventListener("newsoil:silent", ({ detail }) => (window.silence = Math.max(silence, detail.for)));
}"""
"""Notes for how long the page heard nothing of its kernel at most."""


def write(page, words):
    """Type into the exercise, and wait until the page says that it is on disk."""
    page.locator(FIELD).first.fill(words)
    expect(page.locator('[data-exercise="one-good-decision"] .ns-status', has_text="Saved")).to_be_visible(timeout=20_000)


def seal(page) -> str:
    """Seal the notes as the page leads through it; returns the recovery key."""
    page.locator("[data-seal]").click()
    page.get_by_role("button", name="Show me the recovery key").click()
    key = page.locator(".ns-key").inner_text()
    page.get_by_label("I have written it down.").check()
    page.get_by_label("New passphrase").fill(PHRASE)
    page.get_by_label("The same once more").fill(PHRASE)
    page.get_by_role("button", name="Seal my notes").click()
    expect(page.get_by_text("Your notes are sealed, and open on this page.")).to_be_visible(timeout=20_000)
    expect(page.get_by_role("button", name="Lock them now")).to_be_focused()
    expect(page.get_by_role("button", name="Lock them now")).to_be_in_viewport()
    return key


def unseal(page, secret=PHRASE, label="Passphrase"):
    page.get_by_label(label, exact=True).fill(secret)
    page.get_by_role("button", name="Open my notes").click()


def test_a_person_seals_their_notes_and_only_the_passphrase_or_the_key_shows_them_again(reader, home):
    page = reader.open(STAGE)
    write(page, "canary-19ab")
    assert entries(home)
    key = seal(page)
    ready(page, STAGE)
    assert page.locator(FIELD).first.input_value() == "canary-19ab"
    assert not any(b"canary-19ab" in path.read_bytes() for path in (home / "journals").rglob("*") if path.is_file())

    again = reader.page(STAGE)
    expect(again.get_by_role("heading", name=SEALED)).to_be_visible(timeout=40_000)
    expect(again.locator("[data-exercise]").first).to_contain_text(SEALED)
    assert "canary-19ab" not in again.content()
    expect(again.get_by_role("link", name="Help now").first).to_be_visible()
    unseal(again, "not this one")
    expect(again.get_by_role("alert").filter(has_text=re.compile("passphrase", re.IGNORECASE))).to_be_visible(timeout=20_000)
    again.get_by_role("button", name="Use the recovery key instead").click()
    unseal(again, key.lower(), "Recovery key")
    ready(again, STAGE)
    assert again.locator(FIELD).first.input_value() == "canary-19ab"


def begin_to_seal(page):
    """Lead through sealing up to its last button, which is returned."""
    page.locator("[data-seal]").click()
    page.get_by_role("button", name="Show me the recovery key").click()
    page.get_by_label("I have written it down.").check()
    page.get_by_label("New passphrase").fill(PHRASE)
    page.get_by_label("The same once more").fill(PHRASE)
    return page.get_by_role("button", name="Seal my notes")


def test_while_notes_are_sealed_the_page_says_so_and_what_is_typed_waits_and_is_sealed_too(reader, home):
    """Another program holds the notes for a while, so that there is time to look; ten years of notes take as long."""
    page = reader.open(STAGE)
    write(page, "before")
    act = begin_to_seal(page)
    page.evaluate(SEEN)
    with locked(home / "journals" / "mine"):
        act.click()
        working = page.locator(".ns-door .ns-going")
        expect(working).to_be_visible()
        expect(working).to_contain_text(DOOR["working-more"])
        expect(page.locator(".ns-door").get_by_role("status").filter(has_text=DOOR["working"])).to_have_count(1)
        expect(act).to_be_disabled()
        expect(act).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_label("New passphrase")).to_have_value("")
        page.locator(FIELD).first.fill("canary-71fa")
        expect(page.locator('[data-exercise="one-good-decision"] .ns-status', has_text=WAITS)).to_be_visible()
        expect(page.locator('[data-exercise="one-good-decision"]').get_by_role("alert")).to_have_count(0)
        page.locator(FIELD).first.press_sequentially(" and on")
    expect(page.get_by_text("Your notes are sealed, and open on this page.")).to_be_visible(timeout=20_000)
    expect(page.locator(FIELD).first).to_be_focused()
    expect(page.locator(FIELD).first).to_have_value("canary-71fa and on")
    expect(page.locator('[data-exercise="one-good-decision"] .ns-status', has_text="Saved")).to_be_visible(timeout=20_000)
    expect(page.locator("#ns-line")).to_be_empty()
    seen = "\n".join(page.evaluate("[...window.seen]"))
    for step in ("key", "seal", "check", "clear"):
        assert DOOR[f"step-{step}"] in seen, step
    assert not any(b"canary-71fa" in path.read_bytes() for path in (home / "journals").rglob("*") if path.is_file())
    store = Store(home)
    store.unseal(PHRASE)
    reached(lambda: [entry.answers for entry in store.load().entries] == [{"decision": "canary-71fa and on"}])


def test_a_page_that_is_left_while_notes_are_sealed_has_its_last_word_sealed_with_them(reader, home):
    page = reader.open(STAGE)
    write(page, "before")
    act = begin_to_seal(page)
    with locked(home / "journals" / "mine"):
        act.click()
        expect(page.locator(".ns-door .ns-going")).to_be_visible()
        page.locator(FIELD).first.fill("canary-82ab")
        page.goto("about:blank")
    store = Store(home)
    reached(lambda: store.is_sealed, within=30)
    store.unseal(PHRASE)
    reached(lambda: [entry.answers for entry in store.load().entries] == [{"decision": "canary-82ab"}], within=30)
    assert not any(b"canary-82ab" in path.read_bytes() for path in (home / "journals").rglob("*") if path.is_file())


def test_many_files_are_counted_while_they_are_sealed_and_while_the_seal_is_taken_off(reader, home):
    many(home)
    page = reader.open(STAGE)
    page.evaluate(SEEN)
    begin_to_seal(page).click()
    expect(page.get_by_text("Your notes are sealed, and open on this page.")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name=DOOR["keys"]).click()
    page.get_by_role("button", name=DOOR["take-off"]).click()
    page.get_by_label(DOOR["passphrase-now"]).fill(PHRASE)
    page.locator(".ns-door").get_by_role("button", name=DOOR["take-off"]).click()
    expect(page.locator("[data-seal]")).to_be_visible()
    reached(lambda: not Store(home).is_sealed, within=30)
    seen = "\n".join(page.evaluate("[...window.seen]"))
    for step in ("seal", "open"):
        assert re.search(rf"{DOOR[f'step-{step}']}: \d+ of 120\.", seen), step
    assert len(entries(home)) == 120


def many(home):
    """Ten years of notes, one a month."""
    folder = home / "journals" / "mine" / "entries"
    folder.mkdir(parents=True)
    for month in (f"{year}-{month:02}" for year in range(2016, 2026) for month in range(1, 13)):
        times = dict.fromkeys(("made_at", "changed_at"), f"{month}-05T10:00:00+01:00")
        entry = Entry(id=month, exercise="journal", exercise_version=1, answers={"text": "x"}, **times)
        (folder / f"{month}.json").write_bytes(encode((entry,), {}))


def spent(cost, passes) -> float:
    """Seconds of this thread's own work for one key; a clock on the wall would take the others' work for it, and choose too few passes."""
    began = time.thread_time()
    stretch(PHRASE, bytes(16), msgspec.structs.replace(cost, passes=passes))
    return time.thread_time() - began


def slowly_sealed(home, seconds=SLOW):
    """Notes with words that wait, sealed by a passphrase whose key takes its time, as on a slow computer; whatever this one is."""
    store, cheap, heavy = Store(home), Cost(memory=32, passes=1, lanes=1), Cost(memory=3 * 2**17, passes=1, lanes=1)
    seal_notes(store, PHRASE, new_recovery_key(), cheap)
    few, more = (spent(heavy, passes) for passes in (1, 5))
    passes = min(64, ceil(seconds / ((more - few) / 4)))
    change_passphrase(store, PHRASE, PHRASE, cost=msgspec.structs.replace(heavy, passes=passes))
    store.lock()
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    common = {"page": "p", "exercise": "one-good-decision", "entry": "e1", "made_at": at, "at": at, "act": "answer", "prompt": "decision"}
    for seq, words in enumerate(("canary", "canary-93cd"), 1):
        assert store.take(Edit(seq=seq, value=words, **common)) is None


def test_opening_that_takes_long_says_what_it_does_and_the_page_does_not_take_its_line_for_lost(reader, home):
    slowly_sealed(home)
    page = reader.page(STAGE)
    expect(page.get_by_role("heading", name=SEALED)).to_be_visible(timeout=40_000)
    page.evaluate(SEEN)
    page.evaluate(SILENCE)
    unseal(page)
    began = time.perf_counter()
    working, act = page.locator(".ns-door .ns-going"), page.get_by_role("button", name=DOOR["open"])
    expect(working).to_be_visible()
    expect(working).to_contain_text(DOOR["step-key"])
    expect(working).to_contain_text(DOOR["opening-more"])
    expect(page.locator(".ns-door").get_by_role("status").filter(has_text=DOOR["step-key"])).to_have_count(1)
    expect(act).to_be_disabled()
    expect(act).to_be_focused()
    expect(page.get_by_label("Passphrase", exact=True)).to_have_value("")
    expect(working).to_have_count(0, timeout=60_000)
    assert time.perf_counter() - began > TOLD + 1.5, "it was no slow computer"
    expect(page.locator("#ns-line")).to_be_empty()
    ready(page, STAGE)
    assert page.locator(FIELD).first.input_value() == "canary-93cd"
    assert page.evaluate("silence") < 1000 * TOLD
    expect(page.locator("#ns-line")).to_be_empty()
    seen = "\n".join(page.evaluate("[...window.seen]"))
    for words in (DOOR["step-key"], f"{DOOR['step-let-in']}: 2 of 2.", DOOR["step-load"]):
        assert words in seen, words


def test_whoever_leaves_while_notes_are_opened_leaves_them_shut_and_every_word_where_it_was(reader, home):
    slowly_sealed(home, seconds=2.0)
    page = reader.page(STAGE)
    expect(page.get_by_role("heading", name=SEALED)).to_be_visible(timeout=40_000)
    kernels = reader.server.kernels()
    unseal(page)
    expect(page.locator(".ns-door .ns-going")).to_be_visible()
    page.goto("about:blank")
    reached(lambda: set(kernels) - set(reader.server.kernels()), within=30)
    again = reader.page(STAGE)
    expect(again.get_by_role("heading", name=SEALED)).to_be_visible(timeout=40_000)
    store = Store(home)
    store.unseal(PHRASE)
    assert [entry.answers for entry in store.load().entries] == [{"decision": "canary-93cd"}]


def test_locking_takes_the_words_off_the_page_and_opening_brings_them_back(reader):
    page = reader.open(STAGE)
    write(page, "canary-28bc")
    seal(page)
    ready(page, STAGE)
    page.get_by_role("button", name="Lock them now").click()
    expect(page.get_by_role("heading", name=SEALED)).to_be_visible()
    expect(page.locator(FIELD)).to_have_count(0)
    assert "canary-28bc" not in page.content()
    go_locked = page.locator('[data-stage="day-by-day"]').first
    go_locked.click()
    expect(page.locator('main[data-stage="day-by-day"] [data-exercise]').first).to_contain_text(SEALED)
    unseal(page)
    ready(page, "day-by-day")
    go(page, STAGE)
    assert page.locator(FIELD).first.input_value() == "canary-28bc"


def test_what_is_typed_when_another_page_has_sealed_the_notes_is_kept_unread(reader, home):
    mine, other = reader.open(STAGE), reader.open("start")
    write(mine, "canary-37cd")
    seal(other)
    mine.locator(FIELD).first.fill("canary-46de")
    expect(mine.get_by_role("heading", name=SEALED)).to_be_visible(timeout=20_000)
    assert not any(b"canary-46de" in path.read_bytes() for path in (home / "journals").rglob("*") if path.is_file())
    unseal(mine)
    ready(mine, STAGE)
    assert mine.locator(FIELD).first.input_value() == "canary-46de"
    store = Store(home)
    store.unseal(PHRASE)
    assert [entry.answers for entry in store.load().entries] == [{"decision": "canary-46de"}]


def test_everything_at_the_door_is_done_with_the_keyboard_alone(reader):
    page = reader.open(STAGE)
    seal(page)
    page.get_by_role("button", name="Lock them now").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Passphrase", exact=True).focus()
    page.keyboard.type(PHRASE)
    page.keyboard.press("Enter")
    ready(page, STAGE)


def test_a_notebook_in_jupyterlab_has_a_card_that_opens_the_notes_and_a_cover(chromium, home):
    with running("app", home) as app, reading(chromium, app) as person:
        page = person.open(STAGE)
        write(page, "canary-55ef")
        seal(page)
    with running("lab", home) as lab, reading(chromium, lab) as person:
        page = run_all(person, "02-signs-in-me.ipynb", locked=True)
        expect(page.get_by_role("heading", name=SEALED)).to_be_visible(timeout=20_000)
        unseal(page)
        page.wait_for_function("document.querySelectorAll('[data-exercise]:not([data-waiting])').length > 0", timeout=20_000)
        assert page.locator(FIELD).first.input_value() == "canary-55ef"
        for _ in range(3):
            page.keyboard.press("Shift")
        cover = page.locator(".ns-cover")
        expect(cover).to_be_visible()
        box = cover.bounding_box()
        assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 1280, 900)
        reached(lambda: "canary-55ef" not in page.content())
        cover.get_by_role("button", name="Show again").click()
        expect(page.get_by_role("heading", name=SEALED)).to_be_visible()
