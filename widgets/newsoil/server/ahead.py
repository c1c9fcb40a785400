"""Runs a page before anybody has come for it, as Voilà runs it for a visitor."""

import json
import os
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from voila.notebook_renderer import NotebookRenderer
from voila.utils import get_page_config

from newsoil.server.page_handler import GREETS_HERE, KNOCK_HERE, STATES_HERE, dressed
from newsoil.server.pool import ReadyPage

STAGE = "ns-stage-"
"""What the class of a stage's page begins with (`newsoil.player`)."""

FAILED = 'class="ns-failed"'
"""What the template writes in place of a cell that met an error."""


async def run_page(app: Any) -> ReadyPage:
    """Start a kernel, run the app's notebook in it, and return the whole page.

    `app` is the running `WebApp`: configuration, managers and template are taken from it, as Voilà's own handler takes them.

    Raises:
        RuntimeError: the notebook met an error, so the page is not one to keep.
    """
    renderer = _renderer(app)
    await renderer.initialize()
    kernels = app.kernel_manager
    name, folder = renderer.notebook.metadata.kernelspec.name, str(Path(renderer.notebook_path).parent)
    kernel = await kernels.start_kernel(kernel_name=name, path=folder)
    kernels.kept.add(kernel)
    try:
        parts = await _parts(renderer, kernel, kernels.get_kernel(kernel))
    except BaseException:
        await kernels.discard(kernel)
        raise
    address, greets = f"{app.base_url}api/kernels/{kernel}/channels", escape(json.dumps(greeted(renderer.executor.widget_state)))
    known = {STATES_HERE: _states(renderer), KNOCK_HERE: address, GREETS_HERE: greets}
    return ReadyPage(kernel, tuple(dressed(part, known) for part in parts))


async def _parts(renderer: NotebookRenderer, kernel: str, manager: Any) -> list[str]:
    """Run the notebook: the parts of its page. Raises `RuntimeError` when a cell met an error."""
    parts = [part async for part, _ in renderer.generate_content_generator(kernel, manager)]
    if any(FAILED in part for part in parts):
        raise RuntimeError("the notebook met an error")
    return parts


def _states(renderer: NotebookRenderer) -> str:
    """The widgets' states as JSON that may stand in a script: the page draws them while it still connects to the kernel.

    It is all that the kernel knows until the page says hello. What nobody has set is left out.
    """
    if renderer.executor.widget_buffers:
        return "{}"  # binary parts cannot stand in JSON
    widgets = renderer.executor.widget_state.items()
    states = {widget: {name: value for name, value in state.items() if value is not None} for widget, state in widgets}
    return json.dumps(states, separators=(",", ":")).replace("<", "\\u003c")


def greeted(widgets: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Which widgets the page greets before its modules are there (`knock.js`): the workbook, and the exercises of the stage shown."""

    def made_by(module: str) -> list[str]:
        return [widget for widget, state in widgets.items() if f"/{module}.js" in str(state.get("_esm"))]

    classes = [name for state in widgets.values() for name in state.get("_dom_classes") or () if name.startswith(STAGE)]
    return {"page": made_by("workbook"), "exercises": made_by("exercise"), "stage": classes[0].removeprefix(STAGE) if classes else ""}


def _renderer(app: Any) -> NotebookRenderer:
    """What turns the notebook into a page, with the settings that Voilà's handler would give it."""
    notebook = os.path.relpath(app.notebook_path, app.root_dir)
    shared = {"base_url": app.base_url, "settings": app.app.settings, "log": app.log, "voila_configuration": app.voila_configuration}
    config = app.voila_configuration.page_config_hook(get_page_config(**shared), **shared, notebook_path=notebook)
    return NotebookRenderer(
        voila_configuration=app.voila_configuration,
        traitlet_config=app.config,
        notebook_path=notebook,
        template_paths=app.template_paths,
        config_manager=app.config_manager,
        contents_manager=app.contents_manager,
        base_url=app.base_url,
        kernel_spec_manager=app.kernel_spec_manager,
        page_config=config,
        mathjax_config=app.mathjax_config,
        mathjax_url=app.mathjax_url,
    )
