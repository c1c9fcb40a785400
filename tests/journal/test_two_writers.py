"""Several kernels write to one journal: real processes at once, and every order of edits, losses and crashes that is thought of."""

import contextlib
import errno
import json
import multiprocessing
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from newsoil._errors import NotSaved
from newsoil.journal import Edit, Store, change_settings, read_settings
from newsoil.journal.heard import is_old
from newsoil.journal.months import read
from newsoil.journal.record import PUT_OFF

TIMES = {"made_at": "2026-11-23T10:00:00+01:00", "at": "2026-11-23T10:00:00+01:00"}
EDITS = 120


def write_many(home, name):
    """A kernel in a process of its own: entries of its own, prompts of its own in a shared entry, and one prompt that all fight for."""
    store = Store(home)
    for number in range(EDITS):
        base = {"page": f"{name}{number}", "seq": 1, "exercise": "journal", "act": "answer", **TIMES}
        store.record(Edit(**base, entry=f"{name}{number}", prompt="text", value=f"{name} {number}"))
        store.record(Edit(**base, entry="shared", prompt=f"{name}-{number}", value=f"{name} {number}"))
        store.record(Edit(**base, entry="shared", prompt="fought-for", value=f"{name} {number}"))


def choose_many(folder, name):
    for number in range(EDITS):
        change_settings(folder, {"stage": f"{number}"} if name == "stage" else {"theme": ("dark", "light")[number % 2]})


def together(target, place, names):
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=target, args=(place, name)) for name in names]
    for process in processes:
        process.start()
    while any(process.is_alive() for process in processes):
        yield
        processes[0].join(0.02)
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * len(names)


@pytest.mark.tries("two-writers")
def test_three_processes_that_write_one_month_at_once_lose_nothing(tmp_path, tried):
    watcher, seen = Store(tmp_path), 0
    for _ in together(write_many, tmp_path, "abc"):
        journal = watcher.load()
        assert journal.unreadable == ()
        assert len(journal.entries) >= seen
        seen = len(journal.entries)
    journal = watcher.load()
    names = {f"{name} {number}" for name in "abc" for number in range(EDITS)}
    entries = {entry.id: entry for entry in journal.entries}
    shared = entries.pop("shared")
    assert {entry.answers["text"] for entry in entries.values()} == names
    assert {value for prompt, value in shared.answers.items() if prompt != "fought-for"} == names
    fought = {former.answers["fought-for"] for former in shared.earlier} | {shared.answers["fought-for"]}
    assert fought == names
    assert sorted(path.name for path in watcher.entries.iterdir()) == ["2026-11.json"]
    tried(3 * 3 * EDITS)


def test_two_processes_that_change_settings_at_once_lose_none(tmp_path):
    for _ in together(choose_many, tmp_path, ["stage", "theme"]):
        pass
    chosen = read_settings(tmp_path)
    assert (chosen.stage, chosen.theme) == (str(EDITS - 1), "light" if EDITS % 2 == 0 else "dark")


PLACES = {"text": "answers", "wish": "answers", "fear": "links", "tags": "tags"}


class Page:
    """What one open page believes, and its edits that nobody has acknowledged."""

    def __init__(self, number):
        self.number, self.loads = number, 0
        self.reload({})

    def reload(self, shown):
        self.loads += 1
        self.name, self.seq = f"page{self.number}.{self.loads}", 0
        self.believes = dict(shown)
        self.waiting, self.posted = {}, []


class TwoPages(RuleBasedStateMachine):
    """Two pages on one entry, two kernels, and everything between them that can go wrong.

    The model knows for each prompt what was acknowledged and by whom. A value may go only when the page that wrote it, or one that
    had seen it, put another in its place; all else must be in the entry or in `earlier`, for ever.
    """

    def __init__(self):
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="newsoil-"))
        self.kernels = [Store(self.home), Store(self.home)]
        self.pages = [Page(0), Page(1)]
        self.words, self.clock = 0, 0
        self.must: dict[str, list[tuple[str, str]]] = {prompt: [] for prompt in PLACES}
        self.newest: dict[tuple[str, str], int] = {}
        self.spoilt: dict[Path, tuple[bytes, bytes]] = {}
        self.was_spoilt = False

    def teardown(self):
        shutil.rmtree(self.home)

    # ---- what pages do -------------------------------------------------------------------------------------------

    @rule(page=st.integers(0, 1), prompt=st.sampled_from(sorted(PLACES)), clears=st.integers(0, 4).map(lambda one: one == 0))
    def type(self, page, prompt, clears):
        self.words += 1
        word = None if clears else [f"word {self.words}"] if prompt == "tags" else f"word {self.words}"
        self._put(self.pages[page], "answer", prompt, word)

    @rule(page=st.integers(0, 1), status=st.sampled_from(["done", "draft", "not-today", "rest"]))
    def set_status(self, page, status):
        self._put(self.pages[page], "status", "", status)

    @rule(page=st.integers(0, 1), act=st.sampled_from(["delete", "skip"]), value=st.booleans())
    def delete_or_skip(self, page, act, value):
        self._put(self.pages[page], act, "text" if act == "skip" else "", value)

    def _put(self, page, act, prompt, value):
        """As `outbox.js` does: a newer edit of a place takes over what the one before it believed."""
        self.clock += 1
        page.seq += 1
        before = page.waiting.get((act, prompt))
        was = before.was if before else page.believes.get(prompt)
        at = f"2026-11-23T{10 + self.clock // 3600:02}:{self.clock // 60 % 60:02}:{self.clock % 60:02}+01:00"
        place = PLACES.get(prompt, "answers")
        page.waiting[act, prompt] = Edit(
            page=page.name, seq=page.seq, exercise="journal", entry="e1", made_at=TIMES["made_at"], at=at, act=act, prompt=prompt,
            place=place, value=value, was=was if act == "answer" else None,
        )  # fmt: skip
        if act == "answer":
            page.believes[prompt] = value

    # ---- what becomes of messages --------------------------------------------------------------------------------

    @rule(page=st.integers(0, 1), kernel=st.integers(0, 1), pick=st.integers(0, 9), answered=st.booleans())
    def send(self, page, kernel, pick, answered):
        page = self.pages[page]
        if not page.waiting:
            return
        slot = sorted(page.waiting)[pick % len(page.waiting)]
        edit = page.waiting[slot]
        page.posted.append(edit)
        self._arrive(edit, kernel)
        if answered:
            del page.waiting[slot]

    @rule(page=st.integers(0, 1), kernel=st.integers(0, 1), pick=st.integers(0, 99))
    def an_old_message_arrives(self, page, kernel, pick):
        posted = self.pages[page].posted
        if posted:
            self._arrive(posted[pick % len(posted)], kernel)

    @rule(
        page=st.integers(0, 1),
        kernel=st.integers(0, 1),
        call=st.sampled_from(["open", "write", "fsync", "replace", "listdir"]),
        number=st.integers(1, 4),
    )
    def the_disk_refuses(self, page, kernel, call, number):
        page = self.pages[page]
        if not page.waiting:
            return
        edit = page.waiting[min(page.waiting)]
        page.posted.append(edit)
        with self._failing(call, number):
            self._arrive(edit, kernel)

    @contextlib.contextmanager
    def _failing(self, call, number):
        real, count = getattr(os, call), 0

        def failing(*args, **named):
            nonlocal count
            count += 1
            if count >= number:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*args, **named)

        setattr(os, call, failing)
        try:
            yield
        finally:
            setattr(os, call, real)

    def _arrive(self, edit, kernel):
        before = self._entry()
        try:
            after = self.kernels[kernel].record(edit)
        except NotSaved:
            self._refused(edit)
            return
        self._acknowledged(edit, before, after)

    def _refused(self, edit):
        """The edit may be on disk all the same, when only the folder could not be settled: then it counts as there."""
        if edit.act == "answer" and any(is_old(read(path).heard, edit) for path in self._files()):
            self._lands(edit)

    def _acknowledged(self, edit, before, after):
        if edit.act != "answer":
            return
        is_newest = edit.seq > self.newest.get((edit.page, edit.prompt), 0)
        self._lands(edit)
        if not self.was_spoilt:
            assert _value(after, edit.prompt) == (edit.value if is_newest else before and _value(before, edit.prompt))

    def _lands(self, edit):
        if edit.seq > self.newest.get((edit.page, edit.prompt), 0):
            self.newest[edit.page, edit.prompt] = edit.seq
            self._replaced(edit)

    def _replaced(self, edit):
        """What the page wrote itself, or had seen, may go; what it wrote now must stay."""
        must = [(page, value) for page, value in self.must[edit.prompt] if page != edit.page and value != edit.was]
        self.must[edit.prompt] = [*must, (edit.page, edit.value)] if edit.value is not None else must

    # ---- what happens to kernels, pages and files ------------------------------------------------------------------

    @rule(kernel=st.integers(0, 1))
    def a_kernel_starts_anew(self, kernel):
        self.kernels[kernel] = Store(self.home)

    @rule(page=st.integers(0, 1))
    @precondition(lambda self: not self.spoilt)
    def a_page_is_loaded_anew(self, page):
        entry = self._entry()
        self.pages[page].reload(entry.values if entry else {})

    @rule(junk=st.sampled_from([b"", b"{", b'{"format": "newsoil-entries", "schema_version": 9}', b"[" * 50_000]))
    @precondition(lambda self: len(self.spoilt) < 2 and self.clock % 3 == 0)
    def a_file_is_spoilt(self, junk):
        whole = [path for path in self._files() if path not in self.spoilt]
        if whole:
            self.spoilt[whole[-1]] = (whole[-1].read_bytes(), junk)
            whole[-1].write_bytes(junk)
            self.was_spoilt = True

    @rule()
    @precondition(lambda self: self.spoilt)
    def the_files_are_repaired(self):
        for path, (content, junk) in self.spoilt.items():
            assert path.read_bytes() == junk
            path.write_bytes(content)
        self.spoilt = {}

    # ---- what holds ------------------------------------------------------------------------------------------------

    def _files(self):
        return sorted((self.home / "journals" / "mine" / "entries").glob("*.json"))

    def _entry(self):
        entries = Store(self.home).load().entries
        assert len(entries) <= 1
        return entries[0] if entries else None

    @invariant()
    def nothing_acknowledged_is_ever_absent(self):
        if self.spoilt:
            assert len(Store(self.home).load().unreadable) == len(self.spoilt)
            return
        entry = self._entry()
        for prompt, kept in self.must.items():
            for _, value in kept:
                assert value == _value(entry, prompt) or any(former.answers.get(prompt) == value for former in entry.earlier)

    @invariant()
    def words_are_never_where_nobody_sees_them(self):
        entry = self._entry()
        if entry and not self.was_spoilt:
            assert not (entry.status in PUT_OFF and entry.values)
            assert not set(entry.skipped) & {prompt for prompt in entry.values if prompt != "text"}

    @invariant()
    def what_was_kept_is_kept_once(self):
        entry = self._entry()
        former = [json.dumps(former.answers, sort_keys=True) for former in entry.earlier] if entry else []
        assert len(former) == len(set(former))


def _value(entry, prompt):
    return entry.values.get(prompt)


TwoPages.TestCase.settings = settings(max_examples=150, stateful_step_count=40)
TestTwoPages = TwoPages.TestCase
