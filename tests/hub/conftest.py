"""A whole hub for the tests that need one: the hub, its proxy, a room, and servers of people, all on this computer."""

import pytest

from hub_stand import Hub


@pytest.fixture(scope="session")
def hub(tmp_path_factory):
    """One hub for all tests; it takes a while to start, and to end."""
    stand = Hub(tmp_path_factory.mktemp("hub"))
    stand.start()
    yield stand
    stand.stop()


@pytest.fixture(scope="session")
def ana(hub):
    """A participant whose server runs."""
    return hub.with_a_server("ana")


@pytest.fixture(scope="session")
def ben(hub):
    """Another one."""
    return hub.with_a_server("ben")


@pytest.fixture(scope="session")
def fay(hub):
    """The facilitator."""
    return hub.signed_in("fay")
