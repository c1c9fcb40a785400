"""How a person answers each kind of prompt with mouse and keys, what the disk then holds, and what the page then shows.

A new kind of prompt is a function here and a row in `ANSWERS`.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from newsoil.guide import Exercise, Guide, Prompt, read_as
from servers import reached

SAVED = r"^Saved at \d\d:\d\d$"
MADE_IN_THE_PAGE = re.compile(r"[0-9a-f]{24}")


def exercise_on(page: Page, exercise: str) -> Locator:
    return page.locator(f'[data-exercise="{exercise}"]')


def prompt_on(page: Page, exercise: str, prompt: str) -> Locator:
    return exercise_on(page, exercise).locator(f'[data-prompt="{prompt}"]')


def unfold_notes(sheet: Locator) -> None:
    """Open the earlier notes of an exercise, if they are folded."""
    summary = sheet.locator(".ns-earlier:not([open]) > summary")
    expect(sheet.locator(".ns-earlier > summary")).to_be_visible()
    if summary.count():
        summary.click()


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


def _ladder(place: Locator, prompt: Any, mark: str) -> list[dict[str, Any]]:
    """One thing on the lightest step, and one that is moved from there to the next one."""
    rows = []
    for number in (1, 2):
        place.get_by_role("button", name=f"{prompt.add} ({read_as(prompt.steps[0], None)})", exact=True).click()
        record = place.locator(".ns-ladder > li").first.locator(".ns-record").last
        cells = {column.id: answer(record.locator(f'[data-column="{column.id}"]'), column, f"{mark} {number}") for column in prompt.columns}
        rows.append({**cells, "step": number})
    place.locator(".ns-ladder > li").first.locator('.ns-record [data-by="1"]').last.click()
    return rows


def _sorter(place: Locator, prompt: Any, mark: str) -> list[dict[str, Any]]:
    """Each card of the guide in another group than the one before; a card of one's own in the last."""
    cards = []
    more = place.get_by_role("button", name="More cards")
    if more.is_visible():
        more.click()
    for number, card in enumerate(prompt.cards):
        group = number % len(prompt.groups)
        place.locator(f'[data-card="{card.id}"]').get_by_role("radio").nth(group).check()
        cards.append({"id": card.id, "group": prompt.groups[group].id})
    if prompt.own:
        place.get_by_role("button", name=prompt.own, exact=True).click()
        place.locator("[data-card]").last.locator("textarea").fill(f"{mark}, my own")
        place.locator("[data-card]").last.get_by_role("radio").last.check()
        cards.append({"group": prompt.groups[-1].id, "text": f"{mark}, my own"})
    return cards


def _sentence(place: Locator, prompt: Any, mark: str) -> dict[str, str]:
    parts = {part.id: f"{mark}, {part.id}" for part in prompt.parts}
    for part, words in parts.items():
        place.locator(f'[data-part="{part}"] textarea').fill(words)
    return parts


def _question(place: Locator, prompt: Any, mark: str) -> dict[str, str]:
    asked = place.locator(".ns-asked").inner_text()
    place.locator("textarea").fill(mark)
    return {"question": next((one.id for one in prompt.questions if read_as(one.label, None) == asked), asked), "text": mark}


def _both(place: Locator, prompt: Any, mark: str) -> str:
    """Two people in turn; what they write is nowhere but on the page."""
    place.get_by_role("button").first.click()
    for turn in (1, 2):
        place.locator("textarea").fill(f"{mark}, turn {turn}")
        place.get_by_role("button").first.click()
    place.get_by_role("button").first.click()
    return prompt.questions[0].id


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
    "ladder": _ladder,
    "sorter": _sorter,
    "sentence": _sentence,
    "question": _question,
    "both": _both,
    "link": _link,
}


def kind(prompt: Prompt) -> str:
    return type(prompt).__struct_config__.tag


def answer(place: Locator, prompt: Prompt, mark: str) -> Any:
    """Answer one prompt, or one cell of a row, and return what the disk is to hold."""
    return ANSWERS[kind(prompt)](place, prompt, mark)


def answer_all(page: Page, exercise: Exercise) -> dict[str, Any]:
    """Answer every prompt of an exercise, wait until the page says that it is on disk, and return what the disk is to hold."""
    # What is for two comes first: an answer that speaks of danger leaves it out, unless it is there already.
    prompts = sorted(exercise.prompts, key=lambda prompt: not prompt.together)
    told = {prompt.id: answer(prompt_on(page, exercise.id, prompt.id), prompt, f"{exercise.id}/{prompt.id}") for prompt in prompts}
    settled(page)
    see_differently(page)
    return told


def is_afraid(page: Page) -> bool:
    """Whether the page leaves out what is for two."""
    return bool(page.evaluate("document.documentElement.hasAttribute('data-afraid')"))


def see_differently(page: Page) -> None:
    """Whoever answers everything comes to danger too: where answers on this page speak of it, the person sees it differently."""
    if is_afraid(page):
        page.get_by_role("button", name="I see it differently", exact=True).first.click()
        expect(page.locator("html")).not_to_have_attribute("data-afraid", re.compile(".*"))


def settled(page: Page) -> None:
    """Wait until the page holds nothing that is not on disk."""
    reached(lambda: page.evaluate("newsoil.outbox.pending.size") == 0, within=30)


def shown(place: Locator) -> list[Any]:
    """All that the inputs of a place say, in order: words of text fields, whether boxes and radios are chosen."""
    return place.locator("input, textarea").evaluate_all(
        "(inputs) => inputs.map((one) => one.type === 'radio' || one.type === 'checkbox' ? one.checked : one.value)"
    )


def without_ids(value: Any) -> Any:
    """An answer without the ids that the page made for its rows and for cards of one's own."""
    return (
        [{name: cell for name, cell in row.items() if name != "id" or not MADE_IN_THE_PAGE.fullmatch(cell)} for row in value]
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

    take(guide.shown)
    return list(ordered.values())


def says_saved(page: Page, exercise: str, prompt: str) -> None:
    """Wait until the page says, beside the prompt, when it was saved."""
    expect(prompt_on(page, exercise, prompt).locator(".ns-under").get_by_role("status")).to_have_text(re.compile(SAVED))
