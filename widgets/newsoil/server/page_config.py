"""What the page of the app is given before it knows its person, and which front end draws it."""

import os
from datetime import UTC, datetime
from typing import Any

import msgspec

from newsoil._paths import guide_folder
from newsoil.guide import open_guide
from newsoil.guide.right_now import right_now
from newsoil.guide.rounds_shown import rounds_shown
from newsoil.guide.shown_lines import shown_lines
from newsoil.server.assets import assets, knock
from newsoil.server.exits import EXITS

BRINGING = ("bring-", "notes", "working", "step-")
"""How the words of “Your notes” begin that a visitor's line needs, which shows the same before a file comes in."""


def page_config() -> Any:
    """The hook that gives the template what it shows without a kernel, the same for every visit: stages, words."""
    guide = open_guide(guide_folder())
    stages = [{"id": stage.id, "title": stage.title} for stage in guide.stages]
    tables = ("shell", "support", "leaving", "leaves", "keeping", "tasks")
    said = guide.words.get("your-notes", {})
    bringing = {name: sentence for name, sentence in said.items() if name.startswith(BRINGING)}
    words = {"exits": EXITS, "bringing": bringing, "rounds": rounds_shown(guide), **{name: guide.words.get(name, {}) for name in tables}}
    acute = {"words": guide.words.get("acute", {}), "list": msgspec.to_builtins(guide.acute)}
    now = right_now(guide)

    def hook(config: dict[str, Any], *, base_url: str, **_: Any) -> dict[str, Any]:
        own = {"front": front(), "assets": assets().address(base_url), "language": "en", "knock": knock()}
        lines = shown_lines(datetime.now(UTC).astimezone().date())
        return {**config, "newsoil": {**own, "stages": stages, "words": words, "acute": acute, "lines": lines, "right_now": now}}

    return hook


def front() -> str:
    """Which front end draws the page: our own (`client`), or Voilà's as it comes (`stock`), by the environment variable `NEWSOIL_FRONT`."""
    return "stock" if os.environ.get("NEWSOIL_FRONT") == "stock" else "client"
