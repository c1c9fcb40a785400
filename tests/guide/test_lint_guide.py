"""What the linter finds in content files that do not hold together."""

from msgspec.structs import replace

from newsoil.guide import Passage, Stage
from newsoil.guide.content import Number
from newsoil.guide.prompt import ChoicesPrompt, LinkPrompt, Option, RowsPrompt, ShortTextPrompt, TextPrompt
from newsoil.guide.texts import Variants


def with_prompts(guide, *prompts):
    """The guide whose exercise has these prompts after its first."""
    exercise = guide.exercises[0]
    return replace(guide, exercises=(replace(exercise, prompts=(exercise.prompts[0], *prompts)),))


def with_exercise(guide, **changes):
    return replace(guide, exercises=(replace(guide.exercises[0], **changes),))


def test_a_guide_that_holds_together_has_no_problem(find):
    assert find() == []


def test_two_pieces_of_a_kind_have_no_id_in_common(find, guide):
    doubled = replace(guide, charts=guide.charts * 2, numbers=guide.numbers * 2)
    assert find(doubled) == [
        "the guide’s number ids: “a-week” is there 2 times. Give each its own id.",
        "the guide’s chart ids: “days” is there 2 times. Give each its own id.",
    ]


def test_an_id_is_readable(find, guide):
    found = find(replace(guide, numbers=(Number(id="aWeek_2", value=2, reason="Two is few."),)))
    assert found == ["the guide’s number ids: “aWeek_2” is not a readable id. Use small letters, digits and single hyphens."]


def test_two_prompts_of_an_exercise_have_no_id_in_common(find, guide):
    (found,) = find(with_prompts(guide, TextPrompt(id="thing", label="What else?")))
    assert found.startswith("exercise small-thing, prompts: “thing” is there 2 times.")


def test_an_exercise_and_an_aside_belong_to_a_stage(find, guide):
    found = find(replace(with_exercise(guide, stage="none"), asides=(replace(guide.asides[0], stage="none"),)))
    assert "aside first-aside: it belongs to the stage “none”, and there is none. Correct “stage”." in found
    assert "exercise small-thing: it belongs to the stage “none”, and there is none. Correct “stage”." in found


def test_the_label_of_an_exercise_is_one_of_its_prompts(find, guide):
    (found,) = find(with_exercise(guide, label="tale"))
    assert found.startswith("exercise small-thing: its label “tale” is no prompt of it.")


def test_a_link_leads_to_an_exercise(find, guide):
    (found,) = find(with_prompts(guide, LinkPrompt(id="to-it", label="Which one?", to="nowhere")))
    assert found.startswith("exercise small-thing, prompt to-it: it links to “nowhere”, and there is no such exercise.")


def test_two_options_of_a_prompt_have_no_id_in_common(find, guide):
    (found,) = find(with_prompts(guide, ChoicesPrompt(id="few", label="Which ones?", options=(Option("a", "A"), Option("a", "B")))))
    assert found.startswith("exercise small-thing, prompt few, options: “a” is there 2 times.")


def test_a_column_is_not_called_id_because_a_row_has_one(find, guide):
    rows = RowsPrompt(id="rows", label="Which lines?", add="Add", columns=(ShortTextPrompt(id="id", label="Line"),))
    (found,) = find(with_prompts(guide, rows))
    assert found.startswith("exercise small-thing, prompt rows, columns: “id” is there 2 times.")


def test_a_cited_passage_exists(find, guide):
    found = find(replace(with_exercise(guide, passages=("two",)), stages=(replace(guide.stages[0], passages=("one", "three")),)))
    assert found == [
        "stage first: it cites the passage “three”, and there is none. Correct “passages”.",
        "exercise small-thing: it cites the passage “two”, and there is none. Correct “passages”.",
    ]


def test_every_passage_is_served_by_a_stage(find, guide):
    (found,) = find(replace(guide, passages=(*guide.passages, Passage(id="two", says="Rest counts."))))
    assert found.startswith("passage two: no stage serves it.")


def test_a_number_of_ours_has_a_reason(find, guide):
    (found,) = find(replace(guide, numbers=(replace(guide.numbers[0], reason=" "),)))
    assert found == "number a-week: it has no reason. Say why it is this number."


def test_an_exercise_that_cites_nothing_says_why_it_asks(find, guide):
    (found,) = find(with_exercise(guide, passages=()))
    assert found.startswith("exercise small-thing: it cites no passage and does not say why it asks.")
    assert find(with_exercise(guide, passages=(), ours="We ask so that you can look back.")) == []


def test_a_prompt_does_not_begin_with_why(find, guide):
    (found,) = find(with_prompts(guide, TextPrompt(id="more", label="Why was that?")))
    assert found.startswith("exercise small-thing, prompt more: “Why was that?” begins with “Why”.")


def test_a_prompt_asks_one_question_in_each_of_its_forms(find, guide):
    label = Variants(otherwise="What was it?", on_my_own="What was it? And where?")
    (found,) = find(with_prompts(guide, TextPrompt(id="more", label=label)))
    assert "“What was it? And where?” with its hint asks more than one question." in found
    (found,) = find(with_prompts(guide, TextPrompt(id="more", label="What was it?", hint="Who was there?")))
    assert "asks more than one question" in found


def test_the_columns_of_rows_are_prompts_too(find, guide):
    rows = RowsPrompt(id="rows", label="Which lines?", add="Add", columns=(ShortTextPrompt(id="line", label="Why?"),))
    (found,) = find(with_prompts(guide, rows))
    assert found.startswith("exercise small-thing, prompt rows, column line: “Why?” begins with “Why”.")


def test_every_stage_has_its_notebook(find, guide):
    (found,) = find(replace(guide, stages=(*guide.stages, Stage(id="second", title="Second", notebook="01-second.ipynb"))))
    assert found == "stage second: no notebook “01-second.ipynb” can be read. Write it, or correct “notebook”."
