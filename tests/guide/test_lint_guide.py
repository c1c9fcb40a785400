"""What the linter finds in content files that do not hold together."""

from msgspec.structs import replace

from newsoil.guide import Condition, Decision, Next, Passage, Result, Rule, Stage
from newsoil.guide.content import Number
from newsoil.guide.prompt import (
    BothPrompt,
    ChoicesPrompt,
    DatePrompt,
    LadderPrompt,
    LinkPrompt,
    Option,
    Part,
    QuestionPrompt,
    RowsPrompt,
    SentencePrompt,
    ShortTextPrompt,
    SorterPrompt,
    TextPrompt,
)
from newsoil.guide.texts import Variants

TOPIC = ShortTextPrompt(id="topic", label="In a few words")
LADDER = LadderPrompt(id="steps", label="What is light?", add="Add", columns=(TOPIC,), steps=("Light", "Tender"))
SORTER = SorterPrompt(id="cards", label="Where does it belong?", cards=(Option("a", "A"),), groups=(Option("g", "G"), Option("h", "H")))
SENTENCE = SentencePrompt(id="say", label="How would you say it?", parts=(Part("feel", "I feel", "A feeling"),))
QUESTION = QuestionPrompt(id="day", label="A question for today", questions=(Option("calm", "When were you calm?"),))


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
    assert found.startswith("exercise small-thing, prompt to-it: it leads to “nowhere”, and there is no such exercise.")


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


def test_prompts_of_several_things_that_hold_together_have_no_problem(find, guide):
    assert find(with_prompts(guide, LADDER, SORTER, SENTENCE, QUESTION)) == []


def test_a_column_of_a_ladder_is_not_called_step_and_the_first_names_what_stands_there(find, guide):
    (found,) = find(with_prompts(guide, replace(LADDER, columns=(TOPIC, DatePrompt(id="step", label="Since when?")))))
    assert found.startswith("exercise small-thing, prompt steps, columns: “step” is there 2 times.")
    (found,) = find(with_prompts(guide, replace(LADDER, columns=(DatePrompt(id="on", label="Since when?"), TOPIC))))
    assert found.startswith("exercise small-thing, prompt steps: its first column is no short text")


def test_there_is_a_choice_of_steps_and_of_groups(find, guide):
    (found,) = find(with_prompts(guide, replace(LADDER, steps=("Light",))))
    assert found.startswith("exercise small-thing, prompt steps: it has fewer than two steps.")
    (found,) = find(with_prompts(guide, replace(SORTER, groups=SORTER.groups[:1])))
    assert found.startswith("exercise small-thing, prompt cards: it has fewer than two groups.")


def test_a_sorter_has_cards_or_lets_people_add_some(find, guide):
    (found,) = find(with_prompts(guide, replace(SORTER, cards=())))
    assert found.startswith("exercise small-thing, prompt cards: it has no cards, and nobody can add any.")
    assert find(with_prompts(guide, replace(SORTER, cards=(), own="Add a card"))) == []


def test_the_things_of_which_a_prompt_is_made_have_ids_of_their_own(find, guide):
    doubled = [replace(SORTER, cards=SORTER.cards * 2), replace(SENTENCE, parts=SENTENCE.parts * 2)]
    doubled += [
        replace(SORTER, id="more", groups=(Option("Two", "A"), Option("h", "H"))),
        replace(QUESTION, questions=QUESTION.questions * 2),
    ]
    found = [one.partition(". ")[0] for one in find(with_prompts(guide, *doubled))]
    assert found == [
        "exercise small-thing, prompt cards, cards: “a” is there 2 times",
        "exercise small-thing, prompt say, parts: “feel” is there 2 times",
        "exercise small-thing, prompt more, groups: “Two” is not a readable id",
        "exercise small-thing, prompt day, questions: “calm” is there 2 times",
    ]


def test_words_of_blame_and_what_is_said_of_them_come_together(find, guide):
    for words in ({"blame": ("you never",)}, {"blame_first": ("you",)}):
        (found,) = find(with_prompts(guide, replace(SENTENCE, **words)))
        assert found.startswith("exercise small-thing, prompt say: it has only one of words of blame and “blame-hint”.")
        assert find(with_prompts(guide, replace(SENTENCE, **words, blame_hint="You can leave it."))) == []
    assert find(with_prompts(guide, replace(SENTENCE, blame=("you must",), blame_hint="You can leave it."))) == []


def test_a_question_of_the_day_is_asked_like_any_other(find, guide):
    (found,) = find(with_prompts(guide, replace(QUESTION, questions=(Option("calm", "Why were you calm?"),))))
    assert found.startswith("exercise small-thing, prompt day, question calm: “Why were you calm?” begins with “Why”.")
    (found,) = find(with_prompts(guide, replace(QUESTION, questions=())))
    assert found.startswith("exercise small-thing, prompt day: it has no question.")
    (found,) = find(with_prompts(guide, replace(QUESTION, more_from="nowhere")))
    assert "“nowhere”, and there is no such exercise" in found


def test_every_text_of_the_things_of_which_a_prompt_is_made_is_read(find, guide):
    said = [
        replace(LADDER, steps=("You must", "Tender")),
        replace(SORTER, cards=(Option("a", "You must", note="You must"),), groups=(Option("g", "You must"), Option("h", "H"))),
        replace(SENTENCE, parts=(Part("feel", "You must", "You must", "You must"),), blame=("you",), blame_hint="You must"),
        replace(QUESTION, questions=(Option("calm", "What must be?"),)),
    ]
    places = [one.partition(":")[0].removeprefix("exercise small-thing, prompt ") for one in find(with_prompts(guide, *said))]
    assert places == [
        "steps, step 1",
        "cards, card a, label",
        "cards, card a, note",
        "cards, group g, label",
        "say, part feel, before",
        "say, part feel, label",
        "say, part feel, hint",
        "say, blame-hint",
        "day, question calm, label",
    ]


def test_a_result_of_which_nothing_is_seen_says_nothing(find, guide):
    decision = Decision(id="size", exercise="small-thing", results=(Result(id="noted"),), rules=(Rule(result="noted"),))
    assert find(replace(guide, decisions=(decision,))) == []
    for more in ({"says": "You noted it."}, {"danger": True}, {"next": (Next(says="Rest a little."),)}):
        (found,) = find(replace(guide, decisions=(replace(decision, results=(Result(id="noted", **more),)),)))
        assert found.startswith("decision size, result noted: it has no title, so nothing of it is seen.")


def test_a_timer_runs_for_a_number_that_has_its_reason(find, guide):
    assert find(with_exercise(guide, timer="a-week")) == []
    (found,) = find(with_exercise(guide, timer="an-hour"))
    assert found.startswith("exercise small-thing: its timer names the number “an-hour”, and there is none.")


def test_the_words_for_whoever_is_alone_are_said_by_a_turn_and_read_like_all_others(find, guide):
    both = BothPrompt(id="both", label="Choose a question", questions=QUESTION.questions, alone={"first": "As I am today"})
    assert find(with_prompts(guide, both)) == []
    (found,) = find(with_prompts(guide, replace(both, alone={"third": "As I was"})))
    assert found.startswith("exercise small-thing, prompt both: it has the words “third” for whoever is alone, and nothing says them.")
    (found,) = find(with_prompts(guide, replace(both, alone={"first": "As I must be"})))
    assert found.startswith("exercise small-thing, prompt both, alone, first: “must” is on the word list.")


def test_a_rule_that_looks_at_another_exercise_finds_its_table_there(find, guide):
    def deciding(*conditions):
        results = (Result(id="yes", title="It is so"), Result(id="no", title="It is not"))
        rules = (Rule(result="yes", all=(Condition(prompts=("size",), any=("big",)), *conditions), ours="Ours."), Rule(result="no"))
        return find(replace(guide, decisions=(Decision(id="d", exercise="small-thing", results=results, rules=rules),)))

    assert deciding(Condition(exercise="small-thing", earlier=("yes",), prompts=("size",), any=("small",))) == []
    (found,) = deciding(Condition(exercise="nowhere", earlier=("yes",)))
    assert found == "decision d, rule 1: it looks at “nowhere”, and there is no table of it. Correct “exercise”."
    (found,) = deciding(Condition(exercise="small-thing", earlier=("maybe",)))
    assert "it looks for the earlier result “maybe”, and there is none" in found
    (found,) = deciding(Condition(exercise="small-thing", prompts=("size",), any=("small",)))
    assert "it names “small-thing” without “earlier”" in found
