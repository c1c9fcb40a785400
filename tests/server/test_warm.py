"""Kernels forked from a warm process are as ordinary kernels are."""

import os

import pytest
from jupyter_client.provisioning import KernelProvisionerFactory

from newsoil.server.kernels import encryption
from newsoil.server.warm import WarmProvisioner
from newsoil.server.warm.provisioner import MODULES
from warm_rooms import (
    PATIENCE,
    WARM,
    a_room,
    in_a_loop,
    is_forked,
)

pytestmark = WARM


def test_the_setting_chooses_the_provisioner():
    async def chosen(name):
        KernelProvisionerFactory.clear_instance()
        async with a_room(name=name) as room:
            kernel = await room.start()
            return type(room.of(kernel)) is WarmProvisioner, await is_forked(room, kernel)

    assert in_a_loop(chosen("newsoil-warm")) == (True, True)
    assert in_a_loop(chosen("local-provisioner")) == (False, False)


def test_a_forked_kernel_has_imported_what_the_page_needs_and_nothing_heavier():
    async def imported():
        async with a_room() as room:
            kernel = await room.start()
            return await room.ask(kernel, "sorted(sys.modules)", "import sys")

    modules = in_a_loop(imported())
    assert {*MODULES, "ipykernel.ipkernel"} <= {*modules}
    assert not {"pandas", "plotly", "numpy"} & {*modules}


def test_a_forked_kernel_looks_as_an_ordinary_one_does():
    seen = """
import os, signal, sys, threading
looks = {
    "argv": [os.path.basename(sys.argv[0]), sys.argv[1]],
    "path": sys.path,
    "parent": os.environ["JPY_PARENT_PID"],
    "env": sorted(os.environ),
    "own session": os.getsid(0) == os.getpgid(0) == os.getpid(),
    "interrupt": str(signal.getsignal(signal.SIGINT)),
    "terminate": str(signal.getsignal(signal.SIGTERM)),
    "children": str(signal.getsignal(signal.SIGCHLD)),
    "stdin": os.read(0, 1).decode(),
    "comms": type(get_ipython().kernel.comm_manager).__module__,
    "one comm manager": __import__("comm").get_comm_manager() is get_ipython().kernel.comm_manager,
    "garbage": __import__("gc").isenabled(),
    "main": sys.modules["__main__"].__dict__ is globals(),
}
"""

    async def looks(name):
        KernelProvisionerFactory.clear_instance()
        async with a_room(name=name) as room:
            return await room.ask(await room.start(), "looks", seen)

    forked, ordinary = in_a_loop(looks("newsoil-warm")), in_a_loop(looks("local-provisioner"))
    assert forked == ordinary
    assert forked["own session"] is forked["one comm manager"] is True


def test_the_line_to_a_forked_kernel_is_encrypted():
    if encryption() == "disabled":
        pytest.skip("this build of ZeroMQ cannot")

    async def keys():
        async with a_room() as room:
            kernel = await room.start()
            of_the_manager = room.manager.get_kernel(kernel).curve_publickey.decode()
            app = "get_ipython().kernel.parent.curve_publickey.decode()"
            return of_the_manager, await room.ask(kernel, app), await is_forked(room, kernel)

    of_the_manager, of_the_kernel, forked = in_a_loop(keys())
    assert of_the_manager == of_the_kernel
    assert forked


def test_a_page_gets_the_widgets_of_a_forked_kernel():
    async def states():
        async with a_room() as room:
            kernel = await room.start()
            await room.ask(kernel, "w.value", "import ipywidgets\nw = ipywidgets.IntSlider(7)")
            client = room.clients[kernel]
            opened = {"comm_id": "control", "target_name": "jupyter.widget.control", "data": {}}
            client.shell_channel.send(client.session.msg("comm_open", opened, metadata={"version": "1.0.0"}))
            asked = {"comm_id": "control", "data": {"method": "request_states"}}
            client.shell_channel.send(client.session.msg("comm_msg", asked))
            while True:
                message = await client.get_iopub_msg(timeout=PATIENCE)
                if message["msg_type"] == "comm_msg" and message["content"]["comm_id"] == "control":
                    return message["content"]["data"]

    answer = in_a_loop(states())
    assert answer["method"] == "update_states"
    assert 7 in [state["state"].get("value") for state in answer["states"].values()]


def test_a_page_can_make_a_widget_in_a_forked_kernel():
    async def made():
        async with a_room() as room:
            kernel = await room.start()
            client = room.clients[kernel]
            state = {"_model_module": "@jupyter-widgets/controls", "_model_name": "IntSliderModel", "_model_module_version": "2.0.0"}
            view = {"_view_module": "@jupyter-widgets/controls", "_view_name": "IntSliderView", "_view_module_version": "2.0.0"}
            data = {"state": {**state, **view, "value": 3}, "buffer_paths": []}
            opened = {"comm_id": "made", "target_name": "jupyter.widget", "data": data}
            client.shell_channel.send(client.session.msg("comm_open", opened, metadata={"version": "2.0.0"}))
            return await room.ask(
                kernel, "[w.value for w in Widget.widgets.values() if w.model_id == 'made']", "from ipywidgets import Widget"
            )

    assert in_a_loop(made()) == [3]


def test_two_forked_kernels_share_no_chance_no_environment_and_no_folder(tmp_path, monkeypatch):
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()

    async def both():
        async with a_room() as room:
            kernels = [await room.start(cwd=str(folder), env={**os.environ, "JUPYTER_WHOSE": folder.name}) for folder in folders]
            monkeypatch.setenv("JUPYTER_ONLY_THE_SERVERS", "1")
            seen = "os.environ.get('JUPYTER_WHOSE'), os.getcwd(), 'JUPYTER_ONLY_THE_SERVERS' in os.environ"
            asked = f"random.random(), uuid.uuid4().hex, {seen}, os.getpid()"
            told = [await room.ask(kernel, f"[{asked}]", "import os, random, uuid") for kernel in kernels]
            assert all([await is_forked(room, kernel) for kernel in kernels])
            return told

    one, two = in_a_loop(both())
    assert not {one[0], one[1], one[5]} & {two[0], two[1], two[5]}
    assert [one[2], two[2]] == ["one", "two"]
    assert [one[3], two[3]] == [str(folder) for folder in folders]
    assert one[4] is two[4] is False


def test_a_forked_kernel_holds_nothing_of_the_warm_process_or_of_other_kernels():
    async def held():
        async with a_room() as room:
            kernels = [await room.start() for _ in range(3)]
            asked = (
                "[os.readlink(f'/proc/self/fd/{file}') for file in os.listdir('/proc/self/fd') if os.path.exists(f'/proc/self/fd/{file}')]"
            )
            return await room.ask(kernels[-1], f"{asked}", "import os")

    assert sum("pidfd" in link for link in in_a_loop(held())) == 1, "it watches the server and nobody else"
