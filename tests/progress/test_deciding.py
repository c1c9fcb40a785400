"""Decision tables: the first rule that holds gives the result, earlier notes count as the person saw them, and the answers are named."""

from datetime import date, timedelta

import pytest

from newsoil._errors import BadContent
from newsoil.guide import ChoicePrompt, ChoicesPrompt, Condition, Decision, Exercise, Guide, Number, Option, Result, Rule, SorterPrompt
from newsoil.progress.deciding import Decided, DecisionTable, atoms

DAY = date(2026, 11, 23)


def _options(*names):
    return tuple(Option(name, name) for name in names)


FLAGS = ChoicesPrompt(id="flags", label="What happened", options=_options("dismissed", "repeated", "refused"))
CALM = ChoicesPrompt(id="calm", label="What helped", options=_options("talked", "took", "committed"))
SEE = ChoicePrompt(id="see-it", label="How do you see it", options=_options("red", "fine"))
CARDS = SorterPrompt(id="cards", label="Whose", cards=_options("own-pain"), groups=_options("mine", "theirs"), own="Add")


def of(*entries):
    """Entries as a table asks for them: by their exercise."""
    return lambda exercise: [entry for entry in entries if entry.exercise == exercise]


RED = Condition(prompts=("flags",), any=("dismissed", "repeated", "refused"))


@pytest.fixture
def decision():
    """Repeating within 28 days before red, red before three of the calm list with one of them in any case, and else not clear."""
    return Decision(
        id="setback",
        exercise="setback",
        own="see-it",
        results=tuple(Result(id=name, title=name) for name in ("repeating", "red", "fine", "not-clear")),
        rules=(
            Rule(result="repeating", all=(RED, Condition(earlier=("red",), within="days"))),
            Rule(result="red", all=(RED,)),
            Rule(
                result="fine",
                all=(
                    Condition(prompts=("calm",), any=("committed",)),
                    Condition(prompts=("calm",), any=("talked", "took", "committed"), at_least="least"),
                ),
            ),
            Rule(result="not-clear"),
        ),
    )


@pytest.fixture
def guide(decision):
    """A guide with this one table and its numbers."""
    exercise = Exercise(
        id="setback", title="t", stage="s", kind="log", minutes="m", rhythm="r", label="flags", prompts=(FLAGS, CALM, SEE, CARDS)
    )
    numbers = (Number(id="days", value=28, reason="r"), Number(id="least", value=3, reason="r"))
    return Guide(stages=(), exercises=(exercise,), passages=(), numbers=numbers, asides=(), charts=(), words={}, decisions=(decision,))


@pytest.fixture
def table(guide, decision):
    return DecisionTable(guide, decision)


def test_before_any_answer_there_is_no_result(table, note):
    assert table.decide(note("setback", DAY)) is None
    assert table.decide(note("setback", DAY, cards=[{"id": "own-pain", "group": "mine"}])) is None


def test_the_first_rule_that_holds_gives_the_result_and_names_the_answers(table, note):
    assert table.decide(note("setback", DAY, flags=["refused"], calm=["talked", "took", "committed"])) == Decided("red", 1, ("flags",))


def test_at_least_counts_over_the_options_of_one_prompt(table, note):
    assert table.decide(note("setback", DAY, calm=["talked", "took", "committed"])).result == "fine"
    assert table.decide(note("setback", DAY, calm=["talked", "committed"])).result == "not-clear"
    assert table.decide(note("setback", DAY, calm=["talked", "took"])) == Decided("not-clear", 3, ("calm",))


def test_an_answer_that_was_cleared_is_none(table, note):
    assert table.decide(note("setback", DAY, flags=[], calm=[])) is None


@pytest.mark.parametrize(("ago", "result"), [(0, "repeating"), (1, "repeating"), (28, "repeating"), (29, "red")])
def test_an_earlier_note_counts_within_the_days_of_the_number(table, note, ago, result):
    earlier = note("setback", DAY - timedelta(days=ago), clock="08:00", flags=["repeated"])
    decided = table.decide(note("setback", DAY, flags=["repeated"]), of(earlier))
    assert decided.result == result
    assert decided.earlier == ((earlier.made_at[:10],) if result == "repeating" else ())


def test_a_later_note_is_no_earlier_one(table, note):
    later = note("setback", DAY + timedelta(days=1), flags=["repeated"])
    assert table.decide(note("setback", DAY, flags=["repeated"]), of(later)).result == "red"


def test_an_earlier_note_counts_as_the_person_saw_it(table, note):
    seen_otherwise = note("setback", DAY - timedelta(days=3), flags=["repeated"], see_it="fine")
    assert table.decide(note("setback", DAY, flags=["repeated"]), of(seen_otherwise)).result == "red"
    seen_so = note("setback", DAY - timedelta(days=3), calm=["talked"], see_it="red")
    assert table.decide(note("setback", DAY, flags=["repeated"]), of(seen_so)).result == "repeating"


def test_what_the_person_sees_is_their_own_view_and_else_the_table_s(table, note):
    assert table.seen(note("setback", DAY, flags=["repeated"])) == "red"
    assert table.seen(note("setback", DAY, flags=["repeated"], see_it="fine")) == "fine"
    assert table.seen(note("setback", DAY)) is None


def test_a_rule_can_look_at_the_earlier_notes_of_another_exercise(guide, decision, note):
    other = Decision(
        id="talk",
        exercise="talk",
        own="see-it",
        results=(Result(id="hard", title="t"), Result(id="calm", title="t")),
        rules=(Rule(result="hard", all=(Condition(prompts=("how",), any=("hard",)),)), Rule(result="calm")),
    )
    watchful = Decision(
        id="setback",
        exercise="setback",
        results=(Result(id="watch", title="t"), Result(id="red", title="t"), Result(id="not-clear", title="t")),
        rules=(
            Rule(result="watch", all=(RED, Condition(exercise="talk", earlier=("hard",), within="days"))),
            Rule(result="red", all=(RED,)),
            Rule(result="not-clear"),
        ),
    )
    changed = {name: getattr(guide, name) for name in guide.__struct_fields__} | {"decisions": (watchful, other)}
    table = DecisionTable(Guide(**changed), watchful)
    assert (watchful.looks_at, watchful.others, table.looks_back) == (("flags",), ("talk",), True)
    now = note("setback", DAY, flags=["refused"])
    for earlier, result in (
        (note("talk", DAY - timedelta(days=3), how="hard"), "watch"),
        (note("talk", DAY - timedelta(days=29), how="hard"), "red"),
        (note("talk", DAY - timedelta(days=3), how="fine"), "red"),
        (note("talk", DAY - timedelta(days=3), how="hard", see_it="calm"), "red"),
        (note("talk", DAY + timedelta(days=1), how="hard"), "red"),
        (note("setback", DAY - timedelta(days=3), flags=["refused"]), "red"),
    ):
        decided = table.decide(now, of(earlier))
        assert (decided.result, decided.earlier) == (result, (earlier.made_at[:10],) if result == "watch" else ())


def test_of_the_last_few_this_one_included(guide, note):
    often = Decision(
        id="setback",
        exercise="setback",
        results=(Result(id="often", title="t"), Result(id="loop", title="t"), Result(id="not-clear", title="t")),
        rules=(
            Rule(result="often", all=(RED, Condition(earlier=("loop",), of_last="least", at_least=2))),
            Rule(result="loop", all=(RED,)),
            Rule(result="not-clear"),
        ),
    )
    table = DecisionTable(guide, often)
    loops = [note("setback", DAY - timedelta(days=day), flags=["refused"]) for day in (90, 60, 30)]
    calm = [note("setback", DAY - timedelta(days=day), calm=["talked"]) for day in (20, 10)]
    assert table.decide(note("setback", DAY, flags=["refused"]), of(*loops)).result == "often"
    assert table.decide(note("setback", DAY, flags=["refused"]), of(*loops, *calm)).result == "loop"
    assert table.decide(note("setback", DAY, calm=["talked"]), of(*loops)) is None


def test_a_sorted_card_answers_with_its_group_and_by_its_name(note):
    entry = note("setback", DAY, cards=[{"id": "own-pain", "group": "theirs"}, {"id": "x", "group": "", "text": "half"}])
    assert atoms(entry, "cards") == ["theirs", "own-pain:theirs"]
    rows = note("setback", DAY, rows=[{"id": "1", "which": "a"}, {"id": "2"}])
    assert atoms(rows, "rows", "which") == ["a"]
    assert atoms(rows, "nothing") == []


@pytest.mark.parametrize("odd", [[["x"]], [{"group": ["x"]}], {"x": 1}, [None], 1.5, [[{"a": []}]]])
def test_what_no_form_sends_answers_nothing(table, note, odd):
    assert table.decide(note("setback", DAY, flags=odd, calm=["talked"])).result == "not-clear"


def test_a_rule_that_names_a_number_that_is_not_there_is_bad_content(guide, note):
    table = DecisionTable(
        guide,
        Decision(
            id="setback",
            exercise="setback",
            results=(Result(id="x", title="t"),),
            rules=(Rule(result="x", all=(Condition(prompts=("flags",), at_least="none-such"),)), Rule(result="x")),
        ),
    )
    with pytest.raises(BadContent, match="none-such"):
        table.decide(note("setback", DAY, flags=["refused"]))
