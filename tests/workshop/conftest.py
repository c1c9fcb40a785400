"""A room for a small meeting."""

import msgspec
import pytest
from small_meeting import NAMES, RAW, Turned, join

from newsoil.workshop.plan import Plan
from newsoil.workshop.room import Room


@pytest.fixture
def turned():
    return Turned()


@pytest.fixture
def plan():
    return msgspec.convert(RAW, Plan)


@pytest.fixture
def room(plan, turned):
    return Room.new(plan, NAMES, clocks=turned.clocks())


@pytest.fixture
def at_pulse(room):
    """A room at its pulse, with eight phones."""
    join(room, 8)
    room.start()
    room.move("pulse")
    return room
