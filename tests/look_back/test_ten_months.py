"""Ten months of three readers: their notes are what forms send, and what the page says of them is true to their stories."""

import importlib
import re
from datetime import date

import msgspec
import note_lines
import pytest
import reader_new_partner
import three_readers
from note_lines import GUIDE
from three_readers import MONTHS, READERS, charts, looking_back, said, told

from newsoil.journal.record import PUT_OFF, moment
from newsoil.look_back.blueprint import PARTS
from newsoil.progress.charts import exercises_of

NEW, SAME, OWN = (READERS[name] for name in ("new-partner", "same-partner", "on-my-own"))
ALL = pytest.mark.parametrize("reader", READERS.values(), ids=READERS)


@pytest.fixture(scope="module")
def page():
    """Everything the page says of a reader, in words."""
    seen = {}
    return lambda reader: seen.setdefault(reader.name, "\n".join(told(reader)))


@pytest.fixture(scope="module")
def drawn():
    """The charts of a reader, as they are at the end."""
    seen = {}
    return lambda reader: seen.setdefault(reader.name, charts(reader.notes))


def named(reader, name):
    return next(one for one in reader.notes if one.id == name)


@ALL
def test_every_answer_is_one_that_its_form_sends(reader):
    for entry in reader.notes:
        prompts = {prompt.id: prompt for prompt in GUIDE.exercise(entry.exercise).prompts}
        values = entry.values
        values.pop("for-date", None)
        assert {name: prompts[name].check(value) for name, value in values.items()} == values
        for former in entry.earlier:
            assert {name: prompts[name].check(value) for name, value in former.answers.items()} == former.answers
        assert set(entry.links.values()) <= {one.id for one in reader.notes}
        assert moment(entry.made_at) <= moment(entry.changed_at)


@ALL
def test_the_notes_are_many_of_ten_months_each_by_itself_and_of_one_situation(reader):
    assert 150 <= len(reader.notes) <= 400
    assert len({one.id for one in reader.notes}) == len({one.made_at + one.exercise for one in reader.notes}) == len(reader.notes)
    assert {one.situation for one in reader.notes} == {reader.name}
    assert {one.month for one in reader.notes if one.counts} == set(MONTHS) - {reader.silent}


def test_the_notes_are_the_same_each_time():
    before = msgspec.json.encode({name: reader.notes for name, reader in READERS.items()})
    for module in (note_lines, reader_new_partner, three_readers):
        importlib.reload(module)
    assert msgspec.json.encode({name: reader.notes for name, reader in three_readers.READERS.items()}) == before


def test_everything_that_is_drawn_or_laid_is_noted_by_somebody():
    used = {one.exercise for reader in READERS.values() for one in reader.notes if one.counts}
    assert {exercise for name in charts(()) for exercise in exercises_of(name)} - {"safety-gate"} <= used, "nobody kept a yes at the gate"
    for part in PARTS:
        assert any(_bricks(reader, part) for reader in READERS.values()), part


@ALL
def test_what_is_real_is_there_a_silent_month_notes_put_off_deleted_and_changed(reader):
    assert {one.status for one in reader.notes} >= {"done", "draft"}
    assert any(one.status in PUT_OFF for one in reader.notes)
    assert any(one.deleted_at for one in reader.notes)
    assert sum(bool(one.earlier) for one in reader.notes) == 3


@pytest.mark.parametrize(
    ("reader", "name", "words"),
    [
        (NEW, "journal 10-26", "No more notes about August"),
        (NEW, "urge 09-30", "That it is found out that I looked"),
        (SAME, "journal 07-13", "I made a list of what I would miss"),
        (OWN, "journal 11-26", "with my real address in it"),
    ],
)
def test_a_deleted_note_is_nowhere(reader, name, words, page):
    assert any(words in value for value in named(reader, name).answers.values() if isinstance(value, str))
    assert words not in page(reader)
    with looking_back(reader.notes) as ask:
        assert ask("find", words=f"“{words}”")["of"] == 0
        assert "not there any more" in ask("note", entry=name)["sentence"]


def test_what_stood_in_a_note_before_is_told_of_the_day_on_which_it_was_written():
    """It stood there until the note was changed in November: “until 27 August” would say that it went on that day."""
    with looking_back(NEW.notes) as ask:
        note = ask("note", entry="journal 08-27")["note"]
    (former,) = note["earlier"]
    assert (former["at"][:10], note["changed"][:10]) == ("2026-08-27", "2026-11-07")
    assert list(former["said"][0]["lines"]) == ["Flowers. It will not happen again."]
    assert GUIDE.words["look-back"]["note-at"] == "As it was on {day}"


@ALL
def test_a_silent_month_changes_no_finding_and_is_no_reproach(reader):
    """On its last day the page says what it said on its first."""
    month = int(reader.silent[-2:])
    noted = [one for one in reader.notes if one.made_at < f"2026-{month:02}"]
    first, last = (charts(noted, date(2026, month, day)) for day in (1, 30))
    assert {name: one.finding for name, one in first.items()} == {name: one.finding for name, one in last.items()}
    with looking_back(reader.notes) as ask:
        assert not any(day["notes"] for day in ask("month", month=reader.silent)["days"])


@pytest.mark.parametrize(
    ("reader", "word", "found"),
    [
        (NEW, "πόρτα", ["journal 11-21", "journal 08-23"]),
        (NEW, "ΦΟΒΗΘΗΚΑ", ["journal 03-22"]),
        (SAME, "الصبر", ["journal 04-27"]),
        (SAME, "البيت", ["journal 06-12"]),
        (OWN, "сестра", ["journal 04-13"]),
        (OWN, "Вогонь", ["small-wins 08-03"]),
    ],
)
def test_words_in_another_script_are_found(reader, word, found):
    with looking_back(reader.notes) as ask:
        assert [one["id"] for one in ask("find", words=word)["notes"]] == found


def test_a_heading_of_the_page_of_bricks_claims_no_more_than_the_lines_below_it():
    """The counsellor was agreed on and never called; “I am told before I look” is “not yet” there."""
    words = GUIDE.words["look-back"]
    assert "The counsellor is called by the end of the month" in _bricks(SAME, "honesty")
    assert words["part-honesty"] == "Honesty that was chosen, and what was agreed"
    assert "I never looked → I am told before I look" in _bricks(SAME, "instead")
    assert words["part-instead"] == "What I would rather rely on"


def test_no_talk_is_a_ground_to_rest_on_that_was_calm_out_of_fear_or_set_nothing_right():
    """After 22 August the question of fear is left out, once it is answered, and each talk ends “calm”."""
    assert _bricks(NEW, "talks") == [
        "The cancelled weekend → That a plan can change and I am still thought of",
        "That I go quiet",
        "The cancelled weekend",
        "The lost job",
        "Texting when it gets late",
    ]
    assert _bricks(SAME, "talks") == ["What a good day is"]


def test_what_is_hoped_for_is_no_soil():
    assert "There is talk of a counsellor" not in _bricks(SAME, "seed")
    assert _bricks(OWN, "seed") == ["To believe my own eyes in small things.", "My own front door", "A sister two floors down"]


def test_a_promise_that_did_not_happen_is_told_as_that_and_not_as_something_that_speaks_against_a_trust():
    """One of them was not to speak of August again. It was not kept, and that is nothing against anybody."""
    assert _bricks(NEW, "not-kept") == ["Not to speak of August again", "Call the counsellor"]
    assert _bricks(SAME, "not-kept").count("Call the counsellor") == 3
    assert _bricks(OWN, "not-kept") == ["Walk on Wednesday", *["Not to look at that profile"] * 2]
    for reader in READERS.values():
        assert not set(_bricks(reader, "not-kept")) & set(_bricks(reader, "also"))
    assert GUIDE.words["look-back"]["part-not-kept"] == "Promises that did not happen"


def test_old_patterns_stand_beside_what_one_could_rely_on():
    """There are six in ten months, as the reader sees them; the page had the good actions of the same months."""
    against = _bricks(SAME, "also")
    assert {"A laugh about my notes", "“When will this be over?”", "The counsellor was not called, again"} <= set(against)
    assert "A closed door, a closed laptop" not in against, "the reader calls that one not clear yet"
    assert "The door, as in summer" in _bricks(NEW, "also")
    assert "The party, and the door" not in _bricks(NEW, "also"), "what is about safety is no brick"


def test_the_page_of_bricks_says_to_everyone_that_safety_comes_before_any_number_of_good_things():
    """A yes at the gate is kept only if a person wants that, and twenty-six good actions stand there after two frightening nights."""
    says = GUIDE.words["look-back"]["bricks-says"]
    assert "your safety comes first, however many good things there are" in says
    with looking_back(NEW.notes) as ask:
        assert ask("hello")["afraid"] is False
        assert next(part["of"] for part in ask("bricks")["parts"] if part["id"] == "actions") == 26


def test_a_frightening_thing_is_not_one_of_many_that_count_alike(drawn):
    """Nineteen bricks are a yes and four a no, and one of the four is a door in which somebody stood."""
    bricks = drawn(NEW)["bricks"]
    assert bricks.finding == "You noted 45 small things from February to November"
    assert bricks.sentence == (
        "Your answers: 19 yes, 4 no, 5 not sure and 17 without an answer. "
        "Each brick is one thing you noted. They are drawn alike, and one of them can weigh more than all the others."
    )


def test_a_stormy_day_is_not_undone_by_calm_ones_either(drawn):
    """On the stormy days of August and September something happened. That calm days stand whatever a stormy one brought is half of it."""
    assert drawn(NEW)["weather"].sentence.endswith("Every kind of day belongs to this time.")
    assert "undo" not in drawn(NEW)["weather"].sentence


def test_an_alarm_that_went_quiet_is_not_said_to_have_been_nothing(drawn):
    """All twenty went down, and eleven of them were about a partner who had begun to frighten."""
    moments = drawn(NEW)["moments"]
    assert moments.finding == "Of your newest 12 moments with both numbers, all felt less strong afterwards"
    assert moments.sentence.endswith("An alarm that went quiet can still have been right.")


def test_six_old_patterns_are_not_spoken_of_as_one_that_came_once(drawn):
    setbacks = drawn(SAME)["setbacks"]
    assert setbacks.finding == "9 setbacks noted"
    assert setbacks.alternative.endswith("Not clear yet: 3. Old pattern: 6.")
    assert setbacks.sentence.startswith(
        "As you see them: 3 not clear yet, 6 old pattern. An old pattern that comes again can be taken seriously. This picture "
    )
    assert "even if it came once" in drawn(NEW)["setbacks"].sentence


def test_a_version_of_may_is_not_called_now_in_november(drawn):
    words = drawn(SAME)["words-then-and-now"]
    assert words.finding == "Your words for trust in February and in May"
    assert "Not among them in May: Plain words about money and A message during the day." in words.alternative
    assert " now" not in said(words)


def test_an_answer_of_summer_is_not_called_today_in_november_nor_dated_in_winter(drawn):
    """Opened again in July (and in October, and in November): “How safe do you feel today?” was answered then."""
    for reader, day in ((NEW, "19 Jul"), (SAME, "1 Nov"), (OWN, "18 Oct")):
        chart = drawn(reader)["then-and-today"]
        assert chart.table.rows[0][0] == "Feeling safe"
        assert chart.table.rows[0][3].endswith(day)
        assert "today" not in said(chart)


def test_months_that_stayed_the_same_do_not_hide_those_that_felt_less_secure(drawn):
    months = {reader.name: drawn(reader)["more-secure-than-last-month"] for reader in READERS.values()}
    assert {one.finding for one in months.values()} == {"9 months compared"}
    assert {name: re.search("Your answers: [^.]+", one.sentence)[0] for name, one in months.items()} == {
        "new-partner": "Your answers: 4 more secure, 3 about the same, 2 less secure",
        "same-partner": "Your answers: 5 about the same, 4 less secure",
        "on-my-own": "Your answers: 4 more secure, 3 about the same, 2 less secure",
    }


def test_what_was_done_most_often_says_how_often_and_the_pause_is_said_of_checking_too(drawn):
    """Six of fourteen are fewer than half, and five of those six are of February and March."""
    pause = "Noticing an urge is already a pause, whatever came after it."
    assert drawn(OWN)["urges"].finding == "You noted 14 urges to check"
    assert drawn(OWN)["urges"].sentence == f"{pause} Most often you checked, 6 times. Nobody blames you here."
    assert drawn(SAME)["urges"].finding == "You noted 24 urges to check"
    assert drawn(SAME)["urges"].sentence == f"{pause} Most often you checked, 15 times. Nobody blames you here."
    assert drawn(NEW)["urges"].finding == "You noted 5 urges to check"
    assert drawn(NEW)["urges"].sentence == pause


def test_no_heading_counts_promises_up_to_a_day_that_is_to_come(drawn):
    """One of the reader's own is due on 1 December, and still open on 30 November."""
    assert drawn(SAME)["promises"].finding == "4 of your own promises happened, 7 did not"
    assert drawn(OWN)["promises"].finding == "11 of your own promises happened, 3 did not"
    assert drawn(NEW)["promises"].finding == "9 promises of your own noted"
    assert drawn(NEW)["promises"].sentence.startswith("Of your own, 7 happened, 1 did not")


def test_two_weeks_by_the_sea_do_not_make_the_rest_of_the_year_a_fall(drawn):
    """“7 of your last 13 were below your usual for feeling secure, none above”: so were the weeks before, as often."""
    weeks = drawn(SAME)["weekly-check-in"]
    assert weeks.finding == "24 check-ins, higher in some weeks and lower in others"
    assert "below" not in said(weeks)


def test_after_the_nights_of_danger_nothing_cheers_or_points_to_the_partner(drawn):
    """Nine warm weeks, eight promises of the other, a share that was met with care: all true, and none of it is a heading."""
    weeks = drawn(NEW)["weekly-check-in"]
    assert weeks.finding == "Your last 8 check-ins were all below your usual for being open and honest"
    assert weeks.sentence == (
        "By your check-ins so far, 2 of the five were a step or more lower in November than in October. "
        "They are being open and honest and feeling secure. One month says little by itself. "
        "Each dot is one week as you saw it then. If you are afraid of someone, that counts, however warm a week was."
    )
    assert drawn(NEW)["promises"].also == ""
    assert drawn(NEW)["ladder"].finding == "You noted 8 times you told something. The latest one was met with care."
    assert drawn(NEW)["ladder"].sentence == "What you keep to yourself is yours."
    assert drawn(NEW)["conversations"].finding == "10 hard talks noted"
    for chart in drawn(NEW).values():
        assert not re.search(r"above your usual|higher (than|in)|next step|less heated|Setbacks are normal", said(chart))


def test_without_those_two_notes_the_same_charts_say_what_they_say_to_others(drawn):
    others = [one for one in NEW.notes if one.id not in reader_new_partner.DANGER]
    assert charts(others)["weekly-check-in"].finding == "Your last 9 check-ins were all above your usual for warmth that felt free"
    assert charts(others)["promises"].also
    assert "next step" in charts(others)["ladder"].sentence


def test_a_night_of_threats_is_not_counted_as_usual_in_a_heading(drawn):
    """The reader sees it so, and the mark says that; the answers say “I was afraid” and “There were threats”."""
    setbacks = drawn(NEW)["setbacks"]
    assert setbacks.finding == "6 setbacks noted"
    assert "that counts, whatever a note is called" in setbacks.sentence
    assert ("22 Aug", "The party, and the door", "Usual setback") in setbacks.table.rows


COUNTED = [
    (NEW, "wins", "Your newest 12 small wins, March to November"),
    (NEW, "loop-or-path", "Thinking back, 7 notes: 3 led somewhere, 3 went round, 1 mixed"),
    (NEW, "fears", "7 fears noted"),
    (NEW, "support-signs", "In your latest note: one sign nearly always, four on most days"),
    (NEW, "timeline", "6 events on your timeline"),
    (NEW, "words-then-and-now", "Your words for trust in February and in November"),
    (SAME, "conversations", "Of your newest 12 hard talks with start and end noted, one ended less heated"),
    (SAME, "moments", "Of your newest 12 moments with both numbers, 11 felt less strong afterwards"),
    (SAME, "ladder", "The latest two were not met with care. It is fine to stop here."),
    (SAME, "loop-or-path", "Thinking back, 13 notes: 3 led somewhere, 9 went round, 1 mixed"),
    (SAME, "fears", "6 fears noted"),
    (SAME, "weather", "How the latest 24 days noted felt: between stormy and mixed, most often anxious"),
    (SAME, "nine-signs", "Nine signs, 9 months noted"),
    (OWN, "conversations", "Of 8 hard talks with start and end noted, 7 ended less heated"),
    (OWN, "good-decisions", "You noted 5 good decisions on 4 days in November"),
    (OWN, "loop-or-path", "Thinking back, 12 notes: 6 led somewhere, 5 went round, 1 mixed"),
    (OWN, "setbacks", "4 setbacks noted"),
    (OWN, "bricks", "You noted 40 small things from February to November"),
    (OWN, "weather", "How the latest 23 days noted felt: between stormy and open, most often calm"),
    (OWN, "weekly-check-in", "10 check-ins, higher in some weeks and lower in others"),
]


@pytest.mark.parametrize(("reader", "name", "finding"), COUNTED)
def test_what_was_counted_by_hand_is_the_heading(reader, name, finding, drawn):
    assert drawn(reader)[name].finding == finding


def test_of_a_year_that_did_not_get_better_nothing_says_that_it_did(drawn):
    for name, chart in drawn(SAME).items():
        assert not re.search(r"\b(better|above|higher (in \w+ )?than|higher in [A-Z]|above your usual|improv\w+)\b", said(chart)), name
    assert "talks in November were about as heated as in October" in drawn(SAME)["conversations"].sentence
    assert "Less heated at the end: 1. As heated: 4. More heated at the end: 7." in drawn(SAME)["conversations"].alternative


def test_of_a_slow_year_it_is_said_what_came_less_often_and_nothing_is_praised(drawn):
    assert "Trust in your judgement: between 2 and 6." in drawn(OWN)["weather"].sentence
    assert "Four hard signs. Further right: more often, and harder. 4 less often." in drawn(OWN)["then-and-today"].alternative
    for chart in drawn(OWN).values():
        assert not re.search(r"\b(well done|great|proud|better|single|your partner)\b|!", f"{chart.finding} {chart.sentence} {chart.note}")


def test_what_a_friend_told_on_in_march_is_followed_by_no_next_step(drawn):
    ladder = drawn(OWN)["ladder"]
    assert (ladder.finding, ladder.n) == ("You noted 8 times you told something. It is fine to stop here.", 8)
    assert "That friends knew (with care, 25 Oct and used against me, 7 Mar)" in ladder.alternative


@pytest.mark.parametrize(
    ("reader", "kind", "hard"),
    [
        (NEW, ["one-good-decision 11-28", "small-wins 11-20"], ["journal 11-21", "trigger 11-21"]),
        (SAME, ["one-good-decision 11-25", "small-wins 11-21"], ["journal 11-19", "setback-sorter 11-19"]),
        (OWN, ["small-wins 11-24", "one-good-decision 11-24"], ["trigger 11-26", "trigger 11-14"]),
    ],
)
def test_the_first_moments_are_the_newest_ones(reader, kind, hard):
    with looking_back(reader.notes) as ask:
        for mood, names in (("kind", kind), ("hard", hard)):
            assert [ask("moment", mood=mood, after=after)["note"]["id"] for after in range(2)] == names


@pytest.mark.parametrize(
    ("reader", "month", "notes", "days"), [(NEW, "2026-09", 32, 19), (SAME, "2026-05", 39, 20), (OWN, "2026-11", 40, 25)]
)
def test_days_and_notes_of_a_month(reader, month, notes, days):
    with looking_back(reader.notes) as ask:
        told_days = ask("month", month=month)["days"]
    assert (sum(day["notes"] for day in told_days), sum(bool(day["notes"]) for day in told_days)) == (notes, days)


def test_of_two_words_the_longer_one_is_shown_where_it_stands():
    """The Greek article is one letter, and stands within many a word."""
    with looking_back(NEW.notes) as ask:
        found = {one["id"]: one["said"]["found"] for one in ask("find", words="η πόρτα")["notes"]}
    assert found == {"journal 11-21": "πόρτα", "journal 08-23": "πόρτα"}


def _bricks(reader, part):
    with looking_back(reader.notes) as ask:
        return [brick["words"] for one in ask("bricks")["parts"] if one["id"] == part for brick in one["bricks"]]
