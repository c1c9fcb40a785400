"""Help lines on the page: what nobody has checked never looks as if somebody had, and each says how to reach it."""

from datetime import date, timedelta

import msgspec
import pytest

from newsoil._paths import support_folder
from newsoil.guide import Support, read_support
from newsoil.guide import shown_lines as lines
from newsoil.guide.shown_lines import shown_lines
from newsoil.guide.support import CHECKED_WITHIN

TODAY = date(2026, 11, 25)
SHIPPED = read_support(support_folder())


@pytest.fixture
def shown(monkeypatch):
    """What the page gets when the only country has some lines."""

    def of(*its_lines, today=TODAY):
        country = msgspec.structs.replace(SHIPPED.countries[0], code="zz", lines=its_lines)
        monkeypatch.setattr(lines, "read_support", lambda folder: Support(international=SHIPPED.international, countries=(country,)))
        shown_lines.cache_clear()
        return shown_lines(today)["countries"][1]

    yield of
    shown_lines.cache_clear()


def line(**what):
    first = next(line for line in SHIPPED.international.lines if line.kind == "emergency")
    return msgspec.structs.replace(first, **{"name": "A line", "kind": "suicide", "number": "0800 1", "note": {}, "hours": "", **what})


@pytest.mark.parametrize("on", [None, TODAY - timedelta(CHECKED_WITHIN + 1), TODAY + timedelta(1)])
def test_a_line_that_nobody_checked_lately_says_so_and_names_no_day(shown, on):
    country = shown(line(verified_on=on))
    assert country["unchecked"] is country["urgent"][0]["unchecked"] is True
    assert "Checked" not in country["urgent"][0]["more"]


def test_a_checked_line_says_when_and_nothing_else(shown):
    country = shown(line(verified_on=TODAY))
    assert (country["unchecked"], country["urgent"][0]["unchecked"], country["urgent"][0]["more"]) == (
        False,
        False,
        "Checked on 2026-11-25.",
    )


def test_one_unchecked_line_among_checked_ones_is_told_apart(shown):
    country = shown(line(verified_on=TODAY), line(name="Another"))
    assert [one["unchecked"] for one in country["urgent"]] == [False, True]
    assert country["unchecked"] is True


@pytest.mark.parametrize(
    ("ways", "before"),
    [
        ({"number": "", "text": "1", "text_word": "HELLO"}, "Write HELLO to"),
        ({"number": "", "text": "1"}, "Write to"),
        ({"text": "1", "text_word": "HELLO"}, "or write HELLO to"),
        ({"text": "1"}, "or write to"),
        ({}, ""),
    ],
)
def test_it_is_said_how_to_write_to_a_line(shown, ways, before):
    assert shown(line(**ways))["urgent"][0]["write-before"] == before


def test_what_cannot_wait_stands_apart_and_what_a_kind_is_for_is_said_once(shown):
    kinds = ("emergency", "suicide", "suicide", "domestic-abuse", "own-behaviour")
    country = shown(*(line(kind=kind) for kind in kinds))
    assert [bool(one["kind"]) for one in country["urgent"]] == [True, True, False]
    assert [bool(one["kind"]) for one in country["others"]] == [True, True]


def test_every_shipped_kind_has_its_words():
    words = shown_lines(TODAY)["words"]
    assert {line.kind for country in SHIPPED.all() for line in country.lines} <= set(words)


def test_no_shipped_number_looks_checked():
    countries = shown_lines(TODAY)["countries"]
    numbers = [one for country in countries for one in (*country["urgent"], *country["others"]) if one["call"] or one["write"]]
    assert len(numbers) > 40
    assert all(one["unchecked"] for one in numbers)
    assert all(country["unchecked"] for country in countries)
