"""Whatever is said and answered, in whatever order: the page is as after a yes exactly while something says so. Nothing of it is kept."""

import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsoil.prompts.esm import STATIC

WALKING = """
import { readFileSync } from "node:fs";
globalThis.CustomEvent = class { constructor(type, { detail }) { Object.assign(this, { type, detail }); } };
const walks = JSON.parse(readFileSync(process.argv[2], "utf8")), told = [];
globalThis.document = {
  documentElement: { toggleAttribute: (name, on) => told.at(-1).push([name, on]) },
  dispatchEvent: (event) => told.at(-1).push([event.type, event.detail.afraid]),
};
const walked = [];
for (const [at, steps] of walks.entries()) {
  globalThis.newsoil = {};
  const gate = await import(`./gate-said.mjs?walk=${at}`);
  walked.push(steps.map(([act, entry, made, read]) => {
    told.push([]);
    if (act === "answers") gate.heedDanger(entry, `of ${entry}`, made, read);
    else if (act === "differently") gate.seeDifferently();
    else if (act === "lock") gate.forgetGate();
    else if (act === "kept") gate.rememberGate({ id: "kept", made_at: "2026-11-23", answers: { items: ["afraid"] } }, "items");
    else {
      Object.assign(gate.gateSaid, { said: act === "yes" ? "items" : "none", items: act === "yes" ? ["afraid"] : [], own: true });
      gate.spreadGate();
    }
    return { afraid: gate.isAfraid(), told: told.at(-1), dangers: [...gate.gateSaid.dangers.keys()].sort() };
  }));
}
console.log(JSON.stringify(walked));
"""

ENTRIES = ("e1", "e2", "e3")
answers = st.tuples(st.just("answers"), st.sampled_from(ENTRIES), st.sampled_from(["", "[2]", "[5]"]), st.booleans())
others = st.tuples(st.sampled_from(["yes", "none", "differently", "differently", "lock", "kept"]), st.just(""), st.just(""), st.just(False))
walks = st.lists(st.lists(answers | others, max_size=12), min_size=20, max_size=20)


class Page:
    """What a page owes the person, said again in plain words."""

    def __init__(self):
        self.item, self.kept, self.said = False, False, False
        self.standing: dict[str, bool] = {}
        """Entries whose answers speak of danger, each with whether they were given on this page."""
        self.answer: dict[str, str] = {}
        """The answer of each of them."""
        self.seen: dict[str, str] = {}
        """Answers that the person sees differently, by entry."""

    def after(self, act, entry, made, read):
        if act == "answers" and not made:
            self.standing.pop(entry, None)
            self.seen.pop(entry, None)
        elif act == "answers" and self.seen.get(entry) != made:
            self.standing[entry] = self.standing.get(entry, False) or not read
            self.answer[entry] = made
        elif act == "differently":
            self.seen |= {one: self.answer[one] for one in self.standing}
            self.standing.clear()
        elif act == "lock":
            self.standing = {one: given_here for one, given_here in self.standing.items() if given_here}
            if self.kept:
                self.item = self.kept = self.said = False
        elif act == "kept" and not self.said:
            self.item = self.kept = self.said = True
        elif act in ("yes", "none"):
            self.item, self.said = act == "yes", True
        return self.item or bool(self.standing)


@pytest.fixture(scope="module")
def walk(tmp_path_factory, in_node):
    """What the page's own module says at each step; Node runs it as a browser does, each walk on a page of its own."""
    folder = tmp_path_factory.mktemp("gate")
    shutil.copy(STATIC / "gate-said.js", folder / "gate-said.mjs")
    (folder / "walking.mjs").write_text(WALKING, "utf-8")

    def of(steps):
        return in_node(folder / "walking.mjs", steps)

    return of


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(walks)
def test_the_page_is_as_after_a_yes_exactly_while_something_says_so(walk, steps):
    for one, said in zip(steps, walk(steps), strict=True):
        page = Page()
        for step, now in zip(one, said, strict=True):
            assert now["afraid"] == page.after(*step), (one, step)
            assert now["dangers"] == sorted(page.standing), (one, step)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(walks)
def test_whenever_that_changes_the_whole_page_is_told(walk, steps):
    for one, said in zip(steps, walk(steps), strict=True):
        before = False
        for step, now in zip(one, said, strict=True):
            if now["afraid"] != before:
                assert ["data-afraid", now["afraid"]] in now["told"], step
                assert step[0] == "lock" or ["newsoil:gate", now["afraid"]] in now["told"], step
            before = now["afraid"]


def test_nothing_of_it_is_sent_or_kept():
    text = (STATIC / "gate-said.js").read_text("utf-8")
    assert "import {" not in text
    assert not any(word in text for word in ("outbox.put", "model.send", "localStorage", "sessionStorage", "cookie", "fetch("))
