"""The guide: what it says and asks, read from content files."""

from newsoil.guide.content import Aside, ChartText, Exercise, Passage, Stage
from newsoil.guide.prompt import ChoicePrompt, DatePrompt, LinkPrompt, Prompt, RowsPrompt
from newsoil.guide.reading import Guide, read_guide
from newsoil.guide.texts import Situation, Text, Variants, read_as

__all__ = [
    "Aside",
    "ChartText",
    "ChoicePrompt",
    "DatePrompt",
    "Exercise",
    "Guide",
    "LinkPrompt",
    "Passage",
    "Prompt",
    "RowsPrompt",
    "Situation",
    "Stage",
    "Text",
    "Variants",
    "read_as",
    "read_guide",
]
