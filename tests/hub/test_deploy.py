"""What a site gets to set a hub up with, read without a hub: roles, values for Kubernetes, an image, and pins."""

import json
import re
from pathlib import Path

import pytest
import yaml
from traitlets.config.loader import PyFileConfigLoader

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy" / "jupyterhub"

OVER_SERVERS = (
    "servers",
    "access:servers",
    "admin",
    "start:servers",
    "delete:servers",
    "read:servers",
    "shares",
    "tokens",
    "inherit",
    "self",
)
"""How scopes begin, or are called, that lead to somebody's server, or to more than a role says."""

KNOWN = {
    "hub": {
        "config": {
            "JupyterHub": {"admin_access", "authenticator_class", "public_url", "implicit_spawn_seconds", "last_activity_interval"},
            "Authenticator": {"admin_users"},
            "Spawner": {"http_timeout"},
        },
        "allowNamedServers": None,
        "redirectToServer": None,
        "templateVars": {"announcement_login"},
        "loadRoles": {name: {"description", "scopes", "groups"} for name in ("user", "participant", "facilitator")},
        "services": {"room": {"url", "oauth_no_confirm", "oauth_client_allowed_scopes"}},
        "extraConfig": {"newsoil"},
    },
    "proxy": {"https": {"enabled", "hosts"}},
    "singleuser": {
        "image": {"name", "tag"},
        "cmd": None,
        "defaultUrl": None,
        "uid": None,
        "fsGid": None,
        "allowPrivilegeEscalation": None,
        "extraEnv": {"NEWSOIL_HOME", "NEWSOIL_POOL", "NEWSOIL_HUB_OPERATOR", "NEWSOIL_HUB_DAYS", "NEWSOIL_HUB_CONTACT"},
        "storage": {"type", "capacity", "homeMountPath"},
        "memory": {"guarantee", "limit"},
        "cpu": {"guarantee", "limit"},
        "startTimeout": None,
        "networkPolicy": {"enabled": None, "egressAllowRules": {"nonPrivateIPs", "privateIPs", "cloudMetadataServer"}},
    },
    "cull": {"enabled", "timeout", "every", "users", "maxAge"},
}
"""Keys of the chart, which refuses any that it does not know."""


SITE = """
c = get_config()
c.JupyterHub.authenticator_class = "pam"
c.JupyterHub.spawner_class = "systemd"
c.JupyterHub.public_url = "https://notes.example.org/"
"""


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A site's own file, and what its operator says to people."""
    path = tmp_path / "site.py"
    path.write_text(SITE, "utf-8")
    said = {"SITE": path, "FOLDER": tmp_path / "hub", "OPERATOR": "A & B", "DAYS": "30", "CONTACT": "desk", "TRYOUT": ""}
    for name, value in said.items():
        monkeypatch.setenv(f"NEWSOIL_HUB_{name}", str(value))
    return path


def read():
    """The configuration, as the hub reads it."""
    return PyFileConfigLoader("jupyterhub_config.py", path=str(DEPLOY)).load_config()


def roles(c):
    return {role["name"]: role for role in c.JupyterHub.load_roles}


def values():
    return yaml.safe_load((DEPLOY / "values.yaml").read_text("utf-8"))


def unknown(given, known, where=""):
    """The keys that are not known, each with where it stands."""
    if known is None or not isinstance(given, dict):
        return []
    inner = known if isinstance(known, dict) else dict.fromkeys(known)
    return [
        wrong
        for name, value in given.items()
        for wrong in ([f"{where}{name}"] if name not in inner else unknown(value, inner[name], f"{where}{name}."))
    ]


def test_a_facilitator_has_no_scope_that_leads_to_a_server(site):
    c = read()
    for role in ("facilitator", "user"):
        assert [scope for scope in roles(c)[role]["scopes"] if scope.startswith(OVER_SERVERS)] == []
    assert roles(c)["facilitator"]["groups"] == ["facilitators"]
    held = c.JupyterHub.custom_scopes["custom:room:facilitate"]["subscopes"]
    assert [scope for scope in held if not scope.startswith("custom:room:")] == []


def test_a_participant_has_their_own_server_alone_and_can_share_it_with_nobody(site):
    scopes = roles(read())["participant"]["scopes"]
    assert [scope for scope in scopes if not scope.endswith("!user") and not scope.startswith("custom:room:")] == []
    assert [scope for scope in scopes if scope.startswith(("shares", "tokens", "self", "admin"))] == []


def test_nobody_is_an_administrator_and_nobody_has_two_servers(site):
    c = read()
    assert c.Authenticator.admin_users == set()
    assert c.JupyterHub.allow_named_servers is False


def test_a_server_is_the_app_and_no_jupyter_server(site):
    assert read().Spawner.cmd[1:] == ["-m", "newsoil.hub"]
    assert values()["singleuser"]["cmd"] == ["python", "-m", "newsoil.hub"]


def test_people_are_told_before_they_sign_in_who_could_read_their_notes(site):
    c = read()
    told = c.JupyterHub.template_vars["announcement_login"]
    assert "A &amp; B" in told
    assert "30 days" in told
    assert c.Spawner.environment["NEWSOIL_HUB_OPERATOR"] == "A & B"


@pytest.mark.parametrize("missing", ["NEWSOIL_HUB_OPERATOR", "NEWSOIL_HUB_DAYS", "NEWSOIL_HUB_CONTACT", "NEWSOIL_HUB_SITE"])
def test_a_hub_that_does_not_say_who_it_is_does_not_start(site, monkeypatch, missing):
    monkeypatch.delenv(missing)
    with pytest.raises(SystemExit, match="NEWSOIL_HUB"):
        read()


@pytest.mark.parametrize("missing", ["authenticator_class", "spawner_class", "public_url"])
def test_a_site_that_does_not_say_who_may_come_or_where_to_does_not_start(site, missing):
    site.write_text("\n".join(line for line in SITE.splitlines() if missing not in line), "utf-8")
    with pytest.raises(SystemExit, match=missing):
        read()


def test_the_values_for_kubernetes_have_keys_of_the_chart_alone():
    assert unknown(values(), KNOWN) == []


def test_the_values_for_kubernetes_give_the_same_roles_and_scopes(site):
    c, hub = read(), values()["hub"]
    ours = {name: role for name, role in roles(c).items() if name != "idle-culler"}
    assert {name: {**role, "name": name} for name, role in hub["loadRoles"].items()} == ours
    spoken = PyFileConfigLoader("more.py").config
    exec(hub["extraConfig"]["newsoil"], {"c": spoken})  # noqa: S102 - our own few lines, which the chart runs like this
    assert spoken.JupyterHub.custom_scopes == c.JupyterHub.custom_scopes
    assert spoken.JupyterHub.load_groups == c.JupyterHub.load_groups
    room = next(service for service in c.JupyterHub.services if service["name"] == "room")
    assert hub["services"]["room"]["oauth_client_allowed_scopes"] == room["oauth_client_allowed_scopes"]


def test_both_say_the_same_to_people_before_they_sign_in():
    said = re.sub(r"\$\w+", "…", (DEPLOY / "join.html").read_text("utf-8"))
    assert values()["hub"]["templateVars"]["announcement_login"].split() == said.split()


def test_the_room_asks_for_the_scopes_that_the_door_knows():
    door = (ROOT / "widgets" / "newsoil" / "hub" / "room_door.py").read_text("utf-8")
    assert set(re.findall(r'"(custom:[\w:-]+)"', door)) == {"custom:room:take-part", "custom:room:facilitate"}


def test_an_image_names_no_registry_and_holds_no_secret():
    text = (DEPLOY / "Containerfile").read_text("utf-8")
    assert "://" not in text
    assert re.findall(r"^(?:ARG BASE=|FROM )(\S+)", text, re.MULTILINE) == ["python:3.13-slim", "${BASE}"]
    assert not re.search(r"token|secret|password|--index|--extra-index", text, re.IGNORECASE)
    copied = [name for line in re.findall(r"^COPY (.+) \S+$", text, re.MULTILINE) for name in line.split()]
    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert "USER newsoil" in text


def test_pins_name_no_address():
    assert "://" not in (DEPLOY / "requirements.lock").read_text("utf-8")
    assert "resolved" not in (DEPLOY / "package-lock.json").read_text("utf-8")
    assert "://" not in (DEPLOY / "package-lock.json").read_text("utf-8")


def test_pins_are_those_of_the_app_where_both_need_the_same():
    def pinned(path):
        return dict(re.findall(r"^([\w.\[\]-]+)==(\S+)", path.read_text("utf-8"), re.MULTILINE))

    hub, app = pinned(DEPLOY / "requirements.lock"), pinned(ROOT / "requirements.lock")
    assert {name: hub.get(name) for name in app} == app
    proxy = json.loads((DEPLOY / "package.json").read_text("utf-8"))["dependencies"]["configurable-http-proxy"]
    assert (
        json.loads((DEPLOY / "package-lock.json").read_text("utf-8"))["packages"]["node_modules/configurable-http-proxy"]["version"]
        == proxy
    )
