"""The table of faults: what was tried, how often, and whether it held. `make faults` prints it and writes `docs/faults.md`.

A test belongs to a row by its mark, `@pytest.mark.tries("killed")`, and counts what it tries by the fixture `tried`. One that counts
nothing counts as one. Most of these tests run in `make test` too, with fewer tries: see `times`.
"""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

MANY = os.environ.get("NEWSOIL_FAULTS") == "1"
"""Whether this is `make faults`, which tries everything as often as it takes."""

PAGE = Path(__file__).parents[2] / "docs" / "faults.md"


def times(few, many):
    """How often to try: a few times in `make test`, many times in `make faults`."""
    return many if MANY else few


class Row(NamedTuple):
    """What was tried, and what has to hold when it is."""

    what: str
    holds: str


SAVED = "Every word that was said to be saved is there, every file can be read, and what was not saved is taken when it is sent again."
REFUSED = "The old words are whole, the new ones are refused in a sentence, and are saved once it works again."
TYPED_LAST = "What a person typed last is what is kept, every note is there, and every file can be read."
SPOILT = (
    "A spoilt month stays as it is to the last byte and is named, and new words go to a file beside it; spoilt settings are put aside; a "
    "key file is mended from its copy; a spoilt backup is refused"
)
STANDS = "Nothing but an error of New Soil's own, in a sentence; nothing is written outside the folder of the notes."

ROWS = {
    "killed": Row("The process that saves is killed (`kill -9`) at a random moment while somebody types; notes plain, open, locked", SAVED),
    "killed-at-each-call": Row("It is killed, or the power is cut, at each of its calls to the disk in turn; also while sealing", SAVED),
    "killed-in-browser": Row("Kernel, server or both are killed (`kill -9`) at a random moment while somebody types in Chromium", SAVED),
    "restarted": Row("The server is stopped under an open page and started again while somebody types", SAVED),
    "line": Row("The connection is cut, falls silent, or the kernel hangs, by a proxy between Chromium and the server", SAVED),
    "visits": Row("Visits in Chromium that end in ten ways: closed, crashed, gone back, offline, kernel killed …", SAVED),
    "two-writers": Row("Edits of two and three processes that write to the same notes at the same time", "Every edit of each is there."),
    "each-call-fails": Row("Each call to the disk fails in turn while a word is saved and while notes are sealed or unsealed", REFUSED),
    "disk-full-call": Row("The disk is full from one call on, each call in turn; notes plain, open, locked", REFUSED),
    "disk-full": Row("Edits on a real disk of 64 to 256 kB that is full", REFUSED),
    "file-too-large": Row("No file may be longer than so many bytes (the system's own limit), each number in turn", REFUSED),
    "disk-under-page": Row("The disk takes nothing, or the folder is none, under a page that is open in Chromium", REFUSED),
    "read-only": Row(
        "The disk is read-only, the folder is read-only, or its files are",
        f"{REFUSED} Files that are read-only in a folder that is not are replaced like any other.",
    ),
    "held": Row(
        "A file, or the lock, is held by another program",
        f"Where both programs can work, the words are saved and the other one keeps what it has open. Elsewhere: {REFUSED}",
    ),
    "clock-back": Row("Edits under a clock that is set back or forward, by minutes or by years, in one page or in two", TYPED_LAST),
    "summer-time": Row("Edits around the hour that summer time takes or gives, in many zones", TYPED_LAST),
    "truncated": Row(
        "A file ends too early, at every length: months, sealed months, settings, key files, backups",
        f"{SPOILT}.",
    ),
    "one-byte": Row(
        "One byte of a file is another one, each byte in turn: months, sealed months, key files, sealed backups",
        f"{SPOILT}. A plain month has no check sum: what can still be read is read as it says.",
    ),
    "half-written": Row("A draft of every length lies beside the file", "The draft is never read and is gone after the next word."),
    "newer": Row(
        "A file of a newer New Soil, in every place where one can be",
        "It stays as it is to the last byte, and a sentence says what it is; new words go to a file beside a month.",
    ),
    "megabyte": Row(
        "1 MB of text in one answer, in the store and from a page",
        "It is kept to the last letter. Of more, a page is told in a sentence that it is not saved, and it stays there.",
    ),
    "every-letter": Row("Every letter of Unicode, of all 17 planes, in an answer", "It is the same letter on disk and back."),
    "half-letters": Row(
        "Half letters (lone surrogates) in answers, ids, files and passphrases",
        "They are refused in a sentence, every word beside them is kept, and nothing is written outside the folder of the notes.",
    ),
    "odd-messages": Row("Odd messages of a page to the desk; notes plain, open, locked", STANDS),
    "odd-widget-messages": Row(
        "Odd messages of every kind that there is, to every widget of ours, and odd last words; notes plain, open, locked, in memory",
        f"{STANDS} Every note is there, and none is another one.",
    ),
    "odd-documents": Row("Odd and spoilt documents that somebody brings in", STANDS),
    "odd-files": Row("Odd and spoilt months, settings, key files and backups", STANDS),
    "odd-guide": Row("Odd and spoilt files of the guide, and notebooks", STANDS),
}

ELSEWHERE = {
    "test_line.py::test_words_typed_while_the_line_is_silent": ("line", 1),
    "test_line.py::test_a_websocket_that_falls_silent_alone": ("line", 1),
    "test_line.py::test_a_connection_that_breaks_loses_nothing": ("line", 3),
    "test_line.py::test_the_other_stages_open_after_a_connection_broke": ("line", 1),
    "test_line.py::test_a_kernel_that_was_only_busy": ("line", 1),
    "test_line.py::test_words_typed_while_the_server_is_down": ("restarted", 1),
    "test_line.py::test_a_kernel_that_died_is_told": ("killed-in-browser", 1),
    "test_line.py::test_a_disk_that_takes_nothing": ("disk-under-page", 1),
    "test_every_prompt.py::test_every_answer_is_there_after_the_server_was_killed": ("killed-in-browser", 1),
    "test_visits.py::test_no_word_is_lost_and_no_kernel_is_left_by_visits_that_end_in_ten_ways[a-hundred]": ("visits", 100),
    "test_desk.py::test_no_message_raises_and_every_reply_can_be_sent": ("odd-messages", 200),
}
"""Tests that were there for other reasons and try a fault too: how their names begin, the row, how often they try."""

_COUNT = pytest.StashKey[int]()
_RESULTS = pytest.StashKey[list]()


class Result(NamedTuple):
    """One phase of one test."""

    row: str
    count: int
    outcome: str
    reason: str
    seconds: float


@pytest.fixture
def tried(request):
    """Counts what a test tries: `tried()` for one, `tried(50)` for fifty."""

    def count(number=1):
        request.node.stash[_COUNT] = request.node.stash.get(_COUNT, 0) + number

    return count


def pytest_configure(config):
    config.stash[_RESULTS] = []


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        for name, (row, count) in ELSEWHERE.items():
            if item.nodeid.rpartition("/")[2].startswith(name):
                item.add_marker(pytest.mark.tries(row))
                item.stash[_COUNT] = count
        for mark in item.iter_markers("tries"):
            if mark.args[0] not in ROWS:
                raise pytest.UsageError(f"{item.nodeid} tries “{mark.args[0]}”, which is no row of the table of faults.")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if mark := item.get_closest_marker("tries"):
        counts = report.when == "call" and not report.skipped
        reason = report.longrepr[2].removeprefix("Skipped: ") if report.skipped and isinstance(report.longrepr, tuple) else ""
        count = item.stash.get(_COUNT, 1) if counts else 0
        item.config.stash[_RESULTS].append(Result(mark.args[0], count, report.outcome, reason, report.duration))
    return report


def pytest_terminal_summary(terminalreporter, config):
    if not MANY or not config.stash[_RESULTS]:
        return
    page = written(config.stash[_RESULTS])
    terminalreporter.write(f"\n{page}\n")
    if missing := set(ROWS) - {result.row for result in config.stash[_RESULTS]}:
        terminalreporter.write(f"{PAGE.name} stays as it was, since this run left out: {', '.join(sorted(missing))}.\n")
    else:
        PAGE.write_text(page, "utf-8")


def written(results):
    """The page for these results."""
    seconds = sum(result.seconds for result in results)
    failed = [row for row in ROWS if any(result.row == row and result.outcome == "failed" for result in results)]
    return "\n".join(
        (
            "# Faults that were tried",
            "",
            "`make faults` breaks things on purpose and looks whether a word is lost or damaged, or whether anything is written where",
            "nothing should be. This page is what the last whole run found; it is written by that command and not by hand.",
            "",
            f"* Day: {datetime.now(UTC).date()}",
            f"* Machine: {platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}",
            f"* Time: {seconds / 60:.1f} minutes",
            f"* Result: {'everything held' if not failed else f'{len(failed)} of {len(ROWS)} rows did not hold'}",
            "",
            "| What was tried | How often | What has to hold | Result | Seconds |",
            "|---|---:|---|---|---:|",
            *(_line(ROWS[row], [result for result in results if result.row == row]) for row in ROWS),
            "",
            "Random moments come from fixed numbers, so a run can be repeated; when exactly a process dies still depends on the machine.",
            "Odd messages and files are made by [hypothesis](https://hypothesis.readthedocs.io), which looks for the smallest that breaks",
            "something. The tests are in `tests/faults`, `tests/journal` and `tests/browser`; each row is one mark, `tries`. `make test`",
            "tries most rows too, fewer times.",
            "",
        )
    )


def _line(row, results):
    reasons = sorted({result.reason for result in results if result.reason})
    count = sum(result.count for result in results)
    if any(result.outcome == "failed" for result in results):
        said = "**did not hold**"
    elif not count:
        said = "not tried"
    else:
        said = "held"
    said = " ".join((said, *(f"(left out in part: {reason})" for reason in reasons)))
    return f"| {row.what} | {count:,} | {row.holds} | {said} | {sum(result.seconds for result in results):.0f} |"
