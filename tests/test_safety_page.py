"""The pages about safety keep their word: every test that they name exists, no number is missing, no row is without test or reason."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from newsoil.journal import Settings
from newsoil.journal.record import Entry, Former

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = [page for name in ("safety.md", "hazards.md", "faults.md") if (page := DOCS / name).exists()]

NAMED = re.compile(r"`(tests/[^`\s]*)`")
ROW = re.compile(r"^\| (R-\d+) \| (.+) \|$", re.MULTILINE)
HAZARD = re.compile(r"^### H(\d+)\. (.+)$", re.MULTILINE)
STATES = ("kept", "in part", "not yet")
PARTS = ("Cause", "Harm", "Control", "What remains")


def names_in(path: Path) -> set[str]:
    """The names of the tests in a file, read and not run."""
    return {
        node.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    }


def unknown(text: str) -> list[str]:
    """The tests, and files of tests, that a text names and that do not exist."""
    return [name for name in NAMED.findall(text) if not exists(*name.partition("::")[::2])]


def exists(file: str, test: str) -> bool:
    """Whether a file of tests exists, and holds the test that is named, if one is."""
    path = ROOT / file
    return path.exists() and (not test or test.partition("[")[0] in names_in(path))


def rows() -> list[tuple[str, list[str]]]:
    """The requirements of docs/safety.md: number, and the cells after it."""
    return [(number, [cell.strip() for cell in rest.split(" | ")]) for number, rest in ROW.findall((DOCS / "safety.md").read_text("utf-8"))]


def hazards() -> dict[int, str]:
    """The hazards of docs/hazards.md: number, and everything said of it."""
    text = (DOCS / "hazards.md").read_text("utf-8")
    starts = [*HAZARD.finditer(text)]
    ends = [*(start.start() for start in starts[1:]), len(text)]
    return {int(start[1]): text[start.end() : end] for start, end in zip(starts, ends, strict=True)}


def odd_state(now: str) -> str:
    """What is wrong with the last cell of a row; empty when it names a test or gives a reason."""
    state = next((state for state in STATES if now.startswith(state)), "")
    said, has_test = now.removeprefix(state).lstrip(), bool(NAMED.search(now))
    if not state:
        return f"says none of {STATES}"
    if state == "not yet":
        return "" if re.match(r": \w+ \w+", said) else "gives no reason"
    return "" if has_test or re.match(r", without a test: \w+ \w+", said) else "names no test and gives no reason"


def odd_numbers(found: Iterable[int]) -> list[int]:
    """The numbers that are there twice, or missing before the last."""
    listed = list(found)
    missing = set(range(1, max(listed, default=0) + 1)) - set(listed)
    return sorted(missing | {number for number in listed if listed.count(number) > 1})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_test_that_a_page_names_exists(page):
    text = page.read_text("utf-8")
    assert NAMED.search(text)
    assert unknown(text) == []


def test_no_test_is_named_without_the_marks_by_which_it_is_looked_for():
    for page in PAGES:
        bare = NAMED.sub("", page.read_text("utf-8"))
        assert re.findall(r"\S*::test_\S*|tests/\S*\.py\S*", bare) == [], page.name


SAYS = r": \w+ \w+ \w+"
NEEDS = re.compile(rf"\b(Needs a person{SAYS}|Needs people{SAYS}|Needs building, in step [56]{SAYS}|Not planned{SAYS}|for step [56]\b)")
"""Who would have to do it, in which step that is to come it is built, or why it is not."""

LOOSE = re.compile(r"\bneeds building(?!, in step [56]: )", re.IGNORECASE)
"""A need that names no step: nobody would ever come to it."""


def test_what_is_not_kept_says_who_would_have_to_do_it_in_which_step_it_is_built_or_why_it_is_not():
    lacking = {number: cells[-1] for number, cells in rows() if cells[-1].startswith(("in part", "not yet"))}
    assert lacking
    assert [number for number, now in lacking.items() if not NEEDS.search(now)] == []
    assert [number for number, now in lacking.items() if LOOSE.search(now)] == []


def test_no_requirement_is_missing_or_doubled():
    numbers = [int(number.removeprefix("R-")) for number, _ in rows()]
    assert odd_numbers(numbers) == []
    assert max(numbers) == 61


def test_no_hazard_is_missing_or_doubled():
    numbers = [int(number) for number, _ in HAZARD.findall((DOCS / "hazards.md").read_text("utf-8"))]
    assert odd_numbers(numbers) == []
    assert max(numbers) >= 14


def test_every_requirement_names_a_test_or_a_reason():
    odd = {number: odd_state(cells[-1]) for number, cells in rows()}
    assert {number: wrong for number, wrong in odd.items() if wrong} == {}
    assert {len(cells) for _, cells in rows()} == {3}


def test_every_hazard_has_a_cause_a_harm_a_control_and_what_remains():
    for number, said in hazards().items():
        for part in PARTS:
            assert re.search(rf"^\* \*\*{part}:\*\* \S", said, re.MULTILINE), (number, part)
        assert NAMED.search(said), f"H{number} names no test"


def test_what_a_page_cites_is_there():
    requirements, numbers = {number for number, _ in rows()}, set(hazards())
    for page in PAGES:
        text = page.read_text("utf-8")
        assert set(re.findall(r"\bR-\d+\b", text)) <= requirements, page.name
        assert {int(number) for number in re.findall(r"\bH(\d+)\b", text)} <= numbers, page.name


@pytest.mark.parametrize(
    ("where", "record"), [("an entry", Entry), ("former answers", Former), ("settings", Settings)], ids=["entry", "former", "settings"]
)
def test_every_stored_field_has_a_purpose(where, record):
    told = re.findall(rf"^\| {where} \| `(\w+)` \| (.+) \|$", (DOCS / "safety.md").read_text("utf-8"), re.MULTILINE)
    assert [name for name, _ in told] == list(record.__struct_fields__)
    assert all(len(purpose.split()) > 1 for _, purpose in told)


# ---- what is looked for would be found -----------------------------------------------------------------------------


def test_a_test_that_is_not_there_is_found():
    here = "tests/test_safety_page.py"
    assert unknown(f"`{here}::test_a_test_that_is_not_there_is_found`, `{here}`") == []
    assert unknown(f"`{here}::test_that_nobody_wrote`") == [f"{here}::test_that_nobody_wrote"]
    assert unknown("`tests/test_nothing.py::test_x`") == ["tests/test_nothing.py::test_x"]


@pytest.mark.parametrize(("found", "odd"), [([1, 2, 3], []), ([1, 3], [2]), ([1, 2, 2], [2]), ([2, 4, 4], [1, 3, 4])])
def test_a_number_that_is_missing_or_doubled_is_found(found, odd):
    assert odd_numbers(found) == odd


@pytest.mark.parametrize(
    ("now", "fine"),
    [
        ("kept: it is. Shown by `tests/test_x.py::test_y`", True),
        ("in part: half of it", False),
        ("kept", False),
        ("kept, without a test: nothing can show that", True),
        ("not yet", False),
        ("not yet: for step 4", True),
        ("there are no groups", False),
    ],
)
def test_a_row_with_neither_a_test_nor_a_reason_is_found(now, fine):
    assert (odd_state(now) == "") is fine


@pytest.mark.parametrize(
    ("now", "fine"),
    [
        ("in part: half of it. Needs building: the other half", False),
        ("in part: half of it. Needs building, in step 4: the other half of it", False),
        ("in part: half of it. Needs building, in step 5: the other half", True),
        ("in part: half of it. Needs a person: somebody who can judge", True),
        ("in part: half of it. Needs a person", False),
        ("in part: half of it. Not planned: it would harm more", True),
        ("in part: half of it. Not planned", False),
        ("not yet: groups are for step 6", True),
        ("not yet: groups are for step 2", False),
        ("not yet: nobody has come to it", False),
        ("not yet: a person is missing. Needs a person: somebody who can judge. Needs building: a switch", False),
    ],
)
def test_a_row_that_is_not_kept_and_names_neither_a_step_nor_a_reason_is_found(now, fine):
    assert (bool(NEEDS.search(now)) and not LOOSE.search(now)) is fine
