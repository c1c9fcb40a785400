"""“Your notes”: what a person wrote is taken out, shared in part, brought back and erased, in the page, by mouse and by keys."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from conftest import LOOKS, entries, go, reading, ready
from filling import exercise_on, prompt_on, settled, unfold_notes
from lab_pages import run_all
from newsoil._paths import DATA, guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Store, to_json
from newsoil.journal.files import locked
from servers import reached, running
from test_accessibility import CUT, OPEN_EVERYTHING, SMALLEST, TOO_SMALL, faults
from test_keyboard import AT_THE_TOP, tab_to

GUIDE = read_guide(guide_folder())

SEEN = """() => {
    window.seen = new Set();
    new MutationObserver(() => { for (const one of document.querySelectorAll(".ns-going")) window.seen.add(one.textContent); })
        .observe(document.body, { childList: true, subtree: true, characterData: true });
}"""
"""Notes every text about how far something is, however short it is seen."""

SAID = GUIDE.words["your-notes"]
PAGE = "your-notes"
CANARY = "canary-51c0"


def with_notes(home: Path) -> Path:
    """A home with an autumn of notes."""
    shutil.copytree(DATA / "sample" / "journals" / "sample", home / "journals" / "mine")
    return home


@pytest.fixture(scope="module")
def looked_at(chromium, tmp_path_factory):
    """One app with notes, for tests that change nothing."""
    with running("app", with_notes(tmp_path_factory.mktemp("kept") / "home")) as server, reading(chromium, server) as reader:
        page = reader.open("start")
        page.errors, page.elsewhere, page.home = reader.errors, reader.elsewhere, server.home
        yield page
        assert reader.elsewhere == []


@pytest.fixture
def kept(looked_at):
    """The page, drawn anew."""
    looked_at.set_viewport_size({"width": 1280, "height": 900})
    looked_at.emulate_media(color_scheme="light", reduced_motion="no-preference")
    go(looked_at, "start")
    return to_notes(looked_at)


@pytest.fixture
def own(chromium, home):
    """An app of one's own with notes."""
    with running("app", with_notes(home)) as server, reading(chromium, server) as reader:
        page = reader.open("start")
        page.home = home
        yield page


def to_notes(page):
    go(page, PAGE)
    expect(page.locator("[data-keeping]:not([data-waiting])")).to_be_visible()
    return page


def part(page, name):
    return page.locator(f'[data-part="{name}"]')


def press(place, name, **fields):
    place.get_by_role("button", name=re.compile(f"^{re.escape(SAID[name].format(**fields))}")).click()


def saved(page, place) -> tuple[str, bytes]:
    """Save the file that is ready, and look into it."""
    with page.expect_download() as downloading:
        place.get_by_role("button", name=SAID["save-file"]).click()
    return downloading.value.suggested_filename, Path(downloading.value.path()).read_bytes()


def exported(home) -> bytes:
    return to_json(Store(home).load())


def bring(page, path):
    part(page, "bring").locator("input[type=file]").set_input_files(path)


def erase_everything(page):
    place = part(page, "erase")
    place.locator("summary").click()
    place.get_by_role("radio", name=SAID["erase-everything"]).check()
    place.get_by_role("checkbox").check()
    press(place, "erase-now")
    expect(place.locator(".ns-result")).to_contain_text(SAID["erase-done-more"])


# ---- the way to the page -------------------------------------------------------------------------------------------


def test_the_page_stands_after_the_stages_and_at_the_foot_and_is_no_stage(own):
    page = own
    for way in (page.locator(f'nav [data-beside="{PAGE}"]'), page.locator(".ns-kept a").first):
        way.click()
        ready(page, PAGE)
        expect(page.locator("main h1")).to_have_text(SAID["title"])
        expect(page.locator(f'nav [data-beside="{PAGE}"]')).to_have_attribute("aria-current", "page")
        assert page.title().startswith(SAID["title"])
        expect(page.locator("#ns-next")).to_be_hidden()
        page.locator('nav [data-stage="questions"]').click()
        ready(page, "questions")
    to_notes(page).reload()
    ready(page, PAGE)
    assert json.loads((page.home / "journals" / "mine" / "settings.json").read_text())["stage"] == "questions"


def test_a_phone_leads_there_too(kept):
    kept.set_viewport_size({"width": 390, "height": 800})
    go(kept, "start")
    kept.locator(".ns-stages-btn").click()
    kept.locator(f'nav [data-beside="{PAGE}"]').click()
    ready(kept, PAGE)
    expect(kept.locator(f'nav [data-beside="{PAGE}"]')).to_be_hidden()


# ---- taking out, erasing, bringing back ------------------------------------------------------------------------------


def test_what_is_taken_out_and_erased_comes_back_byte_for_byte(own, tmp_path):
    page = own
    go(page, "after-trust-was-hurt")
    prompt_on(page, "journal", "text").locator("textarea").fill(f"{CANARY}: Grüße, 你好 🌱 <b>&amp;")
    settled(page)
    before = exported(page.home)
    to_notes(page)
    press(part(page, "copy"), "copy-make")
    name, content = saved(page, part(page, "copy"))
    assert (name, content) == (f"notes-{date.today()}.json", before)  # noqa: DTZ011 - the browser's own day
    erase_everything(page)
    assert entries(page.home) == []
    assert [path for path in page.home.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()] == []
    go(page, "after-trust-was-hurt")
    expect(prompt_on(page, "journal", "text").locator("textarea")).to_have_value("")
    to_notes(page)
    (tmp_path / name).write_bytes(content)
    bring(page, tmp_path / name)
    number = len(json.loads(content)["entries"])
    expect(part(page, "bring").locator(".ns-looked")).to_contain_text(SAID["bring-new"].format(n=number))
    assert entries(page.home) == [], "a look changes nothing"
    press(part(page, "bring"), "bring-in")
    expect(part(page, "bring").locator(".ns-result")).to_be_focused()
    assert exported(page.home) == before
    go(page, "after-trust-was-hurt")
    expect(prompt_on(page, "journal", "text").locator("textarea")).to_have_value(f"{CANARY}: Grüße, 你好 🌱 <b>&amp;")


@pytest.mark.parametrize(("kind", "ending"), [("print", "html"), ("markdown", "md"), ("csv", "zip")])
def test_every_kind_of_copy_can_be_saved_and_a_choice_anew_takes_the_old_file_away(kept, kind, ending):
    copy = part(kept, "copy")
    copy.get_by_role("radio", name=re.compile(f"^{SAID[f'copy-{kind}']}")).check()
    press(copy, "copy-make")
    expect(copy.get_by_role("button", name=SAID["save-file"])).to_be_focused()
    name, content = saved(kept, copy)
    assert name.endswith(f".{ending}")
    assert content.startswith({"html": b"<!DOCTYPE html>", "md": b"# ", "zip": b"PK"}[ending])
    copy.get_by_role("radio").first.check()
    expect(copy.get_by_role("button", name=SAID["save-file"])).to_have_count(0)


def test_a_copy_of_chosen_months_and_exercises_holds_nothing_else(kept):
    copy = part(kept, "copy")
    copy.locator("summary").click()
    copy.get_by_label(SAID["range"]).select_option("months")
    copy.get_by_label(SAID["first-month"]).select_option("2026-10")
    copy.get_by_label(SAID["last-month"]).select_option("2026-10")
    copy.get_by_role("checkbox", name=re.compile("^" + GUIDE.exercise("small-wins").title)).check()
    press(copy, "copy-make")
    found = json.loads(saved(kept, copy)[1])["entries"]
    assert {(entry["exercise"], (entry["for_date"] or entry["made_at"])[:7]) for entry in found} == {("small-wins", "2026-10")}


def test_blank_sheets_are_saved(kept):
    sheets = part(kept, "sheets")
    press(sheets, "sheets-make")
    name, content = saved(kept, sheets)
    assert name.startswith("pages-")
    assert GUIDE.exercise("journal").title.encode() in content


def test_a_file_that_is_no_copy_or_too_large_is_told_in_a_sentence(kept, tmp_path):
    (tmp_path / "no.json").write_text("no copy")
    bring(kept, tmp_path / "no.json")
    expect(part(kept, "bring").get_by_role("alert")).to_contain_text("This file is no export of New Soil")
    with (tmp_path / "large.json").open("wb") as large:
        large.truncate(65 * 2**20)
    bring(kept, tmp_path / "large.json")
    expect(part(kept, "bring").get_by_role("alert")).to_have_text(SAID["bring-large"].format(n=64))


def test_a_file_of_many_pieces_arrives_whole(own, tmp_path):
    many = [{**one, "id": f"{one['id']}-{number}"} for number in range(150) for one in entries(own.home)]
    content = json.dumps({"format": "newsoil-entries", "schema_version": 1, "entries": many}).encode()
    assert len(content) > 3 * 2**20
    (tmp_path / "many.json").write_bytes(content)
    to_notes(own)
    bring(own, tmp_path / "many.json")
    expect(part(own, "bring").locator(".ns-looked")).to_contain_text(SAID["bring-new"].format(n=len(many)), timeout=20_000)
    expect(part(own, "bring").locator(".ns-looked summary")).to_be_visible()
    own.evaluate(SEEN)
    press(part(own, "bring"), "bring-in")
    expect(part(own, "bring").locator(".ns-result")).to_be_visible(timeout=30_000)
    seen = "\n".join(own.evaluate("[...window.seen]"))
    for step in ("back-up", "compare", "bring"):
        assert re.search(rf"{SAID[f'step-{step}']}: \d+ of \d+\.", seen), step
    # Long work: the page says how far it is, and the kernel still answers.
    copy = part(own, "copy")
    copy.get_by_role("radio", name=re.compile(f"^{SAID['copy-print']}")).check()
    press(copy, "copy-make")
    expect(copy.get_by_role("progressbar")).to_be_visible()
    expect(copy.locator(".ns-going")).to_contain_text(re.compile(r"\d+ of \d+"))
    expect(copy.get_by_role("button", name=SAID["save-file"])).to_be_visible(timeout=60_000)
    expect(own.locator("#ns-line")).to_be_empty()
    content = saved(own, copy)[1]
    assert len(content) > 2**20
    assert content.rstrip().endswith(b"</html>")


# ---- sharing a part ----------------------------------------------------------------------------------------------------


def offered(page, exercise):
    """The notes of an exercise, opened."""
    place = page.locator(f'[data-offered="{exercise}"]')
    place.locator("summary").first.click()
    expect(place.locator(".ns-noted").first).to_be_visible()
    return place


def choose(page, recipient):
    part(page, "share").get_by_role("radio", name=re.compile("^" + re.escape(GUIDE.recipient(recipient).title))).check()
    expect(part(page, "share").locator(".ns-caution")).to_have_text(GUIDE.recipient(recipient).caution)


def test_what_is_looked_at_is_byte_for_byte_what_is_saved(kept):
    choose(kept, "ally")
    share, wins = part(kept, "share"), offered(kept, "small-wins")
    wins.get_by_role("checkbox").first.check()
    share.get_by_label(SAID["share-note"]).fill("For you, “with care”. <b>🌱</b>")
    share.get_by_label(SAID["share-until"]).select_option("14")
    press(share, "share-look")
    frame = share.locator("iframe")
    expect(share.get_by_role("heading", name=SAID["share-preview"])).to_be_focused()
    expect(share.frame_locator("iframe").get_by_text("For you, “with care”. <b>🌱</b>")).to_be_visible()
    assert frame.get_attribute("sandbox") == ""
    seen = frame.get_attribute("srcdoc")
    name, content = saved(kept, share)
    assert content == seen.encode()
    assert re.fullmatch(r"notes-\d{4}-\d\d-\d\d\.html", name)
    for entry in entries(kept.home):
        assert entry["id"].encode() not in content
    share.get_by_role("radio", name=SAID["share-form-markdown"]).check()
    expect(frame).to_have_count(0)
    expect(share).to_contain_text(SAID["share-changed"])
    press(share, "share-look")
    text = share.locator("pre").inner_text()
    assert saved(kept, share)[1].decode() == text
    assert kept.errors == []


def test_for_a_partner_nothing_is_ticked_and_what_is_kept_back_says_why(kept):
    choose(kept, "partner")
    share = part(kept, "share")
    expect(share.locator("[data-offered] :checked")).to_have_count(0)
    press(share, "share-look")
    expect(share.get_by_role("alert").last).to_have_text(SAID["share-none-ticked"])
    fears = offered(kept, "what-am-i-afraid-of")
    expect(fears).to_contain_text(GUIDE.recipient("partner").keeps("what-am-i-afraid-of", "fear"))
    fears.get_by_role("checkbox").first.check()
    press(share, "share-look")
    expect(share.locator("iframe")).to_be_visible()


def test_a_group_is_offered_only_what_is_fit_for_it(kept):
    choose(kept, "group")
    titles = kept.locator("[data-offered]").evaluate_all("(all) => all.map((one) => one.dataset.offered)")
    assert set(titles) <= {"small-wins", "what-am-i-afraid-of"}


def test_after_a_yes_at_the_gate_the_partner_is_not_offered(own):
    partner = part(own, "share").get_by_role("radio", name=re.compile("^" + re.escape(GUIDE.recipient("partner").title)))
    to_notes(own)
    expect(partner).to_be_visible()
    go(own, "safe-together")
    own.locator('[data-exercise="conversation-card"] .ns-gate summary').click()
    own.locator('[data-exercise="conversation-card"] .ns-gate').get_by_role("checkbox").first.check()
    to_notes(own)
    expect(part(own, "share").get_by_role("radio").first).to_be_visible()
    expect(partner).to_have_count(0)


def test_another_recipient_begins_anew(kept):
    choose(kept, "ally")
    offered(kept, "small-wins").get_by_role("checkbox").first.check()
    choose(kept, "therapist")
    expect(part(kept, "share").locator("[data-offered] :checked")).to_have_count(0)


# ---- deleted notes, erasing, earlier days ----------------------------------------------------------------------------


def test_while_everything_is_erased_the_page_says_so_and_nothing_can_be_pressed_twice(own):
    """Another program holds the notes for a while, so that there is time to look; ten years of notes take as long."""
    erase = part(to_notes(own), "erase")
    erase.locator("summary").click()
    erase.get_by_role("radio", name=SAID["erase-everything"]).check()
    erase.get_by_role("checkbox").check()
    act = erase.get_by_role("button", name=SAID["erase-now"])
    with locked(own.home / "journals" / "mine"):
        act.click()
        expect(erase.get_by_role("progressbar")).to_be_visible()
        expect(erase.get_by_role("status")).to_have_text(SAID["working"])
        expect(act).to_be_disabled()
        own.keyboard.press("Enter")
        assert entries(own.home) != []
    expect(erase.locator(".ns-result")).to_be_focused()
    expect(own.locator("#ns-line")).to_be_empty()
    assert entries(own.home) == []
    erase.locator("summary").click()
    erase.get_by_role("radio", name=SAID["erase-everything"]).check()
    expect(act).to_be_enabled()


def write_and_delete(page, words):
    go(page, "safe-together")
    sheet = exercise_on(page, "small-wins")
    prompt_on(page, "small-wins", "win").locator("textarea").fill(words)
    sheet.get_by_role("button", name=GUIDE.words["exercise"]["done"], exact=True).click()
    settled(page)
    sheet.get_by_role("button", name=re.compile("^" + GUIDE.words["exercise"]["delete"])).first.click()
    settled(page)


def test_a_deleted_note_is_read_brought_back_and_erased(own):
    page = own
    write_and_delete(page, f"{CANARY} a walk together")
    trash = part(to_notes(page), "trash")
    thrown = trash.locator(".ns-thrown").first
    expect(thrown).not_to_contain_text(CANARY)
    press(thrown, "trash-show")
    expect(thrown).to_contain_text(f"{CANARY} a walk together")
    press(thrown, "trash-back")
    expect(trash.locator(".ns-result")).to_be_focused()
    go(page, "safe-together")
    unfold_notes(exercise_on(page, "small-wins"))
    expect(exercise_on(page, "small-wins").locator(".ns-own-words").first).to_have_text(f"{CANARY} a walk together")
    exercise_on(page, "small-wins").get_by_role("button", name=re.compile("^" + GUIDE.words["exercise"]["delete"])).first.click()
    settled(page)
    thrown = part(to_notes(page), "trash").locator(".ns-thrown").first
    press(thrown, "trash-erase")
    expect(thrown.get_by_role("button", name=SAID["sure-no"])).to_be_focused()
    press(thrown, "sure-no")
    press(thrown, "trash-erase")
    press(thrown, "sure-yes")
    expect(trash.locator(".ns-result")).to_contain_text(SAID["notes-one"])
    assert [path for path in page.home.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()] == []


def test_erasing_an_exercise_asks_for_a_tick_and_open_stages_show_the_truth(own):
    page = own
    go(page, "after-trust-was-hurt")
    unfold_notes(exercise_on(page, "journal"))
    expect(exercise_on(page, "journal").locator(".ns-entry").first).to_be_visible()
    erase = part(to_notes(page), "erase")
    erase.locator("summary").click()
    erase.get_by_role("radio", name=SAID["erase-exercise"]).check()
    erase.get_by_label(SAID["erase-which"]).select_option("journal")
    press(erase, "erase-now")
    expect(erase.get_by_role("alert")).to_have_text(SAID["erase-first"])
    assert any(entry["exercise"] == "journal" for entry in entries(page.home))
    erase.get_by_role("checkbox").check()
    press(erase, "erase-now")
    expect(erase.locator(".ns-result")).to_be_focused()
    assert not any(entry["exercise"] == "journal" for entry in entries(page.home))
    go(page, "after-trust-was-hurt")
    expect(exercise_on(page, "journal").locator(".ns-entry")).to_have_count(0)
    prompt_on(page, "journal", "text").locator("textarea").fill("A new page.")
    settled(page)
    assert [entry["answers"] for entry in entries(page.home) if entry["exercise"] == "journal"] == [{"text": "A new page."}]


def test_an_earlier_day_brings_back_what_went_lost(own):
    page = own
    go(page, "after-trust-was-hurt")
    prompt_on(page, "journal", "text").locator("textarea").fill("A word of today.")
    settled(page)
    lost = page.home / "journals" / "mine" / "entries" / "2026-09.json"
    before = {entry["id"] for entry in json.loads(lost.read_text())["entries"]}
    lost.unlink()
    days = part(to_notes(page), "days")
    press(days, "days-show")
    press(days, "days-look")
    expect(days.locator(".ns-looked")).to_contain_text(SAID["bring-new"].format(n=len(before)))
    press(days, "bring-in")
    expect(days.locator(".ns-result")).to_be_focused()
    assert before <= {entry["id"] for entry in entries(page.home)}


# ---- for everyone --------------------------------------------------------------------------------------------------------


def test_with_the_keyboard_alone_a_copy_is_made_and_a_part_is_shared(kept):
    kept.evaluate(AT_THE_TOP)
    copy, share = part(kept, "copy"), part(kept, "share")
    tab_to(kept, copy.get_by_role("radio").first)
    kept.keyboard.press("ArrowDown")
    expect(copy.get_by_role("radio").nth(1)).to_be_checked()
    tab_to(kept, copy.get_by_role("button", name=SAID["copy-make"]))
    kept.keyboard.press("Enter")
    expect(copy.get_by_role("button", name=SAID["save-file"])).to_be_focused()
    with kept.expect_download() as downloading:
        kept.keyboard.press("Enter")
    assert downloading.value.suggested_filename.endswith(".html")
    tab_to(kept, share.get_by_role("radio").first)
    kept.keyboard.press("Space")
    expect(share.locator(".ns-caution")).to_be_visible()
    exercise = share.locator('[data-offered="small-wins"]')
    tab_to(kept, exercise.locator("summary").first)
    kept.keyboard.press("Enter")
    expect(exercise.get_by_role("checkbox").first).to_be_visible()
    tab_to(kept, exercise.get_by_role("checkbox").first)
    kept.keyboard.press("Space")
    expect(exercise.locator("summary").first).to_contain_text(SAID["share-ticked"].format(n=1))
    tab_to(kept, share.get_by_role("button", name=SAID["share-look"]))
    kept.keyboard.press("Enter")
    expect(share.get_by_role("heading", name=SAID["share-preview"])).to_be_focused()


def all_open(page):
    """Everything on the page that can be seen at once."""
    choose(page, "ally")
    offered(page, "small-wins")
    part(page, "share").get_by_role("checkbox").first.check()
    press(part(page, "share"), "share-look")
    expect(part(page, "share").locator("iframe")).to_be_visible()
    part(page, "erase").locator("summary").click()
    part(page, "erase").get_by_role("radio").first.check()
    page.evaluate(OPEN_EVERYTHING)
    part(page, "copy").get_by_label(SAID["range"]).select_option("months")
    press(part(page, "copy"), "copy-make")
    expect(part(page, "copy").get_by_role("button", name=SAID["save-file"])).to_be_visible()
    page.evaluate("scrollTo(0, 0)")


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_and_nothing_is_cut_or_too_small(kept, width, scheme):
    kept.set_viewport_size({"width": width, "height": 800})
    kept.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # colours that fade are neither the old nor the new
    assert faults(kept) == []
    all_open(kept)
    assert faults(kept) == []
    assert kept.evaluate(TOO_SMALL, SMALLEST) == []
    assert kept.evaluate(CUT) == []
    assert kept.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


@pytest.mark.thorough
def test_in_jupyterlab_the_page_works_by_itself_and_no_word_stays_in_the_notebook(chromium, home):
    with running("lab", with_notes(home)) as server, reading(chromium, server) as reader:
        page = run_all(reader, "your-notes.ipynb")
        expect(page.locator("[data-keeping]:not([data-waiting])")).to_be_visible(timeout=20_000)
        press(part(page, "copy"), "copy-make")
        assert saved(page, part(page, "copy"))[1] == exported(home)
        path = home / "notebooks" / "your-notes.ipynb"
        before = path.stat().st_mtime_ns
        page.keyboard.press("Control+s")
        reached(lambda: path.stat().st_mtime_ns != before)
        words = [entry["answers"]["win"] for entry in entries(home) if entry["answers"].get("win")]
        assert words
        assert [word for word in words if word in path.read_text("utf-8")] == []
        assert reader.elsewhere == []
        page.close(run_before_unload=True)
