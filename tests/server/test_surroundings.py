"""A kernel's environment: what it needs, and no secret of the server's or of the person's shell."""

import json
import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from jupyter_client.provisioning import KernelProvisionerFactory
from traitlets.config import Config

from newsoil.server import kernels
from newsoil.server.kernels import KernelSpecs, PatientKernelManager, encryption, transport
from newsoil.server.surroundings import kernel_environment
from newsoil.server.warm.asking import asker, possible
from newsoil.server.warm.kernel import ForkedKernel
from newsoil.server.warm.provisioner import MODULES
from servers import in_a_loop

SECRETS = dict.fromkeys(
    (
        *("GITHUB_TOKEN", "JUPYTER_TOKEN", "JUPYTER_TOKEN_FILE", "JUPYTERHUB_API_TOKEN", "NEWSOIL_TOKEN", "JPY_API_TOKEN", "CONDA_TOKEN"),
        *("DB_PASSWORD", "PGPASSWORD", "PYTHON_KEYRING_PASSWORD", "MYSQL_PWD", "NEWSOIL_PASSPHRASE", "NEWSOIL_PIN", "LC_SECRET"),
        *("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE", "OPENAI_API_KEY", "JUPYTER_APIKEY", "PYTHON_KEY", "JUPYTER_KEYS"),
        *("JUPYTER_COOKIE_SECRET", "NEWSOIL_COOKIE", "SSH_AUTH_SOCK", "HTTP_PROXY", "https_proxy", "QUERY_STRING", "VOILA_REQUEST_URL"),
        *("DATABASE_URL", "SENTRY_DSN", "GOOGLE_APPLICATION_CREDENTIALS", "MY_OWN_VARIABLE"),
    ),
    "CANARY",
)

NEEDED = dict.fromkeys(
    (
        *(
            "PATH",
            "HOME",
            "LANG",
            "LC_ALL",
            "TZ",
            "TMPDIR",
            "PYTHONPATH",
            "PYTHONHASHSEED",
            "VIRTUAL_ENV",
            "CONDA_PREFIX",
            "LD_LIBRARY_PATH",
        ),
        *("JUPYTER_PATH", "JUPYTER_PREFER_ENV_PATH", "JPY_SESSION_NAME", "NEWSOIL_HOME", "NEWSOIL_WARM", "NEWSOIL_SERVED", "XDG_DATA_HOME"),
        *("SYSTEMROOT", "SystemRoot", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PATHEXT", "COMSPEC", "ProgramFiles(x86)"),
    ),
    "needed",
)


@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_is_kept_from_kernels(name):
    assert kernel_environment({name: "CANARY", "PATH": "/bin"}) == {"PATH": "/bin"}


@pytest.mark.parametrize("name", NEEDED)
def test_what_python_jupyter_and_the_system_need_is_passed_on(name):
    assert kernel_environment({name: "needed"}) == {name: "needed"}


@pytest.fixture(autouse=True)
def own_processes():
    """jupyter_client reads once for a whole process which provisioner is wanted, and no warm process is shared with other tests."""
    in_a_loop(asker(MODULES).cool_down())
    KernelProvisionerFactory.clear_instance()
    yield
    KernelProvisionerFactory.clear_instance()
    in_a_loop(asker(MODULES).cool_down())


def settings(folder):
    config = Config()
    config.KernelManager.transport_encryption = encryption()
    config.KernelManager.transport = transport(folder)
    config.KernelProvisionerFactory.default_provisioner_name = "newsoil-warm"
    return config


SEEN = "import os, json, socket; json.dump([dict(os.environ), get_ipython().history_manager.enabled], open({!r}, 'w'))"


async def seen_by_a_kernel(place, **environment):
    """The environment of a kernel, whether it keeps a history, its process, and the addresses at which it listens."""
    folder = place / "connections"
    folder.mkdir(mode=0o700)
    manager = PatientKernelManager(config=settings(folder), connection_dir=str(folder), kernel_spec_manager=KernelSpecs())
    kernel = await manager.start_kernel(kernel_name="python3", **environment)
    try:
        client = manager.get_kernel(kernel).client()
        client.start_channels()
        await client.wait_for_ready(timeout=60)
        reply = await client.execute_interactive(SEEN.format(str(place / "seen")), timeout=60)
        assert reply["content"]["status"] == "ok", reply
        client.stop_channels()
        process = manager.get_kernel(kernel).provisioner.process
        return *json.loads((place / "seen").read_text()), process, manager.get_kernel(kernel).get_connection_info()
    finally:
        await manager.shutdown_kernel(kernel, now=True)


@pytest.mark.parametrize("warm", ["1", "0"])
@pytest.mark.parametrize("said", [True, False], ids=["the environment is given", "nothing is said"])
def test_a_kernel_sees_no_secret_and_leaves_no_history(tmp_path, monkeypatch, warm, said):
    if warm == "1" and not possible():
        pytest.skip("kernels are forked on Linux alone")
    for name, value in {**SECRETS, "HOME": str(tmp_path / "person"), "NEWSOIL_WARM": warm, "NEWSOIL_HOME": str(tmp_path)}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    (tmp_path / "person").mkdir()
    environment, history, process, _ = in_a_loop(seen_by_a_kernel(tmp_path, **({"env": dict(os.environ)} if said else {})))
    assert "CANARY" not in json.dumps(environment)
    assert (environment["NEWSOIL_HOME"], environment["HOME"]) == (str(tmp_path), str(tmp_path / "person"))
    assert isinstance(process, ForkedKernel if warm == "1" else subprocess.Popen)
    assert history is False
    assert not list(tmp_path.rglob("history.sqlite*"))
    assert not (tmp_path / "person" / ".ipython").exists(), "the kernel's IPython is not the person's own"
    assert (tmp_path / "ipython").is_dir()


@pytest.mark.skipif(not possible(), reason="kernels are forked on Linux alone")
def test_the_warm_process_sees_no_secret_either(monkeypatch):
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)

    in_a_loop(asker(MODULES).warm_up())
    assert b"CANARY" not in Path(f"/proc/{asker(MODULES).pid}/environ").read_bytes()


# ---- where kernels listen --------------------------------------------------------------------------------------------


def test_the_line_to_a_kernel_is_encrypted_on_loopback(tmp_path):
    if encryption() == "disabled":
        pytest.skip("this build of ZeroMQ cannot")
    *_, line = in_a_loop(seen_by_a_kernel(tmp_path))
    assert (line["transport"], line["ip"]) == ("tcp", "127.0.0.1")
    assert line["curve_publickey"]


def test_a_line_that_cannot_be_encrypted_is_a_socket_in_a_folder_of_the_person_s_own(tmp_path, monkeypatch):
    if not kernels.zmq.has("ipc"):
        pytest.skip("this system has no such sockets")
    can = kernels.zmq.has
    monkeypatch.setattr(kernels.zmq, "has", lambda what: what != "curve" and can(what))
    with TemporaryDirectory() as short:  # a socket's path has at most some hundred characters
        *_, line = in_a_loop(seen_by_a_kernel(Path(short)))
        assert line["transport"] == "ipc"
        assert Path(line["ip"]).parent == Path(short) / "connections"
        assert not line.get("curve_publickey")
        assert transport(Path(short)) == "ipc"
    assert transport(Path("/far" * 20)) == "tcp", "a kernel that cannot be reached is of no use"
