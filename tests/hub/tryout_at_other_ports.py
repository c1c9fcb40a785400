"""The try-out as `deploy/jupyterhub/` has it, at the ports of a test."""

import os
from pathlib import Path

c = get_config()  # noqa: F821 - traitlets gives it
load_subconfig(str(Path(__file__).resolve().parents[2] / "deploy" / "jupyterhub" / "jupyterhub_config.py"))  # noqa: F821 - the same

c.JupyterHub.hub_bind_url = os.environ["TEST_API"]
c.ConfigurableHTTPProxy.api_url = os.environ["TEST_PROXY"]
# Beside what the facilitator has: a token of her own, so that it can be seen what one does not open.
c.JupyterHub.load_roles = [*c.JupyterHub.load_roles, {"name": "own-tokens", "scopes": ["tokens!user"], "users": ["fay"]}]
