"""How hard a passage is to read."""

import pytest

from newsoil.guide.grade import reading_grade, sentences, syllables, words

COUNTED = """
1: safe whole times noticed asked changed friends guide guess through thought said says year used trained harm worse lie tried were here
2: again about afraid many only people little pages wanted closeness careful something sometimes going quiet doing saying trying being
2: country’s question choices didn’t couldn’t private promise journal patience courage building listened circles anxious special social
3: betrayal confused natural usual idea understand promises services forgiving another sentences exercise earlier easier
3: violence honesty privacy serious previous attention different everything
4: directory relationship emergency diagnosis situation experience reliable
"""

BY_HAND = {word: int(line[0]) for line in COUNTED.strip().splitlines() for word in line[3:].split()}


@pytest.mark.parametrize("word", BY_HAND)
def test_a_word_has_about_the_syllables_that_a_person_counts(word):
    assert abs(syllables(word) - BY_HAND[word]) <= 1


def test_on_average_words_have_the_syllables_that_a_person_counts():
    assert sum(map(syllables, BY_HAND)) == pytest.approx(sum(BY_HAND.values()), rel=0.02)


def test_every_word_has_at_least_one_syllable():
    assert [syllables(word) for word in ("the", "n", "2026", "hmm")] == [1, 1, 1, 1]


def test_the_grade_is_that_of_flesch_and_kincaid():
    # 6 words, 1 sentence, 6 syllables
    assert reading_grade(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)


def test_the_grade_counts_list_items_as_sentences():
    assert reading_grade(["one two", "three four"]) == pytest.approx(reading_grade(["One two. Three four."]))


def test_no_words_have_no_grade():
    assert reading_grade([]) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two? Three…", ["One.", "Two?", "Three…"]),
        ("“How did I miss it?” A note can help.", ["“How did I miss it?”", "A note can help."]),
        ("You could start with “Today I…”, “One thing…” or another.", ["You could start with “Today I…”, “One thing…” or another."]),
        ("It lists services: nomoredirectory.org. It is large.", ["It lists services: nomoredirectory.org.", "It is large."]),
        ("Shown are {n}. {item} is one.", ["Shown are {n}.", "{item} is one."]),
        ("two\nlines", ["two lines"]),
    ],
)
def test_a_sentence_ends_where_a_person_would_end_it(text, expected):
    assert sentences(text) == expected


def test_a_word_with_a_hyphen_or_an_apostrophe_is_one():
    assert words("Well-known friends don’t rush – 3 of them.") == ["Well-known", "friends", "don’t", "rush", "3", "of", "them"]
