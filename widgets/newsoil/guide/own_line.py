"""The one line that stands for an entry in lists and links."""

from typing import Any

from newsoil.guide.prompt import ChoicePrompt, Prompt, QuestionPrompt, RowsPrompt, SentencePrompt
from newsoil.guide.texts import read_as


def own_line(prompt: Prompt, value: Any) -> str:
    """The words of an answer on one line: the person's own where they wrote, else what they chose. Empty where neither can be told."""
    said = ""
    if isinstance(prompt, SentencePrompt) and isinstance(value, dict):
        said = prompt.sentence(value)
    elif isinstance(prompt, QuestionPrompt) and isinstance(value, dict):
        said = value.get("text", "")
    elif isinstance(prompt, ChoicePrompt):
        said = next((read_as(option.label, None) for option in prompt.options if option.id == value), "")
    elif isinstance(prompt, RowsPrompt) and isinstance(value, list):
        said = ", ".join(filter(None, (row.get(prompt.columns[0].id, "") for row in value if isinstance(row, dict))))
    elif isinstance(value, str):
        said = value
    return " ".join(said.split())
