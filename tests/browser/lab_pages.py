"""Notebooks in JupyterLab, opened and run as their first line says."""

import json

from playwright.sync_api import Error, Page

from servers import fetched, reached

WATCH = """() => {
    const [place] = document.querySelectorAll(".jp-Notebook-ExecutionIndicator");
    new MutationObserver(() => {
        const [, done, all] = place.textContent.match(/Executed (\\d+)\\/(\\d+)/) ?? [];
        window.started ||= !!all;
        window.ran ||= !!all && done === all;
    }).observe(place, { subtree: true, childList: true, characterData: true });
}"""
"""Notices in the toolbar that cells run, and that all have run."""


def run_all(reader, notebook: str, *, locked: bool = False) -> Page:
    """Open a notebook in JupyterLab, alone, and run all its cells by the menu. `locked` says that its exercises will not have heard yet."""
    server = reader.server
    page = reader.page(address=f"http://127.0.0.1:{reader.port}/lab/tree/{notebook}?reset&token={server.token}")
    page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=60_000)
    reached(lambda: is_ready(server, notebook), within=60)  # cells that are run before that are dropped
    page.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]", timeout=30_000)
    page.evaluate(WATCH)
    for _ in range(8):  # JupyterLab drops cells that are run in the moment between the kernel's start and the notebook's own
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        try:
            page.wait_for_function("window.started", timeout=4_000)
            break
        except Error:
            continue
    page.wait_for_function("window.ran", timeout=60_000)
    if not locked:
        page.wait_for_function("[...document.querySelectorAll('[data-exercise]')].every((one) => one.matches(':not([data-waiting])'))")
    return page


def is_ready(server, notebook: str) -> bool:
    """Whether the notebook's kernel has started, and the page is connected to it."""
    sessions = json.loads(fetched(f"http://127.0.0.1:{server.port}/api/sessions?token={server.token}"))
    kernels = [session["kernel"] for session in sessions if session["path"] == notebook]
    return any(kernel["execution_state"] == "idle" and kernel["connections"] for kernel in kernels)
