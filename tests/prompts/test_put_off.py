"""What a form opens with: a day that was put off, a rest, a note in progress; the browser's own module is asked."""

import shutil
from datetime import datetime, timedelta

import pytest

from newsoil.prompts.esm import STATIC

NOW = datetime.now().astimezone()
ASKING = """
import { readFileSync } from "node:fs";
import { choose } from "./entry.js";
const { kind, known } = JSON.parse(readFileSync(process.argv[2], "utf8")), { entry, resting } = choose({ id: "one", kind }, known);
console.log(JSON.stringify([known.some(({ id }) => id === entry.id) ? entry.id : "blank", resting]));
"""


def note(status, ago, *, deleted=False):
    """An entry with a status that was made so long ago."""
    at = (NOW - ago).isoformat(timespec="milliseconds")
    answers = {"text": "a word"} if status in ("draft", "done") else {}
    whole = {"id": status, "made_at": at, "changed_at": at, "for_date": None, "status": status, "skipped": [], "answers": answers}
    return {**whole, "links": {}, "tags": [], "earlier": [], "deleted_at": at if deleted else None}


@pytest.fixture(scope="module")
def opens_with(tmp_path_factory, in_node):
    """Which entry the form opens with, and whether something stands in its place."""
    folder = tmp_path_factory.mktemp("choosing")
    for name in ("entry.js", "clock.js", "dom.js"):
        shutil.copy(STATIC / name, folder)
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    (folder / "asking.js").write_text(ASKING, "utf-8")

    def of(*known, kind="log"):
        newest_first = sorted(known, key=lambda one: one["made_at"], reverse=True)
        return tuple(in_node(folder / "asking.js", {"kind": kind, "known": newest_first}))

    return of


A_MOMENT, A_WHILE, DAYS = timedelta(seconds=1), timedelta(seconds=3), timedelta(days=40)


@pytest.mark.parametrize("kind", ["log", "one-off"])
def test_a_rest_holds_for_as_long_as_nothing_is_written(opens_with, kind):
    assert opens_with(note("rest", DAYS), kind=kind) == ("blank", "rest")
    assert opens_with(note("rest", DAYS), note("not-today", 2 * DAYS), kind=kind) == ("blank", "rest")
    assert opens_with(note("draft", A_WHILE), note("rest", A_MOMENT), kind=kind) == ("draft", "rest")
    assert opens_with(note("draft", A_MOMENT), note("rest", DAYS), kind=kind) == ("draft", "")
    assert opens_with(note("rest", A_MOMENT, deleted=True), kind=kind) == ("blank", "")


def test_after_a_rest_a_note_that_was_done_since_opens_a_fresh_form(opens_with):
    assert opens_with(note("done", A_MOMENT), note("rest", DAYS)) == ("blank", "")
    assert opens_with(note("done", DAYS), note("rest", A_MOMENT)) == ("blank", "rest")


@pytest.mark.parametrize("kind", ["log", "one-off"])
def test_what_is_not_for_today_is_there_on_another_day(opens_with, kind):
    assert opens_with(note("not-today", timedelta()), kind=kind) == ("blank", "not-today")
    assert opens_with(note("not-today", timedelta(days=1)), kind=kind) == ("blank", "")
    assert opens_with(note("draft", A_WHILE), note("not-today", timedelta()), kind=kind) == ("draft", "not-today")
    assert opens_with(note("draft", timedelta()), note("not-today", A_WHILE), kind=kind)[0] == "draft"


def test_a_reflection_that_was_done_can_be_read_whatever_was_put_off_since(opens_with):
    assert opens_with(note("done", DAYS), note("rest", A_MOMENT), kind="one-off") == ("done", "done")
