"""After a yes at the gate nothing points to the partner: in no situation, with no answer, in no result."""

from itertools import product

import pytest

from newsoil._paths import WORKBOOK, shipped_guide
from newsoil.exercise_texts import exercise_texts
from newsoil.guide import Decision, Next, Result, Rule, Situation, TextPrompt, Variants, read_guide
from newsoil.guide.notebook import read_notebook
from newsoil.guide.rules import read_rules
from newsoil.guide.visible import Reader, after_a_yes, prose_after_a_yes, said_by_decision, said_by_exercise

GUIDE = read_guide(shipped_guide())
RULES = read_rules(shipped_guide() / "lint")
EXCUSED = {(excuse.word.lower(), excuse.where) for excuse in RULES.excuses}
NOTEBOOKS = {path.name: read_notebook(path) for path in sorted(WORKBOOK.glob("*.ipynb"))}
READERS = [Reader(situation, afraid=True) for situation in (None, *Situation)]


@pytest.mark.parametrize("exercise", [one.id for one in GUIDE.exercises])
def test_nothing_of_an_exercise_points_to_the_partner_after_a_yes(exercise):
    problems = [
        problem for problem in after_a_yes(GUIDE, RULES) if problem.where.startswith((f"exercise {exercise},", f"decision {exercise},"))
    ]
    assert [problem.sentence() for problem in problems if (problem.found.lower(), problem.where) not in EXCUSED] == []


def test_the_gate_stands_in_every_exercise_with_a_step_that_involves_someone():
    """Safety for two, the roadmap, shares, sentences, talks, listening, setbacks, support, words and actions, the urge, the alarm."""
    gated = {exercise.id for exercise in GUIDE.exercises if exercise.gate}
    assert gated >= {
        *("safe-for-two", "my-roadmap", "small-shares", "after-a-share", "i-statement", "conversation-card", "listening-round"),
        *("hard-talk", "setback-sorter", "support-signs", "words-and-actions", "our-agreements", "what-i-did-not-say", "trigger", "urge"),
        *("two-answers", "whose-work", "future-talk", "three-qualities", "who-is-this-for"),
    }


def test_no_next_step_after_a_yes_leads_to_something_for_two():
    for_two = {one.id for one in GUIDE.exercises if one.gate == one.prompts[0].id and one.prompts[0].together}
    assert for_two, "no exercise is for two, so this test looks at nothing"
    for decision, reader in product(GUIDE.decisions, READERS):
        steps = {step.exercise for result in decision.results if not result.danger for step in result.next if reader.meets(step)}
        assert not steps & for_two, (decision.id, steps & for_two)


def test_a_danger_result_has_no_next_step():
    for decision in GUIDE.decisions:
        for result in decision.results:
            assert not (result.danger and result.next), (decision.id, result.id)


def test_no_result_and_no_prompt_says_stay_or_leave():
    words = ("stay together", "leave them", "leave your partner", "leave the relationship", "break up", "you should", "forgive them")
    for reader in (Reader(), *READERS, *(Reader(situation) for situation in Situation)):
        said = [text for decision in GUIDE.decisions for _, text in said_by_decision(GUIDE, decision, reader)]
        said += [text for exercise in GUIDE.exercises for _, text in said_by_exercise(exercise, reader)]
        assert [text for text in said for word in words if word in text.lower()] == []


def test_whoever_is_not_afraid_meets_everything():
    for exercise in GUIDE.exercises:
        met = {where for where, _ in said_by_exercise(exercise, Reader())}
        assert {f"exercise {exercise.id}, prompt {prompt.id}, label" for prompt in exercise.prompts} <= met
    for decision in GUIDE.decisions:
        met = {where for where, _ in said_by_decision(GUIDE, decision, Reader())}
        assert {f"{where}, passage {passage}" for where, _, rule in drawn(decision) for passage in decision.cites(rule)} <= met


def drawn(decision):
    """The rules of a decision whose result is drawn, each with its place and its result."""
    places = [(f"decision {decision.id}, rule {number}", rule) for number, rule in enumerate(decision.rules, 1)]
    return [(where, decision.result(rule.result), rule) for where, rule in places if decision.result(rule.result).title]


@pytest.mark.parametrize("decision", GUIDE.decisions, ids=lambda decision: decision.id)
def test_where_a_result_comes_from_cites_nothing_after_a_yes(decision):
    for reader in READERS:
        assert [where for where, _ in said_by_decision(GUIDE, decision, reader) if ", passage " in where] == []


@pytest.mark.parametrize("decision", GUIDE.decisions, ids=lambda decision: decision.id)
def test_a_result_of_danger_says_why_in_our_own_words_and_cites_nothing(decision):
    danger = {where for where, result, _ in drawn(decision) if result.danger}
    said = {where for where, _ in said_by_decision(GUIDE, decision, Reader())}
    assert {where for where in said if where.rpartition(", ")[0] in danger} == {f"{where}, ours" for where in danger}
    given = exercise_texts(GUIDE, GUIDE.exercise(decision.exercise))["decision"]["rules"]
    assert [one["says"] for one, rule in zip(given, decision.rules, strict=True) if decision.result(rule.result).danger] == [
        [] for _ in danger
    ]


def test_our_own_note_on_a_rule_is_read_after_a_yes_in_its_form_for_whoever_is_afraid():
    decision = GUIDE.decision("setback-sorter")
    number = next(number for number, rule in enumerate(decision.rules, 1) if rule.result == "normal")
    note = decision.rules[number - 1].ours
    where = f"decision {decision.id}, rule {number}, ours"
    assert dict(said_by_decision(GUIDE, decision, Reader()))[where] == note.otherwise
    assert {dict(said_by_decision(GUIDE, decision, reader))[where] for reader in READERS} == {note.afraid}


def test_the_linter_finds_a_text_that_still_points_to_the_partner(guide, exercise):
    said = TextPrompt(id="said", label=Variants(otherwise="What would you tell your partner?", afraid="Would you tell your partner?"))
    careless = type(exercise)(
        **{name: getattr(exercise, name) for name in exercise.__struct_fields__} | {"prompts": (said,), "gate": "said", "label": "said"}
    )
    results = (Result(id="a", title="A", next=(Next(says="You could talk to them"), Next(says="Tell them all of it", together=True))),)
    decision = Decision(id="d", exercise=careless.id, results=results, rules=(Rule(result="a", ours="You both said so."),))
    changed = {name: getattr(guide, name) for name in guide.__struct_fields__} | {"exercises": (careless,), "decisions": (decision,)}
    found = [problem.sentence() for problem in after_a_yes(type(guide)(**changed), RULES)]
    assert any("“tell your partner”" in one and "prompt said, label, after a yes" in one for one in found)
    assert any("“talk to them”" in one for one in found)
    assert any("“you both”" in one and "decision d, rule 1, ours, after a yes" in one for one in found)
    assert not any("all of it" in one for one in found)


def test_an_exercise_without_a_gate_is_read_too(guide, exercise):
    changed = {name: getattr(exercise, name) for name in exercise.__struct_fields__} | {"lead": "It is good when both of you have room."}
    with_it = {name: getattr(guide, name) for name in guide.__struct_fields__} | {"exercises": (type(exercise)(**changed),)}
    found = [problem.sentence() for problem in after_a_yes(type(guide)(**with_it), RULES)]
    assert [one for one in found if "exercise small-thing, lead, after a yes" in one and "“both of you”" in one]


def test_no_prose_that_is_read_after_a_yes_points_to_the_partner():
    found = [problem for problem in prose_after_a_yes(NOTEBOOKS, RULES) if (problem.found.lower(), problem.where) not in EXCUSED]
    assert [problem.sentence() for problem in found] == []


def test_only_prose_that_is_marked_is_left_out_after_a_yes(write, prose):
    marked = prose("You could tell your partner.") | {"metadata": {"tags": ["together"]}}
    folder = write(prose("You could ask your partner."), marked, prose("You do not have to tell them. It helps to tell them apart."))
    found = [problem.found for problem in prose_after_a_yes({"00-first.ipynb": read_notebook(folder / "00-first.ipynb")}, RULES)]
    assert found == ["ask your partner"]


def test_what_everybody_is_told_about_fear_is_left_out_for_nobody():
    marked = [cell for notebook in NOTEBOOKS.values() for cell in notebook.cells if cell.is_for_two]
    assert len(marked) > 9
    assert {cell.cell_type for cell in marked} == {"markdown"}
    assert [cell.id for cell in marked if "For everyone: if there is fear" in cell.text or "“Help now”" in cell.text] == []
    fear = [cell for notebook in NOTEBOOKS.values() for cell in notebook.cells if "For everyone: if there is fear" in cell.text]
    assert len(fear) >= 7
