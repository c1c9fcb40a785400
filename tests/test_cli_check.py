"""`newsoil check`: content is looked at every day, and help lines strictly before a release."""

from datetime import UTC, datetime

import msgspec
import pytest

import newsoil.guide
from newsoil import cli
from newsoil._paths import support_folder
from newsoil.guide import Support, read_support


@pytest.fixture
def shipped(monkeypatch):
    """Changes what is shipped, for the command."""

    def of(**changes):
        support = read_support(support_folder())
        countries = [
            msgspec.structs.replace(country, lines=tuple(msgspec.structs.replace(line, **changes) for line in country.lines))
            for country in support.all()
        ]
        changed = Support(international=countries[0], countries=tuple(countries[1:]))
        monkeypatch.setattr(newsoil.guide, "read_support", lambda folder: changed)
        return sum(len(country.lines) for country in countries)

    return of


def test_an_ordinary_check_is_not_kept_back_by_numbers_that_nobody_checked(shipped, capsys):
    shipped(verified_on=None)
    assert cli.run(["check"]) == 0
    assert capsys.readouterr() == ("", "No problem was found.\n")


def test_a_release_check_names_every_line_that_nobody_checked(shipped, capsys):
    lines = shipped(verified_on=None)
    assert cli.run(["check", "--release"]) == 1
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == lines
    assert "support/gb.toml: “Samaritans” (116 123) was never checked." in said.out
    assert said.err == f"{lines} problems.\n"


def test_a_release_check_passes_when_every_line_was_checked_today(shipped, capsys):
    shipped(verified_on=datetime.now(UTC).astimezone().date())
    assert cli.run(["check", "--release"]) == 0


def test_a_problem_of_the_content_is_told_by_both(shipped, capsys):
    shipped(note={"en": "You must call."})
    assert cli.run(["check"]) == 1
    assert "support/gb.toml, Samaritans, note: “must” is on the word list." in capsys.readouterr().out
