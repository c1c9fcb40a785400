"""What one edit does to one entry: nothing that was written is dropped unknowingly, and nothing late undoes what came after."""

import msgspec
import pytest

from newsoil.journal import Edit, Entry
from newsoil.journal.edit import apply
from newsoil.journal.heard import MOST, hear, is_old, is_own, overtaken_by

TIMES = {"made_at": "2026-11-23T10:00:00+01:00", "at": "2026-11-23T11:00:00+01:00"}


def edit(value=None, **fields):
    return Edit(
        **{"page": "p", "seq": 1, "exercise": "journal", "entry": "e", "act": "answer", "prompt": "text", "value": value, **TIMES, **fields}
    )


def entry(**fields):
    return msgspec.structs.replace(edit().begin(), **{"changed_at": TIMES["made_at"], **fields})


def test_an_answer_goes_to_its_place():
    assert apply(entry(), edit("words")).answers == {"text": "words"}
    assert apply(entry(), edit("other", prompt="fear", place="links")).links == {"fear": "other"}
    assert apply(entry(), edit(["rain"], prompt="tags", place="tags")).tags == ("rain",)
    assert apply(entry(), edit("2026-11", prompt="for-date", place="for_date")).for_date == "2026-11"


@pytest.mark.parametrize(
    ("place", "prompt", "value"),
    [("answers", "text", "x"), ("links", "fear", "x"), ("tags", "tags", ["x"]), ("for_date", "for-date", "2026")],
)
@pytest.mark.parametrize("nothing", [None, "", []])
def test_nothing_clears_an_answer(place, prompt, value, nothing):
    full = apply(entry(), edit(value, place=place, prompt=prompt))
    assert full.values == {prompt: value}
    assert apply(full, edit(nothing, place=place, prompt=prompt, was=value)).values == {}


def test_zero_is_an_answer():
    assert apply(entry(), edit(0)).answers == {"text": 0}


def test_what_changes_nothing_leaves_even_the_time_as_it_was():
    full = entry(answers={"text": "same"}, status="done")
    assert apply(full, edit("same")) is full
    assert apply(full, edit("done", act="status")) is full


def test_a_change_moves_the_time_forward_and_never_back():
    late = edit("b", at="2026-11-23T07:30:00-02:00")  # half past ten in the zone of the entry
    assert apply(entry(changed_at="2026-11-23T11:00:00+01:00"), late).changed_at == "2026-11-23T11:00:00+01:00"
    assert apply(entry(changed_at="2026-11-23T10:29:00+01:00"), late).changed_at == late.at


def test_what_another_page_wrote_meanwhile_is_kept():
    after = apply(entry(answers={"text": "theirs"}), edit("mine", was="before"))
    assert (after.answers, [former.answers for former in after.earlier]) == ({"text": "mine"}, [{"text": "theirs"}])


def test_clearing_keeps_what_another_page_wrote_meanwhile():
    after = apply(entry(answers={"text": "theirs"}), edit(None, was="before"))
    assert (after.answers, [former.answers for former in after.earlier]) == ({}, [{"text": "theirs"}])


@pytest.mark.parametrize("known", [{"was": "a"}, {"own": True}])
def test_what_the_page_knew_is_replaced_without_a_copy(known):
    own = known.pop("own", False)
    assert apply(entry(answers={"text": "a"}), edit("ab", **known), own=own).earlier == ()


def test_a_done_entry_that_is_opened_again_keeps_all_its_former_answers_once():
    done = entry(status="done", answers={"text": "a"}, links={"fear": "f"}, tags=("t",), for_date="2026")
    opened = apply(done, edit(["u"], prompt="tags", place="tags", was=["t"]))
    typed = apply(opened, edit("ab", was="a"))
    assert typed.status == "draft"
    assert [former.answers for former in typed.earlier] == [{"text": "a", "fear": "f", "tags": ["t"], "for-date": "2026"}]
    assert [former.at for former in typed.earlier] == [done.changed_at]


def test_a_done_entry_that_is_said_to_be_a_draft_keeps_its_former_answers_too():
    done = entry(status="done", answers={"text": "a"})
    opened = apply(done, edit("draft", act="status"))
    assert [former.answers for former in opened.earlier] == [{"text": "a"}]
    again = apply(apply(opened, edit("done", act="status")), edit("draft", act="status"))
    assert len(again.earlier) == 1


def test_an_answer_typed_before_done_that_comes_late_is_put_in_and_opens_nothing():
    done = entry(status="done", answers={"text": "a"})
    after = apply(done, edit("ab", was="a"), own=True, overtaken_by={"status"})
    assert (after.answers, after.status, after.earlier) == ({"text": "ab"}, "done", ())


def test_a_late_done_or_delete_does_not_undo_what_was_typed_since():
    typed = entry(answers={"text": "a"})
    assert apply(typed, edit("done", act="status"), overtaken_by={"answer/text"}) is typed
    assert apply(typed, edit(True, act="delete"), overtaken_by={"answer/text"}) is typed


def test_skipping_is_noted_once_and_taken_back():
    skipped = apply(apply(entry(), edit(True, act="skip")), edit(True, act="skip"))
    assert skipped.skipped == ("text",)
    assert apply(skipped, edit(False, act="skip")).skipped == ()


def test_an_answer_takes_back_the_skip_and_a_late_skip_does_not_return():
    answered = apply(entry(skipped=("text", "wish")), edit("x"))
    assert answered.skipped == ("wish",)
    assert apply(answered, edit(True, act="skip"), overtaken_by={"answer/text"}).skipped == ("wish",)


def test_deleting_sets_a_time_and_can_be_undone():
    deleted = apply(entry(answers={"text": "a"}), edit(True, act="delete"))
    assert (deleted.deleted_at, deleted.answers, deleted.counts) == (TIMES["at"], {"text": "a"}, False)
    assert apply(deleted, edit(True, act="delete", at="2026-11-23T12:00:00+01:00")).deleted_at == TIMES["at"]
    assert apply(deleted, edit(False, act="delete")).deleted_at is None


def test_words_written_in_a_deleted_entry_on_another_page_bring_it_back():
    assert apply(entry(deleted_at=TIMES["at"]), edit("new words")).deleted_at is None


def test_words_typed_before_the_same_page_deleted_the_entry_stay_deleted():
    after = apply(entry(deleted_at=TIMES["at"]), edit("late"), overtaken_by={"delete"})
    assert (after.deleted_at, after.answers) == (TIMES["at"], {"text": "late"})


@pytest.mark.parametrize("status", ["not-today", "rest"])
def test_not_today_and_rest_never_hide_answers(status):
    assert apply(entry(), edit(status, act="status")).status == status
    full = entry(answers={"text": "a"})
    assert apply(full, edit(status, act="status")) is full
    assert apply(entry(status=status), edit("after all")).status == "draft"


@pytest.mark.parametrize(
    ("fields", "counts"),
    [({}, False), ({"answers": {"a": 0}}, True), ({"links": {"a": "b"}}, True), ({"tags": ("a",)}, True), ({"for_date": "2026"}, False)],
)
def test_an_entry_counts_when_it_holds_an_answer(fields, counts):
    assert entry(**fields).counts is counts
    assert not any(entry(**fields, status=status).counts for status in ("not-today", "rest"))
    assert not entry(**fields, deleted_at=TIMES["at"]).counts


def test_what_a_page_said_last_in_each_place_is_known():
    heard = hear(hear({}, edit("a", seq=1)), edit(True, act="delete", seq=2, prompt="ignored"))
    assert is_old(heard, edit("a", seq=1))
    assert not is_old(heard, edit("b", seq=3))
    assert not is_old(heard, edit("b", seq=1, prompt="wish"))
    assert overtaken_by(heard, edit("a", seq=1)) == {"delete"}
    assert overtaken_by(heard, edit("a", seq=1, entry="other")) == overtaken_by(heard, edit("a", seq=1, page="other")) == set()


def test_the_last_writer_of_a_place_is_known():
    heard = hear(hear({}, edit("a", page="p")), edit("b", page="q"))
    assert is_own(heard, edit("c", page="q", seq=2))
    assert not is_own(heard, edit("c", page="p", seq=2))
    heard = hear(heard, edit("c", page="p", seq=2))
    assert is_own(heard, edit("d", page="p", seq=3))
    assert not is_own({}, edit("a"))


def test_a_month_remembers_only_so_much():
    heard = {}
    for number in range(3 * MOST):
        heard = hear(heard, edit("a", entry=f"e{number}"))
    assert len(heard) == MOST
    assert f"p e{3 * MOST - 1} answer/text" in heard


def test_an_entry_is_frozen():
    with pytest.raises(AttributeError):
        Entry(id="e", exercise="x", exercise_version=1, made_at="", changed_at="").status = "done"
