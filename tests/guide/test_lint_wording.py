"""What the linter finds in texts that a person reads."""

import pytest
from msgspec.structs import replace

from newsoil._errors import BadContent
from newsoil.guide.lint import lint
from newsoil.guide.rules import Alarm, Excuse, read_rules
from newsoil.guide.said import said_in_guide
from newsoil.guide.texts import Variants
from newsoil.guide.wording import alarmed

TWENTY = "One two three four five six seven eight nine ten one two three four five six seven eight nine ten."


@pytest.fixture
def told(guide, find):
    """What is found when the aside says a text."""

    def of(text, **options):
        return find(replace(guide, asides=(replace(guide.asides[0], text=text),)), **options)

    return of


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Well done!", "an exclamation mark"),
        ("It's fine.", "a straight quote or apostrophe"),
        ('It is "fine".', "a straight quote or apostrophe"),
        ("And then...", "three full stops"),
        ("It is late - too late.", "a hyphen as a dash"),
        ("You  can.", "two spaces in a row"),
    ],
)
def test_print_is_calm_and_clean(told, text, told_of):
    (found,) = told(text)
    assert found.startswith("aside first-aside, text: ")
    assert told_of in found


def test_typographic_signs_are_clean(told):
    assert told("“It’s fine” – or it isn’t…") == []


def test_a_word_of_the_list_is_found_in_every_text_of_a_person(told, find, guide, write, prose):
    assert told("You must go.")[0].startswith("aside first-aside, text: “must” is on the word list. Offer a choice.")
    assert find(notebooks=write(prose("- You MUST go")))[0].startswith("00-first.ipynb, cell some-words: “must”")
    assert find(replace(guide, words={"exercise": {"done": "Must do"}}))[0].startswith("words exercise, done: “must”")
    chart = replace(guide.charts[0], sentences={"one": "You must see {n}"})
    assert find(replace(guide, charts=(chart,)))[0].startswith("chart days, sentences, one: “must”")
    exercise = replace(guide.exercises[0], lead=Variants(otherwise="You can.", on_my_own="You have trust issues."))
    assert find(replace(guide, exercises=(exercise,)))[0].startswith("exercise small-thing, lead, on-my-own: “trust issues”")


def test_a_part_of_a_word_raises_no_alarm(told):
    assert told("The mustard is mild.") == []


def test_a_phrase_that_means_something_else_raises_no_alarm_and_hides_none_beside_it():
    alarms = (Alarm(words=("tell them",), instead="", but=("tell them apart", "do not have to tell them")),)
    for text in ("It helps to tell them apart.", "You do not have to tell them.", "Do NOT have to tell them, and Tell them apart."):
        assert [problem.found for problem in alarmed("here", text, alarms)] == [], text
    for text in ("You could tell them.", "Tell them apart, and then tell them.", "You have to tell them."):
        assert [problem.found for problem in alarmed("here", text, alarms)] == ["tell them"], text


def test_a_word_is_excused_in_its_place_alone(told):
    excuse = Excuse("must", "aside first-aside, text", "A saying that people know.")
    assert told("What must be, must be.", excuses=(excuse,)) == []
    assert len(told("What must be, must be.", excuses=(replace(excuse, where="aside other, text"),))) == 2


def test_an_exception_that_nothing_needs_is_to_be_taken_out(find):
    excuse = Excuse("must", "aside first-aside, text", "A saying that people know.")
    assert find(excuses=(excuse,)) == ["lint/exceptions.toml: “must” is not in “aside first-aside, text”. Take the exception out."]


def test_a_sentence_has_at_most_twenty_words(told):
    assert told(TWENTY) == []
    (found,) = told(TWENTY.replace("ten.", "ten more."))
    assert found.endswith("has 21 words. Make it two sentences of at most 20.")


def test_a_paragraph_has_at_most_three_sentences(told):
    assert told("One. Two? “Three.” \n\nFour. Five.") == []
    (found,) = told("One. Two. “Three.” Four.")
    assert found.endswith("has 4 sentences. Make it paragraphs of at most 3.")


def test_a_list_item_is_a_sentence_of_its_own(find, write, prose):
    assert find(notebooks=write(prose(f"Some things:\n\n- {TWENTY}\n- {TWENTY}\n- one\n- two"))) == []


@pytest.mark.parametrize("number", ["+49 30 1234", "112", "0800 111 0 111", "1-800-799-7233", "(030) 555 12", "01.23.45.67.89"])
def test_a_number_that_someone_may_call_is_not_printed(told, number):
    (found,) = told(f"You can call {number} at night.")
    assert "looks like a telephone number" in found


@pytest.mark.parametrize("text", ["From 0 to 10.", "In 2026, on 2026-11-23.", "After 1 to 3 months.", "Under CC BY 4.0."])
def test_years_days_and_small_numbers_are_no_telephone_numbers(told, text):
    assert told(text) == []


@pytest.mark.parametrize("address", ["https://cdn.jsdelivr.net/npm/x", "http://example.org", "//unpkg.com/x", "www.example.org"])
def test_an_address_on_the_internet_is_not_printed(told, address):
    (found,) = told(f"You can look at {address} today.")
    assert f"“{address}” is an address on the internet" in found


def test_a_long_passage_is_easy_to_read_and_a_short_one_is_left_alone(told):
    hard = "Considerable psychological complications characterise interpersonal relationships."
    assert told(hard) == []
    found = told("\n\n".join([hard] * 10))
    assert len(found) == 1
    assert "it reads like school grade" in found[0]


def test_a_page_in_markdown_is_read_like_the_rest(find, tmp_path):
    page = tmp_path / "about.md"
    page.write_text("## About\n\nYou must read it.\n", "utf-8")
    found = find(pages=[page])
    assert [problem.partition(":")[0] for problem in found] == ["about.md"] * 3


def test_every_text_of_an_exercise_is_looked_at(guide):
    places = {said.where for said in said_in_guide(guide) if said.where.startswith("exercise")}
    assert places == {
        "exercise small-thing, title",
        "exercise small-thing, minutes",
        "exercise small-thing, rhythm",
        "exercise small-thing, prompt thing, label",
        "exercise small-thing, prompt size, label",
        "exercise small-thing, prompt size, option small, label",
        "exercise small-thing, prompt size, option big, label",
        "exercise small-thing, prompt lines, label",
        "exercise small-thing, prompt lines, add",
        "exercise small-thing, prompt lines, column line, label",
        "exercise small-thing, prompt earlier, label",
    }


def test_without_other_rules_the_shipped_ones_hold(guide, write):
    broken = replace(guide, asides=(replace(guide.asides[0], text="Begin your journey."),))
    assert any("“journey” is on the word list" in problem for problem in lint(broken, write()))


def test_an_exception_without_a_reason_is_refused(tmp_path):
    (tmp_path / "words.toml").write_text("format_version = 1\n", "utf-8")
    exceptions = tmp_path / "exceptions.toml"
    exceptions.write_text('format_version = 1\n[[exception]]\nword = "must"\nwhere = "here"\nreason = ""\n', "utf-8")
    with pytest.raises(BadContent, match=r"exceptions\.toml.*reason"):
        read_rules(tmp_path)
