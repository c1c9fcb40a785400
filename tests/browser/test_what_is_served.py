"""What is served is the app and nothing else, and its kernels are given nothing that is not theirs."""

import re
import sys
from pathlib import Path

import pytest

from canary import own_folders
from doors import answer, as_header, knocked, opened, signed_in
from newsoil.journal import Store, sealing, slow
from newsoil.journal.erasing import erase_entry
from newsoil.journal.recovery import new_recovery_key
from servers import reached, running

NOTHING = [
    "/voila/files/app.ipynb",
    "/voila/files/00-start.ipynb",
    "/voila/files/../pyproject.toml",
    "/voila/files/%2e%2e/pyproject.toml",
    "/static/../",
    "/static/../../web.py",
    "/voila/static/../../app.py",
    "/voila/static/%2e%2e/%2e%2e/app.py",
    "/voila/templates/newsoil/index.html.j2",
    "/voila/templates/newsoil/../../../../web.py",
    "/voila/labextensions/../../../etc/passwd",
    "/voila/api/contents",
    "/voila/api/contents/app.ipynb",
    "/api/contents",
    "/api/contents/app.ipynb",
    "/api/terminals",
    "/api/kernelspecs",
    "/voila/render/other.ipynb",
    "/voila/render/00-start.ipynb",
    "/voila/render/facilitate/1-prepare.ipynb",
    "/voila/files/facilitate/1-prepare.ipynb",
    "/facilitate/1-prepare.ipynb",
    "/voila/tree",
    "/voila/query/x",
    "/voila/execution/x",
    "/00-start.ipynb",
    "/app.ipynb",
    "/files/app.ipynb",
    "/edit/app.ipynb",
    "/nbconvert/html/app.ipynb",
]


@pytest.mark.parametrize("path", NOTHING)
def test_nothing_under_the_served_folder_is_served_but_the_app(visit, server, path):
    status, body, headers = answer(server, "GET", path, Cookie=visit.cookie)
    for _ in range(5):
        if status != 302:
            break
        status, body, headers = answer(server, "GET", headers["Location"], Cookie=visit.cookie)
    assert status in (400, 403, 404), path
    assert b"nbformat" not in body
    assert b"root:x:" not in body  # as a file of passwords begins


def test_nobody_chooses_template_theme_or_notebook_by_the_address(tmp_path):
    with running("app", tmp_path / "home", NEWSOIL_POOL="0") as server:
        cookie = as_header(signed_in(server))

        def page(query):
            body = answer(server, "GET", f"/?{query}", Cookie=cookie)[1].decode()
            return re.sub(r"0x[0-9a-f]+|[0-9a-f]{32}|[0-9a-f-]{36}|[A-Za-z0-9+/=_-]{40,}", "…", body)

        assert page("template=reveal&theme=dark&path=00-start.ipynb&notebook=x&voila-theme=dark") == page("")


# ---- what a kernel is given ------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform != "linux", reason="other systems show no environment of processes")
def test_no_process_of_the_app_but_the_server_knows_a_secret(visit, server):
    assert knocked(server, visit.kernel, visit.cookie) == 101
    kernels = server.kernels()
    assert kernels
    for pid in kernels:
        seen = Path(f"/proc/{pid}/environ").read_bytes() + Path(f"/proc/{pid}/cmdline").read_bytes()
        assert b"canary-shell" not in seen
        assert server.token.encode() not in seen
        assert b"cookie_secret" not in seen
        assert (server.home / "server" / "cookie_secret").read_bytes() not in seen


def test_kernels_keep_no_history_and_make_no_folder_in_the_person_s_own(tmp_path):
    for warm in ("1", "0"):
        place = tmp_path / warm
        place.mkdir()
        with running("app", place / "home", NEWSOIL_WARM=warm, NEWSOIL_POOL="0", **own_folders(place)) as server:
            one = opened(server)
            assert knocked(server, one.kernel, one.cookie) == 101
            assert not list(place.rglob("history.sqlite*"))
            assert not list((place / "person").rglob("*")), "nothing is made in the home folder of the person"
            server.stop()
        assert all(path.is_relative_to(place / "home") for path in place.rglob("*ipython*")), "what IPython needs is in New Soil's folder"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems list processes in other ways")
def test_kernels_that_have_read_ahead_end_when_notes_are_sealed_or_erased(tmp_path, page):
    home = tmp_path / "home"
    Store(home).record(page()("a word"))
    Store(home).record(page("two")("another word", entry="e2"))
    with running("app", home, NEWSOIL_POOL="1") as server:
        (first,) = reached(server.kernels, within=60)
        erase_entry(Store(home), "e1")
        (second,) = reached(lambda: [pid for pid in server.kernels() if pid != first], within=60)
        reached(lambda: server.kernels() == [second], within=60)
        sealing.seal(Store(home), "four words of soil", new_recovery_key(), slow.Cost(memory=32, passes=1, lanes=1))
        reached(lambda: second not in server.kernels(), within=60)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems list sockets in other ways")
def test_server_and_kernels_listen_on_loopback_alone(visit, server):
    assert knocked(server, visit.kernel, visit.cookie) == 101
    listening = set()
    for pid in (server.process.pid, *server.kernels()):
        held = {str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()}
        for table in ("tcp", "tcp6", "udp", "udp6"):
            for row in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
                fields = row.split()
                if fields[3] in ("0A", "07") and f"socket:[{fields[9]}]" in held:
                    listening.add((table, fields[1].split(":")[0]))
    assert listening == {("tcp", "0100007F")}, "127.0.0.1, and nothing else"
