"""A pool of pages hands out only pages whose kernels live, and makes others when nobody needs the computer more."""

import asyncio

import pytest

from newsoil.server import pool
from newsoil.server.pool import PagePool, ReadyPage, pool_size
from servers import in_a_loop

SOON = 5
"""Seconds in which something has to have happened, on however busy a computer."""


class Kernels:
    """Kernels that live until they are killed, as far as a pool asks."""

    def __init__(self):
        self.kept, self.handed_out, self.dead, self.discarded = set(), [], set(), []

    async def lives(self, kernel_id):
        return kernel_id not in self.dead

    def hand_out(self, kernel_id):
        self.handed_out.append(kernel_id)

    async def discard(self, kernel_id):
        self.discarded.append(kernel_id)


class Maker:
    """Makes a page at each call, as soon as it may."""

    def __init__(self):
        self.made, self.may, self.broken = 0, asyncio.Event(), False
        self.may.set()

    async def __call__(self):
        await self.may.wait()
        if self.broken:
            raise RuntimeError("no kernel")
        self.made += 1
        return ReadyPage(f"kernel {self.made}", (f"page {self.made}",))


@pytest.fixture(autouse=True)
def calm(monkeypatch):
    monkeypatch.setattr(pool, "CALM_SECONDS", 0.02)


def in_a_pool(size, work):
    """Run `work` with a pool of this size, its maker and its kernels."""

    async def run():
        make, kernels = Maker(), Kernels()
        pages = PagePool(make, kernels, size)
        await asyncio.wait_for(work(pages, make, kernels), SOON)

    in_a_loop(run())


async def filled(pages):
    """Wait until the pool makes no more pages."""
    await pages._filling


async def stays_empty(pages):
    """For a moment, in which a page could be made many times over, the pool stays as it is."""
    await asyncio.wait({pages._filling}, timeout=0.1)
    assert pages.ready == 0


def test_a_pool_is_filled_and_filled_again_after_a_page_was_taken():
    async def work(pages, make, kernels):
        pages.fill()
        await filled(pages)
        assert await pages.take() == ReadyPage("kernel 1", ("page 1",))
        assert kernels.handed_out == ["kernel 1"]
        await filled(pages)
        assert (pages.ready, make.made) == (2, 3)

    in_a_pool(2, work)


def test_a_page_whose_kernel_has_ended_is_never_handed_out():
    async def work(pages, _, kernels):
        pages.fill()
        await filled(pages)
        kernels.dead = {"kernel 1", "kernel 2"}
        assert await pages.take() is None
        assert kernels.discarded == ["kernel 1", "kernel 2"]
        await filled(pages)
        assert (await pages.take()).kernel == "kernel 3"

    in_a_pool(2, work)


def test_who_comes_before_a_page_is_ready_gets_none_and_does_not_wait():
    async def work(pages, make, _):
        make.may.clear()
        pages.fill()
        assert await pages.take() is None
        make.may.set()
        await filled(pages)
        assert pages.ready == 1

    in_a_pool(1, work)


def test_no_page_is_made_while_a_visitors_own_is_being_made():
    async def work(pages, make, _):
        async with pages.visit():
            pages.fill()
            await stays_empty(pages)
        await filled(pages)
        assert make.made == 1

    in_a_pool(1, work)


def test_a_page_that_cannot_be_made_is_tried_again_at_the_next_visit_and_not_before():
    async def work(pages, make, _):
        make.broken = True
        pages.fill()
        await filled(pages)
        make.broken = False
        await stays_empty(pages)
        assert await pages.take() is None
        await filled(pages)
        assert pages.ready == 1

    in_a_pool(1, work)


def test_a_pool_of_no_pages_makes_none():
    async def work(pages, make, _):
        pages.fill()
        assert await pages.take() is None
        assert (pages._filling, make.made) == (None, 0)

    in_a_pool(0, work)


class Journal:
    """Since when a journal is as pages read it."""

    def __init__(self):
        self.since = 1

    def __call__(self):
        return self.since


def with_a_journal(work):
    """Run `work` with a full pool of two pages that have read a journal, and with that journal."""

    async def run():
        make, kernels, journal = Maker(), Kernels(), Journal()
        pages = PagePool(make, kernels, 2, journal)
        pages.fill()
        await filled(pages)
        await asyncio.wait_for(work(pages, make, kernels, journal), SOON)

    in_a_loop(run())


@pytest.mark.parametrize("since", [None, 2], ids=["sealed", "erased"])
def test_kernels_that_read_what_was_sealed_or_erased_since_are_ended_and_others_made(since):
    async def work(pages, _, kernels, journal):
        journal.since = since
        await pages.renew()
        assert kernels.discarded == ["kernel 1", "kernel 2"]
        await filled(pages)
        await pages.renew()
        assert (pages.ready, len(kernels.discarded)) == (2, 2)
        assert (await pages.take()).kernel == "kernel 3"

    with_a_journal(work)


def test_a_kernel_that_read_what_was_sealed_since_is_handed_out_to_nobody():
    async def work(pages, _, kernels, journal):
        journal.since = None
        assert await pages.take() is None
        assert (kernels.discarded, kernels.handed_out) == (["kernel 1", "kernel 2"], [])

    with_a_journal(work)


def test_kernels_that_waited_before_there_was_a_note_stay():
    async def work(pages, make, kernels):
        pages.fill()
        await filled(pages)
        pages._read_since = lambda: 1
        await pages.renew()
        assert (pages.ready, make.made, kernels.discarded) == (2, 2, [])

    in_a_pool(2, work)


def test_what_is_erased_while_a_page_is_being_made_is_not_kept_by_it():
    async def work(pages, make, kernels, journal):
        await pages.take()
        make.may.clear()
        await asyncio.wait({pages._filling}, timeout=0.1)
        journal.since = 2
        make.may.set()
        await filled(pages)
        await pages.renew()
        assert kernels.discarded == ["kernel 2", "kernel 3"]

    with_a_journal(work)


@pytest.mark.parametrize(("said", "size"), [("0", 0), ("5", 5), ("", pool.SIZE), ("many", pool.SIZE)])
def test_the_environment_may_say_how_many_pages_are_kept(monkeypatch, said, size):
    monkeypatch.setenv("NEWSOIL_POOL", said)
    assert pool_size() == size
