"""The page comes at once: it can be read before any script has run, and a page that was run in advance is never out of date."""

import json
import os
import signal

import pytest
from playwright.sync_api import expect

from conftest import go, reading, ready
from filling import exercise_on, prompt_on, says_saved
from newsoil.journal import Edit, Store, change_settings
from servers import reached, running

STAGE, EXERCISE = "signs-in-me", "one-good-decision"
POOL = 2


def note(home, number):
    """Write a note behind the app's back, as another program of ours would."""
    at = f"2026-11-{number:02}T10:00:00+01:00"
    common = {"page": "elsewhere", "exercise": EXERCISE, "entry": f"note-{number}", "made_at": at, "at": at}
    Store(home).record(Edit(seq=number, act="answer", prompt="decision", value=f"decision number {number}", **common))


@pytest.fixture
def pooled(tmp_path):
    """An app that keeps pages ready, where the person was at a stage with an exercise and a chart."""
    home = tmp_path / "home"
    home.mkdir()
    change_settings(Store(home).folder, {"stage": STAGE})
    with running("app", home, NEWSOIL_POOL=str(POOL)) as server:
        reached(lambda: len(server.kernels()) == POOL, within=30)
        yield server


@pytest.fixture
def pooled_client(tmp_path):
    """The same with our own client, whatever else is tried: Voilà's front end greets nobody early."""
    home = tmp_path / "home"
    home.mkdir()
    change_settings(Store(home).folder, {"stage": STAGE})
    with running("app", home, NEWSOIL_POOL=str(POOL), NEWSOIL_FRONT="client") as server:
        reached(lambda: len(server.kernels()) == POOL, within=30)
        yield server


def test_a_stage_can_be_read_without_any_script(chromium, pooled):
    with reading(chromium, pooled, java_script_enabled=False) as reader:
        page = reader.page()
        expect(page.locator("main h1")).to_have_text("Signs in me")
        expect(page.locator("main")).to_contain_text("One good decision")
        expect(page.get_by_role("heading", name="Help now")).to_be_visible()
        assert page.locator("main p:visible").count() > 5
        assert reader.errors == []


def test_the_words_that_came_first_make_place_for_the_exercises(chromium, pooled):
    with reading(chromium, pooled) as reader:
        page = reader.page()
        ready(page, STAGE)
        expect(page.locator("main h1")).to_have_count(1)
        expect(page.locator("#ns-first, .ns-coming")).to_have_count(0)
        expect(page.locator("#ns-opening")).to_be_hidden()


NOBODY_IDLE_NOBODY_LATE = """
    globalThis.requestIdleCallback = () => 0;
    const later = setTimeout;
    globalThis.setTimeout = (then, ms, ...more) => ms >= 800 && ms < 1000 ? 0 : later(then, ms, ...more);
"""
"""Forms further down never have their turn, and the patience of the words that came first has no end."""


def test_the_words_that_came_first_wait_for_one_exercise_and_not_for_those_further_down(chromium, pooled_client):
    with reading(chromium, pooled_client) as reader:
        reader.context.add_init_script(NOBODY_IDLE_NOBODY_LATE)
        page = reader.page()
        page.wait_for_selector(f'main[data-stage="{STAGE}"]')
        exercises = page.locator("#page .ns-place [data-exercise]")
        assert [one.get_attribute("data-waiting") for one in exercises.all()].count(None) == 1
        expect(exercises.first.locator("textarea").first).to_be_editable()


def test_an_address_of_another_stage_shows_that_one_and_never_the_words_of_the_first(chromium, pooled):
    with reading(chromium, pooled) as reader:
        page = reader.context.new_page()
        page.add_init_script(
            # Nothing is painted before the page's style sheet is there.
            "const styled = () => getComputedStyle(document.documentElement).getPropertyValue('--ns-ink');"
            "window.seen = new Set(); new MutationObserver(() => {"
            " for (const heading of document.querySelectorAll('.ns-place h1'))"
            "  if (styled() && heading.checkVisibility()) window.seen.add(heading.textContent); })"
            ".observe(document, {childList: true, subtree: true});"
        )
        page.goto(f"http://127.0.0.1:{pooled.port}/?token={pooled.token}#/questions")
        ready(page, "questions")
        assert page.evaluate("[...window.seen]") == ["Questions people ask"]
        expect(page.locator("nav [aria-current=page]")).to_have_attribute("data-stage", "questions")


def test_a_page_that_was_run_in_advance_shows_what_is_on_disk_when_it_is_opened(chromium, pooled):
    waiting = set(pooled.kernels())
    for number in range(1, 4):
        note(pooled.home, number)
    with reading(chromium, pooled) as reader:
        page = reader.open(STAGE)
        assert set(pooled.kernels()) & waiting, "it is one of the pages that were run before the notes were written"
        for number in range(1, 4):
            expect(exercise_on(page, EXERCISE)).to_contain_text(f"decision number {number}")
        chart = page.locator("[data-chart='good-decisions']")
        chart.scroll_into_view_if_needed()
        expect(chart.locator("h3")).to_contain_text("3")
        assert (reader.elsewhere, reader.errors) == ([], [])


def test_what_draws_charts_is_fetched_before_it_is_needed_and_only_where_a_chart_will_be(chromium, lived_in):
    with reading(chromium, lived_in, viewport={"width": 390, "height": 500}) as reader:
        asked = []
        reader.context.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
        page = reader.open("after-trust-was-hurt")
        page.wait_for_load_state("networkidle")
        assert "plotly.js" not in asked
        with page.expect_request("**/plotly.js", timeout=10_000):
            go(page, "seeing-change")
        assert page.evaluate("typeof Plotly") == "undefined", "it is run when a chart comes into view"


@pytest.mark.parametrize("address", ["", "#/questions"])
def test_the_kernel_hears_of_a_page_before_its_client_is_there_and_no_widget_of_it_says_hello_again(chromium, pooled_client, address):
    note(pooled_client.home, 1)
    with reading(chromium, pooled_client) as reader:
        page = reader.context.new_page()
        came, said, held = [], [], []

        def listen(socket):
            socket.on("framereceived", lambda frame: came.append(frame))  # noqa: PLW0108 - Playwright takes no method of a list
            socket.on("framesent", lambda frame: said.append(frame))  # noqa: PLW0108 - as above

        page.on("websocket", listen)
        page.route("**/client.js", lambda route: held.append(route))  # noqa: PLW0108 - as above
        page.goto(f"http://127.0.0.1:{pooled_client.port}/?token={pooled_client.token}{address}", wait_until="commit")
        comes = json.loads(page.locator("html").get_attribute("data-greets"))
        exercises = [] if address else comes["exercises"]  # the address may want another stage than the one that came
        shows = len(exercises)
        reached(
            lambda: page.evaluate("1") and held and (b'"statuses"' in b"".join(came)) and b"".join(came).count(b'"kind": "show"') >= shows
        )
        assert said == []
        held[0].continue_()
        ready(page, address.removeprefix("#/") or STAGE)
        expect(page.locator("[data-exercise][data-waiting]")).to_have_count(0)
        if not address:
            expect(exercise_on(page, EXERCISE)).to_contain_text("decision number 1")
        # The stage after this one is drawn while this one is read, and its widgets say their own hello.
        hellos = [frame for frame in said if b'"kind":"hello"' in frame]
        assert [widget for widget in [*comes["page"], *exercises] for frame in hellos if widget.encode() in frame] == [], (
            "it was greeted already"
        )


def test_a_page_whose_first_socket_breaks_says_hello_itself(chromium, pooled_client):
    with reading(chromium, pooled_client) as reader:
        page = reader.context.new_page()
        page.add_init_script("""
            const First = WebSocket;
            let number = 0;
            globalThis.WebSocket = class extends First {
                constructor(...how) {
                    super(...how);
                    if (!number++) this.addEventListener("open", () => this.close());
                }
            };
        """)
        page.goto(f"http://127.0.0.1:{pooled_client.port}/?token={pooled_client.token}")
        ready(page, STAGE)
        prompt_on(page, EXERCISE, "decision").locator("textarea").fill("It works all the same.")
        says_saved(page, EXERCISE, "decision")


def test_pages_whose_kernels_died_while_they_waited_are_never_seen(chromium, pooled):
    for pid in pooled.kernels():
        os.kill(pid, signal.SIGKILL)
    with reading(chromium, pooled) as reader:
        page = reader.open(STAGE)
        prompt_on(page, EXERCISE, "decision").locator("textarea").fill("It works all the same.")
        says_saved(page, EXERCISE, "decision")
        expect(page.locator("#ns-line")).to_have_text("")
