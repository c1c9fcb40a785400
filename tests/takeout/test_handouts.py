"""Blank handouts: complete on paper."""

import pytest
from reading_html import read

from newsoil._errors import BadContent
from newsoil._paths import support_folder
from newsoil.guide import (
    ChoicePrompt,
    ChoicesPrompt,
    IntensityPrompt,
    RowsPrompt,
    ScalePrompt,
    Situation,
    TextPrompt,
    read_support,
)
from newsoil.guide.texts import read_as
from newsoil.takeout import to_handout
from newsoil.takeout.handout import fit_for_a_group, lines_of


def text_of(guide, *exercises, **options):
    return " ".join(" ".join(read(to_handout(guide, exercises, **options).decode()).texts).split())


def expected(exercise, reader=None):
    """Everything that a person has to find on the sheet of an exercise."""
    say = lambda text: read_as(text, reader)  # noqa: E731
    yield from (say(exercise.title), say(exercise.minutes)[1:], exercise.rhythm, exercise.settle)
    yield from (*say(exercise.lead).split("\n\n"), *say(exercise.after).split("\n\n"))
    for prompt in exercise.prompts:
        yield from (say(prompt.label), say(prompt.hint), prompt.why)
        for one in (prompt, *(prompt.columns if isinstance(prompt, RowsPrompt) else ())):
            yield say(one.label)
            if isinstance(one, ChoicePrompt | ChoicesPrompt):
                yield from (part for option in one.options for part in (say(option.label), say(option.note)))
                yield getattr(one, "own", "")
            if isinstance(one, ScalePrompt):
                yield from one.labels
            if isinstance(one, IntensityPrompt):
                yield from (one.low, one.middle, one.high, "0 1 2 3 4 5 6 7 8 9 10")
        yield from map(say, getattr(prompt, "steps", ()))
        for part in (*getattr(prompt, "cards", ()), *getattr(prompt, "groups", ()), *getattr(prompt, "questions", ())):
            yield from (say(part.label), say(part.note))
        for part in getattr(prompt, "parts", ()):
            yield from (part.lead, say(part.label), say(part.hint))


@pytest.mark.parametrize("reader", [None, *Situation])
def test_every_exercise_is_complete_on_paper_in_every_situation(guide, reader):
    for exercise in guide.exercises:
        text = text_of(guide, exercise.id, situation=reader)
        missing = [part for part in expected(exercise, reader) if part and " ".join(part.split()) not in text]
        assert missing == [], exercise.id


def test_several_exercises_are_in_one_file_each_on_a_sheet_of_its_own(guide):
    html = to_handout(guide, ["small-wins", "urge", "small-wins"]).decode()
    assert html.count('<section class="sheet">') == 2
    assert to_handout(guide).decode().count('<section class="sheet">') == len(guide.exercises)


def test_there_are_lines_to_write_on_by_the_size_of_the_prompt(guide):
    exercise = guide.exercise("journal")
    (prompt,) = (prompt for prompt in exercise.prompts if isinstance(prompt, TextPrompt))
    assert lines_of(prompt) == 14
    assert to_handout(guide, ["journal"]).decode().count('<span class="line">') == 14
    assert lines_of(guide.exercise("small-wins").prompts[0]) == 4


def test_a_prompt_of_every_kind_has_room_for_its_answer(guide):
    for exercise in guide.exercises:
        html = to_handout(guide, [exercise.id]).decode()
        blocks = html.split('<div class="ask')[1:]
        assert len(blocks) == len(exercise.prompts)
        assert all(
            "<b></b>" in block or 'class="line"' in block or "<b>0</b>" in block or "<td>" in block or "<i" in block for block in blocks
        )


def test_what_is_fit_for_a_group_is_marked(guide):
    says = guide.words["takeout-handout"]
    assert says["group"] in text_of(guide, "what-trust-looks-like")
    assert says["group-not"] in text_of(guide, "urge")
    assert says["group-part"] in text_of(guide, "what-am-i-afraid-of")
    assert to_handout(guide, ["what-am-i-afraid-of"]).decode().count('<span class="mark">') == 1
    assert fit_for_a_group(guide, guide.exercise("what-am-i-afraid-of")) == {"fear"}


def test_a_sheet_has_its_time_its_way_out_and_the_help_that_its_texts_name(guide):
    text = text_of(guide, "what-am-i-afraid-of")
    assert "About five minutes" in text
    assert "stop at any point" in text
    for key in ("now-1", "now-2", "talk-1", "talk-2", "directory-1"):
        assert guide.words["support"][key] in text
    for line in read_support(support_folder()).directories():
        assert f"{line.name}: {line.address}." in text
    assert guide.words["pause"]["one"] in text


def test_an_exercise_that_is_not_there_is_one_sentence(guide):
    with pytest.raises(BadContent, match="no exercise “dancing”"):
        to_handout(guide, ["dancing"])


def test_progress_is_told_for_each_exercise(guide):
    heard = []
    to_handout(guide, ["urge", "journal"], progress=lambda done, of: heard.append((done, of)))
    assert heard == [(1, 2), (2, 2)]


def test_two_answers_on_paper_are_those_of_one_person_for_whoever_is_alone(guide):
    for reader, first in ((None, "The first person writes"), (Situation.ON_MY_OWN, "As I am today")):
        assert first in text_of(guide, "two-answers", situation=reader)
    assert "The first person writes" not in text_of(guide, "two-answers", situation=Situation.ON_MY_OWN)
