"""The try-out as `deploy/jupyterhub/` has it, at the ports of a test, with a room that is nothing but its door."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
c = get_config()  # noqa: F821 - traitlets gives it
load_subconfig(str(HERE.parents[1] / "deploy" / "jupyterhub" / "jupyterhub_config.py"))  # noqa: F821 - the same

at = {name: f"http://127.0.0.1:{os.environ[f'TEST_{name}']}" for name in ("API", "PROXY", "ROOM")}
c.JupyterHub.hub_bind_url = at["API"]
c.ConfigurableHTTPProxy.api_url = at["PROXY"]
others = [service for service in c.JupyterHub.services if service["name"] != "room"]
c.JupyterHub.services = [
    *others,
    {
        "name": "room",
        "url": at["ROOM"],
        "command": [sys.executable, str(HERE / "room_of_doors.py")],
        "oauth_no_confirm": True,
        "oauth_client_allowed_scopes": [
            "access:services!service=room",
            "read:users:name!user",
            "custom:room:take-part",
            "custom:room:facilitate",
        ],
    },
]
# Beside what the facilitator has: a token of her own, so that it can be seen what one does not open.
c.JupyterHub.load_roles = [*c.JupyterHub.load_roles, {"name": "own-tokens", "scopes": ["tokens!user"], "users": ["fay"]}]
