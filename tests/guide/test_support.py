"""Help lines: a file per country, nothing in it that cannot be called, and nothing shown or released as checked that nobody checked."""

from datetime import date, timedelta

import msgspec
import pytest

from newsoil._errors import BadContent
from newsoil._paths import support_folder
from newsoil.guide import Line, Support, read_support, unchecked
from newsoil.guide.support import CHECKED_WITHIN

TODAY = date(2026, 11, 25)
GOOD = """format_version = 1
country = "Nirgendwo"
language = "de"

[[line]]
name = "Rettung"
kind = "emergency"
number = "112"
source = "https://example.org/"
"""
TALKING = """
[[line]]
name = "Jemand hört zu"
kind = "suicide"
number = "0800 000 000"
source = "https://example.org/talk"
"""
EVERYWHERE = (
    GOOD.replace("Nirgendwo", "International")
    + '\n[[line]]\nname = "A list"\nkind = "directory"\naddress = "lists.example.org"\nsource = "https://lists.example.org/"\n'
)
SHIPPED = read_support(support_folder())


@pytest.fixture
def folder(tmp_path):
    """A folder of one invented country, `zz`."""
    (tmp_path / "international.toml").write_text(EVERYWHERE, "utf-8")
    (tmp_path / "zz.toml").write_text(GOOD + TALKING, "utf-8")
    return tmp_path


def checked(on):
    line = read_support(support_folder()).international.lines[0]
    return msgspec.structs.replace(line, verified_on=on)


def test_lines_are_read_by_country_and_the_lists_stand_for_everyone(folder):
    support = read_support(folder)
    assert [country.code for country in support.all()] == ["international", "zz"]
    assert [line.kind for line in support.countries[0].lines] == ["emergency", "suicide"]
    assert [line.address for line in support.directories()] == ["lists.example.org"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOD.replace('number = "112"\n', ""), r"reached nowhere.*\$\.line\[0\]"),
        (GOOD.replace('number = "112"', 'text = "112"'), r"emergency line has to have a number.*\$\.line\[0\]"),
        (GOOD + 'text_word = "HELLO"\n', r"`text_word` has no number.*\$\.line\[0\]"),
        (GOOD.replace('"112"', "112"), r"\$\.line\[0\]\.number"),
        (GOOD.replace('"112"', '"call us"'), r"\$\.line\[0\]\.number"),
        (GOOD.replace('"112"', '"1x2"'), r"\$\.line\[0\]\.number"),
        (GOOD.replace('"emergency"', '"friends"'), r"\$\.line\[0\]\.kind"),
        (GOOD.replace('source = "https://example.org/"\n', ""), r"missing required field `source`"),
        (GOOD.replace("https://example.org/", "a friend"), r"\$\.line\[0\]\.source"),
        (GOOD + 'hours = "mostly"\n', r"\$\.line\[0\]\.hours"),
        (GOOD + 'verified_on = "soon"\n', r"\$\.line\[0\]\.verified_on"),
        (GOOD + "colour = 3\n", r"`colour`"),
        (GOOD + 'note.en = ""\n', r"\$\.line\[0\]\.note"),
        (GOOD.replace('"Rettung"', '" "'), r"\$\.line\[0\]\.name"),
        (GOOD.replace("version = 1", "version = 2"), r"format_version"),
        ('format_version = 1\ncountry = "Nirgendwo"\nlanguage = "de"\n', r"missing required field `line`"),
    ],
)
def test_a_file_that_does_not_fit_is_named_with_its_key_and_what_to_do(folder, text, told):
    (folder / "zz.toml").write_text(text, "utf-8")
    with pytest.raises(BadContent, match=told) as raised:
        read_support(folder)
    assert str(folder / "zz.toml") in str(raised.value)
    assert "Correct the file" in str(raised.value)


def test_a_country_without_an_emergency_number_is_refused(folder):
    (folder / "zz.toml").write_text(GOOD.replace('"emergency"', '"suicide"'), "utf-8")
    with pytest.raises(BadContent, match=r"zz\.toml: no line is of the kind “emergency”.*leave the country out"):
        read_support(folder)


@pytest.mark.parametrize("name", ["nowhere.toml", "z.toml", "ZZ.toml"])
def test_a_file_is_named_by_the_two_letters_of_a_country(folder, name):
    (folder / name).write_text(GOOD, "utf-8")
    with pytest.raises(BadContent, match=r"named after no country"):
        read_support(folder)


def test_without_what_holds_everywhere_nothing_is_read(folder):
    (folder / "international.toml").unlink()
    with pytest.raises(BadContent, match=r"international\.toml"):
        read_support(folder)


@pytest.mark.parametrize(
    ("days", "is_checked"), [(0, True), (1, True), (CHECKED_WITHIN, True), (CHECKED_WITHIN + 1, False), (4000, False), (-1, False)]
)
def test_a_line_counts_as_checked_for_ninety_days_and_not_before_its_day(days, is_checked):
    assert checked(TODAY - timedelta(days)).is_checked(TODAY) is is_checked


def test_a_line_that_nobody_checked_counts_as_unchecked():
    assert checked(None).is_checked(TODAY) is False


def with_one(line):
    return Support(international=msgspec.structs.replace(SHIPPED.international, lines=(line,)))


@pytest.mark.parametrize(
    ("on", "told"),
    [
        (None, "was never checked"),
        (TODAY - timedelta(CHECKED_WITHIN + 1), "2026-08-26, and more than 90 days ago"),
        (TODAY + timedelta(1), "or in days to come"),
    ],
)
def test_before_a_release_each_line_that_is_not_checked_is_named_with_what_to_do(on, told):
    (sentence,) = unchecked(with_one(checked(on)), TODAY)
    assert sentence.startswith("support/international.toml: “European emergency number” (112)")
    assert told in sentence
    assert "write the day as verified_on" in sentence


def test_a_release_is_not_kept_back_by_lines_that_were_checked():
    assert unchecked(with_one(checked(TODAY)), TODAY) == []


def test_no_shipped_line_says_that_it_was_checked_since_nobody_has():
    """When somebody has compared a line with its source, this test is changed with it, and says who looks again and when."""
    lines = [line for country in SHIPPED.all() for line in country.lines]
    assert {line.verified_on for line in lines} == {None}
    assert len(unchecked(SHIPPED, TODAY)) == len(lines)


def test_some_countries_have_a_line_for_people_who_worry_about_what_they_do():
    assert {country.code for country in SHIPPED.countries if any(line.kind == "own-behaviour" for line in country.lines)} >= {
        "gb",
        "au",
        "at",
    }


def test_a_country_is_called_by_its_own_name_and_found_in_the_order_of_the_alphabet():
    names = [country.name for country in SHIPPED.countries]
    assert {"Deutschland", "Österreich", "Éire · Ireland"} <= set(names)
    assert names.index("Éire · Ireland") < names.index("Österreich") < names.index("United Kingdom")


# What the linter finds


def lined(find, *lines, everywhere=SHIPPED.international):
    country = msgspec.structs.replace(SHIPPED.countries[0], code="zz", lines=lines)
    return find(support=Support(international=everywhere, countries=(country,)))


def line(**what):
    return Line(**{"name": "A line", "kind": "suicide", "number": "1", "source": "https://example.org/", **what})


def test_a_country_without_a_problem_has_none(find):
    assert lined(find, line(note={"en": "For women."})) == []


def test_a_number_that_is_there_twice_is_found(find):
    assert lined(find, line(), line(kind="domestic-abuse")) == ["support/zz.toml: “1” is there 2 times. Say it once."]


def test_a_country_with_nobody_to_talk_to_is_found(find):
    (problem,) = lined(find, line(kind="domestic-abuse"))
    assert "no line is of the kind “suicide”" in problem


def test_a_note_is_worded_like_every_other_text_and_holds_no_number(find):
    problems = lined(find, line(note={"en": "You must call 0800 123."}))
    assert [problem.split(":")[0] for problem in problems] == ["support/zz.toml, A line, note"] * 2
    assert any("looks like a telephone number" in problem for problem in problems)


def test_everywhere_without_a_list_is_found(find):
    bare = msgspec.structs.replace(SHIPPED.international, lines=SHIPPED.international.lines[:1])
    (problem,) = lined(find, line(), everywhere=bare)
    assert "names no list" in problem
