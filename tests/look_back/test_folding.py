"""How words are compared when one looks for them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsoil.look_back.folding import fold, place_of


@pytest.mark.parametrize(
    ("looked_for", "words"),
    [
        ("cafe", "CAFÉ"),
        ("strasse", "Straße"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("елка", "Ёлка"),
        ("שלום", "שָׁלוֹם"),
        ("سلام", "سَلَام"),
        ("信任", "我想再次信任"),
        ("しんらい", "しんらいする"),
        ("ความ", "ความไว้วางใจ"),
        ("ﬁne", "It was fine"),
        ("istanbul", "İstanbul"),
        ("विश्वास", "मेरा विश्वास"),
    ],
)
def test_words_are_found_in_any_script_without_case_or_points(looked_for: str, words: str) -> None:
    assert fold(looked_for) in fold(words)
    assert place_of(fold(looked_for), words) is not None


@pytest.mark.parametrize(("looked_for", "words"), [("कि", "कु"), ("กา", "กี"), ("trust", "truss"), ("a b", "ab")])
def test_vowel_signs_are_letters_and_other_words_are_other_words(looked_for: str, words: str) -> None:
    assert fold(looked_for) not in fold(words)


@pytest.mark.parametrize(
    ("looked_for", "words", "found"),
    [
        ("plan", "A change of PLANs", "PLAN"),
        ("strasse", "In der Straße war es", "Straße"),
        ("cafe", "im Cafe\u0301 dort", "Cafe\u0301"),
        ("任", "我想再次信任", "任"),
        ("o", "\U0001f600 ok", "o"),
    ],
)
def test_the_place_is_that_of_the_words_as_they_were_written(looked_for: str, words: str, found: str) -> None:
    first, last = place_of(fold(looked_for), words)
    assert words[first:last] == found


@given(st.text(max_size=40), st.text(min_size=1, max_size=5))
def test_a_place_is_found_whenever_the_words_are_there_and_never_else(words: str, looked_for: str) -> None:
    place = place_of(fold(looked_for), words)
    assert (place is not None) == (fold(looked_for) in fold(words))
    if place is not None:
        assert 0 <= place[0] <= place[1] <= len(words)


@given(st.text(max_size=60))
def test_case_and_the_form_of_an_accent_make_no_difference(words: str) -> None:
    assert fold(unicodedata.normalize("NFC", words)) == fold(unicodedata.normalize("NFD", words)) == fold(words)
    assert fold(fold(words)) == fold(words)
