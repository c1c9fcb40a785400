"""The widgets. They know prompts and values, nothing of files."""

from newsoil.prompts.aside import AsideWidget
from newsoil.prompts.chart import ChartsWidget, ChartWidget
from newsoil.prompts.door import DoorWidget
from newsoil.prompts.esm import is_served
from newsoil.prompts.exercise import ExerciseWidget
from newsoil.prompts.keeping import KeepingWidget
from newsoil.prompts.look_back import LookBackWidget
from newsoil.prompts.offer import OfferWidget
from newsoil.prompts.reminder import ReminderWidget
from newsoil.prompts.rounds import RoundsWidget
from newsoil.prompts.tasks import TasksWidget
from newsoil.prompts.widget import Answer, MessageWidget
from newsoil.prompts.workbook import WorkbookWidget

__all__ = [
    "Answer",
    "AsideWidget",
    "ChartWidget",
    "ChartsWidget",
    "DoorWidget",
    "ExerciseWidget",
    "KeepingWidget",
    "LookBackWidget",
    "MessageWidget",
    "OfferWidget",
    "ReminderWidget",
    "RoundsWidget",
    "TasksWidget",
    "WorkbookWidget",
    "is_served",
]
