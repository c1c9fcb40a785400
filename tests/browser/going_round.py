"""Notes that go round: a journal in which the next note on a theme is the third, and how a person writes it."""

import re
from datetime import UTC, datetime, timedelta

from filling import prompt_on, settled
from newsoil._paths import guide_folder
from newsoil.guide import read_guide
from newsoil.journal import Entry
from newsoil.journal.months import encode
from newsoil.prompts.esm import esm

GUIDE = read_guide(guide_folder())
WORDS = GUIDE.words["rounds"]
STAGE, EXERCISE, THEME = "after-trust-was-hurt", "journal", "money"
TITLE = WORDS["title"].format(theme=THEME)
PAUSE = int(re.search(r"IN_A_PAUSE = (\d+)", esm("rounds-in-lab"))[1])
"""Milliseconds without a word after which it is said."""


def lay(home, notes=2):
    """Write so many notes on the theme into a journal, one on each of the days before today."""
    months: dict[str, list[Entry]] = {}
    for back in range(notes, 0, -1):
        at = (datetime.now(UTC) - timedelta(days=back)).isoformat(timespec="milliseconds")
        common = {"exercise": EXERCISE, "exercise_version": 1, "made_at": at, "changed_at": at, "status": "done"}
        months.setdefault(at[:7], []).append(Entry(**common, id=f"laid-{back}", answers={"text": f"{back} days ago"}, tags=(THEME,)))
    folder = home / "journals" / "mine" / "entries"
    folder.mkdir(parents=True)
    for month, entries in months.items():
        (folder / f"{month}.json").write_bytes(encode(tuple(entries), {}))


def field(page):
    return prompt_on(page, EXERCISE, "text").locator("textarea")


def card(page, theme=THEME):
    return page.get_by_role("group", name=WORDS["title"].format(theme=theme))


def tag(page, name=THEME):
    """The box of a tag, one of one's own included: earlier notes had it."""
    return prompt_on(page, EXERCISE, "tags").get_by_role("checkbox", name=name, exact=True)


def write(page, words="The same again."):
    """A note on the theme."""
    field(page).fill(words)
    tag(page).check()
    settled(page)


def paused(page):
    """Wait until it would have been said: a timer of the page as long as its own, and begun later, ends later."""
    page.evaluate("(after) => new Promise((done) => setTimeout(done, after))", PAUSE)
