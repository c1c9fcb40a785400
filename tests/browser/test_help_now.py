"""“Help now”: one press, the lines of the country that a person chose by hand, without internet, kernel or JavaScript."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import LOOKS, go, reading
from newsoil._paths import guide_folder, support_folder
from newsoil.guide import read_guide, read_support
from newsoil.journal import Store, read_settings
from servers import fetched, reached, running

GUIDE, LINES = read_guide(guide_folder()), read_support(support_folder())
SHELL, SAID = GUIDE.words["shell"], GUIDE.words["lines"]
STAGES = [stage.id for stage in GUIDE.stages]
GB = next(country for country in LINES.countries if country.code == "gb")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SEEN = "(numbers) => numbers.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('href'))"


@pytest.fixture
def page(reader):
    return reader.open(STAGES[0])


@pytest.fixture(scope="module")
def looking(chromium, lived_in):
    """A page that is only looked at, in no country."""
    with reading(chromium, lived_in) as reader:
        page = reader.open(STAGES[0])
        page.reader = reader
        yield page


def numbers(page):
    return page.locator("#support a[href^='tel:']").evaluate_all(SEEN)


def dialled(country):
    return ["tel:" + line.number.replace(" ", "") for line in country.lines if line.number]


def choose(page, code):
    page.get_by_label(SAID["country"]).select_option(code)


@pytest.mark.parametrize("stage", STAGES)
def test_on_every_page_one_press_leads_to_the_panel_with_its_choice_of_country(looking, stage):
    go(looking, stage)
    looking.get_by_role("link", name=SHELL["help"], exact=True).first.click()
    expect(looking.locator("#support h2").first).to_be_in_viewport()
    expect(looking.get_by_label(SAID["country"])).to_be_in_viewport()
    looking.get_by_role("button", name=SHELL["back-where"]).click()


def test_whoever_has_chosen_nothing_sees_what_holds_everywhere(looking):
    assert numbers(looking) == ["tel:112"]
    for line in LINES.directories():
        link = looking.locator("#support").get_by_role("link", name=line.address, exact=True)
        expect(link).to_have_attribute("href", f"https://{line.address}")
        expect(link).to_have_attribute("rel", "noreferrer")
        assert link.get_attribute("target") is None


def test_every_country_has_all_its_lines_and_only_its_own(looking):
    for country in LINES.countries:
        choose(looking, country.code)
        assert numbers(looking) == dialled(country)
        panel = looking.locator(f'[data-lines="{country.code}"]')
        for line in country.lines:
            expect(panel.get_by_text(line.name, exact=True).first).to_be_visible()
    choose(looking, "international")
    assert numbers(looking) == ["tel:112"]


def test_every_number_says_that_nobody_has_checked_it_and_what_to_do_when_it_is_silent(looking):
    for country in LINES.all():
        choose(looking, country.code)
        calls = looking.locator(f'[data-lines="{country.code}"] li:has([href^="tel:"], [href^="sms:"])')
        assert calls.count() == len([line for line in country.lines if line.number or line.text])
        for call in calls.all():
            expect(call).to_contain_text(SAID["unchecked"])
        expect(looking.locator(f'[data-lines="{country.code}"]').get_by_text(SAID["unchecked-all"])).to_be_visible()
    choose(looking, "international")


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_in_any_country_and_every_number_is_large_enough(looking, scheme, width):
    looking.set_viewport_size({"width": width, "height": 800})
    looking.emulate_media(color_scheme=scheme)
    for country in LINES.all():
        choose(looking, country.code)
        found = Axe().run(looking, context="#support", options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
        assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
        heights = looking.locator("#support .ns-calls a").evaluate_all(
            "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().height)"
        )
        assert min(heights) >= 44
        assert looking.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    looking.emulate_media(color_scheme="light")
    looking.set_viewport_size({"width": 1280, "height": 900})
    choose(looking, "international")


def test_nobody_looks_up_where_somebody_is(looking):
    assert looking.reader.elsewhere == []
    assert "geolocation" not in looking.content()
    asked = fetched(looking.url.split("#")[0] + "newsoil/static/0/client.js").decode()
    assert not re.search(r"geolocation|navigator\.language|timeZone", asked)


def test_the_choice_is_kept_for_the_next_page_from_its_first_byte_and_for_another_browser(page, reader, chromium, app, home):
    choose(page, "gb")
    assert numbers(page) == dialled(GB)
    reached(lambda: read_settings(Store(home).folder).country == "gb")
    answer = page.reload()
    assert 'data-country="gb"' in answer.text()
    assert numbers(page) == dialled(GB)
    expect(page.get_by_label(SAID["country"])).to_have_value("gb")
    with reading(chromium, app) as other:
        elsewhere = other.open(STAGES[0])
        assert numbers(elsewhere) == dialled(GB)
        choose(elsewhere, "international")
        elsewhere.reload()
        assert numbers(elsewhere) == ["tel:112"]


def test_a_country_that_this_version_does_not_know_shows_what_holds_everywhere(page, app, reader):
    page.context.add_cookies([{"name": app.cookie("newsoil_looks"), "value": "country%3Dzz", "url": f"http://127.0.0.1:{app.port}"}])
    page.reload()
    assert page.evaluate("document.documentElement.dataset.country") == "zz"
    assert numbers(page) == ["tel:112"]
    expect(page.get_by_label(SAID["country"])).to_have_value("international")


def test_with_the_kernel_gone_and_no_internet_the_lines_are_there_and_the_choice_holds(page, app):
    page.context.set_offline(True)
    app.kill_kernels()
    page.locator(".ns-tools .ns-btn-help").click()
    choose(page, "ie")
    expect(page.locator("#support h2").first).to_be_in_viewport()
    assert numbers(page) == dialled(next(country for country in LINES.countries if country.code == "ie"))
    page.context.set_offline(False)
    page.reload()
    expect(page.get_by_label(SAID["country"])).to_have_value("ie")


def test_while_the_server_sleeps_the_lines_are_there(page, app):
    with app.asleep():
        page.locator(".ns-tools .ns-btn-help").click()
        choose(page, "gb")
        assert numbers(page) == dialled(GB)


def test_without_javascript_every_country_can_be_read(chromium, lived_in):
    with reading(chromium, lived_in, java_script_enabled=False) as reader:
        page = reader.page()
        expect(page.get_by_label(SAID["country"])).to_be_hidden()
        for country in LINES.countries:
            expect(page.locator(f'[data-lines="{country.code}"]').first).to_be_visible()
            expect(page.get_by_text(country.name, exact=True).first).to_be_attached()


# ---- pages to read -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["about", "leaves"])
def test_a_page_to_read_has_the_lines_in_it_one_press_away_when_the_server_is_gone(chromium, home, name):
    with running("app", home, NEWSOIL_POOL="0") as server, reading(chromium, server) as reader:
        page = reader.page()
        page.goto(f"http://127.0.0.1:{server.port}/newsoil/{name}")
        page.evaluate("scrollTo(0, 500)")
        server.stop()
        page.context.set_offline(True)
        page.locator(".ns-tools .ns-btn-help").dispatch_event(
            "click"
        )  # before its own click Playwright scrolls, beneath a header that stays
        expect(page.locator("#support")).to_be_focused()
        expect(page.locator("#support h2").first).to_be_in_viewport()
        assert numbers(page) == ["tel:112"]
        choose(page, "ie")
        assert numbers(page) == dialled(next(country for country in LINES.countries if country.code == "ie"))
        page.get_by_role("button", name=SHELL["back-where"]).click()
        expect(page.locator(".ns-tools .ns-btn-help")).to_be_focused()
        assert page.evaluate("Math.round(scrollY)") == 500
        assert "/newsoil/" in page.url
        assert reader.elsewhere == []


def test_the_country_that_was_chosen_holds_on_every_page_and_changes_no_other_look(page, app):
    address = f"http://127.0.0.1:{app.port}/newsoil/about"
    page.locator(".ns-looks").evaluate("(looks) => { looks.open = true; }")
    page.locator('.ns-settings input[name="theme"][value="dark"]').check()
    choose(page, "gb")
    page.goto(address)
    expect(page.get_by_label(SAID["country"])).to_have_value("gb")
    assert numbers(page) == dialled(GB)
    choose(page, "ie")
    page.goto(f"http://127.0.0.1:{app.port}/")
    expect(page.get_by_label(SAID["country"])).to_have_value("ie")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_on_a_page_to_read_and_all_of_it_fits(chromium, lived_in, width, scheme):
    with reading(chromium, lived_in, viewport={"width": width, "height": 800}, color_scheme=scheme) as reader:
        page = reader.page()
        page.goto(f"http://127.0.0.1:{lived_in.port}/newsoil/leaves")
        for code in ("gb", "international"):
            choose(page, code)
            found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response["violations"]
            assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
            assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_without_javascript_a_page_to_read_shows_every_country_s_lines(chromium, lived_in):
    with reading(chromium, lived_in, java_script_enabled=False) as reader:
        page = reader.page()
        page.goto(f"http://127.0.0.1:{lived_in.port}/newsoil/about")
        page.locator(".ns-tools .ns-btn-help").click()
        for country in LINES.countries:
            expect(page.locator(f'[data-lines="{country.code}"]').first).to_be_visible()
