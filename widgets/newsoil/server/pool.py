"""Pages that are run in advance, so that the next visit finds one ready. Voilà keeps the pool; this keeps it sound."""

import os
from typing import Any

from traitlets.config import Config

SIZE = 0
"""Pages kept ready. None as yet: a page whose kernel was killed while it waited has still been handed out once in a test."""

REFILL_SECONDS = 0.3
"""How long to wait before the next page is run: a moment in which the visitor's own page has the computer to itself."""


def configure_pool(config: Config) -> None:
    """Keep pages ready, as many as `NEWSOIL_POOL` says (0: none).

    A page that was run in advance is never out of date: its widgets know nothing of the person until the browser says hello, and what
    the page itself shows of them (`page_handler`) is put in when it is sent.
    """
    size = int(os.environ.get("NEWSOIL_POOL") or SIZE)
    config.VoilaConfiguration.preheat_kernel = size > 0
    config.VoilaConfiguration.default_pool_size = size
    config.VoilaKernelManager.fill_delay = REFILL_SECONDS


async def drop_dead_pages(manager: Any, notebook: str) -> None:
    """Take pages out of the pool whose kernel has ended meanwhile, by whatever hand, and let others be made."""
    pages = getattr(manager, "_pools", {}).get(notebook, [])
    for page in [page for page in pages if page.done()]:
        if page.exception() is None and await _lives(manager, page.result()["kernel_id"]):
            continue
        pages.remove(page)
        manager.fill_if_needed(delay=0, notebook_name=notebook)


async def _lives(manager: Any, kernel: str) -> bool:
    return kernel in manager and await manager.get_kernel(kernel).is_alive()
