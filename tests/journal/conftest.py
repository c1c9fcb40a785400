"""Journals that several files of tests begin with."""

import pytest

from newsoil.journal.sealing import seal
from seals import CHEAP, PHRASE, RECOVERY, write_all


@pytest.fixture
def written(store, page):
    """A plain journal with something of everything."""
    write_all(store, page)
    return store


@pytest.fixture
def sealed(written):
    """The same one, sealed and open."""
    assert seal(written, PHRASE, RECOVERY, CHEAP) == ()
    return written
