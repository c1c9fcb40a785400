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


@pytest.mark.parametrize(("said", "size"), [("0", 0), ("5", 5), ("", pool.SIZE), ("many", pool.SIZE)])
def test_the_environment_may_say_how_many_pages_are_kept(monkeypatch, said, size):
    monkeypatch.setenv("NEWSOIL_POOL", said)
    assert pool_size() == size
