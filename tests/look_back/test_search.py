"""Looking for words in notes."""

import pytest

from newsoil.look_back.search import AROUND, Asked, Search


@pytest.fixture
def find(guide, journal):
    def of(notes, words="", **more):
        search, asked = Search(guide), Asked(words=words, **more)
        return [entry.id for entry in search.find(journal(*notes), asked)]

    return of


@pytest.fixture
def three(note):
    return [
        note("journal", "2026-09-01", {"text": "We talked about the plan for spring."}, id="old", tags=("learned",)),
        note("trigger", "2026-10-01", {"event": "A change of plans", "type": ["late-reply"]}, id="middle"),
        note("journal", "2026-11-01", {"text": "Ein Plan für morgen"}, id="new", tags=("own tag",)),
    ]


def test_every_note_with_the_word_is_found_the_newest_first(find, three):
    assert find(three, "plan") == ["new", "middle", "old"]


def test_all_words_have_to_be_there_in_any_order_and_in_any_answer(find, three):
    assert find(three, "spring plan") == ["old"]
    assert find(three, "plan spring winter") == []


def test_words_between_quotes_are_looked_for_as_they_stand(find, three):
    assert find(three, "“the plan”") == ["old"]
    assert find(three, '"plan the"') == []


def test_what_the_form_calls_an_answer_is_found_and_its_id_is_not(find, three):
    assert find(three, "late reply") == ["middle"]
    assert find(three, "late-reply") == []


def test_the_name_of_the_exercise_and_of_a_tag_are_found(find, three):
    assert find(three, "my journal") == ["new", "old"]
    assert find(three, "own tag") == ["new"]


def test_nothing_is_found_across_two_answers(find, note):
    one = note("trigger", "2026-10-01", {"event": "left the", "story": "house at noon"})
    assert find([one], "“the house”") == []
    assert find([one], "house the") == [one.id]


def test_deleted_blank_and_put_off_notes_are_never_found(find, note):
    gone = [
        note("journal", "2026-10-01", {"text": "canary"}, deleted_at="2026-10-02T10:00:00+01:00"),
        note("journal", "2026-10-03", {"text": "canary"}, status="not-today"),
    ]
    assert find(gone, "canary") == []


def test_former_words_of_a_note_are_not_found(find, note):
    earlier = ({"at": "2026-10-02T10:00:00+01:00", "answers": {"text": "canary"}},)
    assert find([note("journal", "2026-10-03", {"text": "other"}, earlier=earlier)], "canary") == []


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"exercises": frozenset({"journal"})}, ["new", "old"]),
        ({"tag": "learned"}, ["old"]),
        ({"first": "2026-09-02"}, ["new", "middle"]),
        ({"last": "2026-10-01"}, ["middle", "old"]),
        ({"exercises": frozenset({"journal"}), "first": "2026-09-02"}, ["new"]),
    ],
)
def test_filters_narrow_with_words_and_without(find, three, more, found):
    assert find(three, "plan", **more) == found
    assert find(three, **more) == found


def test_a_note_about_a_month_is_found_by_each_day_of_it(find, note):
    about = note("journal", "2026-11-01", {"text": "x"}, for_date="2026-02")
    assert find([about], first="2026-02-28", last="2026-03-05") == [about.id]
    assert find([about], first="2026-03-01") == []


def test_words_in_every_kind_of_answer_are_found(find, note):
    kinds = {
        "rows": note("promise-map", "2026-10-01", {"promises": [{"id": "r1", "text": "canary one", "said": "spoken"}]}),
        "ladder": note("small-shares", "2026-10-01", {"topics": [{"id": "r1", "step": 2, "topic": "canary two"}]}),
        "sorter": note("what-to-expect", "2026-10-01", {"expectations": [{"id": "own-1", "group": "fair", "text": "canary three"}]}),
        "sentence": note("i-statement", "2026-10-01", {"sentence": {"feel": "canary four"}}),
        "question": note("question-of-the-day", "2026-10-01", {"answer": {"question": "q", "text": "canary five"}}),
        "own": note("four-signs", "2026-10-01", {"own-signs": ["canary six"]}),
        "gone": note("an-exercise-that-is-gone", "2026-10-01", {"anything": {"deep": ["canary seven"]}}),
    }
    for words, kind in zip(("one", "two", "three", "four", "five", "six", "seven"), kinds.values(), strict=True):
        assert find(kinds.values(), f"“canary {words}”") == [kind.id]


def test_a_card_of_the_guide_is_found_by_its_words(find, guide, note):
    prompt = next(prompt for prompt in guide.exercise("what-to-expect").prompts if prompt.id == "expectations")
    card = note("what-to-expect", "2026-10-01", {"expectations": [{"id": prompt.cards[0].id, "group": prompt.groups[0].id}]})
    label = prompt.cards[0].label
    assert find([card], f"“{label if isinstance(label, str) else label.otherwise}”") == [card.id]


def test_the_snippet_shows_the_first_word_with_what_is_around_it(guide, note):
    before, after = "word " * 40, " end" * 40
    entry = note("journal", "2026-10-01", {"text": f"{before}Canary{after}"})
    snippet = Search(guide).snippet(entry, Asked(words="canary"))
    assert snippet.found == "Canary"
    assert snippet.before.startswith("… word")
    assert snippet.before.endswith("word ")
    assert snippet.after.endswith("end …")
    assert len(snippet.before) <= AROUND + 2


def test_without_words_the_snippet_is_how_the_note_begins(guide, note):
    snippet = Search(guide).snippet(note("journal", "2026-10-01", {"text": "It begins\n\nhere."}), Asked(tag="x"))
    assert (snippet.before, snippet.found, snippet.after) == ("", "", "It begins here.")


def test_a_month_that_did_not_change_is_not_compared_again(guide, journal, note):
    search, notes = Search(guide), journal(note("journal", "2026-10-01", {"text": "canary"}))
    (first,) = notes.of_each(search.compared)
    (second,) = notes.of_each(search.compared)
    assert first is second
