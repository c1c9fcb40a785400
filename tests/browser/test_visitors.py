"""Visitors: nothing of them stays, their file goes with them and comes back whole, and no word is lost while their page is open."""

import json
import re

import pytest
from playwright.sync_api import expect

import test_your_notes as on_notes
from canary import CANARY, KEPT_IN_THE_BROWSER, holding
from conftest import LOOKS, entries, go, reading, ready, thorough
from filling import exercise_on, prompt_on, settled
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Edit, Entry, Store, to_json
from newsoil.journal.document import read_document
from newsoil.journal.record import Journal
from servers import Server, free_port, reached, standing
from test_accessibility import CUT, SMALLEST, TOO_SMALL, faults
from test_your_notes import erase_everything, part, to_notes
from visits import BRINGING, EXERCISE, KEEPING, PROMPT, SAID, SAVE, STAGE, begin, bring, close, field, files_of, look, made, renewed, taken

SAID_OF = read_guide(guide_folder())


@pytest.fixture
def visitors(tmp_path):
    with standing(made(tmp_path, "--visitors")) as server:
        yield server


def test_after_a_visit_there_is_no_new_file_and_no_word_of_it_anywhere(chromium, tmp_path):
    with standing(made(tmp_path / "nobody", "--visitors")) as nobody:
        reached(lambda: len(nobody.kernels()) == 2, within=30)
        before = files_of(tmp_path / "nobody")
    left_by_nobody = files_of(tmp_path / "nobody")

    with standing(made(tmp_path / "visited", "--visitors")) as server, reading(chromium, server) as reader:
        page = begin(reader, STAGE)
        field(page).fill(f"{CANARY} a walk by the river")
        prompt_on(page, EXERCISE, "tags").locator("textarea").fill(f"{CANARY} tag")
        prompt_on(page, EXERCISE, "tags").locator("textarea").press("Enter")
        settled(page)
        page.evaluate("document.querySelector('.ns-looks').open = true")
        page.locator(".ns-settings input[name=theme][value=dark]").check()
        for stage in ("signs-in-me", STAGE):
            go(page, stage)
        assert holding(tmp_path / "visited", CANARY) == []
        assert CANARY not in page.evaluate(KEPT_IN_THE_BROWSER)
        assert {cookie["name"] for cookie in reader.context.cookies()} <= {"_xsrf", f"username-127-0-0-1-{server.port}"}
        assert files_of(tmp_path / "visited") <= before
        name, _ = taken(page)
        assert re.fullmatch(r"notes-\d{4}-\d\d-\d\d\.json", name)
        close(page)
        reached(lambda: len(server.kernels()) == 2, within=30)
        assert reader.elsewhere == []
        assert reader.errors == []
    assert holding(tmp_path / "visited", CANARY) == []
    assert files_of(tmp_path / "visited") <= left_by_nobody
    assert not list((tmp_path / "visited").rglob("history.sqlite*"))
    assert not (tmp_path / "visited" / "home" / "journals").exists()


def test_a_file_that_is_taken_and_brought_back_is_the_same_to_the_last_byte(chromium, visitors):
    with reading(chromium, visitors) as reader:
        page = begin(reader, STAGE)
        field(page).fill("Grüße, 你好 🌱\nthe first note")
        exercise_on(page, EXERCISE).get_by_role("button", name=SAID["exercise"]["done"]).click()
        exercise_on(page, EXERCISE).get_by_role("button", name=SAID["exercise"]["write-another"]).click()
        field(page).fill("the second note")
        settled(page)
        _, first = taken(page)
        assert [entry["answers"][PROMPT] for entry in json.loads(first)["entries"]] == ["Grüße, 你好 🌱\nthe first note", "the second note"]
        assert first == to_json(Journal(read_document(first).entries)), "in canonical form"
        page.reload()
        page.locator("#ns-leaving button").click()
        ready(page, STAGE)
        expect(field(page)).to_have_value("")
        bring(page, first)
        expect(page.locator("#ns-visit [role=status]")).to_have_text(KEEPING["brought"].replace("{n}", "2"))
        expect(field(page)).to_have_value("the second note")
        expect(exercise_on(page, EXERCISE).locator(".ns-own-words")).to_contain_text("the first note")
        assert taken(page)[1] == first
        field(page).fill("the second note, longer")
        settled(page)
        _, longer = taken(page)
        assert [entry["answers"][PROMPT] for entry in json.loads(longer)["entries"]][1] == "the second note, longer"


def a_file(*notes) -> bytes:
    """A file of notes, each an exercise, a day and a text."""
    entries = []
    for number, (exercise, day, text) in enumerate(notes):
        times = dict.fromkeys(("made_at", "changed_at"), f"{day}T10:00:00+01:00")
        prompt = {"journal": "text", "small-wins": "win"}[exercise]
        entries.append(Entry(id=f"e{number}", exercise=exercise, exercise_version=1, answers={prompt: text}, **times))
    return to_json(Journal(tuple(entries)))


def test_before_a_file_comes_in_the_page_says_what_it_would_bring_and_not_now_brings_nothing(chromium, visitors):
    content = a_file(("journal", "2025-03-01", CANARY), ("journal", "2025-10-05", "two"), ("small-wins", "2025-11-23", "a walk"))
    with reading(chromium, visitors) as reader:
        page = begin(reader, STAGE)
        dialog = page.locator("#ns-bring")
        page.locator("#ns-visit [data-bring]").focus()
        look(page, content)
        preview = dialog.locator(".ns-looked")
        expect(preview).to_be_focused()
        expect(preview).to_contain_text(BRINGING["bring-new"].format(n=3))
        expect(preview).to_contain_text("1 March 2025")
        expect(preview).to_contain_text("23 November 2025")
        for exercise, notes in (("journal", "2 notes"), ("small-wins", "1 note")):
            expect(preview).to_contain_text(f"{SAID_OF.exercise(exercise).title} ({notes})")
        assert CANARY not in page.content(), "no word of a note"
        page.keyboard.press("Tab")
        expect(dialog.get_by_role("button", name=BRINGING["bring-in"])).to_be_focused()
        page.keyboard.press("Tab")
        expect(dialog.get_by_role("button", name=BRINGING["bring-not"])).to_be_focused()
        page.keyboard.press("Enter")
        expect(dialog).to_be_hidden()
        expect(page.locator("#ns-visit [data-bring]")).to_be_focused()
        expect(field(page)).to_have_value("")
        page.locator("#ns-visit [data-take]").click()
        expect(page.locator("#ns-visit [role=status]")).to_have_text(KEEPING["took-nothing"])
        look(page, content)
        expect(preview).to_be_focused()
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        expect(field(page)).to_have_value("")
        look(page, content)
        expect(preview).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(dialog).to_be_hidden()
        expect(page.locator("#ns-visit [role=status]")).to_have_text(KEEPING["brought"].replace("{n}", "3"))
        expect(exercise_on(page, EXERCISE).locator(".ns-own-words").first).to_have_text("two")
        look(page, content)
        expect(preview).to_contain_text(BRINGING["bring-nothing"])
        expect(dialog.get_by_role("button", name=BRINGING["bring-in"])).to_have_count(0)
        dialog.get_by_role("button", name=BRINGING["bring-not"]).click()
        assert reader.errors == []


def test_a_word_that_is_typed_after_the_look_stays_beside_what_comes_in(chromium, visitors):
    with reading(chromium, visitors) as reader:
        page = begin(reader, STAGE)
        field(page).fill("of this page")
        settled(page)
        bring(page, a_file(("journal", "2025-03-01", "of the file")))
        expect(page.locator("#ns-visit [role=status]")).to_have_text(KEEPING["brought"].replace("{n}", "1"))
        notes = json.loads(taken(page)[1])["entries"]
        assert [note["answers"][PROMPT] for note in notes] == ["of the file", "of this page"]


def test_help_is_reached_from_the_look_and_nothing_comes_in(chromium, visitors):
    with reading(chromium, visitors) as reader:
        page = begin(reader, STAGE)
        look(page, a_file(("journal", "2025-03-01", "of the file")))
        expect(page.locator("#ns-bring .ns-looked")).to_be_focused()
        page.locator("#ns-bring [data-jump=support]").click()
        expect(page.locator("#ns-bring")).to_be_hidden()
        expect(page.locator("#support h2").first).to_be_in_viewport()
        expect(page.locator("#support")).to_be_focused()
        expect(field(page)).to_have_value("")


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_in_the_look_and_nothing_is_cut(chromium, visitors, width, scheme):
    with reading(chromium, visitors, viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce") as reader:
        page = begin(reader, STAGE)
        look(page, a_file(*[("journal", f"2025-03-{day:02}", "x") for day in range(1, 20)], ("small-wins", "2025-11-23", "a walk")))
        expect(page.locator("#ns-bring .ns-looked")).to_be_focused()
        assert faults(page) == []
        assert page.evaluate(TOO_SMALL, SMALLEST) == []
        assert page.evaluate(CUT) == []
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


@pytest.mark.thorough
def test_a_large_file_comes_and_goes_whole(chromium, visitors):
    at = "2026-11-23T10:00:00+01:00"
    common = {"exercise": EXERCISE, "exercise_version": 1, "made_at": at, "changed_at": at}
    large = to_json(
        Journal(tuple(Entry(id=f"e{number:04}", answers={PROMPT: f"Grüße 🌱 {number} " * 200}, **common) for number in range(4000)))
    )
    assert len(large) > 10 * 2**20, "more than one message can hold"
    with reading(chromium, visitors) as reader:
        page = begin(reader, STAGE)
        bring(page, large)
        expect(page.locator("#ns-visit [role=status]")).to_have_text(KEEPING["brought"].replace("{n}", "4000"), timeout=30_000)
        assert taken(page)[1] == large


def test_a_file_that_is_none_of_ours_is_said_in_a_sentence(chromium, visitors):
    with reading(chromium, visitors) as reader:
        page = begin(reader)
        look(page, b"a shopping list", "list.txt")
        expect(page.locator("#ns-visit [role=status]")).to_contain_text("no export of New Soil")
        expect(page.locator("#ns-bring")).to_be_hidden()
        page.locator("#ns-visit [data-take]").click()
        expect(page.locator("#ns-visit [role=status]")).to_have_text(KEEPING["took-nothing"])


def test_no_page_shows_what_another_visitor_wrote_and_no_page_that_waits_holds_anything(chromium, visitors):
    with reading(chromium, visitors) as reader:
        page = begin(reader, STAGE)
        field(page).fill(CANARY)
        settled(page)
        other = begin(reader, STAGE)
        expect(field(other)).to_have_value("")
        assert CANARY not in reader.context.request.get(f"http://127.0.0.1:{visitors.port}/").text()
        assert CANARY not in other.content()


def test_a_page_that_was_run_in_advance_holds_nothing_of_the_journal(chromium, tmp_path):
    at = "2026-11-23T10:00:00+01:00"
    Store(tmp_path / "home").record(
        Edit(page="p", seq=1, exercise=EXERCISE, entry="e", made_at=at, at=at, act="answer", prompt=PROMPT, value=CANARY)
    )
    server = Server("app", tmp_path / "home", free_port())
    server.start()
    try:
        reached(lambda: len(server.kernels()) == 2, within=30)
        with reading(chromium, server) as reader:
            page = reader.context.request.get(server.address).text()
            assert 'id="newsoil-states"' in page
            assert CANARY not in page
    finally:
        server.stop()


def test_the_page_says_everywhere_that_nothing_is_kept(chromium, visitors):
    with reading(chromium, visitors) as reader:
        page = reader.page(STAGE)
        told = page.locator("#ns-leaving")
        expect(told).to_contain_text(SAID["leaving"]["after-open"], timeout=20_000)
        expect(told.get_by_text(SAID["leaving"]["after"])).to_be_hidden()
        told.get_by_role("button").click()
        ready(page, STAGE)
        expect(page.locator("#ns-visit")).to_contain_text(KEEPING["nothing"])
        field(page).fill("a word")
        expect(prompt_on(page, EXERCISE, PROMPT).get_by_role("status")).to_have_text(SAVE["kept-open"])
        exercise_on(page, EXERCISE).get_by_role("button", name=SAID["exercise"]["done"]).click()
        expect(exercise_on(page, EXERCISE).locator(".ns-rest [role=status]")).to_have_text(SAVE["kept-open"])
        expect(page.locator("footer").get_by_text(KEEPING["operator"])).to_be_visible()
        for stage in ("start", "signs-in-me", "look-back"):
            page.evaluate("(stage) => { location.hash = `#/${stage}`; }", stage)
            ready(page, stage)
            seen = page.locator("body").inner_text()
            assert "file on this computer" not in seen
            assert "Saved" not in seen


@pytest.mark.client
def test_a_tab_with_words_that_nobody_took_asks_before_it_is_closed_and_leaving_quickly_does_not(chromium, visitors):
    with reading(chromium, visitors) as reader:
        page = reader.page(STAGE)
        asked = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
        page.locator("#ns-leaving button").click(timeout=20_000)
        ready(page, STAGE)
        field(page).press_sequentially("a word")
        settled(page)
        page.close(run_before_unload=True)
        reached(lambda: page.evaluate("true") and asked == ["beforeunload"])
        expect(field(page)).to_have_value("a word")
        taken(page)
        page.evaluate("document.documentElement.dataset.exit = 'blank'")
        field(page).press_sequentially(" more")
        page.locator("header [data-leave]").last.click()
        page.wait_for_url("about:blank")
        assert asked == ["beforeunload"]
        reached(lambda: len(visitors.kernels()) == 2, within=30)


def test_words_that_were_taken_are_not_asked_for_again(chromium, visitors):
    with reading(chromium, visitors) as reader:
        page = reader.page(STAGE)
        asked = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        page.locator("#ns-leaving button").click(timeout=20_000)
        ready(page, STAGE)
        field(page).press_sequentially("a word")
        taken(page)
        page.reload()
        ready(page, STAGE)
        assert asked == []


@pytest.mark.client
@pytest.mark.parametrize("end", ["killed", thorough("asleep"), thorough("server")])
def test_a_page_whose_kernel_is_gone_goes_on_with_another_and_has_every_word(chromium, visitors, end):
    with reading(chromium, visitors) as reader:
        page = begin(reader, STAGE)
        field(page).fill("the first note")
        exercise_on(page, EXERCISE).get_by_role("button", name=SAID["exercise"]["done"]).click()
        exercise_on(page, EXERCISE).get_by_role("button", name=SAID["exercise"]["write-another"]).click()
        field(page).press_sequentially("the second note")
        settled(page)
        page.evaluate("window.sameLoad = true")
        kernel = page.evaluate("JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId")
        if end == "killed":
            visitors.kill_kernels()
            renewed(page, kernel, " and more")
        elif end == "asleep":
            with visitors.kernels_asleep():
                renewed(page, kernel, " and more")
        else:
            visitors.stop()
            field(page).press_sequentially(" and")
            expect(page.locator("#ns-line")).to_contain_text(SAID["shell"]["lost-open"], timeout=20_000)
            visitors.start()
            renewed(page, kernel, " more")
        go(page, "signs-in-me")
        go(page, STAGE)
        expect(field(page)).to_have_value("the second note and more")
        expect(exercise_on(page, EXERCISE).locator(".ns-own-words")).to_have_text(["the first note"])
        _, content = taken(page)
        notes = json.loads(content)["entries"]
        assert [note["answers"][PROMPT] for note in notes] == ["the first note", "the second note and more"]
        assert [note["status"] for note in notes] == ["done", "draft"]
        assert [note["earlier"] for note in notes] == [[], []]
        expect(page.locator("#ns-line")).to_be_empty()
        assert page.evaluate("window.sameLoad"), "no page was loaded for it"
        assert page.locator("iframe").count() == 0
        assert entries(visitors.home) == []


@pytest.mark.client
def test_what_is_erased_and_brought_in_on_your_notes_is_so_with_another_kernel_too(chromium, visitors, tmp_path):
    """The page's own copy goes to the next kernel: what came in may not end with the first one, and what was erased may not come back."""
    with reading(chromium, visitors) as reader:
        page = begin(reader, STAGE)
        field(page).fill("to be brought back")
        settled(page)
        file = tmp_path / "notes.json"
        file.write_bytes(taken(page)[1])
        exercise_on(page, EXERCISE).get_by_role("button", name=SAID["exercise"]["done"]).click()
        exercise_on(page, EXERCISE).get_by_role("button", name=SAID["exercise"]["write-another"]).click()
        field(page).fill("to be erased")
        settled(page)
        erase_everything(to_notes(page))
        on_notes.bring(page, file)
        on_notes.press(part(page, "bring"), "bring-in")
        expect(part(page, "bring").locator(".ns-result")).to_be_visible()
        go(page, STAGE)
        expect(field(page)).to_have_value("to be brought back")
        kernel = page.evaluate("JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId")
        visitors.kill_kernels()
        renewed(page, kernel, ", and it is", "to be brought back, and it is")
        assert [entry["answers"][PROMPT] for entry in json.loads(taken(page)[1])["entries"]] == ["to be brought back, and it is"]


def test_the_line_covers_nothing_that_has_the_focus(chromium, visitors):
    with reading(chromium, visitors) as reader:
        page = begin(reader, STAGE)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.get_by_role("link", name="Finding support").first.focus()
        line = page.locator("#ns-visit").bounding_box()
        assert page.locator(":focus").bounding_box()["y"] >= line["y"] + line["height"]
