"""The `newsoil` command: what it cannot do it says in one sentence, and an export is every word, in any locale."""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import pytest

from newsoil import cli, cli_takeout
from newsoil._errors import BadStart
from newsoil.journal import Store

NOBODY = 65534
LOCALES = [
    {},
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "utf-16"},
]
WORDS = "Grüße, 你好 🌱"


def environment(**more):
    bare = {
        name: value for name, value in os.environ.items() if not name.startswith(("NEWSOIL", "LC_", "LANG", "PYTHONIOENCODING", "XDG_"))
    }
    return {**bare, **more}


def newsoil(*arguments, more=None, **options):
    command = [sys.executable, "-m", "newsoil.cli", *map(str, arguments)]
    return subprocess.run(command, check=False, **{"capture_output": True, "env": environment(**(more or {})), "timeout": 60, **options})


def says(done):
    """The one sentence on standard error, and nothing on standard output."""
    assert (done.returncode, done.stdout) == (2, b"")
    (sentence,) = done.stderr.decode().splitlines()
    assert "Traceback" not in sentence
    return sentence


@pytest.fixture
def written(home, store, page):
    """A home with two notes in two months."""
    store.record(page()(WORDS))
    store.record(page("two")("later", entry="e2", made_at="2026-12-01T10:00:00+01:00"))
    return home


@pytest.fixture
def taken():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


# ---- what it cannot do -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--mood"], "Unrecognized arguments: --mood. To see what can be asked: newsoil --help"),
        (["app", "--mood"], "Unrecognized arguments: --mood. To see what can be asked: newsoil --help"),
        (["dance"], "There is no such command. To see what can be asked: newsoil --help"),
        (["export", "--port", "8000"], "Unrecognized arguments: --port 8000. To see what can be asked: newsoil --help"),
        (["--po", "8000", "app"], None),
        (["--home"], None),
        (["--home", ""], "--home names no folder. Write one after it, or leave it out."),
        (["export", "--home", "~nobody-of-this-name/notes"], None),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_asked_is_one_sentence(arguments, sentence, tmp_path):
    said = says(newsoil(*arguments, cwd=tmp_path))
    assert sentence in (None, said)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("port", ["soil", "0", "-1", "65536", "8000.5", "", "٨٠٠٠", "9" * 5000])
@pytest.mark.parametrize("before", [True, False])
def test_what_is_no_port_is_one_sentence(home, port, before):
    arguments = ["--port", port, "app"] if before else ["app", "--port", port]
    assert "a port is a number from 1 to 65535" in says(newsoil("--home", home, *arguments))
    assert not home.exists()


@pytest.mark.parametrize(
    "arguments", [["--port", "{}"], ["app", "--port", "{}"], ["--port", "{}", "app"], ["lab", "--port={}"], ["--port", "{}", "lab"]]
)
def test_a_port_that_is_taken_is_one_sentence_wherever_the_option_stands(home, taken, arguments):
    done = newsoil("--home", home, *(argument.format(taken) for argument in arguments))
    assert says(done) == f"The port {taken} is taken or not allowed. Choose another with --port, or leave it out."


def test_without_a_wish_the_next_free_port_is_taken(taken):
    assert cli._port(None, taken) in range(taken + 1, taken + cli.NEARBY)


def test_when_all_ports_near_the_usual_one_are_taken_this_is_said(monkeypatch):
    monkeypatch.setattr(cli, "_is_free", lambda port: False)
    with pytest.raises(BadStart, match="7645 to 7664 are all taken"):
        cli._port(None, cli.PORT)


@pytest.mark.parametrize("command", ["app", "lab", "export"])
def test_a_home_that_is_a_file_is_one_sentence(tmp_path, command):
    (tmp_path / "home").write_bytes(b"a file")
    assert str(tmp_path / "home") in says(newsoil(command, "--home", tmp_path / "home"))
    assert (tmp_path / "home").read_bytes() == b"a file"


@pytest.fixture
def locked_folder():
    """A folder that may be looked into by all and written in by nobody."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o700)


def as_nobody(*arguments):
    """The command as a user without rights; the superuser has to become one, after Python has found its files."""
    found = "import locale, os; from newsoil import cli; cli.version('newsoil')"
    code = f"{found}; os.geteuid() or os.setgroups([]) or os.setuid({NOBODY}); cli.main()"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, env=environment())


@pytest.mark.parametrize("command", ["app", "lab"])
@pytest.mark.parametrize("place", [".", "new", "new/and/deep"])
def test_a_home_that_cannot_be_written_to_is_one_sentence(locked_folder, command, place):
    home = (locked_folder / place).resolve()
    said = says(as_nobody(command, "--home", home))
    assert said == f"The folder {home} cannot be written to (Permission denied). Choose another with --home."
    assert list(locked_folder.iterdir()) == []


def test_a_home_that_cannot_be_written_to_can_be_exported(locked_folder, page):
    locked_folder.chmod(0o755)
    Store(locked_folder).record(page()(WORDS))
    for place in (locked_folder, *locked_folder.rglob("*")):
        place.chmod(0o555 if place.is_dir() else 0o444)
    done = as_nobody("export", "--home", locked_folder)
    assert (done.returncode, [entry["answers"]["text"] for entry in json.loads(done.stdout)["entries"]]) == (0, [WORDS])
    for place in locked_folder.rglob("*"):
        place.chmod(0o700)


def test_notes_that_may_not_be_looked_into_are_named_and_not_taken_for_none(locked_folder, page):
    locked_folder.chmod(0o755)
    store = Store(locked_folder)
    store.record(page()(WORDS))
    store.folder.parent.chmod(0o755)
    store.folder.chmod(0o755)
    store.entries.chmod(0)
    done = as_nobody("export", "--home", locked_folder)
    store.entries.chmod(0o700)
    assert done.returncode == cli_takeout.NOT_ALL
    assert done.stderr.decode() == f"{store.entries} could not be read (Permission denied). Check who may read it.\n"


def test_a_home_that_leads_to_itself_is_one_sentence(tmp_path):
    (tmp_path / "home").symlink_to("home")
    for command in ("app", "export"):
        assert str(tmp_path) in says(newsoil(command, "--home", tmp_path / "home"))


def test_an_interrupt_is_quiet(monkeypatch, capsys):
    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "run", interrupted)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 0
    assert capsys.readouterr() == ("", "")


# ---- options -----------------------------------------------------------------------------------------------------


def served(monkeypatch, home, *arguments):
    """What the web app would be started with, with a home that is named if there is one."""
    from newsoil.server import web

    started = []
    monkeypatch.setattr(web, "serve", lambda *place, **named: started.append((*place, named)))
    assert cli.run([*(["--home", str(home)] if home else []), *arguments]) == 0
    return started[0]


@pytest.mark.parametrize(
    "arguments", [["--port", "8123", "--no-browser"], ["app", "--port", "8123", "--no-browser"], ["--no-browser", "app", "--port=8123"]]
)
def test_options_may_stand_before_and_after_the_command(monkeypatch, home, arguments):
    place, port, named = served(monkeypatch, home, *arguments, "--token", "t")
    assert (place, port) == (home, 8123)
    assert (named["browser"], named["token"]) == (False, "t")


def test_the_option_after_the_command_wins(monkeypatch, home, tmp_path):
    place, port, _ = served(monkeypatch, home, "--port", "8123", "app", "--port", "8124", "--home", str(tmp_path / "other"))
    assert (place, port) == (tmp_path / "other", 8124)


def test_a_token_is_new_each_time_and_long(monkeypatch, home):
    first, second = served(monkeypatch, home)[2]["token"], served(monkeypatch, home)[2]["token"]
    assert first != second
    assert len(first) >= 32


def test_a_home_is_tried_and_nothing_is_left_of_the_trial(monkeypatch, home):
    served(monkeypatch, home)
    assert list(home.iterdir()) == []
    assert home.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("arguments", "way"),
    [([], "here"), (["--visitors"], "visitor"), (["app", "--visitors"], "visitor"), (["--try", "app"], "try"), (["app", "--try"], "try")],
)
def test_the_app_is_started_in_the_way_that_notes_are_to_be_kept(monkeypatch, home, arguments, way):
    monkeypatch.delenv("NEWSOIL_KEEP", raising=False)
    assert served(monkeypatch, home, *arguments)[2]["way"] == way


def test_the_environment_says_how_notes_are_kept_and_the_option_wins(monkeypatch, home):
    monkeypatch.setenv("NEWSOIL_KEEP", "visitor")
    assert served(monkeypatch, home)[2]["way"] == "visitor"
    assert served(monkeypatch, home, "--try")[2]["way"] == "try"


def test_whoever_names_a_home_starts_the_same_app_as_everyone(monkeypatch, home):
    by_option = served(monkeypatch, home, "--token", "t")
    monkeypatch.setenv("NEWSOIL_HOME", str(home))
    assert served(monkeypatch, None, "--token", "t")[::2] == by_option[::2]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["lab", "--visitors"], "Unrecognized arguments"),
        (["--visitors", "lab"], "are for the app"),
        (["app", "--visitors", "--try"], "not allowed with"),
    ],
)
def test_a_way_that_cannot_be_is_one_sentence(home, arguments, sentence):
    assert sentence in says(newsoil("--home", home, *arguments))
    assert not home.exists()


def test_a_misspelt_way_in_the_environment_is_one_sentence_and_nothing_is_started(home):
    assert "here, visitor or try" in says(newsoil("app", "--home", home, more={"NEWSOIL_KEEP": "vistor"}))
    assert not home.exists()


def test_visitors_may_come_where_the_owner_s_notes_are_sealed(monkeypatch, home, store):
    from newsoil.journal.recovery import new_recovery_key
    from newsoil.journal.sealing import seal
    from newsoil.journal.slow import Cost

    seal(store, "four words of soil", new_recovery_key(), Cost(memory=32, passes=1, lanes=1))
    assert served(monkeypatch, home, "--visitors")[2]["way"] == "visitor"


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_command_and_option(option):
    done = newsoil(option, more={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, b"")
    for name in ("app", "lab", "export", "handout", "--home", "--port", "--no-browser", "--token", "--visitors", "--try", "--version"):
        assert re.search(rf"(?<![\w-]){name}\b", done.stdout.decode("ascii"))


def test_the_version_is_that_of_the_package():
    done = newsoil("--version")
    assert (done.returncode, done.stdout.decode().strip()) == (0, f"New Soil {version('newsoil')}")


def test_the_command_answers_before_anything_of_jupyter_is_imported():
    code = "import sys, newsoil.cli; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    imported = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {
        "jupyter_server",
        "jupyterlab",
        "jupyter_client",
        "jupyter_core",
        "voila",
        "tornado",
        "zmq",
        "IPython",
        "ipykernel",
        "traitlets",
    }
    assert not {*heavy, "ipywidgets", "anywidget", "nbformat", "mistune", "pandas", "numpy", "plotly", "asyncio"} & set(imported)


# ---- export ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: " ".join(locale) or "usual")
def test_an_export_is_every_note_in_utf_8_in_any_locale(written, locale):
    done = newsoil("export", "--home", written, more=locale)
    assert (done.returncode, done.stderr) == (0, b"")
    document = json.loads(done.stdout.decode("utf-8"))
    assert [entry["answers"]["text"] for entry in document["entries"]] == [WORDS, "later"]
    assert (document["format"], document["schema_version"]) == ("newsoil-entries", 1)


def test_the_home_of_the_environment_is_used_and_the_option_wins(written, tmp_path):
    (tmp_path / "empty").mkdir()
    for option, home, notes in (
        ([], written, 2),
        (["--home", tmp_path / "empty"], written, 0),
        (["--home", written], tmp_path / "empty", 2),
    ):
        done = newsoil("export", *option, more={"NEWSOIL_HOME": str(home)})
        assert len(json.loads(done.stdout)["entries"]) == notes


def test_without_any_wish_the_home_is_the_system_s_data_folder(tmp_path):
    said = says(newsoil("export", more={"XDG_DATA_HOME": str(tmp_path)}))
    assert said == f"There is no folder {tmp_path / 'newsoil'}. Choose another with --home."


def test_a_home_with_odd_letters_is_a_home(tmp_path, page):
    home = tmp_path / "Grüße 🌱"
    Store(home).record(page()("a"))
    for locale in LOCALES:
        assert len(json.loads(newsoil("export", "--home", home, more=locale).stdout)["entries"]) == 1


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: " ".join(locale) or "usual")
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_exported(written, store, locale):
    (store.entries / "2026-11.json").write_bytes(b"\xff")
    done = newsoil("export", "--home", written, more=locale)
    assert done.returncode == cli_takeout.NOT_ALL
    assert [entry["id"] for entry in json.loads(done.stdout)["entries"]] == ["e2"]
    said = done.stderr.decode("utf-16" if locale.get("PYTHONIOENCODING") == "utf-16" else "utf-8")
    assert said.strip().startswith(f"{store.entries / '2026-11.json'} is damaged")
    assert (store.entries / "2026-11.json").read_bytes() == b"\xff"


def test_an_export_changes_nothing_and_makes_nothing(written, tmp_path):
    (tmp_path / "empty").mkdir()
    before = {place: place.stat().st_mtime_ns for place in tmp_path.rglob("*")}
    newsoil("export", "--home", written)
    newsoil("export", "--home", tmp_path / "empty")
    newsoil("export", "--home", tmp_path / "none")
    assert {place: place.stat().st_mtime_ns for place in tmp_path.rglob("*")} == before


def test_an_export_to_a_pipe_that_nobody_reads_is_quiet(written, store, page):
    store.record(page("three")("x" * 200_000, entry="e3"))
    command = [sys.executable, "-m", "newsoil.cli", "export", "--home", str(written)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no full device")  # noqa: PTH110
def test_an_export_to_a_full_disk_is_one_sentence(written):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = newsoil("export", "--home", written, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr.decode()) == (2, "The notes could not be written out (No space left on device).\n")


def test_an_export_to_nowhere_is_one_sentence(written):
    command = f'exec "{sys.executable}" -m newsoil.cli export --home "{written}" >&-'
    done = subprocess.run(command, shell=True, capture_output=True, check=False, env=environment())  # noqa: S602
    assert says(done) == "There is no standard output to write to."
