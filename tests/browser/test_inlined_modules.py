"""The JavaScript of a widget as anywidget sends it: one text that a browser takes from a blob, small and with nothing to fetch."""

import re

import pytest

from newsoil.prompts.esm import STATIC, _in_order, css, esm

WIDGETS = sorted(path.stem for path in STATIC.glob("*.js") if "export default" in path.read_text("utf-8"))
MOST = {"exercise": 32_000, "chart": 10_000, "workbook": 7_000, "aside": 3_000}
"""Bytes of JavaScript that one widget sends; a page may hold ten exercises."""

TOP_LEVEL = re.compile(r"^(?:export )?(?:async )?(?:function|class|const|let|var) (\w+)", re.MULTILINE)

AS_ANYWIDGET_LOADS_IT = """async (text) => {
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    const { default: widget } = await import(address);
    const made = typeof widget === "function" ? await widget() : widget;
    return Object.keys(made).sort();
}"""


@pytest.fixture(scope="module")
def page(chromium):
    page = chromium.new_page()
    page.evaluate("globalThis.newsoil = {}")
    yield page
    page.close()


def test_the_widgets_are_found():
    assert WIDGETS == ["aside", "chart", "exercise", "workbook"]


@pytest.mark.parametrize("name", WIDGETS)
def test_a_browser_takes_the_text_from_a_blob(page, name):
    assert "render" in page.evaluate(AS_ANYWIDGET_LOADS_IT, esm(name))


@pytest.mark.parametrize("name", WIDGETS)
def test_the_text_imports_and_fetches_nothing(name):
    assert not re.search(r"^\s*import\b|\bimport\s*\(|\bfrom\s*[\"']|\bexport\b(?! default)", esm(name), re.MULTILINE)
    assert not re.search(
        r"https?:|[\"']\.{0,2}/|\bfetch\(|XMLHttpRequest|new WebSocket|sendBeacon", esm(name).replace("http://www.w3.org/2000/svg", "")
    )


@pytest.mark.parametrize("name", WIDGETS)
def test_no_two_inlined_modules_use_one_name(name):
    names = [one for module in _in_order((STATIC / f"{name}.js").resolve(), {}) for one in TOP_LEVEL.findall(module.read_text("utf-8"))]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("name", WIDGETS)
def test_the_text_sets_words_as_text_alone(name):
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|localStorage|sessionStorage|document\.cookie",
        esm(name),
    )


@pytest.mark.parametrize("name", WIDGETS)
def test_what_one_widget_sends_is_small(name):
    assert len(esm(name).encode()) < MOST[name]


def test_the_style_of_an_exercise_is_small():
    assert len(css("tokens", "base", "exercise").encode()) < 16_000
