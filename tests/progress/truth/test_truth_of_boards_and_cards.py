"""Whose work it is, and something new or not: what lies where, and what weighs before what. All 15,625 and all 9,780 answers.

The design gives no rule for these two beyond what belongs to whom, and that “not decided” is a full answer; the rest is ours.
"""

from itertools import chain, permutations

import pytest
from hypothesis import given as tried
from hypothesis import settings
from hypothesis import strategies as st
from walking import alike, every, options, prompt_of, said

THEIRS = ["their-word", "their-honesty", "their-responsibility", "their-actions", "their-change", "their-guilt"]
OTHERS = ["my-pain", "hard-talks", "my-alarms", "listening", "my-decision", "guessing", "daily-life", "my-limits", "the-past"]
TALKED = ["yes", "a-little", "no", "not-safe"]
GROUPS = ["mine", "theirs", "shared", "nobody"]
COLUMNS = ["need-to-see", "have-seen", "not-known", "not-acceptable"]
ANSWERS = ["yes", "not-now", "no", "undecided"]


def whose_work(groups):
    """Three things or more that are the other one's to do lie under mine."""
    if not any(groups.values()):
        return None
    return said("carrying-theirs" if sum(groups.get(card) == "mine" for card in THEIRS) >= 3 else "as-sorted", ["tasks"])


def cards(groups):
    return {"tasks": [{"id": card, "group": group} for card, group in groups.items() if group]}


def tasks_sorted(answers):
    """Not being safe comes before all else; having talked says nothing by itself."""
    talked = answers.get("willing-talked")
    if talked == "not-safe":
        return said("safety", ["willing-talked"])
    found = whose_work({card["id"]: card["group"] for card in answers["tasks"] or []})
    return found or (said("noted", ["willing-talked"]) if talked else None)


def test_the_cards_and_groups_are_those_walked_here():
    tasks = prompt_of("whose-work", "tasks")
    assert sorted(card.id for card in tasks.cards) == sorted(THEIRS + OTHERS)
    assert [group.id for group in tasks.groups] == GROUPS
    assert options("whose-work", "see-it") == ["carrying-theirs", "as-sorted", "unknown"]
    assert options("whose-work", "willing-talked") == TALKED


def test_every_place_for_what_is_theirs(walk):
    assert walk("whose-work", map(cards, every(alike(THEIRS, [None, *GROUPS]))), tasks_sorted) == (5**6, [])


@settings(max_examples=200, derandomize=True, database=None)
@tried(st.fixed_dictionaries({}, optional={card: st.sampled_from(GROUPS) for card in [*THEIRS, *OTHERS]}), st.permutations(range(15)))
def test_other_cards_and_the_order_of_cards_count_for_nothing(says, groups, order):
    """5¹⁵ ways are too many to walk: these are tried at random, the same each time, with a card of one's own."""
    listed = cards(groups)["tasks"]
    mixed = [listed[at] for at in order if at < len(listed)]
    own = [{"id": "own", "group": "mine", "text": "their-word"}]
    assert says("whose-work", {"tasks": mixed}) == whose_work(groups)
    assert says("whose-work", {"tasks": [*own, *mixed]}) == whose_work(groups | {"own": "mine"})


def test_the_weight_how_it_is_seen_and_how_willing_someone_is_change_no_result(walk):
    three = cards(dict.fromkeys(THEIRS[:3], "mine"))["tasks"]
    some = {"tasks": [None, three[:2], three], "weight": [None, 1, 5], "see-it": [None, "carrying-theirs", "as-sorted", "unknown"]}
    more = {"willing-me": [None, 1, 5], "willing-them": [None, 1, 5], "willing-talked": [None, *TALKED]}
    rest = {"request": [None, "x"], "put-down": [None, "x"]}
    assert walk("whose-work", every(some | more | rest), tasks_sorted) == (3 * 3 * 4 * 3 * 3 * 5 * 2 * 2, [])


def board(answers):
    kinds = [row.get("column") for row in answers["board"]]
    if not kinds:
        return None
    return said(next((kind for kind in ("not-acceptable", "have-seen", "not-known") if kind in kinds), "early"), ["board"])


def test_the_columns_are_those_walked_here():
    column = next(one for one in prompt_of("build-or-not", "board").columns if one.id == "column")
    assert [option.id for option in column.options] == COLUMNS
    assert options("build-or-not", "present-answer") == ANSWERS
    assert options("build-or-not", "see-it") == ["not-acceptable", "have-seen", "not-known", "early", "clear"]


def test_every_board_with_every_answer_of_today_seen_in_every_way(walk):
    """Every set of columns in every order, with a line that lies in none."""
    orders = chain.from_iterable(permutations([*COLUMNS, None], size) for size in range(6))
    boards = [[{"id": str(at), "text": "x"} | ({"column": one} if one else {}) for at, one in enumerate(order)] for order in orders]
    views = [None, "not-acceptable", "have-seen", "not-known", "early", "clear"]
    everything = every({"board": boards, "present-answer": [None, *ANSWERS], "see-it": views})
    assert walk("build-or-not", everything, board) == (326 * 5 * 6, [])


@pytest.mark.parametrize("column", COLUMNS)
def test_many_lines_count_no_more_than_one(walk, column):
    boards = [[{"id": str(at), "column": column} for at in range(lines)] for lines in (1, 2, 20)]
    assert walk("build-or-not", every({"board": boards}), board) == (3, [])


def test_every_result_is_reached(unreached):
    sorted_cards = {
        "carrying-theirs": (cards(dict.fromkeys(THEIRS[3:], "mine")), ()),
        "as-sorted": (cards(dict.fromkeys(THEIRS[4:], "mine") | dict.fromkeys(OTHERS, "mine")), ()),
        "safety": (cards(dict.fromkeys(THEIRS, "mine")) | {"willing-talked": "not-safe"}, ()),
        "noted": ({"willing-talked": "yes"}, ()),
    }
    assert unreached("whose-work", sorted_cards) == set()
    lines = {kind: [{"id": "1", "column": kind}, {"id": "2", "column": "need-to-see"}] for kind in COLUMNS}
    boards = {kind: ({"board": lines[kind]}, ()) for kind in COLUMNS if kind != "need-to-see"}
    assert unreached("build-or-not", boards | {"early": ({"board": lines["need-to-see"]}, ())}) == set()


def test_unanswered_gives_no_result(says):
    assert says("whose-work", {"tasks": [], "weight": 5, "willing-me": 1, "willing-them": 1, "see-it": "as-sorted"}) is None
    assert says("build-or-not", {"board": [], "present-answer": "no", "review-on": "2027-02-01", "see-it": "clear"}) is None
