"""How a person answers each kind of prompt with mouse and keys, what the disk then holds, and what the page then shows.

A new kind of prompt is a function here and a row in `ANSWERS`.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from newsoil.guide import Exercise, Guide, Prompt
from servers import reached

SAVED = r"^Saved at \d\d:\d\d$"


def exercise_on(page: Page, exercise: str) -> Locator:
    return page.locator(f'[data-exercise="{exercise}"]')


def prompt_on(page: Page, exercise: str, prompt: str) -> Locator:
    return exercise_on(page, exercise).locator(f'[data-prompt="{prompt}"]')


def _text(place: Locator, prompt: Any, mark: str) -> str:
    words = f"{mark}: Grüße, 你好 🌱\n<b>a second line</b> & more"
    place.locator("textarea").fill(words)
    return words


def _short_text(place: Locator, prompt: Any, mark: str) -> str:
    words = f"{mark}: “a few words” 🌱"
    place.locator("textarea").fill(words)
    return words


def _scale(place: Locator, prompt: Any, mark: str) -> int:
    place.get_by_role("radio").nth(3).check()
    return 4


def _intensity(place: Locator, prompt: Any, mark: str) -> int:
    number = 10 if prompt.id.endswith("after") else 0
    place.get_by_role("radio").nth(number).check()
    return number


def _choice(place: Locator, prompt: Any, mark: str) -> str:
    place.get_by_role("radio").last.check()
    return prompt.options[-1].id


def _choices(place: Locator, prompt: Any, mark: str) -> list[str]:
    chosen = [prompt.options[0].id, prompt.options[-1].id]
    place.get_by_role("checkbox").first.check()
    if prompt.more:
        place.locator("[aria-expanded]").click()
    place.get_by_role("checkbox").nth(len(prompt.options) - 1).check()
    if prompt.own:
        chosen.append(f"{mark}, my own")
        place.locator("textarea").fill(chosen[-1])
        place.locator("textarea").press("Enter")
    return chosen


def _date(place: Locator, prompt: Any, mark: str) -> str:
    parts = ["2024", "02", "29"] if not prompt.about or prompt.id in ("due", "for-date") else ["2024", "02"]
    for part, value in zip(("year", "month", "day"), parts, strict=False):
        place.locator(f'input[id$="-{part}"]').fill(value)
    return "-".join(parts)


def _rows(place: Locator, prompt: Any, mark: str) -> list[dict[str, Any]]:
    rows = []
    for number in (1, 2):
        place.get_by_role("button", name=prompt.add, exact=True).click()
        record = place.locator(".ns-record").last
        rows.append(
            {column.id: answer(record.locator(f'[data-column="{column.id}"]'), column, f"{mark} {number}") for column in prompt.columns}
        )
    return rows


def _link(place: Locator, prompt: Any, mark: str) -> None:
    place.get_by_role("radio").first.check()


ANSWERS: dict[str, Callable[[Locator, Any, str], Any]] = {
    "text": _text,
    "short-text": _short_text,
    "scale": _scale,
    "intensity": _intensity,
    "choice": _choice,
    "choices": _choices,
    "date": _date,
    "rows": _rows,
    "link": _link,
}


def kind(prompt: Prompt) -> str:
    return type(prompt).__struct_config__.tag


def answer(place: Locator, prompt: Prompt, mark: str) -> Any:
    """Answer one prompt, or one cell of a row, and return what the disk is to hold."""
    return ANSWERS[kind(prompt)](place, prompt, mark)


def answer_all(page: Page, exercise: Exercise) -> dict[str, Any]:
    """Answer every prompt of an exercise, wait until the page says that it is on disk, and return what the disk is to hold."""
    told = {prompt.id: answer(prompt_on(page, exercise.id, prompt.id), prompt, f"{exercise.id}/{prompt.id}") for prompt in exercise.prompts}
    settled(page)
    return told


def settled(page: Page) -> None:
    """Wait until the page holds nothing that is not on disk."""
    reached(lambda: page.evaluate("newsoil.outbox.pending.size") == 0, within=30)


def shown(place: Locator) -> list[Any]:
    """All that the inputs of a place say, in order: words of text fields, whether boxes and radios are chosen."""
    return place.locator("input, textarea").evaluate_all(
        "(inputs) => inputs.map((one) => one.type === 'radio' || one.type === 'checkbox' ? one.checked : one.value)"
    )


def without_ids(value: Any) -> Any:
    """An answer without the ids that the page made for its rows."""
    return (
        [{name: cell for name, cell in row.items() if name != "id"} for row in value]
        if isinstance(value, list) and value and isinstance(value[0], dict)
        else value
    )


def held(entry: dict[str, Any], prompt: Prompt) -> Any:
    """What an entry on disk holds for a prompt."""
    if kind(prompt) == "link":
        return entry["links"].get(prompt.id)
    if prompt.id in ("tags", "for-date"):
        return entry[prompt.id.replace("-", "_")]
    return without_ids(entry["answers"].get(prompt.id))


def targets_first(guide: Guide) -> list[Exercise]:
    """All exercises, each after those that its links lead to."""
    ordered: dict[str, Exercise] = {}

    def take(exercises: Iterable[Exercise]) -> None:
        for exercise in exercises:
            take(
                guide.exercise(prompt.to)
                for prompt in exercise.prompts
                if kind(prompt) == "link" and prompt.to not in ordered and prompt.to != exercise.id
            )
            ordered.setdefault(exercise.id, exercise)

    take(guide.exercises)
    return list(ordered.values())


def says_saved(page: Page, exercise: str, prompt: str) -> None:
    """Wait until the page says, beside the prompt, when it was saved."""
    expect(prompt_on(page, exercise, prompt).get_by_role("status")).to_have_text(re.compile(SAVED))
