"""The guide: what it says and asks, read from content files."""

from newsoil.guide.content import Acute, Aside, ChartText, Exercise, Passage, Place, Stage
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
from newsoil.guide.support import Country, Line, Support, read_support, unchecked
from newsoil.guide.texts import Situation, Text, Variants, read_as

__all__ = [
    "Acute",
    "Aside",
    "Cell",
    "ChartText",
    "ChoicePrompt",
    "ChoicesPrompt",
    "Consent",
    "Country",
    "DatePrompt",
    "Exercise",
    "Guide",
    "IntensityPrompt",
    "Line",
    "LinkPrompt",
    "Option",
    "Passage",
    "Place",
    "Prompt",
    "Recipient",
    "RowsPrompt",
    "ScalePrompt",
    "Share",
    "ShortTextPrompt",
    "Situation",
    "Stage",
    "Support",
    "Text",
    "TextPrompt",
    "Variants",
    "read_as",
    "read_guide",
    "read_support",
    "unchecked",
]
