"""Texts that differ by the reader's situation."""

import msgspec
import pytest

from newsoil.guide import Situation, Text, Variants, read_as
from newsoil.guide.texts import forms

ALL = Variants(otherwise="for all", new_partner="new", same_partner="same", on_my_own="alone")


@pytest.mark.parametrize(
    ("situation", "read"),
    [(None, "for all"), (Situation.NEW_PARTNER, "new"), (Situation.SAME_PARTNER, "same"), (Situation.ON_MY_OWN, "alone")],
)
def test_a_reader_gets_the_form_for_their_situation(situation, read):
    assert read_as(ALL, situation) == read


@pytest.mark.parametrize("situation", [None, *Situation])
def test_a_situation_without_a_form_of_its_own_reads_the_one_for_all(situation):
    assert read_as(Variants(otherwise="for all"), situation) == "for all"


@pytest.mark.parametrize("situation", [None, *Situation])
def test_a_text_in_one_form_is_read_by_everyone(situation):
    assert read_as("for all", situation) == "for all"


def test_every_form_that_has_words_is_known():
    assert forms(ALL) == ("for all", "new", "same", "alone")
    assert forms(Variants(otherwise="for all", on_my_own="alone")) == ("for all", "alone")
    assert forms("for all") == ("for all",)
    assert forms("") == ()


def test_forms_are_written_with_hyphens_in_content_files():
    read = msgspec.toml.decode('text = { otherwise = "a", on-my-own = "b" }', type=dict[str, Text])
    assert read == {"text": Variants(otherwise="a", on_my_own="b")}


def test_a_form_for_no_known_situation_is_refused():
    with pytest.raises(msgspec.ValidationError, match="in-between"):
        msgspec.toml.decode('text = { otherwise = "a", in-between = "b" }', type=dict[str, Text])
