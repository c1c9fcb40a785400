"""The tools for right now as pages show them: every text of each step, and the prompt of an exercise that a note of it fills.

They are drawn in the browser from this alone, so they are there without a kernel and without the internet. A tool is named after the
exercise that a note of it goes to; what the exercise does not ask is not written down.
"""

from typing import Any

from newsoil._errors import BadContent
from newsoil._paths import shipped_guide
from newsoil.guide.content import Exercise
from newsoil.guide.prompt import ChoicePrompt, ChoicesPrompt, IntensityPrompt, Prompt, ShortTextPrompt, TextPrompt
from newsoil.guide.reading import Guide, read_guide
from newsoil.guide.texts import read_as

STEPS: dict[str, dict[str, str]] = {
    "trigger": {"before": "strength", "pause": "pause", "feeling": "several", "choice": "one", "after": "strength"},
    "urge": {"before": "strength", "pause": "pause", "fear": "several", "choice": "one", "after": "strength"},
    "kinder-words": {"harsh": "one", "before": "strength", "pause": "pause", "kind": "several", "after": "strength"},
    "grounding": {
        "before": "strength",
        **dict.fromkeys(("feet", "see", "touch", "hear", "smell", "breath"), "read"),
        "after": "strength",
    },
}
"""The tools, each with its steps in order and what is drawn in them."""

FILLS = {
    "before": ("before", "believed-before"),
    "after": ("after", "believed-after"),
    "feeling": ("feeling",),
    "choice": ("choice", "said"),
    "fear": ("underneath",),
    "harsh": ("critic",),
    "kind": ("kinder",),
}
"""The prompts that a step can fill, by id. The first that its exercise has is the one."""

ALSO = {"write": "wrote-it-down", "wait": "kept-for-now", "tell": "told-friend"}
"""What a prompt calls a choice that it has under another id."""

OWN_WORDS = frozenset({"fear", "harsh", "kind"})
"""The steps that take own words beside their choices."""

TOGETHER = frozenset({"tell"})
"""Choices that are only for people who are safe with one another: they are not there after a yes at the gate."""

PAUSE = "right-now-pause-seconds"

_FITTING = {
    "strength": IntensityPrompt,
    "several": ChoicesPrompt | TextPrompt | ShortTextPrompt,
    "one": ChoicePrompt | TextPrompt | ShortTextPrompt,
}
"""The kinds of prompt that can hold what a step gives."""


def right_now(guide: Guide) -> dict[str, Any]:
    """What is drawn: `tools` in order, the `words` around them, `seconds` of a pause between steps, and the `pause` that stands alone.

    A guide that says nothing of the tools has none.
    """
    said, common = guide.words, guide.words.get("right-now", {})
    shared = ("saved", "kept-open", "not-saved", "not-kept", "keep-open", "copy", "copied"), ("clear", "more-words")
    words = {name: said.get(table, {}).get(name, "") for table, names in zip(("save", "exercise"), shared, strict=True) for name in names}
    numbers = {number.id: number.value for number in (*read_guide(shipped_guide()).numbers, *guide.numbers)}
    seconds = numbers.get(PAUSE, 0)
    tools = [_tool(tool, guide) for tool in STEPS] if common and seconds else []
    return {"tools": tools, "words": {**words, **common}, "seconds": seconds, "pause": said.get("pause", {})}


def _tool(tool: str, guide: Guide) -> dict[str, Any]:
    try:
        exercise = guide.exercise(tool)
    except BadContent:
        exercise = None  # what it has to say does not depend on it
    words = guide.words.get("right-now-tools", {})
    return {
        "id": tool,
        **{name: words.get(key, "") for name, key in (("title", tool), ("about", f"{tool}-about"), ("end", f"{tool}-end"))},
        "exercise": read_as(exercise.title, None) if exercise else "",
        "steps": [step for step in (_step(tool, name, guide, exercise) for name in STEPS[tool]) if _has_a_use(step)],
    }


def _step(tool: str, step: str, guide: Guide, exercise: Exercise | None) -> dict[str, Any]:
    words, draws = guide.words.get("right-now-steps", {}), STEPS[tool][step]
    prompt = _filled(step, draws, exercise)
    own = guide.words.get(f"right-now-{tool}-{step}", {})
    return {
        "id": step,
        "draws": draws,
        "asks": words.get(f"{tool}-{step}", ""),
        "hint": words.get(f"{tool}-{step}-hint", words.get(f"{step}-hint", "")),
        "note": words.get(f"{tool}-{step}-note", ""),
        "options": [_option(name, own, prompt) for name in own if not name.endswith(("-note", "-said"))] or _asked(prompt),
        "more": getattr(prompt, "more", 0) if not own else 0,
        "own": step in OWN_WORDS,
        "ends": [prompt.low, prompt.middle, prompt.high] if isinstance(prompt, IntensityPrompt) else [],
        "fills": {"prompt": prompt.id, "label": read_as(prompt.label, None), "as": _as(prompt)} if prompt else None,
    }


def _has_a_use(step: dict[str, Any]) -> bool:
    """Whether a step offers anything: one that has no choices of its own has none where its exercise does not ask."""
    return step["draws"] not in ("one", "several") or bool(step["options"])


def _filled(step: str, draws: str, exercise: Exercise | None) -> Prompt | None:
    """The prompt that a step fills, if its exercise has one that can hold what the step gives."""
    prompts = {prompt.id: prompt for prompt in exercise.prompts} if exercise else {}
    found = (prompts[name] for name in FILLS.get(step, ()) if name in prompts)
    return next((prompt for prompt in found if isinstance(prompt, _FITTING[draws])), None)


def _as(prompt: Prompt) -> str:
    """How the value is written: a `number`, an `option`, a list of `options`, `words`, or words that are one `line`."""
    kinds = {IntensityPrompt: "number", ChoicePrompt: "option", ChoicesPrompt: "options", ShortTextPrompt: "line"}
    return kinds.get(type(prompt), "words")


def _option(name: str, own: dict[str, str], prompt: Prompt | None) -> dict[str, Any]:
    """A choice of a step. `writes` is the option of the prompt that it stands for, and `reads` how that reads there."""
    known = {one.id: read_as(one.label, None) for one in prompt.options} if isinstance(prompt, ChoicePrompt | ChoicesPrompt) else {}
    writes = next((one for one in (name, ALSO.get(name, "")) if one in known), "")
    return {
        "id": name,
        "label": own[name],
        "note": own.get(f"{name}-note", ""),
        "said": own.get(f"{name}-said", ""),
        "together": name in TOGETHER,
        "writes": writes,
        "reads": known.get(writes, ""),
    }


def _asked(prompt: Prompt | None) -> list[dict[str, Any]]:
    """The choices of a step that has none of its own: those of the prompt."""
    if not isinstance(prompt, ChoicesPrompt):
        return []
    labels = {one.id: read_as(one.label, None) for one in prompt.options}
    return [_option(name, labels, prompt) for name in labels]
