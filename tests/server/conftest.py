"""What keeps tests of forked kernels apart; a file asks for all of it by the marks `warm_rooms.WARM`."""

import pytest
from jupyter_client.provisioning import KernelProvisionerFactory

from newsoil.server.warm import kernel as kernel_module
from newsoil.server.warm.asking import asker
from newsoil.server.warm.provisioner import MODULES
from warm_rooms import PATIENCE, in_a_loop


@pytest.fixture(scope="module")
def own_warm_process():
    """No warm process of other tests is used, and none is left to them."""
    in_a_loop(asker(MODULES).cool_down())
    yield
    in_a_loop(asker(MODULES).cool_down())


@pytest.fixture
def own_factory():
    """jupyter_client reads once for a whole process which provisioner is wanted."""
    KernelProvisionerFactory.clear_instance()
    yield
    KernelProvisionerFactory.clear_instance()


@pytest.fixture
def own_folder(tmp_path, monkeypatch):
    """A manager without a server writes the files of its kernels where it is, and a killed kernel leaves its own behind."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def patience(monkeypatch):
    """However busy the computer is, the warm process has time to say how a kernel ended."""
    monkeypatch.setattr(kernel_module, "STATUS_SECONDS", PATIENCE)
