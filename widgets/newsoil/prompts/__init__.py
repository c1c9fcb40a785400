"""The widgets. They know prompts and values, nothing of files."""

from newsoil.prompts.aside import AsideWidget
from newsoil.prompts.chart import ChartWidget
from newsoil.prompts.exercise import ExerciseWidget
from newsoil.prompts.widget import Answer, MessageWidget
from newsoil.prompts.workbook import WorkbookWidget

__all__ = ["Answer", "AsideWidget", "ChartWidget", "ExerciseWidget", "MessageWidget", "WorkbookWidget"]
