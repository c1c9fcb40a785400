"""A room for a small meeting."""

import msgspec
import pytest
from held_meeting import listed, opened
from small_meeting import NAMES, RAW, Turned, join

from newsoil._paths import programme_folder
from newsoil.workshop.opening import open_meeting
from newsoil.workshop.plan import Plan
from newsoil.workshop.programme import Programme, Programmes
from newsoil.workshop.room import Room
from newsoil.workshop.support_list import keep_list
from newsoil.workshop.words import read_words


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


@pytest.fixture
def programmes(plan):
    whole = Programme(id="whole", title="Whole", about="All.", meetings=("small",))
    return Programmes(programmes=(whole,), plans={"small": plan})


@pytest.fixture
def shelf(tmp_path):
    shelf = tmp_path / "workshops"
    keep_list(shelf, listed())
    return shelf


@pytest.fixture
def meeting(shelf, programmes):
    return opened(shelf, programmes)


@pytest.fixture
def in_our_words(tmp_path, programmes):
    """A meeting with the words that come with New Soil, and no list of help yet."""
    return open_meeting(tmp_path / "workshops", programmes, read_words(programme_folder()))
