"""“Right now”, gone through as a person does, in the app and in JupyterLab."""

from playwright.sync_api import expect

from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.guide.right_now import right_now

NOW = right_now(read_guide(guide_folder()))
WORDS = NOW["words"]
TOOLS = {tool["id"]: tool for tool in NOW["tools"]}
SILENT_WITHIN = 10_000
"""Milliseconds after which a page has noticed that nobody answers: three and a half seconds, and a slow machine."""

TOO_SMALL = """(smallest) => [...document.querySelectorAll(":is(.ns-now, .ns-tools) :is(button, a, summary, textarea, label:has(input))")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < smallest - 0.5)
    .map((one) => `${one.tagName} “${one.innerText.slice(0, 30)}” ${one.getBoundingClientRect().height}`)"""


def button(page):
    """The one way in: it stands in the header of a page, and beside a notebook's door."""
    return page.get_by_role("button", name=WORDS["title"], exact=True)


def dialog(page):
    return page.get_by_role("dialog")


def press(page, word):
    dialog(page).get_by_role("button", name=WORDS[word], exact=True).last.click()


def begin(page, tool):
    """The two actions."""
    button(page).click()
    dialog(page).get_by_role("button", name=TOOLS[tool]["title"]).click()
    return dialog(page)


def asked(tool, step):
    return next(one for one in TOOLS[tool]["steps"] if one["id"] == step)


def at(page, tool, step):
    """Wait until a step stands there, with the focus on what it asks."""
    expect(dialog(page).get_by_role("heading", name=asked(tool, step)["asks"])).to_be_focused()


def choose(page, label):
    dialog(page).locator("label", has_text=label).first.locator("input").check()


def onward(page):
    dialog(page).locator(".ns-acts .ns-btn-main").click()


def walk(page, tool, given):
    """Go through a tool with these choices by step, and end at its end; whatever is not named is left out."""
    begin(page, tool)
    for step in TOOLS[tool]["steps"]:
        at(page, tool, step["id"])
        for label in given.get(step["id"], ()):
            choose(page, label)
        onward(page)
    expect(dialog(page).get_by_role("heading", name=WORDS["end"])).to_be_focused()


def shut(page):
    """What says that nothing is being saved."""
    return dialog(page).get_by_text(WORDS["shut"], exact=True)


GIVEN = {
    "trigger": {"before": ["8"], "feeling": ["Afraid", "Hurt"], "choice": ["Wait for a while"], "after": ["5"]},
    "urge": {"before": ["9"], "fear": ["Being left", "Not knowing"], "choice": ["I checked"], "after": ["4"]},
    "kinder-words": {"harsh": ["I never learn."], "before": ["7"], "kind": ["You do not have to solve it today."], "after": ["3"]},
}
WRITTEN = {
    "trigger": {"before": 8, "feeling": ["afraid", "hurt"], "said": "kept-for-now", "after": 5},
    "urge": {"before": 9, "underneath": "Being left\nNot knowing", "choice": "checked", "after": 4},
    "kinder-words": {
        "critic": "I never learn.",
        "believed-before": 7,
        "kinder": "You do not have to solve it today.",
        "believed-after": 3,
    },
}
