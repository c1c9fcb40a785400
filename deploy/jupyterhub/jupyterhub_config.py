"""JupyterHub for New Soil: each person's server is the workbook and nothing else; a facilitator has the room and no server at all.

    NEWSOIL_HUB_TRYOUT=a-password jupyterhub -f jupyterhub_config.py     to try it, with invented people, on this computer alone
    NEWSOIL_HUB_SITE=site.py jupyterhub -f jupyterhub_config.py          for real: who may come, and where servers run, stand in site.py

README.md beside this file says what site.py has to hold, what a hub needs, and who could read what.
"""

import os
import sys
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parent
TRYOUT = os.environ.get("NEWSOIL_HUB_TRYOUT", "")
SITE = os.environ.get("NEWSOIL_HUB_SITE", "")
FOLDER = Path(os.environ.get("NEWSOIL_HUB_FOLDER", "newsoil-hub")).resolve()
"""What the hub itself keeps: who there is, and the secrets of its cookies. In the try-out the people's folders too."""

PARTICIPANTS, FACILITATORS = "participants", "facilitators"

IDLE_SECONDS = 3600
"""A server that nobody's page is connected to ends after this long: half an hour after its last kernel."""

c = get_config()  # noqa: F821 - traitlets gives it
c.JupyterHub.bind_url = os.environ.get("NEWSOIL_HUB_BIND", "http://127.0.0.1:8000")

# -- what everybody may --

c.JupyterHub.custom_scopes = {
    "custom:room:take-part": {"description": "Take part in the room"},
    "custom:room:facilitate": {"description": "Lead the room", "subscopes": ["custom:room:take-part"]},
}
c.JupyterHub.load_groups = {PARTICIPANTS: {"users": []}, FACILITATORS: {"users": []}}
c.JupyterHub.load_roles = [
    {
        # Everyone who signs in has this role; as it comes it would give everyone a server, and tokens.
        "name": "user",
        "description": "Sign in, and be known by name",
        "scopes": ["read:users:name!user", "read:users:groups!user", "access:services!service=room"],
    },
    {
        "name": "participant",
        "description": "A workbook of one's own, and a place in the room",
        "scopes": ["read:users!user", "servers!user", "access:servers!user", "custom:room:take-part"],
        "groups": [PARTICIPANTS],
    },
    {
        "name": "facilitator",
        "description": "Lead the room; no scope over any server",
        "scopes": ["custom:room:facilitate"],
        "groups": [FACILITATORS],
    },
    {
        "name": "idle-culler",
        "description": "End servers that nobody uses",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["idle-culler"],
    },
]
# Nobody is made an administrator here. One who is, reads no notes in a browser: each server takes the person whose it is, and nobody else.
c.Authenticator.admin_users = set()

# -- each person's server is the app --

c.Spawner.cmd = [sys.executable, "-m", "newsoil.hub"]
c.Spawner.default_url = ""
c.Spawner.environment = {"NEWSOIL_POOL": "1"}  # one person opens one page at a time: one that is run in advance is enough, at 44 MB each
c.Spawner.http_timeout = c.Spawner.start_timeout = 120
c.JupyterHub.allow_named_servers = False
# Whoever comes back to a page whose server has ended meanwhile gets it again by opening it, without a button.
c.JupyterHub.implicit_spawn_seconds = 0.1
# The proxy alone sees who is there: the servers report nothing. It counts what goes over a page's socket, so an open page keeps its server.
c.JupyterHub.last_activity_interval = 60

# -- the room, and what ends idle servers --

ROOM = {
    "name": "room",
    "url": os.environ.get("NEWSOIL_HUB_ROOM", "http://127.0.0.1:8010"),
    "command": [sys.executable, "-m", "newsoil.hub.room_service"],
    "environment": {"NEWSOIL_HOME": str(FOLDER / "room")},  # what a meeting leaves
    "oauth_no_confirm": True,
    "oauth_client_allowed_scopes": [
        "access:services!service=room",
        "read:users:name!user",
        "custom:room:take-part",
        "custom:room:facilitate",
    ],
}
CULLER = {
    "name": "idle-culler",
    "command": [sys.executable, "-m", "jupyterhub_idle_culler", f"--timeout={IDLE_SECONDS}", "--cull-every=300"],
}
c.JupyterHub.services = [ROOM, CULLER]


def first_page(handler):
    """Where somebody comes after signing in: to their workbook, or to the room if they have none."""
    user = handler.current_user
    leads = user is not None and FACILITATORS in {group.name for group in user.groups}
    return f"{handler.hub.base_url.removesuffix('hub/')}services/room/lead" if leads else ""


c.JupyterHub.default_url = first_page

# -- what the hub keeps --

FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
c.JupyterHub.db_url = f"sqlite:///{FOLDER}/hub.sqlite"
c.JupyterHub.cookie_secret_file = str(FOLDER / "cookie_secret")
c.ConfigurableHTTPProxy.pid_file = str(FOLDER / "proxy.pid")

# -- who comes, and where their servers run --

if TRYOUT:
    from jupyterhub.authenticators.shared import SharedPasswordAuthenticator

    class TryOut(SharedPasswordAuthenticator):
        """One password for everybody, on this computer alone."""

        def __init__(self, **traits):
            super().__init__(**traits)
            if urlsplit(self.parent.bind_url).hostname not in ("127.0.0.1", "localhost", "::1"):
                sys.exit(
                    "The try-out lets everybody in who knows one password, so it listens on this computer alone: http://127.0.0.1:8000."
                )

    PEOPLE = {PARTICIPANTS: ["ana", "ben", "cleo"], FACILITATORS: ["fay"]}
    c.JupyterHub.authenticator_class = TryOut
    c.JupyterHub.public_url = c.JupyterHub.bind_url
    c.TryOut.user_password = TRYOUT
    c.TryOut.allowed_users = {name for names in PEOPLE.values() for name in names}
    c.JupyterHub.load_groups = {group: {"users": names} for group, names in PEOPLE.items()}
    c.JupyterHub.spawner_class = "simple"  # processes of one account, which can read each other's files: invented people alone
    c.SimpleLocalProcessSpawner.home_dir_template = f"{FOLDER}/people/{{username}}"
    c.Spawner.environment["NEWSOIL_HOME"] = lambda spawner: f"{FOLDER}/people/{spawner.user.name}/newsoil"
    TOLD = {"operator": "whoever started this try-out", "days": "30", "contact": "that person"}
elif SITE:
    TOLD = {name: os.environ.get(f"NEWSOIL_HUB_{name.upper()}", "") for name in ("operator", "days", "contact")}
    if not all(TOLD.values()):
        sys.exit("People are told who could read their notes. Set NEWSOIL_HUB_OPERATOR, NEWSOIL_HUB_DAYS and NEWSOIL_HUB_CONTACT.")
    load_subconfig(str(Path(SITE).resolve()))  # noqa: F821 - traitlets gives it
    if missing := [name for name in ("authenticator_class", "spawner_class", "public_url") if name not in c.JupyterHub]:
        sys.exit(f"{SITE} does not say who may come, or where to: it does not set c.JupyterHub.{missing[0]}.")
else:
    sys.exit("Set NEWSOIL_HUB_TRYOUT to a password to try this out, or NEWSOIL_HUB_SITE to a file that says who may come.")

# -- what people are told before they sign in, and in the workbook at “Who could read this” --

c.Spawner.environment = {**c.Spawner.environment, **{f"NEWSOIL_HUB_{name.upper()}": said for name, said in TOLD.items()}}

c.JupyterHub.template_vars = {
    "announcement_login": Template((HERE / "join.html").read_text("utf-8")).substitute({name: escape(said) for name, said in TOLD.items()})
}
