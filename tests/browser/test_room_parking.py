"""The parking lot on a phone, in a real browser: nothing typed is lost, and nothing is sent that nobody sent."""

import json

import pytest
from playwright.sync_api import expect

from conftest import reading
from newsoil._paths import programme_folder
from newsoil.workshop.words import read_words
from rooms import meeting
from test_room_phones import PHONE

QUESTION = "Could we go more slowly?"
CONNECTED = read_words(programme_folder()).words["shared"]["connected"]


@pytest.fixture
def room(home):
    """A room that is at its first quiet writing, with five other phones."""
    with meeting(home) as server:
        server.company(5)
        server.begin()
        server.move("silent")
        yield server


@pytest.fixture
def phone(chromium, room):
    with reading(chromium, room, viewport={"width": 390, "height": 844}) as reader:
        page = reader.page(address=room.link)
        is_connected(page)
        yield page


def is_connected(page):
    """The page knows its meeting, and with it whose note it may show."""
    expect(page.get_by_text(CONNECTED, exact=True)).to_be_visible()


def texts(room):
    return [note["text"] for note in room.kept["parked"]]


def writing(page, text):
    """Open the parking lot where it is folded, and type; the field."""
    field = page.get_by_label(PHONE["park-label"], exact=True)
    if not field.is_visible():
        page.get_by_text(PHONE["park-title"]).click()
    field.fill(text)
    return field


def sends(page):
    page.get_by_role("button", name=PHONE["park-send"]).click()


def hears_nothing_of(page, ends=0):
    """What the phone parks gets no answer; with `ends`, the room ends the connection for it. Those that were sent."""
    sent = []

    def between(socket):
        room = socket.connect_to_server()

        def passes(message):
            if json.loads(message)["kind"] != "park":
                return room.send(message)
            sent.append(json.loads(message)["text"])
            return socket.close(code=ends) if ends else None

        socket.on_message(passes)

    page.route_web_socket("**/line/phone", between)
    page.reload()
    is_connected(page)
    return sent


def loads_with(page, note):
    """The page loads again and finds this note. It is put there when the page that goes, which keeps what it has typed, is gone."""
    page.add_init_script(f"sessionStorage.setItem('newsoil-room-note', {json.dumps(json.dumps(note))})")
    page.reload()


def few_are_here(page):
    """The phone loads again and is told that it cannot park yet; the first of what comes back tells it that it can."""
    opens = []

    def between(socket):
        room = socket.connect_to_server()

        def passes(message):
            told = json.loads(message)
            if told["kind"] == "room":
                opens[:] = [lambda: socket.send(json.dumps({**told, "can_park": True}))]
                told["can_park"] = False
            socket.send(json.dumps(told))

        room.on_message(passes)

    page.unroute_all()
    page.route_web_socket("**/line/phone", between)
    page.reload()
    expect(page.get_by_text(PHONE["park-too-few"])).to_be_visible()
    return opens


# ---- a note that the room does not take ------------------------------------------------------------------------------


def test_a_note_that_is_too_long_is_not_sent_and_stays(room, phone):
    text = "a word or two " * 200
    field = writing(phone, text)
    sends(phone)
    expect(phone.get_by_role("alert").filter(has_text=PHONE["park-long"])).to_be_visible()
    expect(phone.get_by_role("status").filter(has_text=PHONE["connected"])).to_be_visible()
    expect(field).to_have_value(text)
    expect(field).to_be_editable()
    assert texts(room) == []


def test_half_a_sign_is_sent_as_a_sign_for_it_in_a_browser_that_knows_no_whole_ones(room, phone):
    phone.add_init_script("delete String.prototype.toWellFormed")
    phone.reload()
    writing(phone, "x")
    phone.evaluate(
        "(field) => { field.value = 'Half \\ud83c and whole 🌱'; field.dispatchEvent(new Event('input')); }",
        phone.query_selector("#note"),
    )
    sends(phone)
    expect(phone.locator(".room-more").first).to_contain_text(PHONE["park-in"])
    assert texts(room) == ["Half \ufffd and whole 🌱"]


def test_what_the_room_did_not_understand_stays_in_view_and_is_not_sent_again(room, phone):
    sent = hears_nothing_of(phone, ends=4400)
    writing(phone, QUESTION)
    sends(phone)
    expect(phone.get_by_text(PHONE["not-ours"])).to_be_visible()
    field = phone.get_by_label(PHONE["park-label"], exact=True)
    expect(field).to_have_value(QUESTION)
    expect(phone.get_by_text(PHONE["park-unsure"])).to_be_visible()
    phone.get_by_role("button", name=PHONE["reload"]).click()
    expect(field).to_have_value(QUESTION)
    expect(field).to_be_editable()
    phone.wait_for_timeout(500)
    assert (sent, texts(room)) == ([QUESTION], [])


# ---- a note that was sent, and other words ---------------------------------------------------------------------------


def test_words_that_nobody_sent_are_not_sent_when_the_page_loads_again(room, phone):
    sent = hears_nothing_of(phone)
    writing(phone, QUESTION)
    sends(phone)
    expect(phone.get_by_text(PHONE["park-going"])).to_be_visible()
    phone.reload()
    expect(phone.get_by_text(PHONE["park-going"])).to_be_visible()  # the same words go out again by themselves
    assert set(sent) == {QUESTION}
    views = few_are_here(phone)
    writing(phone, "Could we go more slow")
    kept = phone.evaluate("JSON.parse(sessionStorage.getItem('newsoil-room-note'))")
    assert (kept["text"], kept["id"], kept["sent"]) == ("Could we go more slow", "", "")
    views[0]()
    expect(phone.get_by_role("button", name=PHONE["park-send"])).to_be_visible()
    phone.wait_for_timeout(300)
    assert texts(room) == []


def test_words_that_were_changed_after_they_were_sent_are_another_note(room, phone):
    with_old = {"text": "Could we go more slowly, please?", "id": "note-00000001", "sent": QUESTION}
    loads_with(phone, with_old)
    field = phone.get_by_label(PHONE["park-label"], exact=True)
    expect(field).to_have_value(with_old["text"])
    phone.wait_for_timeout(500)
    assert texts(room) == []
    field.press("End")
    field.press_sequentially(" Thank you.")
    sends(phone)
    expect(phone.get_by_text(PHONE["park-in"])).to_be_visible()
    (note,) = room.kept["parked"]
    assert note["text"].endswith("Thank you.")
    assert note["id"] != with_old["id"]


# ---- when the meeting is over ----------------------------------------------------------------------------------------


def test_over_a_note_that_was_not_sent_the_page_says_so_and_it_can_be_copied_or_forgotten(room, phone):
    field = writing(phone, QUESTION)
    room.lead("end")
    main = phone.locator("main")
    expect(phone.locator("h1")).to_have_text(PHONE["over-title"])
    expect(main).to_contain_text("still on this page")
    expect(main).not_to_contain_text("keeps nothing")
    expect(main).to_contain_text(PHONE["park-not-sent"])
    expect(field).to_have_value(QUESTION)
    assert phone.evaluate("Object.keys(sessionStorage)") == []
    phone.get_by_role("button", name=PHONE["park-copy"]).click()
    expect(phone.get_by_text(PHONE["park-copied"])).to_be_visible()
    phone.get_by_role("button", name=PHONE["park-forget"]).click()
    expect(field).to_have_count(0)
    expect(main).to_contain_text("keeps nothing")


def test_a_note_of_another_meeting_is_forgotten_and_not_shown(room, phone):
    writing(phone, QUESTION)
    phone.evaluate("sessionStorage.setItem('newsoil-room-meeting', '\"another\"')")
    phone.reload()
    field = writing(phone, "")
    assert phone.evaluate("sessionStorage.getItem('newsoil-room-note')") is None
    expect(field).to_have_value("")
    assert phone.evaluate("JSON.parse(sessionStorage.getItem('newsoil-room-meeting'))") == room.kept["id"]


# ---- what participants are told --------------------------------------------------------------------------------------


def test_who_could_read_along_is_said_before_somebody_joins_and_before_they_write(room, phone, chromium):
    phone.get_by_text(PHONE["park-title"]).click()
    expect(phone.locator(".room-more").first).to_contain_text(PHONE["read-along"])
    with reading(chromium, room) as reader:
        expect(reader.page(address=room.address).locator(".room-honest")).to_contain_text(PHONE["read-along"])
