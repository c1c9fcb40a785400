"""Where an entry lies by its time, and what is refused because it has no time, or an odd id."""

import pytest

from newsoil._errors import BadAnswer
from reading_back import earlier, only


@pytest.mark.parametrize(
    ("made_at", "name"),
    [
        ("2026-11-30T23:59:59.999+13:45", "2026-11.json"),
        ("2026-12-01T00:00:00+13:45", "2026-12.json"),
        ("2026-12-31T23:59:59-11:00", "2026-12.json"),
        ("2027-01-01T00:00:00.000Z", "2027-01.json"),
        ("2028-02-29T12:00:00+00:00", "2028-02.json"),
    ],
)
def test_an_entry_lies_in_the_month_of_the_person_s_own_clock(store, page, made_at, name):
    store.record(page()("a", made_at=made_at, at=made_at))
    assert [path.name for path in store.entries.iterdir()] == [name]


def test_an_entry_that_is_changed_months_later_stays_in_its_month(store, page):
    one = page()
    store.record(one("a"))
    store.record(one("ab", at="2027-04-02T08:00:00+02:00"))
    assert [path.name for path in store.entries.iterdir()] == ["2026-11.json"]
    assert only(store).changed_at == "2027-04-02T08:00:00+02:00"


def test_one_entry_begun_by_two_pages_on_both_sides_of_a_month_keeps_both_their_words(store, page):
    one, two = page("one"), page("two")
    store.record(one("a", made_at="2026-11-30T23:59:00+01:00"))
    store.record(two("b", made_at="2026-12-01T00:01:00+01:00", at="2026-12-01T00:01:00+01:00"))
    entry = only(store)
    assert (entry.month, entry.answers, earlier(entry)) == ("2026-12", {"text": "b"}, [{"text": "a"}])


def test_entries_come_oldest_first_by_the_person_s_own_clock(store, page):
    one = page()
    for name, made_at in (
        ("late", "2026-12-01T00:00:00+13:45"),
        ("early", "2026-11-30T23:00:00-11:00"),
        ("same", "2026-11-30T23:00:00-11:00"),
    ):
        store.record(one(name, entry=name, made_at=made_at))
    assert [entry.id for entry in store.load().entries] == ["early", "same", "late"]


@pytest.mark.parametrize("field", ["made_at", "at"])
@pytest.mark.parametrize(
    "time",
    [
        "",
        "2026-11-23",
        "2026-11-31T10:00:00+01:00",
        "2026-11-23T25:00:00+01:00",
        "2026-11-23T10:00:00",
        "2026-11-23T10:00:00+99:00",
        "٢٠٢٦-11-23T10:00:00+01:00",
        "../../2026-11-23T10:00:00+01:00",
        "2026-11-23T10:00:00+01:00\n",
        "2026-11-23T10:00:00." + "1" * 5000 + "+01:00",
    ],
)
def test_an_edit_at_no_time_is_refused(store, home, page, field, time):
    with pytest.raises(BadAnswer):
        store.record(page()("a", **{field: time}))
    assert not home.exists()


@pytest.mark.parametrize("field", ["page", "entry"])
@pytest.mark.parametrize("name", ["", "a" * 101, "a b", "../x", "half \ud800", "line\n"])
def test_an_edit_with_an_odd_id_is_refused(store, home, page, field, name):
    with pytest.raises(BadAnswer):
        store.record(page()("a", **{field: name}))
    assert not home.exists()


def test_an_edit_to_an_entry_of_another_exercise_is_refused(store, page):
    store.record(page()("a"))
    with pytest.raises(BadAnswer, match="another exercise"):
        store.record(page("two")("b", exercise="trigger"))
    assert only(store).answers == {"text": "a"}
