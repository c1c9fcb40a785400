"""Answers that are made of several things: told, in tables, on paper to fill in."""

import csv
import io
import re

import pytest
from reading_html import read

from newsoil.takeout import offers, to_columns, to_csv, to_handout, to_markdown, to_print
from newsoil.takeout.telling import Teller

ANSWERS = {
    "topics": [
        {"id": "a", "step": 3, "topic": "An old friendship", "want": "no"},
        {"id": "b", "step": 1, "topic": "My first job", "want": "yes"},
    ],
    "expect": [{"id": "guess", "group": "nice"}, {"id": "truth", "group": "fair"}, {"id": "x", "group": "fair", "text": "A call"}],
    "wish": {"feel": "tense"},
    "today": {"question": "kind", "text": "A door was held."},
    "both": "good",
}


@pytest.fixture
def told(several, note):
    def tell(**answers):
        return {said.prompt: said for said in Teller(several, {}).tell(note("several", **answers))}

    return tell


def test_a_ladder_is_told_step_by_step(told):
    said = told(**ANSWERS)["topics"]
    assert said.columns == ("In a few words", "Step", "Share it?")
    assert said.rows == (("My first job", "Light", "Yes"), ("An old friendship", "Tender", "No"))


def test_cards_are_told_by_group_and_those_that_lie_in_none_come_last(told):
    cards = [*ANSWERS["expect"], {"id": "y", "group": "", "text": "A walk"}]
    assert told(expect=cards)["expect"].groups == (
        ("Fair to expect", ("Being told the truth", "A call")),
        ("Nice to have", ("Someone who guesses",)),
        ("Not sorted yet", ("A walk",)),
    )


def test_a_sentence_is_told_as_the_sentence(told):
    assert told(wish={"feel": "tense", "ask": "a call"})["wish"].lines == ("I feel tense, and I would like a call.",)
    assert told(**ANSWERS)["wish"].lines == ("I feel tense, and I would like …",)


def test_what_was_written_about_a_question_is_told_under_it(told):
    said = told(**ANSWERS)["today"]
    assert (said.label, said.lines, said.own) == ("What was kind?", ("A door was held.",), True)
    assert told(today={"question": "My own?", "text": "a"})["today"].label == "My own?"


def test_of_what_two_people_answered_the_question_alone_is_told(told, several, journal, note):
    said = told(**ANSWERS)["both"]
    assert (said.lines, said.own) == (("What felt good?",), False)
    row = row_of(several, journal(note("several", **ANSWERS)))
    assert (row["both"], row["both.words"]) == ("good", "What felt good?")


def test_what_does_not_fit_is_told_all_the_same(told):
    said = told(
        topics=[{"id": "a", "step": 9, "topic": "one"}, "two"],
        expect=[{"id": "gone", "group": "old"}, "odd"],
        wish={"feel": "tense", "gone": "words"},
        today="a text",
    )
    assert said["topics"].rows == (("two", ""), ("one", "9"))
    assert said["expect"].groups == (("old", ("gone",)), ("Not sorted yet", ("odd",)))
    assert said["wish"].lines == ("I feel tense, and I would like …", "gone: words")
    assert said["today"].lines == ("a text",)


def test_a_link_leads_to_the_sentence_that_stands_for_its_note(several, note):
    target = note("several", "2026-08-24", **ANSWERS)
    entry = note("linking", entry={"links": {"to": target.id}})
    (said,) = Teller(several, {target.id: target}).tell(entry)
    assert said.lines == ("24 August 2026: I feel tense, and I would like …",)


def test_all_of_it_is_in_every_form_that_is_read(several, journal, note):
    made = journal(note("several", **ANSWERS))
    everything = (
        "My first job",
        "Tender",
        "Being told the truth",
        "Fair to expect",
        "A call",
        "I feel tense",
        "What was kind?",
        "A door was held.",
    )
    for text in (to_markdown(made, several).decode(), " ".join(read(to_print(made, several).decode()).texts)):
        assert [part for part in everything if part not in text] == []
    assert "- Fair to expect\n  - Being told the truth\n  - A call\n- Nice to have" in to_markdown(made, several).decode()


def test_each_of_them_can_be_put_into_a_packet(several, journal, note):
    offered = {offer.tick.prompt: offer.said for offer in offers(journal(note("several", **ANSWERS)), several, "therapist")}
    assert set(offered) == set(ANSWERS)
    assert offered["topics"].rows == (("My first job", "Light"),), "a thing without a yes stays out, and so does the yes itself"


def row_of(guide, made):
    return next(csv.DictReader(io.StringIO(to_csv(made, guide, "several").decode("utf-8-sig"), newline="")))


def test_a_table_has_a_column_for_each_thing_with_its_words_beside_it(several, journal, note):
    row = row_of(several, journal(note("several", **ANSWERS)))
    assert (row["topics.1.topic"], row["topics.1.step"], row["topics.1.step.words"]) == ("An old friendship", "3", "Tender")
    assert (row["expect.truth"], row["expect.truth.words"], row["expect.guess"]) == ("fair", "Fair to expect", "nice")
    assert (row["expect.own.1.text"], row["expect.own.1.group"], row["expect.own.1.group.words"]) == ("A call", "fair", "Fair to expect")
    assert (row["wish.feel"], row["wish.ask"], row["wish.words"]) == ("tense", "", "I feel tense, and I would like …")
    assert (row["today.question"], row["today.question.words"], row["today.text"]) == ("kind", "What was kind?", "A door was held.")


def test_the_columns_of_a_table_are_the_same_with_and_without_a_note(several, journal, note):
    empty = to_csv(journal(), several, "several").decode("utf-8-sig").strip().split(",")
    assert len(empty) == len(set(empty))
    assert set(empty) <= set(row_of(several, journal(note("several", **ANSWERS))))


def test_every_column_is_explained_with_the_values_that_can_be_chosen(several, journal, note):
    made, exercise = journal(note("several", **ANSWERS)), several.exercise("several")
    explained = list(csv.DictReader(io.StringIO(to_columns(made, several, [exercise]).decode("utf-8-sig"), newline="")))
    assert set(row_of(several, made)) <= {line["column"] for line in explained}
    values = {(line["column"], line["value"], line["words"]) for line in explained if line["value"]}
    assert values >= {("topics.1.step", "3", "Tender"), ("topics.1.want", "no", "No"), ("today.question", "calm", "When were you calm?")}
    assert values >= {("expect.truth", "fair", "Fair to expect"), ("expect.own.1.group", "nice", "Nice to have")}
    questions = {line["column"]: line["question"] for line in explained if line["question"]}
    assert questions["expect.truth"].endswith("Being told the truth")
    assert questions["wish.ask"].endswith("and I would like … A wish")


def test_every_card_with_every_group_every_step_and_every_part_is_on_the_sheet(several):
    html = to_handout(several, ["several"]).decode()
    text = " ".join(" ".join(read(html).texts).split())
    exercise = several.exercise("several")
    for prompt in exercise.prompts:
        for things in ("cards", "groups", "questions", "parts"):
            assert [one.label for one in getattr(prompt, things, ()) if one.label not in text] == []
    assert [step for step in ("Light", "In the middle", "Tender") if step not in text] == []
    assert "I feel … A feeling One word is enough." in text
    assert "and I would like … A wish" in text
    cards = re.findall(r'<div class="card">.*?</div></div></div>', re.sub(r"\s*\n\s*", "", html))
    assert len(cards) == 2 + 3
    assert all(card.count("<b></b>") == 2 for card in cards)
    blocks = html.split('<div class="ask')[1:]
    ladder, sentence, question = (
        next(block for block in blocks if mark in block) for mark in ("In the middle", "A wish", "When were you calm?")
    )
    assert ladder.count("<tr>") == 1 + 3 * 2
    assert sentence.count('class="line"') == 2 * 2
    assert question.count('class="line"') == 7
