"""What a person typed is in the journal and nowhere else: random words, typed into every kind of prompt in the app and in JupyterLab."""

import base64
import http.client
import json
import re
from contextlib import chdir
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from canary import (
    KINDS,
    WORDLESS,
    Browser,
    Canary,
    divided,
    kept_in_the_browser,
    overhearing,
    own_folders,
    room_in,
    told_by_the_system,
    type_into,
)
from conftest import go, reading, ready, thorough
from doors import another_page
from filling import exercise_on, prompt_on, settled
from lab_pages import run_all
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Edit, Store
from places import PLACES, matches
from right_now_pages import NOW, begin, dialog, onward, press
from servers import Server, fetched, reached, running
from test_leaving import TYPE_AND_LEAVE
from test_line import folder_that_is_none

GUIDE = read_guide(guide_folder())
SAID = GUIDE.words
EXERCISES = [
    GUIDE.exercise(name)
    for name in (
        "journal",
        "which-rule-changed",
        "promise-map",
        "what-trust-looks-like",
        "two-answers",
        "small-shares",
        "i-statement",
        "after-a-share",
        "trigger",
        "question-of-the-day",
    )
]
"""Exercises that have every kind of prompt between them, in the order of their stages."""

TYPED = KINDS - set(WORDLESS)
NOT_SENT = {"both"}
"""What two people answer on one device: it is on the page alone."""

LAST = "last words"
"""What is typed in the moment in which the page is left. The page sends it a second way, which outlives the page (decision 20)."""

NOTED, TITLE, ENCLOSED = "own words of “Right now”", "the title of a reminder", "what goes with a shared part"
"""What is typed in the app beside its exercises. The first is a note once somebody says so; the others are kept nowhere."""

KEPT = [f"home/{pattern}" for place in PLACES if place.id in ("notes", "backups") for pattern in place.files]
"""The files in which words may lie: those that the page about what stays says so of."""


@dataclass
class Run:
    """A front end, the words that were typed into it, and what was found of them while it ran and after it had ended."""

    server: Server
    place: Path
    canary: Canary = field(default_factory=lambda: Canary(TYPED | {LAST, NOTED, TITLE, ENCLOSED}))
    typed: set[str] = field(default_factory=set)
    room: list[tuple[str, bool, int]] = field(default_factory=list)
    kernels: set[str] = field(default_factory=set)
    files: list[dict[str, set[str]]] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    told: list[bytes] = field(default_factory=list)
    last: set[str] = field(default_factory=set)
    noted: set[str] = field(default_factory=set)
    by_beacon: list[str] = field(default_factory=list)
    requests: list[tuple[str, bytes]] = field(default_factory=list)
    answers: list[bytes] = field(default_factory=list)
    frames: dict[str, list[bytes]] = field(default_factory=dict)
    console: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=["app", thorough("lab")])
def found(request, chromium, tmp_path_factory):
    """What became of the words that were typed into a front end, looked for while it ran and after it had ended."""
    place = tmp_path_factory.mktemp(request.param)
    (place / "work").mkdir()
    with (
        chdir(place / "work"),
        running(request.param, place / "home", **own_folders(place)) as server,
        overhearing(server.port) as ear,
        reading(chromium, server, ear.port) as reader,
    ):
        run, browser = Run(server, place), Browser(reader.context)
        yesterday(server.home)
        {"app": in_the_app, "lab": in_the_notebooks}[request.param](reader, run)
        server.stop()
        run.files.append(run.canary.files(place))
        run.requests, run.answers, run.frames = ear.requests(), ear.answers(), browser.frames
        run.console, run.elsewhere = browser.console, reader.elsewhere
    return run


def yesterday(home):
    """A note of yesterday: something to link to, and something to back up before the first word of today."""
    at = (datetime.now().astimezone() - timedelta(days=1)).isoformat(timespec="seconds")
    edit = {"page": "one", "seq": 1, "entry": "e0", "made_at": at, "at": at, "act": "answer"}
    Store(home).record(Edit(exercise="what-am-i-afraid-of", prompt="fear", value="yesterday", **edit))


# ---- typing ----------------------------------------------------------------------------------------------------------


def in_the_app(reader, run):
    """Type in one page, go about in it, load it again, and leave it with words that nobody has confirmed."""
    page = reader.open(EXERCISES[0].stage)
    for exercise in EXERCISES:
        if page.locator("main").get_attribute("data-stage") != exercise.stage:
            go(page, exercise.stage)
        fill(page, exercise, run)
    beside_the_exercises(page, run)
    for stage in ("seeing-change", EXERCISES[0].stage):
        go(page, stage)
    on_a_disk_that_takes_nothing(page, run)
    own = "JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId"
    run.kernels.add(page.evaluate(own))
    look(page, run)
    page.reload()
    ready(page, EXERCISES[0].stage)
    run.kernels.add(kernel := page.evaluate(own))
    look(page, run)
    with page.expect_navigation():
        prompt_on(page, "journal", "text").locator("textarea").evaluate(TYPE_AND_LEAVE, [run.canary[LAST], "away"])
    run.last, run.by_beacon = {LAST}, [f"POST /newsoil/last/{kernel} HTTP/1.1"]
    reached(lambda: LAST in in_the_journal(run.canary.files(run.place)))


def beside_the_exercises(page, run):
    """Type into “Right now” and note it down, make a reminder, and look at a part of the notes that is to be shared."""
    begin(page, "urge")
    dialog(page).get_by_role("radio").first.check()
    onward(page)
    onward(page)
    dialog(page).get_by_label(NOW["words"]["own"]).fill(run.canary[NOTED])
    for _ in range(3):
        onward(page)
    press(page, "note")
    press(page, "note-write")
    run.noted = {NOTED}
    reached(lambda: NOTED in in_the_journal(run.canary.files(run.place)))
    page.keyboard.press("Escape")

    go(page, "start")
    reminder = page.locator("[data-reminder]")
    reminder.locator("summary").click()
    reminder.locator("#ns-reminder-title").fill(run.canary[TITLE])
    reminder.locator("#ns-reminder-time").fill("18:30")
    reminder.get_by_role("button", name=SAID["reminder"]["make"]).click()
    expect(reminder.get_by_text(SAID["reminder"]["made"])).to_be_visible()

    go(page, "your-notes")
    words, share = SAID["your-notes"], page.locator('[data-part="share"]')
    share.get_by_role("radio", name=re.compile("^" + re.escape(GUIDE.recipient("therapist").title))).check()
    offered = share.locator('[data-offered="trigger"]')
    offered.locator("summary").first.click()
    offered.get_by_role("checkbox").first.check()
    share.get_by_label(words["share-note"]).fill(run.canary[ENCLOSED])
    share.get_by_role("button", name=re.compile("^" + re.escape(words["share-look"]))).click()
    expect(share.frame_locator("iframe").get_by_text(run.canary[ENCLOSED])).to_be_visible()


def in_the_notebooks(reader, run):
    """Type in the shipped notebooks, one after the other."""
    stages = [stage.id for stage in GUIDE.stages]
    for stage in dict.fromkeys(exercise.stage for exercise in EXERCISES):
        name = f"{stages.index(stage):02}-{stage}.ipynb"
        in_notebook(reader, run, name, [exercise for exercise in EXERCISES if exercise.stage == stage])


def in_notebook(reader, run, name, exercises):
    """Type in one notebook of JupyterLab, and save it."""
    page, path = run_all(reader, name), run.server.home / "notebooks" / name
    sessions = json.loads(fetched(f"http://127.0.0.1:{run.server.port}/api/sessions?token={run.server.token}"))
    run.kernels |= {session["kernel"]["id"] for session in sessions if session["path"] == name}
    for exercise in exercises:
        fill(page, exercise, run)
    if exercises[0] is EXERCISES[0]:
        on_a_disk_that_takes_nothing(page, run)
    before = path.stat().st_mtime_ns
    page.keyboard.press("Control+s")
    reached(lambda: path.stat().st_mtime_ns != before)
    reached(lambda: list((run.server.home / "lab" / "workspaces").glob("*")), within=20)
    look(page, run)
    page.close(run_before_unload=True)


def fill(page, exercise, run):
    """Type into all of an exercise, and end it, so that its words are shown as those of a note. The journal stays open."""
    run.room += room_in(page, exercise)
    run.typed |= type_into(page, exercise, run.canary)
    if exercise.id == "two-answers":
        expect(prompt_on(page, exercise.id, "both")).to_contain_text(run.canary["both"])
    settled(page)
    if exercise is not EXERCISES[0]:
        exercise_on(page, exercise.id).get_by_role("button", name=SAID["exercise"]["done"], exact=True).first.click()
        settled(page)


def on_a_disk_that_takes_nothing(page, run):
    """Type while the disk refuses it, so that an error is met with words in hand; and see it saved once the disk is well."""
    with folder_that_is_none(run.server, run.server.home):
        prompt_on(page, "journal", "text").locator("textarea").fill(f"{run.canary['text']} and more")
        alert = exercise_on(page, "journal").get_by_role("alert").filter(has_text=SAID["save"]["not-saved"])
        expect(alert).to_be_visible(timeout=20_000)
    settled(page)


def look(page, run):
    """Look around while the page is open."""
    run.kept.append(kept_in_the_browser(page))
    run.told.append(told_by_the_system(run.server))
    run.files.append(run.canary.files(run.place))


def in_the_journal(files):
    """Whose words are in the files of notes."""
    return set().union(*(held for name, held in files.items() if is_kept(name)))


def is_kept(name):
    return any(matches(pattern, name) for pattern in KEPT)


# ---- where the words are ---------------------------------------------------------------------------------------------


def test_every_kind_of_prompt_that_takes_words_was_typed_into(found):
    assert found.typed == TYPED


def test_no_kind_of_prompt_that_takes_no_words_has_room_for_them(found):
    assert {kind for kind, _, _ in found.room} == KINDS
    assert [kind for kind, takes_words, room in found.room if room and not takes_words] == []


def test_all_words_are_in_the_journal_and_none_is_in_another_file(found):
    for files in found.files:
        assert sorted(name for name in files if not is_kept(name)) == []
    assert in_the_journal(found.files[-1]) == (TYPED - NOT_SENT) | found.last | found.noted


def test_what_two_people_answered_on_one_device_is_in_no_message_and_in_no_file(found):
    frames = [frame for frames in found.frames.values() for frame in frames]
    messages = [*frames, *found.answers, *(whole for _, whole in found.requests)]
    assert [message for message in messages if found.canary.heard_in(message) & NOT_SENT] == []
    assert not NOT_SENT & set().union(*(held for files in found.files for held in files.values()))


def test_no_request_and_no_answer_holds_a_word_but_the_last_ones_of_a_page_that_is_left(found):
    heard = {line: words for line, whole in found.requests if (words := found.canary.heard_in(whole))}
    assert sorted(heard) == found.by_beacon
    assert all(LAST in words for words in heard.values())
    assert [answer for answer in found.answers if found.canary.heard_in(answer)] == []
    assert not any(b"\r\ncontent-encoding:" in answer.lower() for answer in found.answers), "an answer that nobody could read"
    assert found.elsewhere == []


def test_a_notebook_is_saved_without_a_word(found):
    saved = [whole for line, whole in found.requests if line.startswith("PUT /api/contents/") and b'"cells"' in whole]
    assert bool(saved) != bool(found.by_beacon), "JupyterLab saves notebooks, and the app has none"
    assert [whole for whole in saved if found.canary.heard_in(whole)] == []


def test_words_travel_by_the_sockets_of_the_page_s_own_kernels_alone_and_as_messages_alone(found):
    knocked = {line.split()[1] for line, whole in found.requests if b"\r\nupgrade: websocket\r\n" in whole.lower()}
    assert knocked == {urlsplit(address)._replace(scheme="", netloc="").geturl() for address in found.frames}, "each was listened to"
    heard = [(address, frame) for address, frames in found.frames.items() for frame in frames if found.canary.heard_in(frame)]
    assert {urlsplit(address).path for address, _ in heard} == {f"/api/kernels/{kernel}/channels" for kernel in found.kernels}
    assert {re.search(rb'"msg_type": ?"(\w+)"', frame)[1] for _, frame in heard} == {b"comm_msg"}
    assert all(re.search(rb'"method": ?"custom"', frame) for _, frame in heard), "a word was kept in a trait"


def test_the_browser_keeps_no_word_and_shows_none_outside_of_the_page(found):
    for kept in found.kept:
        assert "127.0.0.1" in kept
        assert found.canary.heard_in(kept) == set()
    assert [said for said in found.console if found.canary.heard_in(said)] == []


def test_the_system_tells_nobody_a_word_of_the_servers_processes(found):
    assert [told for told in found.told if found.canary.heard_in(told)] == []


# ---- that a word would be found --------------------------------------------------------------------------------------


def test_a_word_is_found_in_whatever_form_it_lies(tmp_path):
    canary = Canary(["text", "rows"])
    word, raw = canary["text"], canary["text"].encode()
    written = {
        "plain": b"before " + raw + b" after",
        "in capitals": word.upper().encode(),
        "two bytes a letter": f"x{word}".encode("utf-16"),
        "hex": raw.hex().encode(),
        **{f"base64, {before}": base64.b64encode(bytes(before) + raw + b" after") for before in range(3)},
        f"called {word}": b"",
    }
    for name, content in written.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "cut short").write_bytes(raw[:-3])
    (tmp_path / "nothing").write_bytes(b"canary")
    assert canary.files(tmp_path) == {**{name: {"text"} for name in written}, "cut short": {"a piece"}}


def test_an_ear_hears_what_requests_and_answers_hold():
    canary = Canary(["address", "body", "answer"])
    with another_page(f"<p>{canary['answer']}</p>") as address, overhearing(urlsplit(address).port) as ear:
        for method, path, body in (("GET", f"/{canary['address']}", None), ("POST", "/", canary["body"])):
            asking = http.client.HTTPConnection("127.0.0.1", ear.port, timeout=20)
            asking.request(method, path, body)
            asking.getresponse().read()
            asking.close()
        asked = sorted(ear.requests())
        assert [(line.split()[0], canary.heard_in(whole)) for line, whole in asked] == [("GET", {"address"}), ("POST", {"body"})]
        assert not any(b"accept-encoding" in whole.lower() for _, whole in asked)
        assert set().union(*map(canary.heard_in, ear.answers())) == {"answer"}


def test_requests_on_one_line_are_told_apart():
    first, second = b"POST /one HTTP/1.1\r\nContent-Length: 9\r\n\r\nGET /x \r\n", b"GET /two HTTP/1.1\r\nHost: x\r\n\r\n"
    assert list(divided(first + second)) == [("POST /one HTTP/1.1", first), ("GET /two HTTP/1.1", second)]


FOR_A_MOMENT = """<title>x</title><script>
    const said = SAID;
    document.title = said.title;
    sessionStorage.setItem("x", said.storage);
    sessionStorage.clear();
    document.cookie = `x=${said.cookie}`;
    document.cookie = "x=; max-age=0";
    history.replaceState(said.state, "", `#${said.address}`);
    history.replaceState(null, "", "#");
    console.log(said.console);
    setTimeout(() => (document.title = "over"), 50);
</script>"""


def test_what_a_page_shows_and_keeps_for_a_moment_only_is_noted(chromium):
    names = ["title", "storage", "cookie", "state", "address", "console"]
    canary, context = Canary(names), chromium.new_context()
    browser, said = Browser(context), json.dumps({name: canary[name] for name in names})
    with another_page(FOR_A_MOMENT.replace("SAID", said)) as address:
        page = context.new_page()
        page.goto(address)
        page.wait_for_function("document.title === 'over'")
        assert canary.heard_in(kept_in_the_browser(page)) == set(names) - {"console"}
        assert [canary.heard_in(line) for line in browser.console] == [{"console"}]
    context.close()
