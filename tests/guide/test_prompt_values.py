"""Which values answer a prompt: all that its page can send, and nothing else."""

import calendar
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsoil._errors import BadAnswer
from newsoil.guide import ChoicePrompt, DatePrompt, LinkPrompt, RowsPrompt
from newsoil.guide.prompt import (
    LONGEST_LINE,
    LONGEST_TEXT,
    MOST_ROWS,
    ChoicesPrompt,
    IntensityPrompt,
    LadderPrompt,
    Option,
    Part,
    QuestionPrompt,
    ScalePrompt,
    SentencePrompt,
    ShortTextPrompt,
    SorterPrompt,
    TextPrompt,
)

SIZES = (Option("small", "Small"), Option("big", "Big"))
TEXT = TextPrompt(id="p", label="What?")
SHORT = ShortTextPrompt(id="p", label="What?")
SCALE = ScalePrompt(id="p", label="How?", labels=("a", "b", "c", "d", "e"))
INTENSITY = IntensityPrompt(id="p", label="How much?", low="none", middle="some", high="all")
CHOICE = ChoicePrompt(id="p", label="Which?", options=SIZES)
CHOICES = ChoicesPrompt(id="p", label="Which?", options=SIZES)
OWN = ChoicesPrompt(id="p", label="Which?", options=SIZES, own="A word of your own")
ABOUT = DatePrompt(id="p", label="When?")
DAY = DatePrompt(id="p", label="When?", about=False)
LINK = LinkPrompt(id="p", label="Which?", to="other")
ROWS = RowsPrompt(
    id="p",
    label="Which lines?",
    add="Add",
    columns=(
        ShortTextPrompt(id="line", label="Line"),
        ChoicePrompt(id="size", label="Size?", options=SIZES),
        DatePrompt(id="on", label="On?"),
    ),
)
LADDER = LadderPrompt(id="p", label="What?", add="Add", columns=ROWS.columns, steps=("Light", "In between", "Tender"))
CARDS = (Option("call", "A call"), Option("hug", "A hug"), Option("line", "A line"))
SORTER = SorterPrompt(id="p", label="Where?", cards=CARDS, groups=SIZES)
OWN_CARDS = SorterPrompt(id="p", label="Where?", cards=CARDS, groups=SIZES, own="Add a card")
SENTENCE = SentencePrompt(
    id="p",
    label="How?",
    parts=(Part("feel", "I feel", "A feeling"), Part("when", "when", "What happened"), Part("ask", ". I would like", "A wish")),
)
QUESTION = QuestionPrompt(id="p", label="A question for today", questions=SIZES)
PROMPTS = (TEXT, SHORT, SCALE, INTENSITY, CHOICE, CHOICES, OWN, ABOUT, DAY, LINK, ROWS, LADDER, SORTER, OWN_CARDS, SENTENCE, QUESTION)

typed = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
sizes = st.sampled_from(["small", "big"])
days = st.dates(min_value=date(1, 1, 1)).map(date.isoformat)
abouts = st.tuples(days, st.sampled_from([4, 7, 10])).map(lambda drawn: drawn[0][: drawn[1]])
cells = st.fixed_dictionaries({}, optional={"line": typed, "size": sizes, "on": abouts})
rows = st.lists(cells, max_size=5).map(lambda drawn: [{"id": f"row-{number}", **row} for number, row in enumerate(drawn)])
ladders = st.lists(st.tuples(cells, st.integers(1, 3)), max_size=5).map(
    lambda drawn: [{"id": f"row-{number}", **row, "step": step} for number, (row, step) in enumerate(drawn)]
)
cards = st.dictionaries(st.sampled_from([card.id for card in CARDS]), sizes).map(
    lambda drawn: [{"id": card, "group": group} for card, group in drawn.items()]
)
own_cards = st.lists(st.tuples(sizes | st.just(""), typed), max_size=4).map(
    lambda drawn: [{"id": f"own-{number}", "group": group, "text": text} for number, (group, text) in enumerate(drawn)]
)
said = typed.filter(bool)

SENT = {
    TEXT: typed,
    SHORT: typed,
    SCALE: st.integers(1, 5),
    INTENSITY: st.integers(0, 10),
    CHOICE: sizes,
    CHOICES: st.lists(sizes, unique=True),
    OWN: st.lists(sizes | typed, unique=True),
    ABOUT: abouts,
    DAY: days,
    LINK: st.uuids().map(str),
    ROWS: rows,
    LADDER: ladders,
    SORTER: cards,
    OWN_CARDS: st.tuples(cards, own_cards).map(lambda drawn: drawn[0] + drawn[1]),
    SENTENCE: st.dictionaries(st.sampled_from(["feel", "when", "ask"]), said, min_size=1),
    QUESTION: st.fixed_dictionaries({"question": sizes | said, "text": said}),
}
"""What the page of each prompt can send."""

leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["small", "2026", "2026-02-29", "\ud800", "line", "id"])
)
anything = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | sizes, inner, max_size=4), max_leaves=8
)
"""Whatever a page's message can hold."""


def refusal(prompt, value):
    """The error with which a prompt refuses a value, if it does."""
    try:
        prompt.check(value)
    except BadAnswer as error:
        return error
    return None


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: type(prompt).__name__)
@given(data=st.data())
def test_what_a_page_sends_is_kept_as_it_is(prompt, data):
    value = data.draw(SENT[prompt])
    assert prompt.check(value) == value


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: type(prompt).__name__)
@given(data=st.data())
def test_whatever_is_accepted_stays_the_same_when_it_is_checked_again_and_when_it_goes_through_json(prompt, data):
    value = data.draw(anything | SENT[prompt])
    try:
        kept = prompt.check(value)
    except BadAnswer:
        return
    assert prompt.check(kept) == kept
    assert json.loads(json.dumps(kept, ensure_ascii=False, allow_nan=False).encode()) == kept


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: type(prompt).__name__)
@given(secret=st.text("abcdefgh", min_size=12, max_size=20), shape=st.sampled_from(["{}", "{}\ud800", "2026-{}", "2026-02-3{}"]))
def test_a_refusal_never_repeats_the_value(prompt, secret, shape):
    word = shape.format(secret)
    records = ([{"id": word, word: word}], [{"id": "a", "size": word}], [{"id": "a", "step": word}], [{"id": "call", "group": word}])
    for value in (
        word,
        [word],
        {"id": word},
        *records,
        [[word]],
        {"feel": [word]},
        {"question": word},
        {"question": word, "text": word * 9},
    ):
        error = refusal(prompt, value)
        if error:
            assert secret not in str(error) + repr(error.__cause__)
            assert error.__suppress_context__ or error.__context__ is None


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: type(prompt).__name__)
@pytest.mark.parametrize("value", [None, True, False, 3.0, float("nan"), {}, "\ud800", ["\ud800"], [{"id": "\ud800"}], [None], -1, 11])
def test_no_prompt_takes_what_its_page_cannot_send(prompt, value):
    with pytest.raises(BadAnswer):
        prompt.check(value)


@pytest.mark.parametrize("value", [0, 6, "3"])
def test_a_scale_goes_from_one_to_five(value):
    with pytest.raises(BadAnswer, match="from 1 to 5"):
        SCALE.check(value)


def test_an_intensity_begins_at_nought():
    assert INTENSITY.check(0) == 0


@pytest.mark.parametrize(("prompt", "longest"), [(TEXT, LONGEST_TEXT), (SHORT, LONGEST_LINE)])
def test_a_text_may_be_long_but_not_without_end(prompt, longest):
    assert len(prompt.check("ä" * longest)) == longest
    with pytest.raises(BadAnswer, match=f"at most {longest}"):
        prompt.check("ä" * (longest + 1))


def test_an_answer_can_have_signs_of_any_language():
    assert TEXT.check("žluť 安心 🌱 أمان") == "žluť 安心 🌱 أمان"


@pytest.mark.parametrize("value", ["Small", "huge", "", ["small"], {"small": 1}])
def test_a_choice_is_one_of_its_options(value):
    with pytest.raises(BadAnswer, match="one of the options"):
        CHOICE.check(value)


def test_own_words_are_taken_only_where_the_prompt_asks_for_them():
    assert OWN.check(["small", "in between"]) == ["small", "in between"]
    with pytest.raises(BadAnswer, match="options on the page"):
        CHOICES.check(["small", "in between"])


def test_an_option_that_is_sent_twice_is_kept_once():
    assert CHOICES.check(["big", "small", "big"]) == ["big", "small"]


def test_a_list_has_an_end():
    with pytest.raises(BadAnswer):
        OWN.check([str(number) for number in range(MOST_ROWS + 1)])
    with pytest.raises(BadAnswer):
        ROWS.check([{"id": str(number)} for number in range(MOST_ROWS + 1)])


@given(st.integers(1, 9999))
def test_the_29th_of_february_is_there_in_leap_years_alone(year):
    value = f"{year:04}-02-29"
    if calendar.isleap(year):
        assert DAY.check(value) == value
    else:
        with pytest.raises(BadAnswer, match="not in the calendar"):
            DAY.check(value)


@pytest.mark.parametrize("value", ["2026-00", "2026-13", "2026-04-31", "0000", "2026-01-00"])
def test_a_date_that_no_calendar_has_is_refused(value):
    with pytest.raises(BadAnswer, match="not in the calendar"):
        ABOUT.check(value)


@pytest.mark.parametrize(
    "value", ["", "26", "2026-1", "2026-1-1", "20261123", "2026-W48", "2026-11-23T10:00", " 2026", "2026\n", "２０２６", "٢٠٢٦-11"]
)
def test_a_date_has_one_of_three_forms(value):
    with pytest.raises(BadAnswer, match="such as 2026-11-23"):
        ABOUT.check(value)


@pytest.mark.parametrize("value", ["2026", "2026-11"])
def test_a_month_or_a_year_will_do_only_where_about_is_on(value):
    assert ABOUT.check(value) == value
    with pytest.raises(BadAnswer):
        DAY.check(value)


@pytest.mark.parametrize("value", ["", "x" * 101, 7])
def test_a_link_is_the_id_of_an_entry(value):
    with pytest.raises(BadAnswer):
        LINK.check(value)


def test_an_empty_cell_is_left_out_of_its_row():
    assert ROWS.check([{"id": "a", "line": "one", "size": None}]) == [{"id": "a", "line": "one"}]


@pytest.mark.parametrize(
    "value",
    [
        [{"line": "one"}],
        [{"id": ""}],
        [{"id": None}],
        [{"id": "a"}, {"id": "a"}],
        [{"id": "a", "colour": "red"}],
        [{"id": "a", "size": "huge"}],
        [{"id": "a", "size": ["small"]}],
        [{"id": "a", "on": "2026-02-29"}],
        [{"id": "a", "line": "x" * (LONGEST_LINE + 1)}],
        ["a"],
        {"id": "a"},
    ],
)
def test_a_row_that_its_page_cannot_have_made_is_refused(value):
    with pytest.raises(BadAnswer):
        ROWS.check(value)


@pytest.mark.parametrize("step", [0, 4, "1", 1.0, True, None])
def test_a_thing_on_a_ladder_stands_on_one_of_its_steps(step):
    assert LADDER.check([{"id": "a", "line": "one", "step": 3}]) == [{"id": "a", "line": "one", "step": 3}]
    with pytest.raises(BadAnswer, match="from 1 to 3"):
        LADDER.check([{"id": "a", "line": "one", "step": step}])


def test_what_stands_on_a_ladder_is_a_row_like_any_other():
    for row in ({"step": 1}, {"id": "a", "step": 1, "size": "huge"}, {"id": "a", "step": 1, "colour": "red"}):
        with pytest.raises(BadAnswer):
            LADDER.check([row])


@pytest.mark.parametrize(
    "card",
    [
        {"id": "call"},
        {"id": "call", "group": ""},
        {"id": "call", "group": "huge"},
        {"id": "call", "group": ["small"]},
        {"id": "call", "group": "small", "text": "A call"},
        {"id": "call", "group": "small", "colour": "red"},
        {"id": "", "group": "small"},
        {"group": "small"},
        "call",
    ],
)
def test_a_card_of_the_guide_lies_in_a_group_and_has_no_words_of_its_own(card):
    for sorter in (SORTER, OWN_CARDS):
        with pytest.raises(BadAnswer):
            sorter.check([card])


def test_cards_of_one_s_own_are_taken_only_where_they_can_be_added():
    card = {"id": "x", "group": "", "text": "A walk"}
    assert OWN_CARDS.check([card]) == [card]
    with pytest.raises(BadAnswer, match="not one of those on the page"):
        SORTER.check([card])


def test_a_card_is_there_once():
    with pytest.raises(BadAnswer, match="twice"):
        SORTER.check([{"id": "call", "group": "small"}, {"id": "call", "group": "big"}])


def test_an_empty_part_is_left_out_of_its_sentence_and_a_sentence_without_words_is_none():
    assert SENTENCE.check({"feel": "tense", "when": "", "ask": None}) == {"feel": "tense"}
    for value in (
        {"feel": ""},
        {"feel": None},
        {"feel": "tense", "why": "because"},
        {"feel": ["tense"]},
        {"feel": "x" * (LONGEST_LINE + 1)},
    ):
        with pytest.raises(BadAnswer):
            SENTENCE.check(value)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ({"feel": "tense", "when": " it  rings.", "ask": "a call"}, "I feel tense when it rings. I would like a call."),
        ({"feel": "tense", "when": "it rings"}, "I feel tense when it rings. I would like …"),
        ({"ask": "a call?"}, "I feel … when … I would like a call?"),
        ({}, "I feel … when … I would like …"),
    ],
)
def test_a_sentence_reads_as_one(value, sentence):
    assert SENTENCE.sentence(value) == sentence


@pytest.mark.parametrize("value", [{"question": "small"}, {"text": "a"}, {"question": "", "text": "a"}, {"question": "small", "text": ""}])
def test_a_question_of_the_day_stays_with_what_was_written_about_it(value):
    assert QUESTION.check({"question": "My own?", "text": "a"}) == {"question": "My own?", "text": "a"}
    with pytest.raises(BadAnswer):
        QUESTION.check(value)
