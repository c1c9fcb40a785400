"""The JavaScript of a widget as anywidget sends it: one text that a browser takes from a blob."""

import pytest

from newsoil.prompts.esm import STATIC, esm

WIDGETS = sorted(path.stem for path in STATIC.glob("*.js") if "export default" in path.read_text("utf-8"))

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
    known = [
        "aside",
        "chart",
        "charts",
        "door",
        "exercise",
        "keeping",
        "look-back",
        "offer-in-lab",
        "reminder",
        "rounds-in-lab",
        "tasks",
        "workbook",
    ]
    assert known == WIDGETS


@pytest.mark.parametrize("name", WIDGETS)
def test_a_browser_takes_the_text_from_a_blob(page, name):
    assert "render" in page.evaluate(AS_ANYWIDGET_LOADS_IT, esm(name))
