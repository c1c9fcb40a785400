"""No checkpoints: a second copy of a notebook in a hidden folder is one more place that a person would have to clear."""

from datetime import UTC, datetime
from typing import Any

from jupyter_server.services.contents.checkpoints import AsyncCheckpoints

# The arguments are those of the base class; nothing is done with them.
# ruff: noqa: ARG002

_NOTHING = {"id": "none", "last_modified": datetime.fromtimestamp(0, UTC)}


class NoCheckpoints(AsyncCheckpoints):
    """Keeps no checkpoint and has none to give back."""

    async def create_checkpoint(self, contents_mgr: Any, path: str) -> dict[str, Any]:
        """Say that it is done; there is nothing to keep."""
        return dict(_NOTHING)

    async def restore_checkpoint(self, contents_mgr: Any, checkpoint_id: str, path: str) -> None:
        """There is nothing to give back."""

    async def rename_checkpoint(self, checkpoint_id: str, old_path: str, new_path: str) -> None:
        """There is nothing to rename."""

    async def delete_checkpoint(self, checkpoint_id: str, path: str) -> None:
        """There is nothing to delete."""

    async def list_checkpoints(self, path: str) -> list[dict[str, Any]]:
        """None, ever."""
        return []

    async def rename_all_checkpoints(self, old_path: str, new_path: str) -> None:
        """There is nothing to rename."""

    async def delete_all_checkpoints(self, path: str) -> None:
        """There is nothing to delete."""
