"""What facilitators read: worded like all of New Soil, complete, and with the limits that nobody takes out."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsoil._errors import BadContent
from newsoil._paths import programme_folder, shipped_guide
from newsoil.guide.markdown import Block
from newsoil.guide.rules import read_rules
from newsoil.guide.said import Said
from newsoil.guide.wording import wording
from newsoil.workshop.agreement import agreement_of
from newsoil.workshop.facilitation import Facilitation, read_facilitation

CONTENT = read_facilitation(programme_folder())
RULES = read_rules(shipped_guide() / "lint")


def said(thing, place=""):
    """Every text, with where it stands."""
    if isinstance(thing, str):
        yield Said(place, tuple(Block(kind="paragraph", level=0, words=" ".join(part.split())) for part in thing.split("\n\n")))
    elif isinstance(thing, dict):
        for name, one in thing.items():
            if name not in ("id", "language"):
                yield from said(one, f"{place}, {name}" if place else name)
    elif isinstance(thing, list | tuple):
        for one in thing:
            yield from said(one, f"{place}, {one.get('id', '')}" if isinstance(one, dict) else place)


def test_every_text_is_worded_with_care():
    found = [problem for one in said(msgspec.to_builtins(CONTENT)) for problem in wording(one, RULES)]
    assert [problem.sentence() for problem in found] == []


def test_what_the_agreement_needs_is_among_its_ready_sentences():
    texts = " ".join(one.says for one in (*CONTENT.limit, *CONTENT.clause))
    for needed in (
        "pass",
        "Listening counts",
        "Nobody has to tell",
        "details",
        "no advice",
        "In my experience",
        "A break is fine",
        "Phones",
    ):
        assert needed in texts
    assert "serious danger" in " ".join(one.says for one in CONTENT.limit)
    assert "nobody can promise it" in " ".join(one.says for one in CONTENT.limit)


def test_it_says_plainly_that_nobody_who_knows_has_reviewed_it():
    assert "No clinician" in CONTENT.not_reviewed
    assert "domestic abuse" in CONTENT.not_reviewed


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | (st.dictionaries(st.sampled_from(["id", "says", "limits", "x"]), inner, max_size=4)),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["clauses", "here", "limits", "limit", "stays-here"]), anything, max_size=5))
def test_whatever_a_form_holds_the_limits_stay(answers):
    made = agreement_of(answers, CONTENT)
    assert made.limits == tuple(one.says for one in CONTENT.limit)
    assert all(one.strip() for one in made.clauses)


def test_content_without_limits_is_refused():
    raw = msgspec.to_builtins(CONTENT)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**raw, "limit": []}, Facilitation)


def test_two_lists_of_one_name_are_refused():
    raw = msgspec.to_builtins(CONTENT)
    with pytest.raises(msgspec.ValidationError, match="twice"):
        msgspec.convert({**raw, "list": [*raw["list"], raw["list"][0]]}, Facilitation)


def test_a_word_that_is_not_there_names_its_table():
    with pytest.raises(BadContent, match="handout"):
        CONTENT.say("handout", "dance")
