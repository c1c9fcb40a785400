"""The templates say nothing that the content does not hold: drawn with the real content, no word and no value of theirs is missing."""

from datetime import date
from pathlib import Path

import jinja2
import pytest

import newsoil.server
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.guide.right_now import right_now
from newsoil.guide.shown_lines import shown_lines
from newsoil.guide.whereabouts import said_there
from newsoil.server.assets import knock
from newsoil.server.exits import EXITS
from newsoil.server.page_config import page_config

GUIDE = read_guide(guide_folder())
WORDS = GUIDE.words
TEMPLATES = Path(newsoil.server.__file__).parent / "jupyter" / "voila" / "templates" / "newsoil"

BROKEN = {"output_type": "error"}
DRAWN = {"output_type": "display_data", "data": {"text/plain": "drawn"}}

VISIT = {
    "resources": {"base_url": "/"},
    "nb": None,
    "kernel_start": lambda _nb: "kernel",
    "cell_generator": lambda _nb, _kernel: [{"outputs": [BROKEN, DRAWN]}],
}
"""What Voilà gives a template."""

GIVEN = {
    "prose.html.j2": {
        "body": "<h1>About</h1>",
        "words": WORDS["shell"],
        "support": WORDS["support"],
        "lines": shown_lines(date(2026, 11, 23)),
        "right_now": right_now(GUIDE),
        "exits": EXITS,
        "knock": knock(),
    },
    "left.html.j2": {"words": WORDS["leaving"]},
    "sign-in.html.j2": {"words": WORDS["sign-in"], "said": "What came of it.", "form": "<input>"},
}
"""What pages of ours that need no kernel are given besides."""


@pytest.fixture(scope="module")
def templates():
    """The templates, where whatever is not there is a fault."""
    return jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), undefined=jinja2.StrictUndefined, autoescape=True)


@pytest.mark.parametrize("name", GIVEN)
def test_a_page_without_a_kernel_has_all_its_words(templates, name):
    page = templates.get_template(name).render(language="en", assets="/assets/", base_url="/", **GIVEN[name])
    assert GIVEN[name]["words"]["back-to-workbook" if name == "prose.html.j2" else "open"] in page


@pytest.mark.parametrize("front", ["client", "stock"])
def test_the_page_of_the_app_has_all_its_words(templates, front, monkeypatch):
    monkeypatch.setenv("NEWSOIL_FRONT", front)
    config = page_config()({"fullStaticUrl": "/static"}, base_url="/")
    page = templates.get_template("index.html.j2").render(page_config=config, **VISIT)
    for words in (WORDS["shell"]["failed"], WORDS["support"]["title"], WORDS["pause"]["one"], WORDS["right-now"]["title"]):
        assert words in page


def test_the_page_leads_to_who_could_read_it_where_notes_are_on_a_server_alone(templates):
    config = page_config()({"fullStaticUrl": "/static"}, base_url="/")
    assert "newsoil/server" not in templates.get_template("index.html.j2").render(page_config=config, **VISIT)
    there = said_there(WORDS)
    config["newsoil"]["words"] = {**config["newsoil"]["words"], "shell": there["shell"]}
    page = templates.get_template("index.html.j2").render(page_config=config, **VISIT)
    assert f'<a href="/newsoil/server">{there["shell"]["who-reads"]}</a>' in page


@pytest.mark.parametrize("name", ["error.html", "404.html"])
def test_a_page_that_says_no_tells_whoever_is_not_in_nothing_of_what_is_here(templates, name):
    page = templates.get_template(name)
    given = {"base_url": "/here/", "colours": ":root { --ns-page: white; }"}
    inside = page.render(logged_in=True, **given)
    assert all(f'href="{way}"' in inside for way in ("about:blank", "/here/", "/here/#support"))
    outside = page.render(logged_in=False, start=False, **given)
    assert "/here/" not in outside
    assert 'href="/here/"' in page.render(logged_in=False, start=True, **given)
    assert "--ns-page: white" in inside
    assert "--ns-page: white" in outside


def test_the_panel_of_help_is_the_same_on_the_page_of_the_app_and_on_a_page_to_read(templates):
    config = page_config()({"fullStaticUrl": "/static"}, base_url="/")
    whole = templates.get_template("index.html.j2").render(page_config=config, **VISIT)
    given = {**GIVEN["prose.html.j2"], "lines": config["newsoil"]["lines"]}
    prose = templates.get_template("prose.html.j2").render(language="en", assets="/assets/", base_url="/", **given)
    panel = whole[whole.index('<div class="ns-cols">') : whole.index('<details class="ns-looks">')].strip()
    assert panel in prose
    assert panel.count('class="ns-call-name"') > 20


def test_a_word_that_is_missing_is_found(templates):
    words = {key: word for key, word in WORDS["leaving"].items() if key != "open"}
    with pytest.raises(jinja2.UndefinedError, match="open"):
        templates.get_template("left.html.j2").render(language="en", assets="/assets/", base_url="/", words=words)
