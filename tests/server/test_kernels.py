"""A kernel ends when its page is left, and not before it has worked off what the page sent."""

import asyncio

import pytest

from newsoil.server import kernels
from newsoil.server.configuration import configuration
from newsoil.server.kernels import PatientKernelManager
from warm_rooms import in_a_loop, settings

pytestmark = pytest.mark.usefixtures("own_factory", "own_folder")


@pytest.fixture(autouse=True)
def _ordinary(monkeypatch):
    """Each kernel is a process of its own, started as the app starts it."""
    monkeypatch.setenv("NEWSOIL_WARM", "0")


def test_a_kernel_that_is_told_to_end_first_does_what_was_sent_to_it(tmp_path):
    mark = tmp_path / "mark"
    assert in_a_loop(work_then_end(f"import time; time.sleep(2.5); open({str(mark)!r}, 'w').write('done')")) is True
    assert mark.read_text() == "done"


def test_a_kernel_that_hangs_is_ended_all_the_same(monkeypatch):
    monkeypatch.setattr(kernels, "WRITTEN", 0.5)
    assert in_a_loop(work_then_end("import time; time.sleep(600)")) is True


async def work_then_end(code):
    """Send work to a new kernel as a page does, tell the kernel to end at once, and say whether it is gone."""
    config = settings()
    config.KernelManager.shutdown_wait_time = 0.5  # so that a kernel which is not waited for does not finish by luck
    manager = PatientKernelManager(config=config)
    kernel = await manager.start_kernel(kernel_name="python3")
    client = manager.get_kernel(kernel).client()
    client.start_channels()
    await client.wait_for_ready(timeout=60)
    client.execute(code)
    await manager.shutdown_kernel(kernel)
    client.stop_channels()
    return kernel not in manager


@pytest.mark.parametrize("kernel", ["no-such-kernel"])
def test_ending_a_kernel_that_is_gone_is_no_error(kernel):
    assert in_a_loop(PatientKernelManager().shutdown_kernel(kernel)) is None


def test_a_kernel_that_no_page_is_connected_to_ends_by_itself():
    async def left_alone():
        config = settings()
        config.MappingKernelManager.cull_idle_timeout = 1
        config.MappingKernelManager.cull_interval = 1
        gone = asyncio.Event()

        class Watched(PatientKernelManager):
            async def shutdown_kernel(self, *args, **options):
                await super().shutdown_kernel(*args, **options)
                gone.set()

        manager = Watched(config=config)
        kernel = await manager.start_kernel(kernel_name="python3")
        await asyncio.wait_for(gone.wait(), 60)
        return kernel not in manager

    assert in_a_loop(left_alone()) is True


def test_a_page_that_is_only_read_keeps_its_line():
    settings = configuration().Voila.tornado_settings
    assert settings["ws_ping_timeout"] >= 2 * settings["ws_ping_interval"], "the first ping would close the line"


def test_the_app_ends_idle_kernels():
    settings = configuration()
    assert 0 < settings.MappingKernelManager.cull_idle_timeout <= 3600
    assert settings.MappingKernelManager.cull_interval > 0
