"""The guide: what it says and asks, read from content files."""

from newsoil.guide.content import Aside, ChartText, Exercise, Passage, Stage
from newsoil.guide.prompt import (
    Cell,
    ChoicePrompt,
    ChoicesPrompt,
    DatePrompt,
    IntensityPrompt,
    LinkPrompt,
    Option,
    Prompt,
    RowsPrompt,
    ScalePrompt,
    ShortTextPrompt,
    TextPrompt,
)
from newsoil.guide.reading import Guide, read_guide
from newsoil.guide.sharing import Consent, Recipient, Share
from newsoil.guide.texts import Situation, Text, Variants, read_as

__all__ = [
    "Aside",
    "Cell",
    "ChartText",
    "ChoicePrompt",
    "ChoicesPrompt",
    "Consent",
    "DatePrompt",
    "Exercise",
    "Guide",
    "IntensityPrompt",
    "LinkPrompt",
    "Option",
    "Passage",
    "Prompt",
    "Recipient",
    "RowsPrompt",
    "ScalePrompt",
    "Share",
    "ShortTextPrompt",
    "Situation",
    "Stage",
    "Text",
    "TextPrompt",
    "Variants",
    "read_as",
    "read_guide",
]
