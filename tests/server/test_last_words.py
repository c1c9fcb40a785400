"""The last words of a page that is left: edits alone go on to its kernel, and the kernel works them off before it answers."""

import asyncio
import json

import pytest
from tornado.web import HTTPError
from traitlets.config import Config

from newsoil.server.kernels import PatientKernelManager, encryption
from newsoil.server.own_kernel import MOST_EDITS, last_words
from servers import in_a_loop

EDIT = {"kind": "edit", "page": "p1", "seq": 1, "exercise": "journal", "act": "answer", "prompt": "text", "value": "A word."}


def said(line="w1", edits=(EDIT,), **more):
    return json.dumps({"line": line, "edits": list(edits), **more})


def test_each_edit_is_a_message_to_the_widget_that_hears_it():
    another = {**EDIT, "seq": 2}
    assert last_words(said(edits=[EDIT, another])) == [
        {"comm_id": "w1", "data": {"method": "custom", "content": {**edit, "last": True}}} for edit in (EDIT, another)
    ]
    assert last_words(said(edits=[])) == []


@pytest.mark.parametrize(
    "words",
    [
        "",
        "no json",
        "[" * 60_000,
        "[]",
        "{}",
        said(line=None),
        said(line={"a": 1}),
        json.dumps({"line": "w1", "edits": {"kind": "edit"}}),
        said(edits=[EDIT] * (MOST_EDITS + 1)),
        said(edits=[EDIT, "edit"]),
        said(edits=[{**EDIT, "kind": "unseal"}]),
        said(edits=[{**EDIT, "kind": ["edit"]}]),
    ],
)
def test_what_is_no_edit_goes_to_no_kernel(words):
    with pytest.raises(HTTPError) as refused:
        last_words(words)
    assert refused.value.status_code == 400


def test_a_kernel_has_worked_off_what_it_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # where the kernel's connection file lies
    mark = tmp_path / "mark"
    heard = f"""
class Hears:
    comm_id = "w1"
    def handle_msg(self, msg):
        import time; time.sleep(1)
        open({str(mark)!r}, "a").write(msg["content"]["data"]["content"]["value"])
get_ipython().kernel.comm_manager.comms["w1"] = Hears()
"""

    async def told():
        config = Config()
        config.KernelManager.transport_encryption = encryption()
        manager = PatientKernelManager(config=config)
        kernel = await manager.start_kernel(kernel_name="python3")
        try:
            client = manager.get_kernel(kernel).client()
            client.start_channels()
            await client.wait_for_ready(timeout=60)
            asked = client.execute(heard)
            while (await client.get_shell_msg())["parent_header"]["msg_id"] != asked:
                pass
            client.stop_channels()
            await asyncio.gather(*(manager.tell(kernel, last_words(said())) for _ in range(3)))
            return mark.read_text()
        finally:
            await manager.shutdown_kernel(kernel, now=True)

    assert in_a_loop(told()) == 3 * "A word."
