"""A passphrase before the first word: nothing can be written until it is set or put aside, and help and the way out stay."""

import pytest
from playwright.sync_api import expect

from canary import CANARY, holding
from conftest import LOOKS, entries, reading, ready
from filling import prompt_on, says_saved, settled
from newsoil.journal import Store, read_settings
from servers import Server, free_port, reached, standing
from test_accessibility import SMALLEST, TOO_SMALL, faults
from test_sealed_notes import PHRASE, unseal
from visits import EXERCISE, KEEPING, PROMPT, SAID, STAGE, begin, field, made

DOOR, SHELL = SAID["door"], SAID["shell"]
WRITABLE = """() => [...document.querySelectorAll("main :is(textarea, input:not([type=password], [type=checkbox]), select)")]
    .filter((one) => one.checkVisibility()).length"""


@pytest.fixture
def server(tmp_path):
    """A first start in a folder that is named, as a second person on one computer has."""
    with standing(Server("app", tmp_path / "home", free_port(), told=False)) as server:
        yield server


@pytest.fixture
def person(chromium, server):
    with reading(chromium, server) as reader:
        yield reader


def wanting(reader, stage=STAGE):
    """A page on which somebody has chosen a passphrase, and has read what leaving quickly does."""
    page = reader.page(stage)
    page.get_by_role("button", name=KEEPING["sealed"]).click(timeout=20_000)
    page.locator("#ns-leaving button").click()
    return page


def waiting(page):
    return page.locator("main .ns-seal-first")


def card(page):
    """The card that says what a passphrase does."""
    expect(page.get_by_role("heading", name=DOOR["seal-title"])).to_be_visible(timeout=20_000)
    return page.locator(".ns-door-card")


def set_passphrase(page) -> str:
    page.get_by_role("button", name=DOOR["seal-begin"]).click()
    key = page.locator(".ns-key").inner_text()
    page.get_by_label(DOOR["key-noted"]).check()
    for label in (DOOR["passphrase-new"], DOOR["passphrase-again"]):
        page.get_by_label(label).fill(PHRASE)
    page.get_by_role("button", name=DOOR["seal"], exact=True).click()
    expect(page.get_by_text(DOOR["opened"])).to_be_visible(timeout=20_000)
    return key


def test_a_passphrase_that_is_wanted_is_set_before_the_first_word_which_is_never_in_a_plain_file(person, server, tmp_path):
    page = wanting(person)
    expect(card(page)).to_be_visible()
    expect(page.get_by_role("heading", name=DOOR["seal-title"])).to_be_focused()
    expect(waiting(page)).to_contain_text(KEEPING["seal-first"])
    ready(page, STAGE)  # it is drawn, and out of sight
    assert page.evaluate(WRITABLE) == 0
    expect(page.locator(".ns-place")).to_be_hidden()
    expect(page.locator("nav [data-stage]").first).to_be_hidden()
    key = set_passphrase(page)
    expect(waiting(page)).to_be_hidden()
    ready(page, STAGE)
    field(page).fill(f"{CANARY} a walk by the river")
    says_saved(page, EXERCISE, PROMPT)
    reached(lambda: read_settings(Store(server.home).folder).told)
    assert holding(tmp_path, CANARY) == []
    again = person.page(STAGE)
    expect(again.get_by_role("heading", name=DOOR["locked-title"])).to_be_visible(timeout=40_000)
    expect(again.locator("dialog[open]")).to_have_count(0)
    again.get_by_role("button", name=DOOR["by-recovery"]).click()
    unseal(again, key, DOOR["recovery-key"])
    ready(again, STAGE)
    expect(field(again)).to_have_value(f"{CANARY} a walk by the river")
    assert person.errors == []


@pytest.mark.parametrize("step", ["at once", "with the key in sight"])
def test_whoever_puts_it_aside_can_write_and_set_it_later(person, server, step):
    page = wanting(person)
    card(page)
    if step != "at once":
        page.get_by_role("button", name=DOOR["seal-begin"]).click()
        expect(page.locator(".ns-key")).to_be_visible()
    page.get_by_role("button", name=DOOR["not-now"]).click()
    expect(card_of(page)).to_have_count(0)
    expect(waiting(page)).to_be_hidden()
    ready(page, STAGE)
    field(page).fill("a word")
    says_saved(page, EXERCISE, PROMPT)
    assert [entry["answers"] for entry in entries(server.home)] == [{PROMPT: "a word"}]
    reached(lambda: read_settings(Store(server.home).folder).told)
    page.locator("[data-seal]").click()
    card(page)


def card_of(page):
    return page.locator(".ns-door-card")


def test_before_there_is_a_kernel_the_page_says_that_it_opens_and_takes_no_words(chromium, tmp_path):
    with standing(Server("app", tmp_path / "home", free_port(), told=False)) as server, reading(chromium, server) as reader:
        page = reader.page(STAGE)
        ready(page, STAGE)
        with server.kernels_asleep():
            page.get_by_role("button", name=KEEPING["sealed"]).click()
            page.locator("#ns-leaving button").click()
            expect(waiting(page).get_by_role("status")).to_have_text(KEEPING["seal-soon"])
            expect(card_of(page)).to_have_count(0)
            assert page.evaluate(WRITABLE) == 0
            for name in (SHELL["help"], SHELL["leave"]):
                expect(page.locator(".ns-tools").get_by_role("link", name=name)).to_be_visible()
        expect(card(page)).to_be_visible()
        expect(waiting(page).get_by_role("status")).to_have_text(KEEPING["seal-first"])


def test_what_takes_too_long_can_be_put_aside(person, server):
    page = person.page(STAGE)
    ready(page, STAGE)
    with server.kernels_asleep():
        page.get_by_role("button", name=KEEPING["sealed"]).click()
        page.locator("#ns-leaving button").click()
        reached(lambda: not page.evaluate("document.getElementById('page').inert"))
        waiting(page).get_by_role("button", name=KEEPING["seal-aside"]).click()
        expect(field(page)).to_be_visible()
    settled(page)
    expect(card_of(page)).to_have_count(0)


def test_a_page_that_is_loaded_again_in_between_asks_anew_and_nothing_is_kept_yet(person, server):
    page = wanting(person)
    card(page)
    page.reload()
    expect(page.locator("#ns-keep")).to_be_visible(timeout=20_000)
    assert entries(server.home) == []
    assert not read_settings(Store(server.home).folder).told


def test_help_and_the_way_out_stay_while_the_passphrase_is_set(person):
    page = wanting(person)
    card(page)
    page.locator(".ns-tools .ns-btn-help").click()
    expect(page.locator("#support")).to_be_focused()
    page.get_by_role("button", name=SHELL["back-where"]).click()
    expect(card_of(page)).to_be_in_viewport()
    page.evaluate("document.documentElement.dataset.exit = 'blank'")
    page.locator(".ns-tools [data-leave]").click()
    page.wait_for_url("about:blank")


def test_right_now_writes_nothing_until_the_passphrase_is_set(person):
    page = wanting(person)
    card(page)
    assert page.evaluate("newsoil.writes()") is False
    set_passphrase(page)
    reached(lambda: page.evaluate("newsoil.writes()"))


def test_notes_that_were_tried_out_are_sealed_before_the_next_word(chromium, tmp_path):
    with standing(made(tmp_path)) as server, reading(chromium, server) as reader:
        page = begin(reader, STAGE, "try")
        field(page).fill(f"{CANARY} tried out")
        settled(page)
        page.get_by_role("button", name=KEEPING["keep"]).click()
        page.locator("#ns-keep button[value=sealed]").click()
        page.get_by_role("button", name=KEEPING["carry-yes"]).click()
        card(page)
        assert page.evaluate(WRITABLE) == 0
        set_passphrase(page)
        ready(page, STAGE)
        expect(field(page)).to_have_value(f"{CANARY} tried out")
        assert holding(tmp_path, CANARY) == []
        page.evaluate("document.querySelector('.ns-looks').open = true")
        page.get_by_role("button", name=KEEPING["change"]).click()
        expect(page.locator("#ns-keep button[value=here]")).to_be_hidden()
        expect(page.locator("#ns-keep button[value=sealed]")).to_contain_text(KEEPING["now"])


def test_a_passphrase_can_be_chosen_where_notes_are_kept_without_one(person):
    page = person.page(STAGE)
    page.locator("#ns-keep button[value=here]").click(timeout=20_000)
    page.locator("#ns-leaving button").click()
    ready(page, STAGE)
    reached(lambda: page.evaluate("document.documentElement.dataset.keep") == "here")
    page.evaluate("document.querySelector('.ns-looks').open = true")
    page.get_by_role("button", name=KEEPING["change"]).click()
    expect(page.locator("#ns-keep button[value=here]")).to_contain_text(KEEPING["now"])
    page.locator("#ns-keep button[value=sealed]").click()
    expect(card(page)).to_be_in_viewport()
    page.get_by_role("button", name=DOOR["not-now"]).click()
    expect(prompt_on(page, EXERCISE, PROMPT)).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_everyone_can_go_through_it(chromium, server, width, scheme):
    with reading(chromium, server, viewport={"width": width, "height": 800}, color_scheme=scheme) as reader:
        page = wanting(reader)
        card(page)
        assert faults(page) == []
        assert page.evaluate(TOO_SMALL, SMALLEST) == []
        page.get_by_role("button", name=DOOR["seal-begin"]).click()
        expect(page.locator(".ns-key")).to_be_visible()
        assert faults(page) == []
        assert page.evaluate(TOO_SMALL, SMALLEST) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
