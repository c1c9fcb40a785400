"""The door of a room: who guesses waits, who knows the code does not, and one address is not given all seats."""

import asyncio
from types import SimpleNamespace

import pytest

from newsoil.server.room.door import CodeDoor
from newsoil.server.room.guesses import InAMinute
from newsoil.workshop.codes import LENGTH, SIGNS
from newsoil.workshop.refused import Refused
from servers import in_a_loop


class Asking:
    """A browser that asks, with nothing but an address and cookies."""

    def __init__(self, address="192.168.1.7"):
        self.request, self.settings, self.cookies = SimpleNamespace(remote_ip=address), {"base": "/"}, {}

    def get_signed_cookie(self, name, **_):
        return self.cookies.get(name)

    def set_signed_cookie(self, name, value, **_):
        self.cookies[name] = value.encode()


class Tried:
    """A door with a clock of its own, and how long each code has waited."""

    def __init__(self, room):
        self.room, self.now, self.waited = room, 0.0, []
        self.door = CodeDoor(room, lambda: self.now, self._wait)

    async def _wait(self, seconds):
        self.waited.append(seconds)
        until = self.now + seconds
        await asyncio.sleep(0)
        self.now = max(self.now, until)

    async def code(self, code="AAAAAA", address="192.168.1.7"):
        """The reason for which a code was not taken; nothing where it was."""
        try:
            await self.door.join(Asking(address), code)
        except Refused as refused:
            return refused.reason
        return ""

    async def wrong(self, number, address="192.168.1.7"):
        return [await self.code(address=address) for _ in range(number)]

    def key(self, key="0" * 32):
        asking = Asking()
        try:
            self.door.enter(asking, key)
        except Refused as refused:
            return refused.reason
        return ""


def tried(test):
    def run(room):
        in_a_loop(test(Tried(room)))

    run.__name__ = test.__name__
    return run


@tried
async def test_twelve_wrong_codes_wait_for_nothing(tried):
    assert await tried.wrong(12) == ["wrong-code"] * 12
    assert tried.waited == []


@tried
async def test_after_these_each_waits_longer_but_never_for_more_than_a_second_one_by_one(tried):
    await tried.wrong(20)
    assert tried.waited == [0.25, 0.5, 0.75, 1, 1, 1, 1, 1]


@tried
async def test_a_right_code_waits_beside_wrong_ones_for_three_seconds_at_most(tried):
    await tried.wrong(40)
    async with asyncio.TaskGroup() as group:
        others = group.create_task(tried.code())
        right = group.create_task(tried.code(tried.room.code))
    assert (others.result(), right.result()) == ("wrong-code", "")
    assert tried.waited[-1] <= 3


@tried
async def test_more_codes_at_once_make_guessing_no_faster(tried):
    await tried.wrong(16)
    began = tried.now
    said = await asyncio.gather(*(tried.code() for _ in range(100)))
    assert said.count("wrong-code") == 3
    assert said.count("too-many-codes") == 97
    assert tried.now - began == 3


@tried
async def test_another_address_waits_for_nothing_and_is_looked_at_though_many_guess(tried):
    for number in range(250):
        await tried.wrong(3, f"10.0.0.{number}")
    assert await tried.code(tried.room.code, "10.0.0.251") == ""
    assert await tried.code(tried.room.code, "10.0.0.1") == "too-many-codes"
    tried.now += 61
    assert await tried.code(tried.room.code, "10.0.0.1") == ""
    assert tried.waited == []


@tried
async def test_all_together_have_six_hundred_looks_a_minute(tried):
    said = [await tried.code(address=f"10.0.{number // 250}.{number % 250}") for number in range(1000)]
    assert said.count("wrong-code") == 600
    assert len(SIGNS) ** LENGTH / (600 * 60 * 12) > 560


@tried
async def test_one_address_has_some_75_looks_a_minute(tried):
    looked = 0
    while tried.now < 60:
        looked += await tried.code() == "wrong-code"
    assert 70 <= looked <= 75


@tried
async def test_a_right_key_is_never_kept_waiting_and_wrong_ones_are_no_codes(tried):
    assert [tried.key() for _ in range(14)] == ["wrong-key"] * 12 + ["too-many-codes"] * 2
    await tried.wrong(30)
    assert tried.key(tried.room.keys["facilitator"]) == ""
    waited = len(tried.waited)
    assert await tried.code(tried.room.code, "192.168.1.8") == ""
    assert len(tried.waited) == waited


@tried
async def test_one_address_is_given_sixty_seats_a_minute(tried):
    said = [await tried.code(tried.room.code) for _ in range(62)]
    assert said == [""] * 60 + ["too-many-seats"] * 2
    assert await tried.code(tried.room.code, "192.168.1.8") == ""
    tried.now += 61
    assert await tried.code(tried.room.code) == ""


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_this_computer_is_given_as_many_as_it_asks_for(room, address):
    async def whole():
        door = Tried(room)
        assert {await door.code(room.code, address) for _ in range(300)} == {""}

    in_a_loop(whole())


@tried
async def test_whoever_has_a_seat_asks_for_none(tried):
    asking = Asking()
    for _ in range(100):
        await tried.door.join(asking, tried.room.code)


def test_what_is_counted_is_forgotten_after_a_minute():
    now = [0.0]
    counted = InAMinute(lambda: now[0])
    counted.add("somebody")
    assert (counted["somebody"], counted.all()) == (1, 1)
    now[0] = 61
    assert (counted["somebody"], counted.all()) == (0, 0)
