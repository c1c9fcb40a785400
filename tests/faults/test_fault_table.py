"""The table says what was tried and whether it held; the fence and the children that tests of faults use do catch what they should."""

import os
from pathlib import Path

import pytest

import fault_table
from breaking import fence, in_a_child, needs_fork
from fault_table import Result, written

TESTS = Path(__file__).parents[1]


def test_the_table_adds_up_what_the_tests_of_a_row_tried():
    results = [Result("killed", 7, "passed", "", 1.0), Result("killed", 5, "passed", "", 2.0), Result("line", 1, "failed", "", 0.0)]
    page = written([*results, Result("held", 0, "skipped", "no lock here", 0.0)])
    (killed, line, held) = (
        next(row for row in page.splitlines() if fault_table.ROWS[name].what in row) for name in ("killed", "line", "held")
    )
    assert killed.endswith("| 12 | " + fault_table.SAVED + " | held | 3 |")
    assert "**did not hold**" in line
    assert "not tried (left out in part: no lock here)" in held
    assert "1 of" in page


def test_the_tests_elsewhere_that_belong_to_the_table_are_there():
    for name in fault_table.ELSEWHERE:
        file, _, test = name.partition("::")
        (path,) = TESTS.rglob(file)
        assert f"def {test.partition('[')[0]}" in path.read_text("utf-8"), name


WRITING = {
    "makes": lambda path: path.mkdir(),
    "writes": lambda path: path.write_bytes(b""),
    "opens to write": lambda path: os.close(os.open(path, os.O_RDWR | os.O_CREAT)),
    "renames": lambda path: path.with_name("there").rename(path),
    "removes": lambda path: path.with_name("there").unlink(),
    "links": lambda path: path.symlink_to("there"),
}


@pytest.mark.parametrize("act", WRITING.values(), ids=WRITING.keys())
def test_a_fence_notices_what_is_written_outside_and_nothing_that_is_written_inside(tmp_path, act):
    (tmp_path / "there").touch()
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "there").touch()
    with pytest.raises(AssertionError, match="there"), fence(tmp_path / "inside"):
        act(tmp_path / "out-there")
    with fence(tmp_path / "inside"):
        act(tmp_path / "inside" / "out-there")


@needs_fork
def test_what_fails_in_a_child_fails_here():
    assert in_a_child(lambda: [1]) == [1]
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        in_a_child(lambda: 1 / 0)
    with pytest.raises(AssertionError, match="the child died"):
        in_a_child(lambda: os._exit(1))
