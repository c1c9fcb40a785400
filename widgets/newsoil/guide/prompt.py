"""The kinds of prompt: what each asks, and which values answer it.

A kind is one class in `prompt_simple` or `prompt_records`, one module in `prompts/static/kinds/`, one row in `Prompt`.
"""

from newsoil.guide.prompt_records import Cell, LadderPrompt, Part, RowsPrompt, SentencePrompt, SorterPrompt
from newsoil.guide.prompt_simple import (
    LONGEST_ID,
    LONGEST_LINE,
    LONGEST_TEXT,
    MOST_ROWS,
    TURNS,
    BothPrompt,
    ChoicePrompt,
    ChoicesPrompt,
    DatePrompt,
    IntensityPrompt,
    LinkPrompt,
    Option,
    QuestionPrompt,
    ScalePrompt,
    ShortTextPrompt,
    TextPrompt,
)

Prompt = (
    TextPrompt
    | ShortTextPrompt
    | ScalePrompt
    | IntensityPrompt
    | ChoicePrompt
    | ChoicesPrompt
    | DatePrompt
    | LinkPrompt
    | QuestionPrompt
    | BothPrompt
    | RowsPrompt
    | LadderPrompt
    | SorterPrompt
    | SentencePrompt
)
"""What the guide asks: one of the kinds."""

__all__ = [
    "LONGEST_ID",
    "LONGEST_LINE",
    "LONGEST_TEXT",
    "MOST_ROWS",
    "TURNS",
    "BothPrompt",
    "Cell",
    "ChoicePrompt",
    "ChoicesPrompt",
    "DatePrompt",
    "IntensityPrompt",
    "LadderPrompt",
    "LinkPrompt",
    "Option",
    "Part",
    "Prompt",
    "QuestionPrompt",
    "RowsPrompt",
    "ScalePrompt",
    "SentencePrompt",
    "ShortTextPrompt",
    "SorterPrompt",
    "TextPrompt",
]
